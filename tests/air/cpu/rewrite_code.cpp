#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>

#include "callbacks.h"
#include "rewrite.h"

namespace aircpu {

namespace {

using llvm::Value;

constexpr size_t kSmallestFrame = 256;

class Rewriter {
public:
    Rewriter(llvm::Function& function, Program& program)
        : m_function(function), m_program(program), m_builder(function.getContext()), m_layout(function.getDataLayout()) {}

    pvg::Status run() {
        std::vector<llvm::Instruction*> all;
        for (llvm::BasicBlock& block : m_function)
            for (llvm::Instruction& instruction : block) all.push_back(&instruction);
        m_builder.SetInsertPoint(&*m_function.getEntryBlock().getFirstInsertionPt());
        m_frame = m_builder.CreateAlloca(m_builder.getInt8Ty(), m_builder.getInt64(0));
        m_frame->setAlignment(llvm::Align(16));
        for (llvm::Instruction* instruction : all) PVG_CHECK(rewrite(*instruction));
        m_frame->setOperand(0, m_builder.getInt64(std::max(m_frameBytes, kSmallestFrame)));
        return {};
    }

private:
    pvg::Status rewrite(llvm::Instruction& instruction) {
        m_builder.SetInsertPoint(&instruction);
        if (auto* local = llvm::dyn_cast<llvm::AllocaInst>(&instruction)) fill(*local);
        if (auto* load = llvm::dyn_cast<llvm::LoadInst>(&instruction)) return rewriteLoad(*load), pvg::Status{};
        if (auto* store = llvm::dyn_cast<llvm::StoreInst>(&instruction)) return rewriteStore(*store), pvg::Status{};
        if (auto* call = llvm::dyn_cast<llvm::CallInst>(&instruction)) return rewriteCall(*call);
        if (auto* comparison = llvm::dyn_cast<llvm::FCmpInst>(&instruction)) checkNumbers(*comparison);
        if (auto* comparison = llvm::dyn_cast<llvm::ICmpInst>(&instruction); comparison && m_program.isTraced) traceTest(*comparison);
        if (llvm::isa<llvm::FPMathOperator>(instruction)) rewriteArithmetic(instruction);
        if (instruction.isIntDivRem()) rewriteDivision(instruction);
        if (auto* extract = llvm::dyn_cast<llvm::ExtractElementInst>(&instruction))
            checkLane(extract->getVectorOperand(), extract->getIndexOperand());
        if (llvm::isa<llvm::InsertElementInst>(instruction)) checkLane(instruction.getOperand(0), instruction.getOperand(2));
        return {};
    }

    void fill(llvm::AllocaInst& local) {
        m_builder.SetInsertPoint(local.getNextNode());
        const auto size = local.getAllocationSize(m_layout);
        if (size) call(fillLocal, m_builder.getVoidTy(), {&local, m_builder.getInt64(size->getFixedValue())});
    }

    void checkLane(Value* vector, Value* index) {
        if (llvm::isa<llvm::Constant>(index)) return;
        const unsigned lanes = llvm::cast<llvm::FixedVectorType>(vector->getType())->getNumElements();
        call(laneChosen, m_builder.getVoidTy(), {m_builder.CreateZExtOrTrunc(index, m_builder.getInt64Ty()), m_builder.getInt32(lanes)});
    }

    void checkNumbers(const llvm::FCmpInst& comparison) {
        if (!comparison.hasNoNaNs()) return;
        Value* isNone = m_builder.CreateFCmpUNO(comparison.getOperand(0), comparison.getOperand(1));
        if (isNone->getType()->isVectorTy()) isNone = m_builder.CreateOrReduce(isNone);
        call(numbersCompared, m_builder.getVoidTy(), {m_builder.CreateZExt(isNone, m_builder.getInt32Ty())});
    }

