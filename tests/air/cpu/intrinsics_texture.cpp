// air.sample_texture_2d, read_texture_2d and the queries. Operand tails differ between AIR versions (air.md 5), so operands are found by
// their types. There is one level, so its number does not matter.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "intrinsic.h"
#include "run.h"

namespace aircpu {

namespace {

using Texel = Texture::Texel;

uint64_t addressIn(const char* operand) {
    uint64_t address = 0;
    std::memcpy(&address, operand, sizeof address);
    return address;
}

// Null for a handle that is no texture's: what a gated argument reads as.
Texture* textureIn(const char* operand) {
    const uint64_t handle = addressIn(operand);
    if (handle < kFirstTextureHandle) return nullptr;
    auto& textures = currentRun().resources.textures;
    const auto found = textures.find(uint32_t(handle - kFirstTextureHandle));
    return found == textures.end() ? nullptr : &found->second;
}

// An argument, the word of AIR 1.x itself, or the place of a constexpr sampler's word.
Sampler samplerIn(const char* operand) {
    constexpr uint64_t kWordFlag = uint64_t(1) << 63, kLastHandle = kFirstSamplerHandle + 64;
    const uint64_t handle = addressIn(operand);
    if (handle & kWordFlag) return decodeSampler(handle);
    if (handle > kLastHandle) return decodeSampler(addressIn(reinterpret_cast<const char*>(handle)));
    const auto& samplers = currentRun().resources.samplers;
    if (const auto found = samplers.find(uint32_t(handle - kFirstSamplerHandle)); found != samplers.end()) return found->second;
    Sampler none;
    none.refused = "a sampler that is nobody's";
    return none;
}

bool isInteger(Element element) { return element == Element::I16 || element == Element::I32; }

// The first operand from `first` on with `lanes` lanes of floats or of integers; none: the number of operands.
size_t operandWith(const Intrinsic& intrinsic, size_t first, uint32_t lanes, bool isReal) {
    for (size_t i = first; i < intrinsic.parameters.size(); ++i) {
        const Shape shape = intrinsic.parameters[i];
        if (shape.lanes == lanes && (isReal ? isFloat(shape.element) : isInteger(shape.element))) return i;
    }
    return intrinsic.parameters.size();
}

void writeTexel(const Intrinsic& intrinsic, const Call& call, const Texel& texel) {
    for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
        if (isFloat(intrinsic.result.element))
            writeFloat(intrinsic.result.element, call.result, lane, double(std::bit_cast<float>(texel[lane])));
        else
            writeBits(intrinsic.result.element, call.result, lane, texel[lane]);
    }
}

const Texel& fetched(const Texture& texture, const Sampler& sampler, int64_t x, int64_t y) {
    x = wrapped(sampler.s, x, texture.width);
    y = wrapped(sampler.t, y, texture.height);
    return texture.contains(x, y) ? texture.at(x, y) : sampler.border;
}

struct Place {
    double x = 0, y = 0; // in texels
    int64_t offsetX = 0, offsetY = 0;
};

void sampleNearest(const Intrinsic& intrinsic, const Call& call, const Texture& texture, const Sampler& sampler, const Place& at) {
    writeTexel(intrinsic, call, fetched(texture, sampler, int64_t(std::floor(at.x)) + at.offsetX, int64_t(std::floor(at.y)) + at.offsetY));
}

// Filters weigh with few bits of the position in hardware; what is allowed here is 2^-12 of the four texels' spread.
void sampleLinear(const Intrinsic& intrinsic, const Call& call, const Texture& texture, const Sampler& sampler, const Place& at) {
    const double x = at.x - 0.5, y = at.y - 0.5, a = x - std::floor(x), b = y - std::floor(y);
    const int64_t left = int64_t(std::floor(x)) + at.offsetX, top = int64_t(std::floor(y)) + at.offsetY;
    const Texel* corners[4] = {&fetched(texture, sampler, left, top), &fetched(texture, sampler, left + 1, top),
                               &fetched(texture, sampler, left, top + 1), &fetched(texture, sampler, left + 1, top + 1)};
    const double weights[4] = {(1 - a) * (1 - b), a * (1 - b), (1 - a) * b, a * b};
    const Element element = intrinsic.result.element;
    for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
        double sum = 0, low = INFINITY, high = -INFINITY;
        for (size_t i = 0; i < 4; ++i) {
            const double value = double(std::bit_cast<float>((*corners[i])[lane]));
            sum += weights[i] * value;
            low = std::min(low, value);
            high = std::max(high, value);
        }
        writeFloat(element, call.result, lane, currentRun().moved(sum, (high - low) * 0x1p-12 + ulpOf(element, sum)));
    }
}

