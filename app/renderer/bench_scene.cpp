#include "app/renderer/bench_scene.h"

#include <thread>

#include "pvg/guest/pipeline.h"

namespace app {

namespace guest = pvg::guest;

namespace {

constexpr uint64_t kWaitNanoseconds = 1000000000;

void beginPass(guest::StreamWriter& stream, const BenchScene& scene) {
    guest::RenderPass pass;
    pass.color.texture = scene.target;
    pass.color.load = guest::LoadAction::Load;
    pass.width = pass.height = BenchScene::kExtent;
    stream.beginRender(pass);
    stream.setViewport({0, 0, BenchScene::kExtent, BenchScene::kExtent});
}

void setAll(guest::StreamWriter& stream, const BenchScene& scene, uint32_t draw) {
    const guest::BufferBinding vertex[] = {{scene.vertices, BenchScene::vertexOffset(draw)}, {scene.constants, BenchScene::constantOffset(draw)}};
    const guest::BufferBinding fragment[] = {{scene.constants, BenchScene::constantOffset(draw + 1)}};
    const pvg::ObjectRef textures[] = {scene.textures[draw % 2]}, samplers[] = {scene.samplers[draw % 2]};
    stream.setPipeline(scene.pipelines[draw % 2]);
    stream.setBuffers(guest::Stage::Vertex, 0, vertex);
    stream.setBuffers(guest::Stage::Fragment, 0, fragment);
    stream.setFragmentTextures(0, textures);
    stream.setFragmentSamplers(0, samplers);
    stream.setScissor({draw % 8, draw % 16, 100, 100});
}

} // namespace

pvg::Result<std::unique_ptr<BenchEngine>> BenchEngine::create(const pvg::BenchGuest::Size& size) {
    std::unique_ptr<BenchEngine> engine(new BenchEngine);
    PVG_TRY(engine->m_context, GlContext::createHeadless());
    PVG_CHECK(engine->m_context->makeCurrent());
    PVG_CHECK(engine->m_guest.build(engine->m_memory, size));
    engine->m_tasks = std::make_unique<pvg::TaskTable>(engine->m_memory);
    PVG_CHECK(engine->m_guest.define(*engine->m_tasks));
    PVG_TRY(engine->m_backend, gl::createBackend({}, engine->m_shaders, engine->m_presents, engine->m_counters));
    engine->m_executor = std::make_unique<pvg::Executor>(*engine->m_tasks, engine->m_memory, *engine->m_backend, engine->m_counters);
    return engine;
}

BenchEngine::~BenchEngine() {
    if (m_context) use();
    m_executor.reset();
    m_backend.reset();
    if (m_context) m_context->release();
}

void BenchEngine::use() { (void)m_context->makeCurrent(); }

double BenchEngine::run(const pvg::ExecPacket& packet) {
    const auto start = std::chrono::steady_clock::now();
    const auto work = m_executor->accept(packet, pvg::Epoch{0});
    m_executor->prepare(*work);
    m_executor->execute(*work, false);
    m_backend->poll();
    return pvg::since(start);
}

double BenchEngine::runToEnd(const pvg::ExecPacket& packet) {
    const auto start = std::chrono::steady_clock::now();
    const auto work = m_executor->accept(packet, pvg::Epoch{0});
    m_executor->prepare(*work);
    const pvg::CompletionToken token = m_executor->execute(*work, false);
    while (!m_backend->wait(token, kWaitNanoseconds)) {}
    return pvg::since(start);
}

bool BenchEngine::warmUp(std::span<const pvg::ExecPacket> packets) {
    use();
    for (const pvg::ExecPacket& packet : packets) {
        const auto work = m_executor->accept(packet, pvg::Epoch{0});
        while (!m_executor->prepare(*work)) std::this_thread::yield();
        m_executor->execute(*work, false);
        m_backend->poll();
    }
    return m_counters.declineTotal() == 0;
}

BenchScene::BenchScene(pvg::BenchGuest& g) {
    const auto texture = [&](uint32_t extent, uint32_t usage) {
        return g.makeTexture({.width = extent, .height = extent, .usage = usage, .storage = guest::Storage::Private});
    };
    target = texture(kExtent, guest::kUsageTarget | guest::kUsageRead);
    for (unsigned i = 0; i < 2; ++i) {
        const std::string number = std::to_string(i);
        textures[i] = texture(kTextureExtent, guest::kUsageRead);
        guest::SamplerState sampler;
        if (i == 1) sampler.filter = guest::Filter::Linear;
        samplers[i] = g.publish(7, guest::samplerRecord(g.nextRef(), sampler));
        guest::RenderPipeline pipeline;
        pipeline.vertex = g.makeFunction("vertex" + number);
        pipeline.fragment = g.makeFunction("fragment" + number);
        guest::VertexDescriptor layout;
        layout.attributes = {{0, guest::VertexFormat::Float4, 0, 0}, {1, guest::VertexFormat::Float2, 16, 0}, {2, guest::VertexFormat::UChar4Normalized, 32, 0}};
        layout.layouts = {{0, kVertexStride}};
        pipeline.vertexDescriptor = layout;
        pipeline.colors = {{}};
        pipelines[i] = g.publish(7, guest::renderPipelineRecord(g.nextRef(), pipeline));
    }
    vertices = g.makeBuffer(kVertexBytes);
    indices = g.makeBuffer(kConstantBytes);
    constants = g.makeBuffer(kConstantBytes);
}

pvg::ExecPacket BenchScene::drawPacket(pvg::BenchGuest& g, uint32_t draws, bool isFull) const {
    guest::StreamWriter stream;
    beginPass(stream, *this);
    setAll(stream, *this, 0);
    for (uint32_t draw = 0; draw < draws; ++draw) {
        if (isFull) setAll(stream, *this, draw);
        else stream.setBufferOffset(guest::Stage::Vertex, 0, vertexOffset(draw));
        stream.draw(guest::IndexedDraw{guest::Primitive::Triangle, {indices, 0}, kIndices});
    }
    return g.makePacket(stream);
}

pvg::ExecPacket BenchScene::resourcePacket(pvg::BenchGuest& g, std::span<const pvg::ObjectRef> buffers) const {
    guest::StreamWriter stream;
    beginPass(stream, *this);
    setAll(stream, *this, 0);
    for (const pvg::ObjectRef buffer : buffers) {
        const guest::BufferBinding binding[] = {{buffer, 0}};
        stream.setBuffers(guest::Stage::Vertex, 1, binding);
        stream.draw(guest::IndexedDraw{guest::Primitive::Triangle, {indices, 0}, kIndices});
    }
    return g.makePacket(stream);
}

} // namespace app
