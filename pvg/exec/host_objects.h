// Host objects behind guest refs: created at first use from an object's snapshot, found again by its identity, gone with it. Handles are
// owned here; Backend ids die with the last user. Thread: engine.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pvg/base/counters.h"
#include "pvg/exec/backend.h"
#include "pvg/exec/range_set.h"
#include "pvg/exec/ref_cache.h"
#include "pvg/object/buffer_map.h"
#include "pvg/object/object_table.h"
#include "pvg/object/pixel_formats.h"

namespace pvg {

// Host memory behind guest objects, bounded by the guest RAM that really exists: page tables may alias pages, so sizes alone prove nothing.
class HostMemoryQuota {
public:
    explicit HostMemoryQuota(const GuestMemory& memory) : m_memory(memory) {}
    Declined<void> take(uint64_t bytes);
    void giveBack(uint64_t bytes) { m_used -= bytes; }

private:
    const GuestMemory& m_memory;
    uint64_t m_used = 0;
};

struct HostBuffer {
    HostBuffer(Backend& owner, BufferId bufferId, HostMemoryQuota& quota) : backend(owner), id(bufferId), memory(quota) {}
    ~HostBuffer() {
        backend.destroyBuffer(id);
        memory.giveBack(size);
    }
    HostBuffer(const HostBuffer&) = delete;
    HostBuffer& operator=(const HostBuffer&) = delete;

    Backend& backend;
    BufferId id;
    HostMemoryQuota& memory;
    TaskId task;
    GuestVirt base;
    uint64_t size = 0;
    // What guest pages and host copy agreed on last: uploads and write-backs move only what differs from it.
    std::vector<std::byte> shadow;
    uint64_t comparedIn = 0; // packet in which `compared` was re-read from guest pages
    ByteRange compared;
    RangeSet written;            // by GPU work whose write-back was not issued yet
    uint64_t version = 1;        // of the host copy's contents; textures over the buffer compare it
    CompletionToken pending = 0; // of the last write-back; 0 = none
    uint64_t writeBackEpisode = 0; // raised to cancel write-backs under way
};

// Blocks of one subresource that the GPU wrote and guest pages lack. In texels.
struct TexelBox {
    uint32_t x0 = 0, y0 = 0, z0 = 0, x1 = 0, y1 = 0, z1 = 0;
    bool empty() const { return x0 >= x1 || y0 >= y1 || z0 >= z1; }
    void include(const TexelBox& other);
};

struct GuestLevel {
    uint64_t offset = 0, bytesPerRow = 0, bytesPerImage = 0, sliceStride = 0;
    uint32_t width = 1, height = 1, depth = 1;
};

struct Subresource {
    bool current = false; // the host copy may be read
    TexelBox dirty;
};

struct HostSurface;

// Storage of one texture: a type-2/3 object, one plane of a surface, a texture over a buffer, or a heap texture.
struct HostTexture {
    HostTexture(Backend& owner, TextureId textureId, HostMemoryQuota& quota) : backend(owner), id(textureId), memory(quota) {}
    ~HostTexture() {
        backend.destroyTexture(id);
        memory.giveBack(bytes);
    }
    HostTexture(const HostTexture&) = delete;
    HostTexture& operator=(const HostTexture&) = delete;

    Backend& backend;
    TextureId id;
    HostMemoryQuota& memory;
    uint64_t bytes = 0; // taken from the quota
    TextureBody body;
    PixelFormatInfo format;
    TaskId task;
    GuestVirt base;
    bool backed = false; // has guest pages of its own
    bool eager = false;  // the guest may look without asking: GPU writes land before the stamp (objects.md 5)
    uint32_t slices = 1; // array layers, cube faces
    std::vector<GuestLevel> levels;
    std::vector<Subresource> subresources; // [level * slices + slice]
    std::shared_ptr<HostBuffer> buffer;    // texture over a buffer: no storage of its own in guest pages
    uint64_t bufferOffset = 0, bufferVersion = 0;
    HostSurface* surface = nullptr;
    uint32_t plane = 0;
    CompletionToken pending = 0;
    uint64_t writeBackEpisode = 0; // raised to cancel write-backs under way

