// Pointers as (storage, byte offset): one storage, known statically, and an offset that is a sum of scaled indices.
#pragma once

#include <llvm/ADT/DenseMap.h>

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "shaders/air/glsl_expr.h"
#include "shaders/air/storage.h"

namespace llvm {
class AllocaInst;
class GEPOperator;
class GlobalVariable;
class Value;
} // namespace llvm

namespace air {

class Emitter;

struct Address {
    Storage* storage = nullptr; // null: the null pointer; loads give 0, stores vanish
    int64_t constant = 0;
    struct Term {
        Expr index; // uint
        uint64_t scale;
    };
    std::vector<Term> terms;

    Address plus(int64_t bytes) const;
    Expr byteOffset() const;
    // Byte offset / 4, for addresses known to be a multiple of 4.
    Expr wordIndex() const;
    bool isWordMultiple() const;
};

class Addresses {
public:
    explicit Addresses(Emitter& emitter) : m_emitter(emitter) {}

    // Every storage of the function, with what is done to it. Before any text is written.
    void scan();
    Address resolve(const llvm::Value* pointer);
    // The texture, sampler or buffer argument or global at the root of a handle; null when there are several.
    const llvm::Value* rootOf(const llvm::Value* pointer);
    std::deque<Storage>& storages() { return m_storages; }

private:
    Storage* storageOf(const llvm::Value* root);
    Storage* makeStorage(const llvm::Value* root);
    void fillTable(Storage& s, const llvm::GlobalVariable& global);
    void addIndices(Address& address, const llvm::GEPOperator& gep);
    void noteAccess(const llvm::Value* pointer, bool isWrite, bool isFloatWords);
    void noteCoherent(const llvm::Value* pointer);

    Emitter& m_emitter;
    std::deque<Storage> m_storages; // addresses stay valid
    llvm::DenseMap<const llvm::Value*, Storage*> m_byRoot;
    unsigned m_locals = 0, m_shared = 0, m_tables = 0;
};

} // namespace air
