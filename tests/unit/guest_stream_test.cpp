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
