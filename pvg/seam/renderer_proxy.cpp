#include "pvg/seam/renderer_proxy.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>

#include <array>

#include "pvg/base/build_id.h"
#include "pvg/base/log.h"
#include "pvg/seam/futex.h"

namespace pvg::seam {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds kQuiesceLimit{1000};
constexpr milliseconds kEndGrace{200}; // a closed socket means that the process is on its way out: its exit code tells more than a kill
constexpr milliseconds kDeathPoll{20}; // how soon a renderer that dies while we wait is noticed
// Either of the two is progress: such a renderer's death is the first of a new row.
constexpr std::chrono::seconds kProgress{10};
constexpr uint64_t kProgressFrames = 60;

int leftUntil(std::chrono::steady_clock::time_point end) {
    return int(std::max<int64_t>(0, std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now()).count()));
}

// Counts the end of a renderer whose GPU is gone, and says it; empty: it ended for another reason.
std::string countGpuLoss(const RendererEnd& end, Page& page) {
    if (end.exitCode == kGpuResetExit) {
        page.gpuResets.fetch_add(1);
        return "the GPU was reset";
    }
    if (end.exitCode == kGpuHangExit) {
        page.gpuHangs.fetch_add(1);
        return "the GPU hangs";
    }
    return {};
}

} // namespace

Result<std::unique_ptr<RendererProxy>> RendererProxy::create(EventLoop& loop, RendererStarter& starter, uint32_t restartsInARow) {
    PVG_TRY(PageMapping page, PageMapping::create());
    std::unique_ptr<RendererProxy> proxy(new RendererProxy(loop, starter, std::move(page), restartsInARow));
    PVG_TRY(proxy->m_doorbell, makeEventFd());
    PVG_TRY(proxy->m_interrupt, makeEventFd());
    return proxy;
}

RendererProxy::RendererProxy(EventLoop& loop, RendererStarter& starter, PageMapping page, uint32_t mostRestartsInARow)
    : m_loop(loop), m_starter(starter), m_page(std::move(page)), m_mostRestartsInARow(mostRestartsInARow) {}

RendererProxy::~RendererProxy() {
    if (m_socket) m_loop.remove(m_socket.get());
    if (m_interrupt) m_loop.remove(m_interrupt.get());
    if (m_graceTimer) m_loop.remove(m_graceTimer.get());
}

Status RendererProxy::start(Handlers handlers) {
    m_handlers = std::move(handlers);
    PVG_CHECK(m_loop.add(m_interrupt.get(), EPOLLIN, [this](uint32_t) {
        discardInterrupts();
        m_handlers.interrupt();
    }));
    PVG_CHECK(makeGraceTimer());
    return startRenderer();
}

