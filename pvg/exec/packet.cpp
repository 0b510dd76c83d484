#include "pvg/exec/packet.h"

#include <algorithm>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"

namespace pvg {

namespace {

// device.md 11.
constexpr uint64_t kMaxChunkBytes = uint64_t(64) << 20;
constexpr uint64_t kMaxPacketBytes = uint64_t(256) << 20;

// The opcodes a first walk has to know; their rows are in opcodes.inc.
enum : uint32_t {
    kSetColorStoreAction = 0x66,
    kSetDepthStoreAction = 0x69,
    kSetStencilStoreAction = 0x78,
    kSetRenderPipeline = 0x74,
    kSetComputePipeline = 0xd0,
    kQueryComputePipeline = 0x1c2,
    kQueryRenderPipeline = 0x1c9,
};

void add(std::vector<ObjectRef>& list, ObjectRef ref) {
    if (ref && (list.empty() || list.back() != ref)) list.push_back(ref);
}

void makeUnique(std::vector<ObjectRef>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void scanRender(const stream::Record& record, uint32_t encoder, Executor::Work& work) {
    const auto first = loadAt<uint32_t>(record.payload, 0);
    switch (record.opcode) {
    case kSetRenderPipeline: return add(work.renderPipelines, ObjectRef{first});
    case kSetColorStoreAction:
        work.stores.push_back({encoder, StoreOverride::Target::Color, loadAt<uint32_t>(record.payload, 4), first});
        return;
    case kSetDepthStoreAction: work.stores.push_back({encoder, StoreOverride::Target::Depth, 0, first}); return;
    case kSetStencilStoreAction: work.stores.push_back({encoder, StoreOverride::Target::Stencil, 0, first}); return;
    default: return;
    }
}

void scanRecord(stream::Group group, const stream::Record& record, uint32_t encoder, Executor::Work& work) {
    const ObjectRef ref{loadAt<uint32_t>(record.payload, 0)};
    if (group == stream::Group::Render) scanRender(record, encoder, work);
    if (group == stream::Group::Compute && record.opcode == kSetComputePipeline) add(work.computePipelines, ref);
    if (group == stream::Group::Info && record.opcode == kQueryComputePipeline) add(work.computePipelines, ref);
    if (group == stream::Group::Info && record.opcode == kQueryRenderPipeline) add(work.renderPipelines, ref);
}

} // namespace

Declined<void> Executor::Work::gather(Task& owner, std::span<const StreamChunk> from) {
    uint64_t total = 0;
    ScatterList pages;
    // Look before copying: a missing page must cost nothing.
    for (const StreamChunk& chunk : from) {
        const auto sum = checkedAdd(total, chunk.length);
        if (chunk.length > kMaxChunkBytes || !sum || *sum > kMaxPacketBytes)
            return decline(DeclineReason::LimitExceeded, "command buffer of {} bytes after {}", chunk.length, total);
        total = *sum;
        pages.clear();
        if (chunk.length > 0) PVG_CHECK(owner.space.spans(chunk.address, chunk.length, false, pages));
    }
    bytes = std::make_unique_for_overwrite<std::byte[]>(total);
    std::span left(bytes.get(), total);
    for (const StreamChunk& chunk : from) {
        const auto copy = left.first(chunk.length);
        left = left.subspan(chunk.length);
        if (chunk.length > 0) PVG_CHECK(owner.space.read(chunk.address, copy));
        chunks.push_back(copy);
    }
    return {};
}

void Executor::Work::scan() {
    if (scanned) return;
    scanned = true;
    uint32_t encoders = 0;
    for (const auto& chunk : chunks) {
        stream::SegmentWalker segments(chunk);
        while (const auto segment = segments.next()) {
            if (segment->type >= stream::kGroupCount) continue;
            const auto group = stream::Group(segment->type);
            if (group == stream::Group::Render && !segment->continues) ++encoders;
            stream::RecordWalker records(segment->body);
            while (const auto record = records.next()) scanRecord(group, *record, encoders, *this);
        }
    }
    makeUnique(renderPipelines);
    makeUnique(computePipelines);
}

} // namespace pvg
