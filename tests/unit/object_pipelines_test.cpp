#include <doctest/doctest.h>

#include "pvg/guest/pipeline.h"
#include "tests/unit/object_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

// {u8 tag, u8 4, u32 value} fields behind their count.
Raw list(std::initializer_list<std::pair<int, uint32_t>> fields) {
    Raw out;
    out.u8(uint8_t(fields.size()));
    for (const auto& [tag, value] : fields) out.u8(uint8_t(tag)).u8(4).u32(value);
    return out;
}
Raw pipeline(uint32_t op, const Raw& payload) {
    Raw out;
    out.u32(op).u32(uint32_t(16 + (payload.size() + 3) / 4 * 4)).u32(5).u32(uint32_t(payload.size())).append(payload);
    while (out.size() % 4 != 0) out.u8(0xee);
    return out;
}
Raw array(std::initializer_list<Raw> elements) {
    Raw out;
    out.u32(uint32_t(elements.size()));
    uint32_t at = uint32_t(4 + 4 * elements.size());
    for (const Raw& e : elements) {
        out.u32(e.size() == 0 ? 0 : at);
        at += uint32_t(e.size());
    }
    for (const Raw& e : elements) out.append(e);
    return out;
}

} // namespace

TEST_CASE("the byte example of objects.md 9.2: one attachment, source-over premultiplied, no label") {
    Raw payload;
    uint32_t o = 1 + 3 * 6;
    payload.u8(3).bytes({0x08, 4}).u32(o).bytes({0x01, 4}).u32(11).bytes({0x02, 4}).u32(12);
    payload.u32(1).u32(8).u8(5);
    payload.bytes({0x00, 4}).u32(0).bytes({0x01, 4}).u32(0x50).bytes({0x02, 4}).u32(1).bytes({0x04, 4}).u32(5).bytes({0x07, 4}).u32(5);
    auto p = parsed<RenderPipelineDescriptor>(7, pipeline(0x0e, payload));
    CHECK(p.vertexFunction == ObjectRef{11});
    CHECK(p.fragmentFunction == ObjectRef{12});
    CHECK(!p.vertexDescriptor);
    CHECK(p.label.empty());
    const ColorAttachmentDescriptor& c = p.colors[0];
    CHECK(c.format == mtl::PixelFormat::BGRA8Unorm);
    CHECK(c.blendingEnabled);
    CHECK(c.sourceRGB == mtl::BlendFactor::One);
    CHECK(c.destinationRGB == mtl::BlendFactor::OneMinusSourceAlpha);
    CHECK(c.sourceAlpha == mtl::BlendFactor::One);
    CHECK(c.destinationAlpha == mtl::BlendFactor::OneMinusSourceAlpha);
    CHECK(c.rgbOperation == mtl::BlendOperation::Add);
    CHECK(c.writeMask == 15);
    CHECK(p.colors[1].format == mtl::PixelFormat::Invalid);
}

TEST_CASE("omitted properties have Metal's defaults, stated ones their value") {
    auto p = parsed<RenderPipelineDescriptor>(7, pipeline(0x0e, list({{1, 3}})));
    RenderPipelineDescriptor expected;
    expected.vertexFunction = ObjectRef{3};
    CHECK(p == expected);
    auto q = parsed<RenderPipelineDescriptor>(
        7, pipeline(0x0e, list({{1, 3}, {4, 4}, {5, 1}, {6, 1}, {7, 0}, {9, 252}, {0xb, 3}, {0x1b, 0x3f000000}, {0x1c, 0xf}, {0x3a, 77}})));
    CHECK(q.rasterSampleCount == 4);
    CHECK(q.alphaToCoverage);
    CHECK(q.alphaToOne);
    CHECK(!q.rasterizationEnabled);
    CHECK(q.depthFormat == mtl::PixelFormat(252));
    CHECK(q.inputPrimitiveTopology == 3);
    CHECK(q.sampleCoverage == 0.5F);
    CHECK(q.sampleMask == 0xf);
}

TEST_CASE("short values are zero-extended, long ones cut, unknown tags skipped") {
    Raw payload;
    payload.u8(3).bytes({0x01, 2, 0x34, 0x12}).bytes({0x77, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9}).bytes({0x04, 1, 2});
    auto p = parsed<RenderPipelineDescriptor>(7, pipeline(0x0e, payload));
    CHECK(p.vertexFunction == ObjectRef{0x1234});
    CHECK(p.rasterSampleCount == 2);
}

