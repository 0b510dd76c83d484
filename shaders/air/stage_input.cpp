#include "shaders/air/stage_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Result;
using pvg::Status;

namespace {

enum class Kind : uint8_t { Uint, Int, Unorm, Snorm, Half, Float, Bgra, SmallFloat, SharedExponent };

struct Format {
    uint8_t number, lanes, bits;
    Kind kind;
};

constexpr Format kFormats[] = {
#define FORMAT(number, lanes, bits, kind) {number, lanes, bits, Kind::kind},
#include "shaders/air/attribute_formats.inc"
#undef FORMAT
};

const Format* findFormat(uint8_t number) {
    const auto* at = std::find_if(std::begin(kFormats), std::end(kFormats), [&](const Format& f) { return f.number == number; });
    return at != std::end(kFormats) ? at : nullptr;
}

// Bits of lane `lane` in the words w0, w1, .. of the attribute.
struct Place {
    unsigned word, shift, bits;
};

Place placeOf(const Format& f, unsigned lane) {
    if (f.bits == 10) return {0, lane * 10, lane == 3 ? 2U : 10U};
    if (f.kind == Kind::SmallFloat) return {0, lane * 11, lane == 2 ? 10U : 11U};
    if (f.kind == Kind::SharedExponent) return {0, lane * 9, 9};
    if (f.kind == Kind::Bgra) return {0, std::array{16U, 8U, 0U, 24U}[lane], 8};
    return {lane * f.bits / 32, lane * f.bits % 32, f.bits};
}

std::string bitsOf(const Place& p, bool isSigned) {
    const std::string word = isSigned ? fmt::format("int(w{})", p.word) : fmt::format("w{}", p.word);
    return p.bits == 32 ? word : fmt::format("bitfieldExtract({}, {}, {})", word, p.shift, p.bits);
}

std::string laneOf(const Format& f, unsigned lane) {
    const Place p = placeOf(f, lane);
    switch (f.kind) {
    case Kind::Uint:
        return bitsOf(p, false);
    case Kind::Int:
        return bitsOf(p, true);
    case Kind::Unorm:
    case Kind::Bgra:
        return fmt::format("float({}) / {}.0", bitsOf(p, false), (1U << p.bits) - 1);
    case Kind::Snorm:
        return fmt::format("max(float({}) / {}.0, -1.0)", bitsOf(p, true), (1U << (p.bits - 1)) - 1);
    case Kind::Half:
        return fmt::format("unpackHalf2x16({}).x", bitsOf(p, false));
    case Kind::Float:
        return fmt::format("uintBitsToFloat({})", bitsOf(p, false));
    case Kind::SmallFloat: // a half without its sign and last bits
        return fmt::format("unpackHalf2x16({} << {}).x", bitsOf(p, false), 15 - p.bits);
    case Kind::SharedExponent:
        return fmt::format("float({}) * exp2(float(w0 >> 27u) - 24.0)", bitsOf(p, false));
    }
    return "0";
}

uint8_t componentOf(Kind kind) { return kind == Kind::Int ? 1 : kind == Kind::Uint ? 2 : 0; }

class Writer {
public:
    Writer(const Reflection& r, const StageInputLayout& layout)
        : m_prefix(r.stage == Stage::Kernel ? "cs" : r.stage == Stage::Vertex ? "vs" : "ts"), m_stage(r.stage), m_layout(layout) {}

