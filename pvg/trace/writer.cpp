#include "pvg/trace/writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <deque>
#include <thread>

#include "pvg/base/build_id.h"
#include "pvg/trace/chunk_file.h"
#include "pvg/trace/content_table.h"

namespace pvg::trace {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kSpareSinks = 4;
constexpr size_t kHeaderWord = 4; // kind in the low byte, length of what follows above it

uint64_t steadyNs(TimePoint at) { return uint64_t(std::chrono::duration_cast<std::chrono::nanoseconds>(at.time_since_epoch()).count()); }
uint64_t wallClockNs() {
    return uint64_t(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

uint64_t randomSeed() {
    uint64_t seed = 0;
    if (::getrandom(&seed, sizeof seed, GRND_NONBLOCK) != ssize_t(sizeof seed)) seed = steadyNs(Clock::now());
    return seed;
}

} // namespace

ContentHash hashContent(std::span<const std::byte> bytes, uint64_t seed) {
    const XXH128_hash_t hash = XXH3_128bits_withSeed(bytes.data(), bytes.size(), seed);
    return {hash.low64, hash.high64};
}

struct SealedChunk {
    ChunkHeader header; // without what ChunkFile fills
    ByteSink records;
};

struct TraceWriter::Impl {
    Impl(ChunkFile f, const WriterOptions& o) : options(o), file(std::move(f)) {}

    const WriterOptions options;
    const uint64_t seed = randomSeed();
    ChunkFile file; // the thread's, once that runs
    std::thread thread;

    // Everything below: under the writer's mutex.
    std::condition_variable hasWork, hasRoom, isIdle;
    std::deque<SealedChunk> queue;
    std::vector<ByteSink> spares;
    size_t queuedBytes = 0;
    bool isWriting = false, isStopping = false, isFinished = false;

    ChunkHeader open;             // of the open chunk
    Clock::time_point openedAt{}; // its first record's arrival
    uint64_t originNs = 0;        // steady clock at trace time 0
    uint64_t lastTimeNs = 0;
    uint32_t nextBlob = 1;
    ContentTable contents;

    EndReason reason = EndReason::Running;
    std::string text;
    WriterFigures figures;

    // `sink` is the open chunk's.
    void seal(ByteSink& sink) {
        queuedBytes += sink.size();
        queue.push_back({open, std::move(sink)});
        sink = ByteSink();
        if (!spares.empty()) {
            sink = std::move(spares.back());
            spares.pop_back();
        }
        open = ChunkHeader{.segment = figures.segment, .firstBlob = nextBlob};
        hasWork.notify_one();
    }
    bool hasRoomFor(size_t more) const { return queue.empty() || queuedBytes + more <= options.maxQueued; }
    void recycle(ByteSink&& sink) {
        if (spares.size() >= kSpareSinks) return;
        sink.truncate(0);
        spares.push_back(std::move(sink));
    }
};

TraceWriter::TraceWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Result<std::unique_ptr<TraceWriter>> TraceWriter::open(const std::string& path, const WriterOptions& options) {
    UniqueFd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!fd) return Error{Code::Io, fmt::format("{} cannot be opened for recording: {}", path, std::strerror(errno))};
    return openFd(std::move(fd), options);
}

Result<std::unique_ptr<TraceWriter>> TraceWriter::openFd(UniqueFd fd, const WriterOptions& options) {
    struct stat info{};
    if (::fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode)) return Error{Code::InvalidArgument, "a trace is recorded into a regular file only"};
    const bool isResumed = options.append && info.st_size > 0;
    const uint64_t now = steadyNs(Clock::now());
    PVG_TRY(ChunkFile file, isResumed ? ChunkFile::resume(std::move(fd), options.level)
                                      : ChunkFile::begin(std::move(fd), {kFormatVersion, now, wallClockNs()}, options.level));
    std::unique_ptr<TraceWriter> writer(new TraceWriter(std::make_unique<Impl>(std::move(file), options)));
    writer->beginSegment(isResumed);
    return writer;
}

void TraceWriter::beginSegment(bool isResumed) {
    Impl& impl = *m_impl;
    const ChunkFile& file = impl.file;
    const uint64_t now = steadyNs(Clock::now());
    impl.originNs = file.header().originNs;
    if (!file.chunks().empty()) {
        const ChunkHeader& last = file.chunks().back().header;
        impl.figures.segment = last.segment + 1;
        // The host was started anew in between, and its clock too: go on where the trace was.
        if (now < impl.originNs + last.firstTimeNs) impl.originNs = now - last.firstTimeNs;
    }
    impl.open = ChunkHeader{.segment = impl.figures.segment, .firstBlob = impl.nextBlob};
    impl.figures.fileBytes = file.size();
    SegmentStart start{impl.figures.segment, SegmentCause::Created, wallClockNs(), std::string(buildId())};
    if (isResumed) start.cause = file.wasClosed() ? SegmentCause::Continued : SegmentCause::AfterCut;
    impl.thread = std::thread([this] { runThread(); });
    append(Clock::now(), start);
}

