#include "app/renderer/bench_direct.h"

#include "app/renderer/bench_scene.h"

namespace app {

namespace {

pvg::Result<GLuint> linkProgram(const std::string& number) {
    const GLuint program = glCreateProgram();
    for (const auto& [stage, name] : {std::pair{GL_VERTEX_SHADER, "vertex"}, std::pair{GL_FRAGMENT_SHADER, "fragment"}}) {
        const std::string text = benchShader(name + number).text;
        const std::string flipless = text.substr(0, text.find('\n') + 1) + "#define AIR_FLIP_Y 0\n" + text.substr(text.find('\n') + 1);
        const char* source = flipless.c_str();
        const GLuint shader = glCreateShader(GLenum(stage));
        glShaderSource(shader, 1, &source, nullptr);
        glCompileShader(shader);
        glAttachShader(program, shader);
        glDeleteShader(shader);
    }
    glLinkProgram(program);
    GLint isLinked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &isLinked);
    if (!isLinked) return pvg::Error{pvg::Code::Unsupported, "the benchmark's program does not link"};
    glUniformBlockBinding(program, glGetUniformBlockIndex(program, "vs_ubo1"), 0);
    glUniformBlockBinding(program, glGetUniformBlockIndex(program, "fs_ubo0"), 1);
    return program;
}

GLuint makeBuffer(GLsizeiptr bytes) {
    GLuint buffer = 0;
    glCreateBuffers(1, &buffer);
    glNamedBufferStorage(buffer, bytes, nullptr, GL_DYNAMIC_STORAGE_BIT);
    return buffer;
}

GLuint makeTexture(GLsizei extent) {
    GLuint texture = 0;
    glCreateTextures(GL_TEXTURE_2D, 1, &texture);
    glTextureStorage2D(texture, 1, GL_RGBA8, extent, extent);
    return texture;
}

GLuint makeVertexArray(GLuint indices) {
    GLuint array = 0;
    glCreateVertexArrays(1, &array);
    glVertexArrayAttribFormat(array, 0, 4, GL_FLOAT, GL_FALSE, 0);
    glVertexArrayAttribFormat(array, 1, 2, GL_FLOAT, GL_FALSE, 16);
    glVertexArrayAttribFormat(array, 2, 4, GL_UNSIGNED_BYTE, GL_TRUE, 32);
    for (GLuint i = 0; i < 3; ++i) {
        glEnableVertexArrayAttrib(array, i);
        glVertexArrayAttribBinding(array, i, 0);
    }
    glVertexArrayElementBuffer(array, indices);
    return array;
}

} // namespace

pvg::Result<std::unique_ptr<BenchDirect>> BenchDirect::create() {
    std::unique_ptr<BenchDirect> direct(new BenchDirect);
    PVG_TRY(direct->m_context, GlContext::createShared());
    PVG_CHECK(direct->m_context->makeCurrent());
    PVG_CHECK(direct->build());
    return direct;
}

// The names die with the context.
BenchDirect::~BenchDirect() {
    if (m_context) m_context->release();
}

void BenchDirect::use() { (void)m_context->makeCurrent(); }

pvg::Status BenchDirect::build() {
    m_vertices = makeBuffer(BenchScene::kVertexBytes);
    m_indices = makeBuffer(BenchScene::kConstantBytes);
    m_constants = makeBuffer(BenchScene::kConstantBytes);
    for (unsigned i = 0; i < 2; ++i) {
        PVG_TRY(m_programs[i], linkProgram(std::to_string(i)));
        m_vertexArrays[i] = makeVertexArray(m_indices);
        m_textures[i] = makeTexture(BenchScene::kTextureExtent);
        glCreateSamplers(1, &m_samplers[i]);
        const GLint filter = i == 0 ? GL_NEAREST : GL_LINEAR;
        glSamplerParameteri(m_samplers[i], GL_TEXTURE_MIN_FILTER, filter);
        glSamplerParameteri(m_samplers[i], GL_TEXTURE_MAG_FILTER, filter);
    }
    m_target = makeTexture(BenchScene::kExtent);
    glCreateFramebuffers(1, &m_framebuffer);
    glNamedFramebufferTexture(m_framebuffer, GL_COLOR_ATTACHMENT0, m_target, 0);
    glEnable(GL_SCISSOR_TEST);
    return {};
}

void BenchDirect::setAll(uint32_t draw) {
    const uint32_t i = draw % 2;
    const auto constants = [&](GLuint binding, uint32_t place) {
        glBindBufferRange(GL_UNIFORM_BUFFER, binding, m_constants, GLintptr(BenchScene::constantOffset(place)), 64);
    };
    glUseProgram(m_programs[i]);
    glBindVertexArray(m_vertexArrays[i]);
    constants(0, draw);
    constants(1, draw + 1);
    glBindTextureUnit(0, m_textures[i]);
    glBindSampler(0, m_samplers[i]);
    glVertexArrayVertexBuffer(m_vertexArrays[i], 0, m_vertices, GLintptr(BenchScene::vertexOffset(draw)), GLsizei(BenchScene::kVertexStride));
    glScissorIndexed(0, GLint(draw % 8), GLint(draw % 16), 100, 100);
}

double BenchDirect::draw(uint32_t draws, bool isFull) {
    const auto start = std::chrono::steady_clock::now();
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_framebuffer);
    glViewportIndexedf(0, 0, 0, float(BenchScene::kExtent), float(BenchScene::kExtent));
    setAll(0);
    for (uint32_t draw = 0; draw < draws; ++draw) {
        if (isFull) setAll(draw);
        else glVertexArrayVertexBuffer(m_vertexArrays[0], 0, m_vertices, GLintptr(BenchScene::vertexOffset(draw)), GLsizei(BenchScene::kVertexStride));
        glDrawElementsInstancedBaseVertexBaseInstance(GL_TRIANGLES, GLsizei(BenchScene::kIndices), GL_UNSIGNED_SHORT, nullptr, 1, 0, 0);
    }
    glDeleteSync(glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0));
    glFlush();
    return pvg::since(start);
}

} // namespace app
