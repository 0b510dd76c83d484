#include "generated_program.h"

#include <llvm/IR/Module.h>

#include <algorithm>
#include <array>

namespace aircpu {

namespace {

constexpr uint32_t kLoads = 4, kArraySize = 8, kStatements = 3, kDeepest = 1;

} // namespace

GeneratedProgram::GeneratedProgram(llvm::Function& kernel, llvm::IRBuilder<>& builder, std::mt19937_64& random,
                                   const GeneratorOptions& options)
    : m_kernel(kernel), m_builder(builder), m_random(random), m_options(options), m_i32(builder.getInt32Ty()),
      m_float(builder.getFloatTy()) {
    m_types = {m_i32,
               m_i32,
               m_i32,
               m_float,
               m_float,
               builder.getInt8Ty(),
               builder.getInt16Ty(),
               builder.getInt64Ty(),
               builder.getHalfTy(),
               llvm::FixedVectorType::get(m_float, 4),
               llvm::FixedVectorType::get(m_i32, 3),
               llvm::FixedVectorType::get(builder.getInt16Ty(), 2)};
}

void GeneratedProgram::write(uint32_t index) {
    makeVariables();
    if (m_options.hasSimd && index % 4 == 0) {
        statements(kDeepest);
        chance(50) ? exchange() : simdOperation();
    }
    statements(0);
    storeResults(index);
}

void GeneratedProgram::makeVariables() {
    llvm::BasicBlock& entry = m_kernel.getEntryBlock();
    llvm::IRBuilder<> top(&entry, entry.begin());
    for (Type* type : m_types) m_variables[type].push_back(top.CreateAlloca(type));
    m_array = top.CreateAlloca(llvm::ArrayType::get(m_i32, kArraySize));
    for (uint32_t i = 0; i < kLoads; ++i) m_words.push_back(load(false)), m_reals.push_back(load(true));
    for (auto type = m_types.begin(); type != m_types.end(); ++type) // in this order, which a map of pointers has not
        if (std::find(m_types.begin(), type, *type) == type)
            for (Value* place : m_variables[*type]) m_builder.CreateStore(input(*type), place);
    for (uint32_t i = 0; i < kArraySize; ++i) m_builder.CreateStore(input(m_i32), m_builder.CreateConstGEP1_32(m_i32, m_array, i));
}

void GeneratedProgram::statements(uint32_t depth) {
    for (uint32_t i = 1 + pick(kStatements); i-- > 0;) {
        const uint32_t kind = pick(10);
        if (kind == 0 && depth < kDeepest)
            branch(depth);
        else if (kind == 1 && depth < kDeepest)
            loop(depth);
        else if (kind == 2 && depth < kDeepest)
            choice(depth);
        else if (kind == 3)
            arrayStore();
        else
            assign();
    }
}

void GeneratedProgram::assign() {
    Type* type = m_types[pick(uint32_t(m_types.size()))];
    const auto& places = m_variables[type];
    Value* v = value(type, 0);
    if (type->getScalarType()->isFloatingPointTy()) v = bounded(v);
    m_builder.CreateStore(v, places[pick(uint32_t(places.size()))]);
}

llvm::BasicBlock* GeneratedProgram::block(const char* name) { return llvm::BasicBlock::Create(m_kernel.getContext(), name, &m_kernel); }

void GeneratedProgram::branch(uint32_t depth) {
    llvm::BasicBlock *yes = block("yes"), *no = block("no"), *join = block("join");
    const bool hasElse = chance(50);
    m_builder.CreateCondBr(condition(0), yes, hasElse ? no : join);
    m_builder.SetInsertPoint(yes);
    statements(depth + 1);
    m_builder.CreateBr(join);
    m_builder.SetInsertPoint(no);
    if (hasElse) statements(depth + 1);
    m_builder.CreateBr(join);
    if (!hasElse) no->eraseFromParent();
    m_builder.SetInsertPoint(join);
}

// At most six rounds; may be left early, and may skip the rest of a round.
void GeneratedProgram::loop(uint32_t depth) {
    llvm::BasicBlock *before = m_builder.GetInsertBlock(), *head = block("head"), *latch = block("latch"), *end = block("end");
    Value* rounds = chance(50) ? m_builder.getInt32(1 + pick(6)) : m_builder.CreateAnd(leaf(m_i32), 5);
    m_builder.CreateBr(head);
    m_builder.SetInsertPoint(head);
    llvm::PHINode* round = m_builder.CreatePHI(m_i32, 2);
    round->addIncoming(m_builder.getInt32(0), before);
    statements(depth + 1);
    for (llvm::BasicBlock* target : {end, latch}) {
        if (!chance(40)) continue;
        llvm::BasicBlock* next = block("next");
        m_builder.CreateCondBr(condition(1), target, next);
        m_builder.SetInsertPoint(next);
        statements(depth + 1);
    }
    m_builder.CreateBr(latch);
    m_builder.SetInsertPoint(latch);
    Value* following = m_builder.CreateAdd(round, m_builder.getInt32(1));
    round->addIncoming(following, latch);
    m_builder.CreateCondBr(m_builder.CreateICmpULT(following, rounds), head, end);
    m_builder.SetInsertPoint(end);
}

void GeneratedProgram::choice(uint32_t depth) {
    llvm::BasicBlock *other = block("other"), *join = block("after");
    llvm::SwitchInst* choose = m_builder.CreateSwitch(m_builder.CreateAnd(leaf(m_i32), 7), other);
    llvm::BasicBlock* previous = nullptr; // falls through into the next case
    for (uint32_t i = 0; i < 3; ++i) {
        llvm::BasicBlock* here = block("case");
        choose->addCase(m_builder.getInt32(i * 2 + pick(2)), here);
        if (previous) llvm::IRBuilder<>(previous).CreateBr(here);
        m_builder.SetInsertPoint(here);
        statements(depth + 1);
        previous = nullptr;
        if (i < 2 && chance(30))
            previous = m_builder.GetInsertBlock();
        else
            m_builder.CreateBr(join);
    }
    m_builder.SetInsertPoint(other);
    statements(depth + 1);
    m_builder.CreateBr(join);
    m_builder.SetInsertPoint(join);
}

GeneratedProgram::Value* GeneratedProgram::arrayPlace() {
    return m_builder.CreateGEP(m_i32, m_array,
                               m_builder.CreateZExt(m_builder.CreateAnd(leaf(m_i32), kArraySize - 1), m_builder.getInt64Ty()));
}

void GeneratedProgram::arrayStore() {
    Value* place = arrayPlace();
    m_builder.CreateStore(value(m_i32, 1), place);
}

// Each thread leaves a word in threadgroup memory and takes a neighbour's.
void GeneratedProgram::exchange() {
    llvm::Module& module = *m_kernel.getParent();
    auto* type = llvm::ArrayType::get(m_i32, m_options.threads);
    auto* shared = new llvm::GlobalVariable(module, type, false, llvm::GlobalValue::InternalLinkage, llvm::UndefValue::get(type), "shared",
                                            nullptr, llvm::GlobalValue::NotThreadLocal, 3);
    const auto place = [&](Value* index) {
        return m_builder.CreateGEP(m_i32, shared, m_builder.CreateZExt(index, m_builder.getInt64Ty()));
    };
    const auto barrier = [&] { call("air.wg.barrier", m_builder.getVoidTy(), {m_builder.getInt32(2), m_builder.getInt32(1)}); };
    Value* thread = m_kernel.getArg(2);
    m_builder.CreateStore(value(m_i32, 1), place(thread));
    barrier();
    Value* neighbour =
        m_builder.CreateAnd(m_builder.CreateXor(thread, m_builder.getInt32(1 + pick(m_options.threads - 1))), m_options.threads - 1);
    m_builder.CreateStore(m_builder.CreateLoad(m_i32, place(neighbour)), m_variables[m_i32][0]);
    barrier();
}

void GeneratedProgram::simdOperation() {
    constexpr std::array kReductions = {"sum.u", "max.s", "min.u", "and.u", "or.u", "xor.u", "max.u", "sum.s"};
    constexpr std::array kShuffles = {"shuffle_xor.u", "shuffle.u", "broadcast.u"};
    Value *operand = value(m_i32, 1), *result = nullptr;
    if (chance(60))
        result = call(std::string("air.simd_") + kReductions[pick(kReductions.size())] + ".i32", m_i32, {operand});
    else
        result = call(std::string("air.simd_") + kShuffles[pick(kShuffles.size())] + ".i32", m_i32,
                      {operand, m_builder.getInt16(uint16_t(pick(32)))});
    m_builder.CreateStore(result, m_variables[m_i32][pick(uint32_t(m_variables[m_i32].size()))]);
}

// Integers folded into one word, as drivers take long over each store; floats as they are.
void GeneratedProgram::storeResults(uint32_t index) {
    auto* i32 = llvm::cast<llvm::IntegerType>(m_i32);
    Value* mixed = m_builder.CreateLoad(m_i32, arrayPlace());
    std::vector<Value*> words;
    for (auto type = m_types.begin(); type != m_types.end(); ++type) {
        if (std::find(m_types.begin(), type, *type) != type) continue;
        for (Value* place : m_variables[*type]) {
            Value* v = m_builder.CreateLoad(*type, place);
            if (auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(*type))
                v = m_builder.CreateExtractElement(v, pick(vector->getNumElements()));
            if (v->getType()->isIntegerTy())
                mixed = m_builder.CreateAdd(m_builder.CreateMul(mixed, m_builder.getInt32(31)), resized(v, i32));
            else
                words.push_back(v->getType()->isHalfTy() ? m_builder.CreateFPExt(v, m_float) : v);
        }
    }
    words.push_back(mixed);
    Value* base = m_builder.CreateMul(m_builder.CreateAdd(m_kernel.getArg(2), m_builder.getInt32(index * m_options.threads)),
                                      m_builder.getInt32(GeneratedKernel::kResultWords));
    for (uint32_t i = 0; i < words.size(); ++i) {
        Value* at = m_builder.CreateZExt(m_builder.CreateAdd(base, m_builder.getInt32(i)), m_builder.getInt64Ty());
        m_builder.CreateStore(words[i], m_builder.CreateGEP(m_i32, m_kernel.getArg(1), at));
    }
}

} // namespace aircpu
