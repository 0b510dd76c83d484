// Pipeline records 0x0b and 0x0e (objects.md 9).
#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"
#include "pvg/object/pixel_formats.h"
#include "pvg/object/property_list.h"
#include "pvg/object/record_parsers.h"

namespace pvg {

namespace {

constexpr size_t kMaxLabel = 256;

namespace render {
enum Tag : uint8_t {
    Label = 0x00, VertexFunction = 0x01, FragmentFunction = 0x02, VertexDescriptorList = 0x03, RasterSampleCount = 0x04, AlphaToCoverage = 0x05,
    AlphaToOne = 0x06, RasterizationEnabled = 0x07, ColorAttachments = 0x08, DepthFormat = 0x09, StencilFormat = 0x0a, PrimitiveTopology = 0x0b,
    TessellationPartition = 0x0c, MaxTessellationFactor = 0x0d, TessellationFactorScale = 0x0e, TessellationFactorFormat = 0x0f,
    ControlPointIndexType = 0x10, TessellationFactorStep = 0x11, TessellationWinding = 0x12, MeshColorAttachments = 0x14, SampleCoverage = 0x1b,
    SampleMask = 0x1c
};
}
namespace color {
enum Tag : uint8_t {
    Slot, Format, BlendingEnabled, SourceRGB, DestinationRGB, OperationRGB, SourceAlpha, DestinationAlpha, OperationAlpha, WriteMask
};
}
namespace attribute {
enum Tag : uint8_t { Index, Format, Offset, BufferIndex };
}
namespace layout {
enum Tag : uint8_t { BufferIndex, StepFunction, StepRate, Stride };
}
namespace vertex {
enum Tag : uint8_t { Attributes, Layouts };
}
namespace stage_input {
enum Tag : uint8_t { IndexType = 0x02, IndexBufferIndex = 0x03 }; // beside those of vertex
}
namespace compute {
enum Tag : uint8_t { Function = 0x00, Label = 0x02, StageInput = 0x03, MaxTotalThreads = 0x08 };
}

// The property list of a pipeline record: bytes [16, 16 + payload length), padded to 4 (objects.md 9.1).
Declined<Bytes> payloadOf(Bytes record) {
    constexpr size_t kLength = 12, kPayload = 16;
    if (record.size() < kPayload) return decline(DeclineReason::BadDescriptor, "pipeline record of {} bytes", record.size());
    uint64_t length = loadAt<uint32_t>(record, kLength);
    if (record.size() != kPayload + alignUp(length, 4))
        return decline(DeclineReason::BadDescriptor, "pipeline record of {} bytes with a payload of {}", record.size(), length);
    return record.subspan(kPayload, length);
}

// An enumeration's value that must not be above `last`.
class EnumReader {
public:
    explicit EnumReader(const PropertyList& list) : m_list(list) {}

