// Pages of registers, FIFO commands, device information, the socket.
#include <string_view>

#include "pvg/fifo/command_table.h"
#include "pvg/protocol/page.h"

namespace pvg::protocol {

namespace {

std::string_view accessText(std::string_view access) {
    if (access == "Store") return "read and write; reads give what was written";
    if (access == "Constant") return "read only";
    if (access == "Doorbell") return "write only; reads 0";
    return "answered at once from live state";
}

std::string_view statusText(FifoStatus status) {
    switch (status) {
    case FifoStatus::Runs:
        return "runs";
    case FifoStatus::Accepted:
        return "accepted, nothing to do";
    case FifoStatus::Deprecated:
        return "declined: DeprecatedCommand";
    case FifoStatus::Declined:
        return "declined: NotImplemented";
    }
    return "";
}

} // namespace

Page registersPage() {
    Page page("Config space and registers of BAR0", "All 4 bytes wide; meaning and side effects are in [device.md](../device.md) 2.");
    page.section("Control block", {"offset", "name", "access", "reset", "meaning"});
#define REGISTER(name, offset, access, reset, meaning)                                                                                     \
    page.row({fmt::format("0x{:04x}", offset), #name, std::string(accessText(#access)), fmt::format("{}", reset), meaning});
#include "pvg/device/registers.inc"
#undef REGISTER
    page.section("Config space", {"offset", "name", "bytes", "reset", "writable bits"});
#define FIELD(name, offset, bytes, reset, writable)                                                                                        \
    page.row({fmt::format("0x{:02x}", offset), #name, fmt::format("{}", bytes), fmt::format("0x{:x}", reset),                              \
              fmt::format("0x{:x}", writable)});
#include "pvg/device/config_space.inc"
#undef FIELD
    page.paragraph("What is not listed reads 0 and ignores writes. In BAR0, 0x0000 to 0x0fff reads 0 and ignores writes. Every other "
                   "offset up to 0x3fff is plain storage.");
    return page;
}

Page fifoPage() {
    Page page(
        "FIFO commands",
        "Offsets count from the payload, which stands behind the header of 12 bytes and the barriers. Every command publishes its stamp.");
    page.section("Commands", {"id", "name", "payload", "fields", "status", "gate"});
    for (const FifoCommandRow& row : fifoCommandRows())
        page.row({fmt::format("0x{:02x}", row.id), row.name, lengthRule(row.minimalPayload, row.fields), fieldList(row.fields, 0),
                  std::string(statusText(row.status)), gateCell(row.gate)});
    page.paragraph("Every other id is declined as UnknownCommand.");
    return page;
}

Page deviceInfoPage() {
    Page page(
        "Device information",
        "Pairs of the reply to 0x3a. `caps` is what the OpenGL driver measured; what the keys mean is in [queries.md](../queries.md).");
    page.section("Keys", {"key", "name", "answer"});
#define DEVICE_INFO(key, name, value) page.row({fmt::format("{}", key), #name, "`" #value "`"});
#include "pvg/exec/device_info.inc"
#undef DEVICE_INFO
    return page;
}

Page socketPage() {
    Page page("vfio-user messages", "Payload is what stands behind the 16-byte header.");
    page.section("Served", {"id", "name", "payload", "file descriptors"});
#define COMMAND(name, id, payload, exact, maxFds)                                                                                          \
    page.row(                                                                                                                              \
        {fmt::format("{}", id), #name, fmt::format("{} {}", (exact) ? "exactly" : "at least", payload), fmt::format("up to {}", maxFds)});
#include "pvg/transport/protocol.inc"
#undef COMMAND
    page.paragraph("Every other id is answered with ENOSYS.");
    return page;
}

} // namespace pvg::protocol
