// A trace is hostile input, and the disk may have been full, slow or unplugged.
#include "tests/unit/trace_support.h"

using namespace test;

namespace {

Bytes session(int commands, size_t chunkBytes, size_t longest) {
    TraceFile file;
    auto writer = file.writer({.chunkBytes = chunkBytes, .flushInterval = 1h});
    record(*writer, commands, 5, longest);
    REQUIRE(writer->close().ok());
    return file.bytes();
}

// Whether everything `part` tells is the beginning of what `whole` tells.
bool isBeginning(const Told& part, const Told& whole) {
    return part.records.size() <= whole.records.size() && std::equal(part.records.begin(), part.records.end(), whole.records.begin());
}

struct Whole {
    explicit Whole(const Bytes& b) : bytes(b), reader(readerOf(bytes)), told(tell(*reader)) {}
    const Bytes& bytes;
    std::unique_ptr<TraceReader> reader;
    Told told;
};

void checkCutAt(const Whole& whole, size_t size) {
    CAPTURE(size);
    const Bytes cut(whole.bytes.begin(), whole.bytes.begin() + ptrdiff_t(size));
    auto opened = TraceReader::openMemory(cut);
    if (size < kFileHeaderSize) {
        CHECK_FALSE(opened.ok());
        return;
    }
    REQUIRE(opened.ok());
    const Told told = tell(**opened);
    CHECK(isBeginning(told, whole.told));
    CHECK(told.unreadable == 0);
    REQUIRE((*opened)->cut());
    CHECK((*opened)->cut()->offset <= size);
    CHECK_FALSE((*opened)->cut()->why.empty());
    // All chunks that are wholly there are read.
    uint64_t expected = 0;
    for (const ChunkPlace& place : whole.reader->chunks())
        if (place.end() <= size) expected += place.header.records;
    CHECK(told.records.size() == expected);
}

// The one chunk of a trace, made by hand: what a checksum does not protect against.
Bytes forged(ChunkHeader header, const Bytes& body) {
    Bytes out;
    const auto put = [&](std::span<const std::byte> bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); };
    put(encode(FileHeader{}));
    header.kind = header.kind == ChunkKind{} ? ChunkKind::Records : header.kind;
    header.packedSize = uint32_t(body.size());
    if (header.packing == Packing::Stored) header.rawSize = header.packedSize;
    header.checksum = checksumOf(header, body);
    put(encode(header));
    put(body);
    return out;
}

template <class T>
void putRecord(Bytes& body, const T& record) {
    ByteSink sink;
    putVarint(sink, 0);
    WriteArchive archive(sink);
    serialise(archive, record);
    const uint32_t word = uint32_t(KindOf<T>::value) | uint32_t(sink.size()) << 8;
    const auto* p = reinterpret_cast<const std::byte*>(&word);
    body.insert(body.end(), p, p + 4);
    body.insert(body.end(), sink.view().begin(), sink.view().end());
}

} // namespace

TEST_CASE("a small trace cut at every byte is read up to the cut, with a warning") {
    const Bytes bytes = session(12, 500, 200);
    const Whole whole(bytes);
    REQUIRE(whole.reader->chunks().size() > 4);
    CHECK_FALSE(whole.reader->cut());
    for (size_t size = 0; size < bytes.size(); ++size) checkCutAt(whole, size);
}

TEST_CASE("a larger trace cut at 200 random bytes is read up to the cut, with a warning") {
    const Bytes bytes = session(500, 8000, 1000);
    const Whole whole(bytes);
    REQUIRE(whole.reader->chunks().size() > 10);
    std::mt19937_64 random(7);
    for (int i = 0; i < 200; ++i) checkCutAt(whole, random() % bytes.size());
}

TEST_CASE("a flipped bit anywhere is noticed: what is told is true, up to the damage") {
    const Bytes bytes = session(12, 500, 200);
    const Told whole = tell(*readerOf(bytes));
    const uint64_t indexAt = readerOf(bytes)->chunks().back().end();
    for (size_t bit = kFileHeaderSize * 8; bit < bytes.size() * 8; bit += 3) {
        CAPTURE(bit);
        Bytes bad = bytes;
        bad[bit / 8] ^= std::byte(1 << bit % 8);
        auto reader = readerOf(bad);
        const Told told = tell(*reader);
        CHECK(isBeginning(told, whole));
        REQUIRE(reader->cut());
        if (bit / 8 < indexAt) CHECK(told.records.size() < whole.records.size());
        else CHECK(told.records.size() == whole.records.size());
    }
}

TEST_CASE("without its index a trace is read all the same") {
    const Bytes bytes = session(50, 1500, 200);
    const Told whole = tell(*readerOf(bytes));
    const uint64_t indexAt = readerOf(bytes)->chunks().back().end();
    const Bytes without(bytes.begin(), bytes.begin() + ptrdiff_t(indexAt));
    auto reader = readerOf(without);
    CHECK_FALSE(reader->hasIndex());
    REQUIRE(reader->cut());
    CHECK(reader->cut()->why == "the recording was not closed");
    CHECK(tell(*reader).records == whole.records);
}

