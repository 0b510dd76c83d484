#include <doctest/doctest.h>

#include "pvg/guest/objects.h"
#include "tests/unit/object_support.h"

using namespace pvg;
using namespace pvg::test;

TEST_CASE("buffer: size and page, whatever follows") {
    auto buffer = parsed<BufferDescriptor>(1, Raw().u64(0x12345).u32(0x777).u32(0).u64(99));
    CHECK(buffer.size == 0x12345);
    CHECK(buffer.base == GuestVirt{0x777000});
    CHECK(refused(1, Raw().u64(0).u32(1).u32(0)) == DeclineReason::BadDescriptor);
    CHECK(refused(1, Raw().u64(16).u32(0).u32(0)) == DeclineReason::BadDescriptor);
    CHECK(refused(1, Raw().u64(~uint64_t{0}).u32(1).u32(0)) == DeclineReason::BadDescriptor);
}

TEST_CASE("texture: the common one-level case has its fields at the documented offsets") {
    Raw raw = narrowTexture({}, 0x2000, {{0, 0x2000, 256, 64, 32, 1}});
    REQUIRE(raw.size() == 116);
    auto texture = parsed<TextureDescriptor>(2, raw);
    CHECK(texture.allocationSize == 0x2000);
    CHECK(texture.base == GuestVirt{0x40000});
    CHECK(texture.body.format == mtl::PixelFormat::BGRA8Unorm);
    CHECK(texture.body.type == mtl::TextureType::Type2D);
    CHECK(texture.body.usage == 5);
    CHECK(texture.body.width == 64);
    CHECK(texture.body.height == 32);
    REQUIRE(texture.levels.size() == 1);
    CHECK(texture.levels[0].bytesPerRow == 256);
    CHECK(parsed<TextureDescriptor>(3, raw) == texture);
    // Offsets of objects.md 4.2, checked by changing exactly those bytes.
    CHECK(parsed<TextureDescriptor>(2, Raw(raw).set<uint16_t>(0x56, 70)).body.format == mtl::PixelFormat(70));
    CHECK(parsed<TextureDescriptor>(2, Raw(raw).set<uint16_t>(0x6a, 2 << 4)).body.storage == mtl::StorageMode::Private);
}

TEST_CASE("texture: the wide record carries swizzle and format elsewhere") {
    Raw raw = texturePrefix(0x2000, 0x40, {{0, 0x2000, 256, 64, 32, 1}}).append(record(0x34, 7, wideBody({}, {5, 4, 3, 1})));
    REQUIRE(raw.size() == 124);
    auto texture = parsed<TextureDescriptor>(2, raw);
    CHECK(texture.body.format == mtl::PixelFormat::BGRA8Unorm);
    CHECK(texture.body.swizzle == std::array{mtl::Swizzle::Alpha, mtl::Swizzle::Blue, mtl::Swizzle::Green, mtl::Swizzle::One});
    CHECK(refused(2, Raw(raw).set<uint8_t>(0x77, 6)) == DeclineReason::BadDescriptor);
}

TEST_CASE("texture: mip levels, and the last row only needs its tight bytes") {
    RawBody body;
    body.mips = 3;
    RawLevel l0{0, 0, 256, 64, 32, 1}, l1{0x2000, 0, 256, 32, 16, 1}, l2{0x3000, 0, 256, 16, 8, 0};
    // Level 2 ends at 0x3000 + 7 * 256 + 64.
    auto texture = parsed<TextureDescriptor>(2, narrowTexture(body, 0x3000 + 7 * 256 + 64, {l0, l1, l2}));
    CHECK(texture.levels[2].depth == 1);
    CHECK(refused(2, narrowTexture(body, 0x3000 + 7 * 256 + 63, {l0, l1, l2})) == DeclineReason::BadDescriptor);
    l1.width = 31;
    CHECK(refused(2, narrowTexture(body, 0x4000, {l0, l1, l2})) == DeclineReason::BadDescriptor);
}

