// Graphics functions: how arguments, varyings, textures and outputs appear in text and reflection. Forms by AIR version are those of air.md
// 3, 5.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <span>
#include <string_view>

#include "kernel_runner.h"

using namespace airtest;

namespace {

struct Nodes {
    std::vector<std::string> outputs, inputs;
};

std::string module(const char* stage, const std::string& body, const Nodes& nodes) {
    std::string text = body, outs, ins;
    size_t next = 3;
    std::string definitions;
    auto add = [&](const std::vector<std::string>& all, std::string& list) {
        for (const std::string& node : all) {
            list += fmt::format("{}!{}", list.empty() ? "" : ", ", next);
            definitions += fmt::format("!{} = !{{{}}}\n", next++, node);
        }
    };
    add(nodes.outputs, outs);
    add(nodes.inputs, ins);
    return text + fmt::format("\n!air.{} = !{{!0}}\n!0 = !{{ptr @f, !1, !2}}\n!1 = !{{{}}}\n!2 = !{{{}}}\n", stage, outs, ins) +
           definitions;
}

constexpr const char* kColor = "!\"air.render_target\", i32 0, i32 0, !\"air.arg_type_name\", !\"float4\"";
constexpr const char* kTexture = "i32 0, !\"air.texture\", !\"air.location_index\", i32 3, i32 1, !\"air.sample\", !\"air.arg_type_name\", "
                                 "!\"texture2d<float, sample>\", "
                                 "!\"air.arg_name\", !\"t\"";
constexpr const char* kSampler =
    "i32 1, !\"air.sampler\", !\"air.location_index\", i32 5, i32 1, !\"air.arg_type_name\", !\"sampler\", !\"air.arg_name\", !\"s\"";
constexpr const char* kUv =
    "i32 2, !\"air.fragment_input\", !\"generated(2uvDv2_f)\", !\"air.center\", !\"air.perspective\", !\"air.arg_type_name\", !\"float2\", "
    "!\"air.arg_name\", !\"uv\"";

// A fragment that returns what one call on (texture, sampler, uv) gives.
air::Outcome fragment(const std::string& declaration, const std::string& call, const char* texture = kTexture) {
    const std::string body = declaration + "\ndefine <4 x float> @f(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> %uv) {\n" + call +
                             "\n  ret <4 x float> %r\n}\n";
    return translateText(module("fragment", body, {{kColor}, {texture, kSampler, kUv}}));
}

bool has(const air::Outcome& o, std::string_view text) { return o.translation.glsl.find(text) != std::string::npos; }

} // namespace

TEST_CASE("a sample's operand tail is understood in every AIR version") {
    const auto air18 = fragment("declare <4 x float> @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 "
                                "x i32>, i1, float) memory(read)",
                                "  %r = call <4 x float> @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x "
                                "float> %uv, i1 true, <2 x i32> "
                                "zeroinitializer, i1 false, float 0.0)");
    const auto air20 = fragment("declare <4 x float> @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 "
                                "x i32>, i1, float, i32) memory(read)",
                                "  %r = call <4 x float> @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x "
                                "float> %uv, i1 true, <2 x i32> "
                                "zeroinitializer, i1 false, float 0.0, i32 0)");
    const auto air22 = fragment("declare {<4 x float>, i8} @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, "
                                "i1, <2 x i32>, i1, float, float, i32) memory(read)",
                                "  %x = call {<4 x float>, i8} @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x "
                                "float> %uv, i1 true, <2 x i32> "
                                "zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)\n  %r = extractvalue {<4 x float>, i8} %x, 0");
    for (const auto* o : {&air18, &air20, &air22}) {
        REQUIRE_MESSAGE(o->verdict == air::Verdict::Ok, o->reason);
        CHECK(has(*o, "fs_color0 = texture(fs_t3_s5, v_uv.xy);"));
        CHECK(has(*o, "uniform sampler2D fs_t3_s5;"));
        REQUIRE(o->translation.reflection.textures.size() == 1);
        CHECK(o->translation.reflection.textures[0].metalIndex == 3);
        CHECK(o->translation.reflection.textures[0].samplerIndex == 5);
    }
}

