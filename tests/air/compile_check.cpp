// Translates every function of the given libraries and compiles the text with the GL driver at hand. Prints what fails; exit code 1 when
// something did. Without arguments it takes the folder PVGL_CORPUS; --every N looks at each N-th kernel only (graphics functions always).
#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "shaders/air/container.h"
#include "shaders/air/reflection.h"

namespace {

using Bytes = std::vector<std::byte>;

constexpr unsigned kSecondsPerFunction = 30;
constexpr int kSkipped = 77;
constexpr const char* kKernelPreamble = "#define AIR_LOCAL_X 32\n#define AIR_LOCAL_Y 1\n#define AIR_LOCAL_Z 1\n"
                                        "#define AIR_GROUP_X 32\n#define AIR_GROUP_Y 1\n#define AIR_GROUP_Z 1\n";

bool makeContext() {
    EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (!display || !eglInitialize(display, nullptr, nullptr) || !eglBindAPI(EGL_OPENGL_API)) return false;
    const EGLint attributes[] = {
        EGL_CONTEXT_MAJOR_VERSION,           4,       EGL_CONTEXT_MINOR_VERSION, 5, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLContext context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    return context && eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context);
}

Bytes readFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> chars{std::istreambuf_iterator<char>(file), {}};
    Bytes bytes(chars.size());
    std::transform(chars.begin(), chars.end(), bytes.begin(), [](char c) { return std::byte(c); });
    return bytes;
}

// In a child process: bitcode of unknown origin may crash or hang LLVM.
air::Outcome translateApart(const Bytes& library, const std::string& function) {
    int ends[2] = {};
    if (pipe(ends) != 0) return {air::Verdict::Failed, "no pipe", {}};
    const pid_t child = fork();
    if (child == 0) {
        alarm(kSecondsPerFunction);
        const std::string text = air::toJson(air::translate(library, function, {}));
        for (size_t at = 0; at < text.size();) {
            const ssize_t n = write(ends[1], text.data() + at, text.size() - at);
            if (n <= 0) break;
            at += size_t(n);
        }
        _exit(0);
    }
    close(ends[1]);
    std::string text;
    char block[65536];
    for (ssize_t n = 0; (n = read(ends[0], block, sizeof block)) > 0;) text.append(block, size_t(n));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) return {air::Verdict::Failed, fmt::format("translator-signal {}", WTERMSIG(status)), {}};
    auto outcome = air::outcomeFromJson(text);
    return outcome ? std::move(*outcome) : air::Outcome{air::Verdict::Failed, outcome.error().text, {}};
}

std::string withPreamble(const air::Translation& t) {
    std::string preamble;
    if (t.reflection.stage == air::Stage::Kernel) preamble += kKernelPreamble;
    for (const air::ThreadgroupArgument& a : t.reflection.threadgroupArguments)
        preamble += fmt::format("#define AIR_TG_{} 1024\n", a.metalIndex);
    size_t at = t.glsl.find('\n') + 1;
    while (t.glsl.compare(at, 10, "#extension") == 0) at = t.glsl.find('\n', at) + 1;
    return t.glsl.substr(0, at) + preamble + t.glsl.substr(at);
}

GLenum shaderKind(air::Stage stage) {
    static constexpr std::array<GLenum, 4> kKinds = {GL_VERTEX_SHADER, GL_FRAGMENT_SHADER, GL_COMPUTE_SHADER, GL_TESS_EVALUATION_SHADER};
    return kKinds[size_t(stage)];
}

// The driver's message; empty when it compiled and linked.
std::string compile(const air::Translation& t) {
    const std::string text = withPreamble(t);
    const char* source = text.c_str();
    const GLuint program = glCreateShaderProgramv(shaderKind(t.reflection.stage), 1, &source);
    GLint linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    char log[2000] = {};
    glGetProgramInfoLog(program, sizeof log, nullptr, log);
    glDeleteProgram(program);
    return linked ? "" : std::string("driver: ") + log;
}

struct Tally {
    unsigned ok = 0, declined = 0, broken = 0, kernels = 0;
    std::map<std::string, unsigned> reasons;
};

void checkFunction(const std::string& where, const Bytes& library, const std::string& function, Tally& tally) {
    const air::Outcome outcome = translateApart(library, function);
    if (outcome.verdict == air::Verdict::Declined) {
        ++tally.declined;
        ++tally.reasons[outcome.reason];
        return;
    }
    const std::string problem = outcome.verdict == air::Verdict::Ok ? compile(outcome.translation) : outcome.reason;
    if (problem.empty()) {
        ++tally.ok;
        return;
    }
    ++tally.broken;
    fmt::print("{} {}: {}\n", where, function, problem);
}

void checkLibrary(const std::filesystem::path& path, unsigned every, Tally& tally) {
    const Bytes library = readFile(path);
    const auto entries = air::readContainer(library);
    if (!entries) return;
    for (const air::FunctionEntry& e : *entries) {
        if (e.kind == air::FunctionKind::Kernel && tally.kernels++ % every != 0) continue;
        checkFunction(path.filename().string(), library, e.name, tally);
    }
}

std::vector<std::filesystem::path> librariesIn(const std::string& place) {
    namespace fs = std::filesystem;
    std::vector<fs::path> found;
    if (!fs::is_directory(place)) return {place};
    for (const auto& entry : fs::recursive_directory_iterator(place))
        if (entry.path().extension() == ".metallib" || entry.path().extension() == ".air") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

int main(int argc, char** argv) {
    unsigned every = 1;
    std::vector<std::string> places;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--every" && i + 1 < argc)
            every = std::max(1, std::atoi(argv[++i]));
        else
            places.push_back(argument);
    }
    const char* corpus = std::getenv("PVGL_CORPUS");
    if (places.empty() && corpus && *corpus) places.push_back(corpus);
    if (places.empty()) {
        fmt::print("skipped: PVGL_CORPUS names no folder of Metal libraries\n");
        return kSkipped;
    }
    if (!makeContext()) {
        fmt::print("skipped: no surfaceless OpenGL 4.5 context\n");
        return kSkipped;
    }
    Tally tally;
    for (const std::string& place : places)
        for (const auto& path : librariesIn(place)) checkLibrary(path, every, tally);
    for (const auto& [reason, count] : tally.reasons) fmt::print("declined {:5}  {}\n", count, reason);
    fmt::print("{} compiled, {} declined, {} broken\n", tally.ok, tally.declined, tally.broken);
    return tally.broken ? 1 : 0;
}
