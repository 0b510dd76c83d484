// Mip generation (stream.md 6, decisions.md 28).
#include "renderer-gl/blit.h"

namespace gl {

using pvg::DeclineReason;

namespace {

TextureName storageLike(const Texture& t) {
    GLuint name = 0;
    glCreateTextures(t.target, 1, &name);
    const auto levels = GLsizei(t.levels), width = GLsizei(t.size.width), height = GLsizei(t.size.height), layers = GLsizei(t.layers);
    if (t.target == GL_TEXTURE_1D)
        glTextureStorage1D(name, levels, t.format->internal, width);
    else if (t.isVolume())
        glTextureStorage3D(name, levels, t.format->internal, width, height, GLsizei(t.size.depth));
    else if (t.target == GL_TEXTURE_2D || t.target == GL_TEXTURE_CUBE_MAP)
        glTextureStorage2D(name, levels, t.format->internal, width, height);
    else
        glTextureStorage3D(name, levels, t.format->internal, width, height, layers);
    return TextureName(name);
}

struct Names {
    GLuint from, to;
};
void copyLevels(const Texture& t, uint32_t first, uint32_t end, const Names& names) {
    for (uint32_t level = first; level < end; ++level) {
        const Extent size = t.levelSize(level);
        glCopyImageSubData(names.from, t.target, GLint(level), 0, 0, 0, names.to, t.target, GLint(level), 0, 0, 0, GLsizei(size.width), GLsizei(size.height),
                           GLsizei(t.isVolume() ? size.depth : t.layers));
    }
}

} // namespace

pvg::Declined<void> BlitEncoder::generateMipmaps(pvg::TextureId id) {
    const Texture* texture = m.textures.find(id);
    if (texture == nullptr) return pvg::decline(DeclineReason::UnresolvedRef, "mip generation without a texture");
    if (texture->levels < 2) return {};
    const bool isFilterable = texture->format->kind == FormatKind::Float || texture->format->kind == FormatKind::Alpha;
    if (!isFilterable || texture->isMultisample())
        return pvg::decline(DeclineReason::UnsupportedFormat, "mip generation of format {}", uint64_t(texture->format->metal));
    if (texture->isView) return generateThroughCopy(*texture);
    m.state.countCalls(1);
    glGenerateTextureMipmap(texture->name.get());
    return {};
}

// Mesa generates the levels of the whole store, in the store's format, for a view as well: they are made in a texture of the view's shape.
pvg::Declined<void> BlitEncoder::generateThroughCopy(const Texture& view) {
    if (view.target == GL_TEXTURE_1D_ARRAY) return pvg::decline(DeclineReason::NotImplemented, "mip generation of a view of a 1D array");
    const TextureName copy = storageLike(view);
    if (!m.state.gotMemory()) return {}; // which the caller declines
    copyLevels(view, 0, 1, {view.name.get(), copy.get()});
    m.state.countCalls(1);
    glGenerateTextureMipmap(copy.get());
    copyLevels(view, 1, view.levels, {copy.get(), view.name.get()});
    return {};
}

} // namespace gl
