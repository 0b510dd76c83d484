#include "shaders/air/worker_process.h"

#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

constexpr int kWorkerSocket = 3;

Result<int> spawnWorker(const std::string& program, std::vector<std::string> options) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return Error{Code::Io, std::string("no socket for a shader worker: ") + std::strerror(errno)};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], kWorkerSocket);
    options.insert(options.begin(), {"pvgl-shader", "--worker", "--fd", std::to_string(kWorkerSocket)});
    std::vector<char*> arguments;
    for (std::string& option : options) arguments.push_back(option.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failed == 0) return ends[0];
    close(ends[0]);
    return Error{Code::Io, std::string("no shader worker: ") + std::strerror(failed)};
}

} // namespace

SpawnWorker workerSpawner(std::vector<std::string> options, std::string program) {
    signal(SIGCHLD, SIG_IGN);
    return [options = std::move(options), program = std::move(program)] { return spawnWorker(program, options); };
}

} // namespace air