TEST_CASE("texture: slices of a level lie one behind the other") {
    RawBody body;
    body.type = 3;
    body.array = 4;
    uint64_t needed = 256 * 32 * 4 - 256 + 64 * 4;
    CHECK(parseDescriptor(2, narrowTexture(body, needed, {{0, 0, 256, 64, 32, 1}}).get()));
    CHECK(refused(2, narrowTexture(body, needed - 1, {{0, 0, 256, 64, 32, 1}})) == DeclineReason::BadDescriptor);
    body.type = 5;
    body.array = 1;
    body.width = body.height = 32;
    CHECK(refused(2, narrowTexture(body, 256 * 32 * 6 - 129, {{0, 0, 256, 32, 32, 1}})) == DeclineReason::BadDescriptor);
    CHECK(parseDescriptor(2, narrowTexture(body, 256 * 32 * 6 - 128, {{0, 0, 256, 32, 32, 1}}).get()));
}

TEST_CASE("texture: numbers that no texture can have are declined") {
    auto with = [](auto change) {
        RawBody body;
        RawLevel level{0, 0, 256, 64, 32, 1};
        change(body, level);
        return refused(2, narrowTexture(body, 0x2000, {level}));
    };
    CHECK(with([](RawBody& b, RawLevel&) { b.format = 2; }) == DeclineReason::UnsupportedFormat);
    CHECK(with([](RawBody& b, RawLevel&) { b.type = 11; }) == DeclineReason::BadDescriptor);
    CHECK(with([](RawBody& b, RawLevel& l) { b.width = l.width = 0; }) == DeclineReason::BadDescriptor);
    CHECK(with([](RawBody& b, RawLevel& l) { b.height = l.height = 16385; }) == DeclineReason::BadDescriptor);
    CHECK(with([](RawBody& b, RawLevel&) { b.samples = 3; }) == DeclineReason::BadDescriptor);
    CHECK(with([](RawBody& b, RawLevel&) { b.samples = 4; }) == DeclineReason::BadDescriptor); // needs a multisample type
    CHECK(with([](RawBody& b, RawLevel&) { b.array = 2049; b.type = 3; }) == DeclineReason::BadDescriptor);
    CHECK(with([](RawBody& b, RawLevel&) { b.mips = 2; }) == DeclineReason::BadDescriptor); // one level record
    CHECK(with([](RawBody&, RawLevel& l) { l.bytesPerRow = 255; }) == DeclineReason::BadDescriptor);
    CHECK(with([](RawBody&, RawLevel& l) { l.bytesPerRow = ~uint64_t{0}; }) == DeclineReason::BadDescriptor);
    CHECK(with([](RawBody&, RawLevel& l) { l.offset = ~uint64_t{0} - 100; }) == DeclineReason::BadDescriptor);
}

TEST_CASE("surface: planes, with 0 planes meaning one") {
    auto surface = [](uint8_t planes) {
        return Raw().u64(0x4000).u32(0x20).u32(0x42475241).u8(planes).bytes({0, 0, 0}).u32(0x100).u32(64).u32(32).u32(256 | 4U << 24);
    };
    auto one = parsed<SurfaceDescriptor>(4, surface(1));
    CHECK(one.length == 0x4000);
    CHECK(one.base == GuestVirt{0x20000});
    CHECK(one.fourCC == 0x42475241);
    REQUIRE(one.planes.size() == 1);
    CHECK(one.planes[0] == SurfacePlane{0x100, 64, 32, 256, 4});
    CHECK(parsed<SurfaceDescriptor>(4, surface(0)) == one);
    CHECK(refused(4, surface(2)) == DeclineReason::BadDescriptor); // only one record is there
    CHECK(refused(4, surface(9)) == DeclineReason::BadDescriptor);
    Raw twoPlanes = surface(2).u32(0x2100).u32(32).u32(16).u32(64 | 2U << 24);
    REQUIRE(twoPlanes.size() == 52);
    CHECK(parsed<SurfaceDescriptor>(4, twoPlanes).planes.size() == 2);
    // 0x100 + 31 * 256 + 256 = 0x2100 bytes are needed.
    CHECK(parseDescriptor(4, surface(1).set<uint64_t>(0, 0x2100).get()));
    CHECK(refused(4, surface(1).set<uint64_t>(0, 0x20ff)) == DeclineReason::BadDescriptor);
}

