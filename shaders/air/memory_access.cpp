#include "shaders/air/memory_access.h"

#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;
using Kind = Storage::Kind;

MemoryAccess::MemoryAccess(Emitter& emitter) : m_emitter(emitter), m_access(emitter.helpers()) {}

// Indices that may be written several times.
Address MemoryAccess::stable(const Address& address) {
    Address a = address;
    for (Address::Term& t : a.terms) t.index = m_emitter.stable({Base::Uint, 1}, t.index);
    return a;
}

// Local arrays and tables have no vector accessor: their words are picked one by one.
Expr MemoryAccess::loadWords(const Address& address, uint64_t alignment, unsigned words) {
    const Storage& s = *address.storage;
    if (alignment < 4) {
        const Address a = stable(address);
        std::vector<Expr> parts;
        for (unsigned w = 0; w < words; ++w) parts.push_back(m_access.loadUnaligned(s, a.plus(4 * w).byteOffset()));
        return words == 1 ? parts[0] : call(fmt::format("uvec{}", words), parts);
    }
    if (words == 1 || (s.kind != Kind::Local && s.kind != Kind::Table)) return m_access.load(s, address.wordIndex(), words);
    const Address a = stable(address);
    std::vector<Expr> parts;
    for (unsigned w = 0; w < words; ++w) parts.push_back(m_access.load(s, a.plus(4 * w).wordIndex(), 1));
    return call(fmt::format("{}{}", s.isFloat ? "vec" : "uvec", words), parts);
}

Expr MemoryAccess::loadValue(const llvm::Type* type, const Address& address, uint64_t alignment, bool isNarrow) {
    const GlslType glsl = glslType(type);
    if (glsl.base == Base::Void) {
        m_emitter.decline("wide-vector", "load");
        return m_emitter.zero({Base::Uint, 1});
    }
    const bool isNarrowWord = isNarrow && glsl.base == Base::Uint64;
    const GlslType result = isNarrowWord ? glsl.of(Base::Uint) : glsl;
    if (!address.storage) return m_emitter.zero(result);
    const unsigned bits = scalarBits(type) == 1 ? 8 : scalarBits(type), bytes = (bits * glsl.lanes + 7) / 8;
    if (bytes < 4 && !(glsl.isVector() && alignment >= 4)) {
        if (!glsl.isVector()) return m_emitter.fromWords(type, m_access.loadNarrow(*address.storage, address.byteOffset(), bits), false);
        const Address a = stable(address);
        std::vector<Expr> lanes;
        for (unsigned lane = 0; lane < glsl.lanes; ++lane)
            lanes.push_back(loadValue(type->getScalarType(), a.plus(int64_t(lane) * bits / 8), bits / 8));
        return call(glsl.name(), lanes);
    }
    if (isNarrowWord && !glsl.isVector()) return loadWords(address, alignment, 1);
    const unsigned words = (bytes + 3) / 4;
    if (words <= 4) return m_emitter.fromWords(type, loadWords(address, alignment, words), address.storage->isFloat, isNarrow);
    // <3 x i64>, <4 x i64>: lane by lane.
    const Address a = stable(address);
    std::vector<Expr> lanes;
    for (unsigned lane = 0; lane < glsl.lanes; ++lane)
        lanes.push_back(
            loadValue(type->getScalarType(), a.plus(int64_t(lane) * bits / 8), std::min<uint64_t>(alignment, bits / 8), isNarrow));
    return call(result.name(), lanes);
}

void MemoryAccess::load(const llvm::LoadInst& i) {
    if (!m_emitter.plan().isUsed(i)) return;
    if (i.getType()->isPointerTy()) return m_emitter.decline("pointer-from-memory", "load");
    const Address address = m_emitter.addresses().resolve(i.getPointerOperand());
    if (!m_emitter.declined().empty()) return;
    if (!i.getType()->isAggregateType())
        return m_emitter.bind(i, loadValue(i.getType(), address, i.getAlign().value(), m_emitter.narrowing().isNarrow(&i)));
    m_emitter.decline("aggregate-load");
}

void MemoryAccess::storeWords(const Address& address, uint64_t alignment, const std::vector<Expr>& words, uint64_t bytes) {
    const Storage& s = *address.storage;
    const Address a = stable(address);
    for (uint64_t at = 0; at < bytes;) {
        const Expr& word = words[at / 4];
        const uint64_t here = std::min<uint64_t>(alignment, at % 4 == 0 ? 4 : at % 2 == 0 ? 2 : 1);
        const Expr shifted = at % 4 ? binary(word, ">>", uintLiteral(at % 4 * 8)) : word;
        if (here >= 4 && bytes - at >= 4) {
            const uint64_t count = s.kind == Kind::Local ? 1 : std::min<uint64_t>(4, (bytes - at) / 4);
            std::vector<Expr> group(words.begin() + long(at / 4), words.begin() + long(at / 4 + count));
            const Expr value = count == 1 ? group[0] : call(fmt::format("{}{}", s.isFloat ? "vec" : "uvec", count), group);
            m_emitter.statement(m_access.store(s, a.plus(int64_t(at)).wordIndex(), value, unsigned(count)));
            at += 4 * count;
        } else {
            const uint64_t size = here >= 2 && bytes - at >= 2 ? 2 : 1;
            m_emitter.statement(m_access.storeNarrow(s, a.plus(int64_t(at)).byteOffset(), shifted, unsigned(size * 8)));
            at += size;
        }
    }
}

void MemoryAccess::storeValue(const llvm::Type* type, const Address& address, uint64_t alignment, const Expr& value) {
    if (!address.storage) return;
    const GlslType glsl = glslType(type);
    const unsigned bits = scalarBits(type) == 1 ? 8 : scalarBits(type);
    const uint64_t bytes = uint64_t(bits) * glsl.lanes / 8;
    const Storage& s = *address.storage;
    const bool isWholeVector = bits == 32 && glsl.lanes > 1 && alignment >= 4 && s.kind != Kind::Local;
    if (s.isFloat || isWholeVector) {
        const bool isBits = !s.isFloat && glsl.base == Base::Float;
        const Expr whole = isBits ? call("floatBitsToUint", {value}) : value;
        if (glsl.lanes == 1 || isWholeVector) return m_emitter.statement(m_access.store(s, address.wordIndex(), whole, glsl.lanes));
        const Expr v = m_emitter.stable(glsl, whole);
        std::vector<Expr> lanes;
        for (unsigned lane = 0; lane < glsl.lanes; ++lane) lanes.push_back(member(v, lane));
        return storeWords(address, alignment, lanes, bytes);
    }
    storeWords(address, alignment, m_emitter.toWords(type, value), bytes);
}

void MemoryAccess::store(const llvm::StoreInst& i) {
    const llvm::Value* value = i.getValueOperand();
    if (llvm::isa<llvm::UndefValue>(value)) return;
    if (value->getType()->isPointerTy()) return m_emitter.decline("pointer-to-memory", "store");
    if (value->getType()->isAggregateType()) return m_emitter.decline("aggregate-store");
    if (glslType(value->getType()).base == Base::Void) return m_emitter.decline("wide-vector", "store");
    const Address address = m_emitter.addresses().resolve(i.getPointerOperand());
    if (!m_emitter.declined().empty()) return;
    const Expr e = scalarBits(value->getType()) == 64 ? m_emitter.wide(value) : m_emitter.value(value);
    storeValue(value->getType(), address, i.getAlign().value(), e);
}

} // namespace air
