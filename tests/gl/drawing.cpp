#include "drawing.h"

#include <algorithm>
#include <cmath>

namespace gltest {

std::string pulledVertexText(const std::string& body) {
    return std::string("#version 450 core\n"
                       "layout(std430) buffer vs_buf0 { uint data[]; } vs_b0;\n"
                       "uniform uvec2 vs_info[31];\n"
                       "uint word(uint index) {\n"
                       "    return index * 4u + 4u <= vs_info[0].y ? vs_b0.data[vs_info[0].x / 4u + index] : 0u;\n"
                       "}\n"
                       "void main() {\n"
                       "    uint at = uint(gl_VertexID) * 4u;\n"
                       "    gl_Position = vec4(uintBitsToFloat(word(at)), uintBitsToFloat(word(at + 1u)), uintBitsToFloat(word(at + 2u)),\n"
                       "                       uintBitsToFloat(word(at + 3u)));\n") +
           body + kFlip + "}\n";
}

air::Reflection pulledVertexReflection() {
    air::Reflection r;
    r.stage = air::Stage::Vertex;
    r.buffers.push_back({0, air::BlockKind::Storage, "vs_buf0", true, false, 0});
    r.usesBufferInfo = true;
    return r;
}

std::string constantFragmentText() {
    return "#version 450 core\n"
           "layout(std140) uniform fs_ubo0 { uvec4 data[1]; } fs_b0;\n"
           "layout(location = 0) out vec4 fs_color0;\n"
           "void main() { fs_color0 = uintBitsToFloat(fs_b0.data[0]); }\n";
}

air::Reflection constantFragmentReflection() {
    air::Reflection r;
    r.stage = air::Stage::Fragment;
    r.buffers.push_back({0, air::BlockKind::Uniform, "fs_ubo0", true, false, 16});
    r.colors.push_back({0, 0, 0});
    return r;
}

Pass& Pass::color(pvg::TextureId texture, std::array<double, 4> clear, unsigned index) {
    descriptor.colors[index].texture = texture;
    descriptor.colors[index].load = pvg::mtl::LoadAction::Clear;
    descriptor.colors[index].store = pvg::mtl::StoreAction::Store;
    descriptor.colors[index].clear = clear;
    return *this;
}

Pass& Pass::load(pvg::TextureId texture, unsigned index) {
    descriptor.colors[index].texture = texture;
    descriptor.colors[index].load = pvg::mtl::LoadAction::Load;
    descriptor.colors[index].store = pvg::mtl::StoreAction::Store;
    return *this;
}

pvg::RenderPipelineId pipeline(Fixture& f, const pvg::RenderPipelineRequest& r) {
    const pvg::RenderPipelineId id = f.backend().createRenderPipeline(r);
    const pvg::PipelineState state = f.backend().renderPipelineState(id);
    REQUIRE_MESSAGE(state == pvg::PipelineState::Ready, f.backend().renderPipelineFailure(id).sentence());
    return id;
}

pvg::RenderPipelineRequest request(Fixture& f, std::vector<unsigned> colorFormats) {
    pvg::RenderPipelineRequest r;
    r.vertex = f.shaders().add(pulledVertexText(), pulledVertexReflection());
    r.fragment = f.shaders().add(constantFragmentText(), constantFragmentReflection());
    for (size_t i = 0; i < colorFormats.size(); ++i) r.descriptor.colors[i].format = format(colorFormats[i]);
    return r;
}

void draw(Fixture& f, pvg::RenderState& state, const pvg::DrawCall& call) {
    const auto drawn = f.backend().draw(state, call);
    REQUIRE_MESSAGE(drawn.ok(), (drawn ? "" : drawn.error().sentence()));
}

pvg::DrawCall triangles(uint64_t vertices) {
    pvg::DrawCall call;
    call.primitive = pvg::mtl::PrimitiveType::Triangle;
    call.count = vertices;
    return call;
}

std::vector<float> quad(float left, float bottom, float right, float top, float z) {
    return {left, top, z, 1, left, bottom, z, 1, right, top, z, 1, right, top, z, 1, left, bottom, z, 1, right, bottom, z, 1};
}

bool near(const std::vector<float>& a, const std::vector<float>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float x, float y) { return std::abs(x - y) < 1e-5F; });
}

pvg::BufferBinding bound(pvg::BufferId buffer, uint64_t size, uint64_t offset) { return {buffer, offset, size - offset, 0}; }

} // namespace gltest