TEST_CASE("an index that lies is not believed") {
    const Bytes bytes = session(50, 1500, 200);
    const Told whole = tell(*readerOf(bytes));
    auto honest = readerOf(bytes);
    const std::vector<ChunkPlace> places(honest->chunks().begin(), honest->chunks().end());
    const auto withIndex = [&](const std::vector<ChunkPlace>& told) {
        Bytes out(bytes.begin(), bytes.begin() + ptrdiff_t(places.back().end()));
        const auto body = encodeIndex(told);
        ChunkHeader header{.kind = ChunkKind::Index, .packedSize = uint32_t(body.size()), .rawSize = uint32_t(body.size())};
        header.checksum = checksumOf(header, body);
        const uint64_t at = out.size();
        const auto put = [&](std::span<const std::byte> more) { out.insert(out.end(), more.begin(), more.end()); };
        put(encode(header));
        put(body);
        put(encodeTrailer(at));
        return out;
    };
    const Bytes same = withIndex(places);
    CHECK(readerOf(same)->hasIndex());

    const auto check = [&](std::vector<ChunkPlace> lie) {
        const Bytes lying = withIndex(lie);
        auto reader = readerOf(lying);
        CHECK_FALSE(reader->hasIndex());
        CHECK(tell(*reader).records == whole.records);
    };
    auto lie = places;
    lie[3].offset += 1;
    check(lie);
    lie = places;
    lie.pop_back();
    check(lie);
    lie = places;
    lie[2].header.firstSequence = 0;
    check(lie);
    lie = places;
    std::swap(lie[1], lie[2]);
    check(lie);
    check({});
    // Chained, but not what stands in the file: seen when the chunk is read.
    lie = places;
    lie[2].header.firstTimeNs += 1;
    const Bytes lying = withIndex(lie);
    auto reader = readerOf(lying);
    CHECK(reader->hasIndex());
    const Told told = tell(*reader);
    CHECK(isBeginning(told, whole));
    CHECK(reader->cut());
}

TEST_CASE("a chunk that promises more than there is is damage") {
    Bytes body;
    putRecord(body, Stamp{StampSlot{1}, 2});
    const auto count = [](const Bytes& bytes) {
        auto reader = readerOf(bytes);
        size_t n = 0;
        while (reader->next()) ++n;
        REQUIRE(reader->cut());
        return n;
    };
    CHECK(count(forged({.records = 1}, body)) == 1);
    CHECK(count(forged({.records = 2}, body)) == 1);
    CHECK(count(forged({.records = 0xffffffff}, body)) == 0);
    Bytes huge = body;
    huge[1] = huge[2] = huge[3] = std::byte{0xff}; // the record's length
    CHECK(count(forged({.records = 1}, huge)) == 0);
    CHECK(count(forged({.packing = Packing::Zstd, .rawSize = 1 << 20, .records = 1}, randomBytes(100, 1))) == 0);
    CHECK(count(forged({.packing = Packing::Zstd, .rawSize = 0xffffffff, .records = 1}, randomBytes(100, 1))) == 0);
    CHECK(count(forged({.firstSequence = 5, .records = 1}, body)) == 0);
    CHECK(count(forged({.records = 1, .frames = 2}, body)) == 0);
}

TEST_CASE("blobs that lie are errors, not loops or memory") {
    Bytes body;
    putRecord(body, Blob{BlobId{1}, randomBytes(10, 1)});
    putRecord(body, BlobList{BlobId{2}, 10, {BlobId{1}}});                                // true
    putRecord(body, BlobList{BlobId{3}, 10, {BlobId{3}}});                                // itself
    putRecord(body, BlobList{BlobId{4}, 10, {BlobId{2}}});                                // another list
    putRecord(body, BlobList{BlobId{5}, ~uint64_t{0}, {BlobId{1}}});                      // a size nobody has
    putRecord(body, BlobList{BlobId{6}, kMaxPart + 10, {BlobId{1}, BlobId{1}}});          // a short part in the middle
    putRecord(body, BlobList{BlobId{7}, 10, {BlobId{99}}});                               // nothing
    const Bytes bytes = forged({.records = 7, .firstBlob = 1}, body);
    auto reader = readerOf(bytes);
    CHECK(reader->blob(0, BlobId{1}).ok());
    CHECK(reader->blob(0, BlobId{2}).ok());
    for (uint32_t id = 3; id <= 8; ++id) {
        CAPTURE(id);
        CHECK_FALSE(reader->blob(0, BlobId{id}).ok());
    }
    // Ids out of order: what stands behind cannot be named.
    Bytes odd;
    putRecord(odd, Blob{BlobId{1}, randomBytes(10, 1)});
    putRecord(odd, Blob{BlobId{7}, randomBytes(10, 2)});
    const Bytes oddBytes = forged({.records = 2, .firstBlob = 1}, odd);
    auto oddReader = readerOf(oddBytes);
    CHECK(oddReader->blob(0, BlobId{1}).ok());
    CHECK_FALSE(oddReader->blob(0, BlobId{2}).ok());
    CHECK_FALSE(oddReader->blob(0, BlobId{7}).ok());
}
