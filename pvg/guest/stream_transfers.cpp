// Compute and blit records (stream.md 5, 6).
#include "pvg/guest/stream.h"

namespace pvg::guest {

namespace {

ByteWriter& put(ByteWriter& w, const Size3& size) { return w.u64(size[0]).u64(size[1]).u64(size[2]); }

} // namespace

void StreamWriter::setComputePipeline(ObjectRef pipeline) { record(0xd0, ByteWriter().u32(pipeline.value)); }

void StreamWriter::dispatchGroups(const Size3& groups, const Size3& threadsPerGroup) {
    ByteWriter w;
    record(0xc8, put(put(w, groups), threadsPerGroup));
}

void StreamWriter::dispatchThreads(const Size3& threads, const Size3& threadsPerGroup) {
    ByteWriter w;
    record(0xca, put(put(w, threads), threadsPerGroup));
}

void StreamWriter::dispatchIndirect(const BufferBinding& arguments, const Size3& threadsPerGroup) {
    ByteWriter w;
    record(0xc9, put(w, threadsPerGroup).u64(arguments.offset).u32(arguments.buffer.value));
}

void StreamWriter::setThreadgroupMemory(uint64_t bytes, uint32_t index) { record(0xd3, ByteWriter().u64(bytes).u32(index)); }
void StreamWriter::barrierBuffers() { record(0xd7, ByteWriter().u16(1).unwritten(2)); }

void StreamWriter::copyToTexture(const LinearSource& source, ObjectRef texture, const BlitRegion& region) {
    copy(LinearPlace{source.buffer, source.bytesPerRow, source.bytesPerRow * region.height}, ImagePlace{texture, {}, 0, region.level},
         {region.width, region.height, 1});
}

void StreamWriter::copy(const LinearPlace& from, const ImagePlace& to, const Size3& size) {
    ByteWriter w;
    w.u32(from.buffer.buffer.value).u32(to.texture.value).u64(from.buffer.offset).u64(from.bytesPerRow).u64(from.bytesPerImage);
    record(0x12c, put(put(w, size), to.origin).u16(to.slice).u16(to.level).u32(from.options));
}

void StreamWriter::copy(const ImagePlace& from, const LinearPlace& to, const Size3& size) {
    ByteWriter w;
    w.u32(from.texture.value).u32(to.buffer.buffer.value);
    put(put(w, from.origin), size).u64(to.buffer.offset).u64(to.bytesPerRow).u64(to.bytesPerImage);
    record(0x12e, w.u16(from.slice).u16(from.level).u16(to.options).unwritten(2));
}

void StreamWriter::copy(const ImagePlace& from, const ImagePlace& to, const Size3& size) {
    ByteWriter w;
    put(put(put(w.u32(from.texture.value).u32(to.texture.value), from.origin), size), to.origin);
    record(0x12f, w.u16(from.slice).u16(from.level).u16(to.slice).u16(to.level));
}

void StreamWriter::copy(const BufferBinding& from, const BufferBinding& to, uint64_t bytes) {
    record(0x12d, ByteWriter().u32(from.buffer.value).u32(to.buffer.value).u64(from.offset).u64(to.offset).u64(bytes));
}

void StreamWriter::copy(const SliceCopy& c) {
    ByteWriter w;
    w.u32(c.source.value).u32(c.destination.value).u16(c.sourceSlice).u16(c.sourceLevel).u16(c.destinationSlice).u16(c.destinationLevel);
    record(0x13e, w.u16(c.slices).u16(c.levels));
}

void StreamWriter::fill(const BufferBinding& buffer, uint64_t bytes, uint8_t value) {
    record(0x132, ByteWriter().u32(buffer.buffer.value).u64(buffer.offset).u64(bytes).u8(value).unwritten(3));
}

void StreamWriter::generateMipmaps(ObjectRef texture) { record(0x133, ByteWriter().u32(texture.value)); }
void StreamWriter::synchronize(ObjectRef resource) { record(0x13a, ByteWriter().u32(resource.value)); }

} // namespace pvg::guest
