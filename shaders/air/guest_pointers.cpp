#include "shaders/air/guest_pointers.h"

#include <fmt/format.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/Analysis/Utils/Local.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>

#include <algorithm>
#include <string_view>

#include "shaders/air/entry.h"
#include "shaders/air/memory_handles.h"
#include "shaders/air/use_plan.h"

namespace air {

using llvm::Instruction;
using llvm::Value;

namespace {

constexpr std::string_view kRootName = "air.guest.memory.";

bool isBufferPointer(const llvm::Type* type) {
    return type->isPointerTy() && (type->getPointerAddressSpace() == 1 || type->getPointerAddressSpace() == 2);
}

// What leads from pointers to a pointer.
bool isStep(const Value* v) {
    return llvm::isa<llvm::GetElementPtrInst>(v) || llvm::isa<llvm::PHINode>(v) || llvm::isa<llvm::SelectInst>(v) ||
           llvm::isa<llvm::FreezeInst>(v);
}

bool isAtomic(const llvm::User* user) {
    const auto* call = llvm::dyn_cast<llvm::CallInst>(user);
    return call && call->getCalledFunction() && call->getCalledFunction()->getName().starts_with("air.atomic.");
}

class Rewriting {
public:
    explicit Rewriting(const Entry& entry) : m_entry(entry), m_function(*entry.function), m_ir(entry.function->getContext()) {}

    // False: nothing to do, or something that has no form.
    bool gather() {
        for (Instruction& i : llvm::instructions(m_function)) {
            if (isSource(i) || isChoice(i)) m_found.insert(&i);
            auto* store = llvm::dyn_cast<llvm::StoreInst>(&i);
            if (store && isBufferPointer(store->getValueOperand()->getType()) && !isResource(*store->getValueOperand()))
                m_stores.push_back(store);
        }
        for (size_t n = 0; n < m_found.size(); ++n)
            for (llvm::User* user : m_found[n]->users())
                if (!noteUser(*m_found[n], *user)) return false;
        return std::all_of(m_stores.begin(), m_stores.end(),
                           [&](const llvm::StoreInst* s) { return isAddressable(s->getValueOperand()); }) &&
               (!m_found.empty() || !m_stores.empty());
    }

    void run() {
        for (llvm::StoreInst* store : m_stores) rewriteStore(*store);
        for (llvm::ICmpInst* test : m_tests) rewriteTest(*test);
        for (llvm::PtrToIntInst* cast : m_numbers) rewriteNumber(*cast);
        // Pointers behind pointers are loaded again as words, which moves as well.
        for (Instruction* i : m_found)
            if (!llvm::isa<llvm::GetElementPtrInst>(i)) words(i);
        while (!m_open.empty()) fill(*m_open.pop_back_val());
        for (Instruction* i : m_found)
            if (!llvm::isa<llvm::GetElementPtrInst>(i)) moveUses(*i);
        for (Instruction* i : m_found)
            if (!llvm::isa<llvm::GetElementPtrInst>(i)) i->replaceAllUsesWith(llvm::PoisonValue::get(i->getType()));
        for (Instruction* i : m_found)
            if (!llvm::isa<llvm::GetElementPtrInst>(i)) i->eraseFromParent();
    }

private:
    bool isSource(const Instruction& i) const {
        if (!isBufferPointer(i.getType()) || namesTexture(i)) return false;
        return llvm::isa<llvm::LoadInst>(i) || (llvm::isa<llvm::IntToPtrInst>(i) && !llvm::isa<llvm::Constant>(i.getOperand(0)));
    }

    // A merge of several buffers.
    bool isChoice(const Instruction& i) const {
        const bool isMerge = llvm::isa<llvm::PHINode>(i) || llvm::isa<llvm::SelectInst>(i);
        return isMerge && isBufferPointer(i.getType()) && !namesTexture(i) && isAddressable(&i) && rootsOf(i).size() > 1;
    }

    llvm::SmallPtrSet<const Value*, 8> rootsOf(const Value& pointer) const {
        llvm::SmallPtrSet<const Value*, 8> seen, roots;
        llvm::SmallVector<const Value*, 8> work{&pointer};
        while (!work.empty()) {
            const Value* at = work.pop_back_val();
            if (!seen.insert(at).second || !at->getType()->isPointerTy() || llvm::isa<llvm::ConstantPointerNull>(at) ||
                llvm::isa<llvm::UndefValue>(at))
                continue;
            if (isStep(at))
                work.append(llvm::cast<Instruction>(at)->op_begin(), llvm::cast<Instruction>(at)->op_end());
            else
                roots.insert(at);
        }
        return roots;
    }

    // Textures and samplers are as(1) and as(2) pointers as well.
    bool isResource(const Value& v) const {
        if (isMemoryHandle(&v)) return namesTexture(v);
        const auto* argument = llvm::dyn_cast<llvm::Argument>(&v);
        return argument && !isBuffer(*argument);
    }

