// The blit encoder and the transfers between guest bytes and textures.
#pragma once

#include "renderer-gl/buffers.h"
#include "renderer-gl/completion.h"
#include "renderer-gl/framebuffers.h"
#include "renderer-gl/upload.h"

namespace gl {

class BlitEncoder {
public:
    struct Parts {
        StateCache& state;
        BufferStore& buffers;
        TextureStore& textures;
        FramebufferCache& framebuffers;
        UploadStrategy& upload;
        Completion& completion;
    };
    explicit BlitEncoder(const Parts& parts) : m(parts) {}

    pvg::Declined<void> copyBuffer(pvg::BufferId src, uint64_t srcOffset, pvg::BufferId dst, uint64_t dstOffset, uint64_t size);
    pvg::Declined<void> fillBuffer(pvg::BufferId dst, uint64_t offset, uint64_t size, uint32_t pattern);
    pvg::Declined<void> generateMipmaps(pvg::TextureId id);

    pvg::Declined<void> writeTexture(const Transfer& transfer, pvg::ByteRuns runs);
    pvg::Declined<void> readTexture(const Transfer& transfer, pvg::ReadDone done);
    pvg::Declined<void> copyBufferToTexture(pvg::BufferId src, uint64_t offset, const Transfer& transfer);
    pvg::Declined<void> copyTextureToBuffer(const Transfer& transfer, pvg::BufferId dst, uint64_t offset);

    struct Place {
        const Texture* texture = nullptr;
        pvg::TextureRegion region;
    };
    pvg::Declined<void> copyTexture(const Place& from, const Place& to);

private:
    pvg::Declined<void> generateThroughCopy(const Texture& view);
    // Any texture, any pitch.
    void upload(const Transfer& transfer, PixelSource source);
    void download(const Transfer& transfer, PixelTarget target);
    // Tight rows, or rows GL can address.
    void uploadRows(const Transfer& transfer, PixelSource source);
    void downloadRows(const Transfer& transfer, PixelTarget target);
    void uploadTexels(const Transfer& transfer, PixelSource source);
    void downloadTexels(const Transfer& transfer, PixelTarget target);
    void uploadStencil(const Transfer& transfer, GLuint bytes);
    // Of packed formats, through texels that GL has a form for.
    void uploadCells(const Transfer& transfer, PixelSource source);
    void downloadCells(const Transfer& transfer, PixelTarget target);
    void convertCells(const Transfer& transfer, GLuint cells, GLuint texels, bool isUnpacking);
    // Whole-region blits between a level and a temporary of the region's size.
    void blitInto(const Texture& from, const Transfer& to, GLbitfield mask);
    void blitOutOf(const Transfer& from, const Texture& to);
    void copyThroughBuffer(const Place& from, const Place& to);

    Parts m;
    ProgramName m_stencilCells, m_cells;
};

} // namespace gl
