// A worker whose translator does what the job's library says, as text: "crash", "spin", "busy" (50 ms of CPU), "sleep", "exhaust" (by malloc
// and no handler), "hoard" (by new), "close", "call NAME" (a system call, see forbidden_calls.h; the answer is its errno); anything else is
// translated. Called with `mute` it never answers, with `garbage` it answers every job with bytes that are no
// Outcome; with `unsandboxed` it has no system-call filter.
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

air::Outcome obey(std::span<const std::byte> library, const std::string& function, const air::Capabilities& capabilities) {
    const std::string_view order(reinterpret_cast<const char*>(library.data()), library.size());
    if (order == "crash") std::abort();
    if (order == "spin") useCpu(std::chrono::hours(1));
    if (order == "busy") useCpu(std::chrono::milliseconds(50));
    if (order == "sleep") std::this_thread::sleep_for(std::chrono::hours(1));
    if (order == "exhaust") exhaust();
    if (order == "hoard") hoard();
    if (order == "close") _exit(0);
    if (order.starts_with("call ")) return callAndTell(order.substr(5));
    air::Outcome outcome;
    outcome.verdict = air::Verdict::Ok;
    outcome.translation.glsl = "// " + std::string(order) + " " + function + " " + std::to_string(capabilities.maxImageUnits);
    outcome.translation.reflection.functionName = function;
    return outcome;
}

int answerNonsense() {
    air::FrameSocket frames(kSocket);
    for (;;) {
        const auto frame = frames.receive();
        if (!frame) return 0;
        if (!frames.send(frame->header.empty() ? "" : R"({"verdict":9})", {})) return 1;
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (mode == "mute") std::this_thread::sleep_for(std::chrono::hours(1));
    if (mode == "garbage") return answerNonsense();
    if (!air::enterWorkerLimits()) return 1;
    return air::runWorker(kSocket, obey, mode == "unsandboxed" ? air::Sandbox::Off : air::Sandbox::On) ? 0 : 1;
}
