// pvgl-shader: the shader worker (--worker --fd N, started by pvgl or by itself) and the command `pvgl shader`.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>

#include "shaders/air/command.h"
#include "shaders/air/worker.h"

namespace {

std::optional<int> workerSocket(int argc, char** argv) {
    const std::string_view number = argc == 4 && std::string_view(argv[2]) == "--fd" ? argv[3] : "";
    int socket = -1;
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), socket);
    const bool isNumber = problem == std::errc() && end == number.data() + number.size() && !number.empty();
    return isNumber && socket > 2 ? std::optional(socket) : std::nullopt;
}

int complain(const std::string& text, int exitCode) {
    fmt::print(stderr, "pvgl-shader: {}\n", text);
    return exitCode;
}

int workerMain(int argc, char** argv) {
    const auto socket = workerSocket(argc, argv);
    if (!socket) return complain("--worker needs --fd and the number of an open socket", 2);
    if (const auto limited = air::enterWorkerLimits(); !limited) return complain(limited.error().text, 1);
    const auto served = air::runWorker(*socket, air::translate);
    return served ? 0 : complain(served.error().text, 1);
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "--worker") return workerMain(argc, argv);
    return air::runShaderCommand(argc, argv);
}
