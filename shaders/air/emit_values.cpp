// Values: constants, aggregates, and the instructions that users look through.
#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Operator.h>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;

unsigned leafCount(const llvm::Type* type) {
    constexpr unsigned kMaxLeaves = 256;
    unsigned count = 0;
    if (const auto* s = llvm::dyn_cast<llvm::StructType>(type)) {
        for (const llvm::Type* member : s->elements()) count = std::min(count + leafCount(member), kMaxLeaves);
        return count;
    }
    if (const auto* a = llvm::dyn_cast<llvm::ArrayType>(type))
        return unsigned(std::min<uint64_t>(a->getNumElements() * leafCount(a->getElementType()), kMaxLeaves));
    return type->isVoidTy() ? 0 : 1;
}

const llvm::Type* leafType(const llvm::Type* type, unsigned leaf) {
    if (const auto* s = llvm::dyn_cast<llvm::StructType>(type)) {
        for (const llvm::Type* member : s->elements()) {
            const unsigned n = leafCount(member);
            if (leaf < n) return leafType(member, leaf);
            leaf -= n;
        }
    }
    if (const auto* a = llvm::dyn_cast<llvm::ArrayType>(type)) {
        const unsigned n = std::max(1U, leafCount(a->getElementType()));
        return leafType(a->getElementType(), leaf % n);
    }
    return type;
}

// First leaf of what `path` names inside `type`; `type` becomes the named part's.
static unsigned leafAt(const llvm::Type*& type, llvm::ArrayRef<unsigned> path) {
    unsigned at = 0;
    for (unsigned index : path) {
        if (const auto* s = llvm::dyn_cast<llvm::StructType>(type)) {
            for (unsigned m = 0; m < index; ++m) at += leafCount(s->getElementType(m));
            type = s->getElementType(index);
        } else if (const auto* a = llvm::dyn_cast<llvm::ArrayType>(type)) {
            at += index * leafCount(a->getElementType());
            type = a->getElementType();
        }
    }
    return at;
}

GlslType Emitter::typeOf(const llvm::Value* v) const {
    GlslType type = glslType(v->getType());
    if (type.base == Base::Uint64 && m_narrowing.isNarrow(v)) type.base = Base::Uint;
    return type;
}

static Expr scalarConstant(const llvm::Constant& c, bool isNarrow) {
    if (const auto* i = llvm::dyn_cast<llvm::ConstantInt>(&c)) {
        if (i->getBitWidth() == 1) return boolLiteral(i->isOne());
        if (i->getBitWidth() > 64) return uintLiteral(0);
        return i->getBitWidth() == 64 && !isNarrow ? uint64Literal(i->getZExtValue()) : uintLiteral(i->getZExtValue());
    }
    if (const auto* f = llvm::dyn_cast<llvm::ConstantFP>(&c)) {
        llvm::APFloat value = f->getValueAPF();
        bool isInexact = false;
        value.convert(llvm::APFloat::IEEEsingle(), llvm::APFloat::rmNearestTiesToEven, &isInexact);
        return floatLiteral(value.convertToFloat());
    }
    return {};
}

Expr Emitter::constant(const llvm::Constant& c, bool isNarrow) {
    GlslType type = glslType(c.getType());
    if (isNarrow && type.base == Base::Uint64) type.base = Base::Uint;
    if (type.base == Base::Void) {
        decline(c.getType()->isVectorTy() ? "wide-vector" : "type", "a constant without GLSL form");
        return {"0u"};
    }
    if (type.base == Base::Uint64) require("GL_ARB_gpu_shader_int64");
    if (llvm::isa<llvm::UndefValue>(c)) return zero(type);
    if (!type.isVector()) {
        Expr e = scalarConstant(c, isNarrow);
        if (e.text.empty()) decline("constant-expression");
        return e;
    }
    if (const llvm::Constant* splat = c.getSplatValue(true)) return call(type.name(), {constant(*splat, isNarrow)});
    std::vector<Expr> lanes;
    for (unsigned i = 0; i < type.lanes; ++i) {
        const llvm::Constant* element = c.getAggregateElement(i);
        if (!element) decline("constant-expression");
        lanes.push_back(element ? constant(*element, isNarrow) : uintLiteral(0));
    }
    return call(type.name(), lanes);
}

std::vector<Expr> Emitter::insertValue(const llvm::Instruction& i) {
    const auto& insert = llvm::cast<llvm::InsertValueInst>(i);
    std::vector<Expr> all = leaves(insert.getAggregateOperand());
    const llvm::Type* type = insert.getType();
    const unsigned at = leafAt(type, insert.getIndices());
    const std::vector<Expr> part = leaves(insert.getInsertedValueOperand());
    for (unsigned k = 0; k < part.size() && at + k < all.size(); ++k) all[at + k] = part[k];
    return all;
}

