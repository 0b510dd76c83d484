#include "drawing.h"

using namespace gltest;
using pvg::mtl::IndexType;
using pvg::mtl::PrimitiveType;
using pvg::mtl::VertexFormat;
using pvg::mtl::VertexStepFunction;

namespace {

constexpr unsigned kWidth = 8;

// Draws points, one pixel each, on a row of RGBA32Float: point i lands in column i and shows attribute 0.
struct Fetch {
    explicit Fetch(Fixture& fixture, const std::string& type = "vec4", uint8_t componentType = 0) : f(fixture) {
        r = gltest::request(f, {125});
        const std::string converted = componentType == 0 ? "vec4(a0)" : "vec4(" + type + "(a0))";
        air::Reflection reflection;
        reflection.stage = air::Stage::Vertex;
        reflection.vertexInputs = {{0, componentType, "a0"}};
        reflection.outputs = {{"v_value", 0, ""}};
        r.vertex = f.shaders().add("#version 450 core\n#extension GL_ARB_shader_draw_parameters : require\n"
                                   "layout(location = 0) in " + type + " a0;\n#ifndef AIR_IQ_v_value\n#define AIR_IQ_v_value\n#endif\n"
                                   "AIR_IQ_v_value out vec4 v_value;\n"
                                   "void main() {\n    int column = gl_VertexID + gl_InstanceID + gl_BaseInstanceARB;\n"
                                   "    v_value = " + converted + ";\n"
                                   "    gl_Position = vec4((float(column) + 0.5) / 4.0 - 1.0, 0.0, 0.0, 1.0);\n    gl_PointSize = 1.0;\n" +
                                       std::string(kFlip) + "}\n",
                                   reflection);
        air::Reflection fragment;
        fragment.stage = air::Stage::Fragment;
        fragment.inputs = {{"v_value", 0, "flat"}};
        fragment.colors = {{0, 0, 0}};
        r.fragment = f.shaders().add("#version 450 core\nflat in vec4 v_value;\nlayout(location = 0) out vec4 fs_color0;\n"
                                     "void main() { fs_color0 = v_value; }\n",
                                     fragment);
        target = f.texture(body2d(125, kWidth, 1));
        r.descriptor.vertexDescriptor.emplace();
    }
    Fetch& attribute(unsigned number, uint32_t offset, uint32_t bufferIndex, pvg::VertexBufferLayout layout) {
        r.descriptor.vertexDescriptor->attributes = {{0, VertexFormat(number), offset, bufferIndex}};
        layout.present = true;
        r.descriptor.vertexDescriptor->layouts[bufferIndex] = layout;
        state.pipeline = pipeline(f, r);
        return *this;
    }
    std::vector<float> draw(const pvg::DrawCall& call) {
        REQUIRE(f.backend().beginRenderPass(Pass().color(target, {-9, -9, -9, -9}).descriptor).ok());
        state.dirty = pvg::RenderState::Everything;
        gltest::draw(f, state, call);
        REQUIRE(f.backend().endRenderPass().ok());
        return fromBytes<float>(f.read(target, region2d(kWidth, 1), kWidth * 16));
    }
    Fixture& f;
    pvg::RenderPipelineRequest r;
    pvg::RenderState state;
    pvg::TextureId target;
};

pvg::DrawCall points(uint64_t count) {
    pvg::DrawCall call;
    call.primitive = PrimitiveType::Point;
    call.count = count;
    return call;
}

pvg::VertexBufferLayout stride(uint32_t bytes) { return {VertexStepFunction::PerVertex, 1, bytes, true}; }

std::vector<float> texel(const std::vector<float>& row, unsigned column) { return {row.begin() + column * 4, row.begin() + column * 4 + 4}; }

using V = std::vector<float>;

} // namespace

