// The engine thread: makes the context current there, measures it, starts the shader service, the back end and the engine, runs it, and takes
// the last picture. Everything that owns GL objects lives and dies on that thread.
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/renderer/gl_context.h"
#include "pvg/exec/engine.h"
#include "renderer-gl/gl_backend.h"
#include "renderer-gl/present_queue.h"
#include "shaders/air/service.h"
#include "shaders/air/worker_client.h"

namespace app {

class EngineHost {
public:
    // All of it outlives the host.
    struct Environment {
        GlContext& context;
        gl::PresentQueue& presents;
        pvg::seam::Page& page;
        int doorbellFd = -1, interruptFd = -1;
        pvg::GuestMemory& memory;
        pvg::Counters& counters;
    };
    struct Options {
        pvg::EngineOptions engine;
        gl::BackendOptions backend;
        bool wantsPicture = false;  // keep display 0's last picture
        // Thread: engine; what the thread runs. Empty: the engine of a guest.
        std::function<std::unique_ptr<pvg::EngineDriver>(pvg::Backend&)> makeDriver;
        std::function<void(const pvg::BackendCaps&)> measured; // thread: engine, before the engine exists. May be empty
        air::SpawnWorker spawnWorker; // called until tearDown() returns
        std::function<void()> finished; // thread: engine; the run is over and picture() may be asked
    };

    EngineHost(const Environment& environment, Options options);
    // As tearDown().
    ~EngineHost();
    EngineHost(const EngineHost&) = delete;
    EngineHost& operator=(const EngineHost&) = delete;

    // Thread: owner, once. Returns when the engine runs, or with the reason why it cannot.
    pvg::Status start();
    // Thread: owner, after start() succeeded. Ends the thread; a running engine is stopped first.
    void tearDown();

    // Thread: any, between start() and the end of tearDown(); later ones are ignored.
    void post(const pvg::EngineEvent& event);
    void control(const pvg::DisplayControl& control);
    // Thread: owner, between start() and tearDown().
    std::shared_ptr<const pvg::EngineSnapshot> snapshot() const;
    // CPU time of the thread since the engine runs.
    double cpuSeconds() const;
    const std::string& glRenderer() const { return m_glRenderer; }
    const std::string& glVersion() const { return m_glVersion; }
    // What the shader service is at, the oldest first, at most `most`; and how much. Empty before and after the engine. Thread: any, as post().
    struct Shaders {
        std::vector<air::PendingTranslation> pending;
        air::ShaderService::Figures figures;
    };
    Shaders shaders(size_t most) const;
    // Thread: owner, after `finished`. Not None: the GPU is gone and the run is not over; nothing of GL may be touched any more.
    pvg::GpuLoss gpuLoss() const { return m_gpuLoss; }
    const air::ShaderService::Figures& shaderFigures() const { return m_shaderFigures; }
    const pvg::Result<pvg::PresentedImage>& picture() const { return m_picture; }

private:
    void run();
    pvg::Status serve();
    std::unique_ptr<pvg::EngineDriver> makeDriver(pvg::Backend& backend) const;
    void attach(pvg::EngineDriver* engine);
    void attachShaders(const air::ShaderService* shaders);

    Environment m_environment;
    Options m_options;
    std::thread m_thread;
    std::promise<pvg::Status> m_started;
    std::promise<void> m_released;
    std::string m_glRenderer, m_glVersion;
    double m_cpuAtStart = 0;          // what making the context and the back end cost
    std::atomic<double> m_cpuAtEnd{}; // 0 while the engine runs
    pvg::Result<pvg::PresentedImage> m_picture = pvg::Error{pvg::Code::NotFound, "no frame was presented"};
    air::ShaderService::Figures m_shaderFigures; // at the end
    pvg::GpuLoss m_gpuLoss = pvg::GpuLoss::None;
    mutable std::mutex m_mutex;                  // guards m_engine and m_shaders against their end
    pvg::EngineDriver* m_engine = nullptr;
    const air::ShaderService* m_shaders = nullptr;
};

} // namespace app
