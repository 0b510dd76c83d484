// JSON forms of what crosses the worker's socket. Outcome's are declared in reflection.h. Readers treat their text as hostile: types,
// ranges and list lengths are checked, a missing or unknown field is an error, nothing throws.
#pragma once

#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "shaders/air/reflection.h"

namespace air {

// What a worker needs beside the library's bytes.
struct JobHeader {
    std::string function; // empty: the library's first
    Capabilities capabilities;
    std::vector<FunctionConstant> constants = {};
    bool operator==(const JobHeader&) const = default;
};

// For people: indented.
std::string toJson(const Reflection& reflection);

// An outcome in two parts, so that its text is neither escaped nor parsed: JSON of everything but the GLSL, and the GLSL as it is.
struct OutcomeParts {
    std::string header;
    std::string glsl;
};
OutcomeParts toParts(Outcome outcome);
// A longer header is refused: what it becomes in memory may be a hundred times as large.
inline constexpr size_t kMaxHeaderText = size_t(1) << 20;
// The reason comes back printable and at most 400 bytes long.
pvg::Result<Outcome> outcomeFromParts(OutcomeParts parts);

std::string toJson(const JobHeader& job);
pvg::Result<JobHeader> jobFromJson(const std::string& text);

} // namespace air
