// One run of the renderer process, from the handshake with the device process to the files it leaves behind.
#pragma once

#include "app/renderer/options.h"

namespace app {

// Returns the exit code: 0 done, 1 failed with one sentence on stderr.
int runRenderer(const RendererOptions& options);

} // namespace app
