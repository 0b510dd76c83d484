// Property lists of pipelines. Byte 0: bits 0 and 1 choose render, compute, or the list itself walked through every tag; bit 7: the record's
// payload length is taken from byte 1 instead of being right. The rest is the list.
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "pvg/object/descriptor_parser.h"
#include "pvg/object/operations.h"
#include "pvg/object/pixel_formats.h"
#include "pvg/object/property_list.h"

using namespace pvg;

namespace {

constexpr size_t kMaxLabel = 256, kArrayLimit = 31;
constexpr uint8_t kPipelineSlot = 7;

void must(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

// {u32 op, u32 length, u32 ref, u32 payload length, payload, padding} (objects.md 9).
std::vector<std::byte> record(Operation op, std::span<const std::byte> list, uint32_t payload) {
    const auto length = uint32_t(16 + (list.size() + 3) / 4 * 4);
    const uint32_t words[] = {uint32_t(op), length, 9, payload};
    std::vector<std::byte> out(length);
    std::memcpy(out.data(), words, sizeof words);
    if (!list.empty()) std::memcpy(out.data() + sizeof words, list.data(), list.size());
    return out;
}

void check(const VertexDescriptor& input, mtl::StepFunction last) {
    must(input.attributes.size() <= mtl::kMaxVertexAttributes, "more attributes than there are");
    for (const auto& attribute : input.attributes)
        must(attribute.index < mtl::kMaxVertexAttributes && attribute.bufferIndex < mtl::kMaxBuffers, "an attribute outside its table");
    for (const auto& layout : input.layouts) must(layout.stepFunction <= last, "a step function of another kind of stage");
}

void check(const RenderPipelineDescriptor& pipeline) {
    must(bool(pipeline.vertexFunction), "a pipeline without a vertex function");
    must(pipeline.label.size() <= kMaxLabel, "a label beyond its limit");
    must(pipeline.rasterSampleCount >= 1 && pipeline.rasterSampleCount <= 8, "a sample count beyond the device's");
    for (const auto& color : pipeline.colors) {
        must(color.format == mtl::PixelFormat::Invalid || pixelFormatInfo(color.format).known(), "a format that is not known");
        must(color.sourceRGB <= mtl::BlendFactor::OneMinusSource1Alpha && color.destinationAlpha <= mtl::BlendFactor::OneMinusSource1Alpha &&
                 color.rgbOperation <= mtl::BlendOperation::Max && color.alphaOperation <= mtl::BlendOperation::Max && color.writeMask <= 15,
             "a blend state beyond its enumeration");
    }
    const TessellationDescriptor& patches = pipeline.tessellation;
    must(patches.maxFactor >= 1 && patches.maxFactor <= mtl::kMaxTessellationFactor &&
             patches.partitionMode <= mtl::TessellationPartitionMode::FractionalEven && patches.outputWinding <= mtl::Winding::CounterClockwise &&
             patches.controlPointIndexType <= mtl::TessellationControlPointIndexType::UInt32 &&
             patches.factorStepFunction <= mtl::TessellationFactorStepFunction::PerPatchAndPerInstance,
         "a tessellation state beyond its enumerations");
    if (pipeline.vertexDescriptor) check(*pipeline.vertexDescriptor, mtl::StepFunction::PerPatchControlPoint);
}

void check(const ObjectDescriptor& descriptor) {
    if (const auto* render = std::get_if<RenderPipelineDescriptor>(&descriptor)) return check(*render);
    const auto* compute = std::get_if<ComputePipelineDescriptor>(&descriptor);
    must(compute && compute->function && compute->label.size() <= kMaxLabel, "a compute pipeline that is none");
    if (!compute->stageInput) return;
    check(*compute->stageInput, mtl::StepFunction::ThreadYIndexed);
    must(compute->stageInput->indexType <= mtl::IndexType::UInt32 && compute->stageInput->indexBufferIndex < mtl::kMaxBuffers,
         "stage input with indices outside its tables");
}

void parse(Operation op, std::span<const std::byte> list, uint32_t payload) {
    const auto bytes = record(op, list, payload);
    const auto parsed = parseDescriptor(kPipelineSlot, bytes);
    if (parsed) check(*parsed);
    else (void)parsed.error().sentence();
    // A record that ends early or late is never a pipeline.
    must(!parseDescriptor(kPipelineSlot, std::span(bytes).first(bytes.size() - 1)), "a record that is cut off was taken");
}

// Lists point forward only, so that every walk ends; the depth bounds how often one is visited.
void walk(const PropertyList& list, int depth) {
    for (uint32_t tag = 0; tag < 32; ++tag) {
        if (!list.has(uint8_t(tag))) continue;
        (void)list.getFloat(uint8_t(tag), 1);
        const auto text = list.string(uint8_t(tag), kMaxLabel);
        must(!text || text->size() <= kMaxLabel, "a text beyond its limit");
        if (depth == 0) continue;
        const auto nested = list.list(uint8_t(tag));
        if (nested && *nested) walk(**nested, depth - 1);
        const auto elements = list.array(uint8_t(tag), kArrayLimit);
        if (!elements) continue;
        must(elements->size() <= kArrayLimit, "an array beyond its limit");
        if (!elements->empty()) walk(elements->back(), 0);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2) return 0;
    // An exact allocation: sanitizers see a read past its end.
    const auto* first = reinterpret_cast<const std::byte*>(data + 2);
    const std::vector<std::byte> list(first, first + (size - 2));
    const uint32_t payload = data[0] & 0x80 ? data[1] : uint32_t(list.size());
    if ((data[0] & 3) == 0) parse(Operation::newRenderPipelineState, list, payload);
    if ((data[0] & 3) == 1) parse(Operation::newComputePipelineState, list, payload);
    if ((data[0] & 3) < 2) return 0;
    const auto top = PropertyList::at(list, data[1] % (list.size() + 1));
    if (top) walk(*top, 2);
    return 0;
}
