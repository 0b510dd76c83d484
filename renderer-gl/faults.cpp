#include "renderer-gl/faults.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace gl {

namespace {

// C functions without a user pointer take the driver's place, so what they share has static storage.
struct Count {
    uint64_t at = 0, seen = 0; // at 0: never
    bool strikes() { return ++seen == at; }
    bool hasStruck() const { return at != 0 && seen >= at; }
};
struct {
    std::thread::id thread;
    Count reset, hang, memory, link;
    GLenum error = GL_NO_ERROR;
} faults;

struct {
    decltype(epoxy_glFenceSync) fenceSync;
    decltype(epoxy_glClientWaitSync) clientWaitSync;
    decltype(epoxy_glGetGraphicsResetStatus) resetStatus;
    decltype(epoxy_glGetError) getError;
    decltype(epoxy_glNamedBufferStorage) bufferStorage;
    decltype(epoxy_glTextureStorage2D) textureStorage2D;
    decltype(epoxy_glTextureStorage3D) textureStorage3D;
    decltype(epoxy_glLinkProgram) linkProgram;
} driver;

bool isOurs() { return std::this_thread::get_id() == faults.thread; }

bool refusesMemory() {
    if (!isOurs() || !faults.memory.strikes()) return false;
    faults.error = GL_OUT_OF_MEMORY;
    return true;
}

GLsync fenceSync(GLenum condition, GLbitfield flags) {
    if (isOurs()) {
        ++faults.reset.seen;
        ++faults.hang.seen;
    }
    return driver.fenceSync(condition, flags);
}

GLenum clientWaitSync(GLsync fence, GLbitfield flags, GLuint64 nanoseconds) {
    if (!isOurs() || !faults.hang.hasStruck()) return driver.clientWaitSync(fence, flags, nanoseconds);
    constexpr GLuint64 kLongest = 100'000'000;
    std::this_thread::sleep_for(std::chrono::nanoseconds(std::min(nanoseconds, kLongest)));
    return GL_TIMEOUT_EXPIRED;
}

GLenum resetStatus() { return isOurs() && faults.reset.hasStruck() ? GL_INNOCENT_CONTEXT_RESET : driver.resetStatus(); }

GLenum getError() {
    if (isOurs() && faults.error != GL_NO_ERROR) return std::exchange(faults.error, GL_NO_ERROR);
    return driver.getError();
}

void bufferStorage(GLuint buffer, GLsizeiptr size, const void* data, GLbitfield flags) {
    if (!refusesMemory()) driver.bufferStorage(buffer, size, data, flags);
}

void textureStorage2D(GLuint texture, GLsizei levels, GLenum format, GLsizei width, GLsizei height) {
    if (!refusesMemory()) driver.textureStorage2D(texture, levels, format, width, height);
}

void textureStorage3D(GLuint texture, GLsizei levels, GLenum format, GLsizei width, GLsizei height, GLsizei depth) {
    if (!refusesMemory()) driver.textureStorage3D(texture, levels, format, width, height, depth);
}

// A program without shaders is what no driver links; the message is its own.
void linkProgram(GLuint program) {
    if (isOurs() && faults.link.strikes()) {
        std::array<GLuint, 8> shaders{};
        GLsizei count = 0;
        glGetAttachedShaders(program, GLsizei(shaders.size()), &count, shaders.data());
        for (GLsizei i = 0; i < count; ++i) glDetachShader(program, shaders[size_t(i)]);
    }
    driver.linkProgram(program);
}

// epoxy looks a function up at its first call, and would put it where ours stands. What these calls say is nobody's mistake.
void resolveAll() {
    const bool isDebugging = glIsEnabled(GL_DEBUG_OUTPUT) == GL_TRUE;
    glDisable(GL_DEBUG_OUTPUT);
    const GLsync none = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    glClientWaitSync(none, 0, 0);
    glDeleteSync(none);
    glGetGraphicsResetStatus();
    glNamedBufferStorage(0, 0, nullptr, 0);
    glTextureStorage2D(0, 0, GL_RGBA8, 0, 0);
    glTextureStorage3D(0, 0, GL_RGBA8, 0, 0, 0);
    glLinkProgram(0);
    while (glGetError() != GL_NO_ERROR) {}
    if (isDebugging) glEnable(GL_DEBUG_OUTPUT);
}

} // namespace

FaultInjection::FaultInjection(std::span<const pvg::GpuFault> wanted) {
    faults = {};
    faults.thread = std::this_thread::get_id();
    for (const pvg::GpuFault& fault : wanted) {
        switch (fault.kind) {
        case pvg::GpuFault::Kind::ContextReset: faults.reset.at = fault.at; break;
        case pvg::GpuFault::Kind::FenceTimeout: faults.hang.at = fault.at; break;
        case pvg::GpuFault::Kind::OutOfMemory: faults.memory.at = fault.at; break;
        case pvg::GpuFault::Kind::LinkFailure: faults.link.at = fault.at; break;
        }
    }
    resolveAll();
    driver.fenceSync = std::exchange(epoxy_glFenceSync, fenceSync);
    driver.clientWaitSync = std::exchange(epoxy_glClientWaitSync, clientWaitSync);
    driver.resetStatus = std::exchange(epoxy_glGetGraphicsResetStatus, resetStatus);
    driver.getError = std::exchange(epoxy_glGetError, getError);
    driver.bufferStorage = std::exchange(epoxy_glNamedBufferStorage, bufferStorage);
    driver.textureStorage2D = std::exchange(epoxy_glTextureStorage2D, textureStorage2D);
    driver.textureStorage3D = std::exchange(epoxy_glTextureStorage3D, textureStorage3D);
    driver.linkProgram = std::exchange(epoxy_glLinkProgram, linkProgram);
}

FaultInjection::~FaultInjection() {
    epoxy_glFenceSync = driver.fenceSync;
    epoxy_glClientWaitSync = driver.clientWaitSync;
    epoxy_glGetGraphicsResetStatus = driver.resetStatus;
    epoxy_glGetError = driver.getError;
    epoxy_glNamedBufferStorage = driver.bufferStorage;
    epoxy_glTextureStorage2D = driver.textureStorage2D;
    epoxy_glTextureStorage3D = driver.textureStorage3D;
    epoxy_glLinkProgram = driver.linkProgram;
}

} // namespace gl
