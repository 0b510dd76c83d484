// Whether the GPU still works: resets as the driver tells them, hangs by the time a fence takes. Asked where fences are, which is no more
// often than once a batch. Thread: the one of the context.
#pragma once

#include <chrono>

#include "pvg/exec/backend.h"

namespace gl {

class GpuWatch {
public:
    using Clock = std::chrono::steady_clock;
    // No batch of a desktop takes as long on any GPU; drivers reset one that works on for ever after some seconds by themselves.
    static constexpr std::chrono::milliseconds kLongestWork{10000};

    explicit GpuWatch(std::chrono::milliseconds longestWork = kLongestWork) : m_longestWork(longestWork) {}

    pvg::GpuLoss loss() const { return m_loss; }
    bool isLost() const { return m_loss != pvg::GpuLoss::None; }
    // Asks the driver. After a reset fences count as signalled and buffers hold anything, so it is asked before either is believed. True: lost.
    bool look();
    // A fence that is next in line since `since` is not signalled. True: lost.
    bool stillWaits(Clock::time_point since);

private:
    const std::chrono::milliseconds m_longestWork;
    Clock::time_point m_lookedAt{};
    pvg::GpuLoss m_loss = pvg::GpuLoss::None;
};

} // namespace gl
