// The CPU reference of vertex and fragment functions against values worked out by hand, and against the GL driver where there is one.
#include <doctest/doctest.h>
#include <llvm/AsmParser/Parser.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/raw_ostream.h>

#include <algorithm>
#include <bit>
#include <span>
#include <string>

#include "cpu/differential.h"
#include "cpu/draw.h"
#include "cpu/gl_resources.h"

using namespace aircpu;

namespace {

std::string bitcodeOf(const std::string& text) {
    llvm::LLVMContext context;
    llvm::SMDiagnostic problem;
    const auto module = llvm::parseAssemblyString(text, problem, context);
    REQUIRE_MESSAGE(module, problem.getMessage().str());
    std::string bitcode;
    llvm::raw_string_ostream out(bitcode);
    llvm::WriteBitcodeToFile(*module, out);
    out.flush();
    return bitcode;
}

uint32_t bits(float value) { return std::bit_cast<uint32_t>(value); }

// The driver has to agree with the reference on inputs of its own.
void checkOnGl(const std::string& bitcode) {
    if (!hasGl()) return;
    const CheckResult result = checkFunction(std::as_bytes(std::span(bitcode)), "", {});
    CHECK_MESSAGE(result.verdict == CheckVerdict::Same, verdictName(result.verdict), ": ", result.reason);
    CHECK(result.compared > 0);
}

Execution drawn(const Program& program, const DrawInputs& inputs) {
    Execution execution = executeDraw(program, inputs, 0);
    REQUIRE(execution.isFinished);
    CHECK(execution.broken == "");
    CHECK(execution.refused.empty());
    return execution;
}

float resultAt(const Execution& execution, uint32_t result, uint32_t thread, uint32_t lanes, uint32_t lane) {
    return float(readFloat(Element::F32, execution.buffers.at(kFirstResult + result).data(), thread * lanes + lane));
}

constexpr const char* kVertex = R"ir(
define <{ <4 x float>, <2 x half>, i32 }> @v(<4 x float> %a, i32 %id, i32 %instance, ptr addrspace(2) %u) {
  %s = load float, ptr addrspace(2) %u
  %f = uitofp i32 %id to float
  %m = insertelement <4 x float> %a, float %f, i32 0
  %w = insertelement <4 x float> %m, float %s, i32 3
  %x = extractelement <4 x float> %a, i32 0
  %h = fptrunc float %x to half
  %p0 = insertelement <2 x half> undef, half %h, i32 0
  %p1 = insertelement <2 x half> %p0, half 0xH3C00, i32 1
  %n = add i32 %instance, 40
  %r0 = insertvalue <{ <4 x float>, <2 x half>, i32 }> undef, <4 x float> %w, 0
  %r1 = insertvalue <{ <4 x float>, <2 x half>, i32 }> %r0, <2 x half> %p1, 1
  %r2 = insertvalue <{ <4 x float>, <2 x half>, i32 }> %r1, i32 %n, 2
  ret <{ <4 x float>, <2 x half>, i32 }> %r2
}
!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3, !4, !5}
!2 = !{!6, !7, !8, !9}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{!"air.vertex_output", !"generated(2uvDv2_Dh)", !"air.arg_type_name", !"half2"}
!5 = !{!"air.vertex_output", !"user(number)", !"air.arg_type_name", !"int"}
!6 = !{i32 0, !"air.vertex_input", !"air.location_index", i32 2, i32 1, !"air.arg_type_name", !"float4"}
!7 = !{i32 1, !"air.vertex_id", !"air.arg_type_name", !"uint"}
!8 = !{i32 2, !"air.instance_id", !"air.arg_type_name", !"uint"}
!9 = !{i32 3, !"air.buffer", !"air.buffer_size", i32 16, !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_name", !"float4"}
)ir";

// Red and green: the texture, linear, at the varying. Blue: the width of a pixel. Half of the pixels of a quad with a negative third lane
// are discarded.
constexpr const char* kFragment = R"ir(
@s = internal addrspace(2) constant i64 SAMPLER
declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32)
declare float @air.dfdx.f32(float) convergent
declare void @air.discard_fragment()
define <4 x float> @f(<4 x float> %p, <4 x float> %v, ptr addrspace(1) %t) {
entry:
  %x = extractelement <4 x float> %p, i32 0
  %y = extractelement <4 x float> %p, i32 1
  %d = call float @air.dfdx.f32(float %x)
  %c = shufflevector <4 x float> %v, <4 x float> undef, <2 x i32> <i32 0, i32 1>
  %r = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) @s, <2 x float> %c, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %q = extractvalue { <4 x float>, i8 } %r, 0
  %o = insertelement <4 x float> %q, float %d, i32 2
  %z = extractelement <4 x float> %v, i32 2
  %isLow = fcmp olt float %y, 1.0
  %isNegative = fcmp olt float %z, 0.0
  %isGone = and i1 %isLow, %isNegative
  br i1 %isGone, label %gone, label %end
