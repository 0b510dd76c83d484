// FIFO commands as bytes (device.md 5.3, 6).
#pragma once

#include <span>

#include "pvg/base/ids.h"
#include "pvg/guest/byte_writer.h"
#include "pvg/guest/protocol.h"

namespace pvg::guest {

// "Not before stamp[slot] has reached value" (device.md 5.4); also how the guest names work it waits for.
struct Fence {
    uint32_t slot = 0;
    uint32_t value = 0;
};

struct CommandHeader {
    Command id = Command::Nop;
    uint32_t signal = 0;
    std::span<const Fence> barriers = {};
};

Bytes encodeCommand(const CommandHeader& header, std::span<const std::byte> payload);

// Who writes a resource of a submission: the CPU before it, the GPU in it. Becomes the quad {clearHost, setHost, clearGuest, setGuest}
// (decisions.md 14).
enum class Written : uint8_t { Nobody = 0, ByCpu = 1, ByGpu = 2, ByBoth = 3 };
constexpr Written operator|(Written a, Written b) { return static_cast<Written>(static_cast<uint8_t>(a) | static_cast<uint8_t>(b)); }

struct ResourceUse {
    ObjectRef ref;
    Written written = Written::Nobody;
};

struct CommandBuffer {
    GuestVirt address;
    uint64_t length = 0;
};

Bytes encodeExec(TaskId task, std::span<const ResourceUse> resources, std::span<const CommandBuffer> buffers);
Bytes encodeInvalidate(TaskId task, std::span<const ResourceUse> resources);
Bytes encodeSynchronize(TaskId task, std::span<const ObjectRef> resources);

// The kinds 0x28 can name (device.md 6.3).
enum class ObjectKind : uint32_t { DepthStencil = 0x3ea, Sampler = 0x3eb, Function = 0x3ed, ComputePipeline = 0x3ee, RenderPipeline = 0x3ef };
Bytes encodeDeleteObject(TaskId task, ObjectKind kind, ObjectRef ref);

struct CursorGlyph {
    DisplayPort port;
    GuestVirt pixels; // in the kernel task: B,G,R,A, premultiplied
    uint16_t width = 0, height = 0, hotX = 0, hotY = 0;
    uint32_t sum = 0; // of the u32 words, modulo 2^32 (decisions.md 36)
};
Bytes encodeCursorGlyph(const CursorGlyph& glyph);

} // namespace pvg::guest
