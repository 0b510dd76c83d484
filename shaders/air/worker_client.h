// One worker process, used one job at a time. Whatever the worker does (dies, hangs, answers nonsense) becomes an Outcome, and the next job
// gets a fresh one. A job is blamed only by a worker that has done no other: what dies with a used one runs once more, in a fresh one, with
// what is left of its CPU time.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>

#include "pvg/base/result.h"
#include "pvg/base/unique_fd.h"
#include "shaders/air/json.h"
#include "shaders/air/worker_reasons.h"

namespace air {

class FrameSocket;

// Gives a connected stream socket whose other end a new worker reads. Called from any thread that translates.
using SpawnWorker = std::function<pvg::Result<int>()>;

struct WorkerLimits {
    std::chrono::milliseconds cpu{3000};   // of one job, measured on the worker's CPU clock
    std::chrono::milliseconds wall{30000}; // of one job: for a worker that sleeps, or whose clock cannot be read
};

// Thread: one, except cancel().
class WorkerClient {
public:
    WorkerClient(SpawnWorker spawn, WorkerLimits limits);
    ~WorkerClient();

    Outcome translate(std::span<const std::byte> library, const JobHeader& job);
    // Ends a running job within a poll tick and refuses later ones. Thread: any.
    void cancel() { m_isCancelled = true; }
    // Workers that ended, by their own death or by ours. Thread: any.
    uint64_t deaths() const { return m_deaths; }
    // CPU time of the latest job, of all its workers; 0 when it cannot be known.
    std::chrono::nanoseconds latestCpu() const { return m_latestCpu; }

private:
    pvg::Status greet();
    pvg::Status start();
    void stop();
    Outcome attempt(std::span<const std::byte> library, const JobHeader& job);
    pvg::Result<Outcome> exchange(std::span<const std::byte> library, const JobHeader& job);
    Outcome outcomeOf(const pvg::Error& error) const;
    bool mayContinue() const;

    using Clock = std::chrono::steady_clock;

    SpawnWorker m_spawn;
    WorkerLimits m_limits;
    std::unique_ptr<FrameSocket> m_socket;
    pid_t m_pid = 0;    // 0: the worker is not visible from here
    pvg::UniqueFd m_process; // its pidfd
    Clock::time_point m_wallEnd, m_jobEnd;
    std::chrono::nanoseconds m_cpuEnd{0}, m_latestCpu{0};
    std::atomic<bool> m_isCancelled{false};
    std::atomic<uint64_t> m_deaths{0};
};

} // namespace air
