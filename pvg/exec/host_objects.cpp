#include "pvg/exec/host_objects.h"

#include "pvg/base/checked.h"

namespace pvg {

Declined<void> HostMemoryQuota::take(uint64_t bytes) {
    // A texture and its views, a buffer and its shadow: a few host bytes for each guest byte are normal.
    constexpr uint64_t kFactor = 4, kFloor = uint64_t(64) << 20;
    const uint64_t limit = m_memory.mappedBytes() * kFactor + kFloor;
    if (bytes > limit || m_used > limit - bytes)
        return decline(DeclineReason::LimitExceeded, "{} bytes wanted, {} of {} in use", bytes, m_used, limit);
    m_used += bytes;
    return {};
}

HostObjects::HostObjects(TaskTable& tasks, GuestMemory& memory, Backend& backend, Counters& counters)
    : m_tasks(tasks), m_memory(memory), m_backend(backend), m_counters(counters), m_quota(memory) {}

HostObjects::~HostObjects() { clear(); }

Declined<std::shared_ptr<const Object>> HostObjects::resolve(TaskId task, ObjectRef ref) {
    if (!ref) return decline(DeclineReason::UnresolvedRef, "ref 0");
    auto object = m_tasks.resolve(task, ref);
    if (!object) return object;
    uint64_t& identity = m_identities[key(task, ref)];
    if (identity != 0 && identity != (*object)->identity) destroy(identity); // the slot was re-used
    identity = (*object)->identity;
    return object;
}

Declined<std::shared_ptr<HostBuffer>> HostObjects::buffer(TaskId task, ObjectRef ref) {
    if (const auto* const known = m_knownBuffers.find(key(task, ref))) return *known;
    PVG_TRY(const auto object, resolve(task, ref));
    if (const auto found = m_buffers.find(object->identity); found != m_buffers.end()) {
        know(m_knownBuffers, key(task, ref), &std::as_const(found->second));
        return found->second;
    }
    const auto* descriptor = std::get_if<BufferDescriptor>(&object->descriptor);
    if (!descriptor) return decline(DeclineReason::WrongKind, "ref {} of slot type {} is no buffer", ref.value, object->slotType);
    // As for textures (decisions.md 23): all pages are there, or nothing is allocated for a size that only a descriptor claims.
    Task* const owner = m_tasks.find(task);
    if (!owner) return decline(DeclineReason::UnknownTask, "task {}", task.value);
    ScatterList pages;
    PVG_CHECK(owner->space.spans(descriptor->base, descriptor->size, false, pages));
    PVG_CHECK(m_quota.take(descriptor->size));
    auto id = m_backend.createBuffer(descriptor->size);
    if (!id) {
        m_quota.giveBack(descriptor->size);
        Decline why = decline(DeclineReason::HostFailure, "buffer of {} bytes", descriptor->size);
        why.text = id.error().text;
        return why;
    }
    auto buffer = std::make_shared<HostBuffer>(m_backend, *id, m_quota);
    buffer->task = task;
    buffer->base = descriptor->base;
    buffer->size = descriptor->size;
    buffer->shadow.resize(descriptor->size);
    m_buffers.emplace(object->identity, buffer);
    return buffer;
}

Declined<BufferPlace> HostObjects::bufferAt(TaskId task, GuestVirt address) {
    auto known = m_bufferMaps.find(task.value);
    if (known == m_bufferMaps.end()) {
        PVG_TRY(std::vector<BufferMap::Extent> extents, m_tasks.buffers(task));
        known = m_bufferMaps.emplace(task.value, BufferMap(std::move(extents))).first;
    }
    const BufferMap::Extent* const extent = known->second.find(address);
    if (!extent) return decline(DeclineReason::BadHandle, "address {} of task {} lies in no buffer", address.value, task.value);
    PVG_TRY(std::shared_ptr<HostBuffer> buffer, this->buffer(task, extent->ref));
    // The snapshot that the host buffer was made from may be older than the list.
    if (address.value < buffer->base.value || address.value - buffer->base.value >= buffer->size)
        return decline(DeclineReason::BadHandle, "address {} of task {} is not inside buffer {}", address.value, task.value, extent->ref.value);
    const uint64_t offset = address.value - buffer->base.value;
    return BufferPlace{std::move(buffer), offset};
}

Declined<SamplerId> HostObjects::sampler(TaskId task, ObjectRef ref) {
    if (const SamplerId* const known = m_knownSamplers.find(key(task, ref))) return *known;
    PVG_TRY(const auto object, resolve(task, ref));
    if (const auto found = m_samplers.find(object->identity); found != m_samplers.end()) {
        know(m_knownSamplers, key(task, ref), &std::as_const(found->second));
        return found->second;
    }
    const auto* descriptor = std::get_if<SamplerDescriptor>(&object->descriptor);
    if (!descriptor) return decline(DeclineReason::WrongKind, "ref {} of slot type {} is no sampler", ref.value, object->slotType);
    PVG_TRY(const SamplerId id, m_backend.createSampler(*descriptor));
    m_samplers.emplace(object->identity, id);
    return id;
}

Declined<DepthStencilDescriptor> HostObjects::depthStencil(TaskId task, ObjectRef ref) {
    PVG_TRY(const auto object, resolve(task, ref));
    const auto* descriptor = std::get_if<DepthStencilDescriptor>(&object->descriptor);
    if (!descriptor) return decline(DeclineReason::WrongKind, "ref {} of slot type {} is no depth-stencil state", ref.value, object->slotType);
    return *descriptor;
}

std::shared_ptr<HostBuffer> HostObjects::existingBuffer(TaskId task, ObjectRef ref) {
    const auto identity = m_identities.find(key(task, ref));
    if (identity == m_identities.end()) return nullptr;
    const auto found = m_buffers.find(identity->second);
    return found == m_buffers.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<HostTexture>> HostObjects::existingTextures(TaskId task, ObjectRef ref) {
    constexpr unsigned kMaxSteps = 10; // views, the surface texture, its surface
    for (unsigned step = 0; step < kMaxSteps; ++step) {
        const auto object = m_tasks.resolve(task, ref);
        if (!object) return {};
        // A slot that names another surface by now condemns the images of the old one (decisions.md 3).
        if (const auto surface = m_surfaces.find(key(task, ref)); surface != m_surfaces.end() && surface->second->identity == (*object)->identity)
            return surface->second->images;
        if (const auto* view = std::get_if<SurfaceTextureDescriptor>(&(*object)->descriptor)) {
            task = view->owner;
            ref = view->surface;
        } else if (const auto* texture = std::get_if<TextureViewDescriptor>(&(*object)->descriptor)) {
            ref = texture->base;
        } else {
            const auto found = m_textures.find((*object)->identity);
            if (found == m_textures.end()) return {};
            return {found->second};
        }
    }
    return {};
}

void HostObjects::destroy(uint64_t identity) {
    forgetRefs();
    if (const auto texture = m_textures.find(identity); texture != m_textures.end()) {
        ++texture->second->writeBackEpisode;
        m_textures.erase(texture);
    }
    if (const auto buffer = m_buffers.find(identity); buffer != m_buffers.end()) {
        ++buffer->second->writeBackEpisode;
        m_buffers.erase(buffer);
    }
    if (const auto view = m_views.find(identity); view != m_views.end()) {
        m_backend.destroyTexture(view->second.id);
        m_views.erase(view);
    }
    if (const auto sampler = m_samplers.find(identity); sampler != m_samplers.end()) {
        m_backend.destroySampler(sampler->second);
        m_samplers.erase(sampler);
    }
    if (const auto pipeline = m_renderPipelines.find(identity); pipeline != m_renderPipelines.end()) {
        m_backend.destroyRenderPipeline(pipeline->second.id);
        m_renderPipelines.erase(pipeline);
    }
    if (const auto pipeline = m_computePipelines.find(identity); pipeline != m_computePipelines.end()) {
        m_backend.destroyComputePipeline(pipeline->second.id);
        m_computePipelines.erase(pipeline);
    }
}

void HostObjects::forget(TaskId task, ObjectRef ref) {
    if (m_surfaces.contains(key(task, ref))) return forgetSurface(task, ref);
    forgetPacket();
    const auto identity = m_identities.find(key(task, ref));
    if (identity != m_identities.end()) {
        destroy(identity->second);
        m_identities.erase(identity);
    }
    m_tasks.drop(task, ref);
}

void HostObjects::forgetSurface(TaskId task, ObjectRef surface) {
    const auto found = m_surfaces.find(key(task, surface));
    if (found == m_surfaces.end()) return;
    // The delete may trail a re-use of the id (objects.md 5): a slot that still names this very surface keeps its image.
    const auto object = m_tasks.resolve(task, surface);
    if (object && (*object)->identity == found->second->identity) return;
    for (const auto& image : found->second->images) {
        ++image->writeBackEpisode;
        image->surface = nullptr;
    }
    forgetPacket();
    m_surfaces.erase(found);
    m_tasks.drop(task, surface);
}

void HostObjects::forgetTask(TaskId task) {
    forgetPacket();
    std::erase_if(m_identities, [&](const auto& entry) {
        if (entry.first >> 32 != task.value) return false;
        destroy(entry.second);
        return true;
    });
    std::erase_if(m_surfaces, [&](const auto& entry) {
        if (entry.first >> 32 != task.value) return false;
        for (const auto& image : entry.second->images) {
            ++image->writeBackEpisode;
            image->surface = nullptr;
        }
        return true;
    });
}

void HostObjects::clear() {
    while (!m_identities.empty()) {
        destroy(m_identities.begin()->second);
        m_identities.erase(m_identities.begin());
    }
    for (const auto& [at, surface] : m_surfaces)
        for (const auto& image : surface->images) {
            ++image->writeBackEpisode;
            image->surface = nullptr;
        }
    m_surfaces.clear();
    m_heaps.clear();
    forgetPacket();
    m_libraries.clear();
}

} // namespace pvg
