#include "app/renderer/fit.h"

#include <doctest/doctest.h>

using app::fitRect;
using app::Rect;

TEST_CASE("a picture of the window's size covers it") { CHECK(fitRect(1920, 1080, 1920, 1080) == Rect{0, 0, 1920, 1080}); }

TEST_CASE("wide windows get bars at the sides, high ones above and below") {
    CHECK(fitRect(400, 300, 1000, 300) == Rect{300, 0, 400, 300});
    CHECK(fitRect(400, 300, 400, 500) == Rect{0, 100, 400, 300});
    CHECK(fitRect(1920, 1080, 1024, 768) == Rect{0, 96, 1024, 576});
}

TEST_CASE("the picture grows to the window, aspect kept") { CHECK(fitRect(64, 48, 640, 480) == Rect{0, 0, 640, 480}); }

TEST_CASE("no side of a visible picture vanishes and none leaves the window") {
    for (uint32_t sw : {1U, 3U, 640U, 16384U}) {
        for (uint32_t sh : {1U, 7U, 480U, 16384U}) {
            for (uint32_t dw : {1U, 2U, 333U, 4096U}) {
                for (uint32_t dh : {1U, 5U, 777U, 4096U}) {
                    Rect r = fitRect(sw, sh, dw, dh);
                    CHECK(r.width >= 1);
                    CHECK(r.height >= 1);
                    CHECK(r.x >= 0);
                    CHECK(r.y >= 0);
                    CHECK(uint32_t(r.x + r.width) <= dw);
                    CHECK(uint32_t(r.y + r.height) <= dh);
                    CHECK((uint32_t(r.width) == dw || uint32_t(r.height) == dh));
                }
            }
        }
    }
}

TEST_CASE("nothing fits into nothing") {
    CHECK(fitRect(0, 10, 10, 10) == Rect{});
    CHECK(fitRect(10, 10, 10, 0) == Rect{});
}

TEST_CASE("guest points map into the fitted picture") {
    Rect fit = fitRect(100, 50, 400, 400); // 400x200 at y 100
    auto p = app::mapToWindow(fit, 100, 50, {25, 25});
    CHECK(p.x == doctest::Approx(100));
    CHECK(p.y == doctest::Approx(200));
}
