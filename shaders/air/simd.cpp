// Simdgroup and quadgroup operations of kernels, through threadgroup memory: GL 4.5 has no subgroups of 32. Every thread of the group meets
// here (convergence.h); threads outside the mask bring a neutral value.
#include <fmt/format.h>
#include <llvm/IR/Instructions.h>

#include <array>
#include <string_view>

#include "shaders/air/emitter.h"
#include "shaders/air/intrinsics.h"
#include "shaders/air/simd_operations.h"

namespace air {

using Base = GlslType::Base;

namespace {

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
        if (m_operation == "is_helper_thread") return finishVote(boolLiteral(false));
        if (m_operation == "shuffle_and_fill_up" || m_operation == "shuffle_and_fill_down") return shuffleAndFill();
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

    std::string prefix() const { return m_width == 4 ? "air_quad" : "air_simd"; }

    // The function that takes a thread's word from another one.
    std::string exchanger(const Shuffle& s) {
        exchange();
        const std::string name = fmt::format("{}_{}", prefix(), s.name);
        m_emitter.helpers().add(name, fmt::format("uint {}(uint v, uint n) {{ air_publish(v); uint l = gl_LocalInvocationIndex & {}u, s = "
                                                  "{} + (({}) & {}u); return s < uint(AIR_LOCAL_X * "
                                                  "AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }}",
                                                  name, m_width - 1, first(), shuffleSource(s, m_width), m_width - 1));
        return name;
    }

    bool finish(const Expr& e) {
        if (!e.text.empty()) m_emitter.bind(m_call, e);
        return !e.text.empty();
    }

    bool shuffle(const Shuffle& s) {
        const Expr lane = m_emitter.stable({Base::Uint, 1}, m_emitter.low32(m_call.getArgOperand(1)));
        return finish(throughWords(m_emitter, m_call.getArgOperand(0), exchanger(s), {lane}));
    }

    bool shuffleAndFill() {
        if (m_call.arg_size() < 4) return false;
        const Expr own{fmt::format("(gl_LocalInvocationIndex & {}u)", m_width - 1)};
        const FillSource source = fillSource(m_emitter, m_call, own, m_operation.ends_with("up"));
        const std::string function = exchanger(kShuffles[0]);
        const Expr data = throughWords(m_emitter, m_call.getArgOperand(0), function, {source.lane});
        const Expr filling = throughWords(m_emitter, m_call.getArgOperand(1), function, {source.lane});
        return finish(data.text.empty() ? data : ternary(source.isFilling, filling, data));
    }

    bool combine(const Combine& c) {
        const CombineKind kind = combineKind(c, m_call);
        if (!kind.type) return false;
        exchange();
        const std::string name = fmt::format("{}_{}_{}", prefix(), c.name, kind.type);
        const std::string load = kind.isFloat() ? "uintBitsToFloat(air_exchange[i])" : fmt::format("{}(air_exchange[i])", kind.type);
        const std::string bits = kind.isFloat() ? "floatBitsToUint" : "uint";
        const std::string end = c.range == LaneRange::Reduce          ? last()
                                : c.range == LaneRange::InclusiveScan ? "gl_LocalInvocationIndex + 1u"
                                                                      : "gl_LocalInvocationIndex";
        m_emitter.helpers().add(name,
                                fmt::format("{0} {1}({0} v, bool isActive) {{ {0} r = {2}; air_publish(isActive ? {3}(v) : {3}({2})); for "
                                            "(uint i = {4}; i < {5}; ++i) {{ {0} x = {6}; r = {7}; }} return r; }}",
                                            kind.type, name, kind.neutral, bits, first(), end, load, c.text));
        bindCombined(m_emitter, m_call, name, {m_emitter.activeMask()});
        return true;
    }

    // A word with a bit for each active thread whose flag is set.
    Expr ballot(const Expr& flag) {
        exchange();
        const std::string name = prefix() + "_ballot";
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
        const Expr lane = m_emitter.temporary({Base::Uint, 1}, call("uint", {call("findLSB", {ballot(m_emitter.activeMask())})}));
        return finish(throughWords(m_emitter, m_call.getArgOperand(0), exchanger(kShuffles[0]), {lane}));
    }

    // A * B + C of matrices whose elements are spread as simdgroup_matrix.h says: A and B meet in threadgroup memory, row by row.
    bool multiplyMatrices() {
        HelperLibrary& h = m_emitter.helpers();
        h.add(
            "air_matrix_mac",
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