std::vector<Expr> Emitter::transparentLeaves(const llvm::Instruction& i) {
    if (const auto* extract = llvm::dyn_cast<llvm::ExtractValueInst>(&i)) {
        const std::vector<Expr> all = leaves(extract->getAggregateOperand());
        const llvm::Type* type = extract->getAggregateOperand()->getType();
        const unsigned at = leafAt(type, extract->getIndices()), count = leafCount(type);
        if (at + count > all.size()) return std::vector<Expr>(count, uintLiteral(0));
        return {all.begin() + at, all.begin() + at + count};
    }
    if (llvm::isa<llvm::InsertValueInst>(i)) return insertValue(i);
    if (const auto* extract = llvm::dyn_cast<llvm::ExtractElementInst>(&i)) {
        const auto index = unsigned(llvm::cast<llvm::ConstantInt>(extract->getIndexOperand())->getLimitedValue(255));
        return {lane(extract->getVectorOperand(), index)};
    }
    if (llvm::isa<llvm::ShuffleVectorInst>(i) || llvm::isa<llvm::InsertElementInst>(i)) return {vectorOf(&i)};
    if (i.getType()->isPointerTy()) return {m_addresses.resolve(&i).byteOffset()};
    if (i.getType()->isIntOrIntVectorTy() && !llvm::isa<llvm::FreezeInst>(i) && glslType(i.getType()).base != Base::Bool)
        return {low32(i.getOperand(0))};
    return leaves(i.getOperand(0));
}

std::vector<Expr> Emitter::leaves(const llvm::Value* v) {
    if (const auto* c = llvm::dyn_cast<llvm::Constant>(v)) {
        const unsigned count = leafCount(v->getType());
        if (v->getType()->isPointerTy()) return {m_addresses.resolve(v).byteOffset()};
        if (!v->getType()->isAggregateType()) return {constant(*c, false)};
        std::vector<Expr> all;
        for (unsigned leaf = 0; leaf < count; ++leaf) {
            const GlslType type = glslType(leafType(v->getType(), leaf));
            all.push_back(type.base == Base::Void ? uintLiteral(0) : zero(type));
        }
        if (!llvm::isa<llvm::UndefValue>(c) && !c->isNullValue()) {
            all.clear();
            for (unsigned e = 0; const llvm::Constant* element = c->getAggregateElement(e); ++e)
                for (Expr& x : leaves(element)) all.push_back(std::move(x));
        }
        return all;
    }
    const auto known = m_values.find(v);
    if (known != m_values.end()) return known->second;
    const auto* argument = llvm::dyn_cast<llvm::Argument>(v);
    if (argument && !v->getType()->isPointerTy()) return {m_io.argument(*argument)};
    if (argument) return {m_addresses.resolve(v).byteOffset()};
    const auto* i = llvm::dyn_cast<llvm::Instruction>(v);
    if (i && m_plan.isTransparent(*i)) return transparentLeaves(*i);
    if (i && i->getType()->isPointerTy()) return {m_addresses.resolve(v).byteOffset()};
    decline("instruction", i ? i->getOpcodeName() : "value");
    return {Expr{"0u"}};
}

Expr Emitter::value(const llvm::Value* v) {
    std::vector<Expr> all = leaves(v);
    return all.empty() ? Expr{"0u"} : all[0];
}

Expr Emitter::low32(const llvm::Value* v) {
    if (!v->getType()->isIntOrIntVectorTy(64)) return value(v);
    if (const auto* c = llvm::dyn_cast<llvm::Constant>(v)) return constant(*c, true);
    const GlslType type = typeOf(v);
    return type.base == Base::Uint ? value(v) : call(type.of(Base::Uint).name(), {value(v)});
}

Expr Emitter::wide(const llvm::Value* v) {
    require("GL_ARB_gpu_shader_int64");
    if (!m_capabilities.int64) decline("int64", "64-bit integers need GL_ARB_gpu_shader_int64");
    if (const auto* c = llvm::dyn_cast<llvm::Constant>(v)) return constant(*c, false);
    const GlslType type = typeOf(v);
    return type.base == Base::Uint64 ? value(v) : call(type.of(Base::Uint64).name(), {value(v)});
}

Expr Emitter::signedValue(const llvm::Value* v) {
    const GlslType type = typeOf(v);
    const unsigned bits = scalarBits(v->getType());
    if (type.base == Base::Uint64) return call(type.isVector() ? fmt::format("i64vec{}", type.lanes) : "int64_t", {wide(v)});
    const auto* number = llvm::dyn_cast<llvm::ConstantInt>(v);
    if (number && !number->isMinValue(true))
        return {std::to_string(number->getSExtValue()), number->isNegative() ? Precedence::Unary : Precedence::Primary};
    const Expr plain = call(type.of(Base::Int).name(), {low32(v)});
    if (bits >= 32) return plain;
    return call("bitfieldExtract", {plain, {"0"}, {std::to_string(bits)}});
}

Expr Emitter::roundedHalf(const llvm::Value* v) {
    Expr e = value(v);
    const auto* i = llvm::dyn_cast<llvm::Instruction>(v);
    // Only fast arithmetic is left unrounded (air.md 6.1).
    if (!isHalf(v->getType()) || !i || !llvm::isa<llvm::FPMathOperator>(i) || !i->isFast()) return e;
    return call(m_helpers.use("air_h", typeOf(v)), {e});
}

} // namespace air
