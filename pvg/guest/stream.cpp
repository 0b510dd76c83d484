#include "pvg/guest/stream.h"

namespace pvg::guest {

namespace {

void putAttachment(ByteWriter& w, const PassAttachment& a) {
    w.u32(a.texture.value).u32(a.resolve.value).u16(a.level).u16(a.slice).u16(a.plane);
    w.u16(a.resolveLevel).u16(a.resolveSlice).u16(a.resolvePlane);
    w.u16(static_cast<uint16_t>(a.load)).u16(static_cast<uint16_t>(a.store)).u16(0).unwritten(2);
}

// Absent slots still carry load and store values (stream.md 3).
void putDepthAndStencil(ByteWriter& w, const RenderPass& pass) {
    putAttachment(w, pass.depth);
    w.f64(pass.clearDepth).u16(pass.depthFilter).unwritten(2);
    putAttachment(w, pass.stencil);
    w.u32(pass.clearStencil).u16(pass.stencilFilter).unwritten(2);
}

ByteWriter passPayload(const RenderPass& pass) {
    ByteWriter w;
    putDepthAndStencil(w, pass);
    for (size_t slot = 0; slot < 8; ++slot) {
        const PassAttachment& a = slot == 0 ? pass.color : pass.moreColors[slot - 1];
        putAttachment(w, a);
        for (double c : a.clear) w.f64(c);
    }
    w.u32(pass.visibility.value).u64(pass.layers).u64(pass.width).u64(pass.height);
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

void StreamWriter::setViewport(const Viewport& v) {
    record(0x82, ByteWriter().f64(v.x).f64(v.y).f64(v.width).f64(v.height).f64(v.near).f64(v.far));
}

void StreamWriter::setScissor(const Rect& s) { record(0x75, ByteWriter().u64(s.x).u64(s.y).u64(s.width).u64(s.height)); }
void StreamWriter::setCullNone() { record(0x6b, ByteWriter().u64(0)); }
void StreamWriter::barrierTextures() { record(0x17, ByteWriter().u16(2).u8(2).u8(2)); }

void StreamWriter::set(State state, uint64_t value) { record(static_cast<uint32_t>(state), ByteWriter().u64(value)); }
void StreamWriter::setDepthStencil(ObjectRef state) { record(0x68, ByteWriter().u32(state.value)); }
void StreamWriter::setStencilReference(uint32_t front, uint32_t back) { record(0x77, ByteWriter().u32(front).u32(back)); }

void StreamWriter::setBlendColor(const std::array<float, 4>& c) { record(0x65, ByteWriter().f32(c[0]).f32(c[1]).f32(c[2]).f32(c[3])); }
void StreamWriter::setDepthBias(const DepthBias& b) { record(0x6c, ByteWriter().f32(b.bias).f32(b.slope).f32(b.clamp)); }

// The action before the slot (workload.md 3, lesson 5).
void StreamWriter::setColorStore(StoreAction action, uint32_t slot) {
    record(0x66, ByteWriter().u32(static_cast<uint32_t>(action)).u32(slot));
}

void StreamWriter::setViewports(std::span<const Viewport> viewports) {
    ByteWriter w;
    w.u32(static_cast<uint32_t>(viewports.size()));
    for (const Viewport& v : viewports) w.f64(v.x).f64(v.y).f64(v.width).f64(v.height).f64(v.near).f64(v.far);
    record(0x83, w);
}

void StreamWriter::setScissors(std::span<const Rect> scissors) {
    ByteWriter w;
    w.u64(scissors.size());
    for (const Rect& s : scissors) w.u64(s.x).u64(s.y).u64(s.width).u64(s.height);
    record(0x76, w);
}

// The offset before the mode.
void StreamWriter::setVisibility(uint64_t mode, uint64_t offset) { record(0x84, ByteWriter().u64(offset).u64(mode)); }

} // namespace pvg::guest
