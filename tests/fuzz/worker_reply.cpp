// What a worker that was taken over may send: an outcome's header where the input begins with a brace, else whole frames on its socket. And
// the other way: a job's header, which a worker parses; that is what a text with a job's field is taken for.
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "shaders/air/frame_socket.h"
#include "shaders/air/json.h"

extern const std::string_view kOutcomePrefix;
const std::string_view kOutcomePrefix;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void readOutcome(std::string header) {
    const auto outcome = air::outcomeFromParts({std::move(header), "text"});
    if (!outcome) return require(!outcome.error().text.empty());
    require(outcome->translation.glsl == "text" && outcome->reason.size() <= 400);
    const air::OutcomeParts parts = air::toParts(*outcome);
    const auto again = air::outcomeFromParts(parts);
    require(again && air::toParts(*again).header == parts.header);
}

void readJob(const std::string& header) {
    const auto job = air::jobFromJson(header);
    if (!job) return require(!job.error().text.empty());
    const auto again = air::jobFromJson(air::toJson(*job));
    require(again && *again == *job);
}

// All that the worker has sent lies in the socket, and the worker is gone.
void readFrames(std::span<const std::byte> input) {
    int ends[2];
    require(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    require(send(ends[1], input.data(), input.size(), MSG_NOSIGNAL) == ssize_t(input.size()));
    close(ends[1]);
    air::FrameSocket socket(ends[0]);
    for (auto frame = socket.receive(); frame; frame = socket.receive()) {
        require(frame->header.size() + frame->payload.size() <= input.size());
        const std::string glsl(reinterpret_cast<const char*>(frame->payload.data()), frame->payload.size());
        const auto outcome = air::outcomeFromParts({std::move(frame->header), glsl});
        if (outcome) require(outcome->translation.glsl == glsl);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (!text.starts_with('{')) {
        readFrames(std::as_bytes(std::span(data, size)));
        return 0;
    }
    if (text.find("\"capabilities\"") == std::string::npos)
        readOutcome(text);
    else
        readJob(text);
    return 0;
}
