// What a trace is made of. Each struct has ONE serialise(): the writer, the reader, the text dump and the JSON dump are archives that run
// it (archive.h), so a field cannot be written in one way and read in another. Field order is the file format; new fields go to the end.
//
// An archive offers
//   archive("name", value)               integers, bool, double, strong ids, std::string, ByteView, std::vector of those or of structs
//   archive.choice("name", value, names) an enum class whose values index `names`
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "pvg/base/ids.h"

namespace pvg::trace {

using BlobId = StrongId<struct BlobTag, uint32_t>; // content of one segment, from 1 on; 0 = the empty blob
using ByteView = std::span<const std::byte>;       // not owned: while reading it points into the reader's chunk, see reader.h

template <class T, class Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

enum class SegmentCause : uint8_t { Created, Continued, AfterCut };
inline constexpr std::array<std::string_view, 3> kSegmentCauses{"created", "continued", "after a cut"};

// First record of each segment, written by the writer itself. A segment is the life of one renderer: blob ids start again.
struct SegmentStart {
    uint32_t segment = 0;
    SegmentCause cause{};
    uint64_t wallClockNs = 0; // since 1970, UTC
    std::string buildId;
};
template <class A, Is<SegmentStart> T>
void serialise(A& archive, T& r) {
    archive("segment", r.segment).choice("cause", r.cause, kSegmentCauses)("wall clock ns", r.wallClockNs)("build", r.buildId);
}

struct Mode {
    uint32_t width = 0, height = 0;
    double refresh = 0; // Hz
};
template <class A, Is<Mode> T>
void serialise(A& archive, T& r) {
    archive("width", r.width)("height", r.height)("refresh", r.refresh);
}

// What the engine of this segment was started with, and on what it ran.
struct SessionInfo {
    std::string version; // of pvgl
    std::string renderer, glVersion;
    uint32_t displays = 1;
    std::vector<Mode> modes; // preferred one first
    bool hasGamma = true;
    uint32_t maxTextureSize = 0, maxSamples = 0, linearTextureAlignment = 0;
    bool hasDepth24Stencil8 = false;
};
template <class A, Is<SessionInfo> T>
void serialise(A& archive, T& r) {
    archive("version", r.version)("renderer", r.renderer)("GL version", r.glVersion)("displays", r.displays)("modes", r.modes);
    archive("gamma", r.hasGamma)("max texture size", r.maxTextureSize)("max samples", r.maxSamples);
    archive("linear texture alignment", r.linearTextureAlignment)("depth24 stencil8", r.hasDepth24Stencil8);
}

// EngineEvent (exec/engine.h), in the order in which the engine handled it.
enum class EventKind : uint8_t { Reset, VersionWritten, FifoControl, ClientGone, Stop };
inline constexpr std::array<std::string_view, 5> kEventKinds{"reset", "version written", "FIFO control", "client gone", "stop"};
struct Event {
    EventKind kind{};
    Epoch epoch;
    uint32_t control = 0, fifoLength = 0, fifoStart = 0, fifoBasePage = 0, protocolVersion = 0; // seam::FifoSetup
};
template <class A, Is<Event> T>
void serialise(A& archive, T& r) {
    archive.choice("kind", r.kind, kEventKinds)("epoch", r.epoch)("control", r.control)("FIFO length", r.fifoLength);
    archive("FIFO start", r.fifoStart)("FIFO base page", r.fifoBasePage)("protocol version", r.protocolVersion);
}

// Guest RAM appears and disappears. Its contents come only in Read records.
struct Map {
    GuestPhys base;
    uint64_t size = 0;
    bool isWritable = false;
};
template <class A, Is<Map> T>
void serialise(A& archive, T& r) {
    archive("base", r.base)("size", r.size)("writable", r.isWritable);
}

// Every region inside [base, base + size) is gone.
struct Unmap {
    GuestPhys base;
    uint64_t size = 0;
};
template <class A, Is<Unmap> T>
void serialise(A& archive, T& r) {
    archive("base", r.base)("size", r.size);
}

// One access of the guest to BAR0, as the device process saw it; the record's time is the access's.
struct RegisterAccess {
    uint32_t offset = 0;
    uint8_t size = 4; // bytes
    bool isWrite = false;
    uint64_t value = 0; // read or written
};
template <class A, Is<RegisterAccess> T>
void serialise(A& archive, T& r) {
    archive("offset", r.offset)("size", r.size)("write", r.isWrite)("value", r.value);
}

// A FIFO command as it is about to run: its Read records follow, then its CommandEnd.
struct Command {
    ChannelId channel;
    StampSlot slot; // where its stamp goes
    uint32_t signal = 0;
    uint32_t counter = 0; // consumer counter at its first byte
    uint16_t id = 0;
    ByteView bytes; // the whole command: header, barriers, payload
};
template <class A, Is<Command> T>
void serialise(A& archive, T& r) {
    archive("channel", r.channel)("slot", r.slot)("signal", r.signal)("counter", r.counter)("id", r.id)("bytes", r.bytes);
}

enum class ReadCause : uint8_t { Command, Ring, Display, PageTable, Other };
inline constexpr std::array<std::string_view, 5> kReadCauses{"command", "ring", "display", "page table", "other"};

// Guest RAM was copied: the runs, in order, hold the bytes of the blob. One contiguous read has one run.
struct Run {
    GuestPhys base;
    uint64_t length = 0;
};
template <class A, Is<Run> T>
void serialise(A& archive, T& r) {
    archive("base", r.base)("length", r.length);
}
struct Read {
    ReadCause cause{};
    BlobId blob;
    std::vector<Run> runs; // lengths add up to the blob's size; a recorder keeps one Read and re-uses its vector
    // 0: the bytes were there when the command began. n: they replaced others, seen before in the same command, in front of its n-th copy.
    uint32_t order = 0;
};
template <class A, Is<Read> T>
void serialise(A& archive, T& r) {
    archive.choice("cause", r.cause, kReadCauses)("blob", r.blob)("runs", r.runs)("order", r.order);
}

// The command that ran on `channel` returned to the drain loop. Held: it goes on at a Resume record.
struct CommandEnd {
    ChannelId channel;
    bool isHeld = false;
    std::vector<ObjectRef> leftOut; // pipelines that were not ready in time: what uses them did not run
};
template <class A, Is<CommandEnd> T>
void serialise(A& archive, T& r) {
    archive("channel", r.channel)("held", r.isHeld)("left_out", r.leftOut);
}

// The packet held on `channel` runs now. Late: its time was up.
struct Resume {
    ChannelId channel;
    bool isLate = false;
};
template <class A, Is<Resume> T>
void serialise(A& archive, T& r) {
    archive("channel", r.channel)("late", r.isLate);
}

struct Present {
    DisplayPort port;
    TaskId task;
    ObjectRef surface;
    uint32_t width = 0, height = 0; // pixels
};
template <class A, Is<Present> T>
void serialise(A& archive, T& r) {
    archive("port", r.port)("task", r.task)("surface", r.surface)("width", r.width)("height", r.height);
}

struct Stamp {
    StampSlot slot;
    uint32_t value = 0;
};
template <class A, Is<Stamp> T>
void serialise(A& archive, T& r) {
    archive("slot", r.slot)("value", r.value);
}

struct DeclineNote {
    std::string reason;  // declineName()
    std::string command; // name of the table row
    std::string text;    // Decline::sentence()
};
template <class A, Is<DeclineNote> T>
void serialise(A& archive, T& r) {
    archive("reason", r.reason)("command", r.command)("text", r.text);
}

// The host changed what a display offers.
enum class DisplayChange : uint8_t { Plugged, Unplugged, Modes };
inline constexpr std::array<std::string_view, 3> kDisplayChanges{"plugged in", "unplugged", "modes"};
struct Display {
    DisplayPort port;
    DisplayChange change{};
    std::vector<Mode> modes;                     // preferred one first; empty: unchanged
    uint32_t widthMm = 0, heightMm = 0;          // physical size; 0: unchanged
};
template <class A, Is<Display> T>
void serialise(A& archive, T& r) {
    archive("port", r.port).choice("change", r.change, kDisplayChanges)("modes", r.modes)("width mm", r.widthMm)("height mm", r.heightMm);
}

// A function's library came by for the first time in this segment.
struct Library {
    std::string hash; // content hash in hex, as the shader caches use it
    BlobId blob;      // the metallib
};
template <class A, Is<Library> T>
void serialise(A& archive, T& r) {
    archive("hash", r.hash)("blob", r.blob);
}

// The recorder knows no more what Read records put into guest memory: all of it is zero again in a replay, and every later copy is recorded
// anew. The regions stay, and so does what the engine has cached of them.
struct MemoryForgotten {
    uint64_t bytes = 0; // that were known
};
template <class A, Is<MemoryForgotten> T>
void serialise(A& archive, T& r) {
    archive("bytes", r.bytes);
}

// The renderer of the segment before this one died.
struct RendererDeath {
    std::string how;
};
template <class A, Is<RendererDeath> T>
void serialise(A& archive, T& r) {
    archive("how", r.how);
}

// At most kMaxPart bytes of content; ids of a segment grow by one, lists included. Written by TraceWriter::blob() only.
struct Blob {
    BlobId id;
    ByteView bytes;
};
template <class A, Is<Blob> T>
void serialise(A& archive, T& r) {
    archive("id", r.id)("bytes", r.bytes);
}

// Longer content: the parts, each a Blob with a smaller id, all but the last kMaxPart bytes long.
struct BlobList {
    BlobId id;
    uint64_t size = 0;
    std::vector<BlobId> parts;
};
template <class A, Is<BlobList> T>
void serialise(A& archive, T& r) {
    archive("id", r.id)("size", r.size)("parts", r.parts);
}

// Why a recording ended; written by the writer where there is room for it.
enum class EndReason : uint8_t { Running, Closed, DiskFull, WriteFailed, DiskTooSlow, SizeLimit, TooLarge };
inline constexpr std::array<std::string_view, 7> kEndReasons{
    "running", "closed", "the disk is full", "a write failed", "the disk is too slow", "the size limit is reached", "a blob is too large"};
struct RecordingEnd {
    EndReason reason{};
    std::string text;
};
template <class A, Is<RecordingEnd> T>
void serialise(A& archive, T& r) {
    archive.choice("reason", r.reason, kEndReasons)("text", r.text);
}

// Free text of the recorder.
struct Note {
    std::string text;
};
template <class A, Is<Note> T>
void serialise(A& archive, T& r) {
    archive("text", r.text);
}

enum class RecordKind : uint8_t {
#define RECORD(number, Struct, name) Struct = number,
#include "pvg/trace/records.inc"
#undef RECORD
};

template <class T>
struct KindOf;
#define RECORD(number, Struct, name) \
    template <> \
    struct KindOf<Struct> { \
        static constexpr RecordKind value = RecordKind::Struct; \
    };
#include "pvg/trace/records.inc"
#undef RECORD

template <class T>
concept Record = requires { KindOf<T>::value; };

// Empty for a number without a row.
constexpr std::string_view recordName(RecordKind kind) {
    switch (kind) {
#define RECORD(number, Struct, name) \
    case RecordKind::Struct: return name;
#include "pvg/trace/records.inc"
#undef RECORD
    }
    return {};
}

} // namespace pvg::trace
