#include "renderer-gl/debug_output.h"

#include <epoxy/gl.h>

#include "pvg/base/log.h"

namespace gl {

namespace {

bool isMistake(GLenum type) {
    return type == GL_DEBUG_TYPE_ERROR || type == GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR || type == GL_DEBUG_TYPE_DEPRECATED_BEHAVIOR ||
           type == GL_DEBUG_TYPE_PORTABILITY;
}

// What a compiler says about a translated shader comes back as the pipeline's failure (LinkFailed).
void onMessage(GLenum source, GLenum type, GLuint id, GLenum, GLsizei length, const GLchar* text, const void* user) {
    if (!isMistake(type) || source == GL_DEBUG_SOURCE_SHADER_COMPILER) return;
    static_cast<pvg::Counters*>(const_cast<void*>(user))->add(pvg::Counter::GlDebugErrors);
    spdlog::error("OpenGL debug message {}: {}", id, std::string_view(text, length >= 0 ? size_t(length) : 0));
}

} // namespace

void startDebugOutput(pvg::Counters& counters) {
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS); // the callback runs on the engine thread only
    glDebugMessageCallback(onMessage, &counters);
    glDebugMessageControl(GL_DONT_CARE, GL_DONT_CARE, GL_DONT_CARE, 0, nullptr, GL_TRUE);
}

void stopDebugOutput() {
    glDebugMessageCallback(nullptr, nullptr);
    glDisable(GL_DEBUG_OUTPUT);
}

} // namespace gl
