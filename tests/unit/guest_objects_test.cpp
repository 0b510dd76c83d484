#include "pvg/guest/objects.h"

#include <doctest/doctest.h>

#include "guest_support.h"

using namespace pvg;
using namespace pvg::guest;
using guest_test::at;

TEST_CASE("a buffer names its size and first page") {
    CHECK(bufferDescriptor({GuestVirt{0x10003000}, 0x1800}) == guest_test::hex("0018000000000000 03000100 00000000"));
}

TEST_CASE("a one-level texture has the fixed offsets of objects.md 4.2") {
    const TextureShape shape{PixelFormat::BGRA8Unorm, 100, 50, 1, kUsageRead | kUsageTarget, Storage::Shared, false};
    const auto levels = layoutLevels(shape, 256);
    const Bytes d = textureDescriptor(ObjectRef{0x55}, shape, levels, {GuestVirt{0x20000000}, 0x7000});
    REQUIRE(d.size() == 116);
    CHECK(at<uint64_t>(d, 0) == 0x7000);
    CHECK(at<uint32_t>(d, 8) == 0x20000);
    CHECK(at<uint16_t>(d, 0xc) == 1);
    CHECK(at<uint8_t>(d, 0x23) == 4);
    CHECK(at<uint64_t>(d, 0x24) == 0);
    CHECK(at<uint64_t>(d, 0x34) == 512); // 400 bytes rounded up to 256
    CHECK(at<uint32_t>(d, 0x3c) == 100);
    CHECK(at<uint32_t>(d, 0x40) == 50);
    CHECK(at<uint32_t>(d, 0x48) == 1);
    CHECK(at<uint32_t>(d, 0x4c) == 44);
    CHECK(at<uint32_t>(d, 0x50) == 0x55);
    CHECK(at<uint8_t>(d, 0x55) == 5);
    CHECK(at<uint16_t>(d, 0x56) == 80);
    CHECK(at<uint32_t>(d, 0x58) == 100);
    CHECK(at<uint16_t>(d, 0x64) == 1);
}

TEST_CASE("a wide texture record puts the format one byte earlier") {
    TextureShape shape{PixelFormat::BGRA8Unorm, 64, 64, 1, kUsageRead, Storage::Shared, true};
    const Bytes d = textureDescriptor(ObjectRef{9}, shape, layoutLevels(shape, 256), {GuestVirt{0x20000000}, 0x4000});
    REQUIRE(d.size() == 124);
    CHECK(at<uint32_t>(d, 0x48) == 0x34);
    CHECK(at<uint32_t>(d, 0x4c) == 52);
    CHECK(at<uint16_t>(d, 0x55) == 80);
    CHECK(at<uint32_t>(d, 0x57) == 1);
    CHECK(at<uint32_t>(d, 0x5b) == 64);
    CHECK(at<uint32_t>(d, 0x77) == 0x05040302);
}

TEST_CASE("levels halve, never below one, and stand behind each other") {
    const auto levels = layoutLevels({PixelFormat::BGRA8Unorm, 100, 3, 3, kUsageRead, Storage::Shared, false}, 256);
    REQUIRE(levels.size() == 3);
    CHECK(levels[1].width == 50);
    CHECK(levels[2].height == 1);
    CHECK(levels[1].offset == levels[0].size);
    CHECK(levels[2].offset == levels[0].size + levels[1].size);
}

TEST_CASE("a BGRA surface descriptor has 36 bytes") {
    const Bytes d = surfaceDescriptor({640, 480, 2560, 64}, {GuestVirt{0x30000000}, 0x130000});
    REQUIRE(d.size() == 36);
    CHECK(at<uint32_t>(d, 0xc) == 0x42475241);
    CHECK(at<uint8_t>(d, 0x10) == 1);
    CHECK(at<uint32_t>(d, 0x14) == 64);
    CHECK(at<uint32_t>(d, 0x20) == (2560u | 4u << 24));
}

TEST_CASE("a surface texture has the absolute offsets of objects.md 4.4") {
    const TextureShape shape{PixelFormat::BGRA8Unorm, 640, 480, 1, kUsageTarget, Storage::Shared, false};
    const Bytes d = surfaceTextureDescriptor(ObjectRef{0x77}, ObjectRef{0x2a}, shape);
    REQUIRE(d.size() == 56);
    CHECK(at<uint32_t>(d, 0) == 0x2a);
    CHECK(at<uint32_t>(d, 4) == 0);
    CHECK(at<uint32_t>(d, 8) == 0x2f);
    CHECK(at<uint32_t>(d, 0xc) == 48);
    CHECK(at<uint32_t>(d, 0x10) == 0x77);
    CHECK(at<uint16_t>(d, 0x16) == 80);
    CHECK(at<uint32_t>(d, 0x18) == 640);
    CHECK(at<uint16_t>(d, 0x34) == 0);
}

