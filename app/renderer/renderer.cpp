#include "app/renderer/renderer.h"

#include <cstdlib>
#include <future>

#include <nlohmann/json.hpp>

#include "app/renderer/engine_host.h"
#include "app/renderer/file_writer.h"
#include "app/renderer/hud_source.h"
#include "app/renderer/png.h"
#include "app/renderer/recording.h"
#include "app/renderer/stats.h"
#include "app/renderer/window.h"
#include "pvg/base/log.h"
#include "pvg/exec/renderer_link.h"
#include "pvg/trace/replay_engine.h"

namespace app {

namespace {
class Renderer {
public:
    explicit Renderer(const RendererOptions& options) : m_options(options) {}
    ~Renderer();

    pvg::Status prepare();
    void runUntilFinished();
    pvg::Status writeResults();
    // Of a run that is finished: it goes on in another process.
    bool hasLostGpu() const { return m_engine->gpuLoss() != pvg::GpuLoss::None; }
    [[noreturn]] void leave();
    // The device process waits for this; files are complete before.
    void report(int exitCode) { m_link->finished(exitCode); }
    bool hasLink() const { return m_link != nullptr; }

private:
    pvg::Status openTraces();
    pvg::Status createContext();
    pvg::Status startEngine();
    void startLink();
    WindowFeed windowFeed() const;
    std::unique_ptr<pvg::EngineDriver> makeReplay(pvg::Backend& backend);
    void noteReplay();
    pvg::Status writeScreenshot() const;
    pvg::Status writeStats() const;
    pvg::Status checkReplay() const;

