#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

constexpr Vec4 kOrange{1, 0.4, 0, 1}, kNothing{0, 0, 0, 0};

// A texture of 64 x 64 texels of blue at (32, 32), painted from its upper left corner.
Reference painted(int width, int height) {
    Picture p;
    p.fill({32, 32, 96, 96}, kBlue);
    p.fill({32, 32, 32.0 + width, 32.0 + height}, kOrange);
    return p.finish();
}

Reference threads() { return painted(37, 21); }
Reference groups() { return painted(40, 24); }
Reference indirect() { return painted(32, 28); }
Reference zeroGrids() { return painted(8, 8); }
Reference beyondEdges() { return painted(64, 16); }

Reference numbers() {
    Picture p(kNothing);
    p.fill({0, 0, 64, 32}, kBlue);
    p.shade({0, 0, 50, 30}, [](int x, int y) { return Vec4{y / 255.0, x / 255.0, 50 / 255.0, 1}; });
    return p.finish();
}

// Words in rows of 64, word n with red 2 n and green 255 - n.
Reference threadgroupMemory() {
    Picture p(kNothing);
    p.shade({0, 0, 64, 2}, [](int x, int y) {
        int word = 64 * y + x;
        if (word < 96)
            word = word / 32 * 32 + 31 - word % 32;
        else if (word < 100)
            word = 96 + 99 - word;
        return Vec4{2 * word % 256 / 255.0, (255 - word) / 255.0, 0, 1};
    });
    return p.finish();
}

// 210 in the lowest byte, which is blue; 10000 in the two lowest.
Reference atomics() {
    Picture p(kNothing);
    p.fill({0, 0, 64, 1}, kBlack);
    p.fill({0, 0, 1, 1}, {0, 0, 210 / 255.0, 1});
    p.fill({1, 0, 2, 1}, {0, 10000 / 256 / 255.0, 10000 % 256 / 255.0, 1});
    return p.finish();
}

Vec4 green(int v) { return {0, v / 255.0, 0, 1}; }

// Words 4 to 67 arrive at word 160.
Reference boundTwice() {
    Picture p(kNothing);
    p.shade({0, 0, 64, 4}, [](int x, int y) {
        const int word = 64 * y + x;
        return green(word >= 160 && word < 224 ? word - 160 + 4 : word);
    });
    return p.finish();
}

// Rows 3 and 1 of the source arrive in rows 0 and 2, eight words to the right, 48 words each.
Reference bufferOffsets() {
    Picture p(kNothing);
    p.fill({0, 0, 64, 4}, kRed);
    p.shade({8, 0, 56, 1}, [](int x, int) { return green(3 * 64 + x - 8); });
    p.shade({8, 2, 56, 3}, [](int x, int) { return green(64 + x - 8); });
    return p.finish();
}

Reference alphaTexture() {
    Picture p(kRed);
    p.fill({32, 32, 64, 64}, {0.6, 0, 0, 1}, 1);
    return p.finish();
}

Reference sampleInKernel() {
    Picture p;
    p.shade({32, 32, 64, 64}, [](int x, int y) {
        const int number = (y - 32) / 8 * 4 + (x - 32) / 8;
        return Vec4{number * 17 / 255.0, (255 - number * 17) / 255.0, 0.2, 1};
    });
    return p.finish();
}

Reference writeLevels() {
    Picture p;
    p.fill({32, 32, 64, 64}, {0, 1, 0.4, 1});
    return p.finish();
}

Reference beforeDraw() {
    Picture p;
    p.fill(cell(10), kGreen);
    return p.finish();
}

Reference chained() {
    Picture p(kNothing);
    p.shade({0, 0, 64, 4}, [](int x, int) { return Vec4{0, 0, 4 * x / 255.0, 1}; });
    return p.finish();
}

// The word of thread i lands at 63 - i.
Reference stageInput() {
    Picture p(kNothing);
    p.fill({0, 0, 64, 2}, kRed);
    const auto word = [](int x, int) { return Vec4{0, 4 * (63 - x) / 255.0, 1, 1}; };
    p.shade({0, 0, 64, 1}, word);
    p.shade({32, 1, 48, 2}, word);
    return p.finish();
}

} // namespace

std::span<const FeatureReference> computeReferences() {
#define SCENE(name, summary) FeatureReference{"compute", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/compute.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
