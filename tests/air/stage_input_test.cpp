// The text that linkers put around functions whose attributes no vertex array feeds: formats and steps of stage input. What is expected is
// computed here from the bytes.
#include <fmt/format.h>

#include "shaders/air/stage_input.h"
#include "stage_program.h"

using namespace airtest;
using air::AttributeLayout;
using air::FetchedInput;
using air::StepFunction;

namespace {


// One kernel thread a texel of 4 x 2 writes attribute 3.
std::vector<Vec4> fetched(const AttributeLayout& attribute, const std::vector<uint8_t>& bytes, uint8_t indexBytes = 0,
                          const std::vector<uint8_t>& indices = {}) {
    const air::Outcome outcome = translateText(kernelModule(
        "define void @k(<4 x float> %a, <2 x i32> %tid, ptr addrspace(1) %out) {\n"
        "  %x = extractelement <2 x i32> %tid, i32 0\n  %y = extractelement <2 x i32> %tid, i32 1\n  %r = mul i32 %y, 4\n"
        "  %i = add i32 %r, %x\n  %p = getelementptr <4 x float>, ptr addrspace(1) %out, i32 %i\n"
        "  store <4 x float> %a, ptr addrspace(1) %p, align 16\n  ret void\n}\n",
        {"i32 0, !\"air.stage_in\", !\"air.location_index\", i32 3, i32 1, !\"air.arg_type_name\", !\"float4\", !\"air.arg_name\", !\"a\"",
         "i32 1, !\"air.thread_position_in_grid\", !\"air.arg_type_name\", !\"uint2\", !\"air.arg_name\", !\"tid\"", buffer(2, 0)}));
    REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    const auto preamble = air::fetchPreamble(outcome.translation.reflection, {{attribute}, indexBytes, 0});
    REQUIRE_MESSAGE(preamble.ok(), (preamble ? "" : preamble.error().text));
    Program program({{GL_COMPUTE_SHADER, linked(outcome.translation, kFourByTwo + *preamble)}});
    program.bind(fmt::format("cs_fetch{}", attribute.buffer).c_str(), 1, bytes, kShift);
    glUniform2ui(program.uniform(fmt::format("cs_fetch[{}]", attribute.buffer)), kShift, GLuint(bytes.size()));
    if (!indices.empty()) {
        program.bind("cs_fetch31", 2, indices, kShift);
        glUniform2ui(program.uniform("cs_fetch[31]"), kShift, GLuint(indices.size()));
    }
    program.bind("cs_buf0", 0, std::vector<uint8_t>(128));
    glUniform2ui(program.uniform("cs_info[0]"), 0, 128);
    const GLuint grid[9] = {4, 2, 1, 1, 1, 1, 0, 0, 0};
    glUniform3uiv(program.uniform("cs_grid"), 3, grid);
    if (program.uniform("cs_origin") >= 0) glUniform3ui(program.uniform("cs_origin"), 1, 0, 0);
    glDispatchCompute(1, 1, 1);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    std::vector<Vec4> values(8);
    glGetNamedBufferSubData(program.latestBuffer(), 0, 128, values.data());
    CHECK(glGetError() == GL_NO_ERROR);
    return values;
}

AttributeLayout layout(uint8_t format, uint32_t stride, StepFunction step = StepFunction::Constant, uint32_t rate = 1) {
    return {3, format, 5, 3, stride, step, rate};
}

} // namespace

TEST_CASE("formats of stage input are what their bytes say") {
    if (lacksGl()) return;
    struct Case {
        uint8_t format;
        std::vector<uint8_t> bytes;
        Vec4 wanted;
    };
    const Case cases[] = {
        {1, {7, 250}, {7, 250, 0, 1}},                                                                       // UChar2
        {6, {0xff, 2, 0x80, 4}, {-1, 2, -128, 4}},                                                           // Char4
        {8, {255, 0, 51}, {1, 0, 0.2F, 1}},                                                                  // UChar3Normalized
        {12, {0x7f, 0x81, 0x80, 0}, {1, -1, -1, 0}},                                                         // Char4Normalized
        {14, {1, 2, 3, 4, 5, 6}, {513, 1027, 1541, 1}},                                                      // UShort3
        {18, {0xff, 0xff, 1, 0, 0, 0x80, 2, 0}, {-1, 1, -32768, 2}},                                         // Short4
        {19, {0xff, 0xff, 0x33, 0x33}, {1, 0.2F, 0, 1}},                                                     // UShort2Normalized
        {22, {0xff, 0x7f, 1, 0x80}, {1, -1, 0, 1}},                                                          // Short2Normalized
        {26, {0, 0x3c, 0, 0xc0, 0, 0x38}, {1, -2, 0.5F, 1}},                                                 // Half3
        {29, bytesOf<float>({1.5F, -2.25F}), {1.5F, -2.25F, 0, 1}},                                          // Float2
        {34, bytesOf<int32_t>({-5, 6, 7}), {-5, 6, 7, 1}},                                                   // Int3
        {36, bytesOf<uint32_t>({65537}), {65537, 0, 0, 1}},                                                  // UInt
        {40, bytesOf<uint32_t>({511U | 513U << 10 | 1U << 30}), {1, -1, 0, 1}},                              // Int1010102Normalized
        {41, bytesOf<uint32_t>({1023U | 3U << 30}), {1, 0, 0, 1}},                                           // UInt1010102Normalized
        {42, {51, 102, 255, 0}, {1, 0.4F, 0.2F, 0}},                                                         // UChar4Normalized_BGRA
        {48, {0x81}, {-1, 0, 0, 1}},                                                                         // CharNormalized
        {53, {0, 0xbc}, {-1, 0, 0, 1}},                                                                      // Half
        {54, bytesOf<uint32_t>({15U << 6 | (16U << 6) << 11 | (14U << 5) << 22}), {1, 2, 0.5F, 1}},          // FloatRG11B10
        {55, bytesOf<uint32_t>({256U | 128U << 9 | 511U << 18 | 16U << 27}), {1, 0.5F, 511.0F / 256.0F, 1}}, // FloatRGB9E5
    };
    for (const Case& c : cases) {
        CAPTURE(int(c.format));
        std::vector<uint8_t> bytes(3, 0x99); // the attribute's offset
        bytes.insert(bytes.end(), c.bytes.begin(), c.bytes.end());
        same(fetched(layout(c.format, 4), bytes)[5], c.wanted);
    }
}

