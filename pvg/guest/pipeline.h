// Render and compute pipelines as type-7 records: property lists in the order of Apple's writer, default values omitted (objects.md 9).
#pragma once

#include <optional>
#include <string>

#include "pvg/guest/objects.h"

namespace pvg::guest {

// u8 count, then {u8 tag, u8 length, bytes}; unaligned (objects.md 9.1).
class PropertyList {
public:
    PropertyList& add(uint8_t tag, uint32_t value);
    // Left out when it is the value a fresh descriptor has.
    PropertyList& addUnless(uint32_t defaultValue, uint8_t tag, uint32_t value);
    // Bytes from the count byte on. Offsets to be written later sit at valueAt(field) of the result.
    Bytes encode() const;
    size_t size() const { return 1 + 6 * m_fields.size(); }

private:
    struct Field {
        uint8_t tag;
        uint32_t value;
    };
    std::vector<Field> m_fields;
};

// u32 count, u32 offset[count], elements behind.
Bytes encodeObjectArray(std::span<const Bytes> elements);

enum class VertexFormat : uint32_t {
    UChar4Normalized = 9,
    Short2Normalized = 22,
    Half2 = 25,
    Half4 = 27,
    Float = 28,
    Float2 = 29,
    Float3 = 30,
    Float4 = 31,
    UInt = 36,
    UInt1010102Normalized = 41,
    UChar4NormalizedBgra = 42
};
struct VertexAttribute {
    uint32_t index = 0;
    VertexFormat format = VertexFormat::Float4;
    uint32_t offset = 0;
    uint32_t buffer = 0;
};
struct VertexLayout {
    uint32_t buffer = 0;
    uint32_t stride = 0;
    uint32_t stepFunction = 1; // 0 constant, 1 per vertex, 2 per instance, 3 per patch, 4 per control point; of kernels 5 to 8
    uint32_t stepRate = 1;
};
struct VertexDescriptor {
    std::vector<VertexAttribute> attributes;
    std::vector<VertexLayout> layouts;
};
Bytes encodeVertexDescriptor(const VertexDescriptor& descriptor);

struct BlendState {
    uint32_t sourceRgb = 1, destinationRgb = 0, sourceAlpha = 1, destinationAlpha = 0;
    uint32_t operationRgb = 0, operationAlpha = 0; // add, subtract, reverse subtract, min, max
};
// Source-over for premultiplied colours: 1, 1-srcAlpha.
inline constexpr BlendState kSourceOver{1, 5, 1, 5};
struct ColorAttachment {
    uint32_t slot = 0;
    PixelFormat format = PixelFormat::BGRA8Unorm;
    std::optional<BlendState> blend;
    uint32_t writeMask = 15;
};

struct Tessellation {
    uint32_t partition = 0; // power of two, integer, fractional odd, fractional even
    uint32_t maxFactor = 16;
    bool isScaling = false;
    uint32_t indexType = 0;  // of control points: none, 16, 32 bits
    uint32_t factorStep = 0; // constant, per patch, per instance, both
    uint32_t winding = 0;
};

struct RenderPipeline {
    std::string label;
    ObjectRef vertex, fragment;
    std::optional<VertexDescriptor> vertexDescriptor;
    std::vector<ColorAttachment> colors;
    std::optional<PixelFormat> depth;
    std::optional<PixelFormat> stencil = {};
    uint32_t samples = 1, sampleMask = 0xffffffff;
    bool isAlphaToCoverage = false, isAlphaToOne = false, isRasterizing = true;
    uint32_t topology = 0; // 1 point, 2 line, 3 triangle; for layered targets
    Tessellation tessellation = {};
};
Bytes renderPipelineRecord(ObjectRef ref, const RenderPipeline& pipeline);

struct StageInput {
    VertexDescriptor input;
    uint32_t indexType = 0; // 16, 32 bits
    uint32_t indexBuffer = 0;
};

struct ComputePipeline {
    std::string label;
    ObjectRef kernel;
    std::optional<StageInput> stageInput = {};
};
Bytes computePipelineRecord(ObjectRef ref, const ComputePipeline& pipeline);

} // namespace pvg::guest
