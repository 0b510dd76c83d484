#include "renderer-gl/program_source.h"

#include <algorithm>

#include "shaders/air/barycentric_link.h"

namespace gl {

namespace {

void define(std::string& text, const std::string& name, const std::string& value) { text += "#define " + name + " " + value + "\n"; }

bool writes(const air::Reflection& vertex, const std::string& varying) {
    return std::any_of(vertex.outputs.begin(), vertex.outputs.end(), [&](const air::Varying& v) { return v.name == varying; });
}

void defineImageRoute(std::string& text, const std::string& image, OutputRoute route) {
    const bool isAlpha = route == OutputRoute::AlphaToRed;
    if (route == OutputRoute::Plain) return;
    define(text, "AIR_LOAD_" + image + "(texel)", isAlpha ? "((texel).rrrr * vec4(0.0, 0.0, 0.0, 1.0))" : "(texel).bgra");
    define(text, "AIR_STORE_" + image + "(texel)", isAlpha ? "(texel).aaaa" : "(texel).bgra");
}

// Offset of the first line that is neither blank, a comment, #version nor #extension.
size_t bodyStart(const std::string& glsl) {
    size_t at = 0, afterDirective = 0;
    while (at < glsl.size()) {
        const size_t end = std::min(glsl.find('\n', at), glsl.size() - 1) + 1;
        const size_t first = glsl.find_first_not_of(" \t", at);
        const std::string_view line = std::string_view(glsl).substr(std::min(first, end), end - std::min(first, end));
        const bool isDirective = line.starts_with("#version") || line.starts_with("#extension");
        if (isDirective)
            afterDirective = end;
        else if (!line.starts_with("//") && line.find_first_not_of("\r\n") != std::string_view::npos)
            break;
        at = end;
    }
    return afterDirective;
}

// Colour outputs are named after their attachment (reflection.h).
std::string outputName(const std::string& glsl, uint32_t attachment) {
    const std::string name = "fs_color" + std::to_string(attachment);
    return glsl.find("vec4 " + name + ";") != std::string::npos ? name : std::string();
}

} // namespace

std::string vertexPreamble(const air::Reflection* fragment, bool flipsY) {
    std::string text;
    define(text, "AIR_FLIP_Y", flipsY ? "1" : "0");
    if (fragment == nullptr) return text;
    for (const air::Varying& input : fragment->inputs)
        if (!input.interpolation.empty()) define(text, "AIR_IQ_" + input.name, input.interpolation);
    return text;
}

std::string fragmentPreamble(const air::Reflection& vertex, const air::Reflection& fragment, uint32_t samples) {
    std::string text;
    if (samples > 1 && !fragment.fetches.empty()) define(text, "AIR_FETCH_SAMPLES", "1");
    for (const air::Varying& input : fragment.inputs)
        if (!writes(vertex, input.name) && !air::isBarycentric(input)) define(text, "AIR_ZERO_" + input.name, "1");
    return text;
}

std::string kernelPreamble(const air::Reflection& kernel, const KernelVariant& v) {
    std::string text;
    define(text, "AIR_LOCAL_X", std::to_string(v.local.x));
    define(text, "AIR_LOCAL_Y", std::to_string(v.local.y));
    define(text, "AIR_LOCAL_Z", std::to_string(v.local.z));
    define(text, "AIR_GROUP_X", std::to_string(v.group.x));
    define(text, "AIR_GROUP_Y", std::to_string(v.group.y));
    define(text, "AIR_GROUP_Z", std::to_string(v.group.z));
    for (size_t i = 0; i < kernel.threadgroupArguments.size() && i < v.threadgroupBytes.size(); ++i)
        define(text, "AIR_TG_" + std::to_string(kernel.threadgroupArguments[i].metalIndex), std::to_string(v.threadgroupBytes[i]));
    size_t image = 0, loaded = 0;
    for (const air::TextureUse& use : kernel.textures) {
        if (!use.isImage) continue;
        if (image < v.imageRoutes.size()) defineImageRoute(text, use.uniformName, v.imageRoutes[image++]);
        if (!use.isImageRead || loaded >= v.imageFormats.size()) continue;
        const ImageFormat* format = v.imageFormats[loaded++];
        if (format != nullptr) define(text, "AIR_FORMAT_" + use.uniformName, std::string(format->qualifier));
    }
    return text;
}

std::string withPreamble(const std::string& glsl, const std::string& defines) {
    std::string text = glsl;
    text.insert(bodyStart(glsl), defines);
    return text;
}

bool routeOutputs(std::string& glsl, std::span<const RoutedOutput> routes) {
    std::string after;
    for (const RoutedOutput& r : routes) {
        if (r.route == OutputRoute::Plain) continue;
        const std::string name = outputName(glsl, r.attachment);
        if (name.empty()) return false;
        const char* lanes = r.route == OutputRoute::AlphaToRed ? ".aaaa" : ".bgra";
        after += "    " + name + " = " + name + lanes + ";\n";
        const std::string second = name + "_1"; // of dual-source blending
        if (glsl.find("vec4 " + second + ";") != std::string::npos) after += "    " + second + " = " + second + lanes + ";\n";
    }
    if (after.empty()) return true;
    glsl.insert(bodyStart(glsl), "#define main routedMain\n");
    glsl += "\n#undef main\nvoid main() {\n    routedMain();\n" + after + "}\n";
    return true;
}

} // namespace gl
