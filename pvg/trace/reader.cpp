#include "pvg/trace/reader.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <list>

#include "pvg/trace/chunk_scan.h"
#include "pvg/trace/record_walk.h"

namespace pvg::trace {
namespace {

// An unpacked chunk with the places of its blobs.
struct LoadedChunk {
    size_t index = 0; // among the chunks
    std::vector<std::byte> raw;
    bool isMapped = false;
    std::vector<std::span<const std::byte>> blobs; // bodies, by id - firstBlob; Blob or BlobList
    std::vector<RecordKind> blobKinds;

    // Ids grow by one within a chunk; a record that does not fit ends the list.
    void mapBlobs(const ChunkHeader& header) {
        isMapped = true;
        RecordWalk walk(raw, header);
        while (const auto view = walk.next()) {
            if (view->kind != RecordKind::Blob && view->kind != RecordKind::BlobList) continue;
            ReadArchive archive(view->body);
            BlobId id;
            archive("id", id);
            if (archive.failed() || id.value != header.firstBlob + blobs.size()) return;
            blobs.push_back(view->body);
            blobKinds.push_back(view->kind);
        }
    }
};

struct BlobPlace {
    std::shared_ptr<LoadedChunk> chunk; // keeps `view` alive
    RecordView view;
};

} // namespace

struct TraceReader::Impl {
    std::unique_ptr<ByteSource> source;
    UniqueFd fd;
    ReaderOptions options;
    Unpacker unpacker;
    ChunkScan scan;

    std::list<std::shared_ptr<LoadedChunk>> cache; // most recently used first
    size_t cachedBytes = 0;

    size_t nextChunk = 0; // the chunk after the current one
    std::shared_ptr<LoadedChunk> current;
    std::optional<RecordWalk> walk;
    std::optional<RecordView> pending; // found by a seek

    std::shared_ptr<LoadedChunk> load(size_t index);
    void goTo(size_t chunk);
    std::optional<RecordView> next();
    void cutAt(size_t chunk, size_t kept, const char* why);

