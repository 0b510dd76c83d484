#include "shaders/air/worker_service.h"

#include <fmt/format.h>

#include <algorithm>

namespace air {

namespace {

constexpr unsigned kMostWorkers = 4;
// What may wait for a worker. A guest that asks for more gets a Declined outcome, and may ask again.
constexpr size_t kMostWaitingJobs = 4096;
constexpr size_t kMostWaitingBytes = size_t(256) << 20;

unsigned workerCount(unsigned wanted) { return std::clamp(wanted != 0 ? wanted : std::thread::hardware_concurrency(), 1U, kMostWorkers); }

} // namespace

WorkerService::WorkerService(Options options) : m_capabilities(options.capabilities) {
    const unsigned count = workerCount(options.workers);
    for (unsigned i = 0; i < count; ++i) m_clients.push_back(std::make_unique<WorkerClient>(options.spawn, options.limits));
    for (auto& client : m_clients) m_threads.emplace_back([this, &client = *client] { serve(client); });
}

WorkerService::~WorkerService() {
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    for (auto& client : m_clients) client->cancel();
    m_jobReady.notify_all();
}

void WorkerService::request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) {
    if (!m_results.begin(hash)) return;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_jobs.size() < kMostWaitingJobs && m_waitingBytes + library->size() <= kMostWaitingBytes) {
            m_waitingBytes += library->size();
            m_jobs.push_back({hash, std::move(library)});
            m_jobReady.notify_one();
            return;
        }
    }
    m_results.finishForNow(hash, {Verdict::Declined, kReasonQueueFull, {}});
}

bool WorkerService::takeJob(Job& job) {
    std::unique_lock lock(m_mutex);
    m_jobReady.wait(lock, [this] { return m_isStopping || !m_jobs.empty(); });
    if (m_isStopping) return false;
    job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_waitingBytes -= job.bytes->size();
    return true;
}

void WorkerService::finish(const Job& job, Outcome outcome) {
    const bool isPassing = outcome.verdict == Verdict::Declined && outcome.reason == kReasonUnavailable;
    if (isPassing)
        m_results.finishForNow(job.hash, std::move(outcome));
    else
        m_results.finish(job.hash, std::move(outcome));
}

void WorkerService::serve(WorkerClient& client) {
    const JobHeader header{{}, m_capabilities};
    for (Job job; takeJob(job);) finish(job, client.translate(*job.bytes, header));
}

} // namespace air
