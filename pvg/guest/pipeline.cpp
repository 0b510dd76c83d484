#include "pvg/guest/pipeline.h"

#include <algorithm>

namespace pvg::guest {

namespace {

Bytes labelBytes(const std::string& label) {
    ByteWriter w;
    w.bytes(std::as_bytes(std::span(label))).u8(0);
    return w.take();
}

// A piece that follows the top list; its offset counts from the list's first byte.
class Pieces {
public:
    explicit Pieces(size_t listSize) : m_next(static_cast<uint32_t>(listSize)) {}
    uint32_t place(std::span<const std::byte> piece) {
        const uint32_t at = m_next;
        m_bytes.bytes(piece);
        m_next += static_cast<uint32_t>(piece.size());
        return at;
    }
    std::span<const std::byte> view() const { return m_bytes.view(); }

private:
    uint32_t m_next;
    ByteWriter m_bytes;
};

Bytes encodeColor(const ColorAttachment& c) {
    PropertyList list;
    list.add(0x00, c.slot).addUnless(0, 0x01, static_cast<uint32_t>(c.format));
    if (c.blend) {
        list.add(0x02, 1).addUnless(1, 0x03, c.blend->sourceRgb).addUnless(0, 0x04, c.blend->destinationRgb);
        list.addUnless(0, 0x05, c.blend->operationRgb)
            .addUnless(1, 0x06, c.blend->sourceAlpha)
            .addUnless(0, 0x07, c.blend->destinationAlpha);
        list.addUnless(0, 0x08, c.blend->operationAlpha);
    }
    return list.addUnless(15, 0x09, c.writeMask).encode();
}

Bytes encodeColors(std::span<const ColorAttachment> colors) {
    std::vector<Bytes> elements;
    for (const ColorAttachment& c : colors) elements.push_back(encodeColor(c));
    return encodeObjectArray(elements);
}

Bytes encodeAttribute(const VertexAttribute& a) {
    PropertyList list;
    list.add(0x00, a.index).add(0x01, static_cast<uint32_t>(a.format)).addUnless(0, 0x02, a.offset).addUnless(0, 0x03, a.buffer);
    return list.encode();
}

Bytes encodeLayout(const VertexLayout& l) {
    PropertyList list;
    list.add(0x00, l.buffer).addUnless(1, 0x01, l.stepFunction).addUnless(1, 0x02, l.stepRate).addUnless(0, 0x03, l.stride);
    return list.encode();
}

// Record around a property list: op, total, ref, payload length before padding (objects.md 9.1).
Bytes wrapRecord(uint32_t op, ObjectRef ref, const PropertyList& list, const Pieces& pieces) {
    const size_t payload = list.size() + pieces.view().size();
    const size_t padding = (4 - payload % 4) % 4;
    ByteWriter w;
    w.u32(op).u32(static_cast<uint32_t>(16 + payload + padding)).u32(ref.value).u32(static_cast<uint32_t>(payload));
    w.bytes(list.encode()).bytes(pieces.view()).zeros(padding);
    return w.take();
}

} // namespace

PropertyList& PropertyList::add(uint8_t tag, uint32_t value) {
    m_fields.push_back({tag, value});
    return *this;
}

PropertyList& PropertyList::addUnless(uint32_t defaultValue, uint8_t tag, uint32_t value) {
    return value == defaultValue ? *this : add(tag, value);
}

Bytes PropertyList::encode() const {
    ByteWriter w;
    w.u8(static_cast<uint8_t>(m_fields.size()));
    for (const Field& f : m_fields) w.u8(f.tag).u8(4).u32(f.value);
    return w.take();
}

Bytes encodeObjectArray(std::span<const Bytes> elements) {
    ByteWriter w;
    w.u32(static_cast<uint32_t>(elements.size()));
    size_t at = 4 + 4 * elements.size();
    for (const Bytes& e : elements) {
        w.u32(static_cast<uint32_t>(at));
        at += e.size();
    }
    for (const Bytes& e : elements) w.bytes(e);
    return w.take();
}

namespace {

// One layout element per attribute, repeats included, as Apple's writer does (objects.md 9.2); `indices` stand behind the two arrays.
Bytes encodeInput(const VertexDescriptor& d, const StageInput& indices) {
    std::vector<Bytes> attributes, layouts;
    for (const VertexAttribute& a : d.attributes) {
        attributes.push_back(encodeAttribute(a));
        const auto layout = std::find_if(d.layouts.begin(), d.layouts.end(), [&](const VertexLayout& l) { return l.buffer == a.buffer; });
        if (layout != d.layouts.end()) layouts.push_back(encodeLayout(*layout));
    }
    const auto listOf = [&](uint32_t attributesAt, uint32_t layoutsAt) {
        return PropertyList().add(0x00, attributesAt).add(0x01, layoutsAt).addUnless(0, 0x02, indices.indexType).addUnless(0, 0x03, indices.indexBuffer);
    };
    Pieces pieces(listOf(0, 0).size());
    const uint32_t attributesAt = pieces.place(encodeObjectArray(attributes));
    const uint32_t layoutsAt = pieces.place(encodeObjectArray(layouts));
    ByteWriter w;
    w.bytes(listOf(attributesAt, layoutsAt).encode()).bytes(pieces.view());
    return w.take();
}

} // namespace

Bytes encodeVertexDescriptor(const VertexDescriptor& d) { return encodeInput(d, {}); }

namespace {

// Values that are no pieces, in the writer's order (objects.md 9.1).
PropertyList& addRasterState(PropertyList& list, const RenderPipeline& p) {
    list.addUnless(1, 0x04, p.samples)
        .addUnless(0, 0x05, p.isAlphaToCoverage)
        .addUnless(0, 0x06, p.isAlphaToOne)
        .addUnless(1, 0x07, p.isRasterizing);
    return list.addUnless(0xffffffff, 0x1c, p.sampleMask);
}

PropertyList& addFormatsAndFunctions(PropertyList& list, const RenderPipeline& p) {
    const auto number = [](const std::optional<PixelFormat>& f) { return static_cast<uint32_t>(f.value_or(PixelFormat::Invalid)); };
    list.addUnless(0, 0x09, number(p.depth)).addUnless(0, 0x0a, number(p.stencil)).addUnless(0, 0x0b, p.topology);
    const Tessellation& t = p.tessellation;
    list.addUnless(0, 0x0c, t.partition).addUnless(16, 0x0d, t.maxFactor).addUnless(0, 0x0e, t.isScaling);
    list.addUnless(0, 0x10, t.indexType).addUnless(0, 0x11, t.factorStep).addUnless(0, 0x12, t.winding);
    return list.addUnless(0, 0x01, p.vertex.value).addUnless(0, 0x02, p.fragment.value);
}

} // namespace

Bytes renderPipelineRecord(ObjectRef ref, const RenderPipeline& p) {
    PropertyList plain;
    addFormatsAndFunctions(addRasterState(plain, p), p);
    const size_t placed = (p.label.empty() ? 0 : 1) + (p.vertexDescriptor ? 1 : 0) + (p.colors.empty() ? 0 : 1);
    Pieces pieces(plain.size() + 6 * placed);
    PropertyList list;
    // Writer order: 00, 03, 04 to 07, 1c, 08, 09 to 12, then the functions; the label's bytes stand between the nested pieces.
    const uint32_t colorsAt = p.colors.empty() ? 0 : pieces.place(encodeColors(p.colors));
    if (!p.label.empty()) list.add(0x00, pieces.place(labelBytes(p.label)));
    if (p.vertexDescriptor) list.add(0x03, pieces.place(encodeVertexDescriptor(*p.vertexDescriptor)));
    addRasterState(list, p).addUnless(0, 0x08, colorsAt);
    addFormatsAndFunctions(list, p);
    return wrapRecord(0x0e, ref, list, pieces);
}

Bytes computePipelineRecord(ObjectRef ref, const ComputePipeline& p) {
    Pieces pieces(1 + 6 * (1 + (p.label.empty() ? 0 : 1) + (p.stageInput ? 1 : 0)));
    PropertyList list;
    if (!p.label.empty()) list.add(0x02, pieces.place(labelBytes(p.label)));
    if (p.stageInput) list.add(0x03, pieces.place(encodeInput(p.stageInput->input, *p.stageInput)));
    list.add(0x00, p.kernel.value);
    return wrapRecord(0x0b, ref, list, pieces);
}

} // namespace pvg::guest
