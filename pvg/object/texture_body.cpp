#include "pvg/object/texture_body.h"

#include <algorithm>
#include <bit>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"
#include "pvg/object/pixel_formats.h"

namespace pvg {

namespace {

constexpr uint32_t kMaxExtent = 16384;
constexpr uint32_t kMaxTexelBufferWidth = 1U << 28;
constexpr uint32_t kMaxDepth = 2048;
constexpr uint32_t kMaxLayers = 2048;
constexpr uint32_t kMaxSamples = 8;
constexpr uint8_t kUsageBits = 0x37; // read, write, target, view, atomic

bool isMultisample(mtl::TextureType type) {
    return type == mtl::TextureType::Type2DMultisample || type == mtl::TextureType::Type2DMultisampleArray;
}
bool isCube(mtl::TextureType type) { return type == mtl::TextureType::TypeCube || type == mtl::TextureType::TypeCubeArray; }

Declined<void> checkExtent(const TextureBody& body) {
    uint32_t widest = body.type == mtl::TextureType::TypeTextureBuffer ? kMaxTexelBufferWidth : kMaxExtent;
    if (body.width == 0 || body.width > widest || body.height == 0 || body.height > kMaxExtent || body.depth > kMaxDepth)
        return decline(DeclineReason::BadDescriptor, "texture extent {} x {} x {}", body.width, body.height, body.depth);
    if (isCube(body.type) && body.width != body.height)
        return decline(DeclineReason::BadDescriptor, "cube faces of {} x {}", body.width, body.height);
    if (body.depth > 1 && body.type != mtl::TextureType::Type3D)
        return decline(DeclineReason::BadDescriptor, "texture type {} of depth {}", uint64_t(body.type), body.depth);
    return {};
}

Declined<void> checkCounts(const TextureBody& body) {
    uint32_t longest = std::max({body.width, body.height, body.depth});
    if (body.mipCount > kMaxMipLevels || body.mipCount > uint32_t(std::bit_width(longest)))
        return decline(DeclineReason::BadDescriptor, "{} mip levels of a texture of {} texels", body.mipCount, longest);
    if (body.arrayLength > kMaxLayers) return decline(DeclineReason::BadDescriptor, "array of {} layers", body.arrayLength);
    bool isPower = std::has_single_bit(body.sampleCount) && body.sampleCount <= kMaxSamples;
    if (!isPower || (body.sampleCount > 1 && !isMultisample(body.type)))
        return decline(DeclineReason::BadDescriptor, "{} samples in a texture of type {}", body.sampleCount, uint64_t(body.type));
    return {};
}

Declined<TextureBody> checkBody(TextureBody body) {
    // 0 stands for 1, as the level record says of depth (objects.md 4.2).
    body.depth = std::max(body.depth, 1U);
    body.mipCount = std::max<uint16_t>(body.mipCount, 1);
    body.sampleCount = std::max<uint16_t>(body.sampleCount, 1);
    body.arrayLength = std::max<uint16_t>(body.arrayLength, 1);
    if (body.type > mtl::TextureType::TypeTextureBuffer)
        return decline(DeclineReason::BadDescriptor, "texture type {} is not defined", uint64_t(body.type));
    if (!pixelFormatInfo(body.format).known())
        return decline(DeclineReason::UnsupportedFormat, "MTLPixelFormat {} is not known", uint64_t(body.format));
    auto extent = checkExtent(body);
    if (!extent) return extent.failure();
    auto counts = checkCounts(body);
    if (!counts) return counts.failure();
    return body;
}

mtl::TextureType textureType(uint32_t typeAndFlags) { return mtl::TextureType(typeAndFlags & 0xf); }

// MTLResourceOptions: cache 3:0, storage 7:4, hazard 9:8.
mtl::StorageMode storageMode(uint16_t options) { return mtl::StorageMode((options >> 4) & 3); }

// Width to options: the run of fields that both forms share.
void readExtent(ByteReader& in, TextureBody& body) {
    body.width = in.u32();
    body.height = in.u32();
    body.depth = in.u32();
    body.mipCount = in.u16();
    body.sampleCount = in.u16();
    body.arrayLength = in.u16();
    body.storage = storageMode(in.u16());
}

} // namespace

Declined<TextureBody> parseNarrowBody(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    TextureBody body;
    uint32_t packed = in.u32();
    body.type = textureType(packed);
    body.usage = (packed >> 8) & kUsageBits;
    body.format = mtl::PixelFormat(packed >> 16);
    readExtent(in, body);
    if (in.failed()) return decline(DeclineReason::BadDescriptor, "texture body of {} bytes", bytes.size());
    return checkBody(body);
}

Declined<TextureBody> parseWideBody(std::span<const std::byte> bytes) {
    constexpr size_t kSwizzleOffset = 35;
    if (bytes.size() < kWideBodySize) return decline(DeclineReason::BadDescriptor, "texture body of {} bytes", bytes.size());
    ByteReader in(bytes);
    TextureBody body;
    body.type = textureType(in.u8());
    body.format = mtl::PixelFormat(in.u16());
    body.usage = in.u32() & kUsageBits;
    readExtent(in, body);
    auto swizzle = parseSwizzle(bytes.subspan(kSwizzleOffset, 4));
    if (!swizzle) return swizzle.failure();
    body.swizzle = *swizzle;
    return checkBody(body);
}

Declined<std::array<mtl::Swizzle, 4>> parseSwizzle(std::span<const std::byte> bytes) {
    std::array<mtl::Swizzle, 4> out{};
    for (size_t i = 0; i < out.size(); ++i) {
        out[i] = mtl::Swizzle(loadAt<uint8_t>(bytes, i));
        if (out[i] > mtl::Swizzle::Alpha) return decline(DeclineReason::BadDescriptor, "swizzle {} of channel {}", uint64_t(out[i]), i);
    }
    return out;
}

uint32_t sliceCount(const TextureBody& body) { return uint32_t{body.arrayLength} * (isCube(body.type) ? 6 : 1); }

HeapPlacement heapPlacement(const TextureBody& body) {
    constexpr uint64_t kAlignment = 256;
    PixelFormatInfo format = pixelFormatInfo(body.format);
    uint64_t size = 0;
    for (uint32_t level = 0; level < body.mipCount; ++level) {
        uint64_t row = alignUp(format.blocksWide(std::max(body.width >> level, 1U)) * format.bytesPerBlock, kAlignment);
        size += row * format.blocksHigh(std::max(body.height >> level, 1U)) * std::max(body.depth >> level, 1U);
    }
    return {size * sliceCount(body) * body.sampleCount, kAlignment};
}

} // namespace pvg
