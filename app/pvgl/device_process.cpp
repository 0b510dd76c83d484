#include "app/pvgl/device_process.h"

#include <fmt/format.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include "app/pvgl/qemu_arguments.h"
#include "pvg/base/fd_socket.h"
#include "pvg/base/log.h"

namespace app {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds kFinishLimit{3000};
// After the renderer is done the client may still read registers for the last interrupt.
constexpr milliseconds kLastReads{100};
constexpr size_t kMaxWorkers = 64;

constexpr const char* kLoss =
    "a virtual machine is connected: ending now takes its GPU away for good, because QEMU does not reconnect, and what is "
    "unsaved in the guest is lost. Shut the guest down first, or";

} // namespace

DeviceProcess::DeviceProcess(const Options& options, Setup setup, Spawner& spawner)
    : m_options(options), m_setup(std::move(setup)), m_spawner(spawner), m_renderer(spawner, options) {}

int DeviceProcess::run() {
    if (const pvg::Status prepared = prepare(); !prepared) {
        fail(prepared.error().text);
        return m_exitCode;
    }
    m_loop->run();
    // The guest first: it would take the end of its socket for an error.
    if (m_guest) m_spawner.kill(*m_guest, SIGTERM);
    m_server.reset();
    return m_exitCode;
}

pvg::Status DeviceProcess::prepare() {
    PVG_TRY(m_loop, pvg::EventLoop::create());
    PVG_CHECK(watchSignals());
    PVG_CHECK(startTimers());
    PVG_CHECK(m_loop->add(m_spawner.fd(), EPOLLIN, [this](uint32_t events) {
        m_spawner.readEnds([this](Spawner::ChildId child, int status) { onChildEnd(child, status); });
        if (events & EPOLLHUP) fail("the spawner process is gone");
    }));
    // What kills the renderer in a replay is in the trace: it would kill the next one too.
    const bool isReplay = !m_options.replay.empty();
    PVG_TRY(m_proxy, pvg::seam::RendererProxy::create(*m_loop, m_renderer, isReplay ? 0 : pvg::seam::RendererProxy::kRestartsInARow));
    m_device = std::make_unique<pvg::device::GpuDevice>(
        pvg::device::DeviceOptions{m_options.displays, m_options.modeWidth, m_options.modeHeight}, *m_proxy, m_maps);
    m_server = std::make_unique<pvg::transport::Server>(*m_loop, *m_device, m_maps);
    return m_proxy->start(rendererHandlers());
}

pvg::Status DeviceProcess::watchSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    m_signals.reset(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!m_signals) return pvg::errnoError("signalfd", errno);
    return m_loop->add(m_signals.get(), EPOLLIN, [this](uint32_t) { onSignal(); });
}

pvg::Status DeviceProcess::startTimers() {
    PVG_TRY(Timer timeout, Timer::create(*m_loop));
    PVG_TRY(Timer end, Timer::create(*m_loop));
    m_timeout.emplace(std::move(timeout));
    m_endTimer.emplace(std::move(end));
    if (m_options.timeout > 0) m_timeout->arm(milliseconds(int64_t(m_options.timeout * 1000)), [this] { onTimeout(); });
    return {};
}

pvg::seam::RendererProxy::Handlers DeviceProcess::rendererHandlers() {
    return {
        .ready = [this] { onRendererReady(); },
        .interrupt = [this] { m_device->fireInterrupt(); },
        .finished = [this](int exitCode) { onFinished(exitCode); },
        .closeRequested = [this] { onCloseRequested(); },
        .makeWorker = [this] { return makeWorker(); },
        .failed = [this](const std::string& sentence, int code) { fail(sentence, code); },
    };
}

