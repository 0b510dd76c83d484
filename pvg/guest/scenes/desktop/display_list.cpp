#include "pvg/guest/scenes/desktop/display_list.h"

#include <algorithm>
#include <cmath>

namespace pvg::guest::desktop {

namespace {

uint8_t times(uint8_t c, uint8_t alpha) { return static_cast<uint8_t>((c * alpha + 127) / 255); }

Vertex vertexAt(float x, float y, float u, float v) {
    Vertex out;
    out.x = x;
    out.y = y;
    out.u = u;
    out.v = v;
    return out;
}

void setColor(Vertex& v, Color c) {
    v.color[0] = times(c.r, c.a);
    v.color[1] = times(c.g, c.a);
    v.color[2] = times(c.b, c.a);
    v.color[3] = c.a;
}

template <class T>
Bytes bytesOfStruct(const T& value) {
    const auto bytes = std::as_bytes(std::span(&value, 1));
    return Bytes(bytes.begin(), bytes.end());
}

} // namespace

bool intersects(const Box& a, const Box& b) { return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h; }

bool contains(const Box& outer, const Box& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

void DisplayList::addQuad(const Box& box, const Gradient& fill, const Uv& uv) {
    Vertex corners[4] = {vertexAt(box.x, box.y, uv.u0, uv.v0), vertexAt(box.x + box.w, box.y, uv.u1, uv.v0),
                         vertexAt(box.x, box.y + box.h, uv.u0, uv.v1), vertexAt(box.x + box.w, box.y + box.h, uv.u1, uv.v1)};
    for (int i = 0; i < 4; ++i) {
        setColor(corners[i], i < 2 ? fill.top : fill.bottom);
        m_vertices.push_back(corners[i]);
    }
}

Item& DisplayList::addItem(Look look, const Box& bounds) {
    Item item;
    item.look = look;
    item.firstQuad = m_vertices.size() / 4;
    item.quads = 1;
    item.bounds = bounds;
    m_items.push_back(std::move(item));
    return m_items.back();
}

void DisplayList::solid(const Box& box, Color color) {
    Item& item = addItem(Look::Solid, box);
    if (color.a == 255) item.opaque = box;
    addQuad(box, {color, color}, {});
}

void DisplayList::image(const Box& box, ObjectRef texture) {
    Item& item = addItem(Look::Image, box);
    item.texture = texture;
    item.opaque = box;
    addQuad(box, {{255, 255, 255, 255}, {255, 255, 255, 255}}, {});
}

void DisplayList::roundedImage(const Box& box, float radius, const Gradient& tint, ObjectRef texture) {
    Item& item = addItem(Look::Rounded, box);
    item.texture = texture;
    item.uniform = bytesOfStruct(demo::Window{box.w, box.h, radius, 1});
    if (tint.top.a == 255 && tint.bottom.a == 255) item.opaque = box.inset(radius + 1);
    addQuad(box, tint, {});
}

// The quad has room for the blur on every side and for the offset below.
void DisplayList::shadow(const Box& box, const ShadowStyle& s) {
    const Box quad = box.inset(-(s.blur + std::abs(s.offset) + 1));
    Item& item = addItem(Look::Shadow, quad);
    item.uniform = bytesOfStruct(demo::Shadow{quad.w, quad.h, box.w, box.h, s.radius, s.blur, s.offset, s.opacity});
    addQuad(quad, {{0, 0, 0, 255}, {0, 0, 0, 255}}, {});
}

void DisplayList::text(float x, float y, std::string_view text, const Letters& letters, Align align) {
    const float width = m_font.measure(letters.face, text);
    float pen = std::round(align == Align::Left ? x : align == Align::Center ? x - width / 2 : x - width);
    const float cap = m_font.capHeight(letters.face);
    const size_t first = m_vertices.size() / 4;
    addItem(Look::Glyphs, {pen - cap, y - 2 * cap, width + 2 * cap, 3 * cap}).texture = m_atlas;
    const auto atlasWidth = static_cast<float>(m_font.width()), atlasHeight = static_cast<float>(m_font.height());
    for (char c : text) {
        const Glyph& g = m_font.glyph(letters.face, c);
        if (g.width > 0) {
            // Whole pixels, so that each texel of the atlas is one pixel.
            const Box box{std::round(pen + g.left), std::round(y + g.top), static_cast<float>(g.width), static_cast<float>(g.height)};
            const float u = static_cast<float>(g.x), v = static_cast<float>(g.y);
            addQuad(box, {letters.color, letters.color}, {u / atlasWidth, v / atlasHeight, (u + box.w) / atlasWidth, (v + box.h) / atlasHeight});
        }
        pen += g.advance;
    }
    m_items.back().quads = m_vertices.size() / 4 - first;
}

size_t DisplayList::waves(const Box& box) {
    Item& item = addItem(Look::Waves, box);
    item.uniform.resize(sizeof(demo::Wallpaper));
    item.opaque = box;
    addQuad(box, {{255, 255, 255, 255}, {255, 255, 255, 255}}, {});
    return m_items.size() - 1;
}

} // namespace pvg::guest::desktop
