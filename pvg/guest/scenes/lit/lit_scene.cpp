#include <cmath>

#include "pvg/guest/scenes/demo_functions.h"
#include "pvg/guest/scenes/lit/model.h"
#include "pvg/guest/scenes/makers.h"

namespace pvg::guest {

namespace {

class LitScene final : public Scene {
public:
    explicit LitScene(lit::Model model) : m_model(std::move(model)) {}

    void prepare(Session& session) override {
        Task& user = session.user();
        makePipeline(user);
        m_vertices = makeBuffer(user, bytesOf(m_model.vertices));
        const auto edge = static_cast<uint32_t>(std::lround(std::sqrt(double(m_model.texels.size()))));
        m_texture = makeTexture(user, {PixelFormat::BGRA8Unorm, edge, edge, 1, kUsageRead, Storage::Shared, false});
        m_texture.write(bytesOf(m_model.texels));
        m_depth =
            makeTexture(user, {PixelFormat::Depth32Float, session.width(), session.height(), 1, kUsageTarget, Storage::Private, false});
        m_sampler = makeSampler(user, {.filter = Filter::Linear});
        m_nearest = makeDepthStencil(user, {.depth = Compare::Less, .writesDepth = true});
        for (ObjectRef ref : {m_vertices.ref, m_texture.ref}) session.markWritten(ref);
    }

    void encode(Session& session, Frame& frame) override {
        RenderPass pass{{frame.target}, frame.width, frame.height};
        pass.color.load = LoadAction::Clear;
        pass.color.clear = {0.1, 0.12, 0.16, 1};
        pass.depth = {m_depth.ref, 0, LoadAction::Clear, StoreAction::DontCare};
        StreamWriter& s = frame.stream;
        s.beginRender(pass);
        s.setPipeline(m_pipeline);
        s.setDepthStencil(m_nearest);
        const BufferBinding vertices{m_vertices.ref, 0};
        s.setBuffers(Stage::Vertex, 0, {&vertices, 1});
        s.setFragmentTextures(0, {&m_texture.ref, 1});
        s.setFragmentSamplers(0, {&m_sampler, 1});
        for (const lit::Draw& d : m_model.draws(frame.index, float(frame.width) / float(frame.height))) {
            const BufferBinding part = session.upload(frame, std::as_bytes(std::span(&d.part, 1)));
            s.setBuffers(Stage::Vertex, 1, {&part, 1});
            s.draw(Draw{Primitive::Triangle, d.first, d.count, 1});
        }
        for (ObjectRef ref : {m_vertices.ref, m_texture.ref}) frame.use(ref);
        frame.use(m_depth.ref, Written::ByGpu);
    }

private:
    void makePipeline(Task& user) {
        RenderPipeline p{
            "lit", makeDemoFunction(user, "lit_vertex"), makeDemoFunction(user, "compositor_fragment"), std::nullopt, {{}}, std::nullopt};
        p.vertexDescriptor =
            VertexDescriptor{{{0, VertexFormat::Float3, 0, 0}, {1, VertexFormat::Float3, 12, 0}, {2, VertexFormat::Float2, 24, 0}},
                             {{0, sizeof(lit::Vertex), 1, 1}}};
        p.depth = PixelFormat::Depth32Float;
        m_pipeline = makeRenderPipeline(user, p);
    }

    const lit::Model m_model;
    ObjectRef m_pipeline, m_sampler, m_nearest;
    Buffer m_vertices;
    Texture m_texture, m_depth;
};

} // namespace

std::unique_ptr<Scene> makeCubeScene() { return std::make_unique<LitScene>(lit::cube()); }
std::unique_ptr<Scene> makeGearsScene() { return std::make_unique<LitScene>(lit::gears()); }

} // namespace pvg::guest
