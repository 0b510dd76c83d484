// The benchmarks that need an OpenGL context: `pvgl bench draws|upload|writeback|scale`. Thread: main.
#pragma once

#include "app/renderer/options.h"

namespace app {

// What `options.bench` names. Returns the exit code: 0; 1 when it did not run cleanly, its figures could not be written, or they are beyond
// the limits and `options.isBenchChecked`.
int runBench(const RendererOptions& options);

// GALLIUM_NOOP=1: Mesa's front end without a driver behind it, so that what is left is what a draw costs the engine thread.
int benchDraws(const RendererOptions& options);
// A 4K frame from guest pages into a texture, and back, against memcpy.
int benchUpload(const RendererOptions& options);
int benchWriteBack(const RendererOptions& options);
// What a draw, a resource and a page-table entry cost when there are 100 to 100,000 of them; GALLIUM_NOOP=1.
int benchScale(const RendererOptions& options);

} // namespace app
