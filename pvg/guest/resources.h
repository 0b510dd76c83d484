// Guest resources: memory of a task plus the object that names it.
#pragma once

#include <string>

#include "pvg/guest/pipeline.h"
#include "pvg/guest/task.h"

namespace pvg::guest {

struct Buffer {
    ObjectRef ref;
    Allocation memory;
};
Buffer makeBuffer(Task& task, uint64_t bytes);
Buffer makeBuffer(Task& task, std::span<const std::byte> content);

struct Texture {
    ObjectRef ref;
    Allocation memory;
    TextureShape shape;
    std::vector<LevelLayout> levels;

    // Tightly packed rows into the guest's layout.
    struct Part {
        uint32_t level = 0, slice = 0;
    };
    void write(std::span<const std::byte> pixels, const Part& part) const;
    void write(std::span<const std::byte> pixels) const { write(pixels, {}); }
    std::vector<std::byte> read(const Part& part) const;
};
Texture makeTexture(Task& task, const TextureShape& shape);

ObjectRef makeView(Task& task, ObjectRef base, const ViewShape& shape);
ObjectRef makeFormatView(Task& task, ObjectRef base, PixelFormat format);
ObjectRef makeLevelView(Task& task, const Texture& texture, uint32_t level);
ObjectRef makeBufferTexture(Task& task, const BufferTextureShape& shape);

// An IOSurface: pages and slot belong to the kernel task; users draw through a texture of their own over it.
struct Surface {
    ObjectRef id;
    Allocation memory;
    SurfaceLayout layout;
};
Surface makeSurface(Task& kernel, uint32_t width, uint32_t height);
ObjectRef makeSurfaceTexture(Task& task, const Surface& surface);
// A surface of several planes, one behind the other.
struct PlanarSurface {
    ObjectRef id;
    Allocation memory;
    std::vector<SurfacePlane> planes;

    // Tightly packed rows into a plane.
    void write(std::span<const std::byte> texels, uint32_t plane) const;
};
// `planes`: sizes and bytes per element; the layouts are filled in.
PlanarSurface makePlanarSurface(Task& kernel, uint32_t fourcc, std::vector<SurfacePlane> planes);
// Any type-5 texture over a surface of the kernel task.
ObjectRef makePlaneTexture(Task& task, ObjectRef surface, const TextureShape& shape, uint16_t plane);

ObjectRef makeSampler(Task& task, const SamplerState& state);
ObjectRef makeDepthStencil(Task& task, const DepthStencilState& state);
// `library`: a Metal library that holds exactly this function.
ObjectRef makeFunction(Task& task, std::span<const std::byte> library);
ObjectRef makeRenderPipeline(Task& task, const RenderPipeline& pipeline);
ObjectRef makeComputePipeline(Task& task, const ComputePipeline& pipeline);

} // namespace pvg::guest
