// Draws into a display list in design units.
#pragma once

#include <cmath>

#include "pvg/guest/scenes/desktop/layout.h"

namespace pvg::guest::desktop {

class Painter {
public:
    Painter(DisplayList& list, const Scale& scale) : m_list(list), m_scale(scale) {}

    void solid(const Box& box, Color color) { m_list.solid(m_scale.box(box), color); }
    void image(const Box& box, ObjectRef texture) { m_list.image(m_scale.box(box), texture); }
    void rounded(const Box& box, float radius, Color color) { gradient(box, radius, {color, color}); }
    void gradient(const Box& box, float radius, const Gradient& fill) { m_list.rounded(m_scale.box(box), m_scale.length(radius), fill); }
    void roundedImage(const Box& box, float radius, const Gradient& tint, ObjectRef texture) {
        m_list.roundedImage(m_scale.box(box), m_scale.length(radius), tint, texture);
    }
    void disc(float x, float y, float radius, Color color) { rounded({x - radius, y - radius, 2 * radius, 2 * radius}, radius, color); }
    void shadow(const Box& box, const ShadowStyle& s) {
        m_list.shadow(m_scale.box(box), {m_scale.length(s.radius), m_scale.length(s.blur), m_scale.length(s.offset), s.opacity});
    }
    void text(float x, float y, std::string_view text, const Letters& letters, Align align = Align::Left) {
        m_list.text(m_scale.x(x), std::round(m_scale.y(y)), text, letters, align);
    }
    // In design units.
    float widthOf(Face face, std::string_view text) const { return m_list.font().measure(face, text) / m_scale.factor(); }
    size_t waves(const Box& box) { return m_list.waves(m_scale.box(box)); }

private:
    DisplayList& m_list;
    const Scale& m_scale;
};

} // namespace pvg::guest::desktop
