#include "shaders/air/worker_service.h"

#include <algorithm>

#include "pvg/base/log.h"

namespace air {

namespace {

constexpr unsigned kMostWorkers = 32;

unsigned workerCount(unsigned wanted) { return std::clamp(wanted != 0 ? wanted : std::thread::hardware_concurrency(), 1U, kMostWorkers); }

std::unique_ptr<DiskCache> openCache(const std::filesystem::path& folder) {
    if (folder.empty()) return nullptr;
    auto cache = DiskCache::open(folder);
    if (cache) return std::move(*cache);
    spdlog::warn("translated shaders are not kept: {}", cache.error().text);
    return nullptr;
}

// Worth asking for again: the host was at fault, not the library.
bool isPassing(const Outcome& outcome) { return outcome.verdict == Verdict::Declined && outcome.reason == kReasonUnavailable; }

} // namespace

CachedOutcome translateCached(DiskCache* cache, WorkerClient& client, std::span<const std::byte> library, const JobHeader& job) {
    if (!cache) return {client.translate(library, job), false, {}};
    const CacheKey key = cacheKey(library, job);
    if (auto known = cache->find(key)) return {std::move(*known), true, {}};
    CachedOutcome result{client.translate(library, job), false, {}};
    if (!isWorkersReason(result.outcome.reason)) result.stored = cache->store(key, result.outcome);
    return result;
}

WorkerService::WorkerService(Options options) : m_capabilities(options.capabilities), m_cache(openCache(options.cacheFolder)) {
    const unsigned count = workerCount(options.workers);
    for (unsigned i = 0; i < count; ++i) m_clients.push_back(std::make_unique<WorkerClient>(options.spawn, options.limits));
    for (auto& client : m_clients) m_threads.emplace_back([this, &client = *client] { serve(client); });
}

WorkerService::~WorkerService() {
    m_jobs.stop();
    for (auto& client : m_clients) client->cancel();
}

void WorkerService::request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) {
    if (!m_results.begin(hash)) return;
    if (!m_jobs.push(hash, std::move(library))) m_results.finishForNow(hash, {Verdict::Declined, kReasonQueueFull, {}});
}

void WorkerService::finish(const std::string& hash, CachedOutcome result) {
    if (!result.stored)
        std::call_once(m_cacheComplaint, [&] { spdlog::warn("a translated shader is not kept: {}", result.stored.error().text); });
    if (isPassing(result.outcome))
        m_results.finishForNow(hash, std::move(result.outcome));
    else if (result.isFromDisk)
        m_results.finishCached(hash, std::move(result.outcome));
    else
        m_results.finish(hash, std::move(result.outcome));
}

void WorkerService::noteTime(double milliseconds) {
    double longest = m_longestMs;
    while (milliseconds > longest && !m_longestMs.compare_exchange_weak(longest, milliseconds)) {}
}

void WorkerService::serve(WorkerClient& client) {
    const JobHeader header{{}, m_capabilities};
    while (const auto job = m_jobs.take()) {
        const std::string hash = (*job)->hash;
        CachedOutcome result = translateCached(m_cache.get(), client, *(*job)->bytes, header);
        noteTime(m_jobs.done(*job));
        finish(hash, std::move(result));
    }
}

ShaderService::Figures WorkerService::figures() const {
    Figures figures = m_results.figures();
    for (const auto& client : m_clients) figures.workerDeaths += client->deaths();
    figures.longestMs = m_longestMs;
    return figures;
}

} // namespace air
