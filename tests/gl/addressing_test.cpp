// Samplers: every address mode and border, level clamps, comparison, coordinates that count texels.
#include <cmath>

#include "probe.h"

using namespace gltest;
using pvg::mtl::AddressMode;
using pvg::mtl::BorderColor;

namespace {

using V = std::vector<float>;

// Texels 0 1 2 3 of a line, as fifths.
pvg::TextureId line(Fixture& f) {
    const auto texture = f.texture(body2d(10, 4, 1));
    f.write(texture, region2d(4, 1), 4, toBytes<uint8_t>({0, 51, 102, 153}));
    return texture;
}

pvg::SamplerId sampler(Fixture& f, const pvg::SamplerDescriptor& d) {
    const auto made = f.backend().createSampler(d);
    REQUIRE_MESSAGE(made.ok(), (made ? "" : made.error().sentence()));
    return *made;
}

constexpr uint32_t kSteps = 16; // pixels of the probe: texel -6 to 9, at their centres

// The texel that an address leads to; -1: the border.
int addressed(AddressMode mode, int texel) {
    constexpr int kSize = 4;
    const auto wrap = [](int i, int n) { return (i % n + n) % n; };
    switch (mode) {
    case AddressMode::ClampToEdge: return std::clamp(texel, 0, kSize - 1);
    case AddressMode::MirrorClampToEdge: return std::min(texel < 0 ? -1 - texel : texel, kSize - 1);
    case AddressMode::Repeat: return wrap(texel, kSize);
    case AddressMode::MirrorRepeat: {
        const int i = wrap(texel, 2 * kSize);
        return i < kSize ? i : 2 * kSize - 1 - i;
    }
    default: return texel < 0 || texel >= kSize ? -1 : texel;
    }
}

} // namespace

TEST_CASE("every address mode leads to its texel") {
    Fixture f;
    Probe probe(f, "uniform sampler2D fs_t2_s1;", "textureLod(fs_t2_s1, vec2((gl_FragCoord.x - 6.0) / 4.0, 0.5), 0.0)", {sampled()}, kSteps, 1);
    probe.state.fragment.textures[2] = line(f);
    for (const AddressMode mode : {AddressMode::ClampToEdge, AddressMode::MirrorClampToEdge, AddressMode::Repeat, AddressMode::MirrorRepeat,
                                   AddressMode::ClampToZero, AddressMode::ClampToBorderColor})
        for (const BorderColor border : {BorderColor::TransparentBlack, BorderColor::OpaqueBlack, BorderColor::OpaqueWhite}) {
            CAPTURE(int(mode));
            CAPTURE(int(border));
            pvg::SamplerDescriptor d;
            d.s = mode;
            d.border = border;
            probe.state.fragment.samplers[1].sampler = sampler(f, d);
            const V got = probe.run();
            for (uint32_t i = 0; i < kSteps; ++i) {
                CAPTURE(i);
                const int texel = addressed(mode, int(i) - 6);
                const bool isWhite = mode == AddressMode::ClampToBorderColor && border == BorderColor::OpaqueWhite;
                CHECK(std::abs(got[i * 4] - (texel < 0 ? (isWhite ? 1.0F : 0.0F) : float(texel) / 5)) < 1e-5F);
            }
        }
}

TEST_CASE("borders have the format's components") {
    Fixture f;
    const auto at = [&](unsigned number, const Bytes& texel, BorderColor border) {
        Probe probe(f, "uniform sampler2D fs_t2_s1;", "textureLod(fs_t2_s1, vec2(-0.5, 0.5), 0.0)", {sampled()});
        const auto texture = f.texture(body2d(number, 1, 1));
        f.write(texture, region2d(1, 1), texel.size(), texel);
        pvg::SamplerDescriptor d;
        d.s = AddressMode::ClampToBorderColor;
        d.border = border;
        probe.state.fragment.textures[2] = texture;
        probe.state.fragment.samplers[1].sampler = sampler(f, d);
        return probe.run();
    };
    const Bytes four = toBytes<uint8_t>({10, 20, 30, 40}), one = toBytes<uint8_t>({100});
    for (const unsigned number : {70U, 71U, 80U, 81U}) {
        CAPTURE(number);
        CHECK(near(at(number, four, BorderColor::TransparentBlack), V{0, 0, 0, 0}));
        CHECK(near(at(number, four, BorderColor::OpaqueBlack), V{0, 0, 0, 1}));
        CHECK(near(at(number, four, BorderColor::OpaqueWhite), V{1, 1, 1, 1}));
    }
    CHECK(near(at(1, one, BorderColor::TransparentBlack), V{0, 0, 0, 0}));
    CHECK(near(at(1, one, BorderColor::OpaqueBlack), V{0, 0, 0, 1}));
    CHECK(near(at(1, one, BorderColor::OpaqueWhite), V{0, 0, 0, 1}));
    CHECK(near(at(10, one, BorderColor::OpaqueWhite), V{1, 0, 0, 1}));
    CHECK(near(at(554, four, BorderColor::OpaqueWhite), V{1, 1, 1, 1}));
}

