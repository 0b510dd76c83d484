#include "pvg/guest/bench_roundtrip.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <functional>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pvg::guest {

namespace {

using Clock = std::chrono::steady_clock;
constexpr size_t kPingBytes = 32; // header and payload of a REGION_READ

// False ends the measurement.
using Step = std::function<bool()>;

Result<Percentiles> measure(int samples, const Step& timed, const Step& between) {
    std::vector<double> us;
    us.reserve(static_cast<size_t>(samples));
    for (int i = 0; i < samples; ++i) {
        const Clock::time_point start = Clock::now();
        if (!timed()) return Error{Code::Io, "the measured path broke after " + std::to_string(i) + " rounds"};
        us.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
        if (between && !between()) return Error{Code::Io, "the host went away after " + std::to_string(i) + " rounds"};
    }
    std::sort(us.begin(), us.end());
    return Percentiles{us[us.size() / 2], us[us.size() * 99 / 100]};
}

bool readAll(int fd, void* data, size_t size) { return ::read(fd, data, size) == static_cast<ssize_t>(size); }
bool writeAll(int fd, const void* data, size_t size) { return ::write(fd, data, size) == static_cast<ssize_t>(size); }

// A child that answers every `size` bytes from `in` with the same to `out`, until its input ends or its parent dies.
struct Echo {
    int in = -1, out = -1;
    size_t size = 0;
};
pid_t startEcho(const Echo& echo) {
    const pid_t pid = ::fork();
    if (pid != 0) return pid;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    char data[64];
    while (readAll(echo.in, data, echo.size) && writeAll(echo.out, data, echo.size)) {}
    ::_exit(0);
}

void stop(pid_t child) {
    if (child <= 0) return;
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

Result<Percentiles> pingPong(int samples, const Echo& here, pid_t child) {
    if (child < 0) return Error{Code::Io, std::string("fork: ") + std::strerror(errno)};
    char data[64] = {1};
    const Step timed = [&] { return writeAll(here.out, data, here.size) && readAll(here.in, data, here.size); };
    auto result = measure(samples, timed, {});
    stop(child);
    return result;
}

Result<Percentiles> measureEventfd(int samples) {
    const int there = ::eventfd(0, EFD_CLOEXEC), back = ::eventfd(0, EFD_CLOEXEC);
    auto result = pingPong(samples, {back, there, 8}, startEcho({there, back, 8}));
    ::close(there);
    ::close(back);
    return result;
}

Result<Percentiles> measureSocket(int samples) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return Error{Code::Io, std::string("socketpair: ") + std::strerror(errno)};
    auto result = pingPong(samples, {ends[0], ends[0], kPingBytes}, startEcho({ends[1], ends[1], kPingBytes}));
    ::close(ends[0]);
    ::close(ends[1]);
    return result;
}

Result<Percentiles> measureCommands(Driver& driver, int samples) {
    const Step timed = [&] {
        const Fence fence = driver.submit(Channel::Immediate, Command::Nop, {});
        for (int tries = 0; tries < 10; ++tries) {
            const Wake wake = driver.platform().waitForInterrupt(std::chrono::seconds(1));
            if (wake == Wake::HostGone) return false;
            if (wake == Wake::Interrupt && driver.isReached(fence)) return true;
        }
        return false;
    };
    // What the interrupt handler does, outside the measured span.
    const Step between = [&] {
        driver.readRegister(Register::InterruptGpu);
        driver.readRegister(Register::InterruptDisplay);
        return driver.isRunning();
    };
    return measure(samples, timed, between);
}

Result<Percentiles> measureReads(Driver& driver, int samples) {
    return measure(samples, [&] { return driver.readRegister(Register::DisplayPortCount) == driver.portCount(); }, {});
}

std::string format(const char* pattern, const char* name, const Percentiles& p) {
    char line[160];
    std::snprintf(line, sizeof line, pattern, name, p.p50, p.p99);
    return line;
}

} // namespace

Result<RoundtripFigures> measureRoundtrip(Driver& driver, int samples) {
    RoundtripFigures figures;
    figures.samples = samples;
    // Yardsticks before and after would average the machine's drift; one directly beside each figure is what a ratio needs.
    PVG_TRY(figures.eventfdPing, measureEventfd(samples));
    PVG_TRY(figures.command, measureCommands(driver, samples));
    PVG_TRY(figures.socketPing, measureSocket(samples));
    PVG_TRY(figures.registerRead, measureReads(driver, samples));
    return figures;
}

std::string figuresText(const RoundtripFigures& f) {
    constexpr const char* kLine = "%-34s p50 %8.1f us   p99 %8.1f us\n";
    char ratios[200];
    std::snprintf(ratios, sizeof ratios, "command / eventfd ping-pong: %.1f (limit %.0f)\nregister read / socket ping-pong: %.1f\n",
                  f.commandRatio(), kCommandRatioLimit, f.readRatio());
    return format(kLine, "doorbell -> stamp -> MSI", f.command) + format(kLine, "eventfd ping-pong, two processes", f.eventfdPing) +
           format(kLine, "register read", f.registerRead) + format(kLine, "socket ping-pong, two processes", f.socketPing) + ratios;
}

std::string figuresJson(const RoundtripFigures& f) {
    constexpr const char* kMember = "  \"%s\": {\"p50_us\": %.2f, \"p99_us\": %.2f},\n";
    char ratios[256];
    std::snprintf(ratios, sizeof ratios, "  \"samples\": %d,\n  \"command_ratio\": %.2f,\n  \"command_ratio_limit\": %.0f,\n  \"read_ratio\": %.2f\n}\n",
                  f.samples, f.commandRatio(), kCommandRatioLimit, f.readRatio());
    return "{\n  \"name\": \"roundtrip\",\n" + format(kMember, "command", f.command) + format(kMember, "eventfd_ping", f.eventfdPing) +
           format(kMember, "register_read", f.registerRead) + format(kMember, "socket_ping", f.socketPing) + ratios;
}

} // namespace pvg::guest
