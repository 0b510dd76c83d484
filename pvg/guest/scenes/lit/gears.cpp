#include <cmath>
#include <numbers>

#include "pvg/guest/scenes/lit/model.h"

namespace pvg::guest::lit {

namespace {

struct Gear {
    float inner, outer, width; // radii of the hole and of the middle of the teeth
    uint32_t teeth;
    float x, y, speed, phase; // place, turns against the first gear's, degrees
    std::array<float, 4> color;
};
constexpr float kToothDepth = 0.7f;
constexpr std::array kGears{
    Gear{1.0f, 4.0f, 1.0f, 20, -3.0f, -2.0f, 1, 0, {0.8f, 0.1f, 0.0f, 1}},
    Gear{0.5f, 2.0f, 2.0f, 10, 3.1f, -2.0f, -2, -9, {0.0f, 0.8f, 0.2f, 1}},
    Gear{1.3f, 2.0f, 0.5f, 10, -3.1f, 4.2f, -2, -25, {0.2f, 0.2f, 1.0f, 1}},
};
constexpr uint32_t kPointsPerTooth = 4, kVerticesPerPoint = 24;

using Point = std::array<float, 2>;
Point at(float radius, float angle) { return {radius * std::cos(angle), radius * std::sin(angle)}; }

void addQuad(std::vector<Vertex>& to, const std::array<std::array<float, 3>, 4>& corners, const std::array<float, 3>& normal) {
    for (size_t i : {0, 1, 2, 2, 1, 3}) to.push_back({corners[i], normal, {0.5f, 0.5f}});
}

// The outline goes round from tooth to tooth: foot, two points of the tip, foot.
float radiusOf(const Gear& gear, uint32_t point) {
    const uint32_t part = point % kPointsPerTooth;
    return part == 1 || part == 2 ? gear.outer + kToothDepth / 2 : gear.outer - kToothDepth / 2;
}

void addGear(std::vector<Vertex>& to, const Gear& gear) {
    const uint32_t points = kPointsPerTooth * gear.teeth;
    const float half = gear.width / 2;
    for (uint32_t i = 0; i < points; ++i) {
        const float step = 2 * std::numbers::pi_v<float> / float(points), a = step * float(i), b = step * float(i + 1);
        const Point rim0 = at(radiusOf(gear, i), a), rim1 = at(radiusOf(gear, i + 1), b), hole0 = at(gear.inner, a),
                    hole1 = at(gear.inner, b);
        for (const float side : {half, -half})
            addQuad(to, {{{hole0[0], hole0[1], side}, {rim0[0], rim0[1], side}, {hole1[0], hole1[1], side}, {rim1[0], rim1[1], side}}},
                    {0, 0, side > 0 ? 1.0f : -1.0f});
        const float dx = rim1[0] - rim0[0], dy = rim1[1] - rim0[1], length = std::hypot(dx, dy);
        addQuad(to, {{{rim0[0], rim0[1], half}, {rim1[0], rim1[1], half}, {rim0[0], rim0[1], -half}, {rim1[0], rim1[1], -half}}},
                {dy / length, -dx / length, 0});
        const Point middle = at(1, (a + b) / 2);
        addQuad(to, {{{hole0[0], hole0[1], half}, {hole1[0], hole1[1], half}, {hole0[0], hole0[1], -half}, {hole1[0], hole1[1], -half}}},
                {-middle[0], -middle[1], 0});
    }
}

std::vector<Draw> gearDraws(uint64_t frame, float aspect) {
    constexpr float kRadians = std::numbers::pi_v<float> / 180;
    const float degrees = float(frame % 3600);
    const Transform scene = moved(0, 0, -40) * turned(Axis::X, 20 * kRadians) * turned(Axis::Y, 30 * kRadians);
    std::vector<Draw> draws;
    uint32_t first = 0;
    for (const Gear& g : kGears) {
        const Transform model = scene * moved(g.x, g.y, 0) * turned(Axis::Z, (g.speed * degrees + g.phase) * kRadians);
        const uint32_t count = kVerticesPerPoint * kPointsPerTooth * g.teeth;
        draws.push_back({partOf({0.4f, aspect, 5, 60}, model, g.color), first, count});
        first += count;
    }
    return draws;
}

} // namespace

Model gears() {
    Model model{{}, {0xffffffff}, gearDraws};
    for (const Gear& gear : kGears) addGear(model.vertices, gear);
    return model;
}

} // namespace pvg::guest::lit
