// What the encoders of one packet share.
#pragma once

#include <algorithm>

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
    std::vector<ObjectRef>& leftOut;             // the packet's pipelines that are late

    // Once late, late for all of the packet: half of a picture helps nobody, and a replay cannot know the moment.
    bool isLate(ObjectRef pipeline, bool isReady) const {
        if (std::find(leftOut.begin(), leftOut.end(), pipeline) != leftOut.end()) return true;
        if (!isReady) leftOut.push_back(pipeline);
        return !isReady;
    }

    // For what goes wrong beside the command's own result: `command` is the table's name of it.
    const char* command = "";
    void record(Decline why) const {
        why.command = command;
        counters.record(why);
    }
};

} // namespace pvg
