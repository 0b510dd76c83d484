// Draw records (stream.md 4): the narrow form when everything fits 16 bits and nobody asks for the wide one.
#include "pvg/guest/stream.h"

#include <algorithm>

namespace pvg::guest {

namespace {

bool isWideAny(std::initializer_list<uint64_t> values) {
    constexpr uint64_t kNarrowLimit = 0xffff;
    return std::ranges::any_of(values, [](uint64_t v) { return v > kNarrowLimit; });
}

uint16_t narrow(uint64_t v) { return static_cast<uint16_t>(v); }
uint16_t numberOf(Primitive p) { return static_cast<uint16_t>(p); }

// A field of a record that is 16 bits in its narrow form and 64 in its wide one.
class Fields {
public:
    explicit Fields(bool isWide) : m_isWide(isWide) {}
    Fields& add(uint64_t v) {
        m_isWide ? m_writer.u64(v) : m_writer.u16(narrow(v));
        return *this;
    }
    ByteWriter& writer() { return m_writer; }

private:
    const bool m_isWide;
    ByteWriter m_writer;
};

} // namespace

void StreamWriter::draw(const Draw& d) {
    const bool isWide = d.isWide || isWideAny({d.start, d.count, d.instances, d.baseInstance});
    Fields fields(isWide);
    if (d.instances == 1 && d.baseInstance == 0) { // the primitive comes first here, and last below
        fields.writer().u32(numberOf(d.primitive));
        record(isWide ? 0x00 : 0x01, fields.add(d.start).add(d.count).writer());
        return;
    }
    fields.add(d.start).add(d.count).add(d.instances);
    if (d.baseInstance == 0) {
        fields.writer().u16(numberOf(d.primitive)).unwritten(isWide ? 2 : 0);
        record(isWide ? 0x02 : 0x03, fields.writer());
        return;
    }
    fields.add(d.baseInstance).writer().u16(numberOf(d.primitive)).unwritten(2);
    record(isWide ? 0x04 : 0x05, fields.writer());
}

void StreamWriter::draw(const IndexedDraw& d) {
    const bool hasBase = d.baseVertex != 0 || d.baseInstance != 0;
    const bool isWide = d.isWide || isWideAny({d.count, d.indices.offset, d.instances, d.baseInstance}); // baseVertex is not tested
    Fields fields(isWide);
    fields.writer().u16(numberOf(d.primitive)).u16(static_cast<uint16_t>(d.type)).u32(d.indices.buffer.value);
    if (hasBase || d.isSecondForm) { // the offset comes before the count, as nowhere else
        fields.add(d.indices.offset).add(d.count).add(d.instances).add(static_cast<uint64_t>(d.baseVertex)).add(d.baseInstance);
        fields.writer().unwritten(isWide ? 0 : 2);
        record(d.isSecondForm ? (isWide ? 0x1c : 0x1d) : (isWide ? 0x0a : 0x0b), fields.writer());
        return;
    }
    fields.add(d.count).add(d.indices.offset);
    if (d.instances == 1) {
        record(isWide ? 0x06 : 0x07, fields.writer());
        return;
    }
    fields.add(d.instances).writer().unwritten(isWide ? 0 : 2);
    record(isWide ? 0x08 : 0x09, fields.writer());
}

void StreamWriter::draw(const IndirectDraw& d) {
    if (d.indices.buffer.value == 0) {
        record(0x10, ByteWriter().u64(d.arguments.offset).u32(d.arguments.buffer.value).u16(numberOf(d.primitive)).unwritten(2));
        return;
    }
    ByteWriter w;
    w.u16(numberOf(d.primitive)).u16(static_cast<uint16_t>(d.type)).u32(d.indices.buffer.value).u32(d.arguments.buffer.value);
    record(0x11, w.u64(d.indices.offset).u64(d.arguments.offset));
}

} // namespace pvg::guest
