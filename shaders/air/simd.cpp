// Simdgroup and quadgroup operations of kernels, through threadgroup memory: GL 4.5 has no subgroups of 32. Every thread of the group meets
// here (convergence.h); threads outside the mask bring a neutral value.
#include <fmt/format.h>
#include <llvm/IR/Instructions.h>

#include <array>
#include <string_view>

#include "shaders/air/emitter.h"
#include "shaders/air/intrinsics.h"

namespace air {

using Base = GlslType::Base;

namespace {

enum class Shape { Reduce, InclusiveScan, ExclusiveScan };

struct Combine {
    std::string_view name; // as in air.simd_<name>
    Shape shape;
    const char* text;                  // of the running value r and the next one x
    const char *floats, *uints, *ints; // neutral values
};

constexpr const char *kMaxFloat = "uintBitsToFloat(0x7f800000u)", *kMinFloat = "uintBitsToFloat(0xff800000u)";

constexpr std::array kCombines = {
    Combine{"sum", Shape::Reduce, "r + x", "0.0", "0u", "0"},
    Combine{"product", Shape::Reduce, "r * x", "1.0", "1u", "1"},
    Combine{"min", Shape::Reduce, "min(r, x)", kMaxFloat, "0xffffffffu", "0x7fffffff"},
    Combine{"max", Shape::Reduce, "max(r, x)", kMinFloat, "0u", "-2147483647 - 1"},
    Combine{"and", Shape::Reduce, "r & x", nullptr, "0xffffffffu", "-1"},
    Combine{"or", Shape::Reduce, "r | x", nullptr, "0u", "0"},
    Combine{"xor", Shape::Reduce, "r ^ x", nullptr, "0u", "0"},
    Combine{"prefix_inclusive_sum", Shape::InclusiveScan, "r + x", "0.0", "0u", "0"},
    Combine{"prefix_exclusive_sum", Shape::ExclusiveScan, "r + x", "0.0", "0u", "0"},
    Combine{"prefix_inclusive_product", Shape::InclusiveScan, "r * x", "1.0", "1u", "1"},
    Combine{"prefix_exclusive_product", Shape::ExclusiveScan, "r * x", "1.0", "1u", "1"},
};

// Where a shuffle's data comes from, of this lane l and the operand n; `lanes` is the width of the group.
struct Shuffle {
    std::string_view name;
    const char* source;
};

constexpr std::array kShuffles = {
    Shuffle{"shuffle", "n"},
    Shuffle{"shuffle_xor", "l ^ n"},
    Shuffle{"shuffle_up", "l < n ? l : l - n"}, // a lane without a source keeps its own value
    Shuffle{"shuffle_down", "l + n < W ? l + n : l"},
    Shuffle{"shuffle_rotate_up", "l - n"},
    Shuffle{"shuffle_rotate_down", "l + n"},
    Shuffle{"broadcast", "n"},
};

class SimdCall {
public:
    SimdCall(Emitter& emitter, const llvm::CallInst& call, std::string_view operation, unsigned width)
        : m_emitter(emitter), m_call(call), m_operation(operation), m_width(width) {}

    bool emit() {
        if (m_operation == "all" || m_operation == "any" || m_operation == "ballot" || m_operation == "active_threads_mask" ||
            m_operation == "is_first")
            return vote();
        if (m_operation == "broadcast_first") return broadcastFirst();
        if (m_operation == "matrix_multiply_accumulate") return multiplyMatrices();
        for (const Shuffle& s : kShuffles)
            if (m_operation == s.name) return shuffle(s);
        for (const Combine& c : kCombines)
            if (m_operation == c.name) return combine(c);
        return false;
    }

private:
    // Shared words, one a thread, and the accessors of this width.
    void exchange() {
        HelperLibrary& h = m_emitter.helpers();
        h.add("air_exchange",
              "shared uint air_exchange[AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z];\n"
              "void air_publish(uint v) { barrier(); air_exchange[gl_LocalInvocationIndex] = v; memoryBarrierShared(); barrier(); }");
        m_emitter.reflection().usesBarrier = true;
    }
    std::string first() const { return fmt::format("(gl_LocalInvocationIndex & ~{}u)", m_width - 1); }
    std::string last() const { return fmt::format("min({} + {}u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z))", first(), m_width); }

