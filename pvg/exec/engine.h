// The renderer's engine: drains rings, honours barriers, runs commands, publishes stamps, serves displays. One thread owns all of it and
// the GL context. Input: seam page, seam socket events, guest memory. Output: stamps, status bits, private MSI eventfd, presents.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "pvg/base/counters.h"
#include "pvg/display/display_types.h"
#include "pvg/exec/backend.h"
#include "pvg/memory/guest_memory.h"
#include "pvg/seam/messages.h"
#include "pvg/seam/page.h"

namespace pvg {

class EngineObserver;

struct EngineOptions {
    std::vector<DisplayMode> modes{DisplayMode{}}; // mode 0 = preferred
    uint32_t displays = 1;                         // 1..8
    bool gamma = true;                             // false: +0x1c of the shared page stays 0 (decisions.md 36)
    uint64_t stopAfterFrames = 0;                  // 0 = never
    EngineObserver* observer = nullptr;            // outlives the engine; null = nobody watches
};

// What the window shows; an immutable snapshot, replaced at least twice a second while something changes and at each present.
struct EngineSnapshot {
    std::array<DisplaySnapshot, 8> displays;
    uint32_t protocolVersion = 0;  // 0 = no driver yet
    bool fifoEnabled = false;
    uint64_t tasks = 0;
    std::string lastCommand;       // what the guest did last, for the state line
    std::vector<float> frameIntervalsMs; // most recent last
};

// Events the seam thread hands over, in order (Map/Unmap are handled on the seam thread itself).
struct EngineEvent {
    enum class Kind { Reset, VersionWritten, FifoControl, ClientGone, Stop } kind{};
    Epoch epoch;
    seam::FifoSetup fifo;
};

class Engine {
public:
    Engine(EngineOptions options, seam::Page& page, int doorbellFd, int interruptFd, GuestMemory& memory, Backend& backend, Counters& counters);
    ~Engine();

    // Thread: seam. Order is kept; wakes the engine.
    void post(const EngineEvent& event);
    // Thread: engine. Returns after Stop or after `stopAfterFrames` presents (their stamps published).
    void run();
    // Thread: any.
    std::shared_ptr<const EngineSnapshot> snapshot() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pvg
