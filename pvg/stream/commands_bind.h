// Commands that several encoders share: argument tables, order, residency. See commands.h.
#pragma once

#include <array>
#include <cstdint>

#include "pvg/stream/packed_list.h"

namespace pvg::stream {

// Whose argument table a bind record changes.
enum class BindStage : uint8_t { Vertex, Fragment, Tile, Kernel };

using Size3 = std::array<uint64_t, 3>;

// Argument tables of every stage.
struct SetBuffers {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    PackedList<BufferEntry> entries;
};
struct SetStridedBuffers {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    PackedList<StridedBufferEntry> entries;
};
struct SetBufferOffset {
    BindStage stage = BindStage::Vertex;
    uint32_t index = 0;
    uint64_t offset = 0;
};
struct SetStridedBufferOffset {
    BindStage stage = BindStage::Vertex;
    uint32_t index = 0;
    uint64_t offset = 0, stride = 0;
};
struct SetSamplers {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    RefList refs;
};
struct SetClampedSamplers {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    PackedList<ClampedSamplerEntry> entries;
};
struct SetTextures {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    RefList refs;
};

// The same for tile shaders: a type of its own, because an encoder that binds does not bind these unless it says so.
template <class Bind>
struct Tile : Bind {};

// Order and residency.
struct BarrierResources {
    uint32_t afterStages = 0, beforeStages = 0;
    RefList refs;
};
struct BarrierScope {
    uint32_t scope = 0, afterStages = 0, beforeStages = 0;
};
struct UpdateFence {
    ObjectRef fence;
    uint32_t stages = 0;
};
struct WaitForFence {
    ObjectRef fence;
    uint32_t stages = 0;
};
struct TextureBarrier {};
struct UseHeaps {
    uint32_t stages = 0;
    RefList refs;
};
struct UseResources {
    uint32_t usage = 0, stages = 0;
    RefList refs;
};

} // namespace pvg::stream
