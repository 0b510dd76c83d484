// The renderer's command line. It is started by pvgl, not by hand; usage errors exit 2 all the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pvg/base/result.h"
#include "pvg/exec/engine.h"
#include "renderer-gl/gl_backend.h"
#include "ui/hud_items.h"

namespace app {

struct Size {
    uint32_t width = 0, height = 0;
    bool operator==(const Size&) const = default;
};

struct RendererOptions {
    int seamFd = -1;
    bool isHeadless = false;
    std::string screenshotPath; // empty = none
    std::string statsPath;
    ui::HudItems hud;
    Size windowSize; // 0 = the first mode's
    pvg::EngineOptions engine;
    gl::BackendOptions backend;
    std::string logLevel = "info";
    std::string socketPath; // shown while no client is connected
    std::string recordPath; // trace to write
    bool appendsRecord = false; // behind what a renderer before this one has written
    std::string replayPath; // trace to run instead of a guest's work
    bool isUnpaced = false; // the replay
    std::string bench;      // run that instead
    std::string benchJsonPath;
    bool isBenchChecked = false; // figures beyond the limits are a failure
};

struct ParsedOptions {
    RendererOptions options;
    std::optional<int> exitCode; // --help (0) or a usage error (2); the text has been printed
};

ParsedOptions parseOptions(int argc, const char* const* argv);

// "1280x720", 1 to 16384 a side.
pvg::Result<Size> parseSize(std::string_view text);

} // namespace app
