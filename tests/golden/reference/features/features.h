// References of the feature scenes, one function each, worked out from the scene's description (pvg/guest/scenes/features/feature.h).
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "tests/golden/reference/raster.h"
#include "tests/golden/reference/scenes.h"

namespace golden {

struct FeatureReference {
    std::string_view topic, name;
    Reference (*make)();
};
#define TOPIC(topic) std::span<const FeatureReference> topic##References();
#include "pvg/guest/scenes/features/topics.inc"
#undef TOPIC
// Every scene of every topic; a scene without a reference does not compile.
std::vector<FeatureReference> featureReferences();

struct Box {
    double left = 0, top = 0, right = 0, bottom = 0; // pixels
};
// One of 32 squares of 24 pixels, eight in a row.
Box cell(int number);

inline constexpr int kFeatureWidth = 256, kFeatureHeight = 128;
inline constexpr Vec4 kBlack{0, 0, 0, 1}, kRed{1, 0, 0, 1}, kGreen{0, 1, 0, 1}, kBlue{0, 0, 1, 1}, kWhite{1, 1, 1, 1};

// Eight colours that differ: the bits of 1 to 7 as red, green and blue, and a grey.
inline Vec4 palette(int number) {
    const int bits = number % 8 + 1;
    return bits == 8 ? Vec4{0.4, 0.4, 0.4, 1} : Vec4{double(bits & 1), double(bits >> 1 & 1), double(bits >> 2 & 1), 1};
}

// A picture of whole pixels: most features need no more.
class Picture {
public:
    explicit Picture(const Vec4& clear = kBlack);
    // Pixels whose centres lie in the box, the left and upper edge included.
    void fill(const Box& box, const Vec4& color, int tolerance = 0);
    // The colour of each such pixel from its column and row.
    using Shader = std::function<Vec4(int x, int y)>;
    void shade(const Box& box, const Shader& color, int tolerance = 0);
    Vec4 at(int x, int y) const { return m_pixels[index(x, y)]; }
    Reference finish() const;

private:
    static size_t index(int x, int y) { return static_cast<size_t>(y) * kFeatureWidth + static_cast<size_t>(x); }

    std::vector<Vec4> m_pixels; // as an 8-bit target holds them
    std::vector<int> m_tolerance;
};

// A canvas of that size for what is no box.
inline Canvas featureCanvas(const Vec4& clear = kBlack) { return Canvas(kFeatureWidth, kFeatureHeight, clear); }
inline Reference finish(const Canvas& canvas) { return {canvas.image(), canvas.tolerance()}; }

} // namespace golden