TEST_CASE("vertex descriptor: repeated equal layouts are one, the last differing one wins and is counted") {
    Raw attributes = array({list({{0, 0}, {1, 30}}), list({{0, 1}, {1, 9}, {2, 12}}), list({{0, 2}, {1, 29}, {3, 2}})});
    Raw layouts = array({list({{0, 0}, {3, 16}}), list({{0, 0}, {3, 16}}), list({{0, 2}, {1, 2}, {2, 3}, {3, 8}}), list({{0, 2}, {3, 24}})});
    Raw vertex = list({{0, 13}, {1, uint32_t(13 + attributes.size())}}).append(attributes).append(layouts);
    Raw payload = list({{3, 13}, {1, 9}}).append(vertex);
    auto p = parsed<RenderPipelineDescriptor>(7, pipeline(0x0e, payload));
    REQUIRE(p.vertexDescriptor);
    const VertexDescriptor& v = *p.vertexDescriptor;
    REQUIRE(v.attributes.size() == 3);
    CHECK(v.attributes[1] == VertexAttribute{1, mtl::VertexFormat(9), 12, 0});
    CHECK(v.attributes[2].bufferIndex == 2);
    CHECK(v.layouts[0].stride == 16);
    CHECK(v.layouts[0].present);
    CHECK(!v.layouts[1].present);
    CHECK(v.layouts[2].stride == 24);
    CHECK(v.conflictingLayouts == 1);
}

TEST_CASE("nil array elements are skipped") {
    Raw colors = array({Raw(), list({{0, 3}, {1, 70}})});
    auto p = parsed<RenderPipelineDescriptor>(7, pipeline(0x0e, list({{1, 9}, {8, 13}}).append(colors)));
    CHECK(p.colors[3].format == mtl::PixelFormat(70));
    CHECK(p.colors[0].format == mtl::PixelFormat::Invalid);
}

TEST_CASE("offsets that leave the record, bad enumerations and mesh lists are declined") {
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {8, 1000}}))) == DeclineReason::BadDescriptor);
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {8, 0xffffffff}}))) == DeclineReason::BadDescriptor);
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {3, 0xfffffff0}}))) == DeclineReason::BadDescriptor);
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {0, 13}}).bytes({'a', 'b'}))) == DeclineReason::BadDescriptor); // no NUL
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {8, 13}}).u32(0x40000000))) == DeclineReason::BadDescriptor);
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {8, 13}}).append(array({list({{0, 8}, {1, 80}})})))) == DeclineReason::BadDescriptor);
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {8, 13}}).append(array({list({{0, 0}, {3, 19}})})))) == DeclineReason::BadDescriptor);
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {8, 13}}).append(array({list({{0, 0}, {1, 2}})})))) == DeclineReason::UnsupportedFormat);
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {4, 3}}))) == DeclineReason::BadDescriptor);
    CHECK(refused(7, pipeline(0x0e, list({{2, 9}}))) == DeclineReason::BadDescriptor); // no vertex function
    CHECK(refused(7, pipeline(0x0e, list({{1, 9}, {0x14, 1}}))) == DeclineReason::NotImplemented);
}

TEST_CASE("an array that lists itself ends at its own count") {
    // Element offset 4 points back into the array's own offset table: read as a list, never as an endless walk.
    Raw payload = list({{1, 9}, {8, 13}}).u32(2).u32(4).u32(4);
    (void)parseDescriptor(7, pipeline(0x0e, payload).get());
}

TEST_CASE("compute pipeline: function, label, thread limit; an empty stage input counts as none") {
    Raw stage = list({{0, 13}, {1, 17}}).u32(0).u32(0);
    Raw payload = list({{2, 25}, {3, 29}, {8, 256}, {0, 77}}).bytes({'k', 'e', 'y', 0}).append(stage);
    auto p = parsed<ComputePipelineDescriptor>(7, pipeline(0x0b, payload));
    CHECK(p.function == ObjectRef{77});
    CHECK(p.label == "key");
    CHECK(p.maxTotalThreadsPerThreadgroup == 256);
    CHECK(refused(7, pipeline(0x0b, list({{8, 256}}))) == DeclineReason::BadDescriptor);
    CHECK(!p.stageInput);
}

