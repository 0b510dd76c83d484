// Linking the window's own small programs. Thread: the context's.
#pragma once

#include "pvg/base/result.h"

namespace app {

// `what`: named in the error.
pvg::Result<unsigned> linkProgram(const char* vertex, const char* fragment, const char* what);

} // namespace app
