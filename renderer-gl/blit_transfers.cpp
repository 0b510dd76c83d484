// Guest-linear bytes to and from textures: guest memory, buffers, multisample textures and texture buffers.
#include "pvg/base/checked.h"
#include "generated/builtin_shaders.h"
#include "renderer-gl/blit.h"
#include "renderer-gl/builtin_program.h"
#include "renderer-gl/view_copy.h"

namespace gl {

using pvg::Aspect;
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
    temporary.exchangesRedBlue = t.texture->exchangesRedBlue;
    temporary.name = makeTexture(GL_TEXTURE_2D);
    glTextureStorage2D(temporary.name.get(), 1, t.texture->format->internal, GLsizei(t.region.width), GLsizei(t.region.height));
    return temporary;
}

Transfer onto(const Texture& temporary, Transfer t) {
    t.texture = &temporary;
    t.region.x = t.region.y = t.region.z = t.region.level = t.region.slice = 0;
    return t;
}

uint64_t tightBytes(const Transfer& t) { return tightRowBytes(t) * rowCount(t) * t.region.depth; }

Transfer tightened(Transfer t) {
    t.layout = {tightRowBytes(t), tightRowBytes(t) * rowCount(t)};
    return t;
}

// GL wants every row of a pixel buffer to start at a whole component.
bool isAddressable(const Transfer& t, const TransferFormat& f, uint64_t offset) {
    const bool rows = rowCount(t) == 1 || t.layout.bytesPerRow % f.componentBytes == 0;
    const bool images = t.region.depth == 1 || t.layout.bytesPerImage % f.componentBytes == 0;
    return offset % f.componentBytes == 0 && rows && images;
}