TEST_CASE("an explicit level, a bias, a gradient and a constant offset pick their GLSL functions") {
    const std::string declaration = "declare {<4 x float>, i8} @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x "
                                    "float>, i1, <2 x i32>, i1, float, float, i32)\n"
                                    "declare {<4 x float>, i8} @air.sample_texture_2d_grad.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x "
                                    "float>, <2 x float>, <2 x float>, "
                                    "float, i1, <2 x i32>, i32)";
    auto sample = [&](const std::string& tail) {
        return fragment(declaration, "  %x = call {<4 x float>, i8} @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, "
                                     "<2 x float> %uv, i1 true, " +
                                         tail + ")\n  %r = extractvalue {<4 x float>, i8} %x, 0");
    };
    CHECK(has(sample("<2 x i32> zeroinitializer, i1 true, float 2.0, float 0.0, i32 0"), "textureLod(fs_t3_s5, v_uv.xy, 2.0)"));
    CHECK(has(sample("<2 x i32> zeroinitializer, i1 false, float 2.0, float 0.0, i32 0"), "texture(fs_t3_s5, v_uv.xy, 2.0)"));
    CHECK(
        has(sample("<2 x i32> <i32 1, i32 -2>, i1 false, float 0.0, float 0.0, i32 0"), "textureOffset(fs_t3_s5, v_uv.xy, ivec2(1, -2))"));
    const auto gradient = fragment(declaration, "  %x = call {<4 x float>, i8} @air.sample_texture_2d_grad.v4f32(ptr addrspace(1) %t, ptr "
                                                "addrspace(2) %s, <2 x float> %uv, <2 x float> "
                                                "%uv, <2 x float> zeroinitializer, float 0.0, i1 true, <2 x i32> zeroinitializer, i32 0)\n "
                                                " %r = extractvalue {<4 x float>, i8} %x, 0");
    CHECK(has(gradient, "textureGrad(fs_t3_s5, v_uv.xy, v_uv.xy, vec2(0.0))"));
}

TEST_CASE("an AIR 1.x sampler literal is decoded, its zero maximum level meaning no limit") {
    const auto o = fragment("declare <4 x float> @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x "
                            "i32>, i1, float) memory(read)",
                            "  %r = call <4 x float> @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) inttoptr (i64 "
                            "-9223372036854248887 to ptr addrspace(2)), "
                            "<2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0)");
    REQUIRE_MESSAGE(o.verdict == air::Verdict::Ok, o.reason);
    CHECK(has(o, "texture(fs_t3_c0, v_uv.xy)"));
    REQUIRE(o.translation.reflection.constexprSamplers.size() == 1);
    const auto& s = o.translation.reflection.constexprSamplers[0]; // 0x8000000000080a49: edge, linear, no mip, no compare
    CHECK(s.s == 0);
    CHECK(s.r == 0);
    CHECK(s.minFilter == 1);
    CHECK(s.magFilter == 1);
    CHECK(s.mipFilter == 0);
    CHECK_FALSE(s.hasCompare);
    CHECK(s.lodMax == 1000.0F);
}

TEST_CASE("reads of AIR 2.8 skip the read sampler and the offset, and give 0 outside the texture") {
    const auto o = fragment("declare ptr addrspace(2) @air.get_read_sampler()\ndeclare {<4 x float>, i8} @air.read_texture_2d.v4f32(ptr "
                            "addrspace(1), ptr addrspace(2), <2 x i32>, <2 x i32>, "
                            "i32, i32)",
                            "  %g = call ptr addrspace(2) @air.get_read_sampler()\n  %x = call {<4 x float>, i8} "
                            "@air.read_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %g, <2 x "
                            "i32> <i32 4, i32 5>, <2 x i32> zeroinitializer, i32 1, i32 1)\n  %r = extractvalue {<4 x float>, i8} %x, 0",
                            "i32 0, !\"air.texture\", !\"air.location_index\", i32 3, i32 1, !\"air.read\", !\"air.arg_type_name\", "
                            "!\"texture2d<float, read>\"");
    REQUIRE_MESSAGE(o.verdict == air::Verdict::Ok, o.reason);
    CHECK(has(o, "fs_t3_fetch(ivec2(uvec2(4u, 5u)), int(1u))"));
    CHECK(has(o, "textureQueryLevels(fs_t3)"));
    CHECK(o.translation.reflection.textures.at(0).sampler == air::TextureUse::Sampler::None);
}

