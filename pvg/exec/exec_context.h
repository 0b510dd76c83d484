// What the encoders of one packet share.
#pragma once

#include "pvg/base/counters.h"
#include "pvg/exec/backend.h"
#include "pvg/exec/coherency.h"
#include "pvg/exec/host_objects.h"

namespace pvg {

struct ExecContext {
    TaskTable& tasks;
    Backend& backend;
    Counters& counters;
    HostObjects& objects;
    Coherency& coherency;
    TaskId task;                                // of the packet
    std::span<const StreamChunk> commandBuffers; // of the packet

    // For what goes wrong beside the command's own result: `command` is the table's name of it.
    const char* command = "";
    void record(Decline why) const {
        why.command = command;
        counters.record(why);
    }
};

} // namespace pvg
