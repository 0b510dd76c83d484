#include <sys/resource.h>

#include <filesystem>
#include <thread>

#include "pvg/trace/content_table.h"
#include "tests/unit/trace_support.h"

using namespace test;

namespace {

constexpr WriterOptions kSmall{.chunkBytes = 4096, .flushInterval = 1h};

WriterOptions appending() {
    WriterOptions options = kSmall;
    options.append = true;
    return options;
}

EndReason lastReason(std::span<const std::byte> bytes) {
    auto reader = readerOf(bytes);
    EndReason reason = EndReason::Running;
    while (const auto view = reader->next())
        if (const auto end = decode<RecordingEnd>(*view)) reason = end->reason;
    return reason;
}

} // namespace

TEST_CASE("a closed trace has its records in order, an index and no cut") {
    TraceFile file;
    auto writer = file.writer(kSmall);
    const TimePoint start = std::chrono::steady_clock::now();
    for (uint32_t i = 0; i < 3000; ++i) writer->append(start + i * 1us, Stamp{StampSlot{i % 7}, i});
    CHECK(writer->isRecording());
    CHECK(writer->close().ok());
    CHECK(writer->close().ok());
    CHECK_FALSE(writer->isRecording());
    CHECK(writer->reason() == EndReason::Closed);
    CHECK(writer->figures().fileBytes == file.size());

    const Bytes bytes = file.bytes();
    auto reader = readerOf(bytes);
    CHECK(reader->hasIndex());
    CHECK_FALSE(reader->cut());
    CHECK(reader->chunks().size() > 2);
    const auto first = reader->next();
    REQUIRE(first);
    CHECK(first->kind == RecordKind::SegmentStart);
    uint64_t lastTime = 0;
    for (uint32_t i = 0; i < 3000; ++i) {
        const auto view = reader->next();
        REQUIRE(view);
        REQUIRE(view->sequence == i + 1);
        const auto stamp = decode<Stamp>(*view);
        REQUIRE(stamp);
        CHECK(stamp->value == i);
        if (i > 0) CHECK(view->timeNs == lastTime + 1000);
        lastTime = view->timeNs;
    }
    const auto last = reader->next();
    REQUIRE(last);
    const auto end = decode<RecordingEnd>(*last);
    REQUIRE(end);
    CHECK(end->reason == EndReason::Closed);
    CHECK_FALSE(reader->next());
}

TEST_CASE("content that comes again costs its id only") {
    TraceFile file;
    auto writer = file.writer();
    const Bytes content = randomBytes(10 * kMaxPart + 5, 1);
    const BlobId id = writer->blob(content);
    CHECK(id);
    const uint64_t records = writer->figures().records;
    for (int i = 0; i < 1000; ++i) CHECK(writer->blob(content) == id);
    CHECK(writer->figures().records == records);
    CHECK(writer->figures().newBlobBytes == content.size());
    CHECK(writer->figures().blobBytes == 1001 * content.size());

    // A changed byte costs one part.
    Bytes changed = content;
    changed[3 * kMaxPart + 7] ^= std::byte{1};
    const BlobId other = writer->blob(changed);
    CHECK(other != id);
    CHECK(writer->figures().newBlobBytes == content.size() + kMaxPart);
    CHECK(writer->blob({}) == BlobId{0});
    REQUIRE(writer->close().ok());

    const Bytes bytes = file.bytes();
    auto reader = readerOf(bytes);
    auto back = reader->blob(0, id);
    REQUIRE(back.ok());
    CHECK(*back == content);
    auto backChanged = reader->blob(0, other);
    REQUIRE(backChanged.ok());
    CHECK(*backChanged == changed);
}

TEST_CASE("content of every size around a part's comes back") {
    TraceFile file;
    auto writer = file.writer(kSmall);
    std::vector<std::pair<BlobId, Bytes>> blobs;
    uint32_t seed = 0;
    for (const size_t size : {size_t{1}, kMaxPart - 1, kMaxPart, kMaxPart + 1, 2 * kMaxPart, 5 * kMaxPart + 3}) {
        const Bytes content = randomBytes(size, ++seed);
        blobs.emplace_back(writer->blob(content), content);
    }
    REQUIRE(writer->close().ok());
    const Bytes bytes = file.bytes();
    auto reader = readerOf(bytes);
    for (const auto& [id, content] : blobs) {
        auto size = reader->blobSize(0, id);
        REQUIRE(size.ok());
        CHECK(*size == content.size());
        auto back = reader->blob(0, id);
        REQUIRE(back.ok());
        CHECK(*back == content);
        CHECK_FALSE(reader->blob(0, id, content.size() - 1).ok());
        Bytes exact(content.size());
        CHECK(reader->readBlob(0, id, exact).ok());
        CHECK(exact == content);
        CHECK_FALSE(reader->readBlob(0, id, std::span(exact).first(exact.size() - 1)).ok());
        CHECK_FALSE(reader->blob(1, id).ok());
    }
    CHECK_FALSE(reader->blob(0, BlobId{blobs.back().first.value + 1}).ok());
    CHECK(reader->blob(0, BlobId{0}).ok());
}

