// Guest-physical memory as the renderer sees it: regions mapped from QEMU's memfds. Thread: map/unmap/invalidate on the seam thread,
// everything else on the engine thread, or on another under pin(). Guest bytes are hostile and change while you read: copy once,
// validate the copy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <shared_mutex>
#include <span>
#include <vector>

#include "pvg/base/decline.h"
#include "pvg/base/ids.h"
#include "pvg/base/result.h"
#include "pvg/memory/read_observer.h"

namespace pvg {

// One contiguous run of mapped guest RAM. Valid until the next quiescentPoint() of the engine thread: an unmapped region keeps its
// address range (as anonymous zero pages) until then, so that a late access harms nobody.
struct GuestSpan {
    std::byte* data = nullptr;
    uint64_t size = 0;
    bool writable = false;
    GuestPhys base; // of data[0]
};
using ScatterList = std::vector<GuestSpan>;

uint64_t scatterSize(const ScatterList& list);
// Copies between `list` from byte `offset` on and host memory. The range must lie inside the list.
void gatherBytes(const ScatterList& list, uint64_t offset, std::span<std::byte> out);
void scatterBytes(const ScatterList& list, uint64_t offset, std::span<const std::byte> in);

// Gate for every write the guest can see. The seam thread closes an epoch by invalidate(); afterwards enter() with an older epoch
// fails, and no writer of an older epoch is still inside. Writers hold it for one bounded copy only, never across GL or a wait.
class GuestWriteGate {
public:
    class Pass {
    public:
        explicit operator bool() const { return m_lock.owns_lock(); }

    private:
        friend class GuestWriteGate;
        std::shared_lock<std::shared_mutex> m_lock;
    };

    [[nodiscard]] Pass enter(Epoch epoch);
    // Returns once every older pass is gone. Thread: seam.
    void invalidate(Epoch newEpoch);
    Epoch epoch() const;

private:
    mutable std::shared_mutex m_mutex;
    Epoch m_epoch{};
};

class GuestMemory {
public:
    GuestMemory();
    ~GuestMemory();
    GuestMemory(const GuestMemory&) = delete;
    GuestMemory& operator=(const GuestMemory&) = delete;

    // Thread: seam. `fd` is consumed. The mapping is MADV_DONTDUMP.
    Status map(GuestPhys base, uint64_t size, int fd, uint64_t fileOffset, bool writable);
    // Zero bytes of this process instead of a guest's, allocated as they are touched; what the engine writes is kept apart from what it reads,
    // so that reads see nothing but what was put there through spans(). For replays. Thread: any, while no engine runs, or engine.
    Status mapPrivate(GuestPhys base, uint64_t size, bool writable);
    // Private regions are as they were when they were mapped; no address changes. Thread: engine.
    void zeroPrivate();
    // Gives back what the engine wrote into private regions. Thread: engine.
    void dropPrivateWrites();
    // Removes every region inside [base, base + size); returns when no thread can reach the old pages any more.
    void unmap(GuestPhys base, uint64_t size);
    void unmapAll();

    // Thread: any but the engine's. While it is held no address range goes away, not even in quiescentPoint(): hold it for a few accesses.
    [[nodiscard]] std::shared_lock<std::shared_mutex> pin() const { return std::shared_lock(m_pins); }
    // Thread: engine. Frees address ranges of regions unmapped before; spans taken earlier are invalid afterwards.
    void quiescentPoint();
    // Changes whenever the set of regions changes; caches of host addresses compare it.
    uint64_t generation() const;
    uint64_t mappedBytes() const;
    size_t regionCount() const;

    // Host spans of [base, base + size), split over regions. Fails when any byte is not RAM (or, with `forWrite`, is read-only).
    Declined<void> spans(GuestPhys base, uint64_t size, bool forWrite, ScatterList& out) const;
    Declined<void> read(GuestPhys base, std::span<std::byte> out) const;
    // Copies out of a list or span that spans() gave. While somebody observes, every copy goes through these, read() or readWord().
    void gather(const ScatterList& list, uint64_t offset, std::span<std::byte> out) const;
    void copy(const GuestSpan& span, uint64_t offset, std::span<std::byte> out) const;
    // An aligned word that is acted upon once, not polled: acquire load.
    Declined<uint32_t> readWord(GuestPhys address) const;
    // Null: nobody watches. Set while no engine runs; outlives its use. load32() is not observed: what is polled is no input yet.
    void setReadObserver(ReadObserver* observer) { m_readObserver = observer; }
    ReadObserver* readObserver() const { return m_readObserver; }

    // The caller holds a Pass of the gate.
    Declined<void> write(GuestPhys base, std::span<const std::byte> in) const;
    // Aligned 32-bit accesses (decisions.md 6): acquire load, release store, atomic OR.
    Declined<uint32_t> load32(GuestPhys address) const;
    Declined<void> store32(GuestPhys address, uint32_t value) const;
    Declined<void> or32(GuestPhys address, uint32_t bits) const;

    GuestWriteGate& gate() { return m_gate; }

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
    GuestWriteGate m_gate;
    mutable std::shared_mutex m_pins;
    ReadObserver* m_readObserver = nullptr;
};

} // namespace pvg
