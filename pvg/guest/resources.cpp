#include "pvg/guest/resources.h"

#include <algorithm>

namespace pvg::guest {

namespace {

constexpr uint32_t kSurfaceRowAlignment = 64;
constexpr uint32_t kSurfacePlaneOffset = 64; // single-plane surfaces do not start at 0 (workload.md 4)
constexpr uint32_t kRowAlignmentKey = 13;
constexpr uint32_t kDefaultRowAlignment = 16;

uint64_t rowBytes(const LevelLayout& level, PixelFormat format) {
    const BlockSize block = blockSize(format);
    return uint64_t{(level.width + block.width - 1) / block.width} * bytesPerPixel(format);
}

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

void Texture::write(std::span<const std::byte> pixels, const Part& part) const {
    const LevelLayout& level = levels[part.level];
    const uint64_t row = rowBytes(level, shape.format), start = level.offset + part.slice * level.bytesPerSlice();
    for (uint64_t y = 0; y < uint64_t{level.rows} * level.depth && (y + 1) * row <= pixels.size(); ++y)
        memory.write(start + y * level.bytesPerRow, pixels.subspan(y * row, row));
}

std::vector<std::byte> Texture::read(const Part& part) const {
    const LevelLayout& level = levels[part.level];
    const uint64_t row = rowBytes(level, shape.format), rows = uint64_t{level.rows} * level.depth;
    const uint64_t start = level.offset + part.slice * level.bytesPerSlice();
    std::vector<std::byte> pixels(row * rows);
    for (uint64_t y = 0; y < rows; ++y) memory.read(start + y * level.bytesPerRow, std::span(pixels).subspan(y * row, row));
    return pixels;
}

Texture makeTexture(Task& task, const TextureShape& shape) {
    const uint32_t alignment = std::max(1u, task.driver().deviceInfo(kRowAlignmentKey).value_or(kDefaultRowAlignment));
    Texture t{task.newRef(), {}, shape, layoutLevels(shape, alignment)};
    t.memory = task.allocate(t.levels.back().offset + t.levels.back().size);
    task.publish(t.ref, SlotType::Texture, textureDescriptor(t.ref, shape, t.levels, {t.memory.address, t.memory.size}));
    return t;
}

ObjectRef makeView(Task& task, ObjectRef base, const ViewShape& shape) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::TextureView, viewRecord(ref, base, shape));
    return ref;
}

ObjectRef makeFormatView(Task& task, ObjectRef base, PixelFormat format) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::TextureView, formatViewRecord(ref, base, format));
    return ref;
}

// How a level is sampled while another one is drawn.
ObjectRef makeLevelView(Task& task, const Texture& texture, uint32_t level) {
    ViewShape shape;
    shape.level = level;
    return makeView(task, texture.ref, shape);
}

ObjectRef makeBufferTexture(Task& task, const BufferTextureShape& shape) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::TextureView, bufferTextureRecord(ref, shape));
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

void PlanarSurface::write(std::span<const std::byte> texels, uint32_t plane) const {
    const SurfaceLayout& layout = planes[plane].layout;
    const uint64_t row = uint64_t{layout.width} * planes[plane].bytesPerElement;
    for (uint64_t y = 0; y < layout.height; ++y) memory.write(layout.offset + y * layout.bytesPerRow, texels.subspan(y * row, row));
}

PlanarSurface makePlanarSurface(Task& kernel, uint32_t fourcc, std::vector<SurfacePlane> planes) {
    uint32_t end = kSurfacePlaneOffset;
    for (SurfacePlane& p : planes) {
        p.layout.offset = end;
        p.layout.bytesPerRow = (p.layout.width * p.bytesPerElement + kSurfaceRowAlignment - 1) / kSurfaceRowAlignment * kSurfaceRowAlignment;
        end += p.layout.bytesPerRow * p.layout.height;
    }
    PlanarSurface s{kernel.newRef(), kernel.allocate(end), std::move(planes)};
    kernel.publish(s.id, SlotType::SurfaceBacking, planarSurfaceDescriptor(fourcc, s.planes, {s.memory.address, s.memory.size}));
    return s;
}

ObjectRef makePlaneTexture(Task& task, ObjectRef surface, const TextureShape& shape, uint16_t plane) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::SurfaceTexture, surfaceTextureDescriptor(ref, surface, shape, plane));
    return ref;
}

ObjectRef makeSampler(Task& task, const SamplerState& state) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::Serializer, samplerRecord(ref, state));
    return ref;
}

ObjectRef makeDepthStencil(Task& task, const DepthStencilState& state) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::Serializer, depthStencilRecord(ref, state));
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

ObjectRef makeComputePipeline(Task& task, const ComputePipeline& pipeline) {
    const ObjectRef ref = task.newRef();
    task.publish(ref, SlotType::Serializer, computePipelineRecord(ref, pipeline));
    return ref;
}

} // namespace pvg::guest
