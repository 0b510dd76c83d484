// Every kind of descriptor at every shorter length, and with every byte damaged: a Decline or a value, never anything else.
#include <doctest/doctest.h>

#include "pvg/guest/objects.h"
#include "pvg/guest/pipeline.h"
#include "tests/unit/object_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

struct Sample {
    const char* name;
    uint8_t type;
    std::vector<std::byte> bytes;
};

std::vector<Sample> samples() {
    guest::RenderPipeline render;
    render.label = "label";
    render.vertex = ObjectRef{1};
    render.vertexDescriptor = guest::VertexDescriptor{{{0, guest::VertexFormat::Float4, 0, 0}}, {{0, 16, 1, 1}}};
    render.colors = {{0, guest::PixelFormat::BGRA8Unorm, guest::kSourceOver, 15}};
    guest::ComputePipeline compute{"label", ObjectRef{2}};
    Raw view = Raw().u32(4).u16(0).u16(3).u64(1).u64(2).u64(3).u64(4);
    Raw overBuffer = Raw().u32(8).u64(0x400).u64(256);
    Raw inHeap = Raw().u8(1).bytes({1, 2, 3}).u64(0);
    return {
        {"buffer", 1, Raw().u64(0x1000).u32(1).u32(0).get()},
        {"texture", 2, narrowTexture({}, 0x2000, {{0, 0x2000, 256, 64, 32, 1}}).get()},
        {"wide texture", 3, texturePrefix(0x2000, 0x40, {{0, 0x2000, 256, 64, 32, 1}}).append(record(0x34, 7, wideBody({}))).get()},
        {"surface", 4, Raw().u64(0x4000).u32(0x20).u32(0x42475241).u32(1).u32(0).u32(64).u32(32).u32(256 | 4U << 24).get()},
        {"surface texture", 5, Raw().u32(1).u32(0).append(record(0x2f, 9, narrowBody({}).u16(0).u16(0))).get()},
        {"wide surface texture", 5, Raw().u32(1).u32(0).append(record(0x39, 9, wideBody({}).u16(0).u16(0))).get()},
        {"old surface texture", 5, Raw().u32(1).u32(0).append(record(0x0c, 9, narrowBody({}).u16(0).u16(0))).get()},
        {"function", 6, Raw().u64(0x1000).u32(10).append(record(0x0f, 3, Raw().u64(0))).get()},
        {"sampler", 7, guest::samplerRecord(ObjectRef{1}, {})},
        {"depth-stencil", 7, guest::depthStencilRecord(ObjectRef{1}, {.depth = guest::Compare::Less, .writesDepth = true})},
        {"fence", 7, record(0x0d, 2, Raw()).get()},
        {"render pipeline", 7, guest::renderPipelineRecord(ObjectRef{9}, render)},
        {"compute pipeline", 7, guest::computePipelineRecord(ObjectRef{9}, compute)},
        {"view", 8, record(0x07, 5, Raw().u32(4).u16(81).u16(0)).get()},
        {"ranged view", 8, record(0x08, 5, view).get()},
        {"swizzled view", 8, record(0x1b, 5, Raw(view).bytes({2, 3, 4, 5})).get()},
        {"buffer texture", 8, record(0x09, 9, Raw(overBuffer).append(narrowBody({}))).get()},
        {"wide buffer texture", 8, record(0x37, 9, Raw(overBuffer).append(wideBody({}))).get()},
        {"heap texture", 8, record(0x15, 9, Raw().u32(6).append(narrowBody({})).append(inHeap)).get()},
        {"wide heap texture", 8, record(0x38, 9, Raw().u32(6).append(wideBody({})).append(inHeap)).get()},
    };
}

} // namespace

TEST_CASE("every kind is declined at every shorter length") {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.name);
        REQUIRE(parseDescriptor(sample.type, sample.bytes));
        for (size_t length = 0; length < sample.bytes.size(); ++length) {
            CAPTURE(length);
            // An exact copy: a read past its end is one past the allocation, which sanitizers see.
            std::vector<std::byte> cut(sample.bytes.begin(), sample.bytes.begin() + ptrdiff_t(length));
            CHECK(!parseDescriptor(sample.type, cut));
        }
    }
}

TEST_CASE("records are exact: a byte more is declined too, but behind buffers and surfaces") {
    for (Sample sample : samples()) {
        CAPTURE(sample.name);
        sample.bytes.insert(sample.bytes.end(), 4, std::byte{0});
        bool mayBeLonger = sample.type == 1 || sample.type == 4;
        CHECK(parseDescriptor(sample.type, sample.bytes).ok() == mayBeLonger);
    }
}

TEST_CASE("damaged bytes never do more than decline") {
    for (const Sample& sample : samples()) {
        for (size_t at = 0; at < sample.bytes.size(); ++at) {
            for (int value : {0x00, 0x01, 0x7f, 0x80, 0xff}) {
                auto damaged = sample.bytes;
                damaged[at] = std::byte(value);
                for (uint8_t type = 0; type < 18; ++type) {
                    auto result = parseDescriptor(type, damaged);
                    if (!result) CHECK(!result.error().sentence().empty());
                }
            }
        }
    }
}

TEST_CASE("the same bytes are the same descriptor wherever they lie, and no kind is another") {
    std::vector<ObjectDescriptor> distinct;
    for (const Sample& sample : samples()) {
        CAPTURE(sample.name);
        const std::vector<std::byte> copy(sample.bytes.begin(), sample.bytes.end());
        const auto first = parseDescriptor(sample.type, sample.bytes), second = parseDescriptor(sample.type, copy);
        REQUIRE(first);
        REQUIRE(second);
        CHECK(*first == *second);
        // The wide forms say the same as the narrow ones (objects.md 4.6, 4.7), the swizzled view swizzles nothing.
        const std::string_view name = sample.name;
        if (name.starts_with("wide") || name.starts_with("old") || name.starts_with("swizzled")) continue;
        for (const ObjectDescriptor& other : distinct) CHECK(!(*first == other));
        distinct.push_back(*first);
    }
    CHECK(distinct.size() == 14);
}
