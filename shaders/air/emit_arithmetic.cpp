// Arithmetic, comparisons and selects. Integers narrower than 32 bits keep their unused high bits zero.
#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;
using llvm::Instruction;

Expr Emitter::masked(const llvm::Type* type, const Expr& e) {
    const unsigned bits = scalarBits(type);
    if (bits >= 32) return e;
    return binary(e, "&", uintLiteral((1U << bits) - 1U));
}

Expr Emitter::booleanArithmetic(const llvm::BinaryOperator& i) {
    const GlslType type = typeOf(&i);
    const Expr a = value(i.getOperand(0)), b = value(i.getOperand(1));
    const auto* right = llvm::dyn_cast<llvm::Constant>(i.getOperand(1));
    const bool isNot = i.getOpcode() == Instruction::Xor && right && right->isAllOnesValue();
    if (isNot) return type.isVector() ? call("not", {a}) : unary("!", a);
    if (type.isVector()) {
        const std::string words = type.of(Base::Uint).name();
        const char* op = i.getOpcode() == Instruction::And || i.getOpcode() == Instruction::Mul ? "&"
                         : i.getOpcode() == Instruction::Or                                     ? "|"
                                                                                                : "^";
        return call(type.name(), {binary(call(words, {a}), op, call(words, {b}))});
    }
    switch (i.getOpcode()) {
    case Instruction::And:
    case Instruction::Mul:
        return binary(a, "&&", b);
    case Instruction::Or:
        return binary(a, "||", b);
    case Instruction::Xor:
    case Instruction::Add:
    case Instruction::Sub:
        return binary(a, "!=", b);
    default:
        decline("instruction", "boolean arithmetic");
        return a;
    }
}

static const char* operatorOf(unsigned opcode) {
    switch (opcode) {
    case Instruction::Add:
    case Instruction::FAdd:
        return "+";
    case Instruction::Sub:
    case Instruction::FSub:
        return "-";
    case Instruction::Mul:
    case Instruction::FMul:
        return "*";
    case Instruction::FDiv:
    case Instruction::UDiv:
        return "/";
    case Instruction::URem:
        return "%";
    case Instruction::And:
        return "&";
    case Instruction::Or:
        return "|";
    case Instruction::Xor:
        return "^";
    case Instruction::Shl:
        return "<<";
    default:
        return ">>";
    }
}

static bool isNonZeroConstant(const llvm::Value* v) {
    const auto* c = llvm::dyn_cast<llvm::Constant>(v);
    const auto* splat = c && c->getType()->isVectorTy() ? c->getSplatValue() : c;
    return splat && llvm::isa<llvm::ConstantInt>(splat) && !splat->isNullValue() && !splat->isAllOnesValue();
}

Expr Emitter::division(const llvm::BinaryOperator& i) {
    const unsigned op = i.getOpcode();
    const GlslType type = typeOf(&i);
    const bool isWide = type.base == Base::Uint64;
    if (op == Instruction::UDiv || op == Instruction::URem) {
        const Expr a = isWide ? wide(i.getOperand(0)) : low32(i.getOperand(0)), b = isWide ? wide(i.getOperand(1)) : low32(i.getOperand(1));
        if (isNonZeroConstant(i.getOperand(1))) return binary(a, operatorOf(op), b);
        return call(m_helpers.use(op == Instruction::UDiv ? "air_udiv" : "air_urem", type), {a, b});
    }
    // Where both operands fit 32 bits the division has 32, even if they themselves are kept in 64.
    const auto operand = [&](const llvm::Value* v) {
        const bool isNarrowed = !isWide && v->getType()->isIntOrIntVectorTy(64);
        return isNarrowed ? call(type.of(Base::Int).name(), {low32(v)}) : signedValue(v);
    };
    const Expr a = operand(i.getOperand(0)), b = operand(i.getOperand(1));
    if (isWide) {
        if (type.isVector()) decline("int64", "signed vector division");
        const char* name = op == Instruction::SDiv ? "air_sdiv64" : "air_srem64";
        m_helpers.add("air_sdiv64", "int64_t air_sdiv64(int64_t a, int64_t b) { return b == 0l ? 0l : b == -1l ? -a : a / b; }");
        m_helpers.add("air_srem64", "int64_t air_srem64(int64_t a, int64_t b) { return b == 0l || b == -1l ? 0l : a - b * (a / b); }");
        return call("uint64_t", {call(name, {a, b})});
    }
    const Expr result = call(m_helpers.use(op == Instruction::SDiv ? "air_sdiv" : "air_srem", type.of(Base::Int)), {a, b});
    return masked(i.getType(), call(type.name(), {result}));
}

