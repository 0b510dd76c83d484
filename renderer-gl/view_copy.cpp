#include "renderer-gl/view_copy.h"

namespace gl {

Texture copyOfSamples(const Texture& view, uint32_t slice) {
    Texture copy;
    copy.target = GL_TEXTURE_2D_MULTISAMPLE;
    copy.format = view.format;
    copy.size = view.size;
    copy.samples = view.samples;
    GLuint name = 0;
    glCreateTextures(copy.target, 1, &name);
    copy.name = TextureName(name);
    const auto width = GLsizei(view.size.width), height = GLsizei(view.size.height);
    glTextureStorage2DMultisample(name, GLsizei(view.samples), view.format->internal, width, height, GL_TRUE);
    glCopyImageSubData(view.name.get(), view.target, 0, 0, 0, GLint(slice), name, copy.target, 0, 0, 0, 0, width, height, 1);
    return copy;
}

} // namespace gl
