// Slots with nothing in them, and reads beyond what is in them, give zeros: every kind of resource (Metal's rule for robust access).
#include <array>

#include "probe.h"

using namespace gltest;
using V = std::vector<float>;

namespace {

const V kZeros{0, 0, 0, 0};

// How GLSL names a Metal texture type (MTLTextureType), and where its first texel is.
struct Kind {
    uint8_t type;
    const char* sampler;
    const char* image; // null: there are no such images
    const char* texel;
    bool isCube;
};
constexpr std::array kKinds{
    Kind{0, "sampler1D", "image1D", "0", false},
    Kind{1, "sampler1DArray", "image1DArray", "ivec2(0)", false},
    Kind{2, "sampler2D", "image2D", "ivec2(0)", false},
    Kind{3, "sampler2DArray", "image2DArray", "ivec3(0)", false},
    Kind{4, "sampler2DMS", nullptr, "ivec2(0)", false},
    Kind{5, "samplerCube", nullptr, "vec3(1.0, 0.0, 0.0)", true},
    Kind{6, "samplerCubeArray", nullptr, "vec4(1.0, 0.0, 0.0, 0.0)", true},
    Kind{7, "sampler3D", "image3D", "ivec3(0)", false},
    Kind{8, "sampler2DMSArray", nullptr, "ivec3(0)", false},
    Kind{9, "samplerBuffer", "imageBuffer", "0", false},
};
const char* prefixOf(uint8_t component) { return component == 0 ? "" : component == 1 ? "i" : "u"; }
bool hasLevels(uint8_t type) { return type != 4 && type != 8 && type != 9; }

std::string fetchOf(const Kind& kind, const std::string& texel) {
    const bool takesNumber = kind.type != 9; // a level or a sample
    return "vec4(texelFetch(fs_t2, " + texel + (takesNumber ? ", 0))" : "))");
}

air::TextureUse image(uint8_t type, uint8_t component) {
    air::TextureUse use = fetched(type, component);
    use.uniformName = "fs_i2";
    use.isImage = use.isImageRead = true;
    use.imageFormat = component == 0 ? "rgba8" : component == 1 ? "rgba8i" : "rgba8ui";
    return use;
}

} // namespace

TEST_CASE("textures that are not bound: every type, every component type") {
    Fixture f;
    for (const Kind& kind : kKinds)
        for (const uint8_t component : {uint8_t(0), uint8_t(1), uint8_t(2)}) {
            const std::string type = std::string(prefixOf(component)) + kind.sampler;
            CAPTURE(type);
            if (kind.isCube) {
                Probe probe(f, "uniform " + type + " fs_t2_s1;", std::string("vec4(textureLod(fs_t2_s1, ") + kind.texel + ", 0.0))", {sampled(kind.type, component)});
                CHECK(probe.run() == kZeros);
            } else {
                Probe probe(f, "uniform " + type + " fs_t2;", fetchOf(kind, kind.texel), {fetched(kind.type, component)});
                CHECK(probe.run() == kZeros);
            }
        }
}

TEST_CASE("images that are not bound: every type, every component type") {
    Fixture f;
    for (const Kind& kind : kKinds)
        for (const uint8_t component : {uint8_t(0), uint8_t(1), uint8_t(2)}) {
            if (kind.image == nullptr) continue;
            const air::TextureUse use = image(kind.type, component);
            const std::string type = std::string(prefixOf(component)) + kind.image;
            CAPTURE(type);
            Probe probe(f, "layout(" + use.imageFormat + ") uniform " + type + " fs_i2;", std::string("vec4(imageLoad(fs_i2, ") + kind.texel + "))", {use});
            CHECK(probe.run() == kZeros);
        }
}

TEST_CASE("texels beyond the edges, layers and levels of what is bound") {
    Fixture f;
    const Bytes ones(4 * 4 * 4 * 2, std::byte{255});
    const std::span<const std::byte> run(ones);
    for (const Kind& kind : kKinds) {
        if (kind.isCube || kind.type == 4 || kind.type == 8) continue;
        CAPTURE(kind.sampler);
        pvg::TextureBody body = body2d(70, 4, kind.type == 0 || kind.type == 1 || kind.type == 9 ? 1 : 4);
        body.type = pvg::mtl::TextureType(kind.type);
        if (kind.type == 1 || kind.type == 3) body.arrayLength = 2;
        if (kind.type == 7) body.depth = 2;
        const auto texture = f.texture(body);
        pvg::TextureRegion all = region2d(body.width, body.height);
        all.depth = body.depth;
        REQUIRE(f.backend().writeTexture(texture, all, {16, 16 * body.height}, {&run, 1}).ok());
        const auto at = [&](const std::string& texel) {
            Probe probe(f, std::string("uniform ") + kind.sampler + " fs_t2;", fetchOf(kind, texel), {fetched(kind.type, 0)});
            probe.state.fragment.textures[2] = texture;
            return probe.run();
        };
        CHECK(at(kind.texel) == V{1, 1, 1, 1});
        const std::string vector = kind.type == 0 || kind.type == 9 ? "" : kind.type == 1 || kind.type == 2 ? "ivec2" : "ivec3";
        const std::string tail = vector.empty() ? "" : vector == "ivec2" ? ", 0" : ", 0, 0";
        CHECK(at(vector + "(4" + tail + ")") == kZeros);
        CHECK(at(vector + "(-1" + tail + ")") == kZeros);
        CHECK(at(vector + "(100000" + tail + ")") == kZeros);
        if (!hasLevels(kind.type)) continue;
        Probe level(f, std::string("uniform ") + kind.sampler + " fs_t2;", std::string("texelFetch(fs_t2, ") + kind.texel + ", 3)", {fetched(kind.type, 0)});
        level.state.fragment.textures[2] = texture;
        CHECK(level.run() == kZeros);
    }
}

