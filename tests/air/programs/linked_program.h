// The texts of programs as the renderer links them (renderer-gl/program_source.h): a kernel alone, a vertex or fragment function with
// another stage. Links GL's headers, calls no GL.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "shaders/air/reflection.h"

namespace airtest {

struct ProgramStage {
    air::Stage stage{};
    std::string text;
};

struct KernelSize {
    uint32_t threads = 256;           // a threadgroup; fewer where the function states fewer
    uint32_t threadgroupBytes = 1024; // of each threadgroup memory argument
};

// In the order they are attached. `partner`: the other stage of a vertex or fragment function; null = one is made that reads all that the
// vertex function writes, or writes all that the fragment function reads, from values no compiler can know.
std::vector<ProgramStage> linkedProgram(const air::Translation& function, const air::Translation* partner, const KernelSize& size);

// The fragment function that reads most of what `vertex` writes; null when none reads any of it.
const air::Translation* matchingFragment(const air::Reflection& vertex, std::span<const air::Translation* const> fragments);

} // namespace airtest
