#include <llvm/IR/Module.h>

#include <array>

#include "generated_program.h"

namespace aircpu {

namespace {

constexpr uint32_t kDeepestExpression = 2;
constexpr double kLargest = 64; // of floats, so that no program leaves the range where arithmetic is well conditioned

} // namespace

std::string GeneratedProgram::suffix(Type* type) {
    const std::string scalar = type->isHalfTy()      ? "f16"
                               : type->isFloatTy()   ? "f32"
                               : type->isIntegerTy() ? "i" + std::to_string(type->getIntegerBitWidth())
                                                     : "";
    auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type);
    return vector ? "v" + std::to_string(vector->getNumElements()) + suffix(vector->getElementType()) : scalar;
}

GeneratedProgram::Value* GeneratedProgram::call(const std::string& name, Type* result, llvm::ArrayRef<Value*> arguments) {
    std::vector<Type*> types;
    for (Value* argument : arguments) types.push_back(argument->getType());
    auto callee = m_kernel.getParent()->getOrInsertFunction(name, llvm::FunctionType::get(result, types, false));
    auto* function = llvm::cast<llvm::Function>(callee.getCallee());
    const bool meets = name.starts_with("air.simd") || name.starts_with("air.wg");
    meets ? function->addFnAttr(llvm::Attribute::Convergent) : function->setDoesNotAccessMemory();
    return m_builder.CreateCall(callee, arguments);
}

GeneratedProgram::Value* GeneratedProgram::resized(Value* v, llvm::IntegerType* type) {
    return chance(50) ? m_builder.CreateZExtOrTrunc(v, type) : m_builder.CreateSExtOrTrunc(v, type);
}

// A word of the input: the first half of the buffer are integers, the second half floats.
GeneratedProgram::Value* GeneratedProgram::load(bool isReal) {
    constexpr uint32_t kHalf = GeneratedKernel::kInputWords / 2;
    Value* index = m_builder.CreateAnd(m_builder.CreateAdd(m_kernel.getArg(2), m_builder.getInt32(pick(kHalf))), kHalf - 1);
    if (isReal) index = m_builder.CreateAdd(index, m_builder.getInt32(kHalf));
    Value* place = m_builder.CreateGEP(m_i32, m_kernel.getArg(0), m_builder.CreateZExt(index, m_builder.getInt64Ty()));
    return m_builder.CreateLoad(isReal ? m_float : m_i32, place);
}

// Mostly of what was loaded at the start: drivers take long over each load.
GeneratedProgram::Value* GeneratedProgram::input(Type* type) {
    if (auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type)) {
        Value* result = llvm::PoisonValue::get(type);
        for (uint32_t i = 0; i < vector->getNumElements(); ++i)
            result = m_builder.CreateInsertElement(result, input(vector->getElementType()), i);
        return result;
    }
    const bool isReal = type->isFloatingPointTy();
    const auto& loaded = isReal ? m_reals : m_words;
    Value* word = chance(3) ? load(isReal) : loaded[pick(uint32_t(loaded.size()))];
    if (type->isHalfTy()) return m_builder.CreateFPTrunc(word, type);
    return isReal ? word : resized(word, llvm::cast<llvm::IntegerType>(type));
}

GeneratedProgram::Value* GeneratedProgram::leaf(Type* type) {
    const uint32_t kind = pick(8);
    if (kind == 0) return input(type);
    if (kind == 1 && type->isIntOrIntVectorTy())
        return llvm::ConstantInt::get(type, llvm::APInt(64, chance(50) ? pick(40) : m_random()).zextOrTrunc(type->getScalarSizeInBits()));
    if (kind == 1) return llvm::ConstantFP::get(type, double(pick(64)) / 8 - 4);
    if (kind == 2 && type == m_i32) return m_kernel.getArg(2);
    if (kind == 3 && type == m_i32) return m_builder.CreateLoad(m_i32, m_builder.CreateConstGEP1_32(m_i32, m_array, pick(8)));
    const auto& places = m_variables[type];
    return m_builder.CreateLoad(type, places[pick(uint32_t(places.size()))]);
}

GeneratedProgram::Value* GeneratedProgram::value(Type* type, uint32_t depth) {
    if (depth >= kDeepestExpression || chance(15)) return leaf(type);
    if (auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type)) return this->vector(vector, depth + 1);
    if (chance(10)) return m_builder.CreateSelect(condition(depth + 1), value(type, depth + 1), value(type, depth + 1));
    return type->isIntegerTy() ? integer(llvm::cast<llvm::IntegerType>(type), depth + 1) : real(type, depth + 1);
}

