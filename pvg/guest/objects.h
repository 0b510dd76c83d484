// Object descriptors as bytes (objects.md 4, 8, 10). Pure: nothing here touches guest memory.
#pragma once

#include <array>
#include <optional>

#include "pvg/base/ids.h"
#include "pvg/guest/byte_writer.h"

namespace pvg::guest {

// Metal's own numbers; only what the scenes use.
enum class PixelFormat : uint16_t {
    Invalid = 0,
    A8Unorm = 1,
    R8Unorm = 10,
    R8UnormSrgb = 11,
    R8Uint = 13,
    R16Unorm = 20,
    R16Float = 25,
    RG8Unorm = 30,
    B5G6R5Unorm = 40,
    A1BGR5Unorm = 41,
    ABGR4Unorm = 42,
    BGR5A1Unorm = 43,
    R32Uint = 53,
    R32Float = 55,
    RG16Unorm = 60,
    RGBA8Unorm = 70,
    RGBA8UnormSrgb = 71,
    RGBA8Uint = 73,
    BGRA8Unorm = 80,
    BGRA8UnormSrgb = 81,
    RGB10A2Unorm = 90,
    RG11B10Float = 92,
    RGB9E5Float = 93,
    BGR10A2Unorm = 94,
    RGBA16Float = 115,
    RGBA32Float = 125,
    BC1 = 130,
    BC3 = 134,
    BC4 = 140,
    BC5 = 142,
    BC6Unsigned = 151,
    BC7 = 152,
    BC7Srgb = 153,
    EacR11 = 170,
    EacRG11 = 174,
    EtcRgb8 = 180,
    EtcRgb8A1 = 182,
    Astc4x4 = 204,
    Astc8x8 = 212,
    GBGR422 = 240,
    BGRG422 = 241,
    Depth16Unorm = 250,
    Depth32Float = 252,
    Stencil8 = 253,
    Depth32FloatStencil8 = 260,
    BGRA10XR = 552,
    BGRA10XRSrgb = 553,
    BGR10XR = 554,
    BGR10XRSrgb = 555
};
uint32_t bytesPerPixel(PixelFormat format); // or per block
// Texels of one block; 1 x 1 but for the compressed formats and 4:2:2.
struct BlockSize {
    uint32_t width = 1, height = 1;
};
BlockSize blockSize(PixelFormat format);

enum TextureUsage : uint32_t { kUsageRead = 1, kUsageWrite = 2, kUsageTarget = 4, kUsageViews = 0x10 };
enum class TextureType : uint16_t {
    Type1D = 0,
    Type1DArray = 1,
    Type2D = 2,
    Type2DArray = 3,
    Type2DMultisample = 4,
    TypeCube = 5,
    TypeCubeArray = 6,
    Type3D = 7,
    Type2DMultisampleArray = 8,
    TypeBuffer = 9
};
enum class Storage : uint16_t { Shared = 0, Managed = 1, Private = 2 };

struct TextureShape {
    PixelFormat format = PixelFormat::BGRA8Unorm;
    uint32_t width = 0, height = 0;
    uint16_t mips = 1;
    uint32_t usage = kUsageRead;
    Storage storage = Storage::Shared;
    bool isWide = false; // op 0x34 instead of 0x01
    TextureType type = TextureType::Type2D;
    uint32_t depth = 1;
    uint16_t samples = 1, layers = 1; // layers of a cube array: cubes

    uint32_t slices() const; // faces count
};

struct LevelLayout {
    uint64_t offset = 0, size = 0, bytesPerRow = 0;
    uint32_t width = 0, height = 0;
    uint32_t depth = 1;
    uint32_t rows = 0; // of blocks