TEST_CASE("the table of known content is bounded and forgets the oldest first") {
    ContentTable table(100);
    for (uint32_t i = 1; i <= 1000; ++i) {
        table.insert({i, i}, BlobId{i});
        CHECK(table.find({1, 1}) == BlobId{1}); // in use: kept
        CHECK(table.size() <= 201);
    }
    CHECK_FALSE(table.find({2, 2}));
    CHECK(table.find({1000, 1000}) == BlobId{1000});
}

TEST_CASE("what was appended is in the file after the flush interval, without another call") {
    TraceFile file;
    auto writer = file.writer({.flushInterval = 20ms});
    writer->append(std::chrono::steady_clock::now(), Stamp{StampSlot{1}, 77});
    bool isThere = false;
    for (int i = 0; i < 200 && !isThere; ++i) {
        std::this_thread::sleep_for(5ms);
        const Bytes bytes = file.bytes(); // as if the recorder were killed now
        auto reader = readerOf(bytes);
        while (const auto view = reader->next()) isThere |= view->kind == RecordKind::Stamp;
    }
    CHECK(isThere);
}

TEST_CASE("a second recorder goes on in a segment of its own, with its own blob ids") {
    TraceFile file;
    const Bytes one = randomBytes(500, 1), two = randomBytes(500, 2);
    auto writer = file.writer(appending());
    CHECK(writer->blob(one) == BlobId{1});
    REQUIRE(writer->close().ok());
    writer = file.writer(appending());
    CHECK(writer->figures().segment == 1);
    CHECK(writer->blob(two) == BlobId{1});
    REQUIRE(writer->close().ok());

    const Bytes bytes = file.bytes();
    auto reader = readerOf(bytes);
    CHECK(reader->hasIndex());
    CHECK(*reader->blob(0, BlobId{1}) == one);
    CHECK(*reader->blob(1, BlobId{1}) == two);
    std::vector<SegmentCause> causes;
    uint64_t expected = 0;
    while (const auto view = reader->next()) {
        CHECK(view->sequence == expected++);
        if (const auto start = decode<SegmentStart>(*view)) causes.push_back(start->cause);
    }
    CHECK(causes == std::vector{SegmentCause::Created, SegmentCause::Continued});
}

TEST_CASE("going on behind a torn end cuts it off") {
    TraceFile file;
    auto writer = file.writer(kSmall);
    record(*writer, 40, 1);
    REQUIRE(writer->close().ok());
    const Bytes whole = file.bytes();
    const auto wholeReader = readerOf(whole);
    REQUIRE(wholeReader->chunks().size() > 3);
    const ChunkPlace third = wholeReader->chunks()[2];
    file.put(std::span(whole).first(size_t(third.end() - 1)));

    writer = file.writer(appending());
    CHECK(writer->figures().segment == 1);
    record(*writer, 3, 2);
    REQUIRE(writer->close().ok());
    const Bytes bytes = file.bytes();
    auto reader = readerOf(bytes);
    CHECK(reader->hasIndex());
    bool isAfterCut = false;
    uint64_t expected = 0;
    while (const auto view = reader->next()) {
        CHECK(view->sequence == expected++);
        const auto start = decode<SegmentStart>(*view);
        if (start && start->segment == 1) {
            isAfterCut = start->cause == SegmentCause::AfterCut;
            CHECK(view->sequence == third.header.firstSequence);
        }
    }
    CHECK(isAfterCut);
    CHECK_FALSE(reader->cut());
}

TEST_CASE("a file that is no trace is not gone on with") {
    TraceFile file;
    file.put(randomBytes(1000, 3));
    CHECK_FALSE(TraceWriter::openFd(file.fd(), appending()).ok());
    CHECK(file.size() == 1000);
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0);
    UniqueFd in(pipe[0]);
    CHECK_FALSE(TraceWriter::openFd(UniqueFd(pipe[1])).ok());
    CHECK_FALSE(TraceWriter::open("/nowhere/at/all.pvgltrace").ok());
}

