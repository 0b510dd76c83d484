#include "kernel_runner.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <fmt/format.h>
#include <llvm/AsmParser/Parser.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/raw_ostream.h>

#include <algorithm>
#include <span>

namespace airtest {

namespace {

constexpr uint32_t kMarker = 0xdeadbeef; // bytes around the Metal buffer

bool makeContext() {
    EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (!display || !eglInitialize(display, nullptr, nullptr) || !eglBindAPI(EGL_OPENGL_API)) return false;
    const EGLint attributes[] = {
        EGL_CONTEXT_MAJOR_VERSION,           4,       EGL_CONTEXT_MINOR_VERSION, 5, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLContext context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    return context && eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context);
}

std::string preamble(const air::Reflection& r, uint32_t threads) {
    std::string text;
    for (const char* size : {"LOCAL", "GROUP"})
        text += fmt::format("#define AIR_{0}_X {1}\n#define AIR_{0}_Y 1\n#define AIR_{0}_Z 1\n", size, threads);
    for (const air::ThreadgroupArgument& a : r.threadgroupArguments) text += fmt::format("#define AIR_TG_{} 256\n", a.metalIndex);
    return text;
}

std::string withPreamble(const air::Translation& t, uint32_t threads) {
    size_t at = t.glsl.find('\n') + 1;
    while (t.glsl.compare(at, 10, "#extension") == 0) at = t.glsl.find('\n', at) + 1;
    return t.glsl.substr(0, at) + preamble(t.reflection, threads) + t.glsl.substr(at);
}

struct BoundBuffer {
    GLuint name = 0;
    size_t words = 0;
};

// The Metal buffer lies `byteOffset` bytes into its GL buffer, with two words of marker behind it.
BoundBuffer upload(const Words& words, uint32_t byteOffset) {
    Words all(byteOffset / 4, kMarker);
    all.insert(all.end(), words.begin(), words.end());
    all.insert(all.end(), 6, kMarker);
    BoundBuffer b{0, words.size()};
    glCreateBuffers(1, &b.name);
    glNamedBufferStorage(b.name, GLsizeiptr(all.size() * 4), all.data(), 0);
    return b;
}

void bind(GLuint program, const air::BufferUse& use, const BoundBuffer& b, uint32_t byteOffset) {
    if (use.kind == air::BlockKind::Storage) {
        glShaderStorageBlockBinding(program, glGetProgramResourceIndex(program, GL_SHADER_STORAGE_BLOCK, use.blockName.c_str()),
                                    use.metalIndex);
        glBindBufferBase(GL_SHADER_STORAGE_BUFFER, use.metalIndex, b.name);
        const std::string info = fmt::format("cs_info[{}]", use.metalIndex);
        glUniform2ui(glGetUniformLocation(program, info.c_str()), byteOffset, GLuint(b.words * 4));
        return;
    }
    glUniformBlockBinding(program, glGetUniformBlockIndex(program, use.blockName.c_str()), use.metalIndex);
    glBindBufferBase(GL_UNIFORM_BUFFER, use.metalIndex, b.name);
}

Words download(const BoundBuffer& b, uint32_t byteOffset, std::string& problem) {
    Words all(byteOffset / 4 + b.words + 6);
    glGetNamedBufferSubData(b.name, 0, GLsizeiptr(all.size() * 4), all.data());
    const bool isFrameIntact = std::all_of(all.begin(), all.begin() + byteOffset / 4, [](uint32_t w) { return w == kMarker; }) &&
                               std::all_of(all.end() - 6, all.end(), [](uint32_t w) { return w == kMarker; });
    if (!isFrameIntact) problem = "the kernel wrote outside its buffer";
    return {all.begin() + byteOffset / 4, all.end() - 6};
}

} // namespace

bool hasGl() {
    static const bool isThere = makeContext();
    return isThere;
}

std::string kernelModule(const std::string& body, const std::vector<std::string>& arguments) {
    std::string list, nodes;
    for (size_t i = 0; i < arguments.size(); ++i) {
        list += fmt::format("{}!{}", i ? ", " : "", i + 3);
        nodes += fmt::format("!{} = !{{{}}}\n", i + 3, arguments[i]);
    }
    return "target datalayout = "
           "\"e-p:64:64:64-i1:8:8-i8:8:8-i16:16:16-i32:32:32-i64:64:64-f32:32:32-f64:64:64-v16:16:16-v24:32:32-v32:32:32-v48:64:64-v64:64:"
           "64-"
           "v96:128:128-v128:128:128-v192:256:256-v256:256:256-v512:512:512-v1024:1024:1024-n8:16:32\"\n" +
           body + "\n!air.kernel = !{!0}\n!0 = !{ptr @k, !1, !2}\n!1 = !{}\n" + fmt::format("!2 = !{{{}}}\n", list) + nodes;
}

std::string buffer(unsigned argument, unsigned location, const char* access) {
    return fmt::format("i32 {}, !\"air.buffer\", !\"air.location_index\", i32 {}, i32 1, !\"air.{}\", !\"air.arg_type_name\", !\"uint\", "
                       "!\"air.arg_name\", !\"b{}\"",
                       argument, location, access, location);
}

std::string threadIndex(unsigned argument) {
    return fmt::format("i32 {}, !\"air.thread_position_in_grid\", !\"air.arg_type_name\", !\"uint\", !\"air.arg_name\", !\"tid\"",
                       argument);
}

air::Outcome translateText(const std::string& module, const air::Capabilities& capabilities) {
    llvm::LLVMContext context;
    llvm::SMDiagnostic diagnostic;
    const auto parsed = llvm::parseAssemblyString(module, diagnostic, context);
    if (!parsed) return {air::Verdict::Failed, "the test's IR does not parse: " + diagnostic.getMessage().str(), {}};
    std::string bitcode;
    llvm::raw_string_ostream out(bitcode);
    llvm::WriteBitcodeToFile(*parsed, out);
    out.flush();
    return air::translate(std::as_bytes(std::span(bitcode)), "", capabilities);
}

KernelRun runKernel(const std::string& module, const KernelInput& input) {
    KernelRun run;
    const air::Outcome outcome = translateText(module);
    if (outcome.verdict != air::Verdict::Ok) return {outcome.reason, "", {}};
    run.glsl = outcome.translation.glsl;
    const std::string text = withPreamble(outcome.translation, input.threads);
    const char* source = text.c_str();
    const GLuint program = glCreateShaderProgramv(GL_COMPUTE_SHADER, 1, &source);
    GLint linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    if (!linked) {
        char log[2000] = {};
        glGetProgramInfoLog(program, sizeof log, nullptr, log);
        return {log, run.glsl, {}};
    }
    glUseProgram(program);
    std::vector<BoundBuffer> bound;
    for (const Words& words : input.buffers) bound.push_back(upload(words, input.byteOffset));
    for (const air::BufferUse& use : outcome.translation.reflection.buffers) bind(program, use, bound.at(use.metalIndex), input.byteOffset);
    const GLuint grid[9] = {input.threads, 1, 1, 1, 1, 1, 0, 0, 0};
    glUniform3uiv(glGetUniformLocation(program, "cs_grid"), 3, grid);
    for (size_t i = 0; i < bound.size(); ++i)
        glUniform2ui(glGetUniformLocation(program, fmt::format("cs_place[{}]", i).c_str()), bound[i].name, input.byteOffset);
    glDispatchCompute(1, 1, 1);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    for (const BoundBuffer& b : bound) run.buffers.push_back(download(b, input.byteOffset, run.problem));
    for (const BoundBuffer& b : bound) glDeleteBuffers(1, &b.name);
    glDeleteProgram(program);
    return run;
}

} // namespace airtest