    bool shuffle(const Shuffle& s) {
        exchange();
        const std::string name = fmt::format("air_{}_{}", m_width == 4 ? "quad" : "simd", s.name);
        std::string source = s.source;
        if (const size_t at = source.find('W'); at != std::string::npos) source.replace(at, 1, fmt::format("{}u", m_width));
        m_emitter.helpers().add(name, fmt::format("uint {}(uint v, uint n) {{ air_publish(v); uint l = gl_LocalInvocationIndex & {}u, s = "
                                                  "{} + ({} & {}u); return s < uint(AIR_LOCAL_X * "
                                                  "AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }}",
                                                  name, m_width - 1, first(), fmt::format("({})", source), m_width - 1));
        const llvm::Type* type = m_call.getType();
        const Expr lane = m_emitter.stable({Base::Uint, 1}, m_emitter.low32(m_call.getArgOperand(1)));
        const bool isWide = type->isIntOrIntVectorTy(64);
        std::vector<Expr> words;
        for (const Expr& word :
             m_emitter.toWords(type, isWide ? m_emitter.wide(m_call.getArgOperand(0)) : m_emitter.value(m_call.getArgOperand(0))))
            words.push_back(m_emitter.temporary({Base::Uint, 1}, call(name, {word, lane})));
        if (words.size() > 4) return false;
        m_emitter.bind(m_call,
                       m_emitter.fromWords(type, words.size() == 1 ? words[0] : call(fmt::format("uvec{}", words.size()), words), false));
        return true;
    }

    bool combine(const Combine& c) {
        const llvm::Type* type = m_call.getType();
        const GlslType glsl = glslType(type);
        const bool isFloat = glsl.base == Base::Float;
        if (glsl.isVector() || (!isFloat && glsl.base != Base::Uint) || (isFloat && !c.floats)) return false;
        exchange();
        const bool isSigned = m_call.getCalledFunction()->getName().contains(".s.");
        const char* kind = isFloat ? "float" : isSigned ? "int" : "uint";
        const char* neutral = isFloat ? c.floats : isSigned ? c.ints : c.uints;
        const std::string name = fmt::format("air_{}_{}_{}", m_width == 4 ? "quad" : "simd", c.name, kind);
        const std::string load = isFloat ? "uintBitsToFloat(air_exchange[i])" : fmt::format("{}(air_exchange[i])", kind);
        const std::string publish = isFloat ? "floatBitsToUint(v)" : "uint(v)";
        const std::string end = c.shape == Shape::Reduce          ? last()
                                : c.shape == Shape::InclusiveScan ? "gl_LocalInvocationIndex + 1u"
                                                                  : "gl_LocalInvocationIndex";
        m_emitter.helpers().add(name, fmt::format("{0} {1}({0} v, bool isActive) {{ {0} r = {2}; air_publish(isActive ? {3} : {4}); for "
                                                  "(uint i = {5}; i < {6}; ++i) {{ {0} x = {7}; r = {8}; }} return r; }}",
                                                  kind, name, neutral, publish,
                                                  isFloat ? fmt::format("floatBitsToUint({})", neutral) : fmt::format("uint({})", neutral),
                                                  first(), end, load, c.text));
        const Expr value = isSigned && !isFloat ? m_emitter.signedValue(m_call.getArgOperand(0)) : m_emitter.value(m_call.getArgOperand(0));
        finishCombine(call(name, {value, m_emitter.activeMask()}), isFloat, isSigned);
        return true;
    }

    void finishCombine(Expr e, bool isFloat, bool isSigned) {
        const unsigned bits = scalarBits(m_call.getType());
        if (!isFloat && isSigned) e = call("uint", {e});
        if (!isFloat && bits < 32) e = binary(e, "&", uintLiteral((1U << bits) - 1U));
        if (isHalf(m_call.getType())) e = call(m_emitter.helpers().use("air_h", {Base::Float, 1}), {e});
        if (isBfloat(m_call.getType())) e = call(m_emitter.helpers().use("air_bf", {Base::Float, 1}), {e});
        m_emitter.bind(m_call, e);
    }

    // A word with a bit for each active thread whose flag is set.
    Expr ballot(const Expr& flag) {
        exchange();
        const std::string name = fmt::format("air_{}_ballot", m_width == 4 ? "quad" : "simd");
        m_emitter.helpers().add(name, fmt::format("uint {}(bool v) {{ uint r = 0u; air_publish(v ? 1u : 0u); for (uint i = {}; i < {}; "
                                                  "++i) r |= air_exchange[i] << (i & {}u); return r; }}",
                                                  name, first(), last(), m_width - 1));
        return call(name, {flag});
    }