TEST_CASE("vertex formats read their components, missing ones as 0 0 1") {
    Fixture f;
    const auto one = [&](unsigned number, const Bytes& bytes, const char* type = "vec4", uint8_t component = 0) {
        Fetch fetch(f, type, component);
        Bytes padded = bytes;
        padded.resize(64);
        fetch.attribute(number, 0, 3, stride(16));
        fetch.state.vertex.buffers[3] = bound(f.buffer(padded), 64);
        return texel(fetch.draw(points(1)), 0);
    };
    CHECK(one(28, toBytes<float>({2})) == V{2, 0, 0, 1});
    CHECK(one(29, toBytes<float>({2, 3})) == V{2, 3, 0, 1});
    CHECK(one(30, toBytes<float>({2, 3, 4})) == V{2, 3, 4, 1});
    CHECK(one(31, toBytes<float>({2, 3, 4, 5})) == V{2, 3, 4, 5});
    CHECK(near(one(9, toBytes<uint8_t>({255, 0, 51, 255})), V{1, 0, 0.2F, 1}));
    CHECK(near(one(42, toBytes<uint8_t>({51, 0, 255, 0})), V{1, 0, 0.2F, 0})); // BGRA
    CHECK(one(27, toBytes<uint16_t>({0x3c00, 0xc000, 0, 0x3800})) == V{1, -2, 0, 0.5F});
    CHECK(one(23, toBytes<int16_t>({32767, -32767, 7, 7}))[1] == -1);
    CHECK(one(52, toBytes<int16_t>({-32767})) == V{-1, 0, 0, 1});
    CHECK(one(53, toBytes<uint16_t>({0x4000})) == V{2, 0, 0, 1});
    CHECK(one(41, toBytes<uint32_t>({1023u | 3u << 30})) == V{1, 0, 0, 1});
    CHECK(one(54, toBytes<uint32_t>({0x3c0u})) == V{1, 0, 0, 1});
    CHECK(one(3, toBytes<uint8_t>({1, 2, 3, 200})) == V{1, 2, 3, 200});
    CHECK(one(3, toBytes<uint8_t>({1, 2, 3, 200}), "uvec4", 2) == V{1, 2, 3, 200});
    CHECK(one(6, toBytes<int8_t>({-1, 2, 3, -100}), "ivec4", 1) == V{-1, 2, 3, -100});
    CHECK(one(39, toBytes<uint32_t>({70000, 1, 2, 3}), "uvec4", 2) == V{70000, 1, 2, 3});
    CHECK(one(36, toBytes<uint32_t>({6}), "uvec4", 2) == V{6, 0, 0, 1});
}

