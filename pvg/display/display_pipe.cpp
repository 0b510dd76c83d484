#include "pvg/display/display_pipe.h"

#include <algorithm>

#include "pvg/base/log.h"

namespace pvg {

DisplayPipe::DisplayPipe(DisplayPort port, const DisplayConfig& config, const Environment& environment)
    : m_port(port), m_config(config), m_memory(environment.memory), m_publisher(environment.publisher), m_events(environment.events) {
    m_state.mode = m_config.modes.front();
}

Declined<void> DisplayPipe::writePage() {
    const SharedPageContents contents{m_port, displayName(m_port, m_config.displays), ++m_generation, m_config.gamma, m_config.modes};
    for (const SharedPageWrite& field : sharedPageWrites(contents)) {
        auto written = m_publisher.write(GuestPhys{m_page->value + field.offset}, field.bytes);
        if (!written) return written;
    }
    m_isStale = false;
    return {};
}

Declined<void> DisplayPipe::setSharedPage(uint32_t pageNumber, Time now) {
    reset();
    if (pageNumber == 0) return decline(DeclineReason::BadAddress, "shared page 0 of port {}", m_port.value);
    GuestPhys page{uint64_t{pageNumber} << kPageShift};
    ScatterList whole;
    auto found = m_memory.spans(page, kPageSize, true, whole);
    if (!found) return found;
    m_page = page;
    auto written = writePage();
    if (!written) {
        m_page.reset();
        return written;
    }
    m_events.open(page, m_publisher.epoch(), now);
    // A port without a monitor has a page, and never an online event (device.md 8.1).
    if (!m_state.isUnplugged) m_events.announce({m_generation, refreshFixed(m_config.modes.front())}, now);
    return {};
}

void DisplayPipe::acknowledge(uint32_t generation, Time now) {
    const bool isAwaited = m_events.acknowledge(generation, now);
    if (!isAwaited) spdlog::debug("display {}: an acknowledgement of generation {} that nothing waits for", m_port.value, generation);
    else if (m_isStale) announce(now);
}

// Never while an older list is unacknowledged: the guest may be reading it (device.md 8.3).
void DisplayPipe::announce(Time now) {
    m_isStale = true;
    if (!m_page || m_state.isUnplugged || m_events.isAnnouncing()) return;
    if (writePage()) m_events.announce({m_generation, refreshFixed(m_config.modes.front())}, now);
}

void DisplayPipe::unplug(Time now) {
    if (m_state.isUnplugged) return;
    m_state.isUnplugged = true;
    m_events.withdraw(now);
}

void DisplayPipe::plug(Time now) {
    if (!m_state.isUnplugged) return;
    m_state.isUnplugged = false;
    m_state.mode = m_config.modes.front();
    announce(now);
}

void DisplayPipe::setModes(std::vector<DisplayMode> modes, Time now) {
    m_config.modes = std::move(modes);
    announce(now);
}

void DisplayPipe::reset() {
    DisplaySnapshot fresh;
    fresh.isUnplugged = m_state.isUnplugged;
    fresh.mode = m_config.modes.front();
    fresh.frames = m_state.frames;
    fresh.figures.sumMismatches = m_state.figures.sumMismatches;
    fresh.cursorGeneration = m_state.cursorGeneration; // a later glyph must not look like one already seen
    m_state = std::move(fresh);
    m_page.reset();
    m_events.close();
    m_glyph = {};
    m_placement = m_lastWords = {};
}

Declined<void> DisplayPipe::checkPresent() const {
    if (!m_page) return decline(DeclineReason::DisplayOffline, "port {} has no shared page", m_port.value);
    if (m_state.isUnplugged) return decline(DeclineReason::DisplayOffline, "display {} is unplugged", m_port.value);
    return {};
}

void DisplayPipe::presented(uint32_t width, uint32_t height, Time now) {
    m_state.isAsleep = false;
    ++m_state.frames;
    if (m_state.width == width && m_state.height == height) return;
    m_state.width = width;
    m_state.height = height;
    const auto fits = [&](const DisplayMode& mode) { return mode.width == width && mode.height == height; };
    if (fits(m_state.mode)) return;
    const auto mode = std::find_if(m_config.modes.begin(), m_config.modes.end(), fits);
    if (mode == m_config.modes.end()) return; // no mode of ours: its blanks go on as they were
    m_state.mode = *mode;
    m_events.setRefresh(refreshFixed(*mode), now);
}

void DisplayPipe::setGamma(const GammaTable& table) {
    m_state.gamma = table.ramp;
    m_state.figures.sumMismatches += !table.isSumRight;
}

DisplaySnapshot DisplayPipe::state() const {
    DisplaySnapshot out = m_state;
    out.online = m_events.isOnline();
    out.modeCount = m_config.modes.size();
    out.generation = m_generation;
    const uint64_t mismatches = out.figures.sumMismatches;
    out.figures = m_events.figures();
    out.figures.sumMismatches = mismatches;
    return out;
}

void DisplayPipe::setCursorGlyph(CursorGlyph glyph) {
    m_glyph = std::move(glyph);
    m_state.figures.sumMismatches += !m_glyph.isSumRight;
    m_state.cursorWidth = m_glyph.width;
    m_state.cursorHeight = m_glyph.height;
    m_state.cursorHotX = m_glyph.hotX;
    m_state.cursorHotY = m_glyph.hotY;
    m_state.cursorPixels = m_glyph.pixels;
    ++m_state.cursorGeneration;
    placeCursor(m_state, m_placement);
}

void DisplayPipe::showCursor(bool visible) {
    m_placement.visible = visible;
    placeCursor(m_state, m_placement);
}

bool DisplayPipe::readCursorWords() {
    if (!m_page) return false;
    auto position = m_memory.readWord(GuestPhys{m_page->value + kCursorPosition});
    auto visible = m_memory.readWord(GuestPhys{m_page->value + kCursorVisible});
    if (!position || !visible) return false;
    CursorPlacement words{uint16_t(*position), uint16_t(*position >> 16), (*visible & 0xff) != 0};
    if (words == m_lastWords) return false;
    m_lastWords = m_placement = words;
    placeCursor(m_state, m_placement);
    return true;
}

} // namespace pvg
