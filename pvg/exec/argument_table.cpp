#include "pvg/exec/argument_table.h"

#include <bit>

namespace pvg {

namespace {

// Calls visit(slot, i) for the entries of a list that fall on existing slots.
template <class Visit>
void forEachSlot(uint32_t first, size_t count, size_t slots, Visit&& visit) {
    for (size_t i = 0; i < count && first + i < slots; ++i) visit(first + i, i);
}

template <class Visit>
void forEachBit(uint32_t bits, Visit&& visit) {
    for (; bits != 0; bits &= bits - 1) visit(size_t(std::countr_zero(bits)));
}

template <class Visit>
void forEachBit(const std::bitset<mtl::kMaxTextures>& bits, Visit&& visit) {
    for (size_t i = bits._Find_first(); i < bits.size(); i = bits._Find_next(i)) visit(i);
}

} // namespace

bool ArgumentTable::setBuffer(size_t index, ObjectRef ref, uint64_t offset, uint64_t stride) {
    BufferSlot& slot = m_buffers[index];
    if (slot.ref == ref && slot.offset == offset && slot.stride == stride) return false;
    if (slot.ref != ref) slot.host.reset();
    slot.ref = ref;
    slot.offset = offset;
    slot.stride = stride;
    m_newBuffers |= 1U << index;
    return true;
}

bool ArgumentTable::setSampler(size_t index, const SamplerSlot& slot) {
    if (m_samplers[index] == slot) return false;
    m_samplers[index] = slot;
    m_newSamplers |= 1U << index;
    return true;
}

bool ArgumentTable::set(const stream::SetBuffers& command) {
    bool changed = false;
    forEachSlot(command.first, command.entries.size(), m_buffers.size(), [&](size_t slot, size_t i) {
        const auto entry = command.entries[i];
        changed |= setBuffer(slot, entry.ref, entry.offset, 0);
    });
    return changed;
}

bool ArgumentTable::set(const stream::SetStridedBuffers& command) {
    bool changed = false;
    forEachSlot(command.first, command.entries.size(), m_buffers.size(), [&](size_t slot, size_t i) {
        const auto entry = command.entries[i];
        changed |= setBuffer(slot, entry.ref, entry.offset, entry.stride);
    });
    return changed;
}

bool ArgumentTable::set(const stream::SetBufferOffset& command) {
    if (command.index >= m_buffers.size()) return false;
    const BufferSlot& slot = m_buffers[command.index];
    return setBuffer(command.index, slot.ref, command.offset, slot.stride);
}

bool ArgumentTable::set(const stream::SetStridedBufferOffset& command) {
    if (command.index >= m_buffers.size()) return false;
    return setBuffer(command.index, m_buffers[command.index].ref, command.offset, command.stride);
}

bool ArgumentTable::set(const stream::SetSamplers& command) {
    bool changed = false;
    forEachSlot(command.first, command.refs.size(), m_samplers.size(),
                [&](size_t slot, size_t i) { changed |= setSampler(slot, {command.refs[i].ref, false, 0, 0}); });
    return changed;
}

bool ArgumentTable::set(const stream::SetClampedSamplers& command) {
    bool changed = false;
    forEachSlot(command.first, command.entries.size(), m_samplers.size(), [&](size_t slot, size_t i) {
        const auto entry = command.entries[i];
        changed |= setSampler(slot, {entry.ref, true, entry.lodMin, entry.lodMax});
    });
    return changed;
}

bool ArgumentTable::set(const stream::SetTextures& command) {
    bool changed = false;
    forEachSlot(command.first, command.refs.size(), m_textures.size(), [&](size_t slot, size_t i) {
        const ObjectRef ref = command.refs[i].ref;
        if (m_textures[slot].ref == ref) return;
        m_textures[slot] = {ref, {}};
        m_newTextures.set(slot);
        m_bound.set(slot, bool(ref));
        changed = true;
    });
    return changed;
}

void ArgumentTable::resolveBuffer(ExecContext& context, size_t index, StageBindings& out) {
    BufferSlot& slot = m_buffers[index];
    BufferBinding& binding = out.buffers[index];
    binding = {};
    if (!slot.ref) return;
    if (!slot.host) {
        auto host = context.objects.buffer(context.task, slot.ref);
        if (!host) return context.record(host.error());
        slot.host = *host;
    }
    if (slot.offset >= slot.host->size)
        return context.record(decline(DeclineReason::BadField, "buffer offset {} of {} bytes", slot.offset, slot.host->size));
    const auto current = context.coherency.makeCurrent(*slot.host, {slot.offset, slot.host->size});
    if (!current) return context.record(current.error());
    binding = {slot.host->id, slot.offset, slot.host->size - slot.offset, slot.stride, slot.host->base.value + slot.offset};
}

void ArgumentTable::resolveTexture(ExecContext& context, size_t index, StageBindings& out) {
    TextureSlot& slot = m_textures[index];
    out.textures[index] = {};
    slot.use = nullptr;
    if (!slot.ref) return;
    const auto use = context.objects.packetTexture(context.task, slot.ref);
    if (!use) return context.record(use.error());
    const auto current = context.coherency.makeCurrent(**use);
    if (!current) return context.record(current.error());
    slot.use = *use;
    m_overBuffers.set(index, slot.use->root->buffer != nullptr);
    out.textures[index] = slot.use->id;
}

// The buffer below a texture may have changed although the slot did not.
void ArgumentTable::refreshOverBuffers(ExecContext& context, const StageUsage& usage) {
    forEachBit((usage.texturesRead | usage.texturesWritten) & m_overBuffers, [&](size_t i) {
        if (!m_textures[i].use) return;
        if (const auto current = context.coherency.makeCurrent(*m_textures[i].use); !current) context.record(current.error());
    });
}

void ArgumentTable::resolveSampler(ExecContext& context, size_t index, StageBindings& out) {
    const SamplerSlot& slot = m_samplers[index];
    out.samplers[index] = {};
    if (!slot.ref) return;
    auto sampler = context.objects.sampler(context.task, slot.ref);
    if (!sampler) return context.record(sampler.error());
    out.samplers[index] = {*sampler, slot.clamped, slot.lodMin, slot.lodMax};
}

ArgumentTable::Changed ArgumentTable::resolve(ExecContext& context, const StageUsage& usage, uint32_t fetchBuffers, StageBindings& out) {
    Changed changed;
    const uint32_t buffers = (usage.buffersRead | usage.buffersWritten | fetchBuffers) & m_newBuffers;
    const uint32_t samplers = usage.samplers & m_newSamplers;
    const auto textures = (usage.texturesRead | usage.texturesWritten) & m_newTextures;
    forEachBit(buffers, [&](size_t i) { resolveBuffer(context, i, out); });
    forEachBit(samplers, [&](size_t i) { resolveSampler(context, i, out); });
    if (m_overBuffers.any()) refreshOverBuffers(context, usage);
    forEachBit(textures, [&](size_t i) { resolveTexture(context, i, out); });
    m_newBuffers &= ~buffers;
    m_newSamplers &= ~samplers;
    m_newTextures &= ~textures;
    changed.buffers = buffers != 0;
    changed.samplers = samplers != 0;
    changed.textures = textures.any();
    if (usage.handles.empty()) return changed;
    const Changed inHandles = resolveHandles(context, usage, out);
    return {changed.buffers || inHandles.buffers, changed.textures || inHandles.textures, changed.samplers || inHandles.samplers};
}

void ArgumentTable::markWritten(ExecContext& context, const StageUsage& usage) {
    forEachBit(usage.buffersWritten & ((1U << mtl::kMaxBuffers) - 1), [&](size_t i) {
        const BufferSlot& slot = m_buffers[i];
        if (slot.host) context.coherency.wrote(slot.host, {slot.offset, slot.host->size});
    });
    forEachBit(usage.texturesWritten & m_bound, [&](size_t i) {
        if (m_textures[i].use) context.coherency.wrote(*m_textures[i].use);
    });
    for (size_t i = 0; i < usage.handles.size() && i < m_handles.size(); ++i) {
        if (!usage.handles[i].isWritten) continue;
        const HandleSlot& slot = m_handles[i];
        if (slot.host) context.coherency.wrote(slot.host, {slot.offset, slot.host->size});
        if (slot.texture.root) context.coherency.wrote(slot.texture);
    }
    if (!usage.writesMemory) return;
    for (const auto& [id, memory] : m_memory)
        if (memory.isWritten) context.coherency.wrote(memory.host, {0, memory.host->size});
}

bool ArgumentTable::samples(const StageUsage& usage, const HostTexture* root) const {
    bool found = false;
    forEachBit(usage.texturesRead & m_bound, [&](size_t i) { found |= m_textures[i].use && m_textures[i].use->root.get() == root; });
    for (size_t i = 0; i < usage.handles.size() && i < m_handles.size(); ++i) found |= m_handles[i].texture.root.get() == root;
    return found;
}

} // namespace pvg
