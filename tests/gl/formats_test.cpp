// Every uncompressed format through every road: guest bytes in and out, sampled, cleared, drawn, blended, copied. Expected values are the
// codec's of pixel_codec.h.
#include <algorithm>
#include <random>

#include "pixel_codec.h"
#include "probe.h"

using namespace gltest;

namespace {

constexpr uint32_t kWidth = 3, kHeight = 2;

bool isInteger(const PixelLayout& l) { return l.numeric == Numeric::Uint || l.numeric == Numeric::Sint; }
uint8_t componentOf(const PixelLayout& l) { return l.numeric == Numeric::Sint ? 1 : l.numeric == Numeric::Uint ? 2 : 0; }

// Pixels of values that have one spelling only. Integers stay below 2^24, so that a float target shows them.
Bytes randomPixels(const PixelLayout& l, std::mt19937& random) {
    std::uniform_real_distribution<double> unit(0, 1);
    Bytes all;
    for (uint32_t i = 0; i < kWidth * kHeight; ++i) {
        Rgba v{unit(random), unit(random), unit(random), unit(random)};
        if (l.numeric == Numeric::Snorm || (l.numeric == Numeric::Float && l.number != 92))
            for (double& x : v) x = 2 * x - 1;
        if (l.numeric == Numeric::ExtendedRange)
            for (double& x : v) x = 1.9 * x - 0.7;
        if (isInteger(l)) {
            const bool isTenBit = l.number == 91, isByte = l.fields.starts_with("r8");
            const double most = isTenBit ? 3 : isByte ? 127 : l.fields.starts_with("r16") ? 32767 : 16777215;
            for (double& x : v) x = std::floor(x * most) * (l.numeric == Numeric::Sint && x > 0.5 ? -1 : 1);
        }
        const Bytes pixel = encodePixel(l, v);
        all.insert(all.end(), pixel.begin(), pixel.end());
    }
    return all;
}

bool isNear(double got, double expected, double tolerance) { return std::abs(got - expected) <= tolerance * std::max(1.0, std::abs(expected)); }

double sampleTolerance(const PixelLayout& l) {
    if (l.numeric == Numeric::ExtendedRange) return 1e-3; // kept as half floats
    if (l.isSrgb) return 3e-3; // polynomials and tables of hardware; a code is 8e-3 where they err most
    return l.number >= 40 && l.number <= 43 ? 4e-3 : 2e-6; // kept as bytes by some, cut off by others; a code is 16e-3 and more
}

bool areNear(const PixelLayout& l, const Bytes& got, const Bytes& expected, uint64_t steps = 1) {
    const size_t size = pixelBytes(l);
    if (got.size() != expected.size()) return false;
    for (size_t at = 0; at < got.size(); at += size) {
        if (l.fields.starts_with("r32") && l.numeric == Numeric::Float) {
            const Rgba a = decodePixel(l, &got[at]), b = decodePixel(l, &expected[at]);
            for (size_t i = 0; i < 4; ++i)
                if (!isNear(a[i], b[i], 1e-5)) return false;
        } else if (codeDistance(l, &got[at], &expected[at]) > steps) {
            // Sums of halves that nearly cancel out have codes far apart.
            const Rgba a = decodePixel(l, &got[at]), b = decodePixel(l, &expected[at]);
            if (l.numeric != Numeric::Float) return false;
            for (size_t i = 0; i < 4; ++i)
                if (!isNear(a[i], b[i], 5e-4)) return false;
        }
    }
    return true;
}

Bytes repeated(const Bytes& pixel) {
    Bytes all;
    for (uint32_t i = 0; i < kWidth * kHeight; ++i) all.insert(all.end(), pixel.begin(), pixel.end());
    return all;
}

// One program for each kind of component, for all formats of it.
struct Painter {
    explicit Painter(Fixture& fixture) : f(fixture) {
        static constexpr const char* kOut[] = {"vec4", "ivec4", "uvec4"};
        static constexpr const char* kValue[] = {"uintBitsToFloat(fs_b0.data[0])", "ivec4(fs_b0.data[0])", "fs_b0.data[0]"};
        for (size_t i = 0; i < 3; ++i) {
            requests[i] = gltest::request(f, {});
            air::Reflection reflection = constantFragmentReflection();
            reflection.colors = {{0, 0, uint8_t(i)}};
            requests[i].fragment = f.shaders().add(std::string("#version 450 core\nlayout(std140) uniform fs_ubo0 { uvec4 data[1]; } fs_b0;\nlayout(location = 0) out ") +
                                                       kOut[i] + " fs_color0;\nvoid main() { fs_color0 = " + kValue[i] + "; }\n",
                                                   reflection);
        }
        vertices = f.bufferOf(quad(-1, -1, 1, 1));
    }

