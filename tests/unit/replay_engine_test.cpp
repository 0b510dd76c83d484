// The thread of `pvgl replay`: when it runs what, and when it ends.
#include "pvg/trace/replay_engine.h"

#include <atomic>
#include <thread>

#include "pvg/base/log.h"
#include "tests/unit/capture_guest.h"

using namespace test;

namespace {

struct Quiet {
    Quiet() { spdlog::set_level(spdlog::level::off); }
} quiet;

using Milliseconds = std::chrono::duration<double, std::milli>;

// `frames` presents, `pause` apart by the recorder's clock.
Bytes recordFrames(int frames, std::chrono::milliseconds pause = 0ms) {
    TraceFile file;
    CaptureGuest g(file.writer({.chunkBytes = 1024}));
    for (int i = 0; i < frames; ++i) {
        if (i > 0) std::this_thread::sleep_for(pause);
        g.exec(g.clearSurface(i / 8.0));
        g.present();
    }
    REQUIRE(g.recorder.close());
    return file.bytes();
}

// A replay on a thread of its own; stopped and joined at the end at the latest.
struct ReplayRun {
    explicit ReplayRun(Bytes trace, const ReplayOptions& options) : bytes(std::move(trace)), engine(readerOf(bytes), options, backend, counters) {}
    ~ReplayRun() {
        stop();
        if (thread.joinable()) thread.join();
    }
    void start() {
        thread = std::thread([this] {
            engine.run();
            isOver = true;
        });
    }
    void stop() { engine.post({EngineEvent::Kind::Stop, {}, {}}); }
    bool ends() const {
        for (int i = 0; i < 5000 && !isOver; ++i) std::this_thread::sleep_for(1ms);
        return isOver;
    }
    bool shows(uint64_t frames) const {
        for (int i = 0; i < 5000 && engine.snapshot()->displays[0].frames != frames; ++i) std::this_thread::sleep_for(1ms);
        return engine.snapshot()->displays[0].frames == frames;
    }

    Bytes bytes;
    LoggingBackend backend;
    Counters counters;
    ReplayEngine engine;
    std::atomic<bool> isOver{false};
    std::thread thread;
};

ReplayOptions unpaced() {
    ReplayOptions options;
    options.isPaced = false;
    return options;
}

} // namespace

TEST_CASE("an unpaced replay runs to its end at once and shows the last frame") {
    ReplayRun run(recordFrames(4), unpaced());
    CHECK(run.engine.snapshot()->displays[0].frames == 0);
    run.engine.run();
    CHECK(run.counters.get(Counter::FramesPresented) == 4);
    CHECK(run.engine.snapshot()->displays[0].frames == 4);
    CHECK(run.engine.snapshot()->displays[0].width == 16);
    CHECK(run.engine.snapshot()->protocolVersion == 6);
    CHECK(run.engine.figures().segments == 1);
    CHECK(run.engine.figures().badRecords == 0);
    CHECK(run.engine.cutText() == "");
}

TEST_CASE("a paced replay takes the recording's time") {
    ReplayRun run(recordFrames(3, 60ms), {});
    const auto began = Clock::now();
    run.engine.run();
    CHECK(Milliseconds(Clock::now() - began).count() >= 100); // two pauses of 60 ms, less what the first actions took
    CHECK(run.counters.get(Counter::FramesPresented) == 3);
}

TEST_CASE("Stop ends a paced replay while it waits, other events do not") {
    ReplayRun run(recordFrames(2, 1500ms), {});
    run.start();
    REQUIRE(run.shows(1));
    run.engine.post({EngineEvent::Kind::Reset, Epoch{9}, {}});
    run.engine.post({EngineEvent::Kind::ClientGone, Epoch{10}, {}});
    std::this_thread::sleep_for(20ms);
    CHECK(!run.isOver);
    run.stop();
    CHECK(run.ends());
    CHECK(run.counters.get(Counter::FramesPresented) == 1);
}

