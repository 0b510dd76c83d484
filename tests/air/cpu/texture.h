// Textures and samplers of the reference: two or three dimensions, one level, four lanes of 32 bits a texel.
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
    uint32_t dimensions = 2, width = 1, height = 1, depth = 1;
    bool isWritten = false;
    std::vector<Texel> texels; // row by row, slice by slice
    std::vector<bool> stored;  // of the texels; empty: none

    bool contains(int64_t x, int64_t y, int64_t z = 0) const {
        return x >= 0 && y >= 0 && z >= 0 && x < int64_t(width) && y < int64_t(height) && z < int64_t(depth);
    }
    size_t indexOf(int64_t x, int64_t y, int64_t z = 0) const { return size_t((z * int64_t(height) + y) * int64_t(width) + x); }
    const Texel& at(int64_t x, int64_t y, int64_t z = 0) const { return texels[indexOf(x, y, z)]; }
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
