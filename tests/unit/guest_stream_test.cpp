#include "pvg/guest/stream.h"

#include <doctest/doctest.h>

#include "guest_support.h"

using namespace pvg;
using namespace pvg::guest;
using guest_test::at;
using guest_test::hex;

namespace {

Bytes copy(std::span<const std::byte> s) { return Bytes(s.begin(), s.end()); }

// Bytes of the only record behind a blit segment's header, or behind a pass.
Bytes recordAfterPass(StreamWriter& s) {
    const Bytes all = copy(s.finish()[0].view());
    return Bytes(all.begin() + 8 + 592, all.end());
}

StreamWriter inPass() {
    StreamWriter s;
    s.beginRender({{ObjectRef{7}, 1, LoadAction::Clear, StoreAction::Store, {0.25, 0.5, 0.75, 1}}, 64, 32});
    return s;
}

} // namespace

TEST_CASE("a render segment opens with the pass record of stream.md 3") {
    StreamWriter s = inPass();
    const auto chunks = s.finish();
    REQUIRE(chunks.size() == 1);
    const Bytes b = copy(chunks[0].view());
    REQUIRE(b.size() == 8 + 592);
    CHECK(at<uint32_t>(b, 0) == 600);
    CHECK(at<uint8_t>(b, 4) == 0);
    CHECK(at<uint8_t>(b, 5) == 0);
    CHECK(at<uint32_t>(b, 8) == 0x1a);
    CHECK(at<uint32_t>(b, 12) == 592);
    const size_t color = 16 + 76;
    CHECK(at<uint32_t>(b, color) == 7);
    CHECK(at<uint16_t>(b, color + 8) == 1);
    CHECK(at<uint16_t>(b, color + 20) == 2);
    CHECK(at<uint16_t>(b, color + 22) == 1);
    CHECK(at<double>(b, color + 28 + 8) == 0.5);
    CHECK(at<uint32_t>(b, 16 + 136) == 0); // slot 1 is absent
    CHECK(at<uint64_t>(b, 16 + 568) == 64);
    CHECK(at<uint64_t>(b, 16 + 576) == 32);
}

TEST_CASE("draws are narrow while everything fits 16 bits") {
    StreamWriter s = inPass();
    s.draw(Draw{Primitive::Triangle, 3, 6, 1});
    s.draw(Draw{Primitive::TriangleStrip, 1, 4, 20});
    s.draw(IndexedDraw{Primitive::Triangle, {ObjectRef{9}, 12}, 36});
    CHECK(recordAfterPass(s) == hex("01000000 10000000 03000000 0300 0600"
                                    "03000000 10000000 0100 0400 1400 0400"
                                    "07000000 14000000 0300 0000 09000000 2400 0c00"));
}

TEST_CASE("draws are wide when one number needs it") {
    StreamWriter s = inPass();
    s.draw(Draw{Primitive::Triangle, 0, 0x10000, 1});
    s.draw(IndexedDraw{Primitive::Triangle, {ObjectRef{9}, 0x20000}, 6});
    CHECK(recordAfterPass(s) == hex("00000000 1c000000 03000000 0000000000000000 0000010000000000"
                                    "06000000 20000000 0300 0000 09000000 0600000000000000 0000020000000000"));
}

TEST_CASE("bindings carry first, count and 12-byte buffers") {
    StreamWriter s = inPass();
    const std::array buffers{BufferBinding{ObjectRef{4}, 0x30}, BufferBinding{ObjectRef{5}, 0}};
    s.setBuffers(Stage::Vertex, 1, buffers);
    s.setBufferOffset(Stage::Fragment, 2, 0x40);
    const ObjectRef texture{6};
    s.setFragmentTextures(0, {&texture, 1});
    CHECK(recordAfterPass(s) == hex("7d000000 28000000 01000000 02000000 04000000 3000000000000000 05000000 0000000000000000"
                                    "6f000000 14000000 02000000 4000000000000000"
                                    "72000000 14000000 00000000 01000000 06000000"));
}

TEST_CASE("an encoder that outgrows its chunk goes on in a continued segment") {
    StreamWriter s(1024);
    s.beginRender({{ObjectRef{7}}, 64, 32});
    for (int i = 0; i < 40; ++i) s.setScissor({0, 0, 8, 8}); // 40 bytes each
    const auto chunks = s.finish();
    REQUIRE(chunks.size() == 3);
    CHECK(at<uint8_t>(chunks[0].view(), 5) == 0);
    CHECK(at<uint8_t>(chunks[0].view(), 6) == 1);
    CHECK(at<uint8_t>(chunks[1].view(), 4) == 0);
    CHECK(at<uint8_t>(chunks[1].view(), 5) == 1);
    CHECK(at<uint8_t>(chunks[2].view(), 6) == 0);
    size_t records = 0;
    for (const ByteWriter& chunk : chunks) {
        CHECK(chunk.size() <= 1024);
        CHECK(at<uint32_t>(chunk.view(), 0) == chunk.size());
        for (size_t p = 8; p < chunk.size(); p += at<uint32_t>(chunk.view(), p + 4)) ++records;
    }
    CHECK(records == 41);
}

