#include "pvg/guest/latency.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace pvg::guest {

namespace {

constexpr size_t kSocketBytes = 32, kEventfdBytes = 8;

Error systemError(const char* what) { return {Code::Io, std::string(what) + ": " + std::strerror(errno)}; }

bool readAll(int fd, void* data, size_t size) { return ::read(fd, data, size) == static_cast<ssize_t>(size); }
bool writeAll(int fd, const void* data, size_t size) { return ::write(fd, data, size) == static_cast<ssize_t>(size); }

} // namespace

Percentiles percentilesOf(std::vector<double>& us) {
    std::sort(us.begin(), us.end());
    return {us[us.size() / 2], us[us.size() * 99 / 100], us.back()};
}

Result<EchoProcess> EchoProcess::overSocket() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return systemError("socketpair");
    EchoProcess echo;
    PVG_CHECK(echo.start({ends[0], ends[0]}, {ends[1], ends[1]}, kSocketBytes));
    return Result<EchoProcess>(std::move(echo));
}

Result<EchoProcess> EchoProcess::overEventfd() {
    const int there = ::eventfd(0, EFD_CLOEXEC), back = ::eventfd(0, EFD_CLOEXEC);
    if (there < 0 || back < 0) return systemError("eventfd");
    EchoProcess echo;
    PVG_CHECK(echo.start({back, there}, {there, back}, kEventfdBytes));
    return Result<EchoProcess>(std::move(echo));
}

EchoProcess::EchoProcess(EchoProcess&& other) noexcept
    : m_ends(std::exchange(other.m_ends, {})), m_size(other.m_size), m_child(std::exchange(other.m_child, -1)) {}

EchoProcess::~EchoProcess() {
    if (m_child > 0) {
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
    }
    if (m_ends.in >= 0) ::close(m_ends.in);
    if (m_ends.out >= 0 && m_ends.out != m_ends.in) ::close(m_ends.out);
}

// The eventfds are shared by both sides; of a socket each side keeps its own end.
Status EchoProcess::start(Ends here, Ends there, size_t size) {
    m_ends = here;
    m_size = size;
    m_child = ::fork();
    if (m_child < 0) return systemError("fork");
    if (m_child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        char data[kSocketBytes];
        while (readAll(there.in, data, size) && writeAll(there.out, data, size)) {}
        ::_exit(0);
    }
    if (there.in != here.out) ::close(there.in);
    return {};
}

bool EchoProcess::ping() {
    char data[kSocketBytes] = {1};
    return writeAll(m_ends.out, data, m_size) && readAll(m_ends.in, data, m_size);
}

} // namespace pvg::guest
