// A dispatch that reads handles out of an argument buffer (objects.md 12).
#pragma once

#include "exec_guest.h"

namespace pvgtest {

inline Bytes setPipeline(uint32_t pipeline) { return record(0xd0, Bytes().u32(pipeline)); }
inline Bytes setBuffer(uint32_t index, uint32_t buffer, uint64_t offset = 0) {
    return record(0xcb, Bytes().u32(index).u32(1).u32(buffer).u64(offset));
}
inline Bytes setTexture(uint32_t index, uint32_t texture) { return record(0xce, Bytes().u32(index).u32(1).u32(texture)); }
inline Bytes setSampler(uint32_t index, uint32_t sampler) { return record(0xcc, Bytes().u32(index).u32(1).u32(sampler)); }
inline Bytes dispatchGroup(uint64_t threads) { return record(0xc8, Bytes().u64(1).u64(1).u64(1).u64(threads).u64(1).u64(1)); }
inline Bytes query(uint32_t opcode, uint32_t object, uint32_t reply, uint64_t offset) {
    return record(opcode, Bytes().u32(object).u32(reply).u64(offset));
}
// Type 7, record 0x03: linear in both directions, or nearest.
inline Bytes samplerDescriptor(bool isLinear) {
    return Bytes().u32(3).u32(36).u32(0).u32(isLinear ? 0x84000005 : 0x84000000).u32(0).f32(0).f32(1000).u64(0);
}

} // namespace pvgtest
