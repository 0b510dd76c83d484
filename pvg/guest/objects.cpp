#include "pvg/guest/objects.h"

#include <algorithm>
#include <cfloat>

namespace pvg::guest {

namespace {

constexpr uint32_t kTexture2D = 2;
constexpr uint32_t kGpuOptimized = 1u << 6;

// Narrow body, 32 bytes (objects.md 4.6).
void putBody(ByteWriter& w, const TextureShape& s) {
    w.u32(kTexture2D | kGpuOptimized | s.usage << 8 | uint32_t{static_cast<uint16_t>(s.format)} << 16);
    w.u32(s.width).u32(s.height).u32(1);
    w.u16(s.mips).u16(1).u16(1).u16(static_cast<uint16_t>(static_cast<uint16_t>(s.storage) << 4)).u64(0);
}

// Wide body, 40 bytes of which the last is never written (objects.md 4.7).
void putWideBody(ByteWriter& w, const TextureShape& s) {
    w.u8(kTexture2D | kGpuOptimized).u16(static_cast<uint16_t>(s.format)).u32(s.usage);
    w.u32(s.width).u32(s.height).u32(1);
    w.u16(s.mips).u16(1).u16(1).u16(static_cast<uint16_t>(static_cast<uint16_t>(s.storage) << 4)).u64(0);
    w.u8(2).u8(3).u8(4).u8(5).unwritten(1); // identity swizzle
}

void putRecord(ByteWriter& w, ObjectRef ref, const TextureShape& s) {
    w.u32(s.isWide ? 0x34 : 0x01).u32(s.isWide ? 52 : 44).u32(ref.value);
    s.isWide ? putWideBody(w, s) : putBody(w, s);
}

} // namespace

uint32_t bytesPerPixel(PixelFormat format) {
    switch (format) {
    case PixelFormat::A8Unorm:
    case PixelFormat::R8Unorm: return 1;
    case PixelFormat::RGBA16Float: return 8;
    default: return 4;
    }
}

std::vector<LevelLayout> layoutLevels(const TextureShape& shape, uint32_t rowAlignment) {
    std::vector<LevelLayout> levels;
    uint64_t offset = 0;
    for (uint32_t l = 0; l < shape.mips; ++l) {
        LevelLayout level{offset, 0, 0, std::max(1u, shape.width >> l), std::max(1u, shape.height >> l)};
        const uint64_t tight = uint64_t{level.width} * bytesPerPixel(shape.format);
        level.bytesPerRow = (tight + rowAlignment - 1) / rowAlignment * rowAlignment;
        level.size = level.bytesPerRow * level.height;
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
    for (const LevelLayout& l : levels) w.u64(l.offset).u64(l.size).u64(l.bytesPerRow).u32(l.width).u32(l.height).u32(1);
    putRecord(w, ref, shape);
    return w.take();
}

Bytes surfaceDescriptor(const SurfaceLayout& layout, const Placement& place) {
    ByteWriter w;
    w.u64(place.size).u32(static_cast<uint32_t>(place.address.value >> kPageShift)).u32(kFourccBgra).u8(1).zeros(3);
    w.u32(layout.offset).u32(layout.width).u32(layout.height).u32(layout.bytesPerRow | 4u << 24);
    return w.take();
}

Bytes surfaceTextureDescriptor(ObjectRef ref, ObjectRef surface, const TextureShape& shape) {
    ByteWriter w;
    w.u32(surface.value).u32(0); // backings belong to task 0
    w.u32(shape.isWide ? 0x39 : 0x2f).u32(shape.isWide ? 56 : 48).u32(ref.value);
    shape.isWide ? putWideBody(w, shape) : putBody(w, shape);
    w.u16(0).u16(0); // plane, rotation
    return w.take();
}

Bytes levelViewRecord(ObjectRef ref, ObjectRef base, uint32_t level) {
    constexpr uint16_t kFormatOfBase = 0;
    ByteWriter w;
    w.u32(0x08).u32(52).u32(ref.value).u32(base.value).u16(kFormatOfBase).u16(kTexture2D);
    w.u64(level).u64(1).u64(0).u64(1);
    return w.take();
}

Bytes samplerRecord(ObjectRef ref, const SamplerState& s) {
    const uint32_t filter = static_cast<uint32_t>(s.filter), address = static_cast<uint32_t>(s.address);
    const uint32_t state = filter | filter << 2 | address << 8 | address << 12 | address << 16 | static_cast<uint32_t>(s.mip) << 24 |
                           1u << 26 | 1u << 31; // anisotropy 1, normalised coordinates
    ByteWriter w;
    w.u32(0x03).u32(36).u32(ref.value).u32(state).u8(0).unwritten(3).f32(0.0f).f32(FLT_MAX).unwritten(8);
    return w.take();
}

Bytes depthStencilRecord(ObjectRef ref, Compare compare, bool writesDepth) {
    constexpr uint32_t kAlwaysKeep = 7;
    ByteWriter w;
    w.u32(0x04).u32(40).u32(ref.value);
    w.u8(static_cast<uint8_t>(static_cast<uint8_t>(compare) | (writesDepth ? 8 : 0) | 0x30)).unwritten(3); // both faces are present
    for (int face = 0; face < 2; ++face) w.u32(kAlwaysKeep).u32(0xffffffff).u32(0xffffffff);
    return w.take();
}

Bytes functionDescriptor(ObjectRef ref, const Placement& blob) {
    ByteWriter w;
    w.u64(blob.address.value).u32(static_cast<uint32_t>(blob.size));
    w.u32(0x0f).u32(20).u32(ref.value).u64(0);
    return w.take();
}

} // namespace pvg::guest