    Subresource& at(uint32_t level, uint32_t slice) { return subresources[size_t(level) * slices + slice]; }
    TexelBox whole(uint32_t level) const { return {0, 0, 0, levels[level].width, levels[level].height, levels[level].depth}; }
    bool anyDirty() const;
};

// A type-4 object: every texture over one of its planes, of any task, shares one image per plane (decisions.md 3, 15).
struct HostSurface {
    uint64_t identity = 0;
    TaskId task;
    ObjectRef ref;
    SurfaceDescriptor descriptor;
    std::vector<std::shared_ptr<HostTexture>> images;
};

// What a texture ref means after views were followed to their root. Levels and slices count from the root's.
struct TextureUse {
    std::shared_ptr<HostTexture> root;
    TextureId id; // the root's or a view's
    mtl::PixelFormat format{};
    mtl::TextureType type{};
    std::array<mtl::Swizzle, 4> swizzle{mtl::Swizzle::Red, mtl::Swizzle::Green, mtl::Swizzle::Blue, mtl::Swizzle::Alpha};
    uint32_t levelBase = 0, levelCount = 1, sliceBase = 0, sliceCount = 1;
};

// Where a task address leads.
struct BufferPlace {
    std::shared_ptr<HostBuffer> buffer;
    uint64_t offset = 0; // below the buffer's size
};

struct HostRenderPipeline {
    RenderPipelineId id;
    RenderPipelineDescriptor descriptor;
    const RenderPipelineUsage* usage = nullptr; // once ready
    std::optional<Decline> failure;
};
struct HostComputePipeline {
    ComputePipelineId id;
    const ComputePipelineUsage* usage = nullptr;
    std::optional<Decline> failure;
};

class HostObjects {
public:
    HostObjects(TaskTable& tasks, GuestMemory& memory, Backend& backend, Counters& counters);
    ~HostObjects();

    // A new packet begins: surfaces are looked at again (decisions.md 3).
    void beginPacket() {
        forgetPacket();
        m_isInPacket = true;
    }
    // Commands between packets may change what refs mean.
    void endPacket() { m_isInPacket = false; }

    Declined<std::shared_ptr<HostBuffer>> buffer(TaskId task, ObjectRef ref);
    // The buffer of the task that holds `address`: BadHandle when there is none.
    Declined<BufferPlace> bufferAt(TaskId task, GuestVirt address);
    Declined<TextureUse> texture(TaskId task, ObjectRef ref);
    // The same, for as long as the packet runs.
    Declined<const TextureUse*> packetTexture(TaskId task, ObjectRef ref);
    Declined<SamplerId> sampler(TaskId task, ObjectRef ref);
    Declined<DepthStencilDescriptor> depthStencil(TaskId task, ObjectRef ref);
    // State and usage are refreshed at every call. Pending: usage null and no failure.
    Declined<HostRenderPipeline*> renderPipeline(TaskId task, ObjectRef ref);
    Declined<HostComputePipeline*> computePipeline(TaskId task, ObjectRef ref);
    // The image a display shows: plane 0 of the surface.
    Declined<TextureUse> surfaceImage(TaskId named, ObjectRef surface, SurfaceDescriptor& descriptor);

    // Only what exists already; null otherwise. No host object is created.
    std::shared_ptr<HostBuffer> existingBuffer(TaskId task, ObjectRef ref);
    // Roots behind a ref: one texture, or every image of a surface (ref of type 4 or 5).
    std::vector<std::shared_ptr<HostTexture>> existingTextures(TaskId task, ObjectRef ref);

    // Forgets the object and what was built from it. Write-backs under way for it end without effect.
    void forget(TaskId task, ObjectRef ref);
    void forgetSurface(TaskId task, ObjectRef surface);
    void forgetTask(TaskId task);
    void clear();

private:
    struct View {
        std::shared_ptr<HostTexture> root;
        TextureId id;
    };
    using Key = uint64_t; // task << 32 | ref
    static Key key(TaskId task, ObjectRef ref) { return uint64_t(task.value) << 32 | ref.value; }

