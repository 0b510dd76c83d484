// What a feature scene draws with: a picture, a stream, and resources that are listed in the submission by themselves.
#pragma once

#include <functional>

#include "pvg/guest/session.h"

namespace pvg::guest {

using Color = std::array<float, 4>;

// Pixels of the target, y down.
struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
};

// One of 32 squares of 24 pixels, eight in a row.
constexpr Box cell(uint32_t number) {
    const double x = number % 8 * 32 + 4, y = number / 8 * 32 + 4;
    return {x, y, x + 24, y + 24};
}

inline constexpr Color kRed{1, 0, 0, 1}, kGreen{0, 1, 0, 1}, kBlue{0, 0, 1, 1}, kWhite{1, 1, 1, 1};
// Eight colours that differ: the bits of 1 to 7 as red, green and blue, and a grey.
constexpr Color palette(uint32_t number) {
    const uint32_t bits = number % 8 + 1;
    return bits == 8 ? Color{0.4f, 0.4f, 0.4f, 1} : Color{float(bits & 1), float(bits >> 1 & 1), float(bits >> 2 & 1), 1};
}
// B,G,R,A as one texel.
constexpr uint32_t bgra(uint32_t r, uint32_t g, uint32_t b, uint32_t a = 255) { return a << 24 | r << 16 | g << 8 | b; }

class Kit {
public:
    static constexpr uint32_t kWidth = 256, kHeight = 128;

    explicit Kit(Session& session);

    // A new picture, an empty stream, nothing listed. Pipelines and functions of earlier scenes stay usable.
    void start();
    // Runs what has been recorded so far and waits for it. False: see the driver.
    bool submit();
    // B,G,R,A rows of the picture after 0x35, as the guest's CPU sees them.
    std::vector<std::byte> readPicture();

    Session& session() { return m_session; }
    Task& task() { return m_session.user(); }
    StreamWriter& stream() { return m_stream; }
    // From here on, command buffers of so many bytes.
    void useChunks(size_t bytes) { m_stream = StreamWriter(bytes); }
    // The picture: BGRA8Unorm, shared, starts as zeros.
    ObjectRef picture() const { return m_picture.ref; }
    const Texture& pictureTexture() const { return m_picture; }

    // Resources, listed in every later submission of this scene; what the CPU put into them is announced once.
    Buffer buffer(std::span<const std::byte> content);
    template <class T>
    Buffer buffer(const std::vector<T>& content) {
        return buffer(bytesOf(content));
    }
    Texture texture(const TextureShape& shape);
    template <class T>
    Texture texture(const TextureShape& shape, const std::vector<T>& pixels) {
        const Texture made = texture(shape);
        made.write(bytesOf(pixels));
        return made;
    }
    // Lists anything else: views, buffer textures.
    ObjectRef list(ObjectRef ref, Written written = Written::Nobody);
    // The CPU has written it again since the last submission.
    void rewritten(ObjectRef ref) { m_session.markWritten(ref); }

    // A function of shaders/demo or shaders/features.
    ObjectRef function(std::string_view name);
    // triangle_vertex and triangle_fragment over one BGRA8 target, after `change` has had its say.
    ObjectRef pipeline(const std::function<void(RenderPipeline&)>& change = {});
    // textured_vertex with `fragment` over one BGRA8 target.
    ObjectRef texturedPipeline(std::string_view fragment = "textured_fragment", const std::function<void(RenderPipeline&)>& change = {});
    ObjectRef kernel(std::string_view name);

    // A pass over the picture, or over a target of the given size, that clears or loads.
    RenderPass pass(LoadAction load = LoadAction::Clear, const std::array<double, 4>& clear = {0, 0, 0, 1}) const;
    void beginPass(const std::array<double, 4>& clear = {0, 0, 0, 1}) { m_stream.beginRender(pass(LoadAction::Clear, clear)); }

    // Sets vertex buffer 0 and draws two triangles of one colour with triangle_vertex; `depth` as the depth buffer takes it. The first turns
    // clockwise on the screen, as the second.
    void fill(const Box& box, const Color& color, float depth = 0);
    // The same corners for textured_vertex, with texture coordinates left, top, right, bottom.
    void fillTextured(const Box& box, const Box& uv = {0, 0, 1, 1});
    // Extent that boxes count in; the picture's unless something else is drawn to.
    void setExtent(double width, double height) { m_width = width, m_height = height; }
    std::array<float, 2> clip(double x, double y) const { return {float(2 * x / m_width - 1), float(1 - 2 * y / m_height)}; }

    // What triangle_vertex reads.
    struct Vertex {
        std::array<float, 4> position;
        Color color;
    };
    Vertex vertex(double x, double y, const Color& color, float depth = 0) const;
    // Binds the bytes as a buffer of the stage; they live until the scene ends.
    BufferBinding bind(Stage stage, uint32_t index, std::span<const std::byte> bytes);
    template <class T>
    BufferBinding bind(Stage stage, uint32_t index, const std::vector<T>& values) {
        return bind(stage, index, bytesOf(values));
    }

private:
    Session& m_session;
    StreamWriter m_stream;
    Texture m_picture;
    std::vector<ResourceUse> m_uses;
    std::map<std::string, ObjectRef, std::less<>> m_functions;
    Buffer m_small; // vertices and constants of the scene
    uint64_t m_smallUsed = 0;
    double m_width = kWidth, m_height = kHeight;
};

} // namespace pvg::guest
