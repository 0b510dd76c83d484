#include "linked_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "renderer-gl/program_source.h"
#include "shaders/air/barycentric_link.h"
#include "shaders/air/stage_input.h"
#include "shaders/air/tessellation_link.h"

namespace airtest {

namespace {

constexpr std::array<const char*, 3> kVectors = {"vec4", "ivec4", "uvec4"};
constexpr size_t kAttributes = 8;

std::string fragmentFor(const air::Reflection& vertex) {
    std::string declared = "#version 450 core\nlayout(location = 0) out vec4 seen;\n", sum;
    for (const air::Varying& v : vertex.outputs) {
        declared += fmt::format("{}in {} {};\n", v.componentType ? "flat " : "", kVectors[v.componentType], v.name);
        sum += fmt::format("    seen += vec4({});\n", v.name);
    }
    return declared + "void main() {\n    seen = vec4(gl_FragCoord.z);\n" + sum + "}\n";
}

// Each varying is different, so that the linker merges none.
std::string vertexFor(const air::Reflection& fragment) {
    std::string declared = fmt::format("#version 450 core\nlayout(location = 0) in vec4 given[{}];\n", kAttributes), body;
    for (size_t i = 0; i < fragment.inputs.size(); ++i) {
        const air::Varying& v = fragment.inputs[i];
        declared += fmt::format("{} out {} {};\n", v.interpolation, kVectors[v.componentType], v.name);
        body += fmt::format("    {} = {}(given[{}] * {}.5);\n", v.name, kVectors[v.componentType], i % kAttributes, i + 1);
    }
    return declared + "void main() {\n    gl_Position = given[0].wzyx;\n" + body + "}\n";
}

// Attributes that the text fetches itself lie one behind the other in a buffer.
std::string fetchText(const air::Reflection& reflection) {
    constexpr std::array<uint8_t, 3> kFormats = {31, 35, 39}; // MTLVertexFormatFloat4, Int4, UInt4
    constexpr std::array kSteps = {air::StepFunction::ThreadX, air::StepFunction::PerPatch, air::StepFunction::PerPatchControlPoint};
    constexpr uint32_t kBuffer = 30, kBytes = 16;
    air::StageInputLayout layout;
    layout.controlPoints = reflection.patchControlPoints;
    for (const air::FetchedInput& input : reflection.fetchedInputs)
        layout.attributes.push_back({input.attribute, kFormats[input.componentType], kBuffer, uint32_t(layout.attributes.size()) * kBytes,
                                     uint32_t(reflection.fetchedInputs.size()) * kBytes, kSteps[size_t(input.rate)]});
    const auto text = air::fetchPreamble(reflection, layout);
    return text ? *text : "#error " + text.error().text + "\n";
}

std::string kernelText(const air::Translation& kernel, const KernelSize& size) {
    const uint32_t stated = kernel.reflection.maxTotalThreadsPerThreadgroup;
    gl::KernelVariant variant;
    variant.local.x = stated == 0 ? size.threads : std::min(stated, size.threads);
    variant.group = variant.local;
    variant.threadgroupBytes.assign(kernel.reflection.threadgroupArguments.size(), size.threadgroupBytes);
    return gl::withPreamble(kernel.glsl, gl::kernelPreamble(kernel.reflection, variant) + fetchText(kernel.reflection));
}

// The form with LOWER_LEFT clip origin: it has one statement more.
std::string vertexText(const air::Translation& vertex, const air::Translation* fragment) {
    return gl::withPreamble(vertex.glsl, gl::vertexPreamble(fragment ? &fragment->reflection : nullptr, true));
}

constexpr air::TessellationState kTessellation{.partition = air::TessellationState::Partition::FractionalOdd,
                                               .factorStep = air::TessellationState::FactorStep::PerPatch,
                                               .scalesFactors = true,
                                               .hasPatchIndices = true};

std::string evaluationText(const air::Translation& function, const air::Translation* fragment) {
    air::TessellationState state = kTessellation;
    state.controlPoints = function.reflection.patchControlPoints;
    return gl::withPreamble(function.glsl, gl::vertexPreamble(fragment ? &fragment->reflection : nullptr, true) +
                                               air::tessellationPreamble(state) + fetchText(function.reflection));
}

// A made vertex stage writes everything the fragment function reads.
std::string fragmentText(const air::Translation& fragment, const air::Translation* vertex) {
    air::Reflection made;
    if (vertex == nullptr) made.outputs = fragment.reflection.inputs;
    std::string preamble = gl::fragmentPreamble(vertex ? vertex->reflection : made, fragment.reflection, 1);
    // A pair has no geometry stage here.
    for (const air::Varying& input : fragment.reflection.inputs)
        if (vertex != nullptr && air::isBarycentric(input)) preamble += "#define AIR_ZERO_" + input.name + " 1\n";
    return gl::withPreamble(fragment.glsl, preamble);
}

size_t sharedVaryings(const air::Reflection& vertex, const air::Reflection& fragment) {
    return size_t(std::ranges::count_if(fragment.inputs, [&](const air::Varying& input) {
        return std::ranges::find(vertex.outputs, input.name, &air::Varying::name) != vertex.outputs.end();
    }));
}

} // namespace

std::vector<ProgramStage> linkedProgram(const air::Translation& function, const air::Translation* partner, const KernelSize& size) {
    using air::Stage;
    const Stage stage = function.reflection.stage;
    if (stage == Stage::Kernel) return {{".comp", kernelText(function, size)}};
    if (stage == Stage::Fragment)
        return {{".vert", partner ? vertexText(*partner, &function) : vertexFor(function.reflection)},
                {".frag", fragmentText(function, partner)}};
    const ProgramStage last{".frag", partner ? fragmentText(*partner, &function) : fragmentFor(function.reflection)};
    if (stage == Stage::Vertex) return {{".vert", vertexText(function, partner)}, last};
    return {{".vert", air::patchVertexText()},
            {".tesc", air::patchControlText(function.reflection.patchType, kTessellation)},
            {".tese", evaluationText(function, partner)},
            last};
}

const air::Translation* matchingFragment(const air::Reflection& vertex, std::span<const air::Translation* const> fragments) {
    const air::Translation* best = nullptr;
    size_t most = 0;
    for (const air::Translation* fragment : fragments) {
        const size_t shared = sharedVaryings(vertex, fragment->reflection);
        if (shared > most) best = fragment;
        most = std::max(most, shared);
    }
    return best;
}

} // namespace airtest
