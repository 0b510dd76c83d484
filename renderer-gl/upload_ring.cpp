#include <deque>

#include "pvg/base/checked.h"
#include "renderer-gl/upload.h"

namespace gl {

namespace {

constexpr uint64_t kRingBytes = 64U << 20;
constexpr uint64_t kAlignment = 256; // also covers every pixel-buffer offset rule
constexpr GLbitfield kAccess = GL_MAP_WRITE_BIT | GL_MAP_PERSISTENT_BIT | GL_MAP_COHERENT_BIT;

struct Mapped {
    BufferName name;
    std::byte* bytes = nullptr;
};

Mapped makeMapped(uint64_t size) {
    Mapped mapped{makeBuffer(), nullptr};
    glNamedBufferStorage(mapped.name.get(), GLsizeiptr(size), nullptr, kAccess);
    mapped.bytes = static_cast<std::byte*>(glMapNamedBufferRange(mapped.name.get(), 0, GLsizeiptr(size), kAccess));
    return mapped;
}

class RingUpload final : public UploadStrategy {
public:
    RingUpload(StateCache& state, GpuWatch& watch) : m_state(state), m_watch(watch), m_ring(makeMapped(kRingBytes)) {}
    ~RingUpload() override {
        for (const Segment& s : m_segments) glDeleteSync(s.fence);
    }

    // Never by BufferSubData: one GPU driver (580 series) runs it ahead of what was done to the buffer before, a pixel transfer into it for one.
    void writeBuffer(GLuint buffer, uint64_t offset, pvg::ByteRuns runs) override {
        const uint64_t size = totalBytes(runs);
        if (size == 0) return;
        const PixelSource from = stagePixels(runs);
        if (from.buffer == 0) return m_direct->writeBuffer(buffer, offset, runs);
        glCopyNamedBufferSubData(from.buffer, buffer, GLintptr(from.address), GLintptr(offset), GLsizeiptr(size));
    }

    PixelSource stagePixels(pvg::ByteRuns runs) override {
        const uint64_t size = totalBytes(runs);
        if (size > kRingBytes / 4 || m_ring.bytes == nullptr) return stageLarge(runs, size);
        const uint64_t at = allocate(size);
        gather(runs, m_ring.bytes + at % kRingBytes);
        return {m_ring.name.get(), uintptr_t(at % kRingBytes)};
    }

    void submitted() override {
        if (m_head == m_fenced) return;
        m_segments.push_back({m_head, glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0)});
        m_fenced = m_head;
    }

private:
    struct Segment {
        uint64_t end;
        GLsync fence;
    };

    // Positions grow for ever; the ring place is position % kRingBytes.
    uint64_t allocate(uint64_t size) {
        uint64_t at = pvg::alignUp(m_head, kAlignment);
        if (at % kRingBytes + size > kRingBytes) at = pvg::alignUp(at, kRingBytes);
        while (at + size - m_tail > kRingBytes) freeOldest();
        m_head = at + size;
        return at;
    }

    void freeOldest() {
        if (m_segments.empty()) submitted();
        const Segment s = m_segments.front();
        m_segments.pop_front();
        const auto since = GpuWatch::Clock::now();
        while (glClientWaitSync(s.fence, GL_SYNC_FLUSH_COMMANDS_BIT, kWaitSlice) == GL_TIMEOUT_EXPIRED && !m_watch.stillWaits(since)) {}
        glDeleteSync(s.fence);
        m_tail = s.end;
    }

    PixelSource stageLarge(pvg::ByteRuns runs, uint64_t size) {
        if (m_large.name) m_state.forgetBuffer(m_large.name.get()); // GL keeps the store until the copies out of it are done
        m_large = makeMapped(size);
        if (m_large.bytes == nullptr) { // no memory for it: the driver finds some in its own time
            m_state.gotMemory();
            m_state.takeOutOfMemory();
            return m_direct->stagePixels(runs);
        }
        gather(runs, m_large.bytes);
        return {m_large.name.get(), 0};
    }

    static constexpr uint64_t kWaitSlice = 500'000'000;

    StateCache& m_state;
    GpuWatch& m_watch;
    Mapped m_ring, m_large;
    std::unique_ptr<UploadStrategy> m_direct = makeDirectUpload();
    std::deque<Segment> m_segments;
    uint64_t m_head = 0, m_tail = 0, m_fenced = 0;
};

} // namespace

std::unique_ptr<UploadStrategy> makeRingUpload(StateCache& state, GpuWatch& watch) { return std::make_unique<RingUpload>(state, watch); }

} // namespace gl
