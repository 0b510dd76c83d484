// Writes a .pvgltrace. Callers append to a chunk in memory; a thread of the writer packs and writes full or old chunks. Memory is bounded:
// callers wait a little for a disk that is too slow, then the recording ends. It also ends on a full disk or a failed write. Whatever ends
// it has a name, and the file stays a valid trace. Nothing here throws or aborts.
// Thread: any, except open and destruction; the order of the calls is the order of the records.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <span>
#include <string>

#include "pvg/base/result.h"
#include "pvg/base/unique_fd.h"
#include "pvg/trace/archive.h"
#include "pvg/trace/format.h"
#include "pvg/trace/records.h"

namespace pvg::trace {

struct ContentHash;
struct SealedChunk;

using TimePoint = std::chrono::steady_clock::time_point; // pvg::Time

struct WriterOptions {
    bool append = false; // go on behind what is in the file, in a new segment; an empty file is begun. Else the file is emptied
    int level = 1;       // of zstd
    size_t chunkBytes = size_t{1} << 20;                     // raw; a chunk is closed once it is longer
    std::chrono::milliseconds flushInterval{250};            // a killed recorder loses no more than this
    size_t maxQueued = size_t{64} << 20;                     // raw bytes that wait for the disk
    std::chrono::milliseconds maxWait{200};                  // of a caller, when that much waits
    uint64_t maxFileBytes = 0;                               // 0: no limit
};

struct WriterFigures {
    uint64_t records = 0;
    uint64_t rawBytes = 0;       // of records
    uint64_t fileBytes = 0;      // of the file, once written
    uint64_t frames = 0;         // Present records
    uint64_t blobCalls = 0, blobBytes = 0; // handed to blob()
    uint64_t newBlobBytes = 0;             // that were not there yet
    uint64_t waitedNs = 0;       // callers waited for the disk
    uint32_t segment = 0;
};

class TraceWriter {
public:
    // A trace shows what was on the guest's screen: a new file is readable by its owner only.
    static Result<std::unique_ptr<TraceWriter>> open(const std::string& path, const WriterOptions& options = {});
    // `fd`: a regular file, open for reading and writing.
    static Result<std::unique_ptr<TraceWriter>> openFd(UniqueFd fd, const WriterOptions& options = {});
    ~TraceWriter(); // closes
    TraceWriter(const TraceWriter&) = delete;
    TraceWriter& operator=(const TraceWriter&) = delete;

    // Does nothing once the recording has ended.
    template <Record T>
    void append(TimePoint at, const T& record) {
        std::lock_guard lock(m_mutex);
        if (m_isRecording) appendRecord(at, record);
    }
    // The id of this content in this segment; content that was not there yet is written. 0 for no bytes and once the recording has ended.
    BlobId blob(std::span<const std::byte> bytes);

    // False: it has ended, and reason() and reasonText() say why.
    bool isRecording() const;
    EndReason reason() const;
    std::string reasonText() const; // a sentence without its full stop; empty while recording
    WriterFigures figures() const;

    // Everything appended so far is in the file afterwards (not necessarily on the disk). For tests and before a risky step.
    Status flush();
    // Writes what is left, the index and the trailer. The error is the one that ended the recording, if any. Idempotent.
    Status close();

private:
    struct Impl;
    explicit TraceWriter(std::unique_ptr<Impl> impl);
    void beginSegment(bool isResumed);

    // The mutex is held in all of these.
    template <Record T>
    void appendRecord(TimePoint at, const T& record) {
        const size_t start = beginRecord(at);
        WriteArchive archive(m_chunk);
        serialise(archive, record);
        endRecord(start, KindOf<T>::value);
    }
    template <Record T>
    void appendLocked(const T& record);
    size_t beginRecord(TimePoint at);
    void endRecord(size_t start, RecordKind kind);
    void sealWhenThereIsRoom();
    void end(EndReason reason, std::string text);
    BlobId store(const ContentHash& hash, std::span<const std::byte> bytes);
    Status statusLocked() const;

    BlobId partId(std::span<const std::byte> bytes);

    // Thread: the writer's own.
    void runThread();
    bool awaitChunk(std::unique_lock<std::mutex>& lock);
    bool writeChunk(const SealedChunk& chunk);
    void finish(std::unique_lock<std::mutex>& lock);

    mutable std::mutex m_mutex;
    bool m_isRecording = true;
    ByteSink m_chunk; // the open chunk's records
    std::unique_ptr<Impl> m_impl;
};

} // namespace pvg::trace
