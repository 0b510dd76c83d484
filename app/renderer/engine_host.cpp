#include "app/renderer/engine_host.h"

#include <pthread.h>

#include "app/renderer/clock.h"
#include "pvg/base/log.h"
#include "renderer-gl/gl_backend.h"
#include "shaders/air/worker_service.h"

namespace app {

namespace {
void countShaders(const air::ShaderService::Figures& figures, pvg::Counters& counters) {
    counters.add(pvg::Counter::ShadersTranslated, figures.translated);
    counters.add(pvg::Counter::ShadersFailed, figures.failed);
    counters.add(pvg::Counter::ShadersCached, figures.cached);
}
} // namespace

EngineHost::EngineHost(const Environment& environment, Options options) : m_environment(environment), m_options(std::move(options)) {}

EngineHost::~EngineHost() { tearDown(); }

pvg::Status EngineHost::start() {
    auto started = m_started.get_future();
    m_thread = std::thread([this] { run(); });
    pvg::Status status = started.get();
    if (!status) m_thread.join();
    return status;
}

void EngineHost::tearDown() {
    if (!m_thread.joinable()) return;
    post({.kind = pvg::EngineEvent::Kind::Stop, .epoch = {}, .fifo = {}});
    m_released.set_value();
    m_thread.join();
}

void EngineHost::post(const pvg::EngineEvent& event) {
    std::lock_guard lock(m_mutex);
    if (m_engine) m_engine->post(event);
}

void EngineHost::control(const pvg::DisplayControl& control) {
    std::lock_guard lock(m_mutex);
    if (m_engine) m_engine->control(control);
}

std::shared_ptr<const pvg::EngineSnapshot> EngineHost::snapshot() const {
    std::lock_guard lock(m_mutex);
    return m_engine ? m_engine->snapshot() : nullptr;
}

double EngineHost::cpuSeconds() const {
    if (double end = m_cpuAtEnd) return end - m_cpuAtStart;
    clockid_t clock{};
    auto thread = const_cast<std::thread&>(m_thread).native_handle();
    return pthread_getcpuclockid(thread, &clock) == 0 ? readClock(clock) - m_cpuAtStart : 0.0;
}

std::unique_ptr<pvg::EngineDriver> EngineHost::makeDriver(pvg::Backend& backend) const {
    if (m_options.makeDriver) return m_options.makeDriver(backend);
    const Environment& e = m_environment;
    return std::make_unique<pvg::Engine>(m_options.engine, e.page, e.doorbellFd, e.interruptFd, e.memory, backend, e.counters);
}

void EngineHost::attach(pvg::EngineDriver* engine) {
    std::lock_guard lock(m_mutex);
    m_engine = engine;
}

void EngineHost::attachShaders(const air::ShaderService* shaders) {
    std::lock_guard lock(m_mutex);
    m_shaders = shaders;
}

EngineHost::Shaders EngineHost::shaders(size_t most) const {
    std::lock_guard lock(m_mutex);
    return m_shaders ? Shaders{m_shaders->pending(most), m_shaders->figures()} : Shaders{};
}

void EngineHost::run() {
    pthread_setname_np(pthread_self(), "engine");
    pvg::Status status = m_environment.context.makeCurrent();
    if (status) status = serve();
    m_environment.context.release();
    // After a start that succeeded the promise has been kept already.
    if (!status) m_started.set_value(std::move(status));
}

// Fails only before the engine runs.
pvg::Status EngineHost::serve() {
    const Environment& e = m_environment;
    air::WorkerService::Options shaderOptions;
    shaderOptions.spawn = m_options.spawnWorker;
    shaderOptions.capabilities = gl::measureShaderCapabilities();
    shaderOptions.cacheFolder = air::defaultCacheFolder();
    air::WorkerService shaders(std::move(shaderOptions));
    PVG_TRY(std::unique_ptr<pvg::Backend> backend, gl::createBackend(m_options.backend, shaders, e.presents, e.counters));
    m_glRenderer = backend->caps().renderer;
    m_glVersion = backend->caps().version;
    spdlog::info("OpenGL: {}, {}", m_glRenderer, m_glVersion);

    {
        if (m_options.measured) m_options.measured(backend->caps());
        const std::unique_ptr<pvg::EngineDriver> engine = makeDriver(*backend);
        attach(engine.get());
        attachShaders(&shaders);
        m_cpuAtStart = threadCpuSeconds();
        m_started.set_value({});
        engine->run();
        m_cpuAtEnd = threadCpuSeconds();
        m_gpuLoss = backend->loss();
        m_shaderFigures = shaders.figures();
        countShaders(m_shaderFigures, e.counters);
        if (m_options.wantsPicture && m_gpuLoss == pvg::GpuLoss::None) m_picture = backend->presentedImage(pvg::DisplayPort{0});
        m_options.finished();
        m_released.get_future().wait();
        attach(nullptr);
        attachShaders(nullptr);
    }
    e.presents.destroyObjects();
    return {};
}

} // namespace app
