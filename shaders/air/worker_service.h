// ShaderService over worker processes. Links no LLVM.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "shaders/air/result_cache.h"
#include "shaders/air/worker_client.h"

namespace air {

class WorkerService final : public ShaderService {
public:
    struct Options {
        SpawnWorker spawn; // called from the service's threads, possibly from several at once
        Capabilities capabilities;
        unsigned workers = 0; // 0: one per core, at most 4
        WorkerLimits limits;
    };

    explicit WorkerService(Options options);
    ~WorkerService() override; // cancels what runs and what waits
    WorkerService(const WorkerService&) = delete;
    WorkerService& operator=(const WorkerService&) = delete;

    void request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) override;
    std::shared_ptr<const Outcome> result(const std::string& hash) override { return m_results.find(hash); }
    Figures figures() const override { return m_results.figures(); }

private:
    struct Job {
        std::string hash;
        std::shared_ptr<const std::vector<std::byte>> bytes;
    };
    void serve(WorkerClient& client);
    bool takeJob(Job& job);
    void finish(const Job& job, Outcome outcome);

    const Capabilities m_capabilities;
    ResultCache m_results;
    std::mutex m_mutex;
    std::condition_variable m_jobReady;
    std::deque<Job> m_jobs;
    size_t m_waitingBytes = 0;
    bool m_isStopping = false;
    std::vector<std::unique_ptr<WorkerClient>> m_clients;
    std::vector<std::jthread> m_threads; // last: they use everything above
};

} // namespace air
