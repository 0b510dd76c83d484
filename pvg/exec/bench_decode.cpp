#include "pvg/exec/bench_decode.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <vector>

#include "pvg/exec/bench_guest.h"
#include "pvg/exec/null_backend.h"
#include "pvg/guest/pipeline.h"
#include "pvg/stream/framing.h"

namespace pvg {

namespace {

using Clock = std::chrono::steady_clock;

// Copies this many times over: one pass over the stream's bytes is too short for the clock.
constexpr int kCopies = 64;

struct Scene {
    ObjectRef target, texture, sampler, pipelines[2], vertices, indices, constants;
};

Scene makeScene(BenchGuest& guest) {
    const auto function = [&] { return guest.makeFunction(std::string(256, 'f')); };
    const auto texture = [&](uint32_t size, uint32_t usage) {
        return guest.makeTexture({.width = size, .height = size, .usage = usage, .storage = guest::Storage::Private});
    };
    Scene scene;
    scene.target = texture(256, guest::kUsageTarget | guest::kUsageRead);
    scene.texture = texture(128, guest::kUsageRead);
    scene.sampler = guest.publish(7, guest::samplerRecord(guest.nextRef(), {}));
    for (ObjectRef& ref : scene.pipelines) {
        guest::RenderPipeline pipeline;
        pipeline.vertex = function();
        pipeline.fragment = function();
        pipeline.colors = {{}};
        ref = guest.publish(7, guest::renderPipelineRecord(guest.nextRef(), pipeline));
    }
    scene.vertices = guest.makeBuffer(64 << 10);
    scene.indices = guest.makeBuffer(4096);
    scene.constants = guest.makeBuffer(4096);
    return scene;
}

// One compositor pass of three draws; shares of the records follow workload.md 1.
void addPass(guest::StreamWriter& stream, const Scene& scene, uint32_t number) {
    guest::RenderPass pass;
    pass.color.texture = scene.target;
    pass.color.load = guest::LoadAction::Load;
    pass.width = pass.height = 256;
    stream.beginRender(pass);
    stream.setViewport({0, 0, 256, 256});
    stream.barrierTextures();
    for (uint32_t draw = 0; draw < 3; ++draw) {
        const uint64_t offset = (number * 3 + draw) % 256 * 192;
        const guest::BufferBinding vertex[] = {{scene.vertices, offset}, {scene.constants, 0}}, fragment[] = {{scene.constants, 256 * draw}};
        const ObjectRef textures[] = {scene.texture}, samplers[] = {scene.sampler};
        stream.setPipeline(scene.pipelines[draw % 2]);
        stream.setBuffers(guest::Stage::Vertex, 0, vertex);
        stream.setBufferOffset(guest::Stage::Vertex, 0, offset + 48);
        if (draw < 2) {
            stream.setBuffers(guest::Stage::Fragment, 0, fragment);
            stream.setFragmentTextures(0, textures);
            stream.setScissor({draw, draw, 100, 100});
        }
        if (draw == 0) stream.setFragmentSamplers(0, samplers);
        stream.draw(guest::IndexedDraw{guest::Primitive::Triangle, {scene.indices, 12 * draw}, 6});
    }
    stream.end();
}

size_t countRecords(std::span<const std::byte> chunk) {
    size_t records = 0;
    stream::SegmentWalker segments(chunk);
    while (const auto segment = segments.next()) {
        stream::RecordWalker walker(segment->body);
        while (walker.next()) ++records;
    }
    return records;
}

struct Stream {
    std::vector<ExecPacket> packets;
    std::vector<std::byte> bytes; // of all packets
    size_t records = 0;
};

Stream recordStream(BenchGuest& guest, const Scene& scene, uint32_t wanted) {
    constexpr uint32_t kPassesPerPacket = 4;
    Stream out;
    for (uint32_t pass = 0; out.records < wanted;) {
        guest::StreamWriter writer;
        for (uint32_t i = 0; i < kPassesPerPacket; ++i) addPass(writer, scene, pass++);
        ExecPacket packet{BenchGuest::kTask, {}, {}};
        for (const guest::ByteWriter& chunk : writer.finish()) {
            const std::span<const std::byte> bytes = chunk.view();
            packet.chunks.push_back({GuestVirt{guest.allocate(bytes, 0)}, bytes.size()});
            out.bytes.insert(out.bytes.end(), bytes.begin(), bytes.end());
            out.records += countRecords(bytes);
        }
        out.packets.push_back(std::move(packet));
    }
    return out;
}

double runOnce(Executor& executor, NullBackend& backend, const Stream& stream) {
    const auto start = Clock::now();
    for (const ExecPacket& packet : stream.packets) {
        const auto work = executor.accept(packet, Epoch{0});
        executor.prepare(*work);
        executor.execute(*work, false);
        backend.poll();
    }
    return since(start);
}

double copyOnce(const Stream& stream, std::vector<std::byte>& target) {
    const auto start = Clock::now();
    for (int i = 0; i < kCopies; ++i) {
        std::memcpy(target.data(), stream.bytes.data(), stream.bytes.size());
        asm volatile("" : : "r"(target.data()) : "memory"); // each copy counts
    }
    return since(start) / kCopies;
}

int failed(const char* sentence) {
    std::fprintf(stderr, "bench decode: %s\n", sentence);
    return 1;
}

bool writeJson(const std::string& path, const Stream& stream, double record, double copy) {
    std::FILE* file = std::fopen(path.c_str(), "w");
    if (!file) return false;
    std::fprintf(file, "{\"bench\": \"decode\", \"records\": %zu, \"bytes\": %zu, \"ns_per_record\": %.2f, \"memcpy_ns_per_record\": %.3f, \"ratio\": %.2f}\n",
                 stream.records, stream.bytes.size(), record, copy, record / copy);
    return std::fclose(file) == 0;
}

} // namespace

int benchDecode(const BenchOptions& options) {
    GuestMemory memory;
    BenchGuest guest;
    if (const Status built = guest.build(memory, {}); !built) return failed(built.error().text.c_str());
    TaskTable tasks(memory);
    Counters counters;
    NullBackend backend;
    Executor executor(tasks, memory, backend, counters);
    if (const Status defined = guest.define(tasks); !defined) return failed(defined.error().text.c_str());
    const Stream stream = recordStream(guest, makeScene(guest), std::clamp(options.records, 1U, 100000U));
    std::vector<std::byte> target(stream.bytes.size());
    std::vector<double> runs, copies;
    runOnce(executor, backend, stream); // first use builds the host objects
    for (uint32_t round = 0; round < std::max(1U, options.rounds); ++round) {
        runs.push_back(runOnce(executor, backend, stream));
        copies.push_back(copyOnce(stream, target));
    }
    if (counters.declineTotal() != 0 || backend.misuses != 0) return failed("the recorded stream was declined in part");
    const double record = medianOf(runs) / double(stream.records), copy = medianOf(copies) / double(stream.records);
    std::printf("decode: %zu records in %zu packets, %.1f ns per record; memcpy of the same %zu bytes: %.2f ns per record; ratio %.1f\n",
                stream.records, stream.packets.size(), record, stream.bytes.size(), copy, record / copy);
    if (!options.jsonPath.empty() && !writeJson(options.jsonPath, stream, record, copy)) return failed("the JSON file could not be written");
    return 0;
}

} // namespace pvg
