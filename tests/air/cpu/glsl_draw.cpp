#include "glsl_draw.h"

#include <epoxy/gl.h>
#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "gl_resources.h"
#include "glsl_target.h"
#include "shaders/air/names.h"

namespace aircpu {

namespace {

constexpr const char* kVectors[] = {"vec4", "ivec4", "uvec4"};

bool isVertex(const air::Reflection& r) { return r.stage == air::Stage::Vertex; }

// The output that carries a result; empty: none.
std::string outputOf(const ResultPart& part, const air::Reflection& r) {
    const auto is = [&](const char* name) { return part.token == std::string("air.") + name; };
    if (is("position")) return "gl_Position";
    if (is("point_size")) return "gl_PointSize";
    if (is("clip_distance")) return fmt::format("gl_ClipDistance[{}]", part.element);
    if (is("render_target_array_index")) return "gl_Layer";
    if (is("viewport_array_index")) return "gl_ViewportIndex";
    for (const air::Varying& v : r.outputs) {
        const std::string name = air::varyingName(part.semantic, v.componentType);
        if (v.name == (part.elements > 1 ? fmt::format("{}_{}", name, part.element) : name)) return v.name;
    }
    return {};
}

uint32_t lanesOf(const std::string& output) { return output.starts_with("gl_") && output != "gl_Position" ? 1 : 4; }

const Argument* argumentOf(const Program& program, const air::Varying& v, size_t& index) {
    for (index = 0; index < program.arguments.size(); ++index) {
        const Argument& a = program.arguments[index];
        if (a.kind == Argument::Kind::Varying && air::varyingName(a.semantic, v.componentType) == v.name) return &a;
    }
    return nullptr;
}

// Covers the target with one triangle and hands uniforms through.
std::string constantVertexStage(const air::Reflection& fragment) {
    std::string declarations, body;
    for (const air::Varying& v : fragment.inputs) {
        const char* type = kVectors[v.componentType];
        declarations += fmt::format("uniform {0} given_{1};\n{2} out {0} {1};\n", type, v.name, v.interpolation);
        body += fmt::format("    {0} = given_{0};\n", v.name);
    }
    return "#version 450 core\n" + declarations + "void main() {\n    vec2 p = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0;\n" +
           fmt::format("    gl_Position = vec4(p, {}, 1.0);\n", kDrawDepth) + body + "}\n";
}

// One buffer an attribute, four words a vertex.
class Attributes {
public:
    Attributes(const air::Reflection& r, const Program& program, const DrawInputs& inputs) {
        glCreateVertexArrays(1, &m_array);
        for (const air::VertexInput& input : r.vertexInputs) {
            const auto a = std::ranges::find_if(program.arguments, [&](const Argument& argument) {
                return argument.kind == Argument::Kind::Attribute && argument.location == input.attribute;
            });
            if (a != program.arguments.end()) add(input, inputs.values[size_t(a - program.arguments.begin())]);
        }
        glBindVertexArray(m_array);
    }
    ~Attributes() {
        glDeleteVertexArrays(1, &m_array);
        glDeleteBuffers(GLsizei(m_buffers.size()), m_buffers.data());
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

private:
    void add(const air::VertexInput& input, const std::vector<Lanes>& values) {
        const GLuint at = input.attribute;
        GLuint buffer = 0;
        glCreateBuffers(1, &buffer);
        glNamedBufferStorage(buffer, GLsizeiptr(kVertices * sizeof(Lanes)), values.data(), 0);
        m_buffers.push_back(buffer);
        glVertexArrayVertexBuffer(m_array, at, buffer, 0, sizeof(Lanes));
        glVertexArrayAttribBinding(m_array, at, at);
        glEnableVertexArrayAttrib(m_array, at);
        if (input.componentType == 0)
            glVertexArrayAttribFormat(m_array, at, 4, GL_FLOAT, GL_FALSE, 0);
        else
            glVertexArrayAttribIFormat(m_array, at, 4, input.componentType == 1 ? GL_INT : GL_UNSIGNED_INT, 0);
    }

    GLuint m_array = 0;
    std::vector<GLuint> m_buffers;
};

size_t pixelOf(uint32_t thread) { return thread / 2 % 2 * 2 * kBlocks + thread / 4 * 2 + thread % 2; }

// The copies of attachments that a function fetches from, behind the texture units `first`.
class Fetches {
public:
    Fetches(GLuint program, const air::Reflection& r, const Program& reference, const DrawInputs& inputs, GLuint first) {
        constexpr GLenum kFormats[][3] = {
            {GL_RGBA32F, GL_RGBA, GL_FLOAT}, {GL_RGBA32I, GL_RGBA_INTEGER, GL_INT}, {GL_RGBA32UI, GL_RGBA_INTEGER, GL_UNSIGNED_INT}};
        for (const air::FramebufferFetch& fetch : r.fetches) {
            const auto a = std::ranges::find_if(reference.arguments, [&](const Argument& argument) {
                return argument.kind == Argument::Kind::Fetch && argument.location == fetch.attachment;
            });
            if (a == reference.arguments.end()) continue;
            const auto& values = inputs.values[size_t(a - reference.arguments.begin())];
            std::vector<Lanes> pixels(values.size());
            for (uint32_t thread = 0; thread < values.size(); ++thread) pixels[pixelOf(thread)] = values[thread];
            const GLenum* f = kFormats[fetch.componentType];
            GLuint& name = m_names.emplace_back();
            glCreateTextures(GL_TEXTURE_2D_ARRAY, 1, &name);
            glTextureStorage3D(name, 1, f[0], 2 * kBlocks, 2, 1);
            glTextureSubImage3D(name, 0, 0, 0, 0, 2 * kBlocks, 2, 1, f[1], f[2], pixels.data());
            glTextureParameteri(name, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
            glTextureParameteri(name, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
            glBindTextureUnit(first, name);
            glBindSampler(first, 0);
            glProgramUniform1i(program, glGetUniformLocation(program, fetch.uniformName.c_str()), GLint(first++));
        }
    }
    ~Fetches() { glDeleteTextures(GLsizei(m_names.size()), m_names.data()); }
    Fetches(const Fetches&) = delete;
    Fetches& operator=(const Fetches&) = delete;

private:
    std::vector<GLuint> m_names;
};

// What the driver wrote, in the type of the result.
void put(const ResultPart& part, const uint32_t* words, std::byte* to) {
    for (uint32_t lane = 0; lane < part.shape.lanes; ++lane) {
        if (isFloat(part.shape.element))
            writeFloat(part.shape.element, to, lane, double(std::bit_cast<float>(words[lane])));
        else
            writeBits(part.shape.element, to, lane, words[lane]);
    }
}

} // namespace

GlslDraw::GlslDraw(const air::Translation& translation, const Program& program)
    : m_reflection(translation.reflection), m_reference(program) {
    if (!isVertex(m_reflection)) {
        m_program =
            linkProgram({{GL_VERTEX_SHADER, constantVertexStage(m_reflection)}, {GL_FRAGMENT_SHADER, translation.glsl}}, {}, m_problem);
        return;
    }
    GLint room = 0;
    uint32_t components = 0;
    glGetIntegerv(GL_MAX_TRANSFORM_FEEDBACK_INTERLEAVED_COMPONENTS, &room);
    for (const ResultPart& part : program.results) {
        m_captured.push_back(outputOf(part, m_reflection));
        components += lanesOf(m_captured.back());
        if (m_captured.back().empty()) m_problem = "no output for the result " + part.token + " " + part.semantic;
    }
    if (components > uint32_t(room)) m_problem = fmt::format("{} captured components, {} is the driver's limit", components, room);
    if (m_problem.empty()) m_program = linkProgram({{GL_VERTEX_SHADER, translation.glsl}}, m_captured, m_problem);
}

GlslDraw::~GlslDraw() { glDeleteProgram(m_program); }

void GlslDraw::runVertices(const DrawInputs& inputs, std::map<uint32_t, Bytes>& results) const {
    const Attributes attributes(m_reflection, m_reference, inputs);
    uint32_t stride = 0;
    for (const std::string& name : m_captured) stride += lanesOf(name);
    const uint32_t threads = drawThreads(Stage::Vertex);
    std::vector<uint32_t> words(std::max(stride, 1U) * threads);
    GLuint buffer = 0;
    glCreateBuffers(1, &buffer);
    glNamedBufferStorage(buffer, GLsizeiptr(words.size() * 4), nullptr, 0);
    glBindBufferBase(GL_TRANSFORM_FEEDBACK_BUFFER, 0, buffer);
    const GlslTarget target(2, 2); // nothing is drawn, but something must be bound
    glEnable(GL_RASTERIZER_DISCARD);
    if (stride) glBeginTransformFeedback(GL_POINTS);
    glDrawArraysInstanced(GL_POINTS, 0, kVertices, kInstances);
    if (stride) glEndTransformFeedback();
    glDisable(GL_RASTERIZER_DISCARD);
    glGetNamedBufferSubData(buffer, 0, GLsizeiptr(words.size() * 4), words.data());
    glDeleteBuffers(1, &buffer);
    uint32_t first = 0;
    for (size_t i = 0; i < m_captured.size(); first += lanesOf(m_captured[i++])) {
        const ResultPart& part = m_reference.results[i];
        Bytes& bytes = results[kFirstResult + uint32_t(i)];
        bytes.resize(resultStride(part) * threads);
        for (uint32_t thread = 0; thread < threads; ++thread)
            put(part, &words[thread * stride + first], bytes.data() + thread * resultStride(part));
    }
}

void GlslDraw::setVaryings(const DrawInputs& inputs, uint32_t block) const {
    for (const air::Varying& v : m_reflection.inputs) {
        size_t index = 0;
        if (!argumentOf(m_reference, v, index)) continue;
        const Lanes& lanes = inputs.values[index][block * 4];
        const GLint location = glGetUniformLocation(m_program, ("given_" + v.name).c_str());
        if (v.componentType == 0) glUniform4fv(location, 1, reinterpret_cast<const GLfloat*>(lanes.data()));
        if (v.componentType == 1) glUniform4iv(location, 1, reinterpret_cast<const GLint*>(lanes.data()));
        if (v.componentType == 2) glUniform4uiv(location, 1, lanes.data());
    }
}

void GlslDraw::runFragments(const DrawInputs& inputs, std::map<uint32_t, Bytes>& results) const {
    GlslTarget target(2 * kBlocks, 2);
    for (const air::FragmentOutput& color : m_reflection.colors) target.addColor(color.attachment, color.componentType);
    if (m_reflection.writesDepth) target.addDepth();
    target.begin();
    for (uint32_t block = 0; block < kBlocks; ++block) {
        setVaryings(inputs, block);
        glScissor(GLint(2 * block), 0, 2, 2);
        glDrawArrays(GL_TRIANGLES, 0, 3);
    }
    target.end();
    for (size_t i = 0; i < m_reference.results.size(); ++i) {
        const ResultPart& part = m_reference.results[i];
        const std::vector<Lanes> pixels = part.token == "air.depth" ? target.depth() : target.color(part.location);
        Bytes& bytes = results[kFirstResult + uint32_t(i)];
        const uint32_t threads = drawThreads(Stage::Fragment);
        bytes.resize(resultStride(part) * threads);
        for (uint32_t thread = 0; thread < threads && !pixels.empty(); ++thread)
            put(part, pixels[pixelOf(thread)].data(), bytes.data() + thread * resultStride(part));
    }
}

GlslRun GlslDraw::run(const DrawInputs& inputs) const {
    if (!m_problem.empty()) return {m_problem, {}};
    const GlBuffers buffers(m_program, m_reflection, isVertex(m_reflection) ? "vs" : "fs", inputs.memory.buffers);
    const GlTextures textures(m_program, m_reflection, inputs.memory.resources);
    if (!textures.problem().empty()) return {textures.problem(), {}};
    const Fetches fetches(m_program, m_reflection, m_reference, inputs, GLuint(m_reflection.textures.size()));
    glUseProgram(m_program);
    GlslRun result;
    isVertex(m_reflection) ? runVertices(inputs, result.buffers) : runFragments(inputs, result.buffers);
    result.buffers.merge(buffers.contents());
    result.buffers.merge(textures.contents());
    if (const GLenum error = glGetError(); error != GL_NO_ERROR) result.problem = fmt::format("GL error {:#x}", error);
    return result;
}

} // namespace aircpu
