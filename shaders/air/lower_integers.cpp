#include "shaders/air/lower_integers.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Intrinsics.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/PatternMatch.h>

#include <array>
#include <string_view>
#include <vector>

namespace air {

namespace {

using llvm::Value;
using llvm::Intrinsic::ID;

// One call: its operands, its width, and the arithmetic that the rows below are made of. Every formula works on scalars and vectors.
class Lowering {
public:
    Lowering(llvm::CallInst& call, bool isSigned) : m_builder(&call), m_call(call), m_isSigned(isSigned) {
        m_type = call.arg_size() ? call.getArgOperand(0)->getType() : call.getType();
        m_bits = m_type->getScalarSizeInBits();
    }

    llvm::IRBuilder<>& ir() { return m_builder; }
    Value* arg(unsigned n) const { return m_call.getArgOperand(n); }
    llvm::Type* type() const { return m_type; }
    unsigned bits() const { return m_bits; }
    bool isSigned() const { return m_isSigned; }
    const llvm::CallInst& call() const { return m_call; }

    Value* constant(uint64_t v) { return llvm::ConstantInt::get(m_type, llvm::APInt(m_bits, v, false)); }
    Value* highest() {
        return llvm::ConstantInt::get(m_type, m_isSigned ? llvm::APInt::getSignedMaxValue(m_bits) : llvm::APInt::getMaxValue(m_bits));
    }
    Value* zero() { return llvm::Constant::getNullValue(m_type); }
    Value* isNegative(Value* v) { return m_builder.CreateICmpSLT(v, llvm::Constant::getNullValue(v->getType())); }
    Value* less(Value* a, Value* b) { return m_isSigned ? m_builder.CreateICmpSLT(a, b) : m_builder.CreateICmpULT(a, b); }
    Value* minimum(Value* a, Value* b) {
        return m_builder.CreateBinaryIntrinsic(m_isSigned ? llvm::Intrinsic::smin : llvm::Intrinsic::umin, a, b);
    }
    Value* maximum(Value* a, Value* b) {
        return m_builder.CreateBinaryIntrinsic(m_isSigned ? llvm::Intrinsic::smax : llvm::Intrinsic::umax, a, b);
    }
    Value* shiftRight(Value* v, Value* n) { return m_isSigned ? m_builder.CreateAShr(v, n) : m_builder.CreateLShr(v, n); }
    llvm::Type* widened(unsigned bits) { return m_type->getWithNewBitWidth(bits); }
    Value* extended(Value* v, llvm::Type* type) { return m_isSigned ? m_builder.CreateSExt(v, type) : m_builder.CreateZExt(v, type); }
    // A shift count of any integer type as the operands' type, a splat for vectors.
    Value* asType(Value* v) {
        Value* n = m_builder.CreateZExtOrTrunc(v, m_type->getScalarType()->getWithNewBitWidth(m_bits));
        if (!v->getType()->isVectorTy() && m_type->isVectorTy())
            return m_builder.CreateVectorSplat(llvm::cast<llvm::FixedVectorType>(m_type)->getNumElements(), n);
        return n;
    }

private:
    llvm::IRBuilder<> m_builder;
    llvm::CallInst& m_call;
    bool m_isSigned;
    llvm::Type* m_type = nullptr;
    unsigned m_bits = 0;
};

// What a saturated signed result is: MAX, or MIN when the first operand is negative.
Value* signedLimit(Lowering& l) { return l.ir().CreateXor(l.ir().CreateAShr(l.arg(0), l.constant(l.bits() - 1)), l.highest()); }

Value* addOverflows(Lowering& l, Value* sum) {
    llvm::IRBuilder<>& ir = l.ir();
    if (!l.isSigned()) return ir.CreateICmpULT(sum, l.arg(0));
    return l.isNegative(ir.CreateAnd(ir.CreateXor(l.arg(0), sum), ir.CreateXor(l.arg(1), sum)));
}

Value* subOverflows(Lowering& l, Value* difference) {
    llvm::IRBuilder<>& ir = l.ir();
    if (!l.isSigned()) return ir.CreateICmpULT(l.arg(0), l.arg(1));
    return l.isNegative(ir.CreateAnd(ir.CreateXor(l.arg(0), l.arg(1)), ir.CreateXor(l.arg(0), difference)));
}

Value* addSat(Lowering& l) {
    Value* sum = l.ir().CreateAdd(l.arg(0), l.arg(1));
    return l.ir().CreateSelect(addOverflows(l, sum), l.isSigned() ? signedLimit(l) : l.highest(), sum);
}

Value* subSat(Lowering& l) {
    Value* difference = l.ir().CreateSub(l.arg(0), l.arg(1));
    return l.ir().CreateSelect(subOverflows(l, difference), l.isSigned() ? signedLimit(l) : l.zero(), difference);
}

Value* halvingAdd(Lowering& l) {
    llvm::IRBuilder<>& ir = l.ir();
    return ir.CreateAdd(ir.CreateAnd(l.arg(0), l.arg(1)), l.shiftRight(ir.CreateXor(l.arg(0), l.arg(1)), l.constant(1)));
}

Value* roundingHalvingAdd(Lowering& l) {
    llvm::IRBuilder<>& ir = l.ir();
    return ir.CreateSub(ir.CreateOr(l.arg(0), l.arg(1)), l.shiftRight(ir.CreateXor(l.arg(0), l.arg(1)), l.constant(1)));
}

// The high half of a 64-bit product from four 32-bit ones.
Value* wideMulHi(Lowering& l) {
    llvm::IRBuilder<>& ir = l.ir();
    Value *a = l.arg(0), *b = l.arg(1), *low = l.constant(0xffffffffU), *half = l.constant(32);
    Value *aLow = ir.CreateAnd(a, low), *aHigh = ir.CreateLShr(a, half), *bLow = ir.CreateAnd(b, low), *bHigh = ir.CreateLShr(b, half);
    Value* middle = ir.CreateAdd(ir.CreateMul(aHigh, bLow), ir.CreateLShr(ir.CreateMul(aLow, bLow), half));
    Value* other = ir.CreateAdd(ir.CreateMul(aLow, bHigh), ir.CreateAnd(middle, low));
    Value* high = ir.CreateAdd(ir.CreateAdd(ir.CreateMul(aHigh, bHigh), ir.CreateLShr(middle, half)), ir.CreateLShr(other, half));
    if (!l.isSigned()) return high;
    high = ir.CreateSub(high, ir.CreateSelect(l.isNegative(a), b, l.zero()));
    return ir.CreateSub(high, ir.CreateSelect(l.isNegative(b), a, l.zero()));
}

// Null: 32 bits, for which GLSL has a function.
Value* mulHi(Lowering& l) {
    if (l.bits() == 64) return wideMulHi(l);
    llvm::IRBuilder<>& ir = l.ir();
    // Nothing but the sign. Said here because llvmpipe of Mesa 22.3 takes the number of another thread for it; two constants, too, it gets
    // wrong.
    for (const unsigned one : {0U, 1U})
        if (llvm::PatternMatch::match(l.arg(one), llvm::PatternMatch::m_One()))
            return l.isSigned() ? ir.CreateAShr(l.arg(1 - one), l.constant(l.bits() - 1)) : l.zero();
    const llvm::APInt *a = nullptr, *b = nullptr;
    if (llvm::PatternMatch::match(l.arg(0), llvm::PatternMatch::m_APInt(a)) &&
        llvm::PatternMatch::match(l.arg(1), llvm::PatternMatch::m_APInt(b))) {
        const unsigned wide = 2 * l.bits();
        const llvm::APInt product = l.isSigned() ? a->sext(wide) * b->sext(wide) : a->zext(wide) * b->zext(wide);
        return llvm::ConstantInt::get(l.type(), product.extractBits(l.bits(), l.bits()));
    }
    if (l.bits() >= 32) return nullptr;
    llvm::Type* words = l.widened(32);
    Value* product = ir.CreateMul(l.extended(l.arg(0), words), l.extended(l.arg(1), words));
    return ir.CreateTrunc(ir.CreateLShr(product, llvm::ConstantInt::get(words, l.bits())), l.type());
}

Value* madHi(Lowering& l) {
    Value* high = mulHi(l);
    return high ? l.ir().CreateAdd(high, l.arg(2)) : nullptr;
}

// Of 64 bits: the sum as two words, which fits when the upper one is but the lower one's sign.
Value* wideMadSat(Lowering& l) {
    llvm::IRBuilder<>& ir = l.ir();
    Value *high = wideMulHi(l), *product = ir.CreateMul(l.arg(0), l.arg(1)), *low = ir.CreateAdd(product, l.arg(2));
    Value* carry = ir.CreateZExt(ir.CreateICmpULT(low, product), l.type());
    Value* top = ir.CreateAdd(high, carry);
    if (!l.isSigned()) return ir.CreateSelect(ir.CreateICmpEQ(top, l.zero()), low, l.highest());
    Value* sign = l.constant(63);
    top = ir.CreateAdd(top, ir.CreateAShr(l.arg(2), sign));
    Value* limit = ir.CreateXor(ir.CreateAShr(top, sign), l.highest());
    return ir.CreateSelect(ir.CreateICmpEQ(top, ir.CreateAShr(low, sign)), low, limit);
}

Value* madSat(Lowering& l) {
    if (l.bits() > 32) return wideMadSat(l);
    llvm::IRBuilder<>& ir = l.ir();
    llvm::Type* words = l.widened(l.bits() * 2);
    Value* exact = ir.CreateAdd(ir.CreateMul(l.extended(l.arg(0), words), l.extended(l.arg(1), words)), l.extended(l.arg(2), words));
    Value* high = l.extended(l.highest(), words);
    if (!l.isSigned()) return ir.CreateTrunc(ir.CreateBinaryIntrinsic(llvm::Intrinsic::umin, exact, high), l.type());
    Value* low = ir.CreateNot(high);
    exact = ir.CreateBinaryIntrinsic(llvm::Intrinsic::smax, ir.CreateBinaryIntrinsic(llvm::Intrinsic::smin, exact, high), low);
    return ir.CreateTrunc(exact, l.type());
}

Value* absolute(Lowering& l) {
    if (!l.isSigned()) return l.arg(0);
    return l.bits() <= 32 ? nullptr : l.ir().CreateSelect(l.isNegative(l.arg(0)), l.ir().CreateNeg(l.arg(0)), l.arg(0));
}

Value* absoluteDifference(Lowering& l) { return l.ir().CreateSub(l.maximum(l.arg(0), l.arg(1)), l.minimum(l.arg(0), l.arg(1))); }
Value* minimum3(Lowering& l) { return l.minimum(l.minimum(l.arg(0), l.arg(1)), l.arg(2)); }
Value* maximum3(Lowering& l) { return l.maximum(l.maximum(l.arg(0), l.arg(1)), l.arg(2)); }
Value* median3(Lowering& l) { return l.maximum(l.minimum(l.arg(0), l.arg(1)), l.minimum(l.maximum(l.arg(0), l.arg(1)), l.arg(2))); }

// Halves of a 64-bit value, as 32-bit ones.
struct Halves {
    Value *low, *high;
};
Halves halves(Lowering& l) {
    llvm::Type* words = l.widened(32);
    return {l.ir().CreateTrunc(l.arg(0), words), l.ir().CreateTrunc(l.ir().CreateLShr(l.arg(0), l.constant(32)), words)};
}

Value* joined(Lowering& l, Value* low, Value* high) {
    llvm::IRBuilder<>& ir = l.ir();
    return ir.CreateOr(ir.CreateZExt(low, l.type()), ir.CreateShl(ir.CreateZExt(high, l.type()), l.constant(32)));
}

Value* countBits(Lowering& l) {
    if (l.bits() <= 32) return nullptr;
    const Halves h = halves(l);
    llvm::IRBuilder<>& ir = l.ir();
    return ir.CreateZExt(
        ir.CreateAdd(ir.CreateUnaryIntrinsic(llvm::Intrinsic::ctpop, h.low), ir.CreateUnaryIntrinsic(llvm::Intrinsic::ctpop, h.high)),
        l.type());
}

Value* countZeros(Lowering& l, ID count, bool isLeading) {
    if (l.bits() <= 32) return nullptr;
    const Halves h = halves(l);
    llvm::IRBuilder<>& ir = l.ir();
    Value *first = isLeading ? h.high : h.low, *second = isLeading ? h.low : h.high;
    llvm::Type* words = first->getType();
    Value* rest = ir.CreateAdd(ir.CreateBinaryIntrinsic(count, second, ir.getFalse()), llvm::ConstantInt::get(words, 32));
    Value* isEmpty = ir.CreateICmpEQ(first, llvm::Constant::getNullValue(words));
    return ir.CreateZExt(ir.CreateSelect(isEmpty, rest, ir.CreateBinaryIntrinsic(count, first, ir.getFalse())), l.type());
}
Value* leadingZeros(Lowering& l) { return countZeros(l, llvm::Intrinsic::ctlz, true); }
Value* trailingZeros(Lowering& l) { return countZeros(l, llvm::Intrinsic::cttz, false); }

Value* reverseBits(Lowering& l) {
    if (l.bits() <= 32) return nullptr;
    const Halves h = halves(l);
    llvm::IRBuilder<>& ir = l.ir();
    return joined(l, ir.CreateUnaryIntrinsic(llvm::Intrinsic::bitreverse, h.high),
                  ir.CreateUnaryIntrinsic(llvm::Intrinsic::bitreverse, h.low));
}

// Bytes change places one by one; the optimiser leaves few of the operations.
Value* swapBytes(Lowering& l) {
    llvm::IRBuilder<>& ir = l.ir();
    Value* out = l.zero();
    for (unsigned at = 0; at < l.bits(); at += 8) {
        Value* byte = ir.CreateAnd(ir.CreateLShr(l.arg(0), l.constant(at)), l.constant(0xff));
        out = ir.CreateOr(out, ir.CreateShl(byte, l.constant(l.bits() - 8 - at)));
    }
    return out;
}

Value* lowBits(Lowering& l, Value* count) {
    llvm::IRBuilder<>& ir = l.ir();
    Value* some = ir.CreateSub(ir.CreateShl(l.constant(1), count), l.constant(1));
    return ir.CreateSelect(ir.CreateICmpULT(count, l.constant(l.bits())), some, l.constant(~0ULL));
}

Value* extractBits(Lowering& l) {
    if (l.bits() <= 32) return nullptr;
    llvm::IRBuilder<>& ir = l.ir();
    Value *offset = l.asType(l.arg(1)), *count = l.asType(l.arg(2));
    Value* field = ir.CreateAnd(ir.CreateLShr(l.arg(0), offset), lowBits(l, count));
    if (!l.isSigned()) return field;
    Value* above = ir.CreateAnd(ir.CreateSub(l.constant(l.bits()), count), l.constant(l.bits() - 1)); // nothing to extend when it is 0
    return ir.CreateSelect(ir.CreateICmpEQ(count, l.zero()), l.zero(), ir.CreateAShr(ir.CreateShl(field, above), above));
}

Value* insertBits(Lowering& l) {
    if (l.bits() <= 32) return nullptr;
    llvm::IRBuilder<>& ir = l.ir();
    Value *offset = l.asType(l.arg(2)), *mask = ir.CreateShl(lowBits(l, l.asType(l.arg(3))), offset);
    return ir.CreateOr(ir.CreateAnd(l.arg(0), ir.CreateNot(mask)), ir.CreateAnd(ir.CreateShl(l.arg(1), offset), mask));
}

// a:b shifted left (or right) as one value of twice the width; the count is modulo the width.
Value* funnel(Lowering& l, Value* a, Value* b, Value* count, bool isLeft) {
    llvm::IRBuilder<>& ir = l.ir();
    Value* n = ir.CreateAnd(count, l.constant(l.bits() - 1));
    Value* back = ir.CreateAnd(ir.CreateNeg(n), l.constant(l.bits() - 1));
    Value* mixed =
        isLeft ? ir.CreateOr(ir.CreateShl(a, n), ir.CreateLShr(b, back)) : ir.CreateOr(ir.CreateShl(a, back), ir.CreateLShr(b, n));
    return ir.CreateSelect(ir.CreateICmpEQ(n, l.zero()), isLeft ? a : b, mixed);
}
Value* rotate(Lowering& l) { return funnel(l, l.arg(0), l.arg(0), l.arg(1), true); }
Value* funnelLeft(Lowering& l) { return funnel(l, l.arg(0), l.arg(1), l.arg(2), true); }
Value* funnelRight(Lowering& l) { return funnel(l, l.arg(0), l.arg(1), l.arg(2), false); }

Value* withFlag(Lowering& l, Value* result, Value* overflows) {
    llvm::IRBuilder<>& ir = l.ir();
    Value* pair = ir.CreateInsertValue(llvm::PoisonValue::get(l.call().getType()), result, 0);
    return ir.CreateInsertValue(pair, overflows, 1);
}

Value* addWithOverflow(Lowering& l) {
    Value* sum = l.ir().CreateAdd(l.arg(0), l.arg(1));
    return withFlag(l, sum, addOverflows(l, sum));
}

Value* subWithOverflow(Lowering& l) {
    Value* rest = l.ir().CreateSub(l.arg(0), l.arg(1));
    return withFlag(l, rest, subOverflows(l, rest));
}

Value* mulWithOverflow(Lowering& l) {
    llvm::IRBuilder<>& ir = l.ir();
    if (l.bits() > 32) {
        Value *product = ir.CreateMul(l.arg(0), l.arg(1)), *high = wideMulHi(l);
        Value* wanted = l.isSigned() ? ir.CreateAShr(product, l.constant(63)) : l.zero();
        return withFlag(l, product, ir.CreateICmpNE(high, wanted));
    }
    llvm::Type* words = l.widened(l.bits() * 2);
    Value* exact = ir.CreateMul(l.extended(l.arg(0), words), l.extended(l.arg(1), words));
    Value* product = ir.CreateTrunc(exact, l.type());
    return withFlag(l, product, ir.CreateICmpNE(l.extended(product, words), exact));
}

enum class Sign : uint8_t { Suffix, Signed, Unsigned }; // Suffix: .s or .u behind the family's name

struct Row {
    std::string_view name; // up to the type, or to the sign
    Sign sign;
    Value* (*lower)(Lowering&);
};

constexpr std::array kRows = {
    Row{"air.min3", Sign::Suffix, minimum3},
    Row{"air.max3", Sign::Suffix, maximum3},
    Row{"air.median3", Sign::Suffix, median3},
    Row{"air.abs", Sign::Suffix, absolute},
    Row{"air.abs_diff", Sign::Suffix, absoluteDifference},
    Row{"air.add_sat", Sign::Suffix, addSat},
    Row{"air.sub_sat", Sign::Suffix, subSat},
    Row{"air.hadd", Sign::Suffix, halvingAdd},
    Row{"air.rhadd", Sign::Suffix, roundingHalvingAdd},
    Row{"air.mul_hi", Sign::Suffix, mulHi},
    Row{"air.mad_hi", Sign::Suffix, madHi},
    Row{"air.mad_sat", Sign::Suffix, madSat},
    Row{"air.extract_bits", Sign::Suffix, extractBits},
    Row{"air.insert_bits", Sign::Suffix, insertBits},
    Row{"air.clz", Sign::Unsigned, leadingZeros},
    Row{"air.ctz", Sign::Unsigned, trailingZeros},
    Row{"air.popcount", Sign::Unsigned, countBits},
    Row{"air.reverse_bits", Sign::Unsigned, reverseBits},
    Row{"air.rotate", Sign::Unsigned, rotate},
    Row{"air.bswap", Sign::Unsigned, swapBytes},
    Row{"llvm.ctlz", Sign::Unsigned, leadingZeros},
    Row{"llvm.cttz", Sign::Unsigned, trailingZeros},
    Row{"llvm.ctpop", Sign::Unsigned, countBits},
    Row{"llvm.bitreverse", Sign::Unsigned, reverseBits},
    Row{"llvm.bswap", Sign::Unsigned, swapBytes},
    Row{"llvm.fshl", Sign::Unsigned, funnelLeft},
    Row{"llvm.fshr", Sign::Unsigned, funnelRight},
    Row{"llvm.abs", Sign::Signed, absolute},
    Row{"llvm.sadd.sat", Sign::Signed, addSat},
    Row{"llvm.uadd.sat", Sign::Unsigned, addSat},
    Row{"llvm.ssub.sat", Sign::Signed, subSat},
    Row{"llvm.usub.sat", Sign::Unsigned, subSat},
    Row{"llvm.sadd.with.overflow", Sign::Signed, addWithOverflow},
    Row{"llvm.uadd.with.overflow", Sign::Unsigned, addWithOverflow},
    Row{"llvm.ssub.with.overflow", Sign::Signed, subWithOverflow},
    Row{"llvm.usub.with.overflow", Sign::Unsigned, subWithOverflow},
    Row{"llvm.smul.with.overflow", Sign::Signed, mulWithOverflow},
    Row{"llvm.umul.with.overflow", Sign::Unsigned, mulWithOverflow},
};

// "air.abs" fits "air.abs.s.i32", not "air.abs_diff.s.i32".
bool fits(const Row& row, std::string_view name) {
    return name.starts_with(row.name) && name.size() > row.name.size() && name[row.name.size()] == '.';
}

Value* lowered(llvm::CallInst& call, std::string_view name) {
    for (const Row& row : kRows) {
        if (!fits(row, name) || (!call.getType()->isIntOrIntVectorTy() && !call.getType()->isStructTy())) continue;
        Lowering lowering(call, row.sign == Sign::Signed || (row.sign == Sign::Suffix && name.substr(row.name.size()).starts_with(".s.")));
        return lowering.type()->isIntOrIntVectorTy() ? row.lower(lowering) : nullptr;
    }
    return nullptr;
}

// "air.convert.s.i8.u.i32.sat": what does not fit is the nearest that does.
Value* saturatedConversion(llvm::CallInst& call, std::string_view name) {
    constexpr std::string_view kConvert = "air.convert.";
    llvm::Type* to = call.getType();
    if (!name.starts_with(kConvert) || name.find(".sat") == std::string_view::npos || call.arg_size() != 1) return nullptr;
    Value* v = call.getArgOperand(0);
    llvm::Type* from = v->getType();
    const unsigned toBits = to->getScalarSizeInBits(), fromBits = from->getScalarSizeInBits();
    if (!to->isIntOrIntVectorTy() || !from->isIntOrIntVectorTy() || toBits == 1 || fromBits == 1) return nullptr;
    if (to->getWithNewBitWidth(fromBits) != from) return nullptr; // as many lanes on both sides
    const bool isToSigned = name[kConvert.size()] == 's', isFromSigned = name.find(".s.", kConvert.size() + 2) != std::string_view::npos;
    llvm::IRBuilder<> ir(&call);
    const auto limit = [&](const llvm::APInt& value) { return llvm::ConstantInt::get(from, value); };
    const unsigned positive = toBits - (isToSigned ? 1 : 0);
    if (isFromSigned && !isToSigned) v = ir.CreateBinaryIntrinsic(llvm::Intrinsic::smax, v, limit(llvm::APInt(fromBits, 0)));
    if (isFromSigned && isToSigned && toBits < fromBits)
        v = ir.CreateBinaryIntrinsic(llvm::Intrinsic::smax, v, limit(llvm::APInt::getSignedMinValue(toBits).sext(fromBits)));
    if (positive < fromBits - (isFromSigned ? 1 : 0))
        v = ir.CreateBinaryIntrinsic(isFromSigned ? llvm::Intrinsic::smin : llvm::Intrinsic::umin, v,
                                     limit(llvm::APInt::getLowBitsSet(fromBits, positive)));
    return isFromSigned ? ir.CreateSExtOrTrunc(v, to) : ir.CreateZExtOrTrunc(v, to);
}

// Lane by lane: GLSL's division of signed 64-bit vectors is not guarded.
Value* dividedByLanes(llvm::BinaryOperator& i) {
    const auto* type = llvm::dyn_cast<llvm::FixedVectorType>(i.getType());
    const bool isDivision = i.getOpcode() == llvm::Instruction::SDiv || i.getOpcode() == llvm::Instruction::SRem;
    if (!isDivision || !type || type->getScalarSizeInBits() <= 32) return nullptr;
    llvm::IRBuilder<> ir(&i);
    Value* result = llvm::PoisonValue::get(i.getType());
    for (unsigned lane = 0; lane < type->getNumElements(); ++lane) {
        Value* quotient =
            ir.CreateBinOp(i.getOpcode(), ir.CreateExtractElement(i.getOperand(0), lane), ir.CreateExtractElement(i.getOperand(1), lane));
        result = ir.CreateInsertElement(result, quotient, lane);
    }
    return result;
}

// Booleans that are compared by size, as numbers: true is 1, or -1 where signs count.
Value* comparedAsNumbers(llvm::ICmpInst& i) {
    llvm::Type* type = i.getOperand(0)->getType();
    if (!type->isIntOrIntVectorTy(1) || i.isEquality()) return nullptr;
    llvm::IRBuilder<> ir(&i);
    llvm::Type* words = type->getWithNewBitWidth(32);
    const auto number = [&](Value* v) { return i.isSigned() ? ir.CreateSExt(v, words) : ir.CreateZExt(v, words); };
    return ir.CreateICmp(i.getPredicate(), number(i.getOperand(0)), number(i.getOperand(1)));
}

Value* lowered(llvm::Instruction& i) {
    if (auto* division = llvm::dyn_cast<llvm::BinaryOperator>(&i)) return dividedByLanes(*division);
    if (auto* comparison = llvm::dyn_cast<llvm::ICmpInst>(&i)) return comparedAsNumbers(*comparison);
    auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
    if (!call || !call->getCalledFunction()) return nullptr;
    const std::string_view name = call->getCalledFunction()->getName();
    Value* value = lowered(*call, name);
    return value ? value : saturatedConversion(*call, name);
}

} // namespace

void lowerIntegers(llvm::Function& function) {
    std::vector<llvm::Instruction*> all;
    for (llvm::Instruction& i : llvm::instructions(function)) all.push_back(&i);
    for (llvm::Instruction* i : all) {
        Value* value = lowered(*i);
        if (!value) continue;
        i->replaceAllUsesWith(value);
        i->eraseFromParent();
    }
}

} // namespace air
