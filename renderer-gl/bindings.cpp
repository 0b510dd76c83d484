#include "renderer-gl/bindings.h"

#include <algorithm>

#include "pvg/base/checked.h"
#include "renderer-gl/image_formats.h"
#include "renderer-gl/slots.h"
#include "shaders/air/stage_input.h"

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

BufferReach BindingTable::reachOf(const BufferSlot& slot, const pvg::BufferBinding& binding) const {
    const Buffer* buffer = m_buffers.find(binding.buffer);
    if (buffer == nullptr || binding.offset >= buffer->size) return {};
    uint64_t size = std::min(binding.size, buffer->size - binding.offset);
    // Of what is too large for a block, as much as the function can reach.
    if (size > m_caps.maxStorageBytes && slot.bound != 0) size = std::min<uint64_t>(size, slot.bound);
    return {buffer->name.get(), binding.offset, binding.offset + size, slot.isWritten, slot.isInArena, std::nullopt};
}

// What pointers that the stage finds may lead to.
void BindingTable::addMemory(const BoundStage& stage, std::vector<BufferReach>& all) const {
    if (stage.stage.memoryLocation < 0) return;
    for (const pvg::MemoryRange& range : stage.bindings.memory)
        if (const Buffer* buffer = m_buffers.find(range.buffer))
            all.push_back({buffer->name.get(), 0, std::min(range.size, buffer->size), range.isWritten && stage.stage.writesFound, true, range.address});
}

pvg::Declined<void> BindingTable::fillArena(std::span<const BoundStage> stages) {
    const bool isUsed = std::any_of(stages.begin(), stages.end(), [](const BoundStage& s) { return s.stage.hasArena; });
    const bool isSearched = std::any_of(stages.begin(), stages.end(), [](const BoundStage& s) { return s.stage.memoryLocation >= 0; });
    if (!isUsed && !isSearched) {
        m_arena.clear();
        return {};
    }
    std::vector<BufferReach> all;
    for (const BoundStage& s : stages) {
        for (const BufferSlot& slot : s.stage.buffers)
            if (isUsed && !slot.isUniform) all.push_back(reachOf(slot, bufferAt(s.bindings, slot.index)));
        addMemory(s, all);
    }
    if (isUsed) all.emplace_back(); // there is a block to bind, even when nothing is in it
    return m_arena.fill(all);
}

pvg::Declined<void> BindingTable::bindBuffers(GLuint program, StageInterface& stage, const pvg::StageBindings& bindings) {
    std::vector<BufferInfo>& info = m_info;
    info.assign(stage.info.size(), {});
    if (stage.hasArena) m_state.bindStorage(stage.arenaBinding, m_arena.whole());
    for (const BufferSlot& slot : stage.buffers) {
        PVG_TRY(info[infoEntry(slot.index)], bindBuffer(slot, bufferAt(bindings, slot.index)));
    }
    uploadMemory(program, stage, bindings);
    if (stage.infoLocation >= 0) uploadInfo(program, stage, info);
    if (!stage.place.empty()) uploadPlaces(program, stage, bindings);
    return {};
}

// A slot whose bytes are in the arena; one with a block of its own sees them through that.
BufferInfo BindingTable::bindCopy(const BufferSlot& slot, const BufferReach& reach, uint64_t place) {
    const uint64_t size = reach.end - reach.begin;
    if (slot.isInArena) return {GLuint(place), GLuint(size)};
    const BufferRange range = m_arena.range(place, size, uint64_t(m_caps.storageAlignment));
    m_state.bindStorage(slot.binding, range);
    return {GLuint(place - range.offset), GLuint(size)};
}

pvg::Declined<BufferInfo> BindingTable::bindBuffer(const BufferSlot& slot, const pvg::BufferBinding& binding) {
    const BufferReach reach = reachOf(slot, binding);
    if (slot.isInArena && reach.isEmpty()) return BufferInfo{};
    if (reach.isEmpty()) {
        const BufferRange zeros{m_buffers.zeros(), 0, BufferStore::kZeroBytes};
        slot.isUniform ? m_state.bindUniform(slot.binding, zeros) : m_state.bindStorage(slot.binding, zeros);
        return BufferInfo{};
    }
    if (const auto place = slot.isUniform ? std::nullopt : m_arena.placeOf(reach)) return bindCopy(slot, reach, *place);
    const Buffer& buffer = *m_buffers.find(binding.buffer);
    const uint64_t reachable = reach.end - reach.begin;
    if (!slot.isUniform && reachable > m_caps.maxStorageBytes)
        return pvg::decline(pvg::DeclineReason::LimitExceeded, "buffer {}: {} bytes from its offset on, a storage block holds {}", slot.index, reachable,
                            m_caps.maxStorageBytes);
    const auto alignment = uint64_t(slot.isUniform ? m_caps.uniformAlignment : m_caps.storageAlignment);
    const uint64_t start = binding.offset / alignment * alignment;
    const BufferInfo info{GLuint(binding.offset - start), GLuint(reachable)};
    const uint64_t room = pvg::alignUp(std::max<uint64_t>(buffer.size, 16), 16) - start;
    if (!slot.isUniform) {
        m_state.bindStorage(slot.binding, {reach.buffer, start, std::min(pvg::alignUp(info.offset + reachable, 4), room)});
        return info;
    }
    // The text reads a uniform block from its first word: what GL's alignment cut off goes through a copy, too.
    if (info.offset != 0 || room < slot.blockBytes) return bindShortUniform(slot, buffer, binding.offset, reachable);
    m_state.bindUniform(slot.binding, {reach.buffer, start, slot.blockBytes});
    return info;
}

