#include "renderer-gl/bindings.h"

namespace gl {

namespace {

GLenum storeFormat(uint8_t componentType, bool isDepth) {
    if (isDepth) return GL_DEPTH_COMPONENT32F;
    return componentType == 0 ? GL_RGBA8 : componentType == 1 ? GL_RGBA8I : GL_RGBA8UI;
}

void allocate(GLuint name, GLenum target, GLenum internal) {
    switch (target) {
    case GL_TEXTURE_1D: return glTextureStorage1D(name, 1, internal, 1);
    case GL_TEXTURE_1D_ARRAY:
    case GL_TEXTURE_2D:
    case GL_TEXTURE_CUBE_MAP: return glTextureStorage2D(name, 1, internal, 1, 1);
    case GL_TEXTURE_2D_MULTISAMPLE: return glTextureStorage2DMultisample(name, 1, internal, 1, 1, GL_TRUE);
    case GL_TEXTURE_2D_MULTISAMPLE_ARRAY: return glTextureStorage3DMultisample(name, 1, internal, 1, 1, 1, GL_TRUE);
    case GL_TEXTURE_CUBE_MAP_ARRAY: return glTextureStorage3D(name, 1, internal, 1, 1, 6);
    default: return glTextureStorage3D(name, 1, internal, 1, 1, 1);
    }
}

void clear(GLuint name, uint8_t componentType, bool isDepth) {
    if (isDepth) return glClearTexImage(name, 0, GL_DEPTH_COMPONENT, GL_FLOAT, nullptr);
    const GLenum type = componentType == 1 ? GL_BYTE : GL_UNSIGNED_BYTE;
    glClearTexImage(name, 0, componentType == 0 ? GL_RGBA : GL_RGBA_INTEGER, type, nullptr);
}

} // namespace

GLuint ZeroTextures::find(GLenum target, uint8_t componentType, bool isDepth) {
    const bool canBeDepth = target != GL_TEXTURE_3D && target != GL_TEXTURE_BUFFER;
    const bool depth = isDepth && canBeDepth;
    TextureName& texture = m_textures[uint32_t(target) << 4 | uint32_t(componentType) << 1 | uint32_t(depth)];
    if (texture) return texture.get();
    texture = makeTexture(target);
    const GLenum internal = storeFormat(componentType, depth);
    if (target == GL_TEXTURE_BUFFER) {
        constexpr GLuint kZero[4] = {};
        if (!m_texels) {
            m_texels = makeBuffer();
            glNamedBufferStorage(m_texels.get(), sizeof(kZero), kZero, 0);
        }
        glTextureBuffer(texture.get(), internal, m_texels.get());
        return texture.get();
    }
    allocate(texture.get(), target, internal);
    clear(texture.get(), componentType, depth);
    return texture.get();
}

} // namespace gl
