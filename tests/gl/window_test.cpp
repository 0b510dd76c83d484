// Compares what the window is about to show with an independent computation: black bars, guest pixels, cursor, texts.
#include "app/renderer/window.h"

#include <epoxy/gl.h>

#include <SDL.h>

#include <cmath>
#include <thread>

#include <doctest/doctest.h>

namespace {
struct Pixel {
    int r = 0, g = 0, b = 0;
    bool operator==(const Pixel&) const = default;
};
int difference(Pixel a, Pixel b) { return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)}); }
constexpr Pixel kBlack{};

struct Picture {
    int width = 0, height = 0;
    std::vector<Pixel> pixels; // top row first
    Pixel at(int x, int y) const { return pixels[size_t(y) * size_t(width) + size_t(x)]; }
};

Picture testPicture(int width, int height) {
    Picture p{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) p.pixels.push_back({(x * 5 + 40) & 255, (y * 9 + 30) & 255, ((x ^ y) * 3 + 20) & 255});
    }
    return p;
}

Picture readDefaultFramebuffer(uint32_t width, uint32_t height) {
    std::vector<uint8_t> bytes(size_t(width) * height * 4);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    glReadPixels(0, 0, int(width), int(height), GL_RGBA, GL_UNSIGNED_BYTE, bytes.data());
    Picture p{int(width), int(height), {}};
    for (size_t y = 0; y < height; ++y) {
        for (size_t x = 0; x < width; ++x) {
            const uint8_t* b = &bytes[((height - 1 - y) * width + x) * 4];
            p.pixels.push_back({b[0], b[1], b[2]});
        }
    }
    return p;
}

void publish(gl::PresentQueue& queue, const Picture& picture) {
    std::vector<uint8_t> rgba;
    for (Pixel p : picture.pixels) rgba.insert(rgba.end(), {uint8_t(p.r), uint8_t(p.g), uint8_t(p.b), 0});
    unsigned texture = queue.beginWrite(0, uint32_t(picture.width), uint32_t(picture.height));
    glTextureSubImage2D(texture, 0, 0, 0, picture.width, picture.height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    queue.publish(0);
}

struct Scene {
    app::Size window;
    const Picture* picture = nullptr; // null: no frame
    pvg::DisplaySnapshot display;
    const char* hud = "none";
    SDL_Keycode key = SDLK_UNKNOWN; // pressed after the second paint; the fourth is given back then
};

void press(SDL_Keycode key) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = key;
    SDL_PushEvent(&event);
}

// Opens a window, publishes the picture from a second thread and context as the engine does, and gives back the first paint.
Picture compose(const Scene& scene) {
    Picture shown;
    app::Window* open = nullptr;
    app::WindowOptions options;
    options.size = scene.window;
    options.hud = *ui::parseHudItems(scene.hud);
    pvg::Counters counters;
    gl::DebugLog debugLog(counters);
    options.debugLog = &debugLog;
    int paints = 0;
    options.beforeSwap = [&](uint32_t width, uint32_t height) {
        shown = readDefaultFramebuffer(width, height);
        // Texts are laid out in the second frame.
        if (++paints == 2 && scene.key != SDLK_UNKNOWN) press(scene.key);
        if (paints == (scene.key != SDLK_UNKNOWN ? 4 : 2)) open->stop();
    };
    auto window = app::Window::create(options);
    REQUIRE_MESSAGE(window, (window ? std::string() : window.error().text));
    open = window->get();
    auto context = open->createEngineContext();
    REQUIRE(context);

    gl::PresentQueue queue;
    auto onEngine = [&](auto work) {
        std::thread([&] {
            REQUIRE((*context)->makeCurrent());
            work();
            (*context)->release();
        }).join();
    };
    if (scene.picture) onEngine([&] { publish(queue, *scene.picture); });
    auto snapshot = std::make_shared<pvg::EngineSnapshot>();
    snapshot->displays[0] = scene.display;
    app::WindowFeed feed;
    feed.engine = [&]() -> std::shared_ptr<const pvg::EngineSnapshot> {
        // The cursor "moves" invisibly after the first paint, so that there is a second one.
        auto next = std::make_shared<pvg::EngineSnapshot>(*snapshot);
        if (paints == 1) next->displays[0].cursorGeneration += 1;
        return next;
    };
    feed.hud = [] {
        ui::HudSnapshot s;
        s.seconds = 1;
        s.glRenderer = "a renderer";
        return s;
    };
    feed.status = [&](uint32_t) {
        ui::GuestStatus status;
        status.framesPresented = scene.picture ? 1 : 0;
        status.isUnplugged = scene.display.isUnplugged;
        status.isAsleep = scene.display.isAsleep;
        return status;
    };
    feed.closeRequested = [] {};
    open->run(queue, feed);
    onEngine([&] { queue.destroyObjects(); });
    context->reset();
    CHECK(counters.get(pvg::Counter::GlDebugErrors) == 0);
    return shown;
}

