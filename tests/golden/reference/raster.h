// A small rasteriser in double precision: what the picture of a scene must be, computed without any of the product's code.
// Top-left rule, one sample at the pixel's centre, y down.
#pragma once

#include <functional>

#include "tests/golden/reference/image.h"

namespace golden {

using Vec4 = std::array<double, 4>;

struct Vertex {
    double x = 0, y = 0; // pixels
    Vec4 varying{};      // interpolated linearly over the screen
};

// Colours between 0 and 1 while a picture is being made; stored values are rounded to 8 bits at every store, as a unorm8 target does.
class Canvas {
public:
    Canvas(int width, int height, Vec4 clear);
    int width() const { return m_width; }
    int height() const { return m_height; }

    using Shader = std::function<Vec4(const Vec4& varying)>;
    enum class Blend { None, SourceOver };
    struct Look {
        Shader shade;
        Blend blend = Blend::None;
        int tolerance = 1; // what correct rounding may differ by where this is drawn
    };
    void drawTriangle(const std::array<Vertex, 3>& v, const Look& look);
    // Corners top left, top right, bottom left, bottom right; two triangles.
    void drawQuad(const std::array<Vertex, 4>& corners, const Look& look);

    Image image() const;
    // Largest allowed difference per pixel, row by row.
    const std::vector<int>& tolerance() const { return m_tolerance; }

private:
    void store(size_t index, const Vec4& color, const Look& look);

    int m_width, m_height;
    std::vector<Vec4> m_pixels;
    std::vector<int> m_tolerance;
};

// Round half up to the 8-bit value, clamped.
uint8_t toByte(double v);

} // namespace golden
