// One client's conversation: checks each message against its row of protocol.inc, acts on the device, makes the reply. No socket in here.
#pragma once

#include <optional>
#include <string>

#include "pvg/transport/device_model.h"
#include "pvg/transport/inbox.h"

namespace pvg::transport {

class Session {
public:
    Session(DeviceModel& device, DmaTable& maps) : m_device(device), m_maps(maps) {}

    struct Answer {
        std::vector<std::byte> bytes; // empty: no reply
        std::string closeReason;      // not empty: close the connection after sending `bytes`
    };
    Answer handle(Message message);

private:
    using Payload = std::vector<std::byte>;

#define COMMAND(name, id, payload, exact, maxFds) int on##name(Message& message, Payload& reply);
#include "pvg/transport/protocol.inc"
#undef COMMAND
    int dispatch(const CommandRow& row, Message& message, Payload& reply);
    int check(const CommandRow* row, const Message& message);
    int checkAccess(const RegionAccessPayload& access);
    // Logs why a request was refused, a bounded number of times a connection.
    int refuse(int error, const std::string& sentence);

    DeviceModel& m_device;
    DmaTable& m_maps;
    bool m_negotiated = false;
    std::string m_closeReason;
    uint32_t m_refusals = 0;
    UniqueFd m_errorEventFd; // IRQ index ERR: accepted because QEMU asks for it, never fired
};

} // namespace pvg::transport
