#include <algorithm>

#include "pvg/guest/scenes/demo_functions.h"
#include "pvg/guest/scenes/makers.h"

namespace pvg::guest {

namespace {

constexpr uint32_t kTexels = 16;

struct Vertex {
    float x, y, u, v;
};

// Two triangles over a rectangle in clip space, texture upright.
std::array<Vertex, 6> quad(float left, float top, float right, float bottom) {
    const Vertex a{left, top, 0, 0}, b{right, top, 1, 0}, c{left, bottom, 0, 1}, d{right, bottom, 1, 1};
    return {a, b, c, c, b, d};
}

constexpr uint32_t bgra(uint32_t r, uint32_t g, uint32_t b, uint32_t a) { return a << 24 | r << 16 | g << 8 | b; }

// Every texel another colour, so that a wrong row, column or byte order shows.
std::vector<uint32_t> opaqueTexels() {
    std::vector<uint32_t> texels;
    for (uint32_t y = 0; y < kTexels; ++y)
        for (uint32_t x = 0; x < kTexels; ++x) texels.push_back(bgra(x * 17, y * 17, (x + y) % 2 ? 200 : 40, 255));
    return texels;
}

// Premultiplied white to magenta, fading from left to right.
std::vector<uint32_t> fadingTexels() {
    std::vector<uint32_t> texels;
    for (uint32_t y = 0; y < kTexels; ++y)
        for (uint32_t x = 0; x < kTexels; ++x) {
            const uint32_t alpha = 255 - x * 17;
            texels.push_back(bgra(alpha, alpha * y / (kTexels - 1), alpha, alpha));
        }
    return texels;
}

// Left: nearest, at 640x480 with texels of whole pixels, so that no pixel's centre lies between two. Right: linear. Below: source-over,
// from a private texture that was filled by a blit. The functions are deleted as soon as their pipelines have drawn once (decisions.md
// 31a).
class TexturedScene final : public Scene {
public:
    enum class Binding : uint8_t { Slots, ArgumentBuffer };
    explicit TexturedScene(Binding binding) : m_binding(binding) {}

    void prepare(Session& session) override {
        makePipelines(session.user());
        Task& user = session.user();
        m_nearest = makeSampler(user, {Filter::Nearest, MipFilter::None, Address::ClampToEdge});
        m_linear = makeSampler(user, {Filter::Linear, MipFilter::None, Address::ClampToEdge});
        std::vector<Vertex> vertices;
        for (const auto& q :
             {quad(-0.9f, 0.9f, -0.1f, -1 / 6.0f), quad(0.1f, 0.9f, 0.9f, -1 / 6.0f), quad(-0.9f, -0.4f, -0.1f, -14 / 15.0f)})
            vertices.insert(vertices.end(), q.begin(), q.end());
        m_vertices = makeBuffer(user, bytesOf(vertices));
        session.markWritten(m_vertices.ref);
        makeTextures(session);
        if (m_binding == Binding::ArgumentBuffer) makeArguments(session);
    }

    void encode(Session& session, Frame& frame) override {
        if (frame.index == 1) deleteFunctions(session);
        RenderPass pass{{frame.target}, frame.width, frame.height};
        pass.color.load = LoadAction::Clear;
        pass.color.clear = {51 / 255.0, 51 / 255.0, 51 / 255.0, 1};
        frame.stream.beginRender(pass);
        const BufferBinding vertices{m_vertices.ref, 0};
        frame.stream.setBuffers(Stage::Vertex, 0, {&vertices, 1});
        const auto all = looks();
        for (uint64_t i = 0; i < all.size(); ++i) drawQuad(frame, all[i], i);
        for (ObjectRef ref : {m_vertices.ref, m_opaque.ref, m_fading.ref}) frame.use(ref);
        if (m_binding == Binding::ArgumentBuffer)
            for (ObjectRef ref : {m_arguments.ref, m_tint.ref}) frame.use(ref);
    }

private:
    struct Look {
        ObjectRef pipeline, texture, sampler;
    };
    // What the fragment function finds in its argument buffer: handles of eight bytes and an address (objects.md 12).
    struct Arguments {
        uint64_t texture, sampler, tint, unused;
    };

