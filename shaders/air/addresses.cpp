#include "shaders/air/addresses.h"

#include <fmt/format.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/GetElementPtrTypeIterator.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>

#include <algorithm>

#include "shaders/air/emitter.h"
#include "shaders/air/guest_pointers.h"
#include "shaders/air/memory_handles.h"

namespace air {

Address Address::plus(int64_t bytes) const {
    Address a = *this;
    a.constant += bytes;
    return a;
}

bool Address::isWordMultiple() const {
    if (constant % 4) return false;
    for (const Term& t : terms)
        if (t.scale % 4) return false;
    return true;
}

static Expr sum(const std::vector<Address::Term>& terms, int64_t constant, uint64_t divisor) {
    Expr total;
    for (const auto& t : terms) {
        const uint64_t scale = t.scale / divisor;
        Expr term = uint32_t(scale) == 1 ? t.index : binary(t.index, "*", uintLiteral(scale));
        total = total.text.empty() ? term : binary(total, "+", term);
    }
    const auto rest = constant / int64_t(divisor);
    if (total.text.empty()) return uintLiteral(uint64_t(rest));
    if (rest > 0) return binary(total, "+", uintLiteral(uint64_t(rest)));
    if (rest < 0) return binary(total, "-", uintLiteral(uint64_t(-rest)));
    return total;
}

Expr Address::byteOffset() const { return sum(terms, constant, 1); }

Expr Address::wordIndex() const {
    if (isWordMultiple()) return sum(terms, constant, 4);
    return binary(byteOffset(), ">>", uintLiteral(2));
}

// Walks to the roots of a pointer; null and undef contribute none.
static void collectRoots(const llvm::Value* v, llvm::SmallPtrSetImpl<const llvm::Value*>& seen,
                         llvm::SmallPtrSetImpl<const llvm::Value*>& roots) {
    if (!seen.insert(v).second || llvm::isa<llvm::ConstantPointerNull>(v) || llvm::isa<llvm::UndefValue>(v)) return;
    if (const auto* gep = llvm::dyn_cast<llvm::GEPOperator>(v)) return collectRoots(gep->getPointerOperand(), seen, roots);
    if (llvm::Operator::getOpcode(v) == llvm::Instruction::BitCast || llvm::Operator::getOpcode(v) == llvm::Instruction::AddrSpaceCast ||
        llvm::isa<llvm::FreezeInst>(v))
        return collectRoots(llvm::cast<llvm::User>(v)->getOperand(0), seen, roots);
    if (const auto* phi = llvm::dyn_cast<llvm::PHINode>(v)) {
        for (const llvm::Value* in : phi->incoming_values()) collectRoots(in, seen, roots);
        return;
    }
    if (const auto* select = llvm::dyn_cast<llvm::SelectInst>(v)) {
        collectRoots(select->getTrueValue(), seen, roots);
        collectRoots(select->getFalseValue(), seen, roots);
        return;
    }
    roots.insert(v);
}

const llvm::Value* Addresses::rootOf(const llvm::Value* pointer) {
    llvm::SmallPtrSet<const llvm::Value*, 8> seen, roots;
    collectRoots(pointer, seen, roots);
    if (roots.size() > 1) m_emitter.decline("pointer-select", "a pointer has several origins");
    return roots.size() == 1 ? *roots.begin() : nullptr;
}

static bool flattenConstant(const llvm::Constant* c, const llvm::DataLayout& layout, uint64_t offset, std::vector<uint8_t>& bytes) {
    if (llvm::isa<llvm::UndefValue>(c) || c->isNullValue()) return true;
    llvm::APInt bits;
    if (const auto* i = llvm::dyn_cast<llvm::ConstantInt>(c))
        bits = i->getValue();
    else if (const auto* f = llvm::dyn_cast<llvm::ConstantFP>(c))
        bits = f->getValueAPF().bitcastToAPInt();
    if (bits.getBitWidth() > 1 || llvm::isa<llvm::ConstantInt>(c)) {
        const uint64_t size = layout.getTypeStoreSize(c->getType());
        const llvm::APInt whole = bits.zextOrTrunc(unsigned(size * 8));
        for (uint64_t b = 0; b < size && offset + b < bytes.size(); ++b)
            bytes[offset + b] = uint8_t(whole.extractBitsAsZExtValue(8, unsigned(b * 8)));
        return true;
    }
    llvm::Type* type = c->getType();
    const uint64_t count = type->isStructTy()                       ? type->getStructNumElements()
                           : type->isArrayTy()                      ? type->getArrayNumElements()
                           : llvm::isa<llvm::FixedVectorType>(type) ? llvm::cast<llvm::FixedVectorType>(type)->getNumElements()
                                                                    : 0;
    for (unsigned i = 0; i < count; ++i) {
        const llvm::Constant* element = c->getAggregateElement(i);
        uint64_t at = 0;
        if (auto* s = llvm::dyn_cast<llvm::StructType>(type))
            at = layout.getStructLayout(s)->getElementOffset(i);
        else if (element)
            at = i * (type->isArrayTy() ? layout.getTypeAllocSize(element->getType()) : layout.getTypeStoreSize(element->getType()));
        if (!element || !flattenConstant(element, layout, offset + at, bytes)) return false;
    }
    return count > 0;
}

void Addresses::fillTable(Storage& s, const llvm::GlobalVariable& global) {
    constexpr uint64_t kMaxTableWords = 4096;
    if (s.words > kMaxTableWords || !global.hasInitializer()) return m_emitter.decline("constant-table", global.getName().str());
    std::vector<uint8_t> bytes(s.words * 4);
    if (!flattenConstant(global.getInitializer(), m_emitter.module().getDataLayout(), 0, bytes))
        m_emitter.decline("constant-table", global.getName().str());
    for (size_t w = 0; w < s.words; ++w)
        s.initial.push_back(uint32_t(bytes[w * 4]) | uint32_t(bytes[w * 4 + 1]) << 8 | uint32_t(bytes[w * 4 + 2]) << 16 |
                            uint32_t(bytes[w * 4 + 3]) << 24);
}

static uint64_t wordsOf(const llvm::Module& module, llvm::Type* type) {
    return type->isSized() ? (module.getDataLayout().getTypeAllocSize(type).getKnownMinValue() + 3) / 4 : 0;
}

Storage* Addresses::makeStorage(const llvm::Value* root) {
    Storage s;
    s.root = root;
    const std::string prefix = m_emitter.prefix();
    if (const auto* argument = llvm::dyn_cast<llvm::Argument>(root)) {
        if (!m_emitter.io().bufferStorage(*argument, s)) return nullptr;
    } else if (const auto* alloca = llvm::dyn_cast<llvm::AllocaInst>(root)) {
        const auto* count = llvm::dyn_cast<llvm::ConstantInt>(alloca->getArraySize());
        if (!count || count->getValue().ugt(65536)) m_emitter.decline("dynamic-alloca");
        s.kind = Storage::Kind::Local;
        s.words = wordsOf(m_emitter.module(), alloca->getAllocatedType()) * (count ? count->getLimitedValue(65536) : 1);
        s.name = fmt::format("local{}", m_locals++);
        constexpr uint64_t kMaxLocalWords = 16384;
        if (s.words > kMaxLocalWords) m_emitter.decline("thread-memory", "an array of more than 64 KiB");
    } else if (isGuestMemory(root)) {
        m_emitter.io().guestStorage(s);
    } else if (isMemoryHandle(root)) {
        if (!m_emitter.io().handleStorage(*root, s)) return nullptr;
    } else if (const auto* global = llvm::dyn_cast<llvm::GlobalVariable>(root)) {
        s.words = wordsOf(m_emitter.module(), global->getValueType());
        const bool isShared = global->getAddressSpace() == 3;
        s.kind = isShared ? Storage::Kind::Shared : Storage::Kind::Table;
        s.name = isShared ? fmt::format("{}_shared{}", prefix, m_shared++) : fmt::format("table{}", m_tables++);
        if (!isShared && !global->isConstant()) m_emitter.decline("global-variable", global->getName().str());
        if (!isShared) fillTable(s, *global);
    } else {
        m_emitter.decline("pointer-from-memory", root->getName().str());
        return nullptr;
    }
    if (s.words == 0 && s.kind != Storage::Kind::Block && s.wordsText.empty()) s.words = 1;
    m_storages.push_back(std::move(s));
    return &m_storages.back();
}

Storage* Addresses::storageOf(const llvm::Value* root) {
    auto [at, isNew] = m_byRoot.try_emplace(root, nullptr);
    if (!isNew) return at->second;
    // The guest's memory has a root in each address space.
    const auto same = std::find_if(m_storages.begin(), m_storages.end(), [&](const Storage& s) { return s.isGuestMemory && isGuestMemory(root); });
    Storage* storage = same != m_storages.end() ? &*same : makeStorage(root);
    return m_byRoot[root] = storage;
}

void Addresses::noteAccess(const llvm::Value* pointer, bool isWrite, bool isFloatWords) {
    const llvm::Value* root = rootOf(pointer);
    Storage* s = root ? storageOf(root) : nullptr;
    if (!s) return;
    const bool isTyped = s->kind == Storage::Kind::Local || s->kind == Storage::Kind::Table || s->kind == Storage::Kind::Shared;
    s->isFloat = isTyped && isFloatWords && (s->isFloat || !s->isUsed);
    s->isUsed = true;
    (isWrite ? s->isWritten : s->isRead) = true;
}

// Volatile accesses are coherent ones (lower_memory.h).
void Addresses::noteCoherent(const llvm::Value* pointer) {
    const llvm::Value* root = rootOf(pointer);
    if (Storage* s = root ? storageOf(root) : nullptr) s->isCoherent = true;
}

// Whole f32 words only.
static bool isFloatWords(const llvm::Type* type, llvm::Align alignment) {
    return type->getScalarType()->isFloatTy() && alignment.value() >= 4;
}

void Addresses::scan() {
    for (const llvm::Instruction& i : llvm::instructions(*m_emitter.entry().function)) {
        if (i.isVolatile() && llvm::getLoadStorePointerOperand(&i)) noteCoherent(llvm::getLoadStorePointerOperand(&i));
        if (const auto* load = llvm::dyn_cast<llvm::LoadInst>(&i))
            noteAccess(load->getPointerOperand(), false, isFloatWords(load->getType(), load->getAlign()));
        if (const auto* store = llvm::dyn_cast<llvm::StoreInst>(&i))
            noteAccess(store->getPointerOperand(), true, isFloatWords(store->getValueOperand()->getType(), store->getAlign()));
        const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
        const llvm::Function* callee = call ? call->getCalledFunction() : nullptr;
        if (!callee || UsePlan::isIgnored(i)) continue;
        const llvm::StringRef name = callee->getName();
        const bool isAtomic = name.starts_with("air.atomic.");
        if (!isAtomic && !name.contains("sincos") && !name.contains("modf") && !name.contains("frexp"))
            continue;
        for (const llvm::Value* argument : call->args())
            if (argument->getType()->isPointerTy()) {
                noteAccess(argument, true, !isAtomic && call->getType()->isFloatTy());
                noteAccess(argument, false, !isAtomic && call->getType()->isFloatTy());
            }
    }
}

void Addresses::addIndices(Address& address, const llvm::GEPOperator& gep) {
    const llvm::DataLayout& layout = m_emitter.module().getDataLayout();
    for (auto at = llvm::gep_type_begin(gep), end = llvm::gep_type_end(gep); at != end; ++at) {
        const llvm::Value* index = at.getOperand();
        if (llvm::StructType* type = at.getStructTypeOrNull()) {
            address.constant +=
                int64_t(layout.getStructLayout(type)->getElementOffset(unsigned(llvm::cast<llvm::ConstantInt>(index)->getZExtValue())));
            continue;
        }
        const uint64_t stride = at.getSequentialElementStride(layout);
        if (const auto* number = llvm::dyn_cast<llvm::ConstantInt>(index))
            address.constant += int64_t(uint64_t(number->getSExtValue()) * stride);
        else if (stride)
            address.terms.push_back({m_emitter.low32(index), stride});
    }
}

Address Addresses::resolve(const llvm::Value* pointer) {
    if (const auto* gep = llvm::dyn_cast<llvm::GEPOperator>(pointer)) {
        Address address = resolve(gep->getPointerOperand());
        addIndices(address, *gep);
        address.constant = int32_t(address.constant); // offsets live modulo 2^32
        return address;
    }
    if (llvm::Operator::getOpcode(pointer) == llvm::Instruction::BitCast ||
        llvm::Operator::getOpcode(pointer) == llvm::Instruction::AddrSpaceCast || llvm::isa<llvm::FreezeInst>(pointer))
        return resolve(llvm::cast<llvm::User>(pointer)->getOperand(0));
    const llvm::Value* root = rootOf(pointer);
    if (!root) return {};
    Address address;
    address.storage = storageOf(root);
    if (llvm::isa<llvm::PHINode>(pointer) || llvm::isa<llvm::SelectInst>(pointer)) address.terms.push_back({m_emitter.value(pointer), 1});
    return address;
}

} // namespace air
