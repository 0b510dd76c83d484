// pvgl's command line (architecture, section 5): what is not built yet ends with a sentence and exit code 2 and is absent from --help.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/pvgl/trace_command.h"

namespace app {

enum class CommandKind { Demo, View, Replay, Trace, Shader, BenchRenderer, BenchRoundtrip, BenchMmio, BenchTranslate };

struct Options {
    CommandKind command{};
    std::string socketPath; // view
    std::string scene = "desktop";
    bool isHeadless = false;
    bool isUnpaced = false;
    bool hasGamma = true;
    bool isSandboxed = true;
    uint64_t frames = 0; // 0: no limit
    std::string screenshot, stats, hud, size;
    std::vector<std::string> modes;  // WxH@HZ, checked
    std::vector<std::string> faults; // KIND@N, checked
    bool countsRedundantCalls = false;
    std::vector<std::string> narrow; // lower-left, upload-ring
    uint32_t modeWidth = 1920, modeHeight = 1080;
    uint32_t displays = 1;
    double timeout = 0; // seconds; 0: none
    std::string logLevel = "info";
    std::string allowUser;
    std::string record; // trace to write, absolute
    std::string replay; // trace to run, absolute
    TraceCommand trace;
    std::vector<std::string> rest; // handed on: shader, bench
};

struct ParsedOptions {
    Options options;
    std::optional<int> exitCode; // --help (0) or a usage error (2); the text has been printed
};

ParsedOptions parseOptions(int argc, char** argv);

} // namespace app