// Comparisons of floats only where both are inputs: a computed one may lie on either side.
GeneratedProgram::Value* GeneratedProgram::condition(uint32_t depth) {
    constexpr std::array kPredicates = {llvm::CmpInst::ICMP_EQ,  llvm::CmpInst::ICMP_NE,  llvm::CmpInst::ICMP_UGT, llvm::CmpInst::ICMP_ULE,
                                        llvm::CmpInst::ICMP_SGT, llvm::CmpInst::ICMP_SLE, llvm::CmpInst::ICMP_ULT, llvm::CmpInst::ICMP_SGE};
    if (chance(15)) {
        const auto predicate = llvm::CmpInst::Predicate(1 + pick(14)); // all of fcmp but "false" and "true"
        return m_builder.CreateFCmp(predicate, input(m_float), input(m_float));
    }
    Type* type = m_types[std::array{0, 0, 5, 6, 7}[pick(5)]];
    return m_builder.CreateICmp(kPredicates[pick(kPredicates.size())], value(type, depth + 1), value(type, depth + 1));
}

GeneratedProgram::Value* GeneratedProgram::integer(llvm::IntegerType* type, uint32_t depth) {
    Value *a = value(type, depth), *b = value(type, depth);
    Value* amount = m_builder.CreateAnd(b, type->getBitWidth() - 1);
    // 1 to 127: defined for every dividend.
    Value* divisor = m_builder.CreateOr(m_builder.CreateAnd(b, 126), 1);
    switch (pick(18)) {
    case 0:
        return m_builder.CreateAdd(a, b);
    case 1:
        return m_builder.CreateSub(a, b);
    case 2:
        return m_builder.CreateMul(a, b);
    case 3:
        return m_builder.CreateAnd(a, b);
    case 4:
        return m_builder.CreateOr(a, b);
    case 5:
        return m_builder.CreateXor(a, b);
    case 6:
        return m_builder.CreateShl(a, amount);
    case 7:
        return m_builder.CreateLShr(a, amount);
    case 8:
        return m_builder.CreateAShr(a, amount);
    case 9:
        return m_builder.CreateUDiv(a, divisor);
    case 10:
        return m_builder.CreateSDiv(a, divisor);
    case 11:
        return m_builder.CreateURem(a, divisor);
    case 12:
        return m_builder.CreateSRem(a, divisor);
    case 13:
        return resized(value(m_types[std::array{0, 5, 6, 7}[pick(4)]], depth), type);
    case 14:
        return m_builder.CreateZExt(condition(depth), type);
    case 15:
        return type == m_i32 ? call("air.convert.s.i32.f.f32", m_i32, {input(m_float)}) : a;
    default:
        return integerIntrinsic(type, depth);
    }
}

GeneratedProgram::Value* GeneratedProgram::integerIntrinsic(Type* type, uint32_t depth) {
    struct Row {
        const char* name;
        uint32_t operands;
        bool isForWords; // 32 bits only
    };
    constexpr std::array kRows = {
        Row{"min.s", 2, false},    Row{"min.u", 2, false},    Row{"max.s", 2, false},       Row{"max.u", 2, false},
        Row{"clamp.u", 3, false},  Row{"abs.s", 1, false},    Row{"abs_diff.u", 2, true},   Row{"abs_diff.s", 2, true},
        Row{"add_sat.u", 2, true}, Row{"sub_sat.u", 2, true}, Row{"add_sat.s", 2, true},    Row{"sub_sat.s", 2, true},
        Row{"hadd.u", 2, true},    Row{"rhadd.u", 2, true},   Row{"hadd.s", 2, true},       Row{"mul_hi.u", 2, true},
        Row{"mul_hi.s", 2, true},  Row{"popcount", 1, true},  Row{"reverse_bits", 1, true}, Row{"rotate", 2, true},
        Row{"min3.s", 3, true},    Row{"max3.u", 3, true},    Row{"median3.s", 3, true}};
    const Row& row = kRows[pick(kRows.size())];
    if (row.isForWords && type != m_i32) return value(type, depth);
    std::vector<Value*> operands;
    for (uint32_t i = 0; i < row.operands; ++i) operands.push_back(value(type, depth));
    return call(std::string("air.") + row.name + "." + suffix(type), type, operands);
}