    void traceTest(const llvm::ICmpInst& comparison) {
        Value *a = comparison.getOperand(0), *b = comparison.getOperand(1);
        if (!a->getType()->isIntegerTy() || a->getType()->getIntegerBitWidth() > 64) return;
        IntegerTest test{uint32_t(comparison.getPredicate()), a->getType()->getIntegerBitWidth(), false};
        auto* sum = llvm::dyn_cast<llvm::BinaryOperator>(a);
        const auto* zero = llvm::dyn_cast<llvm::ConstantInt>(b);
        if (sum && zero && sum->getOpcode() == llvm::Instruction::And && zero->isZero()) {
            test.isMask = true;
            a = sum->getOperand(0);
            b = sum->getOperand(1);
        } else if (sum && sum->getOpcode() == llvm::Instruction::Add && llvm::isa<llvm::ConstantInt>(sum->getOperand(1))) {
            test.added = llvm::cast<llvm::ConstantInt>(sum->getOperand(1))->getSExtValue();
            a = sum->getOperand(0);
        }
        llvm::Type* word = m_builder.getInt64Ty();
        call(integersTested, m_builder.getVoidTy(),
             {m_builder.getInt32(uint32_t(m_program.tests.size())), m_builder.CreateZExt(a, word), m_builder.CreateZExt(b, word)});
        m_program.tests.push_back(test);
    }

    // Division by zero and of the smallest integer by -1 are undefined in Metal; here they must not trap.
    void rewriteDivision(llvm::Instruction& division) {
        llvm::Type* type = division.getType();
        Value* divisor = division.getOperand(1);
        Value* isBad = m_builder.CreateIsNull(divisor);
        const unsigned op = division.getOpcode();
        if (op == llvm::Instruction::SDiv || op == llvm::Instruction::SRem) {
            Value* smallest = llvm::ConstantInt::get(type, llvm::APInt::getSignedMinValue(type->getScalarSizeInBits()));
            Value* overflows = m_builder.CreateAnd(m_builder.CreateICmpEQ(division.getOperand(0), smallest),
                                                   m_builder.CreateIsNull(m_builder.CreateNot(divisor)));
            isBad = m_builder.CreateOr(isBad, overflows);
        }
        division.setOperand(1, m_builder.CreateSelect(isBad, llvm::ConstantInt::get(type, 1), divisor));
        m_builder.SetInsertPoint(division.getNextNode());
        Value* anything =
            m_builder.CreateTrunc(call(undefinedQuotient, m_builder.getInt64Ty(), {}), m_builder.getIntNTy(type->getScalarSizeInBits()));
        if (auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type))
            anything = m_builder.CreateVectorSplat(vector->getNumElements(), anything);
        Value* result = m_builder.CreateSelect(isBad, anything, &division);
        division.replaceUsesWithIf(result, [&](llvm::Use& use) { return use.getUser() != result; });
    }

    template <class Function>
    Value* call(Function* function, llvm::Type* result, llvm::ArrayRef<Value*> arguments) {
        std::vector<llvm::Type*> types;
        for (Value* argument : arguments) types.push_back(argument->getType());
        Value* callee = m_builder.CreateIntToPtr(m_builder.getInt64(reinterpret_cast<uint64_t>(function)), m_builder.getPtrTy());
        return m_builder.CreateCall(llvm::FunctionType::get(result, types, false), callee, arguments);
    }

    Value* number(Value* pointer) { return m_builder.CreatePtrToInt(pointer, m_builder.getInt64Ty()); }
    Value* sizeOf(llvm::Type* type) { return m_builder.getInt64(m_layout.getTypeStoreSize(type)); }

    Value* alignment(llvm::Align align) { return m_builder.getInt32(uint32_t(align.value())); }

    void replace(llvm::Instruction& old, Value* value) {
        if (value) old.replaceAllUsesWith(value);
        old.eraseFromParent();
    }

    void replaceLoad(llvm::LoadInst& load, Value* place) {
        llvm::LoadInst* made = m_builder.CreateAlignedLoad(load.getType(), place, llvm::Align(1));
        made->setMetadata(llvm::LLVMContext::MD_tbaa, load.getMetadata(llvm::LLVMContext::MD_tbaa)); // for storedElement
        replace(load, made);
    }

    void rewriteLoad(llvm::LoadInst& load) {
        if (load.getPointerAddressSpace() == 0) return;
        if (auto* table = llvm::dyn_cast<llvm::GlobalVariable>(llvm::getUnderlyingObject(load.getPointerOperand())))
            return rewriteTableLoad(load, *table);
        Value* place =
            call(readable, m_builder.getPtrTy(), {number(load.getPointerOperand()), sizeOf(load.getType()), alignment(load.getAlign())});
        replaceLoad(load, place);
    }

