// The guest driver's core: version handshake, channels, submissions, stamps, interrupts (device.md 3 to 6).
//
// Errors are sticky: the first one is kept as a sentence, later calls do nothing and waits return false. A host that left is no error.
// Thread: one.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "pvg/guest/command.h"
#include "pvg/guest/platform.h"
#include "pvg/guest/ring.h"

namespace pvg::guest {

class Driver {
public:
    explicit Driver(Platform& platform) : m_platform(platform) {}

    // device.md 4: handshake, root FIFO, channels 1 to 4, device information. False: see failure().
    bool bringUp(uint32_t version);

    bool defineChannel(uint32_t channel, uint32_t ringPages);
    // Barriers that are already met are left out, as the real guest does (device.md 5.4). Does not wait for the command.
    Fence submit(uint32_t channel, Command id, std::span<const std::byte> payload, std::span<const Fence> barriers = {});
    Fence submit(Channel channel, Command id, std::span<const std::byte> payload, std::span<const Fence> barriers = {}) {
        return submit(static_cast<uint32_t>(channel), id, payload, barriers);
    }

    bool isReached(Fence fence) const;
    // Sleeps on the MSI in rounds of at most one second and re-reads the stamp each time, as the real guest does.
    bool wait(Fence fence, std::chrono::milliseconds timeout = std::chrono::seconds(30));
    // Serves interrupts until `done` says so. False after the timeout; that alone is no failure.
    bool serviceUntil(const std::function<bool()>& done, std::chrono::milliseconds timeout);

    // Called from inside waits when INTR_STATUS_DISP names the port.
    void onDisplayInterrupt(DisplayPort port, std::function<void()> handler) { m_displayHandlers[port.value] = std::move(handler); }

    Platform& platform() { return m_platform; }
    uint32_t readRegister(Register r) { return m_platform.readRegister(static_cast<uint32_t>(r)); }
    void writeRegister(Register r, uint32_t v) { m_platform.writeRegister(static_cast<uint32_t>(r), v); }
    // Pages of the kernel itself: reply pages, shared pages.
    std::optional<Page> allocatePage();

    uint32_t portCount() const { return m_portCount; }
    uint32_t version() const { return m_version; }
    uint64_t interrupts() const { return m_interrupts; }
    // Value of a device-info key, if the host gave one (device.md 7).
    std::optional<uint32_t> deviceInfo(uint32_t key) const;

    bool isRunning() const { return !m_hostGone && m_failure.empty(); }
    bool isHostGone() const { return m_hostGone; }
    const std::string& failure() const { return m_failure; }
    void fail(std::string sentence);

private:
    struct ChannelState {
        Ring ring;
        Page record;      // page that holds the channel record; unused for the root
        uint32_t recordAt = 0;
        uint32_t issued = 0; // last signal value handed out
        bool isDefined = false;
    };

    bool negotiate(uint32_t version);
    bool startRootFifo();
    bool readDeviceInfo();
    uint32_t consumed(uint32_t channel);
    bool waitForRoom(uint32_t channel, size_t bytes);
    void publish(uint32_t channel, std::span<const std::byte> command);
    void serviceInterrupt();

    Platform& m_platform;
    std::array<ChannelState, 32> m_channels;
    std::array<std::function<void()>, 8> m_displayHandlers;
    std::map<uint32_t, uint32_t> m_info;
    Page m_stampPage, m_rootPage;
    uint32_t m_portCount = 1;
    uint32_t m_version = 0;
    uint64_t m_interrupts = 0;
    bool m_hostGone = false;
    std::string m_failure;
};

} // namespace pvg::guest
