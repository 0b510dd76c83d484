// RAII over SDL's video subsystem, one OpenGL window and its context.
#pragma once

#include <memory>

#include <SDL.h>

#include "app/renderer/options.h"
#include "pvg/base/result.h"

namespace app {

class SdlWindow {
public:
    static pvg::Result<std::unique_ptr<SdlWindow>> create(Size size);
    ~SdlWindow();
    SdlWindow(const SdlWindow&) = delete;
    SdlWindow& operator=(const SdlWindow&) = delete;

    SDL_Window* get() const { return m_window; }
    Size drawableSize() const;
    float scale() const;          // of texts; 1 for about 96 dpi
    double refreshPeriod() const; // seconds; of the display the window is on
    void toggleFullscreen();
    void swap() { SDL_GL_SwapWindow(m_window); }

private:
    SdlWindow() = default;

    SDL_Window* m_window = nullptr;
    SDL_GLContext m_context = nullptr;
};

} // namespace app