TEST_CASE("the default sampler is the state word of objects.md 10") {
    const Bytes d = samplerRecord(ObjectRef{1}, {});
    REQUIRE(d.size() == 36);
    CHECK(at<uint32_t>(d, 12) == 0x84000000);
    CHECK(at<uint32_t>(samplerRecord(ObjectRef{1}, {Filter::Linear, MipFilter::Linear, Address::Repeat}), 12) == (0x84000000 | 5 | 2 << 24 | 0x22200));
}

TEST_CASE("depth-stencil and function records have their fixed lengths") {
    const Bytes ds = depthStencilRecord(ObjectRef{2}, {.depth = Compare::Less, .writesDepth = true});
    CHECK(ds.size() == 40);
    CHECK(at<uint8_t>(ds, 12) == (1 | 8 | 0x30));
    const Bytes fn = functionDescriptor(ObjectRef{3}, {GuestVirt{0x40000000}, 1234});
    REQUIRE(fn.size() == 32);
    CHECK(at<uint32_t>(fn, 8) == 1234);
    CHECK(at<uint32_t>(fn, 0xc) == 0x0f);
    CHECK(at<uint32_t>(fn, 0x14) == 3);
}

TEST_CASE("a level view is record 0x08 with one level and one slice") {
    const Bytes d = viewRecord(ObjectRef{8}, ObjectRef{7}, {.level = 3});
    REQUIRE(d.size() == 52);
    CHECK(at<uint32_t>(d, 12) == 7);
    CHECK(at<uint16_t>(d, 16) == 0);
    CHECK(at<uint16_t>(d, 18) == 2);
    CHECK(at<uint64_t>(d, 20) == 3);
    CHECK(at<uint64_t>(d, 28) == 1);
    CHECK(at<uint64_t>(d, 44) == 1);
}

TEST_CASE("every field of a sampler stands where operations.tsv puts it") {
    const SamplerState state{.filter = Filter::Linear,
                             .mip = MipFilter::Linear,
                             .address = Address::Repeat,
                             .magnification = Filter::Nearest,
                             .addressT = Address::MirrorRepeat,
                             .addressR = Address::ClampToZero,
                             .border = 2,
                             .compare = Compare::Greater,
                             .anisotropy = 8,
                             .isNormalised = false,
                             .lodMin = 1,
                             .lodMax = 2};
    const Bytes d = samplerRecord(ObjectRef{5}, state);
    CHECK(at<uint32_t>(d, 12) == 0x22243281);
    CHECK(at<float>(d, 20) == 1);
    CHECK(at<float>(d, 24) == 2);
}

TEST_CASE("each stencil face has its operations and two masks") {
    StencilFace front{Compare::Equal, StencilOperation::IncrementClamp, StencilOperation::DecrementClamp, StencilOperation::Invert, 0x12, 0x34};
    const Bytes d = depthStencilRecord(ObjectRef{2}, {Compare::Greater, false, front, {}});
    CHECK(at<uint8_t>(d, 12) == (4 | 0x30));
    CHECK(at<uint32_t>(d, 16) == (2 | 3 << 3 | 4 << 6 | 5 << 9));
    CHECK(at<uint32_t>(d, 20) == 0x12);
    CHECK(at<uint32_t>(d, 24) == 0x34);
    CHECK(at<uint32_t>(d, 28) == 7);
    CHECK(at<uint32_t>(d, 36) == 0xffffffff);
}

TEST_CASE("a view that swizzles is record 0x1b, four bytes longer") {
    const Bytes d = viewRecord(ObjectRef{8}, ObjectRef{7}, {PixelFormat::BGRA8UnormSrgb, TextureType::Type2DArray, 1, 2, 3, 4, {5, 4, 0, 1}});
    REQUIRE(d.size() == 56);
    CHECK(at<uint32_t>(d, 0) == 0x1b);
    CHECK(at<uint32_t>(d, 4) == 56);
    CHECK(at<uint16_t>(d, 16) == 81);
    CHECK(at<uint16_t>(d, 18) == 3);
    CHECK(at<uint64_t>(d, 36) == 3);
    CHECK(at<uint64_t>(d, 44) == 4);
    CHECK(at<uint32_t>(d, 52) == 0x01000405);
}