    bool isBuffer(const llvm::Argument& argument) const {
        const auto a = std::ranges::find(m_entry.arguments, argument.getArgNo(), &Argument::irIndex);
        return a != m_entry.arguments.end() && (a->kind == "air.buffer" || a->kind == "air.indirect_buffer") &&
               isBufferPointer(argument.getType());
    }

    bool noteUser(Instruction& pointer, llvm::User& user) {
        if (llvm::isa<llvm::LoadInst>(user) || isAtomic(&user)) return true;
        if (const auto* call = llvm::dyn_cast<llvm::CallInst>(&user)) return UsePlan::isIgnored(*call);
        if (auto* store = llvm::dyn_cast<llvm::StoreInst>(&user))
            return store->getValueOperand() != &pointer || llvm::is_contained(m_stores, store);
        if (auto* cast = llvm::dyn_cast<llvm::PtrToIntInst>(&user)) return m_numbers.insert(cast), true;
        if (auto* test = llvm::dyn_cast<llvm::ICmpInst>(&user)) {
            m_tests.insert(test);
            return isAddressable(test->getOperand(0)) && isAddressable(test->getOperand(1));
        }
        if (!isStep(&user)) return false;
        m_found.insert(llvm::cast<Instruction>(&user));
        return isAddressable(&user); // the other sides of a merge, too
    }

    // Whether its address can be told.
    bool isAddressable(const Value* v) const {
        llvm::SmallPtrSet<const Value*, 8> seen;
        llvm::SmallVector<const Value*, 8> work{v};
        while (!work.empty()) {
            const Value* at = work.pop_back_val();
            if (!seen.insert(at).second || llvm::isa<llvm::ConstantPointerNull>(at) || llvm::isa<llvm::UndefValue>(at)) continue;
            if (const auto* argument = llvm::dyn_cast<llvm::Argument>(at); argument && isBuffer(*argument)) continue;
            if (isMemoryHandle(at) ? !namesTexture(*at) : llvm::isa<Instruction>(at) && isSource(*llvm::cast<Instruction>(at))) continue;
            if (!isStep(at) || !isBufferPointer(at->getType())) return false;
            for (const Value* operand : llvm::cast<Instruction>(at)->operands())
                if (operand->getType()->isPointerTy()) work.push_back(operand);
        }
        return true;
    }

    llvm::Type* wordsType() { return llvm::FixedVectorType::get(m_ir.getInt32Ty(), 2); }
    Value* number(Value* words) { return m_ir.CreateBitCast(words, m_ir.getInt64Ty()); }

    // The eight bytes of a pointer. Leaves the insertion point anywhere.
    Value* words(Value* pointer) {
        if (llvm::isa<llvm::ConstantPointerNull>(pointer) || llvm::isa<llvm::UndefValue>(pointer))
            return llvm::Constant::getNullValue(wordsType());
        if (const auto known = m_words.find(pointer); known != m_words.end()) return known->second;
        Value* made = makeWords(*pointer);
        return m_words[pointer] = made;
    }

    Value* makeWords(Value& pointer) {
        auto* i = llvm::dyn_cast<Instruction>(&pointer);
        if (!i) return addressOf(pointer);
        if (auto* phi = llvm::dyn_cast<llvm::PHINode>(i)) {
            m_ir.SetInsertPoint(phi);
            m_open.push_back(phi);
            return m_ir.CreatePHI(wordsType(), phi->getNumIncomingValues(), "address");
        }
        if (auto* select = llvm::dyn_cast<llvm::SelectInst>(i)) {
            Value *yes = words(select->getTrueValue()), *no = words(select->getFalseValue());
            m_ir.SetInsertPoint(i);
            return m_ir.CreateSelect(select->getCondition(), yes, no, "address");
        }
        if (auto* gep = llvm::dyn_cast<llvm::GetElementPtrInst>(i)) {
            Value* base = words(gep->getPointerOperand());
            m_ir.SetInsertPoint(i);
            Value* offset = llvm::emitGEPOffset(&m_ir, m_function.getParent()->getDataLayout(), gep);
            return m_ir.CreateBitCast(m_ir.CreateAdd(number(base), offset), wordsType(), "address");
        }
        if (llvm::isa<llvm::FreezeInst>(i)) return words(i->getOperand(0));
        m_ir.SetInsertPoint(i);
        if (auto* load = llvm::dyn_cast<llvm::LoadInst>(i))
            return m_ir.CreateAlignedLoad(wordsType(), load->getPointerOperand(), load->getAlign(), load->isVolatile(), "address");
        return m_ir.CreateBitCast(m_ir.CreateZExtOrTrunc(i->getOperand(0), m_ir.getInt64Ty()), wordsType(), "address");
    }

    // Of a buffer that is bound.
    Value* addressOf(Value& root) {
        m_ir.SetInsertPoint(&*m_function.getEntryBlock().getFirstInsertionPt());
        return m_ir.CreateCall(pure(kAddressOf + std::to_string(root.getType()->getPointerAddressSpace()), wordsType(), root.getType()),
                               {&root}, "address");
    }

