#include "pvg/object/operations.h"

#include "pvg/base/byte_reader.h"

namespace pvg {

namespace {

struct Row {
    uint32_t id;
    uint32_t length;
};
constexpr Row kRows[] = {
#define OPERATION(id, name, length) {id, length},
#include "pvg/object/operations.inc"
#undef OPERATION
};

const Row* findRow(uint32_t op) {
    for (const Row& row : kRows)
        if (row.id == op) return &row;
    return nullptr;
}

constexpr size_t kHeaderSize = 8;

template <class... Kinds>
bool isOneOf(const ObjectDescriptor& descriptor) {
    return (std::holds_alternative<Kinds>(descriptor) || ...);
}

bool isOpaque(const ObjectDescriptor& descriptor, Operation op) {
    const auto* opaque = std::get_if<OpaqueDescriptor>(&descriptor);
    return opaque && opaque->op == uint32_t(op);
}

bool isSharedTexture(const ObjectDescriptor& descriptor) {
    return isOpaque(descriptor, Operation::newSharedTextureWithDescriptor) || isOpaque(descriptor, Operation::newSharedTextureWithHandle) ||
           isOpaque(descriptor, Operation::newSharedTextureWithDescriptorWide);
}

} // namespace

Declined<OperationRecord> openRecord(std::span<const std::byte> bytes) {
    if (bytes.size() < kHeaderSize) return decline(DeclineReason::BadDescriptor, "operation record of {} bytes", bytes.size());
    auto op = loadAt<uint32_t>(bytes, 0);
    auto length = loadAt<uint32_t>(bytes, 4);
    const Row* row = findRow(op);
    if (!row) return decline(DeclineReason::BadDescriptor, "operation {:#x} is not known", op);
    uint64_t expected = row->length ? row->length : bytes.size();
    if (length != bytes.size() || length != expected)
        return decline(DeclineReason::BadDescriptor, "operation {:#x} says {} bytes where {} are left", op, length, bytes.size());
    return OperationRecord{Operation(op), bytes};
}

bool deletesKind(Operation op, const ObjectDescriptor& descriptor) {
    switch (op) {
    case Operation::deleteBuffer: return isOneOf<BufferDescriptor>(descriptor);
    case Operation::deleteTexture:
        return isOneOf<TextureDescriptor, SurfaceTextureDescriptor, TextureViewDescriptor, BufferTextureDescriptor, HeapTextureDescriptor>(
                   descriptor) ||
               isSharedTexture(descriptor);
    case Operation::deleteDepthStencil: return isOneOf<DepthStencilDescriptor>(descriptor);
    case Operation::deleteSampler: return isOneOf<SamplerDescriptor>(descriptor);
    case Operation::deleteFunction: return isOneOf<FunctionDescriptor>(descriptor);
    case Operation::deleteComputePipeline: return isOneOf<ComputePipelineDescriptor>(descriptor);
    case Operation::deleteRenderPipeline: return isOneOf<RenderPipelineDescriptor>(descriptor);
    case Operation::deleteFence: return isOneOf<FenceDescriptor>(descriptor);
    case Operation::deleteHeap: {
        const auto* opaque = std::get_if<OpaqueDescriptor>(&descriptor);
        return opaque && opaque->op == 0;
    }
    case Operation::deleteRasterizationRateMap: return isOpaque(descriptor, Operation::newRasterizationRateMap);
    case Operation::deleteIndirectCommandBuffer: return isOpaque(descriptor, Operation::newIndirectCommandBuffer);
    default: return false;
    }
}

} // namespace pvg
