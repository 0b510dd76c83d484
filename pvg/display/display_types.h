// Displays as the window, the statistics and the options see them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace pvg {

struct DisplayMode {
    uint32_t width = 1920, height = 1080;
    double refresh = 60.0; // Hz
    bool operator==(const DisplayMode&) const = default;
};

// What a display does with the 256 codes of each channel at scanout: red, green, blue; 65535 = full.
struct GammaRamp {
    static constexpr size_t kCodes = 256;
    std::array<std::array<uint16_t, kCodes>, 3> channels{};
    bool operator==(const GammaRamp&) const = default;
};

// What happened on one pipe since the renderer started.
struct DisplayFigures {
    uint64_t vblanks = 0;         // delivered
    uint64_t vblanksMissed = 0;   // armed, and skipped because the host came too late
    uint64_t onlineEvents = 0, offlineEvents = 0;
    uint64_t acks = 0;            // that an online event waited for
    uint64_t unexpectedAcks = 0;  // repeated, late, or nobody asked
    uint64_t staleAcks = 0;       // of another generation than the page's (they count, decisions.md 36)
    uint64_t sumMismatches = 0;   // glyphs and gamma tables whose checksum does not fit; used all the same
    bool operator==(const DisplayFigures&) const = default;
};

// What the window shows of one display.
struct DisplaySnapshot {
    bool online = false;      // acknowledged by the guest
    bool isUnplugged = false; // by the user
    bool isAsleep = false;    // by the guest
    DisplayMode mode;         // the mode the guest runs, as far as its pictures tell
    size_t modeCount = 0;
    uint32_t generation = 0;  // of the mode list
    uint32_t width = 0, height = 0; // of the last present; 0 = none yet
    uint64_t frames = 0;
    bool cursorVisible = false;
    int32_t cursorX = 0, cursorY = 0;       // top left, mode pixels
    int32_t cursorHotX = 0, cursorHotY = 0; // from there
    uint32_t cursorWidth = 0, cursorHeight = 0;
    uint64_t cursorGeneration = 0;
    std::shared_ptr<const std::vector<std::byte>> cursorPixels; // BGRA, premultiplied, tight
    std::shared_ptr<const GammaRamp> gamma;                     // null = identity
    DisplayFigures figures;

    // Whether the last frame is to be seen at all.
    bool isLit() const { return !isUnplugged && !isAsleep; }
};

// For tests: what a user would do by hand to display 0, at the N-th presented frame.
struct DisplayFault {
    enum class Kind {
        HotPlug,   // unplugged, and plugged in again a moment later
        ModeChange // the first mode becomes the last
    } kind{};
    uint64_t atFrame = 0;
    bool operator==(const DisplayFault&) const = default;
};

} // namespace pvg
