#include "pvg/guest/scenes/desktop/compositor.h"

#include <algorithm>

#include "pvg/guest/scenes/demo_functions.h"

namespace pvg::guest::desktop {

namespace {

constexpr uint16_t kMaxQuads = 512; // of one item
constexpr size_t kUniformAlignment = 256;

const VertexDescriptor& vertexLayout() {
    static const VertexDescriptor layout{{{0, VertexFormat::Float4, 0, 0}, {1, VertexFormat::Float2, 16, 0}, {2, VertexFormat::UChar4Normalized, 32, 0}},
                                         {{0, sizeof(Vertex), 1, 1}}};
    return layout;
}

Box boxOf(const Rect& r) {
    return {static_cast<float>(r.x), static_cast<float>(r.y), static_cast<float>(r.width), static_cast<float>(r.height)};
}

// The topmost item that hides everything below it in the damaged box, if there is one, and all that shows above.
std::span<const Item> visibleTail(std::span<const Item> items, const Box& damage) {
    for (size_t i = items.size(); i > 0; --i)
        if (contains(items[i - 1].opaque, damage)) return items.subspan(i - 1);
    return items;
}

} // namespace

void Compositor::prepare(Session& session) {
    constexpr std::array<std::string_view, kLooks> kFragments{"solid_fragment",  "compositor_fragment", "rounded_fragment",
                                                              "shadow_fragment", "glyph_fragment",      "wallpaper_fragment"};
    Task& user = session.user();
    const ObjectRef vertex = makeDemoFunction(user, "compositor_vertex");
    ColorAttachment over;
    over.blend = kSourceOver;
    for (size_t look = 0; look < kLooks; ++look)
        m_pipelines[look] = makeRenderPipeline(
            user, {std::string(kFragments[look]), vertex, makeDemoFunction(user, kFragments[look]), vertexLayout(), {over}, std::nullopt});
    m_sampler = makeSampler(user, {Filter::Linear, MipFilter::None, Address::ClampToEdge});
    std::vector<uint16_t> indices;
    for (uint16_t quad = 0; quad < kMaxQuads; ++quad)
        for (int corner : {0, 1, 2, 2, 1, 3}) indices.push_back(static_cast<uint16_t>(4 * quad + corner));
    m_indices = makeBuffer(user, bytesOf(indices));
    session.markWritten(m_indices.ref);
}

void Compositor::draw(Session& session, Frame& frame, std::span<const Item> items, const DisplayList& list, const Rect& damage) {
    const Box box = boxOf(damage);
    std::vector<Part> parts;
    ByteWriter data;
    const std::array<float, 4> pixelToClip{2.0f / static_cast<float>(frame.width), -2.0f / static_cast<float>(frame.height), -1, 1};
    data.bytes(std::as_bytes(std::span(pixelToClip)));
    for (const Item& item : visibleTail(items, box)) {
        if (item.quads == 0 || !intersects(item.bounds, box)) continue;
        data.zeros((kUniformAlignment - data.size() % kUniformAlignment) % kUniformAlignment);
        Part part{&item, 0, data.size()};
        data.bytes(item.uniform);
        data.zeros((16 - data.size() % 16) % 16);
        part.vertices = data.size();
        for (size_t q = 0; q < item.quads; ++q) data.bytes(std::as_bytes(list.quad(item.firstQuad + q)));
        parts.push_back(part);
    }
    const BufferBinding upload = session.upload(frame, data.view());
    frame.use(m_indices.ref);
    frame.stream.setScissor(damage);
    record(frame, parts, upload);
}

// As Core Animation does: pipeline where it changes, the vertex ring rebound by offset for every draw (workload.md 1).
void Compositor::record(Frame& frame, std::span<const Part> parts, const BufferBinding& upload) {
    StreamWriter& s = frame.stream;
    const std::array buffers{upload, upload};
    s.setBuffers(Stage::Vertex, 0, buffers);
    s.setFragmentSamplers(0, {&m_sampler, 1});
    const Item* before = nullptr;
    for (const Part& part : parts) {
        const Item& item = *part.item;
        if (!before || before->look != item.look) s.setPipeline(m_pipelines[static_cast<size_t>(item.look)]);
        if (item.texture && (!before || before->texture != item.texture)) s.setFragmentTextures(0, {&item.texture, 1});
        if (item.texture) frame.use(item.texture);
        if (!item.uniform.empty()) {
            const BufferBinding uniform{upload.buffer, upload.offset + part.uniform};
            s.setBuffers(Stage::Fragment, 0, {&uniform, 1});
        }
        for (size_t first = 0; first < item.quads; first += kMaxQuads) {
            s.setBufferOffset(Stage::Vertex, 0, upload.offset + part.vertices + first * 4 * sizeof(Vertex));
            s.draw(IndexedDraw{Primitive::Triangle, {m_indices.ref, 0}, 6 * std::min<size_t>(item.quads - first, kMaxQuads)});
        }
        before = &item;
    }
}

} // namespace pvg::guest::desktop
