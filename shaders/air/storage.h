// The memories a function reaches: guest buffers, threadgroup memory, thread-local arrays and constant tables. Each is a word array in
// GLSL; an address is a byte offset into one of them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "shaders/air/glsl_expr.h"
#include "shaders/air/helper_library.h"

namespace llvm {
class Value;
} // namespace llvm

namespace air {

struct Storage {
    enum class Kind : uint8_t { Block, Uniform, Shared, Local, Table };
    Kind kind = Kind::Block;
    const llvm::Value* root = nullptr; // argument, alloca or global
    std::string name;                  // of the block instance or array
    std::string infoName;              // Block: "vs_info[3]"
    std::string arena;                 // Block: the array that holds a copy of it; empty: it has a block of its own
    bool isGuestMemory = false;        // Block: what pointers lead to that the function finds (guest_pointers.h)
    uint32_t metalIndex = 0;
    uint64_t words = 0;    // 0: not known here (Block, threadgroup argument)
    std::string wordsText; // Shared arguments: an expression of their AIR_TG_N
    bool isFloat = false;  // element type float instead of uint
    bool isRead = false, isWritten = false, isUsed = false, isCoherent = false;
    std::vector<uint32_t> initial; // Table: its words

    std::string arrayName() const { return !arena.empty() ? arena : kind == Kind::Block || kind == Kind::Uniform ? name + ".data" : name; }
    std::string wordCount() const;
    // A long table is one of vectors: what drivers take for an array's initial value grows with the square of its elements.
    bool isVectorTable() const { return kind == Kind::Table && words > 256; }
};

// Accessor functions of one storage, generated on demand. Each tests its bounds: loads beyond give 0, stores vanish (reflection.h).
class StorageAccess {
public:
    explicit StorageAccess(HelperLibrary& helpers) : m_helpers(helpers) {}

    // `words` consecutive words (1..4) at word index `index`: uint, uvec2..4.
    Expr load(const Storage& s, const Expr& index, unsigned words);
    // 8 or 16 bits at byte offset `offset`, zero-extended.
    Expr loadNarrow(const Storage& s, const Expr& offset, unsigned bits);
    // A word at any byte offset.
    Expr loadUnaligned(const Storage& s, const Expr& offset);
    // Statements without the semicolon.
    std::string store(const Storage& s, const Expr& index, const Expr& value, unsigned words);
    std::string storeNarrow(const Storage& s, const Expr& offset, const Expr& value, unsigned bits);
    // An atomic on the word at `index`: `function` is a GLSL atomic, `arguments` what follows the memory operand. Returns the old word.
    Expr atomic(const Storage& s, const std::string& function, const Expr& index, const std::vector<Expr>& arguments);
    Expr atomicFloatAdd(const Storage& s, const Expr& index, const Expr& value);

private:
    Expr loadUniformConstant(const Storage& s, uint32_t index, unsigned words);
    std::string element(const Storage& s, const std::string& index) const;
    std::string inBounds(const Storage& s, const std::string& index, unsigned words) const;

    HelperLibrary& m_helpers;
};

} // namespace air