    llvm::FunctionCallee pure(const std::string& name, llvm::Type* result, llvm::Type* parameter) {
        auto callee = m_function.getParent()->getOrInsertFunction(name, llvm::FunctionType::get(result, {parameter}, false));
        auto* f = llvm::cast<llvm::Function>(callee.getCallee());
        f->setDoesNotAccessMemory();
        f->setDoesNotThrow();
        f->setWillReturn();
        return callee;
    }

    llvm::GlobalVariable* memory(unsigned space) {
        const std::string name = fmt::format("{}{}", kRootName, space);
        llvm::Module& module = *m_function.getParent();
        if (llvm::GlobalVariable* known = module.getNamedGlobal(name)) return known;
        return new llvm::GlobalVariable(module, m_ir.getInt8Ty(), false, llvm::GlobalValue::ExternalWeakLinkage, nullptr, name, nullptr,
                                        llvm::GlobalValue::NotThreadLocal, space);
    }

    // What is reached through the pointer is reached through its place in the guest's memory.
    void moveUses(Instruction& pointer) {
        llvm::SmallVector<llvm::Use*, 8> reached;
        for (llvm::Use& use : pointer.uses()) {
            const bool isPlace =
                llvm::isa<llvm::LoadInst>(use.getUser()) || llvm::isa<llvm::GetElementPtrInst>(use.getUser()) || isAtomic(use.getUser());
            const bool isTarget =
                llvm::isa<llvm::StoreInst>(use.getUser()) && use.getOperandNo() == llvm::StoreInst::getPointerOperandIndex();
            if (isPlace || isTarget) reached.push_back(&use);
        }
        if (reached.empty()) return;
        Value* address = words(&pointer);
        Instruction* after = llvm::isa<llvm::PHINode>(pointer) ? &*pointer.getParent()->getFirstInsertionPt() : pointer.getNextNode();
        m_ir.SetInsertPoint(after);
        Value* offset = m_ir.CreateCall(pure(kFindAddress, m_ir.getInt32Ty(), wordsType()), {address}, "place");
        Value* place = m_ir.CreateGEP(m_ir.getInt8Ty(), memory(pointer.getType()->getPointerAddressSpace()), offset);
        for (llvm::Use* use : reached) use->set(place);
    }

    void fill(llvm::PHINode& phi) {
        auto* mine = llvm::cast<llvm::PHINode>(words(&phi));
        for (unsigned n = 0; n < phi.getNumIncomingValues(); ++n)
            mine->addIncoming(words(phi.getIncomingValue(n)), phi.getIncomingBlock(n));
    }

    void rewriteStore(llvm::StoreInst& store) {
        Value* address = words(store.getValueOperand());
        m_ir.SetInsertPoint(&store);
        m_ir.CreateAlignedStore(address, store.getPointerOperand(), store.getAlign(), store.isVolatile());
        store.eraseFromParent();
    }

    // Equality needs no 64-bit numbers.
    void rewriteTest(llvm::ICmpInst& test) {
        Value *a = words(test.getOperand(0)), *b = words(test.getOperand(1));
        m_ir.SetInsertPoint(&test);
        Value* result = nullptr;
        if (test.isEquality()) {
            Value* difference = m_ir.CreateXor(a, b);
            Value* any =
                m_ir.CreateOr(m_ir.CreateExtractElement(difference, uint64_t(0)), m_ir.CreateExtractElement(difference, uint64_t(1)));
            result = m_ir.CreateICmp(test.getPredicate(), any, m_ir.getInt32(0));
        } else {
            result = m_ir.CreateICmp(test.getPredicate(), number(a), number(b));
        }
        test.replaceAllUsesWith(result);
        test.eraseFromParent();
    }

    void rewriteNumber(llvm::PtrToIntInst& cast) {
        Value* address = words(cast.getPointerOperand());
        m_ir.SetInsertPoint(&cast);
        cast.replaceAllUsesWith(m_ir.CreateZExtOrTrunc(number(address), cast.getType()));
        cast.eraseFromParent();
    }

    const Entry& m_entry;
    llvm::Function& m_function;
    llvm::IRBuilder<> m_ir;
    llvm::SetVector<Instruction*> m_found;           // pointers into the guest's memory
    llvm::SmallVector<llvm::StoreInst*, 8> m_stores; // of pointers
    llvm::SetVector<llvm::ICmpInst*> m_tests;
    llvm::SetVector<llvm::PtrToIntInst*> m_numbers;
    llvm::DenseMap<Value*, Value*> m_words;
    llvm::SmallVector<llvm::PHINode*, 8> m_open; // whose words lack their incoming values
};

} // namespace

bool isGuestMemory(const Value* root) {
    const auto* global = llvm::dyn_cast<llvm::GlobalVariable>(root);
    return global && global->getName().starts_with(kRootName);
}

void resolveGuestPointers(const Entry& entry) {
    Rewriting rewriting(entry);
    if (rewriting.gather()) rewriting.run();
}

} // namespace air
