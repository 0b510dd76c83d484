// Pass records and what goes with them, from the offsets of stream.md 3.
#pragma once

#include "exec_fixture.h"

namespace pvgtest {

inline constexpr uint32_t kDontCare = 0, kLoad = 1, kClear = 2;
inline constexpr uint32_t kStore = 1, kResolve = 2, kStoreAndResolve = 3, kUnknown = 4;

struct Attached {
    uint32_t texture = 0, resolve = 0;
    uint16_t level = 0, slice = 0, plane = 0, resolveLevel = 0, resolveSlice = 0, resolvePlane = 0;
    uint32_t load = kClear, store = kStore;
};

// A pass record from the offsets of stream.md 3.
class Pass {
public:
    Pass() { m_payload.zeros(584); }
    Pass& color(uint32_t index, const Attached& a) { return put(76 + 60 * index, a); }
    Pass& depth(const Attached& a, double clear = 1, uint16_t filter = 0) {
        m_payload.at<double>(28, clear).at<uint16_t>(36, filter);
        return put(0, a);
    }
    Pass& stencil(const Attached& a, uint32_t clear = 0, uint16_t filter = 0) {
        m_payload.at<uint32_t>(40 + 28, clear).at<uint16_t>(40 + 32, filter);
        return put(40, a);
    }
    Pass& visibility(uint32_t buffer) {
        m_payload.at<uint32_t>(556, buffer);
        return *this;
    }
    Pass& extent(uint64_t layers, uint64_t width, uint64_t height) {
        m_payload.at<uint64_t>(560, layers).at<uint64_t>(568, width).at<uint64_t>(576, height);
        return *this;
    }
    Bytes record() const { return pvgtest::record(0x1a, m_payload); }

private:
    Pass& put(size_t at, const Attached& a) {
        m_payload.at<uint32_t>(at, a.texture).at<uint32_t>(at + 4, a.resolve);
        size_t word = at + 8;
        for (const uint16_t v : {a.level, a.slice, a.plane, a.resolveLevel, a.resolveSlice, a.resolvePlane, uint16_t(a.load), uint16_t(a.store)}) {
            m_payload.at<uint16_t>(word, v);
            word += 2;
        }
        return *this;
    }
    Bytes m_payload;
};

inline Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes out;
    for (const Bytes& part : parts) out.append(part);
    return out;
}
inline Bytes lateColor(uint32_t action, uint32_t index) { return record(0x66, Bytes().u32(action).u32(index)); }
inline Bytes lateDepth(uint64_t action) { return record(0x69, Bytes().u64(action)); }
inline Bytes lateStencil(uint64_t action) { return record(0x78, Bytes().u64(action)); }
inline Bytes visibilityMode(uint64_t offset, uint64_t mode) { return record(0x84, Bytes().u64(offset).u64(mode)); }
inline Bytes samples(uint32_t count) { return record(0x1e, Bytes().u32(count)); }

} // namespace pvgtest
