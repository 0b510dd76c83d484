// Gradients with a least level, for which GLSL has no form: shorter ones are exchanged for those that lead to that level.
#include <fmt/format.h>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;

namespace {

// s: texels a side of the level 0, m: steps of a texel of the least level.
constexpr const char* kAtLeast[] = {
    "void air_at_least(inout float dx, inout float dy, float s, float m) {\n"
    "    if (max(abs(dx), abs(dy)) * s < m) dx = dy = m / s;\n}",
    "void air_at_least(inout vec2 dx, inout vec2 dy, vec2 s, float m) {\n"
    "    if (max(length(dx * s), length(dy * s)) >= m) return;\n"
    "    dx = vec2(m / s.x, 0.0);\n    dy = vec2(0.0, m / s.y);\n}",
    "void air_at_least(inout vec3 dx, inout vec3 dy, vec3 s, float m) {\n"
    "    if (max(length(dx * s), length(dy * s)) >= m) return;\n"
    "    dx = vec3(m / s.x, 0.0, 0.0);\n    dy = vec3(0.0, m / s.y, 0.0);\n}",
};

// A face's texels are two units of its own coordinates, which are the direction's divided by the greatest (n: that one's axis).
constexpr const char* kAtLeastOfCube = "void air_at_least(inout vec3 dx, inout vec3 dy, vec3 p, float s, float m) {\n"
                                       "    vec3 a = abs(p), n = a.x >= a.y && a.x >= a.z ? vec3(sign(p.x), 0.0, 0.0) : a.y >= a.z ? "
                                       "vec3(0.0, sign(p.y), 0.0) : vec3(0.0, 0.0, "
                                       "sign(p.z));\n"
                                       "    float g = dot(p, n);\n"
                                       "    vec3 x = (dx - p * (dot(dx, n) / g)) / g, y = (dy - p * (dot(dy, n) / g)) / g;\n"
                                       "    if (max(length(x), length(y)) * s * 0.5 >= m) return;\n"
                                       "    dx = n.yzx * (2.0 * g * m / s);\n    dy = n.zxy * (2.0 * g * m / s);\n}";

} // namespace

std::vector<Expr> Textures::atLeastGradients(const TextureCall& c, const Expr& name, const Expr& coordinate) {
    const unsigned lanes = c.shape.coordinates();
    const GlslType type{Base::Float, uint8_t(lanes)};
    const std::string axes = lanes == 1 ? "x" : lanes == 2 || c.shape.isCube() ? "xy" : "xyz";
    const Expr all = call("textureSize", {name, {"0"}});
    const bool isScalarSize = c.shape.kind == TextureShape::Kind::D1 && !c.shape.isArray;
    std::vector<Expr> operands{m_emitter.temporary(type, m_emitter.value(c.dx), "dx"),
                               m_emitter.temporary(type, m_emitter.value(c.dy), "dy")};
    const std::vector<Expr> gradients = operands;
    if (c.shape.isCube()) {
        m_emitter.helpers().add("air_at_least cube", kAtLeastOfCube);
        operands.push_back(coordinate);
        operands.push_back(call("float", {member(all, 0)}));
    } else {
        m_emitter.helpers().add(fmt::format("air_at_least {}", lanes), kAtLeast[lanes - 1]);
        operands.push_back(call(type.name(), {isScalarSize ? all : swizzle(all, axes)}));
    }
    operands.push_back(call("exp2", {m_emitter.value(c.minLod)}));
    m_emitter.statement(call("air_at_least", operands).text);
    return gradients;
}

} // namespace air
