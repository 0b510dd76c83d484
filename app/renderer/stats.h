// The --stats file (architecture: command line). A pure function of counters and a few figures of this run.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "pvg/base/counters.h"
#include "pvg/display/display_types.h"
#include "pvg/seam/page.h"
#include "renderer-gl/debug_output.h"

namespace app {

struct SeamFigures {
    uint64_t rendererRestarts = 0, registerReads = 0, registerWrites = 0, interruptsFired = 0;
    uint64_t gpuResets = 0, gpuHangs = 0; // of the restarts
    uint64_t lostPackets = 0;             // of renderers before this one
};
SeamFigures readSeamFigures(const pvg::seam::Page& page);

struct RecordFigures {
    uint64_t fileBytes = 0, records = 0, lostRegisters = 0;
    std::string ended; // why, before the run's end; empty: it did not
};
struct ReplayFigures {
    uint64_t commands = 0, unknownPages = 0, badRecords = 0, segments = 0;
    std::string cut; // where and why the trace ends before its end
};

// At the run's end; what the counters do not hold.
struct ShaderFigures {
    uint64_t pending = 0, workerDeaths = 0;
    double longestMs = 0; // of one shader, from request to result
};

struct RunFigures {
    std::string glRenderer, glVersion;
    std::vector<float> frameIntervalsMs;
    double engineCpuSeconds = 0; // CPU time of the engine thread
    SeamFigures seam;
    std::vector<pvg::DisplaySnapshot> displays = {}; // by port
    std::vector<gl::DebugLog::Row> glMessages = {};
    ShaderFigures shaders = {};
    std::optional<RecordFigures> record = {};
    std::optional<ReplayFigures> replay = {};
};

nlohmann::json composeStats(const pvg::Counters& counters, const RunFigures& run);

} // namespace app
