#include "pvg/base/checked.h"
#include "renderer-gl/blit.h"

namespace gl {

using pvg::DeclineReason;

namespace {

pvg::Decline outside(uint64_t offset, uint64_t length, uint64_t size) {
    return pvg::decline(DeclineReason::BadLength, "bytes {} + {} of a buffer of {}", offset, length, size);
}

bool overlaps(uint64_t a, uint64_t b, uint64_t size) { return a < b ? b - a < size : a - b < size; }

} // namespace

pvg::Declined<void> BlitEncoder::copyBuffer(pvg::BufferId src, uint64_t srcOffset, pvg::BufferId dst, uint64_t dstOffset, uint64_t size) {
    const Buffer* from = m.buffers.find(src);
    const Buffer* to = m.buffers.find(dst);
    if (from == nullptr || to == nullptr) return pvg::decline(DeclineReason::UnresolvedRef, "buffer copy without both buffers");
    if (!pvg::fits(srcOffset, size, from->size)) return outside(srcOffset, size, from->size);
    if (!pvg::fits(dstOffset, size, to->size)) return outside(dstOffset, size, to->size);
    if (size == 0) return {};
    GLuint source = from->name.get();
    if (from == to && overlaps(srcOffset, dstOffset, size)) { // illegal in GL, defined by Metal as if staged
        source = m.buffers.scratch(BufferStore::Scratch::Staging, size);
        glCopyNamedBufferSubData(from->name.get(), source, GLintptr(srcOffset), 0, GLsizeiptr(size));
        srcOffset = 0;
    }
    m.state.countCalls(1);
    glCopyNamedBufferSubData(source, to->name.get(), GLintptr(srcOffset), GLintptr(dstOffset), GLsizeiptr(size));
    return {};
}

// The pattern starts at `offset`; GL clears whole words at word offsets, so other ranges go byte by byte when all bytes are equal and
// through a word-filled scratch buffer when not.
pvg::Declined<void> BlitEncoder::fillBuffer(pvg::BufferId dst, uint64_t offset, uint64_t size, uint32_t pattern) {
    const Buffer* to = m.buffers.find(dst);
    if (to == nullptr) return pvg::decline(DeclineReason::UnresolvedRef, "fill without a buffer");
    if (!pvg::fits(offset, size, to->size)) return outside(offset, size, to->size);
    if (size == 0) return {};
    m.state.countCalls(1);
    const GLuint name = to->name.get();
    const auto byte = uint8_t(pattern);
    if (offset % 4 == 0 && size % 4 == 0) {
        glClearNamedBufferSubData(name, GL_R32UI, GLintptr(offset), GLsizeiptr(size), GL_RED_INTEGER, GL_UNSIGNED_INT, &pattern);
    } else if (pattern == byte * 0x01010101U) {
        glClearNamedBufferSubData(name, GL_R8UI, GLintptr(offset), GLsizeiptr(size), GL_RED_INTEGER, GL_UNSIGNED_BYTE, &byte);
    } else {
        const GLuint words = m.buffers.scratch(BufferStore::Scratch::Staging, pvg::alignUp(size, 4));
        glClearNamedBufferSubData(words, GL_R32UI, 0, GLsizeiptr(pvg::alignUp(size, 4)), GL_RED_INTEGER, GL_UNSIGNED_INT, &pattern);
        glCopyNamedBufferSubData(words, name, 0, GLintptr(offset), GLsizeiptr(size));
    }
    return {};
}

} // namespace gl
