#include "shaders/air/handles.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>
#include <llvm/Transforms/Utils/Local.h>

#include <algorithm>
#include <vector>

#include "shaders/air/entry.h"
#include "shaders/air/memory_handles.h"

namespace air {

using llvm::Value;

namespace {

constexpr const char* kElementName = "air.handle.";
constexpr uint64_t kHandleBytes = 8;
constexpr unsigned kMaxElements = 128; // Metal's textures a function (air.max_textures)

bool isHandleKind(const Argument& a) { return a.kind == "air.texture" || a.kind == "air.sampler"; }

// Handles are numbered, the elements of an array one after the other; a handle that is chosen at run time is an i32 of the IR.
class Resolver {
public:
    explicit Resolver(const Entry& entry) : m_entry(entry), m_function(*entry.function) {
        for (const Argument& a : entry.arguments) {
            if (!isHandleKind(a) || a.irIndex >= m_function.arg_size()) continue;
            m_start[m_function.getArg(a.irIndex)] = unsigned(m_handles.size());
            for (unsigned element = 0; element < std::clamp(a.count, 1U, kMaxElements); ++element)
                m_handles.push_back(
                    {m_function.getArg(a.irIndex), element, a.count > 1 || !m_function.getArg(a.irIndex)->getType()->isPointerTy()});
        }
    }

    void run() {
        std::vector<llvm::CallInst*> calls;
        for (llvm::Instruction& i : llvm::instructions(m_function)) {
            auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
            if (call && call->getCalledFunction() && call->getCalledFunction()->getName().starts_with("air.")) calls.push_back(call);
        }
        for (llvm::CallInst* call : calls) resolveCall(call);
        sweep();
        for (llvm::AllocaInst* copy : m_copies) removeCopy(copy);
        sweep();
    }

private:
    struct Handle {
        llvm::Argument* argument;
        unsigned element;
        bool isElement;
        llvm::GlobalVariable* inMemory = nullptr; // instead of an argument
    };
    struct Range {
        unsigned first, count;
    };

    // The operand that stands for a numbered handle.
    Value* operandOf(unsigned number, llvm::Type* type) {
        const Handle& h = m_handles[number];
        if (h.inMemory) return h.inMemory;
        if (!h.isElement) return h.argument;
        const std::string name = kElementName + std::to_string(h.argument->getArgNo()) + "." + std::to_string(h.element);
        llvm::Module& module = *m_function.getParent();
        if (llvm::GlobalVariable* known = module.getNamedGlobal(name)) return known;
        return new llvm::GlobalVariable(module, llvm::Type::getInt8Ty(module.getContext()), true, llvm::GlobalValue::ExternalLinkage,
                                        nullptr, name, nullptr, llvm::GlobalValue::NotThreadLocal, type->getPointerAddressSpace());
    }

    // The loads, copies and numbers that nothing reads any more.
    void sweep() {
        llvm::SmallVector<llvm::WeakTrackingVH, 16> dead;
        for (llvm::Instruction& i : llvm::instructions(m_function))
            if (llvm::isInstructionTriviallyDead(&i)) dead.emplace_back(&i);
        llvm::RecursivelyDeleteTriviallyDeadInstructionsPermissive(dead);
    }

    llvm::ConstantInt* constant(unsigned n) { return llvm::ConstantInt::get(llvm::Type::getInt32Ty(m_function.getContext()), n); }

