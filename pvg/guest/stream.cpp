#include "pvg/guest/stream.h"

namespace pvg::guest {

namespace {

constexpr uint64_t kNarrowLimit = 0xffff;

void putAttachment(ByteWriter& w, const PassAttachment& a) {
    w.u32(a.texture.value).u32(0).u16(a.level).u16(0).u16(0).u16(0).u16(0).u16(0);
    w.u16(static_cast<uint16_t>(a.load)).u16(static_cast<uint16_t>(a.store)).u16(0).unwritten(2);
}

// Absent slots still carry load and store values (stream.md 3).
void putDepthAndStencil(ByteWriter& w) {
    putAttachment(w, {});
    w.f64(1.0).u16(0).unwritten(2);
    putAttachment(w, {});
    w.u32(0).u16(0).unwritten(2);
}

ByteWriter passPayload(const RenderPass& pass) {
    ByteWriter w;
    putDepthAndStencil(w);
    for (int slot = 0; slot < 8; ++slot) {
        const PassAttachment a = slot == 0 ? pass.color : PassAttachment{};
        putAttachment(w, a);
        for (double c : a.clear) w.f64(c);
    }
    w.u32(0).u64(0).u64(pass.width).u64(pass.height);
    return w;
}

ByteWriter refsPayload(uint32_t first, std::span<const ObjectRef> refs) {
    ByteWriter w;
    w.u32(first).u32(static_cast<uint32_t>(refs.size()));
    for (ObjectRef r : refs) w.u32(r.value);
    return w;
}

} // namespace

void StreamWriter::begin(uint8_t encoder) {
    end();
    m_encoder = encoder;
    openSegment(false);
}

void StreamWriter::openSegment(bool isContinuation) {
    ByteWriter& chunk = m_chunks.back();
    m_segmentAt = chunk.size();
    chunk.u32(0).u8(m_encoder).u8(isContinuation ? 1 : 0).u8(0).unwritten(1);
    m_isOpen = true;
}

void StreamWriter::closeSegment() {
    ByteWriter& chunk = m_chunks.back();
    chunk.patch32(m_segmentAt, static_cast<uint32_t>(chunk.size() - m_segmentAt));
    m_isOpen = false;
}

void StreamWriter::end() {
    if (m_isOpen) closeSegment();
}

// A record never crosses a chunk: the segment is closed, marked as going on, and continued in a new one (stream.md 1.5).
void StreamWriter::record(uint32_t opcode, const ByteWriter& payload) {
    const size_t padding = (4 - payload.size() % 4) % 4;
    const size_t total = 8 + payload.size() + padding;
    if (m_chunks.back().size() + total > m_chunkBytes && m_chunks.back().size() > m_segmentAt + 8) {
        m_chunks.back().patch8(m_segmentAt + 6, 1);
        closeSegment();
        m_chunks.emplace_back();
        openSegment(true);
    }
    m_chunks.back().u32(opcode).u32(static_cast<uint32_t>(total)).bytes(payload.view()).unwritten(padding);
}

std::span<const ByteWriter> StreamWriter::finish() {
    end();
    return m_chunks;
}

void StreamWriter::beginRender(const RenderPass& pass) {
    begin(0);
    record(0x1a, passPayload(pass));
}

void StreamWriter::setPipeline(ObjectRef pipeline) { record(0x74, ByteWriter().u32(pipeline.value)); }

void StreamWriter::setBuffers(Stage stage, uint32_t first, std::span<const BufferBinding> buffers) {
    ByteWriter w;
    w.u32(first).u32(static_cast<uint32_t>(buffers.size()));
    for (const BufferBinding& b : buffers) w.u32(b.buffer.value).u64(b.offset);
    record(stage == Stage::Vertex ? 0x7d : 0x6e, w);
}

void StreamWriter::setBufferOffset(Stage stage, uint32_t index, uint64_t offset) {
    record(stage == Stage::Vertex ? 0x7e : 0x6f, ByteWriter().u32(index).u64(offset));
}

void StreamWriter::setFragmentTextures(uint32_t first, std::span<const ObjectRef> textures) { record(0x72, refsPayload(first, textures)); }
void StreamWriter::setFragmentSamplers(uint32_t first, std::span<const ObjectRef> samplers) { record(0x70, refsPayload(first, samplers)); }

void StreamWriter::setViewport(const Rect& v) {
    record(0x82, ByteWriter().f64(v.x).f64(v.y).f64(v.width).f64(v.height).f64(0.0).f64(1.0));
}

void StreamWriter::setScissor(const Rect& s) { record(0x75, ByteWriter().u64(s.x).u64(s.y).u64(s.width).u64(s.height)); }
void StreamWriter::setCullNone() { record(0x6b, ByteWriter().u64(0)); }
void StreamWriter::barrierTextures() { record(0x17, ByteWriter().u16(2).u8(2).u8(2)); }

void StreamWriter::draw(const Draw& d) {
    const bool isWide = d.start > kNarrowLimit || d.count > kNarrowLimit || d.instances > kNarrowLimit;
    const auto primitive = static_cast<uint16_t>(d.primitive);
    const auto start16 = static_cast<uint16_t>(d.start), count16 = static_cast<uint16_t>(d.count);
    ByteWriter w;
    if (d.instances == 1) {
        w.u32(primitive);
        isWide ? w.u64(d.start).u64(d.count) : w.u16(start16).u16(count16);
        record(isWide ? 0x00 : 0x01, w);
        return;
    }
    if (isWide) w.u64(d.start).u64(d.count).u64(d.instances).u16(primitive).unwritten(2);
    else w.u16(start16).u16(count16).u16(static_cast<uint16_t>(d.instances)).u16(primitive);
    record(isWide ? 0x02 : 0x03, w);
}

void StreamWriter::draw(const IndexedDraw& d) {
    const bool isWide = d.count > kNarrowLimit || d.indices.offset > kNarrowLimit;
    ByteWriter w;
    w.u16(static_cast<uint16_t>(d.primitive)).u16(0).u32(d.indices.buffer.value);
    if (isWide) w.u64(d.count).u64(d.indices.offset);
    else w.u16(static_cast<uint16_t>(d.count)).u16(static_cast<uint16_t>(d.indices.offset));
    record(isWide ? 0x06 : 0x07, w);
}

void StreamWriter::copyToTexture(const LinearSource& source, ObjectRef texture, const BlitRegion& region) {
    ByteWriter w;
    w.u32(source.buffer.buffer.value).u32(texture.value);
    w.u64(source.buffer.offset).u64(source.bytesPerRow).u64(source.bytesPerRow * region.height);
    w.u64(region.width).u64(region.height).u64(1).u64(0).u64(0).u64(0);
    w.u16(0).u16(region.level).u32(0);
    record(0x12c, w);
}

} // namespace pvg::guest
