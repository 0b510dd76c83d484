#include "pvg/object/operations.h"

#include <array>
#include <type_traits>

#include "pvg/base/byte_reader.h"

namespace pvg {

namespace {

constexpr size_t kHeaderSize = 8;

#include "pvg/base/wire_fields.inc"
#define NARROW(name) info.add({#name, "texture body", 32});
#define WIDE(name) info.add({#name, "wide texture body", 40});
#define ENTRIES(name, fields, bytes) info.add({#name, fields, bytes, true});

constexpr WireFields kFields[] = {
#define OPERATION(id, name, length, Makes, ...)                                                                                            \
    [] {                                                                                                                                   \
        WireFields info;                                                                                                                   \
        __VA_ARGS__                                                                                                                        \
        return info;                                                                                                                       \
    }(),
#include "pvg/object/operations.inc"
#undef OPERATION
};

#undef NARROW
#undef WIDE
#undef ENTRIES
#include "pvg/base/wire_fields_end.inc"

struct Asks {};
struct Deletes {};
template <class Makes>
constexpr OperationStatus statusOf() {
    if (std::is_same_v<Makes, Asks>) return OperationStatus::Asks;
    if (std::is_same_v<Makes, Deletes>) return OperationStatus::Deletes;
    return std::is_same_v<Makes, OpaqueDescriptor> ? OperationStatus::Kept : OperationStatus::Makes;
}

constexpr auto kRows = [] {
    auto rows = std::to_array<OperationRow>({
#define OPERATION(id, name, length, Makes, ...) {id, #name, length, statusOf<Makes>(), Feature::None, {}},
#include "pvg/object/operations.inc"
#undef OPERATION
    });
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i].gate = kFields[i].gate;
        rows[i].fields = kFields[i].fields();
    }
    return rows;
}();

constexpr bool areLengthsRight() {
    for (size_t i = 0; i < kRows.size(); ++i)
        if (kRows[i].length != 0 && kHeaderSize + kFields[i].size() != kRows[i].length) return false;
    return true;
}
static_assert(areLengthsRight(), "the fields of a row add up to its length");

const OperationRow* findRow(uint32_t op) {
    for (const OperationRow& row : kRows)
        if (row.id == op) return &row;
    return nullptr;
}

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

std::span<const OperationRow> operationRows() { return kRows; }

Declined<OperationRecord> openRecord(std::span<const std::byte> bytes) {
    if (bytes.size() < kHeaderSize) return decline(DeclineReason::BadDescriptor, "operation record of {} bytes", bytes.size());
    auto op = loadAt<uint32_t>(bytes, 0);
    auto length = loadAt<uint32_t>(bytes, 4);
    const OperationRow* row = findRow(op);
    if (!row) return decline(DeclineReason::BadDescriptor, "operation {:#x} is not known", op);
    uint64_t expected = row->length ? row->length : bytes.size();
    if (length != bytes.size() || length != expected)
        return decline(DeclineReason::BadDescriptor, "operation {:#x} says {} bytes where {} are left", op, length, bytes.size());
    return OperationRecord{Operation(op), bytes};
}

bool deletesKind(Operation op, const ObjectDescriptor& descriptor) {
    switch (op) {
    case Operation::deleteBuffer:
        return isOneOf<BufferDescriptor>(descriptor);
    case Operation::deleteTexture:
        return isOneOf<TextureDescriptor, SurfaceTextureDescriptor, TextureViewDescriptor, BufferTextureDescriptor, HeapTextureDescriptor>(
                   descriptor) ||
               isSharedTexture(descriptor);
    case Operation::deleteDepthStencil:
        return isOneOf<DepthStencilDescriptor>(descriptor);
    case Operation::deleteSampler:
        return isOneOf<SamplerDescriptor>(descriptor);
    case Operation::deleteFunction:
        return isOneOf<FunctionDescriptor>(descriptor);
    case Operation::deleteComputePipeline:
        return isOneOf<ComputePipelineDescriptor>(descriptor);
    case Operation::deleteRenderPipeline:
        return isOneOf<RenderPipelineDescriptor>(descriptor);
    case Operation::deleteFence:
        return isOneOf<FenceDescriptor>(descriptor);
    case Operation::deleteHeap: {
        const auto* opaque = std::get_if<OpaqueDescriptor>(&descriptor);
        return opaque && opaque->op == 0;
    }
    case Operation::deleteRasterizationRateMap:
        return isOpaque(descriptor, Operation::newRasterizationRateMap);
    case Operation::deleteIndirectCommandBuffer:
        return isOpaque(descriptor, Operation::newIndirectCommandBuffer);
    default:
        return false;
    }
}

} // namespace pvg
