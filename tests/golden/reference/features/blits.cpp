#include <cmath>

#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

constexpr Vec4 kNothing{0, 0, 0, 0}; // nothing was drawn

// The texel that the scenes' buffers and textures have at a place.
Vec4 texel(int x, int y) { return {x * 8 % 256 / 255.0, y * 8 % 256 / 255.0, (x + y) * 4 % 256 / 255.0, 1}; }

// A region of texels whose upper left one is (fromX, fromY), at a place of the picture.
struct Region {
    int x, y, width, height, fromX, fromY;
};
void put(Picture& p, const Region& r) {
    p.shade({double(r.x), double(r.y), double(r.x + r.width), double(r.y + r.height)},
            [&](int x, int y) { return texel(x - r.x + r.fromX, y - r.y + r.fromY); });
}

Reference of(std::initializer_list<Region> regions) {
    Picture p(kNothing);
    for (const Region& r : regions) put(p, r);
    return p.finish();
}

Reference bufferToTexture() { return of({{17, 33, 30, 20, 0, 0}, {101, 7, 9, 11, 3, 5}}); }

// Three rows and four texels of blue before, and blue around every row.
Reference textureToBuffer() {
    Picture p(kNothing);
    p.fill({64, 64, 128, 96}, kBlue);
    put(p, {68, 67, 25, 20, 10, 4});
    return p.finish();
}

Reference textureToTexture() { return of({{50, 60, 20, 30, 5, 9}, {150, 10, 10, 10, 5, 9}}); }
Reference levelsAndSlices() { return of({{32, 32, 16, 16, 8, 4}}); }

// Slices 1 and 2 arrive as 2 and 3; slice s began at row s, level l at texel 8 l.
Reference wholeSlices() { return of({{64, 0, 16, 16, 0, 1}, {64, 32, 16, 16, 8, 1}, {96, 0, 16, 16, 0, 2}, {96, 32, 16, 16, 8, 2}}); }

// Planes 4 and 5 of the volume are planes 1 and 2 of the buffer: 16 rows each.
Reference volumes() { return of({{0, 0, 12, 14, 4, 18}, {32, 0, 12, 14, 4, 34}}); }

// Rows 1 to 4 of the source arrive in rows 2 to 5, and these once more in rows 4 to 7.
Reference bufferToBuffer() {
    Picture p(kNothing);
    p.fill({0, 0, 32, 16}, kBlue);
    put(p, {0, 2, 32, 2, 0, 1});
    put(p, {0, 4, 32, 4, 0, 1});
    return p.finish();
}

// 500 bytes are 125 texels, from the third of row 1 on; of the texel at the start of row 10 the green and red byte.
Reference fillBuffer() {
    Picture p(kNothing);
    p.shade({0, 0, 32, 16}, [](int x, int y) {
        const int number = y * 32 + x;
        if (number >= 34 && number < 34 + 125) return Vec4{0.4, 0.4, 0.4, 1};
        return number == 320 ? kWhite : kBlue;
    });
    return p.finish();
}

// Level l: means of squares of 2^l texels of 16 x and 16 y.
void putMeans(Picture& p, int levels) {
    int left = 0;
    for (int level = 0; level < levels; ++level) {
        const int size = 1 << level, edge = 16 / size;
        p.shade({double(left), 0, double(left + edge), double(edge)}, [&](int x, int y) {
            const auto mean = [&](int i) { return 16 * (i * size + (size - 1) / 2.0) / 255; };
            return Vec4{mean(x - left), mean(y), 0, 1};
        });
        left += edge;
    }
}

Reference mipmaps() {
    Picture p(kNothing);
    putMeans(p, 5);
    return p.finish();
}

Reference mipmapsOfSlices() {
    Picture p(kNothing);
    putMeans(p, 3);
    p.fill({0, 32, 28, 36}, {0.2, 0.4, 0.8, 1});
    p.fill({0, 36, 24, 40}, {0.2, 0.4, 0.8, 1});
    p.fill({0, 40, 16, 48}, {0.2, 0.4, 0.8, 1});
    return p.finish();
}

Reference srgbMipmaps() {
    Picture p(kNothing);
    const double byte = 1.055 * std::pow(0.5, 1 / 2.4) - 0.055;
    p.fill({0, 0, 8, 8}, {byte, byte, byte, 1}, 1);
    return p.finish();
}

// Rows of 32 bytes that count up; 1, 0 or 0.5 in turn, 0.25.
Reference narrowFormats() {
    Picture p;
    const Box a = cell(0), b = cell(1);
    p.shade(a, [&](int x, int y) {
        return Vec4{((y - static_cast<int>(a.top)) * 32 + x - static_cast<int>(a.left)) % 256 / 255.0, 0, 0, 1};
    });
    p.shade(
        b,
        [&](int x, int) {
            return Vec4{1, (x - static_cast<int>(b.left)) % 2 ? 0.5 : 0, 0.25, 1};
        },
        1);
    return p.finish();
}

Reference aspect(double outside, double inside) {
    Picture p;
    p.fill({32, 32, 64, 64}, {outside, 0, 0, 1}, 1);
    p.fill({40, 36, 56, 60}, {inside, 0, 0, 1}, 1);
    return p.finish();
}
Reference depth() { return aspect(0.25, 0.75); }
Reference stencil() { return aspect(0.2, 0.8); }

Reference afterDrawing() {
    Picture p;
    p.fill(cell(0), kRed);
    for (const auto& [x, y] : {std::pair(64.0, 64.0), std::pair(128.0, 0.0)}) {
        p.fill({x + 4, y + 4, x + 28, y + 28}, kRed);
        p.fill({x + 8, y + 8, x + 16, y + 16}, kGreen);
    }
    return p.finish();
}

} // namespace

std::span<const FeatureReference> blitsReferences() {
#define SCENE(name, summary) FeatureReference{"blits", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/blits.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
