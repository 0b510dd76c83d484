// The whole device process as a thread: loop, proxy, device, server, with a renderer that is a thread too. The renderer's side of the seam
// is the real RendererLink; what a renderer does wrong is chosen by `Behaviour`.
#pragma once

#include <sys/socket.h>

#include <atomic>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "pvg/base/build_id.h"
#include "pvg/device/gpu_device.h"
#include "pvg/exec/renderer_link.h"
#include "pvg/seam/renderer_proxy.h"
#include "pvg/transport/server.h"

namespace test {

enum class Behaviour { Good, Deaf, Silent }; // Deaf: greets, then never reads again. Silent: does not even greet

class ThreadRenderer final : public pvg::seam::RendererStarter {
public:
    ~ThreadRenderer() override { end({}); }

    pvg::Result<pvg::UniqueFd> start() override {
        ++starts;
        auto pair = pvg::makeSocketPair(SOCK_SEQPACKET);
        if (!pair) return pair.failure();
        {
            const std::lock_guard lock(m_mutex);
            m_own.reset(::dup(pair->second.get()));
        }
        if (behaviour == Behaviour::Silent) {
            m_held = std::move(pair->second);
        } else {
            m_thread = std::thread([this, socket = pair->second.release()] { connect(socket); });
        }
        return std::move(pair->first);
    }
    pvg::seam::RendererEnd end(std::chrono::milliseconds) override {
        die();
        if (m_thread.joinable()) m_thread.join();
        m_visibleLink = nullptr;
        m_link.reset();
        m_held.reset();
        const std::lock_guard lock(m_mutex);
        m_own.reset();
        return {"ended by the test", std::nullopt};
    }
    // As if the process had died.
    void die() {
        const std::lock_guard lock(m_mutex);
        if (m_own) ::shutdown(m_own.get(), SHUT_RDWR);
    }

    std::atomic<Behaviour> behaviour{Behaviour::Good};
    std::atomic<int> starts{0}, resets{0}, fifoControls{0};
    std::atomic<bool> hasClient{false};
    pvg::GuestMemory memory;
    pvg::RendererLink* link() { return m_visibleLink; }

private:
    void connect(int socket) {
        auto link = pvg::RendererLink::connect(socket);
        if (!link) return;
        m_link = std::move(*link);
        m_visibleLink = m_link.get();
        if (behaviour == Behaviour::Deaf) {
            pvg::seam::Message ready{pvg::seam::MessageType::Ready};
            pvg::seam::setBuildId(ready, pvg::buildId());
            pvg::seam::send(m_own.get(), ready);
            return;
        }
        m_link->start(memory, {[this](const pvg::EngineEvent& event) {
                                   resets += event.kind == pvg::EngineEvent::Kind::Reset;
                                   fifoControls += event.kind == pvg::EngineEvent::Kind::FifoControl;
                               },
                               [this](bool isConnected) { hasClient = isConnected; }, [] {}});
    }

    std::mutex m_mutex;
    pvg::UniqueFd m_own, m_held;
    std::atomic<pvg::RendererLink*> m_visibleLink{nullptr};
    std::thread m_thread;
    std::unique_ptr<pvg::RendererLink> m_link;
};

class DeviceHost {
public:
    explicit DeviceHost(Behaviour behaviour = Behaviour::Good) {
        renderer.behaviour = behaviour;
        m_folder = "/tmp/pvgl-test-XXXXXX";
        if (!::mkdtemp(m_folder.data())) return;
        path = m_folder + "/s";
        m_thread = std::thread([this] { serve(); });
        while (!isUp && !hasFailed) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ~DeviceHost() {
        m_isEnding = true;
        m_thread.join();
        ::rmdir(m_folder.c_str());
    }

    std::string path;
    ThreadRenderer renderer;
    std::atomic<bool> isUp{false}, hasFailed{false};
    std::atomic<uint32_t> restarts{0}, greetings{0}; // of renderers, as the device process has seen them

private:
    void serve() {
        auto loop = pvg::EventLoop::create();
        auto proxy = pvg::seam::RendererProxy::create(**loop, renderer);
        pvg::transport::DmaTable maps;
        pvg::device::GpuDevice device({}, **proxy, maps);
        pvg::transport::Server server(**loop, device, maps);
        pvg::seam::RendererProxy::Handlers handlers{[this, &device] {
                                                        device.describeToRenderer();
                                                        ++greetings;
                                                    },
                                                    [&device] { device.fireInterrupt(); },
                                                    [](int) {},
                                                    [] {},
                                                    [] { return pvg::UniqueFd(); },
                                                    [this](const std::string&, int) { hasFailed = true; }};
        if (!(*proxy)->start(std::move(handlers)) || !server.listen(path, std::nullopt)) hasFailed = true;
        for (isUp = true; !m_isEnding;) {
            (*loop)->turn(5);
            restarts = (*proxy)->page().rendererRestarts.load();
        }
    }

    std::string m_folder;
    std::thread m_thread;
    std::atomic<bool> m_isEnding{false};
};

} // namespace test
