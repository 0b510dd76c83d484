// Count-driven arrays of a record, as a view into the private copy of the stream. Entries are packed without alignment, so each one is
// decoded when it is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "pvg/base/byte_reader.h"
#include "pvg/base/ids.h"

namespace pvg::stream {

// Entry: a struct with `static constexpr size_t kWireSize`, its fields in words as kWireFields, and `static Entry read(ByteReader&)`.
template <class Entry>
class PackedList {
public:
    using Element = Entry;

    PackedList() = default;
    explicit PackedList(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    size_t size() const { return m_bytes.size() / Entry::kWireSize; }
    bool empty() const { return size() == 0; }
    Entry operator[](size_t i) const {
        ByteReader reader(m_bytes.subspan(i * Entry::kWireSize, Entry::kWireSize));
        return Entry::read(reader);
    }

private:
    std::span<const std::byte> m_bytes;
};

struct RefEntry {
    ObjectRef ref;
    static constexpr size_t kWireSize = 4;
    static constexpr const char* kWireFields = "u32 ref";
    static RefEntry read(ByteReader& r) { return {ObjectRef{r.u32()}}; }
};
using RefList = PackedList<RefEntry>;

struct BufferEntry {
    ObjectRef ref;
    uint64_t offset = 0;
    static constexpr size_t kWireSize = 12;
    static constexpr const char* kWireFields = "u32 ref, u64 offset";
    static BufferEntry read(ByteReader& r) {
        BufferEntry e;
        e.ref = ObjectRef{r.u32()};
        e.offset = r.u64();
        return e;
    }
};

struct StridedBufferEntry {
    ObjectRef ref;
    uint64_t offset = 0, stride = 0;
    static constexpr size_t kWireSize = 20;
    static constexpr const char* kWireFields = "u32 ref, u64 offset, u64 stride";
    static StridedBufferEntry read(ByteReader& r) {
        StridedBufferEntry e;
        e.ref = ObjectRef{r.u32()};
        e.offset = r.u64();
        e.stride = r.u64();
        return e;
    }
};

struct ClampedSamplerEntry {
    ObjectRef ref;
    float lodMin = 0, lodMax = 0;
    static constexpr size_t kWireSize = 12;
    static constexpr const char* kWireFields = "u32 ref, f32 lodMin, f32 lodMax";
    static ClampedSamplerEntry read(ByteReader& r) {
        ClampedSamplerEntry e;
        e.ref = ObjectRef{r.u32()};
        e.lodMin = r.f32();
        e.lodMax = r.f32();
        return e;
    }
};

struct Rect {
    uint64_t x = 0, y = 0, width = 0, height = 0;
    static constexpr size_t kWireSize = 32;
    static constexpr const char* kWireFields = "u64 x, y, width, height";
    static Rect read(ByteReader& r) {
        Rect e;
        e.x = r.u64();
        e.y = r.u64();
        e.width = r.u64();
        e.height = r.u64();
        return e;
    }
};

struct ViewportEntry {
    double x = 0, y = 0, width = 0, height = 0, zNear = 0, zFar = 1;
    static constexpr size_t kWireSize = 48;
    static constexpr const char* kWireFields = "f64 x, y, width, height, zNear, zFar";
    static ViewportEntry read(ByteReader& r) {
        ViewportEntry e;
        e.x = r.f64();
        e.y = r.f64();
        e.width = r.f64();
        e.height = r.f64();
        e.zNear = r.f64();
        e.zFar = r.f64();
        return e;
    }
};

struct SamplePosition {
    float x = 0, y = 0;
    static constexpr size_t kWireSize = 8;
    static constexpr const char* kWireFields = "f32 x, f32 y";
    static SamplePosition read(ByteReader& r) {
        SamplePosition e;
        e.x = r.f32();
        e.y = r.f32();
        return e;
    }
};

struct ViewMapping {
    uint32_t viewportOffset = 0, renderTargetOffset = 0;
    static constexpr size_t kWireSize = 8;
    static constexpr const char* kWireFields = "u32 viewportOffset, u32 renderTargetOffset";
    static ViewMapping read(ByteReader& r) {
        ViewMapping e;
        e.viewportOffset = r.u32();
        e.renderTargetOffset = r.u32();
        return e;
    }
};

} // namespace pvg::stream
