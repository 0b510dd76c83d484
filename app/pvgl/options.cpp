#include "app/pvgl/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <string_view>

#include "pvg/base/gpu_fault.h"
#include "pvg/display/display_config.h"

namespace app {
namespace {

constexpr uint32_t kMaxExtent = 16384;
constexpr std::string_view kCommandsToCome[] = {"run", "doctor"};
constexpr std::string_view kOptionsToCome[] = {"--qmp", "--attach"};
constexpr const char* kExitCodes = "Exit codes: 0 done, 1 failed (one sentence on stderr), 2 usage.";

ParsedOptions usageError(const std::string& sentence) {
    std::fprintf(stderr, "pvgl: %s\n", sentence.c_str());
    ParsedOptions parsed;
    parsed.exitCode = 2;
    return parsed;
}

// A sentence about the first thing named that does not exist yet.
std::optional<std::string> notBuiltYet(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return "the launcher window is not built yet; see pvgl --help for the commands";
    if (std::ranges::find(kCommandsToCome, arguments[0]) != std::end(kCommandsToCome))
        return fmt::format("the command '{}' is not built yet; see pvgl --help for the commands", arguments[0]);
    for (const auto& argument : arguments) {
        const std::string_view name = std::string_view(argument).substr(0, argument.find('='));
        if (std::ranges::find(kOptionsToCome, name) != std::end(kOptionsToCome))
            return fmt::format("the option {} is not built yet; see pvgl {} --help for the options", name, arguments[0]);
    }
    return std::nullopt;
}

std::optional<uint32_t> takeExtent(std::string_view& text) {
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || value == 0 || value > kMaxExtent) return std::nullopt;
    text.remove_prefix(size_t(end - text.data()));
    return value;
}

bool takeSize(std::string_view& text, uint32_t& width, uint32_t& height) {
    const auto w = takeExtent(text);
    if (!w || !text.starts_with('x')) return false;
    text.remove_prefix(1);
    const auto h = takeExtent(text);
    if (!h) return false;
    width = *w;
    height = *h;
    return true;
}

std::string checkSize(std::string_view text) {
    uint32_t width = 0, height = 0;
    return takeSize(text, width, height) && text.empty() ? "" : "is not a size such as 1280x720";
}

// Modes and faults, which are checked once all of them are there.
pvg::Status checkDisplays(Options& o) {
    PVG_TRY(const auto modes, pvg::parseDisplayModes(o.modes));
    if (!modes.empty()) {
        o.modeWidth = modes[0].width;
        o.modeHeight = modes[0].height;
    }
    for (const auto& fault : o.faults) {
        if (!pvg::parseGpuFault(fault)) { PVG_CHECK(pvg::parseDisplayFault(fault)); }
    }
    return {};
}

void addCommonOptions(CLI::App& cli, Options& o) {
    cli.add_flag("--headless", o.isHeadless, "no window, no X server needed");
    cli.add_option("--frames", o.frames, "end after N presented frames")->check(CLI::PositiveNumber);
    cli.add_option("--screenshot", o.screenshot, "write the last frame of display 0 at the end (PNG, guest pixels, no HUD)");
    cli.add_option("--stats", o.stats, "write all counters at the end (JSON)");
    cli.add_option("--hud", o.hud, "HUD items, separated by commas; an unknown one prints the list");
    cli.add_option("--size", o.size, "size of the window, WxH")->check(checkSize);
    cli.add_option("--timeout", o.timeout, "fail after SECONDS")->check(CLI::PositiveNumber);
    cli.add_option_function<std::string>(
           "--sandbox", [&o](const std::string& state) { o.isSandboxed = state == "on"; },
           "off: shader workers run without their system-call filter, for debuggers and kernels that have none")
        ->check(CLI::IsMember({"on", "off"}));
    cli.add_option("--log", o.logLevel, "how much is logged")->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}));
    cli.add_option("--fault", o.faults)->delimiter(',')->group(""); // tests only: KIND@N
    cli.add_flag("--count-redundant-calls", o.countsRedundantCalls)->group(""); // tests only: they are logged
    cli.add_option("--narrow", o.narrow)->check(CLI::IsMember({"lower-left", "upload-ring"}))->group(""); // tests only: does without what it names
    cli.footer(kExitCodes);
}

void addGuestOptions(CLI::App& cli, Options& o) {
    cli.add_option("--record", o.record, "write a trace of all GPU work (FILE.pvgltrace, replaced); it contains what is on the guest's screen");
    cli.add_option("--mode", o.modes, "display mode WxH@HZ, repeatable; the first one is preferred; all displays offer the same list");
    cli.add_option("--displays", o.displays, "number of displays, each with a serial number and a name of its own")->check(CLI::Range(1, 8));
    cli.add_option("--allow-user", o.allowUser, "one more user who may connect to the socket (libvirt's QEMU user)");
    cli.add_flag_callback("--no-gamma", [&o] { o.hasGamma = false; }, "do not offer gamma tables to the guest");
    cli.footer(kExitCodes);
}

// The renderer opens it.
void makeAbsolute(std::string& path) {
    if (!path.empty()) path = std::filesystem::absolute(path).string();
}

// CLI11's own exit codes are its business; here 0 is help and 2 is usage.
ParsedOptions reportParseError(const CLI::App& cli, const CLI::ParseError& error) {
    ParsedOptions parsed;
    parsed.exitCode = cli.exit(error) == 0 ? 0 : 2;
    return parsed;
}

} // namespace

