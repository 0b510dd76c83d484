#include "renderer-gl/present_queue.h"

#include <epoxy/gl.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include <map>

namespace gl {

namespace {

constexpr int kNone = -1;

uint64_t monotonicNanoseconds() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return uint64_t(now.tv_sec) * 1'000'000'000 + uint64_t(now.tv_nsec);
}

// Three frames: one the window holds, one that is the latest, one to write. Roles change hands under the mutex; a frame's contents belong to
// the thread that has its role.
struct Port {
    std::array<PresentFrame, 3> frames;
    int latest = kNone, held = kNone, writing = kNone;
    uint64_t sequence = 0;
};

void release(PresentFrame& frame) {
    if (frame.ready != nullptr) glDeleteSync(static_cast<GLsync>(frame.ready));
    if (frame.texture != 0) glDeleteTextures(1, &frame.texture);
    frame = {};
}

} // namespace

struct PresentQueue::Impl {
    std::mutex mutex;
    std::map<uint32_t, Port> ports;
    int event = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
};

PresentQueue::PresentQueue() : m_impl(std::make_unique<Impl>()) {}

PresentQueue::~PresentQueue() {
    if (m_impl->event >= 0) close(m_impl->event);
}

PresentFrame PresentQueue::acquire(uint32_t port) {
    const std::lock_guard lock(m_impl->mutex);
    const auto found = m_impl->ports.find(port);
    if (found == m_impl->ports.end() || found->second.latest == kNone) return {};
    Port& p = found->second;
    p.held = p.latest;
    return p.frames[size_t(p.held)];
}

int PresentQueue::eventFd() const { return m_impl->event; }

unsigned PresentQueue::beginWrite(uint32_t port, uint32_t width, uint32_t height) {
    PresentFrame* frame = nullptr;
    {
        const std::lock_guard lock(m_impl->mutex);
        Port& p = m_impl->ports[port];
        for (int i = 0; i < 3; ++i)
            if (i != p.latest && i != p.held) p.writing = i;
        frame = &p.frames[size_t(p.writing)];
    }
    if (frame->ready != nullptr) glDeleteSync(static_cast<GLsync>(frame->ready));
    frame->ready = nullptr;
    if (frame->texture != 0 && frame->width == width && frame->height == height) return frame->texture;
    release(*frame);
    glCreateTextures(GL_TEXTURE_2D, 1, &frame->texture);
    while (glGetError() != GL_NO_ERROR) {} // so that the next error is this storage's
    glTextureStorage2D(frame->texture, 1, GL_RGBA8, GLsizei(width), GLsizei(height));
    if (glGetError() != GL_NO_ERROR) {
        release(*frame);
        return 0;
    }
    frame->width = width;
    frame->height = height;
    return frame->texture;
}

void PresentQueue::publish(uint32_t port) {
    // The fence must be flushed before another context waits on it (opengl.md 5.3).
    void* ready = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    glFlush();
    {
        const std::lock_guard lock(m_impl->mutex);
        Port& p = m_impl->ports[port];
        if (p.writing == kNone) {
            glDeleteSync(static_cast<GLsync>(ready));
            return;
        }
        PresentFrame& frame = p.frames[size_t(p.writing)];
        frame.ready = ready;
        frame.sequence = ++p.sequence;
        frame.presentNanoseconds = monotonicNanoseconds();
        p.latest = p.writing;
        p.writing = kNone;
    }
    const uint64_t one = 1;
    // Full only after 2^64 - 2 unread publishes.
    [[maybe_unused]] const ssize_t written = write(m_impl->event, &one, sizeof(one));
}

void PresentQueue::destroyObjects() {
    const std::lock_guard lock(m_impl->mutex);
    for (auto& [number, port] : m_impl->ports)
        for (PresentFrame& frame : port.frames) release(frame);
    m_impl->ports.clear();
}

} // namespace gl
