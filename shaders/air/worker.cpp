#include "shaders/air/worker.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "shaders/air/frame_socket.h"
#include "shaders/air/json.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define PVGL_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define PVGL_SANITIZED 1
#endif

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Status;

namespace {

#ifdef PVGL_SANITIZED
constexpr bool kLimitsAddressSpace = false;
#else
constexpr bool kLimitsAddressSpace = true;
#endif
constexpr rlim_t kAddressSpace = rlim_t(1) << 30;
// Above the peer's limit, which is the one that names the outcome; this one holds where the peer may not look or is gone.
constexpr rlim_t kCpuSecondsPerJob = 6;

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

Outcome runJob(const Frame& frame, const Translate& translate) {
    const auto job = jobFromJson(frame.header);
    if (!job) return {Verdict::Failed, "bad-request: " + job.error().text, {}};
    return translate(frame.payload, job->function, job->capabilities);
}

} // namespace

Status enterWorkerLimits() {
    if (kLimitsAddressSpace) PVG_CHECK(lower(RLIMIT_AS, kAddressSpace));
    PVG_CHECK(lower(RLIMIT_CORE, 0));
    errno = 0;
    if (nice(5) == -1 && errno != 0) return Error{Code::Io, std::string("shader worker: nice: ") + std::strerror(errno)};
    return {};
}

Status runWorker(int socket, const Translate& translate) {
    FrameSocket frames(socket);
    for (;;) {
        auto frame = frames.receive();
        if (!frame) return frame.error().code == Code::NotFound ? Status() : Status(frame.error());
        if (frame->header.empty()) {
            PVG_CHECK(frames.send({}, {}));
            continue;
        }
        allowCpuForOneJob();
        PVG_CHECK(frames.send(toJson(runJob(*frame, translate)), {}));
    }
}

} // namespace air
