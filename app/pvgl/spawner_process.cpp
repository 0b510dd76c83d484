#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "app/pvgl/executables.h"
#include "app/pvgl/spawner.h"
#include "app/pvgl/spawner_protocol.h"
#include "pvg/base/fd_socket.h"

namespace app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kEndGrace{2};
// Not delivered to the spawner: it ends with its socket, after everything it has started.
constexpr int kIgnored[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};

class SpawnerProcess {
public:
    SpawnerProcess(pvg::UniqueFd socket, const Executables& executables) : m_socket(std::move(socket)), m_executables(executables) {}
    int run();

private:
    bool receive();
    void start(const SpawnerRequest& request, std::span<const std::byte> arguments, pvg::UniqueFd fd);
    [[noreturn]] void becomeChild(Program program, std::span<const std::byte> arguments, int fd);
    void reap();
    void report(uint64_t child, int status);
    void endChildren();

    pvg::UniqueFd m_socket, m_childSignal;
    const Executables& m_executables;
    std::map<pid_t, uint64_t> m_children;
};

int SpawnerProcess::run() {
    ::setpgid(0, 0); // the terminal's Ctrl-C is for the device process alone
    ::prctl(PR_SET_NAME, "pvgl-spawner");
    for (const int signal : kIgnored) std::signal(signal, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    m_childSignal.reset(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));

    std::array<pollfd, 2> fds{pollfd{m_socket.get(), POLLIN, 0}, pollfd{m_childSignal.get(), POLLIN, 0}};
    for (;;) {
        if (::poll(fds.data(), fds.size(), -1) < 0) continue;
        if (fds[1].revents) reap();
        if (fds[0].revents && !receive()) break;
    }
    endChildren();
    return 0;
}

bool SpawnerProcess::receive() {
    std::vector<std::byte> packet(kMaxRequest);
    pvg::SocketRead read = pvg::readSocket(m_socket.get(), packet);
    if (read.state == pvg::SocketRead::State::WouldBlock) return true;
    if (read.state != pvg::SocketRead::State::Data || read.bytes < sizeof(SpawnerRequest)) return false;
    SpawnerRequest request;
    std::memcpy(&request, packet.data(), sizeof request);
    if (request.kind == SpawnerRequest::Kind::Start) {
        start(request, std::span(packet).subspan(sizeof request, read.bytes - sizeof request),
              read.fds.empty() ? pvg::UniqueFd() : std::move(read.fds[0]));
        return true;
    }
    for (const auto& [pid, child] : m_children)
        if (child == request.child) ::kill(pid, request.signal);
    return true;
}

void SpawnerProcess::start(const SpawnerRequest& request, std::span<const std::byte> arguments, pvg::UniqueFd fd) {
    const pid_t pid = request.program < kProgramCount ? ::fork() : -1;
    if (pid == 0) becomeChild(Program(request.program), arguments, fd.get());
    if (pid < 0) return report(request.child, 127 << 8);
    m_children[pid] = request.child;
}

void SpawnerProcess::becomeChild(Program program, std::span<const std::byte> arguments, int fd) {
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int signal : kIgnored) std::signal(signal, SIG_DFL);

    std::vector<char*> argv{const_cast<char*>(programName(program))};
    const auto* text = reinterpret_cast<const char*>(arguments.data());
    for (size_t at = 0; at < arguments.size(); at += std::strlen(text + at) + 1) argv.push_back(const_cast<char*>(text + at));
    argv.push_back(nullptr);

    // The executable's own descriptor may be kChildFd.
    const int executable = ::fcntl(m_executables[program], F_DUPFD_CLOEXEC, 16);
    const int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::dup2(null, STDIN_FILENO);
    if (fd >= 0 && fd != kChildFd) ::dup2(fd, kChildFd);
    if (fd == kChildFd) ::fcntl(kChildFd, F_SETFD, 0);
    ::fexecve(executable, argv.data(), environ);
    std::fprintf(stderr, "pvgl: %s cannot be started: %s\n", programName(program), std::strerror(errno));
    ::_exit(127);
}

void SpawnerProcess::reap() {
    signalfd_siginfo info;
    while (::read(m_childSignal.get(), &info, sizeof info) > 0) {}
    int status = 0;
    for (pid_t pid; (pid = ::waitpid(-1, &status, WNOHANG)) > 0;) {
        const auto child = m_children.find(pid);
        if (child == m_children.end()) continue;
        report(child->second, status);
        m_children.erase(child);
    }
}

void SpawnerProcess::report(uint64_t child, int status) {
    const SpawnerEnd end{child, status};
    const auto bytes = std::as_bytes(std::span(&end, 1));
    while (pvg::writeSocket(m_socket.get(), bytes) == -EAGAIN && pvg::waitForFd(m_socket.get(), POLLOUT, -1)) {}
}

// The device process is gone and with it every child's socket, which they take as the end.
void SpawnerProcess::endChildren() {
    const auto deadline = Clock::now() + kEndGrace;
    pollfd signal{m_childSignal.get(), POLLIN, 0};
    while (!m_children.empty() && Clock::now() < deadline) {
        ::poll(&signal, 1, 50);
        reap();
    }
    for (const auto& [pid, child] : m_children) ::kill(pid, SIGKILL);
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {}
}

} // namespace

void runSpawner(pvg::UniqueFd socket, const Executables& executables) { ::_exit(SpawnerProcess(std::move(socket), executables).run()); }

} // namespace app
