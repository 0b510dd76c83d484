// The engine's OpenGL 4.5 core context: no surface, made by EGL, current on one thread at a time.
#pragma once

#include <memory>

#include "pvg/base/result.h"

namespace app {

class GlContext {
public:
    // On a display of its own: the surfaceless platform, else the first EGL device that has OpenGL 4.5. Needs no X server.
    static pvg::Result<std::unique_ptr<GlContext>> createHeadless();
    // In the share group of the EGL context that is current on this thread, on its display. That context must outlive this one.
    static pvg::Result<std::unique_ptr<GlContext>> createShared();
    ~GlContext();
    GlContext(const GlContext&) = delete;
    GlContext& operator=(const GlContext&) = delete;

    pvg::Status makeCurrent();
    void release();

private:
    GlContext(void* display, void* context, bool ownsDisplay) : m_display(display), m_context(context), m_ownsDisplay(ownsDisplay) {}

    void* m_display;
    void* m_context;
    bool m_ownsDisplay;
};

} // namespace app