TEST_CASE("a depth comparison becomes a shadow sampler of its own") {
    const auto o = fragment("declare {float, i8} @air.sample_compare_depth_2d.f32(ptr addrspace(1), ptr addrspace(2), i32, <2 x float>, "
                            "float, i1, <2 x i32>, i1, float, float, i32) memory(read)",
                            "  %x = call {float, i8} @air.sample_compare_depth_2d.f32(ptr addrspace(1) %t, ptr addrspace(2) %s, i32 1, <2 "
                            "x float> %uv, float 0.5, i1 true, <2 x i32> "
                            "zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)\n  %y = extractvalue {float, i8} %x, 0\n  %r = "
                            "insertelement <4 x float> zeroinitializer, float %y, i32 0",
                            "i32 0, !\"air.texture\", !\"air.location_index\", i32 3, i32 1, !\"air.sample\", !\"air.arg_type_name\", "
                            "!\"depth2d<float, sample>\"");
    REQUIRE_MESSAGE(o.verdict == air::Verdict::Ok, o.reason);
    CHECK(has(o, "uniform sampler2DShadow fs_t3_s5_shadow;"));
    CHECK(has(o, "vec4(texture(fs_t3_s5_shadow, vec3(v_uv.xy, 0.5)), 0.0, 0.0, 0.0)"));
    CHECK(o.translation.reflection.textures.at(0).usesCompare);
    CHECK(o.translation.reflection.textures.at(0).isDepth);
}

TEST_CASE("vertex functions: builtins, attributes, varyings, position last and its flip") {
    const std::string body =
        "define <{ <4 x float>, <2 x float>, i32 }> @f(i32 %v, i32 %i, <4 x float> %a) {\n"
        "  %p = insertvalue <{ <4 x float>, <2 x float>, i32 }> undef, <4 x float> %a, 0\n  %uv = shufflevector <4 x float> %a, <4 x "
        "float> undef, <2 x i32> <i32 2, i32 3>\n"
        "  %q = insertvalue <{ <4 x float>, <2 x float>, i32 }> %p, <2 x float> %uv, 1\n  %s = add i32 %v, %i\n"
        "  %r = insertvalue <{ <4 x float>, <2 x float>, i32 }> %q, i32 %s, 2\n  ret <{ <4 x float>, <2 x float>, i32 }> %r\n}\n";
    const auto o = translateText(module(
        "vertex", body,
        {{"!\"air.position\", !\"air.invariant\", !\"air.arg_type_name\", !\"float4\"",
          "!\"air.vertex_output\", !\"generated(2uvDv2_f)\", !\"air.arg_type_name\", !\"float2\"",
          "!\"air.vertex_output\", !\"user(who)\", !\"air.arg_type_name\", !\"uint\""},
         {"i32 0, !\"air.vertex_id\", !\"air.arg_type_name\", !\"uint\"", "i32 1, !\"air.instance_id\", !\"air.arg_type_name\", !\"uint\"",
          "i32 2, !\"air.vertex_input\", !\"air.location_index\", i32 7, i32 1, !\"air.arg_type_name\", !\"float4\""}}));
    REQUIRE_MESSAGE(o.verdict == air::Verdict::Ok, o.reason);
    CHECK(has(o, "layout(location = 7) in vec4 vs_a7;"));
    CHECK(has(o, "invariant gl_Position;"));
    CHECK(has(o, "gl_InstanceID + gl_BaseInstanceARB"));
    CHECK(has(o, "v_uv = vec4(vs_a7.zw, 0, 0);"));
    CHECK(has(o, "#define AIR_IQ_vu_user_who flat"));
    CHECK(has(o, "gl_Position.y = -gl_Position.y"));
    const auto& r = o.translation.reflection;
    REQUIRE(r.outputs.size() == 2);
    CHECK(r.outputs[1].name == "vu_user_who");
    CHECK(r.outputs[1].componentType == 2);
    CHECK(r.vertexInputs.at(0).attribute == 7);
}