    Declined<std::shared_ptr<const Object>> resolve(TaskId task, ObjectRef ref);
    Declined<TextureUse> resolveTexture(TaskId task, ObjectRef ref, unsigned depth);
    Declined<TextureUse> linearTexture(const Object& object, const TextureDescriptor& descriptor);
    Declined<TextureUse> surfaceTexture(const Object& object, const SurfaceTextureDescriptor& descriptor);
    Declined<TextureUse> bufferTexture(const Object& object, const BufferTextureDescriptor& descriptor);
    Declined<TextureUse> heapTexture(const Object& object, const HeapTextureDescriptor& descriptor);
    Declined<TextureUse> textureView(const Object& object, const TextureViewDescriptor& descriptor, unsigned depth);
    Declined<TextureUse> cachedView(uint64_t identity, TextureUse use, const TextureViewRange& range);
    HostSurface& surface(const Object& object, const SurfaceDescriptor& descriptor);
    Declined<std::shared_ptr<HostTexture>> surfacePlane(HostSurface& surface, uint32_t plane, const TextureBody& body);
    Declined<TextureUse> shownImage(HostSurface& surface, const std::shared_ptr<HostTexture>& image);
    Declined<std::shared_ptr<HostTexture>> createTexture(const TextureBody& body);
    Declined<std::shared_ptr<const ShaderLibrary>> library(TaskId task, ObjectRef function);
    void forgetPacket() {
        m_textureUses.clear();
        m_bufferMaps.clear();
        forgetRefs();
    }
    void forgetRefs() {
        m_knownBuffers.clear();
        m_knownTextures.clear();
        m_knownSamplers.clear();
        m_knownPipelines.clear();
    }
    template <class T>
    void know(RefCache<T>& cache, Key at, T* value) const {
        if (m_isInPacket) cache.put(at, value);
    }
    // The guest said something odd that is executed all the same. `record`: name of the operation that said it.
    void note(const char* record, Decline why);
    void noteConflicts(const char* record, const VertexDescriptor& input, ObjectRef pipeline);
    void noteHeapAliasing(const Object& object, const HeapTextureDescriptor& descriptor, const std::shared_ptr<HostTexture>& texture);
    void destroy(uint64_t identity);

    TaskTable& m_tasks;
    const GuestMemory& m_memory;
    Backend& m_backend;
    Counters& m_counters;
    HostMemoryQuota m_quota;
    // By identity of the object.
    std::unordered_map<uint64_t, std::shared_ptr<HostBuffer>> m_buffers;
    std::unordered_map<uint64_t, std::shared_ptr<HostTexture>> m_textures;
    std::unordered_map<uint64_t, View> m_views;
    std::unordered_map<uint64_t, SamplerId> m_samplers;
    std::unordered_map<uint64_t, HostRenderPipeline> m_renderPipelines;
    std::unordered_map<uint64_t, HostComputePipeline> m_computePipelines;
    std::unordered_map<std::string, std::weak_ptr<const ShaderLibrary>> m_libraries; // by content hash
    // By task and ref.
    std::unordered_map<Key, uint64_t> m_identities;
    std::unordered_map<Key, std::unique_ptr<HostSurface>> m_surfaces;
    struct HeapPlace {
        uint64_t begin = 0, end = 0;
        std::weak_ptr<HostTexture> texture;
    };
    std::unordered_map<Key, std::vector<HeapPlace>> m_heaps; // textures placed at offsets, by heap
    std::unordered_map<Key, TextureUse> m_textureUses; // this packet's
    std::unordered_map<uint32_t, BufferMap> m_bufferMaps; // this packet's, by task
    // Into the tables above, for this packet: a draw looks up half a dozen refs.
    bool m_isInPacket = false;
    RefCache<const std::shared_ptr<HostBuffer>> m_knownBuffers;
    RefCache<const TextureUse> m_knownTextures;
    RefCache<const SamplerId> m_knownSamplers;
    RefCache<HostRenderPipeline> m_knownPipelines; // with usage or failure
};

} // namespace pvg
