#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

constexpr Box kAll{0, 0, 256, 128};

// Columns: none, front, back. Upper row: clockwise is front. A red square where it is drawn.
void cullModes(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    for (uint32_t winding = 0; winding < 2; ++winding)
        for (uint32_t cull = 0; cull < 3; ++cull) {
            kit.stream().set(State::Winding, winding);
            kit.stream().set(State::Cull, cull);
            kit.fill(cell(winding * 8 + cull), kRed);
        }
}

void scissor(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    kit.stream().setScissor({10, 20, 50, 60});
    kit.fill(kAll, kRed);
    kit.stream().setScissor({200, 100, 56, 28});
    kit.fill({190, 90, 256, 128}, kGreen);
    kit.stream().setScissor({101, 33, 1, 1});
    kit.fill(kAll, kGreen);
}

void emptyScissor(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    for (const Rect& empty : {Rect{0, 0, 0, 128}, Rect{0, 0, 256, 0}, Rect{40, 40, 0, 0}}) {
        kit.stream().setScissor(empty);
        kit.fill(kAll, kRed);
    }
    kit.stream().setScissor({64, 32, 128, 64});
    kit.fill(kAll, kGreen);
}

// Everything, everything, and the middle half of a viewport.
void viewport(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    kit.stream().setViewport({16.5, 16.5, 32, 32});
    kit.fill(kAll, kRed);
    kit.stream().setViewport({100, 20, 60, 40});
    kit.fill(kAll, kGreen);
    kit.stream().setViewport({180, 40, 64, 64});
    kit.fill({64, 32, 192, 96}, kBlue);
}

constexpr std::array kThreeViewports{Viewport{0, 0, 64, 64}, Viewport{64, 32, 32, 96}, Viewport{128, 0, 128, 64}};

// Three instances, each into the viewport of its number.
void drawInstances(Kit& kit, const Box& box) {
    const auto change = [&](RenderPipeline& p) { p.vertex = kit.function("viewport_vertex"), p.topology = 3; };
    kit.stream().setPipeline(kit.pipeline(change));
    kit.bind(Stage::Vertex, 0,
             std::vector{kit.vertex(box.left, box.top, kRed), kit.vertex(box.right, box.top, kRed), kit.vertex(box.left, box.bottom, kRed),
                         kit.vertex(box.right, box.bottom, kRed)});
    kit.stream().draw(Draw{Primitive::TriangleStrip, 0, 4, 3});
}

void viewportArray(Kit& kit) {
    kit.beginPass();
    kit.stream().setViewports(kThreeViewports);
    drawInstances(kit, {64, 32, 192, 96});
}

void scissorArray(Kit& kit) {
    kit.beginPass();
    kit.stream().setViewports(kThreeViewports);
    constexpr std::array kScissors{Rect{0, 0, 10, 10}, Rect{70, 40, 100, 50}, Rect{0, 0, 0, 0}};
    kit.stream().setScissors(kScissors);
    drawInstances(kit, kAll);
}

void tieRule(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    kit.fill({10.5, 10.5, 20.5, 20.5}, kRed);
    kit.fill({20.5, 10.5, 30.5, 20.5}, kGreen);
    kit.fill({10.5, 20.5, 30.5, 30.5}, kBlue);
}

// A fan around (128, 64): four triangles whose corners lie on pixel corners.
void sharedEdges(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline([](RenderPipeline& p) { p.colors[0].blend = BlendState{1, 1, 1, 1}; }));
    constexpr Color kPart{0.4f, 0.2f, 0.2f, 1};
    constexpr std::array<std::array<double, 2>, 4> kRim{{{37, 21}, {219, 5}, {240, 110}, {11, 101}}};
    std::vector<Kit::Vertex> vertices;
    for (size_t i = 0; i < 4; ++i) {
        vertices.push_back(kit.vertex(128, 64, kPart));
        for (size_t next : {i, (i + 1) % 4}) vertices.push_back(kit.vertex(kRim[next][0], kRim[next][1], kPart));
    }
    kit.bind(Stage::Vertex, 0, vertices);
    kit.stream().draw(Draw{Primitive::Triangle, 0, 12, 1});
}

// Corners on pixel centres, so that every edge runs through the centres of its pixels.
void fillLines(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    kit.stream().set(State::FillMode, kLines);
    kit.fill({16.5, 16.5, 48.5, 48.5}, kRed);
    kit.stream().set(State::FillMode, 0);
    kit.fill({64, 16, 96, 48}, kGreen);
}

void drawLines(Kit& kit, Primitive primitive, const std::vector<std::array<double, 2>>& ends) {
    std::vector<Kit::Vertex> vertices;
    for (const auto& e : ends) vertices.push_back(kit.vertex(e[0], e[1], kWhite));
    kit.bind(Stage::Vertex, 0, vertices);
    kit.stream().draw(Draw{primitive, 0, vertices.size(), 1});
}

// All ends are pixel centres; the last pixel of a line is not drawn.
void lines(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    drawLines(kit, Primitive::Line, {{10.5, 10.5}, {50.5, 10.5}, {60.5, 10.5}, {60.5, 50.5}, {70.5, 10.5}, {110.5, 50.5}});
    drawLines(kit, Primitive::LineStrip, {{130.5, 10.5}, {170.5, 10.5}, {170.5, 50.5}, {130.5, 50.5}});
}

void usePoints(Kit& kit, std::string_view fragment) {
    kit.stream().setPipeline(
        kit.pipeline([&](RenderPipeline& p) { p.vertex = kit.function("point_vertex"), p.fragment = kit.function(fragment); }));
}

void drawPoint(Kit& kit, double x, double y, float size) {
    kit.bind(Stage::Vertex, 0, std::vector{kit.vertex(x, y, kWhite)});
    kit.bind(Stage::Vertex, 1, std::vector{size});
    kit.stream().draw(Draw{Primitive::Point, 0, 1, 1});
}

void points(Kit& kit) {
    kit.beginPass();
    usePoints(kit, "triangle_fragment");
    drawPoint(kit, 16.5, 16.5, 1);
    drawPoint(kit, 48, 16, 2);
    drawPoint(kit, 80, 16, 4);
    drawPoint(kit, 112, 16, 8);
}

void pointCoordinates(Kit& kit) {
    kit.beginPass();
    usePoints(kit, "point_coord_fragment");
    drawPoint(kit, 64, 64, 64);
}

// w is 1 on the left side and 4 on the right one.
void perspective(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    std::vector<Kit::Vertex> vertices;
    for (const auto& [x, y] : std::vector<std::pair<double, double>>{{32, 32}, {224, 32}, {32, 96}, {224, 96}}) {
        Kit::Vertex v = kit.vertex(x, y, x < 128 ? kRed : kGreen);
        const float w = x < 128 ? 1 : 4;
        v.position = {v.position[0] * w, v.position[1] * w, 0, w};
        vertices.push_back(v);
    }
    kit.bind(Stage::Vertex, 0, vertices);
    kit.stream().draw(Draw{Primitive::TriangleStrip, 0, 4, 1});
}

void rasterizationOff(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline([](RenderPipeline& p) { p.isRasterizing = false; }));
    kit.fill(kAll, kRed);
    kit.stream().setPipeline(kit.pipeline());
    kit.fill(cell(9), kGreen);
}

} // namespace

std::span<const Feature> rasterFeatures() {
#define SCENE(name, summary) Feature{"raster", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/raster.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
