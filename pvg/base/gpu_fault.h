// Faults of a GPU on demand, for tests: `--fault KIND@N`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pvg/base/result.h"

namespace pvg {

struct GpuFault {
    enum class Kind {
        ContextReset, // from the N-th fence on the driver reports a reset
        FenceTimeout, // from the N-th fence on none is signalled
        OutOfMemory,  // the N-th buffer or texture gets no memory
        LinkFailure   // the N-th program does not link
    } kind{};
    uint64_t at = 0; // from 1
    bool operator==(const GpuFault&) const = default;
};

// "context-reset@N", "fence-timeout@N", "out-of-memory@N", "link-failure@N"; all counted from the moment when the back end is ready.
Result<GpuFault> parseGpuFault(std::string_view text);

} // namespace pvg