// (texture, sampler, position, offset is given, offset, ...)
void sample(const Intrinsic& intrinsic, const Call& call) {
    const Texture* texture = textureIn(call.operands[0]);
    if (!texture) return writeTexel(intrinsic, call, {});
    const Sampler sampler = samplerIn(call.operands[1]);
    if (!sampler.refused.empty()) currentRun().refused = sampler.refused;
    const size_t position = operandWith(intrinsic, 2, 2, true), offset = operandWith(intrinsic, 2, 2, false);
    if (position == call.operands.size()) currentRun().refused = intrinsic.name + " without a position";
    if (!currentRun().refused.empty()) return writeTexel(intrinsic, call, {});
    Place at;
    const Element element = intrinsic.parameters[position].element;
    at.x = readFloat(element, call.operands[position], 0);
    at.y = readFloat(element, call.operands[position], 1);
    constexpr double kFarthest = 1e6; // beyond this single precision has no fraction left
    if (!(std::fabs(at.x) < kFarthest && std::fabs(at.y) < kFarthest))
        at.x = at.y = 0, currentRun().breakRule("a texture is sampled far outside");
    // What is interpolated, wrapped and multiplied on the way decides at the edge between two texels.
    constexpr double kUnits = 4;
    at.x = currentRun().moved(at.x, kUnits * ulpOf(Element::F32, at.x));
    at.y = currentRun().moved(at.y, kUnits * ulpOf(Element::F32, at.y));
    if (!sampler.isPixelCoordinates) at.x *= texture->width, at.y *= texture->height;
    if (offset < call.operands.size() && (readBits(Element::I1, call.operands[offset - 1], 0) & 1)) {
        at.offsetX = readSigned(intrinsic.parameters[offset].element, call.operands[offset], 0);
        at.offsetY = readSigned(intrinsic.parameters[offset].element, call.operands[offset], 1);
    }
    const bool isLinear = sampler.isLinear && texture->kind == Texture::Kind::Float;
    (isLinear ? sampleLinear : sampleNearest)(intrinsic, call, *texture, sampler, at);
}

struct TexelPlace {
    int64_t x = 0, y = 0, z = 0;
};

TexelPlace placeIn(const Intrinsic& intrinsic, const Call& call, size_t position) {
    const Shape shape = intrinsic.parameters[position];
    const auto lane = [&](uint32_t i) { return i < shape.lanes ? int64_t(readBits(shape.element, call.operands[position], i)) : 0; };
    return {lane(0), lane(1), lane(2)};
}

// (texture, [read sampler,] position, ...). Outside the texture Metal promises nothing.
void read(const Intrinsic& intrinsic, const Call& call) {
    const Texture* texture = textureIn(call.operands[0]);
    const size_t position = operandWith(intrinsic, 1, texture ? texture->dimensions : 2, false);
    if (!texture || position == call.operands.size()) return writeTexel(intrinsic, call, {});
    const TexelPlace at = placeIn(intrinsic, call, position);
    const bool isInside = texture->contains(at.x, at.y, at.z);
    if (!isInside) currentRun().breakRule("a texture is read outside");
    writeTexel(intrinsic, call, isInside ? texture->at(at.x, at.y, at.z) : Texel{});
}

// (texture, position, value, ...). What lies outside vanishes.
void write(const Intrinsic& intrinsic, const Call& call) {
    Texture* texture = textureIn(call.operands[0]);
    const size_t position = operandWith(intrinsic, 1, texture ? texture->dimensions : 2, false);
    if (!texture || position + 1 >= call.operands.size()) return;
    const TexelPlace at = placeIn(intrinsic, call, position);
    if (!texture->contains(at.x, at.y, at.z)) return;
    const Shape shape = intrinsic.parameters[position + 1];
    const char* value = call.operands[position + 1];
    const size_t index = texture->indexOf(at.x, at.y, at.z);
    for (uint32_t lane = 0; lane < shape.lanes && lane < 4; ++lane) {
        uint32_t& to = texture->texels[index][lane];
        if (isFloat(shape.element))
            to = std::bit_cast<uint32_t>(float(readFloat(shape.element, value, lane)));
        else
            to = texture->kind == Texture::Kind::Int ? uint32_t(readSigned(shape.element, value, lane))
                                                     : uint32_t(readBits(shape.element, value, lane));
    }
    texture->stored.resize(texture->texels.size());
    texture->stored[index] = true;
}

void query(const Intrinsic& intrinsic, const Call& call, uint32_t (*value)(const Texture&)) {
    const Texture* texture = textureIn(call.operands[0]);
    writeBits(intrinsic.result.element, call.result, 0, texture ? value(*texture) : 0);
}

void isNull(const Intrinsic& intrinsic, const Call& call) {
    writeBits(intrinsic.result.element, call.result, 0, textureIn(call.operands[0]) == nullptr);
}

void bindQuery(Intrinsic& intrinsic, uint32_t (*value)(const Texture&)) {
    intrinsic.plain = [value](const Intrinsic& i, const Call& call) { query(i, call, value); };
}

} // namespace

bool bindTexture(Intrinsic& intrinsic) {
    const std::string family = intrinsic.family.substr(0, intrinsic.family.find('.')); // without the signedness of what is read
    if (family == "sample_texture_2d")
        intrinsic.plain = sample;
    else if (family == "read_texture_2d" || family == "read_texture_3d")
        intrinsic.plain = read;
    else if (family == "write_texture_2d" || family == "write_texture_3d")
        intrinsic.plain = write;
    else if (family == "is_null_texture_2d" || family == "is_null_texture_3d")
        intrinsic.plain = isNull;
    else if (family == "get_read_sampler")
        intrinsic.plain = [](const Intrinsic& i, const Call& call) { writeBits(i.result.element, call.result, 0, 0); };
    else if (family == "get_width_texture_2d" || family == "get_width_texture_3d")
        bindQuery(intrinsic, [](const Texture& t) { return t.width; });
    else if (family == "get_height_texture_2d" || family == "get_height_texture_3d")
        bindQuery(intrinsic, [](const Texture& t) { return t.height; });
    else if (family == "get_depth_texture_3d")
        bindQuery(intrinsic, [](const Texture& t) { return t.depth; });
    else if (family == "get_num_mip_levels_texture_2d" || family == "get_num_mip_levels_texture_3d")
        bindQuery(intrinsic, [](const Texture&) { return 1U; });
    return bool(intrinsic.plain);
}

} // namespace aircpu
