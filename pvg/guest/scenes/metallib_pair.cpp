#include "pvg/guest/scenes/metallib_pair.h"

namespace pvg::guest {

namespace {

struct Vertex {
    std::array<float, 2> position;
    std::array<float, 2> padding;
    std::array<float, 4> color;
};

constexpr uint32_t kPictureSize = 8;

std::vector<uint32_t> picture() {
    std::vector<uint32_t> texels;
    for (uint32_t i = 0; i < kPictureSize * kPictureSize; ++i) texels.push_back((i + i / kPictureSize) % 2 ? 0xffe0e0e0 : 0xff305090);
    return texels;
}

class MetallibScene final : public Scene {
public:
    explicit MetallibScene(MetallibPair pair) : m_pair(std::move(pair)) {}

    void prepare(Session& session) override {
        Task& user = session.user();
        RenderPipeline pipeline{"metallib pair", makeFunction(user, m_pair.vertex), makeFunction(user, m_pair.fragment), std::nullopt, {{}}, std::nullopt};
        m_pipeline = makeRenderPipeline(user, pipeline);
        // Three quarters of the surface, as far as whole pixels go.
        const float x = static_cast<float>(session.width() * 3 / 8), y = static_cast<float>(session.height() * 3 / 8);
        const std::array vertices{Vertex{{x, -y}, {}, {1, 0, 0, 1}}, Vertex{{-x, -y}, {}, {0, 1, 0, 1}}, Vertex{{0, y}, {}, {0, 0, 1, 1}}};
        const std::array viewport{session.width(), session.height()};
        m_vertices = makeBuffer(user, std::as_bytes(std::span(vertices)));
        m_viewport = makeBuffer(user, std::as_bytes(std::span(viewport)));
        m_picture = makeTexture(user, {PixelFormat::BGRA8Unorm, kPictureSize, kPictureSize, 1, kUsageRead, Storage::Shared, false});
        m_picture.write(bytesOf(picture()));
        m_sampler = makeSampler(user, {Filter::Linear, MipFilter::None, Address::Repeat});
        for (ObjectRef ref : {m_vertices.ref, m_viewport.ref, m_picture.ref}) session.markWritten(ref);
    }

    void encode(Session&, Frame& frame) override {
        RenderPass pass{{frame.target}, frame.width, frame.height};
        pass.color.load = LoadAction::Clear;
        frame.stream.beginRender(pass);
        frame.stream.setPipeline(m_pipeline);
        const std::array buffers{BufferBinding{m_vertices.ref, 0}, BufferBinding{m_viewport.ref, 0}};
        frame.stream.setBuffers(Stage::Vertex, 0, buffers);
        frame.stream.setFragmentTextures(0, {&m_picture.ref, 1});
        frame.stream.setFragmentSamplers(0, {&m_sampler, 1});
        frame.stream.draw(Draw{Primitive::Triangle, 0, 3, 1});
        for (ObjectRef ref : {m_vertices.ref, m_viewport.ref, m_picture.ref}) frame.use(ref);
    }

private:
    MetallibPair m_pair;
    ObjectRef m_pipeline, m_sampler;
    Buffer m_vertices, m_viewport;
    Texture m_picture;
};

} // namespace

std::unique_ptr<Scene> makeMetallibScene(MetallibPair pair) { return std::make_unique<MetallibScene>(std::move(pair)); }

} // namespace pvg::guest
