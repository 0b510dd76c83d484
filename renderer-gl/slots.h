// What stands at an index of a reflection: a Metal slot, or a handle in memory (reflection.h, kFirstHandle). Nothing where there is none.
#pragma once

#include "pvg/exec/backend.h"
#include "shaders/air/reflection.h"

namespace gl {

inline const pvg::HandleBinding* handleAt(const pvg::StageBindings& bindings, uint32_t index) {
    const uint32_t handle = index - air::kFirstHandle;
    return index >= air::kFirstHandle && handle < bindings.handles.size() ? &bindings.handles[handle] : nullptr;
}

inline pvg::BufferBinding bufferAt(const pvg::StageBindings& bindings, uint32_t index) {
    if (index < bindings.buffers.size()) return bindings.buffers[index];
    const pvg::HandleBinding* handle = handleAt(bindings, index);
    return handle ? handle->buffer : pvg::BufferBinding{};
}

inline pvg::TextureId textureAt(const pvg::StageBindings& bindings, uint32_t index) {
    if (index < bindings.textures.size()) return bindings.textures[index];
    const pvg::HandleBinding* handle = handleAt(bindings, index);
    return handle ? handle->texture : pvg::TextureId{};
}

inline pvg::SamplerBinding samplerAt(const pvg::StageBindings& bindings, uint32_t index) {
    if (index < bindings.samplers.size()) return bindings.samplers[index];
    const pvg::HandleBinding* handle = handleAt(bindings, index);
    return handle ? handle->sampler : pvg::SamplerBinding{};
}

// Its entry in P_info and P_place.
constexpr uint32_t infoEntry(uint32_t index) {
    return index < air::kFirstHandle ? index : index - air::kFirstHandle + air::kFirstHandleInfo;
}

// Whether an index can be bound at all, `slots` being the number of Metal slots of its kind.
inline bool isBindable(const air::Reflection& reflection, uint32_t index, uint32_t slots) {
    return index < slots || (index >= air::kFirstHandle && index - air::kFirstHandle < reflection.handles.size());
}

} // namespace gl
