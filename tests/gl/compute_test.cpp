#include "drawing.h"
#include "renderer-gl/dispatch_split.h"
#include "renderer-gl/handle.h"

using namespace gltest;

namespace {

constexpr const char* kHeader = "#version 450 core\n"
                                "layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;\n"
                                "uniform uvec3 cs_grid[3];\nuniform uvec2 cs_info[31];\n"
                                "layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;\n"
                                "uvec3 groupPosition() { return gl_WorkGroupID + cs_grid[2]; }\n"
                                "uvec3 gridPosition() { return groupPosition() * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID; }\n"
                                "void store(uint index, uint value) {\n"
                                "    if (index * 4u + 4u <= cs_info[0].y) cs_b0.data[cs_info[0].x / 4u + index] = value;\n}\n";

air::Reflection kernelReflection() {
    air::Reflection r;
    r.stage = air::Stage::Kernel;
    r.buffers.push_back({0, air::BlockKind::Storage, "cs_buf0", true, true, 0});
    r.usesBufferInfo = r.usesGrid = true;
    return r;
}

pvg::ComputePipelineId kernel(Fixture& f, const std::string& body, const air::Reflection& reflection = kernelReflection()) {
    pvg::ComputePipelineRequest request;
    request.kernel = f.shaders().add(kHeader + body, reflection);
    const auto id = f.backend().createComputePipeline(request);
    REQUIRE(f.backend().computePipelineState(id) == pvg::PipelineState::Ready);
    return id;
}

void run(Fixture& f, pvg::ComputeState& state, const pvg::Dispatch& call) {
    const auto done = f.backend().dispatch(state, call);
    REQUIRE_MESSAGE(done.ok(), (done ? "" : done.error().sentence()));
}

} // namespace

TEST_CASE("dispatchThreads covers ragged edges exactly once with true positions and sizes") {
    Fixture f;
    const auto buffer = f.buffer(Bytes(5 * 7 * 3 * 4));
    pvg::ComputeState state;
    // Adds one, so that a thread that ran twice shows; the low bytes tell group size and grid size.
    state.pipeline = kernel(f, "void main() {\n    uvec3 p = gridPosition();\n    uint i = (p.z * cs_grid[0].y + p.y) * cs_grid[0].x + p.x;\n"
                               "    uint before = cs_b0.data[cs_info[0].x / 4u + i];\n"
                               "    store(i, before + 1u + (gl_WorkGroupSize.x << 8) + (cs_grid[1].y << 16) + (groupPosition().z << 24));\n}\n");
    state.bindings.buffers[0] = bound(buffer, 5 * 7 * 3 * 4);
    pvg::Dispatch call;
    call.threadsNotGroups = true;
    call.grid = {5, 7, 3};
    call.threadsPerGroup = {4, 4, 2};
    run(f, state, call);
    const auto got = fromBytes<uint32_t>(f.read(buffer, 0, 5 * 7 * 3 * 4));
    for (unsigned z = 0; z < 3; ++z)
        for (unsigned y = 0; y < 7; ++y)
            for (unsigned x = 0; x < 5; ++x) CHECK(got[(z * 7 + y) * 5 + x] == (1u | (x < 4 ? 4u : 1u) << 8 | 2u << 16 | (z / 2) << 24));
}

TEST_CASE("buffers start at any word and end where the guest's ends") {
    Fixture f;
    const auto buffer = f.bufferOf(std::vector<uint32_t>(16, 1));
    pvg::ComputeState state;
    state.pipeline = kernel(f, "void main() { store(gl_LocalInvocationID.x, 100u + gl_LocalInvocationID.x); }\n");
    state.bindings.buffers[0] = {buffer, 12, 8, 0};
    pvg::Dispatch call;
    call.grid = {1, 1, 1};
    call.threadsPerGroup = {16, 1, 1};
    run(f, state, call);
    std::vector<uint32_t> expected(16, 1);
    expected[3] = 100, expected[4] = 101;
    CHECK(fromBytes<uint32_t>(f.read(buffer, 0, 64)) == expected);
    state.bindings.buffers[0] = {}; // unbound: stores vanish
    run(f, state, call);
    state.bindings.buffers[0] = bound(buffer, 64);
    state.pipeline = kernel(f, "void main() { if (gl_LocalInvocationID.x == 0u) store(15u, cs_b0.data[0]); }\n");
    run(f, state, call);
    CHECK(fromBytes<uint32_t>(f.read(buffer, 60, 4))[0] == 1);
}

