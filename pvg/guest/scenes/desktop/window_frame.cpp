#include "pvg/guest/scenes/desktop/window_frame.h"

namespace pvg::guest::desktop {

namespace {

struct FrameColors {
    Gradient title;
    Color text, line, hairline;
};
constexpr FrameColors kLight{{{246, 246, 248, 255}, {228, 228, 232, 255}}, {58, 58, 64, 255}, {200, 200, 206, 255}, {0, 0, 0, 70}};
constexpr FrameColors kDark{{{66, 68, 76, 255}, {54, 56, 63, 255}}, {214, 216, 222, 255}, {30, 31, 36, 255}, {0, 0, 0, 130}};

void paintButtons(Painter& p, const WindowStyle& s) {
    constexpr std::array<Color, 3> kActive{Color{237, 106, 94, 255}, Color{245, 191, 79, 255}, Color{97, 197, 84, 255}};
    constexpr Color kIdle{176, 178, 184, 255};
    for (size_t i = 0; i < kActive.size(); ++i) {
        const float x = s.frame.x + 20 + 21 * static_cast<float>(i), y = s.frame.y + kTitleBarHeight / 2;
        p.disc(x, y, 6.5f, {0, 0, 0, 40});
        p.disc(x, y, 6, s.isActive ? kActive[i] : kIdle);
    }
}

} // namespace

Box paintWindowFrame(Painter& p, const WindowStyle& s) {
    const FrameColors& c = s.isDark ? kDark : kLight;
    p.shadow(s.frame, s.isActive ? ShadowStyle{20, 34, 16, 0.62f} : ShadowStyle{18, 24, 9, 0.46f});
    p.rounded(s.frame.inset(-1), kWindowRadius + 1, c.hairline);
    p.rounded(s.frame, kWindowRadius, s.body);
    // The title bar is rounded above only: its lower corners disappear under the body's strip.
    p.gradient({s.frame.x, s.frame.y, s.frame.w, kTitleBarHeight + kWindowRadius}, kWindowRadius, c.title);
    const Box content{s.frame.x, s.frame.y + kTitleBarHeight, s.frame.w, s.frame.h - kTitleBarHeight};
    p.solid({content.x, content.y, content.w, content.h - kWindowRadius}, s.body);
    p.solid({content.x, content.y - 1, content.w, 1}, c.line);
    paintButtons(p, s);
    p.text(s.frame.x + s.frame.w / 2, s.frame.y + 20, s.title, {Face::Bold, c.text}, Align::Center);
    return content;
}

} // namespace pvg::guest::desktop
