// Command line of `pvgl shader` (pvgl-shader).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shaders/air/reflection.h"

namespace air {

struct CommandOptions {
    std::vector<std::filesystem::path> inputs;  // files, or folders to walk
    std::string function;                       // empty: all
    std::vector<FunctionConstant> constants;
    std::filesystem::path outputFolder, report; // empty: not wanted
    bool printsStageInfo = false, printsGlsl = false;
    bool comparesWithCpu = false; // instead of all that
};

// The options, or the exit code after help or a message was printed.
std::variant<CommandOptions, int> parseCommandLine(int argc, char** argv);

} // namespace air
