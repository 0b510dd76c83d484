#include "shaders/air/local_pointers.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Analysis/Utils/Local.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>

#include <map>
#include <vector>

namespace air {

namespace {

constexpr uint64_t kPointerBytes = 8;
constexpr size_t kMaxPointers = 16; // pointer_split.h

// One array: what its slots are given, and who reads them.
class PointerArray {
public:
    explicit PointerArray(llvm::AllocaInst& array) : m_array(array), m_layout(array.getModule()->getDataLayout()) {}

    bool gather() {
        if (!visit(m_array, 0) || m_loads.empty() || m_slots.empty() || m_slots.size() > kMaxPointers) return false;
        const llvm::Type* type = m_slots.begin()->second->getType();
        return llvm::all_of(m_slots, [&](const auto& slot) { return slot.second->getType() == type; }) &&
               llvm::all_of(m_loads, [&](const llvm::LoadInst* load) { return load->getType() == type; });
    }

    void resolve() {
        for (llvm::LoadInst* load : m_loads) {
            load->replaceAllUsesWith(choice(*load));
            load->eraseFromParent();
        }
        for (llvm::StoreInst* store : m_stores) store->eraseFromParent();
    }

private:
    bool visit(llvm::Value& place, uint64_t offset) {
        for (llvm::User* user : place.users()) {
            const auto* instruction = llvm::dyn_cast<llvm::Instruction>(user);
            if (instruction && instruction->isLifetimeStartOrEnd()) continue;
            if (auto* store = llvm::dyn_cast<llvm::StoreInst>(user)) {
                if (store->getPointerOperand() != &place || !note(*store, offset)) return false;
            } else if (auto* load = llvm::dyn_cast<llvm::LoadInst>(user)) {
                if (!noteLoad(*load)) return false;
            } else if (auto* gep = llvm::dyn_cast<llvm::GetElementPtrInst>(user)) {
                if (!visitElement(*gep, offset)) return false;
            } else {
                return false;
            }
        }
        return true;
    }

    bool visitElement(llvm::GetElementPtrInst& gep, uint64_t offset) {
        llvm::APInt bytes(64, 0);
        if (gep.accumulateConstantOffset(m_layout, bytes)) return visit(gep, offset + bytes.getZExtValue());
        for (llvm::User* user : gep.users()) {
            auto* load = llvm::dyn_cast<llvm::LoadInst>(user);
            if (!load || !noteLoad(*load)) return false;
        }
        return true;
    }

    bool note(llvm::StoreInst& store, uint64_t offset) {
        llvm::Value* value = store.getValueOperand();
        if (!value->getType()->isPointerTy() || offset % kPointerBytes != 0) return false;
        if (!llvm::isa<llvm::Argument>(value) && !llvm::isa<llvm::GlobalVariable>(value) && !llvm::isa<llvm::ConstantPointerNull>(value))
            return false;
        m_stores.push_back(&store);
        return m_slots.try_emplace(offset, value).first->second == value;
    }

    bool noteLoad(llvm::LoadInst& load) {
        m_loads.push_back(&load);
        return load.getType()->isPointerTy();
    }

    // Reading a slot that was never given anything is undefined; null is as good as any pointer.
    llvm::Value* choice(llvm::LoadInst& load) {
        llvm::IRBuilder<> ir(&load);
        llvm::Value* at = ir.getInt32(0);
        const llvm::Value* place = load.getPointerOperand();
        while (const auto* gep = llvm::dyn_cast<llvm::GEPOperator>(place)) {
            at = ir.CreateAdd(at, ir.CreateTrunc(llvm::emitGEPOffset(&ir, m_layout, const_cast<llvm::GEPOperator*>(gep)), ir.getInt32Ty()));
            place = gep->getPointerOperand();
        }
        llvm::Value* chosen = llvm::ConstantPointerNull::get(llvm::cast<llvm::PointerType>(load.getType()));
        for (const auto& [offset, value] : m_slots)
            chosen = ir.CreateSelect(ir.CreateICmpEQ(at, ir.getInt32(uint32_t(offset))), value, chosen);
        return chosen;
    }

    llvm::AllocaInst& m_array;
    const llvm::DataLayout& m_layout;
    std::map<uint64_t, llvm::Value*> m_slots; // by byte offset
    std::vector<llvm::StoreInst*> m_stores;
    std::vector<llvm::LoadInst*> m_loads;
};

bool isTextureCall(const llvm::User& user) {
    const auto* call = llvm::dyn_cast<llvm::CallInst>(&user);
    return call && call->getCalledFunction() && call->getCalledFunction()->getName().starts_with("air.");
}

// Arrays of textures are resolveHandles' to take apart.
bool holdsTextures(const llvm::Value& place) {
    for (const llvm::User* user : place.users()) {
        if (llvm::isa<llvm::GEPOperator>(user) && holdsTextures(*user)) return true;
        if (llvm::isa<llvm::LoadInst>(user) && user->getType()->isPointerTy())
            for (const llvm::User* reader : user->users())
                if (isTextureCall(*reader)) return true;
    }
    return false;
}

} // namespace

void resolveLocalPointers(llvm::Function& function) {
    std::vector<llvm::AllocaInst*> arrays;
    for (llvm::Instruction& i : llvm::instructions(function)) {
        auto* alloca = llvm::dyn_cast<llvm::AllocaInst>(&i);
        const auto* type = alloca ? llvm::dyn_cast<llvm::ArrayType>(alloca->getAllocatedType()) : nullptr;
        if (type && type->getElementType()->isPointerTy()) arrays.push_back(alloca);
    }
    for (llvm::AllocaInst* alloca : arrays) {
        PointerArray array(*alloca);
        if (!holdsTextures(*alloca) && array.gather()) array.resolve();
    }
}

} // namespace air
