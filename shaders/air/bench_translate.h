// The measurements of `pvgl bench translate`.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "shaders/air/command_jobs.h"

namespace air {

struct FunctionTiming {
    std::string name;         // "file: function"
    bool isOk = false;
    bool isOverBudget = false; // ended at the CPU limit
    double coldMs = 0;        // from request to answer
    double cpuMs = 0;         // of the worker alone
    double warmMs = 0;        // from disk
    double disassembleMs = 0; // the yardstick: a worker that prints the module's IR
    double glslPerIr = 0;     // bytes of GLSL a byte of IR after the same passes; 0 unless ok
};

struct TranslateFigures {
    std::vector<FunctionTiming> functions;
    uint64_t workerDeaths = 0;  // of the translating worker
    uint64_t warmMisses = 0;    // found neither in the cache nor excused by a worker's death
};

// One function at a time, one worker a kind. The cache is a fresh folder under /tmp, removed at the end.
pvg::Result<TranslateFigures> measureTranslation(std::span<const CommandJob> jobs);

// p in 0..1, nearest rank; 0 for an empty list.
double percentileOf(std::vector<double> values, double p);

} // namespace air
