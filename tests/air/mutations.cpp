// Damaged shader modules through the real worker processes: each must be answered, with a reason where it is no shader any more, inside the
// worker's limits, and the next one must work.
//   air_mutations --worker PVGL-SHADER [--count N] [--first N] [--seed N] [--largest BYTES] [--threads N] [--save DIR] [FILE|FOLDER...]
// Mutant number i depends on the seed, the inputs and their largest size alone. Without inputs: the demo's shaders, and the folder PVGL_CORPUS where it is set.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>

#include "shaders/air/command_jobs.h"
#include "shaders/air/container.h"
#include "shaders/air/worker_process.h"
#include "shaders/demo/demo_shaders.h"
#include "tests/air/mutator.h"

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr air::WorkerLimits kLimits{.cpu = 3000ms, .wall = 60s};
// The parent looks every 20 ms; on a busy machine it may be late.
constexpr auto kMostCpu = 3500ms;
constexpr uint64_t kSentinelEvery = 500;

struct Arguments {
    std::string worker;
    uint64_t count = 2000, first = 0, seed = 1, largest = UINT64_MAX;
    unsigned threads = 0;
    fs::path save;
    std::vector<fs::path> inputs;
};

struct Tally {
    std::map<std::string, uint64_t> reasons;
    uint64_t deaths = 0;
    std::chrono::nanoseconds slowest{0};
    std::vector<std::string> problems;
};

std::string headOf(const air::Outcome& outcome) {
    if (outcome.verdict == air::Verdict::Ok) return "ok";
    std::string head = outcome.reason.substr(0, outcome.reason.find_first_of(":('0123456789"));
    if (outcome.reason.starts_with("bitcode does not parse")) head = "bitcode does not parse";
    return (outcome.verdict == air::Verdict::Declined ? "declined " : "failed ") + head;
}

class Run {
public:
    Run(const Arguments& arguments, const Mutator& mutator) : m_arguments(arguments), m_mutator(mutator) {}

    Tally run() {
        std::vector<std::jthread> threads;
        const unsigned count = m_arguments.threads != 0 ? m_arguments.threads : std::thread::hardware_concurrency();
        for (unsigned i = 0; i < std::max(1U, count); ++i) threads.emplace_back([this] { work(); });
        threads.clear();
        return std::move(m_tally);
    }

private:
    void work() {
        air::WorkerClient client(air::workerSpawner({}, m_arguments.worker), kLimits);
        for (uint64_t i = m_next++; i < m_arguments.count; i = m_next++) {
            const uint64_t number = m_arguments.first + i;
            const auto mutant = m_mutator.make(number);
            note(number, mutant, client.translate(mutant, {}), client.latestCpu());
            if (i % kSentinelEvery == 0) checkSentinel(client, number);
        }
        const std::scoped_lock lock(m_mutex);
        m_tally.deaths += client.deaths();
    }

    void note(uint64_t number, const std::vector<std::byte>& mutant, const air::Outcome& outcome, std::chrono::nanoseconds cpu) {
        const bool isKept = outcome.reason == air::kReasonCrashed || outcome.reason == air::kReasonTimeout;
        if (isKept && !m_arguments.save.empty()) save(fmt::format("{}-{}.bc", outcome.reason, number), mutant);
        const std::scoped_lock lock(m_mutex);
        ++m_tally.reasons[headOf(outcome)];
        m_tally.slowest = std::max(m_tally.slowest, cpu);
        if (outcome.verdict != air::Verdict::Ok && outcome.reason.empty()) problem(number, "no reason was given");
        if (cpu > kMostCpu) problem(number, fmt::format("{} ms of CPU", cpu / 1ms));
        for (const char* reason : {air::kReasonBadReply, air::kReasonUnavailable})
            if (outcome.reason == reason) problem(number, reason);
    }
    void problem(uint64_t number, const std::string& what) { m_tally.problems.push_back(fmt::format("mutant {}: {}", number, what)); }
    void save(const std::string& name, const std::vector<std::byte>& mutant) const {
        std::ofstream(m_arguments.save / name, std::ios::binary).write(reinterpret_cast<const char*>(mutant.data()), std::streamsize(mutant.size()));
    }

    // A shader that is whole is still translated.
    void checkSentinel(air::WorkerClient& client, uint64_t number) {
        const auto outcome = client.translate(demo::demoLibrary("triangle_vertex"), {});
        const std::scoped_lock lock(m_mutex);
        if (outcome.verdict != air::Verdict::Ok) problem(number, "a good shader behind it was answered with " + outcome.reason);
    }

    const Arguments& m_arguments;
    const Mutator& m_mutator;
    std::atomic<uint64_t> m_next{0};
    std::mutex m_mutex;
    Tally m_tally;
};

std::vector<std::vector<std::byte>> seedModules(const std::vector<fs::path>& inputs, uint64_t largest) {
    std::vector<std::vector<std::byte>> modules;
    for (const demo::Library& library : demo::libraries()) {
        const auto entries = air::readContainer(library.bytes); // damage the container and no more than that is read
        if (entries) modules.emplace_back(entries->front().bitcode.begin(), entries->front().bitcode.end());
    }
    const auto jobs = inputs.empty() ? pvg::Result<std::vector<air::CommandJob>>(std::vector<air::CommandJob>()) : air::collectJobs(inputs, {});
    if (jobs)
        for (const air::CommandJob& job : *jobs)
            if (job.problem.empty() && job.module.size() <= largest) modules.emplace_back(job.module.begin(), job.module.end());
    return modules;
}

int report(const Arguments& arguments, const Tally& tally, double seconds) {
    fmt::print("{} mutants from {} on, seed {}, {:.0f} a second: {} worker deaths, at most {} ms of CPU\n", arguments.count, arguments.first,
               arguments.seed, double(arguments.count) / seconds, tally.deaths, tally.slowest / 1ms);
    for (const auto& [reason, count] : tally.reasons) fmt::print("{:>9}  {}\n", count, reason);
    for (const std::string& problem : tally.problems) fmt::print("PROBLEM {}\n", problem);
    uint64_t answered = 0;
    for (const auto& row : tally.reasons) answered += row.second;
    return tally.problems.empty() && answered == arguments.count ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    Arguments arguments;
    CLI::App app("Damaged shader modules through the worker processes.", "air_mutations");
    app.add_option("--worker", arguments.worker, "the pvgl-shader to run")->required();
    app.add_option("--count", arguments.count, "mutants");
    app.add_option("--first", arguments.first, "number of the first one");
    app.add_option("--seed", arguments.seed, "another seed, other mutants");
    app.add_option("--largest", arguments.largest, "leave larger modules out, which take longer");
    app.add_option("--threads", arguments.threads, "workers at a time; 0: one a core");
    app.add_option("--save", arguments.save, "keep the mutants that ended a worker");
    app.add_option("INPUT", arguments.inputs, "libraries to damage");
    CLI11_PARSE(app, argc, argv);
    const char* corpus = std::getenv("PVGL_CORPUS");
    if (arguments.inputs.empty() && corpus && fs::is_directory(corpus)) arguments.inputs.emplace_back(corpus);
    const Mutator mutator(seedModules(arguments.inputs, arguments.largest), arguments.seed);
    const auto begin = std::chrono::steady_clock::now();
    const Tally tally = Run(arguments, mutator).run();
    return report(arguments, tally, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
}
