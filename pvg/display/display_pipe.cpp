#include "pvg/display/display_pipe.h"

namespace pvg {

namespace {

Duration refreshInterval(const DisplayMode& mode) {
    return std::chrono::nanoseconds(1'000'000'000LL * 65536 / refreshFixed(mode));
}

} // namespace

DisplayPipe::DisplayPipe(DisplayPort port, const DisplayConfig& config, const GuestMemory& memory, Publisher& publisher)
    : m_port(port), m_config(config), m_memory(memory), m_publisher(publisher), m_grid(refreshInterval(config.modes.front())) {}

std::optional<uint32_t> DisplayPipe::load(uint64_t offset) const {
    if (!m_page) return std::nullopt;
    auto word = m_memory.load32(GuestPhys{m_page->value + offset});
    return word ? std::optional(*word) : std::nullopt;
}

void DisplayPipe::raise(uint32_t bits) {
    // The page was RAM when it was announced; if it is gone, so is whoever would look.
    (void)m_publisher.raiseDisplay(m_port, GuestPhys{m_page->value + kPendingEvents}, bits);
}

Declined<void> DisplayPipe::setSharedPage(uint32_t pageNumber) {
    reset();
    if (pageNumber == 0) return decline(DeclineReason::BadAddress, "shared page 0 of port {}", m_port.value);
    GuestPhys page{uint64_t{pageNumber} << kPageShift};
    ScatterList whole;
    auto found = m_memory.spans(page, kPageSize, true, whole);
    if (!found) return found;
    for (const SharedPageWrite& field : sharedPageWrites({m_port, ++m_generation, m_config.gamma, m_config.modes})) {
        auto written = m_publisher.write(GuestPhys{page.value + field.offset}, field.bytes);
        if (!written) return written;
    }
    m_page = page;
    return {};
}

void DisplayPipe::acknowledge(Time now) {
    if (m_state.online || !m_page) return;
    m_state.online = true; // any generation counts (decisions.md 36)
    m_grid.start(now);
}

void DisplayPipe::reset() {
    DisplaySnapshot fresh;
    fresh.frames = m_state.frames;
    fresh.cursorGeneration = m_state.cursorGeneration; // a later glyph must not look like one already seen
    m_state = std::move(fresh);
    m_page.reset();
    m_onlineEvents = 0;
    m_nextOnlineEvent.reset();
    m_glyph = {};
    m_placement = m_lastWords = {};
}

void DisplayPipe::presented(uint32_t width, uint32_t height) {
    m_state.width = width;
    m_state.height = height;
    ++m_state.frames;
}

void DisplayPipe::transactionComplete() {
    auto enabled = load(kEnabledEvents);
    if (enabled && (*enabled & kTransactionComplete)) raise(kTransactionComplete);
}

void DisplayPipe::tick(Time now) {
    if (!m_page) return;
    if (m_state.online) deliverVblank(now);
    else announceOnline(now);
}

// As soon as the guest's mask shows the bit, then again until it acknowledges (device.md 8.3).
void DisplayPipe::announceOnline(Time now) {
    if (m_onlineEvents >= kMaxOnlineEvents || (m_nextOnlineEvent && now < *m_nextOnlineEvent)) return;
    auto enabled = load(kEnabledEvents);
    if (!enabled || !(*enabled & kOnline)) return;
    ++m_onlineEvents;
    m_nextOnlineEvent = now + kOnlineRetry;
    raise(kOnline);
}

// Unarmed: the slot is not consumed, so that a late arming is served at once.
void DisplayPipe::deliverVblank(Time now) {
    if (!m_grid.isDue(now)) return;
    auto enabled = load(kEnabledEvents);
    uint32_t armed = enabled ? *enabled & (kVerticalBlank | kTransactionComplete) : 0;
    if (armed == 0) return;
    m_grid.take(now);
    raise(armed);
}

std::optional<Time> DisplayPipe::nextVblank() const {
    if (!m_page || !m_state.online) return std::nullopt;
    return m_grid.next();
}

void DisplayPipe::setCursorGlyph(CursorGlyph glyph) {
    m_glyph = std::move(glyph);
    m_state.cursorWidth = m_glyph.width;
    m_state.cursorHeight = m_glyph.height;
    m_state.cursorPixels = m_glyph.pixels;
    ++m_state.cursorGeneration;
    placeCursor();
}

void DisplayPipe::showCursor(bool visible) {
    m_placement.visible = visible;
    placeCursor();
}

bool DisplayPipe::readCursorWords() {
    if (!m_page) return false;
    auto position = m_memory.readWord(GuestPhys{m_page->value + kCursorPosition});
    auto visible = m_memory.readWord(GuestPhys{m_page->value + kCursorVisible});
    if (!position || !visible) return false;
    CursorPlacement words{uint16_t(*position), uint16_t(*position >> 16), (*visible & 0xff) != 0};
    if (words == m_lastWords) return false;
    m_lastWords = m_placement = words;
    placeCursor();
    return true;
}

void DisplayPipe::placeCursor() {
    m_state.cursorVisible = m_placement.isShown() && m_glyph.pixels;
    m_state.cursorX = int32_t(m_placement.x) - m_glyph.hotX;
    m_state.cursorY = int32_t(m_placement.y) - m_glyph.hotY;
}

} // namespace pvg
