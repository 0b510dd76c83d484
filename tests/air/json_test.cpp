#include "shaders/air/json.h"

#include <doctest/doctest.h>

#include <limits>

namespace {

// Every field differs from its default, so that a field missing from either direction shows.
air::Outcome fullOutcome() {
    air::Outcome outcome;
    outcome.verdict = air::Verdict::Declined;
    outcome.reason = "some \"reason\"\n";
    outcome.translation.glsl = "#version 450 core\n";
    air::Reflection& r = outcome.translation.reflection;
    r.stage = air::Stage::Kernel;
    r.functionName = "name";
    r.buffers = {
        {.metalIndex = 7, .kind = air::BlockKind::Uniform, .blockName = "vs_ubo7", .isRead = false, .isWritten = true, .minimumSize = 99}};
    air::TextureUse texture;
    texture.metalIndex = 3;
    texture.uniformName = "fs_t3_s1";
    texture.textureType = 5;
    texture.componentType = 2;
    texture.isDepth = texture.isImage = texture.isImageRead = texture.usesCompare = true;
    texture.imageFormat = "rgba8";
    texture.level = 3;
    texture.mostLevels = 7;
    texture.sampler = air::TextureUse::Sampler::Constexpr;
    texture.samplerIndex = 4;
    r.textures = {texture};
    r.handles = {{air::HandleUse::Kind::Buffer, 7, 16}, {air::HandleUse::Kind::Texture, air::kFirstHandle, 24}, {air::HandleUse::Kind::Sampler, 30, 8}};
    r.usesMemory = r.writesMemory = true;
    r.addressed = {30, air::kFirstHandle};
    r.constexprSamplers = {{1, 1, 2, 3, 4, 2, 5, true, 16, 2, true, 0.25F, 7.5F, -0.1F}};
    r.vertexInputs = {{30, 1, "in30"}};
    r.fetchedInputs = {{air::FetchedInput::Rate::ControlPoint, 29, 2, "ts_a29"}};
    r.patchType = air::PatchType::Quad;
    r.patchControlPoints = 16;
    r.outputs = {{"color", 1, "flat"}};
    r.inputs = {{"uv", 2, "centroid noperspective"}};
    r.colors = {{6, 1, 2}};
    r.fetches = {{7, 2, "fs_fetch7"}};
    r.writesDepth = r.writesStencil = r.writesSampleMask = r.writesPointSize = r.writesLayer = r.writesViewport = true;
    r.usesDiscard = r.usesBufferInfo = r.usesBufferPlace = r.usesGrid = r.usesBarrier = r.earlyFragmentTests = true;
    r.clipDistances = 8;
    r.threadgroupArguments = {{2}};
    r.staticThreadgroupMemory = 1024;
    r.maxTotalThreadsPerThreadgroup = 512;
    r.extensions = {"GL_ARB_gpu_shader_int64"};
    r.notes = {"note"};
    return outcome;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("an outcome with every field set survives the way there and back") {
    const air::Outcome before = fullOutcome();
    const auto after = air::outcomeFromJson(air::toJson(before));
    REQUIRE_MESSAGE(after.ok(), (after ? "" : after.error().text));
    CHECK(air::toJson(*after) == air::toJson(before));
    CHECK(after->verdict == before.verdict);
    CHECK(after->reason == before.reason);
    const air::Reflection& r = after->translation.reflection;
    CHECK(r.stage == air::Stage::Kernel);
    CHECK(r.buffers.front().kind == air::BlockKind::Uniform);
    CHECK(r.buffers.front().minimumSize == 99);
    CHECK(r.textures.front().sampler == air::TextureUse::Sampler::Constexpr);
    CHECK(r.textures.front().imageFormat == "rgba8");
    CHECK(r.textures.front().level == 3);
    CHECK(r.textures.front().mostLevels == 7);
    CHECK(r.handles[1].kind == air::HandleUse::Kind::Texture);
    CHECK(r.handles[1].holder == air::kFirstHandle);
    CHECK(r.handles[1].offset == 24);
    CHECK(r.usesMemory);
    CHECK(r.writesMemory);
    CHECK(r.addressed == std::vector<uint32_t>{30, air::kFirstHandle});
    CHECK(r.constexprSamplers == before.translation.reflection.constexprSamplers);
    CHECK(r.inputs.front().interpolation == "centroid noperspective");
    CHECK(r.fetchedInputs.front().rate == air::FetchedInput::Rate::ControlPoint);
    CHECK(r.fetchedInputs.front().attribute == 29);
    CHECK(r.patchType == air::PatchType::Quad);
    CHECK(r.patchControlPoints == 16);
    CHECK(r.colors.front().index == 1);
    CHECK(r.fetches.front().attachment == 7);
    CHECK(r.fetches.front().componentType == 2);
    CHECK(r.earlyFragmentTests);
    CHECK(r.maxTotalThreadsPerThreadgroup == 512);
}

TEST_CASE("the structs have no field that json_fields.h and fullOutcome() do not know") {
    // A new field breaks the binding below; add it to all three places.
    [[maybe_unused]] const auto [v1, v2, v3] = air::Outcome{};
    [[maybe_unused]] const auto [t1, t2] = air::Translation{};
    [[maybe_unused]] const auto [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15, r16, r17, r18, r19, r20, r21, r22, r23,
                                 r24, r25, r26, r27, r28, r29, r30, r31, r32, r33, r34, r35] = air::Reflection{};
    [[maybe_unused]] const auto [b1, b2, b3, b4, b5, b6] = air::BufferUse{};
    [[maybe_unused]] const auto [x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13] = air::TextureUse{};
    [[maybe_unused]] const auto [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14] = air::ConstexprSampler{};
    [[maybe_unused]] const auto [i1, i2, i3] = air::VertexInput{};
    [[maybe_unused]] const auto [a1, a2, a3, a4] = air::FetchedInput{};
    [[maybe_unused]] const auto [y1, y2, y3] = air::Varying{};
    [[maybe_unused]] const auto [n1, n2, n3] = air::HandleUse{};
    [[maybe_unused]] const auto [f1, f2, f3] = air::FragmentOutput{};
    [[maybe_unused]] const auto [h1, h2, h3] = air::FramebufferFetch{};
    [[maybe_unused]] const auto [g1] = air::ThreadgroupArgument{};
    [[maybe_unused]] const auto [c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13] = air::Capabilities{};
}

TEST_CASE("handles that do not hold together are refused") {
    using Kind = air::HandleUse::Kind;
    const auto accepts = [](const auto& change) {
        air::Outcome outcome = fullOutcome();
        change(outcome.translation.reflection);
        return air::outcomeFromJson(air::toJson(outcome)).ok();
    };
    CHECK(accepts([](air::Reflection& r) { r.buffers[0].metalIndex = air::kFirstHandle; }));
    CHECK(accepts([](air::Reflection& r) { r.textures[0].metalIndex = air::kFirstHandle + 1; }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.buffers[0].metalIndex = air::kFirstHandle + 1; }));  // a texture
    CHECK_FALSE(accepts([](air::Reflection& r) { r.buffers[0].metalIndex = air::kFirstHandle + 3; }));  // beyond the list
    CHECK_FALSE(accepts([](air::Reflection& r) { r.textures[0].metalIndex = air::kFirstHandle + 2; })); // a sampler
    CHECK_FALSE(accepts([](air::Reflection& r) {
        r.textures[0].sampler = air::TextureUse::Sampler::Argument;
        r.textures[0].samplerIndex = air::kFirstHandle;
    }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.addressed = {air::kFirstHandle + 1}; })); // a texture
    CHECK_FALSE(accepts([](air::Reflection& r) { r.addressed = {31}; }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.addressed.assign(31 + air::kMaxHandles + 1, 0); }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.handles[1].holder = air::kFirstHandle + 1; })); // itself
    CHECK_FALSE(accepts([](air::Reflection& r) { r.handles[2].holder = air::kFirstHandle + 1; })); // a texture
    CHECK_FALSE(accepts([](air::Reflection& r) { r.handles[0].holder = 31; }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.handles[0].offset = air::kMaxHandleOffset + 1; }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.handles.assign(air::kMaxHandles + 1, {Kind::Buffer, 0, 0}); }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.handles[0].kind = Kind(3); }));
}

