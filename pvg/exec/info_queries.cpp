#include "pvg/exec/info_queries.h"

#include <cstring>

#include "pvg/base/checked.h"
#include "pvg/object/texture_body.h"

namespace pvg {

namespace {

// Little-endian bytes of a reply, in field order.
template <size_t N>
class Reply {
public:
    template <class T>
    Reply& put(T value) {
        static_assert(sizeof(T) <= N);
        std::memcpy(m_bytes.data() + m_size, &value, sizeof(T));
        m_size += sizeof(T);
        return *this;
    }
    std::span<const std::byte> bytes() const { return m_bytes; }

private:
    std::array<std::byte, N> m_bytes{}; // what is not put is zero
    size_t m_size = 0;
};

constexpr uint32_t kMaxRateMapReply = 20 + 4 * 2048;

Reply<16> heapReply(const TextureBody& body) {
    const HeapPlacement placement = heapPlacement(body);
    return Reply<16>().put(placement.size).put(placement.alignment);
}

} // namespace

Declined<void> InfoQueries::answer(const stream::ReplyTarget& reply, std::span<const std::byte> bytes) {
    const auto buffer = m_context.objects.buffer(m_context.task, reply.buffer);
    if (buffer) return m_context.coherency.writeGuest(**buffer, reply.offset, bytes);
    // Some guests are said to number the packet's command buffers instead (stream.md 7).
    if (buffer.error().reason != DeclineReason::UnresolvedRef || reply.buffer.value >= m_context.commandBuffers.size()) return buffer.failure();
    const StreamChunk& chunk = m_context.commandBuffers[reply.buffer.value];
    if (!fits(reply.offset, bytes.size(), chunk.length))
        return decline(DeclineReason::BadField, "{} bytes at {} of a command buffer of {} bytes", bytes.size(), reply.offset, chunk.length);
    return m_context.coherency.writeGuest(m_context.task, GuestVirt{chunk.address.value + reply.offset}, bytes);
}

// Always answered, with defaults when the pipeline is unknown or not ready (decisions.md 31): a width of 0 makes the guest divide by zero.
Declined<void> InfoQueries::run(const stream::QueryComputePipeline& c) {
    ComputePipelineUsage usage;
    usage.maxTotalThreadsPerThreadgroup = m_context.backend.caps().maxTotalThreadsPerThreadgroup;
    const auto pipeline = m_context.objects.computePipeline(m_context.task, c.object);
    if (pipeline && (*pipeline)->usage) usage = *(*pipeline)->usage;
    Reply<28> reply;
    reply.put(uint64_t(usage.maxTotalThreadsPerThreadgroup)).put(uint64_t(usage.threadExecutionWidth)).put(uint64_t(usage.staticThreadgroupMemory));
    return answer(c.reply, reply.bytes());
}

Declined<void> InfoQueries::run(const stream::QueryRenderPipeline& c) {
    return answer(c.reply, Reply<12>().put(m_context.backend.caps().maxTotalThreadsPerThreadgroup).bytes());
}

Declined<void> InfoQueries::run(const stream::QueryHeapTexture& c) {
    PVG_TRY(const TextureBody body, parseNarrowBody(c.descriptor));
    return answer(c.reply, heapReply(body).bytes());
}

Declined<void> InfoQueries::run(const stream::QueryHeapTextureWide& c) {
    PVG_TRY(const TextureBody body, parseWideBody(c.descriptor));
    return answer(c.reply, heapReply(body).bytes());
}

// Rate maps are not advertised: zeros, as long as asked.
Declined<void> InfoQueries::run(const stream::QueryRateMap& c) {
    if (c.replyLength > kMaxRateMapReply) return decline(DeclineReason::LimitExceeded, "rate map reply of {} bytes", c.replyLength);
    return answer(c.reply, std::vector<std::byte>(c.replyLength));
}

Declined<void> InfoQueries::run(const stream::MapScreenCoordinates& c) { return answer(c.reply, Reply<8>().put(c.x).put(c.y).bytes()); }

Declined<void> InfoQueries::run(const stream::QueryImageBlockLength& c) { return answer(c.reply, Reply<4>().bytes()); }

Declined<void> InfoQueries::run(const stream::QueryUniqueIdentifier& c) {
    return answer(c.reply, Reply<8>().put(uint64_t(c.object.value)).bytes());
}

// A buffer's address in shaders is its address in the task (objects.md 12).
Declined<void> InfoQueries::run(const stream::QueryGpuAddress& c) {
    uint64_t address = 0;
    if (const auto object = m_context.tasks.resolve(m_context.task, c.object))
        if (const auto* buffer = std::get_if<BufferDescriptor>(&(*object)->descriptor)) address = buffer->base.value;
    return answer(c.reply, Reply<8>().put(address).bytes());
}

Declined<void> InfoQueries::run(const stream::QueryResourceId& c) {
    return answer(c.reply, Reply<16>().put(uint64_t(c.object.value)).put(uint64_t(c.object.value)).bytes());
}

Declined<void> InfoQueries::run(const stream::QueryHostResource& c) { return answer(c.reply, Reply<16>().bytes()); }

} // namespace pvg
