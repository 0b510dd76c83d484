#include "shaders/air/simdgroup_matrix.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

#include <map>
#include <vector>

namespace air {

namespace {

constexpr unsigned kElements = 64, kOwn = 2; // of a matrix, of a thread
constexpr const char* kPrefix = "air.simdgroup_matrix_8x8_";

bool isMatrix(const llvm::Type* type) {
    const auto* v = llvm::dyn_cast<llvm::FixedVectorType>(type);
    return v && v->getNumElements() == kElements && v->getElementType()->isFloatingPointTy();
}

llvm::StringRef operationOf(const llvm::Instruction& i) {
    const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
    const llvm::Function* callee = call ? call->getCalledFunction() : nullptr;
    llvm::StringRef name = callee ? callee->getName() : llvm::StringRef();
    return name.consume_front(kPrefix) ? name.split('.').first : llvm::StringRef();
}

class Lowering {
public:
    explicit Lowering(llvm::Function& function) : m_function(function), m_builder(function.getContext()) {}

    std::string run() {
        std::vector<llvm::Instruction*> all;
        bool hasMatrices = false;
        for (llvm::Instruction& i : llvm::instructions(m_function)) {
            all.push_back(&i);
            hasMatrices = hasMatrices || !operationOf(i).empty();
        }
        if (!hasMatrices) return {};
        findOwnElements();
        // Types first, so that everything agrees when instructions are replaced.
        std::vector<llvm::Instruction*> replaced;
        for (llvm::Instruction* i : all)
            if (needsReplacing(*i)) replaced.push_back(i);
        for (llvm::Instruction* i : replaced)
            if (auto* shuffle = llvm::dyn_cast<llvm::ShuffleVectorInst>(i)) m_isOfMatrices[shuffle] = isMatrix(shuffle->getOperand(0)->getType());
        for (const llvm::Instruction* i : all) check(*i);
        for (llvm::Instruction* i : all) retype(*i);
        for (llvm::Instruction* i : replaced) {
            if (!m_problem.empty()) break;
            replace(*i);
        }
        return m_problem;
    }

private:
    void refuse(const std::string& what) {
        if (m_problem.empty()) m_problem = "simdgroup-matrix: " + what;
    }

    static bool needsReplacing(const llvm::Instruction& i) {
        if (!operationOf(i).empty()) return true;
        return llvm::isa<llvm::ShuffleVectorInst>(i) && (isMatrix(i.getType()) || isMatrix(i.getOperand(0)->getType()));
    }

    // The same type with two lanes for each matrix in it.
    llvm::Type* own(llvm::Type* type) {
        if (isMatrix(type)) return llvm::FixedVectorType::get(type->getScalarType(), kOwn);
        if (auto* a = llvm::dyn_cast<llvm::ArrayType>(type)) return llvm::ArrayType::get(own(a->getElementType()), a->getNumElements());
        auto* s = llvm::dyn_cast<llvm::StructType>(type);
        if (!s || s->isOpaque()) return type;
        std::vector<llvm::Type*> members;
        bool changes = false;
        for (llvm::Type* m : s->elements()) {
            members.push_back(own(m));
            changes = changes || members.back() != m;
        }
        return changes ? llvm::StructType::get(s->getContext(), members, s->isPacked()) : type;
    }

    void findOwnElements() {
        m_builder.SetInsertPoint(&*m_function.getEntryBlock().getFirstInsertionPt());
        llvm::Type* i32 = m_builder.getInt32Ty();
        llvm::FunctionCallee callee = m_function.getParent()->getOrInsertFunction(kSimdLane, i32);
        llvm::cast<llvm::Function>(callee.getCallee())->setDoesNotAccessMemory();
        llvm::Value* lane = m_builder.CreateCall(callee, {}, "lane");
        auto bits = [&](llvm::Value* v, uint32_t mask) { return m_builder.CreateAnd(v, mask); };
        m_row = m_builder.CreateOr(bits(m_builder.CreateLShr(lane, 2), 4), bits(m_builder.CreateLShr(lane, 1), 3), "row");
        m_column = m_builder.CreateOr(bits(m_builder.CreateLShr(lane, 1), 4), bits(m_builder.CreateShl(lane, 1), 2), "column");
    }

