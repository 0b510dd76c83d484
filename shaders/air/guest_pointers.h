// Pointers whose origin only the running function knows: loaded from a computed place, kept in memory and read back, or chosen among
// buffers in a way that pointer_split.h leaves (air.md 6.10). Such a pointer is its eight bytes, an address of the guest; what it leads to
// lies in the guest's memory, one root for all of them, at an offset that the text looks up (reflection.h, P_memory).
#pragma once

namespace llvm {
class Value;
} // namespace llvm

namespace air {

struct Entry;

// The calls that stand for it in the IR: <2 x i32> address -> i32 offset in the guest's memory, and buffer -> <2 x i32> address.
inline constexpr const char* kFindAddress = "air.guest.find";
inline constexpr const char* kAddressOf = "air.guest.address";

// Rewrites every such pointer of the entry's function, with all that is done to it. Where one is used in a way that has no form here, all
// stay, and the emitter declines them.
void resolveGuestPointers(const Entry& entry);

// Whether a root is the guest's memory.
bool isGuestMemory(const llvm::Value* root);

} // namespace air
