#include "pvg/guest/scenes/desktop/windows.h"

namespace pvg::guest::desktop {

// Over the whole width of the screen, also where that is wider than the design.
void paintMenuBar(Painter& p, float width) {
    const float left = (kDesignWidth - width) / 2;
    p.solid({left, 0, width, kMenuBarHeight}, {250, 250, 253, 176});
    p.solid({left, kMenuBarHeight, width, 1}, {0, 0, 0, 40});
    constexpr Color kInk{26, 28, 36, 255};
    p.disc(left + 26, 14, 8, kInk);
    p.disc(left + 26, 14, 4, {250, 250, 253, 200});
    constexpr std::array<std::string_view, 7> kMenus{"Waves", "File", "Edit", "View", "Go", "Window", "Help"};
    float x = left + 50;
    for (size_t i = 0; i < kMenus.size(); ++i) {
        const Letters letters{i == 0 ? Face::Bold : Face::Regular, kInk};
        p.text(x, 19, kMenus[i], letters);
        x += p.widthOf(letters.face, kMenus[i]) + 22;
    }
    p.text(left + width - 20, 19, "Sat 21 Nov  9:41", {Face::Regular, kInk}, Align::Right);
    for (int i = 0; i < 4; ++i) {
        const float height = 4 + 2.5f * static_cast<float>(i);
        p.rounded({left + width - 196 + 6 * static_cast<float>(i), 20 - height, 4, height}, 1, kInk);
    }
}

void paintDock(Painter& p, ObjectRef blurred) {
    p.shadow(kDock, {22, 18, 6, 0.35f});
    p.rounded(kDock.inset(-1), 23, Color{255, 255, 255, 70});
    p.roundedImage(kDock, 22, {{255, 255, 255, 255}, {255, 255, 255, 255}}, blurred);
    p.gradient(kDock, 22, {{255, 255, 255, 84}, {255, 255, 255, 44}});
    struct Icon {
        Gradient fill;
        std::string_view letter;
        bool isRunning;
    };
    constexpr std::array<Icon, 12> kIcons{{{{{98, 190, 255, 255}, {26, 110, 236, 255}}, "F", true},
                                           {{{130, 226, 120, 255}, {34, 166, 76, 255}}, "M", false},
                                           {{{255, 176, 96, 255}, {240, 96, 40, 255}}, "P", true},
                                           {{{86, 92, 108, 255}, {26, 28, 36, 255}}, ">", true},
                                           {{{196, 150, 255, 255}, {112, 64, 220, 255}}, "E", true},
                                           {{{255, 255, 255, 255}, {216, 220, 230, 255}}, "21", true},
                                           {{{94, 220, 230, 255}, {20, 140, 190, 255}}, "W", true},
                                           {{{255, 150, 180, 255}, {230, 50, 110, 255}}, "N", true},
                                           {{{255, 226, 110, 255}, {246, 176, 26, 255}}, "T", true},
                                           {{{120, 126, 142, 255}, {62, 66, 80, 255}}, "=", true},
                                           {{{150, 160, 255, 255}, {66, 80, 220, 255}}, "A", false},
                                           {{{208, 212, 222, 255}, {150, 156, 170, 255}}, "#", false}}};
    for (size_t i = 0; i < kIcons.size(); ++i) {
        const Icon& icon = kIcons[i];
        const Box box{kDock.x + 25 + 80 * static_cast<float>(i), kDock.y + 11, 60, 60};
        p.shadow(box, {14, 6, 3, 0.4f});
        p.gradient(box, 15, icon.fill);
        const bool isLight = icon.letter == "21";
        p.text(box.x + 30, box.y + 43, icon.letter, {Face::Large, isLight ? Color{210, 54, 48, 255} : Color{255, 255, 255, 245}}, Align::Center);
        if (icon.isRunning) p.disc(box.x + 30, kDock.y + 77, 2.5f, {30, 32, 40, 220});
    }
}

} // namespace pvg::guest::desktop
