#include "app/renderer/bench_shaders.h"

namespace app {

namespace {

constexpr uint32_t kConstantBytes = 64;

// The name makes the text one of its own, for caches that look at it.
constexpr const char* kVertex = R"(#version 450 core
// NAME
layout(location = 0) in vec4 vs_a0;
layout(location = 1) in vec4 vs_a1;
layout(location = 2) in vec4 vs_a2;
layout(std140) uniform vs_ubo1 { uvec4 data[4]; } vs_b1;
out vec4 v_uv;
out vec4 v_color;
void main() {
    gl_Position = vs_a0 + uintBitsToFloat(vs_b1.data[0]);
    v_uv = vs_a1 + uintBitsToFloat(vs_b1.data[1]);
    v_color = vs_a2;
    if (AIR_FLIP_Y != 0) gl_Position.y = -gl_Position.y;
}
)";

constexpr const char* kFragment = R"(#version 450 core
// NAME
in vec4 v_uv;
in vec4 v_color;
layout(std140) uniform fs_ubo0 { uvec4 data[4]; } fs_b0;
uniform sampler2D fs_t0_s0;
layout(location = 0) out vec4 fs_color0;
void main() { fs_color0 = texture(fs_t0_s0, v_uv.xy) * v_color + uintBitsToFloat(fs_b0.data[0]); }
)";

std::string named(std::string text, const std::string& name) { return text.replace(text.find("NAME"), 4, name); }

air::BufferUse constants(uint32_t index, const char* block) { return {index, air::BlockKind::Uniform, block, true, false, kConstantBytes}; }

BenchShader vertexShader(const std::string& name) {
    BenchShader shader{named(kVertex, name), {}};
    shader.reflection.stage = air::Stage::Vertex;
    shader.reflection.buffers = {constants(1, "vs_ubo1")};
    shader.reflection.vertexInputs = {{0, 0, "vs_a0"}, {1, 0, "vs_a1"}, {2, 0, "vs_a2"}};
    shader.reflection.outputs = {{"v_uv", 0, ""}, {"v_color", 0, ""}};
    return shader;
}

BenchShader fragmentShader(const std::string& name) {
    BenchShader shader{named(kFragment, name), {}};
    shader.reflection.stage = air::Stage::Fragment;
    shader.reflection.buffers = {constants(0, "fs_ubo0")};
    air::TextureUse texture;
    texture.uniformName = "fs_t0_s0";
    texture.sampler = air::TextureUse::Sampler::Argument;
    shader.reflection.textures = {texture};
    shader.reflection.inputs = {{"v_uv", 0, ""}, {"v_color", 0, ""}};
    shader.reflection.colors = {{0, 0, 0}};
    return shader;
}

} // namespace

BenchShader benchShader(const std::string& name) { return name.starts_with("vertex") ? vertexShader(name) : fragmentShader(name); }

void BenchShaders::request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) {
    if (m_outcomes.contains(hash)) return;
    BenchShader shader = benchShader({reinterpret_cast<const char*>(library->data()), library->size()});
    m_outcomes[hash] = std::make_shared<const air::Outcome>(
        air::Outcome{air::Verdict::Ok, "", {std::move(shader.text), std::move(shader.reflection)}});
}

std::shared_ptr<const air::Outcome> BenchShaders::result(const std::string& hash) {
    const auto found = m_outcomes.find(hash);
    return found == m_outcomes.end() ? nullptr : found->second;
}

} // namespace app
