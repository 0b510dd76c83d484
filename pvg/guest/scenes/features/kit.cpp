#include "pvg/guest/scenes/features/kit.h"

#include "pvg/guest/scenes/demo_functions.h"

namespace pvg::guest {

namespace {

constexpr uint64_t kSmallBytes = 64 * 1024;
constexpr uint64_t kSmallAlignment = 256;

const VertexDescriptor kTexturedLayout{{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::Float2, 8, 0}}, {{0, 16, 1, 1}}};

} // namespace

Kit::Kit(Session& session) : m_session(session) {}

void Kit::start() {
    m_stream = StreamWriter();
    m_uses.clear();
    setExtent(kWidth, kHeight);
    m_small = makeBuffer(task(), kSmallBytes);
    m_smallUsed = 0;
    list(m_small.ref);
    m_picture = texture({PixelFormat::BGRA8Unorm, kWidth, kHeight, 1, kUsageRead | kUsageTarget | kUsageViews, Storage::Shared, false});
}

bool Kit::submit() {
    const bool isDone = m_session.execute(m_stream, m_uses);
    m_stream = StreamWriter();
    return isDone;
}

std::vector<std::byte> Kit::readPicture() {
    Driver& driver = m_session.driver();
    const Fence landed =
        driver.submit(Channel::Downloads, Command::SynchronizeResources, encodeSynchronize(task().id(), {&m_picture.ref, 1}));
    return driver.wait(landed) ? m_picture.read({}) : std::vector<std::byte>();
}

ObjectRef Kit::list(ObjectRef ref, Written written) {
    m_uses.push_back({ref, written});
    return ref;
}

Buffer Kit::buffer(std::span<const std::byte> content) {
    const Buffer made = makeBuffer(task(), content);
    rewritten(list(made.ref));
    return made;
}

Texture Kit::texture(const TextureShape& shape) {
    const Texture made = makeTexture(task(), shape);
    list(made.ref, (shape.usage & (kUsageTarget | kUsageWrite)) != 0 ? Written::ByGpu : Written::Nobody);
    rewritten(made.ref);
    return made;
}

ObjectRef Kit::function(std::string_view name) {
    const auto known = m_functions.find(name);
    if (known != m_functions.end()) return known->second;
    return m_functions.emplace(std::string(name), makeDemoFunction(task(), name)).first->second;
}

ObjectRef Kit::pipeline(const std::function<void(RenderPipeline&)>& change) {
    RenderPipeline p{"", function("triangle_vertex"), function("triangle_fragment"), std::nullopt, {{}}, std::nullopt};
    if (change) change(p);
    return makeRenderPipeline(task(), p);
}

ObjectRef Kit::texturedPipeline(std::string_view fragment, const std::function<void(RenderPipeline&)>& change) {
    RenderPipeline p{"", function("textured_vertex"), function(fragment), kTexturedLayout, {{}}, std::nullopt};
    if (change) change(p);
    return makeRenderPipeline(task(), p);
}

ObjectRef Kit::kernel(std::string_view name) { return makeComputePipeline(task(), {"", function(name)}); }

RenderPass Kit::pass(LoadAction load, const std::array<double, 4>& clear) const {
    RenderPass pass{{m_picture.ref}, kWidth, kHeight};
    pass.color.load = load;
    pass.color.clear = clear;
    return pass;
}

Kit::Vertex Kit::vertex(double x, double y, const Color& color, float depth) const {
    const auto [cx, cy] = clip(x, y);
    return {{cx, cy, depth, 1}, color};
}

void Kit::fill(const Box& b, const Color& color, float depth) {
    const Vertex nw = vertex(b.left, b.top, color, depth), ne = vertex(b.right, b.top, color, depth);
    const Vertex sw = vertex(b.left, b.bottom, color, depth), se = vertex(b.right, b.bottom, color, depth);
    bind(Stage::Vertex, 0, std::vector{nw, ne, sw, sw, ne, se});
    m_stream.draw(Draw{Primitive::Triangle, 0, 6, 1});
}

void Kit::fillTextured(const Box& b, const Box& uv) {
    std::vector<float> vertices;
    const auto corner = [&](double x, double y, double u, double v) {
        const auto [cx, cy] = clip(x, y);
        for (float value : {cx, cy, float(u), float(v)}) vertices.push_back(value);
    };
    corner(b.left, b.top, uv.left, uv.top), corner(b.right, b.top, uv.right, uv.top), corner(b.left, b.bottom, uv.left, uv.bottom);
    corner(b.left, b.bottom, uv.left, uv.bottom), corner(b.right, b.top, uv.right, uv.top), corner(b.right, b.bottom, uv.right, uv.bottom);
    bind(Stage::Vertex, 0, vertices);
    m_stream.draw(Draw{Primitive::Triangle, 0, 6, 1});
}

BufferBinding Kit::bind(Stage stage, uint32_t index, std::span<const std::byte> bytes) {
    const uint64_t at = (m_smallUsed + kSmallAlignment - 1) / kSmallAlignment * kSmallAlignment;
    if (at + bytes.size() > kSmallBytes) task().driver().fail("a feature scene binds more than " + std::to_string(kSmallBytes) + " bytes");
    m_small.memory.write(at, bytes);
    m_smallUsed = at + bytes.size();
    rewritten(m_small.ref);
    const BufferBinding binding{m_small.ref, at};
    m_stream.setBuffers(stage, index, {&binding, 1});
    return binding;
}

} // namespace pvg::guest
