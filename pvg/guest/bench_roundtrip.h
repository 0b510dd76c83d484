// Latency of the device as a guest sees it, beside the same path without a device, in one run.
#pragma once

#include <string>

#include "pvg/base/result.h"
#include "pvg/guest/driver.h"
#include "pvg/guest/latency.h"

namespace pvg::guest {

struct RoundtripFigures {
    int samples = 0;
    Percentiles command;      // doorbell -> stamp -> MSI eventfd, empty command
    Percentiles eventfdPing;  // eventfd there and back between two processes
    Percentiles registerRead; // one 4-byte read of BAR0
    Percentiles socketPing;   // 32 bytes there and back over a socket between two processes
    double commandRatio() const { return command.p50 / eventfdPing.p50; }
    double readRatio() const { return registerRead.p50 / socketPing.p50; }
};
inline constexpr double kCommandRatioLimit = 10;

Result<RoundtripFigures> measureRoundtrip(Driver& driver, int samples);
std::string figuresText(const RoundtripFigures& figures);
std::string figuresJson(const RoundtripFigures& figures);

} // namespace pvg::guest
