#include "pvg/exec/coherency.h"

#include <algorithm>
#include <utility>

namespace pvg {

namespace {
constexpr uint64_t kWaitNanoseconds = 10'000'000'000;
}

Coherency::Coherency(TaskTable& tasks, GuestMemory& memory, Backend& backend, Counters& counters)
    : m_tasks(tasks), m_memory(memory), m_backend(backend), m_counters(counters), m_life(std::make_shared<Life>(Life{this})) {}

Coherency::~Coherency() { m_life->owner = nullptr; }

void Coherency::beginPacket(Epoch epoch) {
    m_epoch = epoch;
    ++m_packet;
}

void Coherency::record(const char* what, Decline why) {
    why.command = what;
    m_counters.record(why);
}

void Coherency::waitFor(CompletionToken token) {
    if (token == 0 || m_backend.poll() >= token) return;
    m_counters.add(Counter::Stalls);
    if (!m_backend.wait(token, kWaitNanoseconds)) record("write-back", decline(DeclineReason::HostFailure, "the GPU did not finish in time"));
}

void Coherency::landAliases() {
    const auto written = std::exchange(m_aliasedTextures, {});
    for (const auto& texture : written)
        if (const auto landed = landAlias(*texture); !landed) record("texture over a buffer", landed.error());
}

Declined<void> Coherency::landAlias(HostTexture& texture) {
    HostBuffer& buffer = *texture.buffer;
    const GuestLevel& level = texture.levels[0];
    const uint64_t rows = texture.format.blocksHigh(level.height);
    const uint64_t tight = texture.format.blocksWide(level.width) * texture.format.bytesPerBlock;
    for (uint32_t slice = 0; slice < texture.slices; ++slice) {
        Subresource& subresource = texture.at(0, slice);
        if (subresource.dirty.empty()) continue;
        subresource.dirty = {};
        const TextureRegion region{0, slice, 0, 0, 0, level.width, level.height, level.depth};
        const uint64_t offset = level.offset + slice * level.sliceStride;
        const ByteRange range{offset, offset + (level.depth - 1) * level.bytesPerImage + (rows - 1) * level.bytesPerRow + tight};
        // A texture that was overwritten as a whole came up without the buffer; the bytes between its rows are the guest's.
        PVG_CHECK(makeCurrent(buffer, range));
        PVG_CHECK(m_backend.copyTextureToBuffer(texture.id, region, buffer.id, offset, {level.bytesPerRow, level.bytesPerImage}, Aspect::All));
        wrote(texture.buffer, range);
    }
    texture.bufferVersion = buffer.version;
    return {};
}

void Coherency::endPacket() {
    landAliases();
    for (const auto& buffer : m_writtenBuffers) writeBack(buffer);
    for (const auto& texture : m_writtenTextures) writeBack(texture);
    m_writtenBuffers.clear();
    m_writtenTextures.clear();
}

void Coherency::noteSubmitted(CompletionToken token) {
    for (const auto& issued : m_issuedBuffers)
        if (const auto buffer = issued.lock()) buffer->pending = token;
    for (const auto& issued : m_issuedTextures)
        if (const auto texture = issued.lock()) texture->pending = token;
    m_issuedBuffers.clear();
    m_issuedTextures.clear();
}

} // namespace pvg
