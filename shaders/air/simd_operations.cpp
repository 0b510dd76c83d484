#include "shaders/air/simd_operations.h"

#include <fmt/format.h>
#include <llvm/IR/Instructions.h>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;

std::string shuffleSource(const Shuffle& shuffle, unsigned width) {
    std::string source = shuffle.source;
    if (const size_t at = source.find('W'); at != std::string::npos) source.replace(at, 1, fmt::format("{}u", width));
    return source;
}

CombineKind combineKind(const Combine& c, const llvm::CallInst& call) {
    const Base base = glslType(call.getType()).base;
    if (base == Base::Float && c.floats) return {"float", c.floats};
    if (base != Base::Uint) return {};
    const bool isSigned = call.getCalledFunction()->getName().contains(".s.");
    return isSigned ? CombineKind{"int", c.ints} : CombineKind{"uint", c.uints};
}

void bindCombined(Emitter& emitter, const llvm::CallInst& call, const std::string& function, const std::vector<Expr>& tail) {
    const llvm::Type* type = call.getType();
    const GlslType glsl = glslType(type), scalar = glsl.scalar();
    const bool isFloat = glsl.base == Base::Float, isSigned = !isFloat && call.getCalledFunction()->getName().contains(".s.");
    const unsigned bits = scalarBits(type);
    Expr value = isSigned ? emitter.signedValue(call.getArgOperand(0)) : emitter.value(call.getArgOperand(0));
    if (glsl.isVector()) value = emitter.stable(isSigned ? glsl.of(Base::Int) : glsl, value);
    std::vector<Expr> lanes;
    for (unsigned lane = 0; lane < glsl.lanes; ++lane) {
        std::vector<Expr> operands{glsl.isVector() ? member(value, lane) : value};
        operands.insert(operands.end(), tail.begin(), tail.end());
        Expr e = air::call(function, operands);
        if (isSigned) e = air::call("uint", {e});
        if (!isFloat && bits < 32) e = binary(e, "&", uintLiteral((1U << bits) - 1U));
        if (isHalf(type)) e = air::call(emitter.helpers().use("air_h", scalar), {e});
        if (isBfloat(type)) e = air::call(emitter.helpers().use("air_bf", scalar), {e});
        lanes.push_back(glsl.isVector() ? emitter.temporary(scalar, e) : e);
    }
    emitter.bind(call, lanes.size() == 1 ? lanes[0] : air::call(glsl.name(), lanes));
}

Expr throughWords(Emitter& emitter, const llvm::Value* value, const std::string& function, const std::vector<Expr>& tail) {
    const llvm::Type* type = value->getType();
    const bool isWide = type->isIntOrIntVectorTy(64);
    std::vector<Expr> words;
    for (const Expr& word : emitter.toWords(type, isWide ? emitter.wide(value) : emitter.value(value))) {
        std::vector<Expr> operands{word};
        operands.insert(operands.end(), tail.begin(), tail.end());
        words.push_back(emitter.temporary({Base::Uint, 1}, call(function, operands)));
    }
    if (words.size() > 4) return {};
    return emitter.fromWords(type, words.size() == 1 ? words[0] : call(fmt::format("uvec{}", words.size()), words), false);
}

FillSource fillSource(Emitter& emitter, const llvm::CallInst& call, const Expr& ownLane, bool isUp) {
    const GlslType word{Base::Uint, 1};
    const Expr delta = emitter.stable(word, emitter.low32(call.getArgOperand(2)));
    const Expr modulo = emitter.stable(word, emitter.low32(call.getArgOperand(3)));
    const Expr place = emitter.temporary(word, binary(ownLane, "&", binary(modulo, "-", uintLiteral(1))), "place");
    const Expr moved = binary(binary(place, isUp ? "-" : "+", delta), "&", binary(modulo, "-", uintLiteral(1)));
    const Expr isFilling = isUp ? binary(place, "<", delta) : binary(binary(place, "+", delta), ">=", modulo);
    return {emitter.temporary(word, binary(binary(ownLane, "-", place), "+", moved), "source"), isFilling};
}

} // namespace air