pvg::DisplaySnapshot cursorAt(int x, int y, uint32_t width, uint32_t height, std::array<uint8_t, 4> bgra) {
    pvg::DisplaySnapshot d;
    d.cursorVisible = true;
    d.cursorX = x;
    d.cursorY = y;
    d.cursorWidth = width;
    d.cursorHeight = height;
    auto pixels = std::make_shared<std::vector<std::byte>>();
    for (uint32_t i = 0; i < width * height; ++i) {
        for (uint8_t b : bgra) pixels->push_back(std::byte(b));
    }
    d.cursorPixels = pixels;
    return d;
}

int countDifferent(const Picture& shown, const std::function<Pixel(int, int)>& expected, int tolerance) {
    int wrong = 0;
    for (int y = 0; y < shown.height; ++y) {
        for (int x = 0; x < shown.width; ++x) wrong += difference(shown.at(x, y), expected(x, y)) > tolerance;
    }
    return wrong;
}
} // namespace

TEST_CASE("a picture as wide as the window lies between black bars, upright and exact") {
    Picture guest = testPicture(200, 100);
    Picture shown = compose({{200, 120}, &guest, {}});
    REQUIRE(shown.width == 200);
    REQUIRE(shown.height == 120);
    auto expected = [&](int x, int y) { return y < 10 || y >= 110 ? kBlack : guest.at(x, y - 10); };
    CHECK(countDifferent(shown, expected, 0) == 0);
}

TEST_CASE("a picture as high as the window has its bars at the sides") {
    Picture guest = testPicture(96, 80);
    Picture shown = compose({{136, 80}, &guest, {}});
    auto expected = [&](int x, int y) { return x < 20 || x >= 116 ? kBlack : guest.at(x - 20, y); };
    CHECK(countDifferent(shown, expected, 0) == 0);
}

TEST_CASE("a smaller picture is enlarged linearly") {
    Picture guest{4, 2, {{0, 0, 0}, {200, 0, 0}, {0, 200, 0}, {0, 0, 200}, {200, 200, 0}, {40, 40, 40}, {0, 80, 160}, {250, 250, 250}}};
    Picture shown = compose({{160, 100}, &guest, {}}); // 160x80 at y 10, 40 times
    auto expected = [&](int x, int y) {
        if (y < 10 || y >= 90) return kBlack;
        double u = std::clamp((x + 0.5) / 40 - 0.5, 0.0, 3.0), v = std::clamp((y - 10 + 0.5) / 40 - 0.5, 0.0, 1.0);
        int x0 = std::min(int(u), 2), y0 = std::min(int(v), 0);
        auto mix = [&](auto channel) {
            double top = channel(guest.at(x0, y0)) * (1 - (u - x0)) + channel(guest.at(x0 + 1, y0)) * (u - x0);
            double bottom = channel(guest.at(x0, y0 + 1)) * (1 - (u - x0)) + channel(guest.at(x0 + 1, y0 + 1)) * (u - x0);
            return int(std::lround(top * (1 - (v - y0)) + bottom * (v - y0)));
        };
        return Pixel{mix([](Pixel p) { return p.r; }), mix([](Pixel p) { return p.g; }), mix([](Pixel p) { return p.b; })};
    };
    CHECK(countDifferent(shown, expected, 2) == 0);
}

