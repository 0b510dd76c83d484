// Conversions that LLVM has instructions for; AIR's own are in intrinsics.cpp.
#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

#include "shaders/air/conversions.h"
#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;

Expr Emitter::cast(const llvm::CastInst& i) {
    const llvm::Value* from = i.getOperand(0);
    const GlslType type = typeOf(&i);
    const bool isFromBool = from->getType()->isIntOrIntVectorTy(1);
    switch (i.getOpcode()) {
    case llvm::Instruction::Trunc:
        if (type.base == Base::Bool) {
            const Expr bit = binary(low32(from), "&", uintLiteral(1));
            return type.isVector() ? call(type.name(), {bit}) : binary(bit, "!=", uintLiteral(0));
        }
        return masked(i.getType(), low32(from));
    case llvm::Instruction::ZExt:
        return call(type.name(), {isFromBool && type.base == Base::Uint64 ? call(type.of(Base::Uint).name(), {value(from)}) : value(from)});
    case llvm::Instruction::SExt: {
        const GlslType ints = type.of(Base::Int);
        const Expr extended = isFromBool ? unary("-", call(ints.name(), {value(from)})) : signedValue(from);
        if (type.base != Base::Uint64) return masked(i.getType(), call(type.name(), {extended}));
        return signExtended64(extended, type);
    }
    case llvm::Instruction::FPTrunc:
        return convert(*this, {i.getType(), true}, {from->getType(), true}, value(from));
    case llvm::Instruction::FPToSI:
        return convert(*this, {i.getType(), true}, {from->getType(), true}, roundedHalf(from));
    case llvm::Instruction::FPToUI:
        return convert(*this, {i.getType(), false}, {from->getType(), true}, roundedHalf(from));
    case llvm::Instruction::SIToFP:
    case llvm::Instruction::UIToFP:
        return convert(*this, {i.getType(), true}, {from->getType(), i.getOpcode() == llvm::Instruction::SIToFP}, value(from));
    case llvm::Instruction::BitCast:
        return bitcast(i);
    default:
        decline("instruction", i.getOpcodeName());
        return zero(type);
    }
}

// By words: of a number that GLSL widens itself Mesa 22.3 takes signed comparisons with constants wrong.
Expr Emitter::signExtended64(const Expr& number, GlslType type) {
    require("GL_ARB_gpu_shader_int64");
    m_helpers.add("air_sext", "uint64_t air_sext(int x) { return packUint2x32(uvec2(x, x >> 31)); }");
    if (type.isVector()) {
        std::string lanes;
        for (unsigned lane = 0; lane < type.lanes; ++lane) lanes += fmt::format("{}air_sext(x.{})", lane ? ", " : "", "xyzw"[lane]);
        m_helpers.add(fmt::format("air_sext {}", type.lanes),
                      fmt::format("{0} air_sext({1} x) {{ return {0}({2}); }}", type.name(), type.of(Base::Int).name(), lanes));
    }
    return call("air_sext", {number});
}

// Through 32-bit words, which both sides can be cut into.
Expr Emitter::bitcast(const llvm::CastInst& i) {
    const llvm::Value* from = i.getOperand(0);
    const bool isFromWords = glslType(from->getType()).base == Base::Uint && scalarBits(from->getType()) == 32;
    if (glslType(from->getType()).base == Base::Void || typeOf(&i).base == Base::Void) {
        decline("wide-vector", "bitcast");
        return zero(typeOf(&i));
    }
    if (isFromWords) return fromWords(i.getType(), value(from), false, m_narrowing.isNarrow(&i));
    const std::vector<Expr> words = toWords(from->getType(), value(from));
    if (words.size() == 1) return fromWords(i.getType(), words[0], false, m_narrowing.isNarrow(&i));
    if (words.size() > 4) decline("wide-vector", "bitcast");
    return fromWords(i.getType(), call(fmt::format("uvec{}", words.size()), words), false, m_narrowing.isNarrow(&i));
}

static Expr pick(const Expr& words, unsigned count, unsigned word) { return count == 1 ? words : member(words, word); }

