// Connects reflected resources to binding points by name (reflection.h: the text has no layout(binding=)).
#include <algorithm>
#include <array>

#include "renderer-gl/image_formats.h"
#include "renderer-gl/program.h"
#include "renderer-gl/slots.h"
#include "renderer-gl/textures.h"
#include "shaders/air/stage_input.h"

namespace gl {

using pvg::DeclineReason;

namespace {

pvg::Decline tooMany(const char* detail, uint64_t most) { return pvg::decline(DeclineReason::LimitExceeded, detail, most); }

const char* prefix(air::Stage stage) {
    static constexpr std::array kPrefixes = {"vs", "fs", "cs", "ts"};
    return kPrefixes[size_t(stage)];
}

GLenum qualifierFormat(const std::string& qualifier) {
    const ImageFormat* format = imageFormatOf(qualifier);
    return format != nullptr ? format->format : GLenum(GL_NONE);
}

GLuint blockSize(GLuint program, GLuint index) {
    const GLenum property = GL_BUFFER_DATA_SIZE;
    GLint bytes = 0;
    glGetProgramResourceiv(program, GL_UNIFORM_BLOCK, index, 1, &property, 1, nullptr, &bytes);
    return GLuint(bytes);
}

pvg::Declined<GLuint> connectBlock(GLuint program, GLuint index, BindingPoints& points, const Caps& caps) {
    if (points.storage >= GLuint(caps.maxStorageBindings)) return tooMany("more than {} storage blocks", uint64_t(caps.maxStorageBindings));
    glShaderStorageBlockBinding(program, index, points.storage);
    return points.storage++;
}

// One block for all that share it.
pvg::Declined<void> connectArena(GLuint program, const std::string& name, BindingPoints& points, const Caps& caps, StageInterface& stage) {
    const GLuint index = glGetProgramResourceIndex(program, GL_SHADER_STORAGE_BLOCK, name.c_str());
    if (index == GL_INVALID_INDEX || stage.hasArena) return {};
    PVG_TRY(stage.arenaBinding, connectBlock(program, index, points, caps));
    stage.hasArena = true;
    return {};
}

// Pointers that the function finds, and the addresses it makes pointers of.
pvg::Declined<void> connectMemory(GLuint program, const air::Reflection& reflection, BindingPoints& points, const Caps& caps, StageInterface& stage) {
    const std::string stagePrefix = prefix(reflection.stage);
    for (const uint32_t buffer : reflection.addressed) {
        const std::string name = stagePrefix + "_address[" + std::to_string(infoEntry(buffer)) + "]";
        stage.addresses.push_back({buffer, glGetUniformLocation(program, name.c_str())});
    }
    if (!reflection.usesMemory) return {};
    stage.memoryLocation = glGetUniformLocation(program, (stagePrefix + "_memory").c_str());
    stage.writesFound = reflection.writesMemory && stage.memoryLocation >= 0;
    return connectArena(program, stagePrefix + "_" + air::kArenaName, points, caps, stage);
}

pvg::Declined<void> connectBuffer(GLuint program, const air::BufferUse& use, BindingPoints& points, const Caps& caps, StageInterface& stage) {
    BufferSlot slot{use.metalIndex,
                    use.kind == air::BlockKind::Uniform,
                    use.isWritten,
                    use.blockName.ends_with("_" + std::string(air::kArenaName)),
                    0,
                    0,
                    use.minimumSize};
    const GLuint index = glGetProgramResourceIndex(program, slot.isUniform ? GL_UNIFORM_BLOCK : GL_SHADER_STORAGE_BLOCK, use.blockName.c_str());
    if (index == GL_INVALID_INDEX) return {}; // not active
    if (slot.isUniform) {
        if (points.uniform >= GLuint(caps.maxUniformBindings)) return tooMany("more than {} uniform blocks", uint64_t(caps.maxUniformBindings));
        slot.binding = points.uniform++;
        slot.blockBytes = blockSize(program, index);
        glUniformBlockBinding(program, index, slot.binding);
    } else if (slot.isInArena) {
        PVG_CHECK(connectArena(program, use.blockName, points, caps, stage));
    } else {
        PVG_TRY(slot.binding, connectBlock(program, index, points, caps));
    }
    stage.info.resize(std::max<size_t>(stage.info.size(), infoEntry(use.metalIndex) + 1));
    stage.buffers.push_back(slot);
    return {};
}

pvg::Declined<void> connectTexture(GLuint program, const air::TextureUse& use, BindingPoints& points, const Caps& caps, StageInterface& stage) {
    const GLint location = glGetUniformLocation(program, use.uniformName.c_str());
    if (location < 0) return {}; // not active
    const GLenum target = textureTarget(pvg::mtl::TextureType(use.textureType));
    if (target == GL_NONE) return pvg::decline(DeclineReason::ShaderDeclined, "shader texture type {}", use.textureType);
    if (use.isImage) {
        if (points.imageUnit >= GLuint(caps.maxImageUnits)) return tooMany("more than {} images", uint64_t(caps.maxImageUnits));
        ImageSlot slot{use, points.imageUnit++, target, GLenum(use.isImageRead ? GL_READ_WRITE : GL_WRITE_ONLY), qualifierFormat(use.imageFormat)};
        glProgramUniform1i(program, location, GLint(slot.unit));
        stage.images.push_back(std::move(slot));
        return {};
    }
    if (points.textureUnit >= GLuint(caps.maxTextureUnits)) return tooMany("more than {} textures", uint64_t(caps.maxTextureUnits));
    TextureSlot slot{use, points.textureUnit++, target, SamplerUse{use.usesCompare, use.componentType != 0, false}, 0, 0};
    glProgramUniform1i(program, location, GLint(slot.unit));
    stage.textures.push_back(std::move(slot));
    return {};
}

pvg::Declined<void> connectFetch(GLuint program, const air::FramebufferFetch& use, BindingPoints& points, const Caps& caps, StageInterface& stage) {
    if (use.attachment >= pvg::mtl::kMaxColorAttachments) return tooMany("fetched attachment above {}", pvg::mtl::kMaxColorAttachments - 1);
    const GLint location = glGetUniformLocation(program, use.uniformName.c_str());
    if (location < 0) return {}; // not active
    if (points.textureUnit >= GLuint(caps.maxTextureUnits)) return tooMany("more than {} textures", uint64_t(caps.maxTextureUnits));
    const FetchSlot slot{use.attachment, use.componentType, points.textureUnit++};
    glProgramUniform1i(program, location, GLint(slot.unit));
    stage.fetches.push_back(slot);
    return {};
}

// Attributes that the text fetches; blocks of buffers that no attribute in use lies in are not there.
pvg::Declined<void> connectInputs(GLuint program, const air::Reflection& reflection, BindingPoints& points, const Caps& caps, StageInterface& stage) {
    const std::string name = std::string(prefix(reflection.stage)) + "_fetch";
    if (glGetProgramResourceIndex(program, GL_UNIFORM, (name + "[0]").c_str()) == GL_INVALID_INDEX) return {};
    for (uint32_t n = 0; n <= air::kFetchIndexSlot; ++n) {
        const std::string number = std::to_string(n);
        const GLuint index = glGetProgramResourceIndex(program, GL_SHADER_STORAGE_BLOCK, (name + number).c_str());
        if (index == GL_INVALID_INDEX) continue;
        InputSlot slot;
        slot.buffer.index = n;
        PVG_TRY(slot.buffer.binding, connectBlock(program, index, points, caps));
        slot.location = glGetUniformLocation(program, (name + "[" + number + "]").c_str());
        stage.inputs.push_back(slot);
    }
    stage.originLocation = glGetUniformLocation(program, "cs_origin");
    return {};
}

// The driver may have cut the array behind the last entry in use.
void connectPlaces(GLuint program, const std::string& name, StageInterface& stage) {
    stage.placeLocation = glGetUniformLocation(program, name.c_str());
    const GLuint index = glGetProgramResourceIndex(program, GL_UNIFORM, (name + "[0]").c_str());
    if (stage.placeLocation < 0 || index == GL_INVALID_INDEX) return;
    const GLenum property = GL_ARRAY_SIZE;
    GLint entries = 0;
    glGetProgramResourceiv(program, GL_UNIFORM, index, 1, &property, 1, nullptr, &entries);
    stage.place.resize(size_t(std::clamp<GLint>(entries, 0, GLint(air::kFirstHandleInfo + air::kMaxHandles))));
}

pvg::Declined<void> checkIndices(const air::Reflection& r) {
    for (const air::BufferUse& use : r.buffers)
        if (!isBindable(r, use.metalIndex, pvg::mtl::kMaxBuffers)) return tooMany("shader buffer index above {}", pvg::mtl::kMaxBuffers - 1);
    for (const uint32_t index : r.addressed)
        if (!isBindable(r, index, pvg::mtl::kMaxBuffers)) return tooMany("shader buffer index above {}", pvg::mtl::kMaxBuffers - 1);
    for (const air::TextureUse& use : r.textures) {
        if (!isBindable(r, use.metalIndex, pvg::mtl::kMaxTextures)) return tooMany("shader texture index above {}", pvg::mtl::kMaxTextures - 1);
        if (use.sampler == air::TextureUse::Sampler::Argument && !isBindable(r, use.samplerIndex, pvg::mtl::kMaxSamplers))
            return tooMany("shader sampler index above {}", pvg::mtl::kMaxSamplers - 1);
    }
    return {};
}

} // namespace

bool StageInterface::writesMemory() const {
    return writesFound || !images.empty() || std::any_of(buffers.begin(), buffers.end(), [](const BufferSlot& slot) { return slot.isWritten; });
}

pvg::Declined<StageInterface> connectStage(GLuint program, const air::Reflection& reflection, BindingPoints& points, const Caps& caps) {
    StageInterface stage;
    PVG_CHECK(checkIndices(reflection));
    for (const air::BufferUse& use : reflection.buffers) PVG_CHECK(connectBuffer(program, use, points, caps, stage));
    PVG_CHECK(connectMemory(program, reflection, points, caps, stage));
    for (const air::TextureUse& use : reflection.textures) PVG_CHECK(connectTexture(program, use, points, caps, stage));
    for (const air::FramebufferFetch& use : reflection.fetches) PVG_CHECK(connectFetch(program, use, points, caps, stage));
    PVG_CHECK(connectInputs(program, reflection, points, caps, stage));
    stage.infoLocation = glGetUniformLocation(program, (std::string(prefix(reflection.stage)) + "_info").c_str());
    if (reflection.usesBufferPlace) connectPlaces(program, std::string(prefix(reflection.stage)) + "_place", stage);
    return stage;
}

pvg::Declined<PatchInterface> connectPatches(GLuint program, BindingPoints& points, const Caps& caps) {
    PatchInterface patch;
    const GLuint factors = glGetProgramResourceIndex(program, GL_SHADER_STORAGE_BLOCK, "tc_factors");
    if (factors != GL_INVALID_INDEX) {
        PVG_TRY(patch.factors.binding, connectBlock(program, factors, points, caps));
    }
    const GLuint indices = glGetProgramResourceIndex(program, GL_SHADER_STORAGE_BLOCK, "tc_patches");
    if (indices != GL_INVALID_INDEX) {
        PVG_TRY(patch.indices.binding, connectBlock(program, indices, points, caps));
    }
    patch.factorPlace = glGetUniformLocation(program, "tc_factorPlace");
    patch.factorScale = glGetUniformLocation(program, "tc_factorScale");
    if (indices != GL_INVALID_INDEX) patch.indexPlace = glGetUniformLocation(program, "tc_patchPlace");
    return patch;
}

void resolveConstexprSamplers(StageInterface& stage, const air::Reflection& reflection, SamplerStore& samplers) {
    for (TextureSlot& slot : stage.textures) {
        if (slot.use.sampler != air::TextureUse::Sampler::Constexpr || slot.use.samplerIndex >= reflection.constexprSamplers.size()) continue;
        const air::ConstexprSampler& sampler = reflection.constexprSamplers[slot.use.samplerIndex];
        SamplerUse ofAlpha = slot.samplerUse;
        ofAlpha.isAlphaInRed = true;
        slot.constexprSampler = samplers.resolve(sampler, slot.samplerUse);
        slot.alphaSampler = samplers.resolve(sampler, ofAlpha);
    }
}

} // namespace gl
