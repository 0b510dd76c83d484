// Cursor glyph and position of one display (device.md 8.6).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "pvg/base/decline.h"
#include "pvg/display/display_types.h"
#include "pvg/memory/address_space.h"

namespace pvg {

// Payload of 0x04.
struct CursorGlyphCommand {
    GuestVirt pixels;
    uint64_t mappedLength = 0, stride = 0;
    uint16_t width = 0, height = 0, hotX = 0, hotY = 0;
    uint32_t sum = 0; // of the pixels' words, modulo 2^32 (decisions.md 36)
};

struct CursorGlyph {
    uint16_t width = 0, height = 0, hotX = 0, hotY = 0;
    std::shared_ptr<const std::vector<std::byte>> pixels; // B,G,R,A, premultiplied (decisions.md 36), tight
    bool isSumRight = true;
};

// Checks the numbers and copies the pixels out of the task.
Declined<CursorGlyph> copyCursorGlyph(AddressSpace& space, const CursorGlyphCommand& command);

// The shared page's words: hot-spot position in mode pixels, all ones = not on this display.
struct CursorPlacement {
    uint16_t x = 0xffff, y = 0xffff;
    bool visible = false;
    bool operator==(const CursorPlacement&) const = default;
    bool isShown() const { return visible && (x != 0xffff || y != 0xffff); }
};
// Where the display's glyph is then.
void placeCursor(DisplaySnapshot& display, const CursorPlacement& placement);

} // namespace pvg
