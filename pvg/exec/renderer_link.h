// Renderer side of the seam: handshake, the seam thread (maps, unmaps, epochs), worker requests. See seam/messages.h, seam/page.h.
#pragma once

#include <functional>
#include <memory>

#include "pvg/base/result.h"
#include "pvg/exec/engine.h"
#include "pvg/memory/guest_memory.h"
#include "pvg/seam/page.h"

namespace pvg {

class RendererLink {
public:
    struct Handlers {
        std::function<void(const EngineEvent&)> event; // thread: seam; forwards to Engine::post
        std::function<void(bool connected)> client;    // vfio-user client came or went
        std::function<void()> terminate;               // Terminate or EOF of the device process
        // Guest RAM came, goes (all of it: base 0, size ~0). Thread: seam. May be empty.
        std::function<void(GuestPhys base, uint64_t size, bool isWritable)> mapped = {};
        std::function<void(GuestPhys base, uint64_t size)> unmapped = {};
    };

    // Receives Hello on `seamFd` (consumed), maps the page, compares build ids. The device process goes on without a renderer until start().
    static Result<std::unique_ptr<RendererLink>> connect(int seamFd);
    ~RendererLink();

    seam::Page& page();
    int doorbellFd() const;
    int interruptFd() const;

    // Answers Ready and starts the seam thread: call it when guest work can be taken, for from here on the device process waits 1 s at most for
    // an answer. Map/Unmap act on `memory` there; Reset, VersionWritten, FifoControl and ClientGone first close the old epoch at
    // memory.gate(), then reach handlers.event, then are acknowledged, so that a busy engine never delays the device process.
    void start(GuestMemory& memory, Handlers handlers);
    // Thread: any but the seam thread. A stream socket to a fresh shader worker; waits up to 5 s.
    Result<int> requestWorker();
    void closeRequested();
    void finished(int exitCode);

private:
    RendererLink();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pvg