    Result<BlobPlace> find(uint32_t segment, BlobId id);
    Result<uint64_t> sizeOf(const BlobPlace& place);
    Status fill(uint32_t segment, const BlobPlace& place, std::span<std::byte> out);
    Status fillParts(uint32_t segment, const BlobList& list, std::span<std::byte> out);
};

// Null: damaged.
std::shared_ptr<LoadedChunk> TraceReader::Impl::load(size_t index) {
    const auto known = std::ranges::find_if(cache, [&](const auto& chunk) { return chunk->index == index; });
    if (known != cache.end()) {
        cache.splice(cache.begin(), cache, known);
        return cache.front();
    }
    auto raw = unpacker.unpack(*source, scan.chunks[index]);
    if (!raw) return nullptr;
    auto chunk = std::make_shared<LoadedChunk>();
    chunk->index = index;
    chunk->raw = std::move(*raw);
    cachedBytes += chunk->raw.size();
    cache.push_front(chunk);
    while (cache.size() > 2 && cachedBytes > options.cacheBytes) {
        cachedBytes -= cache.back()->raw.size();
        cache.pop_back();
    }
    return chunk;
}

void TraceReader::Impl::goTo(size_t chunk) {
    nextChunk = chunk;
    current.reset();
    walk.reset();
    pending.reset();
}

// The damage is in `chunk`. Only `kept` chunks are read any more.
void TraceReader::Impl::cutAt(size_t chunk, size_t kept, const char* why) {
    scan.cut = Cut{scan.chunks[chunk].offset, why};
    scan.chunks.resize(kept);
    nextChunk = kept;
}

std::optional<RecordView> TraceReader::Impl::next() {
    if (pending) return std::exchange(pending, std::nullopt);
    for (;;) {
        if (walk) {
            if (auto view = walk->next()) return view;
            const bool isWhole = walk->isWhole();
            walk.reset();
            if (!isWhole) {
                cutAt(nextChunk - 1, nextChunk, "a chunk does not hold the records it promises");
                return std::nullopt;
            }
        }
        if (nextChunk >= scan.chunks.size()) return std::nullopt;
        current = load(nextChunk);
        if (!current) {
            cutAt(nextChunk, nextChunk, "a chunk is damaged");
            return std::nullopt;
        }
        walk.emplace(current->raw, scan.chunks[nextChunk].header);
        ++nextChunk;
    }
}

Result<BlobPlace> TraceReader::Impl::find(uint32_t segment, BlobId id) {
    const auto notFound = [&] { return Error{Code::NotFound, fmt::format("blob {} of segment {} is not in the trace", id.value, segment)}; };
    // The last chunk of the segment that begins at or before the id; chunks without blobs may share its first id.
    const auto isBehind = [&](const ChunkPlace& p) { return std::pair(p.header.segment, p.header.firstBlob) > std::pair(segment, id.value); };
    const auto it = std::ranges::partition_point(scan.chunks, [&](const ChunkPlace& p) { return !isBehind(p); });
    if (it == scan.chunks.begin() || std::prev(it)->header.segment != segment || id.value == 0) return notFound();
    const size_t index = size_t(std::prev(it) - scan.chunks.begin());
    const ChunkHeader& header = scan.chunks[index].header;
    auto chunk = load(index);
    if (!chunk) return Error{Code::Protocol, fmt::format("the chunk of blob {} is damaged", id.value)};
    if (!chunk->isMapped) chunk->mapBlobs(header);
    const size_t at = id.value - header.firstBlob;
    if (at >= chunk->blobs.size()) return notFound();
    RecordView view{chunk->blobKinds[at], segment, 0, 0, chunk->blobs[at]};
    return BlobPlace{std::move(chunk), view};
}

Result<uint64_t> TraceReader::Impl::sizeOf(const BlobPlace& place) {
    if (const auto blob = decode<Blob>(place.view)) return uint64_t{blob->bytes.size()};
    const auto list = decode<BlobList>(place.view);
    const bool isSane = list && list->size <= kMaxBlob && list->parts.size() == (list->size + kMaxPart - 1) / kMaxPart;
    if (!isSane) return Error{Code::Protocol, "a blob of the trace is malformed"};
    return list->size;
}

Status TraceReader::Impl::fill(uint32_t segment, const BlobPlace& place, std::span<std::byte> out) {
    if (const auto list = decode<BlobList>(place.view)) return fillParts(segment, *list, out);
    const auto blob = decode<Blob>(place.view);
    if (!blob || blob->bytes.size() != out.size()) return Error{Code::Protocol, "a blob of the trace has another size than it promises"};
    if (!out.empty()) std::memcpy(out.data(), blob->bytes.data(), out.size());
    return {};
}

Status TraceReader::Impl::fillParts(uint32_t segment, const BlobList& list, std::span<std::byte> out) {
    for (const BlobId part : list.parts) {
        PVG_TRY(BlobPlace place, find(segment, part));
        // A part is never a list itself: no recursion.
        if (place.view.kind != RecordKind::Blob) return Error{Code::Protocol, "a blob's part is not one"};
        const size_t size = std::min(out.size(), kMaxPart);
        PVG_CHECK(fill(segment, place, out.first(size)));
        out = out.subspan(size);
    }
    return {};
}

TraceReader::TraceReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TraceReader::~TraceReader() = default;

Result<std::unique_ptr<TraceReader>> TraceReader::open(const std::string& path, const ReaderOptions& options) {
    auto impl = std::make_unique<Impl>();
    impl->fd.reset(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info{};
    if (!impl->fd || ::fstat(impl->fd.get(), &info) != 0)
        return Error{Code::Io, fmt::format("{} cannot be opened: {}", path, std::strerror(errno))};
    if (!S_ISREG(info.st_mode)) return Error{Code::InvalidArgument, fmt::format("{} is not a regular file", path)};
    impl->source = std::make_unique<FileSource>(impl->fd.get(), uint64_t(info.st_size));
    return start(std::move(impl), options);
}

Result<std::unique_ptr<TraceReader>> TraceReader::openMemory(std::span<const std::byte> bytes, const ReaderOptions& options) {
    auto impl = std::make_unique<Impl>();
    impl->source = std::make_unique<MemorySource>(bytes);
    return start(std::move(impl), options);
}

Result<std::unique_ptr<TraceReader>> TraceReader::start(std::unique_ptr<Impl> impl, const ReaderOptions& options) {
    impl->options = options;
    PVG_TRY(impl->scan, scanChunks(*impl->source, impl->unpacker));
    return std::unique_ptr<TraceReader>(new TraceReader(std::move(impl)));
}

std::optional<RecordView> TraceReader::next() { return m_impl->next(); }
void TraceReader::rewind() { m_impl->goTo(0); }

namespace {

// The chunk before the first one for which `isBehind`; the first chunk if there is none.
template <class Predicate>
size_t chunkBefore(std::span<const ChunkPlace> chunks, Predicate isBehind) {
    const auto it = std::ranges::partition_point(chunks, [&](const ChunkPlace& place) { return !isBehind(place.header); });
    return it == chunks.begin() ? 0 : size_t(it - chunks.begin()) - 1;
}

} // namespace

bool TraceReader::seekSequence(uint64_t sequence) {
    m_impl->goTo(chunkBefore(chunks(), [&](const ChunkHeader& h) { return h.firstSequence > sequence; }));
    while (auto view = m_impl->next()) {
        if (view->sequence < sequence) continue;
        m_impl->pending = view;
        return true;
    }
    return false;
}

bool TraceReader::seekTime(uint64_t timeNs) {
    m_impl->goTo(chunkBefore(chunks(), [&](const ChunkHeader& h) { return h.firstTimeNs >= timeNs; }));
    while (auto view = m_impl->next()) {
        if (view->timeNs < timeNs) continue;
        m_impl->pending = view;
        return true;
    }
    return false;
}

bool TraceReader::seekFrame(uint64_t frame) {
    const size_t chunk = chunkBefore(chunks(), [&](const ChunkHeader& h) { return h.firstFrame >= frame; });
    m_impl->goTo(frame == 0 ? 0 : chunk);
    if (chunks().empty()) return false;
    uint64_t seen = frame == 0 ? 0 : chunks()[chunk].header.firstFrame;
    while (seen < frame) {
        const auto view = m_impl->next();
        if (!view) return false;
        seen += view->kind == RecordKind::Present;
    }
    m_impl->pending = m_impl->next();
    return m_impl->pending.has_value();
}

Result<uint64_t> TraceReader::blobSize(uint32_t segment, BlobId id) {
    if (!id) return uint64_t{0};
    PVG_TRY(BlobPlace place, m_impl->find(segment, id));
    return m_impl->sizeOf(place);
}

Result<std::vector<std::byte>> TraceReader::blob(uint32_t segment, BlobId id, uint64_t cap) {
    std::vector<std::byte> out;
    if (!id) return out;
    PVG_TRY(BlobPlace place, m_impl->find(segment, id));
    PVG_TRY(const uint64_t size, m_impl->sizeOf(place));
    if (size > cap) return Error{Code::OutOfRange, fmt::format("blob {} has {} bytes, at most {} were expected", id.value, size, cap)};
    out.resize(size);
    PVG_CHECK(m_impl->fill(segment, place, out));
    return out;
}

Status TraceReader::readBlob(uint32_t segment, BlobId id, std::span<std::byte> out) {
    PVG_TRY(const uint64_t size, blobSize(segment, id));
    if (size != out.size()) return Error{Code::OutOfRange, fmt::format("blob {} has {} bytes, not {}", id.value, size, out.size())};
    if (!id) return {};
    PVG_TRY(BlobPlace place, m_impl->find(segment, id));
    return m_impl->fill(segment, place, out);
}

const FileHeader& TraceReader::header() const { return m_impl->scan.header; }
uint64_t TraceReader::fileSize() const { return m_impl->source->size(); }
std::span<const ChunkPlace> TraceReader::chunks() const { return m_impl->scan.chunks; }
bool TraceReader::hasIndex() const { return m_impl->scan.hasIndex; }
const std::optional<Cut>& TraceReader::cut() const { return m_impl->scan.cut; }

} // namespace pvg::trace