    Bytes bufferBytes(const PixelLayout& l, const Rgba& color) const {
        if (l.numeric == Numeric::Uint || l.numeric == Numeric::Sint) return toBytes<int32_t>({int(color[0]), int(color[1]), int(color[2]), int(color[3])});
        return toBytes<float>({float(color[0]), float(color[1]), float(color[2]), float(color[3])});
    }

    void paint(const PixelLayout& l, pvg::TextureId target, const Rgba& color, bool isBlended) {
        pvg::RenderPipelineRequest r = requests[componentOf(l)];
        r.descriptor.colors[0].format = format(l.number);
        if (isBlended) {
            auto& c = r.descriptor.colors[0];
            c.blendingEnabled = true;
            c.sourceRGB = pvg::mtl::BlendFactor::SourceAlpha;
            c.destinationRGB = pvg::mtl::BlendFactor::OneMinusSourceAlpha;
            c.sourceAlpha = pvg::mtl::BlendFactor::One;
            c.destinationAlpha = pvg::mtl::BlendFactor::OneMinusSourceAlpha;
        }
        pvg::RenderState state;
        state.pipeline = pipeline(f, r);
        state.vertex.buffers[0] = bound(vertices, 96);
        state.fragment.buffers[0] = bound(f.buffer(bufferBytes(l, color)), 16);
        REQUIRE(f.backend().beginRenderPass(Pass().load(target).descriptor).ok());
        draw(f, state, triangles(6));
        REQUIRE(f.backend().endRenderPass().ok());
    }

    Fixture& f;
    std::array<pvg::RenderPipelineRequest, 3> requests;
    pvg::BufferId vertices;
};

struct Roads {
    Fixture f;
    Painter painter{f};
    Probe real{f, "uniform sampler2D fs_t2;", "texelFetch(fs_t2, ivec2(gl_FragCoord.xy), 0)", {fetched()}, kWidth, kHeight};
    Probe sint{f, "uniform isampler2D fs_t2;", "vec4(texelFetch(fs_t2, ivec2(gl_FragCoord.xy), 0))", {fetched(2, 1)}, kWidth, kHeight};
    Probe uint{f, "uniform usampler2D fs_t2;", "vec4(texelFetch(fs_t2, ivec2(gl_FragCoord.xy), 0))", {fetched(2, 2)}, kWidth, kHeight};

    void sample(const PixelLayout& l, pvg::TextureId texture, const Bytes& bytes) {
        Probe& probe = l.numeric == Numeric::Sint ? sint : l.numeric == Numeric::Uint ? uint : real;
        probe.state.fragment.textures[2] = texture;
        const std::vector<float> got = probe.run();
        for (size_t i = 0; i < kWidth * kHeight; ++i) {
            const Rgba expected = decodePixel(l, &bytes[i * pixelBytes(l)]);
            for (size_t c = 0; c < 4; ++c) {
                CAPTURE(i);
                CAPTURE(c);
                CAPTURE(got[i * 4 + c]);
                CAPTURE(expected[c]);
                CHECK(isNear(got[i * 4 + c], expected[c], sampleTolerance(l)));
            }
        }
    }

    void copy(const PixelLayout& l, pvg::TextureId texture, const Bytes& bytes) {
        const uint64_t pitch = kWidth * pixelBytes(l), size = pitch * kHeight;
        const auto other = f.texture(body2d(l.number, kWidth, kHeight)), third = f.texture(body2d(l.number, kWidth, kHeight));
        REQUIRE(f.backend().copyTexture(texture, region2d(kWidth, kHeight), other, region2d(kWidth, kHeight)).ok());
        CHECK(f.read(other, region2d(kWidth, kHeight), pitch) == bytes);
        const auto buffer = f.buffer(Bytes(size + 64));
        REQUIRE(f.backend().copyTextureToBuffer(texture, region2d(kWidth, kHeight), buffer, 16, {pitch, size}, pvg::Aspect::All).ok());
        CHECK(f.read(buffer, 16, size) == bytes);
        REQUIRE(f.backend().copyBufferToTexture(buffer, 16, {pitch, size}, third, region2d(kWidth, kHeight), pvg::Aspect::All).ok());
        CHECK(f.read(third, region2d(kWidth, kHeight), pitch) == bytes);
        f.backend().destroyTexture(other);
        f.backend().destroyTexture(third);
    }

