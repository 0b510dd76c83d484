// Typed decode of a record and dispatch to a visitor, generated from opcodes.inc.
//
// A visitor of one encoder kind offers
//   void command(const Opcode& row, const C& command)   for every command struct C of its group
//   void malformed(const char* name, Decline why)       length or list does not fit, opcode unknown or of another encoder
// List members of a command point into the record; they live as long as the chunk's private copy.
#pragma once

#include <algorithm>

#include "pvg/stream/commands.h"
#include "pvg/stream/framing.h"
#include "pvg/stream/opcodes.h"

namespace pvg::stream {

namespace wire {

PassDepth readDepth(ByteReader& reader);
PassStencil readStencil(ByteReader& reader);
PassColor readColor(ByteReader& reader);

template <class Entry>
void readList(ByteReader& reader, uint64_t count, PackedList<Entry>& out) {
    if (count > reader.remaining() / Entry::kWireSize) {
        reader.skip(reader.remaining() + 1); // fails the record
        return;
    }
    out = PackedList<Entry>(reader.bytes(size_t(count) * Entry::kWireSize));
}

// Row numbers, in table order.
enum RowNumber : uint16_t {
#define OPCODE(group, code, name, shortest, Command, ...) kRow_##group##_##code##_##shortest,
#include "pvg/stream/opcodes.inc"
#undef OPCODE
};

} // namespace wire

#define GATE(feature)
#define U8(member) c.member = r.u8();
#define U16(member) c.member = r.u16();
#define U32(member) c.member = r.u32();
#define U64(member) c.member = r.u64();
#define I16(member) c.member = r.template get<int16_t>();
#define I64(member) c.member = r.template get<int64_t>();
#define F32(member) c.member = r.f32();
#define REF(member) c.member = ObjectRef{r.u32()};
#define X3(member) for (auto& v : c.member) v = r.u64();
#define F32X4(member) for (auto& v : c.member) v = r.f32();
#define F64X4(member) for (auto& v : c.member) v = r.f64();
#define RECT(member) c.member = Rect::read(r);
#define VIEWPORT(member) c.member = ViewportEntry::read(r);
#define DEPTH(member) c.member = wire::readDepth(r);
#define STENCIL(member) c.member = wire::readStencil(r);
#define COLORS(member) for (auto& v : c.member) v = wire::readColor(r);
#define SET(member, value) c.member = value;
#define COUNT32 count = r.u32();
#define COUNT64 count = r.u64();
#define LIST(member) wire::readList(r, count, c.member);
#define LIST_UP_TO(limit, member) wire::readList(r, std::min<uint64_t>(c.limit, r.remaining() / decltype(c.member)::Element::kWireSize), c.member);
#define BYTES(member, size) c.member = r.bytes(size);
#define PAD(size) r.skip(size);

template <Group G, class Visitor>
void dispatchRow(uint16_t row, const Record& record, Visitor& visitor) {
    ByteReader r(record.payload);
    [[maybe_unused]] uint64_t count = 0;
    switch (row) {
#define OPCODE(group, code, name, shortest, Command, ...)                                                                                     \
    case wire::kRow_##group##_##code##_##shortest:                                                                                           \
        if constexpr (Group::group == G) {                                                                                                   \
            Command c;                                                                                                                       \
            __VA_ARGS__                                                                                                                      \
            if (r.failed())                                                                                                                  \
                visitor.malformed(name, decline(DeclineReason::BadRecord, "count {} does not fit length {}", count, record.total));          \
            else                                                                                                                             \
                visitor.command(opcodes()[row], c);                                                                                          \
        }                                                                                                                                    \
        break;
#include "pvg/stream/opcodes.inc"
#undef OPCODE
    default: break;
    }
}

#undef GATE
#undef U8
#undef U16
#undef U32
#undef U64
#undef I16
#undef I64
#undef F32
#undef REF
#undef X3
#undef F32X4
#undef F64X4
#undef RECT
#undef VIEWPORT
#undef DEPTH
#undef STENCIL
#undef COLORS
#undef SET
#undef COUNT32
#undef COUNT64
#undef LIST
#undef LIST_UP_TO
#undef BYTES
#undef PAD

// Decodes `record` of a segment of group G and hands it to the visitor.
template <Group G, class Visitor>
void dispatch(const Record& record, Visitor& visitor) {
    const OpcodeMatch match = findOpcode(G, record.opcode, record.total);
    const char* name = match.lookup == Lookup::Unknown ? "unknown opcode" : opcodes()[match.row].name;
    switch (match.lookup) {
    case Lookup::Found: return dispatchRow<G>(match.row, record, visitor);
    case Lookup::TooShort:
        return visitor.malformed(name, decline(DeclineReason::BadRecord, "length {}, expected {}", record.total, opcodes()[match.row].total));
    case Lookup::OtherEncoder:
        return visitor.malformed(name, decline(DeclineReason::MissingEncoder, "in a segment of type {}", uint64_t(G)));
    case Lookup::Unknown:
        return visitor.malformed(name, decline(DeclineReason::UnknownOpcode, "opcode {} in a segment of type {}", record.opcode, uint64_t(G)));
    }
}

} // namespace pvg::stream
