// pvgl trace info FILE, pvgl trace dump FILE: what is in a recording.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <limits>
#include <set>
#include <string>

#include "pvg/trace/records.h"

namespace CLI {
class App;
}

namespace app {

struct TraceCommand {
    bool isDump = false;
    std::string file;
    bool isJson = false;
    // dump only
    double from = 0, to = std::numeric_limits<double>::infinity(); // seconds since the trace began
    std::set<pvg::trace::RecordKind> kinds;                        // empty: all but the blobs themselves
    bool hasStreams = false;                                       // decode command buffers
    std::string shaderFolder, blobFolder;                          // empty: no files are written
};

// Adds `trace` with its two commands. `command` outlives the parse.
CLI::App* addTraceCommand(CLI::App& cli, TraceCommand& command);
// The exit code; a failure is a sentence on stderr.
int runTrace(const TraceCommand& command, std::ostream& out);

} // namespace app