    Status add(const FetchedInput& input, const AttributeLayout& a) {
        const Format* format = findFormat(a.format);
        const bool isFitting = format && (input.componentType == 0 || componentOf(format->kind) != 0);
        if (!isFitting) return refusal(a, fmt::format("format {} is unknown or of another kind than the function's", a.format));
        if (a.buffer >= kFetchIndexSlot) return refusal(a, fmt::format("buffer index {}, 30 is the last", a.buffer));
        const std::string index = indexOf(a);
        if (index.empty()) return refusal(a, fmt::format("step function {} is not one of this stage, or has no index buffer", int(a.step)));
        m_buffers.insert(a.buffer);
        const unsigned words = (format->lanes * format->bits + 31) / 32;
        m_functions += fmt::format("{} {}_fetch_a{}(uvec4 at, uint point) {{\n    uint o = {} * {}u + {}u;\n",
                                   vectorOf(input.componentType), m_prefix, a.attribute, index, a.stride, a.offset);
        for (unsigned w = 0; w < words; ++w)
            m_functions += fmt::format("    uint w{} = {}_fetch{}_word(o + {}u);\n", w, m_prefix, a.buffer, w * 4);
        m_functions += fmt::format("    return {};\n}}\n#define AIR_FETCH_{} {}_fetch_a{}\n", value(input, *format), input.name, m_prefix,
                                   a.attribute);
        return {};
    }

    std::string text() const {
        if (m_buffers.empty()) return {};
        std::string all = fmt::format("uniform uvec2 {}_fetch[32];\n", m_prefix);
        if (m_usesOrigin) all += "uniform uvec3 cs_origin;\n";
        for (const uint32_t buffer : m_buffers) all += block(buffer);
        if (m_usesIndex) all += block(kFetchIndexSlot) + indexFunction();
        return all + m_functions;
    }

private:
    static Error refusal(const AttributeLayout& a, const std::string& what) {
        return Error{Code::Unsupported, fmt::format("attribute {}: {}", a.attribute, what)};
    }

    static const char* vectorOf(uint8_t component) {
        static constexpr std::array kVectors = {"vec4", "ivec4", "uvec4"};
        return kVectors[component % 3];
    }

    static std::string value(const FetchedInput& input, const Format& format) {
        std::string lanes;
        for (unsigned lane = 0; lane < 4; ++lane)
            lanes += (lane ? ", " : "") + (lane < format.lanes ? laneOf(format, lane) : std::string(lane == 3 ? "1" : "0"));
        return fmt::format("{}({})", vectorOf(input.componentType), lanes);
    }

    // The number of the attribute's element; empty: no such step in this stage.
    std::string indexOf(const AttributeLayout& a) {
        const uint32_t rate = std::max(a.stepRate, 1U);
        const auto stepped = [&](const std::string& e) { return rate == 1 ? e : fmt::format("({} / {}u)", e, rate); };
        const bool isKernel = m_stage == Stage::Kernel, isPatch = m_stage == Stage::Tessellation;
        const bool isIndexed = m_layout.indexBytes == 2 || m_layout.indexBytes == 4;
        switch (a.step) {
        case StepFunction::Constant:
            return "0u";
        case StepFunction::PerVertex:
            return m_stage == Stage::Vertex ? "at.x" : "";
        case StepFunction::PerInstance:
            return isKernel ? "" : fmt::format("({} + at.z)", stepped("(at.y - at.z)"));
        case StepFunction::PerPatch:
            return isPatch ? stepped("at.x") : "";
        case StepFunction::PerPatchControlPoint: {
            const std::string point = fmt::format("(at.x * {}u + point)", m_layout.controlPoints);
            return !isPatch ? "" : isIndexed ? looked(point) : point;
        }
        case StepFunction::ThreadX:
        case StepFunction::ThreadY:
        case StepFunction::ThreadXIndexed:
        case StepFunction::ThreadYIndexed: {
            const bool wantsIndex = a.step >= StepFunction::ThreadXIndexed;
            if (!isKernel || (wantsIndex && !isIndexed)) return "";
            m_usesOrigin = true;
            const bool isX = a.step == StepFunction::ThreadX || a.step == StepFunction::ThreadXIndexed;
            const std::string thread = stepped(isX ? "(at.x + cs_origin.x)" : "(at.y + cs_origin.y)");
            return wantsIndex ? looked(thread) : thread;
        }
        default:
            return "";
        }
    }