    // The number of a handle; null when it cannot be told.
    Value* numberOf(Value* handle) {
        handle = handle->stripPointerCasts();
        if (const auto known = m_known.find(handle); known != m_known.end()) return known->second;
        if (const auto start = m_start.find(handle); start != m_start.end()) return constant(start->second);
        if (isMemoryHandle(handle)) return constant(m_start[handle] = add(*llvm::cast<llvm::GlobalVariable>(handle)));
        if (auto* extract = llvm::dyn_cast<llvm::ExtractValueInst>(handle)) return numberOfExtract(*extract);
        if (auto* load = llvm::dyn_cast<llvm::LoadInst>(handle)) return numberOfLoad(*load);
        if (auto* select = llvm::dyn_cast<llvm::SelectInst>(handle)) {
            Value *yes = numberOf(select->getTrueValue()), *no = numberOf(select->getFalseValue());
            if (!yes || !no) return nullptr;
            return note(handle, llvm::IRBuilder<>(select).CreateSelect(select->getCondition(), yes, no));
        }
        if (auto* phi = llvm::dyn_cast<llvm::PHINode>(handle)) return numberOfPhi(*phi);
        return nullptr;
    }

    Value* note(Value* handle, Value* number) { return m_known[handle] = number; }

    unsigned add(llvm::GlobalVariable& inMemory) {
        m_handles.push_back({nullptr, 0, false, &inMemory});
        return unsigned(m_handles.size() - 1);
    }

    Value* numberOfPhi(llvm::PHINode& phi) {
        auto* number = llvm::IRBuilder<>(&phi).CreatePHI(llvm::Type::getInt32Ty(phi.getContext()), phi.getNumIncomingValues());
        note(&phi, number);
        for (unsigned i = 0; i < phi.getNumIncomingValues(); ++i) {
            Value* in = llvm::isa<llvm::UndefValue>(phi.getIncomingValue(i)) ? constant(0) : numberOf(phi.getIncomingValue(i));
            if (!in) m_isLost = true;
            number->addIncoming(in ? in : constant(0), phi.getIncomingBlock(i));
        }
        return number;
    }

    // An array that is passed by value: {[N x handle]} or [N x handle], of which the last index counts.
    Value* numberOfExtract(llvm::ExtractValueInst& extract) {
        const auto start = m_start.find(extract.getAggregateOperand());
        if (start == m_start.end()) return nullptr;
        return constant(start->second + extract.getIndices().back());
    }

    // An array in memory: its elements get numbers of their own.
    Value* numberOfArrayLoad(llvm::LoadInst& load, const HandleArray& array) {
        const Range range{unsigned(m_handles.size()), unsigned(array.elements.size())};
        for (llvm::GlobalVariable* element : array.elements) add(*element);
        m_ranges[&load] = range;
        llvm::IRBuilder<> ir(&load);
        Value* index = ir.CreateZExtOrTrunc(array.index, ir.getInt32Ty());
        return note(&load, range.first ? ir.CreateAdd(index, constant(range.first)) : index);
    }

    Value* numberOfLoad(llvm::LoadInst& load) {
        if (const auto array = handleArray(load, m_entry)) return numberOfArrayLoad(load, *array);
        llvm::IRBuilder<> ir(&load);
        Value *place = load.getPointerOperand(), *index = constant(0);
        const llvm::DataLayout& layout = m_function.getParent()->getDataLayout();
        for (auto* gep = llvm::dyn_cast<llvm::GEPOperator>(place); gep; gep = llvm::dyn_cast<llvm::GEPOperator>(place)) {
            Value* last = gep->getOperand(gep->getNumOperands() - 1);
            const bool isElementStride = layout.getTypeAllocSize(gep->getResultElementType()) == kHandleBytes;
            for (unsigned i = 1; i + 1 < gep->getNumOperands(); ++i)
                if (const auto* zero = llvm::dyn_cast<llvm::ConstantInt>(gep->getOperand(i)); !zero || !zero->isZero()) return nullptr;
            if (!isElementStride) {
                const auto* bytes = llvm::dyn_cast<llvm::ConstantInt>(last);
                if (!bytes || !gep->getResultElementType()->isIntegerTy(8) || bytes->getZExtValue() % kHandleBytes != 0) return nullptr;
                index = ir.CreateAdd(index, constant(unsigned(bytes->getZExtValue() / kHandleBytes)));
            } else {
                index = ir.CreateAdd(index, ir.CreateZExtOrTrunc(last, index->getType()));
            }
            place = gep->getPointerOperand();
        }
        const auto start = startOf(place);
        return start ? note(&load, ir.CreateAdd(index, constant(*start))) : nullptr;
    }

