// The facade: finds the objects behind ids, keeps shader stores ordered with what follows, forwards to the topic's file.
#include "renderer-gl/gl_backend.h"

#include <algorithm>
#include <optional>

#include "pvg/base/checked.h"
#include "renderer-gl/blit.h"
#include "renderer-gl/compute.h"
#include "renderer-gl/draw.h"
#include "renderer-gl/faults.h"
#include "renderer-gl/gpu_watch.h"
#include "renderer-gl/presenter.h"
#include "renderer-gl/redundant_calls.h"
#include "renderer-gl/tie_rule.h"
#include "renderer-gl/upload_probe.h"

namespace gl {

namespace {

using pvg::DeclineReason;

pvg::Decline missingTexture() { return pvg::decline(DeclineReason::UnresolvedRef, "the texture does not exist"); }

std::chrono::milliseconds longestWork(const BackendOptions& options) {
    const auto isHang = [](const pvg::GpuFault& fault) { return fault.kind == pvg::GpuFault::Kind::FenceTimeout; };
    return std::any_of(options.faults.begin(), options.faults.end(), isHang) ? kLongestWorkInTests : GpuWatch::kLongestWork;
}

class GlBackend final : public pvg::Backend {
public:
    GlBackend(const Caps& caps, const BackendOptions& options, air::ShaderService& shaders, PresentQueue& presents, pvg::Counters& counters)
        : m_isDebugging(options.debugLog != nullptr), m_isWatching(options.countsRedundantCalls), m_caps(caps), m_state(m_caps, counters),
          m_buffers(m_state), m_textures(m_caps, m_state),
          m_samplers(m_caps, m_state), m_framebuffers(m_state), m_pipelines(m_caps, m_state, m_samplers, shaders, counters),
          m_watch(longestWork(options)), m_completion(m_state, m_watch), m_upload(m_caps.prefersClientPointers ? makeDirectUpload() : makeRingUpload(m_state, m_watch)),
          m_bindings(m_caps, m_state, m_buffers, m_textures, m_samplers), m_pass(m_state, m_textures, m_framebuffers),
          m_visibility(m_state, m_buffers, counters), m_copies(m_state),
          m_draws({m_caps, m_state, m_buffers, m_pipelines, m_bindings, m_pass, m_visibility, m_copies, m_samplers}),
          m_compute(m_caps, m_state, m_textures, m_pipelines, m_bindings, m_samplers),
          m_blit({m_state, m_buffers, m_textures, m_framebuffers, *m_upload, m_completion}), m_presenter(m_state, m_framebuffers, presents) {}

    void injectFaults(std::span<const pvg::GpuFault> faults) { m_faults.emplace(faults); }

    ~GlBackend() override {
        if (m_isWatching) stopWatchingCalls();
        if (m_isDebugging) stopDebugOutput();
    }

    const pvg::BackendCaps& caps() const override { return m_caps.reported; }

    pvg::Result<pvg::BufferId> createBuffer(uint64_t size) override { return m_buffers.create(size); }
    void destroyBuffer(pvg::BufferId id) override { m_buffers.destroy(id); }
    pvg::Status writeBuffer(pvg::BufferId id, uint64_t offset, pvg::ByteRuns runs) override;
    pvg::Status readBuffer(pvg::BufferId id, uint64_t offset, uint64_t size, pvg::ReadDone done) override;

    pvg::Declined<pvg::TextureId> createTexture(const pvg::TextureBody& body) override { return m_textures.create(body); }
    pvg::Declined<pvg::TextureId> createTextureView(pvg::TextureId base, const pvg::TextureViewRange& range) override {
        return m_textures.createView(base, range);
    }
    void destroyTexture(pvg::TextureId id) override;
    pvg::Declined<void> writeTexture(pvg::TextureId id, const pvg::TextureRegion& region, const pvg::ImageLayout& layout,
                                     pvg::ByteRuns runs) override;
    pvg::Declined<void> readTexture(pvg::TextureId id, const pvg::TextureRegion& region, const pvg::ImageLayout& layout,
                                    pvg::ReadDone done) override;

    pvg::Declined<pvg::SamplerId> createSampler(const pvg::SamplerDescriptor& descriptor) override { return m_samplers.create(descriptor); }
    void destroySampler(pvg::SamplerId id) override { m_samplers.destroy(id); }

