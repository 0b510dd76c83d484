#include "renderer-gl/pixel_transfer.h"

#include <algorithm>

#include "pvg/base/checked.h"

namespace gl {

using pvg::Aspect;
using pvg::DeclineReason;

namespace {

uint32_t componentSize(GLenum type) {
    switch (type) {
    case GL_UNSIGNED_BYTE:
    case GL_BYTE:
    case 0: return 1;
    case GL_UNSIGNED_SHORT:
    case GL_SHORT:
    case GL_HALF_FLOAT:
    case GL_UNSIGNED_SHORT_5_6_5:
    case GL_UNSIGNED_SHORT_5_5_5_1:
    case GL_UNSIGNED_SHORT_4_4_4_4:
    case GL_UNSIGNED_SHORT_1_5_5_5_REV: return 2;
    case GL_FLOAT_32_UNSIGNED_INT_24_8_REV: return 8;
    default: return 4;
    }
}

// The box of a region in GL's terms: the slice is a coordinate.
struct Box {
    GLint x, y, z;
    GLsizei width, height, depth;
};

Box boxOf(const Transfer& t) {
    const pvg::TextureRegion& r = t.region;
    Box box{GLint(r.x), GLint(r.y), GLint(r.z), GLsizei(r.width), GLsizei(r.height), GLsizei(r.depth)};
    if (t.texture->target == GL_TEXTURE_1D_ARRAY)
        box.y = GLint(r.slice);
    else if (!t.texture->isVolume())
        box.z = GLint(r.slice);
    return box;
}

// A transfer in as few GL calls as its pitches allow: each piece is a box and its byte offset.
template <class Piece>
void forEachPiece(const Transfer& t, const TransferFormat& f, const Piece& piece) {
    const PixelFormat& pixels = t.format();
    const bool isCompressed = pixels.isCompressed();
    const Box whole = boxOf(t);
    const uint32_t rows = rowCount(t);
    const uint64_t rowBytes = t.layout.bytesPerRow != 0 ? t.layout.bytesPerRow : tightRowBytes(t);
    const uint64_t imageBytes = t.layout.bytesPerImage != 0 ? t.layout.bytesPerImage : rowBytes * rows;
    const bool isTight = rowBytes == tightRowBytes(t);
    // Block formats with a pitch go row by row: their unpack parameters are the least exercised corner of drivers.
    const bool rowsFit = rows == 1 || isTight || (!isCompressed && rowBytes % f.bytes == 0);
    const bool imagesFit = whole.depth == 1 || (rowsFit && !isCompressed && imageBytes % rowBytes == 0);
    const PixelRows layout{rows == 1 || isTight || isCompressed ? 0 : GLint(rowBytes / f.bytes),
                           imagesFit && whole.depth > 1 ? GLint(imageBytes / rowBytes) : 0};
    if (rowsFit && imagesFit) return piece(whole, 0, layout);

    for (GLsizei image = 0; image < whole.depth; ++image) {
        Box box = whole;
        box.z += image;
        box.depth = 1;
        if (rowsFit) {
            piece(box, imageBytes * uint64_t(image), PixelRows{layout.rowLength, 0});
            continue;
        }
        for (uint32_t row = 0; row < rows; ++row) {
            Box line = box;
            line.y += GLint(row * pixels.blockHeight);
            line.height = std::min(GLsizei(pixels.blockHeight), whole.height - GLsizei(row * pixels.blockHeight));
            piece(line, imageBytes * uint64_t(image) + rowBytes * row, PixelRows{});
        }
    }
}

GLsizei compressedBytes(const PixelFormat& f, const Box& b) {
    const auto blocks = [](GLsizei n, uint32_t size) { return (uint32_t(n) + size - 1) / size; };
    return GLsizei(blocks(b.width, f.blockWidth) * blocks(b.height, f.blockHeight) * f.blockBytes) * b.depth;
}

void uploadCompressed(const Texture& t, GLint level, const Box& b, const void* pixels) {
    const GLsizei bytes = compressedBytes(*t.format, b);
    if (t.target == GL_TEXTURE_2D)
        glCompressedTextureSubImage2D(t.name.get(), level, b.x, b.y, b.width, b.height, t.format->internal, bytes, pixels);
    else
        glCompressedTextureSubImage3D(t.name.get(), level, b.x, b.y, b.z, b.width, b.height, b.depth, t.format->internal, bytes, pixels);
}

void uploadBox(const Texture& t, GLint level, const Box& b, const TransferFormat& f, const void* pixels) {
    if (t.format->isCompressed()) return uploadCompressed(t, level, b, pixels);
    switch (t.target) {
    case GL_TEXTURE_1D: return glTextureSubImage1D(t.name.get(), level, b.x, b.width, f.format, f.type, pixels);
    case GL_TEXTURE_1D_ARRAY:
    case GL_TEXTURE_2D: return glTextureSubImage2D(t.name.get(), level, b.x, b.y, b.width, b.height, f.format, f.type, pixels);
    default: return glTextureSubImage3D(t.name.get(), level, b.x, b.y, b.z, b.width, b.height, b.depth, f.format, f.type, pixels);
    }
}

} // namespace

TransferFormat transferFormat(const Transfer& t) {
    const PixelFormat& f = t.format();
    const Aspect aspect = t.aspect;
    TransferFormat result{f.transferFormat, f.transferType, f.blockBytes, componentSize(f.transferType)};
    if (aspect == Aspect::Stencil && f.hasStencil()) return {GL_STENCIL_INDEX, GL_UNSIGNED_BYTE, 1, 1};
    if (aspect == Aspect::Depth && f.kind == FormatKind::DepthStencil) {
        // D24: the depth bits where the combined cell has them; the low byte carries no meaning.
        const GLenum type = f.internal == GL_DEPTH24_STENCIL8 ? GL_UNSIGNED_INT : GL_FLOAT;
        return {GL_DEPTH_COMPONENT, type, 4, 4};
    }
    if (t.texture->exchangesRedBlue) {
        if (f.transferFormat == GL_RGBA) result.format = GL_BGRA;
        if (f.transferFormat == GL_BGRA) result.format = GL_RGBA;
        if (f.transferFormat == GL_RGBA_INTEGER) result.format = GL_BGRA_INTEGER;
    }
    return result;
}

uint64_t tightRowBytes(const Transfer& t) {
    const PixelFormat& f = t.format();
    return uint64_t((t.region.width + f.blockWidth - 1) / f.blockWidth) * transferFormat(t).bytes;
}

uint32_t rowCount(const Transfer& t) {
    const uint32_t block = t.format().blockHeight;
    return (t.region.height + block - 1) / block;
}

std::optional<uint64_t> spannedBytes(const Transfer& t) {
    const uint64_t tight = tightRowBytes(t);
    const auto rows = pvg::checkedMul<uint64_t>(t.layout.bytesPerRow, rowCount(t) - 1);
    const auto images = pvg::checkedMul<uint64_t>(t.layout.bytesPerImage, t.region.depth - 1);
    if (!rows || !images) return std::nullopt;
    const auto start = pvg::checkedAdd(*rows, *images);
    return start ? pvg::checkedAdd(*start, tight) : std::nullopt;
}

pvg::Declined<void> checkTransfer(const Transfer& t) {
    const pvg::TextureRegion& r = t.region;
    if (r.level >= t.texture->levels || r.slice >= t.texture->layers)
        return pvg::decline(DeclineReason::BadField, "level {} or slice {} does not exist", r.level, r.slice);
    const Extent e = t.texture->levelSize(r.level);
    if (r.width == 0 || r.height == 0 || r.depth == 0) return pvg::decline(DeclineReason::BadField, "empty region");
    if (!pvg::fits(r.x, r.width, e.width) || !pvg::fits(r.y, r.height, e.height) || !pvg::fits(r.z, r.depth, e.depth))
        return pvg::decline(DeclineReason::BadField, "region of {} x {} leaves level {}", uint64_t(r.x) + r.width, uint64_t(r.y) + r.height, r.level);
    const PixelFormat& f = *t.texture->format;
    if (r.x % f.blockWidth != 0 || r.y % f.blockHeight != 0)
        return pvg::decline(DeclineReason::BadField, "region starts inside a block at {}, {}", r.x, r.y);
    if (f.isSubsampled() && r.width % f.blockWidth != 0) return pvg::decline(DeclineReason::BadField, "region of {} texels ends inside a pair", r.width);
    if ((t.aspect == Aspect::Depth && !f.hasDepth()) || (t.aspect == Aspect::Stencil && !f.hasStencil()))
        return pvg::decline(DeclineReason::BadField, "format {} has no such aspect", uint64_t(f.metal));
    if (rowCount(t) > 1 && t.layout.bytesPerRow < tightRowBytes(t))
        return pvg::decline(DeclineReason::BadLength, "{} bytes a row, at least {}", t.layout.bytesPerRow, tightRowBytes(t));
    if (r.depth > 1 && t.layout.bytesPerImage < t.layout.bytesPerRow * rowCount(t))
        return pvg::decline(DeclineReason::BadLength, "{} bytes an image of {} rows", t.layout.bytesPerImage, rowCount(t));
    if (t.layout.bytesPerRow > 0x7fffffff || t.layout.bytesPerImage > 0x7fffffff || !spannedBytes(t))
        return pvg::decline(DeclineReason::LimitExceeded, "{} bytes a row, {} an image", t.layout.bytesPerRow, t.layout.bytesPerImage);
    return {};
}

void uploadPixels(StateCache& state, const Transfer& transfer, PixelSource source) {
    const TransferFormat f = transferFormat(transfer);
    forEachPiece(transfer, f, [&](const Box& box, uint64_t offset, const PixelRows& rows) {
        state.unpackFrom(source.buffer, rows);
        state.countCalls(1);
        uploadBox(*transfer.texture, GLint(transfer.region.level), box, f, reinterpret_cast<const void*>(source.address + offset));
    });
}

void downloadPixels(StateCache& state, const Transfer& transfer, PixelTarget target) {
    const TransferFormat f = transferFormat(transfer);
    const GLuint name = transfer.texture->name.get();
    const auto level = GLint(transfer.region.level);
    forEachPiece(transfer, f, [&](const Box& b, uint64_t offset, const PixelRows& rows) {
        state.packTo(target.buffer, rows);
        state.countCalls(1);
        auto* at = reinterpret_cast<void*>(uintptr_t(target.offset + offset));
        const auto room = GLsizei(std::min<uint64_t>(target.capacity - offset, 0x7fffffff));
        if (transfer.texture->format->isCompressed())
            glGetCompressedTextureSubImage(name, level, b.x, b.y, b.z, b.width, b.height, b.depth, room, at);
        else
            glGetTextureSubImage(name, level, b.x, b.y, b.z, b.width, b.height, b.depth, f.format, f.type, room, at);
    });
}

} // namespace gl
