// What a trace holds, in figures.
#include "pvg/trace/summary.h"

#include "tests/unit/trace_support.h"

using namespace test;

namespace {

Summary summaryOf(const TraceFile& file) {
    const Bytes bytes = file.bytes();
    return summarise(*readerOf(bytes));
}

} // namespace

TEST_CASE("a summary counts records by kind, commands by id, declines by reason, and bytes once and as often as they were read") {
    TraceFile file;
    {
        auto writer = file.writer();
        const TimePoint at = std::chrono::steady_clock::now();
        writer->append(at, SessionInfo{.version = "1", .renderer = "first", .glVersion = "4.5", .modes = {}});
        writer->append(at, SessionInfo{.version = "1", .renderer = "second", .glVersion = "4.5", .modes = {}});
        writer->append(at, Event{EventKind::VersionWritten, Epoch{1}, 0, 0, 0, 0, 5});
        writer->append(at, Event{EventKind::Reset, Epoch{2}, 0, 0, 0, 0, 0}); // negotiates nothing
        writer->append(at, RegisterAccess{0x1008, 4, true, 1});
        for (int i = 0; i < 3; ++i) writer->append(at, RegisterAccess{0x100c, 4, false, 1});
        const Bytes payload(12), content = randomBytes(500, 1);
        for (const uint16_t id : {0x37, 0x37, 0x06}) writer->append(at, Command{ChannelId{1}, StampSlot{1}, 1, 0, id, payload});
        for (int i = 0; i < 4; ++i) writer->append(at, readOf(writer->blob(content), 0x1000, 500));
        writer->append(at, Read{ReadCause::Command, writer->blob(content), {{GuestPhys{0}, 100}, {GuestPhys{0x1000}, 400}}, 0});
        writer->append(at, Present{DisplayPort{0}, TaskId{1}, ObjectRef{1}, 4, 4});
        for (const char* reason : {"BadField", "BadRing", "BadField"}) writer->append(at, DeclineNote{reason, "c", "t"});
        writer->append(at + 2s, RendererDeath{"signal 11"});
        REQUIRE(writer->close().ok());
    }
    const Summary s = summaryOf(file);
    CHECK(s.segments.size() == 1);
    REQUIRE(s.session);
    CHECK(s.session->renderer == "first");
    CHECK(s.protocolVersion == 5);
    CHECK(s.registerReads == 3);
    CHECK(s.registerWrites == 1);
    CHECK(s.commands == std::map<uint16_t, uint64_t>{{0x06, 1}, {0x37, 2}});
    CHECK(s.readBytes == 5 * 500);
    CHECK(s.storedBlobBytes == 500);
    CHECK(s.blobs == 1);
    CHECK(s.frames == 1);
    CHECK(s.declines == std::map<std::string, uint64_t>{{"BadField", 2}, {"BadRing", 1}});
    CHECK(s.rendererDeaths == 1);
    CHECK(s.kinds[size_t(KindOf<Read>::value)] == 5);
    CHECK(s.malformed == 0);
    CHECK(!s.cut);
    REQUIRE(s.end);
    CHECK(s.end->reason == EndReason::Closed);
    CHECK(s.fileBytes == file.size());
    CHECK(s.chunks >= 1);
    CHECK(s.durationNs >= 2'000'000'000);
    CHECK(s.durationNs < 3'000'000'000);
    CHECK(s.bytesPerMinute() > 0);
}

TEST_CASE("a trace of two recordings has the segments of both, and the length of the longer part") {
    TraceFile file;
    for (int part = 0; part < 2; ++part) {
        auto writer = file.writer({.append = part == 1});
        writer->append(std::chrono::steady_clock::now(), Present{DisplayPort{0}, TaskId{1}, ObjectRef{1}, 4, 4});
        REQUIRE(writer->close().ok());
    }
    const Summary s = summaryOf(file);
    CHECK(s.segments.size() == 2);
    CHECK(s.frames == 2);
}

TEST_CASE("an empty recording has no length and no rate") {
    TraceFile file;
    REQUIRE(file.writer()->close().ok());
    Summary s = summaryOf(file);
    CHECK(s.frames == 0);
    CHECK(!s.session);
    s.durationNs = 0;
    CHECK(s.bytesPerMinute() == 0);
    s.durationNs = 30'000'000'000;
    s.fileBytes = 1000;
    CHECK(s.bytesPerMinute() == 2000);
}

TEST_CASE("a trace cut off is summarised up to there") {
    TraceFile file;
    {
        auto writer = file.writer({.chunkBytes = 1024});
        record(*writer, 200, 3);
        REQUIRE(writer->close().ok());
    }
    const Summary whole = summaryOf(file);
    Bytes bytes = file.bytes();
    bytes.resize(bytes.size() / 2);
    file.put(bytes);
    const Summary half = summaryOf(file);
    CHECK(half.cut);
    CHECK(!half.end);
    CHECK(half.records > 10);
    CHECK(half.records < whole.records);
    CHECK(half.frames < whole.frames);
}