    std::string looked(const std::string& number) {
        m_usesIndex = true;
        return fmt::format("{}_fetch_index({})", m_prefix, number);
    }

    std::string indexFunction() const {
        const std::string word = fmt::format("{}_fetch{}_word(i * {}u)", m_prefix, kFetchIndexSlot, m_layout.indexBytes);
        return fmt::format("uint {}_fetch_index(uint i) {{ return {}{}; }}\n", m_prefix, word,
                           m_layout.indexBytes == 2 ? " & 0xffffu" : "");
    }

    // The 32 bits at byte o, which need not be aligned.
    std::string block(uint32_t n) const {
        return fmt::format("layout(std430) readonly buffer {0}_fetch{1} {{ uint data[]; }} {0}_f{1};\n"
                           "uint {0}_fetch{1}_word(uint o) {{\n"
                           "    if (o >= {0}_fetch[{1}].y) return 0u;\n"
                           "    uint left = {0}_fetch[{1}].y - o, a = {0}_fetch[{1}].x + o, n = (a & 3u) * 8u;\n"
                           "    uint w = {0}_f{1}.data[a >> 2u] >> n;\n"
                           "    if (n != 0u && left * 8u > 32u - n) w |= {0}_f{1}.data[(a >> 2u) + 1u] << (32u - n);\n"
                           "    return left < 4u ? w & ((1u << left * 8u) - 1u) : w;\n}}\n",
                           m_prefix, n);
    }

    std::string m_prefix, m_functions;
    Stage m_stage;
    const StageInputLayout& m_layout;
    std::set<uint32_t> m_buffers;
    bool m_usesIndex = false, m_usesOrigin = false;
};

} // namespace

Result<std::string> fetchPreamble(const Reflection& reflection, const StageInputLayout& layout) {
    Writer writer(reflection, layout);
    for (const FetchedInput& input : reflection.fetchedInputs) {
        const auto at = std::find_if(layout.attributes.begin(), layout.attributes.end(),
                                     [&](const AttributeLayout& a) { return a.attribute == input.attribute; });
        if (at != layout.attributes.end()) PVG_CHECK(writer.add(input, *at));
    }
    return writer.text();
}

Result<std::string> pullInputs(std::string& glsl, const Reflection& vertex, const StageInputLayout& layout, uint32_t pulled) {
    static constexpr std::array kZeros = {"vec4(0.0)", "ivec4(0)", "uvec4(0u)"};
    static constexpr const char* kPlace = "uvec4(gl_VertexID, gl_InstanceID + gl_BaseInstanceARB, gl_BaseInstanceARB, 0)";
    Writer writer(vertex, layout);
    std::string names;
    for (const VertexInput& input : vertex.vertexInputs) {
        if (input.attribute >= 32 || (pulled >> input.attribute & 1) == 0) continue;
        const std::string start = fmt::format("layout(location = {}) in ", input.attribute);
        const size_t at = glsl.find(start), end = glsl.find(";\n", at);
        if (at == std::string::npos || end == std::string::npos || !glsl.substr(at, end - at).ends_with(" " + input.name))
            return Error{Code::Unsupported, "no declaration of " + input.name};
        glsl.erase(at, end + 2 - at);
        const auto of = std::find_if(layout.attributes.begin(), layout.attributes.end(),
                                     [&](const AttributeLayout& a) { return a.attribute == input.attribute; });
        if (of == layout.attributes.end()) {
            names += fmt::format("#define {} {}\n", input.name, kZeros[input.componentType % 3]);
            continue;
        }
        PVG_CHECK(writer.add({FetchedInput::Rate::Thread, input.attribute, input.componentType, input.name}, *of));
        names += fmt::format("#define {0} AIR_FETCH_{0}({1}, 0u)\n", input.name, kPlace);
    }
    return "#extension GL_ARB_shader_draw_parameters : require\n" + writer.text() + names;
}

} // namespace air