Expr Emitter::wideArithmetic(const llvm::BinaryOperator& i) {
    const Expr a = wide(i.getOperand(0));
    switch (i.getOpcode()) {
    case Instruction::Shl:
    case Instruction::LShr:
        return binary(a, operatorOf(i.getOpcode()), low32(i.getOperand(1)));
    case Instruction::AShr:
        return call(typeOf(&i).name(), {binary(signedValue(i.getOperand(0)), ">>", low32(i.getOperand(1)))});
    default:
        return binary(a, operatorOf(i.getOpcode()), wide(i.getOperand(1)));
    }
}

Expr Emitter::floatArithmetic(const llvm::BinaryOperator& i) {
    const GlslType type = typeOf(&i);
    const Expr a = value(i.getOperand(0)), b = value(i.getOperand(1));
    const auto* left = llvm::dyn_cast<llvm::Constant>(i.getOperand(0));
    // How older producers write a negation.
    if (i.getOpcode() == Instruction::FSub && left && left->isNegativeZeroValue()) return unary("-", b);
    Expr e = i.getOpcode() == Instruction::FRem ? call(m_helpers.use("air_fmod", type), {a, b}) : binary(a, operatorOf(i.getOpcode()), b);
    if (isBfloat(i.getType())) return call(m_helpers.use("air_bf", type), {e});
    // Precise half arithmetic rounds at once; fast arithmetic where the value is stored or converted (air.md 6.1).
    if (isHalf(i.getType()) && !i.isFast()) return call(m_helpers.use("air_h", type), {e});
    return e;
}

Expr Emitter::arithmetic(const llvm::BinaryOperator& i) {
    const GlslType type = typeOf(&i);
    if (type.base == Base::Bool) return booleanArithmetic(i);
    if (type.base == Base::Float) return floatArithmetic(i);
    switch (i.getOpcode()) {
    case Instruction::UDiv:
    case Instruction::URem:
    case Instruction::SDiv:
    case Instruction::SRem:
        return division(i);
    default:
        break;
    }
    if (type.base == Base::Uint64) return wideArithmetic(i);
    const Expr a = low32(i.getOperand(0)), b = low32(i.getOperand(1));
    const auto* left = llvm::dyn_cast<llvm::Constant>(i.getOperand(0));
    const auto* right = llvm::dyn_cast<llvm::Constant>(i.getOperand(1));
    const char* op = operatorOf(i.getOpcode());
    switch (i.getOpcode()) {
    case Instruction::And:
    case Instruction::LShr:
    case Instruction::Or:
        return binary(a, op, b);
    case Instruction::Xor:
        if (right && right->isAllOnesValue()) return masked(i.getType(), unary("~", a));
        return binary(a, op, b);
    case Instruction::AShr:
        return masked(i.getType(), call(type.name(), {binary(signedValue(i.getOperand(0)), ">>", b)}));
    case Instruction::Sub:
        if (left && left->isNullValue()) return masked(i.getType(), unary("-", b));
        return masked(i.getType(), binary(a, op, b));
    case Instruction::Add: {
        const auto* c = llvm::dyn_cast_or_null<llvm::ConstantInt>(right);
        if (c && c->isNegative() && !c->isMinSignedValue() && c->getBitWidth() >= 32)
            return binary(a, "-", uintLiteral(uint64_t(-c->getSExtValue())));
        return masked(i.getType(), binary(a, op, b));
    }
    default:
        return masked(i.getType(), binary(a, op, b));
    }
}

