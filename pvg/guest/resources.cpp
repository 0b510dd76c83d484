#include "pvg/guest/resources.h"

#include <algorithm>

namespace pvg::guest {

namespace {

constexpr uint32_t kSurfaceRowAlignment = 64;
constexpr uint32_t kSurfacePlaneOffset = 64; // single-plane surfaces do not start at 0 (workload.md 4)
constexpr uint32_t kRowAlignmentKey = 13;
constexpr uint32_t kDefaultRowAlignment = 16;

} // namespace

Buffer makeBuffer(Task& task, uint64_t bytes) {
    Buffer buffer{task.newRef(), task.allocate(bytes)};
    task.publish(buffer.ref, SlotType::Buffer, bufferDescriptor({buffer.memory.address, bytes}));
    return buffer;
}

Buffer makeBuffer(Task& task, std::span<const std::byte> content) {
    Buffer buffer = makeBuffer(task, content.size());
    buffer.memory.write(0, content);
    return buffer;
}

void Texture::write(std::span<const std::byte> pixels) const {
    const LevelLayout& level = levels.front();
    const uint64_t row = uint64_t{level.width} * bytesPerPixel(shape.format);
    for (uint64_t y = 0; y < level.height && (y + 1) * row <= pixels.size(); ++y)
        memory.write(level.offset + y * level.bytesPerRow, pixels.subspan(y * row, row));
}

Texture makeTexture(Task& task, const TextureShape& shape) {
    const uint32_t alignment = std::max(1u, task.driver().deviceInfo(kRowAlignmentKey).value_or(kDefaultRowAlignment));
    Texture t{task.newRef(), {}, shape, layoutLevels(shape, alignment)};
    t.memory = task.allocate(t.levels.back().offset + t.levels.back().size);
    task.publish(t.ref, SlotType::Texture, textureDescriptor(t.ref, shape, t.levels, {t.memory.address, t.memory.size}));
    return t;
}

ObjectRef makeLevelView(Task& task, const Texture& texture, uint32_t level) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::TextureView, levelViewRecord(ref, texture.ref, level));
    return ref;
}

Surface makeSurface(Task& kernel, uint32_t width, uint32_t height) {
    const uint32_t bytesPerRow = (width * 4 + kSurfaceRowAlignment - 1) / kSurfaceRowAlignment * kSurfaceRowAlignment;
    Surface s{kernel.newRef(), kernel.allocate(kSurfacePlaneOffset + uint64_t{bytesPerRow} * height), {width, height, bytesPerRow, kSurfacePlaneOffset}};
    kernel.publish(s.id, SlotType::SurfaceBacking, surfaceDescriptor(s.layout, {s.memory.address, s.memory.size}));
    return s;
}

ObjectRef makeSurfaceTexture(Task& task, const Surface& surface) {
    TextureShape shape;
    shape.width = surface.layout.width;
    shape.height = surface.layout.height;
    shape.usage = kUsageRead | kUsageTarget;
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::SurfaceTexture, surfaceTextureDescriptor(ref, surface.id, shape));
    return ref;
}

ObjectRef makeSampler(Task& task, const SamplerState& state) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::Serializer, samplerRecord(ref, state));
    return ref;
}

ObjectRef makeFunction(Task& task, std::span<const std::byte> library) {
    const Allocation blob = task.allocate(library.size());
    blob.write(0, library);
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::Function, functionDescriptor(ref, {blob.address, library.size()}));
    return ref;
}

ObjectRef makeRenderPipeline(Task& task, const RenderPipeline& pipeline) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::Serializer, renderPipelineRecord(ref, pipeline));
    return ref;
}

} // namespace pvg::guest