// visit(offset in the guest's layout, offset in tight rows, bytes)
template <class Visit>
void forEachRow(const Transfer& t, const Visit& visit) {
    const uint64_t bytes = tightRowBytes(t);
    for (uint64_t image = 0; image < t.region.depth; ++image)
        for (uint64_t row = 0; row < rowCount(t); ++row)
            visit(image * t.layout.bytesPerImage + row * t.layout.bytesPerRow, (image * rowCount(t) + row) * bytes, bytes);
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

void BlitEncoder::blitInto(const Texture& from, const Transfer& to, GLbitfield mask) {
    const pvg::TextureRegion& r = to.region;
    const auto source = m.framebuffers.find(keyOf(*from.format, attachedImage(from, 0, 0, 0)));
    const auto target = m.framebuffers.find(keyOf(*from.format, attachedImage(*to.texture, r.level, r.slice, 0)));
    if (!source || !target) return; // both are of one renderable format
    m.state.scissor(0, {0, 0, 32768, 32768});
    const auto x = GLint(r.x), y = GLint(r.y), w = GLint(r.width), h = GLint(r.height);
    glBlitNamedFramebuffer(*source, *target, 0, 0, w, h, x, y, x + w, y + h, mask, GL_NEAREST);
    m.framebuffers.forgetTexture(from.name.get());
}

void BlitEncoder::blitOutOf(const Transfer& from, const Texture& to) {
    const pvg::TextureRegion& r = from.region;
    if (from.texture->isView) {
        const Texture copy = copyOfSamples(*from.texture, r.slice);
        Transfer ofCopy = from;
        ofCopy.texture = &copy;
        ofCopy.region.slice = 0;
        blitOutOf(ofCopy, to);
        return m.framebuffers.forgetTexture(copy.name.get());
    }
    const auto source = m.framebuffers.find(keyOf(*to.format, attachedImage(*from.texture, r.level, r.slice, 0)));
    const auto target = m.framebuffers.find(keyOf(*to.format, attachedImage(to, 0, 0, 0)));
    if (!source || !target) return; // both are of one renderable format
    m.state.scissor(0, {0, 0, 32768, 32768});
    const auto x = GLint(r.x), y = GLint(r.y), w = GLint(r.width), h = GLint(r.height);
    if (to.format->isColor()) m.state.readFrom(*source, GL_COLOR_ATTACHMENT0);
    glBlitNamedFramebuffer(*source, *target, x, y, x + w, y + h, 0, 0, w, h, blitMask(*to.format), GL_NEAREST);
    m.framebuffers.forgetTexture(to.name.get());
}

void BlitEncoder::upload(const Transfer& t, PixelSource source) {
    if (t.format().packing != Packing::Native) return uploadCells(t, source);
    const TransferFormat f = transferFormat(t);
    const bool isCombined = t.texture->format->kind == FormatKind::DepthStencil;
    const bool needsBuffer = isCombined && t.aspect == Aspect::Stencil;
    if (source.buffer == 0 || (!needsBuffer && isAddressable(t, f, source.address))) return uploadRows(t, source);
    const GLuint rows = m.buffers.scratch(BufferStore::Scratch::Rows, tightBytes(t));
    forEachRow(t, [&](uint64_t pitched, uint64_t tight, uint64_t bytes) {
        glCopyNamedBufferSubData(source.buffer, rows, GLintptr(source.address + pitched), GLintptr(tight), GLsizeiptr(bytes));
    });
    if (needsBuffer) return uploadStencil(t, rows);
    uploadRows(tightened(t), {rows, 0});
}

void BlitEncoder::download(const Transfer& t, PixelTarget target) {
    if (t.format().packing != Packing::Native) return downloadCells(t, target);
    if (isAddressable(t, transferFormat(t), target.offset)) return downloadRows(t, target);
    const uint64_t size = tightBytes(t);
    const GLuint rows = m.buffers.scratch(BufferStore::Scratch::Rows, size);
    downloadRows(tightened(t), {rows, 0, size});
    forEachRow(t, [&](uint64_t pitched, uint64_t tight, uint64_t bytes) {
        glCopyNamedBufferSubData(rows, target.buffer, GLintptr(tight), GLintptr(target.offset + pitched), GLsizeiptr(bytes));
    });
}

// A multisample level holds one sample a texel in the guest's layout (decisions.md 17).
void BlitEncoder::uploadRows(const Transfer& t, PixelSource source) {
    if (t.texture->target == GL_TEXTURE_BUFFER) return uploadTexels(t, source);
    // Drivers disagree on what a depth upload leaves of the stencil beside it; a blit of depth alone is clear.
    const bool isDepthOfBoth = t.aspect == Aspect::Depth && t.texture->format->kind == FormatKind::DepthStencil;
    if (!t.texture->isMultisample() && !isDepthOfBoth) return uploadPixels(m.state, t, source);
    const Texture temporary = singleSample(t);
    if (!m.state.gotMemory()) return;
    uploadPixels(m.state, onto(temporary, t), source);
    blitInto(temporary, t, isDepthOfBoth ? GLbitfield(GL_DEPTH_BUFFER_BIT) : blitMask(*temporary.format));
}

void BlitEncoder::downloadRows(const Transfer& t, PixelTarget target) {
    if (t.texture->target == GL_TEXTURE_BUFFER) return downloadTexels(t, target);
    if (!t.texture->isMultisample()) return downloadPixels(m.state, t, target);
    const Texture temporary = singleSample(t);
    if (!m.state.gotMemory()) return;
    blitOutOf(t, temporary);
    downloadPixels(m.state, onto(temporary, t), target);
}

// GL writes stencil into a combined format only together with depth: cells with the stencil go into a temporary, a blit takes it over.
void BlitEncoder::uploadStencil(const Transfer& t, GLuint bytes) {
    if (!m_stencilCells) m_stencilCells = linkBuiltin({{GL_COMPUTE_SHADER, builtin::kStencilCellsComp}});
    const auto count = GLuint(tightBytes(t));
    const GLuint cellBytes = t.texture->format->blockBytes;
    const GLuint cells = m.buffers.scratch(BufferStore::Scratch::Cells, uint64_t(count) * cellBytes);
    m.state.bindStorage(0, {bytes, 0, pvg::alignUp(count, 4)});
    m.state.bindStorage(1, {cells, 0, uint64_t(count) * cellBytes});
    m.state.useProgram(m_stencilCells.get());
    glProgramUniform1ui(m_stencilCells.get(), 0, count);
    glProgramUniform1ui(m_stencilCells.get(), 1, cellBytes / 4);
    glDispatchCompute(1024, GLuint((uint64_t(count) + 65535) / 65536), 1);
    glMemoryBarrier(GL_PIXEL_BUFFER_BARRIER_BIT);
    Transfer whole = t;
    whole.aspect = Aspect::All;
    whole.region.depth = 1;
    const Texture temporary = singleSample(whole);
    if (!m.state.gotMemory()) return;
    uploadPixels(m.state, tightened(onto(temporary, whole)), {cells, 0});
    blitInto(temporary, whole, GL_STENCIL_BUFFER_BIT);
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
    upload(t, m.upload.stagePixels(runs));
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
    upload(t, {from->name.get(), uintptr_t(offset)});
    return {};
}

// Bytes between the rows keep what they hold.
pvg::Declined<void> BlitEncoder::copyTextureToBuffer(const Transfer& t, pvg::BufferId dst, uint64_t offset) {
    const Buffer* to = m.buffers.find(dst);
    if (to == nullptr) return pvg::decline(DeclineReason::UnresolvedRef, "copy from a texture without a buffer");
    PVG_CHECK(checkTransfer(t));
    const uint64_t bytes = *spannedBytes(t);
    if (!pvg::fits(offset, bytes, to->size))
        return pvg::decline(DeclineReason::BadLength, "bytes {} + {} of a buffer of {}", offset, bytes, to->size);
    download(t, {to->name.get(), offset, bytes});
    return {};
}

} // namespace gl
