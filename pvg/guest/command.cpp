#include "pvg/guest/command.h"

#include <array>

namespace pvg::guest {

namespace {

std::array<uint8_t, 4> quadOf(Written written) {
    switch (written) {
    case Written::Nobody: break;
    case Written::ByCpu: return {1, 0, 0, 1};
    case Written::ByGpu: return {0, 1, 1, 0};
    case Written::ByBoth: return {1, 1, 1, 1};
    }
    return {0, 0, 0, 0};
}

void putUse(ByteWriter& w, const ResourceUse& use) {
    w.u32(use.ref.value);
    for (uint8_t flag : quadOf(use.written)) w.u8(flag);
}

} // namespace

Bytes encodeCommand(const CommandHeader& header, std::span<const std::byte> payload) {
    const size_t padding = (4 - payload.size() % 4) % 4;
    const size_t length = 12 + 8 * header.barriers.size() + payload.size() + padding;
    ByteWriter w;
    w.u16(static_cast<uint16_t>(header.id)).u16(static_cast<uint16_t>(header.barriers.size()));
    w.u32(static_cast<uint32_t>(length)).u32(header.signal);
    for (const Fence& b : header.barriers) w.u32(b.slot).u32(b.value);
    w.bytes(payload).unwritten(padding);
    return w.take();
}

Bytes encodeExec(TaskId task, std::span<const ResourceUse> resources, std::span<const CommandBuffer> buffers) {
    ByteWriter w;
    w.u32(task.value).u32(static_cast<uint32_t>(resources.size())).u32(static_cast<uint32_t>(buffers.size()));
    for (const ResourceUse& use : resources) {
        putUse(w, use);
        w.zeros(16);
    }
    for (const CommandBuffer& b : buffers) w.u64(b.address.value).u64(b.length);
    return w.take();
}

Bytes encodeInvalidate(TaskId task, std::span<const ResourceUse> resources) {
    ByteWriter w;
    w.u32(task.value).u32(static_cast<uint32_t>(resources.size()));
    for (const ResourceUse& use : resources) putUse(w, use);
    return w.take();
}

Bytes encodeSynchronize(TaskId task, std::span<const ObjectRef> resources) {
    ByteWriter w;
    w.u32(task.value).u32(static_cast<uint32_t>(resources.size()));
    for (const ObjectRef ref : resources) w.u32(ref.value);
    return w.take();
}

Bytes encodeDeleteObject(TaskId task, ObjectKind kind, ObjectRef ref) {
    return ByteWriter().u32(task.value).u32(static_cast<uint32_t>(kind)).u32(12).u32(ref.value).take();
}

Bytes encodeCursorGlyph(const CursorGlyph& g) {
    const uint64_t stride = uint64_t{g.width} * 4;
    ByteWriter w;
    w.u32(g.port.value).u32(0).u64(g.pixels.value).u64(stride * g.height).u64(stride);
    w.u16(g.width).u16(g.height).u16(g.hotX).u16(g.hotY).u32(g.sum);
    return w.take();
}

} // namespace pvg::guest
