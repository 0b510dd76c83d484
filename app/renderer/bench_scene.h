// What the drawing benchmarks draw: a compositor's resources in a guest of their own, run through decoder, executor and OpenGL back end.
#pragma once

#include <memory>

#include "app/renderer/bench_shaders.h"
#include "app/renderer/gl_context.h"
#include "pvg/exec/bench_guest.h"
#include "renderer-gl/gl_backend.h"

namespace app {

// One engine with everything below it. Its context is current whenever one of its functions runs.
class BenchEngine {
public:
    static pvg::Result<std::unique_ptr<BenchEngine>> create(const pvg::BenchGuest::Size& size);
    ~BenchEngine();

    pvg::BenchGuest& guest() { return m_guest; }
    pvg::Counters& counters() { return m_counters; }
    pvg::Backend& backend() { return *m_backend; }
    pvg::Executor& executor() { return *m_executor; }
    // Makes the context current; others may have been since.
    void use();
    // Runs a packet; its pipelines are ready. Nanoseconds.
    double run(const pvg::ExecPacket& packet);
    // The same until the GPU is done with it and everything has landed in guest pages.
    double runToEnd(const pvg::ExecPacket& packet);
    // Runs the packets once, so that all host objects exist. False: something was declined.
    bool warmUp(std::span<const pvg::ExecPacket> packets);

private:
    BenchEngine() = default;

    std::unique_ptr<GlContext> m_context;
    pvg::BenchGuest m_guest;
    pvg::GuestMemory m_memory;
    pvg::Counters m_counters;
    BenchShaders m_shaders;
    gl::PresentQueue m_presents;
    std::unique_ptr<pvg::TaskTable> m_tasks;
    std::unique_ptr<pvg::Backend> m_backend;
    std::unique_ptr<pvg::Executor> m_executor;
};

// Sizes that the direct drawing shares.
struct BenchScene {
    static constexpr uint32_t kExtent = 256, kTextureExtent = 128, kVertexStride = 48, kVertexBytes = 64 << 10, kConstantBytes = 4096;
    static constexpr uint32_t kConstantStride = 256, kConstantPlaces = 15, kVertexPlaces = 256, kIndices = 6;

    explicit BenchScene(pvg::BenchGuest& guest);
    // `draws` draws in one pass. Full: program, vertex buffer, a uniform buffer of each stage, texture, sampler and scissor are others at
    // each draw; else the vertex buffer's offset alone.
    pvg::ExecPacket drawPacket(pvg::BenchGuest& guest, uint32_t draws, bool isFull) const;
    // One pass with a draw for each buffer, as constants of the vertex function.
    pvg::ExecPacket resourcePacket(pvg::BenchGuest& guest, std::span<const pvg::ObjectRef> buffers) const;
    static uint64_t vertexOffset(uint32_t draw) { return uint64_t(draw % kVertexPlaces) * 4 * kVertexStride; }
    static uint64_t constantOffset(uint32_t draw) { return uint64_t(draw % kConstantPlaces) * kConstantStride; }
    pvg::ObjectRef target, textures[2], samplers[2], pipelines[2], vertices, indices, constants;
};

} // namespace app
