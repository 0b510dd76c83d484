// One display pipe, host side: the shared page, the online handshake, vertical blanks, what the cursor and the last present are
// (device.md 8). Thread: engine.
#pragma once

#include <optional>
#include <vector>

#include "pvg/display/cursor.h"
#include "pvg/display/display_config.h"
#include "pvg/display/shared_page.h"
#include "pvg/display/vblank_grid.h"
#include "pvg/fifo/publisher.h"

namespace pvg {

class DisplayPipe {
public:
    // `config` outlives the pipe.
    DisplayPipe(DisplayPort port, const DisplayConfig& config, const GuestMemory& memory, Publisher& publisher);

    // 0x01: a fresh pipe on this page; every host field is written before it returns.
    Declined<void> setSharedPage(uint32_t pageNumber);
    // 0x02.
    void acknowledge(Time now);
    // 0x04, 0x05.
    void setCursorGlyph(CursorGlyph glyph);
    void showCursor(bool visible);
    // 0x1220, and a poll as a fallback: looks at the page's cursor words. True: they changed, and only then do they count.
    bool readCursorWords();
    // A present was handed to the back end.
    void presented(uint32_t width, uint32_t height);
    void setGamma(std::shared_ptr<const std::vector<uint32_t>> table) { m_state.gamma = std::move(table); }
    // Behind a present's stamp: event bit 1 where the guest armed it.
    void transactionComplete();
    // Online event and vertical blanks as far as they are due. At least every kPollInterval while hasPage().
    void tick(Time now);
    // Device reset or new driver instance.
    void reset();

    bool hasPage() const { return m_page.has_value(); }
    // When tick() has something to do between polls.
    std::optional<Time> nextVblank() const;
    const DisplaySnapshot& state() const { return m_state; }

    static constexpr Duration kPollInterval = std::chrono::milliseconds(4);
    static constexpr Duration kOnlineRetry = std::chrono::milliseconds(200);
    static constexpr int kMaxOnlineEvents = 150;

private:
    std::optional<uint32_t> load(uint64_t offset) const;
    void raise(uint32_t bits);
    void announceOnline(Time now);
    void deliverVblank(Time now);
    void placeCursor();

    DisplayPort m_port;
    const DisplayConfig& m_config;
    const GuestMemory& m_memory;
    Publisher& m_publisher;

    std::optional<GuestPhys> m_page;
    uint32_t m_generation = 0; // grows over resets: no two lists share one
    int m_onlineEvents = 0;
    std::optional<Time> m_nextOnlineEvent;
    VblankGrid m_grid;

    CursorGlyph m_glyph;
    CursorPlacement m_placement, m_lastWords;
    DisplaySnapshot m_state;
};

} // namespace pvg
