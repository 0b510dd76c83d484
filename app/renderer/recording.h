// The trace that this renderer writes: opens it, connects the recorder, says in the window how it goes. Thread: owner, but hudLine(), notice().
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/renderer/stats.h"
#include "pvg/exec/backend.h"
#include "pvg/exec/engine.h"
#include "pvg/exec/renderer_link.h"
#include "pvg/trace/recorder.h"

namespace app {

class Recording {
public:
    // A new trace replaces the file; `append`: goes on behind what a renderer before this one wrote.
    static pvg::Result<std::unique_ptr<Recording>> open(const std::string& path, bool append, pvg::seam::Page& page);
    ~Recording();

    // Before the engine and the seam thread run; they end before this object does.
    void observe(pvg::EngineOptions& options, pvg::GuestMemory& memory, pvg::Counters& counters);
    void observe(pvg::RendererLink::Handlers& handlers);
    // Thread: engine.
    void begin(const pvg::EngineOptions& options, const pvg::BackendCaps& caps);
    void close();

    // "recording: 12.3 MB", or why it ended.
    std::string hudLine() const;
    // For the first seconds what a trace contains, and for good why it ended before its time.
    std::vector<std::string> notice() const;
    RecordFigures figures() const;

private:
    Recording(std::string path, pvg::seam::Page& page);

    std::string m_path;
    pvg::seam::Page& m_page;
    double m_begun;
    std::unique_ptr<pvg::trace::Recorder> m_recorder;
    bool m_isClosed = false;
};

} // namespace app
