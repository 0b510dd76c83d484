// An engine core with the real executor on a null back end that logs what it is told, and a guest laid out by hand in front of it.
#pragma once

#include <sys/eventfd.h>

#include "pvg/exec/engine_core.h"
#include "pvg/exec/null_backend.h"
#include "pvg/memory/guest_copy.h"
#include "pvg/trace/recorder.h"
#include "pvg/trace/replayer.h"
#include "tests/unit/exec_guest.h"
#include "tests/unit/trace_support.h"

namespace test {

namespace world = pvgtest;

// Calls with a checksum of their bytes, in order.
class LoggingBackend : public NullBackend {
public:
    std::vector<std::string> calls;
    std::function<void()> onUpload;       // after the bytes of a buffer were taken
    std::function<void()> onPass;         // when one begins
    bool arePipelinesReady = true;

    Status writeBuffer(BufferId id, uint64_t offset, ByteRuns runs) override {
        note("writeBuffer", {id.value, offset, sum(runs)});
        const Status status = NullBackend::writeBuffer(id, offset, runs);
        if (onUpload) onUpload();
        return status;
    }
    Declined<void> writeTexture(TextureId id, const TextureRegion& region, const ImageLayout& layout, ByteRuns runs) override {
        note("writeTexture", {id.value, region.level, region.slice, layout.bytesPerRow, sum(runs)});
        return NullBackend::writeTexture(id, region, layout, runs);
    }
    Declined<void> copyBuffer(BufferId src, uint64_t srcOffset, BufferId dst, uint64_t dstOffset, uint64_t size) override {
        note("copyBuffer", {src.value, srcOffset, dst.value, dstOffset, size});
        return NullBackend::copyBuffer(src, srcOffset, dst, dstOffset, size);
    }
    Declined<void> beginRenderPass(const RenderPass& pass) override {
        note("beginRenderPass", {pass.colors[0].texture.value, uint64_t(pass.colors[0].clear[2] * 255)});
        Declined<void> done = NullBackend::beginRenderPass(pass);
        if (onPass) onPass();
        return done;
    }
    Declined<void> draw(RenderState& state, const DrawCall& call) override {
        note("draw", {state.pipeline.value, call.count});
        return NullBackend::draw(state, call);
    }
    Declined<void> present(DisplayPort port, TextureId texture, uint32_t width, uint32_t height) override {
        note("present", {port.value, texture.value, width, height});
        return NullBackend::present(port, texture, width, height);
    }
    PipelineState renderPipelineState(RenderPipelineId id) override {
        return arePipelinesReady ? NullBackend::renderPipelineState(id) : PipelineState::Pending;
    }

private:
    static uint64_t sum(ByteRuns runs) {
        uint64_t hash = 14695981039346656037U;
        for (const auto& run : runs)
            for (const std::byte b : run) hash = (hash ^ uint64_t(b)) * 1099511628211U;
        return hash;
    }
    void note(const char* name, std::initializer_list<uint64_t> values) {
        std::string line = name;
        for (const uint64_t value : values) line += " " + std::to_string(value);
        calls.push_back(std::move(line));
    }
};

class CaptureGuest {
public:
    static constexpr uint32_t kTask = 1, kSurface = 30, kSurfaceTexture = 31, kFifoPage = 0x1001, kFifoLength = 0x6000, kFifoStart = 0x1000;
    static constexpr uint64_t kControl = 0x1000 * kPageSize, kControlSize = 16 * kPageSize;

    // The guest's memory is in the trace before its first command.
    explicit CaptureGuest(std::unique_ptr<TraceWriter> writer, uint64_t maxImageBytes = Recorder::kMaxImageBytes)
        : recorder(std::move(writer), nullptr, maxImageBytes) {
        const int fd = ::memfd_create("control", MFD_CLOEXEC);
        REQUIRE(::ftruncate(fd, kControlSize) == 0);
        REQUIRE(memory.map(GuestPhys{kControl}, kControlSize, fd, 0, true));
        recorder.begin(SessionInfo{.version = "test", .renderer = "null", .glVersion = "", .modes = {{64, 64, 60}}});
        recorder.mapped(GuestPhys{0}, world::FakeGuest::kPages * kPageSize, true);
        recorder.mapped(GuestPhys{kControl}, kControlSize, true);
        memory.setReadObserver(&recorder);
        EngineOptions options;
        options.modes = {DisplayMode{64, 64, 60}};
        options.observer = &recorder;
        core = std::make_unique<EngineCore>(options, page, interrupt.get(), memory, backend, counters);
        bringUp();
    }
    ~CaptureGuest() { core.reset(); }

