// direct_lit cube|gears FRAMES WIDTH HEIGHT: draws the models of the scenes `cube` and `gears` with plain OpenGL, three frames in flight as
// the synthetic guest has, and prints the mean time of a frame in milliseconds.
#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <string>

#include "pvg/guest/scenes/lit/model.h"
#include "tests/gl/egl_context.h"

namespace {

namespace lit = pvg::guest::lit;

constexpr size_t kInFlight = 3;
constexpr const char* kVertex = R"(#version 450
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec2 uv;
layout(location = 0) uniform vec4 part[8];
out vec2 place;
out vec4 color;
void main() {
    gl_Position = part[0] * position.x + part[1] * position.y + part[2] * position.z + part[3];
    float light = 0.25 + 0.75 * max((part[4] * normal.x + part[5] * normal.y + part[6] * normal.z).z, 0.0);
    place = uv;
    color = part[7] * vec4(light, light, light, 1);
})";
constexpr const char* kFragment = R"(#version 450
in vec2 place;
in vec4 color;
layout(binding = 0) uniform sampler2D image;
layout(location = 0) out vec4 result;
void main() { result = texture(image, place) * color; })";

GLuint programOf() {
    const GLuint program = glCreateProgram();
    for (const auto& [kind, source] : {std::pair(GLenum{GL_VERTEX_SHADER}, kVertex), std::pair(GLenum{GL_FRAGMENT_SHADER}, kFragment)}) {
        const GLuint shader = glCreateShader(kind);
        glShaderSource(shader, 1, &source, nullptr);
        glCompileShader(shader);
        glAttachShader(program, shader);
    }
    glLinkProgram(program);
    GLint isLinked = GL_FALSE;
    glGetProgramiv(program, GL_LINK_STATUS, &isLinked);
    return isLinked ? program : 0;
}

void useTarget(GLsizei width, GLsizei height) {
    std::array<GLuint, 2> textures{};
    glCreateTextures(GL_TEXTURE_2D, 2, textures.data());
    glTextureStorage2D(textures[0], 1, GL_RGBA8, width, height);
    glTextureStorage2D(textures[1], 1, GL_DEPTH_COMPONENT32F, width, height);
    GLuint target = 0;
    glCreateFramebuffers(1, &target);
    glNamedFramebufferTexture(target, GL_COLOR_ATTACHMENT0, textures[0], 0);
    glNamedFramebufferTexture(target, GL_DEPTH_ATTACHMENT, textures[1], 0);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glViewport(0, 0, width, height);
}

void useModel(const lit::Model& model) {
    GLuint buffer = 0, layout = 0, texture = 0;
    glCreateBuffers(1, &buffer);
    glNamedBufferStorage(buffer, GLsizeiptr(model.vertices.size() * sizeof(lit::Vertex)), model.vertices.data(), 0);
    glCreateVertexArrays(1, &layout);
    glVertexArrayVertexBuffer(layout, 0, buffer, 0, sizeof(lit::Vertex));
    for (const auto& [index, size, offset] : {std::array<GLuint, 3>{0, 3, 0}, {1, 3, 12}, {2, 2, 24}}) {
        glEnableVertexArrayAttrib(layout, index);
        glVertexArrayAttribFormat(layout, index, GLint(size), GL_FLOAT, GL_FALSE, offset);
        glVertexArrayAttribBinding(layout, index, 0);
    }
    glBindVertexArray(layout);
    const auto edge = GLsizei(std::lround(std::sqrt(double(model.texels.size()))));
    glCreateTextures(GL_TEXTURE_2D, 1, &texture);
    glTextureStorage2D(texture, 1, GL_RGBA8, edge, edge);
    glTextureSubImage2D(texture, 0, 0, 0, edge, edge, GL_BGRA, GL_UNSIGNED_BYTE, model.texels.data());
    glTextureParameteri(texture, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glBindTextureUnit(0, texture);
}

void drawFrame(const lit::Model& model, uint64_t frame, float aspect) {
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    for (const lit::Draw& d : model.draws(frame, aspect)) {
        std::array<float, 32> part{};
        std::memcpy(part.data(), &d.part, sizeof part);
        glUniform4fv(0, 8, part.data());
        glDrawArrays(GL_TRIANGLES, GLint(d.first), GLsizei(d.count));
    }
}

double meanFrame(const lit::Model& model, uint64_t frames, float aspect) {
    using Clock = std::chrono::steady_clock;
    std::deque<GLsync> pending;
    drawFrame(model, 0, aspect); // what the driver prepares once
    glFinish();
    const auto start = Clock::now();
    for (uint64_t frame = 0; frame < frames; ++frame) {
        drawFrame(model, frame, aspect);
        pending.push_back(glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0));
        glFlush();
        if (pending.size() < kInFlight) continue;
        glClientWaitSync(pending.front(), GL_SYNC_FLUSH_COMMANDS_BIT, GL_TIMEOUT_IGNORED);
        glDeleteSync(pending.front());
        pending.pop_front();
    }
    glFinish();
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count() / double(frames);
}

} // namespace

int main(int argc, char** argv) {
    const std::string name = argc == 5 ? argv[1] : "";
    if (name != "cube" && name != "gears") {
        std::fprintf(stderr, "usage: direct_lit cube|gears FRAMES WIDTH HEIGHT\n");
        return 2;
    }
    const gltest::EglContext context;
    const uint64_t frames = std::max(1, std::atoi(argv[2]));
    const int width = std::atoi(argv[3]), height = std::atoi(argv[4]);
    const GLuint program = context.isValid() ? programOf() : 0;
    if (program == 0 || width < 1 || height < 1) {
        std::fprintf(stderr, "direct_lit: no OpenGL 4.5: %s\n", context.problem().c_str());
        return 1;
    }
    const lit::Model model = name == "cube" ? lit::cube() : lit::gears();
    glUseProgram(program);
    useTarget(width, height);
    useModel(model);
    glClipControl(GL_UPPER_LEFT, GL_ZERO_TO_ONE);
    glEnable(GL_DEPTH_TEST);
    glClearColor(0.1f, 0.12f, 0.16f, 1);
    std::printf("%.3f\n", meanFrame(model, frames, float(width) / float(height)));
    return 0;
}
