#include "shaders/air/pointer_split.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/Analysis/Utils/Local.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>

#include <algorithm>

namespace air {

namespace {

// Picking among more memories costs more than the access.
constexpr size_t kMaxRoots = 16;
constexpr uint32_t kNone = 0xffffffff; // the null pointer

bool isMerge(const llvm::Value* v) { return llvm::isa<llvm::PHINode>(v) || llvm::isa<llvm::SelectInst>(v); }

bool isStep(const llvm::Value* v) { return isMerge(v) || llvm::isa<llvm::GetElementPtrInst>(v) || llvm::isa<llvm::FreezeInst>(v); }

// The pointers among the operands of a step.
llvm::SmallVector<llvm::Value*, 4> sourcesOf(const llvm::Instruction& step) {
    llvm::SmallVector<llvm::Value*, 4> sources;
    for (llvm::Value* v : step.operands())
        if (v->getType()->isPointerTy()) sources.push_back(v);
    return sources;
}

// The pointer is what the atomic works on and nothing else of it.
bool isAtomicOn(const llvm::CallInst& call, const llvm::Value& pointer) {
    const llvm::Function* callee = call.getCalledFunction();
    if (!callee || !callee->getName().starts_with("air.atomic.") || call.arg_size() == 0 || call.getArgOperand(0) != &pointer) return false;
    return std::none_of(call.arg_begin() + 1, call.arg_end(), [&](const llvm::Use& use) { return use.get() == &pointer; });
}

struct Parts {
    llvm::Value *which = nullptr, *offset = nullptr;
};

// Merges that share operands or users, with the address arithmetic between and behind them.
class Web {
public:
    explicit Web(llvm::Function& function) : m_function(function), m_builder(function.getContext()) {}

    // False: not a web that can be split.
    bool gather(llvm::Instruction& start) {
        llvm::SmallVector<llvm::Instruction*, 16> work{&start};
        while (!work.empty()) {
            llvm::Instruction* step = work.pop_back_val();
            if (!m_steps.insert(step)) continue;
            for (llvm::Value* source : sourcesOf(*step))
                if (!noteSource(source, work)) return false;
            for (llvm::User* user : step->users())
                if (!noteUser(*step, *user, work)) return false;
        }
        return m_roots.size() + (m_hasNull ? 1 : 0) > 1 && m_roots.size() <= kMaxRoots;
    }

    bool contains(llvm::Instruction* step) const { return m_steps.contains(step); }

    void split() {
        // Phis come first, so that whatever they lead to finds them.
        for (llvm::Instruction* step : m_steps)
            if (llvm::isa<llvm::PHINode>(step)) partsOf(step);
        for (llvm::Instruction* step : m_steps)
            if (auto* phi = llvm::dyn_cast<llvm::PHINode>(step)) fill(*phi);
        for (llvm::LoadInst* load : m_loads) splitLoad(*load);
        for (llvm::ICmpInst* test : m_tests) splitTest(*test);
        for (llvm::StoreInst* store : m_stores) splitStore(*store);
        for (llvm::CallInst* atomic : m_atomics) splitAtomic(*atomic);
        for (llvm::Instruction* step : m_steps) step->replaceAllUsesWith(llvm::PoisonValue::get(step->getType()));
        for (llvm::Instruction* step : m_steps) step->eraseFromParent();
    }

private:
    bool noteSource(llvm::Value* source, llvm::SmallVectorImpl<llvm::Instruction*>& work) {
        // What lies between a root and the first merge has users of its own that know the root.
        llvm::Value* base = source;
        while (isStep(base) && !isMerge(base)) base = llvm::cast<llvm::Instruction>(base)->getOperand(0);
        if (llvm::isa<llvm::ConstantPointerNull>(base)) m_hasNull = true;
        if (llvm::isa<llvm::ConstantPointerNull>(base) || llvm::isa<llvm::UndefValue>(base)) return true;
        if (isMerge(base)) return work.push_back(llvm::cast<llvm::Instruction>(source)), true;
        if (!llvm::isa<llvm::Argument>(base) && !llvm::isa<llvm::AllocaInst>(base) && !llvm::isa<llvm::GlobalVariable>(base)) return false;
        m_roots.insert(base);
        return true;
    }

