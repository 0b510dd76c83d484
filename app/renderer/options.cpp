#include "app/renderer/options.h"

#include <charconv>
#include <cstdlib>

#include <CLI/CLI.hpp>

#include "pvg/display/display_config.h"

namespace app {

namespace {
constexpr uint32_t kMaxExtent = 16384;

pvg::Error badText(std::string_view text, const char* expected) {
    return {pvg::Code::InvalidArgument, "'" + std::string(text) + "' is not " + expected};
}

std::optional<uint32_t> parseExtent(std::string_view text) {
    uint32_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value == 0 || value > kMaxExtent) return std::nullopt;
    return value;
}

// What is parsed once all of it is there.
struct Texts {
    std::vector<std::string> modes, faults;
    std::string hud{ui::kDefaultHudItems}, size;
    bool isGammaOff = false;
};

void addRunOptions(CLI::App& cli, RendererOptions& o, Texts& texts) {
    cli.add_option("--seam", o.seamFd, "file descriptor of the socket to the device process");
    cli.add_flag("--headless", o.isHeadless, "no window, no X server");
    cli.add_option("--frames", o.engine.stopAfterFrames, "stop after N presented frames");
    cli.add_option("--screenshot", o.screenshotPath, "PNG of the last frame of display 0, written at exit");
    cli.add_option("--stats", o.statsPath, "JSON of all counters, written at exit");
    cli.add_option("--hud", texts.hud, "HUD items: " + ui::hudItemNames());
    cli.add_option("--size", texts.size, "window size, WxH");
    cli.add_option("--mode", texts.modes, "display mode WxH@HZ, repeatable; the first is preferred");
    cli.add_option("--fault", texts.faults, "tests: hotplug@N or modes@N, at the N-th presented frame; context-reset@N, fence-timeout@N, out-of-memory@N or link-failure@N");
    cli.add_flag("--lower-left", o.backend.forceLowerLeft, "tests: never use the upper left clip origin");
    cli.add_flag("--count-redundant-calls", o.backend.countsRedundantCalls, "tests: log OpenGL calls that set what is set already");
    cli.add_flag("--upload-ring", o.backend.forceUploadRing, "tests: never hand OpenGL pointers to guest memory");
    cli.add_option("--displays", o.engine.displays, "number of displays")->check(CLI::Range(1, 8));
    cli.add_flag("--no-gamma", texts.isGammaOff, "do not offer gamma tables to the guest");
    cli.add_option("--log", o.logLevel, "trace, debug, info, warn or error");
    cli.add_option("--record", o.recordPath, "write a trace");
    cli.add_flag("--record-append", o.appendsRecord, "go on behind what the trace holds");
    cli.add_option("--replay", o.replayPath, "run a trace instead of a guest's work");
    cli.add_flag("--unpaced", o.isUnpaced, "replay as fast as it goes");
    cli.add_option("--socket-path", o.socketPath, "named in the window while no QEMU is connected");
}

pvg::Status finishOptions(RendererOptions& o, const Texts& texts) {
    o.engine.gamma = !texts.isGammaOff;
    o.engine.presentClock = &pvg::Clock::now;
    PVG_TRY(o.hud, ui::parseHudItems(texts.hud));
    if (!texts.modes.empty()) { PVG_TRY(o.engine.modes, pvg::parseDisplayModes(texts.modes)); }
    for (const std::string& text : texts.faults) {
        if (const auto fault = pvg::parseGpuFault(text)) {
            o.backend.faults.push_back(*fault);
            continue;
        }
        PVG_TRY(const pvg::DisplayFault fault, pvg::parseDisplayFault(text));
        o.engine.faults.push_back(fault);
    }
    if (!texts.size.empty()) { PVG_TRY(o.windowSize, parseSize(texts.size)); }
    if (o.bench.empty() && o.seamFd < 0) return pvg::Error{pvg::Code::InvalidArgument, "--seam is needed: this program is started by pvgl"};
    return {};
}
} // namespace

pvg::Result<Size> parseSize(std::string_view text) {
    size_t x = text.find('x');
    auto width = parseExtent(text.substr(0, x));
    auto height = x == std::string_view::npos ? std::nullopt : parseExtent(text.substr(x + 1));
    if (!width || !height) return badText(text, "a size such as 1920x1080");
    return Size{*width, *height};
}

ParsedOptions parseOptions(int argc, const char* const* argv) {
    ParsedOptions parsed;
    RendererOptions& o = parsed.options;
    Texts texts;

    CLI::App cli{"renders what a pvgl device process receives; started by pvgl", "pvgl-renderer"};
    addRunOptions(cli, o, texts);
    cli.add_option("--bench", o.bench, "run a benchmark instead")->check(CLI::IsMember({"decode", "draws", "upload", "writeback", "scale"}));
    cli.add_option("--json", o.benchJsonPath, "write the benchmark's figures as JSON");
    cli.add_flag("--check", o.isBenchChecked, "exit 1 when they are beyond the limits");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        parsed.exitCode = cli.exit(e) == 0 ? 0 : 2;
        return parsed;
    }
    if (auto status = finishOptions(o, texts); !status) {
        std::fprintf(stderr, "pvgl-renderer: %s\n", status.error().text.c_str());
        parsed.exitCode = 2;
    }
    return parsed;
}

} // namespace app
