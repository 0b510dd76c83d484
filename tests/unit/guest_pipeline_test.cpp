#include "pvg/guest/pipeline.h"

#include <doctest/doctest.h>

#include "guest_support.h"

using namespace pvg;
using namespace pvg::guest;
using guest_test::at;
using guest_test::hex;

TEST_CASE("a source-over pipeline is the byte example of objects.md 9.2") {
    const RenderPipeline p{"", ObjectRef{0x21}, ObjectRef{0x22}, std::nullopt, {{0, PixelFormat::BGRA8Unorm, kSourceOver, 15}}, std::nullopt};
    const Bytes record = renderPipelineRecord(ObjectRef{0x23}, p);
    // list 19 bytes, array 8 + 31: payload 58 = 0x3a, padded to 60, total 76 = 0x4c
    const Bytes expected = hex("0e000000 4c000000 23000000 3a000000"
                               "03 0804 13000000 0104 21000000 0204 22000000"
                               "01000000 08000000"
                               "05 0004 00000000 0104 50000000 0204 01000000 0404 05000000 0704 05000000"
                               "0000");
    CHECK(record == expected);
}

TEST_CASE("the property order is Apple's and the label stands behind the colour attachments") {
    RenderPipeline p{"over", ObjectRef{1}, ObjectRef{2}, VertexDescriptor{{{0}}, {{0, 16, 1, 1}}}, {{}}, PixelFormat::Depth32Float};
    const Bytes record = renderPipelineRecord(ObjectRef{3}, p);
    REQUIRE(at<uint8_t>(record, 16) == 6);
    const std::array<uint8_t, 6> tags{0x00, 0x03, 0x08, 0x09, 0x01, 0x02};
    for (size_t i = 0; i < tags.size(); ++i) CHECK(at<uint8_t>(record, 17 + 6 * i) == tags[i]);
    const auto label = at<uint32_t>(record, 19);
    CHECK(std::memcmp(record.data() + 16 + label, "over", 5) == 0);
    CHECK(at<uint32_t>(record, 4) == record.size());
}

TEST_CASE("a vertex descriptor repeats the layout for every attribute and omits defaults") {
    const Bytes d = encodeVertexDescriptor({{{0, VertexFormat::Float4, 0, 0}, {1, VertexFormat::Float2, 16, 0}}, {{0, 48, 1, 1}}});
    REQUIRE(at<uint8_t>(d, 0) == 2);
    const auto attributes = at<uint32_t>(d, 3), layouts = at<uint32_t>(d, 9);
    CHECK(at<uint32_t>(d, attributes) == 2);
    CHECK(at<uint32_t>(d, layouts) == 2);
    const uint32_t first = attributes + at<uint32_t>(d, attributes + 4);
    CHECK(at<uint8_t>(d, first) == 2); // index and format; offset 0 and buffer 0 are defaults
    const uint32_t second = attributes + at<uint32_t>(d, attributes + 8);
    CHECK(at<uint8_t>(d, second) == 3);
    CHECK(at<uint32_t>(d, second + 1 + 12 + 2) == 16);
    const uint32_t layout = layouts + at<uint32_t>(d, layouts + 8);
    CHECK(at<uint8_t>(d, layout) == 2); // buffer and stride
    CHECK(at<uint8_t>(d, layout + 7) == 3);
    CHECK(at<uint32_t>(d, layout + 9) == 48);
}

TEST_CASE("a compute pipeline writes its label first and its function last") {
    const Bytes record = computePipelineRecord(ObjectRef{5}, {"k", ObjectRef{6}});
    CHECK(at<uint32_t>(record, 0) == 0x0b);
    CHECK(at<uint8_t>(record, 17) == 0x02);
    CHECK(at<uint8_t>(record, 23) == 0x00);
    CHECK(at<uint32_t>(record, 25) == 6);
}

TEST_CASE("raster state stands in front of the formats, functions last") {
    RenderPipeline p;
    p.vertex = ObjectRef{3};
    p.samples = 4;
    p.isRasterizing = false;
    p.sampleMask = 5;
    p.stencil = PixelFormat::Stencil8;
    CHECK(renderPipelineRecord(ObjectRef{7}, p) == hex("0e000000 30000000 07000000 1f000000"
                                                        "05 0404 04000000 0704 00000000 1c04 05000000 0a04 fd000000 0104 03000000"
                                                        "00"));
}
