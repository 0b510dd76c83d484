#include "renderer-gl/textures.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "renderer-gl/image_formats.h"

namespace gl {

using pvg::DeclineReason;
using pvg::mtl::TextureType;

namespace {

struct Shape {
    GLenum target;
    bool isArray, isCube, isMultisample;
    uint8_t dimensions;
};

constexpr Shape kShapes[] = {
    {GL_TEXTURE_1D, false, false, false, 1},
    {GL_TEXTURE_1D_ARRAY, true, false, false, 1},
    {GL_TEXTURE_2D, false, false, false, 2},
    {GL_TEXTURE_2D_ARRAY, true, false, false, 2},
    {GL_TEXTURE_2D_MULTISAMPLE, false, false, true, 2},
    {GL_TEXTURE_CUBE_MAP, false, true, false, 2},
    {GL_TEXTURE_CUBE_MAP_ARRAY, true, true, false, 2},
    {GL_TEXTURE_3D, false, false, false, 3},
    {GL_TEXTURE_2D_MULTISAMPLE_ARRAY, true, false, true, 2},
    {GL_TEXTURE_BUFFER, false, false, false, 1},
};

const Shape* findShape(TextureType type) { return size_t(type) < std::size(kShapes) ? &kShapes[size_t(type)] : nullptr; }

uint32_t fullMipCount(const Extent& e) { return uint32_t(std::bit_width(std::max({e.width, e.height, e.depth}))); }

pvg::Decline tooLarge(uint64_t found, uint64_t most) {
    return pvg::decline(DeclineReason::LimitExceeded, "texture extent {} exceeds {}", found, most);
}

pvg::Declined<void> checkExtent(const Caps& caps, const Shape& shape, const Texture& t) {
    const uint32_t edge = shape.dimensions == 3 ? uint32_t(caps.maxVolumeSize)
                          : shape.isCube        ? uint32_t(caps.maxCubeSize)
                                                : caps.reported.maxTextureSize;
    const uint32_t widest = shape.target == GL_TEXTURE_BUFFER ? uint32_t(caps.maxTextureBufferTexels) : edge;
    if (t.size.width == 0 || t.size.height == 0 || t.size.depth == 0 || t.layers == 0)
        return pvg::decline(DeclineReason::BadDescriptor, "texture of {} x {} x {}", t.size.width, t.size.height, t.size.depth);
    if (t.size.width > widest) return tooLarge(t.size.width, widest);
    if (t.size.height > edge) return tooLarge(t.size.height, edge);
    if (t.size.depth > edge) return tooLarge(t.size.depth, edge);
    if (t.layers > caps.reported.maxTextureLayers) return tooLarge(t.layers, caps.reported.maxTextureLayers);
    if (shape.isCube && t.size.width != t.size.height)
        return pvg::decline(DeclineReason::BadDescriptor, "cube faces of {} x {}", t.size.width, t.size.height);
    if (t.levels == 0 || t.levels > fullMipCount(t.size))
        return pvg::decline(DeclineReason::BadDescriptor, "{} mip levels, at most {}", t.levels, fullMipCount(t.size));
    return {};
}

// Formats of a texture buffer are those of images and RGB32 (table 8.20 of the OpenGL 4.5 specification); there is no swizzle.
bool canBeTexels(const PixelFormat& f) { return f.keepsCells() && f.kind != FormatKind::Alpha && !f.isBgra() && imageFormatOf(f.internal) != nullptr; }

bool canHaveShape(const PixelFormat& f, const Shape& shape) {
    const bool isVolume = shape.dimensions == 3;
    if (shape.target == GL_TEXTURE_BUFFER) return canBeTexels(f);
    if (f.isSubsampled()) return shape.target == GL_TEXTURE_2D;
    const bool isBptc = f.internal >= GL_COMPRESSED_RGBA_BPTC_UNORM && f.internal <= GL_COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT;
    if (f.isCompressed()) return shape.dimensions == 2 ? !shape.isMultisample : isVolume && isBptc;
    if (shape.isMultisample) return f.internal != GL_RGB9_E5;
    return f.isColor() || !isVolume;
}

pvg::Declined<void> checkFormat(const Caps& caps, const Shape& shape, const Texture& t) {
    if (!caps.supports(*t.format) || !canHaveShape(*t.format, shape))
        return pvg::decline(DeclineReason::UnsupportedFormat, "pixel format {} in a texture of type {}", uint64_t(t.format->metal), uint64_t(t.type));
    if (t.format->isSubsampled() && (t.size.width % 2 != 0 || t.levels > 1))
        return pvg::decline(DeclineReason::BadDescriptor, "a 4:2:2 texture of width {} and {} levels", t.size.width, t.levels);
    return {};
}

pvg::Declined<void> checkSamples(const Caps& caps, const Texture& t) {
    const GLint most = t.format->isInteger() ? caps.maxIntegerSamples : t.format->isColor() ? caps.maxColorSamples : caps.maxDepthSamples;
    if (t.samples > uint32_t(most)) return pvg::decline(DeclineReason::LimitExceeded, "{} samples, at most {}", t.samples, uint64_t(most));
    return {};
}

void allocateStorage(const Texture& t) {
    const GLuint name = t.name.get();
    const GLenum internal = t.format->internal;
    const auto w = GLsizei(t.size.width), h = GLsizei(t.size.height), d = GLsizei(t.size.depth);
    const auto levels = GLsizei(t.levels), layers = GLsizei(t.layers), samples = GLsizei(t.samples);
    switch (t.target) {
    case GL_TEXTURE_1D: glTextureStorage1D(name, levels, internal, w); break;
    case GL_TEXTURE_1D_ARRAY: glTextureStorage2D(name, levels, internal, w, layers); break;
    case GL_TEXTURE_2D:
    case GL_TEXTURE_CUBE_MAP: glTextureStorage2D(name, levels, internal, w, h); break;
    case GL_TEXTURE_2D_ARRAY:
    case GL_TEXTURE_CUBE_MAP_ARRAY: glTextureStorage3D(name, levels, internal, w, h, layers); break;
    case GL_TEXTURE_3D: glTextureStorage3D(name, levels, internal, w, h, d); break;
    case GL_TEXTURE_2D_MULTISAMPLE: glTextureStorage2DMultisample(name, samples, internal, w, h, GL_TRUE); break;
    case GL_TEXTURE_2D_MULTISAMPLE_ARRAY: glTextureStorage3DMultisample(name, samples, internal, w, h, layers, GL_TRUE); break;
    default: break;
    }
}

void allocateTexels(Texture& t) {
    t.texels = makeBuffer();
    const auto bytes = GLsizeiptr(t.size.width) * GLsizeiptr(t.format->blockBytes);
    glNamedBufferStorage(t.texels.get(), bytes, nullptr, GL_DYNAMIC_STORAGE_BIT);
    glClearNamedBufferData(t.texels.get(), GL_R8UI, GL_RED_INTEGER, GL_UNSIGNED_BYTE, nullptr);
    glTextureBuffer(t.name.get(), t.format->internal, t.texels.get());
}

// glClearTexImage refuses compressed formats; drivers hand out fresh block-compressed storage, so it is written explicitly.
void zeroCompressed(const Texture& t) {
    std::vector<std::byte> zeros;
    for (uint32_t level = 0; level < t.levels; ++level) {
        const Extent e = t.levelSize(level);
        const uint64_t columns = (e.width + t.format->blockWidth - 1) / t.format->blockWidth;
        const uint64_t rows = (e.height + t.format->blockHeight - 1) / t.format->blockHeight;
        zeros.resize(std::max<size_t>(zeros.size(), columns * rows * t.format->blockBytes));
        const auto bytes = GLsizei(columns * rows * t.format->blockBytes);
        const auto w = GLsizei(e.width), h = GLsizei(e.height);
        if (t.target == GL_TEXTURE_2D) {
            glCompressedTextureSubImage2D(t.name.get(), GLint(level), 0, 0, w, h, t.format->internal, bytes, zeros.data());
            continue;
        }
        const uint32_t images = t.isVolume() ? e.depth : t.layers;
        for (uint32_t z = 0; z < images; ++z)
            glCompressedTextureSubImage3D(t.name.get(), GLint(level), 0, 0, GLint(z), w, h, 1, t.format->internal, bytes, zeros.data());
    }
}

// What cells of zeros mean to a store that is wider than they are.
std::array<float, 4> zeroTexel(const PixelFormat& f) {
    constexpr float kLeast = -384.0F / 510.0F;
    const float alpha = (f.channels() & 8) != 0 ? kLeast : 1.0F;
    switch (f.packing) {
    case Packing::Bgr10Xr:
    case Packing::Bgra10Xr: return {kLeast, kLeast, kLeast, alpha};
    case Packing::Bgr10XrSrgb:
    case Packing::Bgra10XrSrgb: {
        const float linear = -std::pow((-kLeast + 0.055F) / 1.055F, 2.4F);
        return {linear, linear, linear, alpha};
    }
    default: return {0, 0, 0, alpha};
    }
}

void zeroContents(const Texture& t, StateCache& state) {
    state.unpackFrom(0, {});
    if (t.format->isCompressed()) return zeroCompressed(t);
    const std::array<float, 4> texel = t.format->keepsCells() ? std::array<float, 4>{} : zeroTexel(*t.format);
    for (uint32_t level = 0; level < t.levels; ++level) {
        if (t.format->keepsCells())
            glClearTexImage(t.name.get(), GLint(level), t.format->transferFormat, t.format->transferType, nullptr);
        else
            glClearTexImage(t.name.get(), GLint(level), GL_RGBA, GL_FLOAT, texel.data());
    }
}

} // namespace

GLenum textureTarget(TextureType type) {
    const Shape* shape = findShape(type);
    return shape != nullptr ? shape->target : GL_NONE;
}

Extent Texture::levelSize(uint32_t level) const {
    const auto shrink = [level](uint32_t n) { return level < 32 ? std::max(1U, n >> level) : 1U; };
    return {shrink(size.width), shrink(size.height), shrink(size.depth)};
}

pvg::Declined<void> TextureStore::allocate(Texture& texture) {
    while (glGetError() != GL_NO_ERROR) {} // so that the next error is this storage's
    texture.name = makeTexture(texture.target);
    if (texture.target == GL_TEXTURE_BUFFER)
        allocateTexels(texture);
    else
        allocateStorage(texture);
    if (const GLenum error = glGetError(); error != GL_NO_ERROR)
        return pvg::decline(DeclineReason::HostFailure, "OpenGL error {} for a texture of {} x {}", error, texture.size.width, texture.size.height);
    if (texture.target == GL_TEXTURE_BUFFER) return {};
    zeroContents(texture, m_state);
    applySwizzle(texture);
    return {};
}

pvg::Declined<pvg::TextureId> TextureStore::create(const pvg::TextureBody& body) {
    const Shape* shape = findShape(body.type);
    const PixelFormat* format = findFormat(body.format);
    if (shape == nullptr) return pvg::decline(DeclineReason::BadDescriptor, "texture type {}", uint64_t(body.type));
    if (format == nullptr) return pvg::decline(DeclineReason::UnsupportedFormat, "pixel format {}", uint64_t(body.format));
    if (m_textures.isFull()) return pvg::decline(DeclineReason::HostFailure, "the table of textures is full");

    auto texture = std::make_unique<Texture>();
    texture->target = shape->target;
    texture->format = format;
    texture->type = body.type;
    texture->size = {body.width, shape->dimensions >= 2 ? body.height : 1, shape->dimensions >= 3 ? body.depth : 1};
    texture->levels = shape->isMultisample || shape->target == GL_TEXTURE_BUFFER ? 1 : body.mipCount;
    texture->layers = (shape->isArray ? body.arrayLength : 1U) * (shape->isCube ? 6U : 1U);
    texture->samples = shape->isMultisample ? std::max<uint32_t>(body.sampleCount, 1) : 1;
    texture->swizzle = body.swizzle;
    PVG_CHECK(checkFormat(m_caps, *shape, *texture));
    PVG_CHECK(checkExtent(m_caps, *shape, *texture));
    PVG_CHECK(checkSamples(m_caps, *texture));
    PVG_CHECK(allocate(*texture));
    return m_textures.insert(std::move(texture));
}

std::unique_ptr<Texture> TextureStore::destroy(pvg::TextureId id) {
    auto texture = m_textures.take(id);
    if (!texture) return nullptr;
    m_state.forgetTexture(texture->name.get());
    for (const Texture::Alias& alias : texture->aliases) m_state.forgetTexture(alias.texture->name.get());
    if (texture->texels) m_state.forgetBuffer(texture->texels.get());
    return texture;
}

} // namespace gl
