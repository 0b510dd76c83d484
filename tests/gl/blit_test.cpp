#include <cmath>

#include "fixture.h"

using namespace gltest;
using pvg::Aspect;

namespace {

Bytes counting(size_t size, unsigned start = 0) {
    Bytes bytes(size);
    for (size_t i = 0; i < size; ++i) bytes[i] = std::byte(start + i * 7);
    return bytes;
}

} // namespace

TEST_CASE("buffer copies, overlapping ones included") {
    Fixture f;
    const Bytes given = counting(100);
    const auto a = f.buffer(given), b = f.buffer(Bytes(100));
    REQUIRE(f.backend().copyBuffer(a, 10, b, 33, 50).ok());
    Bytes expected(100);
    std::copy(given.begin() + 10, given.begin() + 60, expected.begin() + 33);
    CHECK(f.read(b, 0, 100) == expected);
    REQUIRE(f.backend().copyBuffer(a, 0, a, 5, 60).ok());
    Bytes moved = given;
    std::copy_backward(given.begin(), given.begin() + 60, moved.begin() + 65);
    std::copy(given.begin(), given.begin() + 60, moved.begin() + 5);
    CHECK(f.read(a, 0, 100) == moved);
    CHECK(!f.backend().copyBuffer(a, 90, b, 0, 11).ok());
    CHECK(!f.backend().copyBuffer(a, ~0ULL, b, 0, 2).ok());
}