TEST_CASE("small constants come from uniform blocks, short ones padded with zeros") {
    Fixture f;
    air::Reflection reflection = kernelReflection();
    reflection.buffers.push_back({3, air::BlockKind::Uniform, "cs_ubo3", true, false, 32});
    const auto out = f.buffer(Bytes(32));
    pvg::ComputeState state;
    state.pipeline = kernel(f, "layout(std140) uniform cs_ubo3 { uvec4 data[3]; } cs_b3;\n"
                               "void main() { for (uint i = 0u; i < 8u; ++i) { uint w = cs_info[3].x / 4u + i; store(i, cs_b3.data[w / 4u][w % 4u]); } }\n",
                            reflection);
    state.bindings.buffers[0] = bound(out, 32);
    pvg::Dispatch call;
    call.grid = call.threadsPerGroup = {1, 1, 1};
    std::vector<uint32_t> values(32);
    for (uint32_t i = 0; i < 32; ++i) values[i] = i;
    const auto constants = f.bufferOf(values);
    state.bindings.buffers[3] = bound(constants, 128, 20);
    run(f, state, call);
    CHECK(fromBytes<uint32_t>(f.read(out, 0, 32)) == std::vector<uint32_t>{5, 6, 7, 8, 9, 10, 11, 12});
    state.bindings.buffers[3] = bound(constants, 128, 116); // three words are left
    run(f, state, call);
    CHECK(fromBytes<uint32_t>(f.read(out, 0, 32)) == std::vector<uint32_t>{29, 30, 31, 0, 0, 0, 0, 0});
}

TEST_CASE("images store and load in the texture's own format") {
    Fixture f;
    air::Reflection reflection = kernelReflection();
    air::TextureUse image;
    image.metalIndex = 1;
    image.uniformName = "cs_i1";
    image.isImage = true;
    reflection.textures = {image};
    const auto texture = f.texture(body2d(80, 4, 4));
    pvg::ComputeState state;
    state.pipeline = kernel(f, "writeonly uniform image2D cs_i1;\nvoid main() { imageStore(cs_i1, ivec2(gridPosition().xy), vec4(1.0, 0.2, 0.0, 0.4)); }\n",
                            reflection);
    state.bindings.textures[1] = texture;
    pvg::Dispatch call;
    call.threadsNotGroups = true;
    call.grid = {4, 3, 1};
    call.threadsPerGroup = {2, 2, 1};
    run(f, state, call);
    const auto got = fromBytes<uint32_t>(f.read(texture, region2d(4, 4), 16));
    for (unsigned i = 0; i < 16; ++i) CHECK(got[i] == (i < 12 ? 0x66ff3300u : 0u));
    state.bindings.textures[1] = {};
    run(f, state, call); // vanishes
    image.isImageRead = true;
    image.imageFormat = "r32ui";
    image.componentType = 2;
    reflection.textures = {image};
    const auto words = f.texture(body2d(53, 4, 1));
    f.write(words, region2d(4, 1), 16, toBytes<uint32_t>({1, 2, 3, 4}));
    state.pipeline = kernel(f, "layout(r32ui) uniform uimage2D cs_i1;\nvoid main() { imageAtomicAdd(cs_i1, ivec2(gridPosition().xy), 10u); }\n", reflection);
    state.bindings.textures[1] = words;
    call.grid = {3, 1, 1};
    run(f, state, call);
    CHECK(fromBytes<uint32_t>(f.read(words, region2d(4, 1), 16)) == std::vector<uint32_t>{11, 12, 13, 4});
}

