// Views: format, type, level and slice ranges by glTextureView, swizzles by texture parameters (stream.md 12, objects.md 7).
#include <algorithm>

#include "pvg/base/checked.h"
#include "renderer-gl/textures.h"

namespace gl {

using pvg::DeclineReason;
using pvg::mtl::Swizzle;

namespace {

bool hasFourBytes(const PixelFormat& f) {
    switch (f.internal) {
    case GL_RGBA8:
    case GL_SRGB8_ALPHA8:
    case GL_RGBA8_SNORM:
    case GL_RGBA8UI:
    case GL_RGBA8I: return true;
    default: return false;
    }
}

bool isTenBit(const PixelFormat& f) { return f.internal == GL_RGB10_A2 || f.internal == GL_RGB10_A2UI; }

// Whether a view of format `view` can read the bits of `base`. Where their orders differ, exchanging red and blue must be all that is needed.
bool canReinterpret(const Texture& base, const PixelFormat& view) {
    const PixelFormat& from = *base.format;
    if (!sameViewClass(from, view)) return false;
    if (base.transfersBgra() == view.isBgra()) return from.transferType == view.transferType || !view.isBgra();
    return (hasFourBytes(from) && hasFourBytes(view)) || (isTenBit(from) && isTenBit(view));
}

// Depth and stencil views keep the base's internal format (pixel_formats.tsv rows 261, 262).
bool isAspectOf(const PixelFormat& base, const PixelFormat& view) { return !base.isColor() && base.internal == view.internal; }

GLint glSwizzle(const Texture& texture, Swizzle component) {
    if (component == Swizzle::Zero) return GL_ZERO;
    if (component == Swizzle::One) return GL_ONE;
    if (texture.format->kind == FormatKind::Alpha) return component == Swizzle::Alpha ? GL_RED : GL_ZERO;
    static constexpr GLint kPlain[] = {GL_RED, GL_GREEN, GL_BLUE, GL_ALPHA};
    static constexpr GLint kExchanged[] = {GL_BLUE, GL_GREEN, GL_RED, GL_ALPHA};
    const size_t channel = size_t(component) - size_t(Swizzle::Red);
    if ((texture.format->channels() >> channel & 1) == 0) return channel == 3 ? GL_ONE : GL_ZERO;
    return texture.exchangesRedBlue ? kExchanged[channel] : kPlain[channel];
}

pvg::Declined<void> checkRange(const Texture& base, const pvg::TextureViewRange& r) {
    if (r.levelCount == 0 || !pvg::fits(r.levelBase, r.levelCount, base.levels))
        return pvg::decline(DeclineReason::BadDescriptor, "view of levels {} + {} of {}", r.levelBase, r.levelCount, base.levels);
    if (r.sliceCount == 0 || !pvg::fits(r.sliceBase, r.sliceCount, base.layers))
        return pvg::decline(DeclineReason::BadDescriptor, "view of slices {} + {} of {}", r.sliceBase, r.sliceCount, base.layers);
    if (size_t(r.type) > size_t(pvg::mtl::TextureType::TypeTextureBuffer) || r.type == pvg::mtl::TextureType::TypeTextureBuffer)
        return pvg::decline(DeclineReason::BadDescriptor, "view of texture type {}", uint64_t(r.type));
    return {};
}

Texture describeView(const Texture& base, const PixelFormat& format, const pvg::TextureViewRange& r) {
    Texture view;
    view.target = textureTarget(r.type);
    view.format = &format;
    view.type = r.type;
    view.size = base.levelSize(r.levelBase);
    view.levels = r.levelCount;
    view.layers = r.sliceCount;
    view.samples = base.samples;
    view.isView = true;
    view.exchangesRedBlue = base.transfersBgra() != format.isBgra();
    view.swizzle = r.swizzle;
    return view;
}

// How many layers of the store a view of `target` takes; 0: no such view (table 8.21 of the OpenGL 4.5 specification).
uint32_t aliasLayers(const Texture& t, GLenum target) {
    const auto isOneOf = [](GLenum value, std::initializer_list<GLenum> list) { return std::find(list.begin(), list.end(), value) != list.end(); };
    for (const auto& [single, array] : {std::pair{GL_TEXTURE_1D, GL_TEXTURE_1D_ARRAY}, std::pair{GL_TEXTURE_2D_MULTISAMPLE, GL_TEXTURE_2D_MULTISAMPLE_ARRAY}}) {
        if (t.target != GLenum(single) && t.target != GLenum(array)) continue;
        return target == GLenum(single) ? 1 : target == GLenum(array) ? t.layers : 0;
    }
    if (!isOneOf(t.target, {GL_TEXTURE_2D, GL_TEXTURE_2D_ARRAY, GL_TEXTURE_CUBE_MAP, GL_TEXTURE_CUBE_MAP_ARRAY})) return 0;
    if (target == GL_TEXTURE_2D) return 1;
    if (target == GL_TEXTURE_2D_ARRAY) return t.layers;
    const bool hasFaces = t.layers >= 6 && t.size.width == t.size.height;
    if (target == GL_TEXTURE_CUBE_MAP) return hasFaces ? 6 : 0;
    return target == GL_TEXTURE_CUBE_MAP_ARRAY && hasFaces ? t.layers / 6 * 6 : 0;
}

pvg::Declined<void> checkTarget(const Texture& base, const pvg::TextureViewRange& r) {
    const GLenum target = textureTarget(r.type);
    const bool isSingle = target == GL_TEXTURE_1D || target == GL_TEXTURE_2D || target == GL_TEXTURE_2D_MULTISAMPLE;
    const bool isCount = isSingle ? r.sliceCount == 1 : target == GL_TEXTURE_CUBE_MAP ? r.sliceCount == 6
                         : target == GL_TEXTURE_CUBE_MAP_ARRAY                        ? r.sliceCount % 6 == 0
                                                                                      : true;
    if (isCount && (target == base.target || aliasLayers(base, target) != 0)) return {};
    return pvg::decline(DeclineReason::BadDescriptor, "a view of type {} and {} slices of a texture of type {}", uint64_t(r.type), r.sliceCount,
                        uint64_t(base.type));
}

} // namespace

GLuint Texture::nameAs(GLenum wanted, GLenum internal) const {
    if (wanted == target && internal == format->internal) return name.get();
    for (const Alias& alias : aliases)
        if (alias.target == wanted && alias.internal == internal) return alias.texture->name.get();
    const uint32_t count = wanted == target ? layers : aliasLayers(*this, wanted);
    if (count == 0) return 0;
    auto view = std::make_unique<Texture>();
    view->target = wanted;
    view->format = format;
    view->swizzle = swizzle;
    view->exchangesRedBlue = exchangesRedBlue;
    GLuint made = 0;
    glGenTextures(1, &made);
    view->name = TextureName(made);
    glTextureView(made, wanted, name.get(), internal, 0, levels, 0, count);
    applySwizzle(*view);
    aliases.push_back({wanted, internal, std::move(view)});
    return made;
}

void applySwizzle(const Texture& texture) {
    const auto& s = texture.swizzle;
    const GLint values[] = {glSwizzle(texture, s[0]), glSwizzle(texture, s[1]), glSwizzle(texture, s[2]), glSwizzle(texture, s[3])};
    glTextureParameteriv(texture.name.get(), GL_TEXTURE_SWIZZLE_RGBA, values);
    if (texture.format->kind == FormatKind::StencilView)
        glTextureParameteri(texture.name.get(), GL_DEPTH_STENCIL_TEXTURE_MODE, GL_STENCIL_INDEX);
}

pvg::Declined<pvg::TextureId> TextureStore::createView(pvg::TextureId baseId, const pvg::TextureViewRange& range) {
    const Texture* base = find(baseId);
    if (base == nullptr) return pvg::decline(DeclineReason::UnresolvedRef, "view of a texture that does not exist");
    if (base->target == GL_TEXTURE_BUFFER) return pvg::decline(DeclineReason::BadDescriptor, "view of a texture buffer");
    const PixelFormat* format = range.format == pvg::mtl::PixelFormat::Invalid ? base->format : findFormat(range.format);
    if (format == nullptr || !m_caps.supports(*format))
        return pvg::decline(DeclineReason::UnsupportedFormat, "view format {}", uint64_t(range.format));
    PVG_CHECK(checkRange(*base, range));
    PVG_CHECK(checkTarget(*base, range));
    if (!isAspectOf(*base->format, *format) && !canReinterpret(*base, *format))
        return pvg::decline(DeclineReason::UnsupportedFormat, "view format {} of a texture of format {}", uint64_t(format->metal),
                            uint64_t(base->format->metal));
    if (m_textures.isFull()) return pvg::decline(DeclineReason::HostFailure, "the table of textures is full");

    auto view = std::make_unique<Texture>(describeView(*base, *format, range));
    while (glGetError() != GL_NO_ERROR) {} // so that the next error is this view's
    GLuint name = 0;
    glGenTextures(1, &name); // glTextureView wants a name that was never bound
    view->name = TextureName(name);
    glTextureView(name, view->target, base->name.get(), format->internal, range.levelBase, range.levelCount, range.sliceBase, range.sliceCount);
    if (const GLenum error = glGetError(); error != GL_NO_ERROR)
        return pvg::decline(DeclineReason::UnsupportedFormat, "OpenGL error {} for a view of type {} and format {}", error, uint64_t(range.type),
                            uint64_t(format->metal));
    applySwizzle(*view);
    return m_textures.insert(std::move(view));
}

} // namespace gl
