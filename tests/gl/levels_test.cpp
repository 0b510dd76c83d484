// What the renderer makes of kernels that write levels of textures, and of functions it has no pipelines for.
#include "drawing.h"

using namespace gltest;

namespace {

constexpr const char* kHeader = "#version 450 core\n"
                                "layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;\n";

pvg::ComputePipelineId kernel(Fixture& f, const std::string& body, const air::Reflection& reflection) {
    pvg::ComputePipelineRequest request;
    request.kernel = f.shaders().add(kHeader + body, reflection);
    return f.backend().createComputePipeline(request);
}

void run(Fixture& f, pvg::ComputeState& state, const pvg::Dispatch& call) {
    const auto done = f.backend().dispatch(state, call);
    REQUIRE_MESSAGE(done.ok(), (done ? "" : done.error().sentence()));
}

} // namespace

TEST_CASE("images of levels, and levels that a function cannot tell apart") {
    Fixture f;
    air::Reflection reflection;
    reflection.stage = air::Stage::Kernel;
    air::TextureUse base;
    base.metalIndex = 0;
    base.componentType = 2;
    base.uniformName = "cs_i0";
    base.isImage = true;
    air::TextureUse deep = base;
    deep.uniformName = "cs_i0_l2";
    deep.level = 2;
    air::TextureUse missing = base;
    missing.uniformName = "cs_i0_l7";
    missing.level = 7;
    reflection.textures = {base, deep, missing};
    auto body = body2d(53, 4, 4);
    body.mipCount = 3;
    const auto texture = f.texture(body);
    const std::string text =
        "writeonly uniform uimage2D cs_i0, cs_i0_l2, cs_i0_l7;\nvoid main() {\n    imageStore(cs_i0, ivec2(3, 0), uvec4(5u));\n"
        "    imageStore(cs_i0_l2, ivec2(0), uvec4(6u));\n    imageStore(cs_i0_l7, ivec2(0), uvec4(7u));\n}\n";
    pvg::ComputeState state;
    state.pipeline = kernel(f, text, reflection);
    state.bindings.textures[0] = texture;
    pvg::Dispatch call;
    call.grid = call.threadsPerGroup = {1, 1, 1};
    run(f, state, call);
    pvg::TextureRegion region = region2d(4, 1);
    CHECK(fromBytes<uint32_t>(f.read(texture, region, 16)) == std::vector<uint32_t>{0, 0, 0, 5});
    region = region2d(1, 1);
    region.level = 2;
    CHECK(fromBytes<uint32_t>(f.read(texture, region, 4)) == std::vector<uint32_t>{6});
    reflection.textures[0].mostLevels = 2;
    state.pipeline = kernel(f, text, reflection);
    const auto refused = f.backend().dispatch(state, call);
    REQUIRE(!refused);
    CHECK(refused.error().reason == pvg::DeclineReason::LimitExceeded);
    CHECK(refused.error().numbers[0] == 3);
    reflection.textures[0].mostLevels = 3;
    state.pipeline = kernel(f, text, reflection);
    run(f, state, call);
}
