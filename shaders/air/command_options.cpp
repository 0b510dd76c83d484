#include "shaders/air/command_options.h"

#include <CLI/CLI.hpp>

#include "shaders/air/command_constants.h"

namespace air {

namespace {

constexpr int kUsage = 2;

} // namespace

std::variant<CommandOptions, int> parseCommandLine(int argc, char** argv) {
    CommandOptions options;
    CLI::App app("Translates the functions of Metal libraries to GLSL 4.50.", "pvgl shader");
    app.add_option("FILE", options.inputs, ".metallib or .air file, or a folder that is searched for them")->required();
    app.add_option("--function", options.function, "only the functions of this name")->type_name("NAME");
    app.add_option_function<std::vector<std::string>>(
           "--constant",
           [&](const std::vector<std::string>& texts) {
               for (const std::string& text : texts) {
                   auto constant = parseConstant(text);
                   if (!constant) throw CLI::ValidationError("--constant", constant.error().text);
                   options.constants.push_back(std::move(*constant));
               }
           },
           "a function constant's value, as in 0:bool=true or 3:float2=1,0.5; may be repeated")
        ->type_name("INDEX:TYPE=VALUE")
        ->allow_extra_args(false);
    app.add_option("--out", options.outputFolder, "write each function's GLSL into this folder")->type_name("DIR");
    app.add_option("--report", options.report, "write one JSON object per function into this file")->type_name("FILE.json");
    app.add_flag("--stage-info", options.printsStageInfo, "print what each function binds, reads and writes, as JSON");
    app.add_flag("--glsl", options.printsGlsl, "print each function's GLSL");
    app.add_flag("--against-cpu", options.comparesWithCpu,
                 "run each function on OpenGL and compiled for this CPU, on the same random inputs, and compare; exit code 77: no OpenGL 4.5")
        ->excludes("--constant", "--out", "--report", "--stage-info", "--glsl");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : kUsage;
    }
    return options;
}

} // namespace air