Expr Emitter::fromWords(const llvm::Type* llvmType, const Expr& words, bool isFloat, bool isNarrow) {
    const GlslType type = glslType(llvmType);
    const unsigned bits = scalarBits(llvmType), count = (bits * type.lanes + 31) / 32;
    if (type.base == Base::Bool) return binary(binary(words, "&", uintLiteral(1)), "!=", uintLiteral(0));
    if (bits == 32) {
        if (type.base == Base::Float) return isFloat ? words : call("uintBitsToFloat", {words});
        return isFloat ? call("floatBitsToUint", {words}) : words;
    }
    if (type.base == Base::Uint64) {
        if (isNarrow) return type.isVector() ? swizzle(words, "xz") : member(words, 0);
        require("GL_ARB_gpu_shader_int64");
        if (!type.isVector()) return call("packUint2x32", {words});
        const Expr w = stable({Base::Uint, uint8_t(count)}, words);
        return call(type.name(), {call("packUint2x32", {swizzle(w, "xy")}), call("packUint2x32", {swizzle(w, "zw")})});
    }
    const Expr w = type.isVector() || count > 1 ? stable({Base::Uint, uint8_t(count)}, words) : words;
    std::vector<Expr> lanes;
    for (unsigned lane = 0; lane < type.lanes; ++lane) {
        const Expr word = pick(w, count, lane * bits / 32);
        if (isHalf(llvmType)) {
            const bool isPair = lane + 1 < type.lanes;
            const Expr pair = call("unpackHalf2x16", {word});
            lanes.push_back(isPair ? pair : member(pair, 0));
            lane += isPair ? 1 : 0;
        } else if (isBfloat(llvmType)) {
            const Expr high = lane % 2 ? binary(word, "&", uintLiteral(0xffff0000U)) : binary(word, "<<", uintLiteral(16));
            lanes.push_back(call("uintBitsToFloat", {high}));
        } else {
            const unsigned shift = lane * bits % 32;
            const Expr shifted = shift ? binary(word, ">>", uintLiteral(shift)) : word;
            lanes.push_back(shift + bits == 32 ? shifted : masked(llvmType, shifted));
        }
    }
    return lanes.size() == 1 ? lanes[0] : call(type.name(), lanes);
}

// The low 16 bits hold the value of a single half or bfloat.
std::vector<Expr> Emitter::toWords(const llvm::Type* llvmType, const Expr& value) {
    const GlslType type = glslType(llvmType);
    const unsigned bits = scalarBits(llvmType);
    if (type.base == Base::Bool) return {call("uint", {value})};
    auto laneOf = [&](const Expr& e, unsigned lane) { return type.isVector() ? member(e, lane) : e; };
    std::vector<Expr> words;
    if (bits == 32) {
        const Expr all = type.base == Base::Float ? call("floatBitsToUint", {value}) : value;
        if (!type.isVector()) return {all};
        const Expr v = stable(type.of(Base::Uint), all);
        for (unsigned lane = 0; lane < type.lanes; ++lane) words.push_back(member(v, lane));
        return words;
    }
    const Expr v = stable(type, value);
    if (type.base == Base::Uint64) {
        for (unsigned lane = 0; lane < type.lanes; ++lane) {
            const Expr halves = stable({Base::Uint, 2}, call("unpackUint2x32", {laneOf(v, lane)}));
            words.push_back(member(halves, 0));
            words.push_back(member(halves, 1));
        }
        return words;
    }
    const unsigned perWord = 32 / bits;
    for (unsigned first = 0; first < type.lanes; first += perWord) {
        if (isHalf(llvmType)) {
            const Expr second = first + 1 < type.lanes ? laneOf(v, first + 1) : Expr{"0.0"};
            words.push_back(call("packHalf2x16", {call("vec2", {laneOf(v, first), second})}));
            continue;
        }
        Expr word;
        for (unsigned lane = first; lane < type.lanes && lane < first + perWord; ++lane) {
            Expr part = laneOf(v, lane);
            if (isBfloat(llvmType))
                part = binary(call("floatBitsToUint", {call(m_helpers.use("air_bf", {Base::Float, 1}), {part})}), ">>", uintLiteral(16));
            if (lane > first) part = binary(part, "<<", uintLiteral((lane - first) * bits));
            word = word.text.empty() ? part : binary(word, "|", part);
        }
        words.push_back(word);
    }
    return words;
}

} // namespace air
