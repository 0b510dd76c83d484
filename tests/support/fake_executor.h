// An Executor that executes nothing: it notes what it is asked and answers from a script. Linked in place of pvg_exec.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pvg/exec/executor.h"

namespace pvg::test {

struct ExecutorScript {
    bool keepsNotes = true; // false: calls and packets stay empty
    std::vector<std::string> calls;
    std::vector<ExecPacket> packets;
    bool isReady = true;            // prepare()
    CompletionToken nextToken = 0;  // of execute() and synchronize()
    bool hasComputeInfo = true;
    Declined<ComputePipelineUsage> computeInfo = ComputePipelineUsage{};
    uint32_t presentWidth = 64, presentHeight = 32;
    bool refusesPresents = false;
    std::function<void()> onExecute;
};
// One for the program: tests start with `executorScript() = {}`.
ExecutorScript& executorScript();

} // namespace pvg::test
