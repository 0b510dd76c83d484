#include "app/pvgl/spawner.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "app/pvgl/spawner_protocol.h"
#include "pvg/base/fd_socket.h"

namespace app {
namespace {

void append(std::vector<std::byte>& packet, const void* data, size_t size) {
    const auto* bytes = static_cast<const std::byte*>(data);
    packet.insert(packet.end(), bytes, bytes + size);
}

} // namespace

pvg::Result<Spawner> Spawner::fork(const Executables& executables) {
    PVG_TRY(auto pair, pvg::makeSocketPair(SOCK_SEQPACKET));
    const pid_t pid = ::fork();
    if (pid < 0) return pvg::errnoError("fork", errno);
    if (pid == 0) {
        pair.first.reset();
        runSpawner(std::move(pair.second), executables);
    }
    return Spawner(std::move(pair.first), pid);
}

Spawner::~Spawner() {
    if (!m_socket) return; // moved from
    m_socket.reset();
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {}
}

pvg::Result<Spawner::ChildId> Spawner::start(const Command& command) {
    const SpawnerRequest request{SpawnerRequest::Kind::Start, uint32_t(command.program), 0, ++m_lastId};
    std::vector<std::byte> packet;
    append(packet, &request, sizeof request);
    for (const auto& argument : command.arguments) append(packet, argument.c_str(), argument.size() + 1);
    if (packet.size() > kMaxRequest) return pvg::Error{pvg::Code::InvalidArgument, "the command line is too long"};
    const auto fds = command.fd >= 0 ? std::span(&command.fd, 1) : std::span<const int>{};
    long n = pvg::writeSocket(m_socket.get(), packet, fds);
    if (n == -EAGAIN && pvg::waitForFd(m_socket.get(), POLLOUT, 1000)) n = pvg::writeSocket(m_socket.get(), packet, fds);
    if (n < 0) return pvg::errnoError(fmt::format("starting {}", programName(command.program)).c_str(), int(-n));
    return m_lastId;
}

void Spawner::kill(ChildId child, int signal) {
    const SpawnerRequest request{SpawnerRequest::Kind::Kill, 0, signal, child};
    pvg::writeSocket(m_socket.get(), std::as_bytes(std::span(&request, 1)));
}

bool Spawner::receiveEnd() {
    SpawnerEnd end;
    const auto read = pvg::readSocket(m_socket.get(), std::as_writable_bytes(std::span(&end, 1)));
    if (read.state != pvg::SocketRead::State::Data || read.bytes != sizeof end) return false;
    m_ended[end.child] = end.status;
    return true;
}

std::optional<int> Spawner::waitForEnd(ChildId child, std::chrono::milliseconds limit) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    for (;;) {
        if (const auto ended = m_ended.find(child); ended != m_ended.end()) {
            const int status = ended->second;
            m_ended.erase(ended);
            return status;
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        if (!pvg::waitForFd(m_socket.get(), POLLIN, int(std::max<int64_t>(left, 0))) || !receiveEnd()) return std::nullopt;
    }
}

void Spawner::readEnds(const std::function<void(ChildId, int)>& onEnd) {
    while (receiveEnd()) {}
    const auto ended = std::exchange(m_ended, {});
    for (const auto& [child, status] : ended) onEnd(child, status);
}

std::string describeStatus(int status) {
    if (WIFSIGNALED(status)) return fmt::format("signal {} ({})", WTERMSIG(status), ::strsignal(WTERMSIG(status)));
    return fmt::format("exit code {}", WEXITSTATUS(status));
}

} // namespace app
