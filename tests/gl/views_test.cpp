#include "drawing.h"

using namespace gltest;
using pvg::mtl::Swizzle;
using pvg::mtl::TextureType;

namespace {

pvg::TextureViewRange range(unsigned number) {
    pvg::TextureViewRange r;
    r.format = format(number);
    return r;
}

} // namespace

TEST_CASE("a view reads the raw bytes of its base, whatever the order of components") {
    Fixture f;
    const auto base = f.texture(body2d(80, 2, 1));
    const Bytes bytes = toBytes<uint8_t>({1, 2, 3, 4, 5, 6, 7, 8});
    f.write(base, region2d(2, 1), 8, bytes);
    for (const unsigned number : {81U, 70U, 71U, 73U}) {
        CAPTURE(number);
        const auto view = f.backend().createTextureView(base, range(number));
        REQUIRE(view.ok());
        CHECK(f.read(*view, region2d(2, 1), 8) == bytes);
    }
    // One 32-bit component cannot be had from a store whose bytes are exchanged.
    const auto word = f.backend().createTextureView(base, range(53));
    REQUIRE(!word.ok());
    CHECK(word.error().reason == pvg::DeclineReason::UnsupportedFormat);
}

TEST_CASE("a word view of an RGBA store reads its bytes") {
    Fixture f;
    const auto base = f.texture(body2d(70, 1, 1));
    f.write(base, region2d(1, 1), 4, toBytes<uint8_t>({1, 2, 3, 4}));
    const auto view = f.backend().createTextureView(base, range(53));
    REQUIRE(view.ok());
    CHECK(fromBytes<uint32_t>(f.read(*view, region2d(1, 1), 4)) == std::vector<uint32_t>{0x04030201});
}

TEST_CASE("views of views address levels and slices from their base") {
    Fixture f;
    pvg::TextureBody body = body2d(53, 8, 8);
    body.type = TextureType::Type2DArray;
    body.arrayLength = 4;
    body.mipCount = 4;
    const auto base = f.texture(body);
    pvg::TextureRegion region = region2d(2, 2);
    region.level = 2;
    region.slice = 3;
    f.write(base, region, 8, toBytes<uint32_t>({1, 2, 3, 4}));
    pvg::TextureViewRange outer = range(0);
    outer.type = TextureType::Type2DArray;
    outer.levelBase = 1, outer.levelCount = 3, outer.sliceBase = 1, outer.sliceCount = 3;
    const auto first = f.backend().createTextureView(base, outer);
    REQUIRE(first.ok());
    pvg::TextureViewRange inner = range(0);
    inner.levelBase = 1, inner.sliceBase = 2;
    const auto second = f.backend().createTextureView(*first, inner);
    REQUIRE(second.ok());
    f.backend().destroyTexture(base); // the store lives on in its views
    CHECK(fromBytes<uint32_t>(f.read(*second, region2d(2, 2), 8)) == std::vector<uint32_t>{1, 2, 3, 4});
}

TEST_CASE("a view beyond its base or of another block size is declined") {
    Fixture f;
    const auto base = f.texture(body2d(80, 4, 4));
    pvg::TextureViewRange r = range(0);
    r.levelCount = 2;
    CHECK(!f.backend().createTextureView(base, r).ok());
    r = range(0);
    r.sliceBase = 1;
    CHECK(!f.backend().createTextureView(base, r).ok());
    CHECK(!f.backend().createTextureView(base, range(115)).ok());
    CHECK(!f.backend().createTextureView(pvg::TextureId{12345}, range(0)).ok());
}

// Mesa's own generation takes the whole store below a view.
TEST_CASE("mipmaps of a view are made of its levels and slices, and of no others, in its own format") {
    Fixture f;
    auto body = body2d(80, 4, 4);
    body.type = pvg::mtl::TextureType::Type2DArray;
    body.arrayLength = 3;
    body.mipCount = 3;
    const auto base = f.texture(body);
    const auto slice = [](uint32_t level, uint32_t number) {
        auto r = region2d(4 >> level, 4 >> level);
        r.level = level, r.slice = number;
        return r;
    };
    for (uint32_t s = 0; s < 3; ++s)
        for (uint32_t level = 0; level < 3; ++level) f.write(base, slice(level, s), 16, Bytes(64, std::byte(16 * s + level + 1)));
    // Level 1 of slice 1: its four texels are 0 and 255, half of them each.
    f.write(base, slice(1, 1), 8, toBytes<uint32_t>({0, 0xffffffff, 0xffffffff, 0}));
    pvg::TextureViewRange range;
    range.format = format(81); // averaged in linear space
    range.levelBase = 1, range.levelCount = 2, range.sliceBase = 1;
    const auto view = f.backend().createTextureView(base, range);
    REQUIRE(view.ok());
    REQUIRE(f.backend().generateMipmaps(*view).ok());
    for (uint32_t s = 0; s < 3; ++s)
        for (const uint32_t level : {0U, 2U}) {
            const auto got = fromBytes<uint8_t>(f.read(base, slice(level, s), 16 >> level));
            if (s != 1 || level != 2) CHECK(got == std::vector<uint8_t>(got.size(), uint8_t(16 * s + level + 1)));
        }
    // The linear mean 0.5 is 187.5 of 255 as sRGB; alpha is linear.
    const auto mean = fromBytes<uint8_t>(f.read(base, slice(2, 1), 4));
    REQUIRE(mean.size() == 4);
    for (size_t i = 0; i < 3; ++i) CHECK(std::abs(int(mean[i]) - 188) <= 1);
    CHECK(std::abs(int(mean[3]) - 128) <= 1);
}

// A blit reads a framebuffer's image: of a view, Mesa takes the store's first layer and the store's format.
TEST_CASE("views of multisample textures resolve their own slice in their own format") {
    Fixture f;
    auto body = body2d(80, 2, 2);
    body.type = pvg::mtl::TextureType::Type2DMultisampleArray;
    body.sampleCount = 4;
    body.arrayLength = 2;
    const auto samples = f.texture(body);
    for (const uint32_t slice : {0U, 1U}) {
        Pass pass;
        pass.color(samples, {slice == 0 ? 1.0 : 0.0, slice == 1 ? 1.0 : 0.0, 0, 1});
        pass.descriptor.colors[0].slice = slice;
        REQUIRE(f.backend().beginRenderPass(pass.descriptor).ok());
        REQUIRE(f.backend().endRenderPass().ok());
    }
    pvg::TextureViewRange range;
    range.type = pvg::mtl::TextureType::Type2DMultisample;
    range.sliceBase = 1;
    const auto view = f.backend().createTextureView(samples, range);
    REQUIRE(view.ok());
    const auto resolved = f.texture(body2d(80, 2, 2));
    Pass pass;
    pass.load(*view);
    pass.descriptor.colors[0].store = pvg::mtl::StoreAction::MultisampleResolve;
    pass.descriptor.colors[0].resolveTexture = resolved;
    REQUIRE(f.backend().beginRenderPass(pass.descriptor).ok());
    REQUIRE(f.backend().endRenderPass().ok());
    CHECK(fromBytes<uint32_t>(f.read(resolved, region2d(2, 2), 8)) == std::vector<uint32_t>(4, 0xff00ff00));
    // A blit out of it too.
    CHECK(fromBytes<uint32_t>(f.read(*view, region2d(2, 2), 8)) == std::vector<uint32_t>(4, 0xff00ff00));
}