    const RendererOptions& m_options;
    pvg::Counters m_counters;
    gl::DebugLog m_debugLog{m_counters};
    pvg::GuestMemory m_memory;
    gl::PresentQueue m_presents;
    std::unique_ptr<pvg::RendererLink> m_link;
    std::unique_ptr<Recording> m_recording; // null: nothing is recorded
    std::unique_ptr<pvg::trace::TraceReader> m_traceReader; // until the replay has it
    pvg::trace::ReplayEngine* m_replay = nullptr;           // the engine thread's
    std::optional<ReplayFigures> m_replayFigures;           // of a replay that is over
    std::unique_ptr<Window> m_window; // null when headless
    std::unique_ptr<GlContext> m_context;
    std::unique_ptr<EngineHost> m_engine;
    std::unique_ptr<HudSource> m_hudSource;
    std::promise<void> m_finished;
};

// The seam thread and the shader service's threads call into what they were given: the engine's thread ends first, then the link's.
Renderer::~Renderer() {
    if (m_engine) m_engine->tearDown();
    if (m_recording) m_recording->close();
    m_link.reset();
    m_hudSource.reset();
    m_engine.reset();
    m_context.reset();
    m_window.reset();
}

pvg::Status Renderer::prepare() {
    PVG_TRY(m_link, pvg::RendererLink::connect(m_options.seamFd));
    PVG_CHECK(openTraces());
    PVG_CHECK(createContext());
    PVG_CHECK(startEngine());
    startLink();
    return {};
}

pvg::Status Renderer::openTraces() {
    if (!m_options.recordPath.empty()) {
        auto opened = Recording::open(m_options.recordPath, m_options.appendsRecord, m_link->page());
        // A guest that runs outranks its recording.
        if (!opened && !m_options.appendsRecord) return opened.error();
        if (!opened) spdlog::error("the recording does not go on: {}", opened.error().text);
        else m_recording = std::move(*opened);
    }
    if (!m_options.replayPath.empty()) { PVG_TRY(m_traceReader, pvg::trace::TraceReader::open(m_options.replayPath)); }
    return {};
}

pvg::Status Renderer::createContext() {
    if (m_options.isHeadless) {
        PVG_TRY(m_context, GlContext::createHeadless());
        return {};
    }
    WindowOptions options;
    const pvg::DisplayMode& mode = m_options.engine.modes.front();
    options.size = m_options.windowSize.width ? m_options.windowSize : Size{mode.width, mode.height};
    options.hud = m_options.hud;
    options.displays = m_options.engine.displays;
    options.debugLog = &m_debugLog;
    PVG_TRY(m_window, Window::create(options));
    PVG_TRY(m_context, m_window->createEngineContext());
    return {};
}

pvg::Status Renderer::startEngine() {
    EngineHost::Environment environment{*m_context,          m_presents, m_link->page(), m_link->doorbellFd(), m_link->interruptFd(),
                                        m_memory, m_counters};
    EngineHost::Options options;
    options.backend = m_options.backend;
    options.backend.debugLog = &m_debugLog;
    options.engine = m_options.engine;
    options.wantsPicture = !m_options.screenshotPath.empty();
    options.spawnWorker = [this] { return m_link->requestWorker(); };
    if (m_traceReader) options.makeDriver = [this](pvg::Backend& backend) { return makeReplay(backend); };
    if (m_recording) {
        m_recording->observe(options.engine, m_memory, m_counters);
        options.measured = [this](const pvg::BackendCaps& caps) { m_recording->begin(m_options.engine, caps); };
    }
    options.finished = [this] {
        noteReplay();
        m_finished.set_value();
        if (m_window) m_window->stop();
    };
    m_engine = std::make_unique<EngineHost>(environment, std::move(options));
    PVG_CHECK(m_engine->start());
    m_hudSource.reset(new HudSource{*m_engine, m_counters, m_memory, m_link->page(), m_options.socketPath, m_options.replayPath,
                                     m_options.engine.displays, m_recording.get()});
    return {};
}

void Renderer::startLink() {
    pvg::RendererLink::Handlers handlers;
    handlers.event = [this](const pvg::EngineEvent& event) { m_engine->post(event); };
    handlers.client = [](bool isConnected) { spdlog::info("{}", isConnected ? "a client is connected" : "the client left"); };
    handlers.terminate = [this] { m_engine->post({.kind = pvg::EngineEvent::Kind::Stop, .epoch = {}, .fifo = {}}); };
    if (m_recording) m_recording->observe(handlers);
    m_link->start(m_memory, std::move(handlers));
}

std::unique_ptr<pvg::EngineDriver> Renderer::makeReplay(pvg::Backend& backend) {
    pvg::trace::ReplayOptions options;
    options.engine = m_options.engine;
    options.isPaced = !m_options.isUnpaced;
    options.staysOpen = !m_options.isHeadless && m_options.engine.stopAfterFrames == 0;
    auto replay = std::make_unique<pvg::trace::ReplayEngine>(std::move(m_traceReader), options, backend, m_counters);
    m_replay = replay.get();
    return replay;
}

// Thread: engine.
void Renderer::noteReplay() {
    if (!m_replay) return;
    const auto& f = m_replay->figures();
    m_replayFigures = ReplayFigures{f.commands, f.unknownPages, f.badRecords, f.segments, m_replay->cutText()};
}

WindowFeed Renderer::windowFeed() const {
    WindowFeed feed;
    feed.engine = [this] { return m_engine->snapshot(); };
    feed.hud = [this] { return m_hudSource->hudSnapshot(); };
    feed.status = [this](uint32_t display) { return m_hudSource->guestStatus(display); };
    if (m_recording) feed.notice = [this] { return m_recording->notice(); };
    feed.plugRequested = [this](uint32_t display, bool isPlugged) {
        using Kind = pvg::DisplayControl::Kind;
        m_engine->control({isPlugged ? Kind::Plug : Kind::Unplug, pvg::DisplayPort{display}});
    };
    feed.closeRequested = [this] { m_link->closeRequested(); };
    return feed;
}

void Renderer::runUntilFinished() {
    if (m_window) m_window->run(m_presents, windowFeed());
    m_finished.get_future().wait();
}

// The next renderer goes on where this one stood. Not by way of destructors: a driver may wait for its GPU in any of them.
void Renderer::leave() {
    if (m_recording) m_recording->close();
    m_link->page().lostPackets.fetch_add(m_counters.get(pvg::Counter::LostPackets));
    spdlog::default_logger()->flush();
    std::_Exit(m_engine->gpuLoss() == pvg::GpuLoss::Reset ? pvg::seam::kGpuResetExit : pvg::seam::kGpuHangExit);
}

pvg::Status Renderer::checkReplay() const {
    if (!m_replayFigures || m_counters.get(pvg::Counter::FramesPresented) > 0) return {};
    return pvg::Error{pvg::Code::NotFound, "the trace shows no frame" + (m_replayFigures->cut.empty() ? "" : ": " + m_replayFigures->cut)};
}

pvg::Status Renderer::writeResults() {
    if (m_recording) m_recording->close();
    PVG_CHECK(checkReplay());
    pvg::Status screenshot = m_options.screenshotPath.empty() ? pvg::Status{} : writeScreenshot();
    pvg::Status stats = m_options.statsPath.empty() ? pvg::Status{} : writeStats();
    return screenshot ? stats : screenshot;
}

pvg::Status Renderer::writeScreenshot() const {
    const auto& picture = m_engine->picture();
    if (!picture) return pvg::Error{picture.error().code, "no screenshot was written: " + picture.error().text};
    PVG_TRY(auto png, encodePng(*picture));
    return writeFileAtomically(m_options.screenshotPath, png);
}

pvg::Status Renderer::writeStats() const {
    RunFigures run;
    run.glRenderer = m_engine->glRenderer();
    run.glVersion = m_engine->glVersion();
    run.engineCpuSeconds = m_engine->cpuSeconds();
    if (auto snapshot = m_engine->snapshot()) {
        run.frameIntervalsMs = snapshot->frameIntervalsMs;
        run.displays.assign(snapshot->displays.begin(), snapshot->displays.begin() + m_options.engine.displays);
    }
    run.glMessages = m_debugLog.rows();
    run.seam = readSeamFigures(m_link->page());
    const auto& shaders = m_engine->shaderFigures();
    run.shaders = {shaders.pending, shaders.workerDeaths, shaders.longestMs};
    if (m_recording) run.record = m_recording->figures();
    run.replay = m_replayFigures;
    return writeFileAtomically(m_options.statsPath, composeStats(m_counters, run).dump(2) + "\n");
}

int exitCodeOf(const pvg::Status& status) {
    if (status) return 0;
    std::fprintf(stderr, "pvgl-renderer: %s\n", status.error().text.c_str());
    return 1;
}
} // namespace

int runRenderer(const RendererOptions& options) {
    Renderer renderer(options);
    pvg::Status status = renderer.prepare();
    if (status) {
        renderer.runUntilFinished();
        if (renderer.hasLostGpu()) renderer.leave();
        status = renderer.writeResults();
    }
    int exitCode = exitCodeOf(status);
    if (renderer.hasLink()) renderer.report(exitCode);
    return exitCode;
}

} // namespace app
