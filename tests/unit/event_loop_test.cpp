// The device process's only thread: who is called, and who is not any more.
#include "pvg/base/event_loop.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/epoll.h>

#include "pvg/base/fd_socket.h"

namespace {

using namespace pvg;

struct Bell {
    UniqueFd fd = std::move(*makeEventFd());
    void ring() const {
        const uint64_t one = 1;
        REQUIRE(::write(fd.get(), &one, sizeof one) == sizeof one);
    }
    void silence() const {
        uint64_t count = 0;
        REQUIRE(::read(fd.get(), &count, sizeof count) == sizeof count);
    }
};

struct Loop {
    std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
    int calls = 0;
    EventLoop::Handler count() {
        return [this](uint32_t) { ++calls; };
    }
};

} // namespace

TEST_CASE("a handler is called while its descriptor is ready, and once a turn") {
    Loop l;
    Bell bell;
    REQUIRE(l.loop->add(bell.fd.get(), EPOLLIN, l.count()));
    l.loop->turn(0);
    CHECK(l.calls == 0);
    bell.ring();
    l.loop->turn(-1);
    l.loop->turn(-1);
    CHECK(l.calls == 2);
    bell.silence();
    l.loop->turn(0);
    CHECK(l.calls == 2);
}

TEST_CASE("what it waits for can change, and is told to the handler") {
    Loop l;
    Bell bell;
    uint32_t seen = 0;
    REQUIRE(l.loop->add(bell.fd.get(), 0, [&](uint32_t events) { seen = events; }));
    l.loop->turn(0);
    CHECK(seen == 0);
    l.loop->change(bell.fd.get(), EPOLLOUT);
    l.loop->turn(0);
    CHECK(seen == EPOLLOUT);
    l.loop->change(bell.fd.get() + 1000, EPOLLIN); // nobody's: nothing happens
    l.loop->change(bell.fd.get(), 0);
    seen = 0;
    l.loop->turn(0);
    CHECK(seen == 0);
}

TEST_CASE("a descriptor is added once, and only what can be waited for") {
    Loop l;
    Bell bell;
    REQUIRE(l.loop->add(bell.fd.get(), EPOLLIN, l.count()));
    CHECK(!l.loop->add(bell.fd.get(), EPOLLIN, [](uint32_t) {}));
    const UniqueFd file(::open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    CHECK(!l.loop->add(file.get(), EPOLLIN, l.count()));
    CHECK(!l.loop->add(-1, EPOLLIN, l.count()));
    bell.ring();
    l.loop->turn(-1);
    CHECK(l.calls == 1); // the first handler stayed
}

TEST_CASE("a handler may remove itself and others; those are not called any more, in the same turn neither") {
    Loop l;
    Bell bells[3];
    for (const Bell& bell : bells) {
        bell.ring();
        REQUIRE(l.loop->add(bell.fd.get(), EPOLLIN, [&](uint32_t) {
            ++l.calls;
            for (const Bell& other : bells) l.loop->remove(other.fd.get());
        }));
    }
    l.loop->turn(-1);
    CHECK(l.calls == 1);
    l.loop->turn(0);
    CHECK(l.calls == 1);
    l.loop->remove(bells[0].fd.get()); // again: nothing happens
}

TEST_CASE("an event of a descriptor number that was used again in the same turn is not the new one's") {
    Loop l;
    Bell bells[2];
    int freshCalls = 0;
    std::vector<UniqueFd> fresh;
    for (int i = 0; i < 2; ++i) {
        bells[i].ring();
        // Whoever is first puts a quiet descriptor in the other's place.
        REQUIRE(l.loop->add(bells[i].fd.get(), EPOLLIN, [&, i](uint32_t) {
            ++l.calls;
            const int number = bells[1 - i].fd.get();
            l.loop->remove(number);
            auto quietBell = std::move(*makeEventFd());
            REQUIRE(::dup2(quietBell.get(), number) == number);
            REQUIRE(l.loop->add(number, EPOLLIN, [&](uint32_t) { ++freshCalls; }));
            l.loop->remove(bells[i].fd.get());
        }));
    }
    l.loop->turn(-1);
    CHECK(l.calls == 1);
    CHECK(freshCalls == 0);
}

TEST_CASE("run() serves until a handler stops it, and the rest of that turn is not served") {
    Loop l;
    Bell bells[2];
    for (const Bell& bell : bells) {
        bell.ring();
        REQUIRE(l.loop->add(bell.fd.get(), EPOLLIN, [&](uint32_t) {
            if (++l.calls == 3) l.loop->stop();
        }));
    }
    CHECK(!l.loop->stopped());
    l.loop->run();
    CHECK(l.calls == 3);
    CHECK(l.loop->stopped());
}
