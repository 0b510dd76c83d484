#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

struct Square {
    int cell, color;
};

Reference squares(std::initializer_list<Square> all) {
    Picture p;
    for (const Square& s : all) p.fill(cell(s.cell), palette(s.color));
    return p.finish();
}

// A list's square n has colour n and lies in cell n (or a row further down); an instance moves it by its number and has that colour
// instead.
Reference plain() { return squares({{2, 2}, {3, 3}, {6, 6}}); }
Reference instanced() { return squares({{1, 0}, {2, 1}, {3, 2}, {10, 0}, {11, 1}}); }
Reference baseInstance() { return squares({{3, 3}, {4, 4}, {13, 5}, {14, 6}, {15, 7}}); }
Reference indexed() { return squares({{1, 1}, {4, 4}, {6, 6}}); }
Reference indexed32() { return squares({{0, 0}, {7, 7}}); }
Reference indexedInstanced() { return squares({{0, 0}, {1, 1}, {2, 0}, {3, 1}, {4, 2}, {5, 3}, {6, 4}}); }

// Square 2 with four vertices a square: 1 further, 2 back, 4 further, 1 back.
Reference baseVertex() { return squares({{3, 3}, {0, 0}, {6, 6}, {1, 1}}); }
Reference baseVertexSecondForm() { return baseVertex(); }

Reference indexedBaseInstance() { return squares({{3, 2}, {4, 3}, {5, 4}}); }
Reference indirect() { return squares({{3, 1}, {4, 2}, {5, 3}}); }
Reference indexedIndirect() { return squares({{4, 3}, {5, 4}}); }
Reference restart() { return squares({{0, 0}, {2, 2}, {4, 4}, {6, 6}}); }

Reference strips() {
    Picture p;
    p.fill({16, 16, 80, 48}, kRed);
    return p.finish();
}

Reference zeroCounts() { return squares({{1, 1}}); }

// Of square 5 only the triangle upper left, upper right, lower left.
Reference incomplete() {
    Canvas canvas = featureCanvas();
    const Canvas::Look plainLook{[](const Vec4& v) { return v; }, Canvas::Blend::None, 0};
    for (int number : {0, 3, 5}) {
        const Box b = cell(number);
        const Vec4 color = palette(number);
        canvas.drawTriangle({Vertex{b.left, b.top, color}, Vertex{b.right, b.top, color}, Vertex{b.left, b.bottom, color}}, plainLook);
        if (number != 5)
            canvas.drawTriangle({Vertex{b.left, b.bottom, color}, Vertex{b.right, b.top, color}, Vertex{b.right, b.bottom, color}},
                                plainLook);
    }
    return finish(canvas);
}

Reference farStart() {
    Picture p;
    p.fill(cell(10), kGreen);
    return p.finish();
}

} // namespace

std::span<const FeatureReference> drawsReferences() {
#define SCENE(name, summary) FeatureReference{"draws", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/draws.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
