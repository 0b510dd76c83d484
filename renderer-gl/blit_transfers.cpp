// Guest-linear bytes to and from textures: guest memory, buffers, multisample textures and texture buffers.
#include <algorithm>

#include "pvg/base/checked.h"
#include "renderer-gl/blit.h"

namespace gl {

using pvg::DeclineReason;

namespace {

// Largest readback staged for one call; above it the host would rather refuse than thrash.
constexpr uint64_t kMostBytes = 2ULL << 30;

// A single-sample texture the size of the region, and the transfer that addresses it.
Texture singleSample(const Transfer& t) {
    Texture temporary;
    temporary.target = GL_TEXTURE_2D;
    temporary.format = t.texture->format;
    temporary.size = {t.region.width, t.region.height, 1};
    temporary.name = makeTexture(GL_TEXTURE_2D);
    glTextureStorage2D(temporary.name.get(), 1, t.texture->format->internal, GLsizei(t.region.width), GLsizei(t.region.height));
    return temporary;
}

Transfer onto(const Texture& temporary, Transfer t) {
    t.texture = &temporary;
    t.region.x = t.region.y = t.region.z = t.region.level = t.region.slice = 0;
    return t;
}

GLbitfield blitMask(const PixelFormat& f) {
    if (f.isColor()) return GL_COLOR_BUFFER_BIT;
    return GLbitfield(f.hasDepth() ? GL_DEPTH_BUFFER_BIT : 0) | GLbitfield(f.hasStencil() ? GL_STENCIL_BUFFER_BIT : 0);
}

FramebufferKey keyOf(const PixelFormat& f, const AttachedImage& image) {
    FramebufferKey key;
    if (f.isColor()) key.colors[0] = image;
    if (f.hasDepth()) key.depth = image;
    if (f.hasStencil()) key.stencil = image;
    return key;
}

} // namespace

void BlitEncoder::replicate(const Texture& from, const Transfer& to) {
    const pvg::TextureRegion& r = to.region;
    const auto source = m.framebuffers.find(keyOf(*from.format, attachedImage(from, 0, 0, 0)));
    const auto target = m.framebuffers.find(keyOf(*from.format, attachedImage(*to.texture, 0, r.slice, 0)));
    if (!source || !target) return; // creation had already shown the format to be renderable
    m.state.scissor(0, {0, 0, 32768, 32768});
    const auto x = GLint(r.x), y = GLint(r.y), w = GLint(r.width), h = GLint(r.height);
    glBlitNamedFramebuffer(*source, *target, 0, 0, w, h, x, y, x + w, y + h, blitMask(*from.format), GL_NEAREST);
    m.framebuffers.forgetTexture(from.name.get());
}

void BlitEncoder::resolveInto(const Transfer& from, const Texture& to) {
    const pvg::TextureRegion& r = from.region;
    const auto source = m.framebuffers.find(keyOf(*to.format, attachedImage(*from.texture, 0, r.slice, 0)));
    const auto target = m.framebuffers.find(keyOf(*to.format, attachedImage(to, 0, 0, 0)));
    if (!source || !target) return;
    m.state.scissor(0, {0, 0, 32768, 32768});
    const auto x = GLint(r.x), y = GLint(r.y), w = GLint(r.width), h = GLint(r.height);
    if (to.format->isColor()) glNamedFramebufferReadBuffer(*source, GL_COLOR_ATTACHMENT0);
    glBlitNamedFramebuffer(*source, *target, x, y, x + w, y + h, 0, 0, w, h, blitMask(*to.format), GL_NEAREST);
    m.framebuffers.forgetTexture(to.name.get());
}

// A multisample level holds one sample a texel in the guest's layout (decisions.md 17).
void BlitEncoder::upload(const Transfer& t, PixelSource source) {
    if (t.texture->target == GL_TEXTURE_BUFFER) return uploadTexels(t, source);
    if (!t.texture->isMultisample()) return uploadPixels(m.state, t, source);
    const Texture temporary = singleSample(t);
    uploadPixels(m.state, onto(temporary, t), source);
    replicate(temporary, t);
}

void BlitEncoder::download(const Transfer& t, PixelTarget target) {
    if (t.texture->target == GL_TEXTURE_BUFFER) return downloadTexels(t, target);
    if (!t.texture->isMultisample()) return downloadPixels(m.state, t, target);
    const Texture temporary = singleSample(t);
    resolveInto(t, temporary);
    downloadPixels(m.state, onto(temporary, t), target);
}

void BlitEncoder::uploadTexels(const Transfer& t, PixelSource source) {
    const auto bytes = GLsizeiptr(tightRowBytes(t));
    const auto at = GLintptr(uint64_t(t.region.x) * t.texture->format->blockBytes);
    if (source.buffer == 0)
        glNamedBufferSubData(t.texture->texels.get(), at, bytes, reinterpret_cast<const void*>(source.address));
    else
        glCopyNamedBufferSubData(source.buffer, t.texture->texels.get(), GLintptr(source.address), at, bytes);
}

void BlitEncoder::downloadTexels(const Transfer& t, PixelTarget target) {
    const auto at = GLintptr(uint64_t(t.region.x) * t.texture->format->blockBytes);
    glCopyNamedBufferSubData(t.texture->texels.get(), target.buffer, at, GLintptr(target.offset), GLsizeiptr(tightRowBytes(t)));
}

pvg::Declined<void> BlitEncoder::writeTexture(const Transfer& t, pvg::ByteRuns runs) {
    PVG_CHECK(checkTransfer(t));
    const uint64_t given = totalBytes(runs);
    if (given < *spannedBytes(t)) return pvg::decline(DeclineReason::BadLength, "{} bytes for a region of {}", given, *spannedBytes(t));
    const TransferFormat f = transferFormat(*t.texture, t.aspect);
    if (t.layout.bytesPerRow % f.componentBytes == 0) {
        upload(t, m.upload.stagePixels(runs));
        return {};
    }
    // Rows that start inside a component cannot come from a pixel buffer.
    std::vector<std::byte> gathered(given);
    gather(runs, gathered.data());
    upload(t, {0, reinterpret_cast<uintptr_t>(gathered.data())});
    return {};
}

pvg::Declined<void> BlitEncoder::readTexture(const Transfer& t, pvg::ReadDone done) {
    PVG_CHECK(checkTransfer(t));
    const uint64_t bytes = *spannedBytes(t);
    if (bytes > kMostBytes) return pvg::decline(DeclineReason::LimitExceeded, "readback of {} bytes", bytes);
    const GLuint staging = m.completion.expectRead(bytes, std::move(done));
    download(t, {staging, 0, bytes});
    return {};
}

pvg::Declined<void> BlitEncoder::copyBufferToTexture(pvg::BufferId src, uint64_t offset, const Transfer& t) {
    const Buffer* from = m.buffers.find(src);
    if (from == nullptr) return pvg::decline(DeclineReason::UnresolvedRef, "copy to a texture without a buffer");
    PVG_CHECK(checkTransfer(t));
    const uint64_t bytes = *spannedBytes(t);
    if (!pvg::fits(offset, bytes, from->size))
        return pvg::decline(DeclineReason::BadLength, "bytes {} + {} of a buffer of {}", offset, bytes, from->size);
    const TransferFormat f = transferFormat(*t.texture, t.aspect);
    if (offset % f.componentBytes == 0) {
        upload(t, {from->name.get(), uintptr_t(offset)});
        return {};
    }
    const GLuint aligned = m.buffers.scratch(bytes);
    glCopyNamedBufferSubData(from->name.get(), aligned, GLintptr(offset), 0, GLsizeiptr(bytes));
    upload(t, {aligned, 0});
    return {};
}

// Bytes between rows keep what they hold, so an unaligned destination is copied in, written and copied back.
pvg::Declined<void> BlitEncoder::copyTextureToBuffer(const Transfer& t, pvg::BufferId dst, uint64_t offset) {
    const Buffer* to = m.buffers.find(dst);
    if (to == nullptr) return pvg::decline(DeclineReason::UnresolvedRef, "copy from a texture without a buffer");
    PVG_CHECK(checkTransfer(t));
    const uint64_t bytes = *spannedBytes(t);
    if (!pvg::fits(offset, bytes, to->size))
        return pvg::decline(DeclineReason::BadLength, "bytes {} + {} of a buffer of {}", offset, bytes, to->size);
    const TransferFormat f = transferFormat(*t.texture, t.aspect);
    if (offset % f.componentBytes == 0) {
        download(t, {to->name.get(), offset, bytes});
        return {};
    }
    const GLuint aligned = m.buffers.scratch(bytes);
    glCopyNamedBufferSubData(to->name.get(), aligned, GLintptr(offset), 0, GLsizeiptr(bytes));
    download(t, {aligned, 0, bytes});
    glCopyNamedBufferSubData(aligned, to->name.get(), 0, GLintptr(offset), GLsizeiptr(bytes));
    return {};
}

} // namespace gl
