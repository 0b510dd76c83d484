#include "shaders/air/barycentric_link.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace air {

namespace {

constexpr std::array kVectors = {"vec4", "ivec4", "uvec4"};

// What the vertex stage calls an output that keeps its name behind the geometry stage.
std::string cornerName(const Varying& v) { return "g_" + v.name; }

} // namespace

bool isBarycentric(const Varying& input) { return input.name.starts_with(kBarycentricName); }

bool usesBarycentrics(const Reflection& fragment) { return std::any_of(fragment.inputs.begin(), fragment.inputs.end(), isBarycentric); }

std::string barycentricVertexPreamble(const Reflection& vertex) {
    std::string text;
    for (const Varying& v : vertex.outputs) text += fmt::format("#define {} {}\n", v.name, cornerName(v));
    return text;
}

std::string barycentricGeometryText(const Reflection& vertex, const Reflection& fragment) {
    std::string text = "#version 450 core\nlayout(triangles) in;\nlayout(triangle_strip, max_vertices = 3) out;\n";
    if (vertex.clipDistances) text += fmt::format("out float gl_ClipDistance[{}];\n", vertex.clipDistances);
    std::string corner = "        gl_Position = gl_in[i].gl_Position;\n        gl_PrimitiveID = gl_PrimitiveIDIn;\n";
    for (uint32_t i = 0; i < vertex.clipDistances; ++i)
        corner += fmt::format("        gl_ClipDistance[{0}] = gl_in[i].gl_ClipDistance[{0}];\n", i);
    for (const Varying& input : fragment.inputs) {
        const char* type = kVectors[input.componentType];
        const std::string declaration =
            fmt::format("{}{}out {} {};\n", input.interpolation, input.interpolation.empty() ? "" : " ", type, input.name);
        const auto output =
            std::find_if(vertex.outputs.begin(), vertex.outputs.end(), [&](const Varying& v) { return v.name == input.name; });
        if (isBarycentric(input)) {
            text += declaration;
            corner += fmt::format("        {} = vec4(i == 0, i == 1, i == 2, 0.0);\n", input.name);
        } else if (output != vertex.outputs.end()) {
            text += fmt::format("in {} {}[];\n", type, cornerName(*output)) + declaration;
            corner += fmt::format("        {} = {}[i];\n", input.name, cornerName(*output));
        }
    }
    return text + "void main() {\n    for (int i = 0; i < 3; ++i) {\n" + corner + "        EmitVertex();\n    }\n    EndPrimitive();\n}\n";
}

} // namespace air
