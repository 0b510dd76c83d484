// pvgl-shader: the shader worker (--worker --fd N [--sandbox off] [--answer KIND], started by pvgl or by itself) and the commands
// `pvgl shader` and, behind --bench, `pvgl bench translate`.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <span>
#include <string_view>

#include "shaders/air/bench_command.h"
#include "shaders/air/command.h"
#include "shaders/air/llvm_tools.h"
#include "shaders/air/worker.h"

namespace {

air::Outcome translateJob(std::span<const std::byte> library, const air::JobHeader& job) {
    return air::translateGiven(library, job.function, job.capabilities, {.constants = job.constants});
}

struct WorkerArguments {
    int socket = -1;
    air::Sandbox sandbox = air::Sandbox::On;
    air::DoJob doJob = translateJob;
};

std::optional<int> socketNumber(std::string_view text) {
    int socket = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), socket);
    return problem == std::errc() && end == text.data() + text.size() && socket > 2 ? std::optional(socket) : std::nullopt;
}

// What a worker answers with.
std::optional<air::DoJob> workNamed(std::string_view kind) {
    const auto withoutConstants = [](air::Translate function) -> air::DoJob {
        return [function](std::span<const std::byte> library, const air::JobHeader& job) { return function(library, job.function, job.capabilities); };
    };
    if (kind == "glsl") return translateJob;
    if (kind == "ir") return withoutConstants(air::disassemble);
    if (kind == "simplified-ir") return withoutConstants(air::disassembleSimplified);
    return std::nullopt;
}

std::optional<WorkerArguments> workerArguments(std::span<char* const> arguments) {
    WorkerArguments parsed;
    for (size_t i = 0; i < arguments.size(); i += 2) {
        const std::string_view name = arguments[i], value = i + 1 < arguments.size() ? arguments[i + 1] : "";
        const auto work = workNamed(value);
        if (name == "--fd") {
            parsed.socket = socketNumber(value).value_or(-1);
        } else if (name == "--sandbox" && (value == "on" || value == "off")) {
            parsed.sandbox = value == "on" ? air::Sandbox::On : air::Sandbox::Off;
        } else if (name == "--answer" && work) {
            parsed.doJob = *work;
        } else {
            return std::nullopt;
        }
    }
    return parsed.socket > 2 ? std::optional(parsed) : std::nullopt;
}

int complain(const std::string& text, int exitCode) {
    fmt::print(stderr, "pvgl-shader: {}\n", text);
    return exitCode;
}

int workerMain(std::span<char* const> arguments) {
    const auto parsed = workerArguments(arguments);
    if (!parsed) return complain("--worker needs --fd and the number of an open socket", 2);
    if (const auto limited = air::enterWorkerLimits(); !limited) return complain(limited.error().text, 1);
    air::setLlvmMemoryHandler(air::endOutOfMemory);
    const auto served = air::runWorker(parsed->socket, parsed->doJob, parsed->sandbox);
    return served ? 0 : complain(served.error().text, 1);
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (mode == "--worker") return workerMain(std::span(argv, size_t(argc)).subspan(2));
    if (mode == "--bench") return air::runBenchCommand(argc - 1, argv + 1);
    return air::runShaderCommand(argc, argv);
}
