// Quadgroup operations of fragment functions: the four pixels whose derivatives are taken together. GL 4.5 has no way to hand a value to a
// neighbour but its derivative, which is exact for halves of words.
#include <fmt/format.h>
#include <llvm/IR/Instructions.h>

#include "shaders/air/emitter.h"
#include "shaders/air/intrinsics.h"
#include "shaders/air/simd_operations.h"

namespace air {

using Base = GlslType::Base;

namespace {

constexpr std::string_view kFamily = "air.quad_";
constexpr unsigned kWidth = 4;

// The words of lanes 0 to 3.
constexpr const char* kLanes = "uvec4 air_quad(uint v) {\n"
                               "    uint l = air_quad_index();\n"
                               "    vec2 across = vec2(v & 0xffffu, v >> 16);\n"
                               "    across += dFdxFine(across) * ((l & 1u) != 0u ? -1.0 : 1.0);\n"
                               "    vec4 rows = vec4(v & 0xffffu, v >> 16, across);\n"
                               "    rows += dFdyFine(rows) * ((l & 2u) != 0u ? -1.0 : 1.0);\n"
                               "    uvec4 own = uvec4(v, uint(across.x) | uint(across.y) << 16, uint(rows.x) | uint(rows.y) << 16, "
                               "uint(rows.z) | uint(rows.w) << 16);\n"
                               "    own = (l & 1u) != 0u ? own.yxwz : own;\n"
                               "    return (l & 2u) != 0u ? own.zwxy : own;\n"
                               "}";

class QuadCall {
public:
    QuadCall(Emitter& emitter, const llvm::CallInst& call, std::string_view operation)
        : m_emitter(emitter), m_call(call), m_operation(operation) {
        m_emitter.helpers().add("air_quad_index", kQuadIndexFunction);
        m_emitter.helpers().add("air_quad", kLanes);
    }

    bool emit() {
        if (m_operation == "all")
            return bind(call("all", {flags(isEverybody() ? operand(0) : binary(unary("!", mask()), "||", operand(0)))}));
        if (m_operation == "any") return bind(call("any", {flags(ofActive(operand(0)))}));
        if (m_operation == "ballot") return bind(number(ballot(ofActive(operand(0)))));
        if (m_operation == "active_threads_mask") return bind(number(ballot(mask())));
        if (m_operation == "is_first") return bind(binary({"air_quad_index()"}, "==", first()));
        if (m_operation == "broadcast_first") return bind(shuffled(kShuffles[0], 0, m_emitter.stable({Base::Uint, 1}, first())));
        if (m_operation == "shuffle_and_fill_up" || m_operation == "shuffle_and_fill_down") return shuffleAndFill();
        for (const Shuffle& s : kShuffles)
            if (m_operation == s.name && m_call.arg_size() > 1)
                return bind(shuffled(s, 0, m_emitter.stable({Base::Uint, 1}, m_emitter.low32(m_call.getArgOperand(1)))));
        for (const Combine& c : kCombines)
            if (m_operation == c.name) return combine(c);
        return false;
    }

private:
    Expr operand(unsigned n) const { return m_emitter.value(m_call.getArgOperand(n)); }

    bool bind(const Expr& e) {
        if (!e.text.empty()) m_emitter.bind(m_call, e);
        return !e.text.empty();
    }

    // The threads that are here, where not all of the quad may be (convergence.h).
    Expr mask() const { return m_emitter.activeMask(); }
    bool isEverybody() const { return mask().text == "true"; }
    Expr ofActive(const Expr& flag) const { return isEverybody() ? flag : binary(mask(), "&&", flag); }
    Expr first() { return isEverybody() ? uintLiteral(0) : call("uint", {call("findLSB", {ballot(mask())})}); }

    Expr flags(const Expr& flag) const { return call("notEqual", {call("air_quad", {call("uint", {flag})}), {"uvec4(0u)"}}); }

    // A set of threads, as wide as the call's type.
    Expr number(const Expr& bits) const {
        if (!m_call.getType()->isIntegerTy(64)) return bits;
        m_emitter.require("GL_ARB_gpu_shader_int64");
        return call("uint64_t", {bits});
    }

    Expr ballot(const Expr& flag) {
        m_emitter.helpers().add(
            "air_quad_ballot",
            "uint air_quad_ballot(bool v) { uvec4 q = air_quad(uint(v)); return q.x | q.y << 1 | q.z << 2 | q.w << 3; }");
        return call("air_quad_ballot", {flag});
    }

    Expr shuffled(const Shuffle& s, unsigned value, const Expr& lane) {
        const std::string name = fmt::format("air_quad_{}", s.name);
        m_emitter.helpers().add(name, fmt::format("uint {}(uint v, uint n) {{ uint l = air_quad_index(); return air_quad(v)[({}) & 3u]; }}",
                                                  name, shuffleSource(s, kWidth)));
        return throughWords(m_emitter, m_call.getArgOperand(value), name, {lane});
    }

    bool shuffleAndFill() {
        if (m_call.arg_size() < 4) return false;
        const FillSource source = fillSource(m_emitter, m_call, {"air_quad_index()"}, m_operation.ends_with("up"));
        const Expr data = shuffled(kShuffles[0], 0, source.lane), filling = shuffled(kShuffles[0], 1, source.lane);
        return bind(data.text.empty() ? data : ternary(source.isFilling, filling, data));
    }

    bool combine(const Combine& c) {
        const CombineKind kind = combineKind(c, m_call);
        if (!kind.type) return false;
        const std::string name = fmt::format("air_quad_{}_{}{}", c.name, kind.type, isEverybody() ? "" : "_of");
        const std::string value = isEverybody() ? "v" : fmt::format("isActive ? v : {}", kind.neutral);
        const char* end = c.range == LaneRange::Reduce          ? "4u"
                          : c.range == LaneRange::InclusiveScan ? "air_quad_index() + 1u"
                                                                : "air_quad_index()";
        m_emitter.helpers().add(
            name, fmt::format("{0} {1}({0} v{7}) {{ uvec4 q = air_quad({2}({8})); {0} r = {3}; for (uint i = 0u; i < {4}; ++i) {{ {0} x = "
                              "{5}(q[i]); r = {6}; }} return r; }}",
                              kind.type, name, kind.isFloat() ? "floatBitsToUint" : "uint", kind.neutral, end,
                              kind.isFloat() ? "uintBitsToFloat" : kind.type, c.text, isEverybody() ? "" : ", bool isActive", value));
        bindCombined(m_emitter, m_call, name, isEverybody() ? std::vector<Expr>{} : std::vector<Expr>{mask()});
        return true;
    }

    Emitter& m_emitter;
    const llvm::CallInst& m_call;
    std::string_view m_operation;
};

} // namespace

bool emitFragmentQuad(Emitter& emitter, const llvm::CallInst& call, const std::string& name) {
    if (emitter.entry().stage != Stage::Fragment) return false;
    const std::string_view all = name;
    if (all.starts_with("air.quad_is_helper_thread") || all.starts_with("air.simd_is_helper_thread"))
        return emitter.bind(call, Expr{"gl_HelperInvocation"}), true;
    if (!all.starts_with(kFamily)) return false;
    const std::string_view rest = all.substr(kFamily.size());
    return QuadCall(emitter, call, rest.substr(0, rest.find('.'))).emit();
}

} // namespace air
