// What comes back from places that somebody else may have written: a file of the shader cache, and a worker's answer on its socket. The first
// byte chooses: '0' a file as it lies there, '1' one whose magic, key and checksum are right, '2' bytes from a worker.
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "shaders/air/cache_entry.h"
#include "shaders/air/frame_socket.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void readFile(std::span<const std::byte> file) {
    const air::CacheKey key{};
    const auto outcome = air::decodeEntry(key, file);
    if (!outcome) return require(!outcome.error().text.empty());
    const auto again = air::decodeEntry(key, air::encodeEntry(key, *outcome));
    require(again && again->translation.glsl == outcome->translation.glsl && air::toJson(*again) == air::toJson(*outcome));
}

void readSealedFile(std::span<const std::byte> input) {
    std::vector<std::byte> file(input.begin(), input.end());
    if (file.size() < air::kEntryHeadBytes) file.resize(air::kEntryHeadBytes);
    air::sealEntry({}, file);
    readFile(file);
}

// All that the worker has sent lies in the socket, and the worker is gone.
void readAnswers(std::span<const std::byte> input) {
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
    if (size == 0) return 0;
    const auto input = std::as_bytes(std::span(data, size)).subspan(1);
    if (data[0] == '0') readFile(input);
    if (data[0] == '1') readSealedFile(input);
    if (data[0] == '2') readAnswers(input);
    return 0;
}