TEST_CASE("a buffer to texture copy has slice before level") {
    StreamWriter s;
    s.beginBlit();
    s.copyToTexture({{ObjectRef{3}, 16}, 256}, ObjectRef{4}, {10, 20, 2});
    const Bytes b = copy(s.finish()[0].view());
    REQUIRE(b.size() == 8 + 96);
    CHECK(at<uint8_t>(b, 4) == 2);
    CHECK(at<uint32_t>(b, 8) == 0x12c);
    CHECK(at<uint64_t>(b, 16 + 8) == 16);
    CHECK(at<uint64_t>(b, 16 + 16) == 256);
    CHECK(at<uint64_t>(b, 16 + 24) == 5120);
    CHECK(at<uint64_t>(b, 16 + 40) == 20);
    CHECK(at<uint16_t>(b, 16 + 82) == 2);
}

TEST_CASE("instanced, based and wide draws have the field orders of stream.md 4") {
    StreamWriter s = inPass();
    s.draw(Draw{Primitive::Triangle, 1, 2, 3, 4});
    s.draw(Draw{Primitive::Line, 1, 2, 1, 0, true});
    s.draw(Draw{Primitive::Line, 1, 2, 3, 0, true});
    s.draw(IndexedDraw{Primitive::Triangle, {ObjectRef{9}, 12}, 36, IndexType::U32, 2});
    s.draw(IndexedDraw{Primitive::Triangle, {ObjectRef{9}, 12}, 36, IndexType::U16, 2, -1, 5});
    s.draw(IndexedDraw{Primitive::Triangle, {ObjectRef{9}, 12}, 36, IndexType::U16, 1, 7, 0, true, true});
    CHECK(recordAfterPass(s) == hex("05000000 14000000 0100 0200 0300 0400 0300 a5a5"
                                    "00000000 1c000000 01000000 0100000000000000 0200000000000000"
                                    "02000000 24000000 0100000000000000 0200000000000000 0300000000000000 0100 a5a5"
                                    "09000000 18000000 0300 0100 09000000 2400 0c00 0200 a5a5"
                                    "0b000000 1c000000 0300 0000 09000000 0c00 2400 0200 ffff 0500 a5a5"
                                    "1c000000 38000000 0300 0000 09000000 0c00000000000000 2400000000000000 0100000000000000 0700000000000000 "
                                    "0000000000000000"));
}

TEST_CASE("indirect draws name their buffers as stream.md 4 says") {
    StreamWriter s = inPass();
    s.draw(IndirectDraw{Primitive::Triangle, {ObjectRef{9}, 16}});
    s.draw(IndirectDraw{Primitive::Triangle, {ObjectRef{9}, 16}, {ObjectRef{8}, 4}, IndexType::U32});
    CHECK(recordAfterPass(s) == hex("10000000 18000000 1000000000000000 09000000 0300 a5a5"
                                    "11000000 24000000 0300 0100 08000000 09000000 0400000000000000 1000000000000000"));
}

TEST_CASE("visibility puts its offset first and store actions their action") {
    StreamWriter s = inPass();
    s.setVisibility(2, 24);
    s.setColorStore(StoreAction::Store, 3);
    s.setStencilReference(5, 6);
    CHECK(recordAfterPass(s) == hex("84000000 18000000 1800000000000000 0200000000000000"
                                    "66000000 10000000 01000000 03000000"
                                    "77000000 10000000 05000000 06000000"));
}

TEST_CASE("a copy between textures has slices before levels") {
    StreamWriter s;
    s.beginBlit();
    s.copy(ImagePlace{ObjectRef{3}, {1, 2, 0}, 4, 5}, ImagePlace{ObjectRef{6}, {7, 8, 0}, 9, 10}, {11, 12, 1});
    const Bytes b = copy(s.finish()[0].view());
    REQUIRE(b.size() == 8 + 96);
    CHECK(at<uint32_t>(b, 8) == 0x12f);
    CHECK(at<uint64_t>(b, 16 + 8) == 1);
    CHECK(at<uint64_t>(b, 16 + 32) == 11);
    CHECK(at<uint64_t>(b, 16 + 56) == 7);
    CHECK(at<uint16_t>(b, 16 + 80) == 4);
    CHECK(at<uint16_t>(b, 16 + 82) == 5);
    CHECK(at<uint16_t>(b, 16 + 84) == 9);
    CHECK(at<uint16_t>(b, 16 + 86) == 10);
}

TEST_CASE("kernels bind and dispatch with their own records") {
    StreamWriter s;
    s.beginCompute();
    const BufferBinding buffer{ObjectRef{4}, 8};
    s.setBuffers(Stage::Kernel, 1, {&buffer, 1});
    s.dispatchThreads({5, 6, 7}, {1, 2, 3});
    const Bytes b = copy(s.finish()[0].view());
    REQUIRE(b.size() == 8 + 28 + 56);
    CHECK(at<uint8_t>(b, 4) == 1);
    CHECK(at<uint32_t>(b, 8) == 0xcb);
    CHECK(at<uint32_t>(b, 8 + 8) == 1);
    CHECK(at<uint32_t>(b, 8 + 16) == 4);
    CHECK(at<uint64_t>(b, 8 + 20) == 8);
    CHECK(at<uint32_t>(b, 36) == 0xca);
    CHECK(at<uint64_t>(b, 44) == 5);
    CHECK(at<uint64_t>(b, 44 + 40) == 3);
}
