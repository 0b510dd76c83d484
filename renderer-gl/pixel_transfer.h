// Moves pixels between guest-linear layouts (rows of bytesPerRow, images of bytesPerImage) and textures, by any pitch: what GL can express
// goes in one call, the rest image by image or row by row.
#pragma once

#include <optional>

#include "renderer-gl/textures.h"

namespace gl {

// Where unpacked pixels come from: client memory, or a pixel buffer with `address` as the offset.
struct PixelSource {
    GLuint buffer = 0;
    uintptr_t address = 0;
};
// Where packed pixels go: a pixel buffer of `capacity` bytes after `offset`.
struct PixelTarget {
    GLuint buffer = 0;
    uint64_t offset = 0, capacity = 0;
};

struct Transfer {
    const Texture* texture = nullptr;
    pvg::TextureRegion region;
    pvg::ImageLayout layout;
    pvg::Aspect aspect = pvg::Aspect::All;
    // What the bytes are cells of, where it is the store's texels and not the guest's cells (texelFormat()). Null: the texture's format.
    const PixelFormat* cells = nullptr;

    const PixelFormat& format() const { return cells != nullptr ? *cells : *texture->format; }
};

// One element of the guest's layout: a texel, a block, or one aspect of a texel.
struct TransferFormat {
    GLenum format = 0, type = 0;
    uint32_t bytes = 0;          // per texel or block
    uint32_t componentBytes = 1; // alignment GL asks of a pixel-buffer offset
};
TransferFormat transferFormat(const Transfer& transfer);

// Bytes a transfer spans in the guest's layout; the last row is tight. Nullopt on overflow.
std::optional<uint64_t> spannedBytes(const Transfer& transfer);
uint64_t tightRowBytes(const Transfer& transfer);
uint32_t rowCount(const Transfer& transfer); // rows of blocks in one image

// The region inside the texture, the pitches at least tight, the aspect present (decisions.md 28).
pvg::Declined<void> checkTransfer(const Transfer& transfer);

// Both need a checked transfer of a single-sample texture that is no texture buffer, of cells that GL has a form for, and pixel-buffer rows that start at whole components.
void uploadPixels(StateCache& state, const Transfer& transfer, PixelSource source);
void downloadPixels(StateCache& state, const Transfer& transfer, PixelTarget target);

} // namespace gl
