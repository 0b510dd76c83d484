#include "renderer-gl/buffers.h"

#include <algorithm>

#include "pvg/base/checked.h"

namespace gl {

namespace {

// GL buffers are below 4 GiB in every driver measured (opengl.md 1.3).
constexpr uint64_t kMaxBufferBytes = 0xffff0000;

// Up to here new buffers get their zeros as initial data: one GPU driver (580 series) runs a BufferSubData of broken words ahead of an
// earlier clear of the buffer.
constexpr uint64_t kMostInitialBytes = 16U << 20;

void clearToZero(GLuint buffer) { glClearNamedBufferData(buffer, GL_R32UI, GL_RED_INTEGER, GL_UNSIGNED_INT, nullptr); }

} // namespace

BufferStore::BufferStore(StateCache& state) : m_state(state), m_zeros(makeBuffer()) {
    glNamedBufferStorage(m_zeros.get(), GLsizeiptr(kZeroBytes), nullptr, 0);
    clearToZero(m_zeros.get());
}

pvg::Result<pvg::BufferId> BufferStore::create(uint64_t size) {
    if (size > kMaxBufferBytes)
        return pvg::Error{pvg::Code::OutOfRange, "a buffer of " + std::to_string(size) + " bytes was asked for; OpenGL buffers end at 4 GiB"};
    if (m_buffers.isFull()) return pvg::Error{pvg::Code::NoMemory, "the table of buffers is full"};
    auto buffer = std::make_unique<Buffer>(Buffer{makeBuffer(), size});
    while (glGetError() != GL_NO_ERROR) {} // so that the next error is this storage's
    // Whole words, so that word-addressed blocks reach the last bytes.
    const uint64_t bytes = pvg::alignUp(std::max<uint64_t>(size, 16), 16);
    const bool hasInitial = bytes <= kMostInitialBytes;
    if (hasInitial && m_initial.size() < bytes) m_initial.resize(bytes);
    glNamedBufferStorage(buffer->name.get(), GLsizeiptr(bytes), hasInitial ? m_initial.data() : nullptr, GL_DYNAMIC_STORAGE_BIT);
    if (glGetError() != GL_NO_ERROR)
        return pvg::Error{pvg::Code::NoMemory, "OpenGL has no memory for a buffer of " + std::to_string(size) + " bytes"};
    if (!hasInitial) clearToZero(buffer->name.get());
    return m_buffers.insert(std::move(buffer));
}

void BufferStore::destroy(pvg::BufferId id) {
    if (const auto buffer = m_buffers.take(id)) m_state.forgetBuffer(buffer->name.get());
}

GLuint BufferStore::scratch(Scratch purpose, uint64_t size) {
    ScratchBuffer& scratch = m_scratch[size_t(purpose)];
    if (size > scratch.size) {
        if (scratch.name) m_state.forgetBuffer(scratch.name.get());
        scratch.size = std::max<uint64_t>(std::max<uint64_t>(size, 65536), scratch.size * 2);
        scratch.name = makeBuffer();
        glNamedBufferStorage(scratch.name.get(), GLsizeiptr(scratch.size), nullptr, GL_DYNAMIC_STORAGE_BIT);
        if (!m_state.gotMemory()) scratch.size = 0;
    }
    return scratch.name.get();
}

} // namespace gl
