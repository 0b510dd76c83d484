// Object descriptors as value types: what a task's object-list slot resolves to (objects.md 3, 4, 8, 9, 10). Parsed from a private copy
// of the guest's bytes; every number in them has passed the checks of objects.md 13 that need no other object.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pvg/base/ids.h"
#include "pvg/object/metal.h"

namespace pvg {

// Type 1.
struct BufferDescriptor {
    uint64_t size = 0; // bytes
    GuestVirt base;
    bool operator==(const BufferDescriptor&) const = default;
};

// Narrow and wide descriptor body (objects.md 4.6, 4.7).
struct TextureBody {
    mtl::TextureType type = mtl::TextureType::Type2D;
    mtl::PixelFormat format = mtl::PixelFormat::Invalid;
    uint32_t usage = 0; // mtl::TextureUsage bits
    uint32_t width = 1, height = 1, depth = 1;
    uint16_t mipCount = 1, sampleCount = 1, arrayLength = 1; // arrayLength: cubes for cube arrays
    mtl::StorageMode storage = mtl::StorageMode::Shared;
    std::array<mtl::Swizzle, 4> swizzle{mtl::Swizzle::Red, mtl::Swizzle::Green, mtl::Swizzle::Blue, mtl::Swizzle::Alpha};
    bool operator==(const TextureBody&) const = default;
};

struct TextureLevel {
    uint64_t offset = 0; // from the texture's base
    uint64_t size = 0;
    uint64_t bytesPerRow = 0;
    uint32_t width = 1, height = 1, depth = 1;
    bool operator==(const TextureLevel&) const = default;
};

// Types 2, 3: linear-backed texture.
struct TextureDescriptor {
    uint64_t allocationSize = 0;
    GuestVirt base;
    TextureBody body;
    std::vector<TextureLevel> levels; // 1..16
    bool operator==(const TextureDescriptor&) const = default;
};

// Type 4: backing of an IOSurface; lives in task 0, slot index = surface id.
struct SurfacePlane {
    uint64_t offset = 0;
    uint32_t width = 0, height = 0;
    uint32_t bytesPerRow = 0, bytesPerElement = 0;
    bool operator==(const SurfacePlane&) const = default;
};
struct SurfaceDescriptor {
    uint64_t length = 0;
    GuestVirt base;
    uint32_t fourCC = 0;
    std::vector<SurfacePlane> planes; // 1..8
    bool operator==(const SurfaceDescriptor&) const = default;
};

// Type 5: texture over one plane of a surface.
struct SurfaceTextureDescriptor {
    ObjectRef surface;
    TaskId owner;
    TextureBody body;
    uint16_t plane = 0, rotation = 0;
    bool operator==(const SurfaceTextureDescriptor&) const = default;
};

// Type 8 records 0x07, 0x08, 0x1b. Ranges absent = all of the base; format Invalid = the base's.
struct TextureViewDescriptor {
    ObjectRef base;
    mtl::PixelFormat format = mtl::PixelFormat::Invalid;
    bool hasRange = false;
    mtl::TextureType type = mtl::TextureType::Type2D; // with hasRange
    uint64_t levelBase = 0, levelCount = 0, sliceBase = 0, sliceCount = 0;
    std::array<mtl::Swizzle, 4> swizzle{mtl::Swizzle::Red, mtl::Swizzle::Green, mtl::Swizzle::Blue, mtl::Swizzle::Alpha};
    bool operator==(const TextureViewDescriptor&) const = default;
};

// Type 8 records 0x09, 0x37: linear texture over a buffer.
struct BufferTextureDescriptor {
    ObjectRef buffer;
    uint64_t offset = 0, bytesPerRow = 0;
    TextureBody body;
    bool operator==(const BufferTextureDescriptor&) const = default;
};

// Type 8 records 0x15, 0x38: placed in a heap; contents are host-only.
struct HeapTextureDescriptor {
    ObjectRef heap;
    bool useOffset = false;
    uint64_t offset = 0;
    TextureBody body;
    bool operator==(const HeapTextureDescriptor&) const = default;
};

struct SamplerDescriptor {
    mtl::MinMagFilter minFilter{}, magFilter{};
    mtl::MipFilter mipFilter{};
    mtl::AddressMode s{}, t{}, r{};
    mtl::BorderColor border{};
    mtl::CompareFunction compare{};
    uint8_t maxAnisotropy = 1;
    bool normalizedCoordinates = true;
    float lodMin = 0.0F, lodMax = 1000.0F;
    bool operator==(const SamplerDescriptor&) const = default;
};

struct StencilFace {
    mtl::CompareFunction compare = mtl::CompareFunction::Always;
    mtl::StencilOperation stencilFail{}, depthFail{}, pass{};
    uint8_t readMask = 0xff, writeMask = 0xff;
    bool operator==(const StencilFace&) const = default;
};
struct DepthStencilDescriptor {
    mtl::CompareFunction depthCompare = mtl::CompareFunction::Always;
    bool depthWrite = false;
    StencilFace front, back;
    bool operator==(const DepthStencilDescriptor&) const = default;
};

// Type 6. The blob is copied when first used (decisions.md 31a) and shared by content.
struct FunctionDescriptor {
    GuestVirt blob;
    uint32_t blobSize = 0;
    bool operator==(const FunctionDescriptor&) const = default;
};

struct VertexAttribute {
    uint32_t index = 0;
    mtl::VertexFormat format{};
    uint32_t offset = 0;
    uint32_t bufferIndex = 0;
    bool operator==(const VertexAttribute&) const = default;
};
struct VertexBufferLayout {
    mtl::VertexStepFunction stepFunction = mtl::VertexStepFunction::PerVertex;
    uint32_t stepRate = 1;
    uint32_t stride = 0;
    bool present = false;
    bool operator==(const VertexBufferLayout&) const = default;
};
// Attributes and the buffers they lie in: of a vertex function, or of a kernel's stage input.
struct VertexDescriptor {
    std::vector<VertexAttribute> attributes;
    std::array<VertexBufferLayout, mtl::kMaxBuffers> layouts;
    uint32_t conflictingLayouts = 0; // differing elements for one buffer; the last one is kept (decisions.md 24)
    bool operator==(const VertexDescriptor&) const = default;
};

// objects.md 9.2, tags 0c to 12.
struct TessellationDescriptor {
    mtl::TessellationPartitionMode partitionMode{};
    mtl::TessellationFactorStepFunction factorStepFunction{};
    mtl::TessellationControlPointIndexType controlPointIndexType{};
    mtl::Winding outputWinding{};
    uint32_t maxFactor = 16;
    bool isFactorScaleEnabled = false;
    bool operator==(const TessellationDescriptor&) const = default;
};

struct ColorAttachmentDescriptor {
    mtl::PixelFormat format = mtl::PixelFormat::Invalid;
    bool blendingEnabled = false;
    mtl::BlendFactor sourceRGB = mtl::BlendFactor::One, destinationRGB = mtl::BlendFactor::Zero;
    mtl::BlendOperation rgbOperation = mtl::BlendOperation::Add;
    mtl::BlendFactor sourceAlpha = mtl::BlendFactor::One, destinationAlpha = mtl::BlendFactor::Zero;
    mtl::BlendOperation alphaOperation = mtl::BlendOperation::Add;
    uint8_t writeMask = 15; // bit 0 alpha, 1 blue, 2 green, 3 red
    bool operator==(const ColorAttachmentDescriptor&) const = default;
};

struct RenderPipelineDescriptor {
    ObjectRef vertexFunction, fragmentFunction;
    std::optional<VertexDescriptor> vertexDescriptor;
    std::array<ColorAttachmentDescriptor, mtl::kMaxColorAttachments> colors;
    mtl::PixelFormat depthFormat{}, stencilFormat{};
    uint32_t rasterSampleCount = 1;
    bool alphaToCoverage = false, alphaToOne = false, rasterizationEnabled = true;
    uint32_t sampleMask = 0xffffffff;
    float sampleCoverage = 1.0F;
    uint32_t inputPrimitiveTopology = 0;
    TessellationDescriptor tessellation; // means something for post-tessellation vertex functions
    std::string label;
    bool operator==(const RenderPipelineDescriptor&) const = default;
};

struct StageInputDescriptor : VertexDescriptor {
    mtl::IndexType indexType{};
    uint32_t indexBufferIndex = 0; // of the kernel's buffers
    bool operator==(const StageInputDescriptor&) const = default;
};

struct ComputePipelineDescriptor {
    ObjectRef function;
    std::optional<StageInputDescriptor> stageInput;
    uint32_t maxTotalThreadsPerThreadgroup = 0; // 0 = device default
    std::string label;
    bool operator==(const ComputePipelineDescriptor&) const = default;
};

struct FenceDescriptor {
    bool operator==(const FenceDescriptor&) const = default;
};
// Anything legal that this host has no use for yet (ICB, rate map, heap, shared texture): kept by its op id.
struct OpaqueDescriptor {
    uint32_t op = 0;
    std::vector<std::byte> bytes;
    bool operator==(const OpaqueDescriptor&) const = default;
};

using ObjectDescriptor = std::variant<BufferDescriptor, TextureDescriptor, SurfaceDescriptor, SurfaceTextureDescriptor, TextureViewDescriptor,
                                      BufferTextureDescriptor, HeapTextureDescriptor, SamplerDescriptor, DepthStencilDescriptor,
                                      FunctionDescriptor, RenderPipelineDescriptor, ComputePipelineDescriptor, FenceDescriptor, OpaqueDescriptor>;

} // namespace pvg
