// The --stats file (architecture: command line). A pure function of counters and a few figures of this run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "pvg/base/counters.h"
#include "pvg/seam/page.h"

namespace app {

struct SeamFigures {
    uint64_t rendererRestarts = 0, registerReads = 0, registerWrites = 0, interruptsFired = 0;
};
SeamFigures readSeamFigures(const pvg::seam::Page& page);

struct RunFigures {
    std::string glRenderer, glVersion;
    std::vector<float> frameIntervalsMs;
    double engineCpuSeconds = 0; // CPU time of the engine thread
    SeamFigures seam;
};

nlohmann::json composeStats(const pvg::Counters& counters, const RunFigures& run);

} // namespace app
