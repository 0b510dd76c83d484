// One display pipe, host side: the shared page, whether a monitor is plugged in and with which modes, what the cursor, the gamma and the last
// present are (device.md 8). Its events are DisplayEvents' business. Thread: engine.
#pragma once

#include <optional>
#include <vector>

#include "pvg/display/cursor.h"
#include "pvg/display/display_config.h"
#include "pvg/display/display_events.h"
#include "pvg/display/gamma.h"
#include "pvg/display/shared_page.h"
#include "pvg/fifo/publisher.h"

namespace pvg {

class DisplayPipe {
public:
    // `memory`, `publisher` and `events` outlive the pipe.
    struct Environment {
        const GuestMemory& memory;
        Publisher& publisher;
        DisplayEvents& events;
    };
    DisplayPipe(DisplayPort port, const DisplayConfig& config, const Environment& environment);

    // 0x01: a fresh pipe on this page; every host field is written before it returns.
    Declined<void> setSharedPage(uint32_t pageNumber, Time now);
    // 0x02.
    void acknowledge(uint32_t generation, Time now);
    // 0x04, 0x05.
    void setCursorGlyph(CursorGlyph glyph);
    void showCursor(bool visible);
    // 0x1220, and whenever the page may have changed: looks at its cursor words. True: they changed, and only then do they count.
    bool readCursorWords();
    // Whether a present makes sense here: the guest has announced a page, and a monitor is plugged in.
    Declined<void> checkPresent() const;
    // A present was handed to the back end. The guest's mode is what its pictures tell (device.md 8.4); a display that shows one is awake.
    void presented(uint32_t width, uint32_t height, Time now);
    void setGamma(const GammaTable& table);
    // 0x09.
    void setAsleep(bool isAsleep) { m_state.isAsleep = isAsleep; }
    void noteActivity(Time now) { m_events.noteActivity(now); }
    void transactionComplete() { m_events.transactionComplete(); }
    // Device reset or new driver instance. Cables and mode lists stay as they are.
    void reset();

    // The user's hand. All of them at any time, the guest hears of them when it can (device.md 8.3): a mode list behind the acknowledgement
    // of the one before.
    void unplug(Time now);
    void plug(Time now);
    void setModes(std::vector<DisplayMode> modes, Time now); // not empty

    bool hasPage() const { return m_page.has_value(); }
    DisplaySnapshot state() const;

private:
    Declined<void> writePage();
    void announce(Time now);

    DisplayPort m_port;
    DisplayConfig m_config;
    const GuestMemory& m_memory;
    Publisher& m_publisher;
    DisplayEvents& m_events;

    std::optional<GuestPhys> m_page;
    uint32_t m_generation = 0; // grows over resets: no two lists share one
    bool m_isStale = false;    // the page's mode list is not ours any more

    CursorGlyph m_glyph;
    CursorPlacement m_placement, m_lastWords;
    DisplaySnapshot m_state;
};

} // namespace pvg
