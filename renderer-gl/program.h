// Linked programs: compiling, the driver's messages, and what the stages bind.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/decline.h"
#include "renderer-gl/handle.h"
#include "renderer-gl/samplers.h"
#include "renderer-gl/state_cache.h"
#include "shaders/air/reflection.h"

namespace gl {

struct StageText {
    GLenum stage = GL_VERTEX_SHADER;
    std::string text;
};

// A link in progress. With KHR_parallel_shader_compile it runs in the driver's threads.
class ProgramBuild {
public:
    ProgramBuild(const Caps& caps, std::span<const StageText> stages);

    bool isComplete() const;
    // The program, or LinkFailed with the driver's message. Blocks unless isComplete().
    pvg::Declined<ProgramName> finish();

private:
    std::string messages() const;

    const Caps& m_caps;
    std::vector<ShaderName> m_shaders;
    ProgramName m_program;
};

struct BufferSlot {
    uint32_t index = 0; // Metal's, or of a handle
    bool isUniform = false, isWritten = false, isInArena = false;
    GLuint binding = 0;
    uint32_t blockBytes = 0; // of a uniform block: what must be bound at least
    uint32_t bound = 0;      // bytes the function can reach; 0: any
};

struct TextureSlot {
    air::TextureUse use;
    GLuint unit = 0;
    GLenum target = GL_TEXTURE_2D;
    SamplerUse samplerUse;
    // Resolved at link, for use.sampler == Constexpr: for any texture, and for one of A8.
    GLuint constexprSampler = 0, alphaSampler = 0;
};

struct ImageSlot {
    air::TextureUse use;
    GLuint unit = 0;
    GLenum target = GL_TEXTURE_2D;
    GLenum access = GL_READ_WRITE;
    GLenum format = GL_NONE; // the shader's format qualifier; none: the texture's own
};

// A colour attachment whose texels the fragment stage reads (framebuffer fetch).
struct FetchSlot {
    uint32_t attachment = 0;
    uint8_t componentType = 0; // as in air::FramebufferFetch
    GLuint unit = 0;
};

// Where the buffer of a slot starts inside its bound range, and how much can be reached (P_info).
struct BufferInfo {
    GLuint offset = 0, reachable = 0;
    bool operator==(const BufferInfo&) const = default;
};

// Which buffer a slot has (P_place).
struct BufferPlace {
    GLuint number = 0, offset = 0;
    bool operator==(const BufferPlace&) const = default;
};

// A buffer of attributes that the text fetches (shaders/air/stage_input.h). Its index may be air::kFetchIndexSlot.
struct InputSlot {
    BufferSlot buffer;
    GLint location = -1; // of its entry in P_fetch
    BufferInfo info;     // what that holds
};

struct StageInterface {
    std::vector<BufferSlot> buffers;
    std::vector<InputSlot> inputs;
    GLint originLocation = -1; // cs_origin
    std::vector<TextureSlot> textures;
    std::vector<ImageSlot> images;
    std::vector<FetchSlot> fetches;
    bool hasArena = false; // reflection.h, P_arena
    GLuint arenaBinding = 0;
    bool writesFound = false;    // stores through pointers it finds
    GLint memoryLocation = -1;   // of P_memory; -1: finds none
    struct Address {
        uint32_t index = 0; // of the buffer
        GLint location = -1;
    };
    std::vector<Address> addresses; // P_address
    GLint infoLocation = -1;
    std::vector<BufferInfo> info; // what the program's uniform holds, up to the highest entry in use
    GLint placeLocation = -1;
    std::vector<BufferPlace> place; // what the program's entries hold

    bool writesMemory() const;
};

// The control stage of patches (shaders/air/tessellation_link.h).
struct PatchInterface {
    BufferSlot factors, indices;
    GLint factorPlace = -1, factorScale = -1;
    GLint indexPlace = -1; // -1: patches have no index buffer
};

// Next free binding points of a program while its stages are connected.
struct BindingPoints {
    GLuint storage = 0, uniform = 0, textureUnit = 0, imageUnit = 0;
};

// Assigns binding points to what is active of `reflection` in `program`.
pvg::Declined<StageInterface> connectStage(GLuint program, const air::Reflection& reflection, BindingPoints& points, const Caps& caps);
pvg::Declined<PatchInterface> connectPatches(GLuint program, BindingPoints& points, const Caps& caps);
// Constexpr samplers become objects once.
void resolveConstexprSamplers(StageInterface& stage, const air::Reflection& reflection, SamplerStore& samplers);

} // namespace gl