TEST_CASE("compute stage input: attributes, layouts with kernel steps, indices") {
    const auto kernel = [](uint32_t step, std::initializer_list<std::pair<int, uint32_t>> more) {
        Raw attributes = array({list({{0, 3}, {1, 30}, {2, 4}, {3, 6}})});
        Raw layouts = step == 0 ? array({list({{0, 6}, {3, 12}})}) : array({list({{0, 6}, {1, step}, {2, 2}, {3, 12}})});
        const auto first = uint32_t(1 + 6 * (2 + more.size()));
        Raw fields;
        fields.u8(uint8_t(2 + more.size())).u8(0).u8(4).u32(first).u8(1).u8(4).u32(uint32_t(first + attributes.size()));
        for (const auto& [tag, value] : more) fields.u8(uint8_t(tag)).u8(4).u32(value);
        return pipeline(0x0b, list({{3, 13}, {0, 77}}).append(fields).append(attributes).append(layouts));
    };
    const auto p = parsed<ComputePipelineDescriptor>(7, kernel(8, {{2, 1}, {3, 30}}));
    REQUIRE(p.stageInput);
    REQUIRE(p.stageInput->attributes.size() == 1);
    CHECK(p.stageInput->attributes[0] == VertexAttribute{3, mtl::VertexFormat(30), 4, 6});
    CHECK(p.stageInput->layouts[6] == VertexBufferLayout{mtl::StepFunction::ThreadYIndexed, 2, 12, true});
    CHECK(p.stageInput->indexType == mtl::IndexType::UInt32);
    CHECK(p.stageInput->indexBufferIndex == 30);
    const auto plain = parsed<ComputePipelineDescriptor>(7, kernel(0, {}));
    CHECK(plain.stageInput->layouts[6].stepFunction == mtl::StepFunction::Constant); // decisions.md 24a
    CHECK(plain.stageInput->indexType == mtl::IndexType::UInt16);
    CHECK(refused(7, kernel(9, {})) == DeclineReason::BadDescriptor);
    CHECK(refused(7, kernel(5, {{2, 2}})) == DeclineReason::BadDescriptor);
    CHECK(refused(7, kernel(5, {{3, 31}})) == DeclineReason::BadDescriptor);
    // Vertices know no steps of threads.
    Raw vertex = list({{0, 13}, {1, 31}}).append(array({list({{1, 30}})})).append(array({list({{0, 0}, {1, 5}})}));
    CHECK(refused(7, pipeline(0x0e, list({{3, 13}, {1, 9}}).append(vertex))) == DeclineReason::BadDescriptor);
}

TEST_CASE("tessellation properties of a render pipeline") {
    const auto p = parsed<RenderPipelineDescriptor>(
        7, pipeline(0x0e, list({{1, 3}, {0xc, 3}, {0xd, 64}, {0xe, 1}, {0xf, 0}, {0x10, 2}, {0x11, 3}, {0x12, 1}})));
    CHECK(p.tessellation.partitionMode == mtl::TessellationPartitionMode::FractionalEven);
    CHECK(p.tessellation.maxFactor == 64);
    CHECK(p.tessellation.isFactorScaleEnabled);
    CHECK(p.tessellation.controlPointIndexType == mtl::TessellationControlPointIndexType::UInt32);
    CHECK(p.tessellation.factorStepFunction == mtl::TessellationFactorStepFunction::PerPatchAndPerInstance);
    CHECK(p.tessellation.outputWinding == mtl::Winding::CounterClockwise);
    for (const auto& [tag, value] : std::initializer_list<std::pair<int, uint32_t>>{{0xc, 4}, {0xd, 0}, {0xd, 65}, {0xf, 1}, {0x10, 3}, {0x11, 4}, {0x12, 2}})
        CHECK(refused(7, pipeline(0x0e, list({{1, 3}, {tag, value}}))) == DeclineReason::BadDescriptor);
}

TEST_CASE("what the guest's encoder writes is read back") {
    guest::RenderPipeline in;
    in.label = "quad";
    in.vertex = ObjectRef{33};
    in.fragment = ObjectRef{34};
    in.vertexDescriptor = guest::VertexDescriptor{{{0, guest::VertexFormat::Float3, 0, 0}, {1, guest::VertexFormat::UChar4Normalized, 12, 0}}, {{0, 16, 1, 1}}};
    in.colors = {{0, guest::PixelFormat::BGRA8Unorm, guest::kSourceOver, 15}, {2, guest::PixelFormat::RGBA16Float, {}, 1}};
    in.depth = guest::PixelFormat::Depth32Float;
    auto result = parseDescriptor(7, guest::renderPipelineRecord(ObjectRef{35}, in));
    REQUIRE(result);
    const auto& p = std::get<RenderPipelineDescriptor>(*result);
    CHECK(p.label == "quad");
    CHECK(p.vertexDescriptor->layouts[0].stride == 16);
    CHECK(p.vertexDescriptor->attributes[1].offset == 12);
    CHECK(p.colors[0].destinationAlpha == mtl::BlendFactor::OneMinusSourceAlpha);
    CHECK(p.colors[2].format == mtl::PixelFormat(115));
    CHECK(p.colors[2].writeMask == 1);
    CHECK(p.depthFormat == mtl::PixelFormat(252));
}