gone:
  call void @air.discard_fragment()
  br label %end
end:
  ret <4 x float> %o
}
!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6}
!3 = !{!"air.render_target", i32 1, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4"}
!6 = !{i32 2, !"air.texture", !"air.location_index", i32 3, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>"}
!air.sampler_states = !{!7}
!7 = !{!"air.sampler_state", ptr addrspace(2) @s}
)ir";

std::string fragmentText() {
    // Clamp to edge, linear, no comparison (air.md 3, "constexpr samplers").
    const uint64_t word = 1U | 1U << 3 | 1U << 6 | 1U << 9 | 1U << 11 | 8U << 16 | uint64_t(0x7bff) << 40;
    std::string text = kFragment;
    return text.replace(text.find("SAMPLER"), 7, std::to_string(word));
}

} // namespace

TEST_CASE("a vertex function gets attributes, numbers and buffers, and returns its members one by one") {
    const std::string bitcode = bitcodeOf(kVertex);
    const auto program = compileFunction(std::as_bytes(std::span(bitcode)), "");
    REQUIRE_MESSAGE(program, program.error().text);
    REQUIRE(program->stage == Stage::Vertex);
    CHECK(undrawable(*program).empty());
    DrawInputs inputs = randomDraw(*program, 1);
    for (uint32_t i = 0; i < drawThreads(program->stage); ++i) inputs.values[0][i] = {bits(0.25F * float(i)), bits(2), bits(3), bits(4)};
    writeFloat(Element::F32, inputs.memory.buffers[1].data(), 0, 7.5);
    const Execution execution = drawn(*program, inputs);
    for (uint32_t i = 0; i < drawThreads(program->stage); ++i) {
        CHECK(resultAt(execution, 0, i, 4, 0) == float(i % kVertices));
        CHECK(resultAt(execution, 0, i, 4, 1) == 2.0F);
        CHECK(resultAt(execution, 0, i, 4, 3) == 7.5F);
        const std::byte* uv = execution.buffers.at(kFirstResult + 1).data();
        CHECK(readFloat(Element::F16, uv, i * 2) == 0.25 * i);
        CHECK(readFloat(Element::F16, uv, i * 2 + 1) == 1.0);
        CHECK(readBits(Element::I32, execution.buffers.at(kFirstResult + 2).data(), i) == 40 + i / kVertices);
    }
    checkOnGl(bitcode);
}

TEST_CASE("a fragment function samples, derives across its quad and discards") {
    const std::string bitcode = bitcodeOf(fragmentText());
    const auto program = compileFunction(std::as_bytes(std::span(bitcode)), "");
    REQUIRE_MESSAGE(program, program.error().text);
    REQUIRE(program->stage == Stage::Fragment);
    DrawInputs inputs = randomDraw(*program, 1);
    // One row of two texels, red 0 and 1, green 3: in between red rises from the centre of the first to that of the second.
    Texture& texture = inputs.memory.resources.textures.at(3);
    texture.width = 2, texture.height = 1;
    texture.texels = {{0, bits(3), 0, 0}, {bits(1), bits(3), 0, 0}};
    const auto at = [](uint32_t block) { return float(block) / 8; };
    for (uint32_t i = 0; i < drawThreads(program->stage); ++i)
        inputs.values[1][i] = {bits(at(i / 4)), bits(0.5F), bits(i / 4 == 5 ? -1.0F : 1.0F), 0};
    const Execution execution = drawn(*program, inputs);
    for (uint32_t i = 0; i < drawThreads(program->stage); ++i) {
        CAPTURE(i);
        const bool isDiscarded = i / 4 == 5 && i % 4 < 2;
        CHECK((execution.written.at(kFirstResult)[size_t(i) * 16] == Element::None) == isDiscarded);
        if (isDiscarded) continue;
        CHECK(resultAt(execution, 0, i, 4, 0) == std::clamp(at(i / 4) * 2 - 0.5F, 0.0F, 1.0F));
        CHECK(resultAt(execution, 0, i, 4, 1) == 3.0F);
        CHECK(resultAt(execution, 0, i, 4, 2) == 1.0F);
    }
    checkOnGl(bitcode);
}

TEST_CASE("samplers wrap as Metal's address modes say") {
    using Wrap = Sampler::Wrap;
    const auto row = [](Wrap wrap) {
        std::vector<int64_t> places;
        for (int64_t i = -4; i < 7; ++i) places.push_back(wrapped(wrap, i, 3));
        return places;
    };
    CHECK(row(Wrap::Edge) == std::vector<int64_t>{0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2});
    CHECK(row(Wrap::Repeat) == std::vector<int64_t>{2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0});
    CHECK(row(Wrap::MirroredRepeat) == std::vector<int64_t>{2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0});
    CHECK(row(Wrap::Zero) == std::vector<int64_t>{-1, -1, -1, -1, 0, 1, 2, -1, -1, -1, -1});
}
