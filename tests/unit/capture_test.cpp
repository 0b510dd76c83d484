#include "tests/unit/capture_guest.h"

#include "pvg/base/log.h"

using namespace test;

namespace {

// A small session: copies from memory that the CPU changes in between, textures, passes, presents.
void playSession(CaptureGuest& g) {
    const uint64_t source = g.guest.allocate(CaptureGuest::kTask, 20000);
    const uint32_t from = g.bufferAt(source, 20000);
    const uint32_t to = g.bufferAt(g.guest.allocate(CaptureGuest::kTask, 20000), 20000);
    const uint64_t texels = g.guest.allocate(CaptureGuest::kTask, 4096);
    const uint32_t texture = g.object(2, world::textureDescriptor(1024, texels, {.width = 16, .height = 16}, {{0, 1024, 64, 16, 16}}));
    const world::Bytes readTexture =
        world::record(0x12e, world::Bytes().u32(texture).u32(to).u64(0).u64(0).u64(0).u64(16).u64(16).u64(1).u64(0).u64(64).u64(1024).u16(0).u16(0).u16(0).u16(0));
    for (uint32_t frame = 0; frame < 5; ++frame) {
        g.guest.fill(CaptureGuest::kTask, source + 4000 * frame, 100, uint8_t(frame + 1));
        g.guest.fill(CaptureGuest::kTask, texels, 1024, uint8_t(0x40 + frame / 2));
        g.exec(world::segment(2, CaptureGuest::copy(from, to, 20000).append(readTexture)), 0x01000001, texture);
        g.exec(g.clearSurface(frame / 5.0));
        g.present();
    }
}

std::vector<std::byte> recordSession(std::vector<std::string>* calls = nullptr) {
    spdlog::set_level(spdlog::level::off);
    TraceFile file;
    CaptureGuest g(file.writer({.chunkBytes = 1024})); // a cut costs a chunk, not the session
    playSession(g);
    REQUIRE(g.recorder.close());
    for (const auto& row : g.counters.declines()) FAIL(row.lastSentence);
    if (calls) *calls = g.backend.calls;
    return file.bytes();
}

} // namespace

TEST_CASE("a replay makes the calls of the recording, with the same bytes") {
    std::vector<std::string> live;
    const auto bytes = recordSession(&live);
    const Replayed again = replay(bytes);
    CHECK(live.size() > 20);
    CHECK(again.calls == live);
    CHECK(again.frames == 5);
    CHECK(again.figures.unknownPages == 0);
    CHECK(again.figures.badRecords == 0);
    CHECK(!again.isCut);
}

TEST_CASE("bytes that change between two reads of one command replay exactly, also where the first were known before") {
    TraceFile file;
    CaptureGuest g(file.writer());
    const uint64_t shared = g.guest.allocate(CaptureGuest::kTask, 4096);
    g.guest.fill(CaptureGuest::kTask, shared, 4096, 0xaa);
    std::vector<uint32_t> same; // buffers over the same page: each is read on its own
    for (int i = 0; i < 4; ++i) same.push_back(g.bufferAt(shared, 4096));
    const uint32_t to = g.bufferAt(g.guest.allocate(CaptureGuest::kTask, 4096), 4096);
    g.exec(world::segment(2, CaptureGuest::copy(same[0], to, 4096))); // now the trace knows 0xaa
    const uint8_t values[] = {0xbb, 0xaa, 0xcc};
    size_t uploads = 0;
    g.backend.onUpload = [&] {
        if (uploads < std::size(values)) g.guest.fill(CaptureGuest::kTask, shared + 8, 1000, values[uploads++]);
    };
    world::Bytes copies;
    for (const uint32_t buffer : {same[1], same[2], same[3]}) copies.append(CaptureGuest::copy(buffer, to, 4096));
    g.exec(world::segment(2, copies));
    REQUIRE(uploads >= 3);
    REQUIRE(g.recorder.close());
    const Replayed again = replay(file.bytes());
    CHECK(again.calls == g.backend.calls);
    // The three reads differ from one another, so the test could fail.
    std::set<std::string> written;
    for (const auto& call : again.calls)
        if (call.starts_with("writeBuffer")) written.insert(call.substr(call.rfind(' ')));
    CHECK(written.size() >= 2);
}

