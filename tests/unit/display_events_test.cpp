// Events of a pipe in front of a page laid out by hand; time is the test's, but for the last cases.
#include "pvg/display/display_events.h"

#include <doctest/doctest.h>
#include <sys/eventfd.h>

#include <thread>

#include "pvg/display/display_clock.h"
#include "tests/unit/memory_support.h"

using namespace pvg;
using namespace pvg::test;
using namespace std::chrono_literals;

namespace {

constexpr uint64_t kPage = 0x3000, kPending = kPage + 0x100, kEnabled = kPage + 0x104;
constexpr uint32_t kBlank = 1, kDone = 2, kOn = 4, kOff = 8;
constexpr uint32_t k60Hz = 60U << 16, k100Hz = 100U << 16;

struct Host {
    Host() { REQUIRE(ram.mapInto(memory)); }
    ~Host() { close(interruptFd); }
    uint64_t interrupts() const {
        uint64_t count = 0;
        return ::read(interruptFd, &count, sizeof count) == sizeof count ? count : 0;
    }
    uint32_t take() {
        auto& pending = *reinterpret_cast<uint32_t*>(ram.at(kPending));
        return std::atomic_ref(pending).exchange(0);
    }
    void arm(uint32_t bits) { std::atomic_ref(*reinterpret_cast<uint32_t*>(ram.at(kEnabled))).store(bits); }

    GuestMemory memory;
    TestRam ram{1 << 20};
    seam::Page page{};
    int interruptFd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    Counters counters;
};

struct Pipe : Host {
    // Comes when it is called and when it is due, as the clock does.
    void advance(Duration by) {
        const Time end = now + by;
        for (;;) {
            const auto tock = events.tick(now);
            ++looks;
            if (!tock.next || *tock.next > end) break;
            REQUIRE(*tock.next > now);
            now = *tock.next;
        }
        now = end;
        events.tick(now);
    }
    void open(uint32_t rate = k60Hz) {
        events.open(GuestPhys{kPage}, memory.gate().epoch(), now);
        events.announce({++generation, rate}, now);
    }
    void bringOnline(uint32_t rate = k60Hz) {
        open(rate);
        arm(kOn | kOff);
        advance(4ms);
        REQUIRE(take() == kOn);
        REQUIRE(events.acknowledge(generation, now));
    }

    DisplayEvents events{DisplayPort{3}, {memory, page, interruptFd, counters}};
    Time now{1h};
    uint32_t generation = 0;
    int looks = 0;
};

} // namespace

TEST_CASE("off line only behind the acknowledgement of an online event, and taken before the next online event") {
    Pipe p;
    p.open();
    p.arm(kOn | kOff);
    p.advance(4ms);
    CHECK(p.take() == kOn);
    p.events.withdraw(p.now);
    p.advance(100ms);
    CHECK(p.take() == 0); // not yet: the guest reads the page
    CHECK(p.events.acknowledge(1, p.now));
    CHECK(!p.events.isOnline());
    p.advance(4ms);
    CHECK(p.page.interruptDisp == 1U << 3);
    p.events.announce({2, k60Hz}, p.now);
    p.advance(100ms);
    CHECK(p.take() == kOff); // the guest has not looked yet: no online event beside it
    p.advance(4ms);
    CHECK(p.take() == kOn);
    CHECK(p.events.acknowledge(2, p.now));
    CHECK(p.events.isOnline());
    CHECK(p.events.figures().onlineEvents == 2);
    CHECK(p.events.figures().offlineEvents == 1);
}

TEST_CASE("unplugged and plugged in again before the guest heard of it: an online event, no offline event") {
    Pipe p;
    p.bringOnline();
    p.events.withdraw(p.now);
    p.events.announce({2, k60Hz}, p.now);
    p.advance(4ms);
    CHECK(p.take() == kOn);
    CHECK(p.events.acknowledge(2, p.now));
    CHECK(p.events.isOnline());
}

TEST_CASE("unplugged before the guest ever armed anything: it never hears of a monitor") {
    Pipe p;
    p.open();
    p.events.withdraw(p.now);
    p.arm(kOn | kOff);
    p.advance(1s);
    CHECK(p.take() == 0);
    CHECK(!p.events.acknowledge(1, p.now));
    CHECK(!p.events.isOnline());
}

TEST_CASE("a guest that arms no offline event, or never takes it, is left alone in the end") {
    Pipe p;
    p.bringOnline();
    p.arm(kOn);
    p.events.withdraw(p.now);
    p.advance(10s);
    CHECK(p.take() == 0);
    p.arm(kOn | kOff);
    p.advance(60s); // 150 times, every 200 ms
    CHECK(p.events.figures().offlineEvents == 150);
    const auto interrupts = p.interrupts();
    p.advance(60s);
    CHECK(p.interrupts() == 0);
    CHECK(interrupts >= 150);
    p.events.announce({2, k60Hz}, p.now);
    p.advance(4ms);
    CHECK((p.take() & kOn) == kOn);
}

TEST_CASE("acknowledgements: any generation counts, repeated, early and late ones do not, and all are counted") {
    Pipe p;
    p.open();
    CHECK(p.events.acknowledge(77, p.now)); // enable() of a guest that needs no event
    CHECK(p.events.isOnline());
    CHECK(!p.events.acknowledge(1, p.now));
    p.events.announce({2, k60Hz}, p.now);
    CHECK(!p.events.acknowledge(1, p.now)); // answers nothing that was sent
    p.arm(kOn | kOff);
    p.advance(4ms);
    CHECK(p.take() == kOn);
    CHECK(p.events.acknowledge(1, p.now));
    p.events.close();
    CHECK(!p.events.acknowledge(2, p.now));
    const DisplayFigures figures = p.events.figures();
    CHECK(figures.acks == 2);
    CHECK(figures.unexpectedAcks == 3);
    CHECK(figures.staleAcks == 3);
}

