#include "glsl_kernel.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <fmt/format.h>

#include <array>

namespace aircpu {

namespace {

bool makeContext() {
    EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (!display || !eglInitialize(display, nullptr, nullptr) || !eglBindAPI(EGL_OPENGL_API)) return false;
    const EGLint attributes[] = {
        EGL_CONTEXT_MAJOR_VERSION,           4,       EGL_CONTEXT_MINOR_VERSION, 5, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLContext context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    return context && eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context);
}

// The preamble of reflection.h.
std::string withPreamble(const std::string& glsl, const Grid& grid, const std::map<uint32_t, uint32_t>& groupBytes) {
    std::string text;
    for (size_t i = 0; i < 3; ++i) text += fmt::format("#define AIR_LOCAL_{0} {1}\n#define AIR_GROUP_{0} {1}\n", "XYZ"[i], grid.local[i]);
    for (const auto& [index, bytes] : groupBytes) text += fmt::format("#define AIR_TG_{} {}\n", index, bytes);
    size_t at = glsl.find('\n') + 1;
    while (glsl.compare(at, 10, "#extension") == 0) at = glsl.find('\n', at) + 1;
    return glsl.substr(0, at) + text + glsl.substr(at);
}

constexpr size_t kUniformPadding = 65536; // a uniform block may be declared longer than the buffer is

void bind(GLuint program, const air::BufferUse& use, GLuint name, size_t bytes) {
    if (use.kind == air::BlockKind::Uniform) {
        glUniformBlockBinding(program, glGetUniformBlockIndex(program, use.blockName.c_str()), use.metalIndex);
        glBindBufferBase(GL_UNIFORM_BUFFER, use.metalIndex, name);
        return;
    }
    glShaderStorageBlockBinding(program, glGetProgramResourceIndex(program, GL_SHADER_STORAGE_BLOCK, use.blockName.c_str()),
                                use.metalIndex);
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, use.metalIndex, name);
    const std::string info = fmt::format("cs_info[{}]", use.metalIndex);
    glProgramUniform2ui(program, glGetUniformLocation(program, info.c_str()), 0, GLuint(bytes));
}

} // namespace

bool hasGl() {
    static const bool isThere = makeContext();
    return isThere;
}

GlslKernel::GlslKernel(const air::Translation& translation, const Grid& grid, const std::map<uint32_t, uint32_t>& groupBytes)
    : m_reflection(translation.reflection), m_grid(grid) {
    const std::string text = withPreamble(translation.glsl, grid, groupBytes);
    const char* source = text.c_str();
    m_program = glCreateShaderProgramv(GL_COMPUTE_SHADER, 1, &source);
    GLint linked = 0;
    glGetProgramiv(m_program, GL_LINK_STATUS, &linked);
    if (linked) return;
    std::array<char, 2000> log{};
    glGetProgramInfoLog(m_program, log.size(), nullptr, log.data());
    m_problem = std::string("driver: ") + log.data();
}

GlslKernel::~GlslKernel() { glDeleteProgram(m_program); }

GlslRun GlslKernel::run(const std::map<uint32_t, Bytes>& buffers) const {
    GlslRun result{m_problem, buffers};
    if (!m_problem.empty()) return result;
    glUseProgram(m_program);
    std::map<uint32_t, GLuint> names;
    for (const auto& [index, bytes] : buffers) {
        Bytes padded = bytes;
        padded.resize(std::max(bytes.size(), kUniformPadding));
        glCreateBuffers(1, &names[index]);
        glNamedBufferStorage(names[index], GLsizeiptr(padded.size()), padded.data(), 0);
    }
    for (const air::BufferUse& use : m_reflection.buffers)
        if (names.contains(use.metalIndex)) bind(m_program, use, names[use.metalIndex], buffers.at(use.metalIndex).size());
    std::array<GLuint, 9> grid{};
    for (size_t i = 0; i < 3; ++i) {
        grid[i] = m_grid.local[i] * m_grid.groups[i];
        grid[3 + i] = m_grid.groups[i];
    }
    glUniform3uiv(glGetUniformLocation(m_program, "cs_grid"), 3, grid.data());
    glDispatchCompute(m_grid.groups[0], m_grid.groups[1], m_grid.groups[2]);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    for (auto& [index, bytes] : result.buffers) {
        if (!bytes.empty()) glGetNamedBufferSubData(names[index], 0, GLsizeiptr(bytes.size()), bytes.data());
        glDeleteBuffers(1, &names[index]);
    }
    if (const GLenum error = glGetError(); error != GL_NO_ERROR) result.problem = fmt::format("GL error {:#x}", error);
    return result;
}

} // namespace aircpu
