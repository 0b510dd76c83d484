// The textures and samplers of a sample's run.
//
// Sampled textures: 4 texels in each direction, 3 levels (2 and 1 texels), arrays of 3 layers (cube arrays: 2 cubes), 4 samples, texel
// buffers of 8. Texel (x, y, z or layer) of level l is (x + 10 y + 100 z + 1000 l, x, y, z), a depth texel (x + 4 y) / 16, every sample of
// a multisampled one (1, 2, 3, 4). Writable textures: the same, level 0 alone unless the function speaks of others. Samplers that are arguments: index 0 nearest, 1 linear, 2
// linear with linear mip levels; all clamp to the edge and compare with LessEqual. A texture that the handle at offset O names has 10000 * (O / 8)
// added to the first component of its texels, a sampler there is number O / 8 % 3.
#pragma once

#include <epoxy/gl.h>

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "shaders/air/reflection.h"

namespace airtest {

// Makes the texture a use names and binds it; the uniform of `program` gets the unit. GL objects live as long as this.
class BoundTextures {
public:
    BoundTextures(GLuint program, const air::Reflection& reflection);
    ~BoundTextures();
    BoundTextures(const BoundTextures&) = delete;
    BoundTextures& operator=(const BoundTextures&) = delete;

    // Four words of a texel (x, y, z, level) of writable texture `metalIndex` (one where it is read as well); empty when there is no such
    // texture.
    std::vector<uint8_t> texel(unsigned metalIndex, const std::array<unsigned, 4>& at) const;

private:
    struct Image {
        air::TextureUse use;
        unsigned channels;
        GLuint texture;
    };

    void bindSampled(const air::TextureUse& use, GLuint unit);
    void bindImage(const air::TextureUse& use, GLuint unit);
    const Image* writable(unsigned metalIndex); // null: nothing writes it
    // How many 8 bytes a handle lies behind its holder's start; 0 for a Metal index.
    unsigned placeOf(uint32_t index) const;
    GLuint make(const air::TextureUse& use, unsigned channels);
    unsigned levelsOf(const air::TextureUse& use) const;
    GLuint makeBuffer(const air::TextureUse& use, unsigned channels);
    GLuint makeSampler(const air::TextureUse& use);

    const air::Reflection& m_reflection;
    std::vector<GLuint> m_textures, m_samplers, m_buffers;
    std::deque<Image> m_images;
};

} // namespace airtest
