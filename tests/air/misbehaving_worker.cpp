// A worker whose translator does what the job's library says, as text: "crash", "spin", "busy" (50 ms of CPU), "sleep", "exhaust" (by malloc
// and no handler), "hoard" (by new), "close", "crash late" (after 200 ms of CPU), "crash if used" (unless it is the worker's first job), "long
// text" and "long name" (that no frame can carry), "call NAME" (a system call, see forbidden_calls.h; the answer is its errno); anything else
// is translated. Called with a mode it answers in a way of its own, see answerOddly(); with `unsandboxed` it has no system-call filter.
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "shaders/air/frame_socket.h"
#include "shaders/air/json.h"
#include "shaders/air/worker.h"
#include "tests/air/forbidden_calls.h"

namespace {

constexpr int kSocket = 3;

void useCpu(std::chrono::milliseconds time) {
    const auto end = std::clock() + time.count() * (CLOCKS_PER_SEC / 1000);
    while (std::clock() < end) {}
}

// More than the address space limit, touched so that it is really asked for.
void exhaust() {
    for (;;) std::memset(std::malloc(size_t(64) << 20), 1, 4096);
}

[[noreturn]] void hoard() {
    for (std::vector<std::unique_ptr<char[]>> kept;; kept.push_back(std::make_unique<char[]>(size_t(16) << 20))) {}
}

air::Outcome callAndTell(std::string_view name) {
    air::Outcome outcome{air::Verdict::Ok, "", {}};
    outcome.translation.glsl = "errno " + std::to_string(makeForbiddenCall(name));
    return outcome;
}

air::Outcome obey(std::span<const std::byte> library, const air::JobHeader& job) {
    const std::string_view order(reinterpret_cast<const char*>(library.data()), library.size());
    if (order == "crash") std::abort();
    if (order == "spin") useCpu(std::chrono::hours(1));
    if (order == "busy") useCpu(std::chrono::milliseconds(50));
    if (order == "sleep") std::this_thread::sleep_for(std::chrono::hours(1));
    if (order == "exhaust") exhaust();
    if (order == "hoard") hoard();
    if (order == "close") _exit(0);
    if (order == "crash late") useCpu(std::chrono::milliseconds(200)), std::abort();
    static bool isUsed = false;
    if (order == "crash if used" && isUsed) std::abort();
    isUsed = true;
    if (order.starts_with("call ")) return callAndTell(order.substr(5));
    air::Outcome outcome;
    outcome.verdict = air::Verdict::Ok;
    outcome.translation.glsl = "// " + std::string(order) + " " + job.function + " " + std::to_string(job.capabilities.maxImageUnits);
    outcome.translation.reflection.functionName = order == "long name" ? std::string(air::kMaxHeaderBytes, 'n') : job.function;
    if (order == "long text") outcome.translation.glsl.resize(air::kMaxPayloadBytes + 1, ' ');
    return outcome;
}

[[noreturn]] void sleepForEver() {
    for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
}

void sendRaw(std::string_view bytes) {
    if (send(kSocket, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) _exit(1);
}

// The job's own bytes, as GLSL.
void echo(air::FrameSocket& frames, const air::Frame& job) {
    air::Outcome outcome{air::Verdict::Ok, "", {}};
    if (!frames.send(air::toParts(outcome).header, job.payload)) _exit(1);
}

// mute: never. garbage: no Outcome. twice: every answer comes two times. half: half a frame, and no more. trickle: a byte now and then. cut: half
// a frame, and the end. deep: the most brackets that a header can hold. deaf: no job is read.
[[noreturn]] void answerOddly(std::string_view mode) {
    if (mode == "mute") sleepForEver();
    air::FrameSocket frames(kSocket);
    if (!frames.receive() || !frames.send({}, {})) _exit(1);
    if (mode == "deaf") sleepForEver();
    for (;;) {
        const auto job = frames.receive();
        if (!job) _exit(0);
        if (mode == "garbage" && !frames.send(R"({"verdict":9})", {})) _exit(1);
        if (mode == "deep" && !frames.send(std::string(air::kMaxHeaderBytes, '['), {})) _exit(1);
        if (mode == "twice") echo(frames, *job), echo(frames, *job);
        if (mode == "half" || mode == "cut" || mode == "trickle") sendRaw(air::frameBytes(std::string(100, ' '), 1000).substr(0, 50));
        if (mode == "half") sleepForEver();
        if (mode == "cut") _exit(0);
        for (; mode == "trickle"; std::this_thread::sleep_for(std::chrono::milliseconds(5))) sendRaw(" ");
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (!mode.empty() && mode != "unsandboxed") answerOddly(mode);
    if (!air::enterWorkerLimits()) return 1;
    return air::runWorker(kSocket, obey, mode == "unsandboxed" ? air::Sandbox::Off : air::Sandbox::On) ? 0 : 1;
}
