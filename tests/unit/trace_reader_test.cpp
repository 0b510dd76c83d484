#include "tests/unit/trace_support.h"

using namespace test;

namespace {

Bytes session(int commands, const WriterOptions& options) {
    TraceFile file;
    auto writer = file.writer(options);
    record(*writer, commands, 11);
    REQUIRE(writer->close().ok());
    return file.bytes();
}

const WriterOptions kSmall{.chunkBytes = 2000, .flushInterval = 1h};

struct Place {
    RecordKind kind;
    uint64_t timeNs, frame; // presents before it
};
std::vector<Place> placesOf(TraceReader& reader) {
    std::vector<Place> out;
    uint64_t frame = 0;
    while (const auto view = reader.next()) {
        out.push_back({view->kind, view->timeNs, frame});
        frame += view->kind == RecordKind::Present;
    }
    reader.rewind();
    return out;
}

} // namespace

TEST_CASE("a seek to any record, frame or time finds what a walk finds") {
    const Bytes bytes = session(60, kSmall);
    auto reader = readerOf(bytes);
    REQUIRE(reader->chunks().size() > 10);
    const auto places = placesOf(*reader);
    for (size_t i = 0; i < places.size(); ++i) {
        REQUIRE(reader->seekSequence(i));
        const auto view = reader->next();
        REQUIRE(view);
        CHECK(view->sequence == i);
        CHECK(view->kind == places[i].kind);
        const auto following = reader->next();
        CHECK(following.has_value() == (i + 1 < places.size()));
    }
    CHECK_FALSE(reader->seekSequence(places.size()));
    CHECK_FALSE(reader->next());

    for (uint64_t frame = 0; frame <= 20; ++frame) {
        REQUIRE(reader->seekFrame(frame));
        const auto view = reader->next();
        REQUIRE(view);
        CHECK(places.at(view->sequence).frame == frame);
        if (frame > 0) CHECK(places.at(view->sequence - 1).kind == RecordKind::Present);
        else CHECK(view->sequence == 0);
    }
    CHECK_FALSE(reader->seekFrame(21));

    for (uint64_t i = 1; i < places.size(); i += 7) {
        REQUIRE(reader->seekTime(places[i].timeNs));
        const auto view = reader->next();
        REQUIRE(view);
        CHECK(view->timeNs == places[i].timeNs);
        CHECK(view->sequence <= i);
        CHECK(places.at(view->sequence - 1).timeNs < places[i].timeNs);
    }
    CHECK_FALSE(reader->seekTime(places.back().timeNs + 1));
    reader->rewind();
    CHECK(reader->next()->sequence == 0);
}

TEST_CASE("blobs of any age are found with a cache of nothing") {
    TraceFile file;
    auto writer = file.writer({.chunkBytes = 3000, .flushInterval = 1h});
    std::vector<std::pair<BlobId, Bytes>> blobs;
    for (uint32_t i = 0; i < 60; ++i) {
        const Bytes content = randomBytes(i % 4 == 0 ? 3 * kMaxPart + i : 100 + i, i);
        blobs.emplace_back(writer->blob(content), content);
    }
    REQUIRE(writer->close().ok());
    const Bytes bytes = file.bytes();
    auto opened = TraceReader::openMemory(bytes, {.cacheBytes = 0});
    REQUIRE(opened.ok());
    for (int round = 0; round < 2; ++round)
        for (size_t i = 0; i < blobs.size(); ++i) {
            const auto& [id, content] = blobs[(i * 37) % blobs.size()];
            auto back = (*opened)->blob(0, id);
            REQUIRE(back.ok());
            CHECK(*back == content);
        }
}

TEST_CASE("resolving a blob does not disturb the record at hand") {
    const Bytes bytes = session(60, kSmall);
    auto opened = TraceReader::openMemory(bytes, {.cacheBytes = 0});
    REQUIRE(opened.ok());
    TraceReader& reader = **opened;
    while (const auto view = reader.next()) {
        const std::string before = hex(view->body);
        for (uint32_t id = 1; id < 6; ++id) (void)reader.blob(0, BlobId{id});
        CHECK(hex(view->body) == before);
    }
}

TEST_CASE("a record kind of a later version is passed over") {
    const Bytes bytes = session(2, {});
    auto reader = readerOf(bytes);
    const auto view = reader->next();
    REQUIRE(view);
    CHECK(visit(*view, [](const auto&) {}) == Visit::Done);
    CHECK(visit(RecordView{RecordKind(200), 0, 0, 0, view->body}, [](const auto&) { FAIL("no such record"); }) == Visit::Unknown);
    CHECK(visit(RecordView{RecordKind::Command, 0, 0, 0, {}}, [](const auto&) { FAIL("no such record"); }) == Visit::Malformed);
}

TEST_CASE("what is no trace, or one of another version, is refused with a sentence") {
    CHECK_FALSE(TraceReader::openMemory({}).ok());
    const Bytes noise = randomBytes(5000, 1);
    CHECK(TraceReader::openMemory(noise).error().code == Code::Io);
    Bytes newer = session(1, {});
    newer[8] = std::byte{2};
    auto opened = TraceReader::openMemory(newer);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == Code::Unsupported);
    CHECK(opened.error().text.find("version 2") != std::string::npos);
}
