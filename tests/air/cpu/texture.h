// Textures and samplers of the reference: two dimensions, one level, four lanes of 32 bits a texel.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace aircpu {

struct Texture {
    enum class Kind : uint8_t { Float, Int, Uint };
    using Texel = std::array<uint32_t, 4>; // a float as its bits

    Kind kind = Kind::Float;
    uint32_t width = 1, height = 1;
    std::vector<Texel> texels; // row by row

    bool contains(int64_t x, int64_t y) const { return x >= 0 && y >= 0 && x < int64_t(width) && y < int64_t(height); }
    const Texel& at(int64_t x, int64_t y) const { return texels[size_t(y * int64_t(width) + x)]; }
};

struct Sampler {
    // The numbers of a constexpr sampler's word (air.md 3).
    enum class Wrap : uint8_t { Zero, Edge, Repeat, MirroredRepeat, Border };
    Wrap s = Wrap::Edge, t = Wrap::Edge;
    bool isLinear = false, isPixelCoordinates = false;
    Texture::Texel border{};
    std::string refused; // not empty: a state that the reference has no rule for
};

// From the first word of a constexpr sampler.
Sampler decodeSampler(uint64_t word);

// Texel index of `i` in a row of `size`; negative: the border.
int64_t wrapped(Sampler::Wrap wrap, int64_t i, int64_t size);

struct Resources {
    std::map<uint32_t, Texture> textures; // by Metal index
    std::map<uint32_t, Sampler> samplers;
};

// What a texture or sampler argument reads as in the code.
inline constexpr uint64_t kFirstTextureHandle = 0x1000, kFirstSamplerHandle = 0x2000;

} // namespace aircpu
