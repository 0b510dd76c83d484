// Mathematics, by table.
#include <fmt/format.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Operator.h>

#include <array>
#include <cctype>
#include <string_view>

#include "shaders/air/emitter.h"
#include "shaders/air/intrinsics.h"

namespace air {

using Base = GlslType::Base;

namespace {

struct Row {
    std::string_view family, precise, fast;
    bool is32Only;
};

constexpr Row kRows[] = {
#define MATH(family, precise, fast) {family, precise, fast, false},
#define MATH32(family, text) {family, text, "", true},
#include "shaders/air/intrinsics_math.inc"
#undef MATH
#undef MATH32
};

struct Alias {
    std::string_view llvm, family;
};

constexpr std::array kAliases = {
    Alias{"smin", "min.s"},   Alias{"smax", "max.s"},     Alias{"umin", "min.u"},
    Alias{"umax", "max.u"},   Alias{"abs", "abs.s"},      Alias{"ctlz", "clz"},
    Alias{"cttz", "ctz"},     Alias{"ctpop", "popcount"}, Alias{"bitreverse", "reverse_bits"},
    Alias{"minnum", "fmin"},  Alias{"maxnum", "fmax"},    Alias{"minimum", "fmin"},
    Alias{"maximum", "fmax"}, Alias{"nearbyint", "rint"}, Alias{"roundeven", "rint"},
};

// "air.fast_clamp.v4f32" gives "clamp", "air.clamp.s.i32" gives "clamp.s", "llvm.umin.i32" gives "min.u".
std::string familyOf(std::string_view name, bool& isFast) {
    const bool isLlvm = name.starts_with("llvm.");
    name.remove_prefix(isLlvm ? 5 : 4);
    isFast = name.starts_with("fast_");
    if (isFast) name.remove_prefix(5);
    if (isLlvm) {
        for (const Alias& a : kAliases)
            if (name.starts_with(a.llvm) && name.size() > a.llvm.size() && name[a.llvm.size()] == '.') return std::string(a.family);
    }
    const size_t dot = name.find('.');
    if (dot == std::string_view::npos) return std::string(name);
    const std::string_view first = name.substr(0, dot), rest = name.substr(dot + 1);
    if (rest.starts_with("s.") || rest.starts_with("u.")) return std::string(name.substr(0, dot + 2));
    return std::string(first);
}

// Fills a template in.
class Template {
public:
    Template(Emitter& emitter, const llvm::CallInst& call, std::string_view text) : m_emitter(emitter), m_call(call), m_text(text) {}

    Expr fill() {
        std::string out;
        for (size_t i = 0; i < m_text.size(); ++i) {
            if (m_text[i] == '@')
                out += helper(i);
            else if (m_text[i] == '$')
                out += operand(i);
            else
                out += m_text[i];
        }
        // Only a single call needs no parentheses around it.
        const bool isCall = m_text.back() == ')' && m_text.find(") ") == std::string_view::npos &&
                            (std::isalpha(static_cast<unsigned char>(m_text[0])) || m_text[0] == '@' || m_text[0] == '$');
        if (isCall || m_text == "$0") return {out, m_text == "$0" ? m_operands[0].precedence : Precedence::Primary};
        return {"(" + out + ")", Precedence::Primary};
    }

private:
    std::string helper(size_t& i) {
        const size_t end = m_text.find('(', i);
        const std::string_view name = m_text.substr(i + 1, end - i - 1);
        i = end - 1;
        return m_emitter.helpers().use(name, m_emitter.typeOf(&m_call));
    }

    std::string operand(size_t& i) {
        const char next = m_text[++i];
        if (next == 'T') return m_emitter.typeOf(&m_call).name();
        if (next == 'W') return std::to_string(scalarBits(m_call.getArgOperand(0)->getType()));
        if (next == 'F') return isHalf(m_call.getType()) ? "0.99951172" : isBfloat(m_call.getType()) ? "0.99609375" : "0.99999994";
        const bool isSigned = next == 'i';
        if (isSigned) ++i;
        const unsigned n = unsigned(m_text[i] - '0');
        if (n >= m_call.arg_size()) {
            m_emitter.decline("intrinsic", m_call.getCalledFunction()->getName().str());
            return "0";
        }
        const Expr& e = fetch(n, isSigned);
        const char after = i + 1 < m_text.size() ? m_text[i + 1] : ')';
        const size_t start = i - (isSigned ? 2 : 1);
        const char before = start > 0 ? m_text[start - 1] : '(';
        const bool isArgument =
            (after == ',' || after == ')') && (before == '(' || (before == ' ' && start > 1 && m_text[start - 2] == ','));
        return isArgument || m_text == "$0" ? e.text : e.in(Precedence::Primary);
    }

