// Descriptors with guest memory behind them, and textures over other objects (objects.md 4, 8, 13).
#include <algorithm>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"
#include "pvg/object/pixel_formats.h"
#include "pvg/object/record_parsers.h"
#include "pvg/object/texture_body.h"

namespace pvg {

namespace {

constexpr uint32_t kMaxSurfaceExtent = 16384;
constexpr uint32_t kMaxBlobSize = 16U << 20;
constexpr uint8_t kMaxPlanes = 8;
constexpr uint16_t kMipCountMask = 0x3fff; // two flags of unknown meaning above it (objects.md 4.2)

Decline tooShort(Bytes bytes, uint64_t needed) {
    return decline(DeclineReason::BadDescriptor, "descriptor of {} bytes, needs {}", bytes.size(), needed);
}

// {u64 size, u32 virtual page}: how every backed descriptor starts.
struct Backing {
    uint64_t size = 0;
    GuestVirt base;
};
Declined<Backing> readBacking(ByteReader& in) {
    uint64_t size = in.u64();
    uint64_t base = uint64_t{in.u32()} << kPageShift;
    if (size == 0 || base == 0 || !checkedAdd(base, size))
        return decline(DeclineReason::BadDescriptor, "backing of {:#x} bytes at {:#x}", size, base);
    return Backing{size, GuestVirt{base}};
}

TextureLevel readLevel(ByteReader& in) {
    TextureLevel level;
    level.offset = in.u64();
    level.size = in.u64();
    level.bytesPerRow = in.u64();
    level.width = in.u32();
    level.height = in.u32();
    level.depth = std::max(in.u32(), 1U); // 0 stands for 1
    return level;
}

// Bytes from the level's offset to the end of its last texel: slices one behind the other, the last row only tight (objects.md 7).
std::optional<uint64_t> levelSpan(const TextureBody& body, const TextureLevel& level) {
    PixelFormatInfo format = pixelFormatInfo(body.format);
    uint64_t tight = format.blocksWide(level.width) * format.bytesPerBlock;
    if (level.bytesPerRow < tight) return std::nullopt;
    uint64_t rows = format.blocksHigh(level.height) * level.depth * sliceCount(body);
    auto upToLastRow = checkedMul(level.bytesPerRow, rows - 1);
    return upToLastRow ? checkedAdd(*upToLastRow, tight) : std::nullopt;
}

Declined<void> checkLevel(const TextureDescriptor& texture, size_t index) {
    const TextureLevel& level = texture.levels[index];
    const TextureBody& body = texture.body;
    bool isExtentRight = level.width == std::max(body.width >> index, 1U) && level.height == std::max(body.height >> index, 1U) &&
                         level.depth == std::max(body.depth >> index, 1U);
    if (!isExtentRight)
        return decline(DeclineReason::BadDescriptor, "level {} of {} x {} disagrees with the texture's extent", index, level.width, level.height);
    auto span = levelSpan(body, level);
    if (!span || !fits(level.offset, *span, texture.allocationSize))
        return decline(DeclineReason::BadDescriptor, "level {} at {:#x} with rows of {} bytes leaves its allocation", index, level.offset,
                       level.bytesPerRow);
    return {};
}

Declined<TextureBody> parseTextureRecord(Bytes bytes) {
    constexpr size_t kBody = 12;
    auto record = openRecord(bytes);
    if (!record) return record.failure();
    if (record->op == Operation::newTexture) return parseNarrowBody(bytes.subspan(kBody, kNarrowBodySize));
    if (record->op == Operation::newTextureWide) return parseWideBody(bytes.subspan(kBody, kWideBodySize));
    return decline(DeclineReason::BadDescriptor, "operation {:#x} behind a texture's levels", uint32_t(record->op));
}

Declined<void> checkPlane(const SurfacePlane& plane, uint64_t length) {
    if (plane.width == 0 || plane.width > kMaxSurfaceExtent || plane.height == 0 || plane.height > kMaxSurfaceExtent)
        return decline(DeclineReason::BadDescriptor, "surface plane of {} x {}", plane.width, plane.height);
    uint64_t tight = uint64_t{plane.width} * plane.bytesPerElement;
    uint64_t span = uint64_t{plane.bytesPerRow} * (plane.height - 1) + tight;
    if (plane.bytesPerRow == 0 || plane.bytesPerRow < tight || !fits(plane.offset, span, length))
        return decline(DeclineReason::BadDescriptor, "surface plane at {:#x} with rows of {} bytes leaves its {} bytes", plane.offset,
                       plane.bytesPerRow, length);
    return {};
}

SurfacePlane readPlane(ByteReader& in) {
    SurfacePlane plane;
    plane.offset = in.u32();
    plane.width = in.u32();
    plane.height = in.u32();
    uint32_t packed = in.u32();
    plane.bytesPerRow = packed & 0xffffff;
    plane.bytesPerElement = packed >> 24;
    return plane;
}

// A body that may be narrow or wide, told apart by the op (objects.md 4.7).
struct BodyAt {
    size_t offset = 0;
    bool isWide = false;

