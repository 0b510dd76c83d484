// The renderer as a child of the spawner.
#pragma once

#include <csignal>

#include "app/pvgl/options.h"
#include "app/pvgl/spawner.h"
#include "pvg/seam/renderer_proxy.h"

namespace app {

class RendererProcess final : public pvg::seam::RendererStarter {
public:
    RendererProcess(Spawner& spawner, const Options& options) : m_spawner(spawner), m_options(options) {}

    pvg::Result<pvg::UniqueFd> start() override;
    pvg::seam::RendererEnd end(std::chrono::milliseconds grace) override;
    bool hasEnded() override {
        if (!m_status) m_status = m_spawner.waitForEnd(m_child, {});
        return m_status.has_value();
    }
    void kill() override { m_spawner.kill(m_child, SIGKILL); }
    bool is(Spawner::ChildId child) const { return child == m_child; }
    // The spawner reported it before end() asked.
    void ended(int status) { m_status = status; }

private:
    Spawner& m_spawner;
    const Options& m_options;
    Spawner::ChildId m_child = 0;
    bool m_hasStarted = false; // one before
    std::optional<int> m_status;
};

// `isFirst`: of this run; a later one goes on with the trace that is recorded, and has none of the GPU's faults.
std::vector<std::string> rendererArguments(const Options& options, bool isFirst);

} // namespace app
