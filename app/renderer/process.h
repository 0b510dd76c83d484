// What the renderer's process asks of the kernel: to be scheduled behind the device process and to be killed before it.
#pragma once

namespace app {

// Best effort. Call before any thread starts.
void enterRendererProcess();

} // namespace app
