#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "shaders/air/command_jobs.h"
#include "shaders/air/worker_process.h"

namespace air {

namespace {

// The CPU limit decides; the wall limit only ends a worker that sleeps, on a machine that may be busy with other things.
constexpr WorkerLimits kLimits{.cpu = std::chrono::seconds(3), .wall = std::chrono::seconds(60)};

CommandResult runJob(WorkerClient& client, const CommandJob& job, const std::vector<FunctionConstant>& constants) {
    if (!job.problem.empty()) return {{Verdict::Failed, "bad-container: " + job.problem, {}}, 0};
    const auto begin = std::chrono::steady_clock::now();
    Outcome outcome = client.translate(job.module, {.function = job.name, .capabilities = {}, .constants = constants});
    return {std::move(outcome), std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count()};
}

} // namespace

std::vector<CommandResult> runJobs(std::span<const CommandJob> jobs, const std::vector<FunctionConstant>& constants) {
    std::vector<CommandResult> results(jobs.size());
    std::atomic<size_t> next{0};
    const auto work = [&] {
        WorkerClient client(workerSpawner(), kLimits);
        for (size_t i = next++; i < jobs.size(); i = next++) results[i] = runJob(client, jobs[i], constants);
    };
    std::vector<std::jthread> threads;
    const size_t workers = std::min<size_t>(std::max(1U, std::thread::hardware_concurrency()), jobs.size());
    for (size_t i = 0; i < workers; ++i) threads.emplace_back(work);
    threads.clear();
    return results;
}

} // namespace air
