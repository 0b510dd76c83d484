#include "differential.h"

#include <fmt/format.h>

#include "gl_resources.h"
#include "subject.h"

namespace aircpu {

namespace {

// Enough to tell a value at a rounding edge from a wrong one.
constexpr uint32_t kMoreRuns = 40;
// Not every random input is one that the function is made for.
constexpr uint32_t kTries = 6;

std::vector<Execution> referenceRuns(const Subject& subject, uint64_t seed, uint32_t perturbed) {
    std::vector<Execution> runs;
    for (uint32_t i = 0; i <= perturbed; ++i) {
        runs.push_back(subject.onCpu(i == 0 ? 0 : seed * 1000 + i));
        if (!runs.back().isFinished) break;
    }
    return runs;
}

Comparison compareInput(const Subject& subject, const GlslRun& gl, const CheckOptions& options) {
    const Comparison c = compare(referenceRuns(subject, options.seed, options.perturbedRuns), gl.buffers);
    if (!c.different) return c;
    std::vector<Execution> runs = referenceRuns(subject, options.seed, kMoreRuns);
    runs[0] = subject.onCpuWatched();
    return compare(runs, gl.buffers);
}

void checkInput(Subject& subject, const CheckOptions& options, CheckResult& result) {
    subject.setInputs(options.seed);
    const Execution plain = subject.onCpu(0);
    if (!plain.refused.empty()) {
        result.verdict = CheckVerdict::Unsupported;
        result.reason = plain.refused;
        return;
    }
    if (!plain.isFinished || !plain.broken.empty()) {
        if (result.verdict == CheckVerdict::Same) result.reason = plain.broken.empty() ? "it does not end" : plain.broken;
        return;
    }
    const GlslRun gl = subject.onGl();
    if (!gl.problem.empty()) {
        result.verdict = CheckVerdict::Failed;
        result.reason = gl.problem;
        return;
    }
    const Comparison c = compareInput(subject, gl, options);
    ++result.inputsRun;
    result.compared += c.compared;
    result.unsettled += c.unsettled;
    result.different += c.different;
    if (!c.different || result.verdict != CheckVerdict::Same) return;
    result.verdict = CheckVerdict::Different;
    result.reason = fmt::format("input {}: {} of {} values; {}", options.seed, c.different, c.compared, c.first);
}

void checkInputs(Subject& subject, const CheckOptions& options, CheckResult& result) {
    CheckOptions one = options;
    uint32_t defined = 0;
    for (uint32_t i = 0; i < kTries * options.inputs && (defined < options.inputs || result.compared == 0); ++i, ++one.seed) {
        const uint32_t before = result.inputsRun;
        checkInput(subject, one, result);
        if (result.verdict == CheckVerdict::Unsupported || result.verdict == CheckVerdict::Failed) return;
        defined += result.inputsRun - before;
    }
}

// What the inputs say when nothing differs. A function that stores nothing has been checked to leave everything alone.
CheckResult withoutDifference(const Program& program, CheckResult result) {
    const bool isChecked = result.compared != 0 || (result.inputsRun != 0 && !program.stores);
    if (isChecked) {
        result.reason.clear();
        return result;
    }
    result.verdict = CheckVerdict::Undefined;
    if (result.inputsRun == 0)
        result.reason = "no input led to a defined end: " + result.reason;
    else
        result.reason = result.unsettled ? "no settled value was stored" : "no input led to a store";
    return result;
}

} // namespace

const char* verdictName(CheckVerdict verdict) {
    constexpr const char* kNames[] = {"same", "different", "declined", "unsupported", "undefined", "failed"};
    return kNames[size_t(verdict)];
}

CheckResult checkFunction(std::span<const std::byte> code, const std::string& function, const CheckOptions& options) {
    const air::Outcome outcome = air::translate(code, function, glCapabilities());
    if (outcome.verdict != air::Verdict::Ok)
        return {outcome.verdict == air::Verdict::Declined ? CheckVerdict::Declined : CheckVerdict::Failed, outcome.reason};
    auto program = compileFunction(code, outcome.translation.reflection.functionName);
    if (!program) return {CheckVerdict::Unsupported, program.error().text};
    program->translatedGroupBytes = outcome.translation.reflection.staticThreadgroupMemory;
    if (const std::string reason = unsupported(*program); !reason.empty()) return {CheckVerdict::Unsupported, reason};
    const auto subject = makeSubject(*program, outcome.translation, options);
    if (!subject->problem().empty()) return {CheckVerdict::Failed, subject->problem()};
    CheckResult result{CheckVerdict::Same, ""};
    checkInputs(*subject, options, result);
    if (result.verdict == CheckVerdict::Same && result.inputsRun != 0 && result.compared == 0 && program->stores) {
        auto traced = compileFunction(code, outcome.translation.reflection.functionName, Tracing::On);
        CheckOptions guided = options;
        guided.seed += kGuidedSeeds;
        if (traced && subject->guideInputs(std::move(*traced))) checkInputs(*subject, guided, result);
    }
    if (result.verdict == CheckVerdict::Unsupported || result.verdict == CheckVerdict::Failed) return result;
    return result.verdict == CheckVerdict::Same ? withoutDifference(*program, std::move(result)) : result;
}

} // namespace aircpu
