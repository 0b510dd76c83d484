#include "sample_textures.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace airtest {

namespace {

constexpr unsigned kSize = 4, kLevels = 3, kLayers = 3, kBufferTexels = 8;

// MTLTextureType.
enum : uint8_t { k1D, k1DArray, k2D, k2DArray, k2DMultisample, kCube, kCubeArray, k3D, k2DMultisampleArray, kBuffer };

constexpr std::array<GLenum, 10> kTargets = {GL_TEXTURE_1D,
                                             GL_TEXTURE_1D_ARRAY,
                                             GL_TEXTURE_2D,
                                             GL_TEXTURE_2D_ARRAY,
                                             GL_TEXTURE_2D_MULTISAMPLE,
                                             GL_TEXTURE_CUBE_MAP,
                                             GL_TEXTURE_CUBE_MAP_ARRAY,
                                             GL_TEXTURE_3D,
                                             GL_TEXTURE_2D_MULTISAMPLE_ARRAY,
                                             GL_TEXTURE_BUFFER};

struct Format {
    GLenum internal, format, type;
};

Format formatOf(const air::TextureUse& use, unsigned channels) {
    static constexpr Format kOne[] = {
        {GL_R32F, GL_RED, GL_FLOAT}, {GL_R32I, GL_RED_INTEGER, GL_INT}, {GL_R32UI, GL_RED_INTEGER, GL_UNSIGNED_INT}};
    static constexpr Format kFour[] = {
        {GL_RGBA32F, GL_RGBA, GL_FLOAT}, {GL_RGBA32I, GL_RGBA_INTEGER, GL_INT}, {GL_RGBA32UI, GL_RGBA_INTEGER, GL_UNSIGNED_INT}};
    if (use.isDepth && !use.isImage) return {GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT};
    return (channels == 1 ? kOne : kFour)[use.componentType];
}

std::array<unsigned, 3> sizeOf(const air::TextureUse& use, unsigned level) {
    const unsigned size = kSize >> level;
    switch (use.textureType) {
    case k1D:
        return {size, 1, 1};
    case k1DArray:
        return {size, kLayers, 1};
    case k2DArray:
        return {size, size, use.uniformName.ends_with("_faces") || use.isImage ? 6U : kLayers};
    case kCube:
        return {size, size, 6};
    case kCubeArray:
        return {size, size, 12};
    case k3D:
        return {size, size, size};
    case kBuffer:
        return {kBufferTexels, 1, 1};
    default:
        return {size, size, 1};
    }
}

uint32_t word(const air::TextureUse& use, unsigned value) {
    const auto number = float(value);
    uint32_t bits = value;
    if (use.componentType == 0) std::memcpy(&bits, &number, sizeof bits);
    return bits;
}

struct Content {
    unsigned channels, place; // see placeOf()
};

std::vector<uint32_t> texels(const air::TextureUse& use, unsigned level, Content content) {
    const auto size = sizeOf(use, level);
    std::vector<uint32_t> all;
    for (unsigned z = 0; z < size[2]; ++z)
        for (unsigned y = 0; y < size[1]; ++y)
            for (unsigned x = 0; x < size[0]; ++x) {
                // The second coordinate of a 1D array is its layer.
                const unsigned row = use.textureType == k1DArray ? 0 : y, layer = use.textureType == k1DArray ? y : z;
                if (use.isDepth && !use.isImage) {
                    const float depth = float(x + 4 * row) / 16.0F;
                    all.resize(all.size() + 1);
                    std::memcpy(&all.back(), &depth, sizeof depth);
                    continue;
                }
                all.push_back(word(use, x + 10 * row + 100 * layer + 1000 * level + 10000 * content.place));
                if (content.channels == 4) all.insert(all.end(), {word(use, x), word(use, row), word(use, layer)});
            }
    return all;
}

GLenum addressMode(uint8_t metal) {
    static constexpr std::array<GLenum, 6> kModes = {GL_CLAMP_TO_EDGE,   GL_MIRROR_CLAMP_TO_EDGE, GL_REPEAT,
                                                     GL_MIRRORED_REPEAT, GL_CLAMP_TO_BORDER,      GL_CLAMP_TO_BORDER};
    return kModes[metal % kModes.size()];
}

GLenum compareFunction(uint8_t metal) { return GL_NEVER + metal; } // the same order

GLenum minFilter(bool isLinear, unsigned mip) {
    if (mip == 0) return isLinear ? GL_LINEAR : GL_NEAREST;
    if (mip == 1) return isLinear ? GL_LINEAR_MIPMAP_NEAREST : GL_NEAREST_MIPMAP_NEAREST;
    return isLinear ? GL_LINEAR_MIPMAP_LINEAR : GL_NEAREST_MIPMAP_LINEAR;
}

void applyConstexpr(GLuint sampler, const air::ConstexprSampler& s) {
    glSamplerParameteri(sampler, GL_TEXTURE_MIN_FILTER, GLint(minFilter(s.minFilter, s.mipFilter)));
    glSamplerParameteri(sampler, GL_TEXTURE_MAG_FILTER, s.magFilter ? GL_LINEAR : GL_NEAREST);
    glSamplerParameteri(sampler, GL_TEXTURE_WRAP_S, GLint(addressMode(s.s)));
    glSamplerParameteri(sampler, GL_TEXTURE_WRAP_T, GLint(addressMode(s.t)));
    glSamplerParameteri(sampler, GL_TEXTURE_WRAP_R, GLint(addressMode(s.r)));
    glSamplerParameterf(sampler, GL_TEXTURE_MIN_LOD, s.lodMin);
    glSamplerParameterf(sampler, GL_TEXTURE_MAX_LOD, s.lodMax);
    glSamplerParameterf(sampler, GL_TEXTURE_LOD_BIAS, s.lodBias);
    const float one = s.border == 2 ? 1.0F : 0.0F, border[4] = {one, one, one, s.border ? 1.0F : 0.0F};
    glSamplerParameterfv(sampler, GL_TEXTURE_BORDER_COLOR, border);
    if (s.hasCompare) glSamplerParameteri(sampler, GL_TEXTURE_COMPARE_FUNC, GLint(compareFunction(s.compare)));
}

void applyArgument(GLuint sampler, unsigned index) {
    glSamplerParameteri(sampler, GL_TEXTURE_MIN_FILTER, GLint(minFilter(index != 0, index == 2 ? 2 : 1)));
    glSamplerParameteri(sampler, GL_TEXTURE_MAG_FILTER, index ? GL_LINEAR : GL_NEAREST);
    for (GLenum axis : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T, GL_TEXTURE_WRAP_R}) glSamplerParameteri(sampler, axis, GL_CLAMP_TO_EDGE);
    glSamplerParameteri(sampler, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
}

void uploadLevel(GLuint texture, const air::TextureUse& use, unsigned level, Content content) {
    const auto size = sizeOf(use, level);
    const auto data = texels(use, level, content);
    const Format f = formatOf(use, content.channels);
    const auto l = GLint(level);
    const std::array<GLsizei, 3> s = {GLsizei(size[0]), GLsizei(size[1]), GLsizei(size[2])};
    if (use.textureType == k1D)
        glTextureSubImage1D(texture, l, 0, s[0], f.format, f.type, data.data());
    else if (use.textureType == k2D || use.textureType == k1DArray)
        glTextureSubImage2D(texture, l, 0, 0, s[0], s[1], f.format, f.type, data.data());
    else
        glTextureSubImage3D(texture, l, 0, 0, 0, s[0], s[1], s[2], f.format, f.type, data.data());
}

} // namespace

