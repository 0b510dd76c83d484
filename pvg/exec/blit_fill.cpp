#include "pvg/base/checked.h"
#include "pvg/exec/blit_encoder.h"

namespace pvg {

Declined<void> BlitEncoder::run(const stream::FillBuffer& c) {
    return run(stream::FillBufferPattern{c.buffer, c.location, c.length, (c.value & 0xff) * 0x01010101U});
}

Declined<void> BlitEncoder::run(const stream::FillBufferPattern& c) {
    PVG_TRY(const auto buffer, m_context.objects.buffer(m_context.task, c.buffer));
    if (!fits(c.location, c.length, buffer->size))
        return decline(DeclineReason::BadField, "{} bytes at {} of a buffer of {}", c.length, c.location, buffer->size);
    if (c.length == 0) return {};
    const ByteRange written{c.location, c.location + c.length};
    PVG_CHECK(m_context.coherency.makeCurrent(*buffer, written));
    PVG_CHECK(m_context.backend.fillBuffer(buffer->id, c.location, c.length, c.pattern));
    m_context.coherency.wrote(buffer, written);
    m_context.counters.add(Counter::Blits);
    return {};
}

Declined<void> BlitEncoder::run(const stream::GenerateMipmaps& c) {
    PVG_TRY(TextureUse use, m_context.objects.texture(m_context.task, c.texture));
    for (uint32_t slice = use.sliceBase; slice < use.sliceBase + use.sliceCount; ++slice)
        PVG_CHECK(m_context.coherency.makeCurrent(use.root, use.levelBase, slice));
    if (use.levelCount < 2) return {};
    PVG_CHECK(m_context.backend.generateMipmaps(use.id));
    m_context.counters.add(Counter::Blits);
    ++use.levelBase; // the first level is what it was
    --use.levelCount;
    m_context.coherency.wrote(use);
    return {};
}

// Buffers and shared textures land before the stamp anyway; this is for the others.
Declined<void> BlitEncoder::run(const stream::SynchronizeResource& c) {
    for (const auto& texture : m_context.objects.existingTextures(m_context.task, c.resource)) m_context.coherency.writeBack(texture);
    return {};
}

Declined<void> BlitEncoder::run(const stream::SynchronizeTexture& c) {
    PVG_TRY(const TextureUse use, m_context.objects.texture(m_context.task, c.texture));
    if (c.level >= use.levelCount || c.slice >= use.sliceCount)
        return decline(DeclineReason::BadField, "level {} and slice {} do not exist", c.level, c.slice);
    m_context.coherency.writeBack(use.root, use.levelBase + c.level, use.sliceBase + c.slice);
    return {};
}

} // namespace pvg