// A8 is stored in red (formats.h): text masks written by compute keep their alpha (workload.md 3, lesson 17).
TEST_CASE("images of A8 keep their alpha, a view of the other order its red") {
    Fixture f;
    air::Reflection reflection = kernelReflection();
    air::TextureUse image;
    image.metalIndex = 0;
    image.uniformName = "cs_i0";
    image.isImage = image.isImageRead = true;
    image.imageFormat = "rgba8";
    reflection.textures = {image};
    pvg::ComputeState state;
    state.pipeline = kernel(f, "layout(AIR_FORMAT_cs_i0) uniform image2D cs_i0;\n"
                               "#ifndef AIR_LOAD_cs_i0\n#define AIR_LOAD_cs_i0(texel) (texel)\n#define AIR_STORE_cs_i0(texel) (texel)\n#endif\n"
                               "void main() {\n    vec4 v = AIR_LOAD_cs_i0(imageLoad(cs_i0, ivec2(0)));\n"
                               "    imageStore(cs_i0, ivec2(1, 0), AIR_STORE_cs_i0(vec4(v.r + 1.0, 0.2, v.b, v.a * 0.5)));\n}\n",
                            reflection);
    pvg::Dispatch call;
    call.grid = call.threadsPerGroup = {1, 1, 1};
    const auto masks = f.texture(body2d(1, 2, 1));
    f.write(masks, region2d(2, 1), 2, toBytes<uint8_t>({100, 7}));
    state.bindings.textures[0] = masks;
    run(f, state, call);
    CHECK(fromBytes<uint8_t>(f.read(masks, region2d(2, 1), 2)) == std::vector<uint8_t>{100, 50});
    const auto base = f.texture(body2d(70, 2, 1));
    f.write(base, region2d(2, 1), 8, toBytes<uint8_t>({0, 0, 51, 100, 0, 0, 0, 0}));
    pvg::TextureViewRange view;
    view.format = pvg::mtl::PixelFormat::BGRA8Unorm;
    state.bindings.textures[0] = *f.backend().createTextureView(base, view);
    run(f, state, call); // through the view blue comes first
    CHECK(fromBytes<uint8_t>(f.read(base, region2d(2, 1), 8)) == std::vector<uint8_t>{0, 0, 51, 100, 0, 51, 255, 50});
}

TEST_CASE("a loaded image takes the format of the texture that is bound") {
    Fixture f;
    air::Reflection reflection = kernelReflection();
    air::TextureUse image;
    image.metalIndex = 0;
    image.uniformName = "cs_i0";
    image.isImage = image.isImageRead = true;
    image.imageFormat = "r32f";
    reflection.textures = {image};
    pvg::ComputeState state;
    state.pipeline = kernel(f, "#ifndef AIR_FORMAT_cs_i0\n#define AIR_FORMAT_cs_i0 r32f\n#endif\nlayout(AIR_FORMAT_cs_i0) uniform image2D cs_i0;\n"
                               "void main() { imageStore(cs_i0, ivec2(0), imageLoad(cs_i0, ivec2(0)) * 2.0); }\n",
                            reflection);
    pvg::Dispatch call;
    call.grid = call.threadsPerGroup = {1, 1, 1};
    const auto bytes = f.texture(body2d(81, 1, 1));
    f.write(bytes, region2d(1, 1), 4, toBytes<uint8_t>({10, 20, 30, 40}));
    const auto floats = f.texture(body2d(125, 1, 1));
    f.write(floats, region2d(1, 1), 16, toBytes<float>({1, 2, 3, 4}));
    for (const auto texture : {bytes, floats}) {
        state.bindings.textures[0] = texture;
        run(f, state, call);
    }
    CHECK(fromBytes<uint8_t>(f.read(bytes, region2d(1, 1), 4)) == std::vector<uint8_t>{20, 40, 60, 80});
    CHECK(fromBytes<float>(f.read(floats, region2d(1, 1), 16)) == std::vector<float>{2, 4, 6, 8});
}

TEST_CASE("cubes are stored and fetched as arrays of faces") {
    Fixture f;
    air::Reflection reflection = kernelReflection();
    air::TextureUse image, faces;
    image.metalIndex = faces.metalIndex = 0;
    image.textureType = faces.textureType = 3;
    image.componentType = faces.componentType = 2;
    image.uniformName = "cs_i0";
    image.isImage = true;
    faces.uniformName = "cs_t0_faces";
    auto body = body2d(53, 2, 2);
    body.type = pvg::mtl::TextureType::TypeCube;
    const auto cube = f.texture(body);
    pvg::ComputeState state;
    state.bindings.textures[0] = cube;
    pvg::Dispatch call;
    call.grid = {1, 1, 1};
    call.threadsPerGroup = {6, 1, 1};
    reflection.textures = {image};
    state.pipeline = kernel(f, "writeonly uniform uimage2DArray cs_i0;\n"
                               "void main() { imageStore(cs_i0, ivec3(1, 0, gl_LocalInvocationID.x), uvec4(gl_LocalInvocationID.x + 50u)); }\n",
                            reflection);
    run(f, state, call);
    f.backend().memoryBarrier();
    const auto out = f.buffer(Bytes(24));
    state.bindings.buffers[0] = bound(out, 24);
    reflection.textures = {faces};
    state.pipeline = kernel(f, "uniform usampler2DArray cs_t0_faces;\n"
                               "void main() { uint i = gl_LocalInvocationID.x; store(i, texelFetch(cs_t0_faces, ivec3(1, 0, i), 0).r); }\n",
                            reflection);
    run(f, state, call);
    CHECK(fromBytes<uint32_t>(f.read(out, 0, 24)) == std::vector<uint32_t>{50, 51, 52, 53, 54, 55});
}