    const Expr& fetch(unsigned n, bool isSigned) {
        const unsigned slot = isSigned ? n + 4 : n;
        if (m_operands[slot].text.empty()) {
            const llvm::Value* v = m_call.getArgOperand(n);
            const bool isWide = v->getType()->isIntOrIntVectorTy(64);
            Expr e = isSigned ? m_emitter.signedValue(v) : isWide ? m_emitter.wide(v) : m_emitter.value(v);
            const std::string mark = fmt::format("${}{}", isSigned ? "i" : "", n);
            const bool isRepeated = m_text.find(mark) != m_text.rfind(mark);
            GlslType type = m_emitter.typeOf(v);
            if (isSigned) type = type.of(Base::Int);
            m_operands[slot] = isRepeated ? m_emitter.stable(type, e) : e;
        }
        return m_operands[slot];
    }

    Emitter& m_emitter;
    const llvm::CallInst& m_call;
    std::string_view m_text;
    std::array<Expr, 8> m_operands;
};

bool isFastCall(const llvm::CallInst& call) { return llvm::isa<llvm::FPMathOperator>(call) && (call.isFast() || call.hasNoNaNs()); }

void emitRow(Emitter& emitter, const llvm::CallInst& call, const Row& row, bool isFast) {
    const GlslType type = emitter.typeOf(&call);
    const unsigned bits = scalarBits(call.getType());
    const bool isInteger = call.getType()->isIntOrIntVectorTy();
    const std::string name = call.getCalledFunction()->getName().str();
    if (type.base == Base::Void) return emitter.decline("wide-vector", name);
    const bool isWide = isInteger && bits == 64;
    if (isWide && row.fast.empty()) return emitter.decline("int64-intrinsic", name);
    if (row.is32Only && bits != 32) return emitter.decline("narrow-intrinsic", name);
    const bool usesFast = isWide || (!isInteger && (isFast || isFastCall(call)) && !row.fast.empty());
    Expr e = Template(emitter, call, usesFast ? row.fast : row.precise).fill();
    if (isInteger && bits < 32 && bits > 1) e = binary(e, "&", uintLiteral((1U << bits) - 1U));
    if (isHalf(call.getType()) && !call.isFast()) e = air::call(emitter.helpers().use("air_h", type), {e});
    if (isBfloat(call.getType())) e = air::call(emitter.helpers().use("air_bf", type), {e});
    emitter.bind(call, e);
}

// sincos, modf and frexp return one value and store another through their second operand.
void emitTwoResults(Emitter& emitter, const llvm::CallInst& call, std::string_view family) {
    const GlslType type = emitter.typeOf(&call);
    const Expr x = emitter.stable(type, emitter.value(call.getArgOperand(0)));
    const Address out = emitter.addresses().resolve(call.getArgOperand(1));
    const auto storeFloat = [&](const Expr& e) { emitter.memory().storeValue(call.getType(), out, scalarBits(call.getType()) / 8, e); };
    if (family == "sincos") {
        storeFloat(air::call("cos", {x}));
        return emitter.bind(call, air::call("sin", {x}));
    }
    if (family == "modf") {
        const Expr whole = emitter.temporary(type, air::call("trunc", {x}));
        storeFloat(whole);
        return emitter.bind(call, binary(x, "-", whole));
    }
    const GlslType ints = type.of(Base::Int);
    const std::string exponent = emitter.temporary(ints, air::call(ints.name(), {Expr{"0"}})).text;
    const Expr mantissa = emitter.temporary(type, air::call("frexp", {x, {exponent}}));
    llvm::Type* word = llvm::Type::getInt32Ty(call.getContext());
    const llvm::Type* stored = type.isVector() ? llvm::FixedVectorType::get(word, type.lanes) : word;
    emitter.memory().storeValue(stored, out, 4, air::call(type.of(Base::Uint).name(), {Expr{exponent}}));
    emitter.bind(call, mantissa);
}

} // namespace

bool emitMath(Emitter& emitter, const llvm::CallInst& call, const std::string& name) {
    bool isFast = false;
    const std::string family = familyOf(name, isFast);
    if ((family == "sincos" || family == "modf" || family == "frexp") && call.arg_size() == 2)
        return emitTwoResults(emitter, call, family), true;
    if (family == "all" || family == "any") {
        const llvm::Value* v = call.getArgOperand(0);
        emitter.bind(call, v->getType()->isVectorTy() ? air::call(family, {emitter.value(v)}) : emitter.value(v));
        return true;
    }
    for (const Row& row : kRows)
        if (row.family == family) return emitRow(emitter, call, row, isFast), true;
    return false;
}

} // namespace air
