#include "probe.h"

using namespace gltest;
using pvg::mtl::AddressMode;
using pvg::mtl::MinMagFilter;
using pvg::mtl::Swizzle;
using pvg::mtl::TextureType;

namespace {

using V = std::vector<float>;

} // namespace

TEST_CASE("components come out in Metal's places for every order and swizzle") {
    Fixture f;
    Probe probe(f, "uniform sampler2D fs_t2;", "texelFetch(fs_t2, ivec2(0), 0)", {fetched()});
    const auto show = [&](unsigned number, const Bytes& texel, std::array<Swizzle, 4> swizzle) {
        auto body = body2d(number, 1, 1);
        body.swizzle = swizzle;
        const auto texture = f.texture(body);
        f.write(texture, region2d(1, 1), 4, texel);
        probe.state.fragment.textures[2] = texture;
        return probe.run();
    };
    constexpr std::array kPlain{Swizzle::Red, Swizzle::Green, Swizzle::Blue, Swizzle::Alpha};
    const Bytes four = toBytes<uint8_t>({0, 51, 102, 255});
    CHECK(near(show(70, four, kPlain), V{0, 0.2F, 0.4F, 1}));
    CHECK(near(show(80, four, kPlain), V{0.4F, 0.2F, 0, 1}));
    CHECK(near(show(80, four, {Swizzle::Alpha, Swizzle::Zero, Swizzle::One, Swizzle::Red}), V{1, 0, 1, 0.4F}));
    CHECK(near(show(1, toBytes<uint8_t>({51}), kPlain), V{0, 0, 0, 0.2F}));
    CHECK(near(show(1, toBytes<uint8_t>({51}), {Swizzle::One, Swizzle::One, Swizzle::Alpha, Swizzle::Alpha}), V{1, 1, 0.2F, 0.2F}));
    CHECK(near(show(10, toBytes<uint8_t>({51}), kPlain), V{0.2F, 0, 0, 1}));
    CHECK(near(show(250, toBytes<uint16_t>({65535}), kPlain), V{1, 0, 0, 1}));
}

TEST_CASE("a view has its own swizzle and reads raw bytes") {
    Fixture f;
    Probe probe(f, "uniform sampler2D fs_t2;", "texelFetch(fs_t2, ivec2(0), 0)", {fetched()});
    auto body = body2d(80, 1, 1);
    body.swizzle = {Swizzle::One, Swizzle::One, Swizzle::One, Swizzle::One}; // not inherited
    const auto base = f.texture(body);
    f.write(base, region2d(1, 1), 4, toBytes<uint8_t>({0, 51, 102, 255})); // r .4, g .2, b 0, a 1
    pvg::TextureViewRange range;
    range.swizzle = {Swizzle::Alpha, Swizzle::Red, Swizzle::Blue, Swizzle::Zero};
    auto view = f.backend().createTextureView(base, range);
    REQUIRE(view.ok());
    probe.state.fragment.textures[2] = *view;
    CHECK(near(probe.run(), V{1, 0.4F, 0, 0}));
    const auto plain = f.texture(body2d(80, 1, 1));
    f.write(plain, region2d(1, 1), 4, toBytes<uint8_t>({0, 51, 102, 255}));
    range = {};
    range.format = format(70); // the same bytes as R, G, B, A
    view = f.backend().createTextureView(plain, range);
    REQUIRE(view.ok());
    probe.state.fragment.textures[2] = *view;
    CHECK(near(probe.run(), V{0, 0.2F, 0.4F, 1}));
}

TEST_CASE("sRGB decodes by the view's format") {
    Fixture f;
    Probe probe(f, "uniform sampler2D fs_t2;", "texelFetch(fs_t2, ivec2(0), 0)", {fetched()});
    const auto base = f.texture(body2d(80, 1, 1));
    f.write(base, region2d(1, 1), 4, toBytes<uint8_t>({0, 255, 128, 128}));
    pvg::TextureViewRange range;
    range.format = format(81);
    const auto view = f.backend().createTextureView(base, range);
    REQUIRE(view.ok());
    probe.state.fragment.textures[2] = *view;
    const V got = probe.run();
    CHECK(std::abs(got[0] - 0.2158605F) < 1e-3F);
    CHECK(got[3] == doctest::Approx(128 / 255.0));
}

TEST_CASE("stencil views sample the stencil") {
    Fixture f;
    Probe probe(f, "uniform usampler2D fs_t2;", "vec4(texelFetch(fs_t2, ivec2(0), 0))", {fetched(2, 2)});
    const auto base = f.texture(body2d(260, 1, 1));
    Bytes cell(8);
    cell[4] = std::byte{77};
    f.write(base, region2d(1, 1), 8, cell);
    pvg::TextureViewRange range;
    range.format = format(261);
    const auto view = f.backend().createTextureView(base, range);
    REQUIRE(view.ok());
    probe.state.fragment.textures[2] = *view;
    CHECK(probe.run()[0] == 77);
}

TEST_CASE("slots that are unbound or of another kind read zeros") {
    Fixture f;
    struct Row {
        const char* sampler;
        const char* coordinate;
        uint8_t type, component;
    };
    const auto wrong = f.texture(body2d(125, 1, 1));
    f.write(wrong, region2d(1, 1), 16, toBytes<float>({5, 6, 7, 8}));
    for (const Row& row : {Row{"sampler2D", "ivec2(0), 0", 2, 0}, Row{"isampler2D", "ivec2(0), 0", 2, 1}, Row{"usampler2DArray", "ivec3(0), 0", 3, 2},
                           Row{"sampler3D", "ivec3(0), 0", 7, 0}, Row{"sampler1D", "0, 0", 0, 0}, Row{"sampler1DArray", "ivec2(0), 0", 1, 0},
                           Row{"sampler2DMS", "ivec2(0), 0", 4, 0}, Row{"samplerBuffer", "0", 9, 0}}) {
        CAPTURE(row.sampler);
        Probe probe(f, std::string("uniform ") + row.sampler + " fs_t2;", std::string("vec4(texelFetch(fs_t2, ") + row.coordinate + "))",
                    {fetched(row.type, row.component)});
        CHECK(near(probe.run(), V{0, 0, 0, 0}));
        if (row.type == 2 && row.component == 0) continue;
        probe.state.fragment.textures[2] = wrong;
        CHECK(near(probe.run(), V{0, 0, 0, 0}));
    }
}

