#include "renderer-gl/debug_output.h"

#include <epoxy/gl.h>

#include "pvg/base/log.h"

namespace gl {

namespace {

constexpr std::array<std::string_view, size_t(DebugLog::Type::Count)> kNames{"error",       "undefined_behavior", "deprecated",
                                                                            "portability", "performance",        "other"};

DebugLog::Type typeOf(GLenum source, GLenum type) {
    // What a compiler says about a translated shader comes back as the pipeline's failure (LinkFailed).
    if (source == GL_DEBUG_SOURCE_SHADER_COMPILER) return DebugLog::Type::Other;
    switch (type) {
    case GL_DEBUG_TYPE_ERROR: return DebugLog::Type::Error;
    case GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR: return DebugLog::Type::UndefinedBehavior;
    case GL_DEBUG_TYPE_DEPRECATED_BEHAVIOR: return DebugLog::Type::Deprecated;
    case GL_DEBUG_TYPE_PORTABILITY: return DebugLog::Type::Portability;
    case GL_DEBUG_TYPE_PERFORMANCE: return DebugLog::Type::Performance;
    default: return DebugLog::Type::Other;
    }
}

bool isMistake(DebugLog::Type type) { return type <= DebugLog::Type::Portability; }

// Powers of two: the first is always seen, a flood is not.
bool worthLogging(uint64_t count) { return (count & (count - 1)) == 0; }

void onMessage(GLenum source, GLenum type, GLuint id, GLenum, GLsizei length, const GLchar* text, const void* user) {
    auto* log = static_cast<DebugLog*>(const_cast<void*>(user));
    log->note(typeOf(source, type), id, length >= 0 ? std::string_view(text, size_t(length)) : std::string_view(text));
}

} // namespace

void DebugLog::note(Type type, uint32_t id, std::string_view text) {
    const std::string_view name = kNames[size_t(type)];
    uint64_t count = 0;
    {
        const std::lock_guard lock(m_mutex);
        Row& row = m_rows[size_t(type)];
        if (row.count == 0) row = {name, 0, std::string(text)};
        count = ++row.count;
    }
    if (isMistake(type)) {
        m_counters.add(pvg::Counter::GlDebugErrors);
        if (worthLogging(count)) spdlog::error("OpenGL debug message {} ({}, {}x): {}", id, name, count, text);
    } else if (count == 1) {
        spdlog::info("OpenGL debug message {} ({}; more of them are only counted): {}", id, name, text);
    }
}

std::vector<DebugLog::Row> DebugLog::rows() const {
    const std::lock_guard lock(m_mutex);
    std::vector<Row> out;
    for (const Row& row : m_rows)
        if (row.count != 0) out.push_back(row);
    return out;
}

void startDebugOutput(DebugLog& log) {
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS); // the callback runs on the thread of the call
    glDebugMessageCallback(onMessage, &log);
    glDebugMessageControl(GL_DONT_CARE, GL_DONT_CARE, GL_DONT_CARE, 0, nullptr, GL_TRUE);
}

void stopDebugOutput() {
    glDebugMessageCallback(nullptr, nullptr);
    glDisable(GL_DEBUG_OUTPUT);
}

} // namespace gl
