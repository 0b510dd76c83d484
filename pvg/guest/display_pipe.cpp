#include "pvg/guest/display_pipe.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "pvg/guest/atomics.h"

namespace pvg::guest {

namespace {

constexpr uint32_t kPending = 0x100, kEnabled = 0x104, kGeneration = 0x200, kModeCount = 0x208, kModes = 0x210;
constexpr uint32_t kPortField = 0x012, kGammaEntries = 0x01c, kCursorFlags = 0x020, kChromaticities = 0x02c, kOrigin = 0x04c;
constexpr uint32_t kCursorPosition = 0xe00, kCursorVisible = 0xe04;
constexpr uint32_t kVerticalBlank = 1, kOnline = 4, kOffline = 8;
constexpr uint32_t kMaxModes = 128;

uint16_t load16(const Page& page, uint32_t offset) {
    uint16_t v = 0;
    std::memcpy(&v, page.bytes + offset, sizeof v);
    return v;
}

} // namespace

// What the kernel writes into the page before it announces it (device.md 8.2); the port is wrong on purpose until the host sets it.
void DisplayPipe::fillSharedPage() {
    constexpr std::array<float, 8> kStandard{.64f, .33f, .30f, .60f, .15f, .06f, .3127f, .329f};
    for (uint32_t i = 0; i < kStandard.size(); ++i) storeWord(m_shared, kChromaticities + 4 * i, std::bit_cast<uint32_t>(kStandard[i]));
    storeWord(m_shared, kOrigin, 0xffffffff);
    const uint16_t poison = 0xbeef;
    std::memcpy(m_shared.bytes + kPortField, &poison, sizeof poison);
}

bool DisplayPipe::open() {
    const std::optional<Page> page = m_driver.allocatePage();
    if (!page || !m_driver.defineChannel(channel(), kDisplayRingPages)) return false;
    m_shared = *page;
    fillSharedPage();
    m_driver.onDisplayInterrupt(m_port, [this] { handleEvents(); });
    const Fence announced = m_driver.submit(channel(), Command::DisplaySetSharedStatePage,
                                            ByteWriter().u32(m_port.value).u32(m_shared.number).view());
    if (!m_driver.wait(announced)) return false;
    if (load16(m_shared, kPortField) != m_port.value) {
        m_driver.fail("the host left another port in the shared page: a real guest panics here");
        return false;
    }
    m_wantsGamma = loadWord(m_shared, kGammaEntries) != 0;
    storeWord(m_shared, kEnabled, kOnline | kOffline);
    if (m_driver.serviceUntil([this] { return m_onlineEvents > 0; }, std::chrono::seconds(10))) return m_driver.isRunning();
    m_driver.fail("no online event within 10 s of enabling the display's events");
    return false;
}

void DisplayPipe::handleEvents() {
    const uint32_t enabled = loadWord(m_shared, kEnabled);
    const uint32_t events = wordAt(m_shared, kPending).fetch_and(~enabled, std::memory_order_acq_rel) & enabled;
    // Both at once: only the first one (device.md 8.3).
    if (events & kOnline) processOnline();
    else if (events & kOffline) m_isOnline = false;
    if (events & kVerticalBlank) {
        ++m_verticalBlanks;
        wordAt(m_shared, kEnabled).fetch_and(~kVerticalBlank, std::memory_order_acq_rel);
    }
}

void DisplayPipe::processOnline() {
    m_cursorFlags = loadWord(m_shared, kCursorFlags);
    const uint32_t count = std::min<uint32_t>(load16(m_shared, kModeCount), kMaxModes);
    m_modes.clear();
    for (uint32_t i = 0; i < count; ++i) {
        const uint32_t at = kModes + 16 * i;
        m_modes.push_back({load16(m_shared, at), load16(m_shared, at + 2), loadWord(m_shared, at + 4)});
    }
    if (m_modes.empty() || m_modes[0].width == 0 || m_modes[0].height == 0) m_driver.fail("the display came online without a usable mode");
    ++m_onlineEvents;
    m_isOnline = true;
    const uint32_t generation = loadWord(m_shared, kGeneration);
    m_driver.submit(channel(), Command::DisplayAck, ByteWriter().u32(m_port.value).u32(generation).view());
}

Fence DisplayPipe::present(ObjectRef surface, std::span<const Fence> after) {
    ByteWriter w;
    if (!m_wantsGamma) {
        w.u32(m_port.value).u32(surface.value).u32(0);
        return m_driver.submit(channel(), Command::DisplayTransaction2, w.view(), after);
    }
    // No table: the gamma stays as it is. Task and surface stand the other way round here (device.md 8.5).
    const GammaTable gamma = m_gamma.value_or(GammaTable{});
    m_gamma.reset();
    w.u32(m_port.value).u32(0).u32(surface.value);
    w.u64(gamma.words.value).u64(uint64_t{12} * gamma.entries).u32(gamma.entries).u32(gamma.sum);
    return m_driver.submit(channel(), Command::DisplayTransaction3, w.view(), after);
}

bool DisplayPipe::waitForVerticalBlank(std::chrono::milliseconds timeout) {
    const uint64_t seen = m_verticalBlanks;
    wordAt(m_shared, kEnabled).fetch_or(kVerticalBlank, std::memory_order_acq_rel);
    return m_driver.serviceUntil([&] { return m_verticalBlanks != seen; }, timeout);
}

Fence DisplayPipe::setCursorGlyph(const CursorGlyph& glyph) {
    return m_driver.submit(channel(), Command::DisplayCursorGlyph, encodeCursorGlyph(glyph));
}

void DisplayPipe::moveCursor(uint16_t x, uint16_t y, bool isVisible) {
    storeWord(m_shared, kCursorPosition, uint32_t{x} | uint32_t{y} << 16);
    std::atomic_ref<uint8_t>(*reinterpret_cast<uint8_t*>(m_shared.bytes + kCursorVisible)).store(isVisible ? 1 : 0, std::memory_order_release);
    constexpr uint32_t kRingsForVisibility = 1, kRingsForPosition = 2;
    if (m_cursorFlags & (kRingsForVisibility | kRingsForPosition)) m_driver.writeRegister(Register::DisplayDoorbell, m_port.value);
}

} // namespace pvg::guest
