// What `pvgl shader` writes.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "pvg/base/result.h"
#include "shaders/air/command_jobs.h"

namespace air {

struct Verdicts {
    size_t ok = 0, declined = 0, failed = 0;
};
Verdicts countVerdicts(std::span<const CommandResult> results);

// A list of {file, name, kind, status, reason, milliseconds, glsl_bytes}.
std::string reportJson(std::span<const CommandJob> jobs, std::span<const CommandResult> results);
// One line a function.
std::string listing(std::span<const CommandJob> jobs, std::span<const CommandResult> results);
// "N ok, M declined, K failed" and the commonest reasons.
std::string summary(std::span<const CommandResult> results);

pvg::Status writeText(const std::filesystem::path& path, const std::string& text);
// One file a translated function; names come from the library, so they are cleaned, and numbered where they repeat.
pvg::Status writeShaders(const std::filesystem::path& folder, std::span<const CommandJob> jobs, std::span<const CommandResult> results);

} // namespace air
