#include "pvg/display/cursor.h"

#include <algorithm>
#include <cstring>

#include "pvg/base/checked.h"
#include "pvg/display/shared_page.h"

namespace pvg {

namespace {

constexpr uint64_t kBytesPerPixel = 4;

Declined<void> checkGlyph(const CursorGlyphCommand& command) {
    bool isExtentRight = command.width >= 1 && command.width <= kMaxCursorExtent && command.height >= 1 && command.height <= kMaxCursorExtent;
    if (!isExtentRight) return decline(DeclineReason::BadField, "cursor of {} x {}, at most {}", command.width, command.height, kMaxCursorExtent);
    uint64_t tight = kBytesPerPixel * command.width;
    auto upToLastRow = checkedMul<uint64_t>(command.stride, command.height - 1U);
    if (command.stride < tight || !upToLastRow || !fits(*upToLastRow, tight, command.mappedLength) ||
        !checkedAdd(command.pixels.value, command.mappedLength))
        return decline(DeclineReason::BadLength, "cursor of {} rows of {} bytes in {} bytes", command.height, command.stride, command.mappedLength);
    return {};
}

uint32_t sumOfWords(std::span<const std::byte> bytes) {
    uint32_t sum = 0;
    for (; bytes.size() >= sizeof sum; bytes = bytes.subspan(sizeof sum)) {
        uint32_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        sum += word;
    }
    return sum;
}

} // namespace

Declined<CursorGlyph> copyCursorGlyph(AddressSpace& space, const CursorGlyphCommand& command) {
    auto checked = checkGlyph(command);
    if (!checked) return checked.failure();
    size_t row = kBytesPerPixel * command.width;
    auto pixels = std::make_shared<std::vector<std::byte>>(row * command.height);
    for (size_t y = 0; y < command.height; ++y) {
        auto read = space.read(GuestVirt{command.pixels.value + y * command.stride}, std::span(*pixels).subspan(y * row, row));
        if (!read) return read.failure();
    }
    uint16_t hotX = std::min<uint16_t>(command.hotX, uint16_t(command.width - 1));
    uint16_t hotY = std::min<uint16_t>(command.hotY, uint16_t(command.height - 1));
    const bool isSumRight = sumOfWords(*pixels) == command.sum;
    return CursorGlyph{command.width, command.height, hotX, hotY, std::move(pixels), isSumRight};
}

void placeCursor(DisplaySnapshot& display, const CursorPlacement& placement) {
    display.cursorVisible = placement.isShown() && display.cursorPixels;
    display.cursorX = int32_t(placement.x) - display.cursorHotX;
    display.cursorY = int32_t(placement.y) - display.cursorHotY;
}

} // namespace pvg
