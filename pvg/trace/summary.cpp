#include "pvg/trace/summary.h"

#include <algorithm>

namespace pvg::trace {
namespace {

struct Counting {
    Summary& s;

    template <class T>
    void operator()(const T&) {}
    void operator()(const SegmentStart& r) { s.segments.push_back(r); }
    void operator()(const SessionInfo& r) {
        if (!s.session) s.session = r;
    }
    void operator()(const Event& r) {
        if (r.protocolVersion != 0) s.protocolVersion = r.protocolVersion;
    }
    void operator()(const RegisterAccess& r) { ++(r.isWrite ? s.registerWrites : s.registerReads); }
    void operator()(const Command& r) { ++s.commands[r.id]; }
    void operator()(const Read& r) {
        for (const Run& run : r.runs) s.readBytes += run.length;
    }
    void operator()(const Present&) { ++s.frames; }
    void operator()(const DeclineNote& r) { ++s.declines[r.reason]; }
    void operator()(const RendererDeath&) { ++s.rendererDeaths; }
    void operator()(const Blob& r) {
        ++s.blobs;
        s.storedBlobBytes += r.bytes.size();
    }
    void operator()(const BlobList&) { ++s.blobs; }
    void operator()(const RecordingEnd& r) { s.end = r; }
};

} // namespace

Summary summarise(TraceReader& reader) {
    Summary s;
    reader.rewind();
    Counting counting{s};
    while (const auto view = reader.next()) {
        ++s.records;
        ++s.kinds[size_t(view->kind)];
        s.durationNs = std::max(s.durationNs, view->timeNs);
        s.malformed += visit(*view, counting) == Visit::Malformed;
    }
    s.fileBytes = reader.fileSize();
    s.wallClockNs = reader.header().wallClockNs;
    s.chunks = reader.chunks().size();
    for (const ChunkPlace& place : reader.chunks()) {
        s.packedBytes += place.header.packedSize;
        s.rawBytes += place.header.rawSize;
    }
    s.cut = reader.cut();
    return s;
}

} // namespace pvg::trace