TEST_CASE("a packet that was held is held as long in the replay") {
    TraceFile file;
    CaptureGuest g(file.writer());
    const uint32_t function = g.object(6, world::functionDescriptor(g.guest.allocate(CaptureGuest::kTask, 64), 64));
    const uint32_t pipeline = g.object(7, world::renderPipelineDescriptor(function, function, 80));
    const world::Bytes pass = world::passRecord({.texture = CaptureGuest::kSurfaceTexture, .clear = {0, 0, 1, 1}});
    const world::Bytes set = world::record(0x74, world::Bytes().u32(pipeline)), draw = world::record(0x01, world::Bytes().u32(3).u16(0).u16(3));
    g.backend.arePipelinesReady = false;
    g.exec(world::segment(0, world::Bytes(pass).append(set).append(draw)));
    REQUIRE(g.counters.get(Counter::PacketsHeld) == 1);
    REQUIRE(g.backend.draws == 0);
    g.backend.arePipelinesReady = true;
    g.settle();
    REQUIRE(g.backend.draws == 1);
    REQUIRE(g.recorder.close());
    const Replayed again = replay(file.bytes());
    CHECK(again.calls == g.backend.calls);
    CHECK(again.figures.unknownPages == 0);
}

TEST_CASE("what a late pipeline left out is left out in the replay, where it is ready at once") {
    spdlog::set_level(spdlog::level::off);
    TraceFile file;
    CaptureGuest g(file.writer());
    const uint32_t function = g.object(6, world::functionDescriptor(g.guest.allocate(CaptureGuest::kTask, 64), 64));
    const uint32_t pipeline = g.object(7, world::renderPipelineDescriptor(function, function, 80));
    const world::Bytes pass = world::passRecord({.texture = CaptureGuest::kSurfaceTexture, .clear = {0, 0, 1, 1}});
    const world::Bytes set = world::record(0x74, world::Bytes().u32(pipeline)), draw = world::record(0x01, world::Bytes().u32(3).u16(0).u16(3));
    // It becomes ready while the packet runs: what it missed first, it misses to the end.
    const world::Bytes stream = world::segment(0, world::Bytes(pass).append(set).append(draw)).append(world::segment(0, world::Bytes(pass).append(set).append(draw)));
    g.backend.arePipelinesReady = false;
    g.exec(stream);
    g.backend.onPass = [&] { g.backend.arePipelinesReady = g.backend.passes > 1; };
    g.now += EngineCore::kMaxHold;
    g.settle();
    REQUIRE(g.backend.passes == 2);
    REQUIRE(g.backend.draws == 0);
    g.exec(stream);
    REQUIRE(g.backend.draws == 2);
    REQUIRE(g.recorder.close());
    const Replayed again = replay(file.bytes());
    CHECK(again.calls == g.backend.calls);
}

TEST_CASE("a recorder that may remember little writes more, and its trace replays as well") {
    TraceFile file;
    CaptureGuest g(file.writer(), 4 * kPageSize);
    playSession(g);
    const auto figures = g.recorder.figures();
    REQUIRE(g.recorder.close());
    TraceFile unlimited;
    CaptureGuest other(unlimited.writer());
    playSession(other);
    CHECK(figures.records > other.recorder.figures().records + 20);
    REQUIRE(other.recorder.close());
    const Replayed again = replay(file.bytes());
    CHECK(again.calls == g.backend.calls);
    CHECK(again.figures.unknownPages == 0);
    CHECK(again.figures.badRecords == 0);
}