TEST_CASE("the cursor is blended premultiplied and never leaves the picture") {
    Picture guest = testPicture(200, 100);
    // Half transparent blue, reaching over the lower right corner of the picture.
    Scene scene{{200, 120}, &guest, cursorAt(190, 95, 16, 16, {100, 0, 0, 128})};
    Picture shown = compose(scene);
    auto expected = [&](int x, int y) {
        if (y < 10 || y >= 110) return kBlack;
        Pixel p = guest.at(x, y - 10);
        if (x < 190 || y < 105) return p;
        auto under = [](int value) { return int(std::lround(value * (1.0 - 128.0 / 255.0))); };
        return Pixel{under(p.r), under(p.g), under(p.b) + 100};
    };
    CHECK(countDifferent(shown, expected, 1) == 0);
}

namespace {
// Red through a curve, green inverted, blue halved.
std::shared_ptr<pvg::GammaRamp> someGamma() {
    auto ramp = std::make_shared<pvg::GammaRamp>();
    for (size_t code = 0; code < 256; ++code) {
        ramp->channels[0][code] = uint16_t(std::lround(65535 * std::pow(double(code) / 255, 0.6)));
        ramp->channels[1][code] = uint16_t((255 - code) * 257);
        ramp->channels[2][code] = uint16_t(code * 257 / 2);
    }
    return ramp;
}
Pixel behindGamma(Pixel p) {
    return {int(std::lround(255 * std::pow(p.r / 255.0, 0.6))), 255 - p.g, int(std::lround(p.b / 2.0))};
}
} // namespace

TEST_CASE("a picture behind a gamma table: every code through its channel's curve, bars and place as without") {
    Picture guest = testPicture(256, 100);
    Scene scene{{256, 120}, &guest, {}};
    scene.display.gamma = someGamma();
    Picture shown = compose(scene);
    auto expected = [&](int x, int y) { return y < 10 || y >= 110 ? kBlack : behindGamma(guest.at(x, y - 10)); };
    CHECK(countDifferent(shown, expected, 1) == 0);
    // Green needs no rounding.
    int wrong = 0;
    for (int y = 10; y < 110; ++y)
        for (int x = 0; x < 256; ++x) wrong += shown.at(x, y).g != 255 - guest.at(x, y - 10).g;
    CHECK(wrong == 0);
}

TEST_CASE("an enlarged picture goes through the gamma too, and so does the cursor") {
    Picture guest{2, 2, {{80, 80, 80}, {80, 80, 80}, {80, 80, 80}, {80, 80, 80}}};
    Scene scene{{64, 64}, &guest, cursorAt(1, 1, 1, 1, {200, 100, 50, 255})};
    scene.display.gamma = someGamma();
    Picture shown = compose(scene);
    auto expected = [&](int x, int y) { return behindGamma(x >= 32 && y >= 32 ? Pixel{50, 100, 200} : Pixel{80, 80, 80}); };
    CHECK(countDifferent(shown, expected, 1) == 0);
}

TEST_CASE("an unplugged or sleeping display is dark and says why; the frame is not lost") {
    Picture guest = testPicture(400, 200);
    Scene scene{{400, 200}, &guest, cursorAt(10, 10, 16, 16, {255, 255, 255, 255})};
    SUBCASE("unplugged") { scene.display.isUnplugged = true; }
    SUBCASE("asleep") { scene.display.isAsleep = true; }
    Picture shown = compose(scene);
    auto black = [](int, int y) { return y > 100 ? Pixel{999, 999, 999} : kBlack; }; // the text lies in the lower half
    CHECK(countDifferent(shown, black, 0) == 400 * 99);
    int bright = 0;
    for (int y = 110; y < 190; ++y)
        for (int x = 0; x < 400; ++x) bright += difference(shown.at(x, y), kBlack) > 100;
    CHECK(bright > 100);
}

