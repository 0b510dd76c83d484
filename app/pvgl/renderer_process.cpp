#include "app/pvgl/renderer_process.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <csignal>

#include "pvg/base/fd_socket.h"
#include "pvg/base/gpu_fault.h"

namespace app {
namespace {
constexpr std::chrono::milliseconds kReapLimit{1000};
}

std::vector<std::string> rendererArguments(const Options& o, bool isFirst) {
    std::vector<std::string> arguments{"--seam", std::to_string(kChildFd), "--log", o.logLevel, "--displays", std::to_string(o.displays)};
    const auto add = [&arguments](const char* name, const std::string& value) {
        if (!value.empty()) arguments.insert(arguments.end(), {name, value});
    };
    if (o.isHeadless) arguments.push_back("--headless");
    if (!o.hasGamma) arguments.push_back("--no-gamma");
    add("--frames", o.frames ? std::to_string(o.frames) : "");
    add("--screenshot", o.screenshot);
    add("--stats", o.stats);
    add("--hud", o.hud);
    add("--size", o.size);
    for (const auto& mode : o.modes) add("--mode", mode);
    // What befalls a GPU befalls it once, else no renderer would ever get further.
    for (const auto& fault : o.faults)
        if (isFirst || !pvg::parseGpuFault(fault)) add("--fault", fault);
    if (o.countsRedundantCalls) arguments.push_back("--count-redundant-calls");
    for (const auto& what : o.narrow) arguments.push_back("--" + what);
    add("--socket-path", o.socketPath);
    add("--record", o.record);
    if (!isFirst) arguments.push_back("--record-append");
    add("--replay", o.replay);
    if (!o.replay.empty() && o.isUnpaced) arguments.push_back("--unpaced");
    return arguments;
}

pvg::Result<pvg::UniqueFd> RendererProcess::start() {
    PVG_TRY(auto pair, pvg::makeSocketPair(SOCK_SEQPACKET));
    PVG_TRY(m_child, m_spawner.start({Program::Renderer, rendererArguments(m_options, !m_hasStarted), pair.second.get()}));
    m_hasStarted = true;
    m_status.reset();
    return std::move(pair.first);
}

pvg::seam::RendererEnd RendererProcess::end(std::chrono::milliseconds grace) {
    if (!m_status) m_status = m_spawner.waitForEnd(m_child, grace);
    const bool isKilled = !m_status;
    if (isKilled) {
        m_spawner.kill(m_child, SIGKILL);
        m_status = m_spawner.waitForEnd(m_child, kReapLimit);
    }
    if (!m_status) return {"it cannot be killed", std::nullopt};
    if (isKilled) return {"killed", std::nullopt};
    return {describeStatus(*m_status), WIFEXITED(*m_status) ? std::optional(WEXITSTATUS(*m_status)) : std::nullopt};
}

} // namespace app