TEST_CASE("samplers: filters, addressing, borders, LOD clamps") {
    Fixture f;
    auto body = body2d(10, 2, 1);
    body.mipCount = 2;
    const auto texture = f.texture(body);
    f.write(texture, region2d(2, 1), 2, toBytes<uint8_t>({0, 255}));
    pvg::TextureRegion small = region2d(1, 1);
    small.level = 1;
    f.write(texture, small, 1, toBytes<uint8_t>({51}));
    const auto at = [&](float x, const pvg::SamplerDescriptor& d, bool clampLod = false) {
        Probe probe(f, "uniform sampler2D fs_t2_s1;", "textureLod(fs_t2_s1, vec2(" + std::to_string(x) + ", 0.5), 0.0)", {sampled()});
        const auto sampler = f.backend().createSampler(d);
        REQUIRE(sampler.ok());
        probe.state.fragment.textures[2] = texture;
        probe.state.fragment.samplers[1] = {*sampler, clampLod, 1.0F, 1.0F};
        return probe.run()[0];
    };
    pvg::SamplerDescriptor d;
    CHECK(at(0.4F, d) == 0);
    CHECK(at(0.6F, d) == 1);
    CHECK(at(1.3F, d) == 1);
    d.s = AddressMode::Repeat;
    CHECK(at(1.3F, d) == 0);
    d.s = AddressMode::MirrorRepeat;
    CHECK(at(1.3F, d) == 1);
    d.s = AddressMode::MirrorClampToEdge;
    CHECK(at(-0.7F, d) == 1);
    d.s = AddressMode::ClampToBorderColor;
    d.border = pvg::mtl::BorderColor::OpaqueWhite;
    CHECK(at(-0.3F, d) == 1);
    d.s = AddressMode::ClampToZero;
    CHECK(at(1.3F, d) == 0);
    d = {};
    d.magFilter = MinMagFilter::Linear;
    CHECK(at(0.5F, d) == doctest::Approx(0.5F).epsilon(0.01));
    d = {};
    d.mipFilter = pvg::mtl::MipFilter::Nearest;
    d.lodMin = 1;
    CHECK(at(0.1F, d) == doctest::Approx(0.2F));
    d.lodMin = 0;
    CHECK(at(0.1F, d, true) == doctest::Approx(0.2F));
    CHECK(at(0.1F, d) == 0);
}

TEST_CASE("one sampler compares for shadow uses only") {
    Fixture f;
    const auto depth = f.texture(body2d(252, 1, 1));
    f.write(depth, region2d(1, 1), 4, toBytes<float>({0.5F}));
    pvg::SamplerDescriptor d;
    d.compare = pvg::mtl::CompareFunction::Less;
    const auto sampler = f.backend().createSampler(d);
    REQUIRE(sampler.ok());
    air::TextureUse plain = sampled(), shadow = sampled();
    plain.isDepth = shadow.isDepth = shadow.usesCompare = true;
    shadow.uniformName = "fs_t2_s1_c";
    Probe probe(f, "uniform sampler2D fs_t2_s1;\nuniform sampler2DShadow fs_t2_s1_c;",
                "vec4(texture(fs_t2_s1, vec2(0.5)).r, texture(fs_t2_s1_c, vec3(0.5, 0.5, 0.4)), texture(fs_t2_s1_c, vec3(0.5, 0.5, 0.6)), 1.0)",
                {plain, shadow});
    probe.state.fragment.textures[2] = depth;
    probe.state.fragment.samplers[1].sampler = *sampler;
    CHECK(near(probe.run(), V{0.5F, 1, 0, 1}));
}

TEST_CASE("constexpr samplers bring their own state") {
    Fixture f;
    const auto texture = f.texture(body2d(10, 2, 1));
    f.write(texture, region2d(2, 1), 2, toBytes<uint8_t>({0, 255}));
    air::TextureUse use = sampled();
    use.uniformName = "fs_t2_c0";
    use.sampler = air::TextureUse::Sampler::Constexpr;
    use.samplerIndex = 0;
    pvg::RenderPipelineRequest r = request(f, {125});
    air::Reflection reflection;
    reflection.stage = air::Stage::Fragment;
    reflection.colors = {{0, 0, 0}};
    reflection.textures = {use};
    air::ConstexprSampler linear;
    linear.minFilter = linear.magFilter = 1;
    reflection.constexprSamplers = {linear};
    Probe probe(f, "uniform sampler2D fs_t2;", "vec4(0)", {fetched()});
    r.fragment = f.shaders().add("#version 450 core\nuniform sampler2D fs_t2_c0;\nlayout(location = 0) out vec4 fs_color0;\n"
                                 "void main() { fs_color0 = textureLod(fs_t2_c0, vec2(0.5), 0.0); }\n",
                                 reflection);
    probe.state.pipeline = pipeline(f, r);
    probe.state.fragment.textures[2] = texture;
    CHECK(probe.run()[0] == doctest::Approx(0.5F).epsilon(0.01));
}
