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

    // Tightly packed rows of level 0 into the guest's layout.
    void write(std::span<const std::byte> pixels) const;
};
Texture makeTexture(Task& task, const TextureShape& shape);

ObjectRef makeLevelView(Task& task, const Texture& texture, uint32_t level);

// An IOSurface: pages and slot belong to the kernel task; users draw through a texture of their own over it.
struct Surface {
    ObjectRef id;
    Allocation memory;
    SurfaceLayout layout;
};
Surface makeSurface(Task& kernel, uint32_t width, uint32_t height);
ObjectRef makeSurfaceTexture(Task& task, const Surface& surface);

ObjectRef makeSampler(Task& task, const SamplerState& state);
// `library`: a Metal library that holds exactly this function.
ObjectRef makeFunction(Task& task, std::span<const std::byte> library);
ObjectRef makeRenderPipeline(Task& task, const RenderPipeline& pipeline);

} // namespace pvg::guest