TEST_CASE("step functions, rates and strides") {
    Fixture f;
    const auto values = f.bufferOf<float>({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    const auto first = [](const V& row) {
        V x;
        for (unsigned i = 0; i < kWidth; ++i) x.push_back(row[i * 4]);
        return x;
    };
    Fetch fetch(f);
    fetch.state.vertex.buffers[5] = bound(values, 64, 4);
    CHECK(first(fetch.attribute(28, 4, 5, stride(8)).draw(points(4))) == V{2, 4, 6, 8, -9, -9, -9, -9});
    CHECK(first(fetch.attribute(28, 0, 5, {VertexStepFunction::Constant, 0, 4, true}).draw(points(3)))[2] == 1);
    pvg::DrawCall instanced = points(1);
    instanced.instances = 4;
    CHECK(first(fetch.attribute(28, 0, 5, {VertexStepFunction::PerInstance, 1, 4, true}).draw(instanced)) == V{1, 2, 3, 4, -9, -9, -9, -9});
    CHECK(first(fetch.attribute(28, 0, 5, {VertexStepFunction::PerInstance, 2, 4, true}).draw(instanced)) == V{1, 1, 2, 2, -9, -9, -9, -9});
    instanced.baseInstance = 2;
    CHECK(first(fetch.attribute(28, 0, 5, {VertexStepFunction::PerInstance, 1, 4, true}).draw(instanced)) == V{-9, -9, 3, 4, 5, 6, -9, -9});
    fetch.attribute(28, 0, 5, {VertexStepFunction::PerVertex, 1, 0xffffffff, true}); // dynamic
    fetch.state.vertex.buffers[5].attributeStride = 12;
    CHECK(first(fetch.draw(points(3))) == V{1, 4, 7, -9, -9, -9, -9, -9});
    fetch.state.vertex.buffers[5].attributeStride = 0;
    CHECK(first(fetch.attribute(28, 0, 5, stride(0)).draw(points(2)))[1] == 1); // stride 0: always element 0
}

TEST_CASE("attributes beyond GL's relative offset and unbound buffers") {
    Fixture f;
    std::vector<float> values(2048);
    values[1024] = 42; // byte 4096
    Fetch fetch(f);
    fetch.attribute(28, 4096, 2, stride(4));
    CHECK(fetch.draw(points(1))[0] == 0); // nothing bound reads zeros
    fetch.state.vertex.buffers[2] = bound(f.bufferOf(values), 8192);
    CHECK(fetch.draw(points(1))[0] == 42);
    fetch.r.descriptor.vertexDescriptor->attributes.clear();
    fetch.state.pipeline = pipeline(f, fetch.r);
    CHECK(texel(fetch.draw(points(1)), 0) == V{0, 0, 0, 0});
}

// OpenGL's minimum and Mesa's maximum are strides of 2048 bytes.
TEST_CASE("strides that OpenGL has no vertex array for, stated or set, also step by instance") {
    Fixture f;
    std::vector<float> values(3 * 1024);
    values[1] = 10, values[1025] = 11, values[2049] = 12, values[513] = 21;
    const auto buffer = f.bufferOf(values);
    const auto reds = [](const V& row) { return V{row[0], row[4], row[8], row[12]}; };
    Fetch fetch(f);
    fetch.state.vertex.buffers[2] = bound(buffer, values.size() * 4);
    CHECK(reds(fetch.attribute(28, 4, 2, stride(4096)).draw(points(4))) == V{10, 11, 12, 0}); // the last one lies behind the end
    fetch.attribute(28, 4, 2, stride(0xffffffff));
    for (const uint32_t set : {4096U, 2048U, 4096U}) {
        fetch.state.vertex.buffers[2].attributeStride = set;
        CHECK(reds(fetch.draw(points(2))) == V{10, set == 2048 ? 21.0F : 11.0F, -9, -9});
    }
    fetch.state.vertex.buffers[2].attributeStride = 0;
    pvg::DrawCall instanced = points(1);
    instanced.instances = 2;
    instanced.baseInstance = 1;
    CHECK(reds(fetch.attribute(28, 4, 2, {VertexStepFunction::PerInstance, 1, 4096, true}).draw(instanced)) == V{-9, 11, 12, -9});
    CHECK(reds(fetch.attribute(28, 4, 2, {VertexStepFunction::PerInstance, 2, 4096, true}).draw(instanced)) == V{-9, 11, 11, -9});
}

TEST_CASE("shared exponents, which OpenGL has no vertex type for") {
    Fixture f;
    Fetch fetch(f);
    fetch.attribute(55, 0, 2, stride(4));
    fetch.state.vertex.buffers[2] = bound(f.bufferOf<uint32_t>({256U | 128U << 9 | 511U << 18 | 16U << 27}), 4);
    CHECK(texel(fetch.draw(points(1)), 0) == V{1, 0.5F, 511.0F / 256.0F, 1});
}

TEST_CASE("31 attributes from 31 buffers") {
    Fixture f;
    Fetch fetch(f);
    std::string inputs, sum = "vec4(0.0)";
    air::Reflection reflection;
    reflection.stage = air::Stage::Vertex;
    reflection.outputs = {{"v_value", 0, ""}};
    auto& descriptor = *fetch.r.descriptor.vertexDescriptor;
    for (uint32_t i = 0; i < 31; ++i) {
        const std::string name = "a" + std::to_string(i);
        inputs += "layout(location = " + std::to_string(i) + ") in vec4 " + name + ";\n";
        sum += " + vec4(" + name + ".x, " + name + ".x * float(" + std::to_string(i + 1) + "), " + name + ".y, " + name + ".w)";
        reflection.vertexInputs.push_back({i, 0, name});
        if (i == 30) continue; // one that no buffer feeds reads zeros
        descriptor.attributes.push_back({i, VertexFormat(28), 0, 30 - i});
        descriptor.layouts[30 - i] = stride(4);
        fetch.state.vertex.buffers[30 - i] = bound(f.bufferOf<float>({float(i), float(i) + 0.5F}), 8);
    }
    fetch.r.vertex = f.shaders().add("#version 450 core\n" + inputs + "#ifndef AIR_IQ_v_value\n#define AIR_IQ_v_value\n#endif\nAIR_IQ_v_value out vec4 v_value;\n"
                                     "void main() {\n    v_value = " + sum + ";\n"
                                     "    gl_Position = vec4((float(gl_VertexID) + 0.5) / 4.0 - 1.0, 0.0, 0.0, 1.0);\n    gl_PointSize = 1.0;\n" +
                                         std::string(kFlip) + "}\n",
                                     reflection);
    fetch.state.pipeline = pipeline(f, fetch.r);
    CHECK(f.backend().renderPipelineUsage(fetch.state.pipeline).vertexFetchBuffers == 0x7ffffffeU);
    const V row = fetch.draw(points(2));
    V wanted{0, 0, 0, 30, 15, 0, 0, 30}; // sums over i of i, and of i * (i + 1); half more for the second vertex
    for (uint32_t i = 0; i < 30; ++i) {
        wanted[0] += float(i), wanted[1] += float(i * (i + 1));
        wanted[4] += float(i), wanted[5] += (float(i) + 0.5F) * float(i + 1);
    }
    CHECK(V(row.begin(), row.begin() + 8) == wanted);
}

TEST_CASE("indexed draws: both widths, odd offsets, base vertex, restart") {
    Fixture f;
    Fetch fetch(f);
    fetch.attribute(28, 0, 1, stride(4));
    fetch.state.vertex.buffers[1] = bound(f.bufferOf<float>({10, 11, 12, 13, 14, 15, 16, 17}), 32);
    const auto columns = [&](const pvg::DrawCall& call) {
        const V row = fetch.draw(call);
        V x;
        for (unsigned i = 0; i < kWidth; ++i) x.push_back(row[i * 4]);
        return x;
    };
    pvg::DrawCall call = points(3);
    call.indexed = true;
    call.indexBuffer = f.bufferOf<uint16_t>({9, 1, 0xffff, 4, 6});
    call.indexOffset = 2;
    CHECK(columns(call) == V{-9, 11, -9, -9, 14, -9, -9, -9});
    call.baseVertex = 2;
    call.count = 1;
    CHECK(columns(call) == V{-9, -9, -9, 13, -9, -9, -9, -9});
    call.indexType = IndexType::UInt32;
    call.baseVertex = 0;
    call.count = 2;
    call.indexBuffer = f.buffer(toBytes<uint8_t>({0xee, 3, 0, 0, 0, 5, 0, 0, 0}));
    call.indexOffset = 1;
    CHECK(columns(call) == V{-9, -9, -9, 13, -9, 15, -9, -9});
    call.count = 3;
    fetch.state.dirty = pvg::RenderState::Everything;
    REQUIRE(f.backend().beginRenderPass(Pass().color(fetch.target, {}).descriptor).ok());
    CHECK(!f.backend().draw(fetch.state, call).ok());
    REQUIRE(f.backend().endRenderPass().ok());
}
