#include "app/renderer/options.h"

#include <charconv>
#include <cstdlib>

#include <CLI/CLI.hpp>

namespace app {

namespace {
constexpr uint32_t kMaxExtent = 16384;
constexpr double kMaxRefresh = 1000.0;
// Tables are read and kept, but nothing applies them at scanout: what does not run is not offered (decisions.md 36).
constexpr bool kAppliesGamma = false;

pvg::Error badText(std::string_view text, const char* expected) {
    return {pvg::Code::InvalidArgument, "'" + std::string(text) + "' is not " + expected};
}

std::optional<uint32_t> parseExtent(std::string_view text) {
    uint32_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value == 0 || value > kMaxExtent) return std::nullopt;
    return value;
}

void addRunOptions(CLI::App& cli, RendererOptions& o, std::vector<std::string>& modes, std::string& hud, std::string& size, bool& noGamma) {
    cli.add_option("--seam", o.seamFd, "file descriptor of the socket to the device process");
    cli.add_flag("--headless", o.isHeadless, "no window, no X server");
    cli.add_option("--frames", o.engine.stopAfterFrames, "stop after N presented frames");
    cli.add_option("--screenshot", o.screenshotPath, "PNG of the last frame of display 0, written at exit");
    cli.add_option("--stats", o.statsPath, "JSON of all counters, written at exit");
    cli.add_option("--hud", hud, "HUD items: " + ui::hudItemNames());
    cli.add_option("--size", size, "window size, WxH");
    cli.add_option("--mode", modes, "display mode WxH@HZ, repeatable; the first is preferred");
    cli.add_option("--displays", o.engine.displays, "number of displays")->check(CLI::Range(1, 8));
    cli.add_flag("--no-gamma", noGamma, "do not offer gamma tables to the guest");
    cli.add_option("--log", o.logLevel, "trace, debug, info, warn or error");
    cli.add_option("--record", o.recordPath, "write a trace");
    cli.add_flag("--record-append", o.appendsRecord, "go on behind what the trace holds");
    cli.add_option("--replay", o.replayPath, "run a trace instead of a guest's work");
    cli.add_flag("--unpaced", o.isUnpaced, "replay as fast as it goes");
    cli.add_option("--socket-path", o.socketPath, "named in the window while no QEMU is connected");
}

pvg::Status finishOptions(RendererOptions& o, const std::vector<std::string>& modes, const std::string& hud, const std::string& size) {
    PVG_TRY(o.hud, ui::parseHudItems(hud));
    if (!modes.empty()) o.engine.modes.clear();
    for (const std::string& text : modes) {
        PVG_TRY(pvg::DisplayMode mode, parseMode(text));
        o.engine.modes.push_back(mode);
    }
    if (!size.empty()) { PVG_TRY(o.windowSize, parseSize(size)); }
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

pvg::Result<pvg::DisplayMode> parseMode(std::string_view text) {
    size_t at = text.find('@');
    auto size = parseSize(text.substr(0, at));
    if (!size) return badText(text, "a mode such as 1920x1080@60");
    pvg::DisplayMode mode{size->width, size->height, 60.0};
    if (at == std::string_view::npos) return mode;
    std::string refresh(text.substr(at + 1));
    auto [end, error] = std::from_chars(refresh.data(), refresh.data() + refresh.size(), mode.refresh);
    bool isInRange = mode.refresh >= 1.0 && mode.refresh <= kMaxRefresh;
    if (error != std::errc{} || end != refresh.data() + refresh.size() || !isInRange) return badText(text, "a mode such as 1920x1080@60");
    return mode;
}

ParsedOptions parseOptions(int argc, const char* const* argv) {
    ParsedOptions parsed;
    RendererOptions& o = parsed.options;
    std::vector<std::string> modes;
    std::string hud(ui::kDefaultHudItems), size;
    bool noGamma = false;

    CLI::App cli{"renders what a pvgl device process receives; started by pvgl", "pvgl-renderer"};
    addRunOptions(cli, o, modes, hud, size, noGamma);
    cli.add_option("--bench", o.bench, "run a benchmark instead: decode")->check(CLI::IsMember({"decode"}));
    cli.add_option("--json", o.benchJsonPath, "write the benchmark's figures as JSON");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        parsed.exitCode = cli.exit(e) == 0 ? 0 : 2;
        return parsed;
    }
    o.engine.gamma = kAppliesGamma && !noGamma;
    if (auto status = finishOptions(o, modes, hud, size); !status) {
        std::fprintf(stderr, "pvgl-renderer: %s\n", status.error().text.c_str());
        parsed.exitCode = 2;
    }
    return parsed;
}

} // namespace app
