// The seam between the device process (owns socket, registers, MSI) and the renderer process: one shared memfd page set. Everything
// in it is written by two processes that do not trust each other, so every field is one lock-free atomic and each side checks what it
// reads. Layout is versioned; both executables come from one build (kBuildId), which is compared at start.
// Source: architecture, section 1; recovery rules "What the socket thread may wait for".
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "pvg/seam/register_log.h"

namespace pvg::seam {

inline constexpr uint32_t kMagic = 0x4c475650; // "PVGL"
inline constexpr uint32_t kVersion = 3;
inline constexpr uint32_t kMaxPorts = 8;

struct Page {
    std::atomic<uint32_t> magic;
    std::atomic<uint32_t> version;

    // Device instance. Device process: raises it on each RESET, write of 0x1034, write of 0x1000 (after sending the matching message).
    // Renderer: `ackedEpoch` follows once nothing of an older epoch can write guest pages, stamps, counters or status bits any more.
    std::atomic<uint32_t> epoch;
    std::atomic<uint32_t> ackedEpoch;

    // Registers the guest reads without waiting for anybody. Renderer writes, device process answers reads.
    std::atomic<uint32_t> fifoRead;        // 0x100c
    std::atomic<uint32_t> interruptDisp;   // 0x1014: renderer ORs, device process exchanges with 0
    std::atomic<uint32_t> interruptGpu;    // 0x1018: same
    std::atomic<uint32_t> interruptFault;  // 0x102c: 0

    // Doorbells. Device process ORs a bit (or stores fifoWritten) and writes the doorbell eventfd; the renderer exchanges with 0.
    std::atomic<uint32_t> rootPage;         // 0x101c, read when a child channel is defined
    std::atomic<uint32_t> fifoWritten;      // 0x1008, producer counter of the root ring
    std::atomic<uint32_t> doorbells;        // bit n: channel n (bit 0: root, 0x1008 and 0x1024)
    std::atomic<uint32_t> replayDoorbells;  // bit n: 0x1028 (bit 0: 0x1024)
    std::atomic<uint32_t> displayDoorbells; // bit p: 0x1220

    // Figures that outlive a renderer.
    std::atomic<uint32_t> rendererRestarts;
    std::atomic<uint32_t> gpuResets;       // of them, renderers that ended because the GPU was reset
    std::atomic<uint32_t> gpuHangs;        // and those whose GPU made no progress any more
    std::atomic<uint64_t> lostPackets;     // of renderers that are gone
    std::atomic<uint32_t> clientConnected; // 1 while a vfio-user client is connected (state line of the window)
    std::atomic<uint64_t> registerReads;   // MMIO statistics for HUD and --stats
    std::atomic<uint64_t> registerWrites;
    std::atomic<uint64_t> interruptsFired;
    std::atomic<uint64_t> framesPresented; // over all displays: a renderer that gets this far is not one that dies at once

    RegisterLog registerLog; // while a trace is recorded
};

static_assert(std::atomic<uint32_t>::is_always_lock_free && std::atomic<uint64_t>::is_always_lock_free);

} // namespace pvg::seam