    template <class E>
    E get(uint8_t tag, E absent, E last) {
        uint32_t value = m_list.get(tag, uint32_t(absent));
        if (value <= uint32_t(last)) return E(value);
        if (!m_bad) m_bad = decline(DeclineReason::BadDescriptor, "property {} holds {}, the last one defined is {}", tag, value, uint32_t(last));
        return absent;
    }
    mtl::PixelFormat format(uint8_t tag) {
        uint32_t value = m_list.get(tag, 0);
        if (value == 0 || (value <= 0xffff && pixelFormatInfo(mtl::PixelFormat(value)).known())) return mtl::PixelFormat(value);
        if (!m_bad) m_bad = decline(DeclineReason::UnsupportedFormat, "MTLPixelFormat {} in property {} is not known", value, tag);
        return mtl::PixelFormat::Invalid;
    }
    const std::optional<Decline>& bad() const { return m_bad; }

private:
    const PropertyList& m_list;
    std::optional<Decline> m_bad;
};

bool isVertexFormat(uint32_t format) {
    constexpr uint32_t kLast = 55, kReserved43 = 43, kReserved44 = 44;
    return format != 0 && format <= kLast && format != kReserved43 && format != kReserved44;
}

Declined<VertexAttribute> parseAttribute(const PropertyList& list, uint32_t position) {
    VertexAttribute out;
    out.index = list.get(attribute::Index, position);
    uint32_t format = list.get(attribute::Format, 0);
    out.format = mtl::VertexFormat(format);
    out.offset = list.get(attribute::Offset, 0);
    out.bufferIndex = list.get(attribute::BufferIndex, 0);
    if (!isVertexFormat(format)) return decline(DeclineReason::BadDescriptor, "vertex format {} of attribute {}", format, out.index);
    if (out.index >= mtl::kMaxVertexAttributes || out.bufferIndex >= mtl::kMaxBuffers)
        return decline(DeclineReason::BadDescriptor, "vertex attribute {} from buffer {}", out.index, out.bufferIndex);
    return out;
}

// What a layout without a step function has, and the last one its kind of descriptor knows.
struct StepRange {
    mtl::StepFunction absent, last;
};
constexpr StepRange kVertexSteps{mtl::StepFunction::PerVertex, mtl::StepFunction::PerPatchControlPoint};
constexpr StepRange kKernelSteps{mtl::StepFunction::Constant, mtl::StepFunction::ThreadYIndexed}; // decisions.md 24a

Declined<void> parseLayout(const PropertyList& list, uint32_t position, const StepRange& steps, VertexDescriptor& out) {
    uint32_t index = list.get(layout::BufferIndex, position);
    if (index >= mtl::kMaxBuffers) return decline(DeclineReason::BadDescriptor, "vertex layout of buffer {}", index);
    EnumReader enums(list);
    VertexBufferLayout next;
    next.present = true;
    next.stepFunction = enums.get(layout::StepFunction, steps.absent, steps.last);
    next.stepRate = list.get(layout::StepRate, 1);
    next.stride = list.get(layout::Stride, 0);
    if (enums.bad()) return *enums.bad();
    if (next.stepRate == 0 && next.stepFunction != mtl::StepFunction::Constant)
        return decline(DeclineReason::BadDescriptor, "vertex buffer {} advances every 0 instances", index);
    VertexBufferLayout& slot = out.layouts[index];
    if (slot.present && slot != next) ++out.conflictingLayouts; // decisions.md 24: the last one wins
    slot = next;
    return {};
}

// False: there is no stage input.
Declined<bool> parseStageInput(const PropertyList& list, const StepRange& steps, VertexDescriptor& out) {
    auto attributes = list.array(vertex::Attributes, mtl::kMaxVertexAttributes);
    if (!attributes) return attributes.failure();
    auto layouts = list.array(vertex::Layouts, mtl::kMaxVertexAttributes); // one an attribute, repeats and all
    if (!layouts) return layouts.failure();
    if (attributes->empty() || layouts->empty()) return false;
    for (uint32_t i = 0; i < attributes->size(); ++i) {
        auto parsed = parseAttribute((*attributes)[i], i);
        if (!parsed) return parsed.failure();
        out.attributes.push_back(*parsed);
    }
    for (uint32_t i = 0; i < layouts->size(); ++i) {
        auto parsed = parseLayout((*layouts)[i], i, steps, out);
        if (!parsed) return parsed.failure();
    }
    return true;
}

// Usually there with two empty arrays (objects.md 9.3).
Declined<void> parseKernelInput(const PropertyList& list, std::optional<StageInputDescriptor>& out) {
    StageInputDescriptor input;
    PVG_TRY(const bool isThere, parseStageInput(list, kKernelSteps, input));
    if (!isThere) return {};
    EnumReader enums(list);
    input.indexType = enums.get(stage_input::IndexType, mtl::IndexType::UInt16, mtl::IndexType::UInt32);
    if (enums.bad()) return *enums.bad();
    input.indexBufferIndex = list.get(stage_input::IndexBufferIndex, 0);
    if (input.indexBufferIndex >= mtl::kMaxBuffers) return decline(DeclineReason::BadDescriptor, "stage-input indices in buffer {}", input.indexBufferIndex);
    out = std::move(input);
    return {};
}

Declined<TessellationDescriptor> parseTessellation(const PropertyList& list) {
    EnumReader enums(list);
    TessellationDescriptor out;
    out.partitionMode = enums.get(render::TessellationPartition, mtl::TessellationPartitionMode::Pow2, mtl::TessellationPartitionMode::FractionalEven);
    out.factorStepFunction = enums.get(render::TessellationFactorStep, mtl::TessellationFactorStepFunction::Constant,
                                       mtl::TessellationFactorStepFunction::PerPatchAndPerInstance);
    out.controlPointIndexType = enums.get(render::ControlPointIndexType, mtl::TessellationControlPointIndexType::None,
                                          mtl::TessellationControlPointIndexType::UInt32);
    out.outputWinding = enums.get(render::TessellationWinding, mtl::Winding::Clockwise, mtl::Winding::CounterClockwise);
    if (enums.bad()) return *enums.bad();
    out.maxFactor = list.get(render::MaxTessellationFactor, out.maxFactor);
    out.isFactorScaleEnabled = list.get(render::TessellationFactorScale, 0) != 0;
    const uint32_t format = list.get(render::TessellationFactorFormat, 0); // halves are the only ones
    if (out.maxFactor == 0 || out.maxFactor > mtl::kMaxTessellationFactor || format != 0)
        return decline(DeclineReason::BadDescriptor, "tessellation factors of format {} up to {}", format, out.maxFactor);
    return out;
}

Declined<void> parseColor(const PropertyList& list, uint32_t position, RenderPipelineDescriptor& out) {
    uint32_t slot = list.get(color::Slot, position);
    if (slot >= mtl::kMaxColorAttachments) return decline(DeclineReason::BadDescriptor, "colour attachment {}", slot);
    EnumReader enums(list);
    auto factor = [&](uint8_t tag, mtl::BlendFactor absent) { return enums.get(tag, absent, mtl::BlendFactor::OneMinusSource1Alpha); };
    auto operation = [&](uint8_t tag) { return enums.get(tag, mtl::BlendOperation::Add, mtl::BlendOperation::Max); };
    ColorAttachmentDescriptor& to = out.colors[slot];
    to.format = enums.format(color::Format);
    to.blendingEnabled = list.get(color::BlendingEnabled, 0) != 0;
    to.sourceRGB = factor(color::SourceRGB, mtl::BlendFactor::One);
    to.destinationRGB = factor(color::DestinationRGB, mtl::BlendFactor::Zero);
    to.rgbOperation = operation(color::OperationRGB);
    to.sourceAlpha = factor(color::SourceAlpha, mtl::BlendFactor::One);
    to.destinationAlpha = factor(color::DestinationAlpha, mtl::BlendFactor::Zero);
    to.alphaOperation = operation(color::OperationAlpha);
    to.writeMask = uint8_t(list.get(color::WriteMask, 15) & 15);
    return enums.bad() ? Declined<void>(*enums.bad()) : Declined<void>();
}

Declined<void> parseColors(const PropertyList& list, RenderPipelineDescriptor& out) {
    auto colors = list.array(render::ColorAttachments, mtl::kMaxColorAttachments);
    if (!colors) return colors.failure();
    for (uint32_t i = 0; i < colors->size(); ++i) {
        auto parsed = parseColor((*colors)[i], i, out);
        if (!parsed) return parsed;
    }
    return {};
}

Declined<void> parseRasterState(const PropertyList& list, RenderPipelineDescriptor& out) {
    constexpr uint32_t kMaxSamples = 8, kLastTopology = 3;
    EnumReader enums(list);
    out.depthFormat = enums.format(render::DepthFormat);
    out.stencilFormat = enums.format(render::StencilFormat);
    if (enums.bad()) return *enums.bad();
    out.rasterSampleCount = list.get(render::RasterSampleCount, 1);
    out.alphaToCoverage = list.get(render::AlphaToCoverage, 0) != 0;
    out.alphaToOne = list.get(render::AlphaToOne, 0) != 0;
    out.rasterizationEnabled = list.get(render::RasterizationEnabled, 1) != 0;
    out.sampleCoverage = list.getFloat(render::SampleCoverage, 1.0F);
    out.sampleMask = list.get(render::SampleMask, 0xffffffff);
    out.inputPrimitiveTopology = list.get(render::PrimitiveTopology, 0);
    bool isPower = out.rasterSampleCount != 0 && (out.rasterSampleCount & (out.rasterSampleCount - 1)) == 0;
    if (!isPower || out.rasterSampleCount > kMaxSamples || out.inputPrimitiveTopology > kLastTopology)
        return decline(DeclineReason::BadDescriptor, "pipeline with {} samples and topology {}", out.rasterSampleCount, out.inputPrimitiveTopology);
    return {};
}

} // namespace

Declined<ObjectDescriptor> parseRenderPipeline(Bytes record) {
    auto payload = payloadOf(record);
    if (!payload) return payload.failure();
    auto list = PropertyList::at(*payload, 0);
    if (!list) return list.failure();
    // A mesh list numbers its tags differently and is told apart by this one (objects.md 9.2).
    if (list->has(render::MeshColorAttachments)) return decline(DeclineReason::NotImplemented, "mesh pipeline");

    RenderPipelineDescriptor out;
    out.vertexFunction = ObjectRef{list->get(render::VertexFunction, 0)};
    out.fragmentFunction = ObjectRef{list->get(render::FragmentFunction, 0)};
    if (!out.vertexFunction) return decline(DeclineReason::BadDescriptor, "render pipeline without a vertex function");
    auto label = list->string(render::Label, kMaxLabel);
    if (!label) return label.failure();
    out.label = std::move(*label);
    auto raster = parseRasterState(*list, out);
    if (!raster) return raster.failure();
    PVG_TRY(out.tessellation, parseTessellation(*list));
    auto colors = parseColors(*list, out);
    if (!colors) return colors.failure();
    auto vertexList = list->list(render::VertexDescriptorList);
    if (!vertexList) return vertexList.failure();
    if (*vertexList) {
        VertexDescriptor descriptor;
        PVG_TRY(const bool isThere, parseStageInput(**vertexList, kVertexSteps, descriptor));
        if (isThere) out.vertexDescriptor = std::move(descriptor);
    }
    return ObjectDescriptor{std::move(out)};
}

Declined<ObjectDescriptor> parseComputePipeline(Bytes record) {
    auto payload = payloadOf(record);
    if (!payload) return payload.failure();
    auto list = PropertyList::at(*payload, 0);
    if (!list) return list.failure();
    ComputePipelineDescriptor out;
    out.function = ObjectRef{list->get(compute::Function, 0)};
    if (!out.function) return decline(DeclineReason::BadDescriptor, "compute pipeline without a function");
    auto label = list->string(compute::Label, kMaxLabel);
    if (!label) return label.failure();
    out.label = std::move(*label);
    out.maxTotalThreadsPerThreadgroup = list->get(compute::MaxTotalThreads, 0);
    auto stageInput = list->list(compute::StageInput);
    if (!stageInput) return stageInput.failure();
    if (*stageInput) PVG_CHECK(parseKernelInput(**stageInput, out.stageInput));
    return ObjectDescriptor{std::move(out)};
}

} // namespace pvg
