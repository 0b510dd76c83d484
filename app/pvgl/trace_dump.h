// The answer of pvgl trace dump.
#pragma once

#include <iosfwd>

#include "app/pvgl/trace_command.h"
#include "pvg/base/result.h"
#include "pvg/trace/reader.h"

namespace app {

// Errors: a file that --shaders or --blobs asked for cannot be written.
pvg::Status dumpTrace(pvg::trace::TraceReader& reader, const TraceCommand& command, std::ostream& out);

} // namespace app
