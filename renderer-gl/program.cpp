#include "renderer-gl/program.h"

#include <algorithm>

namespace gl {

namespace {

constexpr GLsizei kLongestMessage = 2048;

template <class Query, class Read>
std::string infoLog(GLuint name, const Query& query, const Read& read) {
    GLint length = 0;
    query(name, GL_INFO_LOG_LENGTH, &length);
    std::string text(size_t(std::clamp(length, 0, kLongestMessage)), '\0');
    GLsizei written = 0;
    if (!text.empty()) read(name, GLsizei(text.size()), &written, text.data());
    text.resize(size_t(written));
    return text;
}

} // namespace

ProgramBuild::ProgramBuild(const Caps& caps, std::span<const StageText> stages) : m_caps(caps), m_program(glCreateProgram()) {
    for (const StageText& stage : stages) {
        ShaderName shader(glCreateShader(stage.stage));
        const char* text = stage.text.c_str();
        const auto length = GLint(stage.text.size());
        glShaderSource(shader.get(), 1, &text, &length);
        glCompileShader(shader.get());
        glAttachShader(m_program.get(), shader.get());
        m_shaders.push_back(std::move(shader));
    }
    glLinkProgram(m_program.get());
}

bool ProgramBuild::isComplete() const {
    if (!m_caps.hasParallelCompile) return true;
    GLint isDone = GL_TRUE;
    glGetProgramiv(m_program.get(), GL_COMPLETION_STATUS_KHR, &isDone);
    return isDone != GL_FALSE;
}

std::string ProgramBuild::messages() const {
    std::string text;
    for (const ShaderName& shader : m_shaders) {
        GLint isCompiled = GL_FALSE;
        glGetShaderiv(shader.get(), GL_COMPILE_STATUS, &isCompiled);
        if (isCompiled == GL_FALSE) text += infoLog(shader.get(), glGetShaderiv, glGetShaderInfoLog);
    }
    return text.empty() ? infoLog(m_program.get(), glGetProgramiv, glGetProgramInfoLog) : text;
}

pvg::Declined<ProgramName> ProgramBuild::finish() {
    GLint isLinked = GL_FALSE;
    glGetProgramiv(m_program.get(), GL_LINK_STATUS, &isLinked);
    if (isLinked != GL_FALSE) {
        for (const ShaderName& shader : m_shaders) glDetachShader(m_program.get(), shader.get());
        m_shaders.clear();
        return std::move(m_program);
    }
    pvg::Decline failure = pvg::decline(pvg::DeclineReason::LinkFailed);
    failure.text = messages();
    return failure;
}

} // namespace gl
