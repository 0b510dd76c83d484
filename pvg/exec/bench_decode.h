// `pvgl bench decode`: what one record of a desktop's stream costs from guest pages through decode, executor and null back end, against
// memcpy of the same bytes in the same run.
#pragma once

#include <cstdint>
#include <string>

namespace pvg {

struct BenchOptions {
    std::string jsonPath;         // empty: none
    uint32_t records = 10000;     // about, in one round
    uint32_t rounds = 20;         // the median counts
};

// Prints the figures. Returns the exit code: 0, or 1 when the stream did not run cleanly or the file could not be written.
int benchDecode(const BenchOptions& options);

} // namespace pvg
