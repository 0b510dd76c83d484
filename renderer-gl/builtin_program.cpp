#include "renderer-gl/builtin_program.h"

#include <array>

#include "pvg/base/log.h"

namespace gl {

ProgramName linkBuiltin(std::initializer_list<BuiltinStage> stages) {
    ProgramName program(glCreateProgram());
    for (const BuiltinStage& stage : stages) {
        const ShaderName shader(glCreateShader(stage.stage));
        glShaderSource(shader.get(), 1, &stage.text, nullptr);
        glCompileShader(shader.get());
        glAttachShader(program.get(), shader.get());
    }
    glLinkProgram(program.get());
    GLint isLinked = GL_FALSE;
    glGetProgramiv(program.get(), GL_LINK_STATUS, &isLinked);
    if (isLinked != GL_FALSE) return program;
    std::array<char, 1024> message{};
    glGetProgramInfoLog(program.get(), GLsizei(message.size()), nullptr, message.data());
    spdlog::error("a built-in program does not link: {}", message.data());
    return {};
}

} // namespace gl
