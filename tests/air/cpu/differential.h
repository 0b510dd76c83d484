// The differential test of one function: translated and run by GL, against the CPU reference, on random inputs. Kernels run over a grid,
// vertex and fragment functions in the draw of draw.h.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "comparison.h"
#include "execution.h"
#include "inputs.h"

namespace aircpu {

struct CheckOptions {
    std::optional<Grid> grid; // of kernels; without it one of grids.h
    uint32_t inputs = 3;      // sets of random inputs
    uint64_t seed = 1;
    uint32_t perturbedRuns = 5;
    double gridSeconds = 4;                                                                            // of CPU, to look for a grid
    std::function<KernelMemory(const Program&, const Grid&, uint64_t seed)> makeInputs = randomInputs; // of kernels
};

// Where random inputs led to no settled store, guided ones are tried (guide.h), of these seeds on and over a grid that suits them.
inline constexpr uint64_t kGuidedSeeds = 16;

enum class CheckVerdict : uint8_t {
    Same,
    Different,
    Declined,    // by the translator
    Unsupported, // by the reference
    Undefined,   // the inputs led to nothing defined: endless loops, misaligned accesses, no value that every run agrees on
    Failed,      // no GL, a driver error, a translator failure
};

struct CheckResult {
    CheckVerdict verdict = CheckVerdict::Failed;
    std::string reason; // of anything but Same
    size_t compared = 0, unsettled = 0, different = 0;
    uint32_t inputsRun = 0;
};

const char* verdictName(CheckVerdict verdict);

// `code`: the function's bitcode. Needs hasGl() of gl_resources.h. May crash on hostile bitcode: other people's belongs in a process of its
// own.
CheckResult checkFunction(std::span<const std::byte> code, const std::string& function, const CheckOptions& options);

} // namespace aircpu