    pvg::RenderPipelineId createRenderPipeline(const pvg::RenderPipelineRequest& request) override { return m_pipelines.create(request); }
    pvg::ComputePipelineId createComputePipeline(const pvg::ComputePipelineRequest& request) override { return m_pipelines.create(request); }
    pvg::PipelineState renderPipelineState(pvg::RenderPipelineId id) override { return stateOf(id); }
    pvg::PipelineState computePipelineState(pvg::ComputePipelineId id) override { return stateOf(id); }
    pvg::Decline renderPipelineFailure(pvg::RenderPipelineId id) override { return failureOf(id); }
    pvg::Decline computePipelineFailure(pvg::ComputePipelineId id) override { return failureOf(id); }
    const pvg::RenderPipelineUsage& renderPipelineUsage(pvg::RenderPipelineId id) override {
        const RenderPipeline* pipeline = m_pipelines.advance(id);
        return pipeline != nullptr ? pipeline->usage : m_noRenderUsage;
    }
    const pvg::ComputePipelineUsage& computePipelineUsage(pvg::ComputePipelineId id) override {
        const ComputePipeline* pipeline = m_pipelines.advance(id);
        return pipeline != nullptr ? pipeline->usage : m_noComputeUsage;
    }
    void destroyRenderPipeline(pvg::RenderPipelineId id) override { m_pipelines.destroy(id); }
    void destroyComputePipeline(pvg::ComputePipelineId id) override { m_pipelines.destroy(id); }

    pvg::Declined<void> beginRenderPass(const pvg::RenderPass& pass) override;
    pvg::Declined<void> draw(pvg::RenderState& state, const pvg::DrawCall& call) override { return settled(m_draws.draw(state, call)); }
    void textureBarrier() override { glTextureBarrier(); }
    pvg::Declined<void> endRenderPass() override;

    pvg::Declined<void> dispatch(pvg::ComputeState& state, const pvg::Dispatch& call) override;
    void memoryBarrier() override;

    pvg::Declined<void> copyBuffer(pvg::BufferId src, uint64_t srcOffset, pvg::BufferId dst, uint64_t dstOffset, uint64_t size) override {
        orderAfterStores();
        return settled(m_blit.copyBuffer(src, srcOffset, dst, dstOffset, size));
    }
    pvg::Declined<void> fillBuffer(pvg::BufferId dst, uint64_t offset, uint64_t size, uint32_t pattern4) override {
        orderAfterStores();
        return settled(m_blit.fillBuffer(dst, offset, size, pattern4));
    }
    pvg::Declined<void> copyBufferToTexture(pvg::BufferId src, uint64_t srcOffset, const pvg::ImageLayout& layout, pvg::TextureId dst,
                                            const pvg::TextureRegion& region, pvg::Aspect aspect) override;
    pvg::Declined<void> copyTextureToBuffer(pvg::TextureId src, const pvg::TextureRegion& region, pvg::BufferId dst, uint64_t dstOffset,
                                            const pvg::ImageLayout& layout, pvg::Aspect aspect) override;
    pvg::Declined<void> copyTexture(pvg::TextureId src, const pvg::TextureRegion& from, pvg::TextureId dst,
                                    const pvg::TextureRegion& to) override;
    pvg::Declined<void> generateMipmaps(pvg::TextureId id) override {
        beforeTransfer();
        return settled(m_blit.generateMipmaps(id));
    }

    pvg::CompletionToken submit() override;
    pvg::CompletionToken poll() override { return m_completion.poll(); }
    bool wait(pvg::CompletionToken token, uint64_t nanoseconds) override { return m_completion.wait(token, nanoseconds); }
    pvg::GpuLoss loss() const override { return m_watch.loss(); }

    pvg::Declined<void> present(pvg::DisplayPort port, pvg::TextureId texture, uint32_t width, uint32_t height) override;
    pvg::Result<pvg::PresentedImage> presentedImage(pvg::DisplayPort port) override { return m_presenter.lastImage(port); }

private:
    template <class Id>
    pvg::PipelineState stateOf(Id id) {
        const auto* pipeline = m_pipelines.advance(id);
        return pipeline != nullptr ? pipeline->state : pvg::PipelineState::Failed;
    }
    template <class Id>
    pvg::Decline failureOf(Id id) {
        const auto* pipeline = m_pipelines.advance(id);
        return pipeline != nullptr ? pipeline->failure : pvg::decline(DeclineReason::MissingPipeline);
    }
    // What an operation needs besides its operands may find no memory: then it has done nothing that could be used.
    pvg::Declined<void> settled(pvg::Declined<void> done) {
        if (!m_state.takeOutOfMemory() || !done) return done;
        return pvg::decline(DeclineReason::HostFailure, "OpenGL has no memory for what the operation needs on its way");
    }
    void orderAfterStores();
    void orderAfterDraws();
    void beforeTransfer();