    std::array<Look, 3> looks() const {
        return {{{m_opaquePipeline, m_opaque.ref, m_nearest},
                 {m_opaquePipeline, m_opaque.ref, m_linear},
                 {m_overPipeline, m_fading.ref, m_nearest}}};
    }

    void makePipelines(Task& user) {
        const VertexDescriptor layout{{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::Float2, 8, 0}}, {{0, sizeof(Vertex), 1, 1}}};
        m_functions = {makeDemoFunction(user, "textured_vertex"),
                       makeDemoFunction(user, m_binding == Binding::Slots ? "textured_fragment" : "arguments_fragment")};
        m_opaquePipeline = makeRenderPipeline(user, {"opaque", m_functions[0], m_functions[1], layout, {{}}, std::nullopt});
        ColorAttachment over;
        over.blend = kSourceOver;
        m_overPipeline = makeRenderPipeline(user, {"over", m_functions[0], m_functions[1], layout, {over}, std::nullopt});
    }

    void makeTextures(Session& session) {
        m_opaque = makeTexture(session.user(), {PixelFormat::BGRA8Unorm, kTexels, kTexels, 1, kUsageRead, Storage::Shared, false});
        m_opaque.write(bytesOf(opaqueTexels()));
        session.markWritten(m_opaque.ref);
        m_fading = makeTexture(session.user(), {PixelFormat::BGRA8Unorm, kTexels, kTexels, 1, kUsageRead, Storage::Private, true});
        const Buffer staging = makeBuffer(session.user(), bytesOf(fadingTexels()));
        session.markWritten(staging.ref);
        StreamWriter stream;
        stream.beginBlit();
        stream.copyToTexture({{staging.ref, 0}, kTexels * 4}, m_fading.ref, {kTexels, kTexels, 0});
        const std::array uses{ResourceUse{staging.ref}, ResourceUse{m_fading.ref, Written::ByGpu}};
        session.execute(stream, uses);
    }

    void makeArguments(Session& session) {
        const std::vector<float> white{1, 1, 1, 1};
        m_tint = makeBuffer(session.user(), bytesOf(white));
        std::vector<Arguments> all;
        for (const Look& look : looks()) all.push_back({look.texture.value, look.sampler.value, m_tint.memory.address.value, 0});
        m_arguments = makeBuffer(session.user(), bytesOf(all));
        for (ObjectRef ref : {m_tint.ref, m_arguments.ref}) session.markWritten(ref);
    }

    // The stamp of the first frame is waited for: only then may slots be cleared (decisions.md 1).
    void deleteFunctions(Session& session) {
        if (!session.waitForFrames()) return;
        for (ObjectRef f : m_functions) {
            session.user().clearSlot(f);
            session.driver().submit(Channel::Immediate, Command::DeleteObject,
                                    encodeDeleteObject(session.user().id(), ObjectKind::Function, f));
        }
    }

    void drawQuad(Frame& frame, const Look& look, uint64_t quad) const {
        frame.stream.setPipeline(look.pipeline);
        if (m_binding == Binding::ArgumentBuffer) {
            const BufferBinding arguments{m_arguments.ref, quad * sizeof(Arguments)};
            frame.stream.setBuffers(Stage::Fragment, 0, {&arguments, 1});
        } else {
            frame.stream.setFragmentTextures(0, {&look.texture, 1});
            frame.stream.setFragmentSamplers(0, {&look.sampler, 1});
        }
        frame.stream.draw(Draw{Primitive::Triangle, quad * 6, 6, 1});
    }

    const Binding m_binding;
    std::array<ObjectRef, 2> m_functions;
    ObjectRef m_opaquePipeline, m_overPipeline, m_nearest, m_linear;
    Texture m_opaque, m_fading;
    Buffer m_vertices, m_arguments, m_tint;
};

} // namespace

std::unique_ptr<Scene> makeTexturedScene() { return std::make_unique<TexturedScene>(TexturedScene::Binding::Slots); }
std::unique_ptr<Scene> makeArgumentsScene() { return std::make_unique<TexturedScene>(TexturedScene::Binding::ArgumentBuffer); }

} // namespace pvg::guest
