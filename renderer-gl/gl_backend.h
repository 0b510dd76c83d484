// The OpenGL 4.5 implementation of pvg::Backend. The caller makes a 4.5 core context current on the engine thread first and keeps it
// current for the life of the back end.
#pragma once

#include <memory>
#include <vector>

#include "pvg/base/counters.h"
#include "pvg/base/gpu_fault.h"
#include "pvg/exec/backend.h"
#include "renderer-gl/debug_output.h"
#include "renderer-gl/present_queue.h"
#include "shaders/air/service.h"

namespace gl {

struct BackendOptions {
    DebugLog* debugLog = nullptr; // what the driver says goes there; outlives the back end. Null: it is not asked
    bool countsRedundantCalls = false; // redundant_calls.h
    // Narrowing switches for tests; each can only turn something off.
    bool forceLowerLeft = false;  // never use the UPPER_LEFT clip origin
    bool forceUploadRing = false; // never hand GL a pointer to guest memory
    std::vector<pvg::GpuFault> faults = {}; // on demand, for tests
};

// Measured right after the context exists; what the shader workers must be told before the first translation.
air::Capabilities measureShaderCapabilities();

pvg::Result<std::unique_ptr<pvg::Backend>> createBackend(const BackendOptions& options, air::ShaderService& shaders, PresentQueue& presents,
                                                         pvg::Counters& counters);

} // namespace gl
