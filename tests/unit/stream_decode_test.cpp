#include <doctest/doctest.h>

#include <cstring>

#include "pvg/stream/decode.h"
#include "stream_fields.h"

using namespace pvg::stream;
using pvgtest::Fields;

namespace {

struct Row {
    std::string group;
    uint32_t opcode;
    std::string name;
    uint32_t total; // 0: count-driven
    std::string fields;
};
const std::vector<Row> kRows = {
#define ROW(group, opcode, name, total, fields) {group, opcode, name, total, fields},
#include "stream_rows.inc"
#undef ROW
};
constexpr uint32_t kEntries = 3;

struct Expected {
    std::vector<std::byte> payload;
    Fields values;
};

// Encodes the rows' fields at their offsets, each with a value of its own that its type can hold.
class Encoder {
public:
    explicit Encoder(size_t payload) { m_out.payload.resize(payload, std::byte(0xcc)); }
    Expected take() { return std::move(m_out); }

    void field(const std::string& name, size_t offset, const std::string& type) {
        if (name == "unwritten") return;
        if (name == "count") return put(name, offset, type, kEntries);
        put(name, offset, type, next(type));
    }
    void put(const std::string& name, size_t offset, const std::string& type, double v) {
        if (type == "u8") store(offset, uint8_t(v));
        else if (type == "u16") store(offset, uint16_t(v));
        else if (type == "u32") store(offset, uint32_t(v));
        else if (type == "u64") store(offset, uint64_t(v));
        else if (type == "i16") store(offset, int16_t(v));
        else if (type == "i64") store(offset, int64_t(v));
        else if (type == "f32") store(offset, float(v));
        else if (type == "f64") store(offset, v);
        else FAIL("type ", type);
        m_out.values[name] = v;
    }
    double next(const std::string& type) {
        const double n = ++m_serial;
        if (type == "u8") return 3 * n;
        if (type == "u16") return 0x8100 + n;
        if (type == "i16") return -1000 - n;
        if (type == "u32") return 0x81020000 + n;
        if (type == "u64") return double(uint64_t(1) << 40) + n;
        if (type == "i64") return -double(uint64_t(1) << 40) - n;
        return n + 0.25;
    }
    static size_t sizeOf(const std::string& type) { return size_t(std::stoi(type.substr(1))) / 8; }

private:
    template <class T>
    void store(size_t offset, T v) {
        if (m_out.payload.size() < offset + sizeof(T)) m_out.payload.resize(offset + sizeof(T), std::byte(0xcc));
        std::memcpy(m_out.payload.data() + offset, &v, sizeof(T));
    }
    Expected m_out;
    int m_serial = 0;
};

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> out;
    std::string part;
    int depth = 0;
    for (const char c : text) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (c == by && depth == 0) {
            out.push_back(part);
            part.clear();
        } else {
            part.push_back(c);
        }
    }
    if (!part.empty()) out.push_back(part);
    return out;
}

// stream.md 3: what the attachments of the pass record look like inside.
void attachment(Encoder& encoder, const std::string& at, size_t offset, const std::string& kind) {
    encoder.field(at + "texture", offset, "u32");
    encoder.field(at + "resolveTexture", offset + 4, "u32");
    const char* halves[] = {"level", "slice", "depthPlane", "resolveLevel", "resolveSlice", "resolveDepthPlane", "loadAction", "storeAction",
                            "storeActionOptions"};
    for (size_t i = 0; i < 9; ++i) encoder.field(at + halves[i], offset + 8 + 2 * i, "u16");
    if (kind == "ColorAttachment(60)")
        for (size_t i = 0; i < 4; ++i) encoder.field(at + "clear[" + std::to_string(i) + "]", offset + 28 + 8 * i, "f64");
    if (kind == "DepthAttachment(40)") {
        encoder.field(at + "clearDepth", offset + 28, "f64");
        encoder.field(at + "resolveFilter", offset + 36, "u16");
    }
    if (kind == "StencilAttachment(36)") {
        encoder.field(at + "clearStencil", offset + 28, "u32");
        encoder.field(at + "resolveFilter", offset + 32, "u16");
    }
}

void encodeArray(Encoder& encoder, const std::string& name, const std::string& length, size_t offset, const std::string& type) {
    const size_t count = length == "count" ? kEntries : size_t(std::stoul(length));
    for (size_t i = 0; i < count; ++i) {
        const std::string at = name + "[" + std::to_string(i) + "]";
        if (type.front() == '{') {
            for (const std::string& member : split(type.substr(1, type.size() - 2), ',')) {
                const auto words = split(member, ' ');
                encoder.field(at + "." + words[1], offset, words[0]);
                offset += Encoder::sizeOf(words[0]);
            }
        } else if (type.find("Attachment") != std::string::npos) {
            attachment(encoder, at + ".", offset, type);
            offset += 60;
        } else {
            encoder.field(name == "unwritten" ? name : at, offset, type);
            offset += Encoder::sizeOf(type);
        }
    }
}

