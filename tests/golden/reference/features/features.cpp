#include "tests/golden/reference/features/features.h"

#include <algorithm>
#include <cmath>

namespace golden {

std::vector<FeatureReference> featureReferences() {
    std::vector<FeatureReference> all;
    const auto add = [&](std::span<const FeatureReference> topic) { all.insert(all.end(), topic.begin(), topic.end()); };
#define TOPIC(topic) add(topic##References());
#include "pvg/guest/scenes/features/topics.inc"
#undef TOPIC
    return all;
}

Box cell(int number) {
    const double x = 4 + 32 * (number % 8), y = 4 + 32 * (number / 8);
    return {x, y, x + 24, y + 24};
}

Picture::Picture(const Vec4& clear) : m_pixels(size_t{kFeatureWidth} * kFeatureHeight), m_tolerance(m_pixels.size(), 0) {
    fill({0, 0, kFeatureWidth, kFeatureHeight}, clear);
}

void Picture::fill(const Box& box, const Vec4& color, int tolerance) {
    shade(
        box, [&](int, int) { return color; }, tolerance);
}

void Picture::shade(const Box& box, const Shader& color, int tolerance) {
    const auto first = [](double edge) { return std::max(0, static_cast<int>(std::ceil(edge - 0.5))); };
    for (int y = first(box.top); y < kFeatureHeight && y + 0.5 < box.bottom; ++y)
        for (int x = first(box.left); x < kFeatureWidth && x + 0.5 < box.right; ++x) {
            const Vec4 value = color(x, y);
            Vec4& pixel = m_pixels[index(x, y)];
            for (size_t c = 0; c < 4; ++c) pixel[c] = toByte(value[c]) / 255.0;
            m_tolerance[index(x, y)] = tolerance;
        }
}

Reference Picture::finish() const {
    Reference reference{Image(kFeatureWidth, kFeatureHeight), m_tolerance};
    for (size_t i = 0; i < m_pixels.size(); ++i)
        for (size_t c = 0; c < 3; ++c) reference.image.pixels[i][c] = toByte(m_pixels[i][c]);
    return reference;
}

} // namespace golden
