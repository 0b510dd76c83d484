// A GL program of several stages, run by hand: what tests of functions that need text around them (stage input, tessellation) have in common.
#pragma once

#include <doctest/doctest.h>
#include <epoxy/gl.h>

#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "kernel_runner.h"

namespace airtest {

using Vec4 = std::array<float, 4>;

inline constexpr unsigned kShift = 2; // bytes of the bound range in front of the Metal buffer

inline void same(const Vec4& found, const Vec4& wanted) {
    for (size_t i = 0; i < 4; ++i) CHECK(found[i] == doctest::Approx(wanted[i]));
}

inline bool lacksGl() {
    if (!hasGl()) MESSAGE("skipped: no surfaceless OpenGL 4.5 context");
    return !hasGl();
}

struct Part {
    GLenum kind;
    std::string text;
};

class Program {
public:
    explicit Program(const std::vector<Part>& parts, const std::vector<const char*>& captured = {}) : m_name(glCreateProgram()) {
        for (const Part& part : parts) {
            const GLuint shader = glCreateShader(part.kind);
            const char* source = part.text.c_str();
            glShaderSource(shader, 1, &source, nullptr);
            glCompileShader(shader);
            char log[1000] = {};
            glGetShaderInfoLog(shader, sizeof log, nullptr, log);
            GLint compiled = 0;
            glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
            REQUIRE_MESSAGE(compiled, log << "\n" << part.text);
            glAttachShader(m_name, shader);
            glDeleteShader(shader);
        }
        if (!captured.empty()) glTransformFeedbackVaryings(m_name, GLsizei(captured.size()), captured.data(), GL_INTERLEAVED_ATTRIBS);
        glLinkProgram(m_name);
        GLint linked = 0;
        glGetProgramiv(m_name, GL_LINK_STATUS, &linked);
        char log[1000] = {};
        glGetProgramInfoLog(m_name, sizeof log, nullptr, log);
        REQUIRE_MESSAGE(linked, log);
        glUseProgram(m_name);
    }
    ~Program() {
        glDeleteProgram(m_name);
        glDeleteBuffers(GLsizei(m_buffers.size()), m_buffers.data());
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    // `shift` bytes of something else in front, as where GL aligns what is bound.
    void bind(const char* block, GLuint point, const std::vector<uint8_t>& bytes, unsigned shift = 0) {
        std::vector<uint8_t> all(shift, 0xee);
        all.insert(all.end(), bytes.begin(), bytes.end());
        all.resize(all.size() / 4 * 4 + 8, 0xee);
        GLuint buffer = 0;
        glCreateBuffers(1, &buffer);
        glNamedBufferStorage(buffer, GLsizeiptr(all.size()), all.data(), 0);
        const GLuint index = glGetProgramResourceIndex(m_name, GL_SHADER_STORAGE_BLOCK, block);
        REQUIRE_MESSAGE(index != GL_INVALID_INDEX, block);
        glShaderStorageBlockBinding(m_name, index, point);
        glBindBufferBase(GL_SHADER_STORAGE_BUFFER, point, buffer);
        m_buffers.push_back(buffer);
    }
    GLint uniform(const std::string& name) const { return glGetUniformLocation(m_name, name.c_str()); }
    GLuint latestBuffer() const { return m_buffers.back(); }

private:
    GLuint m_name;
    std::vector<GLuint> m_buffers;
};

template <class T>
std::vector<uint8_t> bytesOf(const std::vector<T>& values) {
    std::vector<uint8_t> bytes(values.size() * sizeof(T));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

inline std::string linked(const air::Translation& t, const std::string& preamble) {
    size_t at = t.glsl.find('\n') + 1;
    while (t.glsl.compare(at, 10, "#extension") == 0) at = t.glsl.find('\n', at) + 1;
    return t.glsl.substr(0, at) + preamble + t.glsl.substr(at);
}

// The preamble of a kernel of one threadgroup.
inline const std::string kFourByTwo = "#define AIR_LOCAL_X 4\n#define AIR_LOCAL_Y 2\n#define AIR_LOCAL_Z 1\n"
                               "#define AIR_GROUP_X 4\n#define AIR_GROUP_Y 2\n#define AIR_GROUP_Z 1\n";

} // namespace airtest
