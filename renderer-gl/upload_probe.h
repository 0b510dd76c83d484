// Which upload strategy is cheaper on this driver (upload.h): both are timed on the calling thread.
#pragma once

namespace gl {

// Leaves no state behind.
bool clientPointersAreCheaper();

} // namespace gl
