// Transfers of formats that OpenGL has no form for (formats.h, Packing): cells become texels and texels cells in a compute shader, some rows
// at a time.
#include <algorithm>

#include "generated/builtin_shaders.h"
#include "renderer-gl/blit.h"
#include "renderer-gl/builtin_program.h"

namespace gl {

namespace {

constexpr uint64_t kMostTexelBytes = 64U << 20; // below every driver's storage block

// As many whole rows of one image as are converted at a time.
struct Slab {
    Transfer cells, texels; // the same region, by the guest's cells in rows of their own and by the store's texels, both tight
    uint64_t offset;        // of its first row in the guest's layout
};

Transfer tightened(Transfer t, const PixelFormat& cells) {
    t.cells = &cells;
    t.layout.bytesPerRow = tightRowBytes(t);
    t.layout.bytesPerImage = t.layout.bytesPerRow * t.region.height;
    return t;
}

template <class Visit>
void forEachSlab(const Transfer& t, const Visit& visit) {
    const PixelFormat& texel = texelFormat(*t.texture->format);
    const uint64_t rowBytes = uint64_t(t.region.width) * texel.blockBytes;
    const auto step = uint32_t(std::max<uint64_t>(1, kMostTexelBytes / rowBytes));
    for (uint32_t image = 0; image < t.region.depth; ++image)
        for (uint32_t row = 0; row < t.region.height; row += step) {
            Transfer part = t;
            part.region.z += image;
            part.region.depth = 1;
            part.region.y += row;
            part.region.height = std::min(step, t.region.height - row);
            visit(Slab{tightened(part, *t.texture->format), tightened(part, texel), image * t.layout.bytesPerImage + row * t.layout.bytesPerRow});
        }
}

uint64_t byteCount(const Transfer& tight) { return tight.layout.bytesPerImage; }

// visit(byte in the guest's layout, byte in tight rows, bytes)
template <class Visit>
void forEachRow(const Slab& slab, uint64_t pitch, const Visit& visit) {
    const uint64_t bytes = slab.cells.layout.bytesPerRow;
    if (pitch == bytes) return visit(slab.offset, 0, byteCount(slab.cells));
    for (uint64_t row = 0; row < slab.cells.region.height; ++row) visit(slab.offset + row * pitch, row * bytes, bytes);
}

} // namespace

void BlitEncoder::convertCells(const Transfer& tight, GLuint cells, GLuint texels, bool isUnpacking) {
    if (!m_cells) m_cells = linkBuiltin({{GL_COMPUTE_SHADER, builtin::kCellsComp}});
    const PixelFormat& format = *tight.texture->format;
    const uint64_t bytes = byteCount(tight), count = bytes / format.blockBytes;
    const uint64_t texelBytes = count * format.blockWidth * texelFormat(format).blockBytes;
    m.state.bindStorage(0, {cells, 0, bytes});
    m.state.bindStorage(1, {texels, 0, texelBytes});
    m.state.useProgram(m_cells.get());
    glProgramUniform1ui(m_cells.get(), 0, GLuint(count));
    glProgramUniform1ui(m_cells.get(), 1, GLuint(format.packing));
    glProgramUniform1ui(m_cells.get(), 2, isUnpacking ? 1 : 0);
    m.state.countCalls(5);
    glDispatchCompute(1024, GLuint((count + 65535) / 65536), 1);
    glMemoryBarrier(GL_PIXEL_BUFFER_BARRIER_BIT | GL_BUFFER_UPDATE_BARRIER_BIT);
}

void BlitEncoder::uploadCells(const Transfer& t, PixelSource source) {
    forEachSlab(t, [&](const Slab& slab) {
        const GLuint cells = m.buffers.scratch(BufferStore::Scratch::Cells, byteCount(slab.cells));
        const GLuint texels = m.buffers.scratch(BufferStore::Scratch::Texels, byteCount(slab.texels));
        forEachRow(slab, t.layout.bytesPerRow, [&](uint64_t at, uint64_t tight, uint64_t bytes) {
            m.state.countCalls(1);
            if (source.buffer == 0)
                glNamedBufferSubData(cells, GLintptr(tight), GLsizeiptr(bytes), reinterpret_cast<const void*>(source.address + at));
            else
                glCopyNamedBufferSubData(source.buffer, cells, GLintptr(source.address + at), GLintptr(tight), GLsizeiptr(bytes));
        });
        convertCells(slab.cells, cells, texels, true);
        uploadRows(slab.texels, {texels, 0});
    });
}

void BlitEncoder::downloadCells(const Transfer& t, PixelTarget target) {
    forEachSlab(t, [&](const Slab& slab) {
        const GLuint cells = m.buffers.scratch(BufferStore::Scratch::Cells, byteCount(slab.cells));
        const GLuint texels = m.buffers.scratch(BufferStore::Scratch::Texels, byteCount(slab.texels));
        downloadRows(slab.texels, {texels, 0, byteCount(slab.texels)});
        convertCells(slab.cells, cells, texels, false);
        forEachRow(slab, t.layout.bytesPerRow, [&](uint64_t at, uint64_t tight, uint64_t bytes) {
            m.state.countCalls(1);
            glCopyNamedBufferSubData(cells, target.buffer, GLintptr(tight), GLintptr(target.offset + at), GLsizeiptr(bytes));
        });
    });
}

} // namespace gl
