#include "app/renderer/window.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "app/renderer/clock.h"
#include "app/renderer/compositor.h"
#include "app/renderer/hud_layer.h"
#include "app/renderer/sdl_window.h"
#include "app/renderer/waker.h"
#include "ui/hud.h"

namespace app {

namespace {
constexpr double kIdlePollSeconds = 0.1;   // the cursor moves without an event of its own
constexpr double kBusyAfterSeconds = 1.0;  // after a change or an input the cursor is looked at once a refresh
constexpr int kTextPaints = 2;             // Dear ImGui lays out changed text in one frame and shows it in the next
constexpr double kHiddenPollSeconds = 0.5; // nothing can be seen
constexpr SDL_Keycode kHudKey = SDLK_F8, kPlugKey = SDLK_F9, kDisplayKey = SDLK_F10, kFullscreenKey = SDLK_F11;

// What of a display's snapshot is visible in the window besides the frame.
struct Look {
    bool isLit = true;
    const void* gamma = nullptr;
    bool isCursorVisible = false;
    int32_t x = 0, y = 0;
    uint64_t generation = 0;
    const void* pixels = nullptr;
    bool operator==(const Look&) const = default;
};
Look lookOf(const pvg::DisplaySnapshot& d) {
    return {d.isLit(), d.gamma.get(), d.cursorVisible, d.cursorX, d.cursorY, d.cursorGeneration, d.cursorPixels.get()};
}
} // namespace

struct Window::Impl {
    Impl(const WindowOptions& o) : options(o), hud(o.hud) {}

    void setTitle();
    void wait(double now);
    void handle(const SDL_Event& event, double now);
    void handleKey(SDL_Keycode key);
    void look(double now);
    void lookAtStatus(double now);
    void paint(double now);
    bool isHidden() const { return (SDL_GetWindowFlags(sdl->get()) & (SDL_WINDOW_HIDDEN | SDL_WINDOW_MINIMIZED)) != 0; }

    WindowOptions options;
    ui::Hud hud;
    std::unique_ptr<SdlWindow> sdl;
    std::unique_ptr<Compositor> compositor;
    std::unique_ptr<HudLayer> layer;
    std::atomic<bool> isStopped{false};

    // Of one run().
    gl::PresentQueue* presents = nullptr;
    const WindowFeed* feed = nullptr;
    Waker* waker = nullptr;

