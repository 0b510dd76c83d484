#include "shaders/air/tessellation_link.h"

#include <fmt/format.h>

#include <algorithm>

namespace air {

using Partition = TessellationState::Partition;
using FactorStep = TessellationState::FactorStep;

namespace {

constexpr uint32_t kHighestFactor = 64;                 // Metal's and, at least, GL's
constexpr uint32_t kTriangleBytes = 8, kQuadBytes = 12; // of MTLTriangle- and MTLQuadTessellationFactorsHalf

// The byte at which the factors of patch `number` start.
std::string factorOffset(uint32_t bytes, FactorStep step) {
    const std::string patch = fmt::format("number * {}u", bytes), instance = "ts_patch.y * tc_factorPlace.z";
    switch (step) {
    case FactorStep::PerPatch:
        return patch;
    case FactorStep::PerInstance:
        return instance;
    case FactorStep::PerPatchAndPerInstance:
        return patch + " + " + instance;
    case FactorStep::Constant:
        break;
    }
    return "0u";
}

// An edge's level as GL takes it: one that is not above 0 discards the patch there, too.
std::string levelFunction(const TessellationState& state) {
    const uint32_t most = std::clamp(state.maxFactor, 1U, kHighestFactor);
    const float highest = float(state.partition == Partition::FractionalOdd ? std::max(most, 2U) - 1 : most);
    std::string text = "float tc_level(float f) {\n";
    if (state.scalesFactors) text += "    f *= tc_factorScale;\n";
    // What is no number is told by its bits: a driver may take the opposite of a comparison for the other comparison.
    text += fmt::format("    if (f <= 0.0 || (floatBitsToUint(f) & 0x7fffffffu) > 0x7f800000u) return 0.0;\n    f = clamp(f, 1.0, {:.1f});\n", highest);
    if (state.partition == Partition::Pow2)
        text += "    uint n = uint(ceil(f));\n    return n == 1u ? 1.0 : float(1u << uint(findMSB(n - 1u) + 1));\n}\n";
    else
        text += "    return f;\n}\n";
    // Inside, too small a factor divides nothing.
    return text + "float tc_inside(float f) { return max(tc_level(f), 1.0); }\n";
}

} // namespace

std::string tessellationPreamble(const TessellationState& state) {
    const char* spacing = state.partition == Partition::FractionalOdd    ? "fractional_odd_spacing"
                          : state.partition == Partition::FractionalEven ? "fractional_even_spacing"
                                                                         : "equal_spacing";
    return fmt::format("#define AIR_SPACING {}\n#define AIR_WINDING {}\n#define AIR_PATCH_POINTS {}\n", spacing,
                       state.isClockwise ? "ccw" : "cw", state.controlPoints);
}

std::string patchVertexText() {
    return "#version 450 core\n#extension GL_ARB_shader_draw_parameters : require\nout uvec3 tc_vertex;\nvoid main() {\n"
           "    tc_vertex = uvec3(gl_VertexID, gl_InstanceID + gl_BaseInstanceARB, gl_BaseInstanceARB);\n}\n";
}

std::string patchControlText(PatchType type, const TessellationState& state) {
    const bool isQuad = type == PatchType::Quad;
    std::string text = "#version 450 core\nlayout(vertices = 1) out;\nin uvec3 tc_vertex[];\npatch out uvec4 ts_patch;\n"
                       "layout(std430) readonly buffer tc_factors { uint data[]; } tc_f;\nuniform uvec3 tc_factorPlace;\n";
    if (state.scalesFactors) text += "uniform float tc_factorScale;\n";
    if (state.hasPatchIndices)
        text += "layout(std430) readonly buffer tc_patches { uint data[]; } tc_p;\nuniform uvec2 tc_patchPlace;\n"
                "uint tc_index(uint number) {\n"
                "    return number < tc_patchPlace.y / 4u ? tc_p.data[tc_patchPlace.x / 4u + number] : 0u;\n}\n";
    text += "float tc_factor(uint o) {\n    if (o >= tc_factorPlace.y || tc_factorPlace.y - o < 2u) return 0.0;\n"
            "    uint a = tc_factorPlace.x + o;\n    return unpackHalf2x16(tc_f.data[a >> 2u] >> (a & 2u) * 8u).x;\n}\n" +
            levelFunction(state) + "void main() {\n    uint number = tc_vertex[0].x;\n" +
            fmt::format("    ts_patch = uvec4({}, tc_vertex[0].yz, number);\n", state.hasPatchIndices ? "tc_index(number)" : "number") +
            fmt::format("    uint o = {};\n", factorOffset(isQuad ? kQuadBytes : kTriangleBytes, state.factorStep));
    const unsigned edges = isQuad ? 4 : 3;
    for (unsigned edge = 0; edge < edges; ++edge)
        text += fmt::format("    gl_TessLevelOuter[{}] = tc_level(tc_factor(o + {}u));\n", edge, edge * 2);
    for (unsigned inside = 0; inside < edges - 2; ++inside)
        text += fmt::format("    gl_TessLevelInner[{}] = tc_inside(tc_factor(o + {}u));\n", inside, (edges + inside) * 2);
    return text + "}\n";
}

} // namespace air