TEST_CASE("a new trace is its owner's only") {
    const auto path = std::filesystem::temp_directory_path() / ("pvgl-test-" + std::to_string(::getpid()) + ".pvgltrace");
    auto writer = TraceWriter::open(path.string());
    REQUIRE(writer.ok());
    struct stat info{};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    CHECK((*writer)->close().ok());
    CHECK(TraceReader::open(path.string()).ok());
    std::filesystem::remove(path);
    CHECK_FALSE(TraceReader::open(path.string()).ok());
}

TEST_CASE("a full disk ends the recording by name and leaves a valid trace") {
    TraceFile file;
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    rlimit small = before;
    small.rlim_cur = 200000;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    auto writer = file.writer({.chunkBytes = 64 << 10});
    const TimePoint now = std::chrono::steady_clock::now();
    for (uint32_t i = 0; i < 200 && writer->isRecording(); ++i) {
        writer->append(now, readOf(writer->blob(randomBytes(10000, i)), 0, 10000));
        if (i % 10 == 9) (void)writer->flush();
    }
    CHECK(writer->reason() == EndReason::DiskFull);
    CHECK_FALSE(writer->reasonText().empty());
    CHECK_FALSE(writer->close().ok());
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    CHECK(writer->blob(randomBytes(10, 1)) == BlobId{0}); // quietly nothing
    writer->append(now, Stamp{});

    const Bytes bytes = file.bytes();
    CHECK(bytes.size() <= 200000);
    auto reader = readerOf(bytes);
    const Told told = tell(*reader);
    CHECK(told.records.size() > 10);
    CHECK(told.unreadable == 0);
    CHECK(lastReason(bytes) == EndReason::DiskFull); // there was room for that much
}

TEST_CASE("a disk that cannot keep up ends the recording, in bounded memory and time") {
    TraceFile file;
    auto writer = file.writer({.level = 19, .chunkBytes = 1 << 20, .maxQueued = 2 << 20, .maxWait = 5ms}); // packing is the slow disk
    const TimePoint now = std::chrono::steady_clock::now();
    uint32_t appended = 0;
    for (; appended < 20000 && writer->isRecording(); ++appended) {
        const Bytes content = randomBytes(8000, appended);
        writer->append(now, readOf(writer->blob(content), 0, content.size()));
    }
    CHECK(writer->reason() == EndReason::DiskTooSlow);
    CHECK(writer->figures().waitedNs >= 5'000'000);
    CHECK_FALSE(writer->close().ok());
    const Bytes bytes = file.bytes();
    auto reader = readerOf(bytes);
    CHECK(reader->hasIndex());
    CHECK(tell(*reader).unreadable == 0);
    CHECK(lastReason(bytes) == EndReason::DiskTooSlow);
}

TEST_CASE("a size limit ends the recording") {
    TraceFile file;
    auto writer = file.writer({.chunkBytes = 4096, .maxFileBytes = 50000});
    for (uint32_t i = 0; i < 1000 && writer->isRecording(); ++i) {
        (void)writer->blob(randomBytes(3000, i));
        (void)writer->flush();
    }
    CHECK_FALSE(writer->close().ok());
    CHECK(writer->reason() == EndReason::SizeLimit);
    CHECK(file.size() < 70000);
    CHECK(lastReason(file.bytes()) == EndReason::SizeLimit);
}

TEST_CASE("several threads append whole records") {
    TraceFile file;
    auto writer = file.writer({.chunkBytes = 2048});
    std::vector<std::thread> threads;
    for (uint32_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (uint32_t i = 0; i < 2000; ++i) {
                const BlobId blob = writer->blob(randomBytes(1 + i % 50, t * 10 + i % 40));
                writer->append(std::chrono::steady_clock::now(), readOf(blob, t, i));
            }
        });
    for (auto& thread : threads) thread.join();
    REQUIRE(writer->close().ok());
    const Bytes bytes = file.bytes();
    auto reader = readerOf(bytes);
    std::array<uint64_t, 4> next{};
    while (const auto view = reader->next()) {
        const auto read = decode<Read>(*view);
        if (!read) continue;
        CHECK(read->runs.at(0).length == next.at(read->runs[0].base.value)++);
        CHECK(reader->blobSize(0, read->blob).ok());
    }
    CHECK(next == std::array<uint64_t, 4>{2000, 2000, 2000, 2000});
}
