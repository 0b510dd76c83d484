// Records most tests of object lifetime and coherency run.
#pragma once

#include "tests/unit/exec_guest.h"

namespace pvgtest {

inline Bytes fillBuffer(uint32_t buffer, uint64_t length, uint8_t value) {
    return record(0x132, Bytes().u32(buffer).u64(0).u64(length).u8(value).u8(0).u8(0).u8(0));
}
inline Bytes readTexture(uint32_t texture, uint32_t buffer, uint32_t side, uint64_t bytesPerRow) {
    Bytes p;
    p.u32(texture).u32(buffer).u64(0).u64(0).u64(0).u64(side).u64(side).u64(1).u64(0).u64(bytesPerRow).u64(bytesPerRow * side);
    return record(0x12e, p.u16(0).u16(0).u16(0).u16(0));
}
// A pass that clears to pure blue: BGRA bytes ff 00 00 ff.
inline constexpr uint32_t kBlue = 0xff0000ff;
inline Bytes clearToBlue(uint32_t texture) { return passRecord({.texture = texture, .clear = {0, 0, 1, 1}}); }
inline Bytes draw() { return record(0x01, Bytes().u32(3).u16(0).u16(3)); }

} // namespace pvgtest
