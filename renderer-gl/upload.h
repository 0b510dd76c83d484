// How guest bytes reach GL. Two strategies behind one interface, chosen by measuring (opengl.md 2.1, 2.6): on a rasteriser that runs on the
// CPU a call with a client pointer is as fast as memcpy and staging only copies twice; on a GPU the reverse holds.
#pragma once

#include <memory>
#include <vector>

#include "renderer-gl/gpu_watch.h"
#include "renderer-gl/pixel_transfer.h"

namespace gl {

class UploadStrategy {
public:
    virtual ~UploadStrategy() = default;
    virtual void writeBuffer(GLuint buffer, uint64_t offset, pvg::ByteRuns runs) = 0;
    // The bytes of `runs` as a source of unpacking, valid until the next call.
    virtual PixelSource stagePixels(pvg::ByteRuns runs) = 0;
    // Everything staged so far has been submitted.
    virtual void submitted() {}
};

// Client pointers.
std::unique_ptr<UploadStrategy> makeDirectUpload();
// A persistently mapped ring whose segments come back when the GPU has passed them.
std::unique_ptr<UploadStrategy> makeRingUpload(StateCache& state, GpuWatch& watch);

uint64_t totalBytes(pvg::ByteRuns runs);
// Copies the runs one after another; `to` holds totalBytes().
void gather(pvg::ByteRuns runs, std::byte* to);

} // namespace gl
