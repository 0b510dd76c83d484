#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

// All of them, those with even numbers, every third: numbers have 1/255 and 2/255 in turn.
Vec4 sums(int count) {
    Vec4 sum{0, 0, 0, 1};
    for (int i = 0; i < count; ++i) {
        const double share = (i % 2 ? 2 : 1) / 255.0;
        sum[0] += share;
        if (i % 2 == 0) sum[1] += share;
        if (i % 3 == 0) sum[2] += share;
    }
    return sum;
}

Reference one(const Vec4& color, int number = 0) {
    Picture p;
    p.fill(cell(number), color);
    return p.finish();
}

Reference buffers16() { return one(sums(16)); }
Reference buffers17() { return one(sums(17)); }
Reference buffers31() { return one(sums(31)); }
Reference textures16() { return one(sums(16)); }
Reference textures17() { return one(sums(17)); }
Reference textures32() { return one(sums(32)); }
Reference texturesBeyond() { return one(kGreen, 2); }

// Ten of 255 from each sampler with an even number: 8 of all, 8 of the even, 3 of every third (0, 6, 12).
Reference samplers16() { return one({80 / 255.0, 80 / 255.0, 30 / 255.0, 1}); }

// The last buffer has 10 instead of 1.
Reference bindingsBeyond() {
    Vec4 sum = sums(31);
    for (size_t c = 0; c < 3; ++c) sum[c] += 9 / 255.0;
    return one(sum);
}

} // namespace

std::span<const FeatureReference> limitsReferences() {
#define SCENE(name, summary) FeatureReference{"limits", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/limits.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
