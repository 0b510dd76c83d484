#include <epoxy/gl.h>
#include <unistd.h>

#include "drawing.h"

using namespace gltest;

TEST_CASE("a presented BGRA picture arrives as RGBA, top row first") {
    Fixture f;
    const auto surface = f.texture(body2d(80, 2, 2));
    f.write(surface, region2d(2, 2), 8, toBytes<uint8_t>({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}));
    CHECK(f.presents().acquire(0).sequence == 0);
    REQUIRE(f.backend().present(pvg::DisplayPort{0}, surface, 2, 2).ok());
    const auto frame = f.presents().acquire(0);
    CHECK(frame.sequence == 1);
    CHECK(frame.width == 2);
    CHECK(frame.ready != nullptr);
    const auto image = f.backend().presentedImage(pvg::DisplayPort{0});
    REQUIRE(image.ok());
    CHECK(image->rgba == toBytes<uint8_t>({3, 2, 1, 4, 7, 6, 5, 8, 11, 10, 9, 12, 15, 14, 13, 16}));
}

TEST_CASE("the latest picture wins and the one the window holds stays untouched") {
    Fixture f;
    const auto surface = f.texture(body2d(80, 4, 4));
    const auto show = [&](double red) {
        REQUIRE(f.backend().beginRenderPass(Pass().color(surface, {red, 0, 0, 1}).descriptor).ok());
        REQUIRE(f.backend().endRenderPass().ok());
        REQUIRE(f.backend().present(pvg::DisplayPort{1}, surface, 4, 4).ok());
    };
    const auto redOf = [](unsigned texture) {
        uint8_t pixel[4 * 16];
        glGetTextureImage(texture, 0, GL_RGBA, GL_UNSIGNED_BYTE, sizeof(pixel), pixel);
        return pixel[0];
    };
    show(0.2);
    const auto held = f.presents().acquire(1);
    for (const double red : {0.4, 0.6, 0.8, 1.0}) show(red);
    CHECK(redOf(held.texture) == 51);
    const auto latest = f.presents().acquire(1);
    CHECK(latest.sequence == 5);
    CHECK(redOf(latest.texture) == 255);
    CHECK(f.presents().acquire(1).sequence == 5);
    CHECK(f.presents().acquire(0).sequence == 0);
    uint64_t published = 0;
    REQUIRE(read(f.presents().eventFd(), &published, sizeof(published)) == sizeof(published));
    CHECK(published == 5);
}

TEST_CASE("other depths are converted, sRGB stays encoded, other sizes replace the texture") {
    Fixture f;
    const auto shown = [&](pvg::TextureId texture, uint32_t width, uint32_t height) {
        REQUIRE(f.backend().present(pvg::DisplayPort{0}, texture, width, height).ok());
        const auto image = f.backend().presentedImage(pvg::DisplayPort{0});
        REQUIRE(image.ok());
        CHECK(image->width == width);
        CHECK(image->height == height);
        return fromBytes<uint8_t>(image->rgba);
    };
    const auto half = f.texture(body2d(115, 2, 1));
    f.write(half, region2d(2, 1), 16, toBytes<uint16_t>({0x3c00, 0x3a66, 0xbc00, 0x3c00, 0x4000, 0, 0, 0}));
    CHECK(shown(half, 2, 1) == std::vector<uint8_t>{255, 204, 0, 255, 255, 0, 0, 0});
    const auto srgb = f.texture(body2d(81, 1, 1));
    f.write(srgb, region2d(1, 1), 4, toBytes<uint8_t>({10, 20, 30, 40}));
    CHECK(shown(srgb, 1, 1) == std::vector<uint8_t>{30, 20, 10, 40});
    CHECK(!f.backend().present(pvg::DisplayPort{0}, f.texture(body2d(252, 2, 2)), 2, 2).ok());
    CHECK(!f.backend().presentedImage(pvg::DisplayPort{9}).ok());
}