TEST_CASE("blanks go on while a new mode list waits for its acknowledgement, then at its rate") {
    Pipe p;
    p.bringOnline(k60Hz);
    p.arm(kOn | kOff | kBlank);
    p.events.announce({2, k100Hz}, p.now);
    p.advance(150ms);
    CHECK(p.take() == (kOn | kBlank));
    const uint64_t before = p.events.figures().vblanks;
    CHECK(before >= 8);
    CHECK(p.events.acknowledge(2, p.now));
    p.advance(10s);
    CHECK(p.events.figures().vblanks - before == 1000);
    CHECK(p.events.figures().vblanksMissed == 0);
}

TEST_CASE("an hour at 59.94 Hz: as many blanks as the rate says, none missed") {
    Pipe p;
    const auto rate = uint32_t(59.94 * 65536 + 0.5);
    p.bringOnline(rate);
    p.arm(kOn | kOff | kBlank);
    p.advance(1h);
    const auto expected = int64_t(3600.0 * rate / 65536);
    CHECK(std::abs(int64_t(p.events.figures().vblanks) - expected) <= 1);
    CHECK(p.events.figures().vblanksMissed == 0);
}

TEST_CASE("a blank that comes late while it is armed is counted, an unarmed one is not") {
    Pipe p;
    p.bringOnline(k100Hz);
    p.advance(500ms);
    p.arm(kBlank);
    p.advance(15ms);
    CHECK(p.events.figures().vblanksMissed == 0);
    const uint64_t delivered = p.events.figures().vblanks;
    p.now += 100ms; // nobody came
    p.events.tick(p.now);
    CHECK(p.events.figures().vblanks == delivered + 1); // no burst
    CHECK(p.events.figures().vblanksMissed >= 9);
    CHECK(p.events.figures().vblanksMissed <= 10);
}

TEST_CASE("a mode of another rate that the guest chose gives the grid its rate") {
    Pipe p;
    p.bringOnline(k60Hz);
    p.arm(kBlank);
    p.events.setRefresh(k100Hz, p.now);
    p.advance(1s);
    CHECK(p.events.figures().vblanks == 100);
}

TEST_CASE("nothing reaches the page of an older device instance, nor one whose memory is gone") {
    Pipe p;
    p.bringOnline();
    p.arm(kOn | kOff | kBlank | kDone);
    SUBCASE("the gate is closed") {
        p.memory.gate().invalidate(Epoch{p.memory.gate().epoch().value + 1});
        p.advance(1s);
        p.events.transactionComplete();
        CHECK(p.take() == 0);
        CHECK(p.page.interruptDisp == 1U << 3); // of the online event
    }
    SUBCASE("unmapped") {
        p.memory.unmapAll();
        p.advance(1s);
        p.events.transactionComplete();
        p.memory.quiescentPoint();
        p.advance(1s);
        CHECK(p.take() == 0);
    }
}

TEST_CASE("an idle display is looked at once a refresh, a busy one every 4 ms, none never") {
    Pipe p;
    CHECK(!p.events.tick(p.now).next);
    p.bringOnline();
    p.looks = 0;
    p.advance(900ms);
    CHECK(p.looks >= 225);
    p.advance(2s);
    p.looks = 0;
    p.advance(10s);
    CHECK(p.looks <= 601);
    p.events.withdraw(p.now);
    p.advance(2s);
    p.take();
    p.advance(1s);
    p.looks = 0;
    p.advance(10s);
    CHECK(p.looks <= 2);
}

TEST_CASE("cursor words that changed are noticed without a doorbell") {
    Pipe p;
    p.bringOnline();
    p.events.tick(p.now);
    CHECK(!p.events.tick(p.now).hasCursorMoved);
    p.ram.put<uint32_t>(kPage + 0xe00, 7);
    CHECK(p.events.tick(p.now).hasCursorMoved);
    p.ram.put<uint8_t>(kPage + 0xe05, 1); // not ours
    CHECK(!p.events.tick(p.now).hasCursorMoved);
    p.ram.put<uint8_t>(kPage + 0xe04, 1);
    CHECK(p.events.tick(p.now).hasCursorMoved);
}

TEST_CASE("the clock's thread serves a guest while nobody else runs, and memory may come and go meanwhile") {
    Host host;
    std::atomic<int> cursors{0};
    DisplayClock clock({host.memory, host.page, host.interruptFd, host.counters}, 4);
    clock.start([&] { ++cursors; });
    DisplayEvents& events = clock.port(DisplayPort{3});
    host.arm(kOn | kOff);
    events.open(GuestPhys{kPage}, host.memory.gate().epoch(), Clock::now());
    events.announce({1, 250U << 16}, Clock::now());
    const auto waitFor = [](auto done) {
        for (int i = 0; i < 2000; ++i) {
            if (done()) return true;
            std::this_thread::sleep_for(1ms);
        }
        return false;
    };
    CHECK(waitFor([&] { return (host.take() & kOn) != 0; }));
    CHECK(events.acknowledge(1, Clock::now()));
    host.arm(kBlank);
    TestRam other(1 << 16, 1 << 24);
    CHECK(waitFor([&] {
        REQUIRE(other.mapInto(host.memory));
        host.memory.unmap(GuestPhys{1 << 24}, 1 << 16);
        host.memory.quiescentPoint();
        return events.figures().vblanks >= 50;
    }));
    host.ram.put<uint32_t>(kPage + 0xe00, 42);
    CHECK(waitFor([&] { return cursors > 0; }));
    clock.stop();
    CHECK(!clock.isRunning());
}
