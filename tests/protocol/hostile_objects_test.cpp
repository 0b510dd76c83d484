// Descriptors, page tables and function blobs of any content, and such that change while they are read (objects.md).
#include <doctest/doctest.h>

#include <atomic>
#include <random>
#include <thread>

#include "pvg/guest/atomics.h"
#include "shaders/demo/demo_shaders.h"
#include "tests/protocol/hostile_attack.h"

using namespace hostile;

namespace {

void patchWord(Bytes& bytes, size_t at, uint32_t value) { std::memcpy(bytes.data() + at, &value, std::min<size_t>(4, bytes.size() - at)); }

// Draws into, samples from and copies from the ref, whatever it is.
void useEverywhere(Guest& g, ObjectRef ref) {
    RawStream s;
    s.pass(ref, 16, 16);
    s.pass(g.target().ref, 16, 16).record(0x74, ByteWriter().u32(ref.value)).record(0x01, ByteWriter().u32(3).u16(0).u16(3));
    s.pass(g.target().ref, 16, 16).record(0x74, ByteWriter().u32(g.pipeline().value));
    s.record(0x7d, ByteWriter().u32(0).u32(1).u32(ref.value).u64(0)).record(0x72, ByteWriter().u32(0).u32(1).u32(ref.value));
    s.record(0x70, ByteWriter().u32(0).u32(1).u32(ref.value)).record(0x68, ByteWriter().u32(ref.value));
    s.record(0x01, ByteWriter().u32(3).u16(0).u16(3));
    ByteWriter copy;
    copy.u32(ref.value).u32(g.scratch().ref.value).zeros(24).u64(1).u64(1).u64(1).u64(0).u64(4096).u64(4096).zeros(8);
    s.segment(2).record(0x12e, copy).record(0x133, ByteWriter().u32(ref.value)).record(0x13a, ByteWriter().u32(ref.value));
    CHECK(g.exec(s));
}

// Each word of a good descriptor at each extreme, and the descriptor cut at each word.
Attack descriptor(const char* name, SlotType type, std::function<Bytes(Guest&, ObjectRef)> make) {
    Attack attack{name, {}};
    attack.run = [type, make = std::move(make)](Guest& g) {
        const ObjectRef ref = g.user().newRef();
        const Bytes good = make(g, ref);
        const auto attackWith = [&](const Bytes& bytes) {
            g.user().publish(ref, type, bytes);
            useEverywhere(g, ref);
            g.user().clearSlot(ref);
            CHECK(g.command(Channel::Immediate, 0x25, ByteWriter().u32(1).u32(ref.value).view()));
        };
        for (size_t at = 0; at < good.size(); at += 4) {
            for (const uint32_t value : {0u, 16385u, 0x7fffffffu, 0xffffffffu}) {
                Bytes bad = good;
                patchWord(bad, at, value);
                attackWith(bad);
            }
            attackWith(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(at)));
        }
    };
    return attack;
}

TextureShape shape16() {
    TextureShape shape;
    shape.width = shape.height = 16;
    shape.usage = kUsageRead | kUsageTarget;
    return shape;
}

std::vector<Attack> descriptorAttacks() {
    return {
        descriptor("buffer descriptors", SlotType::Buffer, [](Guest& g, ObjectRef) { return bufferDescriptor({g.scratch().memory.address, 65536}); }),
        descriptor("texture descriptors", SlotType::Texture,
                   [](Guest& g, ObjectRef ref) {
                       return textureDescriptor(ref, shape16(), layoutLevels(shape16(), 64), {g.target().memory.address, g.target().memory.size});
                   }),
        descriptor("surface textures", SlotType::SurfaceTexture, [](Guest&, ObjectRef ref) { return surfaceTextureDescriptor(ref, ObjectRef{0x4000}, shape16()); }),
        descriptor("views", SlotType::TextureView, [](Guest& g, ObjectRef ref) { return viewRecord(ref, g.target().ref, {.level = 0}); }),
        descriptor("views of themselves", SlotType::TextureView, [](Guest&, ObjectRef ref) { return viewRecord(ref, ref, {.level = 0}); }),
        descriptor("samplers", SlotType::Serializer, [](Guest&, ObjectRef ref) { return samplerRecord(ref, {}); }),
        descriptor("depth-stencil states", SlotType::Serializer, [](Guest&, ObjectRef ref) { return depthStencilRecord(ref, {.depth = Compare::Less, .writesDepth = true}); }),
        descriptor("render pipelines", SlotType::Serializer,
                   [](Guest& g, ObjectRef ref) {
                       return renderPipelineRecord(ref, {"label", g.pipeline(), g.pipeline(), VertexDescriptor{{{}}, {{}}}, {{}}, std::nullopt});
                   }),
        descriptor("functions", SlotType::Function, [](Guest& g, ObjectRef ref) { return functionDescriptor(ref, {g.scratch().memory.address, 4096}); }),
    };
}

// ---- page tables

