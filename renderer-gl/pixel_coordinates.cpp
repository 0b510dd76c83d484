#include "renderer-gl/pixel_coordinates.h"

#include <string_view>

#include "renderer-gl/slots.h"

namespace gl {

namespace {

constexpr size_t kMostTextures = 64; // of the mask
constexpr auto npos = std::string::npos;

bool isLine(uint8_t textureType) { return textureType <= 1; }
bool isFlat(uint8_t textureType) { return textureType == 2 || textureType == 3; }

std::string functionName(const std::string& texture) { return "air_texels_" + texture; }

// Behind the declaration: every vector a coordinate of that texture comes in, layers and references in its last lanes.
std::string functions(const std::string& texture, bool line) {
    const std::string name = functionName(texture), size = "textureSize(" + texture + ", 0)";
    if (line)
        return "float " + name + "(float p) { return p / float(ivec2(" + size + ").x); }\nvec2 " + name + "(vec2 p) { return vec2(" + name +
               "(p.x), p.y); }\n";
    return "vec2 " + name + "(vec2 p) { return p / vec2(" + size + ".xy); }\nvec3 " + name + "(vec3 p) { return vec3(" + name +
           "(p.xy), p.z); }\nvec4 " + name + "(vec4 p) { return vec4(" + name + "(p.xy), p.zw); }\n";
}

bool isNameLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// The function called by the parenthesis at `open`.
std::string_view calledAt(const std::string& glsl, size_t open) {
    size_t start = open;
    while (start > 0 && isNameLetter(glsl[start - 1])) --start;
    return std::string_view(glsl).substr(start, open - start);
}

bool samples(std::string_view function) {
    return function.starts_with("texture") && function != "textureSize" && function != "textureQueryLevels";
}

// The end of the argument that starts at `at`: a comma or the closing parenthesis of the call.
size_t argumentEnd(const std::string& glsl, size_t at) {
    for (int depth = 0; at < glsl.size(); ++at) {
        const char c = glsl[at];
        if (depth == 0 && (c == ',' || c == ')')) return at;
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    }
    return npos;
}

void wrapCoordinates(std::string& glsl, const std::string& texture) {
    const std::string first = "(" + texture + ", ";
    for (size_t open = glsl.find(first); open != npos; open = glsl.find(first, open + first.size())) {
        if (!samples(calledAt(glsl, open))) continue;
        const size_t begin = open + first.size(), end = argumentEnd(glsl, begin);
        if (end == npos) return;
        glsl.insert(end, ")");
        glsl.insert(begin, functionName(texture) + "(");
    }
}

void insertFunctions(std::string& glsl, const air::TextureUse& use) {
    const size_t declared = glsl.find(" " + use.uniformName + ";");
    const size_t lineEnd = declared != npos ? glsl.find('\n', declared) : npos;
    if (lineEnd != npos) glsl.insert(lineEnd + 1, functions(use.uniformName, isLine(use.textureType)));
}

} // namespace

pvg::Declined<uint64_t> pixelSampled(const air::Reflection& reflection, const pvg::StageBindings& bindings, const SamplerStore& samplers) {
    uint64_t mask = 0;
    if (!samplers.anyTakesPixels()) return mask;
    for (size_t i = 0; i < reflection.textures.size(); ++i) {
        const air::TextureUse& use = reflection.textures[i];
        if (use.isImage || use.sampler != air::TextureUse::Sampler::Argument) continue;
        if (!samplers.takesPixels(samplerAt(bindings, use.samplerIndex))) continue;
        if (!isLine(use.textureType) && !isFlat(use.textureType))
            return pvg::decline(pvg::DeclineReason::BadField, "pixel coordinates of a texture of type {}", use.textureType);
        if (i >= kMostTextures) return pvg::decline(pvg::DeclineReason::LimitExceeded, "pixel coordinates of sampled texture {}", uint64_t(i));
        mask |= uint64_t(1) << i;
    }
    return mask;
}

void dividePixelCoordinates(std::string& glsl, const air::Reflection& reflection, uint64_t sampled) {
    for (size_t i = 0; i < reflection.textures.size() && i < kMostTextures; ++i) {
        if ((sampled >> i & 1) == 0) continue;
        wrapCoordinates(glsl, reflection.textures[i].uniformName);
        insertFunctions(glsl, reflection.textures[i]);
    }
}

} // namespace gl