TEST_CASE("numbers that a linker counts up to or indexes with are bounded") {
    const auto accepts = [](const auto& change) {
        air::Outcome outcome = fullOutcome();
        change(outcome.translation.reflection);
        return air::outcomeFromJson(air::toJson(outcome)).ok();
    };
    CHECK_FALSE(accepts([](air::Reflection& r) { r.clipDistances = 9; }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.clipDistances = ~0U; }));
    CHECK(accepts([](air::Reflection& r) { r.inputs[0].componentType = 2; }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.inputs[0].componentType = 3; }));
    CHECK_FALSE(accepts([](air::Reflection& r) { r.textures[0].componentType = 255; }));
}

TEST_CASE("jobs survive the way there and back") {
    air::JobHeader job;
    job.function = "f";
    job.capabilities = {1, 2, 3, 4, 5, 6, false, false, false, false, false, false, true};
    job.constants = {{65535, {0, 255}}, {3, {}}};
    const auto after = air::jobFromJson(air::toJson(job));
    REQUIRE(after);
    CHECK(*after == job);
}

TEST_CASE("what JSON cannot hold is replaced, not thrown") {
    air::Outcome outcome = fullOutcome();
    outcome.reason = "\xff\xfe";
    outcome.translation.reflection.constexprSamplers[0].lodMax = std::numeric_limits<float>::infinity();
    outcome.translation.reflection.constexprSamplers[0].lodMin = std::numeric_limits<float>::quiet_NaN();
    const auto after = air::outcomeFromJson(air::toJson(outcome));
    REQUIRE(after);
    CHECK(after->translation.reflection.constexprSamplers[0].lodMax == std::numeric_limits<float>::max());
    CHECK(after->translation.reflection.constexprSamplers[0].lodMin == 0.0F);
}

