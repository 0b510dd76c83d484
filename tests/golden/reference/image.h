// Pictures of the golden tests: RGB, 8 bits, row 0 at the top.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace golden {

using Rgb = std::array<uint8_t, 3>;

struct Image {
    int width = 0, height = 0;
    std::vector<Rgb> pixels;

    Image() = default;
    Image(int w, int h, Rgb fill = {}) : width(w), height(h), pixels(static_cast<size_t>(w) * static_cast<size_t>(h), fill) {}
    Rgb& at(int x, int y) { return pixels[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)]; }
    const Rgb& at(int x, int y) const { return pixels[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)]; }
};

// Empty with a sentence in `error` when the file is no readable PNG.
std::optional<Image> readPng(const std::string& path, std::string& error);
// The same for a binary PPM of 8 bits.
std::optional<Image> readPpm(const std::string& path, std::string& error);
bool writePng(const std::string& path, const Image& image);

} // namespace golden
