#include "shaders/air/command_check.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace air {

namespace {

constexpr const char* kProgram = "pvgl-air-check";

std::vector<std::string> argumentsFor(const CommandOptions& options) {
    std::vector<std::string> arguments{kProgram};
    if (!options.function.empty()) arguments.insert(arguments.end(), {"--function", options.function});
    for (const auto& input : options.inputs) arguments.push_back(std::filesystem::absolute(input).string());
    return arguments;
}

} // namespace

int runCpuCheck(const CommandOptions& options) {
    std::error_code error;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    std::vector<std::string> arguments = argumentsFor(options);
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    ::execv((folder / kProgram).c_str(), pointers.data());
    const int problem = errno;
    fmt::print(stderr, "pvgl shader: --against-cpu needs {} in {}: {}. Builds with tests have it, on x86-64.\n", kProgram, folder.string(),
               std::strerror(problem));
    return 1;
}

} // namespace air
