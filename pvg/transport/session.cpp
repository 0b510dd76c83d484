#include "pvg/transport/session.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"
#include "pvg/base/fd_socket.h"
#include "pvg/base/log.h"
#include "pvg/transport/event_fd.h"
#include "pvg/transport/version.h"

namespace pvg::transport {
namespace {

constexpr CommandRow kRows[] = {
#define COMMAND(name, id, payload, exact, maxFds) {Command::name, #name, payload, exact, maxFds},
#include "pvg/transport/protocol.inc"
#undef COMMAND
};
constexpr uint32_t kMaxLoggedRefusals = 20;

template <class T>
void append(std::vector<std::byte>& out, const T& value) {
    const auto* bytes = reinterpret_cast<const std::byte*>(&value);
    out.insert(out.end(), bytes, bytes + sizeof(T));
}

std::vector<std::byte> frame(const Header& request, int error, const std::vector<std::byte>& payload) {
    Header header{request.id, request.command, uint32_t(sizeof(Header)), kTypeReply, 0};
    if (error) {
        header.flags |= kFlagError;
        header.error = uint32_t(error);
    } else {
        header.size += uint32_t(payload.size());
    }
    std::vector<std::byte> bytes;
    bytes.reserve(header.size);
    append(bytes, header);
    if (!error) bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
}

} // namespace

const CommandRow* findCommand(uint16_t command) {
    for (const auto& row : kRows)
        if (uint16_t(row.command) == command) return &row;
    return nullptr;
}

int Session::refuse(int error, const std::string& sentence) {
    if (++m_refusals <= kMaxLoggedRefusals) spdlog::warn("vfio-user client: {} (answered with {})", sentence, std::strerror(error));
    if (m_refusals == kMaxLoggedRefusals) spdlog::warn("vfio-user client: further refusals of this connection are not logged");
    return error;
}

Session::Answer Session::handle(Message message) {
    const Header header = message.header;
    if ((header.flags & kTypeMask) == kTypeReply) return {{}, "it sent a reply to a command that was never sent"};

    const CommandRow* row = findCommand(header.command);
    Payload payload;
    int error = check(row, message);
    if (!error) error = dispatch(*row, message, payload);

    Answer answer;
    answer.closeReason = std::move(m_closeReason);
    if (!(header.flags & kFlagNoReply)) answer.bytes = frame(header, error, payload);
    return answer;
}

int Session::check(const CommandRow* row, const Message& message) {
    const Header& header = message.header;
    if (header.flags & ~kFlagNoReply) return refuse(EINVAL, fmt::format("command {} with flags {:#x}", header.command, header.flags));
    if (!m_negotiated && header.command != uint16_t(Command::Version)) {
        m_closeReason = fmt::format("it began with command {} instead of VERSION", header.command);
        return EINVAL;
    }
    if (!row) return refuse(ENOSYS, fmt::format("command {} is not known here", header.command));
    const size_t size = message.payload.size();
    if (size < row->payload || (row->exact && size != row->payload))
        return refuse(EINVAL, fmt::format("{} with {} bytes of payload instead of {}", row->name, size, row->payload));
    if (message.fds.size() > row->maxFds)
        return refuse(EINVAL, fmt::format("{} with {} file descriptors instead of at most {}", row->name, message.fds.size(), row->maxFds));
    return 0;
}

int Session::dispatch(const CommandRow& row, Message& message, Payload& reply) {
    switch (row.command) {
#define COMMAND(name, id, payload, exact, maxFds)                                                                                          \
    case Command::name:                                                                                                                    \
        return on##name(message, reply);
#include "pvg/transport/protocol.inc"
#undef COMMAND
    }
    return ENOSYS;
}

int Session::onVersion(Message& message, Payload& reply) {
    if (m_negotiated) return refuse(EINVAL, "VERSION a second time");
    std::string why;
    auto negotiated = negotiateVersion(message.payload, why);
    if (!negotiated) {
        m_closeReason = "its VERSION is refused: " + why;
        return EINVAL;
    }
    m_negotiated = true;
    reply = std::move(*negotiated);
    return 0;
}

int Session::onDmaMap(Message& message, Payload&) {
    const auto map = loadAt<DmaMapPayload>(message.payload, 0);
    if (map.argsz < sizeof map) return refuse(EINVAL, fmt::format("DmaMap with argsz {}", map.argsz));
    std::string why;
    UniqueFd fd = message.fds.empty() ? UniqueFd() : std::move(message.fds.front());
    if (const int error = m_maps.add(map, std::move(fd), why)) return refuse(error, why);
    m_device.ramMapped(m_maps.at(map.iova));
    return 0;
}

int Session::onDmaUnmap(Message& message, Payload& reply) {
    const auto unmap = loadAt<DmaUnmapPayload>(message.payload, 0);
    if (unmap.argsz < sizeof unmap || (unmap.flags & ~kUnmapAll))
        return refuse(EINVAL, fmt::format("DmaUnmap with argsz {} and flags {:#x}", unmap.argsz, unmap.flags));
    const auto removed = m_maps.remove(unmap);
    if (removed.error)
        return refuse(removed.error, fmt::format("DmaUnmap of {:#x} bytes at {:#x} cuts a map or is empty", unmap.size, unmap.iova));
    if (removed.count) m_device.ramUnmapped(removed.gpa, removed.size);
    reply = message.payload;
    return 0;
}

int Session::onGetInfo(Message& message, Payload& reply) {
    if (loadAt<InfoPayload>(message.payload, 0).argsz < sizeof(InfoPayload)) return refuse(EINVAL, "GetInfo with a short argsz");
    append(reply, InfoPayload{sizeof(InfoPayload), kDeviceReset | kDevicePci, kRegionCount, kIrqCount});
    return 0;
}

int Session::onGetRegionInfo(Message& message, Payload& reply) {
    const auto asked = loadAt<RegionInfoPayload>(message.payload, 0);
    if (asked.argsz < sizeof asked || asked.index >= kRegionCount)
        return refuse(EINVAL, fmt::format("GetRegionInfo of region {} with argsz {}", asked.index, asked.argsz));
    const uint64_t size = m_device.regionSize(asked.index);
    append(reply, RegionInfoPayload{sizeof(RegionInfoPayload), size ? kRegionRead | kRegionWrite : 0, asked.index, 0, size, 0});
    return 0;
}

int Session::onGetIrqInfo(Message& message, Payload& reply) {
    const auto asked = loadAt<IrqInfoPayload>(message.payload, 0);
    if (asked.argsz < sizeof asked || asked.index >= kIrqCount)
        return refuse(EINVAL, fmt::format("GetIrqInfo of index {} with argsz {}", asked.index, asked.argsz));
    const bool present = asked.index == kIrqMsi || asked.index == kIrqErr;
    append(reply, IrqInfoPayload{sizeof(IrqInfoPayload), present ? kIrqEventFd | kIrqNoResize : 0, asked.index, present ? 1u : 0u});
    return 0;
}

int Session::onSetIrqs(Message& message, Payload&) {
    const auto irqs = loadAt<SetIrqsPayload>(message.payload, 0);
    const bool present = irqs.index == kIrqMsi || irqs.index == kIrqErr;
    const bool disable = irqs.flags == (kSetDataNone | kSetTrigger) && irqs.count == 0 && message.fds.empty();
    // With eventfd data and no descriptor QEMU takes the eventfd away again.
    const bool install = irqs.flags == (kSetDataEventFd | kSetTrigger) && irqs.count <= 1 && (message.fds.empty() || irqs.count == 1);
    if (irqs.argsz < sizeof irqs || irqs.index >= kIrqCount || irqs.start != 0 || message.fds.size() > 1 || !(disable || install) ||
        (!present && !message.fds.empty()))
        return refuse(EINVAL, fmt::format("SetIrqs of index {} with flags {:#x}, start {}, count {} and {} descriptors", irqs.index,
                                          irqs.flags, irqs.start, irqs.count, message.fds.size()));
    UniqueFd eventFd = message.fds.empty() ? UniqueFd() : std::move(message.fds.front());
    if (eventFd && !prepareEventFd(eventFd.get())) return refuse(EINVAL, "SetIrqs with a descriptor that is no eventfd");
    if (irqs.index == kIrqMsi) m_device.installInterrupt(std::move(eventFd));
    if (irqs.index == kIrqErr) m_errorEventFd = std::move(eventFd);
    return 0;
}

int Session::checkAccess(const RegionAccessPayload& access) {
    const uint64_t size = access.region < kRegionCount ? m_device.regionSize(access.region) : 0;
    if (access.count == 0 || access.count > kMaxTransfer || !fits(access.offset, access.count, size))
        return refuse(EINVAL, fmt::format("access to {} bytes at {:#x} of region {}, which has {:#x}", access.count, access.offset,
                                          access.region, size));
    return 0;
}

int Session::onRegionRead(Message& message, Payload& reply) {
    const auto access = loadAt<RegionAccessPayload>(message.payload, 0);
    if (const int error = checkAccess(access)) return error;
    reply.resize(sizeof access + access.count);
    std::memcpy(reply.data(), &access, sizeof access);
    m_device.readRegion(access.region, access.offset, std::span(reply).subspan(sizeof access));
    return 0;
}

int Session::onRegionWrite(Message& message, Payload& reply) {
    const auto access = loadAt<RegionAccessPayload>(message.payload, 0);
    if (const int error = checkAccess(access)) return error;
    if (message.payload.size() != sizeof access + access.count)
        return refuse(EINVAL,
                      fmt::format("RegionWrite of {} bytes with {} bytes of data", access.count, message.payload.size() - sizeof access));
    m_device.writeRegion(access.region, access.offset, std::span<const std::byte>(message.payload).subspan(sizeof access));
    append(reply, access);
    return 0;
}

int Session::onReset(Message&, Payload&) {
    m_device.reset();
    return 0;
}

} // namespace pvg::transport
