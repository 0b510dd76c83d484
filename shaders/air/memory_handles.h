// Handles and pointers that lie in memory (argument buffers, air.md 3 "indirect"): eight bytes at a known place of a buffer that name a
// texture, a sampler or other memory. The renderer reads those bytes and binds what they name, so in the IR each place becomes a global
// that stands for it, a root as an argument is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shaders/air/entry.h"

namespace llvm {
class GlobalVariable;
class LoadInst;
class Value;
} // namespace llvm

namespace air {

// What the function loads from known places becomes a global; an array of pointers that is indexed at run time a choice between its
// elements. Loads from other places stay; the emitter declines them.
void nameMemoryHandles(const Entry& entry);

// A handle out of an array of known length, as it stands after nameMemoryHandles.
struct HandleArray {
    llvm::Value* index = nullptr;
    std::vector<llvm::GlobalVariable*> elements;
};
std::optional<HandleArray> handleArray(llvm::LoadInst& load, const Entry& entry);

// Whether a value is one of those globals.
bool isMemoryHandle(const llvm::Value* value);

// Whether a loaded value, or one of those globals, is a texture or sampler rather than a pointer.
bool namesTexture(const llvm::Value& value);

// What one or several of them stand for, when the function still uses it.
struct MemoryHandle {
    HandleUse use;
    std::string name;  // "_a0_o16", see reflection.h
    Argument argument; // of textures and samplers: as if it were one, with location kFirstHandle + number
};

class MemoryHandles {
public:
    MemoryHandles() = default;
    explicit MemoryHandles(const Entry& entry);

    const std::vector<MemoryHandle>& all() const { return m_all; }
    // Number of the handle that `value` is; null when it is none, or lies in an argument that is absent.
    std::optional<uint32_t> find(const llvm::Value* value) const;
    // Why these handles cannot be bound; empty when they can.
    const std::string& declined() const { return m_declined; }

private:
    struct Path;
    std::optional<uint32_t> add(const Entry& entry, const Path& path, HandleUse::Kind kind);

    std::vector<MemoryHandle> m_all;
    std::vector<std::string> m_keys; // of m_all
    std::vector<std::pair<const llvm::Value*, uint32_t>> m_numbers;
    std::string m_declined;
};

} // namespace air
