// Copies finished pictures into the window's queue.
#pragma once

#include <map>

#include "renderer-gl/framebuffers.h"
#include "renderer-gl/present_queue.h"

namespace gl {

class Presenter {
public:
    Presenter(StateCache& state, FramebufferCache& framebuffers, PresentQueue& queue)
        : m_state(state), m_framebuffers(framebuffers), m_queue(queue) {}

    pvg::Declined<void> present(pvg::DisplayPort port, const Texture& texture, uint32_t width, uint32_t height);
    pvg::Result<pvg::PresentedImage> lastImage(pvg::DisplayPort port);

private:
    struct Shown {
        GLuint texture = 0;
        uint32_t width = 0, height = 0;
    };
    pvg::Declined<void> convert(const Texture& from, GLuint to, uint32_t width, uint32_t height);

    StateCache& m_state;
    FramebufferCache& m_framebuffers;
    PresentQueue& m_queue;
    std::map<uint32_t, Shown> m_shown; // untouched until the port's next beginWrite()
};

} // namespace gl