TEST_CASE("reading the same bytes again costs nothing, other bytes only what differs") {
    TraceFile file;
    CaptureGuest g(file.writer());
    const uint64_t source = g.guest.allocate(CaptureGuest::kTask, 1 << 20);
    const uint32_t from = g.bufferAt(source, 1 << 20), to = g.bufferAt(g.guest.allocate(CaptureGuest::kTask, 1 << 20), 1 << 20);
    g.guest.write(CaptureGuest::kTask, source, randomBytes(1 << 20, 3));
    const auto copyAll = world::segment(2, CaptureGuest::copy(from, to, 1 << 20));
    g.exec(copyAll);
    const auto first = g.recorder.figures();
    CHECK(first.newBlobBytes > 1 << 20);
    g.exec(copyAll);
    const auto second = g.recorder.figures();
    CHECK(second.newBlobBytes - first.newBlobBytes < 8192); // the new command buffer, and the copy's target that came back
    g.guest.fill(CaptureGuest::kTask, source + 500000, 10, 0x77);
    g.exec(copyAll);
    CHECK(g.recorder.figures().newBlobBytes - second.newBlobBytes < 8192);
}

TEST_CASE("a renderer that died leaves two segments, which replay one after the other") {
    std::vector<std::string> live;
    auto bytes = recordSession(&live);
    bytes.resize(bytes.size() - 100); // killed: no index, a torn tail
    TraceFile file;
    file.put(bytes);
    std::vector<std::string> second;
    {
        CaptureGuest g(file.writer({.append = true}));
        playSession(g);
        REQUIRE(g.recorder.close());
        second = g.backend.calls;
    }
    const Replayed again = replay(file.bytes());
    CHECK(again.figures.segments == 2);
    CHECK(again.figures.badRecords == 0);
    CHECK(again.frames == 10);
    CHECK(again.calls.size() == live.size() + second.size());
}

TEST_CASE("a trace cut anywhere replays up to the cut") {
    const auto bytes = recordSession();
    const Replayed whole = replay(bytes);
    std::mt19937 random(7);
    uint64_t withFrames = 0;
    for (int i = 0; i < 200; ++i) {
        const Replayed part = replay(std::span(bytes).first(random() % bytes.size()));
        CHECK(part.calls.size() <= whole.calls.size());
        CHECK(std::equal(part.calls.begin(), part.calls.end(), whole.calls.begin()));
        withFrames += part.frames > 0;
    }
    CHECK(withFrames > 20);
    CHECK(withFrames < 200);
}

TEST_CASE("a hostile trace is declined record by record") {
    spdlog::set_level(spdlog::level::off);
    std::mt19937_64 random(11);
    for (int round = 0; round < 30; ++round) {
        TraceFile file;
        auto writer = file.writer();
        const TimePoint at = Clock::now();
        writer->append(at, SessionInfo{.version = "x", .renderer = "y", .glVersion = "z", .displays = uint32_t(random()), .modes = {{0, 70000, 1e9}}});
        writer->append(at, Map{GuestPhys{0}, 64 << 20, true});
        writer->append(at, Map{GuestPhys{random()}, random(), true});
        writer->append(at, Map{GuestPhys{1 << 20}, 4096, true}); // overlaps
        writer->append(at, Event{EventKind::FifoControl, Epoch{uint32_t(random())}, 1, uint32_t(random() % 0x20000), 0x1000, uint32_t(random() % 64), 6});
        for (int i = 0; i < 100; ++i) {
            const auto junk = randomBytes(12 + random() % 64, uint32_t(random()));
            world::Bytes command;
            command.u16(random() % 64).u16(random() % 8 ? 0 : random()).u32(random() % 8 ? junk.size() : random()).u32(i);
            for (size_t k = 12; k < junk.size(); ++k) command.u8(random() % 3 ? uint64_t(junk[k]) % 4 : 0);
            writer->append(at, Command{ChannelId{uint32_t(random() % 40)}, StampSlot{0}, 0, 0, 0, command.raw()});
            writer->append(at, Read{ReadCause::Command, writer->blob(junk), {{GuestPhys{random() % 3 ? random() % (64 << 20) : random()}, junk.size()}}, uint32_t(random() % 3)});
            writer->append(at, Read{ReadCause::Command, BlobId{uint32_t(random())}, {{GuestPhys{0}, ~uint64_t{0}}}});
            if (random() % 5) writer->append(at, CommandEnd{ChannelId{uint32_t(random() % 40)}, random() % 4 == 0, {}});
            if (random() % 5 == 0) writer->append(at, Resume{ChannelId{uint32_t(random())}, true});
            if (random() % 20 == 0) writer->append(at, Unmap{GuestPhys{random() % 2 ? 0 : random()}, random()});
        }
        REQUIRE(writer->close());
        const Replayed done = replay(file.bytes());
        CHECK(done.figures.commands > 0);
        CHECK(done.figures.badRecords > 0);
    }
}

