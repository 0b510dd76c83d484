// Every descriptor of the operations table cut at each word and with each word at each extreme; slots of any type, length and address
// (objects.md 3, 4, 8 to 10).
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

#include "pvg/object/operations.h"
#include "tests/protocol/hostile_matrix.h"

using namespace hostile;

namespace {

using Op = Operation;

constexpr size_t kTexturePage = 2; // word of a texture's first page
constexpr std::array<uint32_t, 6> kWords{0, 1, 0x1000, 0x7fffffff, 0x80000000, 0xffffffff};

// Draws into, samples from, reads from the ref, and binds it as everything else, whatever it is.
Bytes useEverywhere(Guest& g, ObjectRef ref) {
    const ByteWriter first = ByteWriter().u32(0).u32(1).u32(ref.value);
    const ByteWriter triangle = ByteWriter().u32(3).u16(0).u16(3);
    RawStream s;
    s.pass(ref, 16, 16);
    s.pass(g.target().ref, 16, 16).record(0x74, ByteWriter().u32(ref.value)).record(0x01, triangle);
    s.pass(g.target().ref, 16, 16).record(0x74, ByteWriter().u32(g.pipeline().value));
    s.record(0x7d, ByteWriter().bytes(first.view()).u64(0)).record(0x72, first).record(0x70, first);
    s.record(0x68, ByteWriter().u32(ref.value)).record(0x01, triangle);
    ByteWriter copy;
    copy.u32(ref.value).u32(g.scratch().ref.value).zeros(24).u64(1).u64(1).u64(1).u64(0).u64(4096).u64(4096).zeros(8);
    s.segment(1).record(0xd0, ByteWriter().u32(ref.value));
    s.segment(2).record(0x12e, copy).record(0x133, ByteWriter().u32(ref.value)).record(0x13a, ByteWriter().u32(ref.value));
    return s.take();
}

void attackWith(Guest& g, SlotType type, std::span<const std::byte> descriptor, ObjectRef ref) {
    g.user().publish(ref, type, descriptor);
    CHECK(g.exec(useEverywhere(g, ref)));
    g.user().clearSlot(ref);
    CHECK(g.command(Channel::Immediate, 0x25, ByteWriter().u32(g.user().id().value).u32(ref.value).view()));
}

// ---- a decent descriptor for each row

uint64_t bodyWord(size_t word, bool isWide) {
    // 2D, read and drawn to, BGRA8, 16x16x1, one level, sample and slice; the wide form packs the same bytes otherwise.
    constexpr std::array<uint32_t, 8> kNarrow{2 | 5 << 8 | 80u << 16, 16, 16, 1, 1 | 1u << 16, 1, 0, 0};
    if (!isWide) return kNarrow[word];
    const Bytes wide = ByteWriter().u8(2).u16(80).u32(5).u32(16).u32(16).u32(1).u16(1).u16(1).u16(1).u16(0).u64(0).u8(2).u8(3).u8(4).u8(5).u8(0).take();
    uint32_t value = 0;
    std::memcpy(&value, wide.data() + 4 * word, 4);
    return value;
}

Bytes decentFields(Guest& g, const OperationRow& row) {
    Bytes bytes;
    for (const WireField& field : row.fields) {
        const bool isWide = std::strcmp(field.type, "wide texture body") == 0;
        if (isWide || std::strcmp(field.type, "texture body") == 0) {
            ByteWriter body;
            for (size_t word = 0; word < field.size / 4u; ++word) body.u32(static_cast<uint32_t>(bodyWord(word, isWide)));
            bytes.insert(bytes.end(), body.view().begin(), body.view().end());
            continue;
        }
        const bool isBuffer = std::strcmp(field.name, "buffer") == 0;
        const bool isRef = std::strcmp(field.type, "u32 ref") == 0;
        const Bytes value = decentRecord(g, {&field, 1}, [&](Guest&, const WireField&) -> uint64_t {
            if (isRef) return isBuffer ? g.scratch().ref.value : g.target().ref.value;
            if (std::strcmp(field.name, "bytesPerRow") == 0) return 256;
            return 1;
        });
        bytes.insert(bytes.end(), value.begin(), value.end());
    }
    return bytes;
}

Bytes decentRecordOf(Guest& g, const OperationRow& row) {
    const ObjectRef ref{1};
    if (row.id == uint32_t(Op::newRenderPipelineState))
        return renderPipelineRecord(ref, {"label", g.pipeline(), g.pipeline(), guest::VertexDescriptor{{{}}, {{}}}, {{}}, std::nullopt});
    if (row.id == uint32_t(Op::newComputePipelineState)) return computePipelineRecord(ref, {"label", g.pipeline()});
    Bytes fields = decentFields(g, row);
    if (row.length) fields.resize(row.length - 8);
    return ByteWriter().u32(row.id).u32(static_cast<uint32_t>(8 + fields.size())).bytes(fields).take();
}

struct Place {
    SlotType type;
    std::function<Bytes(Guest&)> prefix;
};

// Where a record of this row stands behind the slot (objects.md 4).
Place placeOf(const OperationRow& row) {
    const std::string name = row.name;
    if (name.starts_with("newTextureView") || name.starts_with("newTextureWithBuffer") || name.starts_with("newHeapTexture") ||
        name.starts_with("newSharedTexture"))
        return {SlotType::TextureView, [](Guest&) { return Bytes(); }};
    if (name.starts_with("newTexture"))
        return {SlotType::Texture, [](Guest& g) {
                    const Allocation& memory = g.target().memory;
                    ByteWriter w;
                    w.u64(memory.size).u32(static_cast<uint32_t>(memory.address.value >> 12)).u16(1).u16(0).u64(0).u64(0).u8(0).u8(0).u8(0).u8(4);
                    return w.u64(0).u64(1024).u64(64).u32(16).u32(16).u32(1).take();
                }};
    if (name.starts_with("newIOSurface")) return {SlotType::SurfaceTexture, [](Guest&) { return ByteWriter().u32(32).u32(0).take(); }};
    if (name.starts_with("newFunction"))
        return {SlotType::Function, [](Guest& g) { return ByteWriter().u64(g.scratch().memory.address.value).u32(4096).take(); }};
    return {SlotType::Serializer, [](Guest&) { return Bytes(); }};
}

Bytes decentDescriptor(Guest& g, const OperationRow& row) {
    Bytes bytes = placeOf(row).prefix(g);
    const Bytes record = decentRecordOf(g, row);
    bytes.insert(bytes.end(), record.begin(), record.end());
    return bytes;
}

// ---- the cases

// Upper bound of a descriptor's words, so that the table can be made without a guest; what lies beyond its end is no case.
size_t wordsOf(const OperationRow& row) { return ((row.length ? row.length : 96) + 72) / 4; }

void addDescriptor(std::vector<Attack>& attacks, const OperationRow& row) {
    const SlotType type = placeOf(row).type;
    const size_t most = type == SlotType::Texture ? wordsOf(row) : wordsOf(row) - 15;
    for (size_t word = 0; word < most; ++word) {
        for (const uint32_t value : kWords) {
            // Page 1 is the guest's own object list: it would draw over its slots.
            if (type == SlotType::Texture && word == kTexturePage && value == 1) continue;
            Attack attack{caseName(row.name, "word " + std::to_string(word), value), {}};
            attack.run = [&row, type, word, value](Guest& g) {
                Bytes bytes = decentDescriptor(g, row);
                if (4 * word + 4 <= bytes.size()) std::memcpy(bytes.data() + 4 * word, &value, 4);
                else bytes.resize(4 * word + 4, static_cast<std::byte>(value)); // too long instead
                attackWith(g, type, bytes, g.user().newRef());
            };
            attacks.push_back(std::move(attack));
        }
        Attack cut{caseName(row.name, "cut at", 4 * word), {}};
        cut.run = [&row, type, word](Guest& g) {
            Bytes bytes = decentDescriptor(g, row);
            bytes.resize(std::min(bytes.size(), 4 * word));
            attackWith(g, type, bytes, g.user().newRef());
        };
        attacks.push_back(std::move(cut));
    }
}

std::vector<Attack> descriptorCases() {
    std::vector<Attack> attacks;
    for (const OperationRow& row : operationRows())
        if (row.status == OperationStatus::Makes || row.status == OperationStatus::Kept) addDescriptor(attacks, row);
    return attacks;
}

// Type, length and address of a slot at extremes; behind the address lies a page of ones.
std::vector<Attack> slotCases() {
    std::vector<Attack> attacks;
    constexpr uint64_t kInPage = 0, kAtEnd = 1; // stand for addresses in that page
    for (const uint32_t type : {0u, 1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u, 9u, 10u, 11u, 12u, 13u, 14u, 15u, 16u, 127u, 255u})
        for (const uint32_t length : {0u, 1u, 12u, 44u, 4096u, 65536u, 0x100000u, 0x100001u, 0xffffffu})
            for (const uint64_t address : {kInPage, kAtEnd, uint64_t{1} << 36, uint64_t{1} << 63, ~uint64_t{0}}) {
                Attack attack{caseName("slot", "type " + std::to_string(type) + " of " + std::to_string(length) + " bytes at", address), {}};
                attack.run = [type, length, address](Guest& g) {
                    RawTask task(g.driver(), TaskId{78});
                    const Allocation commands = task.allocate(4096), bytes = task.allocate(4096);
                    bytes.write(0, Bytes(4096, std::byte{0xff}));
                    const uint64_t at = address == kInPage ? bytes.address.value : address == kAtEnd ? bytes.address.value + 4095 : address;
                    task.slot(40, type | length << 8, at);
                    CHECK(g.execIn(TaskId{78}, commands, useEverywhere(g, ObjectRef{40})));
                };
                attacks.push_back(std::move(attack));
            }
    return attacks;
}

} // namespace

TEST_CASE("each descriptor cut at each word and with each word at each extreme") { runAttacks(descriptorCases(), {kMatrixUser, false}); }
TEST_CASE("slots of any type, length and address") { runAttacks(slotCases(), {kMatrixUser, false}); }
