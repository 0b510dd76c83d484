// Object descriptors as bytes (objects.md 4, 8, 10). Pure: nothing here touches guest memory.
#pragma once

#include "pvg/base/ids.h"
#include "pvg/guest/byte_writer.h"

namespace pvg::guest {

// Metal's own numbers; only what the scenes use.
enum class PixelFormat : uint16_t { A8Unorm = 1, R8Unorm = 10, RGBA8Unorm = 70, BGRA8Unorm = 80, BGRA8UnormSrgb = 81, RGBA16Float = 115, Depth32Float = 252 };
uint32_t bytesPerPixel(PixelFormat format);

enum TextureUsage : uint32_t { kUsageRead = 1, kUsageWrite = 2, kUsageTarget = 4 };
enum class Storage : uint16_t { Shared = 0, Managed = 1, Private = 2 };

struct TextureShape {
    PixelFormat format = PixelFormat::BGRA8Unorm;
    uint32_t width = 0, height = 0;
    uint16_t mips = 1;
    uint32_t usage = kUsageRead;
    Storage storage = Storage::Shared;
    bool isWide = false; // op 0x34 instead of 0x01
};

struct LevelLayout {
    uint64_t offset = 0, size = 0, bytesPerRow = 0;
    uint32_t width = 0, height = 0;
};
// Rows aligned to `rowAlignment` (device-info key 13), levels one behind the other.
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
// A type-5 texture over a surface that task 0 owns.
Bytes surfaceTextureDescriptor(ObjectRef ref, ObjectRef surface, const TextureShape& shape);

// A view of one level of a texture (record 0x08): how a level is sampled while another one is drawn.
Bytes levelViewRecord(ObjectRef ref, ObjectRef base, uint32_t level);

enum class Filter : uint8_t { Nearest = 0, Linear = 1 };
enum class MipFilter : uint8_t { None = 0, Nearest = 1, Linear = 2 };
enum class Address : uint8_t { ClampToEdge = 0, Repeat = 2, ClampToZero = 4 };
struct SamplerState {
    Filter filter = Filter::Nearest;
    MipFilter mip = MipFilter::None;
    Address address = Address::ClampToEdge;
};
Bytes samplerRecord(ObjectRef ref, const SamplerState& state);

enum class Compare : uint8_t { Never = 0, Less = 1, LessEqual = 3, Always = 7 };
Bytes depthStencilRecord(ObjectRef ref, Compare compare, bool writesDepth);

Bytes functionDescriptor(ObjectRef ref, const Placement& blob);

} // namespace pvg::guest