pvg::Declined<void> BindingTable::bindInputs(GLuint program, StageInterface& stage, const pvg::StageBindings& bindings,
                                             const pvg::BufferBinding& indices) {
    for (InputSlot& slot : stage.inputs) {
        const bool isIndices = slot.buffer.index == air::kFetchIndexSlot;
        PVG_TRY(const BufferInfo info, bindBuffer(slot.buffer, isIndices ? indices : bufferAt(bindings, slot.buffer.index)));
        if (info == slot.info) {
            m_state.countElided(1);
            continue;
        }
        slot.info = info;
        m_state.countCalls(1);
        glProgramUniform2ui(program, slot.location, info.offset, info.reachable);
    }
    return {};
}

pvg::Declined<void> BindingTable::bindPatches(GLuint program, const PatchInterface& patch, const pvg::TessellationFactors& factors,
                                              const pvg::BufferBinding& indices) {
    PVG_TRY(const BufferInfo place, bindBuffer(patch.factors, factors.buffer));
    glProgramUniform3ui(program, patch.factorPlace, place.offset, place.reachable, GLuint(factors.instanceStride));
    if (patch.factorScale >= 0) glProgramUniform1f(program, patch.factorScale, factors.scale);
    m_state.countCalls(patch.factorScale >= 0 ? 2 : 1);
    if (patch.indexPlace < 0) return {};
    PVG_TRY(const BufferInfo list, bindBuffer(patch.indices, indices));
    glProgramUniform2ui(program, patch.indexPlace, list.offset, list.reachable);
    m_state.countCalls(1);
    return {};
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

void BindingTable::uploadInfo(GLuint program, StageInterface& stage, const std::vector<BufferInfo>& info) {
    if (stage.info == info) {
        m_state.countElided(1);
        return;
    }
    stage.info = info;
    m_state.countCalls(1);
    glProgramUniform2uiv(program, stage.infoLocation, GLsizei(stage.info.size()), &stage.info[0].offset);
}

void BindingTable::uploadMemory(GLuint program, const StageInterface& stage, const pvg::StageBindings& bindings) {
    for (const StageInterface::Address& a : stage.addresses) {
        const uint64_t address = bufferAt(bindings, a.index).address;
        glProgramUniform2ui(program, a.location, GLuint(address), GLuint(address >> 32));
    }
    m_state.countCalls(stage.addresses.size());
    if (stage.memoryLocation < 0) return;
    const MemoryTable& t = m_arena.table();
    glProgramUniform4ui(program, stage.memoryLocation, t.start, t.bytes, t.tableWord, t.entries);
    m_state.countCalls(1);
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
    const bool isAlphaInRed = texture != nullptr && texture->format->kind == FormatKind::Alpha;
    switch (slot.use.sampler) {
    case air::TextureUse::Sampler::Argument: {
        SamplerUse use = slot.samplerUse;
        use.isAlphaInRed = isAlphaInRed;
        return m_state.bindSampler(slot.unit, m_samplers.resolve(samplerAt(bindings, slot.use.samplerIndex), use));
    }
    case air::TextureUse::Sampler::Constexpr:
        if (slot.constexprSampler != 0) return m_state.bindSampler(slot.unit, isAlphaInRed ? slot.alphaSampler : slot.constexprSampler);
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
    // sRGB stores are written as their bits (image_formats.h), which these do not have.
    if (texture != nullptr && texture->format->isColor() && !texture->format->keepsCells() &&
        (texture->format->packing == Packing::Native || texture->format->isSubsampled()))
        return pvg::decline(pvg::DeclineReason::UnsupportedFormat, "a function writes texture {} of format {}", slot.use.metalIndex,
                            uint64_t(texture->format->metal));
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
