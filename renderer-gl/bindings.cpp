#include "renderer-gl/bindings.h"

#include <algorithm>
#include <bit>

#include "pvg/base/checked.h"
#include "renderer-gl/image_formats.h"
#include "renderer-gl/slots.h"

namespace gl {

namespace {

// What an image unit needs of the texture for loads and stores in `format`.
bool canBeImage(const Texture& texture, const ImageSlot& slot) {
    if (texture.format->isCompressed() || !texture.format->isColor() || texture.isMultisample()) return false;
    return texture.format->sampledType() == slot.use.componentType;
}

bool canBeSampled(const Texture& texture, const TextureSlot& slot) {
    const bool isDepth = texture.format->hasDepth();
    if (texture.format->sampledType() != slot.use.componentType) return false;
    return isDepth || !slot.use.usesCompare;
}

} // namespace

pvg::Declined<void> BindingTable::bindBuffers(GLuint program, StageInterface& stage, const pvg::StageBindings& bindings) {
    std::vector<BufferInfo> info(stage.info.size());
    if (stage.hasArena) PVG_CHECK(fillArena(stage, bindings, info));
    for (const BufferSlot& slot : stage.buffers)
        if (!slot.isInArena) info[infoEntry(slot.index)] = bindBuffer(slot, bufferAt(bindings, slot.index));
    if (stage.infoLocation >= 0) uploadInfo(program, stage, std::move(info));
    if (!stage.place.empty()) uploadPlaces(program, stage, bindings);
    return {};
}

// The bytes a slot reaches, copied behind one another (reflection.h, P_arena).
pvg::Declined<void> BindingTable::fillArena(const StageInterface& stage, const pvg::StageBindings& bindings, std::vector<BufferInfo>& info) {
    constexpr uint64_t kMostBytes = uint64_t(128) << 20; // what llvmpipe lets a block reach
    struct Part {
        GLuint from;
        uint64_t offset, size, at;
    };
    std::vector<Part> parts;
    uint64_t total = 0;
    for (const BufferSlot& slot : stage.buffers) {
        if (!slot.isInArena) continue;
        const pvg::BufferBinding binding = bufferAt(bindings, slot.index);
        const Buffer* buffer = m_buffers.find(binding.buffer);
        const uint64_t size = buffer != nullptr && binding.offset < buffer->size ? std::min(binding.size, buffer->size - binding.offset) : 0;
        if (size > kMostBytes - total)
            return pvg::decline(pvg::DeclineReason::LimitExceeded, "{} bytes and more in buffers beyond the storage blocks, at most {}",
                                total + size, kMostBytes);
        info[infoEntry(slot.index)] = {GLuint(total), GLuint(size)};
        if (size != 0) parts.push_back({buffer->name.get(), binding.offset, size, total});
        total = pvg::alignUp(total + size, 16);
    }
    const GLuint arena = arenaOf(stage.arenaBinding, std::max<uint64_t>(total, 16));
    for (const Part& part : parts) glCopyNamedBufferSubData(part.from, arena, GLintptr(part.offset), GLintptr(part.at), GLsizeiptr(part.size));
    m_state.countCalls(uint32_t(parts.size()));
    m_state.bindStorage(stage.arenaBinding, {arena, 0, std::max<uint64_t>(total, 16)});
    return {};
}

GLuint BindingTable::arenaOf(GLuint binding, uint64_t bytes) {
    Arena& arena = m_arenas[binding];
    if (arena.size >= bytes) return arena.name.get();
    const uint64_t size = std::bit_ceil(std::max<uint64_t>(bytes, 65536));
    if (arena.name) m_state.forgetBuffer(arena.name.get());
    arena.name = makeBuffer();
    arena.size = size;
    glNamedBufferStorage(arena.name.get(), GLsizeiptr(size), nullptr, 0);
    m_state.countCalls(2);
    return arena.name.get();
}

BufferInfo BindingTable::bindBuffer(const BufferSlot& slot, const pvg::BufferBinding& binding) {
    const Buffer* buffer = m_buffers.find(binding.buffer);
    const bool isInside = buffer != nullptr && binding.offset < buffer->size;
    const uint64_t reachable = isInside ? std::min(binding.size, buffer->size - binding.offset) : 0;
    if (reachable == 0) {
        const BufferRange zeros{m_buffers.zeros(), 0, BufferStore::kZeroBytes};
        slot.isUniform ? m_state.bindUniform(slot.binding, zeros) : m_state.bindStorage(slot.binding, zeros);
        return {};
    }
    const auto alignment = uint64_t(slot.isUniform ? m_caps.uniformAlignment : m_caps.storageAlignment);
    const uint64_t start = binding.offset / alignment * alignment;
    const BufferInfo info{GLuint(binding.offset - start), GLuint(reachable)};
    const uint64_t size = std::min(pvg::alignUp(info.offset + reachable, 4), pvg::alignUp(std::max<uint64_t>(buffer->size, 16), 16) - start);
    if (!slot.isUniform) {
        m_state.bindStorage(slot.binding, {buffer->name.get(), start, size});
        return info;
    }
    const uint64_t room = pvg::alignUp(std::max<uint64_t>(buffer->size, 16), 16) - start;
    // The text reads a uniform block from its first word: what GL's alignment cut off goes through a copy, too.
    if (info.offset != 0 || room < slot.blockBytes) return bindShortUniform(slot, *buffer, binding.offset, reachable);
    m_state.bindUniform(slot.binding, {buffer->name.get(), start, slot.blockBytes});
    return info;
}

// A block larger than what is left of the buffer is undefined in GL, one at an unaligned offset impossible: both read a padded copy.
BufferInfo BindingTable::bindShortUniform(const BufferSlot& slot, const Buffer& buffer, uint64_t offset, uint64_t size) {
    BufferName& padded = m_padded[slot.binding];
    if (!padded) {
        padded = makeBuffer();
        glNamedBufferStorage(padded.get(), GLsizeiptr(BufferStore::kZeroBytes), nullptr, 0);
    }
    const uint64_t block = std::min<uint64_t>(slot.blockBytes, BufferStore::kZeroBytes);
    const uint64_t copied = std::min(size, block);
    if (copied < block) glCopyNamedBufferSubData(m_buffers.zeros(), padded.get(), 0, 0, GLsizeiptr(block));
    glCopyNamedBufferSubData(buffer.name.get(), padded.get(), GLintptr(offset), 0, GLsizeiptr(copied));
    m_state.countCalls(2);
    m_state.bindUniform(slot.binding, {padded.get(), 0, block});
    return {0, GLuint(copied)};
}

void BindingTable::uploadInfo(GLuint program, StageInterface& stage, std::vector<BufferInfo> info) {
    if (stage.info == info) {
        m_state.countElided(1);
        return;
    }
    stage.info = std::move(info);
    m_state.countCalls(1);
    glProgramUniform2uiv(program, stage.infoLocation, GLsizei(stage.info.size()), &stage.info[0].offset);
}

BufferPlace BindingTable::placeOf(const pvg::StageBindings& bindings, uint32_t entry) const {
    const uint32_t index = entry < air::kFirstHandleInfo ? entry : entry - air::kFirstHandleInfo + air::kFirstHandle;
    const pvg::BufferBinding binding = bufferAt(bindings, index);
    if (const Buffer* buffer = m_buffers.find(binding.buffer)) return {buffer->name.get(), GLuint(binding.offset)};
    const bool isTexture = index >= air::kFirstHandle && textureAt(bindings, index);
    return {isTexture ? 1U : 0U, 0};
}

void BindingTable::uploadPlaces(GLuint program, StageInterface& stage, const pvg::StageBindings& bindings) {
    std::vector<BufferPlace> place(stage.place.size());
    for (size_t i = 0; i < place.size(); ++i) place[i] = placeOf(bindings, uint32_t(i));
    if (stage.place == place) return m_state.countElided(1);
    stage.place = std::move(place);
    m_state.countCalls(1);
    glProgramUniform2uiv(program, stage.placeLocation, GLsizei(stage.place.size()), &stage.place[0].number);
}

pvg::Declined<void> BindingTable::bindTextures(const StageInterface& stage, const pvg::StageBindings& bindings) {
    for (const TextureSlot& slot : stage.textures) bindTexture(slot, bindings);
    for (const ImageSlot& slot : stage.images) PVG_CHECK(bindImage(slot, bindings));
    return {};
}

void BindingTable::bindTexture(const TextureSlot& slot, const pvg::StageBindings& bindings) {
    const Texture* texture = m_textures.find(textureAt(bindings, slot.use.metalIndex));
    const GLuint name = texture != nullptr && canBeSampled(*texture, slot) ? texture->nameAs(slot.target) : 0;
    m_state.bindTexture(slot.unit, name != 0 ? name : m_zeroTextures.find(slot.target, slot.use.componentType, slot.use.usesCompare));
    switch (slot.use.sampler) {
    case air::TextureUse::Sampler::Argument:
        return m_state.bindSampler(slot.unit, m_samplers.resolve(samplerAt(bindings, slot.use.samplerIndex), slot.samplerUse));
    case air::TextureUse::Sampler::Constexpr:
        if (slot.constexprSampler != 0) return m_state.bindSampler(slot.unit, slot.constexprSampler);
        [[fallthrough]];
    case air::TextureUse::Sampler::None: return m_state.bindSampler(slot.unit, m_samplers.fetching());
    }
}

void BindingTable::bindFetch(const FetchSlot& slot, GLuint copy, uint32_t samples) {
    const GLenum target = samples > 1 ? GL_TEXTURE_2D_MULTISAMPLE_ARRAY : GL_TEXTURE_2D_ARRAY;
    m_state.bindTexture(slot.unit, copy != 0 ? copy : m_zeroTextures.find(target, slot.componentType, false));
    m_state.bindSampler(slot.unit, m_samplers.fetching());
}

pvg::Declined<void> BindingTable::bindImage(const ImageSlot& slot, const pvg::StageBindings& bindings) {
    const Texture* texture = m_textures.find(textureAt(bindings, slot.use.metalIndex));
    if (texture != nullptr && slot.use.mostLevels != 0 && texture->levels > slot.use.mostLevels)
        return pvg::decline(pvg::DeclineReason::LimitExceeded, "a writable texture of {} levels, the function chooses between {} at most",
                            texture->levels, slot.use.mostLevels);
    ImageUnit image{0, 0, true, slot.access, slot.format != GL_NONE ? slot.format : GL_RGBA8, 0};
    if (texture != nullptr && slot.use.level < texture->levels && canBeImage(*texture, slot)) {
        const ImageFormat* own = imageFormatOf(texture->format->internal);
        const ImageFormat* asked = slot.format != GL_NONE ? imageFormatOf(slot.format) : own;
        if (own != nullptr && asked != nullptr && own->bytes == asked->bytes) {
            image.format = asked->format;
            image.texture = texture->nameAs(slot.target, own->format);
            image.level = GLint(slot.use.level);
        }
    }
    // Texture 0 is defined: loads give zeros, stores vanish.
    m_state.bindImage(slot.unit, image);
    return {};
}

} // namespace gl