    uint64_t bytesPerSlice() const { return bytesPerRow * rows * depth; }
};
// Slices of a level are contiguous (objects.md 7). Rows aligned to `rowAlignment` (device-info key 13), levels one behind the other.
std::vector<LevelLayout> layoutLevels(const TextureShape& shape, uint32_t rowAlignment);

struct Placement {
    GuestVirt address; // page aligned
    uint64_t size = 0;
};

Bytes bufferDescriptor(const Placement& place);
Bytes textureDescriptor(ObjectRef ref, const TextureShape& shape, std::span<const LevelLayout> levels, const Placement& place);

struct SurfaceLayout {
    uint32_t width = 0, height = 0;
    uint32_t bytesPerRow = 0;
    uint32_t offset = 0; // of the only plane: not zero on real surfaces (workload.md 4)
};
inline constexpr uint32_t kFourccBgra = 0x42475241;
Bytes surfaceDescriptor(const SurfaceLayout& layout, const Placement& place);
// One of several planes: `layout` counts in its own texels.
struct SurfacePlane {
    SurfaceLayout layout;
    uint32_t bytesPerElement = 1;
};
inline constexpr uint32_t kFourccVideo = 0x34323066; // '420f', biplanar
Bytes planarSurfaceDescriptor(uint32_t fourcc, std::span<const SurfacePlane> planes, const Placement& place);
// A type-5 texture over a plane of a surface that task 0 owns.
Bytes surfaceTextureDescriptor(ObjectRef ref, ObjectRef surface, const TextureShape& shape, uint16_t plane = 0);

struct ViewShape {
    PixelFormat format = PixelFormat::Invalid; // Invalid: the base's
    TextureType type = TextureType::Type2D;
    uint64_t level = 0, levels = 1, slice = 0, slices = 1;
    std::array<uint8_t, 4> swizzle{2, 3, 4, 5}; // 0 zero, 1 one, 2 to 5 red to alpha
};
// Record 0x08, or 0x1b when the swizzle is not the identity.
Bytes viewRecord(ObjectRef ref, ObjectRef base, const ViewShape& shape);
// Record 0x07: another format, nothing else.
Bytes formatViewRecord(ObjectRef ref, ObjectRef base, PixelFormat format);
// A texture over the bytes of a buffer (record 0x09).
struct BufferTextureShape {
    ObjectRef buffer;
    uint64_t offset = 0, bytesPerRow = 0;
    TextureShape shape;
};
Bytes bufferTextureRecord(ObjectRef ref, const BufferTextureShape& shape);

enum class Filter : uint8_t { Nearest = 0, Linear = 1 };
enum class MipFilter : uint8_t { None = 0, Nearest = 1, Linear = 2 };
enum class Address : uint8_t { ClampToEdge = 0, MirrorClamp = 1, Repeat = 2, MirrorRepeat = 3, ClampToZero = 4, ClampToBorder = 5 };
enum class Compare : uint8_t { Never = 0, Less = 1, Equal = 2, LessEqual = 3, Greater = 4, NotEqual = 5, GreaterEqual = 6, Always = 7 };
struct SamplerState {
    Filter filter = Filter::Nearest; // minification, and magnification unless that is given
    MipFilter mip = MipFilter::None;
    Address address = Address::ClampToEdge; // of s, and of t and r unless they are given
    std::optional<Filter> magnification = {};
    std::optional<Address> addressT = {}, addressR = {};
    uint32_t border = 0; // 0 transparent black, 1 opaque black, 2 opaque white
    Compare compare = Compare::Never;
    uint32_t anisotropy = 1;
    bool isNormalised = true;
    float lodMin = 0, lodMax = 3.402823466e38f;
};
Bytes samplerRecord(ObjectRef ref, const SamplerState& state);

enum class StencilOperation : uint8_t { Keep = 0, Zero = 1, Replace = 2, IncrementClamp = 3, DecrementClamp = 4, Invert = 5, IncrementWrap = 6, DecrementWrap = 7 };
struct StencilFace {
    Compare compare = Compare::Always;
    StencilOperation stencilFails = StencilOperation::Keep, depthFails = StencilOperation::Keep, passes = StencilOperation::Keep;
    uint32_t readMask = 0xffffffff, writeMask = 0xffffffff;
};
struct DepthStencilState {
    Compare depth = Compare::Always;
    bool writesDepth = false;
    StencilFace front = {}, back = {};
};
Bytes depthStencilRecord(ObjectRef ref, const DepthStencilState& state);

Bytes functionDescriptor(ObjectRef ref, const Placement& blob);

} // namespace pvg::guest
