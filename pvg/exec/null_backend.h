// A back end without a GPU: keeps buffers and textures in host memory so that uploads, copies, fills and clears really happen, checks every
// id and range it is given, and runs no shaders. For tests, fuzzing and the decode benchmark. Thread: the executor's.
#pragma once

#include <deque>
#include <unordered_map>

#include "pvg/exec/backend.h"
#include "pvg/object/pixel_formats.h"

namespace pvg {

class NullBackend : public Backend {
public:
    NullBackend();
    ~NullBackend() override;

    // Test hooks. Usage of new pipelines; default: reads every buffer, texture and sampler, fetches nothing, writes nothing.
    std::function<RenderPipelineUsage(const RenderPipelineRequest&)> renderUsage;
    std::function<ComputePipelineUsage(const ComputePipelineRequest&)> computeUsage;
    // State that pipelines created from now on are in.
    PipelineState pipelineState = PipelineState::Ready;
    // Stand-ins for shaders; they may use bufferBytes() and texel rows to read and write.
    std::function<void(const RenderState&, const DrawCall&)> onDraw;
    std::function<void(const ComputeState&, const Dispatch&)> onDispatch;
    // While set, poll() completes nothing: work is in flight.
    bool holdCompletion = false;
    // Calls that broke the contract of Backend: unknown ids, ranges outside, draws outside a pass.
    uint64_t misuses = 0;
    std::string lastMisuse;
    uint64_t passes = 0, draws = 0, dispatches = 0, textureUploads = 0, barriers = 0;
    RenderPass lastPass;

    std::vector<std::byte>* bufferBytes(BufferId id);
    // Tight rows of one subresource of a root texture.
    std::vector<std::byte>* texels(TextureId id, uint32_t level, uint32_t slice);
    size_t liveBuffers() const { return m_buffers.size(); }
    size_t liveTextures() const { return m_textures.size(); }

    const BackendCaps& caps() const override { return m_caps; }
    Result<BufferId> createBuffer(uint64_t size) override;
    void destroyBuffer(BufferId id) override;
    Status writeBuffer(BufferId id, uint64_t offset, ByteRuns runs) override;
    Status readBuffer(BufferId id, uint64_t offset, uint64_t size, ReadDone done) override;
    Declined<TextureId> createTexture(const TextureBody& body) override;
    Declined<TextureId> createTextureView(TextureId base, const TextureViewRange& range) override;
    void destroyTexture(TextureId id) override;
    Declined<void> writeTexture(TextureId id, const TextureRegion& region, const ImageLayout& layout, ByteRuns runs) override;
    Declined<void> readTexture(TextureId id, const TextureRegion& region, const ImageLayout& layout, ReadDone done) override;
    Declined<SamplerId> createSampler(const SamplerDescriptor& descriptor) override;
    void destroySampler(SamplerId id) override;
    RenderPipelineId createRenderPipeline(const RenderPipelineRequest& request) override;
    ComputePipelineId createComputePipeline(const ComputePipelineRequest& request) override;
    PipelineState renderPipelineState(RenderPipelineId id) override;
    PipelineState computePipelineState(ComputePipelineId id) override;
    Decline renderPipelineFailure(RenderPipelineId id) override;
    Decline computePipelineFailure(ComputePipelineId id) override;
    const RenderPipelineUsage& renderPipelineUsage(RenderPipelineId id) override;
    const ComputePipelineUsage& computePipelineUsage(ComputePipelineId id) override;
    void destroyRenderPipeline(RenderPipelineId id) override;
    void destroyComputePipeline(ComputePipelineId id) override;
    Declined<void> beginRenderPass(const RenderPass& pass) override;
    Declined<void> draw(RenderState& state, const DrawCall& call) override;
    void textureBarrier() override { ++barriers; }
    Declined<void> endRenderPass() override;
    Declined<void> dispatch(ComputeState& state, const Dispatch& call) override;
    void memoryBarrier() override { ++barriers; }
    Declined<void> copyBuffer(BufferId src, uint64_t srcOffset, BufferId dst, uint64_t dstOffset, uint64_t size) override;
    Declined<void> fillBuffer(BufferId dst, uint64_t offset, uint64_t size, uint32_t pattern4) override;
    Declined<void> copyBufferToTexture(BufferId src, uint64_t srcOffset, const ImageLayout& layout, TextureId dst, const TextureRegion& region,
                                       Aspect aspect) override;
    Declined<void> copyTextureToBuffer(TextureId src, const TextureRegion& region, BufferId dst, uint64_t dstOffset, const ImageLayout& layout,
                                       Aspect aspect) override;
    Declined<void> copyTexture(TextureId src, const TextureRegion& from, TextureId dst, const TextureRegion& to) override;
    Declined<void> generateMipmaps(TextureId id) override;
    CompletionToken submit() override;
    CompletionToken poll() override;
    bool wait(CompletionToken token, uint64_t nanoseconds) override;
    Declined<void> present(DisplayPort port, TextureId texture, uint32_t width, uint32_t height) override;
    Result<PresentedImage> presentedImage(DisplayPort port) override;

private:
    struct Texture {
        TextureBody body; // of the root
        PixelFormatInfo format;
        uint32_t slices = 1;
        std::vector<std::vector<std::byte>> subresources; // [level * slices + slice]; empty = zeros, allocated when touched
        TextureId root;                                   // of a view
        TextureViewRange range;
    };
    struct RenderPipeline {
        PipelineState state{};
        RenderPipelineUsage usage;
    };
    struct ComputePipeline {
        PipelineState state{};
        ComputePipelineUsage usage;
    };
    struct PendingRead {
        CompletionToken token = 0;
        std::vector<std::byte> bytes;
        ReadDone done;
    };
    struct Extent {
        uint32_t width = 1, height = 1, depth = 1;
    };
    // The bytes of a region, as rows inside a root's subresource.
    struct Rows {
        std::vector<std::byte>* bytes = nullptr;
        uint64_t first = 0, pitch = 0, image = 0; // in `bytes`
        uint64_t row = 0, rows = 0, images = 0;   // of the region
    };

    bool misuse(const char* what);
    Decline misused(const char* what);
    Extent extent(const Texture& root, uint32_t level) const;
    Texture* root(TextureId id, uint32_t& level, uint32_t& slice);
    bool rows(TextureId id, const TextureRegion& region, Rows& out);
    void clear(const ColorAttachment& attachment);
    void complete(CompletionToken token);

    BackendCaps m_caps;
    uint32_t m_nextId = 1;
    std::unordered_map<uint32_t, std::vector<std::byte>> m_buffers;
    std::unordered_map<uint32_t, Texture> m_textures;
    std::unordered_map<uint32_t, bool> m_samplers;
    std::unordered_map<uint32_t, RenderPipeline> m_renderPipelines;
    std::unordered_map<uint32_t, ComputePipeline> m_computePipelines;
    std::unordered_map<uint32_t, PresentedImage> m_presented;
    std::deque<PendingRead> m_reads;
    CompletionToken m_submitted = 0, m_completed = 0;
    bool m_inPass = false;
};

} // namespace pvg
