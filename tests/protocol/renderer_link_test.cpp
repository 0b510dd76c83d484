// The renderer's side of the seam against a device process that is the test: the greeting, the order of what it does in an epoch, workers.
#include <doctest/doctest.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "pvg/base/build_id.h"
#include "pvg/exec/renderer_link.h"
#include "pvg/seam/channel.h"
#include "pvg/seam/page_mapping.h"
#include "tests/support/ram_file.h"

namespace {

using namespace pvg;
using seam::Message;
using seam::MessageType;

struct Quiet {
    Quiet() { spdlog::set_level(spdlog::level::off); }
} quiet;

template <class F>
bool eventually(F condition) {
    for (int i = 0; i < 2500 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return condition();
}

Message hello() {
    Message message{MessageType::Hello};
    seam::setBuildId(message, buildId());
    return message;
}

// Both ends of the socket, and what a greeting carries.
struct Ends {
    std::pair<UniqueFd, UniqueFd> sockets = std::move(*makeSocketPair(SOCK_SEQPACKET));
    seam::PageMapping page = std::move(*seam::PageMapping::create());
    UniqueFd doorbell = std::move(*makeEventFd()), interrupt = std::move(*makeEventFd());

    int own() const { return sockets.first.get(); }
    bool greet(const Message& message) const { return seam::send(own(), message, std::array{page.fd(), doorbell.get(), interrupt.get()}); }
    auto connect() { return RendererLink::connect(sockets.second.release()); }
};

// A renderer that has greeted; its handlers write down what they were called with.
struct Link {
    Link() {
        REQUIRE(ends.greet(hello()));
        link = std::move(*ends.connect());
        RendererLink::Handlers handlers;
        handlers.event = [this](const EngineEvent& event) {
            const std::lock_guard lock(mutex);
            events.push_back(event);
            ackedAtEvent = page().ackedEpoch;
            gateAtEvent = memory.gate().epoch();
            readAtEvent = page().fifoRead;
        };
        handlers.client = [this](bool isConnected) { clients += isConnected ? 1 : 100; };
        handlers.terminate = [this] { ++terminations; };
        handlers.mapped = [this](GuestPhys base, uint64_t size, bool isWritable) { note("map", base, size, isWritable); };
        handlers.unmapped = [this](GuestPhys base, uint64_t size) { note("unmap", base, size, memory.regionCount() != 0); };
        link->start(memory, std::move(handlers));
    }
    seam::Page& page() { return ends.page.page(); }
    void note(const char* what, GuestPhys base, uint64_t size, bool flag) {
        const std::lock_guard lock(mutex);
        maps.push_back(std::string(what) + " " + std::to_string(base.value) + " " + std::to_string(size) + " " + std::to_string(flag));
    }
    bool tell(const Message& message, std::span<const int> fds = {}) const { return seam::send(ends.own(), message, fds); }
    // The next message of the renderer, within 5 s.
    seam::Received hear() const {
        if (!waitForFd(ends.own(), POLLIN, 5000)) return {};
        return seam::receive(ends.own(), false);
    }
    bool acknowledges(const Message& message) {
        page().epoch = message.epoch;
        return tell(message) && eventually([&] { return page().ackedEpoch == message.epoch; });
    }
    // Everything sent before is done: messages are taken in order.
    void settle() {
        const int before = clients;
        REQUIRE(tell({MessageType::ClientConnected}));
        REQUIRE(eventually([&] { return clients != before; }));
    }

    Ends ends;
    GuestMemory memory;
    std::mutex mutex;
    std::vector<EngineEvent> events;
    std::vector<std::string> maps;
    uint32_t ackedAtEvent = 0, readAtEvent = 0;
    Epoch gateAtEvent{};
    std::atomic<int> clients{0}, terminations{0};
    std::unique_ptr<RendererLink> link; // goes first: its thread uses the rest
};

Message mapMessage(uint64_t gpa, uint64_t size, uint64_t fileOffset, bool isWritable) {
    Message message{MessageType::Map};
    message.gpa = gpa;
    message.size = size;
    message.fileOffset = fileOffset;
    message.writable = isWritable;
    return message;
}

Message unmapMessage(uint64_t gpa, uint64_t size, uint64_t sequence) { return {MessageType::Unmap, 0, sequence, gpa, size}; }

Message fifoControl(uint32_t epoch, uint32_t control, uint64_t sequence = 0) {
    Message message{MessageType::FifoControl, epoch, sequence};
    message.fifo = {control, 0x10000, 0x1000, 0x20, 6};
    return message;
}

} // namespace

TEST_CASE("a greeting that is none is refused with a sentence") {
    Ends ends;
    Message message = hello();
    std::string part = "no valid greeting";
    SUBCASE("the other end is closed") { ends.sockets.first.reset(); }
    SUBCASE("bytes that are no message") { REQUIRE(::send(ends.own(), "hello", 5, MSG_NOSIGNAL) == 5); }
    SUBCASE("another message") {
        message.type = MessageType::Reset;
        REQUIRE(ends.greet(message));
    }
    SUBCASE("a descriptor is missing") { REQUIRE(seam::send(ends.own(), message, std::array{ends.page.fd(), ends.doorbell.get()})); }
    SUBCASE("another build") {
        message.buildId[0] ^= 1;
        REQUIRE(ends.greet(message));
        part = "of another build";
    }
    SUBCASE("a page that may still shrink") {
        const UniqueFd page = test::ramFile(1 << 20, 0);
        REQUIRE(seam::send(ends.own(), message, std::array{page.get(), ends.doorbell.get(), ends.interrupt.get()}));
        part = "wrong size or is not sealed";
    }
    SUBCASE("a page of another version") {
        ends.page.page().version = seam::kVersion + 1;
        REQUIRE(ends.greet(message));
        part = "another version";
    }
    const auto link = ends.connect();
    REQUIRE(!link.ok());
    CHECK(link.error().code == Code::Protocol);
    CHECK_MESSAGE(link.error().text.find(part) != std::string::npos, link.error().text);
}

TEST_CASE("the renderer greets with its build, and page and bells are those of the device process") {
    Link renderer;
    const seam::Received ready = renderer.hear();
    CHECK(ready.message.type == MessageType::Ready);
    CHECK(seam::hasBuildId(ready.message, buildId()));
    renderer.page().rootPage = 0x1234;
    CHECK(renderer.link->page().rootPage == 0x1234);
    const uint64_t one = 1;
    REQUIRE(::write(renderer.ends.doorbell.get(), &one, sizeof one) == sizeof one);
    CHECK(waitForFd(renderer.link->doorbellFd(), POLLIN, 1000));
    REQUIRE(::write(renderer.link->interruptFd(), &one, sizeof one) == sizeof one);
    CHECK(waitForFd(renderer.ends.interrupt.get(), POLLIN, 1000));
}

TEST_CASE("guest RAM is readable at its place, and an unmap is answered when it is gone") {
    Link renderer;
    renderer.hear();
    const UniqueFd ram = test::ramFile(0x3000);
    REQUIRE(::pwrite(ram.get(), "guest", 5, 0x2000) == 5);
    REQUIRE(renderer.tell(mapMessage(0x100000, 0x1000, 0x2000, true), std::array{ram.get()}));
    renderer.settle();
    ScatterList spans;
    REQUIRE(renderer.memory.spans(GuestPhys{0x100000}, 5, false, spans));
    CHECK(std::memcmp(spans[0].data, "guest", 5) == 0);
    CHECK(spans[0].writable);

    REQUIRE(renderer.tell(unmapMessage(0, 0x200000, 41)));
    const seam::Received done = renderer.hear();
    CHECK(done.message.type == MessageType::UnmapDone);
    CHECK(done.message.sequence == 41);
    CHECK(renderer.memory.regionCount() == 0);
    CHECK(renderer.maps == std::vector<std::string>{"map 1048576 4096 1", "unmap 0 2097152 1"}); // told while it is still there
}

TEST_CASE("maps that cannot be are left out, and the seam goes on") {
    Link renderer;
    const UniqueFd ram = test::ramFile(0x1000);
    REQUIRE(renderer.tell(mapMessage(0, 0x1000, 0, true)));                                                    // no descriptor
    REQUIRE(renderer.tell(mapMessage(0, 0x1000, 0, true), std::array{ram.get(), ram.get()}));                  // two
    REQUIRE(renderer.tell(mapMessage(~uint64_t{0} << 12, 0x2000, 0, true), std::array{ram.get()}));            // wraps around
    renderer.settle();
    CHECK(renderer.memory.regionCount() == 0);
    CHECK(renderer.maps.empty());
    CHECK(renderer.terminations == 0);
}

TEST_CASE("an epoch: first the gate closes, then the engine hears of it, then it is acknowledged") {
    Link renderer;
    renderer.page().fifoRead = 77;
    REQUIRE(renderer.acknowledges(fifoControl(5, 1)));
    REQUIRE(renderer.events.size() == 1);
    CHECK(renderer.events[0].kind == EngineEvent::Kind::FifoControl);
    CHECK(renderer.events[0].epoch == Epoch{5});
    CHECK(renderer.events[0].fifo.fifoBasePage == 0x20);
    CHECK(renderer.events[0].fifo.protocolVersion == 6);
    CHECK(renderer.gateAtEvent == Epoch{5});
    CHECK(renderer.readAtEvent == 0);
    CHECK(renderer.ackedAtEvent != 5);
    CHECK(!renderer.memory.gate().enter(Epoch{4}));
    CHECK(renderer.memory.gate().enter(Epoch{5}));
}

TEST_CASE("FIFO_READ starts again with each epoch but that of a disabled FIFO and that of a resumed one (decisions.md 5)") {
    Link renderer;
    uint32_t epoch = 1;
    const auto keepsRead = [&](Message message) {
        renderer.page().fifoRead = 99;
        message.epoch = ++epoch;
        REQUIRE(renderer.acknowledges(message));
        return renderer.page().fifoRead == 99;
    };
    CHECK(keepsRead(fifoControl(0, 0)));
    CHECK(keepsRead(fifoControl(0, 1, seam::kResumed)));
    CHECK(keepsRead({MessageType::VersionWritten, 0, seam::kResumed}));
    CHECK(!keepsRead(fifoControl(0, 1)));
    CHECK(!keepsRead({MessageType::VersionWritten}));
    CHECK(!keepsRead({MessageType::Reset}));
    REQUIRE(renderer.events.size() == 6);
    CHECK(renderer.events[4].kind == EngineEvent::Kind::VersionWritten);
    CHECK(renderer.events[5].kind == EngineEvent::Kind::Reset);
}

TEST_CASE("a client that is gone takes its memory with it") {
    Link renderer;
    const UniqueFd ram = test::ramFile(0x1000);
    REQUIRE(renderer.tell(mapMessage(0, 0x1000, 0, false), std::array{ram.get()}));
    renderer.settle();
    REQUIRE(renderer.memory.regionCount() == 1);
    CHECK(renderer.clients == 1);
    REQUIRE(renderer.acknowledges({MessageType::ClientGone, 9}));
    CHECK(renderer.clients == 101);
    CHECK(renderer.memory.regionCount() == 0);
    CHECK(renderer.maps.back() == "unmap 0 18446744073709551615 1");
    CHECK(renderer.events.back().kind == EngineEvent::Kind::ClientGone);
}

TEST_CASE("Terminate reaches the renderer; its last words reach the device process") {
    Link renderer;
    renderer.hear();
    REQUIRE(renderer.tell({MessageType::Terminate}));
    CHECK(eventually([&] { return renderer.terminations == 1; }));
    renderer.link->closeRequested();
    CHECK(renderer.hear().message.type == MessageType::CloseRequested);
    renderer.link->finished(3);
    const seam::Received last = renderer.hear();
    CHECK(last.message.type == MessageType::Finished);
    CHECK(last.message.exitCode == 3);
}

TEST_CASE("without a device process the run is over and nothing is written for its client any more") {
    Link renderer;
    renderer.hear();
    REQUIRE(renderer.acknowledges(fifoControl(5, 1)));
    SUBCASE("its end of the socket is closed") { renderer.ends.sockets.first.reset(); }
    SUBCASE("it sends a message that is the renderer's to send") { REQUIRE(renderer.tell({MessageType::Ready})); }
    SUBCASE("it sends bytes that are no message") { REQUIRE(::send(renderer.ends.own(), "x", 1, MSG_NOSIGNAL) == 1); }
    CHECK(eventually([&] { return renderer.terminations == 1; }));
    CHECK(!renderer.memory.gate().enter(Epoch{5}));
    const auto worker = renderer.link->requestWorker();
    REQUIRE(!worker.ok());
    CHECK(worker.error().text.find("device process is gone") != std::string::npos);
}

TEST_CASE("each request for a worker gets the answer to it, in whatever order they come") {
    Link renderer;
    renderer.hear();
    std::array<std::optional<Result<int>>, 3> workers;
    std::vector<std::thread> threads;
    std::vector<uint64_t> sequences;
    for (auto& worker : workers) {
        threads.emplace_back([&] { worker.emplace(renderer.link->requestWorker()); });
        const seam::Received request = renderer.hear();
        CHECK(request.message.type == MessageType::WantWorker);
        sequences.push_back(request.message.sequence);
    }
    const UniqueFd first = test::ramFile(0x1000), third = test::ramFile(0x3000);
    REQUIRE(renderer.tell({MessageType::Worker, 0, sequences[2]}, std::array{third.get()}));
    REQUIRE(renderer.tell({MessageType::Worker, 0, sequences[1]})); // none could be started
    REQUIRE(renderer.tell({MessageType::Worker, 0, sequences[0]}, std::array{first.get()}));
    for (std::thread& thread : threads) thread.join();
    REQUIRE(workers[0]->ok());
    REQUIRE(!workers[1]->ok());
    CHECK(workers[1]->error().code == Code::Unsupported);
    REQUIRE(workers[2]->ok());
    const UniqueFd gotFirst(**workers[0]), gotThird(**workers[2]);
    CHECK(::lseek(gotFirst.get(), 0, SEEK_END) == 0x1000);
    CHECK(::lseek(gotThird.get(), 0, SEEK_END) == 0x3000);
}

TEST_CASE("a request under way ends with the device process") {
    Link renderer;
    renderer.hear();
    std::optional<Result<int>> worker;
    std::thread thread([&] { worker.emplace(renderer.link->requestWorker()); });
    CHECK(renderer.hear().message.type == MessageType::WantWorker);
    renderer.ends.sockets.first.reset();
    thread.join();
    REQUIRE(!worker->ok());
    CHECK(worker->error().code == Code::Io);
}
