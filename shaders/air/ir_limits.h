// What no Metal compiler writes and neither LLVM's passes nor the emitter are made for, and code that would take seconds and gigabytes to
// inline: declined by name before a pass sees it.
#pragma once

#include <cstdint>
#include <string>

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace air {

struct Entry;

// Empty, or the reason for a decline: "foreign-code: ..." or "too-large: ...". Linear in the module's size.
std::string foreignCode(const llvm::Module& module);

// The same for an entry's slots: attributes, attachments, textures, buffers beyond Metal's own limits.
std::string foreignSlot(const Entry& entry);

// Instructions of `entry` once everything it calls is inlined, before anything is simplified; a call that recurses counts nothing.
// Saturates.
uint64_t inlinedSize(const llvm::Function& entry);

} // namespace air