    void render(const PixelLayout& l, pvg::TextureId texture, const Bytes& before) {
        const uint64_t pitch = kWidth * pixelBytes(l);
        const Rgba color = isInteger(l) ? Rgba{1, 2, 3, 1} : Rgba{0.75, 0.4, 0.2, 0.6};
        REQUIRE(f.backend().beginRenderPass(Pass().color(texture, color).descriptor).ok());
        REQUIRE(f.backend().endRenderPass().ok());
        CHECK_MESSAGE(areNear(l, f.read(texture, region2d(kWidth, kHeight), pitch), repeated(encodePixel(l, color))), "clear");
        const Rgba drawn = isInteger(l) ? Rgba{3, 1, 2, 0} : Rgba{0.3, 0.9, 0.55, 0.25};
        painter.paint(l, texture, drawn, false);
        CHECK_MESSAGE(areNear(l, f.read(texture, region2d(kWidth, kHeight), pitch), repeated(encodePixel(l, drawn))), "draw");
        if (isInteger(l)) return;
        f.write(texture, region2d(kWidth, kHeight), pitch, before);
        painter.paint(l, texture, drawn, true);
        Bytes expected;
        for (size_t at = 0; at < before.size(); at += pixelBytes(l)) {
            Rgba v = decodePixel(l, &before[at]);
            for (size_t i = 0; i < 4; ++i) v[i] = drawn[i] * (i == 3 ? 1 : drawn[3]) + v[i] * (1 - drawn[3]);
            const Bytes pixel = encodePixel(l, v);
            expected.insert(expected.end(), pixel.begin(), pixel.end());
        }
        const Bytes got = f.read(texture, region2d(kWidth, kHeight), pitch);
        CAPTURE(got);
        CAPTURE(expected);
        CAPTURE(before);
        const bool isByteSnorm = l.numeric == Numeric::Snorm && l.fields.starts_with("r8"); // llvmpipe blends them in bytes
        CHECK_MESSAGE(areNear(l, got, expected, isByteSnorm ? 2 : 1), "blend");
    }
};

} // namespace

TEST_CASE("every colour format survives every road") {
    Roads roads;
    std::mt19937 random(3);
    for (const PixelLayout& l : pixelLayouts()) {
        CAPTURE(l.number);
        const Bytes bytes = randomPixels(l, random);
        const uint64_t pitch = kWidth * pixelBytes(l);
        const auto texture = roads.f.texture(body2d(l.number, kWidth, kHeight));
        roads.f.write(texture, region2d(kWidth, kHeight), pitch, bytes);
        CHECK(roads.f.read(texture, region2d(kWidth, kHeight), pitch) == bytes);
        roads.sample(l, texture, bytes);
        roads.copy(l, texture, bytes);
        if (l.number == 93) { // OpenGL has no such target
            const auto refused = roads.f.backend().beginRenderPass(Pass().load(texture).descriptor);
            REQUIRE(!refused.ok());
            CHECK(refused.error().reason == pvg::DeclineReason::UnsupportedFormat);
        } else {
            roads.render(l, texture, bytes);
        }
        roads.f.backend().destroyTexture(texture);
    }
}

TEST_CASE("every colour format goes through the ring of uploads, with a pitch") {
    gl::BackendOptions options;
    options.forceUploadRing = true;
    Fixture f(options);
    std::mt19937 random(4);
    for (const PixelLayout& l : pixelLayouts()) {
        CAPTURE(l.number);
        const Bytes bytes = randomPixels(l, random);
        const uint64_t tight = kWidth * pixelBytes(l), pitch = tight + pixelBytes(l);
        Bytes padded(pitch * kHeight);
        for (uint32_t row = 0; row < kHeight; ++row) std::copy_n(bytes.begin() + long(row * tight), tight, padded.begin() + long(row * pitch));
        const auto texture = f.texture(body2d(l.number, kWidth, kHeight));
        f.write(texture, region2d(kWidth, kHeight), pitch, padded);
        CHECK(f.read(texture, region2d(kWidth, kHeight), tight) == bytes);
        f.backend().destroyTexture(texture);
    }
}

TEST_CASE("a new texture of a packed format holds cells of zeros") {
    Fixture f;
    using Row = std::pair<unsigned, uint64_t>; // format, bytes of two texels
    for (const auto& [number, bytes] : {Row{11, 2}, Row{31, 4}, Row{240, 4}, Row{241, 4}, Row{552, 16}, Row{553, 16}, Row{554, 8}, Row{555, 8}}) {
        CAPTURE(number);
        const auto texture = f.texture(body2d(number, 2, 2));
        CHECK(f.read(texture, region2d(2, 2), bytes) == Bytes(2 * bytes));
    }
}

