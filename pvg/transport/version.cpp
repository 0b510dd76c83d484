#include "pvg/transport/version.h"

#include <fmt/format.h>

#include <cstring>
#include <nlohmann/json.hpp>

#include "pvg/base/byte_reader.h"

namespace pvg::transport {
namespace {

constexpr size_t kMaxText = 4096;
// Two forms because QEMU refuses a reply longer than its request; an empty object means all defaults.
constexpr std::string_view kReplies[] = {
    R"({"capabilities":{"max_msg_fds":8,"max_data_xfer_size":1048576,"pgsizes":4096,"max_dma_maps":65535}})", "{}"};

bool isLimit(const nlohmann::json& capabilities, const char* key) {
    const auto value = capabilities.find(key);
    return value == capabilities.end() || (value->is_number_unsigned() && value->get<uint64_t>() > 0);
}

// `text` without its NUL. Keys nobody knows are no error.
bool checkCapabilities(std::string_view text, std::string& why) {
    const auto document = nlohmann::json::parse(text, nullptr, false);
    if (document.is_discarded() || !document.is_object()) {
        why = "its capabilities are not a JSON object";
        return false;
    }
    const auto capabilities = document.find("capabilities");
    if (capabilities == document.end()) return true;
    if (!capabilities->is_object()) {
        why = "its capabilities are not a JSON object";
        return false;
    }
    for (const char* key : {"max_msg_fds", "max_data_xfer_size", "pgsizes", "max_dma_maps"})
        if (!isLimit(*capabilities, key)) {
            why = fmt::format("its capability {} is not a positive number", key);
            return false;
        }
    return true;
}

} // namespace

std::optional<std::vector<std::byte>> negotiateVersion(std::span<const std::byte> proposal, std::string& why) {
    ByteReader reader(proposal);
    const uint16_t major = reader.u16();
    (void)reader.u16(); // any minor: 0 is the lower one
    if (reader.failed() || major != 0) {
        why = fmt::format("it speaks major version {}, this server 0", major);
        return std::nullopt;
    }
    const auto text = reader.bytes(reader.remaining());
    if (text.empty() || text.size() > kMaxText || text.back() != std::byte{0}) {
        why = fmt::format("its capabilities are {} bytes (1 to {}) or do not end with NUL", text.size(), kMaxText);
        return std::nullopt;
    }
    if (!checkCapabilities({reinterpret_cast<const char*>(text.data()), text.size() - 1}, why)) return std::nullopt;

    std::vector<std::byte> reply(4); // major 0, minor 0
    for (const auto form : kReplies) {
        if (form.size() + 1 > text.size()) continue;
        reply.resize(4 + form.size() + 1);
        std::memcpy(reply.data() + 4, form.data(), form.size());
        break;
    }
    return reply;
}

} // namespace pvg::transport
