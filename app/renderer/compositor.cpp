#include "app/renderer/compositor.h"

#include <epoxy/gl.h>

#include "app/renderer/cursor_sprite.h"
#include "app/renderer/gamma_pass.h"

namespace app {

pvg::Result<std::unique_ptr<Compositor>> Compositor::create() {
    auto compositor = std::unique_ptr<Compositor>(new Compositor);
    PVG_TRY(compositor->m_cursor, CursorSprite::create());
    PVG_TRY(compositor->m_gamma, GammaPass::create());
    glCreateFramebuffers(1, &compositor->m_readFramebuffer);
    return compositor;
}

Compositor::Compositor() = default;

Compositor::~Compositor() {
    if (m_readFramebuffer) glDeleteFramebuffers(1, &m_readFramebuffer);
}

void Compositor::paint(const gl::PresentFrame& frame, const pvg::DisplaySnapshot& display, uint32_t width, uint32_t height) {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST);
    glViewport(0, 0, int(width), int(height));
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    Rect fit = fitRect(frame.width, frame.height, width, height);
    if (frame.sequence == 0 || fit.width == 0 || !display.isLit()) return;
    if (frame.ready) glWaitSync(static_cast<GLsync>(frame.ready), 0, GL_TIMEOUT_IGNORED);
    bool isExact = uint32_t(fit.width) == frame.width && uint32_t(fit.height) == frame.height;
    bool hasRamp = m_gamma->bindRamp(display.gamma) != 0;
    if (hasRamp) {
        m_gamma->draw({frame.texture, fit, height, isExact});
        glViewport(0, 0, int(width), int(height));
    } else {
        blit(frame, fit, height);
    }
    m_cursor->draw(display, {frame.width, frame.height, fit, width, height, hasRamp});
}

// Guest rows run from the top, the window's from the bottom: the one flip of the whole path.
void Compositor::blit(const gl::PresentFrame& frame, const Rect& fit, uint32_t height) {
    bool isExact = uint32_t(fit.width) == frame.width && uint32_t(fit.height) == frame.height;
    glNamedFramebufferTexture(m_readFramebuffer, GL_COLOR_ATTACHMENT0, frame.texture, 0);
    int top = int(height) - fit.y;
    glBlitNamedFramebuffer(m_readFramebuffer, 0, 0, 0, int(frame.width), int(frame.height), fit.x, top, fit.x + fit.width, top - fit.height,
                           GL_COLOR_BUFFER_BIT, isExact ? GL_NEAREST : GL_LINEAR);
}

} // namespace app