TEST_CASE("every extended-range code comes back as it went in") {
    Fixture f;
    for (const unsigned number : {552U, 553U, 554U, 555U}) {
        CAPTURE(number);
        const bool isWide = number < 554;
        const auto texture = f.texture(body2d(number, 1024, 1));
        Bytes bytes;
        for (uint32_t code = 0; code < 1024; ++code) {
            const uint32_t other = 1023 - code, third = (code * 7 + 3) % 1024;
            const Bytes cell = isWide ? toBytes<uint16_t>({uint16_t(code << 6), uint16_t(other << 6), uint16_t(third << 6), uint16_t(code << 6)})
                                      : toBytes<uint32_t>({code | other << 10 | third << 20});
            bytes.insert(bytes.end(), cell.begin(), cell.end());
        }
        f.write(texture, region2d(1024, 1), bytes.size(), bytes);
        CHECK(f.read(texture, region2d(1024, 1), bytes.size()) == bytes);
    }
}

TEST_CASE("4:2:2 texels have their own green and share red and blue") {
    Fixture f;
    Probe probe(f, "uniform sampler2D fs_t2;", "texelFetch(fs_t2, ivec2(gl_FragCoord.xy), 0)", {fetched()}, 4, 1);
    const Bytes bytes = toBytes<uint8_t>({51, 102, 153, 204, 0, 255, 102, 51});
    const auto show = [&](unsigned number) {
        const auto texture = f.texture(body2d(number, 4, 1));
        f.write(texture, region2d(4, 1), 8, bytes);
        CHECK(f.read(texture, region2d(4, 1), 8) == bytes);
        probe.state.fragment.textures[2] = texture;
        return probe.run();
    };
    // G0 B G1 R, then B G0 R G1.
    CHECK(near(show(240), {0.8F, 0.2F, 0.4F, 1, 0.8F, 0.6F, 0.4F, 1, 0.2F, 0, 1, 1, 0.2F, 0.4F, 1, 1}));
    CHECK(near(show(241), {0.6F, 0.4F, 0.2F, 1, 0.6F, 0.8F, 0.2F, 1, 0.4F, 1, 0, 1, 0.4F, 0.2F, 0, 1}));
    CHECK(!f.backend().createTexture(body2d(240, 3, 1)).ok());
    const auto pairs = f.texture(body2d(240, 4, 2));
    const auto half = f.backend().readTexture(pairs, region2d(3, 2), {8, 16}, [](std::span<const std::byte>) {});
    REQUIRE(!half.ok());
    CHECK(half.error().reason == pvg::DeclineReason::BadField);
    pvg::TextureRegion second = region2d(2, 1);
    second.x = 2, second.y = 1;
    f.write(pairs, second, 4, toBytes<uint8_t>({1, 2, 3, 4}));
    CHECK(f.read(pairs, region2d(4, 2), 8) == toBytes<uint8_t>({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4}));
    CHECK(!f.backend().beginRenderPass(Pass().load(f.texture(body2d(240, 2, 1))).descriptor).ok());
}

TEST_CASE("depth and stencil cells survive, and clear to what was asked") {
    Fixture f;
    struct Row {
        unsigned number;
        uint64_t bytes;
        Bytes cleared; // depth 0.25, stencil 9
    };
    const Row rows[] = {{250, 2, toBytes<uint16_t>({16384})},
                        {252, 4, toBytes<float>({0.25F})},
                        {253, 1, toBytes<uint8_t>({9})},
                        {255, 4, toBytes<uint32_t>({0x40000009})},
                        {260, 8, toBytes<uint32_t>({0x3e800000, 9})}};
    for (const Row& row : rows) {
        CAPTURE(row.number);
        const auto texture = f.texture(body2d(row.number, 1, 1));
        f.write(texture, region2d(1, 1), row.bytes, row.cleared);
        CHECK(f.read(texture, region2d(1, 1), row.bytes) == row.cleared);
        f.write(texture, region2d(1, 1), row.bytes, Bytes(row.bytes));
        pvg::RenderPass pass;
        const auto clear = [&](pvg::ColorAttachment& a) { a.texture = texture, a.load = pvg::mtl::LoadAction::Clear, a.store = pvg::mtl::StoreAction::Store; };
        if (row.number != 253) clear(pass.depth);
        if (row.number >= 253) clear(pass.stencil);
        pass.depth.clearDepth = 0.25;
        pass.stencil.clearStencil = 9;
        REQUIRE(f.backend().beginRenderPass(pass).ok());
        REQUIRE(f.backend().endRenderPass().ok());
        const Bytes got = f.read(texture, region2d(1, 1), row.bytes);
        if (row.number == 250 || row.number == 255) { // a unit of depth more or less
            uint32_t a = 0, b = 0;
            std::memcpy(&a, got.data(), row.bytes), std::memcpy(&b, row.cleared.data(), row.bytes);
            const uint32_t step = row.number == 255 ? 256 : 1;
            CHECK(a % step == b % step);
            CHECK(std::abs(int64_t(a / step) - int64_t(b / step)) <= 1);
        } else {
            CHECK(got == row.cleared);
        }
    }
}
