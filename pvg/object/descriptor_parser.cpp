#include "pvg/object/descriptor_parser.h"

#include "pvg/object/record_parsers.h"
#include "pvg/object/texture_body.h"

namespace pvg {

namespace {

// Kept for their kind alone: more bytes than the largest of them needs would be the guest's memory, not ours.
constexpr size_t kMaxOpaqueBytes = 4096;

Declined<ObjectDescriptor> keepOpaque(uint32_t op, Bytes bytes) {
    if (bytes.size() > kMaxOpaqueBytes)
        return decline(DeclineReason::LimitExceeded, "object of operation {:#x} with {} bytes, limit {}", op, bytes.size(), kMaxOpaqueBytes);
    return ObjectDescriptor{OpaqueDescriptor{op, {bytes.begin(), bytes.end()}}};
}

Decline wrongOperation(uint8_t slotType, Operation op) {
    return decline(DeclineReason::BadDescriptor, "operation {:#x} in an object of type {}", uint32_t(op), slotType);
}

Declined<ObjectDescriptor> parseSerializerObject(Bytes bytes) {
    auto record = openRecord(bytes);
    if (!record) return record.failure();
    switch (record->op) {
    case Operation::newSampler: return parseSampler(bytes);
    case Operation::newDepthStencil: return parseDepthStencil(bytes);
    case Operation::newComputePipelineState: return parseComputePipeline(bytes);
    case Operation::newRenderPipelineState: return parseRenderPipeline(bytes);
    case Operation::newFence: return ObjectDescriptor{FenceDescriptor{}};
    case Operation::newRasterizationRateMap:
    case Operation::newIndirectCommandBuffer: return keepOpaque(uint32_t(record->op), bytes);
    default: return wrongOperation(uint8_t(SlotType::Serializer), record->op);
    }
}

Declined<ObjectDescriptor> parseSerializerTexture(Bytes bytes) {
    auto record = openRecord(bytes);
    if (!record) return record.failure();
    switch (record->op) {
    case Operation::newTextureView:
    case Operation::newTextureViewRanged:
    case Operation::newTextureViewSwizzle: return parseTextureView(*record);
    case Operation::newTextureWithBuffer:
    case Operation::newTextureWithBufferWide: return parseBufferTexture(*record);
    case Operation::newHeapTexture:
    case Operation::newHeapTextureWide: return parseHeapTexture(*record);
    case Operation::newSharedTextureWithDescriptor:
    case Operation::newSharedTextureWithHandle:
    case Operation::newSharedTextureWithDescriptorWide: return keepOpaque(uint32_t(record->op), bytes);
    default: return wrongOperation(uint8_t(SlotType::SerializerTexture), record->op);
    }
}

} // namespace

Declined<ObjectDescriptor> parseDescriptor(uint8_t slotType, std::span<const std::byte> bytes) {
    switch (SlotType(slotType)) {
    case SlotType::Buffer: return parseBuffer(bytes);
    case SlotType::Texture:
    case SlotType::Texture3: return parseTexture(bytes);
    case SlotType::Surface: return parseSurface(bytes);
    case SlotType::SurfaceTexture: return parseSurfaceTexture(bytes);
    case SlotType::Function: return parseFunction(bytes);
    case SlotType::Serializer: return parseSerializerObject(bytes);
    case SlotType::SerializerTexture: return parseSerializerTexture(bytes);
    default: break;
    }
    bool isKnownKind = slotType >= uint8_t(SlotType::Heap) && slotType <= uint8_t(SlotType::SharedBacking);
    if (!isKnownKind || SlotType(slotType) == SlotType::NotAResource)
        return decline(DeclineReason::BadDescriptor, "object type {} is not defined", slotType);
    return keepOpaque(0, bytes);
}

Declined<TextureBody> parseHeapTextureQuery(std::span<const std::byte> bytes) {
    auto record = openRecord(bytes);
    if (!record) return record.failure();
    if (record->op != Operation::heapTextureSizeAndAlign)
        return decline(DeclineReason::BadField, "operation {:#x} where {:#x} belongs", uint32_t(record->op),
                       uint32_t(Operation::heapTextureSizeAndAlign));
    return parseNarrowBody(bytes.subspan(8, kNarrowBodySize));
}

} // namespace pvg