    void rewriteTableLoad(llvm::LoadInst& load, llvm::GlobalVariable& table) {
        Value* place = call(inTable, m_builder.getPtrTy(),
                            {number(load.getPointerOperand()), sizeOf(load.getType()), number(&table), sizeOf(table.getValueType())});
        replaceLoad(load, place);
    }

    void rewriteStore(llvm::StoreInst& store) {
        if (store.getPointerAddressSpace() == 0) return;
        Value* value = store.getValueOperand();
        Value *address = number(store.getPointerOperand()), *size = sizeOf(value->getType());
        m_builder.CreateAlignedStore(value, call(writable, m_builder.getPtrTy(), {address, size, alignment(store.getAlign())}),
                                     llvm::Align(1));
        const auto element = uint32_t(storedElement(*value));
        call(wasStored, m_builder.getVoidTy(), {address, size, m_builder.getInt32(element)});
        replace(store, nullptr);
    }

    pvg::Status rewriteCall(llvm::CallInst& old) {
        if (auto* transfer = llvm::dyn_cast<llvm::MemTransferInst>(&old)) return rewriteCopy(*transfer), pvg::Status{};
        if (auto* fill = llvm::dyn_cast<llvm::MemSetInst>(&old)) return rewriteFill(*fill), pvg::Status{};
        const llvm::Function* callee = old.getCalledFunction();
        if (!callee || !callee->isDeclaration()) return {};
        if (callee->getName().starts_with("air.")) return rewriteIntrinsic(old, *callee);
        if (llvm::isa<llvm::FPMathOperator>(old)) rewriteArithmetic(old);
        const auto id = callee->getIntrinsicID();
        if (id == llvm::Intrinsic::assume || id == llvm::Intrinsic::experimental_noalias_scope_decl) replace(old, nullptr);
        if (id == llvm::Intrinsic::not_intrinsic) return pvg::Error{pvg::Code::Unsupported, "function " + callee->getName().str()};
        return {};
    }

    void rewriteCopy(llvm::MemTransferInst& copy) {
        Value* size = m_builder.CreateZExtOrTrunc(copy.getLength(), m_builder.getInt64Ty());
        if (copy.getDestAddressSpace() != 0)
            call(writable, m_builder.getPtrTy(),
                 {number(copy.getDest()), m_builder.getInt64(0), alignment(copy.getDestAlign().valueOrOne())});
        call(copyMemory, m_builder.getVoidTy(), {number(copy.getDest()), number(copy.getSource()), size});
        replace(copy, nullptr);
    }

    void rewriteFill(llvm::MemSetInst& fill) {
        Value* size = m_builder.CreateZExtOrTrunc(fill.getLength(), m_builder.getInt64Ty());
        Value* byte = m_builder.CreateZExt(fill.getValue(), m_builder.getInt32Ty());
        call(fillMemory, m_builder.getVoidTy(), {number(fill.getDest()), byte, size});
        replace(fill, nullptr);
    }

    // Booleans take a byte each in the frame.
    llvm::Type* memoryType(llvm::Type* type) {
        if (!type->getScalarType()->isIntegerTy(1)) return type;
        auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type);
        return vector ? static_cast<llvm::Type*>(llvm::FixedVectorType::get(m_builder.getInt8Ty(), vector->getNumElements()))
                      : m_builder.getInt8Ty();
    }
    Value* framePlace(uint32_t offset) { return m_builder.CreateConstGEP1_64(m_builder.getInt8Ty(), m_frame, offset); }
    void storeInFrame(Value* value, uint32_t offset) {
        llvm::Type* type = memoryType(value->getType());
        if (type != value->getType()) value = m_builder.CreateZExt(value, type);
        m_builder.CreateAlignedStore(value, framePlace(offset), llvm::Align(16));
    }
    Value* loadFromFrame(llvm::Type* type, uint32_t offset) {
        llvm::Type* stored = memoryType(type);
        Value* value = m_builder.CreateAlignedLoad(stored, framePlace(offset), llvm::Align(1));
        return stored == type ? value : m_builder.CreateTrunc(value, type);
    }

    pvg::Result<const Intrinsic*> intrinsicOf(const llvm::Function& declaration) {
        for (const auto& known : m_program.intrinsics)
            if (known->name == declaration.getName()) return static_cast<const Intrinsic*>(known.get());
        PVG_TRY(auto found, findIntrinsic(declaration));
        m_program.intrinsics.push_back(std::move(found));
        return static_cast<const Intrinsic*>(m_program.intrinsics.back().get());
    }

