// What a renderer may say to the device process, and what ends it when it says something else.
#include <doctest/doctest.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include "pvg/base/build_id.h"
#include "pvg/seam/renderer_proxy.h"
#include "tests/support/ram_file.h"

namespace {

using namespace pvg;
using namespace pvg::seam;

struct Quiet {
    Quiet() { spdlog::set_level(spdlog::level::off); }
} quiet;

// The test is the renderer: it holds the other end of each socket. Its process ends at once.
class Starter final : public RendererStarter {
public:
    Result<UniqueFd> start() override {
        ++starts;
        if (failsFrom != 0 && starts >= failsFrom) return Error{Code::NoMemory, "no more processes"};
        auto pair = makeSocketPair(SOCK_SEQPACKET);
        if (!pair) return pair.failure();
        other = std::move(pair->second);
        return std::move(pair->first);
    }
    RendererEnd end(std::chrono::milliseconds) override { return {"exit code 2", exitCode}; }

    UniqueFd other;
    int starts = 0, failsFrom = 0;
    std::optional<int> exitCode;
};

Message greeting() {
    Message ready{MessageType::Ready};
    setBuildId(ready, buildId());
    return ready;
}

struct Host {
    Host() {
        RendererProxy::Handlers handlers;
        handlers.ready = [this] { ++readies; };
        handlers.interrupt = [this] { ++interrupts; };
        handlers.finished = [this](int code) { finishedWith = code; };
        handlers.closeRequested = [this] { ++closeRequests; };
        handlers.makeWorker = [this] { return std::move(worker); };
        handlers.failed = [this](const std::string& sentence, int code) { failures.push_back(sentence + "|" + std::to_string(code)); };
        REQUIRE(proxy->start(std::move(handlers)));
        hello = seam::receive(starter.other.get(), false);
    }
    void say(const Message& message) {
        REQUIRE(seam::send(starter.other.get(), message));
        loop->turn(1000);
    }
    Received hear() const { return seam::receive(starter.other.get(), false); }

    Starter starter;
    std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
    std::unique_ptr<RendererProxy> proxy = std::move(*RendererProxy::create(*loop, starter));
    Received hello;
    UniqueFd worker;
    int readies = 0, interrupts = 0, closeRequests = 0;
    std::optional<int> finishedWith;
    std::vector<std::string> failures;
};

} // namespace

TEST_CASE("the greeting carries the build, the page and both bells") {
    Host host;
    CHECK(host.hello.message.type == MessageType::Hello);
    CHECK(hasBuildId(host.hello.message, buildId()));
    REQUIRE(host.hello.fds.size() == 3);
    CHECK(!host.proxy->isReady());
    host.say(greeting());
    CHECK(host.proxy->isReady());
    CHECK(host.readies == 1);
    host.proxy->ringDoorbell();
    CHECK(waitForFd(host.hello.fds[1].get(), POLLIN, 0));
    const uint64_t one = 1;
    REQUIRE(::write(host.hello.fds[2].get(), &one, sizeof one) == sizeof one);
    host.loop->turn(1000);
    CHECK(host.interrupts == 1);
}

TEST_CASE("a doorbell that is rung while nobody listens never blocks") {
    Host host;
    const uint64_t full = ~uint64_t{0} - 1;
    REQUIRE(::write(host.hello.fds[1].get(), &full, sizeof full) == sizeof full);
    host.proxy->ringDoorbell();
    host.proxy->discardInterrupts(); // none is there
    CHECK(host.failures.empty());
}

TEST_CASE("words of a renderer that works reach their handlers") {
    Host host;
    host.say(greeting());
    host.say({MessageType::CloseRequested});
    CHECK(host.closeRequests == 1);
    host.say({MessageType::Finished, 0, 0, 0, 0, 0, 0, 7});
    CHECK(host.finishedWith == 7);
    CHECK(host.failures.empty());
    CHECK(host.starter.starts == 1);
}

TEST_CASE("a worker's socket goes out with the sequence that asked for it; without one the answer has none") {
    Host host;
    host.say(greeting());
    host.worker = test::ramFile(0x1000);
    host.say({MessageType::WantWorker, 0, 11});
    const Received first = host.hear();
    CHECK(first.message.type == MessageType::Worker);
    CHECK(first.message.sequence == 11);
    CHECK(first.fds.size() == 1);
    host.say({MessageType::WantWorker, 0, 12});
    const Received second = host.hear();
    CHECK(second.message.sequence == 12);
    CHECK(second.fds.empty());
}

TEST_CASE("a renderer that says what is not its to say is replaced") {
    Host host;
    host.say(greeting());
    SUBCASE("a message of the device process") { host.say({MessageType::Map}); }
    SUBCASE("a message nobody knows") { host.say({MessageType(999)}); }
    SUBCASE("a second greeting") { host.say(greeting()); }
    SUBCASE("bytes that are no message") {
        REQUIRE(::send(host.starter.other.get(), "x", 1, MSG_NOSIGNAL) == 1);
        host.loop->turn(1000);
    }
    CHECK(host.starter.starts == 2);
    CHECK(!host.proxy->isReady());
    CHECK(host.proxy->page().rendererRestarts == 1);
    host.say(greeting());
    CHECK(host.readies == 2);
    CHECK(host.failures.empty());
}

TEST_CASE("a renderer that never was ready is not replaced: the run ends with a sentence") {
    Host host;
    std::string part;
    SUBCASE("another build") {
        Message ready = greeting();
        ready.buildId[0] ^= 1;
        host.say(ready);
        part = "of another build";
    }
    SUBCASE("another first message") {
        host.say({MessageType::CloseRequested});
        part = "its first message was not Ready";
    }
    CHECK(host.starter.starts == 1);
    REQUIRE(host.failures.size() == 1);
    CHECK(host.failures[0].starts_with("the renderer did not start: "));
    CHECK(host.failures[0].find(part) != std::string::npos);
    CHECK(host.failures[0].ends_with("|1"));
}

TEST_CASE("a usage error of an option that only the renderer knows is the run's, without another sentence") {
    Host host;
    host.starter.exitCode = 2;
    host.starter.other.reset();
    host.loop->turn(1000);
    CHECK(host.failures == std::vector<std::string>{"|2"});
}

TEST_CASE("asked to finish, a renderer that dies instead is not replaced") {
    Host host;
    CHECK(!host.proxy->terminate()); // there is none to ask yet
    host.say(greeting());
    CHECK(host.proxy->terminate());
    CHECK(host.hear().message.type == MessageType::Terminate);
    host.starter.other.reset();
    host.loop->turn(1000);
    CHECK(host.starter.starts == 1);
    REQUIRE(host.failures.size() == 1);
    CHECK(host.failures[0].find("lost while it finished") != std::string::npos);
}

TEST_CASE("where no other renderer can be started the run ends with the reason") {
    Host host;
    host.say(greeting());
    host.starter.failsFrom = 2;
    host.say({MessageType::Map});
    REQUIRE(host.failures.size() == 1);
    CHECK(host.failures[0] == "no new renderer: no more processes|1");
}
