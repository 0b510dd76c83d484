// Vertex and fragment functions: what a draw gives each of its threads, and what they return on this CPU.
//
// A vertex function runs for kVertices vertices of kInstances instances, instance by instance: three, as any function that has a table of
// corners has that many. A fragment function runs for kBlocks quads
// side by side; thread 4 n + 2 y + x is pixel (2 n + x, y). Varyings are constant in a quad; what is fetched from the framebuffer is not.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "execution.h"

namespace aircpu {

inline constexpr uint32_t kVertices = 3, kInstances = 10, kBlocks = 8;
inline uint32_t drawThreads(Stage stage) { return stage == Stage::Vertex ? kVertices * kInstances : 4 * kBlocks; }
inline constexpr float kDrawDepth = 0.25F; // of all pixels

using Lanes = std::array<uint32_t, 4>; // a float as its bits

struct DrawInputs {
    KernelMemory memory;
    std::vector<std::vector<Lanes>> values; // [argument][thread], of attributes, varyings, fetches and builtins
};

// Empty, or what of the function's interface the harness has no rule for.
std::string undrawable(const Program& program);
DrawInputs randomDraw(const Program& program, uint64_t seed);

// Result i is the buffer kFirstResult + i: packed values, thread by thread. Threads that discard store nothing.
inline constexpr uint32_t kFirstResult = 64;
Execution executeDraw(const Program& program, const DrawInputs& inputs, uint64_t seed);
// Bytes of one thread in that buffer.
inline size_t resultStride(const ResultPart& part) { return bytesOf(part.shape); }

} // namespace aircpu