    llvm::Constant* retyped(llvm::Constant& c) {
        llvm::Type* type = own(c.getType());
        if (llvm::isa<llvm::PoisonValue>(c)) return llvm::PoisonValue::get(type);
        if (llvm::isa<llvm::UndefValue>(c)) return llvm::UndefValue::get(type);
        if (c.isNullValue()) return llvm::Constant::getNullValue(type);
        llvm::Constant* splat = isMatrix(c.getType()) ? c.getSplatValue(true) : nullptr;
        if (splat) return llvm::ConstantVector::getSplat(llvm::ElementCount::getFixed(kOwn), splat);
        refuse("a constant");
        return llvm::UndefValue::get(type);
    }

    void retype(llvm::Instruction& i) {
        for (llvm::Use& use : i.operands()) {
            auto* c = llvm::dyn_cast<llvm::Constant>(use.get());
            if (c && own(c->getType()) != c->getType()) use.set(retyped(*c));
        }
        if (auto* alloca = llvm::dyn_cast<llvm::AllocaInst>(&i)) return alloca->setAllocatedType(own(alloca->getAllocatedType()));
        if (auto* gep = llvm::dyn_cast<llvm::GetElementPtrInst>(&i)) {
            gep->setSourceElementType(own(gep->getSourceElementType()));
            return gep->setResultElementType(own(gep->getResultElementType()));
        }
        i.mutateType(own(i.getType()));
    }

    // What has no meaning for two lanes.
    void check(const llvm::Instruction& i) {
        if (const auto* gep = llvm::dyn_cast<llvm::GetElementPtrInst>(&i)) checkBytes(*gep);
        if (llvm::isa<llvm::BitCastInst>(i) && (isMatrix(i.getType()) || isMatrix(i.getOperand(0)->getType()))) refuse("a bit cast");
        checkLane(i);
    }

    // Only the thread's own two elements can be named.
    void checkLane(const llvm::Instruction& i) {
        const unsigned at = llvm::isa<llvm::ExtractElementInst>(i) ? 1 : llvm::isa<llvm::InsertElementInst>(i) ? 2 : 0;
        if (at == 0 || (!isMatrix(i.getType()) && !isMatrix(i.getOperand(0)->getType()))) return;
        const auto* lane = llvm::dyn_cast<llvm::ConstantInt>(i.getOperand(at));
        if (lane && lane->getValue().uge(kOwn)) refuse("an element of another thread");
    }

    // Offsets in bytes were computed for 64 lanes.
    void checkBytes(const llvm::GetElementPtrInst& gep) {
        const auto* alloca = llvm::dyn_cast<llvm::AllocaInst>(gep.getPointerOperand());
        llvm::Type* type = gep.getSourceElementType();
        if (alloca && own(type) == type && !type->isFloatingPointTy() && own(alloca->getAllocatedType()) != alloca->getAllocatedType())
            refuse("an array of matrices addressed by bytes");
    }

    void replace(llvm::Instruction& i) {
        m_builder.SetInsertPoint(&i);
        llvm::Value* with = nullptr;
        if (auto* shuffle = llvm::dyn_cast<llvm::ShuffleVectorInst>(&i)) {
            with = reshuffled(*shuffle);
        } else {
            auto& call = llvm::cast<llvm::CallInst>(i);
            const llvm::StringRef operation = operationOf(i);
            if (operation == "load" || operation == "store")
                with = access(call, operation == "store");
            else if (operation == "init_filled" || operation == "init_diag")
                with = filled(call, operation == "init_diag");
            else if (operation == "multiply_accumulate" && call.arg_size() == 3)
                with = multiplied(call);
            else
                refuse(call.getCalledFunction()->getName().str());
        }
        if (!m_problem.empty()) return;
        if (with) i.replaceAllUsesWith(with);
        i.eraseFromParent();
    }

    llvm::Value* reshuffled(llvm::ShuffleVectorInst& shuffle) {
        std::vector<int> mask(shuffle.getShuffleMask().begin(), shuffle.getShuffleMask().end());
        mask.resize(llvm::cast<llvm::FixedVectorType>(shuffle.getType())->getNumElements());
        if (m_isOfMatrices[&shuffle])
            for (int& lane : mask) {
                if (lane < 0) continue;
                if (unsigned(lane) % kElements >= kOwn) refuse("an element of another thread");
                lane = int(unsigned(lane) / kElements * kOwn + unsigned(lane) % kElements);
            }
        return m_builder.CreateShuffleVector(shuffle.getOperand(0), shuffle.getOperand(1), mask);
    }