// The socket appears with the first renderer, so that one that cannot start is an error before anybody has connected.
void DeviceProcess::onRendererReady() {
    m_device->describeToRenderer();
    if (m_isListening || m_setup.socketPath.empty()) return;
    m_isListening = true;
    std::optional<pvg::transport::AllowedUser> allowed;
    if (!m_options.allowUser.empty()) {
        auto user = pvg::transport::findUser(m_options.allowUser);
        if (!user) return fail(user.error().text);
        allowed = *user;
    }
    if (const auto listening = m_server->listen(m_setup.socketPath, allowed); !listening) return fail(listening.error().text);
    if (!m_setup.ownGuest) {
        std::fputs(qemuArguments(m_setup.socketPath).c_str(), stdout);
        std::fflush(stdout);
        return;
    }
    auto guest = m_spawner.start({Program::Guest, *m_setup.ownGuest});
    if (!guest) return fail(guest.error().text);
    m_guest = *guest;
}

void DeviceProcess::onChildEnd(Spawner::ChildId child, int status) {
    if (m_renderer.is(child)) {
        m_renderer.ended(status);
        return m_proxy->rendererEnded();
    }
    if (child != m_guest) {
        m_workers -= m_workers > 0;
        return;
    }
    m_guest.reset();
    const bool isGood = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (m_isFinishing) return;
    if (m_setup.isGuestResultTheRuns && WIFEXITED(status)) return finish(WEXITSTATUS(status));
    if (isGood) return finish(std::nullopt);
    fail(fmt::format("the guest failed ({})", describeStatus(status)));
}

pvg::UniqueFd DeviceProcess::makeWorker() {
    if (m_workers >= kMaxWorkers) {
        spdlog::warn("{} shader workers are running; no more are started", m_workers);
        return {};
    }
    auto pair = pvg::makeSocketPair(SOCK_STREAM);
    if (!pair) return {};
    const std::string sandbox = m_options.isSandboxed ? "on" : "off";
    const auto child =
        m_spawner.start({Program::Shader, {"--worker", "--fd", std::to_string(kChildFd), "--sandbox", sandbox}, pair->second.get()});
    if (!child) return {};
    ++m_workers;
    return std::move(pair->first);
}

void DeviceProcess::onSignal() {
    signalfd_siginfo info;
    if (::read(m_signals.get(), &info, sizeof info) < 0) return;
    const bool mayAsk = !m_options.isHeadless && m_server->hasClient();
    if (mayAsk && !m_isWarned && !m_isFinishing) {
        m_isWarned = true;
        std::fprintf(stderr, "pvgl: %s send the signal again to end.\n", kLoss);
        return;
    }
    finish(std::nullopt);
}

void DeviceProcess::onCloseRequested() {
    if (hasForeignClient() && !m_isWarned) {
        m_isWarned = true;
        std::fprintf(stderr, "pvgl: %s close the window again to end.\n", kLoss);
        return;
    }
    finish(std::nullopt);
}

void DeviceProcess::onTimeout() {
    std::fprintf(stderr, "pvgl: the run was not done after the %g seconds of --timeout.\n", m_options.timeout);
    finish(1);
}

void DeviceProcess::finish(std::optional<int> code) {
    if (m_isFinishing) return stop(m_forcedCode.value_or(code.value_or(1))); // asked twice: no more waiting
    m_isFinishing = true;
    m_forcedCode = code;
    if (!m_proxy->terminate()) return stop(code.value_or(1));
    m_endTimer->arm(kFinishLimit, [this] {
        spdlog::error("the renderer did not finish within 3 s; what it had to write is missing");
        stop(1);
    });
}

void DeviceProcess::onFinished(int exitCode) {
    m_isFinishing = true;
    m_forcedCode = m_forcedCode.value_or(exitCode);
    m_endTimer->arm(kLastReads, [this] { stop(*m_forcedCode); });
}

void DeviceProcess::fail(const std::string& sentence, int code) {
    if (!sentence.empty()) std::fprintf(stderr, "pvgl: %s.\n", sentence.c_str());
    stop(code);
}

void DeviceProcess::stop(int code) {
    m_exitCode = code;
    if (m_loop) m_loop->stop();
}

} // namespace app
