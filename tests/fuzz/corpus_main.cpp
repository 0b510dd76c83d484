// fuzz_corpus FOLDER: writes the seeds of the targets whose inputs are scripts or property lists, made with the guest's own encoder.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "pvg/guest/pipeline.h"
#include "tests/fuzz/script.h"

using namespace pvg;

namespace {

class Seed {
public:
    Seed& step(uint8_t what, const guest::ByteWriter& payload) {
        const auto bytes = payload.view();
        fuzz::appendStep(m_bytes, what, {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
        return *this;
    }
    Seed& raw(std::span<const std::byte> bytes) {
        const auto* first = reinterpret_cast<const uint8_t*>(bytes.data());
        m_bytes.insert(m_bytes.end(), first, first + bytes.size());
        return *this;
    }
    void write(const std::filesystem::path& path) const {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(m_bytes.data()), std::streamsize(m_bytes.size()));
    }

private:
    std::vector<uint8_t> m_bytes;
};

guest::ByteWriter words(std::initializer_list<uint32_t> values) {
    guest::ByteWriter out;
    for (const uint32_t v : values) out.u32(v);
    return out;
}

// fifo.cpp: channel in bits 6 and 7 of `what`; the command's id in front of its payload.
constexpr uint8_t kRoot = 0, kChild = 1 << 6, kDisplay = 2 << 6;
Seed& command(Seed& seed, uint8_t channel, uint8_t id, std::initializer_list<uint32_t> payload) {
    guest::ByteWriter out;
    out.u8(id);
    for (const uint32_t v : payload) out.u32(v);
    return seed.step(channel, out);
}

void writeFifo(const std::filesystem::path& folder) {
    Seed nop, tasks, exec, held, display, objects, queries, restart, broken, barrier;
    command(nop, kRoot, 0x1e, {}).write(folder / "nop");
    command(tasks, kRoot, 0x38, {4, 1 << 20, 0, 16});
    command(tasks, kRoot, 0x33, {2, 1, 64});
    command(tasks, kChild, 0x39, {2, 0x1000, 0, 0x1000, 0});
    command(tasks, kRoot, 0x20, {2}).write(folder / "tasks");
    command(exec, kChild, 0x37, {0, 1, 1, 40, 0x01000001, 0, 0, 0, 0, 0x2000, 0, 64, 0}).write(folder / "exec");
    held.step(14, guest::ByteWriter().u8(0));
    command(held, kChild, 0x37, {0, 0, 1, 0x2000, 0, 64, 0});
    held.step(8, guest::ByteWriter().u16(2000)).write(folder / "held");
    command(display, kDisplay, 0x01, {0, 14});
    command(display, kDisplay, 0x05, {0, 1});
    command(display, kDisplay, 0x02, {0, 1});
    command(display, kDisplay, 0x06, {0, 0, 33}).write(folder / "display");
    command(objects, kChild, 0x34, {0, 1, 40, 0x01000001});
    command(objects, kChild, 0x35, {0, 1, 40});
    command(objects, kChild, 0x25, {0, 40});
    command(objects, kChild, 0x28, {0, 0x3e9, 12, 41});
    command(objects, kChild, 0x36, {33, 0});
    command(objects, kChild, 0x3c, {0, 40}).write(folder / "objects");
    command(queries, kRoot, 0x3a, {32, 32, 60});
    command(queries, kRoot, 0x2d, {16, 60});
    command(queries, kChild, 0x3b, {0, 50, 8, 8, 0x3000, 0});
    command(queries, kChild, 0x40, {0, 0x3000, 0, 16, 0, 40, 0x16, 40, 0x500502, 64, 64, 1, 0x10001, 1, 0, 0}).write(folder / "queries");
    restart.step(10, words({2})).step(11, guest::ByteWriter().u8(1)).step(13, guest::ByteWriter().u8(0)).write(folder / "restart");
    broken.step(5, words({0x1e, 0, 1})).step(6, words({0x1000})).step(16, words({1, 0x3000, 0x1000, 4, 6})).write(folder / "broken");
    barrier.step(4, guest::ByteWriter().u8(1).u32(3).u32(1).u8(0x1e)).write(folder / "barrier");
}

void writeDevice(const std::filesystem::path& folder) {
    const auto access = [](uint16_t offset, uint32_t value) { return guest::ByteWriter().u16(offset).u32(value); };
    const auto portCount = guest::ByteWriter().u8(1);
    Seed bringUp, config, late;
    bringUp.raw(portCount.view());
    for (const auto& [offset, value] : {std::pair{0x1034, 6}, {0x1030, 4}, {0x1004, 0x6000}, {0x1010, 0x1000}, {0x1000, 1}, {0x101c, 2}, {0x1008, 12}, {0x1020, 1}})
        bringUp.step(3, access(uint16_t(offset), uint32_t(value)));
    bringUp.step(2, guest::ByteWriter().u16(0x1000).u8(4)).step(5, guest::ByteWriter().u8(6).u32(9)).step(7, guest::ByteWriter().u8(0));
    bringUp.write(folder / "bring-up");
    config.raw(portCount.view()).step(0, guest::ByteWriter().u8(0).u8(64)).step(1, guest::ByteWriter().u8(4).u16(0x406));
    config.step(1, guest::ByteWriter().u8(0x10).u32(~0U)).step(1, guest::ByteWriter().u8(0x52).u16(1)).write(folder / "config");
    late.raw(portCount.view()).step(6, guest::ByteWriter().u8(0)).step(3, access(0x1000, 1)).step(2, guest::ByteWriter().u16(0x100c).u8(4));
    late.step(7, guest::ByteWriter().u8(3)).step(7, guest::ByteWriter().u8(1)).write(folder / "late-acknowledgement");
}

void writeTables(const std::filesystem::path& folder) {
    const auto access = [](uint64_t va, uint16_t size, bool writes) { return guest::ByteWriter().u8(0).u8(writes).u64(va).u16(size); };
    Seed plain, tasks, resolve;
    plain.step(4, access(0x5000, 100, false)).step(4, access(0x1ffff0, 0x2000, false)).step(4, access(0x30000, 8, true));
    plain.step(0, guest::ByteWriter().u16(0x1005).u32(0x80000030)).step(4, access(0x5000, 100, true)).write(folder / "access");
    tasks.step(2, guest::ByteWriter().u8(1).u64(1 << 20).u32(1)).step(3, guest::ByteWriter().u8(1).u32(8).u32(256));
    tasks.step(7, guest::ByteWriter().u8(1).u8(1)).write(folder / "tasks");
    resolve.step(6, guest::ByteWriter().u8(0).u16(0).u8(5)).step(7, guest::ByteWriter().u8(0).u8(0).u32(2)).write(folder / "resolve");
}

// The list of a record behind the target's two bytes.
void writeList(const std::filesystem::path& path, uint8_t kind, const guest::Bytes& record) {
    Seed seed;
    seed.raw(guest::ByteWriter().u8(kind).u8(0).view()).raw(std::span(record).subspan(16)).write(path);
}

// A record around hand-made properties, those that the guest's encoder has no form for: `list` with the value of its last field pointing at
// `behind`.
guest::Bytes recordOf(guest::PropertyList list, uint8_t tag, const guest::Bytes& behind) {
    list.add(tag, uint32_t(list.size() + 6));
    return guest::ByteWriter().zeros(16).bytes(list.encode()).bytes(behind).take();
}

// One attribute in a buffer of its own, and `more` fields of the list.
guest::Bytes stageInput(uint32_t step, std::initializer_list<std::pair<uint8_t, uint32_t>> more) {
    const guest::Bytes attributes[] = {guest::PropertyList().add(0, 3).add(1, 31).add(2, 4).add(3, 5).encode()};
    const guest::Bytes layouts[] = {guest::PropertyList().add(0, 5).add(1, step).add(2, 2).add(3, 20).encode()};
    const guest::Bytes first = guest::encodeObjectArray(attributes);
    const auto at = uint32_t(1 + 6 * (2 + more.size()));
    guest::PropertyList list;
    list.add(0, at).add(1, uint32_t(at + first.size()));
    for (const auto& [tag, value] : more) list.add(tag, value);
    return guest::ByteWriter().bytes(list.encode()).bytes(first).bytes(guest::encodeObjectArray(layouts)).take();
}

void writeFetchedInputs(const std::filesystem::path& folder) {
    guest::PropertyList patches;
    patches.add(0x0c, 2).add(0x0d, 64).add(0x0e, 1).add(0x10, 1).add(0x11, 3).add(0x12, 1).add(0x01, 19);
    writeList(folder / "render-patches", 0, recordOf(patches, 0x03, stageInput(4, {})));
    writeList(folder / "compute-stage-input", 1, recordOf(guest::PropertyList().add(0x00, 19), 0x03, stageInput(7, {{2, 1}, {3, 9}})));
}

void writePipeline(const std::filesystem::path& folder) {
    guest::RenderPipeline render;
    render.vertex = ObjectRef{19};
    render.colors.push_back({});
    writeList(folder / "render", 0, guest::renderPipelineRecord(ObjectRef{20}, render));
    render.label = "label";
    render.fragment = ObjectRef{19};
    render.depth = guest::PixelFormat::Depth32Float;
    render.colors[0].blend = guest::kSourceOver;
    render.vertexDescriptor = guest::VertexDescriptor{{{0, guest::VertexFormat::Float2, 0, 0}, {1, guest::VertexFormat::Float4, 8, 0}}, {{0, 24}}};
    writeList(folder / "render-vertex", 0, guest::renderPipelineRecord(ObjectRef{20}, render));
    writeList(folder / "walk", 2, guest::renderPipelineRecord(ObjectRef{20}, render));
    writeList(folder / "compute", 1, guest::computePipelineRecord(ObjectRef{21}, {"kernel", ObjectRef{19}}));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: fuzz_corpus FOLDER\n");
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    writeFifo(folder / "fifo");
    writeDevice(folder / "device");
    writeTables(folder / "tables");
    writePipeline(folder / "pipeline");
    writeFetchedInputs(folder / "pipeline");
    return 0;
}
