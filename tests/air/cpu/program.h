// A function compiled for this machine: the module rewritten so that intrinsics, memory outside a thread and meetings of threads call back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "constants.h"
#include "entry_point.h"
#include "intrinsic.h"
#include "pvg/base/result.h"
#include "trace.h"

namespace llvm {
class Module;
namespace orc {
class LLJIT;
}
} // namespace llvm

namespace aircpu {

// Where threads meet. Threads of a simdgroup that wait at different places go on in this order: by the place of the outermost loop (or
// block) in the flow, then by iteration, then by the place inside that loop, and so on. So lanes that took different ways through an
// iteration meet again before the next one, and lanes that left a loop wait behind it for the others.
struct Site {
    struct Loop {
        uint32_t order = 0, id = 0;
    };
    std::vector<Loop> loops; // outermost first
    uint32_t order = 0;
};

struct Program {
    Program();
    ~Program();
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;

    Stage stage = Stage::Kernel;
    uint32_t maxThreads = 0;           // a threadgroup, as the function states it; 0: not stated
    uint32_t translatedGroupBytes = 0; // threadgroup memory that the translation takes, which the arguments have to leave
    Constants constants;
    std::vector<Argument> arguments;
    std::vector<ResultPart> results;
    std::vector<std::unique_ptr<Intrinsic>> intrinsics;
    std::vector<Site> sites;
    uint32_t loops = 0;
    bool stores = false;               // anything that is seen from outside
    std::vector<uint32_t> sharedBytes; // of the module's threadgroup variables: region kFirstSharedRegion + i
    size_t frameBytes = 0;
    bool isTraced = false;
    std::vector<IntegerTest> tests; // of integers in a traced program
    std::unique_ptr<llvm::orc::LLJIT> jit;
    // Each argument points at its value; behind them, where the results go: kResultBytes each.
    void (*entry)(void** arguments) = nullptr;
};
inline constexpr size_t kResultBytes = 16;

// Regions of Memory: buffers by Metal index, threadgroup arguments, threadgroup variables.
inline constexpr uint32_t kFirstGroupArgumentRegion = 32;
inline constexpr uint32_t kFirstSharedRegion = 64;

// The names of what can be compiled; none when `code` is not bitcode.
std::vector<std::string> functionsIn(std::span<const std::byte> code);
enum class Tracing : uint8_t { Off, On }; // On: slower, and what is compared can be traced
// `code`: (wrapped) bitcode. Errors: Unsupported names what the reference has no rule for.
pvg::Result<Program> compileFunction(std::span<const std::byte> code, const std::string& function, Tracing tracing = Tracing::Off);

} // namespace aircpu
