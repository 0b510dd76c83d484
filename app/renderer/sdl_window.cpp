#include "app/renderer/sdl_window.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "pvg/base/log.h"

namespace app {

namespace {
constexpr double kDefaultRefresh = 60.0;
constexpr float kStandardDpi = 96.0F;
constexpr double kDesktopShare = 0.9;
#ifdef NDEBUG
constexpr int kDebugFlag = 0;
#else
constexpr int kDebugFlag = SDL_GL_CONTEXT_DEBUG_FLAG;
#endif

pvg::Error sdlError(const char* what) {
    return {pvg::Code::Unsupported, fmt::format("{}: {}; `--headless` needs no display", what, SDL_GetError())};
}

void setHints() {
    // Both contexts have to live on one EGL display; signals belong to the device process.
    SDL_SetHint(SDL_HINT_VIDEO_X11_FORCE_EGL, "1");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

// SDL falls back to its offscreen driver, which only tests ask for by name.
bool isInvisibleByAccident() { return SDL_GetCurrentVideoDriver() == std::string_view("offscreen") && !SDL_getenv("SDL_VIDEODRIVER"); }

void setAttributes(bool isCareful) {
    SDL_GL_ResetAttributes();
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 4);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 5);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, kDebugFlag);
    if (!isCareful) return;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, SDL_GL_CONTEXT_ROBUST_ACCESS_FLAG | kDebugFlag);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION, SDL_GL_CONTEXT_RESET_LOSE_CONTEXT);
}

// A window no larger than the desktop has room for.
Size clampToDesktop(Size size) {
    SDL_Rect usable{};
    if (SDL_GetDisplayUsableBounds(0, &usable) != 0 || usable.w <= 0 || usable.h <= 0) return size;
    double factor = std::min({1.0, kDesktopShare * usable.w / size.width, kDesktopShare * usable.h / size.height});
    return {std::max(1U, uint32_t(size.width * factor)), std::max(1U, uint32_t(size.height * factor))};
}

void setSwapInterval() {
    if (SDL_GL_SetSwapInterval(-1) == 0 || SDL_GL_SetSwapInterval(1) == 0) return;
    spdlog::debug("no swap control here ({}); frames are paced by sleeping", SDL_GetError());
}
} // namespace

pvg::Result<std::unique_ptr<SdlWindow>> SdlWindow::create(Size size) {
    setHints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return sdlError("no window can be opened");
    if (isInvisibleByAccident()) {
        SDL_Quit();
        return pvg::Error{pvg::Code::Unsupported, "no window can be opened: neither an X nor a Wayland display answers; `--headless` needs no display"};
    }
    auto window = std::unique_ptr<SdlWindow>(new SdlWindow);
    Size clamped = clampToDesktop(size);
    constexpr uint32_t flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    for (bool isCareful : {true, false}) {
        setAttributes(isCareful);
        if (!window->m_window) {
            window->m_window = SDL_CreateWindow("pvgl", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, int(clamped.width), int(clamped.height), flags);
        }
        if (window->m_window) window->m_context = SDL_GL_CreateContext(window->m_window);
        if (window->m_context) break;
    }
    if (!window->m_context) return sdlError("no window with OpenGL 4.5 core can be opened");
    setSwapInterval();
    return window;
}

SdlWindow::~SdlWindow() {
    if (m_context) SDL_GL_DeleteContext(m_context);
    if (m_window) SDL_DestroyWindow(m_window);
    SDL_Quit();
}

Size SdlWindow::drawableSize() const {
    int width = 0, height = 0;
    SDL_GL_GetDrawableSize(m_window, &width, &height);
    return {uint32_t(std::max(width, 0)), uint32_t(std::max(height, 0))};
}

float SdlWindow::scale() const {
    float dpi = kStandardDpi;
    if (SDL_GetDisplayDPI(std::max(0, SDL_GetWindowDisplayIndex(m_window)), nullptr, &dpi, nullptr) != 0) return 1.0F;
    return std::clamp(dpi / kStandardDpi, 1.0F, 4.0F);
}

double SdlWindow::refreshPeriod() const {
    SDL_DisplayMode mode{};
    int rate = SDL_GetWindowDisplayMode(m_window, &mode) == 0 ? mode.refresh_rate : 0;
    return 1.0 / (rate > 0 ? double(rate) : kDefaultRefresh);
}

void SdlWindow::toggleFullscreen() {
    bool isFull = (SDL_GetWindowFlags(m_window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    if (SDL_SetWindowFullscreen(m_window, isFull ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP) != 0) spdlog::warn("full screen: {}", SDL_GetError());
}

} // namespace app