TEST_CASE("fills start their pattern at the first byte") {
    Fixture f;
    const auto buffer = f.buffer(Bytes(32));
    REQUIRE(f.backend().fillBuffer(buffer, 4, 8, 0x04030201).ok());
    REQUIRE(f.backend().fillBuffer(buffer, 13, 3, 0x5a5a5a5a).ok());
    REQUIRE(f.backend().fillBuffer(buffer, 17, 6, 0x04030201).ok());
    const auto got = fromBytes<uint8_t>(f.read(buffer, 0, 32));
    const std::vector<uint8_t> expected{0, 0, 0, 0, 1, 2, 3, 4, 1, 2, 3, 4, 0, 0x5a, 0x5a, 0x5a, 0, 1, 2, 3, 4, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    CHECK(got == expected);
}

TEST_CASE("buffer to texture and back with pitches and unaligned offsets") {
    Fixture f;
    const Bytes given = counting(400);
    const auto source = f.buffer(given);
    for (const uint64_t offset : {0ULL, 1ULL, 6ULL}) {
        for (const uint64_t pitch : {12ULL, 20ULL, 23ULL}) {
            for (const unsigned number : {80U, 70U, 53U}) {
                CAPTURE(offset);
                CAPTURE(pitch);
                CAPTURE(number);
                const auto texture = f.texture(body2d(number, 5, 5));
                pvg::TextureRegion region = region2d(3, 4);
                region.x = 1, region.y = 1;
                REQUIRE(f.backend().copyBufferToTexture(source, offset, {pitch, pitch * 4}, texture, region, Aspect::All).ok());
                const auto target = f.buffer(Bytes(200));
                REQUIRE(f.backend().copyTextureToBuffer(texture, region, target, offset, {pitch, pitch * 4}, Aspect::All).ok());
                const Bytes got = f.read(target, 0, 200);
                Bytes expected(200); // what lies between the rows stays
                for (uint64_t row = 0; row < 4; ++row)
                    std::copy_n(given.begin() + long(offset + row * pitch), 12, expected.begin() + long(offset + row * pitch));
                CHECK(got == expected);
                f.backend().destroyTexture(texture);
            }
        }
    }
}

TEST_CASE("texture copies are raw, between orders of components as well") {
    Fixture f;
    const Bytes given = counting(4 * 4 * 4);
    const auto bgra = f.texture(body2d(80, 4, 4));
    f.write(bgra, region2d(4, 4), 16, given);
    for (const unsigned number : {80U, 81U, 70U, 53U, 55U, 90U}) {
        CAPTURE(number);
        const auto target = f.texture(body2d(number, 4, 4));
        pvg::TextureRegion from = region2d(2, 3), to = region2d(2, 3);
        from.x = 1, from.y = 1, to.x = 2;
        REQUIRE(f.backend().copyTexture(bgra, from, target, to).ok());
        const Bytes got = f.read(target, to, 8);
        for (size_t row = 0; row < 3; ++row)
            for (size_t i = 0; i < 8; ++i) CHECK(got[row * 8 + i] == given[(row + 1) * 16 + 4 + i]);
    }
}

TEST_CASE("a copy inside one image may overlap itself") {
    Fixture f;
    const Bytes given = counting(16);
    const auto texture = f.texture(body2d(10, 4, 4));
    f.write(texture, region2d(4, 4), 4, given);
    pvg::TextureRegion from = region2d(3, 3), to = region2d(3, 3);
    to.x = 1, to.y = 1;
    REQUIRE(f.backend().copyTexture(texture, from, texture, to).ok());
    Bytes expected = given;
    for (size_t y = 0; y < 3; ++y)
        for (size_t x = 0; x < 3; ++x) expected[(y + 1) * 4 + x + 1] = given[y * 4 + x];
    CHECK(f.read(texture, region2d(4, 4), 4) == expected);
}

TEST_CASE("block-compressed copies and sub-regions") {
    Fixture f;
    const Bytes given = counting(4 * 4 * 8);
    const auto a = f.texture(body2d(130, 16, 16)), b = f.texture(body2d(130, 16, 16));
    f.write(a, region2d(16, 16), 32, given);
    pvg::TextureRegion from = region2d(8, 8), to = region2d(8, 8);
    from.x = 4, from.y = 4, to.x = 8;
    REQUIRE(f.backend().copyTexture(a, from, b, to).ok());
    const Bytes got = f.read(b, to, 16);
    for (size_t row = 0; row < 2; ++row)
        for (size_t i = 0; i < 16; ++i) CHECK(got[row * 16 + i] == given[(row + 1) * 32 + 8 + i]);
}

TEST_CASE("depth and stencil aspects are copied apart") {
    Fixture f;
    const auto texture = f.texture(body2d(260, 2, 2));
    const auto depth = f.bufferOf<float>({0.0F, 0.25F, 0.5F, 1.0F});
    const auto stencil = f.bufferOf<uint8_t>({1, 2, 200, 255});
    REQUIRE(f.backend().copyBufferToTexture(depth, 0, {8, 16}, texture, region2d(2, 2), Aspect::Depth).ok());
    REQUIRE(f.backend().copyBufferToTexture(stencil, 0, {2, 4}, texture, region2d(2, 2), Aspect::Stencil).ok());
    const auto out = f.buffer(Bytes(64));
    REQUIRE(f.backend().copyTextureToBuffer(texture, region2d(2, 2), out, 0, {8, 16}, Aspect::Depth).ok());
    REQUIRE(f.backend().copyTextureToBuffer(texture, region2d(2, 2), out, 16, {2, 4}, Aspect::Stencil).ok());
    CHECK(fromBytes<float>(f.read(out, 0, 16)) == std::vector<float>{0.0F, 0.25F, 0.5F, 1.0F});
    CHECK(fromBytes<uint8_t>(f.read(out, 16, 4)) == std::vector<uint8_t>{1, 2, 200, 255});
    REQUIRE(f.backend().copyBufferToTexture(depth, 4, {4, 8}, texture, region2d(1, 2), Aspect::Depth).ok());
    REQUIRE(f.backend().copyTextureToBuffer(texture, region2d(2, 2), out, 0, {8, 16}, Aspect::Depth).ok());
    REQUIRE(f.backend().copyTextureToBuffer(texture, region2d(2, 2), out, 16, {2, 4}, Aspect::Stencil).ok());
    CHECK(fromBytes<float>(f.read(out, 0, 16)) == std::vector<float>{0.25F, 0.25F, 0.5F, 1.0F});
    CHECK(fromBytes<uint8_t>(f.read(out, 16, 4)) == std::vector<uint8_t>{1, 2, 200, 255});
    const auto colour = f.texture(body2d(80, 2, 2));
    CHECK(!f.backend().copyBufferToTexture(depth, 0, {8, 16}, colour, region2d(2, 2), Aspect::Depth).ok());
}

TEST_CASE("mip levels are box averages, sRGB ones in linear space") {
    Fixture f;
    for (const unsigned number : {70U, 71U, 80U, 81U}) {
        CAPTURE(number);
        auto body = body2d(number, 4, 4);
        body.mipCount = 3;
        const auto texture = f.texture(body);
        std::vector<uint8_t> pixels;
        for (unsigned i = 0; i < 16; ++i) pixels.insert(pixels.end(), {uint8_t(i * 17), uint8_t(255 - i * 9), uint8_t(i % 2 * 255), 255});
        f.write(texture, region2d(4, 4), 16, toBytes(pixels));
        REQUIRE(f.backend().generateMipmaps(texture).ok());
        pvg::TextureRegion region = region2d(2, 2);
        region.level = 1;
        const auto got = fromBytes<uint8_t>(f.read(texture, region, 8));
        const bool isSrgb = number == 71 || number == 81;
        const auto decode = [&](double v) { return !isSrgb ? v : v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        const auto encode = [&](double v) { return !isSrgb ? v : v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055; };
        for (unsigned y = 0; y < 2; ++y)
            for (unsigned x = 0; x < 2; ++x)
                for (unsigned c = 0; c < 3; ++c) {
                    double sum = 0;
                    for (const unsigned corner : {0U, 1U, 4U, 5U}) sum += decode(pixels[(y * 8 + x * 2 + corner) * 4 + c] / 255.0);
                    const double expected = encode(sum / 4) * 255;
                    CHECK(std::abs(got[(y * 2 + x) * 4 + c] - expected) <= 1.0);
                }
    }
}
