#include "texture.h"

#include <algorithm>
#include <bit>

namespace aircpu {

namespace {

uint32_t field(uint64_t word, uint32_t first, uint32_t bits) { return uint32_t(word >> first) & ((1U << bits) - 1); }

} // namespace

Sampler decodeSampler(uint64_t word) {
    Sampler sampler;
    const uint32_t mag = field(word, 9, 2), min = field(word, 11, 2), compare = field(word, 16, 4), border = field(word, 56, 2);
    if (mag != min) sampler.refused = "a sampler with two filters";
    if (mag > 1) sampler.refused = "a sampler with a bicubic filter";
    if (field(word, 0, 3) > 4 || field(word, 3, 3) > 4) sampler.refused = "a sampler with an unknown address mode";
    constexpr uint32_t kNoCompare = 8;
    if (compare != 0 && compare != kNoCompare) sampler.refused = "a sampler that compares";
    if (field(word, 58, 2) != 0) sampler.refused = "a sampler that reduces";
    sampler.s = Sampler::Wrap(field(word, 0, 3));
    sampler.t = Sampler::Wrap(field(word, 3, 3));
    sampler.isLinear = mag == 1;
    sampler.isPixelCoordinates = field(word, 15, 1) != 0;
    constexpr auto kOne = std::bit_cast<uint32_t>(1.0F);
    if (border != 0) sampler.border = {border == 2 ? kOne : 0, border == 2 ? kOne : 0, border == 2 ? kOne : 0, kOne};
    return sampler;
}

int64_t wrapped(Sampler::Wrap wrap, int64_t i, int64_t size) {
    const auto positive = [](int64_t value, int64_t by) { return (value % by + by) % by; };
    switch (wrap) {
    case Sampler::Wrap::Edge:
        return std::clamp<int64_t>(i, 0, size - 1);
    case Sampler::Wrap::Repeat:
        return positive(i, size);
    case Sampler::Wrap::MirroredRepeat: {
        const int64_t at = positive(i, 2 * size);
        return at < size ? at : 2 * size - 1 - at;
    }
    case Sampler::Wrap::Zero:
    case Sampler::Wrap::Border:
        break;
    }
    return i >= 0 && i < size ? i : -1;
}

} // namespace aircpu