TEST_CASE("register accesses come out of the shared ring in order, what has no room is counted, and a trace has them") {
    const auto page = std::make_unique<seam::Page>();
    seam::RegisterLog& log = page->registerLog;
    TraceFile file;
    {
        Recorder recorder(file.writer(), &log);
        REQUIRE(log.isEnabled());
        const uint64_t begin = uint64_t(Clock::now().time_since_epoch().count());
        for (uint32_t i = 0; i < seam::RegisterLog::kEntries + 5; ++i) log.push({begin + i, i * 3, 0x1000 + 4 * (i % 64), 4, i % 2 == 1});
        CHECK(log.lost() == 5);
        recorder.onRound();
        log.push({begin, 0x1122334455667788, 0x1008, 8, true});
        REQUIRE(recorder.close());
        CHECK(!log.isEnabled());
    }
    uint64_t seen = 0;
    uint64_t last = 0;
    const auto bytes = file.bytes();
    const auto reader = TraceReader::openMemory(bytes);
    while (const auto view = (*reader)->next()) {
        const auto access = decode<trace::RegisterAccess>(*view);
        if (!access) continue;
        if (seen < seam::RegisterLog::kEntries) {
            REQUIRE(access->value == seen * 3);
            REQUIRE(access->offset == 0x1000 + 4 * (seen % 64));
            REQUIRE(access->isWrite == (seen % 2 == 1));
        }
        last = access->value;
        ++seen;
    }
    CHECK(seen == seam::RegisterLog::kEntries + 1);
    CHECK(last == 0x1122334455667788);
}

TEST_CASE("a library is named once by its content") {
    TraceFile file;
    CaptureGuest g(file.writer());
    const uint64_t blob = g.guest.allocate(CaptureGuest::kTask, 64);
    g.guest.fill(CaptureGuest::kTask, blob, 64, 0x5a);
    for (int i = 0; i < 2; ++i) {
        const uint32_t function = g.object(6, world::functionDescriptor(blob, 64));
        const uint32_t pipeline = g.object(7, world::renderPipelineDescriptor(function, function, 80));
        const world::Bytes pass = world::passRecord({.texture = CaptureGuest::kSurfaceTexture, .clear = {0, 0, 1, 1}});
        g.exec(world::segment(0, world::Bytes(pass).append(world::record(0x74, world::Bytes().u32(pipeline)))));
    }
    REQUIRE(g.recorder.close());
    const auto bytes = file.bytes();
    const auto reader = TraceReader::openMemory(bytes);
    std::vector<Library> libraries;
    while (const auto view = (*reader)->next())
        if (const auto library = decode<Library>(*view)) libraries.push_back(*library);
    REQUIRE(libraries.size() == 1);
    CHECK(libraries[0].hash.size() == 32);
    const auto content = (*reader)->blob(0, libraries[0].blob);
    REQUIRE(content.ok());
    CHECK(*content == std::vector<std::byte>(64, std::byte{0x5a}));
}
