// Every stream row at sampled lengths and with each field at each extreme (stream.md 3 to 8).
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

#include "pvg/stream/opcodes.h"
#include "tests/protocol/hostile_matrix.h"

using namespace hostile;

namespace {

// Words of a pass record and of other wide fields are sampled: they repeat.
constexpr size_t kSampledPlaces = 14;

void openEncoder(Guest& g, RawStream& s, stream::Group group) {
    if (group != stream::Group::Render) {
        s.segment(static_cast<uint8_t>(group));
        return;
    }
    s.pass(g.target().ref, 16, 16);
    s.record(0x74, ByteWriter().u32(g.pipeline().value));
    s.record(0x7d, ByteWriter().u32(0).u32(1).u32(g.vertices().ref.value).u64(0));
}

uint64_t decentValue(Guest& g, const WireField& field) {
    if (std::strcmp(field.type, "u32 ref") != 0) return 1;
    return std::strstr(field.name, "exture") ? g.target().ref.value : g.scratch().ref.value;
}

void runRecord(Guest& g, const stream::Opcode& row, const Bytes& payload) {
    RawStream s;
    openEncoder(g, s, row.group);
    s.record(row.code, ByteWriter().bytes(payload));
    if (row.group == stream::Group::Render) s.record(0x01, ByteWriter().u32(3).u16(0).u16(3)); // state is looked at when something is drawn
    CHECK(g.exec(s));
}

std::vector<Attack> lengthCases() {
    std::vector<Attack> attacks;
    for (const stream::Opcode& row : stream::opcodes()) {
        if (row.group == stream::Group::Envelope) continue;
        const uint32_t full = row.total - 8;
        std::vector<uint32_t> sizes{0, full / 8 * 4, full < 4 ? 0 : full - 4, full, full + 4, full + 4096};
        sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
        for (const uint32_t size : sizes)
            for (const int fill : {0x00, 0xff, -1}) {
                Attack attack{caseName(row.name, fill < 0 ? "decent bytes, length" : "filled, length", size), {}};
                attack.run = [&row, size, fill](Guest& g) {
                    Bytes bytes = fill < 0 ? decentRecord(g, row.fields, decentValue) : Bytes();
                    bytes.resize(size, static_cast<std::byte>(fill < 0 ? 0 : fill));
                    runRecord(g, row, bytes);
                };
                attacks.push_back(std::move(attack));
            }
    }
    return attacks;
}

std::vector<Attack> fieldCases() {
    std::vector<Attack> attacks;
    for (const stream::Opcode& row : stream::opcodes()) {
        const std::vector<FieldPlace> places = placesOf(row.fields);
        const size_t step = std::max<size_t>(1, places.size() / kSampledPlaces);
        for (size_t i = 0; i < places.size() && row.group != stream::Group::Envelope; i += step)
            for (const uint64_t value : extremesOf(places[i].field)) {
                Attack attack{caseName(row.name, places[i].name, value), {}};
                attack.run = [&row, place = places[i], value](Guest& g) {
                    Bytes bytes = decentRecord(g, row.fields, decentValue);
                    patch(bytes, place, value);
                    runRecord(g, row, bytes);
                };
                attacks.push_back(std::move(attack));
            }
    }
    return attacks;
}

} // namespace

TEST_CASE("each stream record at sampled lengths") { runAttacks(lengthCases(), {kMatrixUser, false}); }
TEST_CASE("each stream record with each field at each extreme") { runAttacks(fieldCases(), {kMatrixUser, false}); }
