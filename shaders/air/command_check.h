// `pvgl shader --against-cpu`: the differential test of what translated functions compute. It is another program's work, pvgl-air-check,
// which compiles for this CPU at run time; trees with tests build it, on x86-64.
#pragma once

#include "shaders/air/command_options.h"

namespace air {

// Becomes that program. Returns only when it could not: an exit code, after a message.
int runCpuCheck(const CommandOptions& options);

} // namespace air
