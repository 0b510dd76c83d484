#include "pvg/exec/renderer_link.h"

#include <fmt/format.h>
#include <poll.h>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "pvg/base/build_id.h"
#include "pvg/base/log.h"
#include "pvg/seam/channel.h"
#include "pvg/seam/futex.h"
#include "pvg/seam/page_mapping.h"
#include "pvg/seam/renderer_port.h"

namespace pvg {

using seam::Message;
using seam::MessageType;

namespace {

constexpr int kGreetingLimitMs = 10000;
constexpr std::chrono::seconds kWorkerLimit{5};

EngineEvent::Kind eventKind(MessageType type) {
    switch (type) {
    case MessageType::VersionWritten:
        return EngineEvent::Kind::VersionWritten;
    case MessageType::FifoControl:
        return EngineEvent::Kind::FifoControl;
    case MessageType::ClientGone:
        return EngineEvent::Kind::ClientGone;
    default:
        return EngineEvent::Kind::Reset;
    }
}

Result<seam::Received> receiveHello(int socket) {
    if (!waitForFd(socket, POLLIN, kGreetingLimitMs)) return Error{Code::Timeout, "the device process sent no greeting within 10 s"};
    seam::Received hello = seam::receive(socket, false);
    if (hello.state != seam::Received::State::Message || hello.message.type != MessageType::Hello || hello.fds.size() != 3)
        return Error{Code::Protocol, "the device process sent no valid greeting; pvgl-renderer is started by pvgl only"};
    return Result<seam::Received>(std::move(hello));
}

} // namespace

struct RendererLink::Impl {
    Impl(UniqueFd seamSocket, seam::PageMapping mapping) : socket(std::move(seamSocket)), page(std::move(mapping)) {}
    ~Impl();

    void serve();
    bool handle(seam::Received received);
    void onMap(seam::Received received);
    void onUnmap(const Message& message);
    void onEpoch(const Message& message);
    void onWorker(seam::Received received);

    UniqueFd socket;
    seam::PageMapping page;
    UniqueFd doorbell, interrupt, stop;
    GuestMemory* memory = nullptr;
    Handlers handlers;
    std::thread thread;

