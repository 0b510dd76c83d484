#include "drawing.h"

using namespace gltest;

namespace {

// Draws the quad in red over a black 8x8 BGRA8 target and gives its pixels.
std::vector<uint32_t> drawQuad(Fixture& f, const std::vector<float>& vertices, pvg::RenderState state = {}) {
    const auto target = f.texture(body2d(80, 8, 8));
    state.pipeline = pipeline(f, request(f, {80}));
    state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
    state.fragment.buffers[0] = bound(f.bufferOf<float>({1, 0, 0, 1}), 16);
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {0, 0, 0, 1}).descriptor).ok());
    draw(f, state, triangles(vertices.size() / 4));
    REQUIRE(f.backend().endRenderPass().ok());
    return fromBytes<uint32_t>(f.read(target, region2d(8, 8), 32));
}

constexpr uint32_t kRed = 0xffff0000; // B, G, R, A in memory
constexpr uint32_t kBlack = 0xff000000;

void checkUpperHalf(const gl::BackendOptions& options) {
    Fixture f(options);
    const auto pixels = drawQuad(f, quad(-1, 0, 1, 1));
    for (unsigned row = 0; row < 8; ++row) CHECK(pixels[row * 8 + 3] == (row < 4 ? kRed : kBlack));
}

} // namespace

TEST_CASE("normalised y in 0..1 covers the first rows in memory") { checkUpperHalf({}); }

TEST_CASE("the lower-left clip origin draws the same picture") {
    gl::BackendOptions options;
    options.forceLowerLeft = true;
    checkUpperHalf(options);
}

TEST_CASE("a horizontal edge on pixel centres follows the top-left rule") {
    Fixture f;
    // Top of the picture down to y = 4.5 rows, and from there on to the end: every row once.
    const float edge = 1.0F - 2.0F * 4.5F / 8.0F;
    const auto upper = drawQuad(f, quad(-1, edge, 1, 1));
    const auto lower = drawQuad(f, quad(-1, -1, 1, edge));
    for (unsigned row = 0; row < 8; ++row) {
        CHECK(upper[row * 8] == (row < 4 ? kRed : kBlack));
        CHECK(lower[row * 8] == (row < 4 ? kBlack : kRed));
    }
}
