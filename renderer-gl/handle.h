// Owning handles for GL object names. A handle is destroyed with its context current (engine thread).
#pragma once

#include <epoxy/gl.h>

#include <utility>

namespace gl {

template <auto Delete>
class Handle {
public:
    Handle() = default;
    explicit Handle(GLuint name) : m_name(name) {}
    Handle(Handle&& other) noexcept : m_name(std::exchange(other.m_name, 0)) {}
    Handle& operator=(Handle&& other) noexcept {
        if (this != &other) {
            reset();
            m_name = std::exchange(other.m_name, 0);
        }
        return *this;
    }
    ~Handle() { reset(); }

    GLuint get() const { return m_name; }
    explicit operator bool() const { return m_name != 0; }
    void reset() {
        if (m_name != 0) Delete(std::exchange(m_name, 0));
    }

private:
    GLuint m_name = 0;
};

inline void deleteBuffer(GLuint name) { glDeleteBuffers(1, &name); }
inline void deleteTexture(GLuint name) { glDeleteTextures(1, &name); }
inline void deleteSampler(GLuint name) { glDeleteSamplers(1, &name); }
inline void deleteFramebuffer(GLuint name) { glDeleteFramebuffers(1, &name); }
inline void deleteVertexArray(GLuint name) { glDeleteVertexArrays(1, &name); }
inline void deleteQuery(GLuint name) { glDeleteQueries(1, &name); }
inline void deleteProgram(GLuint name) { glDeleteProgram(name); }
inline void deleteShader(GLuint name) { glDeleteShader(name); }

using BufferName = Handle<deleteBuffer>;
using TextureName = Handle<deleteTexture>;
using SamplerName = Handle<deleteSampler>;
using FramebufferName = Handle<deleteFramebuffer>;
using VertexArrayName = Handle<deleteVertexArray>;
using QueryName = Handle<deleteQuery>;
using ProgramName = Handle<deleteProgram>;
using ShaderName = Handle<deleteShader>;

inline BufferName makeBuffer() {
    GLuint n = 0;
    glCreateBuffers(1, &n);
    return BufferName(n);
}
inline TextureName makeTexture(GLenum target) {
    GLuint n = 0;
    glCreateTextures(target, 1, &n);
    return TextureName(n);
}
inline FramebufferName makeFramebuffer() {
    GLuint n = 0;
    glCreateFramebuffers(1, &n);
    return FramebufferName(n);
}
inline VertexArrayName makeVertexArray() {
    GLuint n = 0;
    glCreateVertexArrays(1, &n);
    return VertexArrayName(n);
}
inline SamplerName makeSampler() {
    GLuint n = 0;
    glCreateSamplers(1, &n);
    return SamplerName(n);
}

} // namespace gl
