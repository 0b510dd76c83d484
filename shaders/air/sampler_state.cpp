#include "shaders/air/sampler_state.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/Operator.h>

#include <array>
#include <bit>
#include <cmath>

namespace air {

namespace {

uint64_t field(uint64_t word, unsigned low, unsigned bits) { return word >> low & ((1ULL << bits) - 1); }

// MTLSamplerAddressMode of the literal's numbering.
uint8_t addressMode(uint64_t code) {
    static constexpr std::array<uint8_t, 8> kModes = {
        4 /* clamp to zero */, 0 /* edge */, 2 /* repeat */, 3 /* mirror */, 5 /* border */, 0, 0, 0};
    return kModes[code & 7U];
}

// MTLCompareFunction: never, less, equal, lessEqual, greater, notEqual, greaterEqual, always.
uint8_t compareFunction(uint64_t code) {
    static constexpr std::array<uint8_t, 9> kFunctions = {0, 1, 3, 4, 6, 2, 5, 7, 0};
    return code < kFunctions.size() ? kFunctions[code] : uint8_t(0);
}

float halfToFloat(uint64_t bits) {
    const auto exponent = int(bits >> 10 & 31U);
    const auto mantissa = float(bits & 1023U) / 1024.0F;
    const float magnitude = exponent == 0    ? std::ldexp(mantissa, -14)
                            : exponent == 31 ? 65504.0F
                                             : std::ldexp(1.0F + mantissa, exponent - 15);
    return bits & 0x8000U ? -magnitude : magnitude;
}

uint64_t wordOf(const llvm::Constant* c) {
    const auto* i = llvm::dyn_cast_or_null<llvm::ConstantInt>(c);
    return i ? i->getLimitedValue() : 0;
}

} // namespace

ConstexprSampler decodeSampler(uint64_t word, uint64_t second, bool isOneWord) {
    ConstexprSampler s;
    s.s = addressMode(field(word, 0, 3));
    s.t = addressMode(field(word, 3, 3));
    s.r = addressMode(field(word, 6, 3));
    s.magFilter = uint8_t(field(word, 9, 2) ? 1 : 0);
    s.minFilter = uint8_t(field(word, 11, 2) ? 1 : 0);
    s.mipFilter = uint8_t(field(word, 13, 2));
    s.pixelCoordinates = field(word, 15, 1) != 0;
    const uint64_t compare = field(word, 16, 4);
    s.hasCompare = compare != 0 && compare != 8; // 8 is the default and means none
    s.compare = compareFunction(compare);
    s.maxAnisotropy = uint8_t(field(word, 20, 4) + 1);
    s.lodMin = halfToFloat(field(word, 24, 16));
    s.lodMax = halfToFloat(field(word, 40, 16));
    s.border = uint8_t(field(word, 56, 2));
    // Words of AIR 1.x carry a maximum of 0 and mean no limit.
    if (isOneWord && s.lodMax == 0.0F && word >> 63) s.lodMax = 1000.0F;
    s.lodBias = std::bit_cast<float>(uint32_t(second));
    return s;
}

std::optional<ConstexprSampler> constexprSampler(const llvm::Value* operand) {
    operand = operand->stripPointerCasts();
    if (const auto* global = llvm::dyn_cast<llvm::GlobalVariable>(operand)) {
        if (!global->hasInitializer()) return std::nullopt;
        const llvm::Constant* initial = global->getInitializer();
        if (!initial->getType()->isArrayTy()) return decodeSampler(wordOf(initial), 0, true);
        return decodeSampler(wordOf(initial->getAggregateElement(0U)), wordOf(initial->getAggregateElement(1U)), false);
    }
    if (llvm::Operator::getOpcode(operand) == llvm::Instruction::IntToPtr)
        if (const auto* word = llvm::dyn_cast<llvm::ConstantInt>(llvm::cast<llvm::User>(operand)->getOperand(0)))
            return decodeSampler(word->getLimitedValue(), 0, true);
    return std::nullopt;
}

} // namespace air