TEST_CASE("a replay that was stopped before it began runs nothing") {
    ReplayRun run(recordFrames(2), unpaced());
    run.stop();
    run.engine.run();
    CHECK(run.counters.get(Counter::FramesPresented) == 0);
}

TEST_CASE("--frames ends the replay early") {
    ReplayOptions options = unpaced();
    options.engine.stopAfterFrames = 2;
    options.staysOpen = true; // a replay that has shown what was asked for does not
    ReplayRun run(recordFrames(5), options);
    run.engine.run();
    CHECK(run.counters.get(Counter::FramesPresented) == 2);
    CHECK(run.engine.snapshot()->displays[0].frames == 2);
}

TEST_CASE("with a window the last frame stays until Stop") {
    ReplayOptions options = unpaced();
    options.staysOpen = true;
    ReplayRun run(recordFrames(2), options);
    run.start();
    REQUIRE(run.shows(2));
    std::this_thread::sleep_for(20ms);
    CHECK(!run.isOver);
    run.stop();
    CHECK(run.ends());
}

TEST_CASE("a command waits for shaders, and Stop ends that wait") {
    TraceFile file;
    {
        CaptureGuest g(file.writer());
        const uint32_t function = g.object(6, world::functionDescriptor(g.guest.allocate(CaptureGuest::kTask, 64), 64));
        const uint32_t pipeline = g.object(7, world::renderPipelineDescriptor(function, function, 80));
        g.exec(world::segment(0, world::passRecord({.texture = CaptureGuest::kSurfaceTexture})
                                     .append(world::record(0x74, world::Bytes().u32(pipeline)))
                                     .append(world::record(0x01, world::Bytes().u32(3).u16(0).u16(3)))));
        g.present();
        REQUIRE(g.recorder.close());
    }
    ReplayRun run(file.bytes(), unpaced());
    run.backend.arePipelinesReady = false;
    run.start();
    std::this_thread::sleep_for(30ms);
    CHECK(!run.isOver);
    CHECK(run.backend.draws == 0);
    run.stop();
    CHECK(run.ends());
    CHECK(run.counters.get(Counter::FramesPresented) == 0);
}

TEST_CASE("a trace without its end is replayed up to there and says so") {
    Bytes bytes = recordFrames(6);
    bytes.resize(bytes.size() * 2 / 3);
    ReplayRun run(bytes, unpaced());
    run.engine.run();
    CHECK(run.counters.get(Counter::FramesPresented) > 0);
    CHECK(run.counters.get(Counter::FramesPresented) < 6);
    CHECK(run.engine.cutText().starts_with("the trace is cut at byte "));
    CHECK(std::stoull(run.engine.cutText().substr(25)) <= bytes.size());
}

TEST_CASE("an hour without records is no time unpaced, and an hour paced") {
    TraceFile file;
    {
        auto writer = file.writer();
        const TimePoint start = std::chrono::steady_clock::now();
        writer->append(start, Event{EventKind::VersionWritten, Epoch{1}, 0, 0, 0, 0, 6});
        writer->append(start + 1h, Event{EventKind::VersionWritten, Epoch{2}, 0, 0, 0, 0, 5});
        REQUIRE(writer->close().ok());
    }
    ReplayRun fast(file.bytes(), unpaced()), slow(file.bytes(), {});
    fast.start();
    slow.start();
    CHECK(fast.ends());
    CHECK(fast.engine.snapshot()->protocolVersion == 5);
    CHECK(!slow.isOver);
}

TEST_CASE("a record time beyond every clock does not stop the replay from ending") {
    TraceFile file;
    {
        auto writer = file.writer();
        const TimePoint start = std::chrono::steady_clock::now();
        writer->append(start, Event{EventKind::VersionWritten, Epoch{1}, 0, 0, 0, 0, 6});
        writer->append(TimePoint::max(), Event{EventKind::VersionWritten, Epoch{2}, 0, 0, 0, 0, 5});
        REQUIRE(writer->close().ok());
    }
    ReplayRun run(file.bytes(), {});
    run.start();
    std::this_thread::sleep_for(20ms);
    run.stop();
    CHECK(run.ends());
}
