// The SDL window of one renderer: shows one display at a time, the HUD, and a state line while there is nothing to show. Paints only when
// something changed. Thread: main, every call but wake().
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "app/renderer/gl_context.h"
#include "app/renderer/options.h"
#include "pvg/base/result.h"
#include "pvg/exec/engine.h"
#include "renderer-gl/debug_output.h"
#include "renderer-gl/present_queue.h"
#include "ui/hud_snapshot.h"
#include "ui/status.h"

namespace app {

struct WindowOptions {
    Size size{1280, 720};
    ui::HudItems hud;
    uint32_t displays = 1;
    gl::DebugLog* debugLog = nullptr; // what the driver says of the window's context; outlives it
    // Tests: called with the painted default framebuffer bound for reading, before it is swapped.
    std::function<void(uint32_t width, uint32_t height)> beforeSwap;
};

// Where the window takes its values from; called on the main thread.
struct WindowFeed {
    std::function<std::shared_ptr<const pvg::EngineSnapshot>()> engine; // may give null
    std::function<ui::HudSnapshot()> hud;                               // twice a second
    std::function<ui::GuestStatus(uint32_t display)> status;
    std::function<std::vector<std::string>()> notice; // lines to show over the picture; twice a second; may be empty
    std::function<void()> closeRequested;
    std::function<void(uint32_t display, bool isPlugged)> plugRequested = [](uint32_t, bool) {}; // F9
};

class Window {
public:
    // Forces EGL, so that the engine's context can share with the window's. The error is one sentence.
    static pvg::Result<std::unique_ptr<Window>> create(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // For the engine thread, in the window's share group; destroy it before the window.
    pvg::Result<std::unique_ptr<GlContext>> createEngineContext();
    // Until stop().
    void run(gl::PresentQueue& presents, const WindowFeed& feed);
    // Thread: any.
    void stop();

private:
    Window();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace app
