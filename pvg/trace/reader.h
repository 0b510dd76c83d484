// Reads a .pvgltrace: in order, from a time or frame on, and the content of blobs. The file is hostile input: nothing in it makes the reader
// crash, hang or allocate more than its caps. Records end at the first damage, and cut() says where and why.
// Thread: one; not shared.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pvg/base/result.h"
#include "pvg/trace/record_walk.h"
#include "pvg/trace/records.h"

namespace pvg::trace {

struct ReaderOptions {
    size_t cacheBytes = size_t{256} << 20; // of unpacked chunks; at least the two in use are kept
};

// Nothing when `view` is no well-formed T. Byte views of the result live as long as view.body.
template <Record T>
std::optional<T> decode(const RecordView& view) {
    if (view.kind != KindOf<T>::value) return std::nullopt;
    T record{};
    ReadArchive archive(view.body);
    serialise(archive, record);
    if (archive.failed()) return std::nullopt;
    return record;
}

enum class Visit : uint8_t { Done, Unknown, Malformed };
// Calls visitor(const T&) with the decoded record.
template <class Visitor>
Visit visit(const RecordView& view, Visitor&& visitor) {
    switch (view.kind) {
#define RECORD(number, Struct, name) \
    case RecordKind::Struct: \
        if (auto record = decode<Struct>(view)) { \
            visitor(std::as_const(*record)); \
            return Visit::Done; \
        } \
        return Visit::Malformed;
#include "pvg/trace/records.inc"
#undef RECORD
    }
    return Visit::Unknown;
}

class TraceReader {
public:
    static Result<std::unique_ptr<TraceReader>> open(const std::string& path, const ReaderOptions& options = {});
    // `bytes` stay the caller's and outlive the reader.
    static Result<std::unique_ptr<TraceReader>> openMemory(std::span<const std::byte> bytes, const ReaderOptions& options = {});
    ~TraceReader();
    TraceReader(const TraceReader&) = delete;
    TraceReader& operator=(const TraceReader&) = delete;

    // Nothing at the end, and at the first damage: then cut() is set.
    std::optional<RecordView> next();
    void rewind();
    // The next record is the first one of that number, at or after that time, or right behind the frame-th Present (0 = the beginning).
    // False: there is none; next() then gives nothing.
    bool seekSequence(uint64_t sequence);
    bool seekTime(uint64_t timeNs);
    bool seekFrame(uint64_t frame);

    // Bytes of a blob of `segment`. Errors: NotFound, OutOfRange (longer than `cap`), Protocol (damage).
    Result<uint64_t> blobSize(uint32_t segment, BlobId id);
    Result<std::vector<std::byte>> blob(uint32_t segment, BlobId id, uint64_t cap = kMaxBlob);
    // `out` has the blob's size.
    Status readBlob(uint32_t segment, BlobId id, std::span<std::byte> out);

    const FileHeader& header() const;
    uint64_t fileSize() const;
    std::span<const ChunkPlace> chunks() const; // of records
    // The recording was closed and its index is in use; else the chunk list comes from a walk over the file.
    bool hasIndex() const;
    // Set at opening when the file's end is missing, and by next() at damage further in front.
    const std::optional<Cut>& cut() const;

private:
    struct Impl;
    explicit TraceReader(std::unique_ptr<Impl> impl);
    static Result<std::unique_ptr<TraceReader>> start(std::unique_ptr<Impl> impl, const ReaderOptions& options);
    std::unique_ptr<Impl> m_impl;
};

} // namespace pvg::trace
