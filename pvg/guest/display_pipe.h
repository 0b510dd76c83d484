// One display pipe of the guest driver: shared page, online handshake, vertical blanks, presents, cursor (device.md 8).
#pragma once

#include <optional>

#include "pvg/guest/driver.h"

namespace pvg::guest {

struct DisplayMode {
    uint16_t width = 0, height = 0;
    uint32_t refresh = 0; // 16.16 Hz
};

class DisplayPipe {
public:
    DisplayPipe(Driver& driver, DisplayPort port) : m_driver(driver), m_port(port) {}
    DisplayPipe(const DisplayPipe&) = delete;
    DisplayPipe& operator=(const DisplayPipe&) = delete;

    // Channel 5+port, shared page, mask, online event, acknowledgement. False: see the driver's failure.
    bool open();

    // A monitor is there. Changes inside waits, at the host's events.
    bool isOnline() const { return m_isOnline; }
    // Counts online events: another value, another mode list perhaps.
    uint64_t configurations() const { return m_onlineEvents; }
    std::span<const DisplayMode> modes() const { return m_modes; }
    DisplayPort port() const { return m_port; }

    // The next present hands this table to a host that asked for gamma: 3 * entries words in the kernel task.
    struct GammaTable {
        GuestVirt words;
        uint32_t entries = 0; // per channel
        uint32_t sum = 0;     // of all words, modulo 2^32
    };
    void setGamma(const GammaTable& table) { m_gamma = table; }

    // 0x06, or 0x07 when the host asked for gamma; held by the host until `after` is reached.
    Fence present(ObjectRef surface, std::span<const Fence> after);

    // Arms one vertical blank, as macOS 13 does, and waits for it. False when none came in time.
    bool waitForVerticalBlank(std::chrono::milliseconds timeout);

    Fence setCursorGlyph(const CursorGlyph& glyph);
    // Hot-spot position in pixels of the mode.
    void moveCursor(uint16_t x, uint16_t y, bool isVisible);

private:
    void fillSharedPage();
    void handleEvents();
    void processOnline();
    uint32_t channel() const { return static_cast<uint32_t>(Channel::Display0) + m_port.value; }

    Driver& m_driver;
    DisplayPort m_port;
    Page m_shared;
    std::vector<DisplayMode> m_modes;
    uint32_t m_cursorFlags = 0;
    bool m_wantsGamma = false, m_isOnline = false;
    std::optional<GammaTable> m_gamma;
    uint64_t m_onlineEvents = 0, m_verticalBlanks = 0;
};

} // namespace pvg::guest