TEST_CASE("buffers that are not bound, or are short: storage and uniform blocks") {
    struct Block {
        air::BlockKind kind;
        const char* name;
        const char* declaration;
        const char* expression;
        V ofShort; // with 16 bytes in it
    };
    const Block blocks[] = {
        {air::BlockKind::Storage, "fs_buf0", "layout(std430) buffer fs_buf0 { uint data[]; } fs_b0;",
         "vec4(fs_b0.data[0], fs_b0.data[1], fs_b0.data[1000], fs_b0.data[16383])", {7, 8, 0, 0}},
        {air::BlockKind::Uniform, "fs_ubo0", "layout(std140) uniform fs_ubo0 { uvec4 data[4]; } fs_b0;", "vec4(fs_b0.data[0]) + vec4(fs_b0.data[3])",
         {7, 8, 9, 10}},
    };
    Fixture f;
    for (const Block& block : blocks) {
        CAPTURE(block.name);
        Probe probe(f, "", "vec4(1.0)", {});
        air::Reflection reflection;
        reflection.stage = air::Stage::Fragment;
        reflection.colors = {{0, 0, 0}};
        reflection.buffers.push_back({0, block.kind, block.name, true, false, block.kind == air::BlockKind::Uniform ? 64U : 0U});
        probe.r.fragment = f.shaders().add(std::string("#version 450 core\n") + block.declaration + "\nlayout(location = 0) out vec4 fs_color0;\nvoid main() { fs_color0 = " +
                                               block.expression + "; }\n",
                                           reflection);
        probe.state.pipeline = pipeline(f, probe.r);
        CHECK(probe.run() == kZeros);
        probe.state.fragment.buffers[0] = bound(f.bufferOf<uint32_t>({7, 8, 9, 10}), 16);
        CHECK(probe.run() == block.ofShort);
    }
}

TEST_CASE("vertex attributes beyond the end of their buffer") {
    Fixture f;
    auto r = request(f, {125});
    air::Reflection reflection;
    reflection.stage = air::Stage::Vertex;
    reflection.vertexInputs = {{0, 0, "a0"}};
    reflection.outputs = {{"v_value", 0, ""}};
    r.vertex = f.shaders().add("#version 450 core\nlayout(location = 0) in vec4 a0;\n#ifndef AIR_IQ_v_value\n#define AIR_IQ_v_value\n#endif\n"
                               "AIR_IQ_v_value out vec4 v_value;\nvoid main() {\n    v_value = a0;\n"
                               "    gl_Position = vec4((float(gl_VertexID) + 0.5) / 2.0 - 1.0, 0.0, 0.0, 1.0);\n    gl_PointSize = 1.0;\n}\n",
                               reflection);
    air::Reflection fragment;
    fragment.stage = air::Stage::Fragment;
    fragment.inputs = {{"v_value", 0, "flat"}};
    fragment.colors = {{0, 0, 0}};
    r.fragment = f.shaders().add("#version 450 core\nflat in vec4 v_value;\nlayout(location = 0) out vec4 fs_color0;\nvoid main() { fs_color0 = v_value; }\n",
                                 fragment);
    r.descriptor.vertexDescriptor.emplace();
    r.descriptor.vertexDescriptor->attributes = {{0, pvg::mtl::VertexFormat(31), 0, 3}}; // float4
    r.descriptor.vertexDescriptor->layouts[3] = {pvg::mtl::VertexStepFunction::PerVertex, 1, 16, true};
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    state.vertex.buffers[3] = bound(f.bufferOf<float>({1, 2, 3, 4, 5, 6, 7, 8}), 32);
    const auto target = f.texture(body2d(125, 4, 1));
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {-1, -1, -1, -1}).descriptor).ok());
    pvg::DrawCall call;
    call.primitive = pvg::mtl::PrimitiveType::Point;
    call.count = 4;
    draw(f, state, call);
    REQUIRE(f.backend().endRenderPass().ok());
    CHECK(fromBytes<float>(f.read(target, region2d(4, 1), 64)) == V{1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0});
}