TEST_CASE("threadgroup memory lengths make variants") {
    Fixture f;
    air::Reflection reflection = kernelReflection();
    reflection.threadgroupArguments = {{1}};
    const auto out = f.buffer(Bytes(4));
    pvg::ComputeState state;
    state.pipeline = kernel(f, "shared uint memory1[AIR_TG_1 / 4];\nvoid main() { memory1[0] = AIR_TG_1; store(0u, memory1[0]); }\n", reflection);
    state.bindings.buffers[0] = bound(out, 4);
    pvg::Dispatch call;
    call.grid = call.threadsPerGroup = {1, 1, 1};
    for (const uint32_t bytes : {16U, 64U}) {
        state.threadgroupMemory[1] = bytes;
        run(f, state, call);
        CHECK(fromBytes<uint32_t>(f.read(out, 0, 4))[0] == bytes);
    }
    state.threadgroupMemory[1] = 1 << 30;
    const auto refused = f.backend().dispatch(state, call);
    REQUIRE(!refused.ok());
    CHECK(refused.error().reason == pvg::DeclineReason::LimitExceeded);
    call.threadsPerGroup = {4096, 1, 1};
    state.threadgroupMemory[1] = 16;
    CHECK(!f.backend().dispatch(state, call).ok());
}

TEST_CASE("a dispatch sees the stores of the one before, a draw those of a dispatch") {
    Fixture f;
    const auto vertices = f.buffer(Bytes(96));
    pvg::ComputeState state;
    state.pipeline = kernel(f, "void main() {\n    uint v = gl_LocalInvocationID.x;\n    bool right = v == 2u || v == 3u || v == 5u;\n"
                               "    bool low = v == 1u || v == 4u || v == 5u;\n    store(v * 4u, floatBitsToUint(right ? 1.0 : -1.0));\n"
                               "    store(v * 4u + 1u, floatBitsToUint(low ? -1.0 : 1.0));\n    store(v * 4u + 3u, floatBitsToUint(1.0));\n}\n");
    state.bindings.buffers[0] = bound(vertices, 96);
    pvg::Dispatch call;
    call.grid = {1, 1, 1};
    call.threadsPerGroup = {6, 1, 1};
    run(f, state, call);
    const auto target = f.texture(body2d(70, 2, 2));
    pvg::RenderState render;
    render.pipeline = pipeline(f, request(f, {70}));
    render.vertex.buffers[0] = bound(vertices, 96);
    render.fragment.buffers[0] = bound(f.bufferOf<float>({1, 0, 0, 1}), 16);
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {}).descriptor).ok());
    draw(f, render, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    CHECK(fromBytes<uint32_t>(f.read(target, region2d(2, 2), 8)) == std::vector<uint32_t>(4, 0xff0000ff));
}

TEST_CASE("group counts beyond GL's bound become several dispatches") {
    pvg::Dispatch call;
    call.grid = {70000, 1, 2};
    call.threadsPerGroup = {1, 1, 1};
    auto plan = gl::planDispatch(call, {65535, 65535, 65535});
    REQUIRE(plan.ok());
    CHECK(plan->parts == std::vector<gl::SubDispatch>{{{1, 1, 1}, {0, 0, 0}, {65535, 1, 2}}, {{1, 1, 1}, {65535, 0, 0}, {4465, 1, 2}}});
    CHECK(plan->groups == std::array<uint32_t, 3>{70000, 1, 2});
    call.threadsNotGroups = true;
    call.grid = {10, 1, 1};
    call.threadsPerGroup = {16, 1, 1}; // a group that is not even filled once
    plan = gl::planDispatch(call, {65535, 65535, 65535});
    REQUIRE(plan.ok());
    CHECK(plan->parts == std::vector<gl::SubDispatch>{{{10, 1, 1}, {0, 0, 0}, {1, 1, 1}}});
    call.grid = {0, 1, 1};
    CHECK(gl::planDispatch(call, {65535, 65535, 65535})->parts.empty());
    call.grid = {~0ULL, 1, 1};
    CHECK(!gl::planDispatch(call, {65535, 65535, 65535}).ok());
}

