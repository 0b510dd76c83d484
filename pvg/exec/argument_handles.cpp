// Argument buffers: what the eight bytes at a known place of a bound buffer name (objects.md 12). They are read anew for every draw, since
// nothing announces that the guest changed them.
#include <array>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"
#include "pvg/exec/argument_table.h"

namespace pvg {

namespace {

constexpr uint64_t kHandleBytes = 8;

Declined<ObjectRef> refOf(uint64_t handle) {
    if (handle > UINT32_MAX) return decline(DeclineReason::BadHandle, "handle {} is no object reference", handle);
    return ObjectRef{uint32_t(handle)};
}

} // namespace

// Bytes that cannot be reached are 0, as reads of shaders are.
Declined<uint64_t> ArgumentTable::handleValue(ExecContext& context, const HandleUsage& use) const {
    std::shared_ptr<HostBuffer> holder;
    uint64_t start = 0;
    if (use.isInHandle && use.holder < m_handles.size()) {
        holder = m_handles[use.holder].host;
        start = m_handles[use.holder].offset;
    } else if (!use.isInHandle && use.holder < m_buffers.size()) {
        holder = m_buffers[use.holder].host;
        start = m_buffers[use.holder].offset;
    }
    const auto at = checkedAdd<uint64_t>(start, use.offset);
    if (!holder || !at || !fits(*at, kHandleBytes, holder->size)) return uint64_t(0);
    std::array<std::byte, kHandleBytes> bytes{};
    PVG_CHECK(context.coherency.known(*holder, *at, bytes));
    return loadAt<uint64_t>(bytes, 0);
}

Declined<void> ArgumentTable::resolveHandle(ExecContext& context, const HandleUsage& use, HandleSlot& slot, HandleBinding& binding) const {
    PVG_TRY(const uint64_t value, handleValue(context, use));
    if (value == 0) return {};
    if (use.kind == HandleUsage::Kind::Buffer) {
        PVG_TRY(const BufferPlace place, context.objects.bufferAt(context.task, GuestVirt{value}));
        PVG_CHECK(context.coherency.makeCurrent(*place.buffer, {place.offset, place.buffer->size}));
        slot.host = place.buffer;
        slot.offset = place.offset;
        binding.buffer = {place.buffer->id, place.offset, place.buffer->size - place.offset, 0, value};
        return {};
    }
    PVG_TRY(const ObjectRef ref, refOf(value));
    if (use.kind == HandleUsage::Kind::Sampler) {
        PVG_TRY(binding.sampler.sampler, context.objects.sampler(context.task, ref));
        return {};
    }
    PVG_TRY(const TextureUse texture, context.objects.texture(context.task, ref));
    PVG_CHECK(context.coherency.makeCurrent(texture));
    slot.texture = texture;
    binding.texture = texture.id;
    return {};
}

ArgumentTable::Changed ArgumentTable::resolveHandles(ExecContext& context, const StageUsage& usage, StageBindings& out) {
    Changed changed;
    const bool isOther = out.handles.size() != usage.handles.size();
    out.handles.resize(usage.handles.size());
    m_handles.assign(usage.handles.size(), {});
    for (size_t i = 0; i < usage.handles.size(); ++i) {
        HandleBinding binding;
        if (const auto done = resolveHandle(context, usage.handles[i], m_handles[i], binding); !done) context.record(done.error());
        if (!isOther && out.handles[i] == binding) continue;
        out.handles[i] = binding;
        // Pointers and nil textures are told apart in the buffers' uniforms (reflection.h, P_place).
        changed.buffers = changed.buffers || usage.handles[i].kind != HandleUsage::Kind::Sampler;
        changed.textures = changed.textures || usage.handles[i].kind == HandleUsage::Kind::Texture;
        changed.samplers = changed.samplers || usage.handles[i].kind == HandleUsage::Kind::Sampler;
    }
    return changed;
}

} // namespace pvg
