// Textures and views of textures.
#pragma once

#include <array>

#include "pvg/exec/backend.h"
#include "renderer-gl/formats.h"
#include "renderer-gl/handle.h"
#include "renderer-gl/slot_table.h"
#include "renderer-gl/state_cache.h"

namespace gl {

struct Extent {
    uint32_t width = 1, height = 1, depth = 1;
};

struct Texture {
    TextureName name;
    GLenum target = GL_TEXTURE_2D;
    const PixelFormat* format = nullptr;
    pvg::mtl::TextureType type = pvg::mtl::TextureType::Type2D;
    Extent size;              // of level 0
    uint32_t levels = 1;
    uint32_t layers = 1;      // array layers, cube faces count
    uint32_t samples = 1;
    std::array<pvg::mtl::Swizzle, 4> swizzle{pvg::mtl::Swizzle::Red, pvg::mtl::Swizzle::Green, pvg::mtl::Swizzle::Blue,
                                             pvg::mtl::Swizzle::Alpha};
    bool exchangesRedBlue = false; // a view whose format and store disagree about the order (formats.h)
    bool isView = false;
    BufferName texels;             // the store of a texture buffer

    // The same store under other types or formats, made when a shader asks: cubes are loaded and stored as arrays of faces, sRGB as its
    // bits.
    struct Alias {
        GLenum target, internal;
        std::unique_ptr<Texture> texture;
    };
    mutable std::vector<Alias> aliases;

    Extent levelSize(uint32_t level) const;
    // The name to bind where a shader declares `wanted`; 0 when the store cannot be seen as that.
    GLuint nameAs(GLenum wanted) const { return nameAs(wanted, format->internal); }
    GLuint nameAs(GLenum wanted, GLenum internal) const;
    // The order of the guest's cell, hence of raw transfers.
    bool transfersBgra() const { return format->isBgra() != exchangesRedBlue; }
    bool isMultisample() const { return target == GL_TEXTURE_2D_MULTISAMPLE || target == GL_TEXTURE_2D_MULTISAMPLE_ARRAY; }
    bool isVolume() const { return target == GL_TEXTURE_3D; }
};

GLenum textureTarget(pvg::mtl::TextureType type);

class TextureStore {
public:
    TextureStore(const Caps& caps, StateCache& state) : m_caps(caps), m_state(state) {}

    pvg::Declined<pvg::TextureId> create(const pvg::TextureBody& body);
    pvg::Declined<pvg::TextureId> createView(pvg::TextureId base, const pvg::TextureViewRange& range);
    std::unique_ptr<Texture> destroy(pvg::TextureId id);
    Texture* find(pvg::TextureId id) const { return m_textures.find(id); }

private:
    pvg::Declined<void> allocate(Texture& texture);

    const Caps& m_caps;
    StateCache& m_state;
    SlotTable<pvg::TextureId, Texture> m_textures;
};

// Sets GL's swizzle from the texture's own and its format's. Sampling only; attachments and images ignore it.
void applySwizzle(const Texture& texture);

} // namespace gl
