#include "shaders/air/command_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

namespace air {

namespace {

constexpr int kUsage = 2;

} // namespace

std::variant<CommandOptions, int> parseCommandLine(int argc, char** argv) {
    CommandOptions options;
    bool comparesWithCpu = false;
    CLI::App app("Translates the functions of Metal libraries to GLSL 4.50.", "pvgl shader");
    app.add_option("FILE", options.inputs, ".metallib or .air file, or a folder that is searched for them")->required();
    app.add_option("--function", options.function, "only the functions of this name")->type_name("NAME");
    app.add_option("--out", options.outputFolder, "write each function's GLSL into this folder")->type_name("DIR");
    app.add_option("--report", options.report, "write one JSON object per function into this file")->type_name("FILE.json");
    app.add_flag("--stage-info", options.printsStageInfo, "print what each function binds, reads and writes, as JSON");
    app.add_flag("--glsl", options.printsGlsl, "print each function's GLSL");
    app.add_flag("--against-cpu", comparesWithCpu)->group(""); // named by the contract, not built: absent from --help
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : kUsage;
    }
    if (comparesWithCpu) {
        fmt::print(stderr, "pvgl shader: --against-cpu is not available in this version\n");
        return kUsage;
    }
    return options;
}

} // namespace air
