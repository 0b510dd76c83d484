// Executes ExecIndirect2 packets: gathers the command-buffer chunks, decodes them, keeps host copies and guest pages coherent, and drives a
// Backend. Also owns the host objects behind guest refs. Thread: engine.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "pvg/base/counters.h"
#include "pvg/exec/backend.h"
#include "pvg/memory/guest_memory.h"
#include "pvg/object/object_table.h"

namespace pvg {

// Validity quad (objects.md 5): each non-zero byte = do it.
struct ValidityQuad {
    bool clearHost = false, setHost = false, clearGuest = false, setGuest = false;
};
struct ResourceRecord {
    ObjectRef object;
    ValidityQuad validity;
};
struct StreamChunk {
    GuestVirt address;
    uint64_t length = 0;
};

// A 0x37 whose header and tables were copied out of the ring.
struct ExecPacket {
    TaskId task;
    std::vector<ResourceRecord> resources;
    std::vector<StreamChunk> chunks;
};

class Executor {
public:
    Executor(TaskTable& tasks, GuestMemory& memory, Backend& backend, Counters& counters);
    ~Executor();

    // A packet on its way through the engine; created once, prepared until ready, executed once.
    struct Work;
    // Gathers the chunks and applies the resource table (decisions.md 12, 14).
    std::shared_ptr<Work> accept(ExecPacket packet, Epoch epoch);
    // True when every pipeline the packet names is Ready or Failed. Call again later when false; at most 1.5 s (decisions.md 31b).
    bool prepare(Work& work);
    // Runs it. Declines are recorded in Counters. `late`: not prepared in time; pipelines still pending become ShaderLate declines.
    // Returns the token after which the packet's stamp may be published.
    CompletionToken execute(Work& work, bool late);
    // Pipelines that were not ready when execute() wanted them. Their draws and dispatches were left out.
    static std::span<const ObjectRef> leftOut(const Work& work);
    // For a replay of such a packet, before prepare(): nothing waits for these, and what uses them is left out, ready or not.
    static void leaveOut(Work& work, std::span<const ObjectRef> pipelines);

    // FIFO-level object commands. Unknown refs are no error.
    void invalidateResource(TaskId task, ObjectRef ref, ValidityQuad validity);           // 0x34, one record
    CompletionToken synchronize(TaskId task, std::span<const ObjectRef> refs, Epoch epoch); // 0x35, 0x3e: land GPU writes in guest pages
    void deleteResource(TaskId task, ObjectRef ref);                                      // 0x25
    void deleteObject(TaskId task, uint32_t deleteOp, ObjectRef ref);                     // 0x28: op 0x3e8..0x3f7
    void deleteSurface(TaskId task, ObjectRef surface);                                   // 0x36
    void replacePhysical(TaskId task, ObjectRef ref);                                     // 0x3c
    void unmapped(TaskId task, GuestVirt va, uint64_t size);                              // 0x22, 0x39
    void deleteTask(TaskId task);                                                         // 0x20
    // 0x3b. False while the pipeline is Pending.
    bool computeInfo(TaskId task, ObjectRef pipeline, Declined<ComputePipelineUsage>& out);
    // Makes the surface's host image current and hands it to the backend. width/height: what is shown.
    Declined<void> present(TaskId task, ObjectRef surface, DisplayPort port, uint32_t& width, uint32_t& height);
    // Device reset: forget every guest-related thing; host objects are destroyed.
    void reset(Epoch epoch);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pvg
