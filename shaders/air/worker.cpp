#include "shaders/air/worker.h"

#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>

#include "shaders/air/frame_socket.h"
#include "shaders/air/json.h"
#include "shaders/air/sanitized.h"
#include "shaders/air/worker_reasons.h"
#include "shaders/air/worker_sandbox.h"

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Status;

namespace {

constexpr rlim_t kAddressSpace = rlim_t(1) << 30;
// Above the peer's limit, which is the one that names the outcome; this one holds where the peer may not look or is gone.
constexpr rlim_t kCpuSecondsPerJob = 6;

// What endOutOfMemory() sends, made while there is memory.
struct LastWords {
    int socket = -1;
    std::string frame;
};
LastWords g_lastWords;

Status lower(decltype(RLIMIT_AS) which, rlim_t limit) {
    const rlimit value{limit, limit};
    if (setrlimit(which, &value) == 0) return {};
    return Error{Code::Io, std::string("shader worker: setrlimit: ") + std::strerror(errno)};
}

// RLIMIT_CPU counts over the life of the process, so it is moved along with every job; only the soft limit can be.
void allowCpuForOneJob() {
    rusage used{};
    rlimit limit{};
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return;
    const rlim_t wanted = rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + kCpuSecondsPerJob;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    setrlimit(RLIMIT_CPU, &limit);
}

void prepareLastWords(int socket) {
    const OutcomeParts parts = toParts({Verdict::Declined, kReasonOutOfMemory, {}});
    g_lastWords = {socket, frameBytes(parts.header, parts.glsl.size())};
    std::set_new_handler(endOutOfMemory);
}

Outcome runJob(const Frame& frame, const DoJob& doJob) {
    const auto job = jobFromJson(frame.header);
    if (!job) return {Verdict::Failed, "bad-request: " + job.error().text, {}};
    return doJob(frame.payload, *job);
}

// What a frame cannot carry is still answered.
Status answer(FrameSocket& frames, Outcome outcome) {
    OutcomeParts parts = toParts(std::move(outcome));
    if (parts.header.size() > kMaxHeaderBytes || parts.glsl.size() > kMaxPayloadBytes)
        parts = toParts({Verdict::Declined,
                         "too-large: a translation of " + std::to_string(parts.header.size()) + " + " + std::to_string(parts.glsl.size()) + " bytes",
                         {}});
    return frames.send(parts.header, std::as_bytes(std::span(parts.glsl)));
}

} // namespace

void endOutOfMemory() {
    const std::string& frame = g_lastWords.frame;
    for (size_t done = 0; done < frame.size();) {
        const ssize_t n = ::send(g_lastWords.socket, frame.data() + done, frame.size() - done, MSG_NOSIGNAL);
        if (n > 0) done += size_t(n);
        pollfd item{g_lastWords.socket, POLLOUT, 0};
        if (n <= 0 && (errno != EAGAIN || poll(&item, 1, -1) < 0)) break;
    }
    _exit(1);
}

Status enterWorkerLimits() {
    if (!kIsSanitized) PVG_CHECK(lower(RLIMIT_AS, kAddressSpace));
    PVG_CHECK(lower(RLIMIT_CORE, 0));
    errno = 0;
    if (nice(5) == -1 && errno != 0) return Error{Code::Io, std::string("shader worker: nice: ") + std::strerror(errno)};
    return {};
}

Status runWorker(int socket, const DoJob& doJob, Sandbox sandbox) {
    FrameSocket frames(socket);
    prepareLastWords(socket);
    if (sandbox == Sandbox::On) PVG_CHECK(enterSandbox(socket));
    for (;;) {
        auto frame = frames.receive();
        if (!frame) return frame.error().code == Code::NotFound ? Status() : Status(frame.error());
        if (frame->header.empty()) {
            PVG_CHECK(frames.send({}, {}));
            continue;
        }
        allowCpuForOneJob();
        PVG_CHECK(answer(frames, runJob(*frame, doJob)));
    }
}

} // namespace air
