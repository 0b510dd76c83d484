#include "shaders/air/pending_jobs.h"

#include <fmt/format.h>

#include <algorithm>

#include "shaders/air/container.h"

namespace air {

namespace {

// What may wait for a worker. A guest that asks for more gets a Declined outcome, and may ask again.
constexpr size_t kMostWaitingJobs = 4096;
constexpr size_t kMostWaitingBytes = size_t(256) << 20;
constexpr size_t kLongestTitle = 64;

double secondsSince(PendingJobs::Clock::time_point then) { return std::chrono::duration<double>(PendingJobs::Clock::now() - then).count(); }

} // namespace

std::string titleOf(std::span<const std::byte> library) {
    const auto entries = readContainer(library);
    if (!entries || entries->empty() || entries->front().name.empty()) return fmt::format("module of {} bytes", library.size());
    const FunctionEntry& entry = entries->front();
    std::string title = fmt::format("{} {}", kindName(entry.kind), entry.name.substr(0, kLongestTitle));
    title.resize(std::min(title.size(), kLongestTitle));
    std::ranges::replace_if(title, [](char c) { return c < ' ' || c > '~'; }, '?');
    return title;
}

bool PendingJobs::push(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) {
    Job job{hash, std::move(library), {}, Clock::now()};
    job.title = titleOf(*job.bytes);
    const std::scoped_lock lock(m_mutex);
    const size_t size = job.bytes->size();
    if (m_waiting.size() >= kMostWaitingJobs || m_waitingBytes + size > kMostWaitingBytes) return false;
    m_waitingBytes += size;
    m_waiting.push_back(std::move(job));
    m_jobReady.notify_one();
    return true;
}

std::optional<PendingJobs::Running> PendingJobs::take() {
    std::unique_lock lock(m_mutex);
    m_jobReady.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
    if (m_isStopping) return std::nullopt;
    m_running.push_back(std::move(m_waiting.front()));
    m_waiting.pop_front();
    m_waitingBytes -= m_running.back().bytes->size();
    return std::prev(m_running.end());
}

double PendingJobs::done(Running job) {
    const double milliseconds = secondsSince(job->asked) * 1000;
    const std::scoped_lock lock(m_mutex);
    m_running.erase(job);
    return milliseconds;
}

void PendingJobs::stop() {
    const std::scoped_lock lock(m_mutex);
    m_isStopping = true;
    m_jobReady.notify_all();
}

// What runs was asked for before what waits.
std::vector<PendingTranslation> PendingJobs::list(size_t most) const {
    std::vector<PendingTranslation> pending;
    const std::scoped_lock lock(m_mutex);
    const auto add = [&](const Job& job, bool isRunning) {
        if (pending.size() < most) pending.push_back({job.title, secondsSince(job.asked), isRunning});
    };
    for (const Job& job : m_running) add(job, true);
    for (const Job& job : m_waiting) add(job, false);
    return pending;
}

} // namespace air
