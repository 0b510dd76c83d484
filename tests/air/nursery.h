// Starts misbehaving workers (MISBEHAVING_WORKER), and what their tests ask again and again.
#pragma once

#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "shaders/air/service.h"
#include "shaders/air/worker_client.h"

// Starts misbehaving workers and reaps them at the end.
class Nursery {
public:
    explicit Nursery(const char* mode = "") : m_mode(mode) {}
    ~Nursery() {
        for (const pid_t child : m_children) {
            kill(child, SIGKILL); // one that never greeted is unknown to its client
            waitpid(child, nullptr, 0);
        }
    }
    air::SpawnWorker spawner() {
        return [this] { return spawn(); };
    }
    pid_t process(size_t n) const { return m_children[n]; }
    size_t started() const { return m_children.size(); }
    // The signal or code the n-th worker ended with; waits for it.
    int endOf(size_t n) {
        siginfo_t info{};
        waitid(P_PID, id_t(m_children[n]), &info, WEXITED | WNOWAIT);
        return info.si_status;
    }

private:
    pvg::Result<int> spawn() {
        const std::scoped_lock lock(m_mutex);
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return pvg::Error{pvg::Code::Io, "socketpair"};
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], 3);
        char* const arguments[] = {const_cast<char*>(MISBEHAVING_WORKER), const_cast<char*>(m_mode), nullptr};
        pid_t child = 0;
        const int failed = posix_spawn(&child, MISBEHAVING_WORKER, &actions, nullptr, arguments, environ);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        if (failed != 0) return pvg::Error{pvg::Code::Io, "posix_spawn"};
        m_children.push_back(child);
        return ends[0];
    }

    const char* m_mode;
    std::mutex m_mutex;
    std::vector<pid_t> m_children;
};

inline std::shared_ptr<const std::vector<std::byte>> library(std::string_view order) {
    std::vector<std::byte> bytes(order.size());
    std::memcpy(bytes.data(), order.data(), order.size());
    return std::make_shared<const std::vector<std::byte>>(std::move(bytes));
}

inline bool isDeclined(const air::Outcome& outcome, std::string_view reason) {
    return outcome.verdict == air::Verdict::Declined && outcome.reason == reason;
}

inline std::shared_ptr<const air::Outcome> await(air::ShaderService& service, const std::string& hash) {
    for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20); std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(std::chrono::milliseconds(2)))
        if (auto outcome = service.result(hash)) return outcome;
    return nullptr;
}
