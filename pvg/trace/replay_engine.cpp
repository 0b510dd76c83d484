#include "pvg/trace/replay_engine.h"

#include <fmt/format.h>

#include <condition_variable>
#include <mutex>

#include "pvg/base/log.h"

namespace pvg::trace {

namespace {

constexpr Duration kServe = std::chrono::milliseconds(4);      // displays, between actions
constexpr Duration kShaderPoll = std::chrono::milliseconds(1);
constexpr uint64_t kGpuWait = 10'000'000'000;                  // ns

} // namespace

struct ReplayEngine::Impl {
    Impl(std::unique_ptr<TraceReader> traceReader, const ReplayOptions& replayOptions, Backend& gpu, Counters& counters)
        : reader(std::move(traceReader)), options(replayOptions), backend(gpu),
          replayer(*reader, recordedOptions(*reader, replayOptions.engine), gpu, counters) {}

    std::unique_ptr<TraceReader> reader;
    ReplayOptions options;
    Backend& backend;
    Replayer replayer;

    mutable std::mutex mutex; // what follows
    std::condition_variable stopped;
    bool isStopped = false;
    std::shared_ptr<const EngineSnapshot> latest = std::make_shared<EngineSnapshot>();
    EngineCore::Changes published; // engine thread

    // True: stopped. At most `longest`.
    bool rest(Duration longest) {
        std::unique_lock lock(mutex);
        return stopped.wait_for(lock, longest, [this] { return isStopped; });
    }
    void publish(bool isUrgentOnly) {
        const EngineCore::Changes& changes = replayer.core().changes();
        if (isUrgentOnly ? changes.urgent == published.urgent : changes == published) return;
        published = changes;
        auto next = std::make_shared<const EngineSnapshot>(replayer.core().snapshot());
        const std::lock_guard lock(mutex);
        latest = std::move(next);
    }

    bool awaitTime(Time due);
    bool runAction();
    void finish();
    void report() const;
};

// False: stopped.
bool ReplayEngine::Impl::awaitTime(Time due) {
    for (Time now = Clock::now(); now < due; now = Clock::now()) {
        if (rest(std::min<Duration>(due - now, kServe))) return false;
        replayer.core().replayServe(Clock::now());
        publish(true);
    }
    return !rest(Duration::zero());
}

// False: stopped.
bool ReplayEngine::Impl::runAction() {
    while (!replayer.run(Clock::now()))
        if (rest(kShaderPoll)) return false;
    publish(true);
    return true;
}

// The guest's last frames are out when the GPU is done with them.
void ReplayEngine::Impl::finish() {
    if (const CompletionToken token = replayer.core().oldestToken()) backend.wait(token, kGpuWait);
    replayer.core().replayServe(Clock::now());
    publish(false);
}

void ReplayEngine::Impl::report() const {
    const ReplayFigures& figures = replayer.figures();
    if (reader->cut()) spdlog::warn("the trace is cut at byte {}: {}; replayed up to there", reader->cut()->offset, reader->cut()->why);
    if (figures.unknownPages) spdlog::warn("the replay read {} pages that are not in the trace: it may look different", figures.unknownPages);
    if (figures.badRecords) spdlog::warn("{} records of the trace could not be used", figures.badRecords);
}

ReplayEngine::ReplayEngine(std::unique_ptr<TraceReader> reader, const ReplayOptions& options, Backend& backend, Counters& counters)
    : m_impl(std::make_unique<Impl>(std::move(reader), options, backend, counters)) {}

ReplayEngine::~ReplayEngine() = default;

void ReplayEngine::post(const EngineEvent& event) {
    if (event.kind != EngineEvent::Kind::Stop) return;
    const std::lock_guard lock(m_impl->mutex);
    m_impl->isStopped = true;
    m_impl->stopped.notify_all();
}

void ReplayEngine::run() {
    Impl& impl = *m_impl;
    std::optional<Time> origin; // of trace time 0
    while (const auto timeNs = impl.replayer.next()) {
        const Time now = Clock::now();
        const auto sinceOrigin = std::chrono::nanoseconds(int64_t(std::min(*timeNs, uint64_t(INT64_MAX / 2))));
        if (!origin) origin = now - sinceOrigin;
        if (!(impl.options.isPaced ? impl.awaitTime(*origin + sinceOrigin) : !impl.rest(Duration::zero()))) break;
        const Time started = Clock::now();
        if (!impl.runAction() || impl.replayer.core().isFinished()) break;
        // Time for shaders that the recording had in a cache, or more of it than the recording gave: all that follows comes later.
        if (const Duration took = Clock::now() - started; took > kServe) *origin += took;
    }
    impl.finish();
    impl.report();
    if (impl.options.staysOpen && !impl.replayer.core().isFinished())
        while (!impl.rest(std::chrono::hours(1))) {}
}

std::shared_ptr<const EngineSnapshot> ReplayEngine::snapshot() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->latest;
}

const ReplayFigures& ReplayEngine::figures() const { return m_impl->replayer.figures(); }

std::string ReplayEngine::cutText() const {
    const auto& cut = m_impl->reader->cut();
    return cut ? fmt::format("the trace is cut at byte {}: {}", cut->offset, cut->why) : "";
}

} // namespace pvg::trace