    uint32_t siteOf(const llvm::CallInst& old) {
        const llvm::MDNode* node = old.getMetadata("air.cpu.site");
        return node ? uint32_t(llvm::mdconst::extract<llvm::ConstantInt>(node->getOperand(0))->getZExtValue()) : 0;
    }

    pvg::Status rewriteIntrinsic(llvm::CallInst& old, const llvm::Function& declaration) {
        PVG_TRY(const Intrinsic* intrinsic, intrinsicOf(declaration));
        m_frameBytes = std::max<size_t>(m_frameBytes, intrinsic->frameBytes);
        for (unsigned i = 0; i < old.arg_size(); ++i) storeInFrame(old.getArgOperand(i), intrinsic->offsets[i]);
        Value* which = m_builder.getInt64(reinterpret_cast<uint64_t>(intrinsic));
        call(callIntrinsic, m_builder.getVoidTy(), {which, m_frame, m_builder.getInt32(siteOf(old))});
        replace(old, old.getType()->isVoidTy() ? nullptr : resultOf(*intrinsic, old.getType()));
        return {};
    }

    Value* resultOf(const Intrinsic& intrinsic, llvm::Type* type) {
        if (!intrinsic.hasResidency) return loadFromFrame(type, intrinsic.resultOffset);
        Value* pair = llvm::PoisonValue::get(type);
        pair = m_builder.CreateInsertValue(pair, loadFromFrame(type->getStructElementType(0), intrinsic.resultOffset), 0);
        return m_builder.CreateInsertValue(pair, m_builder.getInt8(1), 1);
    }

    // Exact arithmetic for the compiler; what fast arithmetic may do beyond that is drawn at run time.
    void rewriteArithmetic(llvm::Instruction& instruction) {
        const bool isFast = instruction.hasAllowReassoc() || instruction.hasAllowContract() || instruction.hasAllowReciprocal();
        const bool isFinite = instruction.hasNoNaNs() && instruction.hasNoInfs();
        instruction.copyFastMathFlags(llvm::FastMathFlags());
        const Shape shape = shapeOf(instruction.getType());
        if (!isFloat(shape.element)) return;
        const unsigned op = instruction.getOpcode();
        const auto* call = llvm::dyn_cast<llvm::IntrinsicInst>(&instruction);
        const bool isFused = call && call->getIntrinsicID() == llvm::Intrinsic::fmuladd;
        const bool rounds = op == llvm::Instruction::FAdd || op == llvm::Instruction::FSub || op == llvm::Instruction::FMul || isFused;
        if (op == llvm::Instruction::FDiv)
            blur(instruction, shape, Blur::Division, isFinite);
        else if (op == llvm::Instruction::FRem)
            blur(instruction, shape, Blur::Remainder, isFinite);
        else if (rounds && (isFast || isFused))
            blur(instruction, shape, Blur::Fast, isFinite);
    }

    void blur(llvm::Instruction& instruction, Shape shape, Blur how, bool isFinite) {
        m_frameBytes = std::max(m_frameBytes, bytesOf(shape));
        m_builder.SetInsertPoint(instruction.getNextNode());
        auto* store = m_builder.CreateAlignedStore(&instruction, framePlace(0), llvm::Align(16));
        call(blurValues, m_builder.getVoidTy(),
             {m_frame, m_builder.getInt32(uint32_t(shape.element)), m_builder.getInt32(shape.lanes), m_builder.getInt32(uint32_t(how)),
              m_builder.getInt32(isFinite)});
        Value* moved = m_builder.CreateAlignedLoad(instruction.getType(), framePlace(0), llvm::Align(16));
        instruction.replaceUsesWithIf(moved, [&](llvm::Use& use) { return use.getUser() != store; });
    }

    llvm::Function& m_function;
    Program& m_program;
    llvm::IRBuilder<> m_builder;
    const llvm::DataLayout& m_layout;
    llvm::AllocaInst* m_frame = nullptr;
    size_t m_frameBytes = 0;
};

} // namespace

pvg::Status rewriteFunction(llvm::Function& function, Program& program) { return Rewriter(function, program).run(); }

} // namespace aircpu
