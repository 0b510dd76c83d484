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
