#include "renderer-gl/loop_probe.h"

#include <array>
#include <cstdint>

#include "generated/builtin_shaders.h"
#include "renderer-gl/builtin_program.h"

namespace gl {

namespace {

constexpr uint32_t kThreads = 32;
using Words = std::array<uint32_t, kThreads>;

// Neighbours leave in different rounds, in no order.
uint32_t roundsOf(uint32_t thread) { return 1 + thread * 5 % 7; }

uint32_t lastOf(uint32_t thread) {
    uint32_t x = thread, last = 0;
    for (uint32_t n = 0; n < roundsOf(thread); ++n) {
        last = x * 3 + n;
        x = last & 0xffff;
    }
    return last;
}

Words computed(GLuint program) {
    Words words{};
    for (uint32_t i = 0; i < kThreads; ++i) words[i] = roundsOf(i);
    const BufferName buffer = makeBuffer();
    glNamedBufferStorage(buffer.get(), sizeof words, words.data(), 0);
    glUseProgram(program);
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 0, buffer.get());
    glDispatchCompute(1, 1, 1);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    glGetNamedBufferSubData(buffer.get(), 0, sizeof words, words.data());
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 0, 0);
    glUseProgram(0);
    return words;
}

} // namespace

bool breakKeepsValues() {
    const ProgramName program = linkBuiltin({{GL_COMPUTE_SHADER, builtin::kLoopExitComp}});
    if (!program) return false; // the other form is right everywhere
    const Words words = computed(program.get());
    for (uint32_t i = 0; i < kThreads; ++i)
        if (words[i] != lastOf(i)) return false;
    return true;
}

} // namespace gl