// For a renderer that has closed its socket and does not end.
Status RendererProxy::makeGraceTimer() {
    m_graceTimer.reset(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
    if (!m_graceTimer) return errnoError("timerfd_create", errno);
    return m_loop.add(m_graceTimer.get(), EPOLLIN, [this](uint32_t) {
        uint64_t count = 0;
        if (::read(m_graceTimer.get(), &count, sizeof count) > 0 && m_lostBecause) m_starter.kill();
    });
}

Status RendererProxy::startRenderer() {
    PVG_TRY(m_socket, m_starter.start());
    page().epoch = m_epoch;
    page().ackedEpoch = m_epoch;
    Message hello{MessageType::Hello, m_epoch};
    setBuildId(hello, buildId());
    const std::array fds{m_page.fd(), m_doorbell.get(), m_interrupt.get()};
    (void)seam::send(m_socket.get(), hello, fds); // one that has ended already is met at its socket's end, as any other death
    return m_loop.add(m_socket.get(), EPOLLIN, [this](uint32_t) { onSocket(); });
}

void RendererProxy::onSocket() {
    while (m_socket && receiveOne()) {}
}

// One packet, if there is one. False: nothing more for now.
bool RendererProxy::receiveOne() {
    const Received received = receive(m_socket.get(), false);
    if (received.state == Received::State::Nothing) return false;
    if (received.state == Received::State::Closed) {
        lost("it ended", kEndGrace);
        return false;
    }
    handle(received.message);
    return true;
}

void RendererProxy::handle(const Message& message) {
    // Finished without Ready: it could not start and has said why.
    const bool isGreeting = message.type == MessageType::Ready || message.type == MessageType::Finished;
    if (!m_ready && !isGreeting) return lost("its first message was not Ready");
    switch (message.type) {
    case MessageType::Ready:
        return onReady(message);
    case MessageType::UnmapDone:
        m_unmapDone = std::max(m_unmapDone, message.sequence);
        return;
    case MessageType::WantWorker:
        return onWantWorker(message);
    case MessageType::CloseRequested:
        return m_handlers.closeRequested();
    case MessageType::Finished:
        m_finished = true;
        return m_handlers.finished(message.exitCode);
    default:
        return lost(fmt::format("it sent message {}, which is not its to send", uint32_t(message.type)));
    }
}

void RendererProxy::onReady(const Message& message) {
    if (m_ready) return lost("it greeted twice");
    if (!hasBuildId(message, buildId())) return lost("pvgl-renderer is of another build than pvgl; install both from one package");
    m_ready = m_wasReady = true;
    m_readySince = Clock::now();
    m_framesAtReady = page().framesPresented;
    m_handlers.ready();
}

void RendererProxy::onWantWorker(const Message& message) {
    Message reply{MessageType::Worker, m_epoch, message.sequence};
    const UniqueFd worker = m_handlers.makeWorker();
    const int fd = worker.get();
    send(reply, worker ? std::span(&fd, 1) : std::span<const int>{});
}

void RendererProxy::send(const Message& message, std::span<const int> fds) {
    if (!m_ready || seam::send(m_socket.get(), message, fds)) return;
    onSocket(); // what it said last comes first: one that has finished closes its socket
    if (m_ready) lost("it does not read its messages");
}

bool RendererProxy::terminate() {
    m_ending = true;
    send({MessageType::Terminate, m_epoch});
    return m_ready;
}

void RendererProxy::ringDoorbell() {
    const uint64_t one = 1;
    if (::write(m_doorbell.get(), &one, sizeof one) < 0) return; // full: it is awake
}

void RendererProxy::discardInterrupts() {
    uint64_t count = 0;
    if (::read(m_interrupt.get(), &count, sizeof count) < 0) return; // empty
}

void RendererProxy::mapRam(const RamMap& map) {
    Message message{MessageType::Map, m_epoch};
    message.gpa = map.gpa;
    message.size = map.size;
    message.fileOffset = map.fileOffset;
    message.writable = map.writable;
    send(message, std::span(&map.fd, 1));
}

void RendererProxy::unmapRam(uint64_t gpa, uint64_t size) {
    if (m_lostBecause) settle(kEndGrace);
    if (!m_ready) return; // a renderer that has not greeted has no guest memory
    Message message{MessageType::Unmap, m_epoch, ++m_sequence, gpa, size};
    send(message);
    const auto end = Clock::now() + kQuiesceLimit;
    while (m_ready && m_unmapDone < m_sequence) {
        const int left = leftUntil(end);
        if (left == 0) lost("it did not let go of guest memory within 1 s");
        else if (waitForFd(m_socket.get(), POLLIN, left)) receiveOne();
    }
    if (m_lostBecause) settle(kEndGrace);
}

void RendererProxy::raiseEpoch(MessageType type, const FifoSetup& fifo) {
    ++m_epoch;
    m_epochClearsRead = clearsFifoRead(type, fifo) || (m_lostBecause && m_epochClearsRead);
    if (m_ready) {
        Message message{type, m_epoch};
        message.fifo = fifo;
        send(message);
    }
    page().epoch = m_epoch;
    if (!m_ready && !m_lostBecause) closeOldEpoch();
}

// Nobody is left who could write in an older epoch.
void RendererProxy::closeOldEpoch() {
    if (m_epochClearsRead && page().ackedEpoch != m_epoch) page().fifoRead = 0;
    page().ackedEpoch = m_epoch;
}

bool RendererProxy::isEpochAcked() {
    return (!m_ready && !m_lostBecause) || page().ackedEpoch.load(std::memory_order_acquire) == m_epoch;
}

void RendererProxy::awaitEpoch() {
    const auto end = Clock::now() + kQuiesceLimit;
    while (!isEpochAcked()) {
        const int left = leftUntil(end);
        if (!m_lostBecause && left == 0) lost("it did not acknowledge a reset within 1 s");
        if (m_lostBecause) return settle(kEndGrace);
        const uint32_t seen = page().ackedEpoch;
        if (seen != m_epoch) futexWait(page().ackedEpoch, seen, std::min(left, int(kDeathPoll.count())));
        if (waitForFd(m_socket.get(), 0, 0)) onSocket(); // hung up
    }
}

void RendererProxy::tell(MessageType type, const FifoSetup& fifo, bool resumed) {
    Message message{type, m_epoch, resumed ? kResumed : 0};
    message.fifo = fifo;
    send(message);
}

bool RendererProxy::hasProgressed() {
    return Clock::now() - m_readySince > kProgress || page().framesPresented - m_framesAtReady >= kProgressFrames;
}

// Registers go on being answered while the process dies, which takes milliseconds and more under load. What needs its death, a new epoch or
// an unmap, waits for it in settle(); else rendererEnded() tells.
void RendererProxy::lost(const std::string& why, milliseconds grace) {
    if (m_ready && hasProgressed()) m_restartsInARow = 0;
    m_loop.remove(m_socket.get());
    m_socket.reset();
    m_ready = false;
    m_lostBecause = why;
    if (m_starter.hasEnded()) return settle(grace);
    if (grace == milliseconds{}) return m_starter.kill();
    const itimerspec limit{{}, {0, long(std::chrono::nanoseconds(grace).count())}};
    ::timerfd_settime(m_graceTimer.get(), 0, &limit, nullptr);
}

void RendererProxy::rendererEnded() {
    if (m_lostBecause) settle({}); // else the end of its socket is still to come
}

// Afterwards nobody is left who could reach guest memory.
void RendererProxy::settle(milliseconds grace) {
    const std::string why = std::move(*m_lostBecause);
    m_lostBecause.reset();
    const RendererEnd end = m_starter.end(grace);
    closeOldEpoch();
    if (!m_finished) giveUpOrRestart(why, end);
}

void RendererProxy::giveUpOrRestart(const std::string& why, const RendererEnd& end) {
    // A usage error of an option that only the renderer understands; it has printed it.
    if (!m_wasReady && end.exitCode == 2) return m_handlers.failed({}, 2);
    const std::string gpuLoss = countGpuLoss(end, page());
    const std::string sentence = gpuLoss.empty() ? fmt::format("{} ({})", why, end.text) : gpuLoss;
    if (m_ending) return m_handlers.failed("the renderer was lost while it finished: " + sentence, 1);
    if (!m_wasReady) return m_handlers.failed("the renderer did not start: " + sentence, 1);
    if (m_mostRestartsInARow == 0) return m_handlers.failed("the renderer was lost: " + sentence, 1);
    page().rendererRestarts.fetch_add(1);
    if (++m_restartsInARow > m_mostRestartsInARow)
        return m_handlers.failed(fmt::format("the renderer failed {} times in a row: {}", m_restartsInARow, sentence), 1);
    spdlog::error("the renderer was lost: {}; starting another", sentence);
    if (const Status started = startRenderer(); !started) m_handlers.failed("no new renderer: " + started.error().text, 1);
}

} // namespace pvg::seam
