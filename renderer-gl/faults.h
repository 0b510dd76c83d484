// Faults of a driver on demand, for tests: put between epoxy's function pointers and the driver, so that no code of the back end knows of
// them and every path behind them is the real one.
#pragma once

#include <chrono>
#include <span>

#include "pvg/base/gpu_fault.h"

namespace gl {

// How long a hang takes to be one while FenceTimeout is asked for.
inline constexpr std::chrono::milliseconds kLongestWorkInTests{1000};

// At most one at a time in a process; calls of other threads than the one that made it reach the driver.
class FaultInjection {
public:
    // The context is current.
    explicit FaultInjection(std::span<const pvg::GpuFault> faults);
    ~FaultInjection();
    FaultInjection(const FaultInjection&) = delete;
    FaultInjection& operator=(const FaultInjection&) = delete;
};

} // namespace gl
