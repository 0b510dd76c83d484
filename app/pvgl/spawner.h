// The spawner: a small process forked before anything else, without the socket and without guest memory, that starts and reaps every other
// process on request. The device process itself can then be forbidden to fork and to exec.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/pvgl/executables.h"

namespace app {

// The number of the descriptor a child gets.
inline constexpr int kChildFd = 3;

class Spawner {
public:
    using ChildId = uint64_t;
    struct Command {
        Program program{};
        std::vector<std::string> arguments; // without argv[0]
        int fd = -1;                        // becomes kChildFd; stays the caller's
    };

    // Forks; returns in the parent only.
    static pvg::Result<Spawner> fork(const Executables& executables);
    Spawner(Spawner&&) = default;
    Spawner& operator=(Spawner&&) = delete;
    // Every child ends, then the spawner.
    ~Spawner();

    // A child that cannot be started ends with exit code 127.
    pvg::Result<ChildId> start(const Command& command);
    void kill(ChildId child, int signal);
    // The wait status of a child that has ended.
    std::optional<int> waitForEnd(ChildId child, std::chrono::milliseconds limit);

    // For the event loop: becomes readable when a child has ended; `onEnd` hears of each child waitForEnd() has not reported.
    int fd() const { return m_socket.get(); }
    void readEnds(const std::function<void(ChildId, int status)>& onEnd);

private:
    Spawner(pvg::UniqueFd socket, pid_t pid) : m_socket(std::move(socket)), m_pid(pid) {}
    bool receiveEnd();

    pvg::UniqueFd m_socket;
    pid_t m_pid;
    ChildId m_lastId = 0;
    std::map<ChildId, int> m_ended;
};

// "exit code 1", "signal 9 (Killed)".
std::string describeStatus(int status);

} // namespace app
