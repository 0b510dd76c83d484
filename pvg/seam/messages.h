// Messages over the seam socket (AF_UNIX SOCK_SEQPACKET, one struct a packet, fds by SCM_RIGHTS). Device process -> renderer:
// Hello, Map, Unmap, Reset, VersionWritten, FifoControl, ClientGone, Terminate, Worker. Renderer -> device process: Ready, Ack,
// UnmapDone, WantWorker, Finished. Unknown types and short packets end the connection.
#pragma once

#include <cstdint>

namespace pvg::seam {

enum class MessageType : uint32_t {
    Hello = 1,      // fds: page memfd, doorbell eventfd, private MSI eventfd. Renderer answers Ready after comparing build ids
    Ready,
    Map,            // one region of guest RAM; fd: the memfd (0 fds = ROM without backing, never sent)
    Unmap,          // every region inside [gpa, gpa + size) is gone; answered by UnmapDone with the same `sequence`
    UnmapDone,
    Reset,          // RESET: all state; answered by storing Page::ackedEpoch
    VersionWritten, // 0x1034 was written: new driver instance; same answer
    FifoControl,    // 0x1000 was written; `fifo` says with what; same answer
    ClientConnected,
    ClientGone,     // EOF of the vfio-user client: unmap all, forget all (epoch raised)
    Terminate,      // finish: write --screenshot/--stats as usual and send Finished
    WantWorker,     // renderer asks for one more shader worker
    Worker,         // fd: stream socket to a fresh pvgl-shader --worker (0 fds: could not be started)
    Finished,       // renderer is done; `exitCode` is the run's
    CloseRequested, // the user closed the window; the device process decides (recovery, "Ends")
};

// Exit codes of a renderer whose GPU is gone: everything it could publish is out, and another renderer may do better.
inline constexpr int kGpuResetExit = 70, kGpuHangExit = 71;

struct FifoSetup {
    uint32_t control = 0;       // value written to 0x1000
    uint32_t fifoLength = 0;    // 0x1004
    uint32_t fifoStart = 0;     // 0x1010
    uint32_t fifoBasePage = 0;  // 0x1030
    uint32_t protocolVersion = 0; // negotiated 0x1034
};

// `sequence` of a VersionWritten or FifoControl that describes a running guest to a restarted renderer: FIFO_READ on the page is kept and is
// where the root ring goes on, instead of 0.
inline constexpr uint64_t kResumed = 1;

struct Message {
    MessageType type{};
    uint32_t epoch = 0;
    uint64_t sequence = 0;
    uint64_t gpa = 0;         // Map, Unmap
    uint64_t size = 0;        // Map, Unmap
    uint64_t fileOffset = 0;  // Map
    uint32_t writable = 0;    // Map
    int32_t exitCode = 0;     // Finished
    FifoSetup fifo{};
    char buildId[48] = {};    // Hello, Ready
};

// Whether the epoch that begins with `type` makes FIFO_READ 0 (decisions.md 5).
constexpr bool clearsFifoRead(MessageType type, const FifoSetup& fifo) { return type != MessageType::FifoControl || fifo.control != 0; }

} // namespace pvg::seam
