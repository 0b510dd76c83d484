// ShaderService over worker processes and the disk cache. Links no LLVM.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "shaders/air/disk_cache.h"
#include "shaders/air/pending_jobs.h"
#include "shaders/air/result_cache.h"
#include "shaders/air/worker_client.h"

namespace air {

// What the cache knows, else what the worker answers, which is then stored unless it says more about this machine than about the library.
// `cache` may be null. Thread: the client's.
struct CachedOutcome {
    Outcome outcome;
    bool isFromDisk = false;
    pvg::Status stored; // a failure is the host's, and the outcome is good all the same
};
CachedOutcome translateCached(DiskCache* cache, WorkerClient& client, std::span<const std::byte> library, const JobHeader& job);

class WorkerService final : public ShaderService {
public:
    struct Options {
        SpawnWorker spawn; // called from the service's threads, possibly from several at once
        Capabilities capabilities;
        unsigned workers = 0; // 0: one per core, at most 32
        WorkerLimits limits;
        std::filesystem::path cacheFolder = {}; // empty: nothing is kept between runs
    };

    explicit WorkerService(Options options);
    ~WorkerService() override; // cancels what runs and what waits
    WorkerService(const WorkerService&) = delete;
    WorkerService& operator=(const WorkerService&) = delete;

    void request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) override;
    std::shared_ptr<const Outcome> result(const std::string& hash) override { return m_results.find(hash); }
    Figures figures() const override;
    std::vector<PendingTranslation> pending(size_t most) const override { return m_jobs.list(most); }

private:
    void serve(WorkerClient& client);
    void finish(const std::string& hash, CachedOutcome result);
    void noteTime(double milliseconds);

    const Capabilities m_capabilities;
    std::unique_ptr<DiskCache> m_cache;
    ResultCache m_results;
    PendingJobs m_jobs;
    std::atomic<double> m_longestMs{0};
    std::once_flag m_cacheComplaint;
    std::vector<std::unique_ptr<WorkerClient>> m_clients;
    std::vector<std::jthread> m_threads; // last: they use everything above
};

} // namespace air