unsigned BoundTextures::placeOf(uint32_t index) const {
    return index < air::kFirstHandle ? 0 : m_reflection.handles.at(index - air::kFirstHandle).offset / air::kHandleBytes;
}

GLuint BoundTextures::makeBuffer(const air::TextureUse& use, unsigned channels) {
    const auto data = texels(use, 0, {channels, placeOf(use.metalIndex)});
    GLuint buffer = 0, texture = 0;
    glCreateBuffers(1, &buffer);
    glNamedBufferStorage(buffer, GLsizeiptr(data.size() * 4), data.data(), 0);
    glCreateTextures(GL_TEXTURE_BUFFER, 1, &texture);
    glTextureBuffer(texture, formatOf(use, channels).internal, buffer);
    m_buffers.push_back(buffer);
    m_textures.push_back(texture);
    return texture;
}

unsigned BoundTextures::levelsOf(const air::TextureUse& use) const {
    const auto& all = m_reflection.textures;
    const auto asksForMore = [&](const air::TextureUse& u) {
        return u.metalIndex == use.metalIndex && (!u.isImage || u.level != 0 || u.mostLevels != 0);
    };
    return std::any_of(all.begin(), all.end(), asksForMore) ? kLevels : 1;
}

GLuint BoundTextures::make(const air::TextureUse& use, unsigned channels) {
    if (use.textureType == kBuffer) return makeBuffer(use, channels);
    GLuint texture = 0;
    glCreateTextures(kTargets[use.textureType], 1, &texture);
    m_textures.push_back(texture);
    const Format f = formatOf(use, channels);
    const auto size = sizeOf(use, 0);
    const std::array<GLsizei, 3> s = {GLsizei(size[0]), GLsizei(size[1]), GLsizei(size[2])};
    if (use.textureType == k2DMultisample || use.textureType == k2DMultisampleArray) {
        if (use.textureType == k2DMultisample)
            glTextureStorage2DMultisample(texture, 4, f.internal, s[0], s[1], GL_TRUE);
        else
            glTextureStorage3DMultisample(texture, 4, f.internal, s[0], s[1], kLayers, GL_TRUE);
        const std::array<uint32_t, 4> color = {word(use, 1), word(use, 2), word(use, 3), word(use, 4)};
        glClearTexImage(texture, 0, f.format, f.type, color.data());
        return texture;
    }
    const unsigned levels = levelsOf(use);
    if (use.textureType == k1D)
        glTextureStorage1D(texture, GLsizei(levels), f.internal, s[0]);
    else if (use.textureType == k2D || use.textureType == k1DArray || use.textureType == kCube)
        glTextureStorage2D(texture, GLsizei(levels), f.internal, s[0], s[1]);
    else
        glTextureStorage3D(texture, GLsizei(levels), f.internal, s[0], s[1], s[2]);
    // Integer textures are complete without a sampler only when nothing is filtered.
    glTextureParameteri(texture, GL_TEXTURE_MIN_FILTER, GL_NEAREST_MIPMAP_NEAREST);
    glTextureParameteri(texture, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    for (unsigned level = 0; level < levels; ++level) uploadLevel(texture, use, level, {channels, placeOf(use.metalIndex)});
    return texture;
}

GLuint BoundTextures::makeSampler(const air::TextureUse& use) {
    GLuint sampler = 0;
    glCreateSamplers(1, &sampler);
    m_samplers.push_back(sampler);
    if (use.sampler == air::TextureUse::Sampler::Constexpr)
        applyConstexpr(sampler, m_reflection.constexprSamplers.at(use.samplerIndex));
    else
        applyArgument(sampler, use.samplerIndex < air::kFirstHandle ? use.samplerIndex : placeOf(use.samplerIndex) % 3);
    if (use.usesCompare) glSamplerParameteri(sampler, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
    return sampler;
}

void BoundTextures::bindSampled(const air::TextureUse& use, GLuint unit) {
    const Image* image = writable(use.metalIndex);
    glBindTextureUnit(unit, image ? image->texture : make(use, 4));
    glBindSampler(unit, use.sampler == air::TextureUse::Sampler::None ? 0 : makeSampler(use));
}

void BoundTextures::bindImage(const air::TextureUse& use, GLuint unit) {
    const Image* image = writable(use.metalIndex);
    glBindImageTexture(unit, image->texture, GLint(use.level), GL_TRUE, 0, use.isImageRead ? GL_READ_WRITE : GL_WRITE_ONLY,
                       formatOf(use, image->channels).internal);
}

const BoundTextures::Image* BoundTextures::writable(unsigned metalIndex) {
    for (const Image& image : m_images)
        if (image.use.metalIndex == metalIndex) return &image;
    const air::TextureUse* first = nullptr;
    bool isRead = false;
    for (const air::TextureUse& use : m_reflection.textures) {
        if (!use.isImage || use.metalIndex != metalIndex) continue;
        if (!first) first = &use;
        isRead = isRead || use.isImageRead;
    }
    if (!first) return nullptr;
    const unsigned channels = isRead ? 1 : 4;
    m_images.push_back({*first, channels, make(*first, channels)});
    return &m_images.back();
}

BoundTextures::BoundTextures(GLuint program, const air::Reflection& reflection) : m_reflection(reflection) {
    GLuint units = 0, images = 0;
    for (const air::TextureUse& use : reflection.textures) {
        const GLuint unit = use.isImage ? images++ : units++;
        glProgramUniform1i(program, glGetUniformLocation(program, use.uniformName.c_str()), GLint(unit));
        if (use.isImage)
            bindImage(use, unit);
        else
            bindSampled(use, unit);
    }
}

BoundTextures::~BoundTextures() {
    glDeleteTextures(GLsizei(m_textures.size()), m_textures.data());
    glDeleteSamplers(GLsizei(m_samplers.size()), m_samplers.data());
    glDeleteBuffers(GLsizei(m_buffers.size()), m_buffers.data());
}

std::vector<uint8_t> BoundTextures::texel(unsigned metalIndex, const std::array<unsigned, 4>& at) const {
    for (const Image& image : m_images) {
        if (image.use.metalIndex != metalIndex) continue;
        const Format f = formatOf(image.use, image.channels);
        const auto size = sizeOf(image.use, at[3]);
        const size_t count = size_t(1) * size[0] * size[1] * size[2] * image.channels * 4;
        std::vector<uint8_t> all(count);
        if (!m_buffers.empty())
            glGetNamedBufferSubData(m_buffers.back(), 0, GLsizeiptr(all.size()), all.data());
        else
            glGetTextureImage(image.texture, GLint(at[3]), f.format, f.type, GLsizei(all.size()), all.data());
        const size_t bytes = size_t(image.channels) * 4;
        const size_t start = ((size_t(at[2]) * size[1] + at[1]) * size[0] + at[0]) * bytes;
        if (start + bytes > all.size()) return {};
        return {all.begin() + long(start), all.begin() + long(start + bytes)};
    }
    return {};
}

} // namespace airtest