TEST_CASE("borders of integer textures are integers") {
    Fixture f;
    Probe probe(f, "uniform usampler2D fs_t2_s1;", "vec4(textureLod(fs_t2_s1, vec2(-0.5, 0.5), 0.0))", {sampled(2, 2)});
    probe.state.fragment.textures[2] = f.texture(body2d(73, 1, 1));
    const auto at = [&](BorderColor border) {
        pvg::SamplerDescriptor d;
        d.s = AddressMode::ClampToBorderColor;
        d.border = border;
        probe.state.fragment.samplers[1].sampler = sampler(f, d);
        return probe.run();
    };
    CHECK(at(BorderColor::TransparentBlack) == V{0, 0, 0, 0});
    CHECK(at(BorderColor::OpaqueBlack) == V{0, 0, 0, 1});
    CHECK(at(BorderColor::OpaqueWhite) == V{1, 1, 1, 1});
}

TEST_CASE("zero in one direction and a border in the other is declined") {
    Fixture f;
    pvg::SamplerDescriptor d;
    d.s = AddressMode::ClampToZero;
    d.t = AddressMode::ClampToBorderColor;
    CHECK(f.backend().createSampler(d).ok()); // transparent black is zero
    d.border = BorderColor::OpaqueWhite;
    const auto made = f.backend().createSampler(d);
    REQUIRE(!made.ok());
    CHECK(made.error().reason == pvg::DeclineReason::NotImplemented);
}

TEST_CASE("coordinates count texels where the sampler says so, of the same function") {
    Fixture f;
    Probe probe(f, "uniform sampler2D fs_t2_s1;", "textureLod(fs_t2_s1, vec2((gl_FragCoord.x), max(0.5, 0.0)), 0.0)", {sampled()}, 4, 1);
    probe.state.fragment.textures[2] = line(f);
    pvg::SamplerDescriptor d;
    const auto normalized = sampler(f, d);
    d.normalizedCoordinates = false;
    const auto pixels = sampler(f, d);
    const auto shown = [&](pvg::SamplerId id) {
        probe.state.fragment.samplers[1].sampler = id;
        const V got = probe.run();
        return V{got[0], got[4], got[8], got[12]};
    };
    CHECK(near(shown(pixels), V{0, 0.2F, 0.4F, 0.6F}));
    CHECK(near(shown(normalized), V{0.4F, 0.6F, 0.6F, 0.6F})); // 0.5 is the edge of the third texel; beyond 1 the last
    CHECK(near(shown(pixels), V{0, 0.2F, 0.4F, 0.6F}));
    f.backend().destroySampler(pixels);
    CHECK(near(shown(normalized), V{0.4F, 0.6F, 0.6F, 0.6F}));
}

TEST_CASE("texels are counted in kernels, layers and comparisons as well") {
    Fixture f;
    pvg::SamplerDescriptor d;
    d.normalizedCoordinates = false;
    d.compare = pvg::mtl::CompareFunction::Less;
    const auto pixels = sampler(f, d);
    auto body = body2d(252, 2, 1);
    body.type = pvg::mtl::TextureType::Type2DArray;
    body.arrayLength = 2;
    const auto depth = f.texture(body);
    pvg::TextureRegion second = region2d(2, 1);
    second.slice = 1;
    f.write(depth, second, 8, toBytes<float>({0.2F, 0.8F}));
    air::TextureUse use = sampled(3);
    use.isDepth = use.usesCompare = true;
    Probe probe(f, "uniform sampler2DArrayShadow fs_t2_s1;",
                "vec4(textureGrad(fs_t2_s1, vec4(gl_FragCoord.x, 0.5, 1.0, 0.5), vec2(0.0), vec2(0.0)), vec2(textureSize(fs_t2_s1, 0)), 1.0)", {use}, 2, 1);
    probe.state.fragment.textures[2] = depth;
    probe.state.fragment.samplers[1].sampler = pixels;
    CHECK(near(probe.run(), V{0, 2, 1, 1, 1, 2, 1, 1})); // 0.5 < 0.2 fails, 0.5 < 0.8 passes; sizes stay sizes
    Probe cube(f, "uniform samplerCube fs_t2_s1;", "textureLod(fs_t2_s1, vec3(1.0), 0.0)", {sampled(5)});
    cube.state.fragment.samplers[1].sampler = pixels;
    REQUIRE(f.backend().beginRenderPass(Pass().load(cube.target).descriptor).ok());
    const auto drawn = f.backend().draw(cube.state, triangles(6));
    REQUIRE(!drawn.ok());
    CHECK(drawn.error().reason == pvg::DeclineReason::BadField);
    REQUIRE(f.backend().endRenderPass().ok());
}

