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
#include "pvg/fifo/clock.h"
#include "pvg/memory/guest_memory.h"
#include "pvg/seam/messages.h"
#include "pvg/seam/page.h"

namespace pvg {

class EngineObserver;

// The user's hand on a display, at run time.
struct DisplayControl {
    enum class Kind { Unplug, Plug, SetModes } kind{};
    DisplayPort port;
    std::vector<DisplayMode> modes = {}; // SetModes; 0 = preferred
};

struct EngineOptions {
    std::vector<DisplayMode> modes{DisplayMode{}}; // mode 0 = preferred
    uint32_t displays = 1;                         // 1..8
    bool gamma = true;                             // false: +0x1c of the shared page stays 0 (decisions.md 36)
    uint64_t stopAfterFrames = 0;                  // 0 = never
    std::vector<DisplayFault> faults = {};
    // When a present happened, for the frame intervals. Null: at the start of the engine's step, which presents of an unpaced guest share.
    Time (*presentClock)() = nullptr;
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

// What an engine thread runs: the engine of a guest, or a replay.
class EngineDriver {
public:
    virtual ~EngineDriver() = default;
    // Thread: seam. Order is kept; wakes the engine.
    virtual void post(const EngineEvent& event) = 0;
    // Thread: engine. Returns after Stop or after `stopAfterFrames` presents (their stamps published).
    virtual void run() = 0;
    // Thread: any.
    virtual std::shared_ptr<const EngineSnapshot> snapshot() const = 0;
    // Thread: any. Ports that do not exist are ignored; a replay has no guest that could react.
    virtual void control(const DisplayControl&) {}
};

class Engine final : public EngineDriver {
public:
    Engine(EngineOptions options, seam::Page& page, int doorbellFd, int interruptFd, GuestMemory& memory, Backend& backend, Counters& counters);
    ~Engine() override;

    void post(const EngineEvent& event) override;
    void control(const DisplayControl& control) override;
    void run() override;
    std::shared_ptr<const EngineSnapshot> snapshot() const override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pvg