    bool m_isDebugging, m_isWatching;
    Caps m_caps;
    StateCache m_state;
    BufferStore m_buffers;
    TextureStore m_textures;
    SamplerStore m_samplers;
    FramebufferCache m_framebuffers;
    PipelineStore m_pipelines;
    GpuWatch m_watch;
    Completion m_completion;
    std::unique_ptr<UploadStrategy> m_upload;
    BindingTable m_bindings;
    PassEncoder m_pass;
    VisibilityRecorder m_visibility;
    AttachmentCopies m_copies;
    DrawEncoder m_draws;
    ComputeEncoder m_compute;
    BlitEncoder m_blit;
    Presenter m_presenter;
    bool m_hasPendingStores = false;
    bool m_hasDrawn = false; // a pass ended since the last dispatch
    std::vector<std::unique_ptr<Texture>> m_afterPass; // destroyed while attached to the open pass
    const pvg::RenderPipelineUsage m_noRenderUsage;
    const pvg::ComputePipelineUsage m_noComputeUsage;
    std::optional<FaultInjection> m_faults;
};

pvg::Error bufferRange(uint64_t offset, uint64_t size) {
    return {pvg::Code::OutOfRange, "bytes " + std::to_string(offset) + " + " + std::to_string(size) + " are not inside a buffer that exists"};
}

pvg::Status GlBackend::writeBuffer(pvg::BufferId id, uint64_t offset, pvg::ByteRuns runs) {
    const Buffer* buffer = m_buffers.find(id);
    if (buffer == nullptr || !pvg::fits(offset, totalBytes(runs), buffer->size)) return bufferRange(offset, totalBytes(runs));
    orderAfterStores();
    m_state.countCalls(1);
    m_upload->writeBuffer(buffer->name.get(), offset, runs);
    return {};
}

pvg::Status GlBackend::readBuffer(pvg::BufferId id, uint64_t offset, uint64_t size, pvg::ReadDone done) {
    const Buffer* buffer = m_buffers.find(id);
    if (buffer == nullptr || !pvg::fits(offset, size, buffer->size)) return bufferRange(offset, size);
    orderAfterStores();
    const GLuint staging = m_completion.expectRead(size, std::move(done));
    if (m_state.takeOutOfMemory())
        return pvg::Error{pvg::Code::NoMemory, "OpenGL has no memory to read " + std::to_string(size) + " bytes of a buffer"};
    if (size != 0) glCopyNamedBufferSubData(buffer->name.get(), staging, GLintptr(offset), 0, GLsizeiptr(size));
    m_state.countCalls(1);
    return {};
}

void GlBackend::destroyTexture(pvg::TextureId id) {
    auto texture = m_textures.destroy(id);
    if (!texture) return;
    if (m_pass.isOpen()) {
        m_afterPass.push_back(std::move(texture));
        return;
    }
    m_framebuffers.forgetTexture(texture->name.get());
}

pvg::Declined<void> GlBackend::writeTexture(pvg::TextureId id, const pvg::TextureRegion& region, const pvg::ImageLayout& layout,
                                            pvg::ByteRuns runs) {
    const Texture* texture = m_textures.find(id);
    if (texture == nullptr) return missingTexture();
    beforeTransfer();
    return settled(m_blit.writeTexture({texture, region, layout, pvg::Aspect::All}, runs));
}

pvg::Declined<void> GlBackend::readTexture(pvg::TextureId id, const pvg::TextureRegion& region, const pvg::ImageLayout& layout,
                                           pvg::ReadDone done) {
    const Texture* texture = m_textures.find(id);
    if (texture == nullptr) return missingTexture();
    beforeTransfer();
    return settled(m_blit.readTexture({texture, region, layout, pvg::Aspect::All}, std::move(done)));
}

pvg::Declined<void> GlBackend::beginRenderPass(const pvg::RenderPass& pass) {
    orderAfterStores();
    PVG_CHECK(m_pass.begin(pass));
    m_draws.beginPass();
    m_visibility.beginPass(pass.visibilityBuffer, pass.visibilityBufferOffset);
    return {};
}

pvg::Declined<void> GlBackend::endRenderPass() {
    if (!m_pass.isOpen()) return pvg::decline(DeclineReason::MissingEncoder, "end of a render pass that was refused");
    m_visibility.endPass();
    auto ended = m_pass.end();
    m_hasDrawn = true;
    // OpenGL asks for none. On llvmpipe, whose threads draw later, a texture read back while another framebuffer is drawn to came out as it was
    // before its pass, now and then; a GPU driver flushes here anyway, since the framebuffer changes.
    glTextureBarrier();
    m_state.countCalls(1);
    m_hasPendingStores = m_hasPendingStores || m_draws.wroteMemory();
    for (const auto& texture : m_afterPass) m_framebuffers.forgetTexture(texture->name.get());
    m_afterPass.clear();
    return ended;
}

pvg::Declined<void> GlBackend::dispatch(pvg::ComputeState& state, const pvg::Dispatch& call) {
    if (m_hasDrawn) orderAfterDraws();
    m_hasPendingStores = true; // the caller orders dispatches among themselves: only it knows which may run together
    return settled(m_compute.dispatch(state, call));
}

void GlBackend::memoryBarrier() {
    m_hasPendingStores = false;
    m_state.countCalls(1);
    glMemoryBarrier(GL_ALL_BARRIER_BITS);
}

// Stores of draws and dispatches become visible to the next operation of another kind (stream.md 11, memory effects).
void GlBackend::orderAfterStores() {
    if (m_hasPendingStores) memoryBarrier();
}

// OpenGL asks for no barrier here. llvmpipe does: a dispatch that finds its textures bound as they were before the pass does not wait for it.
void GlBackend::orderAfterDraws() {
    m_hasDrawn = false;
    m_state.countCalls(1);
    glMemoryBarrier(GL_FRAMEBUFFER_BARRIER_BIT | GL_TEXTURE_FETCH_BARRIER_BIT);
}

// Uploads and copies may come between the draws of a pass; they use binding points, programs and scissors of the context.
void GlBackend::beforeTransfer() {
    orderAfterStores();
    if (m_pass.isOpen()) m_draws.stateWasUsed();
}

pvg::Declined<void> GlBackend::copyBufferToTexture(pvg::BufferId src, uint64_t srcOffset, const pvg::ImageLayout& layout, pvg::TextureId dst,
                                                   const pvg::TextureRegion& region, pvg::Aspect aspect) {
    const Texture* texture = m_textures.find(dst);
    if (texture == nullptr) return missingTexture();
    beforeTransfer();
    return settled(m_blit.copyBufferToTexture(src, srcOffset, {texture, region, layout, aspect}));
}

pvg::Declined<void> GlBackend::copyTextureToBuffer(pvg::TextureId src, const pvg::TextureRegion& region, pvg::BufferId dst, uint64_t dstOffset,
                                                   const pvg::ImageLayout& layout, pvg::Aspect aspect) {
    const Texture* texture = m_textures.find(src);
    if (texture == nullptr) return missingTexture();
    beforeTransfer();
    return settled(m_blit.copyTextureToBuffer({texture, region, layout, aspect}, dst, dstOffset));
}

pvg::Declined<void> GlBackend::copyTexture(pvg::TextureId src, const pvg::TextureRegion& from, pvg::TextureId dst, const pvg::TextureRegion& to) {
    const Texture* source = m_textures.find(src);
    const Texture* destination = m_textures.find(dst);
    if (source == nullptr || destination == nullptr) return missingTexture();
    beforeTransfer();
    return settled(m_blit.copyTexture({source, from}, {destination, to}));
}

pvg::CompletionToken GlBackend::submit() {
    orderAfterStores();
    m_upload->submitted();
    return m_completion.submit();
}

pvg::Declined<void> GlBackend::present(pvg::DisplayPort port, pvg::TextureId id, uint32_t width, uint32_t height) {
    const Texture* texture = m_textures.find(id);
    if (texture == nullptr) return missingTexture();
    beforeTransfer();
    return m_presenter.present(port, *texture, width, height);
}

} // namespace

pvg::Result<std::unique_ptr<pvg::Backend>> createBackend(const BackendOptions& options, air::ShaderService& shaders, PresentQueue& presents,
                                                         pvg::Counters& counters) {
    PVG_TRY(Caps caps, measureCaps());
    if (options.debugLog != nullptr) startDebugOutput(*options.debugLog);
    caps.isUpperLeft = !options.forceLowerLeft && upperLeftFollowsTopLeftRule();
    caps.prefersClientPointers = !options.forceUploadRing && clientPointersAreCheaper();
    auto backend = std::make_unique<GlBackend>(caps, options, shaders, presents, counters);
    if (options.countsRedundantCalls) watchRedundantCalls();
    if (!options.faults.empty()) backend->injectFaults(options.faults);
    return std::unique_ptr<pvg::Backend>(std::move(backend));
}

} // namespace gl