Expected encode(const Row& row) {
    Encoder encoder(row.total == 0 ? 0 : row.total - 8);
    for (const std::string& text : split(row.fields, ';')) {
        const auto parts = split(text, ':');
        const size_t offset = std::stoul(parts[1]);
        const size_t bracket = parts[0].find('[');
        if (bracket != std::string::npos)
            encodeArray(encoder, parts[0].substr(0, bracket), parts[0].substr(bracket + 1, parts[0].size() - bracket - 2), offset, parts[2]);
        else if (parts[2].find("Attachment") != std::string::npos) attachment(encoder, parts[0] + ".", offset, parts[2]);
        else encoder.field(parts[0], offset, parts[2]);
    }
    Expected out = encoder.take();
    while (out.payload.size() % 4 != 0) out.payload.push_back(std::byte(0xcc));
    return out;
}

struct Collector {
    std::string name;
    Fields values;
    std::optional<pvg::Decline> problem;
    template <class C>
    void command(const Opcode& row, const C& c) {
        name = row.name;
        values = pvgtest::fields(c);
    }
    void malformed(const char* rowName, pvg::Decline why) {
        name = rowName;
        problem = std::move(why);
    }
};

Collector decode(const std::string& group, uint32_t opcode, std::span<const std::byte> payload) {
    Collector seen;
    const Record record{opcode, uint32_t(payload.size() + 8), payload};
    if (group == "render") dispatch<Group::Render>(record, seen);
    if (group == "compute") dispatch<Group::Compute>(record, seen);
    if (group == "blit") dispatch<Group::Blit>(record, seen);
    if (group == "info") dispatch<Group::Info>(record, seen);
    if (group == "event") dispatch<Group::Event>(record, seen);
    return seen;
}

} // namespace

TEST_CASE("every row of the protocol's table decodes to the fields at its offsets") {
    CHECK(kRows.size() + 1 == opcodes().size()); // the envelope is no record
    for (const Row& row : kRows) {
        CAPTURE(row.name);
        const Expected expected = encode(row);
        if (row.total != 0) REQUIRE(expected.payload.size() + 8 == row.total);
        const Collector seen = decode(row.group, row.opcode, expected.payload);
        REQUIRE_FALSE(seen.problem);
        CHECK(seen.name == row.name);
        for (const auto& [name, want] : expected.values) {
            CAPTURE(name);
            if (name == "zero") continue;
            REQUIRE(seen.values.contains(name));
            CHECK(seen.values.at(name) == want);
        }
    }
}

TEST_CASE("bind records name their stage") {
    const auto stageOf = [](const char* group, uint32_t opcode) { return decode(group, opcode, std::vector<std::byte>(40)).values["stage"]; };
    for (const uint32_t opcode : {0x7dU, 0x7eU, 0x7fU, 0x80U, 0x81U, 0xa5U, 0xa6U}) CHECK(stageOf("render", opcode) == double(BindStage::Vertex));
    for (const uint32_t opcode : {0x6eU, 0x6fU, 0x70U, 0x71U, 0x72U}) CHECK(stageOf("render", opcode) == double(BindStage::Fragment));
    for (const uint32_t opcode : {0x9dU, 0x9eU, 0x9fU, 0xa0U, 0xa1U}) CHECK(stageOf("render", opcode) == double(BindStage::Tile));
    for (const uint32_t opcode : {0xcbU, 0xccU, 0xcdU, 0xceU, 0xcfU, 0xd9U, 0xdaU}) CHECK(stageOf("compute", opcode) == double(BindStage::Kernel));
}

TEST_CASE("a record cut at any length is refused by name and never read beyond its end") {
    for (const Row& row : kRows) {
        CAPTURE(row.name);
        if (row.opcode == 0x0c && row.total == 68) continue; // cut to 56 it is the other record of that number
        if (row.opcode == 0x9a) continue;                    // its list may be missing
        const Expected full = encode(row);
        for (size_t size = 0; size < full.payload.size(); size += 4) {
            CAPTURE(size);
            // A heap copy of exactly this size: the sanitizer sees one byte too many.
            const std::vector<std::byte> cut(full.payload.begin(), full.payload.begin() + ptrdiff_t(size));
            const Collector seen = decode(row.group, row.opcode, cut);
            REQUIRE(seen.problem);
            CHECK(seen.problem->reason == pvg::DeclineReason::BadRecord);
            CHECK(seen.name == row.name);
        }
    }
}