    uint32_t display = 0;
    int paintsDue = kTextPaints;
    double nextPaint = 0;    // not before; one refresh after the last
    double lastActivity = 0; // a change of the picture or an input
    double nextStatus = 0;
    pvg::DisplaySnapshot shown;
    uint64_t shownSequence = 0;
    std::vector<std::string> status;
    std::vector<std::string> notice;
};

Window::Window() = default;
Window::~Window() = default;

pvg::Result<std::unique_ptr<Window>> Window::create(const WindowOptions& options) {
    auto window = std::unique_ptr<Window>(new Window);
    window->m_impl = std::make_unique<Impl>(options);
    Impl& impl = *window->m_impl;
    PVG_TRY(impl.sdl, SdlWindow::create(options.size));
    if (options.debugLog) gl::startDebugOutput(*options.debugLog);
    PVG_TRY(impl.compositor, Compositor::create());
    PVG_TRY(impl.layer, HudLayer::create(impl.sdl->scale()));
    impl.setTitle();
    return window;
}

pvg::Result<std::unique_ptr<GlContext>> Window::createEngineContext() { return GlContext::createShared(); }

void Window::stop() {
    m_impl->isStopped = true;
    SDL_Event event{};
    event.type = SDL_USEREVENT; // wakes the wait; carries nothing
    SDL_PushEvent(&event);
}

void Window::run(gl::PresentQueue& presents, const WindowFeed& feed) {
    Waker waker(presents.eventFd());
    Impl& impl = *m_impl;
    impl.presents = &presents;
    impl.feed = &feed;
    impl.waker = &waker;
    while (!impl.isStopped) {
        double now = monotonicSeconds();
        impl.look(now);
        if (impl.paintsDue > 0 && !impl.isHidden() && now >= impl.nextPaint) impl.paint(now);
        impl.wait(monotonicSeconds());
    }
}

void Window::Impl::setTitle() {
    std::string which = options.displays > 1 ? fmt::format("display {} of {}, F10 next display, ", display + 1, options.displays) : "";
    SDL_SetWindowTitle(sdl->get(), fmt::format("pvgl - {}F8 HUD, F9 plug, F11 full screen", which).c_str());
}

void Window::Impl::wait(double now) {
    double until = nextStatus;
    if (isHidden()) until = now + kHiddenPollSeconds;
    else if (paintsDue > 0) until = nextPaint;
    else until = std::min(until, now + (now - lastActivity < kBusyAfterSeconds ? sdl->refreshPeriod() : kIdlePollSeconds));
    SDL_Event event{};
    int milliseconds = std::max(1, int((until - now) * 1e3));
    if (!SDL_WaitEventTimeout(&event, milliseconds)) return;
    do handle(event, now);
    while (SDL_PollEvent(&event));
}

void Window::Impl::handle(const SDL_Event& event, double now) {
    if (event.type == waker->eventType()) return waker->rearm();
    if (event.type == SDL_QUIT) return feed->closeRequested();
    lastActivity = now;
    if (event.type == SDL_WINDOWEVENT) paintsDue = kTextPaints;
    if (event.type == SDL_KEYDOWN && event.key.repeat == 0) handleKey(event.key.keysym.sym);
}

void Window::Impl::handleKey(SDL_Keycode key) {
    if (key == kHudKey) hud.toggle();
    else if (key == kFullscreenKey) sdl->toggleFullscreen();
    else if (key == kPlugKey) feed->plugRequested(display, shown.isUnplugged);
    else if (key == kDisplayKey) display = (display + 1) % options.displays;
    else return;
    setTitle();
    nextStatus = 0;
    paintsDue = kTextPaints;
}

// Finds out whether the picture would differ from the one on the screen.
void Window::Impl::look(double now) {
    auto engine = feed->engine();
    const pvg::DisplaySnapshot fresh = engine ? engine->displays[display] : pvg::DisplaySnapshot{};
    uint64_t sequence = presents->acquire(display).sequence;
    if (fresh.isLit() != shown.isLit()) nextStatus = 0;
    if (sequence != shownSequence || lookOf(fresh) != lookOf(shown)) {
        paintsDue = std::max(paintsDue, 1);
        lastActivity = now;
    }
    shown = fresh;
    if (now >= nextStatus) lookAtStatus(now);
}

void Window::Impl::lookAtStatus(double now) {
    nextStatus = now + ui::kHudPeriodSeconds;
    auto lines = ui::statusLines(feed->status(display));
    auto said = feed->notice ? feed->notice() : std::vector<std::string>{};
    if (lines != status || said != notice) paintsDue = kTextPaints;
    status = std::move(lines);
    notice = std::move(said);
    if (!hud.isVisible() || !hud.isDue(now)) return;
    ui::HudSnapshot snapshot = feed->hud();
    snapshot.hudMicroseconds = layer->microseconds();
    if (hud.update(std::move(snapshot))) paintsDue = kTextPaints;
}

void Window::Impl::paint(double now) {
    Size size = sdl->drawableSize();
    if (size.width == 0 || size.height == 0) return;
    gl::PresentFrame frame = presents->acquire(display);
    if (frame.sequence != 0 && shown.isLit()) status.clear();
    compositor->paint(frame, shown, size.width, size.height);
    layer->paint(hud, notice.empty() ? status : notice, size.width, size.height);
    if (options.beforeSwap) options.beforeSwap(size.width, size.height);
    sdl->swap();
    shownSequence = frame.sequence;
    --paintsDue;
    // A swap that is not paced by the display returns at once; one that is has taken a refresh already.
    nextPaint = now + sdl->refreshPeriod() * 0.9;
}

} // namespace app
