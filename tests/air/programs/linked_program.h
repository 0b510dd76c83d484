// The texts of programs as the renderer links them (renderer-gl/program_source.h): a kernel alone, a vertex, post-tessellation
// vertex or fragment function with other stages. Links GL's headers, calls no GL.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "shaders/air/reflection.h"

namespace airtest {

struct ProgramStage {
    const char* ending = ""; // of a file: .vert .tesc .tese .frag .comp
    std::string text;
};

struct KernelSize {
    uint32_t threads = 256;           // a threadgroup; fewer where the function states fewer
    uint32_t threadgroupBytes = 1024; // of each threadgroup memory argument
};

// In the order they are attached. `partner`: the fragment function of a vertex function, or the other way round; null = a stage is made
// that reads all that the vertex function writes, or writes all that the fragment function reads, from values no compiler can know.
std::vector<ProgramStage> linkedProgram(const air::Translation& function, const air::Translation* partner, const KernelSize& size);

// The fragment function that reads most of what `vertex` writes; null when none reads any of it.
const air::Translation* matchingFragment(const air::Reflection& vertex, std::span<const air::Translation* const> fragments);

} // namespace airtest
