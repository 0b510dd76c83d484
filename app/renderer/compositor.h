// Paints one display's picture into the framebuffer that is bound: black bars, guest pixels behind their gamma, cursor. Knows GL, not the
// window system.
// Thread: the one whose context was current at construction; every call.
#pragma once

#include <cstdint>
#include <memory>

#include "app/renderer/fit.h"
#include "pvg/base/result.h"
#include "pvg/exec/engine.h"
#include "renderer-gl/present_queue.h"

namespace app {

class CursorSprite;
class GammaPass;

class Compositor {
public:
    static pvg::Result<std::unique_ptr<Compositor>> create();
    ~Compositor();
    Compositor(const Compositor&) = delete;
    Compositor& operator=(const Compositor&) = delete;

    // Covers the default framebuffer, `width` x `height` pixels. A frame with sequence 0 and a display that is not
    // lit are only black.
    void paint(const gl::PresentFrame& frame, const pvg::DisplaySnapshot& display, uint32_t width, uint32_t height);

private:
    Compositor();
    void blit(const gl::PresentFrame& frame, const Rect& fit, uint32_t height);

    unsigned m_readFramebuffer = 0;
    std::unique_ptr<CursorSprite> m_cursor;
    std::unique_ptr<GammaPass> m_gamma;
};

} // namespace app
