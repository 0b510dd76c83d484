// Displays as the window and the options see them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace pvg {

struct DisplayMode {
    uint32_t width = 1920, height = 1080;
    double refresh = 60.0; // Hz
};

// What the window shows of one display.
struct DisplaySnapshot {
    bool online = false;
    uint32_t width = 0, height = 0; // of the last present; 0 = none yet
    uint64_t frames = 0;
    bool cursorVisible = false;
    int32_t cursorX = 0, cursorY = 0; // top left, mode pixels
    uint32_t cursorWidth = 0, cursorHeight = 0;
    uint64_t cursorGeneration = 0;
    std::shared_ptr<const std::vector<std::byte>> cursorPixels; // BGRA, premultiplied, tight
    std::shared_ptr<const std::vector<uint32_t>> gamma;         // 3 * n entries: n red, n green, n blue; null = identity
};

} // namespace pvg
