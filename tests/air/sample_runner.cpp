#include "sample_runner.h"

#include <epoxy/gl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "sample_buffers.h"
#include "sample_textures.h"
#include "shaders/air/tessellation_link.h"

namespace airtest {

using What = SampleCheck::What;

namespace {

constexpr GLsizei kTarget = 4;
constexpr unsigned kVertices = 3;

class Program {
public:
    struct Part {
        GLenum kind;
        std::string text;
    };

    explicit Program(const std::vector<Part>& parts, const std::vector<std::string>& captured = {}) : m_name(glCreateProgram()) {
        for (const Part& part : parts) {
            const GLuint shader = glCreateShader(part.kind);
            const char* source = part.text.c_str();
            glShaderSource(shader, 1, &source, nullptr);
            glCompileShader(shader);
            glAttachShader(m_name, shader);
            GLint compiled = 0;
            glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
            char log[1000] = {};
            if (!compiled) glGetShaderInfoLog(shader, sizeof log, nullptr, log);
            m_problem += log;
            glDeleteShader(shader);
        }
        std::vector<const char*> names;
        for (const std::string& name : captured) names.push_back(name.c_str());
        if (!names.empty()) glTransformFeedbackVaryings(m_name, GLsizei(names.size()), names.data(), GL_INTERLEAVED_ATTRIBS);
        glLinkProgram(m_name);
        GLint linked = 0;
        glGetProgramiv(m_name, GL_LINK_STATUS, &linked);
        char log[1000] = {};
        if (!linked) glGetProgramInfoLog(m_name, sizeof log, nullptr, log);
        if (!linked) m_problem += std::string("link: ") + log;
    }
    ~Program() { glDeleteProgram(m_name); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    GLuint name() const { return m_name; }
    const std::string& problem() const { return m_problem; }

private:
    GLuint m_name;
    std::string m_problem;
};

// Appends what is wrong with one check.
void look(const SampleCheck& check, const std::vector<uint8_t>& found, const Sample& sample, std::vector<std::string>& problems) {
    const std::string text = difference(check.values, found, sample.tolerance);
    if (!text.empty()) problems.push_back(fmt::format("{}  {}", check.line, text));
}

void lookAtMemory(const Buffers& buffers, const BoundTextures& textures, const Sample& sample, std::vector<std::string>& problems) {
    glMemoryBarrier(GL_ALL_BARRIER_BITS);
    for (const SampleCheck& check : sample.checks) {
        if (check.what == What::Buffer) look(check, buffers.bytes(check), sample, problems);
        if (check.what == What::Texel) look(check, textures.texel(buffers.index(check), {check.at[1], check.at[2], check.at[3], check.at[4]}), sample, problems);
    }
}

std::vector<std::string> runKernel(const air::Translation& t, const Sample& sample) {
    const Program program({{GL_COMPUTE_SHADER, linkedText(t, sample)}});
    if (!program.problem().empty()) return {program.problem()};
    if (sample.checks.empty()) return {};
    const Buffers buffers(program.name(), t.reflection, sample);
    const BoundTextures textures(program.name(), t.reflection);
    const auto& n = sample.threads;
    const GLuint grid[9] = {n[0], n[1], n[2], 1, 1, 1, 0, 0, 0};
    glProgramUniform3uiv(program.name(), glGetUniformLocation(program.name(), "cs_grid"), 3, grid);
    glUseProgram(program.name());
    glDispatchCompute(1, 1, 1);
    std::vector<std::string> problems;
    lookAtMemory(buffers, textures, sample, problems);
    return problems;
}

constexpr std::array<const char*, 3> kVectors = {"vec4", "ivec4", "uvec4"};

// A triangle over the whole target that gives each varying its value.
std::string coveringVertexShader(const air::Reflection& r) {
    std::string out = "#version 450 core\n", body;
    for (const air::Varying& v : r.inputs) {
        const char* type = kVectors[v.componentType];
        out += fmt::format("{} out {} {};\n", v.interpolation, type, v.name);
        body += v.componentType ? fmt::format("    {} = {}(7, 8, 9, 10);\n", v.name, type)
                                : fmt::format("    {} = vec4(p, 0.25, 1.0);\n", v.name);
    }
    return out +
           "void main() {\n    vec2 p = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0;\n"
           "    gl_Position = vec4(p * 2.0 - 1.0, 0.0, 1.0);\n" +
           body + "}\n";
}

// The render target of a fragment function.
class Target {
public:
    explicit Target(const air::Reflection& r) {
        static constexpr std::array<GLenum, 3> kFormats = {GL_RGBA32F, GL_RGBA32I, GL_RGBA32UI};
        glCreateFramebuffers(1, &m_framebuffer);
        std::vector<GLenum> drawn(8, GL_NONE);
        for (const air::FragmentOutput& c : r.colors) {
            if (c.index) continue;
            attach(GL_COLOR_ATTACHMENT0 + c.attachment, kFormats[c.componentType]);
            drawn[c.attachment] = GL_COLOR_ATTACHMENT0 + c.attachment;
            m_components[c.attachment] = c.componentType;
        }
        attach(GL_DEPTH_STENCIL_ATTACHMENT, GL_DEPTH32F_STENCIL8);
        glNamedFramebufferDrawBuffers(m_framebuffer, 8, drawn.data());
        const float zeros[4] = {}, depth = 1.0F;
        for (const auto& [attachment, component] : m_components) {
            if (component == 0) glClearNamedFramebufferfv(m_framebuffer, GL_COLOR, GLint(attachment), zeros);
            if (component == 1)
                glClearNamedFramebufferiv(m_framebuffer, GL_COLOR, GLint(attachment), reinterpret_cast<const GLint*>(zeros));
            if (component == 2)
                glClearNamedFramebufferuiv(m_framebuffer, GL_COLOR, GLint(attachment), reinterpret_cast<const GLuint*>(zeros));
        }
        glClearNamedFramebufferfi(m_framebuffer, GL_DEPTH_STENCIL, 0, depth, 0);
    }
    ~Target() {
        glDeleteFramebuffers(1, &m_framebuffer);
        glDeleteTextures(GLsizei(m_textures.size()), m_textures.data());
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    GLuint name() const { return m_framebuffer; }

    std::vector<uint8_t> read(const SampleCheck& check) const {
        static constexpr std::array<std::pair<GLenum, GLenum>, 3> kReads = {
            {{GL_RGBA, GL_FLOAT}, {GL_RGBA_INTEGER, GL_INT}, {GL_RGBA_INTEGER, GL_UNSIGNED_INT}}};
        std::vector<uint8_t> bytes(check.what == What::Pixel ? 16 : check.what == What::Depth ? 4 : 1);
        const auto x = GLint(check.at[0]), y = GLint(check.at[1]);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer);
        if (check.what == What::Pixel) {
            const auto known = m_components.find(check.at[2]);
            if (known == m_components.end()) return {};
            glReadBuffer(GL_COLOR_ATTACHMENT0 + check.at[2]);
            glReadPixels(x, y, 1, 1, kReads[known->second].first, kReads[known->second].second, bytes.data());
        } else if (check.what == What::Depth) {
            glReadPixels(x, y, 1, 1, GL_DEPTH_COMPONENT, GL_FLOAT, bytes.data());
        } else {
            glReadPixels(x, y, 1, 1, GL_STENCIL_INDEX, GL_UNSIGNED_BYTE, bytes.data());
        }
        return bytes;
    }

private:
    void attach(GLenum point, GLenum format) {
        GLuint texture = 0;
        glCreateTextures(GL_TEXTURE_2D, 1, &texture);
        glTextureStorage2D(texture, 1, format, kTarget, kTarget);
        glNamedFramebufferTexture(m_framebuffer, point, texture, 0);
        m_textures.push_back(texture);
    }