static const char* comparisonOf(llvm::CmpInst::Predicate p) {
    using P = llvm::CmpInst;
    switch (p) {
    case P::ICMP_EQ:
    case P::FCMP_OEQ:
    case P::FCMP_UEQ:
        return "==";
    case P::ICMP_NE:
    case P::FCMP_ONE:
    case P::FCMP_UNE:
        return "!=";
    case P::ICMP_UGT:
    case P::ICMP_SGT:
    case P::FCMP_OGT:
    case P::FCMP_UGT:
        return ">";
    case P::ICMP_UGE:
    case P::ICMP_SGE:
    case P::FCMP_OGE:
    case P::FCMP_UGE:
        return ">=";
    case P::ICMP_ULT:
    case P::ICMP_SLT:
    case P::FCMP_OLT:
    case P::FCMP_ULT:
        return "<";
    default:
        return "<=";
    }
}

static Expr comparison(const char* op, GlslType type, const Expr& a, const Expr& b) {
    if (!type.isVector()) return binary(a, op, b);
    const std::string_view text = op;
    const char* name = text == "=="   ? "equal"
                       : text == "!=" ? "notEqual"
                       : text == ">"  ? "greaterThan"
                       : text == ">=" ? "greaterThanEqual"
                       : text == "<"  ? "lessThan"
                                      : "lessThanEqual";
    return call(name, {a, b});
}

static Expr negated(GlslType type, const Expr& e) { return type.isVector() ? call("not", {e}) : unary("!", e); }

// Unordered predicates are the negation of the opposite ordered one, so that NaN takes the right side (air.md 6.3).
Expr Emitter::compareFloats(const llvm::CmpInst& i) {
    using P = llvm::CmpInst;
    const auto p = i.getPredicate();
    const GlslType type = typeOf(i.getOperand(0));
    const Expr a = roundedHalf(i.getOperand(0)), b = roundedHalf(i.getOperand(1));
    const bool noNan = i.hasNoNaNs();
    switch (p) {
    case P::FCMP_FALSE:
        return zero(type.of(Base::Bool));
    case P::FCMP_TRUE:
        return negated(type, zero(type.of(Base::Bool)));
    case P::FCMP_UGT:
        return noNan ? comparison(">", type, a, b) : negated(type, comparison("<=", type, a, b));
    case P::FCMP_UGE:
        return noNan ? comparison(">=", type, a, b) : negated(type, comparison("<", type, a, b));
    case P::FCMP_ULT:
        return noNan ? comparison("<", type, a, b) : negated(type, comparison(">=", type, a, b));
    case P::FCMP_ULE:
        return noNan ? comparison("<=", type, a, b) : negated(type, comparison(">", type, a, b));
    case P::FCMP_ONE:
    case P::FCMP_UEQ:
        if (noNan) break;
        [[fallthrough]];
    case P::FCMP_ORD:
    case P::FCMP_UNO: {
        const Expr x = stable(type, a), y = stable(type, b);
        const bool isNanTest = p == P::FCMP_ORD || p == P::FCMP_UNO;
        const Expr left = isNanTest ? call("isnan", {x}) : comparison("<", type, x, y);
        const Expr right = isNanTest ? call("isnan", {y}) : comparison(">", type, x, y);
        const std::string words = type.of(Base::Uint).name();
        const Expr either = type.isVector() ? call(type.of(Base::Bool).name(), {binary(call(words, {left}), "|", call(words, {right}))})
                                            : binary(left, "||", right);
        return p == P::FCMP_ORD || p == P::FCMP_UEQ ? negated(type, either) : either;
    }
    default:
        break;
    }
    return comparison(comparisonOf(p), type, a, b);
}

// Pointers into one storage compare by offset. A pointer with a storage names a bound resource, so it is not null; whether two bindings
// hold the same buffer cannot be told.
static bool isBuffer(const Address& a) {
    return a.storage && (a.storage->kind == Storage::Kind::Block || a.storage->kind == Storage::Kind::Uniform);
}

Expr Emitter::placeEntry(uint32_t index) {
    if (!m_reflection.usesBufferPlace) declare(fmt::format("uniform uvec2 {}_place[{}];", prefix(), infoEntries()));
    m_reflection.usesBufferPlace = true;
    return {fmt::format("{}_place[{}]", prefix(), infoEntry(index))};
}

Expr Emitter::isHandleNil(uint32_t index) { return binary(member(placeEntry(index), 0), "==", uintLiteral(0)); }

// Which buffer is bound, and the byte offset in it.
Expr Emitter::placeOf(const Address& address) {
    const Expr place = placeEntry(address.storage->metalIndex);
    const bool isStart = address.terms.empty() && address.constant == 0;
    return isStart ? place : binary(place, "+", call("uvec2", {uintLiteral(0), address.byteOffset()}));
}

