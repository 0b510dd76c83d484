#include "shaders/air/lower_memory.h"

#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

#include <vector>

#include "shaders/air/emitter.h"

namespace air {

namespace {

constexpr unsigned kMaxMembers = 128; // larger ones stay and are declined

struct Place {
    llvm::Value* pointer;
    llvm::Align alignment;
    uint64_t offset = 0;
};

class MemberAccess {
public:
    explicit MemberAccess(llvm::Instruction& at) : m_ir(&at), m_layout(at.getModule()->getDataLayout()) {}

    llvm::Value* load(llvm::Type* type, const Place& place) {
        if (!type->isAggregateType()) return m_ir.CreateAlignedLoad(type, at(place), llvm::commonAlignment(place.alignment, place.offset));
        llvm::Value* whole = llvm::PoisonValue::get(type);
        for (unsigned i = 0; i < count(type); ++i) whole = m_ir.CreateInsertValue(whole, load(member(type, i), moved(type, place, i)), i);
        return whole;
    }

    void store(llvm::Value* value, const Place& place) {
        llvm::Type* type = value->getType();
        if (!type->isAggregateType()) {
            m_ir.CreateAlignedStore(value, at(place), llvm::commonAlignment(place.alignment, place.offset));
            return;
        }
        for (unsigned i = 0; i < count(type); ++i) store(m_ir.CreateExtractValue(value, i), moved(type, place, i));
    }

private:
    static unsigned count(llvm::Type* type) {
        return type->isStructTy() ? type->getStructNumElements() : unsigned(type->getArrayNumElements());
    }
    static llvm::Type* member(llvm::Type* type, unsigned i) {
        return type->isStructTy() ? type->getStructElementType(i) : type->getArrayElementType();
    }
    Place moved(llvm::Type* type, const Place& place, unsigned i) const {
        const uint64_t offset = type->isStructTy()
                                    ? m_layout.getStructLayout(llvm::cast<llvm::StructType>(type))->getElementOffset(i).getFixedValue()
                                    : i * m_layout.getTypeAllocSize(type->getArrayElementType()).getFixedValue();
        return {place.pointer, place.alignment, place.offset + offset};
    }
    llvm::Value* at(const Place& place) { return m_ir.CreateConstInBoundsGEP1_64(m_ir.getInt8Ty(), place.pointer, place.offset); }

    llvm::IRBuilder<> m_ir;
    const llvm::DataLayout& m_layout;
};

bool isSmallAggregate(const llvm::Type* type) { return type->isAggregateType() && leafCount(type) <= kMaxMembers; }

// The plain access that replaces a coherent one; null when the call is none.
llvm::Instruction* coherentAccess(llvm::CallInst& call) {
    const llvm::Function* callee = call.getCalledFunction();
    const llvm::StringRef name = callee ? callee->getName() : "";
    if (!name.contains("device_coherent") && !name.contains("system_coherent")) return nullptr;
    llvm::IRBuilder<> ir(&call);
    const llvm::DataLayout& layout = call.getModule()->getDataLayout();
    if (name.starts_with("air.load.") && call.arg_size() >= 1 && call.getArgOperand(0)->getType()->isPointerTy())
        return ir.CreateAlignedLoad(call.getType(), call.getArgOperand(0), layout.getABITypeAlign(call.getType()), true);
    if (!name.starts_with("air.store.") || call.arg_size() < 2 || !call.getArgOperand(1)->getType()->isPointerTy()) return nullptr;
    llvm::Value* value = call.getArgOperand(0);
    return ir.CreateAlignedStore(value, call.getArgOperand(1), layout.getABITypeAlign(value->getType()), true);
}

void lower(llvm::Instruction& i) {
    llvm::Value* replacement = nullptr;
    if (auto* load = llvm::dyn_cast<llvm::LoadInst>(&i)) {
        if (!isSmallAggregate(load->getType())) return;
        replacement = MemberAccess(i).load(load->getType(), {load->getPointerOperand(), load->getAlign()});
    } else if (auto* store = llvm::dyn_cast<llvm::StoreInst>(&i)) {
        if (!isSmallAggregate(store->getValueOperand()->getType())) return;
        MemberAccess(i).store(store->getValueOperand(), {store->getPointerOperand(), store->getAlign()});
    } else {
        replacement = coherentAccess(llvm::cast<llvm::CallInst>(i));
        if (!replacement) return;
    }
    if (!i.getType()->isVoidTy()) i.replaceAllUsesWith(replacement);
    i.eraseFromParent();
}

} // namespace

void lowerMemoryAccesses(llvm::Function& function) {
    std::vector<llvm::Instruction*> found;
    for (llvm::Instruction& i : llvm::instructions(function))
        if (llvm::isa<llvm::LoadInst>(i) || llvm::isa<llvm::StoreInst>(i) || llvm::isa<llvm::CallInst>(i)) found.push_back(&i);
    for (llvm::Instruction* i : found) lower(*i);
}

} // namespace air
