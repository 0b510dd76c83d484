#include "shaders/air/worker_client.h"

#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <optional>

#include "shaders/air/frame_socket.h"

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Result;
using pvg::Status;
using pvg::UniqueFd;
using namespace std::chrono_literals;

namespace {

// CPU time the process has used in its life.
std::optional<std::chrono::nanoseconds> cpuTimeOf(pid_t process) {
    clockid_t clock{};
    timespec now{};
    if (process <= 0 || clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &now) != 0) return std::nullopt;
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

Outcome declined(const char* reason) { return {Verdict::Declined, reason, {}}; }

// What an earlier job may have left behind in the worker's memory.
bool isWorkersFault(const std::string& reason) {
    return reason == kReasonCrashed || reason == kReasonBadReply || reason == kReasonOutOfMemory;
}

} // namespace

WorkerClient::WorkerClient(SpawnWorker spawn, WorkerLimits limits) : m_spawn(std::move(spawn)), m_limits(limits) {}

WorkerClient::~WorkerClient() { stop(); }

// Asks for a greeting: whatever the worker sent of its own, or twice, comes before it and shows.
Status WorkerClient::greet() {
    m_cpuEnd = std::chrono::nanoseconds::max();
    const auto waiting = [this] { return mayContinue(); };
    PVG_CHECK(m_socket->send({}, {}, waiting));
    PVG_TRY(const Frame greeting, m_socket->receive(waiting));
    if (greeting.header.empty() && greeting.payload.empty()) return {};
    return Error{Code::Protocol, "the shader worker said more than it was asked"};
}

// Greeted first, so that a worker that cannot start is told apart from a job that kills it.
Status WorkerClient::start() {
    PVG_TRY(const int descriptor, m_spawn());
    m_socket = std::make_unique<FrameSocket>(descriptor);
    m_wallEnd = Clock::now() + m_limits.wall;
    PVG_CHECK(greet());
    // The pidfd keeps a later kill from reaching a stranger that got the number; whoever still holds the socket had it until now.
    const pid_t peer = m_socket->peer();
    UniqueFd process(peer > 0 ? int(syscall(SYS_pidfd_open, peer, 0)) : -1);
    if (m_socket->hasInput()) return Error{Code::Io, "the shader worker ended, or spoke, before it was asked"};
    m_pid = peer;
    m_process = std::move(process);
    return {};
}

void WorkerClient::stop() {
    if (m_process) syscall(SYS_pidfd_send_signal, m_process.get(), SIGKILL, nullptr, 0);
    m_process.reset();
    m_pid = 0;
    m_socket.reset();
}

bool WorkerClient::mayContinue() const {
    if (m_isCancelled) return false;
    const auto used = cpuTimeOf(m_pid);
    return Clock::now() <= m_wallEnd && (!used || *used <= m_cpuEnd);
}

Result<Outcome> WorkerClient::exchange(std::span<const std::byte> library, const JobHeader& job) {
    m_wallEnd = m_jobEnd;
    const auto begin = cpuTimeOf(m_pid);
    m_cpuEnd = begin.value_or(0ns) + m_limits.cpu - m_latestCpu;
    const auto waiting = [this] { return mayContinue(); };
    PVG_CHECK(m_socket->send(toJson(job), library, waiting));
    auto received = m_socket->receive(waiting);
    const auto end = cpuTimeOf(m_pid);
    if (begin && end) m_latestCpu += *end - *begin;
    PVG_TRY(Frame answer, std::move(received));
    const auto* glsl = reinterpret_cast<const char*>(answer.payload.data());
    return outcomeFromParts({std::move(answer.header), std::string(glsl, answer.payload.size())});
}

Outcome WorkerClient::outcomeOf(const Error& error) const {
    if (m_isCancelled) return declined(kReasonCancelled);
    if (error.code == Code::OutOfRange) return declined(kReasonTooLarge);
    if (error.code == Code::Protocol) return declined(kReasonBadReply);
    return declined(error.code == Code::Timeout ? kReasonTimeout : kReasonCrashed);
}

Outcome WorkerClient::attempt(std::span<const std::byte> library, const JobHeader& job) {
    if (m_isCancelled) return declined(kReasonCancelled);
    // An answer nobody asked for must not become this job's; a worker that died of its own is found here, too.
    m_wallEnd = m_jobEnd;
    if (m_socket && !greet()) {
        ++m_deaths;
        stop();
    }
    if (!m_socket) {
        const Status started = start();
        if (!started) {
            stop();
            return declined(m_isCancelled ? kReasonCancelled : kReasonUnavailable);
        }
    }
    auto outcome = exchange(library, job);
    // A worker that says it is out of memory has ended with these words.
    if (outcome && outcome->reason != kReasonOutOfMemory) return std::move(*outcome);
    Outcome replacement = outcome ? std::move(*outcome) : outcomeOf(outcome.error());
    if (replacement.reason != kReasonCancelled && replacement.reason != kReasonTooLarge) ++m_deaths;
    stop();
    return replacement;
}

Outcome WorkerClient::translate(std::span<const std::byte> library, const JobHeader& job) {
    m_jobEnd = Clock::now() + m_limits.wall;
    m_latestCpu = 0ns;
    const bool isUsed = m_socket != nullptr;
    Outcome first = attempt(library, job);
    if (!isUsed || !isWorkersFault(first.reason)) return first;
    Outcome second = attempt(library, job);
    return second.reason == kReasonTimeout ? first : second;
}

} // namespace air
