// Random AIR: small programs of random control flow, types, memory and intrinsics, several in one kernel, as bitcode.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace aircpu {

struct GeneratorOptions {
    uint64_t seed = 1;
    uint32_t programs = 20; // one after the other in one kernel
    uint32_t threads = 32;  // of the one threadgroup
    bool hasSimd = false;   // simdgroup operations and barriers where all threads pass, in one program of four
};

// Buffer 0: kInputWords words read as integers and as floats (one half each); buffer 1: kResultWords words a thread and program, written.
// Every operation is defined for every input. The same options give the same bytes.
struct GeneratedKernel {
    static constexpr uint32_t kInputWords = 64, kResultWords = 5;
    std::string bitcode;
    std::string text; // the same as IR, for reading
};

GeneratedKernel generateKernel(const GeneratorOptions& options);

} // namespace aircpu
