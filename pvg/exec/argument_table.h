// One stage's bindings, as refs, until a draw or dispatch touches them. Dies with its encoder.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <map>

#include "pvg/exec/exec_context.h"
#include "pvg/exec/residency.h"
#include "pvg/stream/commands.h"

namespace pvg {

class ArgumentTable {
public:
    // Entries beyond Metal's slot counts are dropped (stream.md 1.6). Each returns whether anything changed.
    bool set(const stream::SetBuffers& command);
    bool set(const stream::SetStridedBuffers& command);
    bool set(const stream::SetBufferOffset& command);
    bool set(const stream::SetStridedBufferOffset& command);
    bool set(const stream::SetSamplers& command);
    bool set(const stream::SetClampedSamplers& command);
    bool set(const stream::SetTextures& command);

    struct Changed {
        bool buffers = false, textures = false, samplers = false;
    };
    // Resolves and uploads what `usage` (and vertex fetch, `fetchBuffers`) touches, into `out`. A ref or handle that does not resolve is
    // recorded and reads as unbound.
    Changed resolve(ExecContext& context, const StageUsage& usage, uint32_t fetchBuffers, StageBindings& out);
    // The buffers that pointers found by the running function lead to: resident ones and all that are bound. After resolve(). True: others
    // than before.
    bool resolveMemory(ExecContext& context, const StageUsage& usage, const Residency& residency, StageBindings& out);
    // After a draw or dispatch: what the stage may have written.
    void markWritten(ExecContext& context, const StageUsage& usage);
    // Whether a touched texture lies in `root`: the caller renders into it.
    bool samples(const StageUsage& usage, const HostTexture* root) const;

private:
    struct BufferSlot {
        ObjectRef ref;
        uint64_t offset = 0, stride = 0;
        std::shared_ptr<HostBuffer> host;
    };
    struct SamplerSlot {
        ObjectRef ref;
        bool clamped = false;
        float lodMin = 0, lodMax = 0;
        bool operator==(const SamplerSlot&) const = default;
    };
    struct TextureSlot {
        ObjectRef ref;
        const TextureUse* use = nullptr; // as long as the packet runs, which is longer than the encoder
    };
    bool setBuffer(size_t index, ObjectRef ref, uint64_t offset, uint64_t stride);
    bool setSampler(size_t index, const SamplerSlot& slot);
    struct HandleSlot {
        std::shared_ptr<HostBuffer> host; // and where in it the pointer leads
        uint64_t offset = 0;
        TextureUse texture;
    };
    // argument_handles.cpp
    Changed resolveHandles(ExecContext& context, const StageUsage& usage, StageBindings& out);
    Declined<void> resolveHandle(ExecContext& context, const HandleUsage& use, HandleSlot& slot, HandleBinding& binding) const;
    Declined<uint64_t> handleValue(ExecContext& context, const HandleUsage& use) const;

    // argument_memory.cpp
    void addMemory(const std::shared_ptr<HostBuffer>& host, bool isWritten);
    void addBound(ExecContext& context, const StageUsage& usage);

    void resolveBuffer(ExecContext& context, size_t index, StageBindings& out);
    void resolveTexture(ExecContext& context, size_t index, StageBindings& out);
    void refreshOverBuffers(ExecContext& context, const StageUsage& usage);
    void resolveSampler(ExecContext& context, size_t index, StageBindings& out);

    std::array<BufferSlot, mtl::kMaxBuffers> m_buffers;
    std::array<TextureSlot, mtl::kMaxTextures> m_textures;
    std::array<SamplerSlot, mtl::kMaxSamplers> m_samplers;
    std::vector<HandleSlot> m_handles; // of the last pipeline that has any
    struct MemoryBuffer {
        std::shared_ptr<HostBuffer> host;
        bool isWritten = false;
    };
    std::map<uint32_t, MemoryBuffer> m_memory; // by back-end id; of the last draw or dispatch that follows pointers
    // Set but not resolved yet.
    uint32_t m_newBuffers = 0, m_newSamplers = 0;
    std::bitset<mtl::kMaxTextures> m_newTextures;
    std::bitset<mtl::kMaxTextures> m_bound, m_overBuffers;
};

} // namespace pvg
