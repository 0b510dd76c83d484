// Segments and records of a command stream: framing, every opcode at every length, bad numbers in draws and blits (stream.md 1 to 8).
#include <doctest/doctest.h>

#include "pvg/stream/opcodes.h"
#include "tests/protocol/hostile_attack.h"

using namespace hostile;

namespace {

constexpr uint8_t kRender = 0, kCompute = 1, kBlit = 2, kEvent = 3, kInfo = 4;

using Fill = std::function<void(Guest&, RawStream&)>;

Attack streamAttack(const char* name, std::vector<DeclineKey> declines, Fill fill) {
    Attack attack{name, {}, std::move(declines)};
    attack.run = [fill = std::move(fill)](Guest& g) {
        RawStream stream;
        fill(g, stream);
        CHECK(g.exec(stream));
    };
    return attack;
}

Bytes words(std::initializer_list<uint32_t> values) {
    ByteWriter w;
    for (uint32_t v : values) w.u32(v);
    return w.take();
}

Attack framing(const char* name, const char* reason, std::initializer_list<uint32_t> values) {
    return streamAttack(name, {{reason, "segment"}}, [bytes = words(values)](Guest&, RawStream& s) { s.raw(bytes); });
}

std::vector<Attack> framingAttacks() {
    std::vector<Attack> attacks{
        framing("a segment of length 0", "BadSegment", {0, 0}),
        framing("a segment of length 7", "BadSegment", {7, 0}),
        framing("a segment of 2^32-1 bytes", "BadSegment", {~0u, 0}),
        framing("a segment one byte longer than its buffer", "BadSegment", {9, 0}),
        framing("half a segment header", "BadSegment", {8}),
        framing("a continuation of nothing", "BadSegment", {8, 0x0100}),
        framing("a record of length 0", "BadRecord", {16, 0, 0x74, 0}),
        framing("a record of length 4", "BadRecord", {16, 0, 0x74, 4}),
        framing("a record of length 9", "BadRecord", {20, 0, 0x74, 9, 0}),
        framing("a record of 2^32-1 bytes", "BadRecord", {16, 0, 0x74, ~0u}),
        framing("a record of 2^32-4 bytes", "BadRecord", {16, 0, 0x74, 0xfffffffc}),
        framing("a record longer than its segment", "BadRecord", {16, 0, 0x74, 12}),
        framing("half a record header", "BadRecord", {12, 0, 0x74}),
    };
    attacks.push_back(streamAttack("segment types that do not exist", std::vector<DeclineKey>(3, {"BadSegment", "segment"}), [](Guest&, RawStream& s) {
        for (const uint8_t type : {6, 7, 255}) s.segment(type).record(0x1a);
    }));
    attacks.push_back(streamAttack("opcodes of other encoders", {{"MissingEncoder", "copyFromBuffer:toTexture:"}, {"MissingEncoder", "drawPrimitives"}, {"MissingEncoder", "dispatchThreadgroups"},
                                     {"MissingEncoder", "setRenderPipelineState"}, {"MissingEncoder", "encodeWaitForEvent:value:"}}, [](Guest&, RawStream& s) {
        s.segment(kRender).record(0x12c, ByteWriter().zeros(88));
        s.segment(kCompute).record(0x01, ByteWriter().zeros(8));
        s.segment(kBlit).record(0xc8, ByteWriter().zeros(48));
        s.segment(kEvent).record(0x74, ByteWriter().zeros(4));
        s.segment(kInfo).record(0x190, ByteWriter().zeros(12));
    }));
    attacks.push_back(streamAttack("ten thousand empty encoders", {}, [](Guest&, RawStream& s) {
        for (int i = 0; i < 10000; ++i) s.segment(static_cast<uint8_t>(i % 5));
    }));
    return attacks;
}

// ---- every opcode at every length, filled with zeros, ones and a live object's ref

void openEncoder(Guest& g, RawStream& s, uint8_t type) {
    if (type != kRender) {
        s.segment(type);
        return;
    }
    s.pass(g.target().ref, 16, 16);
    s.record(0x74, ByteWriter().u32(g.pipeline().value));
    s.record(0x7d, ByteWriter().u32(0).u32(1).u32(g.vertices().ref.value).u64(0));
}

Attack opcodeAttack(const stream::Opcode& row, uint32_t word) {
    char name[96];
    std::snprintf(name, sizeof name, "opcode 0x%x of %u words 0x%x", row.code, row.total, word);
    Attack attack{name, {}};
    attack.run = [&row, word](Guest& g) {
        for (uint32_t size = 0; size <= row.total; size += row.total > 128 ? 68 : 4) {
            const uint32_t value = word ? word : g.scratch().ref.value;
            ByteWriter payload;
            for (uint32_t at = 0; at < size; at += 4) payload.u32(word == 1 ? 0 : value);
            RawStream s;
            openEncoder(g, s, static_cast<uint8_t>(row.group));
            s.record(row.code, payload);
            CHECK(g.exec(s));
        }
    };
    return attack;
}

std::vector<Attack> opcodeAttacks() {
    std::vector<Attack> attacks;
    for (const stream::Opcode& row : stream::opcodes()) {
        if (row.group == stream::Group::Envelope) continue;
        for (const uint32_t word : {1u, 0xffffffffu, 0u}) attacks.push_back(opcodeAttack(row, word));
    }
    return attacks;
}

// ---- draws

Attack drawAttack(const char* name, DeclineKey key, Fill fill) {
    return streamAttack(name, {std::move(key)}, [fill = std::move(fill)](Guest& g, RawStream& s) {
        openEncoder(g, s, kRender);
        fill(g, s);
    });
}

ByteWriter indexed(uint32_t buffer, uint64_t count, uint64_t offset, uint16_t type = 0) {
    return ByteWriter().u16(3).u16(type).u32(buffer).u64(count).u64(offset);
}

std::vector<Attack> drawAttacks() {
    return {
        streamAttack("a draw without a pipeline", {{"MissingPipeline", "drawPrimitives"}},
                     [](Guest& g, RawStream& s) { s.pass(g.target().ref, 16, 16).record(0x01, ByteWriter().u32(3).u16(0).u16(3)); }),
        streamAttack("a draw without a pass", {{"MissingPipeline", "drawPrimitives"}},
                     [](Guest&, RawStream& s) { s.segment(kRender).record(0x01, ByteWriter().u32(3).u16(0).u16(3)); }),
        streamAttack("a pass into nothing", {},
                     [](Guest&, RawStream& s) { s.pass({}, 0, 0).record(0x01, ByteWriter().u32(3).u16(0).u16(3)); }),
        streamAttack("a pass into an object that does not exist", {{"UnresolvedRef", "renderPassDescriptor"}},
                     [](Guest&, RawStream& s) { s.pass(ObjectRef{0x8000}, 16, 16); }),
        streamAttack("a pass into a buffer", {{"WrongKind", "renderPassDescriptor"}},
                     [](Guest& g, RawStream& s) { s.pass(g.scratch().ref, 16, 16); }),
        streamAttack("a pass into a pipeline", {{"WrongKind", "renderPassDescriptor"}},
                     [](Guest& g, RawStream& s) { s.pass(g.pipeline(), 16, 16); }),
        streamAttack("a pass larger than its target", {},
                     [](Guest& g, RawStream& s) { s.pass(g.target().ref, uint32_t{1} << 31, 17); }),
        drawAttack("a draw of 2^64-1 vertices", {"LimitExceeded", "drawPrimitives (wide)"},
                   [](Guest&, RawStream& s) { s.record(0x00, ByteWriter().u32(3).u64(0).u64(~uint64_t{0})); }),
        drawAttack("a draw of 2^31 vertices", {"LimitExceeded", "drawPrimitives (wide)"},
                   [](Guest&, RawStream& s) { s.record(0x00, ByteWriter().u32(3).u64(0).u64(uint64_t{1} << 31)); }),
        drawAttack("65535 instances of 65535 vertices", {"LimitExceeded", "drawPrimitives instanced"},
                   [](Guest&, RawStream& s) { s.record(0x03, ByteWriter().u16(0).u16(65535).u16(65535).u16(3)); }),
        drawAttack("a draw of primitive 77", {"BadField", "drawPrimitives"},
                   [](Guest&, RawStream& s) { s.record(0x01, ByteWriter().u32(77).u16(0).u16(3)); }),
        drawAttack("indices from nowhere", {"UnresolvedRef", "drawIndexedPrimitives (wide)"},
                   [](Guest&, RawStream& s) { s.record(0x06, indexed(0x8000, 3, 0)); }),
        drawAttack("indices from a texture", {"WrongKind", "drawIndexedPrimitives (wide)"},
                   [](Guest& g, RawStream& s) { s.record(0x06, indexed(g.target().ref.value, 3, 0)); }),
        drawAttack("indices behind their buffer", {"BadField", "drawIndexedPrimitives (wide)"},
                   [](Guest& g, RawStream& s) { s.record(0x06, indexed(g.scratch().ref.value, 3, 65536)); }),
        drawAttack("indices at 2^64-2", {"BadField", "drawIndexedPrimitives (wide)"},
                   [](Guest& g, RawStream& s) { s.record(0x06, indexed(g.scratch().ref.value, 3, ~uint64_t{1})); }),
        drawAttack("more indices than there are", {"LimitExceeded", "drawIndexedPrimitives (wide)"},
                   [](Guest& g, RawStream& s) { s.record(0x06, indexed(g.scratch().ref.value, uint64_t{1} << 40, 0)); }),
        drawAttack("indices of type 9", {"BadField", "drawIndexedPrimitives (wide)"},
                   [](Guest& g, RawStream& s) { s.record(0x06, indexed(g.scratch().ref.value, 3, 0, 9)); }),
        drawAttack("indices that name vertices far away", {"", ""},
                   [](Guest& g, RawStream& s) {
                       g.scratch().memory.write(1024, words({0xffffffff, 0x7fffffff, 0x80000000}));
                       s.record(0x06, indexed(g.scratch().ref.value, 3, 1024, 1));
                   }),
        drawAttack("2^32-1 buffers bound", {"BadRecord", "setVertexBuffers"},
                   [](Guest& g, RawStream& s) { s.record(0x7d, ByteWriter().u32(0).u32(~0u).u32(g.scratch().ref.value).u64(0)); }),
        drawAttack("a buffer bound at slot 2^32-1, clipped (stream.md 1.6)", {"", ""},
                   [](Guest& g, RawStream& s) { s.record(0x7d, ByteWriter().u32(~0u).u32(1).u32(g.scratch().ref.value).u64(0)); }),
        drawAttack("a viewport and scissor of not-a-number", {"", ""},
                   [](Guest&, RawStream& s) {
                       s.record(0x82, ByteWriter().u64(~uint64_t{0}).u64(~uint64_t{0}).f64(1e300).f64(-1e300).f64(2).f64(-3));
                       s.record(0x75, ByteWriter().u64(~uint64_t{0}).u64(0).u64(~uint64_t{0}).u64(1));
                       s.record(0x01, ByteWriter().u32(3).u16(0).u16(3));
                   }),
    };
}

// ---- blits

struct Region {
    uint64_t x, y, z, width, height, depth;
};
ByteWriter textureToBuffer(Guest& g, const Region& r, uint64_t offset, uint64_t perRow, uint16_t level = 0, uint16_t slice = 0) {
    ByteWriter w;
    w.u32(g.target().ref.value).u32(g.scratch().ref.value).u64(r.x).u64(r.y).u64(r.z).u64(r.width).u64(r.height).u64(r.depth);
    w.u64(offset).u64(perRow).u64(perRow * 16).u16(slice).u16(level).u16(0).u16(0);
    return w;
}

Attack blit(const char* name, const char* reason, uint32_t opcode, const char* command, std::function<ByteWriter(Guest&)> payload) {
    std::vector<DeclineKey> keys;
    if (*reason) keys.push_back({reason, command});
    return streamAttack(name, keys, [opcode, payload = std::move(payload)](Guest& g, RawStream& s) { s.segment(kBlit).record(opcode, payload(g)); });
}

std::vector<Attack> blitAttacks() {
    constexpr Region kWhole{0, 0, 0, 16, 16, 1};
    constexpr const char* kRead = "copyFromTexture:toBuffer:";
    constexpr const char* kCopy = "copyFromBuffer:toBuffer:";
    return {
        blit("a read one pixel outside", "BadField", 0x12e, kRead, [](Guest& g) { return textureToBuffer(g, {1, 0, 0, 16, 16, 1}, 0, 64); }),
        blit("a read at 2^64-1", "BadField", 0x12e, kRead, [](Guest& g) { return textureToBuffer(g, {~uint64_t{0}, 0, 0, 2, 1, 1}, 0, 64); }),
        blit("a read 2^63 deep", "BadField", 0x12e, kRead,
             [](Guest& g) { return textureToBuffer(g, {0, 0, 0, 16, 16, uint64_t{1} << 63}, 0, 64); }),
        blit("a read of level 9", "BadField", 0x12e, kRead, [=](Guest& g) { return textureToBuffer(g, kWhole, 0, 64, 9); }),
        blit("a read of slice 9", "BadField", 0x12e, kRead, [=](Guest& g) { return textureToBuffer(g, kWhole, 0, 64, 0, 9); }),
        blit("a read behind its buffer", "BadField", 0x12e, kRead, [=](Guest& g) { return textureToBuffer(g, kWhole, 65536 - 960, 64); }),
        blit("a read with rows of 0 bytes", "BadField", 0x12e, kRead, [=](Guest& g) { return textureToBuffer(g, kWhole, 0, 0); }),
        blit("a read with rows that overlap", "BadField", 0x12e, kRead, [=](Guest& g) { return textureToBuffer(g, kWhole, 0, 60); }),
        blit("a read with rows of 2^63 bytes", "BadField", 0x12e, kRead, [=](Guest& g) { return textureToBuffer(g, kWhole, 0, uint64_t{1} << 63); }),
        blit("a copy of 2^64-1 bytes", "BadField", 0x12d, kCopy,
             [](Guest& g) { return ByteWriter().u32(g.scratch().ref.value).u32(g.vertices().ref.value).u64(0).u64(0).u64(~uint64_t{0}); }),
        blit("a copy that wraps", "BadField", 0x12d, kCopy,
             [](Guest& g) { return ByteWriter().u32(g.scratch().ref.value).u32(g.vertices().ref.value).u64(~uint64_t{0}).u64(~uint64_t{0}).u64(2); }),
        blit("a copy over itself", "", 0x12d, kCopy,
             [](Guest& g) { return ByteWriter().u32(g.scratch().ref.value).u32(g.scratch().ref.value).u64(0).u64(100).u64(1000); }),
        blit("a fill behind its buffer", "BadField", 0x132, "fillBuffer:range:value:",
             [](Guest& g) { return ByteWriter().u32(g.scratch().ref.value).u64(65536).u64(1).u32(0); }),
        blit("a copy from a texture over itself", "", 0x12f, "copyFromTexture:toTexture:",
             [](Guest& g) {
                 ByteWriter w;
                 w.u32(g.target().ref.value).u32(g.target().ref.value).u64(0).u64(0).u64(0).u64(12).u64(12).u64(1).u64(4).u64(4).u64(0).zeros(8);
                 return w;
             }),
        blit("mip levels of one level", "", 0x133, "generateMipmaps", [](Guest& g) { return ByteWriter().u32(g.target().ref.value); }),
        blit("65535 slices of 65535 levels", "", 0x13e, "copyFromTexture whole slices/levels",
             [](Guest& g) { return ByteWriter().u32(g.target().ref.value).u32(g.target().ref.value).zeros(8).u16(65535).u16(65535); }),
    };
}

// ---- queries whose reply has nowhere to go

std::vector<Attack> queryAttacks() {
    std::vector<Attack> attacks;
    for (const auto& [opcode, name] : {std::pair{0x1c2u, "computePipelineStateInfo"}, {0x1c9u, "renderPipelineStateInfo"}}) {
        const uint32_t code = opcode;
        attacks.push_back(streamAttack(name, {{"UnresolvedRef", name}, {"WrongKind", name}, {"BadField", name}, {"BadField", name}},
                                       [code](Guest& g, RawStream& s) {
                                           s.segment(kInfo);
                                           s.record(code, ByteWriter().u32(g.pipeline().value).u32(0x8000).u64(0));
                                           s.record(code, ByteWriter().u32(g.pipeline().value).u32(g.target().ref.value).u64(0));
                                           s.record(code, ByteWriter().u32(g.pipeline().value).u32(g.scratch().ref.value).u64(65536));
                                           s.record(code, ByteWriter().u32(0x8000).u32(g.scratch().ref.value).u64(~uint64_t{0}));
                                       }));
    }
    return attacks;
}

std::vector<Attack> together(std::initializer_list<std::vector<Attack>> tables) {
    std::vector<Attack> all;
    for (const auto& table : tables)
        for (Attack attack : table) {
            std::erase(attack.declines, DeclineKey{});
            all.push_back(std::move(attack));
        }
    return all;
}

} // namespace

TEST_CASE("segments, draws, blits and queries with wrong numbers are declined by name") {
    runAttacks(together({framingAttacks(), drawAttacks(), blitAttacks(), queryAttacks()}));
}

TEST_CASE("every opcode at every length is survived") { runAttacks(opcodeAttacks()); }
