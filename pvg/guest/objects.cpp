#include "pvg/guest/objects.h"

#include <algorithm>

namespace pvg::guest {

namespace {

constexpr uint32_t kGpuOptimized = 1u << 6;

// Narrow body, 32 bytes (objects.md 4.6).
void putBody(ByteWriter& w, const TextureShape& s) {
    w.u32(static_cast<uint32_t>(s.type) | kGpuOptimized | s.usage << 8 | uint32_t{static_cast<uint16_t>(s.format)} << 16);
    w.u32(s.width).u32(s.height).u32(s.depth);
    w.u16(s.mips).u16(s.samples).u16(s.layers).u16(static_cast<uint16_t>(static_cast<uint16_t>(s.storage) << 4)).u64(0);
}

// Wide body, 40 bytes of which the last is never written (objects.md 4.7).
void putWideBody(ByteWriter& w, const TextureShape& s) {
    w.u8(static_cast<uint8_t>(static_cast<uint32_t>(s.type) | kGpuOptimized)).u16(static_cast<uint16_t>(s.format)).u32(s.usage);
    w.u32(s.width).u32(s.height).u32(s.depth);
    w.u16(s.mips).u16(s.samples).u16(s.layers).u16(static_cast<uint16_t>(static_cast<uint16_t>(s.storage) << 4)).u64(0);
    w.u8(2).u8(3).u8(4).u8(5).unwritten(1); // identity swizzle
}

void putRecord(ByteWriter& w, ObjectRef ref, const TextureShape& s) {
    w.u32(s.isWide ? 0x34 : 0x01).u32(s.isWide ? 52 : 44).u32(ref.value);
    s.isWide ? putWideBody(w, s) : putBody(w, s);
}

} // namespace

uint32_t TextureShape::slices() const {
    const bool isCube = type == TextureType::TypeCube || type == TextureType::TypeCubeArray;
    return uint32_t{layers} * (isCube ? 6 : 1);
}

uint32_t bytesPerPixel(PixelFormat format) {
    switch (format) {
    case PixelFormat::A8Unorm:
    case PixelFormat::R8Unorm:
    case PixelFormat::R8UnormSrgb:
    case PixelFormat::R8Uint:
    case PixelFormat::Stencil8: return 1;
    case PixelFormat::R16Unorm:
    case PixelFormat::R16Float:
    case PixelFormat::RG8Unorm:
    case PixelFormat::B5G6R5Unorm:
    case PixelFormat::A1BGR5Unorm:
    case PixelFormat::ABGR4Unorm:
    case PixelFormat::BGR5A1Unorm:
    case PixelFormat::Depth16Unorm: return 2;
    case PixelFormat::RGBA16Float:
    case PixelFormat::BC1:
    case PixelFormat::BC4:
    case PixelFormat::EacR11:
    case PixelFormat::EtcRgb8:
    case PixelFormat::EtcRgb8A1:
    case PixelFormat::BGRA10XR:
    case PixelFormat::BGRA10XRSrgb:
    case PixelFormat::Depth32FloatStencil8: return 8;
    case PixelFormat::BC3:
    case PixelFormat::BC5:
    case PixelFormat::BC6Unsigned:
    case PixelFormat::BC7:
    case PixelFormat::BC7Srgb:
    case PixelFormat::EacRG11:
    case PixelFormat::Astc4x4:
    case PixelFormat::Astc8x8:
    case PixelFormat::RGBA32Float: return 16;
    default: return 4;
    }
}

BlockSize blockSize(PixelFormat format) {
    const auto number = static_cast<uint16_t>(format);
    if (format == PixelFormat::Astc8x8) return {8, 8};
    if (format == PixelFormat::GBGR422 || format == PixelFormat::BGRG422) return {2, 1};
    const bool isCompressed = number >= 130 && number < 240;
    return isCompressed ? BlockSize{4, 4} : BlockSize{};
}

std::vector<LevelLayout> layoutLevels(const TextureShape& shape, uint32_t rowAlignment) {
    std::vector<LevelLayout> levels;
    uint64_t offset = 0;
    for (uint32_t l = 0; l < shape.mips; ++l) {
        LevelLayout level{offset, 0, 0, std::max(1u, shape.width >> l), std::max(1u, shape.height >> l), std::max(1u, shape.depth >> l)};
        const BlockSize block = blockSize(shape.format);
        const uint64_t tight = uint64_t{(level.width + block.width - 1) / block.width} * bytesPerPixel(shape.format);
        level.rows = (level.height + block.height - 1) / block.height;
        level.bytesPerRow = (tight + rowAlignment - 1) / rowAlignment * rowAlignment;
        level.size = level.bytesPerSlice() * shape.slices();
        offset += level.size;
        levels.push_back(level);
    }
    return levels;
}

Bytes bufferDescriptor(const Placement& place) {
    return ByteWriter().u64(place.size).u32(static_cast<uint32_t>(place.address.value >> kPageShift)).u32(0).take();
}

Bytes textureDescriptor(ObjectRef ref, const TextureShape& shape, std::span<const LevelLayout> levels, const Placement& place) {
    ByteWriter w;
    w.u64(place.size).u32(static_cast<uint32_t>(place.address.value >> kPageShift));
    w.u16(static_cast<uint16_t>(levels.size())).u16(0).u64(0).u64(0); // the unknown fields are 0 (decisions.md 18)
    w.zeros(3).u8(static_cast<uint8_t>(bytesPerPixel(shape.format)));
    for (const LevelLayout& l : levels) w.u64(l.offset).u64(l.size).u64(l.bytesPerRow).u32(l.width).u32(l.height).u32(l.depth);
    putRecord(w, ref, shape);
    return w.take();
}

Bytes surfaceDescriptor(const SurfaceLayout& layout, const Placement& place) {
    ByteWriter w;
    w.u64(place.size).u32(static_cast<uint32_t>(place.address.value >> kPageShift)).u32(kFourccBgra).u8(1).zeros(3);
    w.u32(layout.offset).u32(layout.width).u32(layout.height).u32(layout.bytesPerRow | 4u << 24);
    return w.take();
}

Bytes planarSurfaceDescriptor(uint32_t fourcc, std::span<const SurfacePlane> planes, const Placement& place) {
    ByteWriter w;
    w.u64(place.size).u32(static_cast<uint32_t>(place.address.value >> kPageShift)).u32(fourcc).u8(static_cast<uint8_t>(planes.size())).zeros(3);
    for (const SurfacePlane& p : planes)
        w.u32(p.layout.offset).u32(p.layout.width).u32(p.layout.height).u32(p.layout.bytesPerRow | p.bytesPerElement << 24);
    return w.take();
}

Bytes surfaceTextureDescriptor(ObjectRef ref, ObjectRef surface, const TextureShape& shape, uint16_t plane) {
    ByteWriter w;
    w.u32(surface.value).u32(0); // backings belong to task 0
    w.u32(shape.isWide ? 0x39 : 0x2f).u32(shape.isWide ? 56 : 48).u32(ref.value);
    shape.isWide ? putWideBody(w, shape) : putBody(w, shape);
    w.u16(plane).u16(0); // and rotation
    return w.take();
}

Bytes viewRecord(ObjectRef ref, ObjectRef base, const ViewShape& v) {
    constexpr std::array<uint8_t, 4> kIdentity{2, 3, 4, 5};
    const bool isSwizzled = v.swizzle != kIdentity;
    ByteWriter w;
    w.u32(isSwizzled ? 0x1b : 0x08).u32(isSwizzled ? 56 : 52).u32(ref.value).u32(base.value);
    w.u16(static_cast<uint16_t>(v.format)).u16(static_cast<uint16_t>(v.type));
    w.u64(v.level).u64(v.levels).u64(v.slice).u64(v.slices);
    if (isSwizzled)
        for (uint8_t s : v.swizzle) w.u8(s);
    return w.take();
}

Bytes formatViewRecord(ObjectRef ref, ObjectRef base, PixelFormat format) {
    return ByteWriter().u32(0x07).u32(20).u32(ref.value).u32(base.value).u16(static_cast<uint16_t>(format)).unwritten(2).take();
}

Bytes bufferTextureRecord(ObjectRef ref, const BufferTextureShape& t) {
    ByteWriter w;
    w.u32(0x09).u32(64).u32(ref.value).u32(t.buffer.value).u64(t.offset).u64(t.bytesPerRow);
    putBody(w, t.shape);
    return w.take();
}

Bytes samplerRecord(ObjectRef ref, const SamplerState& s) {
    const auto number = [](auto e) { return static_cast<uint32_t>(e); };
    const uint32_t state = number(s.filter) | number(s.magnification.value_or(s.filter)) << 2 | number(s.compare) << 5 | number(s.address) << 8 |
                           number(s.addressT.value_or(s.address)) << 12 | number(s.addressR.value_or(s.address)) << 16 | s.border << 20 |
                           number(s.mip) << 24 | s.anisotropy << 26 | (s.isNormalised ? 1u : 0u) << 31;
    ByteWriter w;
    w.u32(0x03).u32(36).u32(ref.value).u32(state).u8(0).unwritten(3).f32(s.lodMin).f32(s.lodMax).unwritten(8);
    return w.take();
}

Bytes depthStencilRecord(ObjectRef ref, const DepthStencilState& s) {
    constexpr uint32_t kBothFaces = 0x30;
    const auto number = [](auto e) { return static_cast<uint32_t>(e); };
    ByteWriter w;
    w.u32(0x04).u32(40).u32(ref.value);
    w.u8(static_cast<uint8_t>(number(s.depth) | (s.writesDepth ? 8u : 0u) | kBothFaces)).unwritten(3);
    for (const StencilFace* f : {&s.front, &s.back}) {
        w.u32(number(f->compare) | number(f->stencilFails) << 3 | number(f->depthFails) << 6 | number(f->passes) << 9);
        w.u32(f->readMask).u32(f->writeMask);
    }
    return w.take();
}

Bytes functionDescriptor(ObjectRef ref, const Placement& blob) {
    ByteWriter w;
    w.u64(blob.address.value).u32(static_cast<uint32_t>(blob.size));
    w.u32(0x0f).u32(20).u32(ref.value).u64(0);
    return w.take();
}

} // namespace pvg::guest