ParsedOptions parseOptions(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    ParsedOptions parsed;
    Options& o = parsed.options;
    // pvgl-shader has its own options and its own --help, for both of its commands.
    if (!arguments.empty() && arguments[0] == "shader") {
        o.command = CommandKind::Shader;
        o.rest.assign(arguments.begin() + 1, arguments.end());
        return parsed;
    }
    if (arguments.size() > 1 && arguments[0] == "bench" && arguments[1] == "translate") {
        o.command = CommandKind::BenchTranslate;
        o.rest.assign(arguments.begin() + 2, arguments.end());
        return parsed;
    }
    if (const auto sentence = notBuiltYet(arguments)) return usageError(*sentence);

    CLI::App cli{"Linux host of Apple's paravirtual GPU: Metal for macOS guests in stock QEMU.", "pvgl"};
    cli.require_subcommand(1);
    cli.footer(kExitCodes);
    CLI::App* demo = cli.add_subcommand("demo", "show a scene drawn by the built-in guest; no virtual machine needed");
    demo->add_option("SCENE", o.scene, "the scene; pvgl-guest --list names them")->capture_default_str();
    demo->add_flag("--unpaced", o.isUnpaced, "the guest does not wait for the display's vertical blank");
    CLI::App* view = cli.add_subcommand("view", "serve one device on a socket and show it; start it before QEMU");
    view->add_option("--socket", o.socketPath, "where QEMU connects")->required();
    CLI::App* replay = cli.add_subcommand("replay", "run a trace: the same pictures without guest or QEMU");
    replay->add_option("FILE", o.replay, "the trace, written by --record")->required();
    replay->add_flag("--unpaced", o.isUnpaced, "as fast as it goes instead of at the recorded times");
    for (CLI::App* command : {demo, view, replay}) addCommonOptions(*command, o);
    for (CLI::App* command : {demo, view}) addGuestOptions(*command, o);
    CLI::App* trace = addTraceCommand(cli, o.trace);
    cli.add_subcommand("shader", "translate the functions of a metallib; see pvgl shader --help");
    CLI::App* bench = cli.add_subcommand("bench", "measure");
    bench->require_subcommand(1);
    bench->footer(kExitCodes);
    const std::array inRenderer{
        bench->add_subcommand("decode", "ns per decoded record, null backend, against memcpy"),
        bench->add_subcommand("draws", "us per draw, decode and execute without a driver (GALLIUM_NOOP=1), against the same OpenGL calls issued directly"),
        bench->add_subcommand("upload", "GB/s of a 4K frame from guest pages into a texture, whole and scattered, against memcpy"),
        bench->add_subcommand("writeback", "GB/s of a 4K frame from a texture into guest pages, whole and scattered, against memcpy"),
        bench->add_subcommand("scale", "ns per draw, resource and page-table entry, of 100 to 100,000 (GALLIUM_NOOP=1)"),
    };
    CLI::App* roundtrip = bench->add_subcommand("roundtrip", "doorbell to stamp to MSI of an empty command, against an eventfd ping-pong");
    CLI::App* mmio = bench->add_subcommand("mmio", "register reads while the renderer is saturated, against a socket ping-pong under the same load");
    bench->add_subcommand("translate", "ms a shader function, cold and from disk, against its disassembly; see pvgl bench translate --help");
    bool isChecked = false;
    mmio->add_flag("--check", isChecked, "exit 1 when the median is over 3 times or the p99 over 10 times the ping-pong");
    std::string json;
    inRenderer[1]->add_flag("--check", isChecked, "exit 1 over 1.5 times the direct draw with new state, or over 0.5 us with a new vertex offset");
    for (const size_t i : {2, 3}) inRenderer[i]->add_flag("--check", isChecked, "exit 1 below 0.7 of memcpy for the whole frame, or 0.5 for scattered pages");
    inRenderer[4]->add_flag("--check", isChecked, "exit 1 when one of them costs twice as much at some number as at another");
    for (CLI::App* command : {roundtrip, mmio}) command->add_option("--json", json, "write the figures to FILE");
    for (CLI::App* command : inRenderer) command->add_option("--json", json, "write the figures to FILE");

    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return reportParseError(cli, error);
    }
    if (demo->parsed()) o.command = CommandKind::Demo;
    if (view->parsed()) o.command = CommandKind::View;
    if (replay->parsed()) o.command = CommandKind::Replay;
    if (trace->parsed()) o.command = CommandKind::Trace;
    makeAbsolute(o.record);
    makeAbsolute(o.replay);
    if (roundtrip->parsed()) o.command = CommandKind::BenchRoundtrip;
    if (mmio->parsed()) o.command = CommandKind::BenchMmio;
    for (const CLI::App* command : inRenderer) {
        if (!command->parsed()) continue;
        o.command = CommandKind::BenchRenderer;
        o.rest = {"--bench", command->get_name()};
    }
    if (!json.empty()) o.rest.insert(o.rest.end(), {"--json", json});
    if (isChecked) o.rest.push_back("--check");
    if (roundtrip->parsed() || mmio->parsed()) o.isHeadless = true;
    if (const auto checked = checkDisplays(o); !checked) return usageError(checked.error().text);
    return parsed;
}

} // namespace app
