// The OpenGL 4.5 implementation of pvg::Backend. The caller makes a 4.5 core context current on the engine thread first and keeps it
// current for the life of the back end.
#pragma once

#include <memory>

#include "pvg/base/counters.h"
#include "pvg/exec/backend.h"
#include "renderer-gl/present_queue.h"
#include "shaders/air/service.h"

namespace gl {

struct BackendOptions {
    bool debugOutput = false; // KHR_debug callback; messages of type error are counted in Counter::GlDebugErrors
    // Narrowing switches for tests; each can only turn something off.
    bool forceLowerLeft = false;  // never use the UPPER_LEFT clip origin
    bool forceUploadRing = false; // never hand GL a pointer to guest memory
};

// Measured right after the context exists; what the shader workers must be told before the first translation.
air::Capabilities measureShaderCapabilities();

pvg::Result<std::unique_ptr<pvg::Backend>> createBackend(const BackendOptions& options, air::ShaderService& shaders, PresentQueue& presents,
                                                         pvg::Counters& counters);

} // namespace gl
