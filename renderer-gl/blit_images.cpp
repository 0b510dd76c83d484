// Texture to texture: raw copies (stream.md 6).
#include <algorithm>

#include "pvg/base/checked.h"
#include "renderer-gl/blit.h"

namespace gl {

using pvg::DeclineReason;

namespace {

Transfer tightTransfer(const BlitEncoder::Place& place) {
    Transfer t{place.texture, place.region, {}, pvg::Aspect::All};
    t.layout.bytesPerRow = tightRowBytes(t);
    t.layout.bytesPerImage = t.layout.bytesPerRow * rowCount(t);
    return t;
}

// The layer coordinate of glCopyImageSubData.
GLint layerOf(const BlitEncoder::Place& p) { return GLint(p.texture->isVolume() ? p.region.z : p.region.slice); }

bool sameSubresource(const BlitEncoder::Place& a, const BlitEncoder::Place& b) {
    return a.texture == b.texture && a.region.level == b.region.level && a.region.slice == b.region.slice;
}

bool isDepthLike(const PixelFormat& f) { return f.hasDepth() || f.hasStencil(); }

// What glCopyImageSubData takes: equal block sizes, equal sample counts, depth formats only with themselves.
bool canCopyDirectly(const BlitEncoder::Place& from, const BlitEncoder::Place& to) {
    const PixelFormat& a = *from.texture->format;
    const PixelFormat& b = *to.texture->format;
    if (from.texture->target == GL_TEXTURE_BUFFER || to.texture->target == GL_TEXTURE_BUFFER) return false;
    if (from.texture->target == GL_TEXTURE_1D_ARRAY || to.texture->target == GL_TEXTURE_1D_ARRAY) return false; // drivers disagree on the layer
    if (isDepthLike(a) || isDepthLike(b)) return a.internal == b.internal;
    if (from.texture->transfersBgra() != to.texture->transfersBgra()) return false;
    return sameViewClass(a, b);
}

pvg::Declined<void> checkCopy(const BlitEncoder::Place& from, const BlitEncoder::Place& to) {
    const PixelFormat& a = *from.texture->format;
    const PixelFormat& b = *to.texture->format;
    if (a.blockBytes != b.blockBytes)
        return pvg::decline(DeclineReason::BadField, "copy between formats {} and {} of different sizes", uint64_t(a.metal), uint64_t(b.metal));
    if (from.texture->samples != to.texture->samples)
        return pvg::decline(DeclineReason::BadField, "copy between {} and {} samples", from.texture->samples, to.texture->samples);
    PVG_CHECK(checkTransfer(tightTransfer(from)));
    return checkTransfer(tightTransfer(to));
}

} // namespace

pvg::Declined<void> BlitEncoder::copyTexture(const Place& from, const Place& to) {
    PVG_CHECK(checkCopy(from, to));
    const pvg::TextureRegion &a = from.region, &b = to.region;
    const bool overlaps = sameSubresource(from, to);
    if (overlaps || !canCopyDirectly(from, to)) {
        if (from.texture->isMultisample() && from.texture->format->internal != to.texture->format->internal)
            return pvg::decline(DeclineReason::UnsupportedFormat, "copy between multisample formats {} and {}", uint64_t(from.texture->format->metal),
                                uint64_t(to.texture->format->metal));
        copyThroughBuffer(from, to);
        return {};
    }
    m.state.countCalls(1);
    glCopyImageSubData(from.texture->name.get(), from.texture->target, GLint(a.level), GLint(a.x), GLint(a.y), layerOf(from),
                       to.texture->name.get(), to.texture->target, GLint(b.level), GLint(b.x), GLint(b.y), layerOf(to), GLsizei(a.width),
                       GLsizei(a.height), GLsizei(a.depth));
    return {};
}

// Through guest-linear bytes, which is what a raw copy means where the stores differ (formats.h).
void BlitEncoder::copyThroughBuffer(const Place& from, const Place& to) {
    Transfer source = tightTransfer(from), destination = tightTransfer(to);
    const uint64_t bytes = source.layout.bytesPerImage * source.region.depth;
    const GLuint buffer = m.buffers.scratch(BufferStore::Scratch::Staging, bytes);
    download(source, {buffer, 0, bytes});
    upload(destination, {buffer, 0});
}

} // namespace gl
