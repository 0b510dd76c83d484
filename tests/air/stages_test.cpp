// The text that linkers put around functions whose attributes no vertex array feeds: formats and steps of stage input, and tessellation
// from factors to triangles; functions that other modules define. What is expected is computed here from the bytes.
#include <doctest/doctest.h>
#include <epoxy/gl.h>
#include <fmt/format.h>
#include <llvm/AsmParser/Parser.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/raw_ostream.h>

#include <array>
#include <cmath>
#include <cstring>
#include <set>

#include "kernel_runner.h"
#include "shaders/air/stage_input.h"
#include "shaders/air/tessellation_link.h"

using namespace airtest;
using air::AttributeLayout;
using air::FetchedInput;
using air::StepFunction;
using Vec4 = std::array<float, 4>;

namespace {

bool lacksGl() {
    if (!hasGl()) MESSAGE("skipped: no surfaceless OpenGL 4.5 context");
    return !hasGl();
}

struct Part {
    GLenum kind;
    std::string text;
};

class Program {
public:
    explicit Program(const std::vector<Part>& parts, const std::vector<const char*>& captured = {}) : m_name(glCreateProgram()) {
        for (const Part& part : parts) {
            const GLuint shader = glCreateShader(part.kind);
            const char* source = part.text.c_str();
            glShaderSource(shader, 1, &source, nullptr);
            glCompileShader(shader);
            char log[1000] = {};
            glGetShaderInfoLog(shader, sizeof log, nullptr, log);
            GLint compiled = 0;
            glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
            REQUIRE_MESSAGE(compiled, log << "\n" << part.text);
            glAttachShader(m_name, shader);
            glDeleteShader(shader);
        }
        if (!captured.empty()) glTransformFeedbackVaryings(m_name, GLsizei(captured.size()), captured.data(), GL_INTERLEAVED_ATTRIBS);
        glLinkProgram(m_name);
        GLint linked = 0;
        glGetProgramiv(m_name, GL_LINK_STATUS, &linked);
        char log[1000] = {};
        glGetProgramInfoLog(m_name, sizeof log, nullptr, log);
        REQUIRE_MESSAGE(linked, log);
        glUseProgram(m_name);
    }
    ~Program() {
        glDeleteProgram(m_name);
        glDeleteBuffers(GLsizei(m_buffers.size()), m_buffers.data());
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    // `shift` bytes of something else in front, as where GL aligns what is bound.
    void bind(const char* block, GLuint point, const std::vector<uint8_t>& bytes, unsigned shift = 0) {
        std::vector<uint8_t> all(shift, 0xee);
        all.insert(all.end(), bytes.begin(), bytes.end());
        all.resize(all.size() / 4 * 4 + 8, 0xee);
        GLuint buffer = 0;
        glCreateBuffers(1, &buffer);
        glNamedBufferStorage(buffer, GLsizeiptr(all.size()), all.data(), 0);
        const GLuint index = glGetProgramResourceIndex(m_name, GL_SHADER_STORAGE_BLOCK, block);
        REQUIRE_MESSAGE(index != GL_INVALID_INDEX, block);
        glShaderStorageBlockBinding(m_name, index, point);
        glBindBufferBase(GL_SHADER_STORAGE_BUFFER, point, buffer);
        m_buffers.push_back(buffer);
    }
    GLint uniform(const std::string& name) const { return glGetUniformLocation(m_name, name.c_str()); }
    GLuint latestBuffer() const { return m_buffers.back(); }

private:
    GLuint m_name;
    std::vector<GLuint> m_buffers;
};

template <class T>
std::vector<uint8_t> bytesOf(const std::vector<T>& values) {
    std::vector<uint8_t> bytes(values.size() * sizeof(T));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

std::string linked(const air::Translation& t, const std::string& preamble) {
    size_t at = t.glsl.find('\n') + 1;
    while (t.glsl.compare(at, 10, "#extension") == 0) at = t.glsl.find('\n', at) + 1;
    return t.glsl.substr(0, at) + preamble + t.glsl.substr(at);
}

const std::string kFourByTwo = "#define AIR_LOCAL_X 4\n#define AIR_LOCAL_Y 2\n#define AIR_LOCAL_Z 1\n"
                               "#define AIR_GROUP_X 4\n#define AIR_GROUP_Y 2\n#define AIR_GROUP_Z 1\n";
constexpr unsigned kShift = 2; // bytes of the bound range in front of the Metal buffer

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

void same(const Vec4& found, const Vec4& wanted) {
    for (size_t i = 0; i < 4; ++i) CHECK(found[i] == doctest::Approx(wanted[i]));
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

namespace {

std::string bitcodeOf(const std::string& text) {
    llvm::LLVMContext context;
    llvm::SMDiagnostic problem;
    const auto module = llvm::parseAssemblyString(text, problem, context);
    REQUIRE_MESSAGE(module, problem.getMessage().str());
    std::string bitcode;
    llvm::raw_string_ostream out(bitcode);
    llvm::WriteBitcodeToFile(*module, out);
    return out.str();
}

// A function of a module of its own: `uses` and `calls` name what it refers to.
std::string visibleModule(const std::string& name, const std::string& body, const std::string& calls = {}) {
    std::string text = fmt::format("@table = addrspace(2) constant i32 5\ndefine i32 @helper(i32 %x) {{\n  {}\n}}\n"
                                   "define i32 @{}(i32 %x) {{\n  %h = call i32 @helper(i32 %x)\n  ret i32 %h\n}}\n"
                                   "!llvm.module.flags = !{{!9}}\n!9 = !{{i32 1, !\"wchar_size\", i32 {}}}\n"
                                   "!air.visible = !{{!0}}\n!0 = !{{ptr @{}, !1, !1}}\n!1 = !{{}}\n",
                                   body, name, name.size(), name);
    if (calls.empty()) return text;
    return text + fmt::format("declare i32 @{0}.MTL_VISIBLE_FN_REF(i32)\n!air.visible_function_references = !{{!2}}\n"
                              "!2 = !{{!\"air.visible_function_reference\", ptr @{0}.MTL_VISIBLE_FN_REF, !\"{0}\"}}\n",
                              calls);
}

std::string callingKernel(const std::string& callee) {
    return kernelModule(fmt::format("@table = addrspace(2) constant i32 7\ndefine i32 @helper(i32 %x) {{\n  ret i32 %x\n}}\n"
                                    "declare i32 @{0}.MTL_VISIBLE_FN_REF(i32)\n"
                                    "define void @k(i32 %i, ptr addrspace(1) %out) {{\n  %h = call i32 @helper(i32 %i)\n"
                                    "  %v = call i32 @{0}.MTL_VISIBLE_FN_REF(i32 %h)\n"
                                    "  %p = getelementptr i32, ptr addrspace(1) %out, i32 %i\n  store i32 %v, ptr addrspace(1) %p\n"
                                    "  ret void\n}}\n!air.visible_function_references = !{{!90}}\n"
                                    "!90 = !{{!\"air.visible_function_reference\", ptr @{0}.MTL_VISIBLE_FN_REF, !\"{0}\"}}\n",
                                    callee),
                        {threadIndex(0), buffer(1, 0)});
}

air::Outcome translateWith(const std::string& kernel, const std::vector<std::string>& others) {
    const std::string own = bitcodeOf(kernel);
    std::vector<std::span<const std::byte>> linked;
    for (const std::string& other : others) linked.push_back(std::as_bytes(std::span(other)));
    return air::translateLinked(std::as_bytes(std::span(own)), "", {}, linked);
}

} // namespace

TEST_CASE("visible functions are linked when they are given, whatever their modules call their parts") {
    const std::string kernel = callingKernel("twice");
    const std::string twice =
        bitcodeOf(visibleModule("twice", "%a = call i32 @plus.MTL_VISIBLE_FN_REF(i32 %x)\n  %b = add i32 %a, %x\n  ret i32 %b", "plus"));
    const std::string plus =
        bitcodeOf(visibleModule("plus", "%t = load i32, ptr addrspace(2) @table\n  %a = add i32 %x, %t\n  ret i32 %a"));
    CHECK(translateWith(kernel, {}).reason.starts_with("visible-function"));
    CHECK(translateWith(kernel, {twice}).reason == "visible-function: plus.MTL_VISIBLE_FN_REF");
    CHECK(translateWith(kernel, {"no container", plus}).reason.starts_with("visible-function: twice"));
    const std::string other = bitcodeOf("define float @twice(float %x) {\n  ret float %x\n}\n");
    CHECK(translateWith(kernel, {other}).reason == "visible-function: twice is called with another type than it has");
    const std::string circle = bitcodeOf(visibleModule("twice", "%a = call i32 @twice.MTL_VISIBLE_FN_REF(i32 %x)\n  ret i32 %a", "twice"));
    CHECK(translateWith(kernel, {circle}).reason.starts_with("recursion"));
    const air::Outcome outcome = translateWith(kernel, {plus, twice});
    REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    if (lacksGl()) return;
    Program program({{GL_COMPUTE_SHADER, linked(outcome.translation, kFourByTwo)}});
    program.bind("cs_buf0", 0, std::vector<uint8_t>(16));
    glUniform2ui(program.uniform("cs_info[0]"), 0, 16);
    const GLuint grid[9] = {4, 2, 1, 1, 1, 1, 0, 0, 0};
    glUniform3uiv(program.uniform("cs_grid"), 3, grid);
    glDispatchCompute(1, 1, 1);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    std::array<uint32_t, 4> found{};
    glGetNamedBufferSubData(program.latestBuffer(), 0, 16, found.data());
    CHECK(found == std::array<uint32_t, 4>{5, 7, 9, 11}); // i + (i + 5)
}

TEST_CASE("levels of comparisons are declined where the driver has no form for them") {
    const std::string body =
        "declare { float, i8 } @air.sample_compare_depth_cube.f32(ptr addrspace(1), ptr addrspace(2), i32, <3 x float>, float, "
        "i1, float, float, i32)\n"
        "define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {\n"
        "  %r = call { float, i8 } @air.sample_compare_depth_cube.f32(ptr addrspace(1) %t, ptr addrspace(2) %s, i32 1, <3 x float> "
        "zeroinitializer, float 0.5, i1 true, float 2.0, float 0.0, i32 0)\n"
        "  %v = extractvalue { float, i8 } %r, 0\n  store float %v, ptr addrspace(1) %out\n  ret void\n}\n";
    const std::string own = bitcodeOf(kernelModule(
        body,
        {"i32 0, !\"air.texture\", !\"air.location_index\", i32 0, i32 1, !\"air.sample\", !\"air.arg_type_name\", "
         "!\"depthcube<float, sample>\", !\"air.arg_name\", !\"t\"",
         "i32 1, !\"air.sampler\", !\"air.location_index\", i32 0, i32 1, !\"air.arg_type_name\", !\"sampler\", !\"air.arg_name\", !\"s\"",
         buffer(2, 0)}));
    air::Capabilities capabilities;
    CHECK(air::translate(std::as_bytes(std::span(own)), "", capabilities).verdict == air::Verdict::Ok);
    capabilities.shadowLod = false;
    CHECK(air::translate(std::as_bytes(std::span(own)), "", capabilities).reason.starts_with("compare-lod"));
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
    const std::string own = bitcodeOf(kernelModule(body, {texture(0), texture(1), threadIndex(2)}));
    air::Capabilities capabilities;
    capabilities.maxImageUnits = 4;
    const auto three = air::translate(std::as_bytes(std::span(own)), "", capabilities);
    REQUIRE(three.verdict == air::Verdict::Ok);
    std::set<std::pair<std::string, uint32_t>> images;
    for (const air::TextureUse& use : three.translation.reflection.textures) images.insert({use.uniformName, use.level});
    CHECK(images == std::set<std::pair<std::string, uint32_t>>{{"cs_i0", 0}, {"cs_i0_l1", 1}, {"cs_i0_l2", 2}, {"cs_i1_l2", 2}});
    CHECK(three.translation.reflection.textures[0].mostLevels == 3);
    capabilities.maxImageUnits = 2;
    CHECK(air::translate(std::as_bytes(std::span(own)), "", capabilities).reason.starts_with("image-level"));
}

namespace {

// Vertices as the evaluation stage gave them, three a triangle: position (x: what was computed of control points), place in the patch,
// numbers.
struct Vertex {
    Vec4 position, place;
    std::array<uint32_t, 4> numbers;
};

struct Patches {
    air::PatchType type;
    air::TessellationState state;
    std::vector<uint16_t> factors; // halves
    uint32_t start = 0, count = 1, instances = 1, baseInstance = 0, instanceStride = 0;
    float scale = 1.0F;
    std::vector<uint32_t> patchIndices{};
    std::vector<uint16_t> pointIndices{};
};

// The sum of control points weighted by place, attribute 0 of them; attribute 1 of the patch in numbers.w.
air::Translation patchFunction(bool isQuad) {
    const char* domain = isQuad ? "<2 x float>" : "<3 x float>";
    std::string body =
        fmt::format("define <{{ <4 x float>, <4 x float>, <4 x i32> }}> @k({} %at, ptr %patch, i32 %id, i32 %instance, i32 %tag) {{\n"
                    "  %u = extractelement {} %at, i32 0\n  %v = extractelement {} %at, i32 1\n",
                    domain, domain, domain);
    for (int k = 0; k < (isQuad ? 4 : 3); ++k)
        body += fmt::format("  %r{0} = call {{ <2 x float> }} @P.MTL_CONTROL_POINT_FN(i32 {0}, ptr %patch)\n"
                            "  %c{0} = extractvalue {{ <2 x float> }} %r{0}, 0\n  %x{0} = extractelement <2 x float> %c{0}, i32 0\n"
                            "  %y{0} = extractelement <2 x float> %c{0}, i32 1\n",
                            k);
    const auto bilinear = [](char axis) {
        return fmt::format("  %{0}n = fsub float %{0}1, %{0}0\n  %{0}nu = fmul float %{0}n, %u\n  %{0}a = fadd float %{0}0, %{0}nu\n"
                           "  %{0}f = fsub float %{0}3, %{0}2\n  %{0}fu = fmul float %{0}f, %u\n  %{0}b = fadd float %{0}2, %{0}fu\n"
                           "  %{0}d = fsub float %{0}b, %{0}a\n  %{0}dv = fmul float %{0}d, %v\n  %{0} = fadd float %{0}a, %{0}dv\n",
                           axis);
    };
    const auto flat = [](char axis) {
        return fmt::format("  %{0}0u = fmul float %{0}0, %u\n  %{0}1v = fmul float %{0}1, %v\n  %{0}2w = fmul float %{0}2, %w\n"
                           "  %{0}s = fadd float %{0}0u, %{0}1v\n  %{0} = fadd float %{0}s, %{0}2w\n",
                           axis);
    };
    if (!isQuad) body += "  %w = extractelement <3 x float> %at, i32 2\n";
    for (const char axis : {'x', 'y'}) body += isQuad ? bilinear(axis) : flat(axis);
    body += "  %p0 = insertelement <4 x float> <float 0.0, float 0.0, float 0.5, float 1.0>, float %x, i32 0\n"
            "  %p = insertelement <4 x float> %p0, float %y, i32 1\n"
            "  %q0 = insertelement <4 x float> zeroinitializer, float %u, i32 0\n  %q = insertelement <4 x float> %q0, float %v, i32 1\n"
            "  %n0 = insertelement <4 x i32> zeroinitializer, i32 %id, i32 0\n  %n1 = insertelement <4 x i32> %n0, i32 %instance, i32 1\n"
            "  %n = insertelement <4 x i32> %n1, i32 %tag, i32 2\n"
            "  %o0 = insertvalue <{ <4 x float>, <4 x float>, <4 x i32> }> undef, <4 x float> %p, 0\n"
            "  %o1 = insertvalue <{ <4 x float>, <4 x float>, <4 x i32> }> %o0, <4 x float> %q, 1\n"
            "  %o2 = insertvalue <{ <4 x float>, <4 x float>, <4 x i32> }> %o1, <4 x i32> %n, 2\n"
            "  ret <{ <4 x float>, <4 x float>, <4 x i32> }> %o2\n}\n"
            "declare { <2 x float> } @P.MTL_CONTROL_POINT_FN(i32, ptr)\n";
    const std::string metadata =
        fmt::format("!air.vertex = !{{!0}}\n!0 = !{{ptr @k, !1, !2, !12}}\n!1 = !{{!3, !4, !5}}\n!2 = !{{!6, !7, !8, !9, !10}}\n"
                    "!3 = !{{!\"air.position\", !\"air.arg_type_name\", !\"float4\"}}\n"
                    "!4 = !{{!\"air.vertex_output\", !\"user(place)\", !\"air.arg_type_name\", !\"float4\"}}\n"
                    "!5 = !{{!\"air.vertex_output\", !\"user(numbers)\", !\"air.arg_type_name\", !\"uint4\"}}\n"
                    "!6 = !{{i32 0, !\"air.position_in_patch\", !\"air.arg_type_name\", !\"float{}\"}}\n"
                    "!7 = !{{i32 1, !\"air.patch_control_point_input\", !11, !13}}\n!8 = !{{i32 2, !\"air.patch_id\", "
                    "!\"air.arg_type_name\", !\"uint\"}}\n"
                    "!9 = !{{i32 3, !\"air.instance_id\", !\"air.arg_type_name\", !\"uint\"}}\n"
                    "!10 = !{{i32 4, !\"air.patch_input\", !\"air.location_index\", i32 1, i32 1, !\"air.arg_type_name\", !\"uint\"}}\n"
                    "!11 = !{{!\"air.patch_control_point_function\", ptr @P.MTL_CONTROL_POINT_FN}}\n"
                    "!12 = !{{!\"air.patch\", !\"{}\", !\"air.patch_control_point\", i32 {}}}\n"
                    "!13 = !{{!\"air.location_index\", i32 0, i32 1, !\"air.arg_type_name\", !\"float2\"}}\n",
                    isQuad ? 2 : 3, isQuad ? "quad" : "triangle", isQuad ? 4 : 3);
    const air::Outcome outcome = translateText(body + metadata);
    REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    CHECK(outcome.translation.reflection.stage == air::Stage::Tessellation);
    CHECK(outcome.translation.reflection.patchControlPoints == (isQuad ? 4 : 3));
    return outcome.translation;
}

// Point k of patch p of attribute 0: a corner of the unit square (quads) or triangle, p to the right.
Vec4 pointOf(const Patches& patches, uint32_t patch, uint32_t k) {
    const bool isQuad = patches.type == air::PatchType::Quad;
    const float x = isQuad ? float(k % 2) : float(k == 1), y = isQuad ? float(k / 2) : float(k == 2);
    return {float(patch) + x, y, 0, 0};
}

constexpr uint32_t kPatchesInBuffers = 8;

uint32_t pointsOf(const Patches& patches) { return patches.type == air::PatchType::Quad ? 4 : 3; }

void bindPatches(Program& program, const Patches& patches) {
    const uint32_t points = pointsOf(patches);
    std::vector<float> positions;
    std::vector<uint32_t> tags;
    for (uint32_t p = 0; p < kPatchesInBuffers; ++p) {
        for (uint32_t k = 0; k < points; ++k) positions.insert(positions.end(), {pointOf(patches, p, k)[0], pointOf(patches, p, k)[1]});
        tags.insert(tags.end(), {0, 1000 + p});
    }
    program.bind("ts_fetch0", 0, bytesOf(positions), kShift);
    program.bind("ts_fetch2", 2, bytesOf(tags), kShift);
    glUniform2ui(program.uniform("ts_fetch[0]"), kShift, GLuint(positions.size() * 4));
    glUniform2ui(program.uniform("ts_fetch[2]"), kShift, GLuint(tags.size() * 4));
    if (!patches.pointIndices.empty()) {
        program.bind("ts_fetch31", 5, bytesOf(patches.pointIndices), kShift);
        glUniform2ui(program.uniform("ts_fetch[31]"), kShift, GLuint(patches.pointIndices.size() * 2));
    }
    program.bind("tc_factors", 3, bytesOf(patches.factors), kShift);
    glUniform3ui(program.uniform("tc_factorPlace"), kShift, GLuint(patches.factors.size() * 2), patches.instanceStride);
    if (patches.state.scalesFactors) glUniform1f(program.uniform("tc_factorScale"), patches.scale);
    if (!patches.patchIndices.empty()) {
        program.bind("tc_patches", 4, bytesOf(patches.patchIndices));
        glUniform2ui(program.uniform("tc_patchPlace"), 0, GLuint(patches.patchIndices.size() * 4));
    }
}

// Draws and catches the triangles.
std::vector<Vertex> caughtTriangles(const Patches& patches) {
    constexpr GLsizeiptr kMost = 1 << 20;
    GLuint target = 0, caught = 0, query = 0, array = 0;
    glCreateVertexArrays(1, &array);
    glBindVertexArray(array);
    glCreateFramebuffers(1, &target);
    glNamedFramebufferParameteri(target, GL_FRAMEBUFFER_DEFAULT_WIDTH, 4);
    glNamedFramebufferParameteri(target, GL_FRAMEBUFFER_DEFAULT_HEIGHT, 4);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
    glCreateBuffers(1, &caught);
    glNamedBufferStorage(caught, kMost, nullptr, 0);
    glBindBufferBase(GL_TRANSFORM_FEEDBACK_BUFFER, 0, caught);
    glCreateQueries(GL_TRANSFORM_FEEDBACK_PRIMITIVES_WRITTEN, 1, &query);
    glPatchParameteri(GL_PATCH_VERTICES, 1);
    glEnable(GL_RASTERIZER_DISCARD);
    glBeginQuery(GL_TRANSFORM_FEEDBACK_PRIMITIVES_WRITTEN, query);
    glBeginTransformFeedback(GL_TRIANGLES);
    glDrawArraysInstancedBaseInstance(GL_PATCHES, GLint(patches.start), GLsizei(patches.count), GLsizei(patches.instances),
                                      patches.baseInstance);
    glEndTransformFeedback();
    glEndQuery(GL_TRANSFORM_FEEDBACK_PRIMITIVES_WRITTEN);
    glDisable(GL_RASTERIZER_DISCARD);
    GLuint triangles = 0;
    glGetQueryObjectuiv(query, GL_QUERY_RESULT, &triangles);
    std::vector<Vertex> vertices(size_t(triangles) * 3);
    REQUIRE(GLsizeiptr(vertices.size() * sizeof(Vertex)) <= kMost);
    glGetNamedBufferSubData(caught, 0, GLsizeiptr(vertices.size() * sizeof(Vertex)), vertices.data());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &target);
    glDeleteBuffers(1, &caught);
    glDeleteQueries(1, &query);
    glDeleteVertexArrays(1, &array);
    CHECK(glGetError() == GL_NO_ERROR);
    return vertices;
}

std::vector<Vertex> drawPatches(const Patches& patches) {
    const bool isQuad = patches.type == air::PatchType::Quad;
    const uint32_t points = pointsOf(patches);
    const air::Translation function = patchFunction(isQuad);
    air::StageInputLayout layout{{{0, 29, 0, 0, 8, StepFunction::PerPatchControlPoint, 1}, {1, 36, 2, 4, 8, StepFunction::PerPatch, 1}},
                                 uint8_t(patches.pointIndices.empty() ? 0 : 2),
                                 points};
    const auto fetch = air::fetchPreamble(function.reflection, layout);
    REQUIRE(fetch.ok());
    air::TessellationState state = patches.state;
    state.controlPoints = points;
    state.hasPatchIndices = !patches.patchIndices.empty();
    Program program({{GL_VERTEX_SHADER, air::patchVertexText()},
                     {GL_TESS_CONTROL_SHADER, air::patchControlText(patches.type, state)},
                     {GL_TESS_EVALUATION_SHADER, linked(function, air::tessellationPreamble(state) + *fetch)},
                     {GL_FRAGMENT_SHADER, "#version 450 core\nin vec4 v_user_place;\nlayout(location = 0) out vec4 fs_color0;\n"
                                          "void main() { fs_color0 = v_user_place; }\n"}},
                    {"gl_Position", "v_user_place", "vu_user_numbers"});
    bindPatches(program, patches);
    return caughtTriangles(patches);
}

// Twice the area of triangle `t` in the (u, v) plane, u to the right and v up: positive when it runs counter-clockwise there.
double area(const std::vector<Vertex>& v, size_t t) {
    const Vec4 &a = v[t * 3].place, &b = v[t * 3 + 1].place, &c = v[t * 3 + 2].place;
    return double(b[0] - a[0]) * double(c[1] - a[1]) - double(c[0] - a[0]) * double(b[1] - a[1]);
}

// The vertices lie where their place says, and the triangles cover the domain once, all with one orientation.
void checkCover(const Patches& patches, const std::vector<Vertex>& all, uint32_t patch, int orientation) {
    const bool isQuad = patches.type == air::PatchType::Quad;
    double sum = 0;
    for (size_t t = 0; t < all.size() / 3; ++t) {
        if (all[t * 3].numbers[0] != patch) continue;
        CHECK(area(all, t) * orientation > 0);
        sum += area(all, t) * orientation;
    }
    CHECK(sum == doctest::Approx(isQuad ? 2.0 : 1.0));
    for (const Vertex& v : all) {
        if (v.numbers[0] != patch) continue;
        const float u = v.place[0], w = v.place[1];
        // Triangles: point 0 has the weight u, 1 the weight v, 2 the rest.
        same(v.position, {float(patch) + (isQuad ? u : w), isQuad ? w : 1 - u - w, 0.5F, 1});
        CHECK(v.numbers[2] == 1000 + patch);
    }
}

constexpr uint16_t kHalf1 = 0x3c00, kHalf2 = 0x4000, kHalf3 = 0x4200, kHalf4 = 0x4400, kHalf5 = 0x4500, kHalfNaN = 0x7e00;

std::vector<uint16_t> repeated(std::vector<uint16_t> factors, unsigned times) {
    const std::vector<uint16_t> once = factors;
    for (unsigned i = 1; i < times; ++i) factors.insert(factors.end(), once.begin(), once.end());
    return factors;
}

size_t edgeVertices(const std::vector<Vertex>& all, size_t axis, float at) {
    std::set<float> places;
    for (const Vertex& v : all)
        if (std::fabs(v.place[axis] - at) < 1e-6F) places.insert(std::round(v.place[1 - axis] * 1e5F));
    return places.size();
}

} // namespace

TEST_CASE("a quad's factors divide its edges and its inside, whole numbers upwards") {
    if (lacksGl()) return;
    Patches p{air::PatchType::Quad, {}, {kHalf1, kHalf2, kHalf3, kHalf5, kHalf4, kHalf2}};
    p.state.partition = air::TessellationState::Partition::Integer;
    const auto all = drawPatches(p);
    checkCover(p, all, 0, 1);
    CHECK(edgeVertices(all, 0, 0) == 2); // factor 0: the edge u = 0
    CHECK(edgeVertices(all, 1, 0) == 3); // 1: v = 0
    CHECK(edgeVertices(all, 0, 1) == 4); // 2: u = 1
    CHECK(edgeVertices(all, 1, 1) == 6); // 3: v = 1
    p.state.partition = air::TessellationState::Partition::Pow2;
    p.state.isClockwise = false;
    const auto powers = drawPatches(p);
    checkCover(p, powers, 0, -1);
    CHECK(edgeVertices(powers, 0, 1) == 5);
    CHECK(edgeVertices(powers, 1, 1) == 9);
    p.state.maxFactor = 4;
    CHECK(edgeVertices(drawPatches(p), 1, 1) == 5);
}

TEST_CASE("a triangle's factors divide the edges opposite to its points") {
    if (lacksGl()) return;
    Patches p{air::PatchType::Triangle, {}, {kHalf1, kHalf2, kHalf4, kHalf3}};
    p.state.partition = air::TessellationState::Partition::Integer;
    const auto all = drawPatches(p);
    checkCover(p, all, 0, 1);
    CHECK(edgeVertices(all, 0, 0) == 2); // u = 0
    CHECK(edgeVertices(all, 1, 0) == 3); // v = 0
    std::set<float> places;
    for (const Vertex& v : all)
        if (std::fabs(v.place[0] + v.place[1] - 1) < 1e-6F) places.insert(std::round(v.place[0] * 1e5F));
    CHECK(places.size() == 5); // w = 0
    p.factors = {kHalf1, kHalf1, kHalf1, kHalf1};
    CHECK(drawPatches(p).size() == 3);
    p.state.partition = air::TessellationState::Partition::FractionalOdd;
    p.factors = {kHalf2, kHalf2, kHalf2, kHalf2};
    const auto odd = drawPatches(p);
    checkCover(p, odd, 0, 1);
    CHECK(edgeVertices(odd, 0, 0) == 4); // 2 goes up to 3 pieces
    p.state.partition = air::TessellationState::Partition::FractionalEven;
    p.factors = {kHalf3, kHalf3, kHalf3, kHalf3};
    CHECK(edgeVertices(drawPatches(p), 0, 0) == 5);
}

TEST_CASE("patches without a positive edge, or without factors, are left out") {
    if (lacksGl()) return;
    for (const uint16_t bad : {uint16_t(0), kHalfNaN, uint16_t(0xbc00)}) {
        Patches p{air::PatchType::Quad, {}, {kHalf1, kHalf1, bad, kHalf1, kHalf1, kHalf1}};
        CHECK(drawPatches(p).empty());
    }
    Patches inside{air::PatchType::Quad, {}, {kHalf1, kHalf1, kHalf1, kHalf1, 0, kHalfNaN}};
    CHECK(drawPatches(inside).size() == 6);
    Patches p{air::PatchType::Quad, {}, {kHalf1, kHalf1, kHalf1, kHalf1, kHalf1, kHalf1}, 0, 2};
    p.state.factorStep = air::TessellationState::FactorStep::PerPatch;
    CHECK(drawPatches(p).size() == 6); // the second patch's would lie beyond the end
}

TEST_CASE("patches have numbers, instances, indices, and factors of their own") {
    if (lacksGl()) return;
    Patches p{air::PatchType::Triangle, {}, repeated({kHalf1, kHalf1, kHalf1, kHalf1}, 13), 2, 3};
    p.state.factorStep = air::TessellationState::FactorStep::PerPatchAndPerInstance;
    p.instances = 2;
    p.baseInstance = 1;
    p.instanceStride = 32;                                                               // four patches
    std::fill(p.factors.begin() + (4 + 3) * 4, p.factors.begin() + (4 + 4) * 4, kHalf2); // instance 1, patch 3
    const auto all = drawPatches(p);
    CHECK(all.size() == 3 * (5 + 6));
    std::multiset<std::pair<uint32_t, uint32_t>> seen;
    for (const Vertex& v : all) seen.insert({v.numbers[1], v.numbers[0]});
    for (uint32_t instance : {1U, 2U})
        for (uint32_t patch : {2U, 3U, 4U}) CHECK(seen.count({instance, patch}) == (instance == 1 && patch == 3 ? 18 : 3));
    Patches indexed{air::PatchType::Triangle, {}, {kHalf1, kHalf1, kHalf1, kHalf1}, 1, 2};
    indexed.patchIndices = {9, 5, 3};
    const auto chosen = drawPatches(indexed);
    REQUIRE(chosen.size() == 6);
    checkCover(indexed, chosen, 5, 1);
    checkCover(indexed, chosen, 3, 1);
    indexed.patchIndices.clear();
    indexed.start = 0;
    indexed.count = 1;
    indexed.pointIndices = {6, 7, 8}; // those of patch 2
    const auto pointed = drawPatches(indexed);
    REQUIRE(pointed.size() == 3);
    for (const Vertex& v : pointed) CHECK(v.position[0] == doctest::Approx(2 + v.place[1]));
}

TEST_CASE("factors are scaled when the pipeline says so") {
    if (lacksGl()) return;
    Patches p{air::PatchType::Quad, {}, {kHalf2, kHalf2, kHalf2, kHalf2, kHalf2, kHalf2}};
    p.state.partition = air::TessellationState::Partition::Integer;
    p.state.scalesFactors = true;
    p.scale = 1.5F;
    CHECK(drawPatches(p).size() == 3 * 3 * 2 * 3);
}
