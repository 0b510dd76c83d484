#include "shaders/air/command.h"

#include <fmt/format.h>

#include <cstdio>

#include "shaders/air/command_check.h"
#include "shaders/air/command_options.h"
#include "shaders/air/command_output.h"
#include "shaders/air/json.h"

namespace air {

namespace {

void printResults(const CommandOptions& options, std::span<const CommandJob> jobs, std::span<const CommandResult> results) {
    if (!options.printsGlsl && !options.printsStageInfo) {
        if (options.report.empty() && options.outputFolder.empty()) fmt::print("{}", listing(jobs, results));
        return;
    }
    for (const CommandResult& result : results) {
        if (result.outcome.verdict != Verdict::Ok) continue;
        if (options.printsStageInfo) fmt::print("{}\n", toJson(result.outcome.translation.reflection));
        if (options.printsGlsl) fmt::print("{}\n", result.outcome.translation.glsl);
    }
}

pvg::Status writeResults(const CommandOptions& options, std::span<const CommandJob> jobs, std::span<const CommandResult> results) {
    if (!options.report.empty()) PVG_CHECK(writeText(options.report, reportJson(jobs, results)));
    if (!options.outputFolder.empty()) PVG_CHECK(writeShaders(options.outputFolder, jobs, results));
    return {};
}

int complain(const pvg::Error& error) {
    fmt::print(stderr, "pvgl shader: {}\n", error.text);
    return 1;
}

} // namespace

int runShaderCommand(int argc, char** argv) {
    const auto parsed = parseCommandLine(argc, argv);
    if (const int* exitCode = std::get_if<int>(&parsed)) return *exitCode;
    const auto& options = std::get<CommandOptions>(parsed);
    if (options.comparesWithCpu) return runCpuCheck(options);

    const auto jobs = collectJobs(options.inputs, options.function);
    if (!jobs) return complain(jobs.error());
    const auto results = runJobs(*jobs, options.constants);
    printResults(options, *jobs, results);
    if (const auto written = writeResults(options, *jobs, results); !written) return complain(written.error());
    fmt::print(stderr, "pvgl shader: {}\n", summary(results));
    const Verdicts count = countVerdicts(results);
    return count.failed == 0 && count.ok != 0 ? 0 : 1;
}

} // namespace air