GeneratedProgram::Value* GeneratedProgram::real(Type* type, uint32_t depth) {
    llvm::FastMathFlags flags;
    if (chance(50)) flags.setFast();
    const llvm::IRBuilder<>::FastMathFlagGuard guard(m_builder);
    m_builder.setFastMathFlags(flags);
    Value *a = bounded(value(type, depth)), *b = bounded(value(type, depth));
    switch (pick(9)) {
    case 0:
        return m_builder.CreateFAdd(a, b);
    case 1:
        return m_builder.CreateFSub(a, b);
    case 2:
    case 3:
        return m_builder.CreateFMul(a, b);
    case 4:
        return m_builder.CreateFNeg(a);
    case 5: {
        Value* whole = value(m_i32, depth);
        const bool isSigned = chance(50);
        return bounded(call(std::string("air.convert.f.") + suffix(type) + (isSigned ? ".s.i32" : ".u.i32"), type,
                            {m_builder.CreateAnd(whole, 1023)}));
    }
    case 6:
        if (type->isHalfTy()) return m_builder.CreateFPTrunc(bounded(value(m_float, depth)), type);
        return m_builder.CreateFPExt(value(m_builder.getHalfTy(), depth), type);
    default:
        return realIntrinsic(type, depth);
    }
}

GeneratedProgram::Value* GeneratedProgram::realIntrinsic(Type* type, uint32_t depth) {
    struct Row {
        const char* name;
        uint32_t operands;
    };
    constexpr std::array kRows = {Row{"fmin", 2},     Row{"fmax", 2},  Row{"clamp", 3}, Row{"saturate", 1}, Row{"fabs", 1}, Row{"sign", 1},
                                  Row{"fmin3", 3},    Row{"fmax3", 3}, Row{"fma", 3},   Row{"sqrt", 1},     Row{"exp2", 1}, Row{"sin", 1},
                                  Row{"fmedian3", 3}, Row{"mix", 3},   Row{"cos", 1},   Row{"copysign", 2}, Row{"floor", 1}};
    const Row& row = kRows[pick(kRows.size())];
    const std::string name = row.name;
    // Steps are taken of inputs only: a computed value may lie on either side of one.
    const bool isStep = name == "floor" || name == "sign" || name == "copysign";
    std::vector<Value*> operands;
    for (uint32_t i = 0; i < row.operands; ++i) operands.push_back(isStep ? input(type) : bounded(value(type, depth)));
    if (name == "sqrt") operands[0] = call("air.fabs." + suffix(type), type, {operands[0]});
    if (name == "exp2")
        operands[0] =
            call("air.clamp." + suffix(type), type, {operands[0], llvm::ConstantFP::get(type, -8), llvm::ConstantFP::get(type, 6)});
    if (name == "clamp") operands[1] = llvm::ConstantFP::get(type, -2.5), operands[2] = llvm::ConstantFP::get(type, 3.25);
    return call("air." + name + "." + suffix(type), type, operands);
}

GeneratedProgram::Value* GeneratedProgram::bounded(Value* real) {
    Type* type = real->getType();
    if (llvm::isa<llvm::Constant>(real)) return real;
    return call("air.clamp." + suffix(type), type, {real, llvm::ConstantFP::get(type, -kLargest), llvm::ConstantFP::get(type, kLargest)});
}

GeneratedProgram::Value* GeneratedProgram::vector(llvm::FixedVectorType* type, uint32_t depth) {
    const bool isReal = type->getElementType()->isFloatingPointTy();
    Value *a = value(type, depth), *b = value(type, depth);
    const uint32_t lanes = type->getNumElements();
    switch (pick(6)) {
    case 0:
        return m_builder.CreateInsertElement(a, value(type->getElementType(), depth), pick(lanes));
    case 1: {
        std::vector<int> mask;
        for (uint32_t i = 0; i < lanes; ++i) mask.push_back(int(pick(2 * lanes)));
        return m_builder.CreateShuffleVector(a, b, mask);
    }
    case 2:
        return m_builder.CreateSelect(condition(depth), a, b);
    case 3:
        return isReal ? call("air.fmax." + suffix(type), type, {a, b}) : m_builder.CreateXor(a, b);
    case 4:
        return isReal ? m_builder.CreateFMul(bounded(a), bounded(b)) : m_builder.CreateMul(a, b);
    default:
        return isReal ? m_builder.CreateFAdd(bounded(a), bounded(b)) : m_builder.CreateAdd(a, b);
    }
}

} // namespace aircpu
