// The trace reader against a file of which every byte is somebody else's. A checksum would hide all that lies behind it, so the target frames
// chunks itself. Byte 0: bit 0, the rest is the file as it is; bit 1, an index and a trailer stand at the end; bit 2, the last byte is missing.
// Else the rest is chunks, each {u8 flags, u8 field, u16 size, size bytes}: flag 1, the bytes are a zstd frame (its raw size is in front, u32);
// flag 2, a new segment begins; flag 4, byte `field` of the header is inverted, under a right checksum.
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "pvg/base/byte_reader.h"
#include "pvg/trace/reader.h"

namespace {

using namespace pvg::trace;
using Bytes = std::vector<std::byte>;

constexpr uint64_t kReadable = 1 << 18; // of a blob, so that inputs stay quick

void check(bool isTrue, const char* what) {
    if (isTrue) return;
    std::fprintf(stderr, "fuzz_trace: %s\n", what);
    std::abort();
}

void put(Bytes& out, std::span<const std::byte> bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

// What an honest writer would say of these records.
void countRecords(std::span<const std::byte> raw, ChunkHeader& header, uint32_t& nextBlob) {
    pvg::ByteReader in(raw);
    while (in.remaining() > 0) {
        const uint32_t word = in.u32();
        in.skip(word >> 8);
        if (in.failed()) break;
        const auto kind = RecordKind(word & 0xff);
        ++header.records;
        header.frames += kind == RecordKind::Present;
        nextBlob += kind == RecordKind::Blob || kind == RecordKind::BlobList;
    }
}

class Framer {
public:
    explicit Framer(uint8_t mode) : m_mode(mode) { put(m_file, encode(FileHeader{})); }

    void chunk(pvg::ByteReader& in) {
        const uint8_t flags = in.u8(), field = in.u8();
        std::span<const std::byte> body = in.bytes(std::min<size_t>(in.u16(), in.remaining()));
        ChunkHeader h{.kind = ChunkKind::Records, .rawSize = uint32_t(body.size()), .firstSequence = m_sequence, .firstFrame = m_frame};
        if (flags & 2) {
            ++m_segment;
            m_nextBlob = 1;
        }
        h.segment = m_segment;
        h.firstBlob = m_nextBlob;
        countRecords(body, h, m_nextBlob);
        if ((flags & 1) && body.size() > 4) {
            h.packing = Packing::Zstd;
            h.rawSize = pvg::loadAt<uint32_t>(body, 0) % (1 << 16);
            h.records = uint32_t(body[1]) + 1;
            h.frames = 0;
            body = body.subspan(4);
        }
        h.packedSize = uint32_t(body.size());
        if (flags & 4) h = lie(h, field);
        h.checksum = checksumOf(h, body);
        m_places.push_back({m_file.size(), h});
        put(m_file, encode(h));
        put(m_file, body);
        m_sequence += h.records;
        m_frame += h.frames;
    }

    Bytes finish() {
        if (m_mode & 2) {
            const Bytes body = encodeIndex(m_places);
            ChunkHeader h{.kind = ChunkKind::Index, .packedSize = uint32_t(body.size()), .rawSize = uint32_t(body.size())};
            h.checksum = checksumOf(h, body);
            const uint64_t at = m_file.size();
            put(m_file, encode(h));
            put(m_file, body);
            put(m_file, encodeTrailer(at));
        }
        if (m_mode & 4) m_file.pop_back();
        return std::move(m_file);
    }

private:
    static ChunkHeader lie(const ChunkHeader& h, uint8_t field) {
        auto bytes = encode(h);
        bytes[field % bytes.size()] ^= std::byte{0xff};
        return decodeChunkHeader(bytes).value_or(h);
    }

    uint8_t m_mode;
    Bytes m_file;
    std::vector<ChunkPlace> m_places;
    uint64_t m_sequence = 0, m_frame = 0;
    uint32_t m_segment = 0, m_nextBlob = 1;
};

Bytes fileOf(std::span<const std::byte> input) {
    const auto mode = uint8_t(input[0]);
    if (mode & 1) return {input.begin() + 1, input.end()};
    Framer framer(mode);
    pvg::ByteReader in(input.subspan(1));
    for (int chunks = 0; chunks < 16 && in.remaining() >= 4; ++chunks) framer.chunk(in);
    return framer.finish();
}

template <class T>
Bytes written(const T& record) {
    ByteSink sink;
    WriteArchive archive(sink);
    serialise(archive, record);
    return {sink.view().begin(), sink.view().end()};
}

// A record that was read says the same when it is written and read again.
template <class T>
void checkStable(const T& record) {
    const Bytes once = written(record);
    const auto again = decode<T>(RecordView{KindOf<T>::value, 0, 0, 0, once});
    check(again.has_value(), "a written record cannot be read");
    check(written(*again) == once, "a record changes when it is read and written");
}

void resolve(TraceReader& reader, uint32_t segment, BlobId id) {
    const auto size = reader.blobSize(segment, id);
    if (!size) return;
    check(*size <= kMaxBlob, "a blob above the cap");
    const auto bytes = reader.blob(segment, id, kReadable);
    if (bytes) check(bytes->size() == *size, "a blob of another size than it has");
    else check(*size > kReadable || bytes.error().code != pvg::Code::OutOfRange, "a small blob refused for its size");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size == 0) return 0;
    const Bytes file = fileOf(std::as_bytes(std::span(data, size)));
    const auto opened = TraceReader::openMemory(file, {.cacheBytes = 4096});
    if (!opened) return 0;
    TraceReader& reader = **opened;
    check(reader.hasIndex() != reader.cut().has_value(), "neither whole nor cut");
    uint64_t count = 0, presents = 0;
    uint32_t segment = 0;
    while (const auto view = reader.next()) {
        check(view->sequence == count++, "a sequence number is skipped");
        segment = view->segment;
        presents += view->kind == RecordKind::Present;
        (void)visit(*view, [](const auto& record) { checkStable(record); });
        if (const auto read = decode<Read>(*view)) resolve(reader, segment, read->blob);
    }
    for (uint32_t id = 1; id < 4; ++id) resolve(reader, segment, BlobId{id});
    check(!reader.next(), "a record behind the end");
    if (count == 0) return 0;
    const uint64_t middle = count / 2;
    check(reader.seekSequence(middle), "a record that was there is not found");
    check(reader.next()->sequence == middle, "a seek finds another record");
    (void)reader.seekFrame(presents / 2);
    (void)reader.seekTime(1000);
    return 0;
}