TEST_CASE("a damaged outcome is an error with a sentence") {
    const std::string good = air::toJson(fullOutcome());
    REQUIRE(air::outcomeFromJson(good));
    const std::pair<const char*, const char*> changes[] = {
        {"\"verdict\":1", "\"verdict\":3"},
        {"\"verdict\":1", "\"verdict\":-1"},
        {"\"verdict\":1", "\"verdict\":1.5"},
        {"\"verdict\":1", "\"verdict\":256"},
        {"\"verdict\":1", "\"verdikt\":1"},
        {"\"verdict\":1", "\"verdict\":1,\"x\":1"},
        {"\"isWritten\":true", "\"isWritten\":1"},
        {"\"metalIndex\":7", "\"metalIndex\":4294967296"},
        {"\"lodMax\":7.5", "\"lodMax\":1e300"},
        {"\"lodMax\":7.5", "\"lodMax\":null"},
        {"\"notes\":[\"note\"]", "\"notes\":[1]"},
        {"\"notes\":[\"note\"]", "\"notes\":\"n\""},
        {"\"stage\":2", "\"stage\":4"},
        {"\"maxAnisotropy\":16", "\"maxAnisotropy\":300"},
    };
    for (const auto& [from, to] : changes) {
        const auto outcome = air::outcomeFromJson(replaced(good, from, to));
        REQUIRE_MESSAGE(!outcome, to);
        CHECK_FALSE(outcome.error().text.empty());
    }
    for (size_t length = 0; length < good.size(); ++length) CHECK_FALSE(air::outcomeFromJson(good.substr(0, length)));
    std::string notes = "\"notes\":[\"n\"";
    for (int i = 0; i < 5000; ++i) notes += ",\"n\"";
    CHECK_FALSE(air::outcomeFromJson(replaced(good, "\"notes\":[\"note\"", notes)));
    CHECK_FALSE(air::outcomeFromJson(std::string(1000000, '[')));
    air::OutcomeParts parts = air::toParts(fullOutcome());
    parts.header.resize(air::kMaxHeaderText, ' ');
    CHECK(air::outcomeFromParts(parts));
    parts.header += ' ';
    CHECK_FALSE(air::outcomeFromParts(parts));
}
