// The reference rasteriser is checked too: a reference that is wrong in the host's way would prove nothing.
#include <doctest/doctest.h>

#include "tests/golden/reference/features/features.h"
#include "tests/golden/reference/raster.h"
#include "tests/golden/reference/scenes.h"

using namespace golden;

namespace {

const Canvas::Shader kWhiteShader = [](const Vec4&) { return Vec4{1, 1, 1, 1}; };

int countWhite(const Image& image) {
    int n = 0;
    for (const Rgb& p : image.pixels) n += p == Rgb{255, 255, 255};
    return n;
}

} // namespace

TEST_CASE("edges through pixel centres belong to the top and left side") {
    Canvas canvas(8, 8, {0, 0, 0, 1});
    canvas.drawQuad({Vertex{1.5, 2.5, {}}, Vertex{4.5, 2.5, {}}, Vertex{1.5, 5.5, {}}, Vertex{4.5, 5.5, {}}}, {kWhiteShader, Canvas::Blend::None, 0});
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

TEST_CASE("a black picture is no cube and no gears") {
    CHECK(checkLit("cube", Image(640, 480)).size() == 5);
    CHECK(checkLit("gears", Image(640, 480)).size() == 6);
}

TEST_CASE("a black desktop does not pass") { CHECK(checkDesktop(Image(1920, 1080), 0).size() > 10); }

TEST_CASE("a box takes the pixels whose centres it holds, with its left and upper edge") {
    Picture p;
    p.fill({1.5, 2.5, 3.5, 4.5}, kRed, 1);
    p.fill({2, 3, 3, 4}, kGreen);
    const Reference r = p.finish();
    CHECK(r.image.at(1, 2) == Rgb{255, 0, 0});
    CHECK(r.image.at(2, 3) == Rgb{0, 255, 0});
    CHECK(r.image.at(3, 2) == Rgb{0, 0, 0});
    CHECK(r.image.at(1, 4) == Rgb{0, 0, 0});
    CHECK(r.tolerance[2 * 256 + 1] == 1);
    CHECK(r.tolerance[3 * 256 + 2] == 0);
}

TEST_CASE("every feature scene has a reference of a scene's size that is not blank") {
    for (const FeatureReference& f : featureReferences()) {
        CAPTURE(std::string(f.topic) + "/" + std::string(f.name));
        const Reference r = f.make();
        CHECK(r.image.width == 256);
        CHECK(r.image.height == 128);
        CHECK(r.tolerance.size() == r.image.pixels.size());
        bool isBlank = true;
        for (const Rgb& pixel : r.image.pixels) isBlank = isBlank && pixel == r.image.pixels.front();
        CHECK(!isBlank);
    }
}

TEST_CASE("references by hand") {
    struct Point {
        const char *topic, *name;
        int x, y;
        Rgb color;
    };
    const Point points[] = {
        {"blending", "sourceFactors", 128 + 10, 10, {61, 20, 82}},    // times source alpha: 153, 51, 204 * 102 / 255
        {"blending", "destinationFactors", 96 + 10, 10, {20, 82, 31}}, // times 1 - source: 51 * 102, 102 * 204, 153 * 51 over 255
        {"blending", "operations", 32 + 10, 10, {102, 0, 51}},        // 153 - 51, 51 - 102, 204 - 153
        {"blending", "separateAlpha", 10, 10, {92, 82, 173}},         // 153 * 0.4 + 51 * 0.6 and so on
        {"passes", "srgbTarget", 10, 32 + 10, {188, 188, 188}},       // half of the light
        {"passes", "halfTarget", 10, 10, {191, 96, 32}},              // 0.75, 0.375, 0.125
        {"passes", "manyPasses", 0, 0, {60, 120, 240}},
        {"passes", "manyPasses", 239, 0, {1, 2, 4}},
        {"depth", "stencilOperations", 32 * 4 + 10, 32 * 2 + 10, {254, 254, 254}}, // 255 less 1
        {"depth", "stencilOperations", 32 * 6 + 10, 32 * 2 + 10, {0, 0, 0}},       // 255 and 1, wrapped
        {"depth", "compareFunctions", 32 + 4, 10, {255, 0, 0}},       // 0.25 is less
        {"depth", "compareFunctions", 32 + 4 + 8, 10, {0, 0, 0}},     // 0.5 is not
        {"multisample", "sampleMask", 32 + 10, 10, {64, 64, 64}},
        {"raster", "perspective", 127, 40, {204, 51, 0}},             // just left of the middle: 4 parts red
        {"raster", "pointCoordinates", 32, 32, {2, 2, 0}},            // half of a 64th
        {"blits", "mipmaps", 16, 0, {8, 8, 0}},                       // (0 + 16) / 2
        {"blits", "mipmaps", 30, 0, {120, 120, 0}},
        {"compute", "threadgroupMemory", 0, 0, {62, 224, 0}},         // word 31
        {"limits", "buffers17", 10, 10, {25, 9, 9}},
    };
    for (const Point& p : points) {
        CAPTURE(std::string(p.topic) + "/" + p.name);
        for (const FeatureReference& f : featureReferences())
            if (f.topic == p.topic && f.name == p.name) CHECK(f.make().image.at(p.x, p.y) == p.color);
    }
}