TEST_CASE("F9 asks for the plug of the display that is shown") {
    auto window = app::Window::create({.size = {64, 64}, .hud = {}, .displays = 2, .beforeSwap = {}});
    REQUIRE(window);
    gl::PresentQueue queue;
    std::vector<std::pair<uint32_t, bool>> asked;
    auto snapshot = std::make_shared<pvg::EngineSnapshot>();
    int looked = 0;
    app::WindowFeed feed;
    feed.engine = [&]() -> std::shared_ptr<const pvg::EngineSnapshot> {
        if (++looked == 2) press(SDLK_F9);
        if (looked == 6) press(SDLK_F10);
        if (looked == 10) press(SDLK_F9);
        if (looked > 20 || asked.size() == 2) (*window)->stop();
        return snapshot;
    };
    feed.hud = [] { return ui::HudSnapshot{}; };
    feed.status = [](uint32_t) { return ui::GuestStatus{}; };
    feed.closeRequested = [] {};
    feed.plugRequested = [&](uint32_t display, bool isPlugged) {
        asked.emplace_back(display, isPlugged);
        snapshot->displays[1].isUnplugged = true;
    };
    (*window)->run(queue, feed);
    CHECK(asked == std::vector<std::pair<uint32_t, bool>>{{0, false}, {1, true}});
}

TEST_CASE("a window without a frame is not bare: it says what it waits for below its middle") {
    Picture shown = compose({{400, 200}, nullptr, {}});
    int bright = 0, brightOutside = 0;
    for (int y = 0; y < shown.height; ++y) {
        for (int x = 0; x < shown.width; ++x) {
            bool isBright = difference(shown.at(x, y), kBlack) > 100;
            bool isMiddle = y > 110 && y < 190 && x > 40 && x < 360;
            (isMiddle ? bright : brightOutside) += isBright;
        }
    }
    CHECK(bright > 100);
    CHECK(brightOutside == 0);
}

TEST_CASE("the HUD lies over the upper left of the picture and leaves the rest alone") {
    Picture guest = testPicture(640, 400);
    Scene scene{{640, 400}, &guest, {}, "fps"};
    Picture shown = compose(scene);
    CHECK(difference(shown.at(12, 12), guest.at(12, 12)) > 0);
    auto expected = [&](int x, int y) { return guest.at(x, y); };
    CHECK(countDifferent(shown, expected, 0) > 1000);
    for (int y = 200; y < 400; ++y) {
        for (int x = 0; x < 640; ++x) CHECK_MESSAGE(shown.at(x, y) == guest.at(x, y), x << "," << y);
    }
}

TEST_CASE("F8 takes the HUD away and brings the default one when it was off") {
    Picture guest = testPicture(640, 400);
    auto expected = [&](int x, int y) { return guest.at(x, y); };
    CHECK(countDifferent(compose({{640, 400}, &guest, {}, "full", SDLK_F8}), expected, 0) == 0);
    CHECK(countDifferent(compose({{640, 400}, &guest, {}, "none", SDLK_F8}), expected, 0) > 1000);
}

TEST_CASE("closing the window asks and does not end it") {
    auto window = app::Window::create({.size = {64, 64}, .hud = {}, .displays = 1, .beforeSwap = {}});
    REQUIRE(window);
    gl::PresentQueue queue;
    int asked = 0, looked = 0;
    app::WindowFeed feed;
    feed.engine = [&]() -> std::shared_ptr<const pvg::EngineSnapshot> {
        if (++looked == 2) {
            SDL_Event event{};
            event.type = SDL_QUIT;
            SDL_PushEvent(&event);
        }
        if (asked == 1 && looked > 4) (*window)->stop();
        return nullptr;
    };
    feed.hud = [] { return ui::HudSnapshot{}; };
    feed.status = [](uint32_t) { return ui::GuestStatus{}; };
    feed.closeRequested = [&] { ++asked; };
    (*window)->run(queue, feed);
    CHECK(asked == 1);
    CHECK(looked > 4);
}
