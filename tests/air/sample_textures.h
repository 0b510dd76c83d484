// The textures and samplers of a sample's run.
//
// Sampled textures: 4 texels in each direction, 3 levels (2 and 1 texels), arrays of 3 layers (cube arrays: 2 cubes), 4 samples, texel
// buffers of 8. Texel (x, y, z or layer) of level l is (x + 10 y + 100 z + 1000 l, x, y, z), a depth texel (x + 4 y) / 16, every sample of
// a multisampled one (1, 2, 3, 4). Writable textures: the same, level 0 alone. Samplers that are arguments: index 0 nearest, 1 linear, 2
// linear with linear mip levels; all clamp to the edge and compare with LessEqual.
#pragma once

#include <epoxy/gl.h>

#include <array>
#include <cstdint>
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

    // Four words of a texel of writable texture `metalIndex` (one where it is read as well); empty when there is no such texture.
    std::vector<uint8_t> texel(unsigned metalIndex, const std::array<unsigned, 3>& at) const;

private:
    struct Image {
        unsigned metalIndex, channels;
        uint8_t componentType;
        GLuint texture;
        std::array<unsigned, 3> size;
    };

    void bindSampled(const air::TextureUse& use, GLuint unit);
    void bindImage(const air::TextureUse& use, GLuint unit);
    GLuint make(const air::TextureUse& use, unsigned channels);
    GLuint makeBuffer(const air::TextureUse& use, unsigned channels);
    GLuint makeSampler(const air::TextureUse& use);

    const air::Reflection& m_reflection;
    std::vector<GLuint> m_textures, m_samplers, m_buffers;
    std::vector<Image> m_images;
};

} // namespace airtest
