// The renderer process as the device process sees it: starts it, feeds it, notices its death, replaces it. recovery: the device process
// waits for nothing but the quiesce of an unmap, a reset or an epoch, at most 1 s; then the renderer is killed, reaped and replaced.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "pvg/base/event_loop.h"
#include "pvg/seam/channel.h"
#include "pvg/seam/page_mapping.h"
#include "pvg/seam/renderer_port.h"

namespace pvg::seam {

struct RendererEnd {
    std::string text;            // "exit code 1", "signal 11 (Segmentation fault)"
    std::optional<int> exitCode; // of a normal end
};

class RendererStarter {
public:
    virtual ~RendererStarter() = default;
    // Starts a process with one end of a SEQPACKET pair; returns the other.
    virtual Result<UniqueFd> start() = 0;
    // Whether end() would return at once.
    virtual bool hasEnded() { return true; }
    // Does not wait for the death.
    virtual void kill() {}
    // Reaps it and says how it ended. One that does not end by itself within `grace` is killed. At most `grace` and 1 s.
    virtual RendererEnd end(std::chrono::milliseconds grace) = 0;
};

class RendererProxy final : public RendererPort {
public:
    struct Handlers {
        std::function<void()> ready;          // a renderer has greeted: describe the guest to it
        std::function<void()> interrupt;      // the private MSI eventfd was rung
        std::function<void(int)> finished;    // exit code of the run
        std::function<void()> closeRequested; // the user closed the window
        std::function<UniqueFd()> makeWorker; // the renderer's end of a fresh worker's socket; empty: none could be started
        // No renderer can be had, the sentence says why; the code is the run's. Empty: the renderer has said it itself.
        std::function<void(std::string, int)> failed;
    };

    // A renderer that dies oftener in a row, without progress in between, is not replaced.
    static constexpr uint32_t kRestartsInARow = 5;

    static Result<std::unique_ptr<RendererProxy>> create(EventLoop& loop, RendererStarter& starter, uint32_t restartsInARow = kRestartsInARow);
    ~RendererProxy() override;

    // Once. `ready` follows when the renderer has greeted.
    Status start(Handlers handlers);
    bool isReady() const { return m_ready; }
    // The starter has seen its process end.
    void rendererEnded();
    // Asks the renderer to finish; `finished` follows, or `failed`: it is not replaced any more. False: there is none to ask.
    bool terminate();

    Page& page() override { return m_page.page(); }
    void ringDoorbell() override;
    void discardInterrupts() override;
    void mapRam(const RamMap& map) override;
    void unmapRam(uint64_t gpa, uint64_t size) override;
    void raiseEpoch(MessageType type, const FifoSetup& fifo) override;
    bool isEpochAcked() override;
    void awaitEpoch() override;
    void tell(MessageType type, const FifoSetup& fifo, bool resumed) override;

private:
    using Clock = std::chrono::steady_clock;

    RendererProxy(EventLoop& loop, RendererStarter& starter, PageMapping page, uint32_t mostRestartsInARow);
    Status startRenderer();
    void onSocket();
    bool receiveOne();
    void handle(const Message& message);
    void onReady(const Message& message);
    void onWantWorker(const Message& message);
    void send(const Message& message, std::span<const int> fds = {});
    void closeOldEpoch();
    Status makeGraceTimer();
    void lost(const std::string& why, std::chrono::milliseconds grace = {});
    void settle(std::chrono::milliseconds grace);
    bool hasProgressed();
    void giveUpOrRestart(const std::string& why, const RendererEnd& end);

    EventLoop& m_loop;
    RendererStarter& m_starter;
    Handlers m_handlers;
    PageMapping m_page;
    UniqueFd m_doorbell, m_interrupt, m_socket, m_graceTimer;
    std::optional<std::string> m_lostBecause; // its process may still be there and write
    uint32_t m_epoch = 0;           // the page's copy may be scribbled over by the renderer
    bool m_epochClearsRead = false; // FIFO_READ starts again with the running epoch
    uint64_t m_sequence = 0, m_unmapDone = 0;
    bool m_ready = false, m_wasReady = false, m_ending = false, m_finished = false;
    const uint32_t m_mostRestartsInARow;
    uint32_t m_restartsInARow = 0;
    Clock::time_point m_readySince;
    uint64_t m_framesAtReady = 0;
};

} // namespace pvg::seam
