#include "tests/golden/reference/scenes.h"

#include <algorithm>
#include <cmath>

#include "tests/golden/reference/raster.h"

namespace golden {

namespace {

// Clip space to pixels, y down.
Vertex clip(const Request& r, double x, double y, Vec4 varying) { return {(x + 1) / 2 * r.width, (1 - y) / 2 * r.height, varying}; }

Reference finish(const Canvas& canvas) { return {canvas.image(), canvas.tolerance()}; }

// Multiples of 1/255: exact.
Reference clearReference(const Request& r) {
    constexpr std::array<std::array<double, 3>, 4> kColors{{{51, 102, 204}, {204, 51, 102}, {102, 204, 51}, {255, 128, 0}}};
    const auto& c = kColors[static_cast<size_t>(r.frame) % kColors.size()];
    return finish(Canvas(r.width, r.height, {c[0] / 255, c[1] / 255, c[2] / 255, 1}));
}

// The interpolated triangle may be one step off where a value lies between two; the square is one colour and exact, edges included.
Reference triangleReference(const Request& r) {
    Canvas canvas(r.width, r.height, {34 / 255.0, 34 / 255.0, 51 / 255.0, 1});
    const auto pass = [](const Vec4& v) { return v; };
    canvas.drawTriangle({clip(r, -0.625, -0.625, {1, 0, 0, 1}), clip(r, 0.625, -0.625, {0, 1, 0, 1}), clip(r, 0, 0.75, {0, 0, 1, 1})},
                        {pass, Canvas::Blend::None, 1});
    const double left = -121 / 128.0, right = -95 / 128.0, top = 27 / 32.0, bottom = 19 / 32.0;
    const Vec4 orange{1, 128 / 255.0, 0, 1};
    canvas.drawQuad({clip(r, left, top, orange), clip(r, right, top, orange), clip(r, left, bottom, orange), clip(r, right, bottom, orange)},
                    {pass, Canvas::Blend::None, 0});
    return finish(canvas);
}

using Texels = std::array<std::array<Vec4, 16>, 16>;

Texels opaqueTexels() {
    Texels t;
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x) t[static_cast<size_t>(y)][static_cast<size_t>(x)] = {x * 17 / 255.0, y * 17 / 255.0, ((x + y) % 2 ? 200 : 40) / 255.0, 1};
    return t;
}

// Premultiplied; the green channel was made with integer division.
Texels fadingTexels() {
    Texels t;
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x) {
            const int alpha = 255 - x * 17;
            t[static_cast<size_t>(y)][static_cast<size_t>(x)] = {alpha / 255.0, alpha * y / 15 / 255.0, alpha / 255.0, alpha / 255.0};
        }
    return t;
}

Vec4 texel(const Texels& t, int x, int y) {
    const auto clampTo15 = [](int v) { return static_cast<size_t>(std::min(std::max(v, 0), 15)); };
    return t[clampTo15(y)][clampTo15(x)];
}

Vec4 sampleNearest(const Texels& t, double u, double v) { return texel(t, static_cast<int>(std::floor(u * 16)), static_cast<int>(std::floor(v * 16))); }

Vec4 sampleLinear(const Texels& t, double u, double v) {
    const double x = u * 16 - 0.5, y = v * 16 - 0.5;
    const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
    const double fx = x - x0, fy = y - y0;
    const Vec4 a = texel(t, x0, y0), b = texel(t, x0 + 1, y0), c = texel(t, x0, y0 + 1), d = texel(t, x0 + 1, y0 + 1);
    Vec4 out{};
    for (size_t i = 0; i < 4; ++i) out[i] = (a[i] * (1 - fx) + b[i] * fx) * (1 - fy) + (c[i] * (1 - fx) + d[i] * fx) * fy;
    return out;
}

struct Place {
    double left, top, right, bottom; // clip space
};
std::array<Vertex, 4> corners(const Request& r, const Place& p) {
    return {clip(r, p.left, p.top, {0, 0}), clip(r, p.right, p.top, {1, 0}), clip(r, p.left, p.bottom, {0, 1}), clip(r, p.right, p.bottom, {1, 1})};
}

// Nearest is exact where no pixel's centre falls on the border of two texels: at 640x480 each texel is 16 pixels wide. Linear and blended
// may be one step off.
Reference texturedReference(const Request& r) {
    const Texels opaque = opaqueTexels(), fading = fadingTexels();
    Canvas canvas(r.width, r.height, {51 / 255.0, 51 / 255.0, 51 / 255.0, 1});
    canvas.drawQuad(corners(r, {-0.9, 0.9, -0.1, -1 / 6.0}), {[&](const Vec4& v) { return sampleNearest(opaque, v[0], v[1]); }, Canvas::Blend::None, 0});
    canvas.drawQuad(corners(r, {0.1, 0.9, 0.9, -1 / 6.0}), {[&](const Vec4& v) { return sampleLinear(opaque, v[0], v[1]); }, Canvas::Blend::None, 1});
    canvas.drawQuad(corners(r, {-0.9, -0.4, -0.1, -14 / 15.0}), {[&](const Vec4& v) { return sampleNearest(fading, v[0], v[1]); }, Canvas::Blend::SourceOver, 1});
    return finish(canvas);
}

// The hardware cursor is no part of a screenshot.
Reference cursorReference(const Request& r) { return finish(Canvas(r.width, r.height, {46 / 255.0, 82 / 255.0, 120 / 255.0, 1})); }

// Apple's first-triangle sample: positions in pixels around the centre, y up, on black.
Reference metallibReference(const Request& r) {
    Canvas canvas(r.width, r.height, {0, 0, 0, 1});
    const double x = r.width * 3 / 8, y = r.height * 3 / 8, cx = r.width / 2.0, cy = r.height / 2.0;
    canvas.drawTriangle({Vertex{cx + x, cy + y, {1, 0, 0, 1}}, Vertex{cx - x, cy + y, {0, 1, 0, 1}}, Vertex{cx, cy - y, {0, 0, 1, 1}}},
                        {[](const Vec4& v) { return v; }, Canvas::Blend::None, 1});
    return finish(canvas);
}

} // namespace

std::optional<Reference> makeReference(const Request& r) {
    if (r.scene == "clear") return clearReference(r);
    if (r.scene == "triangle") return triangleReference(r);
    if (r.scene == "textured" || r.scene == "arguments") return texturedReference(r);
    if (r.scene == "cursor") return cursorReference(r);
    if (r.scene == "metallib") return metallibReference(r);
    return std::nullopt;
}

} // namespace golden
