// The demo's lettering: a 5x7 dot font of its own, drawn as round strokes between neighbouring dots, at any size, into one alpha atlas.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pvg::guest::desktop {

enum class Face : uint8_t { Small, Regular, Bold, Large };
inline constexpr size_t kFaces = 4;

struct Glyph {
    uint16_t x = 0, y = 0, width = 0, height = 0; // in the atlas, texels = pixels
    float left = 0, top = 0;                      // of the bitmap, from the pen on the baseline; top is negative upwards
    float advance = 0;
};

class FontAtlas {
public:
    // `scale`: pixels per design unit of the desktop.
    explicit FontAtlas(float scale);

    uint32_t width() const { return kWidth; }
    uint32_t height() const { return m_height; }
    const std::vector<uint8_t>& coverage() const { return m_coverage; } // rows of width() bytes

    // Characters that the font lacks are blanks.
    const Glyph& glyph(Face face, char c) const;
    float measure(Face face, std::string_view text) const;
    float capHeight(Face face) const { return m_unit[static_cast<size_t>(face)] * 7; }

private:
    static constexpr uint32_t kWidth = 1024;
    void addGlyph(size_t face, char c);

    std::array<float, kFaces> m_unit{}; // pixels per dot
    std::array<std::array<Glyph, 128>, kFaces> m_glyphs{};
    std::vector<uint8_t> m_coverage;
    uint32_t m_height = 0, m_penX = 1, m_penY = 1, m_rowHeight = 0;
};

} // namespace pvg::guest::desktop