TEST_CASE("threads take elements by x, by y, through indices, and zeros beyond the end") {
    if (lacksGl()) return;
    std::vector<uint8_t> bytes(3);
    for (uint8_t n = 0; n < 6; ++n) bytes.insert(bytes.end(), {uint8_t(10 + n), n}); // UChar2 in strides of 2: (10 + n, n)
    using enum StepFunction;
    const auto byX = fetched(layout(1, 2, ThreadX), bytes); // the region's origin is (1, 0)
    for (unsigned i = 0; i < 8; ++i) same(byX[i], {float(11 + i % 4), float(1 + i % 4), 0, 1});
    const auto byY = fetched(layout(1, 2, ThreadY), bytes);
    for (unsigned i = 0; i < 8; ++i) same(byY[i], {float(10 + i / 4), float(i / 4), 0, 1});
    const auto byTwo = fetched(layout(1, 2, ThreadX, 2), bytes);
    for (unsigned i = 0; i < 8; ++i) same(byTwo[i], {float(10 + (i % 4 + 1) / 2), float((i % 4 + 1) / 2), 0, 1});
    const std::vector<uint16_t> numbers = {9, 3, 0, 5, 100}; // the last one is no element
    const float wanted[4] = {3, 0, 5, -10};
    const auto by16 = fetched(layout(1, 2, ThreadXIndexed), bytes, 2, bytesOf(numbers));
    const auto by32 = fetched(layout(1, 2, ThreadXIndexed), bytes, 4, bytesOf(std::vector<uint32_t>(numbers.begin(), numbers.end())));
    for (unsigned i = 0; i < 8; ++i) {
        const float n = wanted[i % 4];
        same(by16[i], {10 + n, std::max(n, 0.0F), 0, 1});
        same(by32[i], {10 + n, std::max(n, 0.0F), 0, 1});
    }
}

TEST_CASE("layouts that no text can be made of are refused") {
    air::Reflection kernel;
    kernel.stage = air::Stage::Kernel;
    kernel.fetchedInputs = {{FetchedInput::Rate::Thread, 3, 0, "cs_a3"}};
    const auto refused = [&](AttributeLayout a, uint8_t indexBytes = 0) { return !air::fetchPreamble(kernel, {{a}, indexBytes, 0}).ok(); };
    using enum StepFunction;
    CHECK_FALSE(refused(layout(31, 16, ThreadX)));
    CHECK(refused(layout(0, 16, ThreadX)));
    CHECK(refused(layout(200, 16, ThreadX)));
    CHECK(refused(layout(31, 16, PerVertex)));
    CHECK(refused(layout(31, 16, PerPatch)));
    CHECK(refused(layout(31, 16, ThreadXIndexed)));
    CHECK(refused(layout(31, 16, ThreadXIndexed), 3));
    CHECK(refused(layout(31, 16, StepFunction(77))));
    AttributeLayout far = layout(31, 16, ThreadX);
    far.buffer = 31;
    CHECK(refused(far));
    kernel.fetchedInputs[0].componentType = 1;
    CHECK(refused(layout(31, 16, ThreadX)));
    CHECK_FALSE(refused(layout(35, 16, ThreadX)));
    kernel.fetchedInputs[0].attribute = 4; // not in the layout: the text's default
    const auto none = air::fetchPreamble(kernel, {{layout(35, 16, ThreadX)}, 0, 0});
    REQUIRE(none.ok());
    CHECK(none->empty());
}
