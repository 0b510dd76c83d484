#include "renderer-gl/gpu_watch.h"

#include <epoxy/gl.h>

#include "pvg/base/log.h"

namespace gl {

namespace {

constexpr std::chrono::milliseconds kLookInterval{20}; // while a fence is waited for: some drivers make a system call of it

const char* causeOf(GLenum status) {
    switch (status) {
    case GL_GUILTY_CONTEXT_RESET: return "by our work";
    case GL_INNOCENT_CONTEXT_RESET: return "by another program's work";
    default: return "for an unknown reason";
    }
}

} // namespace

bool GpuWatch::look() {
    if (isLost()) return true;
    m_lookedAt = Clock::now();
    const GLenum status = glGetGraphicsResetStatus();
    if (status == GL_NO_ERROR) return false;
    m_loss = pvg::GpuLoss::Reset;
    spdlog::error("the GPU was reset {}; what it was working on is lost", causeOf(status));
    return true;
}

bool GpuWatch::stillWaits(Clock::time_point since) {
    if (isLost()) return true;
    const Clock::time_point now = Clock::now();
    if (now - m_lookedAt >= kLookInterval && look()) return true;
    if (now - since < m_longestWork) return false;
    m_loss = pvg::GpuLoss::Hang;
    spdlog::error("the GPU hangs: a batch is not done after {} ms; what it was working on is lost", m_longestWork.count());
    return true;
}

} // namespace gl
