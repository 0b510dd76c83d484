#include "renderer-gl/presenter.h"

#include <algorithm>

namespace gl {

using pvg::DeclineReason;

namespace {

// Stores whose bits are the RGBA8 picture already; sRGB stays encoded, as a display expects it.
bool isPicture(const Texture& t) {
    const bool isFourBytes = t.format->internal == GL_RGBA8 || t.format->internal == GL_SRGB8_ALPHA8;
    return isFourBytes && t.target != GL_TEXTURE_1D_ARRAY && !t.isMultisample() && !t.exchangesRedBlue;
}

} // namespace

pvg::Declined<void> Presenter::present(pvg::DisplayPort port, const Texture& texture, uint32_t width, uint32_t height) {
    const uint32_t w = width != 0 ? std::min(width, texture.size.width) : texture.size.width;
    const uint32_t h = height != 0 ? std::min(height, texture.size.height) : texture.size.height;
    const GLuint target = m_queue.beginWrite(port.value, w, h);
    if (target == 0) return pvg::decline(DeclineReason::HostFailure, "no memory for a presented picture of {} x {}", w, h);
    if (isPicture(texture)) {
        glCopyImageSubData(texture.name.get(), texture.target, 0, 0, 0, 0, target, GL_TEXTURE_2D, 0, 0, 0, 0, GLsizei(w), GLsizei(h), 1);
        m_state.countCalls(1);
    } else {
        PVG_CHECK(convert(texture, target, w, h));
    }
    m_queue.publish(port.value);
    m_shown[port.value] = {target, w, h};
    return {};
}

// Formats of other depths; what the display would clamp, the blit clamps.
pvg::Declined<void> Presenter::convert(const Texture& from, GLuint to, uint32_t width, uint32_t height) {
    if (!from.format->isColor() || from.format->isInteger() || from.isMultisample())
        return pvg::decline(DeclineReason::UnsupportedFormat, "present of format {}", uint64_t(from.format->metal));
    FramebufferKey source;
    source.colors[0] = attachedImage(from, 0, 0, 0);
    PVG_TRY(const GLuint readFrom, m_framebuffers.find(source));
    const FramebufferName target = makeFramebuffer();
    glNamedFramebufferTexture(target.get(), GL_COLOR_ATTACHMENT0, to, 0);
    m_state.scissor(0, {0, 0, GLint(width), GLint(height)});
    m_state.readFrom(readFrom, GL_COLOR_ATTACHMENT0);
    const auto w = GLint(width), h = GLint(height);
    glBlitNamedFramebuffer(readFrom, target.get(), 0, 0, w, h, 0, 0, w, h, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    m_state.countCalls(3);
    return {};
}

pvg::Result<pvg::PresentedImage> Presenter::lastImage(pvg::DisplayPort port) {
    const auto found = m_shown.find(port.value);
    if (found == m_shown.end())
        return pvg::Error{pvg::Code::NotFound, "display " + std::to_string(port.value) + " has not presented a picture"};
    const Shown& shown = found->second;
    pvg::PresentedImage image{shown.width, shown.height, {}};
    image.rgba.resize(size_t(shown.width) * shown.height * 4);
    m_state.packTo(0, {});
    glGetTextureImage(shown.texture, 0, GL_RGBA, GL_UNSIGNED_BYTE, GLsizei(image.rgba.size()), image.rgba.data());
    return image;
}

} // namespace gl
