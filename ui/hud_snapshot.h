// What the HUD shows: plain values copied from the counters and the engine, at one moment.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "pvg/base/counters.h"
#include "pvg/display/display_types.h"

namespace ui {

// A shader that is being translated or waits for it.
struct CompilingShader {
    std::string name;
    double seconds = 0; // since it was asked for
    bool isRunning = false;
};

struct HudSnapshot {
    double seconds = 0; // monotonic clock
    std::array<uint64_t, size_t(pvg::Counter::Count)> counters{};
    std::vector<pvg::CommandCount> commands;
    std::vector<pvg::DeclineCount> declines;
    std::vector<float> frameIntervalsMs; // most recent last
    std::vector<pvg::DisplaySnapshot> displays; // by port
    std::string glRenderer, glVersion;
    double engineCpuSeconds = 0;    // CPU time of the engine thread
    double hudMicroseconds = 0;     // CPU time of one HUD frame, build and submission
    uint64_t guestMemoryBytes = 0;  // mapped guest RAM
    uint64_t guestRegions = 0;
    uint64_t residentBytes = 0; // of this process
    std::vector<CompilingShader> compiling; // the oldest first, at most kMostCompiling
    uint64_t compilingCount = 0;            // of all
    static constexpr size_t kMostCompiling = 6;
    uint64_t gpuResets = 0, gpuHangs = 0;   // of this run; each cost a renderer
    uint64_t lostPackets = 0;               // of renderers before this one
    std::string trace;          // what is being recorded or replayed; empty: nothing

    uint64_t counter(pvg::Counter c) const { return counters[size_t(c)]; }
};

} // namespace ui