    GLuint m_framebuffer = 0;
    std::vector<GLuint> m_textures;
    std::map<unsigned, uint8_t> m_components;
};

void drawCovering(const Program& program, const Target& target) {
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.name());
    glViewport(0, 0, kTarget, kTarget);
    glClipControl(GL_LOWER_LEFT, GL_ZERO_TO_ONE);
    glDepthRangef(0.5F, 1.0F); // position's 0 becomes 0.5
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_ALWAYS);
    glEnable(GL_STENCIL_TEST);
    glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
    glStencilFunc(GL_ALWAYS, 1, 0xff);
    glUseProgram(program.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_DEPTH_TEST);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
}

std::vector<std::string> runFragment(const air::Translation& t, const Sample& sample) {
    const Program program({{GL_VERTEX_SHADER, coveringVertexShader(t.reflection)}, {GL_FRAGMENT_SHADER, linkedText(t, sample)}});
    if (!program.problem().empty()) return {program.problem()};
    if (sample.checks.empty()) return {};
    const Buffers buffers(program.name(), t.reflection, sample);
    const BoundTextures textures(program.name(), t.reflection);
    const Target target(t.reflection);
    drawCovering(program, target);
    std::vector<std::string> problems;
    lookAtMemory(buffers, textures, sample, problems);
    for (const SampleCheck& check : sample.checks)
        if (check.what == What::Pixel || check.what == What::Depth || check.what == What::Stencil)
            look(check, target.read(check), sample, problems);
    return problems;
}

unsigned capturedBytes(const std::string& name) {
    const bool isScalar = name == "gl_PointSize" || name == "gl_Layer" || name == "gl_ViewportIndex";
    return isScalar ? 4 : 16;
}

void setAttributes(const air::Reflection& r) {
    for (const air::VertexInput& input : r.vertexInputs) {
        const auto l = GLint(input.attribute);
        const float f = float(l);
        if (input.componentType == 0) glVertexAttrib4f(GLuint(l), f + 0.25F, f + 0.5F, f + 0.75F, f + 1.0F);
        if (input.componentType == 1) glVertexAttribI4i(GLuint(l), l, l + 1, l + 2, l + 3);
        if (input.componentType == 2) glVertexAttribI4ui(GLuint(l), GLuint(l), GLuint(l + 1), GLuint(l + 2), GLuint(l + 3));
    }
}

// A framebuffer without attachments, bound for as long as it lives.
class NoTarget {
public:
    NoTarget() {
        glCreateFramebuffers(1, &m_name);
        glNamedFramebufferParameteri(m_name, GL_FRAMEBUFFER_DEFAULT_WIDTH, kTarget);
        glNamedFramebufferParameteri(m_name, GL_FRAMEBUFFER_DEFAULT_HEIGHT, kTarget);
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_name);
        glEnable(GL_RASTERIZER_DISCARD);
    }
    ~NoTarget() {
        glDisable(GL_RASTERIZER_DISCARD);
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
        glDeleteFramebuffers(1, &m_name);
    }
    NoTarget(const NoTarget&) = delete;
    NoTarget& operator=(const NoTarget&) = delete;

private:
    GLuint m_name = 0;
};