TEST_CASE("surface texture: plane and rotation by op") {
    auto make = [](uint32_t op, const Raw& body) { return Raw().u32(0x2a).u32(0).append(record(op, 9, Raw(body).u16(1).u16(2))); };
    auto narrow = parsed<SurfaceTextureDescriptor>(5, make(0x2f, narrowBody({})));
    CHECK(narrow.surface == ObjectRef{0x2a});
    CHECK(narrow.owner == TaskId{0});
    CHECK(narrow.plane == 1);
    CHECK(narrow.rotation == 2);
    CHECK(make(0x2f, narrowBody({})).size() == 56);
    CHECK(parsed<SurfaceTextureDescriptor>(5, make(0x0c, narrowBody({}))).rotation == 0);
    CHECK(parsed<SurfaceTextureDescriptor>(5, make(0x39, wideBody({}))).plane == 1);
    CHECK(refused(5, Raw().u32(0x2a).u32(0).append(record(0x01, 9, narrowBody({})))) == DeclineReason::BadDescriptor);
    CHECK(refused(5, Raw().u32(0).u32(0).append(record(0x2f, 9, narrowBody({}).u16(0).u16(0)))) == DeclineReason::BadDescriptor);
}

TEST_CASE("function: blob address and size") {
    Raw raw = Raw().u64(0x123456789000).u32(5000).append(record(0x0f, 3, Raw().u64(0)));
    auto function = parsed<FunctionDescriptor>(6, raw);
    CHECK(function.blob == GuestVirt{0x123456789000});
    CHECK(function.blobSize == 5000);
    CHECK(refused(6, Raw(raw).set<uint32_t>(8, 0)) == DeclineReason::BadDescriptor);
    CHECK(refused(6, Raw(raw).set<uint32_t>(8, (16 << 20) + 1)) == DeclineReason::BadDescriptor);
}

TEST_CASE("texture views: format only, ranged, swizzled") {
    auto plain = parsed<TextureViewDescriptor>(8, record(0x07, 5, Raw().u32(4).u16(81).u16(0xbeef)));
    CHECK(plain.base == ObjectRef{4});
    CHECK(plain.format == mtl::PixelFormat::BGRA8Unorm_sRGB);
    CHECK(!plain.hasRange);
    Raw ranged = Raw().u32(4).u16(0).u16(3).u64(1).u64(2).u64(3).u64(4);
    auto view = parsed<TextureViewDescriptor>(8, record(0x08, 5, ranged));
    CHECK(view.format == mtl::PixelFormat::Invalid);
    CHECK(view.hasRange);
    CHECK(view.type == mtl::TextureType::Type2DArray);
    CHECK(view.levelBase == 1);
    CHECK(view.levelCount == 2);
    CHECK(view.sliceBase == 3);
    CHECK(view.sliceCount == 4);
    auto swizzled = parsed<TextureViewDescriptor>(8, record(0x1b, 5, Raw(ranged).bytes({5, 2, 3, 4})));
    CHECK(swizzled.swizzle[0] == mtl::Swizzle::Alpha);
    CHECK(refused(8, record(0x08, 5, Raw(ranged).set<uint64_t>(8, ~uint64_t{0}))) == DeclineReason::BadDescriptor);
    CHECK(refused(8, record(0x08, 5, Raw(ranged).set<uint64_t>(16, 0))) == DeclineReason::BadDescriptor);
    CHECK(refused(8, record(0x07, 5, Raw().u32(0).u16(81).u16(0))) == DeclineReason::BadDescriptor);
    CHECK(refused(8, record(0x07, 5, Raw().u32(4).u16(3).u16(0))) == DeclineReason::UnsupportedFormat);
}

