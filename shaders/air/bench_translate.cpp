#include "shaders/air/bench_translate.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "shaders/air/worker_process.h"
#include "shaders/air/worker_service.h"

namespace air {

namespace fs = std::filesystem;
using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

constexpr WorkerLimits kLimits{.cpu = std::chrono::seconds(3), .wall = std::chrono::seconds(60)};

template <class Work>
double millisecondsOf(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

class FreshFolder {
public:
    FreshFolder() {
        std::error_code ignored; // no folder, no path
        std::string name = (fs::temp_directory_path(ignored) / "pvgl-bench-XXXXXX").string();
        if (mkdtemp(name.data())) m_path = name;
    }
    ~FreshFolder() {
        std::error_code ignored;
        if (!m_path.empty()) fs::remove_all(m_path, ignored);
    }
    FreshFolder(const FreshFolder&) = delete;
    FreshFolder& operator=(const FreshFolder&) = delete;
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

class Bench {
public:
    explicit Bench(DiskCache& cache) : m_cache(cache) {}

    FunctionTiming measure(const CommandJob& job) {
        FunctionTiming timing;
        timing.name = job.file.filename().string() + ": " + job.name;
        const JobHeader header{.function = job.name, .capabilities = {}};
        Outcome cold;
        // Not through the cache: a corpus may hold a module twice.
        timing.coldMs = millisecondsOf([&] { cold = m_translator.translate(job.module, header); });
        timing.cpuMs = std::chrono::duration<double, std::milli>(m_translator.latestCpu()).count();
        timing.isOk = cold.verdict == Verdict::Ok;
        timing.isOverBudget = cold.reason == kReasonTimeout;
        if (!isWorkersReason(cold.reason)) timing.warmMs = measureWarm(job, header, cold);
        timing.disassembleMs = millisecondsOf([&] { m_disassembler.translate(job.module, header); });
        if (timing.isOk) timing.glslPerIr = sizeRatio(job, header, cold);
        return timing;
    }
    // A worker's start is no function's cost.
    void warmUp(const CommandJob& job) {
        for (WorkerClient* client : {&m_translator, &m_disassembler}) client->translate(job.module, {.function = job.name, .capabilities = {}});
    }
    uint64_t deaths() const { return m_translator.deaths(); }
    uint64_t warmMisses() const { return m_warmMisses; }

private:
    double measureWarm(const CommandJob& job, const JobHeader& header, const Outcome& cold) {
        const bool isStored = bool(m_cache.store(cacheKey(job.module, header), cold));
        CachedOutcome warm;
        const double milliseconds = millisecondsOf([&] { warm = translateCached(&m_cache, m_translator, job.module, header); });
        m_warmMisses += isStored && !warm.isFromDisk && cold.translation.glsl.size() < kMaxEntryBytes / 2;
        return warm.isFromDisk ? milliseconds : 0;
    }
    double sizeRatio(const CommandJob& job, const JobHeader& header, const Outcome& outcome) {
        const Outcome ir = m_simplifier.translate(job.module, header);
        const size_t bytes = ir.translation.glsl.size();
        return bytes ? double(outcome.translation.glsl.size()) / double(bytes) : 0.0;
    }

    DiskCache& m_cache;
    WorkerClient m_translator{workerSpawner(), kLimits};
    WorkerClient m_disassembler{workerSpawner({"--answer", "ir"}), kLimits};
    WorkerClient m_simplifier{workerSpawner({"--answer", "simplified-ir"}), kLimits};
    uint64_t m_warmMisses = 0;
};

} // namespace

Result<TranslateFigures> measureTranslation(std::span<const CommandJob> jobs) {
    const FreshFolder folder;
    if (folder.path().empty()) return Error{Code::Io, std::string("no folder under /tmp: ") + std::strerror(errno)};
    PVG_TRY(const auto cache, DiskCache::open(folder.path()));
    Bench bench(*cache);
    TranslateFigures figures;
    for (const CommandJob& job : jobs) {
        if (!job.problem.empty()) continue;
        if (figures.functions.empty()) bench.warmUp(job);
        figures.functions.push_back(bench.measure(job));
    }
    if (figures.functions.empty()) return Error{Code::NotFound, "no function to translate"};
    figures.workerDeaths = bench.deaths();
    figures.warmMisses = bench.warmMisses();
    return figures;
}

double percentileOf(std::vector<double> values, double p) {
    if (values.empty()) return 0.0;
    const auto rank = size_t(std::ceil(p * double(values.size())));
    const auto at = values.begin() + ptrdiff_t(std::min(rank == 0 ? 0 : rank - 1, values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace air