// No bytes when there is nothing to catch.
std::vector<uint8_t> capture(const Program& program, const Sample& sample, unsigned stride) {
    const NoTarget target;
    GLuint buffer = 0;
    glCreateBuffers(1, &buffer);
    glNamedBufferStorage(buffer, GLsizeiptr(std::max(stride, 4U) * kVertices), nullptr, 0);
    glBindBufferBase(GL_TRANSFORM_FEEDBACK_BUFFER, 0, buffer);
    glUseProgram(program.name());
    if (stride) glBeginTransformFeedback(GL_POINTS);
    glDrawArraysInstancedBaseInstance(GL_POINTS, GLint(sample.draw[0]), kVertices, 1, sample.draw[1]);
    if (stride) glEndTransformFeedback();
    std::vector<uint8_t> all(size_t(stride) * kVertices);
    glGetNamedBufferSubData(buffer, 0, GLsizeiptr(all.size()), all.data());
    glDeleteBuffers(1, &buffer);
    return all;
}

std::vector<std::string> runVertex(const air::Translation& t, const Sample& sample) {
    std::vector<std::string> captured;
    for (const SampleCheck& check : sample.checks)
        if (check.what == What::Vertex && std::find(captured.begin(), captured.end(), check.name) == captured.end())
            captured.push_back(check.name);
    const Program program({{GL_VERTEX_SHADER, linkedText(t, sample)}}, captured);
    if (!program.problem().empty()) return {program.problem()};
    if (sample.checks.empty()) return {};
    unsigned stride = 0;
    std::map<std::string, unsigned> offsets;
    for (const std::string& name : captured) {
        offsets[name] = stride;
        stride += capturedBytes(name);
    }
    const Buffers buffers(program.name(), t.reflection, sample);
    const BoundTextures textures(program.name(), t.reflection);
    setAttributes(t.reflection);
    const std::vector<uint8_t> all = capture(program, sample, stride);
    std::vector<std::string> problems;
    lookAtMemory(buffers, textures, sample, problems);
    for (const SampleCheck& check : sample.checks) {
        if (check.what != What::Vertex) continue;
        const size_t start = size_t(check.at[0]) * stride + offsets[check.name];
        if (start + capturedBytes(check.name) > all.size()) return {check.line + "  no such vertex"};
        look(check, {all.begin() + long(start), all.begin() + long(start + capturedBytes(check.name))}, sample, problems);
    }
    return problems;
}

constexpr unsigned kPatches = 2, kFactorBinding = 15;

air::TessellationState tessellationState(const air::Reflection& r) {
    air::TessellationState state;
    state.controlPoints = r.patchControlPoints;
    return state;
}