    std::mutex workerMutex;
    std::condition_variable workerArrived;
    std::map<uint64_t, UniqueFd> workers; // answers nobody has taken yet, by sequence; an empty fd is a refusal
    uint64_t workerSequence = 0;
    bool isClosed = false;
};

RendererLink::Impl::~Impl() {
    if (!thread.joinable()) return;
    const uint64_t one = 1;
    if (::write(stop.get(), &one, sizeof one) < 0) spdlog::error("the seam thread cannot be woken");
    thread.join();
}

void RendererLink::Impl::serve() {
    for (;;) {
        std::array<pollfd, 2> fds{pollfd{socket.get(), POLLIN, 0}, pollfd{stop.get(), POLLIN, 0}};
        if (::poll(fds.data(), fds.size(), -1) < 0) continue; // EINTR
        if (fds[1].revents) return;
        seam::Received received = seam::receive(socket.get(), false);
        if (received.state == seam::Received::State::Nothing) continue;
        if (received.state == seam::Received::State::Closed || !handle(std::move(received))) break;
    }
    {
        const std::lock_guard lock(workerMutex);
        isClosed = true;
    }
    workerArrived.notify_all();
    // The device process is gone: nothing may be written for its client any more, and the run is over.
    memory->gate().invalidate(Epoch{page.page().epoch + 1});
    handlers.terminate();
}

bool RendererLink::Impl::handle(seam::Received received) {
    switch (received.message.type) {
    case MessageType::Map:
        onMap(std::move(received));
        return true;
    case MessageType::Unmap:
        onUnmap(received.message);
        return true;
    case MessageType::Reset:
    case MessageType::VersionWritten:
    case MessageType::FifoControl:
    case MessageType::ClientGone:
        onEpoch(received.message);
        return true;
    case MessageType::ClientConnected:
        handlers.client(true);
        return true;
    case MessageType::Terminate:
        handlers.terminate();
        return true;
    case MessageType::Worker:
        onWorker(std::move(received));
        return true;
    default:
        spdlog::error("the device process sent message {}, which this renderer does not know", uint32_t(received.message.type));
        return false;
    }
}

void RendererLink::Impl::onMap(seam::Received received) {
    if (received.fds.size() != 1) return;
    const Message& m = received.message;
    const Status mapped = memory->map(GuestPhys{m.gpa}, m.size, received.fds[0].release(), m.fileOffset, m.writable != 0);
    if (mapped && handlers.mapped) handlers.mapped(GuestPhys{m.gpa}, m.size, m.writable != 0);
    if (!mapped) spdlog::error("guest RAM of {:#x} bytes at {:#x} cannot be mapped: {}", m.size, m.gpa, mapped.error().text);
}

void RendererLink::Impl::onUnmap(const Message& message) {
    if (handlers.unmapped) handlers.unmapped(GuestPhys{message.gpa}, message.size);
    memory->unmap(GuestPhys{message.gpa}, message.size);
    Message done{MessageType::UnmapDone, message.epoch, message.sequence};
    if (!seam::send(socket.get(), done)) spdlog::warn("the device process does not read its messages");
}

// The order is the promise (seam/page.h): no writer of the old epoch is left, then the counters, then the engine hears of it, then the
// answer.
void RendererLink::Impl::onEpoch(const Message& message) {
    seam::Page& shared = page.page();
    memory->gate().invalidate(Epoch{message.epoch});
    if (message.type == MessageType::ClientGone) {
        if (handlers.unmapped) handlers.unmapped({}, ~uint64_t{0});
        memory->unmapAll();
    }
    if (message.sequence != seam::kResumed && seam::clearsFifoRead(message.type, message.fifo)) shared.fifoRead = 0;
    if (message.type == MessageType::ClientGone) handlers.client(false);
    handlers.event(EngineEvent{eventKind(message.type), Epoch{message.epoch}, message.fifo});
    shared.ackedEpoch.store(message.epoch, std::memory_order_release);
    seam::futexWake(shared.ackedEpoch);
}

void RendererLink::Impl::onWorker(seam::Received received) {
    {
        const std::lock_guard lock(workerMutex);
        workers[received.message.sequence] = received.fds.empty() ? UniqueFd() : std::move(received.fds[0]);
    }
    workerArrived.notify_all();
}

RendererLink::RendererLink() = default;
RendererLink::~RendererLink() = default;

Result<std::unique_ptr<RendererLink>> RendererLink::connect(int seamFd) {
    UniqueFd socket(seamFd);
    PVG_TRY(seam::Received hello, receiveHello(socket.get()));
    if (!seam::hasBuildId(hello.message, buildId()))
        return Error{Code::Protocol, "pvgl-renderer is of another build than pvgl; install both from one package"};
    PVG_TRY(seam::PageMapping page, seam::PageMapping::attach(std::move(hello.fds[0])));

    std::unique_ptr<RendererLink> link(new RendererLink);
    link->m_impl = std::make_unique<Impl>(std::move(socket), std::move(page));
    link->m_impl->doorbell = std::move(hello.fds[1]);
    link->m_impl->interrupt = std::move(hello.fds[2]);
    PVG_TRY(link->m_impl->stop, makeEventFd());
    return link;
}

seam::Page& RendererLink::page() { return m_impl->page.page(); }
int RendererLink::doorbellFd() const { return m_impl->doorbell.get(); }
int RendererLink::interruptFd() const { return m_impl->interrupt.get(); }

void RendererLink::start(GuestMemory& memory, Handlers handlers) {
    m_impl->memory = &memory;
    m_impl->handlers = std::move(handlers);
    memory.gate().invalidate(Epoch{page().ackedEpoch});
    Message ready{MessageType::Ready};
    seam::setBuildId(ready, buildId());
    if (!seam::send(m_impl->socket.get(), ready)) spdlog::error("the device process is gone"); // the thread meets the end of the socket
    m_impl->thread = std::thread([this] { m_impl->serve(); });
}

Result<int> RendererLink::requestWorker() {
    std::unique_lock lock(m_impl->workerMutex);
    const uint64_t sequence = ++m_impl->workerSequence;
    Message want{MessageType::WantWorker, 0, sequence};
    if (!seam::send(m_impl->socket.get(), want)) return Error{Code::Io, "the device process is gone"};
    const bool answered =
        m_impl->workerArrived.wait_for(lock, kWorkerLimit, [&] { return m_impl->isClosed || m_impl->workers.contains(sequence); });
    const auto worker = m_impl->workers.find(sequence);
    if (worker == m_impl->workers.end())
        return answered ? Error{Code::Io, "the device process is gone"} : Error{Code::Timeout, "no shader worker was started within 5 s"};
    UniqueFd socket = std::move(worker->second);
    m_impl->workers.erase(worker);
    if (!socket) return Error{Code::Unsupported, "a shader worker could not be started"};
    return socket.release();
}

void RendererLink::closeRequested() { (void)seam::send(m_impl->socket.get(), {MessageType::CloseRequested}); }

void RendererLink::finished(int exitCode) {
    Message message{MessageType::Finished};
    message.exitCode = exitCode;
    (void)seam::send(m_impl->socket.get(), message);
}

} // namespace pvg
