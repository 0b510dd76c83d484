// Framing of a command buffer: segments, one encoder (or a part of one) each, and the records inside (stream.md 1.4 to 1.6). Works on a
// private copy; never reads outside it. A malformed length ends the walk it belongs to, and the caller goes on one level up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "pvg/base/decline.h"

namespace pvg::stream {

inline constexpr size_t kSegmentHeader = 8;
inline constexpr size_t kRecordHeader = 8;

// Wire numbers of the segment types; also the groups of the opcode table.
enum class Group : uint8_t { Render, Compute, Blit, Event, Info, Envelope };
inline constexpr uint8_t kGroupCount = 6;

struct Segment {
    uint8_t type = 0;       // a Group, or a number this host does not know
    bool continues = false; // goes on with the encoder the previous segment left open
    std::span<const std::byte> body;
};

struct Record {
    uint32_t opcode = 0;
    uint32_t total = 0; // with the header
    std::span<const std::byte> payload;
};

class SegmentWalker {
public:
    explicit SegmentWalker(std::span<const std::byte> chunk) : m_rest(chunk) {}
    // Nothing at the end of the chunk, or behind a segment whose length cannot be right: then problem() says why.
    std::optional<Segment> next();
    const std::optional<Decline>& problem() const { return m_problem; }

private:
    std::span<const std::byte> m_rest;
    std::optional<Decline> m_problem;
};

class RecordWalker {
public:
    explicit RecordWalker(std::span<const std::byte> segmentBody) : m_rest(segmentBody) {}
    std::optional<Record> next();
    const std::optional<Decline>& problem() const { return m_problem; }

private:
    std::span<const std::byte> m_rest;
    std::optional<Decline> m_problem;
};

} // namespace pvg::stream
