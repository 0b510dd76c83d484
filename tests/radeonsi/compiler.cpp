// Compiles, links and uses programs on the GL driver at hand, as run.py asks: each line of stdin names the files of one program, a
// stage each (.vert, .tesc, .tese, .frag, .comp), each line of stdout is a JSON object.
//   first     {"renderer", "version"}
//   then      {"problem": "" or the driver's words, "link_ms", "use_ms", "wall_ms", "statistics": [...]}
// link_ms: CPU time of this process, driver's threads included, from source to linked program; use_ms: of the first draw or dispatch, where
// drivers compile what depends on state; wall_ms: both, by the clock. statistics: what the driver's shader compiler says through KHR_debug.
#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "renderer-gl/caps.h"
#include "renderer-gl/program.h"
#include "tests/gl/egl_context.h"

namespace {

using Json = nlohmann::ordered_json;

constexpr GLsizei kTarget = 16;
constexpr GLint kColorOutputs = 8;

double millisecondsOn(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void onMessage(GLenum source, GLenum, GLuint, GLenum, GLsizei length, const GLchar* text, const void* user) {
    if (source != GL_DEBUG_SOURCE_SHADER_COMPILER) return;
    static_cast<std::vector<std::string>*>(const_cast<void*>(user))->emplace_back(text, size_t(std::max(length, 0)));
}

constexpr std::array<std::pair<const char*, GLenum>, 5> kStages = {{{".vert", GL_VERTEX_SHADER},
                                                                    {".tesc", GL_TESS_CONTROL_SHADER},
                                                                    {".tese", GL_TESS_EVALUATION_SHADER},
                                                                    {".frag", GL_FRAGMENT_SHADER},
                                                                    {".comp", GL_COMPUTE_SHADER}}};

// Empty when a file cannot be read or is of no stage.
std::vector<gl::StageText> readStages(const std::string& line) {
    std::vector<gl::StageText> stages;
    std::istringstream names(line);
    for (std::string name; names >> name;) {
        std::ifstream file(name, std::ios::binary);
        const auto stage = std::ranges::find_if(kStages, [&](const auto& s) { return name.ends_with(s.first); });
        if (!file || stage == kStages.end()) return {};
        stages.push_back({stage->second, {std::istreambuf_iterator<char>(file), {}}});
    }
    return stages;
}

bool has(const std::vector<gl::StageText>& stages, GLenum stage) {
    return std::ranges::find(stages, stage, &gl::StageText::stage) != stages.end();
}

// Samplers of different types on one unit make a draw invalid: each gets its own, images likewise.
void separateUnits(GLuint program) {
    GLint count = 0, sampler = 0, image = 0;
    glGetProgramInterfaceiv(program, GL_UNIFORM, GL_ACTIVE_RESOURCES, &count);
    for (GLint i = 0; i < count; ++i) {
        const GLenum wanted[] = {GL_TYPE, GL_LOCATION};
        GLint found[2] = {};
        glGetProgramResourceiv(program, GL_UNIFORM, GLuint(i), 2, wanted, 2, nullptr, found);
        const auto type = GLenum(found[0]);
        const bool isNumber = type == GL_UNSIGNED_INT_VEC2 || type == GL_UNSIGNED_INT_VEC3; // P_info, P_place, cs_grid (reflection.h)
        if (found[1] < 0 || isNumber) continue;
        const bool isImage = type >= GL_IMAGE_1D && type <= GL_UNSIGNED_INT_IMAGE_2D_MULTISAMPLE_ARRAY;
        glProgramUniform1i(program, found[1], isImage ? image++ : sampler++);
    }
}

// A target with the attachments that the program's outputs write.
class Target {
public:
    explicit Target(GLuint program) {
        glCreateFramebuffers(1, &m_framebuffer);
        glNamedFramebufferParameteri(m_framebuffer, GL_FRAMEBUFFER_DEFAULT_WIDTH, kTarget);
        glNamedFramebufferParameteri(m_framebuffer, GL_FRAMEBUFFER_DEFAULT_HEIGHT, kTarget);
        std::vector<GLenum> drawn(kColorOutputs, GL_NONE);
        GLint count = 0;
        glGetProgramInterfaceiv(program, GL_PROGRAM_OUTPUT, GL_ACTIVE_RESOURCES, &count);
        for (GLint i = 0; i < count; ++i) {
            const GLenum wanted[] = {GL_TYPE, GL_LOCATION, GL_LOCATION_INDEX};
            GLint found[3] = {};
            glGetProgramResourceiv(program, GL_PROGRAM_OUTPUT, GLuint(i), 3, wanted, 3, nullptr, found);
            if (found[1] < 0 || found[1] >= kColorOutputs || found[2] != 0) continue;
            const GLenum type = GLenum(found[0]);
            attach(GLuint(found[1]), type == GL_INT_VEC4 ? GL_RGBA8I : type == GL_UNSIGNED_INT_VEC4 ? GL_RGBA8UI : GL_RGBA8);
            drawn[size_t(found[1])] = GL_COLOR_ATTACHMENT0 + GLenum(found[1]);
        }
        glNamedFramebufferDrawBuffers(m_framebuffer, kColorOutputs, drawn.data());
        glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
    }
    ~Target() {
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glDeleteFramebuffers(1, &m_framebuffer);
        glDeleteTextures(GLsizei(m_textures.size()), m_textures.data());
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

private:
    void attach(GLuint number, GLenum format) {
        GLuint texture = 0;
        glCreateTextures(GL_TEXTURE_2D, 1, &texture);
        glTextureStorage2D(texture, 1, format, kTarget, kTarget);
        glNamedFramebufferTexture(m_framebuffer, GL_COLOR_ATTACHMENT0 + number, texture, 0);
        m_textures.push_back(texture);
    }

    GLuint m_framebuffer = 0;
    std::vector<GLuint> m_textures;
};

// The driver's complaint, empty when there is none.
std::string useOnce(GLuint program, const std::vector<gl::StageText>& stages) {
    separateUnits(program);
    while (glGetError() != GL_NO_ERROR) {}
    glUseProgram(program);
    if (has(stages, GL_COMPUTE_SHADER)) {
        glDispatchCompute(1, 1, 1);
    } else {
        const Target target(program);
        glViewport(0, 0, kTarget, kTarget);
        glPatchParameteri(GL_PATCH_VERTICES, 1); // as tessellation_link.h has it
        glDrawArrays(has(stages, GL_TESS_EVALUATION_SHADER) ? GL_PATCHES : GL_TRIANGLES, 0, 3);
    }
    glFlush();
    glUseProgram(0);
    const GLenum error = glGetError();
    return error == GL_NO_ERROR ? "" : "GL error " + std::to_string(error) + " at the first use";
}

Json compileOne(const std::vector<gl::StageText>& stages, std::vector<std::string>& messages) {
    messages.clear();
    const double cpuBegin = millisecondsOn(CLOCK_PROCESS_CPUTIME_ID), wallBegin = millisecondsOn(CLOCK_MONOTONIC);
    const gl::Caps blocking; // without KHR_parallel_shader_compile
    auto program = gl::ProgramBuild(blocking, stages).finish();
    const double linked = millisecondsOn(CLOCK_PROCESS_CPUTIME_ID);
    std::string problem = program ? useOnce(program->get(), stages) : program.error().text;
    if (!program && problem.empty()) problem = "the program does not link; the driver says nothing";
    return {{"problem", problem},
            {"link_ms", linked - cpuBegin},
            {"use_ms", millisecondsOn(CLOCK_PROCESS_CPUTIME_ID) - linked},
            {"wall_ms", millisecondsOn(CLOCK_MONOTONIC) - wallBegin},
            {"statistics", messages}};
}

void answer(const Json& json) { std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl; }

std::string glText(GLenum name) { return reinterpret_cast<const char*>(glGetString(name)); }

} // namespace

int main() {
    const gltest::EglContext context;
    if (!context.isValid()) {
        std::cerr << "compiler: " << context.problem() << "\n";
        return 1;
    }
    std::vector<std::string> messages;
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS); // a compiler that runs in a thread has answered when the call returns
    glDebugMessageCallback(onMessage, &messages);
    glDebugMessageControl(GL_DONT_CARE, GL_DONT_CARE, GL_DONT_CARE, 0, nullptr, GL_TRUE);
    GLuint array = 0;
    glCreateVertexArrays(1, &array);
    glBindVertexArray(array);
    answer({{"renderer", glText(GL_RENDERER)}, {"version", glText(GL_VERSION)}});
    for (std::string line; std::getline(std::cin, line);) {
        const auto stages = readStages(line);
        answer(stages.empty() ? Json{{"problem", "a file of " + line + " cannot be read"}} : compileOne(stages, messages));
    }
}
