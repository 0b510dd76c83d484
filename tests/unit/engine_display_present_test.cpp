// Presents and the transactions around them: stamps, frames, intervals, sleep.
#include "tests/unit/engine_display_world.h"

using namespace pvg;
using namespace pvg::test;

TEST_CASE("a present is shown, stamped, then its event raised where armed") {
    DisplayWorld w;
    w.bringOnline();
    w.present();
    CHECK(w.called("present 0 42 on 0"));
    CHECK(w.takePending() == 0); // bit 1 is not armed
    CHECK(w.state().frames == 1);
    CHECK(w.state().width == 64);
    CHECK(w.state().height == 32);
    CHECK(w.counters.get(Counter::FramesPresented) == 1);
    w.enableEvents(0xe);
    w.present();
    CHECK((w.takePending() & 2) == 2);
    CHECK(w.stamp(5) == w.children[5].signal);
    executorScript().refusesPresents = true;
    w.present();
    CHECK(w.stamp(5) == w.children[5].signal);
    CHECK(w.state().frames == 2);
    CHECK(w.declined(DeclineReason::UnresolvedRef) == 1);
}

TEST_CASE("frame intervals are those of the guest's presents") {
    DisplayWorld w;
    w.bringOnline();
    w.present();
    w.advance(16ms);
    w.present();
    w.advance(8ms);
    w.present();
    auto intervals = w.core->snapshot().frameIntervalsMs;
    REQUIRE(intervals.size() == 2);
    CHECK(intervals[0] == doctest::Approx(16));
    CHECK(intervals[1] == doctest::Approx(8));
}

TEST_CASE("presents of one step have intervals of their own") {
    EngineOptions options;
    options.presentClock = [] {
        static Time now{};
        return now += 3ms;
    };
    DisplayWorld w(options);
    w.bringOnline();
    for (int i = 0; i < 3; ++i) w.child(5, 0x06, Raw().u32(0).u32(0x2a).u32(0));
    w.settle();
    CHECK(w.state().frames == 3);
    CHECK(w.core->snapshot().frameIntervalsMs == std::vector<float>{3, 3});
}

TEST_CASE("stopAfterFrames: the run ends behind the N-th present's stamp, and nothing is run after it") {
    EngineOptions options;
    options.stopAfterFrames = 2;
    DisplayWorld w(options);
    w.announce();
    w.child(5, 0x06, Raw().u32(0).u32(0x2a).u32(0));
    w.child(5, 0x06, Raw().u32(0).u32(0x2b).u32(0));
    w.child(5, 0x06, Raw().u32(0).u32(0x2c).u32(0));
    w.interrupts();
    w.settle();
    CHECK(w.core->isFinished());
    CHECK(w.stamp(5) == 3); // 0x01 and two presents
    CHECK(w.interrupts() >= 2);
    CHECK(!w.called("present 0 44 on 0"));
}

TEST_CASE("refused presents do not count towards stopAfterFrames") {
    EngineOptions options;
    options.stopAfterFrames = 1;
    DisplayWorld w(options);
    w.announce();
    executorScript().refusesPresents = true;
    w.present();
    CHECK(!w.core->isFinished());
    executorScript().refusesPresents = false;
    w.present();
    CHECK(w.core->isFinished());
}

TEST_CASE("0x08 ends its transaction with a named decline, 0x09 is seen until a frame comes, 0x0a is accepted") {
    DisplayWorld w;
    w.bringOnline();
    w.enableEvents(0xe);
    w.child(5, 0x08, Raw().u32(0).u32(0).u64(0x104000).u64(0).u64(0).u32(0).u32(0));
    w.settle();
    CHECK(w.declined(DeclineReason::NotImplemented) == 1);
    CHECK(w.takePending() == 2);
    w.child(5, 0x09, Raw().u32(0).u32(1));
    w.settle();
    CHECK(w.state().isAsleep);
    w.child(5, 0x09, Raw().u32(0).u32(0));
    w.settle();
    CHECK(!w.state().isAsleep);
    w.child(5, 0x09, Raw().u32(0).u32(1));
    w.present();
    CHECK(!w.state().isAsleep);
    w.child(5, 0x0a, Raw().u32(0).u32(9).u32(1).u32(2));
    w.settle();
    CHECK(w.counters.declineTotal() == 1);
    for (uint16_t id : {0x08, 0x09, 0x0a}) w.child(5, id, Raw().u32(1).u32(0).u64(0).u64(0).u64(0).u32(0).u32(0));
    w.settle();
    CHECK(w.declined(DeclineReason::BadPort) == 3);
    CHECK(w.stamp(5) == w.children[5].signal);
}

TEST_CASE("presents without a shared page are declined and stamped") {
    DisplayWorld w;
    w.present();
    CHECK(w.declined(DeclineReason::DisplayOffline) == 1);
    CHECK(w.stamp(5) == 1);
    CHECK(w.state().frames == 0);
    w.announce();
    w.present(); // behind 0x01 it is shown, acknowledged or not
    CHECK(w.state().frames == 1);
}
