#include "pvg/guest/cursor_glyph.h"

#include <algorithm>
#include <cmath>

namespace pvg::guest {

namespace {

constexpr int kWidth = 24, kHeight = 32;
constexpr int kSamples = 4; // per axis and pixel

struct Point {
    double x, y;
};
// The classic pointer; its tip is the hot spot.
constexpr std::array<Point, 7> kOutline{{{2, 1}, {2, 22}, {7, 17.4}, {10.4, 25}, {14, 23.4}, {10.7, 16}, {17.2, 16}}};

bool isInside(Point p) {
    bool inside = false;
    for (size_t i = 0, j = kOutline.size() - 1; i < kOutline.size(); j = i++) {
        const Point a = kOutline[i], b = kOutline[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

double distanceToOutline(Point p) {
    double best = 1e9;
    for (size_t i = 0, j = kOutline.size() - 1; i < kOutline.size(); j = i++) {
        const Point a = kOutline[j], b = kOutline[i];
        const double dx = b.x - a.x, dy = b.y - a.y;
        const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        best = std::min(best, std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy));
    }
    return best;
}

// Black with a white rim, premultiplied, B,G,R,A.
uint32_t pixelAt(int x, int y) {
    constexpr double kRim = 1.2;
    int black = 0, covered = 0;
    for (int s = 0; s < kSamples * kSamples; ++s) {
        const Point p{x + (s % kSamples + 0.5) / kSamples, y + (s / kSamples + 0.5) / kSamples};
        const bool inside = isInside(p);
        const double distance = distanceToOutline(p);
        black += inside && distance > 0.2;
        covered += inside || distance < kRim;
    }
    const auto alpha = static_cast<uint32_t>(covered * 255 / (kSamples * kSamples));
    const auto white = static_cast<uint32_t>((covered - black) * 255 / (kSamples * kSamples));
    return alpha << 24 | white << 16 | white << 8 | white;
}

} // namespace

bool installArrowCursor(Session& session) {
    std::vector<uint32_t> pixels;
    uint32_t sum = 0;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            pixels.push_back(pixelAt(x, y));
            sum += pixels.back();
        }
    const Allocation memory = session.kernel().allocate(pixels.size() * 4);
    memory.write(0, bytesOf(pixels));
    return session.driver().wait(session.display().setCursorGlyph({DisplayPort{0}, memory.address, kWidth, kHeight, 2, 1, sum}));
}

} // namespace pvg::guest