namespace {

// Thread i makes i % 5 + 1 rounds of `loop` and stores `kept`.
std::vector<uint32_t> roundsKept(const std::string& loop) {
    const std::string text = "#version 450 core\nlayout(local_size_x = 32) in;\nlayout(std430, binding = 0) buffer Words { uint words[]; };\n"
                             "void main() {\n    uint limit = words[gl_LocalInvocationIndex], n = 0u, sum = gl_LocalInvocationIndex, kept, next;\n" +
                             loop + "    words[gl_LocalInvocationIndex] = kept;\n}\n";
    const char* source = text.c_str();
    const gl::ProgramName program(glCreateShaderProgramv(GL_COMPUTE_SHADER, 1, &source));
    std::vector<uint32_t> words(32);
    for (uint32_t i = 0; i < words.size(); ++i) words[i] = i % 5 + 1;
    const gl::BufferName buffer = gl::makeBuffer();
    glNamedBufferStorage(buffer.get(), GLsizeiptr(words.size() * 4), words.data(), 0);
    glUseProgram(program.get());
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 0, buffer.get());
    glDispatchCompute(1, 1, 1);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    glGetNamedBufferSubData(buffer.get(), 0, GLsizeiptr(words.size() * 4), words.data());
    return words;
}

} // namespace

TEST_CASE("what threads take out of a loop by a break is lost exactly where the shader capabilities say so") {
    const EglContext context;
    REQUIRE(context.isValid());
    std::vector<uint32_t> expected;
    for (uint32_t i = 0; i < 32; ++i) {
        uint32_t sum = i, kept = 0;
        for (uint32_t n = 0; n < i % 5 + 1; ++n) kept = sum * 7 + n, sum = kept & 0xffff;
        expected.push_back(kept);
    }
    const char* round = "        kept = sum * 7u + n;\n        next = kept & 0xffffu;\n";
    const std::string byBreak = std::string("    for (;;) {\n") + round +
                                "        if (++n >= limit) break;\n        sum = next;\n    }\n";
    const std::string byFlag = std::string("    for (bool inside = true; inside;) {\n") + round +
                               "        inside = ++n < limit;\n        if (inside) sum = next;\n    }\n";
    CHECK(roundsKept(byFlag) == expected);
    CHECK((roundsKept(byBreak) == expected) == !gl::measureShaderCapabilities().loopExitsByFlag);
    CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("a dispatch whose bindings stay sees what a pass drew in between") {
    Fixture f;
    air::Reflection reflection = kernelReflection();
    air::TextureUse texture;
    texture.metalIndex = 0;
    texture.uniformName = "cs_t0";
    reflection.textures = {texture};
    pvg::ComputeState state;
    state.pipeline = kernel(f, "uniform sampler2D cs_t0;\nvoid main() { store(gl_LocalInvocationID.x, uint(texelFetch(cs_t0, ivec2(gl_LocalInvocationID.x, 0), 0).r * 255.0 + 0.5)); }\n",
                            reflection);
    const auto target = f.texture(body2d(70, 8, 8));
    const auto out = f.buffer(Bytes(32));
    state.bindings.textures[0] = target;
    state.bindings.buffers[0] = bound(out, 32);
    pvg::Dispatch call;
    call.grid = {1, 1, 1};
    call.threadsPerGroup = {8, 1, 1};
    for (const uint32_t red : {51U, 102U, 204U}) {
        REQUIRE(f.backend().beginRenderPass(Pass().color(target, {red / 255.0, 0, 0, 1}).descriptor).ok());
        REQUIRE(f.backend().endRenderPass().ok());
        run(f, state, call);
        f.backend().memoryBarrier();
    }
    CHECK(fromBytes<uint32_t>(f.read(out, 0, 32)) == std::vector<uint32_t>(8, 204));
}
