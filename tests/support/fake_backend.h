// A back end that does nothing; completions are what the test says.
#pragma once

#include "pvg/exec/backend.h"

namespace pvg::test {

class FakeBackend : public Backend {
public:
    BackendCaps capabilities;
    CompletionToken completed = 0;
    uint64_t waits = 0;
    GpuLoss lost = GpuLoss::None;

    const BackendCaps& caps() const override { return capabilities; }
    Result<BufferId> createBuffer(uint64_t) override { return BufferId{1}; }
    void destroyBuffer(BufferId) override {}
    Status writeBuffer(BufferId, uint64_t, ByteRuns) override { return {}; }
    Status readBuffer(BufferId, uint64_t, uint64_t, ReadDone) override { return {}; }
    Declined<TextureId> createTexture(const TextureBody&) override { return TextureId{1}; }
    Declined<TextureId> createTextureView(TextureId, const TextureViewRange&) override { return TextureId{1}; }
    void destroyTexture(TextureId) override {}
    Declined<void> writeTexture(TextureId, const TextureRegion&, const ImageLayout&, ByteRuns) override { return {}; }
    Declined<void> readTexture(TextureId, const TextureRegion&, const ImageLayout&, ReadDone) override { return {}; }
    Declined<SamplerId> createSampler(const SamplerDescriptor&) override { return SamplerId{1}; }
    void destroySampler(SamplerId) override {}
    RenderPipelineId createRenderPipeline(const RenderPipelineRequest&) override { return {1}; }
    ComputePipelineId createComputePipeline(const ComputePipelineRequest&) override { return {1}; }
    PipelineState renderPipelineState(RenderPipelineId) override { return PipelineState::Ready; }
    PipelineState computePipelineState(ComputePipelineId) override { return PipelineState::Ready; }
    Decline renderPipelineFailure(RenderPipelineId) override { return {}; }
    Decline computePipelineFailure(ComputePipelineId) override { return {}; }
    const RenderPipelineUsage& renderPipelineUsage(RenderPipelineId) override { return m_renderUsage; }
    const ComputePipelineUsage& computePipelineUsage(ComputePipelineId) override { return m_computeUsage; }
    void destroyRenderPipeline(RenderPipelineId) override {}
    void destroyComputePipeline(ComputePipelineId) override {}
    Declined<void> beginRenderPass(const RenderPass&) override { return {}; }
    Declined<void> draw(RenderState&, const DrawCall&) override { return {}; }
    void textureBarrier() override {}
    Declined<void> endRenderPass() override { return {}; }
    Declined<void> dispatch(ComputeState&, const Dispatch&) override { return {}; }
    void memoryBarrier() override {}
    Declined<void> copyBuffer(BufferId, uint64_t, BufferId, uint64_t, uint64_t) override { return {}; }
    Declined<void> fillBuffer(BufferId, uint64_t, uint64_t, uint32_t) override { return {}; }
    Declined<void> copyBufferToTexture(BufferId, uint64_t, const ImageLayout&, TextureId, const TextureRegion&, Aspect) override { return {}; }
    Declined<void> copyTextureToBuffer(TextureId, const TextureRegion&, BufferId, uint64_t, const ImageLayout&, Aspect) override { return {}; }
    Declined<void> copyTexture(TextureId, const TextureRegion&, TextureId, const TextureRegion&) override { return {}; }
    Declined<void> generateMipmaps(TextureId) override { return {}; }
    CompletionToken submit() override { return completed; }
    CompletionToken poll() override { return completed; }
    bool wait(CompletionToken token, uint64_t) override {
        ++waits;
        return token <= completed;
    }
    GpuLoss loss() const override { return lost; }
    Declined<void> present(DisplayPort, TextureId, uint32_t, uint32_t) override { return {}; }
    Result<PresentedImage> presentedImage(DisplayPort) override { return PresentedImage{}; }

private:
    RenderPipelineUsage m_renderUsage;
    ComputePipelineUsage m_computeUsage;
};

} // namespace pvg::test
