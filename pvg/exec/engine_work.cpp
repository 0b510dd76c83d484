// Packets, coherency and the lifetime of objects (device.md 6.3, 6.4; objects.md 5, 9.4).
#include <algorithm>
#include <cstring>

#include "pvg/base/checked.h"
#include "pvg/exec/engine_core.h"
#include "pvg/object/operations.h"

namespace pvg {

namespace {

constexpr uint64_t kResourceRecordSize = 24, kChunkRecordSize = 16, kInvalidateRecordSize = 8;
constexpr uint64_t kMaxChunk = 64ULL << 20, kMaxPacket = 256ULL << 20; // device.md 11

ValidityQuad readQuad(ByteReader& in) {
    ValidityQuad quad;
    quad.clearHost = in.u8() != 0;
    quad.setHost = in.u8() != 0;
    quad.clearGuest = in.u8() != 0;
    quad.setGuest = in.u8() != 0;
    return quad;
}

Decline tooFewBytes(uint64_t count, uint64_t size, const ByteReader& in) {
    return decline(DeclineReason::BadLength, "{} records of {} bytes in {} bytes", count, size, in.remaining());
}

std::vector<ResourceRecord> readResources(ByteReader& in, uint32_t count) {
    std::vector<ResourceRecord> out(count);
    for (ResourceRecord& record : out) {
        record.object = ObjectRef{in.u32()};
        record.validity = readQuad(in);
        in.skip(kResourceRecordSize - 8);
    }
    return out;
}

std::vector<StreamChunk> readChunks(ByteReader& in, uint32_t count) {
    std::vector<StreamChunk> out(count);
    for (StreamChunk& chunk : out) {
        chunk.address = GuestVirt{in.u64()};
        chunk.length = in.u64();
    }
    return out;
}

bool isWithinCaps(const std::vector<StreamChunk>& chunks) {
    uint64_t sum = 0;
    for (const StreamChunk& chunk : chunks) {
        if (chunk.length > kMaxChunk) return false;
        sum += chunk.length;
        if (sum > kMaxPacket) return false;
    }
    return true;
}

// The counts are checked against the payload before anything is allocated for them.
Declined<ExecPacket> readPacket(ByteReader& in) {
    ExecPacket packet;
    packet.task = TaskId{in.u32()};
    uint32_t resources = in.u32();
    uint32_t chunks = in.u32();
    if (kResourceRecordSize * resources + kChunkRecordSize * chunks > in.remaining())
        return decline(DeclineReason::BadLength, "{} resources and {} command buffers in {} bytes", resources, chunks, in.remaining());
    packet.resources = readResources(in, resources);
    packet.chunks = readChunks(in, chunks);
    return packet;
}

Declined<std::vector<ObjectRef>> readRefs(ByteReader& in) {
    uint32_t count = in.u32();
    if (!fits(0, uint64_t{4} * count, in.remaining())) return tooFewBytes(count, 4, in);
    std::vector<ObjectRef> refs(count);
    for (ObjectRef& ref : refs) ref = ObjectRef{in.u32()};
    return refs;
}

} // namespace

Declined<void> EngineCore::execIndirect(Context& context) {
    auto packet = readPacket(context.in);
    if (!packet) return packet.failure();
    auto task = taskOf(packet->task);
    if (!task) return task.failure();
    Declined<void> result;
    if (!isWithinCaps(packet->chunks)) {
        result = decline(DeclineReason::LimitExceeded, "command buffers of more than {} or together {} bytes", kMaxChunk, kMaxPacket);
        packet->chunks.clear(); // the table still counts (decisions.md 12)
    }
    auto work = m_executor.accept(std::move(*packet), m_publisher.epoch());
    if (!work) return result;
    finishOrHold(context, {[this, work] { return m_executor.prepare(*work); }, [this, work](bool late) { return m_executor.execute(*work, late); }, work});
    return result;
}

Declined<void> EngineCore::invalidateResources(Context& context) {
    TaskId task{context.in.u32()};
    uint32_t count = context.in.u32();
    auto known = taskOf(task);
    if (!known) return known.failure();
    if (!fits(0, kInvalidateRecordSize * count, context.in.remaining())) return tooFewBytes(count, kInvalidateRecordSize, context.in);
    for (uint32_t i = 0; i < count; ++i) {
        ObjectRef ref{context.in.u32()};
        m_executor.invalidateResource(task, ref, readQuad(context.in));
    }
    return {};
}

// 0x35, and 0x3e, whose permission to discard is not used.
Declined<void> EngineCore::synchronizeResources(Context& context) {
    TaskId task{context.in.u32()};
    auto known = taskOf(task);
    if (!known) return known.failure();
    auto refs = readRefs(context.in);
    if (!refs) return refs.failure();
    context.outcome.token = m_executor.synchronize(task, *refs, m_publisher.epoch());
    return {};
}

// A permission, not an order.
Declined<void> EngineCore::discardResources(Context& context) {
    auto known = taskOf(TaskId{context.in.u32()});
    if (!known) return known.failure();
    auto refs = readRefs(context.in);
    return refs ? Declined<void>() : Declined<void>(refs.failure());
}

Declined<void> EngineCore::deleteResource(Context& context) {
    TaskId task{context.in.u32()};
    ObjectRef ref{context.in.u32()};
    auto known = taskOf(task);
    if (!known) return known.failure();
    m_executor.deleteResource(task, ref);
    m_tasks.drop(task, ref);
    return {};
}

Declined<void> EngineCore::deleteObject(Context& context) {
    constexpr size_t kRecordSize = 12;
    TaskId task{context.in.u32()};
    auto known = taskOf(task);
    if (!known) return known.failure();
    auto bytes = context.in.bytes(kRecordSize);
    auto record = openRecord(bytes);
    if (!record) return record.failure();
    if (record->op < Operation::deleteBuffer)
        return decline(DeclineReason::BadField, "operation {:#x} deletes nothing", uint32_t(record->op));
    ObjectRef ref{loadAt<uint32_t>(bytes, 8)};
    // Looked up first: the executor drops the snapshot along with its host object.
    auto snapshot = (*known)->objects.find(ref.value);
    bool isOfThatKind = snapshot != (*known)->objects.end() && deletesKind(record->op, snapshot->second->descriptor);
    m_executor.deleteObject(task, uint32_t(record->op), ref);
    if (isOfThatKind) m_tasks.drop(task, ref);
    return {};
}

// The payload names the surface first. Its slot may hold a newer surface already, so the snapshot is left to the next look at it.
Declined<void> EngineCore::deleteSurface(Context& context) {
    ObjectRef surface{context.in.u32()};
    TaskId task{context.in.u32()};
    auto known = taskOf(task);
    if (!known) return known.failure();
    m_executor.deleteSurface(task, surface);
    return {};
}

Declined<void> EngineCore::replacePhysical(Context& context) {
    TaskId task{context.in.u32()};
    ObjectRef ref{context.in.u32()};
    auto known = taskOf(task);
    if (!known) return known.failure();
    (*known)->space.invalidateAll();
    m_executor.replacePhysical(task, ref);
    return {};
}

Declined<void> EngineCore::getComputeInfo(Context& context) {
    constexpr size_t kQuerySize = 24;
    auto payload = context.command.payload().first(kQuerySize);
    std::vector<std::byte> query(payload.begin(), payload.end());
    TaskId task{context.in.u32()};
    ObjectRef pipeline{context.in.u32()};
    auto known = taskOf(task);
    if (!known) return known.failure();
    auto usage = std::make_shared<Declined<ComputePipelineUsage>>(decline(DeclineReason::ShaderLate, "compute pipeline {}", pipeline.value));
    auto isReady = [this, task, pipeline, usage] { return m_executor.computeInfo(task, pipeline, *usage); };
    auto finish = [this, task, usage, query = std::move(query)](bool) {
        replyComputeInfo(task, query, *usage);
        return CompletionToken{0};
    };
    finishOrHold(context, {isReady, finish, nullptr});
    return {};
}

// Pairs {key, value} up to the guest's limits and a zero pair where one fits. The guest waits for them to create the pipeline, so a pipeline
// that failed is answered too.
void EngineCore::replyComputeInfo(TaskId task, std::span<const std::byte> query, const Declined<ComputePipelineUsage>& usage) {
    constexpr const char* kName = "GetComputeInfo";
    constexpr uint32_t kMaxTotalThreads = 1, kExecutionWidth = 3, kStaticThreadgroupMemory = 4;
    auto keyLimit = loadAt<uint32_t>(query, 8);
    auto capacity = loadAt<uint32_t>(query, 12);
    GuestVirt reply{loadAt<uint64_t>(query, 16)};
    if (!usage) note(usage.error(), kName);
    ComputePipelineUsage values = usage ? *usage : ComputePipelineUsage{};
    uint32_t most = std::min(values.maxTotalThreadsPerThreadgroup, m_backend.caps().maxTotalThreadsPerThreadgroup);
    const uint32_t pairs[][2] = {
        {kMaxTotalThreads, most}, {kExecutionWidth, values.threadExecutionWidth}, {kStaticThreadgroupMemory, values.staticThreadgroupMemory}, {0, 0}};
    std::array<uint32_t, 8> words{};
    size_t count = 0;
    for (const auto& pair : pairs) {
        if (pair[0] >= keyLimit || count >= capacity) continue;
        words[2 * count] = pair[0];
        words[2 * count + 1] = pair[1];
        ++count;
    }
    Task* owner = m_tasks.find(task);
    if (!owner || count == 0) return;
    auto written = m_publisher.write(owner->space, reply, std::as_bytes(std::span(words)).first(8 * count));
    if (!written) note(written.error(), kName);
}

} // namespace pvg
