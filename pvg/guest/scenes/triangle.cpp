#include "pvg/guest/scenes/demo_functions.h"
#include "pvg/guest/scenes/makers.h"

namespace pvg::guest {

namespace {

// What triangle_vertex reads by vertex id: clip-space position and colour.
struct Vertex {
    std::array<float, 4> position, color;
};

constexpr Vertex corner(float x, float y, std::array<float, 4> color) { return {{x, y, 0, 1}, color}; }

constexpr std::array<float, 4> kRed{1, 0, 0, 1}, kGreen{0, 1, 0, 1}, kBlue{0, 0, 1, 1};
constexpr std::array<float, 4> kOrange{1, 128 / 255.0f, 0, 1};
constexpr float kLeft = -121 / 128.0f, kRight = -95 / 128.0f, kTop = 27 / 32.0f, kBottom = 19 / 32.0f;

// The triangle everybody knows, and a square of two triangles whose edges run exactly through pixel centres at 640x480: it shows which
// rule decides ties.
constexpr std::array kVertices{
    corner(-0.625f, -0.625f, kRed),    corner(0.625f, -0.625f, kGreen),  corner(0, 0.75f, kBlue),
    corner(kLeft, kTop, kOrange),      corner(kRight, kTop, kOrange),    corner(kLeft, kBottom, kOrange),
    corner(kLeft, kBottom, kOrange),   corner(kRight, kTop, kOrange),    corner(kRight, kBottom, kOrange),
};

class TriangleScene final : public Scene {
public:
    void prepare(Session& session) override {
        m_pipeline = makeDemoPipeline(session.user(), {"triangle_vertex", "triangle_fragment", std::nullopt, std::nullopt});
        m_vertices = makeBuffer(session.user(), std::as_bytes(std::span(kVertices)));
        session.markWritten(m_vertices.ref);
    }
    void encode(Session&, Frame& frame) override {
        RenderPass pass{{frame.target}, frame.width, frame.height};
        pass.color.load = LoadAction::Clear;
        pass.color.clear = {34 / 255.0, 34 / 255.0, 51 / 255.0, 1};
        frame.stream.beginRender(pass);
        frame.stream.setPipeline(m_pipeline);
        const BufferBinding vertices{m_vertices.ref, 0};
        frame.stream.setBuffers(Stage::Vertex, 0, {&vertices, 1});
        frame.stream.draw(Draw{Primitive::Triangle, 0, kVertices.size(), 1});
        frame.use(m_vertices.ref);
    }

private:
    ObjectRef m_pipeline;
    Buffer m_vertices;
};

} // namespace

std::unique_ptr<Scene> makeTriangleScene() { return std::make_unique<TriangleScene>(); }

} // namespace pvg::guest