    size_t end() const { return offset + (isWide ? kWideBodySize : kNarrowBodySize); }
    Declined<TextureBody> parse(Bytes record) const {
        return isWide ? parseWideBody(record.subspan(offset, kWideBodySize)) : parseNarrowBody(record.subspan(offset, kNarrowBodySize));
    }
};

Declined<ObjectRef> nonNil(uint32_t ref, const char* detail) {
    if (ref == 0) return decline(DeclineReason::BadDescriptor, detail);
    return ObjectRef{ref};
}

Declined<void> readViewRange(Bytes record, TextureViewDescriptor& view) {
    constexpr size_t kType = 18, kRanges = 20;
    view.hasRange = true;
    auto type = loadAt<uint16_t>(record, kType);
    if (type > uint16_t(mtl::TextureType::TypeTextureBuffer)) return decline(DeclineReason::BadDescriptor, "view of texture type {}", type);
    view.type = mtl::TextureType(type);
    ByteReader in(record);
    in.seek(kRanges);
    view.levelBase = in.u64();
    view.levelCount = in.u64();
    view.sliceBase = in.u64();
    view.sliceCount = in.u64();
    // Wider ranges than any texture has; the base's own counts are checked where the base is known.
    constexpr uint64_t kMaxSlices = 6 * 2048;
    if (view.levelCount == 0 || view.sliceCount == 0 || !fits(view.levelBase, view.levelCount, kMaxMipLevels) ||
        !fits(view.sliceBase, view.sliceCount, kMaxSlices))
        return decline(DeclineReason::BadDescriptor, "view of {} levels and {} slices from slice {}", view.levelCount, view.sliceCount,
                       view.sliceBase);
    return {};
}

} // namespace

Declined<ObjectDescriptor> parseBuffer(Bytes bytes) {
    constexpr size_t kSize = 16;
    if (bytes.size() < kSize) return tooShort(bytes, kSize);
    ByteReader in(bytes);
    auto backing = readBacking(in);
    if (!backing) return backing.failure();
    return ObjectDescriptor{BufferDescriptor{backing->size, backing->base}};
}

Declined<ObjectDescriptor> parseTexture(Bytes bytes) {
    constexpr size_t kLevels = 0x24, kLevelSize = 0x24;
    if (bytes.size() < kLevels) return tooShort(bytes, kLevels);
    ByteReader in(bytes);
    auto backing = readBacking(in);
    if (!backing) return backing.failure();
    size_t levelCount = std::max<size_t>(in.u16() & kMipCountMask, 1);
    if (levelCount > kMaxMipLevels) return decline(DeclineReason::BadDescriptor, "texture with {} level records", levelCount);
    size_t recordAt = kLevels + kLevelSize * levelCount;
    if (bytes.size() < recordAt) return tooShort(bytes, recordAt);

    auto body = parseTextureRecord(bytes.subspan(recordAt));
    if (!body) return body.failure();
    if (body->mipCount != levelCount)
        return decline(DeclineReason::BadDescriptor, "texture of {} levels with {} level records", body->mipCount, levelCount);
    TextureDescriptor texture{backing->size, backing->base, *body, {}};
    in.seek(kLevels);
    for (size_t i = 0; i < levelCount; ++i) {
        texture.levels.push_back(readLevel(in));
        auto checked = checkLevel(texture, i);
        if (!checked) return checked.failure();
    }
    return ObjectDescriptor{std::move(texture)};
}

Declined<ObjectDescriptor> parseSurface(Bytes bytes) {
    constexpr size_t kPlanes = 0x14, kPlaneSize = 0x10;
    if (bytes.size() < kPlanes) return tooShort(bytes, kPlanes);
    ByteReader in(bytes);
    auto backing = readBacking(in);
    if (!backing) return backing.failure();
    SurfaceDescriptor surface{backing->size, backing->base, in.u32(), {}};
    uint8_t planeCount = std::max<uint8_t>(in.u8(), 1); // decisions.md 19: 0 and 1 are the same
    if (planeCount > kMaxPlanes) return decline(DeclineReason::BadDescriptor, "surface with {} planes", planeCount);
    if (bytes.size() < kPlanes + kPlaneSize * planeCount) return tooShort(bytes, kPlanes + kPlaneSize * planeCount);
    in.seek(kPlanes);
    for (uint8_t i = 0; i < planeCount; ++i) {
        surface.planes.push_back(readPlane(in));
        auto checked = checkPlane(surface.planes.back(), surface.length);
        if (!checked) return checked.failure();
    }
    return ObjectDescriptor{std::move(surface)};
}

Declined<ObjectDescriptor> parseSurfaceTexture(Bytes bytes) {
    constexpr size_t kPrefix = 8;
    if (bytes.size() < kPrefix) return tooShort(bytes, kPrefix);
    auto surface = nonNil(loadAt<uint32_t>(bytes, 0), "texture over surface 0");
    if (!surface) return surface.failure();
    Bytes bytesOfRecord = bytes.subspan(kPrefix);
    auto record = openRecord(bytesOfRecord);
    if (!record) return record.failure();
    BodyAt at{12, record->op == Operation::newIOSurfaceTextureWithRotationWide};
    bool hasRotation = record->op != Operation::newIOSurfaceTexture; // the older record ends with bytes nobody writes
    if (hasRotation && record->op != Operation::newIOSurfaceTextureWithRotation && !at.isWide)
        return decline(DeclineReason::BadDescriptor, "operation {:#x} in a surface texture", uint32_t(record->op));
    auto body = at.parse(bytesOfRecord);
    if (!body) return body.failure();
    SurfaceTextureDescriptor texture{*surface, TaskId{loadAt<uint32_t>(bytes, 4)}, *body, 0, 0};
    texture.plane = loadAt<uint16_t>(bytesOfRecord, at.end());
    texture.rotation = hasRotation ? loadAt<uint16_t>(bytesOfRecord, at.end() + 2) : 0;
    if (texture.plane >= kMaxPlanes) return decline(DeclineReason::BadDescriptor, "plane {} of a surface", texture.plane);
    return ObjectDescriptor{std::move(texture)};
}

Declined<ObjectDescriptor> parseFunction(Bytes bytes) {
    constexpr size_t kRecord = 12;
    if (bytes.size() < kRecord) return tooShort(bytes, kRecord);
    auto record = openRecord(bytes.subspan(kRecord));
    if (!record) return record.failure();
    if (record->op != Operation::newFunctionWithIR)
        return decline(DeclineReason::BadDescriptor, "operation {:#x} in a function", uint32_t(record->op));
    FunctionDescriptor function{GuestVirt{loadAt<uint64_t>(bytes, 0)}, loadAt<uint32_t>(bytes, 8)};
    if (!function.blob || function.blobSize == 0 || function.blobSize > kMaxBlobSize)
        return decline(DeclineReason::BadDescriptor, "function of {} bytes at {:#x}", function.blobSize, function.blob.value);
    return ObjectDescriptor{function};
}

Declined<ObjectDescriptor> parseTextureView(const OperationRecord& record) {
    constexpr size_t kBase = 12, kFormat = 16, kSwizzle = 52;
    auto base = nonNil(loadAt<uint32_t>(record.bytes, kBase), "view of texture 0");
    if (!base) return base.failure();
    TextureViewDescriptor view;
    view.base = *base;
    view.format = mtl::PixelFormat(loadAt<uint16_t>(record.bytes, kFormat));
    if (view.format != mtl::PixelFormat::Invalid && !pixelFormatInfo(view.format).known())
        return decline(DeclineReason::UnsupportedFormat, "MTLPixelFormat {} of a view is not known", uint64_t(view.format));
    if (record.op != Operation::newTextureView) {
        auto range = readViewRange(record.bytes, view);
        if (!range) return range.failure();
    }
    if (record.op == Operation::newTextureViewSwizzle) {
        auto swizzle = parseSwizzle(record.bytes.subspan(kSwizzle, 4));
        if (!swizzle) return swizzle.failure();
        view.swizzle = *swizzle;
    }
    return ObjectDescriptor{view};
}

Declined<ObjectDescriptor> parseBufferTexture(const OperationRecord& record) {
    constexpr size_t kBuffer = 12, kOffset = 16, kBytesPerRow = 24;
    auto buffer = nonNil(loadAt<uint32_t>(record.bytes, kBuffer), "texture over buffer 0");
    if (!buffer) return buffer.failure();
    auto body = BodyAt{32, record.op == Operation::newTextureWithBufferWide}.parse(record.bytes);
    if (!body) return body.failure();
    BufferTextureDescriptor texture{*buffer, loadAt<uint64_t>(record.bytes, kOffset), loadAt<uint64_t>(record.bytes, kBytesPerRow), *body};
    TextureLevel level{texture.offset, 0, texture.bytesPerRow, body->width, body->height, body->depth};
    auto span = levelSpan(*body, level);
    if (body->mipCount != 1 || !span || !checkedAdd(texture.offset, *span))
        return decline(DeclineReason::BadDescriptor, "linear texture of {} levels at {:#x} with rows of {} bytes", body->mipCount, texture.offset,
                       texture.bytesPerRow);
    return ObjectDescriptor{std::move(texture)};
}

Declined<ObjectDescriptor> parseHeapTexture(const OperationRecord& record) {
    constexpr size_t kHeap = 12;
    auto heap = nonNil(loadAt<uint32_t>(record.bytes, kHeap), "texture in heap 0");
    if (!heap) return heap.failure();
    BodyAt at{16, record.op == Operation::newHeapTextureWide};
    auto body = at.parse(record.bytes);
    if (!body) return body.failure();
    bool useOffset = (loadAt<uint8_t>(record.bytes, at.end()) & 1) != 0;
    uint64_t offset = loadAt<uint64_t>(record.bytes, at.end() + 4);
    return ObjectDescriptor{HeapTextureDescriptor{*heap, useOffset, offset, *body}};
}

} // namespace pvg
