#include "app/renderer/recording.h"

#include <fmt/format.h>

#include "app/renderer/clock.h"
#include "pvg/base/build_id.h"
#include "pvg/base/log.h"

namespace app {

namespace {
constexpr double kNoticeSeconds = 10;
}

Recording::Recording(std::string path, pvg::seam::Page& page) : m_path(std::move(path)), m_page(page), m_begun(monotonicSeconds()) {}

Recording::~Recording() { close(); }

pvg::Result<std::unique_ptr<Recording>> Recording::open(const std::string& path, bool append, pvg::seam::Page& page) {
    PVG_TRY(auto writer, pvg::trace::TraceWriter::open(path, {.append = append}));
    std::unique_ptr<Recording> recording(new Recording(path, page));
    recording->m_recorder = std::make_unique<pvg::trace::Recorder>(std::move(writer), &page.registerLog);
    return recording;
}

void Recording::observe(pvg::EngineOptions& options, pvg::GuestMemory& memory, pvg::Counters& counters) {
    options.observer = m_recorder.get();
    memory.setReadObserver(m_recorder.get());
    counters.setDeclineListener([this](const pvg::Decline& why, const std::string& sentence) { m_recorder->declined(why, sentence); });
}

void Recording::observe(pvg::RendererLink::Handlers& handlers) {
    handlers.mapped = [this](pvg::GuestPhys base, uint64_t size, bool isWritable) { m_recorder->mapped(base, size, isWritable); };
    handlers.unmapped = [this](pvg::GuestPhys base, uint64_t size) { m_recorder->unmapped(base, size); };
}

void Recording::begin(const pvg::EngineOptions& options, const pvg::BackendCaps& caps) {
    pvg::trace::SessionInfo session;
    session.version = pvg::buildId();
    session.renderer = caps.renderer;
    session.glVersion = caps.version;
    session.displays = options.displays;
    for (const pvg::DisplayMode& mode : options.modes) session.modes.push_back({mode.width, mode.height, mode.refresh});
    session.hasGamma = options.gamma;
    session.maxTextureSize = caps.maxTextureSize;
    session.maxSamples = caps.maxSamples;
    session.linearTextureAlignment = caps.linearTextureAlignment;
    session.hasDepth24Stencil8 = caps.depth24Stencil8;
    m_recorder->begin(session);
}

void Recording::close() {
    if (m_isClosed) return;
    m_isClosed = true;
    if (const pvg::Status closed = m_recorder->close(); !closed) spdlog::error("the recording of {} ended early: {}", m_path, closed.error().text);
}

std::string Recording::hudLine() const {
    if (!m_recorder->isRecording()) return "recording ended: " + m_recorder->reasonText();
    return fmt::format("recording: {:.1f} MB", double(m_recorder->figures().fileBytes) / 1e6);
}

std::vector<std::string> Recording::notice() const {
    if (!m_recorder->isRecording() && !m_isClosed) return {"the recording has ended", m_recorder->reasonText()};
    if (monotonicSeconds() - m_begun > kNoticeSeconds) return {};
    return {"recording", "The trace contains what is on the guest's screen: " + m_path};
}

RecordFigures Recording::figures() const {
    const auto figures = m_recorder->figures();
    const bool endedEarly = !m_recorder->isRecording() && m_recorder->reason() != pvg::trace::EndReason::Closed;
    return {figures.fileBytes, figures.records, m_page.registerLog.lost(), endedEarly ? m_recorder->reasonText() : ""};
}

} // namespace app
