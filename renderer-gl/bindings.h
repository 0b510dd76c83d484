// Feeds a stage's argument table to the binding points of a program. Every slot the program declares gets something defined: what the
// guest bound, or zeros of the right kind (architecture: unbound slots read zeros).
#pragma once

#include <map>
#include <span>

#include "renderer-gl/arena.h"
#include "renderer-gl/buffers.h"
#include "renderer-gl/program.h"
#include "renderer-gl/samplers.h"
#include "renderer-gl/textures.h"

namespace gl {

// 1x1 textures of zeros, one for each kind a shader can declare.
class ZeroTextures {
public:
    // componentType as in air::TextureUse.
    GLuint find(GLenum target, uint8_t componentType, bool isDepth);

private:
    std::map<uint32_t, TextureName> m_textures;
    BufferName m_texels;
};

// A stage of a program, and what is bound to it.
struct BoundStage {
    const StageInterface& stage;
    const pvg::StageBindings& bindings;
};

class BindingTable {
public:
    BindingTable(const Caps& caps, StateCache& state, BufferStore& buffers, TextureStore& textures, SamplerStore& samplers)
        : m_caps(caps), m_state(state), m_buffers(buffers), m_textures(textures), m_samplers(samplers), m_arena(state, caps.maxStorageBytes) {}

    // Before bindBuffers, with all stages of the draw or dispatch: what they share as copies. Declined: too many bytes.
    pvg::Declined<void> fillArena(std::span<const BoundStage> stages);
    // After it: the copies that were written.
    void giveBackArena() { m_arena.giveBack(); }
    // Declined: a buffer of which the function can reach more than a storage block holds.
    pvg::Declined<void> bindBuffers(GLuint program, StageInterface& stage, const pvg::StageBindings& bindings);
    // The buffers of attributes that the text fetches; `indices` is the one of their indices, where there is one. After bindBuffers.
    pvg::Declined<void> bindInputs(GLuint program, StageInterface& stage, const pvg::StageBindings& bindings, const pvg::BufferBinding& indices);
    // What the control stage reads.
    pvg::Declined<void> bindPatches(GLuint program, const PatchInterface& patch, const pvg::TessellationFactors& factors,
                                    const pvg::BufferBinding& indices);
    // Textures, images and the samplers that go with them. Declined: a texture with more levels than the function can choose between.
    pvg::Declined<void> bindTextures(const StageInterface& stage, const pvg::StageBindings& bindings);

    // What a fragment reads of attachments: `copy`, or zeros when that is 0.
    void bindFetch(const FetchSlot& slot, GLuint copy, uint32_t samples);

private:
    BufferReach reachOf(const BufferSlot& slot, const pvg::BufferBinding& binding) const;
    void addMemory(const BoundStage& stage, std::vector<BufferReach>& all) const;
    void uploadMemory(GLuint program, const StageInterface& stage, const pvg::StageBindings& bindings);
    void uploadPlaces(GLuint program, StageInterface& stage, const pvg::StageBindings& bindings);
    pvg::Declined<BufferInfo> bindBuffer(const BufferSlot& slot, const pvg::BufferBinding& binding);
    BufferInfo bindCopy(const BufferSlot& slot, const BufferReach& reach, uint64_t place);
    BufferInfo bindShortUniform(const BufferSlot& slot, const Buffer& buffer, uint64_t offset, uint64_t size);
    void uploadInfo(GLuint program, StageInterface& stage, const std::vector<BufferInfo>& info);
    BufferPlace placeOf(const pvg::StageBindings& bindings, uint32_t entry) const;
    void bindTexture(const TextureSlot& slot, const pvg::StageBindings& bindings);
    pvg::Declined<void> bindImage(const ImageSlot& slot, const pvg::StageBindings& bindings);

    const Caps& m_caps;
    StateCache& m_state;
    BufferStore& m_buffers;
    TextureStore& m_textures;
    SamplerStore& m_samplers;
    ZeroTextures m_zeroTextures;
    Arena m_arena;
    std::vector<BufferInfo> m_info; // of the stage that is being bound
    std::map<GLuint, BufferName> m_padded; // by binding point: uniform blocks that reach beyond their buffer's end
};

} // namespace gl