TEST_CASE("levels are clamped by the sampler and by each binding") {
    Fixture f;
    auto body = body2d(10, 8, 8);
    body.mipCount = 4;
    const auto texture = f.texture(body);
    for (uint32_t level = 0; level < 4; ++level) {
        pvg::TextureRegion region = region2d(8 >> level, 8 >> level);
        region.level = level;
        f.write(texture, region, region.width, Bytes(size_t(region.width) * region.width, std::byte(51 * level)));
    }
    Probe probe(f, "uniform sampler2D fs_t2_s1;", "textureLod(fs_t2_s1, vec2(0.5), gl_FragCoord.x - 0.5)", {sampled()}, 4, 1);
    probe.state.fragment.textures[2] = texture;
    const auto shown = [&](pvg::mtl::MipFilter filter, float lodMin, float lodMax, std::optional<std::array<float, 2>> clamp) {
        pvg::SamplerDescriptor d;
        d.mipFilter = filter;
        d.lodMin = lodMin;
        d.lodMax = lodMax;
        probe.state.fragment.samplers[1] = {sampler(f, d), clamp.has_value(), clamp ? (*clamp)[0] : 0, clamp ? (*clamp)[1] : 0};
        const V got = probe.run();
        return V{got[0] * 5, got[4] * 5, got[8] * 5, got[12] * 5};
    };
    using enum pvg::mtl::MipFilter;
    CHECK(near(shown(Nearest, 0, 1000, {}), V{0, 1, 2, 3}));
    CHECK(near(shown(NotMipmapped, 0, 1000, {}), V{0, 0, 0, 0}));
    CHECK(near(shown(Nearest, 1, 2, {}), V{1, 1, 2, 2}));
    CHECK(near(shown(Nearest, 0, 1000, {{2, 3}}), V{2, 2, 2, 3}));
    CHECK(near(shown(Nearest, 3, 3, {{0, 1}}), V{0, 1, 1, 1})); // the binding's clamp in place of the sampler's
    const V between = shown(Linear, 0.5F, 2.5F, {});
    CHECK(std::abs(between[0] - 0.5F) < 0.02F);
    CHECK(std::abs(between[3] - 2.5F) < 0.02F);
}

TEST_CASE("every comparison") {
    Fixture f;
    const auto depth = f.texture(body2d(252, 1, 1));
    f.write(depth, region2d(1, 1), 4, toBytes<float>({0.5F}));
    air::TextureUse use = sampled();
    use.isDepth = use.usesCompare = true;
    Probe probe(f, "uniform sampler2DShadow fs_t2_s1;",
                "vec4(textureLod(fs_t2_s1, vec3(0.5, 0.5, 0.25), 0.0), textureLod(fs_t2_s1, vec3(0.5, 0.5, 0.5), 0.0), "
                "textureLod(fs_t2_s1, vec3(0.5, 0.5, 0.75), 0.0), 1.0)",
                {use});
    probe.state.fragment.textures[2] = depth;
    static constexpr float kPasses[8][3] = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 0, 1}, {1, 0, 1}, {0, 1, 1}, {1, 1, 1}};
    for (unsigned compare = 0; compare < 8; ++compare) {
        CAPTURE(compare);
        pvg::SamplerDescriptor d;
        d.compare = pvg::mtl::CompareFunction(compare);
        probe.state.fragment.samplers[1].sampler = sampler(f, d);
        CHECK(near(probe.run(), V{kPasses[compare][0], kPasses[compare][1], kPasses[compare][2], 1}));
    }
}
