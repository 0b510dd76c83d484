#include "renderer-gl/attachment_copies.h"

namespace gl {

namespace {

bool fits(const Texture& copy, const AttachmentPart& part) {
    const Extent e = part.texture.levelSize(part.level);
    return copy.name && copy.format == part.texture.format && copy.exchangesRedBlue == part.texture.exchangesRedBlue && copy.samples == part.texture.samples && copy.size.width == e.width &&
           copy.size.height == e.height && copy.layers == part.layers;
}

} // namespace

void AttachmentCopies::allocate(Texture& copy, const AttachmentPart& part) {
    if (copy.name) m_state.forgetTexture(copy.name.get());
    const Extent e = part.texture.levelSize(part.level);
    const bool isMultisample = part.texture.isMultisample();
    copy = {};
    copy.target = isMultisample ? GL_TEXTURE_2D_MULTISAMPLE_ARRAY : GL_TEXTURE_2D_ARRAY;
    copy.format = part.texture.format;
    copy.exchangesRedBlue = part.texture.exchangesRedBlue;
    copy.size = {e.width, e.height, 1};
    copy.layers = part.layers;
    copy.samples = part.texture.samples;
    copy.name = makeTexture(copy.target);
    const auto w = GLsizei(e.width), h = GLsizei(e.height), layers = GLsizei(part.layers);
    if (isMultisample)
        glTextureStorage3DMultisample(copy.name.get(), GLsizei(copy.samples), copy.format->internal, w, h, layers, GL_TRUE);
    else
        glTextureStorage3D(copy.name.get(), 1, copy.format->internal, w, h, layers);
    if (!m_state.gotMemory()) copy.layers = 0; // fits nothing
    applySwizzle(copy); // A8 lives in red; the view's own swizzle is no part of what a fetch sees
}

GLuint AttachmentCopies::copy(uint32_t attachment, const AttachmentPart& part) {
    Texture& copy = m_copies[attachment];
    if (!fits(copy, part)) allocate(copy, part);
    m_state.countCalls(1);
    glCopyImageSubData(part.texture.name.get(), part.texture.target, GLint(part.level), part.rect[0], part.rect[1], GLint(part.firstLayer),
                       copy.name.get(), copy.target, 0, part.rect[0], part.rect[1], 0, part.rect[2], part.rect[3],
                       GLsizei(part.layers));
    return copy.name.get();
}

} // namespace gl