TraceWriter::~TraceWriter() { (void)close(); }

size_t TraceWriter::beginRecord(TimePoint at) {
    Impl& impl = *m_impl;
    const uint64_t steady = steadyNs(at);
    const uint64_t time = steady > impl.originNs ? steady - impl.originNs : 0;
    if (m_chunk.size() == 0) {
        impl.open.firstTimeNs = time;
        impl.openedAt = Clock::now();
        impl.lastTimeNs = time;
        impl.hasWork.notify_one(); // the thread's timer begins
    }
    const size_t start = m_chunk.size();
    m_chunk.reserve(kHeaderWord + kMaxVarint);
    m_chunk.skip(kHeaderWord);
    putVarint(m_chunk, zigzag(int64_t(time - impl.lastTimeNs)));
    impl.lastTimeNs = time;
    return start;
}

void TraceWriter::endRecord(size_t start, RecordKind kind) {
    Impl& impl = *m_impl;
    const size_t length = m_chunk.size() - start - kHeaderWord;
    if (length > kMaxRecord) {
        m_chunk.truncate(start);
        return end(EndReason::TooLarge, fmt::format("a record of {} bytes, at most {}", length, kMaxRecord));
    }
    const uint32_t word = uint32_t(kind) | uint32_t(length) << 8;
    std::memcpy(m_chunk.at(start), &word, sizeof word);
    ++impl.open.records;
    ++impl.figures.records;
    impl.figures.rawBytes += m_chunk.size() - start;
    if (kind == RecordKind::Present) {
        ++impl.open.frames;
        ++impl.figures.frames;
    }
    if (m_chunk.size() >= impl.options.chunkBytes) sealWhenThereIsRoom();
}

// The mutex is held on entry and on return.
void TraceWriter::sealWhenThereIsRoom() {
    Impl& impl = *m_impl;
    if (!impl.hasRoomFor(m_chunk.size())) {
        std::unique_lock lock(m_mutex, std::adopt_lock);
        const auto before = Clock::now();
        const bool isThere = impl.hasRoom.wait_for(lock, impl.options.maxWait, [&] { return !m_isRecording || impl.hasRoomFor(m_chunk.size()); });
        impl.figures.waitedNs += steadyNs(Clock::now()) - steadyNs(before);
        lock.release();
        if (!isThere)
            end(EndReason::DiskTooSlow, fmt::format("{} MB wait to be written, and none went out for {} ms", impl.queuedBytes >> 20,
                                                    impl.options.maxWait.count()));
    }
    // Another thread may have sealed it meanwhile.
    if (m_isRecording && m_chunk.size() >= impl.options.chunkBytes) impl.seal(m_chunk);
}

// The mutex is held. What is queued still goes out.
void TraceWriter::end(EndReason reason, std::string text) {
    if (!m_isRecording) return;
    m_isRecording = false;
    m_impl->reason = reason;
    m_impl->text = std::move(text);
    m_impl->isStopping = true;
    m_impl->hasWork.notify_one();
    m_impl->hasRoom.notify_all();
}

BlobId TraceWriter::blob(std::span<const std::byte> bytes) {
    if (bytes.empty()) return {};
    if (bytes.size() > kMaxBlob) {
        std::lock_guard lock(m_mutex);
        end(EndReason::TooLarge, fmt::format("a blob of {} bytes, at most {}", bytes.size(), kMaxBlob));
        return {};
    }
    const ContentHash hash = hashContent(bytes, m_impl->seed);
    {
        std::lock_guard lock(m_mutex);
        if (!m_isRecording) return {};
        ++m_impl->figures.blobCalls;
        m_impl->figures.blobBytes += bytes.size();
        if (const BlobId known = m_impl->contents.find(hash)) return known;
        if (bytes.size() <= kMaxPart) return store(hash, bytes);
    }
    BlobList list;
    list.size = bytes.size();
    list.parts.reserve(bytes.size() / kMaxPart + 1);
    for (; !bytes.empty(); bytes = bytes.subspan(std::min(bytes.size(), kMaxPart)))
        list.parts.push_back(partId(bytes.first(std::min(bytes.size(), kMaxPart))));
    std::lock_guard lock(m_mutex);
    if (!m_isRecording) return {};
    list.id = BlobId{m_impl->nextBlob++};
    m_impl->contents.insert(hash, list.id);
    appendLocked(list);
    return list.id;
}

BlobId TraceWriter::partId(std::span<const std::byte> bytes) {
    const ContentHash hash = hashContent(bytes, m_impl->seed);
    std::lock_guard lock(m_mutex);
    if (!m_isRecording) return {};
    const BlobId known = m_impl->contents.find(hash);
    return known ? known : store(hash, bytes);
}

// The mutex is held.
BlobId TraceWriter::store(const ContentHash& hash, std::span<const std::byte> bytes) {
    const BlobId id{m_impl->nextBlob++};
    m_impl->contents.insert(hash, id);
    m_impl->figures.newBlobBytes += bytes.size();
    appendLocked(Blob{id, bytes});
    return id;
}

