#include "pvg/display/shared_page.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "pvg/display/display_config.h"

namespace pvg {

namespace {

// The host's fields (device.md 8.2, 8.4).
constexpr uint32_t kSerial = 0x000, kName = 0x004, kPort = 0x012, kWidthMm = 0x014, kHeightMm = 0x016, kCursorWidth = 0x018, kCursorHeight = 0x01a,
                   kGamma = 0x01c, kCursorFlags = 0x020, kWidthMmFloat = 0x024, kHeightMmFloat = 0x028, kGeneration = 0x200, kModeCount = 0x208,
                   kModes = 0x210;
constexpr uint32_t kModeSize = 16;

constexpr uint32_t kRingOnVisibility = 1, kRingOnPosition = 2;
constexpr size_t kNameLength = 13; // of 14 bytes, the last one is NUL

class Writer {
public:
    template <class T>
    void put(uint32_t offset, T value) {
        static_assert(std::is_trivially_copyable_v<T>);
        std::vector<std::byte> bytes(sizeof value);
        std::memcpy(bytes.data(), &value, sizeof value);
        m_writes.push_back({offset, std::move(bytes)});
    }
    // With its NUL; the bytes behind stay as the guest left them.
    void text(uint32_t offset, std::string_view value) {
        std::vector<std::byte> bytes(value.size() + 1);
        std::memcpy(bytes.data(), value.data(), value.size());
        m_writes.push_back({offset, std::move(bytes)});
    }
    std::vector<SharedPageWrite> take() { return std::move(m_writes); }

private:
    std::vector<SharedPageWrite> m_writes;
};

void putMode(Writer& out, uint32_t at, const DisplayMode& mode) {
    out.put(at, uint16_t(mode.width));
    out.put(at + 2, uint16_t(mode.height));
    out.put(at + 4, refreshFixed(mode));
    out.put(at + 8, uint64_t{0}); // neither EDR nor 10 bits
}

} // namespace

std::vector<SharedPageWrite> sharedPageWrites(const SharedPageContents& contents) {
    Writer out;
    Millimetres size = physicalSize(contents.modes.front());
    out.put(kSerial, uint32_t{contents.port.value + 1}); // not zero; the guest drops displays that share one
    out.text(kName, std::string_view(contents.name).substr(0, kNameLength));
    out.put(kPort, uint16_t(contents.port.value));
    out.put(kWidthMm, size.width);
    out.put(kHeightMm, size.height);
    out.put(kCursorWidth, uint16_t(kMaxCursorExtent));
    out.put(kCursorHeight, uint16_t(kMaxCursorExtent));
    out.put(kGamma, contents.gamma ? kGammaEntries : 0U); // 0: presents come as 0x06, else as 0x07
    out.put(kCursorFlags, kRingOnVisibility | kRingOnPosition);
    out.put(kWidthMmFloat, float(size.width));
    out.put(kHeightMmFloat, float(size.height));
    out.put(kGeneration, contents.generation);
    size_t modeCount = std::min(contents.modes.size(), kMaxModes);
    out.put(kModeCount, uint16_t(modeCount));
    for (size_t i = 0; i < modeCount; ++i) putMode(out, uint32_t(kModes + kModeSize * i), contents.modes[i]);
    return out.take();
}

} // namespace pvg
