// What the device model asks of whatever renders. Implementations: RendererProxy (a process), tests (a thread, nothing at all).
// Thread: the device process's only one.
#pragma once

#include <cstdint>

#include "pvg/seam/messages.h"
#include "pvg/seam/page.h"

namespace pvg::seam {

// A region of guest RAM; `fd` stays the caller's.
struct RamMap {
    uint64_t gpa = 0, size = 0, fileOffset = 0;
    bool writable = false;
    int fd = -1;
};

class RendererPort {
public:
    virtual ~RendererPort() = default;

    virtual Page& page() = 0;
    // Wakes the renderer after a doorbell bit was set.
    virtual void ringDoorbell() = 0;
    // Forgets interrupts that the renderer asked for before now.
    virtual void discardInterrupts() = 0;

    virtual void mapRam(const RamMap& map) = 0;
    // Returns once the renderer cannot reach the range: it said so, or it is dead. At most about 1 s.
    virtual void unmapRam(uint64_t gpa, uint64_t size) = 0;
    // Sends `type` (Reset, VersionWritten, FifoControl, ClientGone) and starts a new epoch with it.
    virtual void raiseEpoch(MessageType type, const FifoSetup& fifo) = 0;
    virtual bool isEpochAcked() = 0;
    // Returns once nothing of an older epoch can reach guest memory. At most about 1 s.
    virtual void awaitEpoch() = 0;
    // Sends `type` in the running epoch (ClientConnected; after a restart VersionWritten, FifoControl).
    virtual void tell(MessageType type, const FifoSetup& fifo, bool resumed) = 0;
};

} // namespace pvg::seam
