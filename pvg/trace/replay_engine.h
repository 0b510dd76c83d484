// The engine thread's work in `pvgl replay`: actions of a trace at the times of the recording, or as fast as they go.
#pragma once

#include <memory>
#include <string>

#include "pvg/exec/engine.h"
#include "pvg/trace/replayer.h"

namespace pvg::trace {

struct ReplayOptions {
    EngineOptions engine; // modes and displays come from the trace
    bool isPaced = true;
    bool staysOpen = false; // after the end, until Stop: a window shows the last frame
};

class ReplayEngine final : public EngineDriver {
public:
    ReplayEngine(std::unique_ptr<TraceReader> reader, const ReplayOptions& options, Backend& backend, Counters& counters);
    ~ReplayEngine() override;

    void post(const EngineEvent& event) override; // Stop alone counts
    void run() override;
    std::shared_ptr<const EngineSnapshot> snapshot() const override;

    // Thread: engine, or any after run().
    const ReplayFigures& figures() const;
    // A sentence when the trace ends before its proper end.
    std::string cutText() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pvg::trace