    bool vote() {
        const Expr mask = m_emitter.activeMask();
        const bool hasFlag = m_call.arg_size() > 0;
        const Expr flag = hasFlag ? m_emitter.value(m_call.getArgOperand(0)) : Expr{"true"};
        if (m_operation == "all") return finishVote(binary(ballot(binary(mask, "&&", unary("!", flag))), "==", uintLiteral(0)));
        const Expr bits = ballot(binary(mask, "&&", flag));
        if (m_operation == "any") return finishVote(binary(bits, "!=", uintLiteral(0)));
        if (m_operation == "is_first") {
            const Expr lane{fmt::format("int(gl_LocalInvocationIndex & {}u)", m_width - 1)};
            return finishVote(binary(call("findLSB", {bits}), "==", lane));
        }
        const bool isWide = m_call.getType()->isIntegerTy(64);
        if (isWide) m_emitter.require("GL_ARB_gpu_shader_int64");
        return finishVote(isWide ? call("uint64_t", {bits}) : bits);
    }

    bool finishVote(const Expr& e) {
        m_emitter.bind(m_call, e);
        return true;
    }

    bool broadcastFirst() {
        const llvm::Type* type = m_call.getType();
        if (type->isIntOrIntVectorTy(64)) return false;
        const Expr lane = m_emitter.temporary({Base::Uint, 1}, call("uint", {call("findLSB", {ballot(m_emitter.activeMask())})}));
        exchange();
        const std::string name = fmt::format("air_{}_from", m_width == 4 ? "quad" : "simd");
        m_emitter.helpers().add(name, fmt::format("uint {}(uint v, uint n) {{ air_publish(v); return air_exchange[{} + (n & {}u)]; }}",
                                                  name, first(), m_width - 1));
        std::vector<Expr> words;
        for (const Expr& word : m_emitter.toWords(type, m_emitter.value(m_call.getArgOperand(0))))
            words.push_back(m_emitter.temporary({Base::Uint, 1}, call(name, {word, lane})));
        m_emitter.bind(m_call,
                       m_emitter.fromWords(type, words.size() == 1 ? words[0] : call(fmt::format("uvec{}", words.size()), words), false));
        return true;
    }

    // A * B + C of matrices whose elements are spread as simdgroup_matrix.h says: A and B meet in threadgroup memory, row by row.
    bool multiplyMatrices() {
        HelperLibrary& h = m_emitter.helpers();
        h.add("air_matrix_mac",
              "shared float air_matrix[(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z + 31) / 32 * 128];\n"
              "vec2 air_matrix_mac(vec2 a, vec2 b, vec2 c) {\n"
              "    uint l = gl_LocalInvocationIndex & 31u, r = (gl_LocalInvocationIndex >> 5u) * 128u + (l >> 2u & 4u | l >> 1u & 3u) * 8u;\n"
              "    uint n = l >> 1u & 4u | l << 1u & 2u, m = (gl_LocalInvocationIndex >> 5u) * 128u + 64u + n;\n"
              "    barrier();\n"
              "    air_matrix[r + n] = a.x;\n    air_matrix[r + n + 1u] = a.y;\n"
              "    air_matrix[r + n + 64u] = b.x;\n    air_matrix[r + n + 65u] = b.y;\n"
              "    memoryBarrierShared();\n    barrier();\n"
              "    for (uint k = 0u; k < 8u; ++k) c += air_matrix[r + k] * vec2(air_matrix[m + k * 8u], air_matrix[m + k * 8u + 1u]);\n"
              "    return c;\n}");
        m_emitter.reflection().usesBarrier = true;
        std::vector<Expr> operands;
        for (const llvm::Use& v : m_call.args()) operands.push_back(m_emitter.value(v.get()));
        Expr e = call("air_matrix_mac", operands);
        const llvm::Type* type = m_call.getType();
        if (isHalf(type)) e = call(m_emitter.helpers().use("air_h", {Base::Float, 2}), {e});
        if (isBfloat(type)) e = call(m_emitter.helpers().use("air_bf", {Base::Float, 2}), {e});
        m_emitter.bind(m_call, e);
        return true;
    }

    Emitter& m_emitter;
    const llvm::CallInst& m_call;
    std::string_view m_operation;
    unsigned m_width;
};

} // namespace

bool emitSimd(Emitter& emitter, const llvm::CallInst& call, const std::string& name) {
    if (emitter.entry().stage != Stage::Kernel) return false;
    const std::string_view all = name;
    for (const auto& [prefix, width] : {std::pair<std::string_view, unsigned>{"air.simd_", 32}, {"air.quad_", 4}}) {
        if (!all.starts_with(prefix)) continue;
        const std::string_view rest = all.substr(prefix.size());
        return SimdCall(emitter, call, rest.substr(0, rest.find('.')), width).emit();
    }
    return false;
}

} // namespace air
