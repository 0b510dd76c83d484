#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "shaders/air/command_jobs.h"
#include "shaders/air/worker_client.h"

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

constexpr unsigned kWorkers = 2;
constexpr int kWorkerSocket = 3;
// The CPU limit decides; the wall limit only ends a worker that sleeps, on a machine that may be busy with other things.
constexpr WorkerLimits kLimits{.cpu = std::chrono::seconds(3), .wall = std::chrono::seconds(60)};

// This program again, as a worker.
Result<int> spawnWorker() {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return Error{Code::Io, std::string("no socket for a shader worker: ") + std::strerror(errno)};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], kWorkerSocket);
    std::string name = "pvgl-shader", mode = "--worker", option = "--fd", number = std::to_string(kWorkerSocket);
    const std::array<char*, 5> arguments{name.data(), mode.data(), option.data(), number.data(), nullptr};
    pid_t child = 0;
    const int failed = posix_spawn(&child, "/proc/self/exe", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failed == 0) return ends[0];
    close(ends[0]);
    return Error{Code::Io, std::string("no shader worker: ") + std::strerror(failed)};
}

CommandResult runJob(WorkerClient& client, const CommandJob& job) {
    if (!job.problem.empty()) return {{Verdict::Failed, "bad-container: " + job.problem, {}}, 0};
    const auto begin = std::chrono::steady_clock::now();
    Outcome outcome = client.translate(job.module, {.function = job.name, .capabilities = {}});
    return {std::move(outcome), std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count()};
}

} // namespace

std::vector<CommandResult> runJobs(std::span<const CommandJob> jobs) {
    signal(SIGCHLD, SIG_IGN); // workers are reaped by the kernel: their socket tells all that matters
    std::vector<CommandResult> results(jobs.size());
    std::atomic<size_t> next{0};
    const auto work = [&] {
        WorkerClient client(spawnWorker, kLimits);
        for (size_t i = next++; i < jobs.size(); i = next++) results[i] = runJob(client, jobs[i]);
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::min<size_t>(kWorkers, jobs.size()); ++i) threads.emplace_back(work);
    threads.clear();
    return results;
}

} // namespace air
