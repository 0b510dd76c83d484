#include "pvg/guest/scenes/desktop/font.h"

#include <algorithm>
#include <cmath>

#include "pvg/guest/scenes/desktop/dot_font.h"

namespace pvg::guest::desktop {

namespace {

// Design units per dot, and stroke width in dots.
struct FaceStyle {
    float unit, stroke;
};
constexpr std::array<FaceStyle, kFaces> kStyles{{{1.15f, 1.0f}, {1.4f, 0.98f}, {1.55f, 1.38f}, {4.2f, 0.9f}}};
constexpr float kSpacing = 1.5f; // dots between letters, from middle to middle of their strokes
constexpr float kBlank = 3.2f;

struct Stroke {
    float x0, y0, x1, y1; // dots
};

struct Outline {
    std::vector<Stroke> strokes;
    int first = kDotColumns, last = -1; // columns with dots
};

Outline outlineOf(const DotGlyph& g) {
    const auto isLit = [&](int x, int y) { return x >= 0 && x < kDotColumns && y >= 0 && y < kDotRows && (g.rows[static_cast<size_t>(y)] >> (4 - x) & 1); };
    Outline out;
    for (int y = 0; y < kDotRows; ++y)
        for (int x = 0; x < kDotColumns; ++x) {
            if (!isLit(x, y)) continue;
            out.first = std::min(out.first, x);
            out.last = std::max(out.last, x);
            const auto join = [&](int toX, int toY) {
                out.strokes.push_back({static_cast<float>(x), static_cast<float>(y), static_cast<float>(toX), static_cast<float>(toY)});
            };
            join(x, y);
            if (isLit(x + 1, y)) join(x + 1, y);
            if (isLit(x, y + 1)) join(x, y + 1);
            // Diagonals only where no straight way exists: they round the corners.
            if (isLit(x + 1, y + 1) && !isLit(x + 1, y) && !isLit(x, y + 1)) join(x + 1, y + 1);
            if (isLit(x - 1, y + 1) && !isLit(x - 1, y) && !isLit(x, y + 1)) join(x - 1, y + 1);
        }
    return out;
}

float distanceTo(const Stroke& s, float x, float y) {
    const float dx = s.x1 - s.x0, dy = s.y1 - s.y0, length2 = dx * dx + dy * dy;
    const float t = length2 > 0 ? std::clamp(((x - s.x0) * dx + (y - s.y0) * dy) / length2, 0.0f, 1.0f) : 0;
    return std::hypot(x - s.x0 - t * dx, y - s.y0 - t * dy);
}

uint8_t coverageAt(const Outline& outline, float unit, float stroke, float x, float y) {
    float nearest = 100;
    for (const Stroke& s : outline.strokes) nearest = std::min(nearest, distanceTo(s, x / unit, y / unit));
    return static_cast<uint8_t>(std::lround(std::clamp((stroke / 2 - nearest) * unit + 0.5f, 0.0f, 1.0f) * 255));
}

} // namespace

FontAtlas::FontAtlas(float scale) {
    for (size_t face = 0; face < kFaces; ++face) {
        m_unit[face] = kStyles[face].unit * scale;
        for (Glyph& g : m_glyphs[face]) g.advance = kBlank * m_unit[face];
        for (const DotGlyph& g : kDotFont) addGlyph(face, g.character);
    }
    m_height = (m_penY + m_rowHeight + 1 + 63) / 64 * 64;
    m_coverage.resize(size_t{kWidth} * m_height);
}

void FontAtlas::addGlyph(size_t face, char c) {
    const DotGlyph& dots = *std::find_if(kDotFont.begin(), kDotFont.end(), [&](const DotGlyph& g) { return g.character == c; });
    const Outline outline = outlineOf(dots);
    const float unit = m_unit[face], stroke = kStyles[face].stroke;
    const float margin = std::ceil(stroke * unit / 2 + 1);
    Glyph g;
    g.width = static_cast<uint16_t>(std::ceil(static_cast<float>(outline.last - outline.first) * unit + 2 * margin));
    g.height = static_cast<uint16_t>(std::ceil((kDotRows - 1) * unit + 2 * margin));
    if (m_penX + g.width + 1 > kWidth) {
        m_penX = 1;
        m_penY += m_rowHeight + 1;
        m_rowHeight = 0;
    }
    g.x = static_cast<uint16_t>(m_penX);
    g.y = static_cast<uint16_t>(m_penY);
    g.left = -margin + unit * kSpacing / 2;
    g.top = -margin - (kRowsAboveBaseline - 1) * unit;
    g.advance = static_cast<float>(outline.last - outline.first) * unit + kSpacing * unit + unit * 0.45f;
    m_penX += g.width + 1u;
    m_rowHeight = std::max<uint32_t>(m_rowHeight, g.height);
    m_coverage.resize(size_t{kWidth} * (m_penY + m_rowHeight + 1));
    for (uint32_t y = 0; y < g.height; ++y)
        for (uint32_t x = 0; x < g.width; ++x) {
            const float dotX = static_cast<float>(x) + 0.5f - margin + static_cast<float>(outline.first) * unit;
            const float dotY = static_cast<float>(y) + 0.5f - margin;
            m_coverage[size_t{g.y + y} * kWidth + g.x + x] = coverageAt(outline, unit, stroke, dotX, dotY);
        }
    m_glyphs[face][static_cast<size_t>(c)] = g;
}

const Glyph& FontAtlas::glyph(Face face, char c) const {
    const auto index = static_cast<unsigned char>(c);
    return m_glyphs[static_cast<size_t>(face)][index < 128 ? index : 0];
}

float FontAtlas::measure(Face face, std::string_view text) const {
    float width = 0;
    for (char c : text) width += glyph(face, c).advance;
    return width;
}

} // namespace pvg::guest::desktop
