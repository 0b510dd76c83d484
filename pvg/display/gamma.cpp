#include "pvg/display/gamma.h"

namespace pvg {

Declined<std::shared_ptr<const std::vector<uint32_t>>> copyGamma(AddressSpace& space, const GammaCommand& command) {
    constexpr uint64_t kChannels = 3;
    uint64_t words = kChannels * command.entries;
    if (command.entries == 0 || command.entries > kMaxGammaEntries || words * 4 > command.mappedLength)
        return decline(DeclineReason::BadLength, "gamma table of {} entries in {} bytes", command.entries, command.mappedLength);
    auto table = std::make_shared<std::vector<uint32_t>>(words);
    auto read = space.read(command.table, std::as_writable_bytes(std::span(*table)));
    if (!read) return read.failure();
    return std::shared_ptr<const std::vector<uint32_t>>(std::move(table));
}

} // namespace pvg
