// What `pvgl shader` has to translate: the functions of the files it was given.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "shaders/air/container.h"
#include "shaders/air/reflection.h"

namespace air {

struct CommandJob {
    std::filesystem::path file;
    std::shared_ptr<const std::vector<std::byte>> contents;
    std::string name; // empty: bare bitcode, whose name only its metadata tells
    FunctionKind kind = FunctionKind::Unknown;
    std::span<const std::byte> module; // inside `contents`, or all of it where the function calls others of the file by name; empty when the
                                       // file could not be read
    std::string problem;               // why not
};

struct CommandResult {
    Outcome outcome;
    double milliseconds = 0;
};

// Jobs in the order of the inputs, folders sorted by path. A file that is no library is a job with a problem; a path that does not exist,
// or a folder without libraries, is an error.
pvg::Result<std::vector<CommandJob>> collectJobs(std::span<const std::filesystem::path> inputs, const std::string& function);

// Translates every job in worker processes started from this program, each with these constants; results are in the order of the jobs.
std::vector<CommandResult> runJobs(std::span<const CommandJob> jobs, const std::vector<FunctionConstant>& constants);

} // namespace air
