// Loads and stores of every type, on every storage.
#pragma once

#include "shaders/air/addresses.h"
#include "shaders/air/storage.h"

namespace llvm {
class LoadInst;
class StoreInst;
class Type;
} // namespace llvm

namespace air {

class Emitter;

class MemoryAccess {
public:
    explicit MemoryAccess(Emitter& emitter);
    void load(const llvm::LoadInst& i);
    void store(const llvm::StoreInst& i);
    // A value of `type` at `address`, whose alignment is `alignment` bytes.
    Expr loadValue(const llvm::Type* type, const Address& address, uint64_t alignment, bool isNarrow = false);
    void storeValue(const llvm::Type* type, const Address& address, uint64_t alignment, const Expr& value);
    StorageAccess& access() { return m_access; }

private:
    Expr loadWords(const Address& address, uint64_t alignment, unsigned words);
    void storeWords(const Address& address, uint64_t alignment, const std::vector<Expr>& words, uint64_t bytes);
    Address stable(const Address& address);

    Emitter& m_emitter;
    StorageAccess m_access;
};

} // namespace air
