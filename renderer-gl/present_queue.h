// Hand-off of finished pictures from the engine's context to the window's (shared) context: three textures a display, latest wins, so that a
// slow or hidden window never stalls the guest. Textures are RGBA8, guest row order (row 0 = top).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>

namespace gl {

struct PresentFrame {
    unsigned texture = 0; // GL name, valid in every context of the share group
    void* ready = nullptr; // GLsync to glWaitSync on before reading; owned by the queue
    uint32_t width = 0, height = 0;
    uint64_t sequence = 0; // grows with each present of this port; 0 = no frame yet
    uint64_t presentNanoseconds = 0; // CLOCK_MONOTONIC when the guest's present was executed
};

class PresentQueue {
public:
    PresentQueue();
    ~PresentQueue();

    // Thread: window. The latest frame of the port; it stays untouched until the next acquire() of that port. sequence 0 = none.
    PresentFrame acquire(uint32_t port);
    // Thread: window. File descriptor (eventfd) that becomes readable at each publish.
    int eventFd() const;

    // Thread: engine. A texture the engine may draw into (size as asked, created on demand; 0: no memory for it), then its publication.
    unsigned beginWrite(uint32_t port, uint32_t width, uint32_t height);
    void publish(uint32_t port);
    // Thread: engine, context current. Deletes every GL object.
    void destroyObjects();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace gl