    // The number of the first handle that lies at `place`: an array argument, or a local copy of one.
    std::optional<unsigned> startOf(Value* place) {
        if (const auto start = m_start.find(place); start != m_start.end()) return start->second;
        auto* copy = llvm::dyn_cast<llvm::AllocaInst>(place);
        if (!copy) return std::nullopt;
        std::optional<unsigned> start;
        for (const auto& [store, offset] : storesTo(copy)) {
            const auto* number = llvm::dyn_cast_or_null<llvm::ConstantInt>(
                store->getValueOperand()->getType()->isPointerTy() ? numberOf(store->getValueOperand()) : nullptr);
            if (const auto whole = m_start.find(store->getValueOperand()); whole != m_start.end()) number = constant(whole->second);
            if (!number || offset % kHandleBytes != 0 || number->getZExtValue() < offset / kHandleBytes) return std::nullopt;
            const auto here = unsigned(number->getZExtValue() - offset / kHandleBytes);
            if (start && *start != here) return std::nullopt;
            start = here;
        }
        if (start && !llvm::is_contained(m_copies, copy)) m_copies.push_back(copy);
        return start;
    }

    // Stores at constant offsets, through any number of address computations.
    std::vector<std::pair<llvm::StoreInst*, uint64_t>> storesTo(Value* place, uint64_t offset = 0) {
        std::vector<std::pair<llvm::StoreInst*, uint64_t>> all;
        for (llvm::User* user : place->users()) {
            if (auto* store = llvm::dyn_cast<llvm::StoreInst>(user); store && store->getPointerOperand() == place)
                all.emplace_back(store, offset);
            auto* gep = llvm::dyn_cast<llvm::GEPOperator>(user);
            llvm::APInt bytes(64, 0);
            if (!gep || !gep->accumulateConstantOffset(m_function.getParent()->getDataLayout(), bytes)) continue;
            for (const auto& more : storesTo(gep, offset + bytes.getZExtValue())) all.push_back(more);
        }
        return all;
    }

    // A copy that is still read is a choice that could not be resolved; the emitter declines it.
    void removeCopy(llvm::AllocaInst* copy) {
        for (const auto& [store, offset] : storesTo(copy)) store->eraseFromParent();
    }

    bool isSettled(Value* handle) const {
        const auto start = m_start.find(handle->stripPointerCasts());
        return (start != m_start.end() && !m_handles[start->second].isElement) || llvm::isa<llvm::Constant>(handle);
    }

    void resolveCall(llvm::CallInst* call) {
        for (unsigned n = 0; n < call->arg_size(); ++n) {
            Value* handle = call->getArgOperand(n);
            if (!handle->getType()->isPointerTy() || isSettled(handle)) continue;
            m_isLost = false;
            Value* number = numberOf(handle);
            if (!number || m_isLost) continue;
            if (const auto* known = llvm::dyn_cast<llvm::ConstantInt>(number)) {
                if (known->getZExtValue() < m_handles.size())
                    call->setArgOperand(n, operandOf(unsigned(known->getZExtValue()), handle->getType()));
                continue;
            }
            spread(call, n, number);
            return;
        }
    }

