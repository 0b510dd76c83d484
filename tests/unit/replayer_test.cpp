// Records that a replay takes beside commands: the user's hand on displays, memory that comes and goes.
#include "tests/unit/capture_guest.h"

using namespace test;

namespace {

std::vector<std::string> presentsOf(const std::vector<std::string>& calls) {
    std::vector<std::string> out;
    for (const std::string& call : calls)
        if (call.starts_with("present")) out.push_back(call);
    return out;
}

// A command without payload, in the engine's form.
Bytes command(uint16_t id) { return world::Bytes().u16(id).u16(0).u32(12).u32(1).raw(); }

} // namespace

TEST_CASE("a display that was unplugged and plugged in again was so in the replay, between the same presents") {
    TraceFile file;
    CaptureGuest g(file.writer());
    g.present();
    g.core->control({DisplayControl::Kind::Unplug, DisplayPort{0}}, g.now);
    g.present(); // declined
    g.core->control({DisplayControl::Kind::Plug, DisplayPort{0}}, g.now);
    g.core->control({DisplayControl::Kind::SetModes, DisplayPort{0}, {{32, 32, 75}}}, g.now);
    g.present();
    REQUIRE(g.recorder.close());
    REQUIRE(presentsOf(g.backend.calls).size() == 2);
    const Replayed again = replay(file.bytes());
    CHECK(again.frames == 2);
    CHECK(again.calls == g.backend.calls);
    CHECK(again.figures.badRecords == 0);
}

TEST_CASE("a display change inside a command acts behind it") {
    TraceFile file;
    const auto writer = file.writer();
    const TimePoint at = std::chrono::steady_clock::now();
    writer->append(at, Command{ChannelId{0}, StampSlot{0}, 1, 0, 0x21, command(0x21)});
    writer->append(at, Display{DisplayPort{0}, DisplayChange::Unplugged, {}, 0, 0});
    writer->append(at, CommandEnd{ChannelId{0}, false, {}});
    writer->append(at, Display{DisplayPort{0}, DisplayChange::Plugged, {}, 0, 0});
    REQUIRE(writer->close().ok());
    const Bytes bytes = file.bytes();
    const auto reader = readerOf(bytes);
    LoggingBackend backend;
    Counters counters;
    Replayer replayer(*reader, {}, backend, counters);
    Time now{std::chrono::hours(1)};
    REQUIRE(replayer.next());
    CHECK(!replayer.core().snapshot().displays[0].isUnplugged);
    CHECK(replayer.run(now));
    CHECK(replayer.core().snapshot().displays[0].isUnplugged);
    REQUIRE(replayer.next());
    CHECK(replayer.run(now));
    CHECK(!replayer.core().snapshot().displays[0].isUnplugged);
    CHECK(!replayer.next());
    CHECK(replayer.run(now)); // nothing to run is done
    CHECK(replayer.figures().commands == 1);
}

TEST_CASE("maps that are too many or too large are counted and left out; what is there can go") {
    TraceFile file;
    const auto writer = file.writer();
    const TimePoint at = std::chrono::steady_clock::now();
    const uint64_t regions = Replayer::kMaxRegions;
    for (uint64_t i = 0; i < regions + 5; ++i) writer->append(at, Map{GuestPhys{i * 0x2000}, 0x1000, true});
    writer->append(at, Unmap{GuestPhys{0}, 0x2000});
    writer->append(at, Map{GuestPhys{uint64_t{1} << 50}, Replayer::kMaxMappedBytes, true});
    REQUIRE(writer->close().ok());
    const Bytes bytes = file.bytes();
    const auto reader = readerOf(bytes);
    LoggingBackend backend;
    Counters counters;
    Replayer replayer(*reader, {}, backend, counters);
    REQUIRE(replayer.next());
    CHECK(replayer.memory().regionCount() == regions);
    CHECK(replayer.run(Time{std::chrono::hours(1)}));
    CHECK(!replayer.next());
    CHECK(replayer.figures().badRecords == 5 + 1);
    CHECK(replayer.memory().regionCount() == regions - 1);
}

TEST_CASE("what a command wrote lands before memory that is unmapped behind it") {
    TraceFile file;
    CaptureGuest g(file.writer());
    const uint64_t source = g.guest.allocate(CaptureGuest::kTask, 4096);
    g.guest.fill(CaptureGuest::kTask, source, 4096, 0xaa);
    const uint32_t from = g.bufferAt(source, 4096);
    const uint32_t to = g.bufferAt(g.guest.allocate(CaptureGuest::kTask, 4096), 4096);
    g.exec(world::segment(2, CaptureGuest::copy(from, to, 4096)));
    const uint64_t written = g.counters.get(Counter::BytesWrittenBack);
    REQUIRE(written == 4096);
    g.recorder.unmapped(GuestPhys{0}, world::FakeGuest::kPages * kPageSize);
    g.core->control({DisplayControl::Kind::Unplug, DisplayPort{0}}, g.now);
    REQUIRE(g.recorder.close());
    for (const bool isGpuSlow : {false, true}) {
        const Replayed again = replay(file.bytes(), isGpuSlow);
        CHECK(again.writtenBack == written);
        CHECK(again.declines == 0);
    }
}

TEST_CASE("a trace says which displays and modes its engine had; nonsense in it is left out") {
    TraceFile file;
    const auto writer = file.writer();
    SessionInfo session;
    session.displays = 99;
    session.hasGamma = false;
    session.modes = {{0, 480, 60}, {800, 600, 75}, {640, 480, 2000}, {70000, 480, 60}};
    writer->append(std::chrono::steady_clock::now(), session);
    REQUIRE(writer->close().ok());
    const Bytes bytes = file.bytes();
    const auto reader = readerOf(bytes);
    const EngineOptions options = recordedOptions(*reader, {});
    CHECK(options.displays == seam::kMaxPorts);
    CHECK(!options.gamma);
    CHECK(options.modes == std::vector<DisplayMode>{{800, 600, 75}});

    TraceFile silent;
    REQUIRE(silent.writer()->close().ok());
    const Bytes none = silent.bytes();
    EngineOptions fallback;
    fallback.displays = 3;
    CHECK(recordedOptions(*readerOf(none), fallback).displays == 3);
}