TEST_CASE("small constant references become uniform blocks, unbounded pointers storage blocks") {
    const std::string body =
        "define <4 x float> @f(ptr addrspace(2) %u, ptr addrspace(2) %p) {\n  %a = getelementptr i8, ptr addrspace(2) %u, i64 16\n"
        "  %x = load <4 x float>, ptr addrspace(2) %a\n  %y = load <4 x float>, ptr addrspace(2) %p\n  %r = fadd <4 x float> %x, %y\n  ret "
        "<4 x float> %r\n}\n";
    const auto o =
        translateText(module("fragment", body,
                             {{kColor},
                              {"i32 0, !\"air.buffer\", !\"air.buffer_size\", i32 32, !\"air.location_index\", i32 2, i32 1, !\"air.read\"",
                               "i32 1, !\"air.buffer\", !\"air.location_index\", i32 4, i32 1, !\"air.read\""}}));
    REQUIRE_MESSAGE(o.verdict == air::Verdict::Ok, o.reason);
    CHECK(has(o, "layout(std140) uniform fs_ubo2 { uvec4 data[2]; } fs_b2;"));
    CHECK(has(o, "uintBitsToFloat(fs_b2.data[1])"));
    CHECK(has(o, "readonly buffer fs_buf4 { uint data[]; } fs_b4;"));
    CHECK(o.translation.reflection.usesBufferInfo);
}

TEST_CASE("a render target as an input is read from a copy, named in the reflection") {
    const auto fetch = translateText(module("fragment", "define <4 x float> @f(<4 x float> %c) {\n  ret <4 x float> %c\n}\n",
                                            {{kColor}, {"i32 0, !\"air.render_target\", i32 0, !\"air.arg_type_name\", !\"float4\""}}));
    REQUIRE_MESSAGE(fetch.verdict == air::Verdict::Ok, fetch.reason);
    CHECK(has(fetch, "uniform sampler2DArray fs_fetch0;"));
    CHECK(has(fetch, "uniform sampler2DMSArray fs_fetch0;"));
    REQUIRE(fetch.translation.reflection.fetches.size() == 1);
    CHECK(fetch.translation.reflection.fetches[0].attachment == 0);
    CHECK(fetch.translation.reflection.fetches[0].componentType == 0);
    CHECK(fetch.translation.reflection.fetches[0].uniformName == "fs_fetch0");
}

TEST_CASE("what cannot be translated is declined by name, and bytes that are no bitcode fail") {
    const std::string body = "declare float @air.simd_prefix_inclusive_product.f32(float)\ndefine <4 x float> @f(<4 x float> %c) {\n  %x = "
                             "extractelement <4 x float> %c, i32 0\n"
                             "  %y = call float @air.simd_prefix_inclusive_product.f32(float %x)\n  %r = insertelement <4 x float> %c, "
                             "float %y, i32 0\n  ret <4 x float> %r\n}\n";
    const auto simd = translateText(
        module("fragment", body,
               {{kColor}, {"i32 0, !\"air.position\", !\"air.center\", !\"air.no_perspective\", !\"air.arg_type_name\", !\"float4\""}}));
    CHECK(simd.verdict == air::Verdict::Declined);
    CHECK(simd.reason == "simdgroup-operation: air.simd_prefix_inclusive_product.f32");
    const std::string garbage("BC\xc0\xde and nothing that follows makes sense", 40);
    CHECK(air::translate(std::as_bytes(std::span(garbage)), "", {}).verdict == air::Verdict::Failed);
}

TEST_CASE("a loop that lanes leave one by one with a value is left by a flag where breaks lose values") {
    const auto loop = [](const char* end, const char* stored) {
        return kernelModule(fmt::format("define void @k(ptr addrspace(1) %b, i32 %tid) {{\nentry:\n  br label %loop\n"
                                        "loop:\n  %i = phi i32 [0, %entry], [%i1, %loop]\n  %y = mul i32 %i, %i\n  %i1 = add i32 %i, 1\n"
                                        "  %c = icmp ugt i32 %i1, {}\n  br i1 %c, label %end, label %loop\n"
                                        "end:\n  store i32 {}, ptr addrspace(1) %b\n  ret void\n}}\n",
                                        end, stored),
                            {buffer(0, 0), threadIndex(1)});
    };
    const auto breaks = [](const std::string& text, bool isByFlag) {
        air::Capabilities capabilities;
        capabilities.loopExitsByFlag = isByFlag;
        const air::Outcome outcome = translateText(text, capabilities);
        REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
        return outcome.translation.glsl.find("break;") != std::string::npos;
    };
    CHECK(breaks(loop("%tid", "%y"), false));
    CHECK_FALSE(breaks(loop("%tid", "%y"), true));
    // All lanes leave together; or nothing but a phi of the loop's head is taken along.
    CHECK(breaks(loop("40", "%y"), true));
    CHECK(breaks(loop("%tid", "%i"), true));
}
