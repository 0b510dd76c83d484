#include "differential.h"

#include <fmt/format.h>

#include "glsl_kernel.h"

namespace aircpu {

namespace {

// Enough to tell a value at a rounding edge from a wrong one.
constexpr uint32_t kMoreRuns = 40;
// Not every random input is one that the kernel is made for.
constexpr uint32_t kTries = 6;

std::vector<Execution> referenceRuns(const Program& program, const CheckOptions& options, const KernelMemory& memory, uint32_t perturbed) {
    std::vector<Execution> runs;
    for (uint32_t i = 0; i <= perturbed; ++i) {
        runs.push_back(execute(program, options.grid, memory, i == 0 ? 0 : options.seed * 1000 + i));
        if (!runs.back().isFinished) break;
    }
    return runs;
}

Comparison compareInput(const Program& program, const GlslRun& gl, const CheckOptions& options, const KernelMemory& memory) {
    Comparison c = compare(referenceRuns(program, options, memory, options.perturbedRuns), gl.buffers);
    return c.different ? compare(referenceRuns(program, options, memory, kMoreRuns), gl.buffers) : c;
}

void checkInput(const Program& program, const GlslKernel& kernel, const CheckOptions& options, CheckResult& result) {
    const KernelMemory memory = options.makeInputs(program.arguments, options.grid, options.seed);
    const Execution plain = execute(program, options.grid, memory, 0);
    if (!plain.isFinished || plain.isUndefined) return;
    const GlslRun gl = kernel.run(memory.buffers);
    if (!gl.problem.empty()) {
        result.verdict = CheckVerdict::Failed;
        result.reason = gl.problem;
        return;
    }
    const Comparison c = compareInput(program, gl, options, memory);
    ++result.inputsRun;
    result.compared += c.compared;
    result.unsettled += c.unsettled;
    result.different += c.different;
    if (!c.different || result.verdict != CheckVerdict::Same) return;
    result.verdict = CheckVerdict::Different;
    result.reason = fmt::format("input {}: {} of {} values; {}", options.seed, c.different, c.compared, c.first);
}

} // namespace

const char* verdictName(CheckVerdict verdict) {
    constexpr const char* kNames[] = {"same", "different", "declined", "unsupported", "undefined", "failed"};
    return kNames[size_t(verdict)];
}

CheckResult checkKernel(std::span<const std::byte> code, const std::string& function, const CheckOptions& options) {
    const air::Outcome outcome = air::translate(code, function, {});
    if (outcome.verdict != air::Verdict::Ok)
        return {outcome.verdict == air::Verdict::Declined ? CheckVerdict::Declined : CheckVerdict::Failed, outcome.reason};
    const auto program = compileKernel(code, function);
    if (!program) return {CheckVerdict::Unsupported, program.error().text};
    const GlslKernel kernel(outcome.translation, options.grid, options.makeInputs(program->arguments, options.grid, 0).groupBytes);
    if (!kernel.problem().empty()) return {CheckVerdict::Failed, kernel.problem()};
    CheckResult result{CheckVerdict::Same, ""};
    CheckOptions one = options;
    for (uint32_t i = 0; i < kTries * options.inputs && (result.inputsRun < options.inputs || result.compared == 0); ++i, ++one.seed)
        checkInput(*program, kernel, one, result);
    if (result.verdict != CheckVerdict::Same) return result;
    if (result.inputsRun == 0) return {CheckVerdict::Undefined, "no input led to a defined end"};
    if (result.compared == 0) result.verdict = CheckVerdict::Undefined, result.reason = "no settled value was stored";
    return result;
}

} // namespace aircpu