    bool noteUser(llvm::Instruction& step, llvm::User& user, llvm::SmallVectorImpl<llvm::Instruction*>& work) {
        if (auto* load = llvm::dyn_cast<llvm::LoadInst>(&user)) return m_loads.insert(load), !load->getType()->isPointerTy();
        if (auto* store = llvm::dyn_cast<llvm::StoreInst>(&user))
            return m_stores.insert(store), store->getValueOperand() != &step;
        if (auto* test = llvm::dyn_cast<llvm::ICmpInst>(&user)) {
            m_tests.insert(test);
            return test->isEquality() && llvm::isa<llvm::ConstantPointerNull>(test->getOperand(0) == &step ? test->getOperand(1) : test->getOperand(0));
        }
        if (auto* call = llvm::dyn_cast<llvm::CallInst>(&user); call && isAtomicOn(*call, step)) return m_atomics.insert(call), true;
        if (!isStep(&user)) return false;
        work.push_back(llvm::cast<llvm::Instruction>(&user));
        return true;
    }

    Parts partsOf(llvm::Value* v) {
        if (const auto known = m_parts.find(v); known != m_parts.end()) return known->second;
        if (auto* step = llvm::dyn_cast<llvm::Instruction>(v); step && isStep(step)) {
            const Parts made = makeParts(*step);
            return m_parts[v] = made;
        }
        const auto root = std::find(m_roots.begin(), m_roots.end(), v);
        return {m_builder.getInt32(root == m_roots.end() ? kNone : uint32_t(root - m_roots.begin())), m_builder.getInt64(0)};
    }

    Parts makeParts(llvm::Instruction& step) {
        if (auto* phi = llvm::dyn_cast<llvm::PHINode>(&step)) {
            m_builder.SetInsertPoint(phi);
            const unsigned count = phi->getNumIncomingValues();
            return {m_builder.CreatePHI(m_builder.getInt32Ty(), count, "memory"), m_builder.CreatePHI(m_builder.getInt64Ty(), count, "offset")};
        }
        if (auto* select = llvm::dyn_cast<llvm::SelectInst>(&step)) {
            const Parts yes = partsOf(select->getTrueValue()), no = partsOf(select->getFalseValue());
            m_builder.SetInsertPoint(select);
            return {m_builder.CreateSelect(select->getCondition(), yes.which, no.which, "memory"),
                    m_builder.CreateSelect(select->getCondition(), yes.offset, no.offset, "offset")};
        }
        const Parts base = partsOf(step.getOperand(0));
        auto* gep = llvm::dyn_cast<llvm::GetElementPtrInst>(&step);
        if (!gep) return base;
        m_builder.SetInsertPoint(gep);
        return {base.which, m_builder.CreateAdd(base.offset, llvm::emitGEPOffset(&m_builder, m_function.getParent()->getDataLayout(), gep))};
    }

    void fill(llvm::PHINode& phi) {
        const Parts mine = partsOf(&phi);
        for (unsigned i = 0; i < phi.getNumIncomingValues(); ++i) {
            const Parts in = partsOf(phi.getIncomingValue(i));
            llvm::cast<llvm::PHINode>(mine.which)->addIncoming(in.which, phi.getIncomingBlock(i));
            llvm::cast<llvm::PHINode>(mine.offset)->addIncoming(in.offset, phi.getIncomingBlock(i));
        }
    }

    llvm::Value* place(size_t root, llvm::Value* offset) { return m_builder.CreateGEP(m_builder.getInt8Ty(), m_roots[root], offset); }
    llvm::Value* isRoot(llvm::Value* which, size_t root) { return m_builder.CreateICmpEQ(which, m_builder.getInt32(uint32_t(root))); }

