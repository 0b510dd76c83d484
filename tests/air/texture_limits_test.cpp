// Texture operations that depend on what the driver can do.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

#include "kernel_runner.h"

using namespace airtest;

TEST_CASE("levels of comparisons are declined where the driver has no form for them") {
    const std::string body =
        "declare { float, i8 } @air.sample_compare_depth_cube.f32(ptr addrspace(1), ptr addrspace(2), i32, <3 x float>, float, "
        "i1, float, float, i32)\n"
        "define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {\n"
        "  %r = call { float, i8 } @air.sample_compare_depth_cube.f32(ptr addrspace(1) %t, ptr addrspace(2) %s, i32 1, <3 x float> "
        "zeroinitializer, float 0.5, i1 true, float 2.0, float 0.0, i32 0)\n"
        "  %v = extractvalue { float, i8 } %r, 0\n  store float %v, ptr addrspace(1) %out\n  ret void\n}\n";
    const std::string own = kernelModule(
        body,
        {"i32 0, !\"air.texture\", !\"air.location_index\", i32 0, i32 1, !\"air.sample\", !\"air.arg_type_name\", "
         "!\"depthcube<float, sample>\", !\"air.arg_name\", !\"t\"",
         "i32 1, !\"air.sampler\", !\"air.location_index\", i32 0, i32 1, !\"air.arg_type_name\", !\"sampler\", !\"air.arg_name\", !\"s\"",
         buffer(2, 0)});
    air::Capabilities capabilities;
    CHECK(translateText(own, capabilities).verdict == air::Verdict::Ok);
    capabilities.shadowLod = false;
    CHECK(translateText(own, capabilities).reason.starts_with("compare-lod"));
}

TEST_CASE("computed levels take the image units that there are") {
    const std::string body = "declare void @air.write_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, <4 x float>, i32, i32)\n"
                             "define void @k(ptr addrspace(1) %t, ptr addrspace(1) %t2, i32 %i) {\n"
                             "  call void @air.write_texture_2d.v4f32(ptr addrspace(1) %t, <2 x i32> zeroinitializer, <4 x float> "
                             "zeroinitializer, i32 %i, i32 2)\n"
                             "  call void @air.write_texture_2d.v4f32(ptr addrspace(1) %t2, <2 x i32> zeroinitializer, <4 x float> "
                             "zeroinitializer, i32 2, i32 2)\n"
                             "  ret void\n}\n";
    const auto texture = [](unsigned n) {
        return fmt::format("i32 {0}, !\"air.texture\", !\"air.location_index\", i32 {0}, i32 1, !\"air.write\", !\"air.arg_type_name\", "
                           "!\"texture2d<float, write>\", !\"air.arg_name\", !\"t{0}\"",
                           n);
    };
    const std::string own = kernelModule(body, {texture(0), texture(1), threadIndex(2)});
    air::Capabilities capabilities;
    capabilities.maxImageUnits = 4;
    const auto three = translateText(own, capabilities);
    REQUIRE(three.verdict == air::Verdict::Ok);
    std::set<std::pair<std::string, uint32_t>> images;
    for (const air::TextureUse& use : three.translation.reflection.textures) images.insert({use.uniformName, use.level});
    CHECK(images == std::set<std::pair<std::string, uint32_t>>{{"cs_i0", 0}, {"cs_i0_l1", 1}, {"cs_i0_l2", 2}, {"cs_i1_l2", 2}});
    CHECK(three.translation.reflection.textures[0].mostLevels == 3);
    capabilities.maxImageUnits = 2;
    CHECK(translateText(own, capabilities).reason.starts_with("image-level"));
}
