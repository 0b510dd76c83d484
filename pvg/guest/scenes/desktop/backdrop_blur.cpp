#include "pvg/guest/scenes/desktop/backdrop_blur.h"

#include <algorithm>

#include "pvg/guest/scenes/demo_functions.h"

namespace pvg::guest::desktop {

namespace {

struct Corner {
    float x, y, u, v;
};

} // namespace

void BackdropBlur::prepare(Session& session, const Rect& region) {
    m_region = region;
    Task& user = session.user();
    // Half float, as the compositor of macOS 26 has it (workload.md 2), and private: the CPU never looks at it.
    m_pyramid = makeTexture(user, {PixelFormat::RGBA16Float, std::max(8u, region.width / 2), std::max(8u, region.height / 2), kLevels,
                                   kUsageRead | kUsageTarget, Storage::Private, false});
    for (uint32_t level = 0; level < kLevels; ++level) m_views[level] = makeLevelView(user, m_pyramid, level);
    const ObjectRef down = makeDemoFunction(user, "blur_down_fragment"), up = makeDemoFunction(user, "blur_up_fragment");
    const ObjectRef fullscreen = makeDemoFunction(user, "fullscreen_vertex"), textured = makeDemoFunction(user, "textured_vertex");
    const VertexDescriptor corners{{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::Float2, 8, 0}}, {{0, sizeof(Corner), 1, 1}}};
    ColorAttachment half;
    half.format = PixelFormat::RGBA16Float;
    m_fromSurface = makeRenderPipeline(user, {"blur from surface", textured, down, corners, {half}, std::nullopt});
    m_down = makeRenderPipeline(user, {"blur down", fullscreen, down, std::nullopt, {half}, std::nullopt});
    m_up = makeRenderPipeline(user, {"blur up", fullscreen, up, std::nullopt, {half}, std::nullopt});
    m_sampler = makeSampler(user, {Filter::Linear, MipFilter::None, Address::ClampToEdge});
}

void BackdropBlur::beginLevel(Session& session, Frame& frame, const Step& step) {
    const LevelLayout& level = m_pyramid.levels[step.target];
    RenderPass pass{{m_pyramid.ref, step.target}, level.width, level.height};
    StreamWriter& s = frame.stream;
    s.beginRender(pass);
    s.setPipeline(step.pipeline);
    const std::array<float, 2> texel{1.0f / static_cast<float>(step.sourceWidth), 1.0f / static_cast<float>(step.sourceHeight)};
    const BufferBinding uniform = session.upload(frame, std::as_bytes(std::span(texel)));
    s.setBuffers(Stage::Fragment, 0, {&uniform, 1});
    s.setFragmentTextures(0, {&step.source, 1});
    s.setFragmentSamplers(0, {&m_sampler, 1});
    frame.use(step.source);
}

// Only the region of the surface: texture coordinates do the cropping.
void BackdropBlur::drawSurface(Session& session, Frame& frame) {
    beginLevel(session, frame, {m_fromSurface, frame.target, frame.width, frame.height, 0});
    const auto width = static_cast<float>(frame.width), height = static_cast<float>(frame.height);
    const float u0 = static_cast<float>(m_region.x) / width, v0 = static_cast<float>(m_region.y) / height;
    const float u1 = static_cast<float>(m_region.x + m_region.width) / width, v1 = static_cast<float>(m_region.y + m_region.height) / height;
    const std::array corners{Corner{-1, 1, u0, v0}, Corner{1, 1, u1, v0}, Corner{-1, -1, u0, v1}, Corner{1, -1, u1, v1}};
    const BufferBinding vertices = session.upload(frame, std::as_bytes(std::span(corners)));
    frame.stream.setBuffers(Stage::Vertex, 0, {&vertices, 1});
    frame.stream.draw(Draw{Primitive::TriangleStrip, 0, corners.size(), 1});
}

void BackdropBlur::drawLevel(Session& session, Frame& frame, const Step& step) {
    beginLevel(session, frame, step);
    frame.stream.draw(Draw{Primitive::Triangle, 0, 3, 1});
}

void BackdropBlur::record(Session& session, Frame& frame) {
    frame.use(m_pyramid.ref, Written::ByGpu);
    drawSurface(session, frame);
    const auto levelStep = [&](ObjectRef pipeline, uint16_t source, uint16_t target) {
        const LevelLayout& from = m_pyramid.levels[source];
        drawLevel(session, frame, {pipeline, m_views[source], from.width, from.height, target});
    };
    for (uint16_t level = 1; level < kLevels; ++level) levelStep(m_down, static_cast<uint16_t>(level - 1), level);
    for (uint16_t level = kLevels - 1; level > 0; --level) levelStep(m_up, level, static_cast<uint16_t>(level - 1));
}

} // namespace pvg::guest::desktop
