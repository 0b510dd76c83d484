// Latency of registers while the renderer is saturated with heavy frames, beside a socket ping-pong under the same load, block by block.
#pragma once

#include <string>

#include "pvg/guest/latency.h"
#include "pvg/guest/session.h"

namespace pvg::guest {

struct MmioFigures {
    size_t samples = 0;        // of each kind
    uint64_t frames = 0;       // drawn meanwhile
    double loadedShare = 0;    // share of the blocks that began and ended with work in flight
    double cpuBusy = 0;        // share of all processors' time that was used, by whomever
    Percentiles registerRead;  // 4-byte reads of 0x1018 and 0x100c
    Percentiles doorbellWrite; // posted write of 0x1020: what the guest's processor is held up for
    Percentiles socketPing;    // 32 bytes there and back between two processes
    double readRatio() const { return registerRead.p50 / socketPing.p50; }
    double tailRatio() const { return registerRead.p99 / socketPing.p99; }
    bool isWithinLimits() const;
};
inline constexpr double kMmioRatioLimit = 3, kMmioTailLimit = 10;

// `scene` is prepared; the session is not paced.
Result<MmioFigures> measureMmio(Session& session, Scene& scene, size_t samples);
std::string figuresText(const MmioFigures& figures);
std::string figuresJson(const MmioFigures& figures);

} // namespace pvg::guest