    // load(ptr, elements per row, origin, transpose), store(matrix, ptr, ...).
    llvm::Value* access(llvm::CallInst& call, bool isStore) {
        const unsigned first = isStore ? 1 : 0;
        const bool isKnown = call.arg_size() == first + 4 && call.getArgOperand(first + 1)->getType()->isIntegerTy(64) &&
                             call.getArgOperand(first + 2)->getType()->isVectorTy() && call.getArgOperand(first + 3)->getType()->isIntegerTy(1);
        if (!isKnown) {
            refuse("operands of " + call.getCalledFunction()->getName().str());
            return nullptr;
        }
        llvm::Type* type = isStore ? call.getArgOperand(0)->getType() : call.getType();
        llvm::Value* all = isStore ? call.getArgOperand(0) : llvm::PoisonValue::get(type);
        for (unsigned e = 0; e < kOwn; ++e) {
            llvm::Value* place = m_builder.CreateGEP(type->getScalarType(), call.getArgOperand(first), indexOf(call, first, e));
            const llvm::Align align(type->getScalarSizeInBits() / 8);
            if (isStore)
                m_builder.CreateAlignedStore(m_builder.CreateExtractElement(all, uint64_t(e)), place, align);
            else
                all = m_builder.CreateInsertElement(all, m_builder.CreateAlignedLoad(type->getScalarType(), place, align), uint64_t(e));
        }
        return isStore ? nullptr : all;
    }

    llvm::Value* indexOf(llvm::CallInst& call, unsigned first, unsigned element) {
        llvm::Type* i64 = m_builder.getInt64Ty();
        llvm::Value *perRow = call.getArgOperand(first + 1), *origin = call.getArgOperand(first + 2), *isTransposed = call.getArgOperand(first + 3);
        llvm::Value* row = m_builder.CreateZExt(m_row, i64);
        llvm::Value* column = m_builder.CreateZExt(element ? m_builder.CreateOr(m_column, 1) : m_column, i64);
        llvm::Value* y = m_builder.CreateSelect(isTransposed, column, row);
        llvm::Value* x = m_builder.CreateSelect(isTransposed, row, column);
        y = m_builder.CreateAdd(y, m_builder.CreateExtractElement(origin, uint64_t(1)));
        x = m_builder.CreateAdd(x, m_builder.CreateExtractElement(origin, uint64_t(0)));
        return m_builder.CreateAdd(m_builder.CreateMul(y, perRow), x);
    }

    llvm::Value* filled(llvm::CallInst& call, bool isDiagonal) {
        llvm::Value* value = call.getArgOperand(0);
        llvm::Value* all = m_builder.CreateVectorSplat(kOwn, value);
        if (!isDiagonal) return all;
        for (unsigned e = 0; e < kOwn; ++e) {
            llvm::Value* column = e ? m_builder.CreateOr(m_column, 1) : m_column;
            llvm::Value* here = m_builder.CreateSelect(m_builder.CreateICmpEQ(m_row, column), value, llvm::Constant::getNullValue(value->getType()));
            all = m_builder.CreateInsertElement(all, here, uint64_t(e));
        }
        return all;
    }

    llvm::Value* multiplied(llvm::CallInst& call) {
        std::vector<llvm::Value*> arguments(call.arg_begin(), call.arg_end());
        std::vector<llvm::Type*> types;
        for (const llvm::Value* v : arguments) types.push_back(v->getType());
        const std::string suffix = call.getCalledFunction()->getName().str().substr(std::string(kPrefix).size());
        llvm::FunctionCallee callee =
            m_function.getParent()->getOrInsertFunction("air.simd_matrix_" + suffix, llvm::FunctionType::get(call.getType(), types, false));
        auto* function = llvm::cast<llvm::Function>(callee.getCallee());
        function->setDoesNotAccessMemory();
        function->setDoesNotThrow();
        function->setConvergent();
        return m_builder.CreateCall(callee, arguments);
    }

    llvm::Function& m_function;
    llvm::IRBuilder<> m_builder;
    llvm::Value *m_row = nullptr, *m_column = nullptr; // of the thread's first element
    std::map<const llvm::Instruction*, bool> m_isOfMatrices; // a shuffle's operands
    std::string m_problem;
};

} // namespace

std::string lowerSimdgroupMatrices(llvm::Function& function) { return Lowering(function).run(); }

} // namespace air
