// The reference rasteriser is checked too: a reference that is wrong in the host's way would prove nothing.
#include <doctest/doctest.h>

#include "tests/golden/reference/raster.h"
#include "tests/golden/reference/scenes.h"

using namespace golden;

namespace {

const Canvas::Shader kWhite = [](const Vec4&) { return Vec4{1, 1, 1, 1}; };

int countWhite(const Image& image) {
    int n = 0;
    for (const Rgb& p : image.pixels) n += p == Rgb{255, 255, 255};
    return n;
}

} // namespace

TEST_CASE("edges through pixel centres belong to the top and left side") {
    Canvas canvas(8, 8, {0, 0, 0, 1});
    canvas.drawQuad({Vertex{1.5, 2.5, {}}, Vertex{4.5, 2.5, {}}, Vertex{1.5, 5.5, {}}, Vertex{4.5, 5.5, {}}}, {kWhite, Canvas::Blend::None, 0});
    const Image image = canvas.image();
    CHECK(countWhite(image) == 9);
    CHECK(image.at(1, 2) == Rgb{255, 255, 255});
    CHECK(image.at(4, 2) == Rgb{0, 0, 0});
    CHECK(image.at(1, 5) == Rgb{0, 0, 0});
}

TEST_CASE("two triangles of a square cover each pixel once") {
    Canvas canvas(16, 16, {0, 0, 0, 1});
    const Canvas::Look half{[](const Vec4&) { return Vec4{0.4, 0.4, 0.4, 0}; }, Canvas::Blend::SourceOver, 1}; // additive
    canvas.drawQuad({Vertex{0, 0, {}}, Vertex{16, 0, {}}, Vertex{0, 16, {}}, Vertex{16, 16, {}}}, half);
    for (const Rgb& p : canvas.image().pixels) CHECK(p == Rgb{102, 102, 102});
}

TEST_CASE("winding does not matter and varyings are linear over the screen") {
    for (bool isSwapped : {false, true}) {
        Canvas canvas(4, 4, {0, 0, 0, 1});
        const Vertex a{0, 0, {0, 0, 0, 1}}, b{8, 0, {1, 0, 0, 1}}, c{0, 8, {0, 1, 0, 1}};
        canvas.drawTriangle({a, isSwapped ? c : b, isSwapped ? b : c}, {[](const Vec4& v) { return v; }, Canvas::Blend::None, 0});
        CHECK(canvas.image().at(3, 0) == Rgb{toByte(3.5 / 8), toByte(0.5 / 8), 0});
    }
}

TEST_CASE("source-over keeps what the source does not cover") {
    Canvas canvas(1, 1, {1, 0, 0, 1});
    canvas.drawQuad({Vertex{0, 0, {}}, Vertex{1, 0, {}}, Vertex{0, 1, {}}, Vertex{1, 1, {}}},
                    {[](const Vec4&) { return Vec4{0, 0.25, 0, 0.25}; }, Canvas::Blend::SourceOver, 1});
    CHECK(canvas.image().at(0, 0) == Rgb{191, 64, 0});
    CHECK(canvas.tolerance()[0] == 1);
}

TEST_CASE("the clear scene takes its colour from the frame's number") {
    CHECK(makeReference({"clear", 2, 2, 2})->image.at(1, 1) == Rgb{102, 204, 51});
    CHECK(makeReference({"clear", 4, 2, 2})->image.at(0, 0) == Rgb{51, 102, 204});
}

TEST_CASE("nearest texels are 16 pixels wide at 640x480") {
    const Image image = makeReference({"textured", 0, 640, 480})->image;
    CHECK(image.at(32, 24) == Rgb{0, 0, 40});
    CHECK(image.at(47, 24) == Rgb{0, 0, 40});
    CHECK(image.at(48, 24) == Rgb{17, 0, 200});
    CHECK(image.at(31, 24) == Rgb{51, 51, 51});
}

TEST_CASE("a black desktop does not pass") { CHECK(checkDesktop(Image(1920, 1080), 0).size() > 10); }