    void submit(uint16_t id, const world::Bytes& payload) {
        const world::Bytes command = world::Bytes().u16(id).u16(0).u32(12 + payload.size()).u32(++signal).append(payload);
        ScatterList ring;
        REQUIRE(memory.spans(GuestPhys{kFifoPage * kPageSize + kFifoStart + written % (kFifoLength - kFifoStart)}, command.size(), true, ring));
        scatterBytes(ring, 0, command.raw());
        written += uint32_t(command.size());
        page.fifoWritten = written;
        settle();
    }
    void exec(const world::Bytes& chunk, uint32_t validity = 0, uint32_t ref = 0) {
        const uint64_t va = guest.allocate(kTask, chunk.size());
        guest.write(kTask, va, chunk);
        world::Bytes payload;
        payload.u32(kTask).u32(ref ? 1 : 0).u32(1);
        if (ref) payload.u32(ref).u32(validity).u64(0).u64(0);
        submit(0x37, payload.u64(va).u64(chunk.size()));
    }
    void settle() {
        now += std::chrono::milliseconds(1);
        for (int i = 0; i < 40 && core->step(now); ++i) memory.quiescentPoint();
    }
    uint32_t object(uint8_t type, const world::Bytes& descriptor) {
        guest.setSlot(kTask, nextRef, type, descriptor);
        return nextRef++;
    }
    uint32_t bufferAt(uint64_t va, uint64_t size) { return object(1, world::bufferDescriptor(size, va)); }
    static world::Bytes copy(uint32_t from, uint32_t to, uint64_t size) {
        return world::record(0x12d, world::Bytes().u32(from).u32(to).u64(0).u64(0).u64(size));
    }
    world::Bytes clearSurface(double blue) const { return world::segment(0, world::passRecord({.texture = kSurfaceTexture, .clear = {0, 0, blue, 1}})); }
    void present() { submit(0x06, world::Bytes().u32(0).u32(kSurface).u32(0)); }

    GuestMemory memory;
    world::FakeGuest guest{memory};
    seam::Page page{};
    UniqueFd interrupt{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)};
    Counters counters;
    LoggingBackend backend;
    Recorder recorder;
    std::unique_ptr<EngineCore> core;
    Time now{std::chrono::hours(1)};
    uint32_t written = 0, signal = 0, nextRef = 40;

private:
    void bringUp() {
        const Epoch epoch{page.epoch + 1};
        page.epoch = epoch.value;
        memory.gate().invalidate(epoch);
        core->handle({EngineEvent::Kind::FifoControl, epoch, {1, kFifoLength, kFifoStart, kFifoPage, 6}});
        for (const uint32_t task : {0U, kTask}) {
            const uint32_t directory = guest.makeTask(task);
            submit(0x38, world::Bytes().u32(task << 1).u64(uint64_t(1) << 40).u32(directory));
            submit(0x33, world::Bytes().u32(task).u32(world::FakeGuest::kListVa / kPageSize).u32(world::FakeGuest::kListSlots));
        }
        submit(0x01, world::Bytes().u32(0).u32(0x1000 + 10));
        guest.setSlot(0, kSurface, 4, world::surfaceDescriptor(1024, guest.allocate(0, 4096), 16, 16, 64));
        guest.setSlot(kTask, kSurfaceTexture, 5, world::surfaceTextureDescriptor(kSurface, {.width = 16, .height = 16}));
    }
};

// What a replay of `bytes` does; `isGpuSlow`: its work is done when it is waited for, not before.
struct Replayed {
    std::vector<std::string> calls;
    ReplayFigures figures;
    uint64_t frames = 0, writtenBack = 0, declines = 0;
    bool isCut = false;
};
inline Replayed replay(std::span<const std::byte> bytes, bool isGpuSlow = false) {
    Replayed out;
    auto reader = TraceReader::openMemory(bytes);
    if (!reader) return out;
    LoggingBackend backend;
    backend.holdCompletion = isGpuSlow;
    Counters counters;
    Replayer replayer(**reader, recordedOptions(**reader, {}), backend, counters);
    Time now{std::chrono::hours(1)};
    while (replayer.next())
        for (int i = 0; i < 100 && !replayer.run(now); ++i) now += std::chrono::milliseconds(1);
    out.calls = backend.calls;
    out.figures = replayer.figures();
    out.frames = counters.get(Counter::FramesPresented);
    out.writtenBack = counters.get(Counter::BytesWrittenBack);
    out.declines = counters.declineTotal();
    out.isCut = (*reader)->cut().has_value();
    return out;
}

} // namespace test