Attack pageTable(const char* name, const char* reason, std::function<void(RawTask&)> wreck) {
    Attack attack{name, {}, {{reason, "ExecIndirect2"}}};
    attack.run = [wreck = std::move(wreck)](Guest& g) {
        RawTask task(g.driver(), TaskId{2});
        const Allocation commands = task.allocate(8192);
        wreck(task);
        g.command(Channel::Immediate, 0x39, ByteWriter().u32(2).u64(0).u64(uint64_t{4} << 20).view());
        CHECK(g.execIn(TaskId{2}, commands, Bytes(64)));
    };
    return attack;
}

std::vector<Attack> pageTableAttacks() {
    return {
        pageTable("a root that is its own child", "UnmappedPage", [](RawTask& t) { storeWord(t.root, 0, t.root.number); storeWord(t.root, 64, 0); }),
        pageTable("a directory without a root", "BadAddress", [](RawTask& t) { storeWord(t.directory, 0, 0); }),
        pageTable("a directory of depth 2^32-1", "BadAddress", [](RawTask& t) { storeWord(t.directory, 4, ~0u); }),
        pageTable("a node outside of RAM", "BadAddress", [](RawTask& t) { storeWord(t.root, 0, 0x7ffffff0); }),
        pageTable("a page outside of RAM", "BadAddress", [](RawTask& t) { storeWord(t.leaf, 64, 0x7ffffff0); }),
        pageTable("a hole", "UnmappedPage", [](RawTask& t) { storeWord(t.leaf, 64, 0); }),
    };
}

// ---- functions

std::vector<Attack> functionAttacks() {
    const auto draw = [](Guest& g, std::span<const std::byte> blob) {
        const ObjectRef function = makeFunction(g.user(), blob);
        const ObjectRef pipeline = makeRenderPipeline(g.user(), {"", function, function, std::nullopt, {{}}, std::nullopt});
        RawStream s;
        s.pass(g.target().ref, 16, 16).record(0x74, ByteWriter().u32(pipeline.value)).record(0x01, ByteWriter().u32(3).u16(0).u16(3));
        CHECK(g.exec(s));
    };
    Attack cut{"a library cut at many lengths", {}}, noise{"random bytes as bitcode", {}}, flipped{"a library with flipped bits", {}};
    cut.run = [draw](Guest& g) {
        const std::span<const std::byte> library = demo::demoLibrary("triangle_vertex");
        for (size_t i = 1; i <= 8; ++i) draw(g, library.first(library.size() * i / 9));
    };
    noise.run = [draw](Guest& g) {
        std::mt19937 random(1);
        for (int i = 0; i < 4; ++i) {
            Bytes bytes(400);
            for (std::byte& b : bytes) b = static_cast<std::byte>(random());
            patchWord(bytes, 0, i & 1 ? 0xdec04342 : 0x0b17c0de);
            draw(g, bytes);
        }
    };
    flipped.run = [draw](Guest& g) {
        std::mt19937 random(2);
        for (int i = 0; i < 8; ++i) {
            const std::span<const std::byte> library = demo::demoLibrary("triangle_fragment");
            Bytes bytes(library.begin(), library.end());
            for (int k = 0; k < 4; ++k) bytes[random() % bytes.size()] ^= static_cast<std::byte>(1 << random() % 8);
            draw(g, bytes);
        }
    };
    for (Attack* attack : {&cut, &noise, &flipped}) attack->declines = {{"ShaderDeclined", "drawPrimitives"}};
    return {cut, noise, flipped};
}

// ---- memory that changes while it is read

std::vector<Attack> raceAttacks() {
    Attack attack{"descriptors, page tables and streams that change all the time", {}};
    attack.run = [](Guest& g) {
        RawTask task(g.driver(), TaskId{2});
        const Allocation commands = task.allocate(8192), memory = task.allocate(8192);
        const uint32_t ref = task.publish(SlotType::Texture, textureDescriptor(ObjectRef{32}, shape16(), layoutLevels(shape16(), 64), {memory.address, 8192}));
        const std::vector<Page> victims{task.list, task.leaf, task.middle, commands.pages[0], commands.pages[1]};
        std::atomic<bool> isOver = false;
        std::thread flipper([&] {
            std::mt19937 random(3);
            while (!isOver) {
                const Page& page = victims[random() % victims.size()];
                const uint32_t at = random() % 4096;
                const auto byte = std::atomic_ref<uint8_t>(*reinterpret_cast<uint8_t*>(page.bytes + at));
                const uint8_t old = byte.exchange(static_cast<uint8_t>(random()));
                byte.store(old);
            }
        });
        for (int i = 0; i < 60; ++i) {
            RawStream s;
            for (int k = 0; k < 8; ++k) s.pass(ObjectRef{ref}, 16, 16);
            CHECK(g.execIn(TaskId{2}, commands, s.take()));
            g.command(Channel::Immediate, 0x25, ByteWriter().u32(2).u32(ref).view());
        }
        isOver = true;
        flipper.join();
    };
    return {attack};
}

} // namespace

TEST_CASE("descriptors with any word wrong or cut anywhere are survived") { runAttacks(descriptorAttacks()); }
TEST_CASE("broken page tables are declined by name") { runAttacks(pageTableAttacks()); }
TEST_CASE("functions that are no functions are declined by name") { runAttacks(functionAttacks()); }
TEST_CASE("memory that changes while it is read is survived") { runAttacks(raceAttacks()); }