    // Reads outside a memory give 0 here (reflection.h), so reading all of them does no harm.
    void splitLoad(llvm::LoadInst& load) {
        const Parts p = partsOf(load.getPointerOperand());
        m_builder.SetInsertPoint(&load);
        llvm::Value* value = llvm::Constant::getNullValue(load.getType());
        for (size_t r = 0; r < m_roots.size(); ++r) {
            llvm::Value* read = m_builder.CreateAlignedLoad(load.getType(), place(r, p.offset), load.getAlign());
            value = !m_hasNull && r == 0 ? read : m_builder.CreateSelect(isRoot(p.which, r), read, value);
        }
        load.replaceAllUsesWith(value);
        load.eraseFromParent();
    }

    void splitStore(llvm::StoreInst& store) {
        const Parts p = partsOf(store.getPointerOperand());
        for (size_t r = 0; r < m_roots.size(); ++r) {
            m_builder.SetInsertPoint(&store);
            llvm::Value* isMeant = isRoot(p.which, r);
            m_builder.SetInsertPoint(llvm::SplitBlockAndInsertIfThen(isMeant, &store, false));
            m_builder.CreateAlignedStore(store.getValueOperand(), place(r, p.offset), store.getAlign());
        }
        store.eraseFromParent();
    }

    // Only the memory that is meant may see it; its value is what that one had.
    void splitAtomic(llvm::CallInst& atomic) {
        const Parts p = partsOf(atomic.getArgOperand(0));
        llvm::Value* value = atomic.getType()->isVoidTy() ? nullptr : llvm::Constant::getNullValue(atomic.getType());
        for (size_t r = 0; r < m_roots.size(); ++r) {
            m_builder.SetInsertPoint(&atomic);
            llvm::BasicBlock* const before = atomic.getParent();
            llvm::Instruction* const end = llvm::SplitBlockAndInsertIfThen(isRoot(p.which, r), &atomic, false);
            m_builder.SetInsertPoint(end);
            auto* const one = llvm::cast<llvm::CallInst>(m_builder.Insert(atomic.clone()));
            one->setArgOperand(0, place(r, p.offset));
            one->moveBefore(end);
            if (value == nullptr) continue;
            m_builder.SetInsertPoint(atomic.getParent(), atomic.getParent()->begin());
            auto* const either = m_builder.CreatePHI(atomic.getType(), 2, "old");
            either->addIncoming(one, end->getParent());
            either->addIncoming(value, before);
            value = either;
        }
        if (value != nullptr) atomic.replaceAllUsesWith(value);
        atomic.eraseFromParent();
    }

    void splitTest(llvm::ICmpInst& test) {
        const bool isFirst = !llvm::isa<llvm::ConstantPointerNull>(test.getOperand(0));
        const Parts p = partsOf(test.getOperand(isFirst ? 0 : 1));
        m_builder.SetInsertPoint(&test);
        test.replaceAllUsesWith(m_builder.CreateICmp(test.getPredicate(), p.which, m_builder.getInt32(kNone)));
        test.eraseFromParent();
    }

    llvm::Function& m_function;
    llvm::IRBuilder<> m_builder;
    llvm::SetVector<llvm::Instruction*> m_steps;
    llvm::SetVector<llvm::Value*> m_roots;
    llvm::SetVector<llvm::LoadInst*> m_loads;
    llvm::SetVector<llvm::StoreInst*> m_stores;
    llvm::SetVector<llvm::CallInst*> m_atomics;
    llvm::SetVector<llvm::ICmpInst*> m_tests;
    llvm::DenseMap<llvm::Value*, Parts> m_parts;
    bool m_hasNull = false;
};

} // namespace

void splitPointers(llvm::Function& function) {
    llvm::SmallVector<llvm::Instruction*, 16> merges;
    for (llvm::Instruction& i : llvm::instructions(function))
        if (isMerge(&i) && i.getType()->isPointerTy()) merges.push_back(&i);
    // A web that was split takes its merges with it.
    while (!merges.empty()) {
        llvm::Instruction* merge = merges.pop_back_val();
        Web web(function);
        if (!web.gather(*merge)) continue;
        llvm::erase_if(merges, [&](llvm::Instruction* m) { return web.contains(m); });
        web.split();
    }
}

} // namespace air
