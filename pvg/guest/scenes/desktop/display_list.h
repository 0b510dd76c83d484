// What the compositor draws, back to front: quads of 48-byte vertices with a look each.
#pragma once

#include <string_view>
#include <vector>

#include "pvg/base/ids.h"
#include "pvg/guest/byte_writer.h"
#include "pvg/guest/scenes/desktop/font.h"
#include "pvg/guest/stream.h"
#include "shaders/demo/demo_shaders.h"

namespace pvg::guest::desktop {

// Straight, 8 bits; stored premultiplied.
struct Color {
    uint8_t r = 0, g = 0, b = 0, a = 255;
};
struct Box {
    float x = 0, y = 0, w = 0, h = 0;
    Box inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
};
bool intersects(const Box& a, const Box& b);
bool contains(const Box& outer, const Box& inner);

// float4 position @0, float2 uv @16, uchar4 normalised colour @32 (workload.md 2).
struct Vertex {
    float x = 0, y = 0, z = 0, w = 1;
    float u = 0, v = 0;
    float gap0[2] = {};
    uint8_t color[4] = {};
    uint8_t gap1[12] = {};
};
static_assert(sizeof(Vertex) == 48);

enum class Look : uint8_t { Solid, Image, Rounded, Shadow, Glyphs, Waves };
inline constexpr size_t kLooks = 6;

struct Item {
    Look look = Look::Solid;
    size_t firstQuad = 0, quads = 0;
    ObjectRef texture; // 0: the look needs none
    Bytes uniform;     // fragment buffer 0
    Box bounds;
    Box opaque; // inside it nothing below shows; empty where there is no such box
};

struct Gradient {
    Color top, bottom;
};
struct ShadowStyle {
    float radius = 0, blur = 1, offset = 0, opacity = 0.5f;
};
struct Letters {
    Face face = Face::Regular;
    Color color;
};
enum class Align : uint8_t { Left, Center, Right };

class DisplayList {
public:
    DisplayList(const FontAtlas& font, ObjectRef atlas, ObjectRef white) : m_font(font), m_atlas(atlas), m_white(white) {}

    void solid(const Box& box, Color color);
    void image(const Box& box, ObjectRef texture);
    void rounded(const Box& box, float radius, const Gradient& fill) { roundedImage(box, radius, fill, m_white); }
    void roundedImage(const Box& box, float radius, const Gradient& tint, ObjectRef texture);
    void shadow(const Box& box, const ShadowStyle& style);
    // One batch. `x` is the left end, the middle or the right end; `y` the baseline.
    void text(float x, float y, std::string_view text, const Letters& letters, Align align = Align::Left);
    // Returns the item's index: its uniform is set anew for every frame.
    size_t waves(const Box& box);

    const FontAtlas& font() const { return m_font; }
    std::span<Item> items() { return m_items; }
    std::span<const Vertex> quad(size_t index) const { return std::span(m_vertices).subspan(4 * index, 4); }

private:
    struct Uv {
        float u0 = 0, v0 = 0, u1 = 1, v1 = 1;
    };
    void addQuad(const Box& box, const Gradient& fill, const Uv& uv);
    Item& addItem(Look look, const Box& bounds);

    const FontAtlas& m_font;
    ObjectRef m_atlas, m_white;
    std::vector<Item> m_items;
    std::vector<Vertex> m_vertices;
};

} // namespace pvg::guest::desktop
