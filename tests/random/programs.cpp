#include "tests/random/programs.h"

#include <cstring>

namespace randomtest {

namespace {

constexpr const char* kKernel = "#version 450 core\n"
                                "layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;\n"
                                "uniform uvec3 cs_grid[3];\nuniform uvec2 cs_info[31];\n"
                                "layout(std140) uniform cs_ubo1 { uvec4 data[1]; } cs_b1;\n"
                                "uvec3 position() { return (gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID; }\n";
constexpr const char* kWords = "layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;\n"
                               "uint load(uint i) { return i * 4u + 4u <= cs_info[0].y ? cs_b0.data[cs_info[0].x / 4u + i] : 0u; }\n"
                               "void store(uint i, uint v) { if (i * 4u + 4u <= cs_info[0].y) cs_b0.data[cs_info[0].x / 4u + i] = v; }\n";

constexpr const char* kPulledVertex = "#version 450 core\n"
                                      "layout(std430) buffer vs_buf0 { uint data[]; } vs_b0;\nuniform uvec2 vs_info[31];\n"
                                      "float word(uint i) { return i * 4u + 4u <= vs_info[0].y ? uintBitsToFloat(vs_b0.data[vs_info[0].x / 4u + i]) : 0.0; }\n"
                                      "void main() {\n    uint at = uint(gl_VertexID) * 4u;\n"
                                      "    gl_Position = vec4(word(at), word(at + 1u), word(at + 2u), word(at + 3u));\n"
                                      "#if AIR_FLIP_Y\n    gl_Position.y = -gl_Position.y;\n#endif\n}\n";

// A fragment function with a constant of four words and one output.
std::string fragmentText(const std::string& type, const std::string& declarations, const std::string& body) {
    return "#version 450 core\nlayout(std140) uniform fs_ubo0 { uvec4 data[1]; } fs_b0;\n" + declarations + "layout(location = 0) out " + type +
           " fs_color0;\nvoid main() {\n" + body + "}\n";
}

air::Reflection pulledVertex() {
    air::Reflection r;
    r.stage = air::Stage::Vertex;
    r.buffers.push_back({0, air::BlockKind::Storage, "vs_buf0", true, false, 0});
    r.usesBufferInfo = true;
    return r;
}

air::TextureUse texture(const char* name, uint8_t componentType = 0) {
    air::TextureUse use;
    use.uniformName = name;
    use.componentType = componentType;
    return use;
}

air::Reflection fragment(uint8_t componentType) {
    air::Reflection r;
    r.stage = air::Stage::Fragment;
    r.buffers.push_back({0, air::BlockKind::Uniform, "fs_ubo0", true, false, 16});
    r.colors = {{0, 0, componentType}};
    return r;
}

air::Reflection kernel(bool usesWords) {
    air::Reflection r;
    r.stage = air::Stage::Kernel;
    if (usesWords) r.buffers.push_back({0, air::BlockKind::Storage, "cs_buf0", true, true, 0});
    r.buffers.push_back({1, air::BlockKind::Uniform, "cs_ubo1", true, false, 16});
    r.usesBufferInfo = r.usesGrid = true;
    return r;
}

air::Translation storeTexels(bool isUint) {
    air::Reflection r = kernel(false);
    air::TextureUse image = texture("cs_i0", isUint ? 2 : 0);
    image.isImage = true;
    r.textures = {image};
    const std::string type = isUint ? "u" : "";
    const std::string value = isUint ? "cs_b1.data[0] + p.x * 3u + p.y" : "vec4((cs_b1.data[0] + p.x * 3u + p.y) & 255u) / 255.0";
    return {kKernel + ("writeonly uniform " + type + "image2D cs_i0;\nvoid main() {\n    uvec3 p = position();\n    imageStore(cs_i0, ivec2(p.xy), " + value + ");\n}\n"), r};
}

air::Translation copyTexel() {
    air::Reflection r = fragment(0);
    r.textures = {texture("fs_t0")};
    return {fragmentText("vec4", "uniform sampler2D fs_t0;\n",
                         "    ivec2 at = ivec2(gl_FragCoord.xy) + ivec2(fs_b0.data[0].xy);\n"
                         "    if (any(greaterThanEqual(at, textureSize(fs_t0, 0)))) discard;\n    fs_color0 = texelFetch(fs_t0, at, 0);\n"),
            r};
}

air::Translation gatherBytes() {
    air::Reflection r = kernel(true);
    r.textures = {texture("cs_t0")};
    return {std::string(kKernel) + kWords +
                "uniform sampler2D cs_t0;\nvoid main() {\n    uvec3 p = position();\n    uvec4 c = uvec4(texelFetch(cs_t0, ivec2(p.xy), 0) * 255.0 + 0.5);\n"
                "    store(p.y * cs_grid[0].x + p.x, c.x | c.y << 8 | c.z << 16 | c.w << 24);\n}\n",
            r};
}

air::Translation translationOf(Program program) {
    switch (program) {
    case Program::PulledVertex:
        return {kPulledVertex, pulledVertex()};
    case Program::ConstantColor:
        return {fragmentText("vec4", "", "    fs_color0 = uintBitsToFloat(fs_b0.data[0]);\n"), fragment(0)};
    case Program::ConstantUint:
        return {fragmentText("uvec4", "", "    fs_color0 = fs_b0.data[0];\n"), fragment(2)};
    case Program::CopyTexel:
        return copyTexel();
    case Program::AddWords:
        return {std::string(kKernel) + kWords + "void main() { uint i = position().x; store(i, load(i) + cs_b1.data[0].x); }\n", kernel(true)};
    case Program::StoreTexels:
        return storeTexels(false);
    case Program::StoreUints:
        return storeTexels(true);
    case Program::GatherBytes:
        return gatherBytes();
    case Program::Count:
        break;
    }
    return {};
}

} // namespace

void Programs::request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> container) {
    uint64_t number = uint64_t(Program::Count);
    if (container->size() == sizeof number) std::memcpy(&number, container->data(), sizeof number);
    if (number >= uint64_t(Program::Count)) {
        m_outcomes[hash] = std::make_shared<const air::Outcome>(air::Outcome{air::Verdict::Failed, "no program of this test", {}});
        return;
    }
    m_outcomes[hash] = std::make_shared<const air::Outcome>(air::Outcome{air::Verdict::Ok, "", translationOf(Program(number))});
}

std::shared_ptr<const air::Outcome> Programs::result(const std::string& hash) {
    const auto found = m_outcomes.find(hash);
    return found == m_outcomes.end() ? nullptr : found->second;
}

} // namespace randomtest
