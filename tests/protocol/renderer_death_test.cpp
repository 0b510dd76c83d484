// How the device process takes a renderer's death: a process that has closed its socket may still be there and write, for a while.
#include <doctest/doctest.h>
#include <sys/socket.h>

#include <utility>

#include "pvg/base/build_id.h"
#include "pvg/base/fd_socket.h"
#include "pvg/seam/renderer_proxy.h"

namespace {

using namespace pvg;
using namespace pvg::seam;
using std::chrono::milliseconds;

// The test is the renderer: it holds the other end of each socket.
class SlowStarter final : public RendererStarter {
public:
    Result<UniqueFd> start() override {
        ++starts;
        isOver = false;
        auto pair = makeSocketPair(SOCK_SEQPACKET);
        if (!pair) return pair.failure();
        other = std::move(pair->second);
        if (std::exchange(endsAtOnce, false)) {
            other.reset();
            isOver = true;
        }
        return std::move(pair->first);
    }
    bool hasEnded() override { return isOver; }
    void kill() override { ++kills; }
    RendererEnd end(milliseconds) override {
        ++ends;
        return {"ended by the test", exitCode};
    }

    UniqueFd other;
    int starts = 0, kills = 0, ends = 0;
    std::optional<int> exitCode;
    bool isOver = false;
    bool endsAtOnce = false; // the next one, before anything is written to it
};

struct Host {
    explicit Host(uint32_t restartsInARow = RendererProxy::kRestartsInARow)
        : proxy(std::move(*RendererProxy::create(*loop, starter, restartsInARow))) {
        RendererProxy::Handlers handlers;
        handlers.ready = [this] { ++readies; };
        handlers.interrupt = [] {};
        handlers.finished = [this](int) { ++finishes; };
        handlers.failed = [this](const std::string&, int) { ++failures; };
        REQUIRE(proxy->start(std::move(handlers)));
        greet();
    }
    void greet() {
        Message ready{MessageType::Ready};
        setBuildId(ready, buildId());
        REQUIRE(seam::send(starter.other.get(), ready));
        loop->turn(1000);
    }
    // Closes the socket as a dying process does; the death itself is the test's to tell.
    void hangUp() {
        starter.other.reset();
        loop->turn(1000);
    }

    SlowStarter starter;
    std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
    std::unique_ptr<RendererProxy> proxy;
    int readies = 0, failures = 0, finishes = 0;
};

constexpr FifoSetup kEnabled{1, 0x10000, 0x1000, 0x100, 6};

} // namespace

TEST_CASE("nothing waits for a renderer that has hung up and is not gone yet") {
    Host host;
    REQUIRE(host.readies == 1);
    host.hangUp();
    CHECK(host.starter.ends == 0);
    CHECK(host.starter.starts == 1);
    CHECK(host.proxy->isEpochAcked()); // no epoch is open: reads of any register go on
    host.starter.isOver = true;
    host.proxy->rendererEnded();
    CHECK(host.starter.ends == 1);
    CHECK(host.starter.starts == 2);
    host.greet();
    CHECK(host.readies == 2);
    CHECK(host.failures == 0);
}

TEST_CASE("a new epoch is acknowledged only after the renderer that hung up is gone") {
    Host host;
    host.proxy->page().fifoRead = 7;
    host.hangUp();
    host.proxy->raiseEpoch(MessageType::VersionWritten, kEnabled);
    host.proxy->raiseEpoch(MessageType::FifoControl, FifoSetup{});
    CHECK_FALSE(host.proxy->isEpochAcked());
    CHECK(host.proxy->page().fifoRead == 7);
    host.proxy->awaitEpoch();
    CHECK(host.starter.ends == 1);
    CHECK(host.proxy->isEpochAcked());
    CHECK(host.proxy->page().fifoRead == 0); // the first of the two clears it
    CHECK(host.starter.starts == 2);
}

TEST_CASE("guest memory is not given back before the renderer that hung up is gone") {
    Host host;
    host.hangUp();
    host.proxy->unmapRam(0, 0x1000);
    CHECK(host.starter.ends == 1);
}

TEST_CASE("a renderer that hangs up and lives on is killed after a grace") {
    Host host;
    host.hangUp();
    CHECK(host.starter.kills == 0);
    host.loop->turn(2000);
    CHECK(host.starter.kills == 1);
    CHECK(host.starter.ends == 0);
    host.proxy->rendererEnded();
    CHECK(host.starter.starts == 2);
}

TEST_CASE("a renderer whose death is known already is replaced when its socket ends") {
    Host host;
    host.starter.isOver = true;
    host.proxy->rendererEnded();
    CHECK(host.starter.starts == 1);
    host.hangUp();
    CHECK(host.starter.starts == 2);
    host.greet();
    CHECK(host.readies == 2);
}

TEST_CASE("sixty presented frames are progress: such a death is the first of its row, the sixth is the last") {
    Host host;
    for (int death = 0; death < 20; ++death) {
        host.proxy->page().framesPresented += 60;
        host.starter.isOver = true;
        host.hangUp();
        host.greet();
    }
    CHECK(host.failures == 0);
    for (int death = 2; death <= 6; ++death) {
        CHECK(host.failures == 0);
        host.proxy->page().framesPresented += 59;
        host.starter.isOver = true;
        host.hangUp();
        if (death < 6) host.greet();
    }
    CHECK(host.failures == 1);
}

TEST_CASE("a renderer that ends before it is greeted is one death as any other") {
    Host host;
    host.starter.endsAtOnce = true;
    host.starter.isOver = true;
    host.hangUp(); // its successor is gone when the device process writes to it
    for (int turn = 0; turn < 10 && host.starter.starts < 3; ++turn) host.loop->turn(100);
    CHECK(host.starter.starts == 3);
    host.greet();
    CHECK(host.readies == 2);
    CHECK(host.failures == 0);
}

TEST_CASE("a renderer that is not to be replaced fails the run at its first death") {
    Host host(0);
    host.starter.isOver = true;
    host.hangUp();
    CHECK(host.failures == 1);
    CHECK(host.starter.starts == 1);
}

TEST_CASE("a renderer that has finished is not lost when a message finds its socket closed") {
    Host host;
    REQUIRE(seam::send(host.starter.other.get(), {MessageType::Finished}));
    host.starter.other.reset();
    host.proxy->raiseEpoch(MessageType::ClientGone, {});
    CHECK(host.finishes == 1);
    host.starter.isOver = true;
    host.proxy->rendererEnded();
    CHECK(host.starter.starts == 1);
    CHECK(host.failures == 0);
    CHECK(host.proxy->isEpochAcked());
}

TEST_CASE("a renderer whose GPU was lost is replaced, and counted apart from one that crashed") {
    Host host;
    const std::optional<int> ends[] = {std::nullopt, kGpuResetExit, kGpuHangExit, kGpuHangExit, 1};
    for (const auto& exitCode : ends) {
        host.starter.exitCode = exitCode;
        host.starter.isOver = true;
        host.hangUp();
        host.greet();
    }
    CHECK(host.failures == 0);
    CHECK(host.starter.starts == 6);
    CHECK(host.proxy->page().rendererRestarts == 5);
    CHECK(host.proxy->page().gpuResets == 1);
    CHECK(host.proxy->page().gpuHangs == 2);
}