TEST_CASE("textures over buffers and in heaps") {
    Raw prefix = Raw().u32(8).u64(0x400).u64(256);
    auto narrow = parsed<BufferTextureDescriptor>(8, record(0x09, 9, Raw(prefix).append(narrowBody({}))));
    CHECK(narrow.buffer == ObjectRef{8});
    CHECK(narrow.offset == 0x400);
    CHECK(narrow.bytesPerRow == 256);
    CHECK(narrow.body.width == 64);
    CHECK(parsed<BufferTextureDescriptor>(8, record(0x37, 9, Raw(prefix).append(wideBody({})))) == narrow);
    CHECK(refused(8, record(0x09, 9, Raw(prefix).set<uint64_t>(12, 255).append(narrowBody({})))) == DeclineReason::BadDescriptor);

    auto heap = parsed<HeapTextureDescriptor>(8, record(0x15, 9, Raw().u32(6).append(narrowBody({})).u8(0xff).bytes({1, 2, 3}).u64(0x8000)));
    CHECK(heap.heap == ObjectRef{6});
    CHECK(heap.useOffset);
    CHECK(heap.offset == 0x8000);
    CHECK(!parsed<HeapTextureDescriptor>(8, record(0x38, 9, Raw().u32(6).append(wideBody({})).u8(0xfe).bytes({1, 2, 3}).u64(0))).useOffset);
}

TEST_CASE("kinds without a use are kept by their op, undefined ones are declined") {
    CHECK(parsed<OpaqueDescriptor>(7, record(0x36, 0, Raw().append(Raw(narrowBody({})).append(wideBody({})).u32(0)))).op == 0x36);
    CHECK(parsed<OpaqueDescriptor>(9, Raw().u64(1)).bytes.size() == 8);
    for (uint8_t type : {0, 10, 16, 255}) CHECK(refused(type, Raw().u64(1)) == DeclineReason::BadDescriptor);
    CHECK(refused(7, record(0x01, 1, narrowBody({}))) == DeclineReason::BadDescriptor);
    CHECK(refused(8, record(0x0d, 1, Raw())) == DeclineReason::BadDescriptor);
    CHECK(refused(8, record(0x999, 1, Raw())) == DeclineReason::BadDescriptor);
}

TEST_CASE("what the guest's encoder writes is read back") {
    guest::TextureShape shape;
    shape.width = 100;
    shape.height = 50;
    shape.mips = 3;
    shape.storage = guest::Storage::Private;
    for (bool isWide : {false, true}) {
        shape.isWide = isWide;
        auto levels = guest::layoutLevels(shape, 256);
        auto bytes = guest::textureDescriptor(ObjectRef{40}, shape, levels, {GuestVirt{0x555000}, 0x10000});
        auto result = parseDescriptor(2, bytes);
        REQUIRE(result);
        const auto& texture = std::get<TextureDescriptor>(*result);
        CHECK(texture.base == GuestVirt{0x555000});
        CHECK(texture.body.storage == mtl::StorageMode::Private);
        REQUIRE(texture.levels.size() == 3);
        for (size_t i = 0; i < 3; ++i) CHECK(texture.levels[i].bytesPerRow == levels[i].bytesPerRow);
    }
    auto surface = parseDescriptor(4, guest::surfaceDescriptor({640, 480, 2560, 0x80}, {GuestVirt{0x700000}, 0x200000}));
    REQUIRE(surface);
    CHECK(std::get<SurfaceDescriptor>(*surface).planes[0] == SurfacePlane{0x80, 640, 480, 2560, 4});
}
