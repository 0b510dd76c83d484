#include "tests/golden/reference/raster.h"

#include <algorithm>
#include <cmath>

namespace golden {

namespace {

// Twice the signed area; positive for a clockwise turn on a screen whose y points down.
double area2(const Vertex& a, const Vertex& b, double px, double py) { return (b.x - a.x) * (py - a.y) - (b.y - a.y) * (px - a.x); }

// For a triangle that turns clockwise on the screen: a top edge is exactly horizontal and runs to the right, a left edge runs upwards.
bool isTopLeft(const Vertex& a, const Vertex& b) { return (a.y == b.y && b.x > a.x) || b.y < a.y; }

bool covers(double edge, bool topLeft) { return edge > 0 || (edge == 0 && topLeft); }

} // namespace

uint8_t toByte(double v) { return static_cast<uint8_t>(std::floor(std::clamp(v, 0.0, 1.0) * 255 + 0.5)); }

Canvas::Canvas(int width, int height, Vec4 clear)
    : m_width(width), m_height(height), m_pixels(static_cast<size_t>(width) * static_cast<size_t>(height), clear), m_tolerance(m_pixels.size(), 0) {
    for (Vec4& p : m_pixels)
        for (double& c : p) c = toByte(c) / 255.0;
}

void Canvas::store(size_t index, const Vec4& color, const Look& look) {
    Vec4& target = m_pixels[index];
    const double keep = look.blend == Blend::SourceOver ? 1 - std::clamp(color[3], 0.0, 1.0) : 0;
    for (size_t c = 0; c < 4; ++c) target[c] = toByte(std::clamp(color[c], 0.0, 1.0) + keep * target[c]) / 255.0;
    m_tolerance[index] = std::max(m_tolerance[index], look.tolerance);
}

void Canvas::drawTriangle(const std::array<Vertex, 3>& given, const Look& look) {
    std::array<Vertex, 3> v = given;
    double area = area2(v[0], v[1], v[2].x, v[2].y);
    if (area == 0) return;
    if (area < 0) {
        std::swap(v[1], v[2]);
        area = -area;
    }
    const auto [minX, maxX] = std::minmax({v[0].x, v[1].x, v[2].x});
    const auto [minY, maxY] = std::minmax({v[0].y, v[1].y, v[2].y});
    const int x0 = std::max(0, static_cast<int>(std::floor(minX))), x1 = std::min(m_width - 1, static_cast<int>(std::ceil(maxX)));
    const int y0 = std::max(0, static_cast<int>(std::floor(minY))), y1 = std::min(m_height - 1, static_cast<int>(std::ceil(maxY)));
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x) {
            const double px = x + 0.5, py = y + 0.5;
            const std::array<double, 3> e{area2(v[1], v[2], px, py), area2(v[2], v[0], px, py), area2(v[0], v[1], px, py)};
            if (!covers(e[0], isTopLeft(v[1], v[2])) || !covers(e[1], isTopLeft(v[2], v[0])) || !covers(e[2], isTopLeft(v[0], v[1]))) continue;
            Vec4 varying{};
            for (size_t c = 0; c < 4; ++c) varying[c] = (e[0] * v[0].varying[c] + e[1] * v[1].varying[c] + e[2] * v[2].varying[c]) / area;
            store(static_cast<size_t>(y) * static_cast<size_t>(m_width) + static_cast<size_t>(x), look.shade(varying), look);
        }
}

void Canvas::drawQuad(const std::array<Vertex, 4>& c, const Look& look) {
    drawTriangle({c[0], c[1], c[2]}, look);
    drawTriangle({c[2], c[1], c[3]}, look);
}

Image Canvas::image() const {
    Image image(m_width, m_height);
    for (size_t i = 0; i < m_pixels.size(); ++i)
        for (size_t c = 0; c < 3; ++c) image.pixels[i][c] = toByte(m_pixels[i][c]);
    return image;
}

} // namespace golden
