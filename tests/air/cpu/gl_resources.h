// The context, buffers and textures of a run on the GL driver at hand, bound as reflection.h says.
#pragma once

#include <string>

#include "execution.h"
#include "shaders/air/reflection.h"

namespace aircpu {

// False: no surfaceless GL 4.5 context here.
bool hasGl();
// What the driver can do, as the renderer measures it. Needs hasGl().
const air::Capabilities& glCapabilities();

// `glsl` with `defines` where the linker puts its preamble.
std::string withPreamble(const std::string& glsl, const std::string& defines);

struct StageText {
    unsigned kind = 0; // GL_VERTEX_SHADER, ...
    std::string text;
};
// Linked with the varyings to capture; 0 and what the driver says when it refuses.
unsigned linkProgram(const std::vector<StageText>& stages, const std::vector<std::string>& captured, std::string& problem);

class GlBuffers {
public:
    // `prefix`: "vs", "fs", "cs".
    GlBuffers(unsigned program, const air::Reflection& reflection, const std::string& prefix, const std::map<uint32_t, Bytes>& buffers);
    ~GlBuffers();
    GlBuffers(const GlBuffers&) = delete;
    GlBuffers& operator=(const GlBuffers&) = delete;

    std::map<uint32_t, Bytes> contents() const;

private:
    void bindArena(unsigned program, const air::Reflection& reflection, const std::string& prefix,
                   const std::map<uint32_t, Bytes>& buffers);

    void addMemory(unsigned program, const std::string& prefix, const std::map<uint32_t, Bytes>& buffers, Bytes& arena);

    std::map<uint32_t, unsigned> m_names;
    std::map<uint32_t, size_t> m_sizes;
    std::map<uint32_t, size_t> m_inArena; // where its bytes are in the arena
    unsigned m_arena = 0;
};

class GlTextures {
public:
    // The format of texels as a qualifier of an image: AIR_FORMAT (reflection.h).
    static const char* qualifier(uint8_t componentType);
    // `resources` must outlive this.
    GlTextures(unsigned program, const air::Reflection& reflection, const Resources& resources);
    ~GlTextures();
    GlTextures(const GlTextures&) = delete;
    GlTextures& operator=(const GlTextures&) = delete;

    const std::string& problem() const { return m_problem; } // a use that the harness has no texture for
    // Those that are stored to, as Execution::buffers has them.
    std::map<uint32_t, Bytes> contents() const;

private:
    void bindImage(unsigned program, const air::TextureUse& use, const Texture& texture);
    unsigned nameOf(uint32_t index, const Texture& texture);

    std::map<uint32_t, unsigned> m_textures; // by Metal index
    std::map<uint32_t, const Texture*> m_written;
    unsigned m_images = 0;
    std::vector<unsigned> m_samplers;
    std::string m_problem;
};

} // namespace aircpu