// Without a fragment stage: samples speak of memory.
std::vector<std::string> runTessellation(const air::Translation& t, const Sample& sample) {
    const air::TessellationState state = tessellationState(t.reflection);
    const Program program({{GL_VERTEX_SHADER, air::patchVertexText()},
                           {GL_TESS_CONTROL_SHADER, air::patchControlText(t.reflection.patchType, state)},
                           {GL_TESS_EVALUATION_SHADER, linkedText(t, sample)}});
    if (!program.problem().empty()) return {program.problem()};
    const Buffers buffers(program.name(), t.reflection, sample);
    const BoundTextures textures(program.name(), t.reflection);
    constexpr std::array<uint16_t, 6> kFours = {0x4400, 0x4400, 0x4400, 0x4400, 0x4400, 0x4400}; // half 4.0
    GLuint factors = 0;
    glCreateBuffers(1, &factors);
    glNamedBufferStorage(factors, sizeof kFours, kFours.data(), 0);
    glShaderStorageBlockBinding(program.name(), glGetProgramResourceIndex(program.name(), GL_SHADER_STORAGE_BLOCK, "tc_factors"),
                                kFactorBinding);
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, kFactorBinding, factors);
    glProgramUniform3ui(program.name(), glGetUniformLocation(program.name(), "tc_factorPlace"), 0, sizeof kFours, 0);
    glUseProgram(program.name());
    glPatchParameteri(GL_PATCH_VERTICES, 1);
    const NoTarget target;
    glDrawArrays(GL_PATCHES, 0, kPatches);
    glDeleteBuffers(1, &factors);
    std::vector<std::string> problems;
    lookAtMemory(buffers, textures, sample, problems);
    for (const SampleCheck& check : sample.checks)
        if (check.what == What::Vertex) problems.push_back(check.line + "  vertices of a patch have no number");
    return problems;
}

// Attributes that the text fetches itself.
std::string fetchDefines(const air::Reflection& r) {
    std::string text;
    for (const air::FetchedInput& input : r.fetchedInputs) {
        const char* more = input.rate == air::FetchedInput::Rate::Thread ? "(at).x + (at).y * 10u" : "(point) + (at).x * 10u";
        const unsigned l = input.attribute;
        text += fmt::format("#define AIR_FETCH_{}(at, point) ", input.name);
        if (input.componentType == 0)
            text += fmt::format("(vec4({0}.25, {0}.5, {0}.75, {1}.0) + float({2}))\n", l, l + 1, more);
        else
            text += fmt::format("({0}({1}, {2}, {3}, {4}) + {5}({6}))\n", kVectors[input.componentType], l, l + 1, l + 2, l + 3,
                                input.componentType == 1 ? "int" : "uint", more);
    }
    return text;
}

} // namespace

std::string linkedText(const air::Translation& t, const Sample& sample) {
    std::string preamble = fetchDefines(t.reflection);
    if (t.reflection.stage == air::Stage::Tessellation) preamble += air::tessellationPreamble(tessellationState(t.reflection));
    if (t.reflection.stage == air::Stage::Kernel)
        for (const char* what : {"LOCAL", "GROUP"})
            preamble += fmt::format("#define AIR_{0}_X {1}\n#define AIR_{0}_Y {2}\n#define AIR_{0}_Z {3}\n", what, sample.threads[0],
                                    sample.threads[1], sample.threads[2]);
    for (const air::ThreadgroupArgument& a : t.reflection.threadgroupArguments) {
        const auto given = sample.threadgroupBytes.find(a.metalIndex);
        preamble += fmt::format("#define AIR_TG_{} {}\n", a.metalIndex, given == sample.threadgroupBytes.end() ? 256 : given->second);
    }
    size_t at = t.glsl.find('\n') + 1;
    while (t.glsl.compare(at, 10, "#extension") == 0) at = t.glsl.find('\n', at) + 1;
    return t.glsl.substr(0, at) + preamble + t.glsl.substr(at);
}

std::vector<std::string> runSample(const air::Translation& translation, const Sample& sample) {
    static const GLuint array = [] {
        GLuint name = 0;
        glCreateVertexArrays(1, &name);
        glBindVertexArray(name);
        return name;
    }();
    (void)array;
    switch (translation.reflection.stage) {
    case air::Stage::Kernel:
        return runKernel(translation, sample);
    case air::Stage::Fragment:
        return runFragment(translation, sample);
    case air::Stage::Tessellation:
        return runTessellation(translation, sample);
    default:
        return runVertex(translation, sample);
    }
}

} // namespace airtest
