#include <algorithm>
#include <cmath>
#include <cstdio>

#include "tests/golden/reference/scenes.h"

namespace golden {

namespace {

using Color = std::array<double, 3>;

constexpr int kWidth = 1920, kHeight = 1080;
constexpr int kDitherAndRounding = 2;

struct Check {
    int x, y;
    Color expected;
    int tolerance;
    const char* what;
};

// Evening sky: linear between stops, plus a glow that falls off with the square of the distance (in picture heights).
Color skyAt(int x, int y) {
    struct Stop {
        double at;
        Color tone;
    };
    constexpr std::array<Stop, 4> kStops{{{0, {38, 46, 104}}, {0.34, {104, 96, 166}}, {0.58, {224, 142, 150}}, {0.74, {252, 204, 158}}}};
    const double u = (x + 0.5) / kWidth, v = (y + 0.5) / kHeight;
    size_t next = 1;
    while (kStops[next].at < v) ++next;
    const double t = (v - kStops[next - 1].at) / (kStops[next].at - kStops[next - 1].at);
    const double dx = (u - 0.66) * kWidth / kHeight, dy = v - 0.62;
    const double glow = std::exp(-9 * (dx * dx + dy * dy));
    constexpr Color kGlow{70, 52, 20};
    Color out{};
    for (size_t i = 0; i < 3; ++i) out[i] = kStops[next - 1].tone[i] * (1 - t) + kStops[next].tone[i] * t + kGlow[i] * glow;
    return out;
}

std::vector<Check> fixedChecks() {
    std::vector<Check> checks;
    for (const auto& [x, y] : {std::pair{10, 300}, std::pair{10, 100}, std::pair{900, 60}, std::pair{1905, 300}, std::pair{1905, 560}})
        checks.push_back({x, y, skyAt(x, y), kDitherAndRounding, "wallpaper"});
    checks.push_back({70, 380, {238, 239, 243}, 0, "side bar of Files"});
    checks.push_back({1000, 582, {40, 42, 52}, 0, "body of the editor"});
    checks.push_back({300, 890, {18, 20, 26}, 0, "body of the terminal"});
    checks.push_back({480, 850, {255, 246, 205}, 0, "body of Notes"});
    checks.push_back({1642, 900, {48, 50, 58}, 0, "body of the calculator"});
    return checks;
}

// The animated window: a gradient, tinted once below each of seven crests. Empty where a crest runs too close to the pixel's centre.
std::optional<Color> wavesAt(int x, int y, int frame) {
    constexpr double kLeft = 690, kTop = 670, kBoxWidth = 560, kBoxHeight = 351;
    constexpr Color kTop3{0.07, 0.12, 0.30}, kBottom3{0.10, 0.42, 0.62}, kAccent{0.55, 0.95, 0.85};
    const double u = (x + 0.5 - kLeft) / kBoxWidth, v = (y + 0.5 - kTop) / kBoxHeight, time = frame * 0.06;
    Color out{};
    for (size_t i = 0; i < 3; ++i) out[i] = kTop3[i] * (1 - v) + kBottom3[i] * v;
    for (int k = 1; k <= 7; ++k) {
        const double crest = std::sin(u * (2 + k) + time * k * 0.25) * 0.125 + k * 0.125;
        if (std::abs(v - crest) < 0.005) return std::nullopt;
        if (v > crest)
            for (size_t i = 0; i < 3; ++i) out[i] = out[i] * 0.875 + kAccent[i] * 0.125;
    }
    for (double& c : out) c *= 255;
    return out;
}

// Right of the lettering and above the dock's glass.
std::vector<Check> wavesChecks(int frame) {
    std::vector<Check> checks;
    for (int y = 780; y < 940; y += 20)
        for (int x = 700; x < 1240; x += 30)
            if (const auto color = wavesAt(x, y, frame)) checks.push_back({x, y, *color, 1, "animated window"});
    return checks;
}

std::string sentence(const Check& c, const Rgb& got) {
    char line[200];
    std::snprintf(line, sizeof line, "%s at %d,%d is %d,%d,%d; expected %.1f,%.1f,%.1f within %d", c.what, c.x, c.y, got[0], got[1], got[2],
                  c.expected[0], c.expected[1], c.expected[2], c.tolerance);
    return line;
}

bool matches(const Check& c, const Rgb& got) {
    for (size_t i = 0; i < 3; ++i)
        if (std::abs(got[i] - c.expected[i]) > c.tolerance + 0.5) return false;
    return true;
}

// Nothing on this desktop is plain black or one flat colour over a large part.
void checkHoles(const Image& picture, std::vector<std::string>& faults) {
    size_t black = 0;
    for (const Rgb& p : picture.pixels) black += p == Rgb{0, 0, 0};
    if (black > picture.pixels.size() / 500) faults.push_back(std::to_string(black) + " pixels are plain black; the desktop has next to none");
}

// Glass: brighter than what is behind it and without hard edges between its icons.
void checkDock(const Image& picture, std::vector<std::string>& faults) {
    int largestStep = 0;
    for (int x = 476; x < 484; ++x) {
        const Rgb &a = picture.at(x, 1022), &b = picture.at(x + 1, 1022);
        for (size_t i = 0; i < 3; ++i) largestStep = std::max(largestStep, std::abs(a[i] - b[i]));
    }
    if (largestStep > 12) faults.push_back("the dock's glass has a step of " + std::to_string(largestStep) + " between neighbouring pixels");
    const Rgb& glass = picture.at(478, 1022);
    if (glass[0] + glass[1] + glass[2] < 150) faults.push_back("the dock's glass is dark: nothing was blurred into it");
}

} // namespace

std::vector<std::string> checkDesktop(const Image& picture, int frame) {
    if (picture.width != kWidth || picture.height != kHeight)
        return {"the picture has " + std::to_string(picture.width) + "x" + std::to_string(picture.height) + " pixels; the check knows 1920x1080"};
    std::vector<std::string> faults;
    std::vector<Check> checks = fixedChecks();
    const std::vector<Check> waves = wavesChecks(frame);
    if (waves.size() < 40) faults.push_back("too few points of the animated window are away from a crest");
    checks.insert(checks.end(), waves.begin(), waves.end());
    for (const Check& c : checks)
        if (const Rgb& got = picture.at(c.x, c.y); !matches(c, got)) faults.push_back(sentence(c, got));
    checkHoles(picture, faults);
    checkDock(picture, faults);
    return faults;
}

} // namespace golden