// With the last record's time. The mutex is held.
template <Record T>
void TraceWriter::appendLocked(const T& record) {
    appendRecord(TimePoint(std::chrono::nanoseconds(m_impl->originNs + m_impl->lastTimeNs)), record);
}

bool TraceWriter::isRecording() const {
    std::lock_guard lock(m_mutex);
    return m_isRecording;
}
EndReason TraceWriter::reason() const {
    std::lock_guard lock(m_mutex);
    return m_impl->reason;
}
std::string TraceWriter::reasonText() const {
    std::lock_guard lock(m_mutex);
    if (m_impl->reason == EndReason::Running || m_impl->reason == EndReason::Closed) return {};
    return fmt::format("the recording ended: {} ({})", kEndReasons[size_t(m_impl->reason)], m_impl->text);
}
WriterFigures TraceWriter::figures() const {
    std::lock_guard lock(m_mutex);
    return m_impl->figures;
}

Status TraceWriter::statusLocked() const {
    if (m_impl->reason == EndReason::Running || m_impl->reason == EndReason::Closed) return {};
    return Error{Code::Io, fmt::format("the recording ended: {} ({})", kEndReasons[size_t(m_impl->reason)], m_impl->text)};
}

Status TraceWriter::flush() {
    std::unique_lock lock(m_mutex);
    if (m_isRecording && m_chunk.size() > 0) m_impl->seal(m_chunk);
    m_impl->isIdle.wait(lock, [&] { return (m_impl->queue.empty() && !m_impl->isWriting) || m_impl->isFinished; });
    return statusLocked();
}

Status TraceWriter::close() {
    {
        std::lock_guard lock(m_mutex);
        end(EndReason::Closed, {});
    }
    if (m_impl->thread.joinable()) m_impl->thread.join();
    std::lock_guard lock(m_mutex);
    return statusLocked();
}

// Waits for a chunk to write: a full one, or the open one once it is old or nothing follows. False: nothing is left.
bool TraceWriter::awaitChunk(std::unique_lock<std::mutex>& lock) {
    Impl& impl = *m_impl;
    while (impl.queue.empty()) {
        const bool isOpen = m_chunk.size() > 0;
        const auto due = impl.openedAt + impl.options.flushInterval;
        if (isOpen && (impl.isStopping || Clock::now() >= due)) impl.seal(m_chunk);
        else if (impl.isStopping) return false;
        else if (isOpen) impl.hasWork.wait_until(lock, due);
        else impl.hasWork.wait(lock);
    }
    return true;
}

// The mutex is not held. The chunk's bytes come back in `chunk` for re-use.
bool TraceWriter::writeChunk(const SealedChunk& chunk) {
    Impl& impl = *m_impl;
    Status written = impl.file.append(chunk.header, chunk.records.view());
    const uint64_t limit = impl.options.maxFileBytes;
    const std::lock_guard lock(m_mutex);
    impl.figures.fileBytes = impl.file.size();
    if (!written) end(impl.file.isFull() ? EndReason::DiskFull : EndReason::WriteFailed, written.error().text);
    else if (limit != 0 && impl.file.size() >= limit) end(EndReason::SizeLimit, fmt::format("{} of at most {} bytes", impl.file.size(), limit));
    return written.ok();
}

void TraceWriter::runThread() {
    // A full quota raises a signal in the thread that writes; the error code says it all.
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
    Impl& impl = *m_impl;
    std::unique_lock lock(m_mutex);
    while (awaitChunk(lock)) {
        SealedChunk chunk = std::move(impl.queue.front());
        impl.queue.pop_front();
        impl.isWriting = true;
        lock.unlock();
        const bool isWritten = writeChunk(chunk);
        lock.lock();
        impl.isWriting = false;
        impl.queuedBytes -= chunk.records.size();
        impl.recycle(std::move(chunk.records));
        impl.hasRoom.notify_all();
        impl.isIdle.notify_all();
        if (!isWritten) {
            impl.queue.clear();
            m_chunk.truncate(0);
            impl.open = ChunkHeader{.segment = impl.figures.segment, .firstBlob = impl.nextBlob};
        }
    }
    finish(lock);
}

// The reason as the last record, then index and trailer; where there is no room for them the file ends with its last chunk.
void TraceWriter::finish(std::unique_lock<std::mutex>& lock) {
    Impl& impl = *m_impl;
    appendLocked(RecordingEnd{impl.reason, impl.text});
    const SealedChunk last{impl.open, std::move(m_chunk)};
    m_chunk = ByteSink();
    lock.unlock();
    Status status = impl.file.append(last.header, last.records.view());
    const Status finished = impl.file.finish();
    lock.lock();
    if (status.ok()) status = finished;
    if (!status && impl.reason == EndReason::Closed) {
        impl.reason = impl.file.isFull() ? EndReason::DiskFull : EndReason::WriteFailed;
        impl.text = status.error().text;
    }
    impl.figures.fileBytes = impl.file.size();
    impl.isFinished = true;
    impl.isIdle.notify_all();
}

} // namespace pvg::trace