    // Handles of the operand's kind that `number` can be.
    std::vector<unsigned> candidates(Value* handle) const {
        llvm::SmallPtrSet<const Value*, 8> seen;
        std::vector<Value*> work{handle};
        std::vector<bool> isPossible(m_handles.size());
        while (!work.empty()) {
            Value* v = work.back()->stripPointerCasts();
            work.pop_back();
            if (!seen.insert(v).second) continue;
            if (auto* phi = llvm::dyn_cast<llvm::PHINode>(v)) work.insert(work.end(), phi->op_begin(), phi->op_end());
            if (auto* select = llvm::dyn_cast<llvm::SelectInst>(v))
                work.insert(work.end(), {select->getTrueValue(), select->getFalseValue()});
            if (const auto range = m_ranges.find(v); range != m_ranges.end()) {
                for (unsigned n = 0; n < range->second.count; ++n) isPossible[range->second.first + n] = true;
                continue;
            }
            const bool isArray = llvm::isa<llvm::LoadInst>(v);
            for (unsigned n = 0; n < m_handles.size(); ++n) {
                const auto known = m_known.find(v);
                const auto* constantNumber = known == m_known.end() ? nullptr : llvm::dyn_cast<llvm::ConstantInt>(known->second);
                const auto start = m_start.find(v);
                if (constantNumber && constantNumber->getZExtValue() == n) isPossible[n] = true;
                if (start != m_start.end() && start->second == n) isPossible[n] = true;
                if (isArray && !constantNumber && m_handles[n].isElement) isPossible[n] = true;
                if (auto* extract = llvm::dyn_cast<llvm::ExtractValueInst>(v))
                    if (m_handles[n].argument == extract->getAggregateOperand() && m_handles[n].element == extract->getIndices().back())
                        isPossible[n] = true;
            }
        }
        std::vector<unsigned> all;
        for (unsigned n = 0; n < m_handles.size(); ++n)
            if (isPossible[n]) all.push_back(n);
        return all;
    }

    // One call a candidate. Values are computed by all of them, where the call stands, so that derivatives stay in uniform flow; a call
    // that changes memory is guarded.
    void spread(llvm::CallInst* call, unsigned operand, Value* number) {
        const std::vector<unsigned> all = candidates(call->getArgOperand(operand));
        llvm::Type* type = call->getArgOperand(operand)->getType();
        // An atomic has an effect and a value; only one of several textures may see it, so it stays and is declined.
        const llvm::StringRef name = call->getCalledFunction()->getName();
        if (name.starts_with("air.atomic_")) return;
        const bool hasEffect = call->getType()->isVoidTy();
        std::vector<llvm::CallInst*> clones;
        Value* result = nullptr;
        for (unsigned n : all) {
            llvm::Instruction* before = call;
            llvm::IRBuilder<> ir(call);
            Value* isMeant = ir.CreateICmpEQ(number, constant(n));
            if (hasEffect) before = llvm::SplitBlockAndInsertIfThen(isMeant, call, false);
            auto* clone = llvm::cast<llvm::CallInst>(call->clone());
            clone->setArgOperand(operand, operandOf(n, type));
            clone->insertBefore(before);
            clones.push_back(clone);
            if (!call->getType()->isVoidTy()) result = result ? llvm::IRBuilder<>(call).CreateSelect(isMeant, clone, result) : clone;
        }
        if (all.empty()) return;
        if (result) call->replaceAllUsesWith(result);
        call->eraseFromParent();
        for (llvm::CallInst* clone : clones) resolveCall(clone);
    }

    const Entry& m_entry;
    llvm::Function& m_function;
    std::vector<Handle> m_handles;
    llvm::DenseMap<const Value*, Range> m_ranges; // of loads that pick an element in memory
    llvm::DenseMap<const Value*, unsigned> m_start;
    llvm::DenseMap<const Value*, Value*> m_known;
    std::vector<llvm::AllocaInst*> m_copies;
    bool m_isLost = false;
};

} // namespace

void resolveHandles(const Entry& entry) { Resolver(entry).run(); }

std::optional<HandleElement> handleElement(const llvm::Value* handle) {
    const auto* global = llvm::dyn_cast<llvm::GlobalVariable>(handle);
    if (!global || !global->getName().starts_with(kElementName)) return std::nullopt;
    const auto [argument, element] = global->getName().substr(std::string_view(kElementName).size()).split('.');
    HandleElement e;
    if (argument.getAsInteger(10, e.argument) || element.getAsInteger(10, e.element)) return std::nullopt;
    return e;
}

} // namespace air
