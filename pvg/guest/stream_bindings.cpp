// Records that bind, one opcode a stage (stream.md 4, 5).
#include "pvg/guest/stream.h"

namespace pvg::guest {

namespace {

struct StageOpcodes {
    uint32_t buffers, bufferOffset, textures, samplers, clampedSamplers;
};
constexpr StageOpcodes opcodesOf(Stage stage) {
    switch (stage) {
    case Stage::Vertex:
        return {0x7d, 0x7e, 0x81, 0x7f, 0x80};
    case Stage::Fragment:
        return {0x6e, 0x6f, 0x72, 0x70, 0x71};
    case Stage::Kernel:
        break;
    }
    return {0xcb, 0xcf, 0xce, 0xcc, 0xcd};
}

ByteWriter refsPayload(uint32_t first, std::span<const ObjectRef> refs) {
    ByteWriter w;
    w.u32(first).u32(static_cast<uint32_t>(refs.size()));
    for (ObjectRef r : refs) w.u32(r.value);
    return w;
}

} // namespace

void StreamWriter::setBuffers(Stage stage, uint32_t first, std::span<const BufferBinding> buffers) {
    ByteWriter w;
    w.u32(first).u32(static_cast<uint32_t>(buffers.size()));
    for (const BufferBinding& b : buffers) w.u32(b.buffer.value).u64(b.offset);
    record(opcodesOf(stage).buffers, w);
}

void StreamWriter::setBufferOffset(Stage stage, uint32_t index, uint64_t offset) {
    record(opcodesOf(stage).bufferOffset, ByteWriter().u32(index).u64(offset));
}

void StreamWriter::setTextures(Stage stage, uint32_t first, std::span<const ObjectRef> textures) {
    record(opcodesOf(stage).textures, refsPayload(first, textures));
}

void StreamWriter::setSamplers(Stage stage, uint32_t first, std::span<const ObjectRef> samplers) {
    record(opcodesOf(stage).samplers, refsPayload(first, samplers));
}

void StreamWriter::setFragmentTextures(uint32_t first, std::span<const ObjectRef> textures) {
    setTextures(Stage::Fragment, first, textures);
}
void StreamWriter::setFragmentSamplers(uint32_t first, std::span<const ObjectRef> samplers) {
    setSamplers(Stage::Fragment, first, samplers);
}

void StreamWriter::setClampedSamplers(Stage stage, uint32_t first, std::span<const ClampedSampler> samplers) {
    ByteWriter w;
    w.u32(first).u32(static_cast<uint32_t>(samplers.size()));
    for (const ClampedSampler& s : samplers) w.u32(s.sampler.value).f32(s.lodMin).f32(s.lodMax);
    record(opcodesOf(stage).clampedSamplers, w);
}

void StreamWriter::setStridedBuffer(uint32_t index, const BufferBinding& buffer, uint64_t stride) {
    record(0xa5, ByteWriter().u32(index).u32(1).u32(buffer.buffer.value).u64(buffer.offset).u64(stride));
}

} // namespace pvg::guest
