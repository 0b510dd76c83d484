// Queries, events and the protection envelope. See commands.h.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "pvg/stream/commands_bind.h"

namespace pvg::stream {

// Info queries. `reply` is where the answer goes.
struct ReplyTarget {
    ObjectRef buffer;
    uint64_t offset = 0;
};
struct QueryComputePipeline {
    ObjectRef object;
    ReplyTarget reply;
};
struct QueryRenderPipeline {
    ObjectRef object;
    ReplyTarget reply;
};
struct QueryHeapTexture {
    std::span<const std::byte> descriptor; // 32 bytes
    ReplyTarget reply;
};
struct QueryHeapTextureWide {
    std::span<const std::byte> descriptor; // 40 bytes
    ReplyTarget reply;
};
struct QueryRateMap {
    ObjectRef rateMap;
    ReplyTarget reply;
    uint32_t replyLength = 0;
};
struct CopyRateMapParameters {
    ObjectRef rateMap, destination;
    uint64_t offset = 0;
};
struct MapScreenCoordinates { // both directions: without a rate map they are the identity
    ObjectRef rateMap;
    ReplyTarget reply;
    uint32_t layer = 0;
    float x = 0, y = 0;
};
struct MapScreenCoordinateList {
    ObjectRef rateMap;
    ReplyTarget reply;
    uint64_t length = 0;
    uint32_t layer = 0, count = 0;
};
struct QueryImageBlockLength {
    ObjectRef pipeline;
    Size3 dimensions{};
    ReplyTarget reply;
};
struct QueryUniqueIdentifier {
    ObjectRef object;
    uint32_t objectType = 0;
    ReplyTarget reply;
};
struct QueryGpuAddress { // buffers and heaps
    ObjectRef object;
    ReplyTarget reply;
};
struct QueryResourceId { // textures and samplers
    ObjectRef object;
    ReplyTarget reply;
};
struct QueryHostResource { // ICBs, pipelines, depth-stencil states
    ObjectRef object;
    ReplyTarget reply;
};

// Events.
struct WaitForEvent {
    ObjectRef event;
    uint64_t value = 0;
    uint32_t timeout = 0;
};
struct SignalEvent {
    ObjectRef event;
    uint64_t value = 0;
};

// Body of a type-5 segment; covers the segment behind it.
struct ProtectionOptions {
    uint64_t options = 0;
};

} // namespace pvg::stream
