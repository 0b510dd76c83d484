#include "app/renderer/gl_program.h"

#include <array>
#include <string>

#include <epoxy/gl.h>

namespace app {

namespace {
std::string infoLog(unsigned program) {
    std::array<char, 512> text{};
    glGetProgramInfoLog(program, GLsizei(text.size()), nullptr, text.data());
    return text.data();
}

unsigned compile(GLenum stage, const char* source) {
    unsigned shader = glCreateShader(stage);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}
} // namespace

pvg::Result<unsigned> linkProgram(const char* vertexSource, const char* fragmentSource, const char* what) {
    unsigned vertex = compile(GL_VERTEX_SHADER, vertexSource), fragment = compile(GL_FRAGMENT_SHADER, fragmentSource);
    unsigned program = glCreateProgram();
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    int isLinked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &isLinked);
    if (isLinked) return program;
    pvg::Error error{pvg::Code::Unsupported, "the driver refuses the shader of " + std::string(what) + ": " + infoLog(program)};
    glDeleteProgram(program);
    return error;
}

} // namespace app
