#include "pvg/guest/scenes/desktop/windows.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "pvg/guest/scenes/desktop/window_frame.h"

namespace pvg::guest::desktop {

namespace {

constexpr Color kInk{44, 46, 54, 255}, kFaint{138, 140, 150, 255}, kAccent{52, 120, 246, 255}, kPaper{255, 255, 255, 255};
constexpr Letters kBody{Face::Regular, kInk}, kCaption{Face::Small, kFaint};

void paintFiles(Painter& p) {
    const Box c = paintWindowFrame(p, {{56, 64, 620, 390}, "Files", kPaper, false, false});
    constexpr Color kSideBar{238, 239, 243, 255};
    p.rounded({c.x, c.y, 150, c.h}, kWindowRadius, kSideBar);
    p.solid({c.x, c.y, 150, c.h - kWindowRadius}, kSideBar);
    p.solid({c.x + 150 - kWindowRadius, c.y, kWindowRadius, c.h}, kSideBar);
    constexpr std::array<std::string_view, 6> kPlaces{"Recent", "Applications", "Desktop", "Documents", "Downloads", "Pictures"};
    for (size_t i = 0; i < kPlaces.size(); ++i) {
        const float y = c.y + 32 + 30 * static_cast<float>(i);
        if (i == 3) p.rounded({c.x + 8, y - 19, 134, 27}, 6, {208, 214, 226, 255});
        p.rounded({c.x + 18, y - 11, 12, 11}, 3, kAccent);
        p.text(c.x + 38, y, kPlaces[i], kBody);
    }
    constexpr std::array<std::string_view, 8> kNames{"Metal", "Shaders", "Frames", "Traces", "notes.txt", "ring.cpp", "triangle.air", "plan.md"};
    for (size_t i = 0; i < kNames.size(); ++i) {
        const float x = c.x + 176 + 110 * static_cast<float>(i % 4), y = c.y + 34 + 150 * static_cast<float>(i / 4);
        if (i < 4) {
            p.rounded({x + 12, y, 34, 18}, 5, {74, 160, 226, 255});
            p.gradient({x + 12, y + 7, 72, 56}, 7, {{118, 194, 246, 255}, {74, 160, 232, 255}});
        } else {
            p.rounded({x + 21, y - 1, 54, 66}, 5, {206, 208, 214, 255});
            p.rounded({x + 22, y, 52, 64}, 4, kPaper);
            for (int line = 0; line < 6; ++line) p.solid({x + 30, y + 12 + 8 * static_cast<float>(line), line % 3 == 2 ? 22.0f : 36.0f, 2}, {190, 194, 204, 255});
        }
        p.text(x + 48, y + 88, kNames[i], kBody, Align::Center);
    }
}

void paintPhoto(Painter& p, ObjectRef photo) {
    const Box c = paintWindowFrame(p, {{1268, 58, 596, 402}, "Lake at night", {24, 25, 29, 255}, true, false});
    p.image({c.x + 14, c.y + 14, c.w - 28, c.h - 28}, photo);
}

struct Span {
    std::string_view text;
    Color color;
};

void paintEditor(Painter& p) {
    const Box c = paintWindowFrame(p, {{500, 122, 640, 470}, "ring.cpp", {40, 42, 52, 255}, true, false});
    constexpr Color kCode{222, 224, 230, 255}, kWord{196, 146, 234, 255}, kText{152, 206, 138, 255}, kNote{122, 130, 150, 255}, kCall{110, 178, 246, 255};
    constexpr Color kGutter{34, 36, 45, 255};
    p.rounded({c.x, c.y, 46, c.h}, kWindowRadius, kGutter);
    p.solid({c.x, c.y, 46, c.h - kWindowRadius}, kGutter);
    p.solid({c.x + 46 - kWindowRadius, c.y, kWindowRadius, c.h}, kGutter);
    const std::array<std::vector<Span>, 17> lines{{
        {{"// Copies the command to the producer position.", kNote}},
        {{"void ", kWord}, {"Ring::put", kCall}, {"(Span command) {", kCode}},
        {{"    size_t ", kWord}, {"start = m_written % length();", kCode}},
        {{"    for ", kWord}, {"(size_t done = 0; done < command.size();) {", kCode}},
        {{"        size_t ", kWord}, {"at = (start + done) % length();", kCode}},
        {{"        size_t ", kWord}, {"run = ", kCode}, {"min", kCall}, {"(command.size() - done,", kCode}},
        {{"                         kPage - at % kPage);", kCode}},
        {{"        memcpy", kCall}, {"(page(at), command.data() + done, run);", kCode}},
        {{"        done += run;", kCode}},
        {{"    }", kCode}},
        {{"    m_written += command.size();", kCode}},
        {{"}", kCode}},
        {{"", kCode}},
        {{"const char* ", kWord}, {"kGreeting = ", kCode}, {"\"one frame, all the way\"", kText}, {";", kCode}},
        {{"", kCode}},
        {{"// Rung only when the ring was empty.", kNote}},
        {{"void ", kWord}, {"Ring::ring", kCall}, {"(Channel c) { write(kDoorbell, c); }", kCode}},
    }};
    for (size_t i = 0; i < lines.size(); ++i) {
        const float y = c.y + 28 + 24 * static_cast<float>(i);
        p.text(c.x + 36, y, std::to_string(i + 1), {Face::Small, kNote}, Align::Right);
        float pen = c.x + 60;
        for (const Span& span : lines[i]) {
            p.text(pen, y, span.text, {Face::Regular, span.color});
            pen += p.widthOf(Face::Regular, span.text);
        }
    }
}

void paintCalendar(Painter& p) {
    const Box c = paintWindowFrame(p, {{1012, 84, 320, 318}, "Calendar", kPaper, false, false});
    p.text(c.x + 20, c.y + 34, "November", {Face::Bold, {222, 64, 56, 255}});
    constexpr std::array<std::string_view, 7> kDays{"M", "T", "W", "T", "F", "S", "S"};
    for (int i = 0; i < 7; ++i) p.text(c.x + 36 + 41 * static_cast<float>(i), c.y + 64, kDays[static_cast<size_t>(i)], kCaption, Align::Center);
    for (int day = 1; day <= 30; ++day) {
        const int cell = day + 5;
        const float x = c.x + 36 + 41 * static_cast<float>(cell % 7), y = c.y + 96 + 34 * static_cast<float>(cell / 7);
        const bool isToday = day == 21;
        if (isToday) p.disc(x, y - 5, 14, {222, 64, 56, 255});
        p.text(x, y, std::to_string(day), {Face::Regular, isToday ? kPaper : cell % 7 > 4 ? kFaint : kInk}, Align::Center);
    }
}

void paintTerminal(Painter& p) {
    const Box c = paintWindowFrame(p, {{64, 494, 610, 408}, "Terminal", {18, 20, 26, 255}, true, false});
    constexpr Color kGreen{120, 222, 130, 255}, kGrey{196, 200, 208, 255}, kBlue{112, 170, 250, 255};
    const std::array<std::vector<Span>, 13> lines{{
        {{"guest ~ % ", kGreen}, {"pvgl doctor", kGrey}},
        {{"gpu        ", kBlue}, {"106b:eeee, BAR0 16 KiB, MSI", kGrey}},
        {{"socket     ", kBlue}, {"vfio-user 0.0, memfd sealed 0x7", kGrey}},
        {{"renderer   ", kBlue}, {"OpenGL 4.5 core, surfaceless", kGrey}},
        {{"", kGrey}},
        {{"guest ~ % ", kGreen}, {"ls shaders", kGrey}},
        {{"blur_down.air   compositor.air   glyph.air", kGrey}},
        {{"rounded.air     shadow.air       waves.air", kGrey}},
        {{"", kGrey}},
        {{"guest ~ % ", kGreen}, {"uptime", kGrey}},
        {{"up 3 frames, 1 user, load: 0.42 0.40 0.38", kGrey}},
        {{"", kGrey}},
        {{"guest ~ % ", kGreen}, {"_", kGrey}},
    }};
    for (size_t i = 0; i < lines.size(); ++i) {
        float pen = c.x + 18;
        for (const Span& span : lines[i]) {
            p.text(pen, c.y + 30 + 26 * static_cast<float>(i), span.text, {Face::Regular, span.color});
            pen += p.widthOf(Face::Regular, span.text);
        }
    }
}

void paintActivity(Painter& p) {
    const Box c = paintWindowFrame(p, {{1404, 424, 460, 310}, "Activity", {30, 32, 40, 255}, true, false});
    constexpr std::array<std::string_view, 4> kRows{"GPU", "CPU", "Memory", "Ring"};
    constexpr std::array<float, 4> kShares{0.72f, 0.38f, 0.55f, 0.16f};
    constexpr std::array<Color, 4> kColors{Color{94, 200, 250, 255}, Color{120, 222, 130, 255}, Color{250, 190, 90, 255}, Color{230, 110, 190, 255}};
    for (size_t i = 0; i < kRows.size(); ++i) {
        const float y = c.y + 34 + 27 * static_cast<float>(i);
        p.text(c.x + 20, y, kRows[i], {Face::Regular, {206, 210, 220, 255}});
        p.rounded({c.x + 100, y - 10, 336, 11}, 5, {52, 55, 66, 255});
        p.rounded({c.x + 100, y - 10, 336 * kShares[i], 11}, 5, kColors[i]);
    }
    for (int i = 0; i < 42; ++i) {
        const float t = static_cast<float>(i);
        const float height = 62 + 34 * std::sin(t * 0.45f) + 18 * std::sin(t * 1.3f + 1);
        p.gradient({c.x + 20 + 10 * t, c.y + 262 - height, 7, height}, 3, {{94, 200, 250, 255}, {40, 96, 190, 255}});
    }
}

void paintPalette(Painter& p) {
    const Box c = paintWindowFrame(p, {{1150, 416, 270, 262}, "Palette", {246, 246, 249, 255}, false, false});
    constexpr std::array<Color, 12> kSwatches{Color{255, 92, 80, 255},  Color{255, 159, 64, 255}, Color{255, 212, 80, 255}, Color{126, 211, 96, 255},
                                              Color{72, 200, 176, 255}, Color{72, 176, 244, 255}, Color{66, 110, 236, 255}, Color{132, 92, 224, 255},
                                              Color{210, 96, 210, 255}, Color{244, 110, 158, 255}, Color{120, 126, 140, 255}, Color{40, 44, 56, 255}};
    for (size_t i = 0; i < kSwatches.size(); ++i) {
        const Color& color = kSwatches[i];
        const Box box{c.x + 20 + 59 * static_cast<float>(i % 4), c.y + 18 + 70 * static_cast<float>(i / 4), 52, 58};
        const auto lighter = [](uint8_t v) { return static_cast<uint8_t>(v + (255 - v) / 3); };
        p.gradient(box, 12, {{lighter(color.r), lighter(color.g), lighter(color.b), 255}, color});
    }
}

void paintNotes(Painter& p) {
    const Box c = paintWindowFrame(p, {{470, 540, 300, 330}, "Notes", {255, 246, 205, 255}, false, false});
    constexpr std::array<std::string_view, 8> kLines{"One Metal frame:", "", "1. doorbell", "2. ring, page tables", "3. segments, records", "4. pipelines, draws", "5. stamp, then MSI", "6. present"};
    for (size_t i = 0; i < kLines.size(); ++i) {
        const float y = c.y + 34 + 32 * static_cast<float>(i);
        p.solid({c.x + 18, y + 8, c.w - 36, 1}, {232, 216, 160, 255});
        p.text(c.x + 22, y, kLines[i], {i == 0 ? Face::Bold : Face::Regular, {92, 74, 24, 255}});
    }
}

void paintMusic(Painter& p) {
    const Box c = paintWindowFrame(p, {{1276, 706, 372, 226}, "Music", {250, 250, 252, 255}, false, false});
    p.gradient({c.x + 20, c.y + 20, 108, 108}, 12, {{250, 110, 140, 255}, {120, 70, 220, 255}});
    p.disc(c.x + 74, c.y + 74, 30, {255, 255, 255, 60});
    p.disc(c.x + 74, c.y + 74, 9, {255, 255, 255, 220});
    p.text(c.x + 148, c.y + 50, "Ping Pong", {Face::Bold, kInk});
    p.text(c.x + 148, c.y + 76, "The Eventfds", {Face::Regular, kFaint});
    p.text(c.x + 148, c.y + 102, "Doorbell, 2026", kCaption);
    p.rounded({c.x + 20, c.y + 150, 332, 6}, 3, {222, 224, 230, 255});
    p.rounded({c.x + 20, c.y + 150, 128, 6}, 3, kAccent);
    p.disc(c.x + 148, c.y + 153, 8, kAccent);
    p.text(c.x + 20, c.y + 180, "1:24", kCaption);
    p.text(c.x + 352, c.y + 180, "3:37", kCaption, Align::Right);
}

void paintCalculator(Painter& p) {
    const Box c = paintWindowFrame(p, {{1636, 640, 236, 330}, "Calculator", {48, 50, 58, 255}, true, false});
    p.text(c.x + 216, c.y + 52, "4096", {Face::Large, kPaper}, Align::Right);
    constexpr std::array<std::string_view, 16> kKeys{"7", "8", "9", "/", "4", "5", "6", "*", "1", "2", "3", "-", "0", ".", "=", "+"};
    for (size_t i = 0; i < kKeys.size(); ++i) {
        const Box key{c.x + 16 + 52 * static_cast<float>(i % 4), c.y + 78 + 53 * static_cast<float>(i / 4), 46, 46};
        p.rounded(key, 14, i % 4 == 3 ? Color{250, 152, 48, 255} : Color{90, 93, 104, 255});
        p.text(key.x + 23, key.y + 29, kKeys[i], {Face::Bold, kPaper}, Align::Center);
    }
}

void paintAbout(Painter& p) {
    const Box c = paintWindowFrame(p, {{196, 320, 350, 204}, "About This Guest", {244, 245, 248, 255}, false, false});
    p.gradient({c.x + 22, c.y + 28, 84, 84}, 20, {{90, 210, 250, 255}, {60, 80, 220, 255}});
    p.text(c.x + 64, c.y + 85, "G", {Face::Large, kPaper}, Align::Center);
    p.text(c.x + 126, c.y + 46, "Paravirtual GPU", {Face::Bold, kInk});
    constexpr std::array<std::string_view, 4> kLines{"PCI 106b:eeee", "Protocol version 6", "Twelve windows", "One animates"};
    for (size_t i = 0; i < kLines.size(); ++i) p.text(c.x + 126, c.y + 72 + 23 * static_cast<float>(i), kLines[i], {Face::Regular, {92, 95, 106, 255}});
}

size_t paintWaves(Painter& p) {
    const Box c = paintWindowFrame(p, {kWavesWindow, "Waves", {16, 26, 60, 255}, true, true});
    const size_t item = p.waves({c.x, c.y, c.w, c.h - kWindowRadius});
    p.text(c.x + 24, c.y + 52, "Waves", {Face::Large, {255, 255, 255, 235}});
    p.text(c.x + 26, c.y + 80, "every frame is encoded, submitted and presented", {Face::Regular, {255, 255, 255, 200}});
    return item;
}

} // namespace

size_t paintWindows(Painter& p, const WindowPictures& pictures) {
    paintFiles(p);
    paintPhoto(p, pictures.photo);
    paintEditor(p);
    paintCalendar(p);
    paintTerminal(p);
    paintActivity(p);
    paintPalette(p);
    paintAbout(p);
    paintMusic(p);
    paintCalculator(p);
    paintNotes(p);
    return paintWaves(p);
}

} // namespace pvg::guest::desktop
