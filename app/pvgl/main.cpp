#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>

#include "app/pvgl/device_process.h"
#include "app/pvgl/executables.h"
#include "app/pvgl/options.h"
#include "app/pvgl/scratch_folder.h"
#include "app/pvgl/spawner.h"
#include "pvg/base/log.h"

namespace {

using namespace app;

constexpr const char* kRecordNotice =
    "pvgl: recording to %s. A trace contains what is on the guest's screen and all that its programs hand to the GPU: give it only to those who "
    "may see that.\n";

int fail(const std::string& sentence) {
    std::fprintf(stderr, "pvgl: %s.\n", sentence.c_str());
    return 1;
}

// Becomes `program`: for commands that need no device.
int become(Program program, std::vector<std::string> arguments) {
    auto executables = openExecutables(std::array{program});
    if (!executables) return fail(executables.error().text);
    arguments.insert(arguments.begin(), programName(program));
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    ::fexecve((*executables)[program], argv.data(), environ);
    return fail(fmt::format("{} cannot be started: {}", programName(program), std::strerror(errno)));
}

DeviceProcess::Setup demoSetup(const Options& options, const std::string& socket) {
    std::vector<std::string> guest{"--socket", socket, "--scene", options.scene};
    if (options.isUnpaced) guest.push_back("--unpaced");
    return {socket, guest, false};
}

DeviceProcess::Setup benchSetup(const Options& options, const std::string& socket) {
    std::vector<std::string> guest{"--socket", socket, "--bench", options.command == CommandKind::BenchMmio ? "mmio" : "roundtrip"};
    guest.insert(guest.end(), options.rest.begin(), options.rest.end());
    return {socket, guest, true};
}

int serve(const Options& options) {
    const bool isView = options.command == CommandKind::View;
    std::vector<Program> programs{Program::Renderer, Program::Shader};
    const bool isReplay = options.command == CommandKind::Replay;
    if (!isView && !isReplay) programs.push_back(Program::Guest);
    const auto executables = openExecutables(programs);
    if (!executables) return fail(executables.error().text);
    auto spawner = Spawner::fork(*executables); // before there is anything it should not have
    if (!spawner) return fail(spawner.error().text);

    std::signal(SIGPIPE, SIG_IGN);
    pvg::startLog("pvgl", options.logLevel);
    if (!options.record.empty()) std::fprintf(stderr, kRecordNotice, options.record.c_str());
    if (isReplay) return DeviceProcess(options, {"", std::nullopt, false}, *spawner).run();
    if (isView) return DeviceProcess(options, {options.socketPath, std::nullopt, false}, *spawner).run();
    auto folder = ScratchFolder::create();
    if (!folder) return fail(folder.error().text);
    const std::string socket = folder->path() + "/gpu.sock";
    const bool isDemo = options.command == CommandKind::Demo;
    return DeviceProcess(options, isDemo ? demoSetup(options, socket) : benchSetup(options, socket), *spawner).run();
}

} // namespace

int main(int argc, char** argv) {
    const ParsedOptions parsed = parseOptions(argc, argv);
    if (parsed.exitCode) return *parsed.exitCode;
    const Options& options = parsed.options;
    switch (options.command) {
    case CommandKind::Trace:
        return runTrace(options.trace, std::cout);
    case CommandKind::Shader:
        return become(Program::Shader, options.rest);
    case CommandKind::BenchRenderer:
        return become(Program::Renderer, options.rest);
    case CommandKind::BenchTranslate: {
        std::vector<std::string> arguments{"--bench"};
        arguments.insert(arguments.end(), options.rest.begin(), options.rest.end());
        return become(Program::Shader, std::move(arguments));
    }
    default:
        return serve(options);
    }
}