TEST_CASE("a payload longer than known is legal") {
    for (const Row& row : kRows) {
        if (row.opcode == 0x0c && row.total == 56) continue;
        CAPTURE(row.name);
        Expected expected = encode(row);
        expected.payload.resize(expected.payload.size() + 16, std::byte(0xcc));
        const Collector seen = decode(row.group, row.opcode, expected.payload);
        REQUIRE_FALSE(seen.problem);
        for (const auto& [name, want] : expected.values)
            if (name != "zero") CHECK(seen.values.at(name) == want);
    }
}

TEST_CASE("counts are bounded by the record's length and by nothing else") {
    std::vector<std::byte> payload(8 + 4 * 5000);
    const uint32_t count = 5000;
    std::memcpy(payload.data() + 4, &count, 4);
    const Collector many = decode("render", 0x72, payload);
    CHECK_FALSE(many.problem);
    CHECK(many.values.at("count") == 5000);
    payload.resize(payload.size() - 4);
    CHECK(decode("render", 0x72, payload).problem);
    const uint32_t huge = 0xffffffff;
    std::memcpy(payload.data() + 4, &huge, 4);
    CHECK(decode("render", 0x72, payload).problem);
    const uint64_t wrapping = uint64_t(1) << 59; // times 32 bytes wraps to 0
    std::memcpy(payload.data(), &wrapping, 8);
    CHECK(decode("render", 0x76, payload).problem);
}

TEST_CASE("narrow and wide forms that are easily confused") {
    const auto bytes = [](std::initializer_list<uint16_t> halves) {
        std::vector<std::byte> out;
        for (const uint16_t h : halves) {
            out.push_back(std::byte(h & 0xff));
            out.push_back(std::byte(h >> 8));
        }
        return out;
    };
    SUBCASE("indexType is a u16 beside a u16 primitive") {
        const auto seen = decode("render", 0x07, bytes({3, 1, 0x22, 0, 6, 0x100}));
        CHECK(seen.values.at("primitiveType") == 3);
        CHECK(seen.values.at("indexType") == 1);
        CHECK(seen.values.at("indexCount") == 6);
    }
    SUBCASE("0x01 starts with a u32 primitive, 0x03 ends with a u16 one") {
        const auto payload = bytes({3, 0, 7, 9});
        CHECK(decode("render", 0x01, payload).values.at("vertexStart") == 7);
        CHECK(decode("render", 0x01, payload).values.at("vertexCount") == 9);
        CHECK(decode("render", 0x03, payload).values.at("vertexStart") == 3);
        CHECK(decode("render", 0x03, payload).values.at("primitiveType") == 9);
    }
    SUBCASE("base-vertex draws put the offset before the count, and the base vertex has a sign") {
        const auto seen = decode("render", 0x0b, bytes({3, 0, 1, 0, 0x40, 6, 1, 0xfffe, 2, 0xcccc}));
        CHECK(seen.values.at("indexBufferOffset") == 0x40);
        CHECK(seen.values.at("indexCount") == 6);
        CHECK(seen.values.at("baseVertex") == -2);
    }
    SUBCASE("0x0c is two records, told apart by length") {
        CHECK(decode("render", 0x0c, std::vector<std::byte>(48)).name == "drawPatches (wide)");
        CHECK(decode("render", 0x0c, std::vector<std::byte>(56)).name == "drawPatches (wide)");
        CHECK(decode("render", 0x0c, std::vector<std::byte>(60)).name == "drawIndexedPatches (wide, guest emits 0x0c)");
    }
    SUBCASE("stale bytes behind a u16 option do not reach it") {
        auto payload = std::vector<std::byte>(88);
        payload[84] = std::byte(1);
        payload[86] = std::byte(0xcc);
        CHECK(decode("blit", 0x12e, payload).values.at("options") == 1);
    }
}

TEST_CASE("opcodes of another encoder and unknown ones are told apart") {
    CHECK(decode("render", 0x132, std::vector<std::byte>(24)).problem->reason == pvg::DeclineReason::MissingEncoder);
    CHECK(decode("blit", 0x86, std::vector<std::byte>(24)).problem->reason == pvg::DeclineReason::MissingEncoder);
    CHECK(decode("compute", 0x86, std::vector<std::byte>(24)).name == "useHeaps:count:");
    CHECK(decode("render", 0x2c, std::vector<std::byte>(80)).problem->reason == pvg::DeclineReason::UnknownOpcode);
    CHECK(decode("render", 0xffffffff, std::vector<std::byte>(80)).problem->reason == pvg::DeclineReason::UnknownOpcode);
}