Expr Emitter::isNull(const Address& address) {
    if (!address.storage) return boolLiteral(true);
    return isBuffer(address) ? binary(member(placeOf({address.storage, 0, {}}), 0), "==", uintLiteral(0)) : boolLiteral(false);
}

// An argument is null when nothing is bound to it; two arguments are equal when they lead to one place of one buffer.
Expr Emitter::comparePointers(const llvm::CmpInst& i) {
    const Address a = m_addresses.resolve(i.getOperand(0)), b = m_addresses.resolve(i.getOperand(1));
    if (a.storage && a.storage == b.storage) return binary(a.byteOffset(), comparisonOf(i.getPredicate()), b.byteOffset());
    if (!i.isEquality()) decline("pointer-compare", "the order of different memories");
    const Expr isEqual = !a.storage || !b.storage           ? isNull(a.storage ? a : b)
                         : isBuffer(a) && isBuffer(b)       ? binary(placeOf(a), "==", placeOf(b))
                                                            : boolLiteral(false);
    return i.getPredicate() == llvm::CmpInst::ICMP_EQ ? isEqual : unary("!", isEqual);
}

Expr Emitter::compare(const llvm::CmpInst& i) {
    const llvm::Value *left = i.getOperand(0), *right = i.getOperand(1);
    if (left->getType()->isPointerTy()) return comparePointers(i);
    if (llvm::isa<llvm::FCmpInst>(i)) return compareFloats(i);
    const GlslType type = typeOf(left);
    const char* op = comparisonOf(i.getPredicate());
    if (type.base == Base::Bool) {
        if (!i.isEquality()) decline("instruction", "ordered comparison of booleans");
        return comparison(op, type, value(left), value(right));
    }
    if (scalarBits(left->getType()) == 64) {
        const bool isUnsigned = m_narrowing.fitsUnsigned(left) && m_narrowing.fitsUnsigned(right);
        const bool isSigned = m_narrowing.fitsSigned(left) && m_narrowing.fitsSigned(right);
        const GlslType words = type.of(Base::Uint);
        if (isUnsigned || (isSigned && !i.isSigned())) return comparison(op, words, low32(left), low32(right));
        if (isSigned)
            return comparison(op, words, call(type.of(Base::Int).name(), {low32(left)}), call(type.of(Base::Int).name(), {low32(right)}));
        if (i.isSigned()) {
            const std::string name = type.isVector() ? fmt::format("i64vec{}", type.lanes) : "int64_t";
            return comparison(op, type, call(name, {wide(left)}), call(name, {wide(right)}));
        }
        return comparison(op, type, wide(left), wide(right));
    }
    if (i.isSigned()) return comparison(op, type, signedValue(left), signedValue(right));
    return comparison(op, type, low32(left), low32(right));
}

std::vector<Expr> Emitter::select(const llvm::SelectInst& i) {
    if (i.getType()->isPointerTy() && m_textures.isHandle(i.getTrueValue())) {
        decline("texture-select");
        return {uintLiteral(0)};
    }
    Expr condition = value(i.getCondition());
    const bool isNarrow = m_narrowing.isNarrow(&i);
    const std::vector<Expr> yes = isNarrow ? std::vector<Expr>{low32(i.getTrueValue())} : leaves(i.getTrueValue());
    const std::vector<Expr> no = isNarrow ? std::vector<Expr>{low32(i.getFalseValue())} : leaves(i.getFalseValue());
    if (yes.size() > 1) condition = stable({Base::Bool, 1}, condition);
    std::vector<Expr> out;
    for (size_t n = 0; n < yes.size() && n < no.size(); ++n) {
        const bool isLanewise = i.getCondition()->getType()->isVectorTy();
        if (isLanewise)
            out.push_back(call("mix", {no[n], yes[n], condition}));
        else if (yes[n].text == "true")
            out.push_back(binary(condition, "||", no[n]));
        else if (no[n].text == "false")
            out.push_back(binary(condition, "&&", yes[n]));
        else
            out.push_back(ternary(condition, yes[n], no[n]));
    }
    return out;
}

} // namespace air
