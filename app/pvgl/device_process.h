// The device process of `view`, `demo` and `bench roundtrip`: one thread that owns the vfio-user socket, the registers and the renderer's
// seam. Nothing in here touches guest memory, GL or a file of the user's.
#pragma once

#include <memory>
#include <optional>

#include "app/pvgl/options.h"
#include "app/pvgl/renderer_process.h"
#include "app/pvgl/spawner.h"
#include "app/pvgl/timer.h"
#include "pvg/device/gpu_device.h"
#include "pvg/transport/server.h"

namespace app {

class DeviceProcess {
public:
    // `socketPath`: where to listen; empty: nowhere, a replay. `ownGuest`: arguments of the pvgl-guest to start on it, none for `view`.
    struct Setup {
        std::string socketPath;
        std::optional<std::vector<std::string>> ownGuest;
        bool isGuestResultTheRuns = false; // bench: exit code of the guest
    };

    DeviceProcess(const Options& options, Setup setup, Spawner& spawner);
    // Returns the run's exit code.
    int run();

private:
    pvg::Status prepare();
    pvg::Status watchSignals();
    pvg::Status startTimers();
    pvg::seam::RendererProxy::Handlers rendererHandlers();

    void onRendererReady();
    void onChildEnd(Spawner::ChildId child, int status);
    void onSignal();
    void onTimeout();
    void onCloseRequested();
    void onFinished(int exitCode);
    pvg::UniqueFd makeWorker();

    bool hasForeignClient() const { return m_server->hasClient() && !m_setup.ownGuest; }
    // Lets the renderer write screenshot and statistics, then ends; `code` outranks the renderer's.
    void finish(std::optional<int> code);
    void fail(const std::string& sentence, int code = 1);
    void stop(int code);

    const Options& m_options;
    Setup m_setup;
    Spawner& m_spawner;
    RendererProcess m_renderer;
    std::unique_ptr<pvg::EventLoop> m_loop;
    pvg::UniqueFd m_signals;
    std::optional<Timer> m_timeout, m_endTimer;
    pvg::transport::DmaTable m_maps;
    std::unique_ptr<pvg::seam::RendererProxy> m_proxy;
    std::unique_ptr<pvg::device::GpuDevice> m_device;
    std::unique_ptr<pvg::transport::Server> m_server;
    std::optional<Spawner::ChildId> m_guest;
    size_t m_workers = 0;
    bool m_isListening = false, m_isWarned = false, m_isFinishing = false;
    std::optional<int> m_forcedCode;
    int m_exitCode = 1;
};

} // namespace app
