// Barriers, pending stamps, holds, broken rings, replays.
#include "tests/unit/engine_support.h"

using namespace pvg;
using namespace pvg::test;
using namespace std::chrono_literals;

namespace {
Raw exec(uint32_t task = 0) { return Raw().u32(task).u32(0).u32(0); }
} // namespace

TEST_CASE("vector A5: a present waits while the Exec stamp is behind, as signed differences say") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(5, 1);
    w.child(5, 0x01, Raw().u32(0).u32(0x300));
    w.settle();
    const uint32_t before = w.readCounter(5);
    w.setStamp(5, 0);
    w.children[5].signal = 8;
    w.childBytes(5, Raw().bytes({6, 0, 1, 0, 0x20, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0x2a, 0, 0, 0, 0, 0, 0, 0}));
    for (uint32_t value : {6U, 0x80000008U}) {
        w.setStamp(1, value);
        w.settle();
        CHECK(w.readCounter(5) == before);
        CHECK(w.stamp(5) == 0);
    }
    w.setStamp(1, 7);
    w.settle();
    CHECK(w.readCounter(5) == before + 0x20);
    CHECK(w.stamp(5) == 9);
    CHECK(w.called("present 0 42 on 0"));
}

TEST_CASE("a barrier on another channel's pending work holds only its own channel") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    w.defineChannel(2);
    executorScript().nextToken = 1;
    w.child(1, 0x37, exec());
    w.child(2, 0x25, Raw().u32(0).u32(40), {{1, 1}});
    w.root(0x1e, Raw());
    w.settle();
    CHECK(w.stamp(0) == w.rootSignal);
    CHECK(!w.called("deleteResource 0 40"));
    w.backend.completed = 1;
    w.settle();
    CHECK(w.stamp(1) == 1);
    CHECK(w.stamp(2) == 1);
    CHECK(w.called("deleteResource 0 40"));
}

TEST_CASE("a barrier on a slot that does not exist runs and is counted; 65 barriers are refused and stamped") {
    EngineWorld w;
    w.enable();
    w.root(0x1e, Raw(), {{1024, 5}});
    std::vector<std::pair<uint32_t, uint32_t>> many(65, {3, 1});
    w.root(0x38, Raw().u32(2).u64(4096).u32(5), many);
    w.settle();
    CHECK(w.stamp(0) == 2);
    CHECK(w.declined(DeclineReason::BadBarrier) == 2);
    CHECK(w.core->snapshot().tasks == 0);
}

TEST_CASE("64 barriers are honoured") {
    EngineWorld w;
    w.enable();
    std::vector<std::pair<uint32_t, uint32_t>> many(64, {3, 1});
    w.root(0x1e, Raw(), many);
    w.settle();
    CHECK(w.stamp(0) == 0);
    w.setStamp(3, 1);
    w.settle();
    CHECK(w.stamp(0) == 1);
}

TEST_CASE("a barrier that never comes parks its channel until 0x30 or a reset frees it") {
    EngineWorld w;
    w.enable();
    w.defineChannel(2);
    w.child(2, 0x1e, Raw(), {{9, 1000}});
    w.child(2, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(2) == 0);
    w.defineChannel(2);
    w.children[2].signal = 2;
    w.child(2, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(2) == 3);
}

TEST_CASE("stamps of a channel appear in order: a plain command behind pending work waits for it") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    executorScript().nextToken = 4;
    w.child(1, 0x37, exec());
    w.child(1, 0x1e, Raw());
    w.settle();
    CHECK(w.readCounter(1) == w.children[1].written); // consumed is not complete
    CHECK(w.stamp(1) == 0);
    w.backend.completed = 3;
    w.settle();
    CHECK(w.stamp(1) == 0);
    w.backend.completed = 4;
    w.interrupts();
    w.settle();
    CHECK(w.stamp(1) == 2);
    CHECK(w.interrupts() == 2);
}

TEST_CASE("32 unfinished commands stop their channel") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    executorScript().nextToken = 1;
    for (int i = 0; i < 40; ++i) w.child(1, 0x37, exec());
    w.settle();
    CHECK(w.readCounter(1) == 32 * 24);
    w.backend.completed = 1;
    w.settle();
    CHECK(w.readCounter(1) == 40 * 24);
    CHECK(w.stamp(1) == 40);
}

TEST_CASE("a signal that does not advance is not stored, but the guest is told") {
    EngineWorld w;
    w.enable();
    w.root(0x1e, Raw());
    w.settle();
    w.interrupts();
    w.page.interruptGpu = 0;
    w.rootBytes(EngineWorld::command(0x1e, Raw(), 0));
    w.settle();
    CHECK(w.stamp(0) == 1);
    CHECK(w.page.interruptGpu == 1);
    CHECK(w.interrupts() == 1);
}

TEST_CASE("a packet whose pipelines are not ready is held, and its channel with it, for at most 1.5 s") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    executorScript().isReady = false;
    w.child(1, 0x37, exec());
    w.child(1, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(1) == 0);
    CHECK(w.readCounter(1) == 24);
    CHECK(w.counters.get(Counter::PacketsHeld) == 1);
    REQUIRE(w.core->nextWake(w.now));
    CHECK(*w.core->nextWake(w.now) <= w.now + 1ms);
    w.advance(1499ms);
    CHECK(!w.called("execute late"));
    w.advance(1ms);
    CHECK(w.called("execute late"));
    CHECK(w.stamp(1) == 2);
}

TEST_CASE("a held packet runs as soon as it is ready") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    executorScript().isReady = false;
    w.child(1, 0x37, exec());
    w.settle();
    executorScript().isReady = true;
    w.settle();
    CHECK(w.called("execute"));
    CHECK(w.stamp(1) == 1);
}

TEST_CASE("a lost GPU: what it had and what was held is stamped in order and counted, what had not begun stays in its ring") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    w.defineChannel(2);
    executorScript().nextToken = 1;
    w.child(1, 0x37, exec());
    w.child(1, 0x25, Raw().u32(0).u32(40));
    w.settle();
    executorScript().isReady = false;
    w.child(2, 0x37, exec());
    w.settle();
    REQUIRE(w.stamp(1) == 0);
    REQUIRE(w.stamp(2) == 0);
    w.backend.lost = GpuLoss::Reset;
    const uint32_t read = w.readCounter(1);
    w.child(1, 0x25, Raw().u32(0).u32(41));
    w.settle();
    CHECK(w.stamp(1) == 2);
    CHECK(w.stamp(2) == 1);
    CHECK(w.readCounter(1) == read);
    CHECK_FALSE(w.called("deleteResource 0 41"));
    CHECK(w.counters.get(Counter::LostPackets) == 2);
    CHECK(w.core->isFinished());
}

TEST_CASE("a broken ring stops its channel only; 0x30 revives it") {
    EngineWorld w;
    w.enable();
    w.defineChannel(1);
    w.defineChannel(2);
    w.ram.put<uint32_t>(w.record(1), 0x20000);
    w.settle();
    CHECK(w.declined(DeclineReason::BadRing) == 1);
    w.advance(1s);
    CHECK(w.declined(DeclineReason::BadRing) == 1); // once, not at every poll
    CHECK(w.stamp(1) == 0);
    w.child(2, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(2) == 1);
    w.defineChannel(1);
    w.child(1, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(1) == 1);
}

TEST_CASE("what fails after the gate closed behind a client that left is no decline") {
    EngineWorld w;
    w.enable();
    w.defineChannel(1);
    w.memory.gate().invalidate(Epoch{w.page.epoch + 1}); // the seam thread's order: gate, memory, then the event
    w.ram.put<uint32_t>(w.record(1), 0x20000);
    w.settle();
    CHECK(w.declined(DeclineReason::BadRing) == 0);
}

TEST_CASE("half a command is looked at again without a doorbell, and ends the channel after the grace") {
    EngineWorld w;
    w.enable();
    Raw whole = EngineWorld::command(0x1e, Raw().u32(1).u32(2), 1);
    for (size_t i = 0; i < whole.size(); ++i) w.ram.put(w.fifoGpa() + 0x1000 + i, whole.get()[i]);
    w.page.fifoWritten = 8;
    w.settle();
    REQUIRE(w.core->nextWake(w.now));
    CHECK(*w.core->nextWake(w.now) <= w.now + 4ms);
    w.advance(50ms);
    CHECK(w.declined(DeclineReason::BadRing) == 0);
    w.page.fifoWritten = 20;
    w.settle();
    CHECK(w.stamp(0) == 1);
    CHECK(!w.core->nextWake(w.now));
    w.page.fifoWritten = 24;
    w.settle();
    w.advance(100ms);
    CHECK(w.declined(DeclineReason::BadRing) == 1);
}

TEST_CASE("rings that never got a doorbell are polled every 4 ms while channels exist, and never else") {
    EngineWorld w;
    CHECK(!w.core->nextWake(w.now));
    w.enable();
    w.settle();
    CHECK(!w.core->nextWake(w.now));
    w.defineChannel(1);
    REQUIRE(w.core->nextWake(w.now));
    CHECK(*w.core->nextWake(w.now) == w.now + 4ms);
    w.root(0x31, Raw().u32(1));
    w.settle();
    CHECK(!w.core->nextWake(w.now));
}

TEST_CASE("a replay runs unstarted packets again and published ones never twice") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    w.child(1, 0x25, Raw().u32(0).u32(1));
    w.child(1, 0x25, Raw().u32(0).u32(2));
    executorScript().isReady = false;
    w.child(1, 0x37, exec());
    w.settle();
    CHECK(w.stamp(1) == 2);
    executorScript().calls.clear();
    executorScript().isReady = true;
    w.ram.put<uint32_t>(w.record(1) + 4, 0); // all three once more
    w.page.replayDoorbells = 1U << 1;
    w.settle();
    CHECK(!w.called("deleteResource 0 1"));
    CHECK(!w.called("deleteResource 0 2"));
    CHECK(w.called("execute"));
    CHECK(w.stamp(1) == 3);
    CHECK(w.counters.get(Counter::ChannelRestarts) == 1);
    CHECK(w.counters.get(Counter::LostPackets) == 0);
}

TEST_CASE("a replay that keeps the counter cancels the held packet: stamped and counted as lost") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    executorScript().isReady = false;
    w.child(1, 0x37, exec());
    w.settle();
    w.page.replayDoorbells = 1U << 1;
    w.settle();
    CHECK(w.stamp(1) == 1);
    CHECK(!w.called("execute"));
    CHECK(w.counters.get(Counter::LostPackets) == 1);
}

TEST_CASE("a replay of started work does not run it again before its stamp") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    executorScript().nextToken = 1;
    w.child(1, 0x37, exec());
    w.settle();
    executorScript().calls.clear();
    w.ram.put<uint32_t>(w.record(1) + 4, 0);
    w.page.replayDoorbells = 1U << 1;
    w.settle();
    CHECK(!w.called("execute"));
    w.backend.completed = 1;
    w.settle();
    CHECK(w.stamp(1) == 1);
}

TEST_CASE("a root replay and one of an undefined channel harm nothing") {
    EngineWorld w;
    w.enable();
    w.page.replayDoorbells = 1U | 1U << 9;
    w.root(0x1e, Raw());
    w.settle();
    CHECK(w.stamp(0) == 1);
    CHECK(w.declined(DeclineReason::BadChannel) == 1);
    CHECK(w.counters.get(Counter::ChannelRestarts) == 1);
}

TEST_CASE("a full ring of small commands drains and wraps many times") {
    EngineWorld w;
    w.enable();
    w.defineChannel(2, 1);
    for (int round = 0; round < 200; ++round) {
        for (int i = 0; i < 100; ++i) w.child(2, 0x1e, Raw().u32(uint32_t(i)).u32(7));
        w.settle();
        REQUIRE(w.readCounter(2) == w.children[2].written);
    }
    CHECK(w.stamp(2) == 20000);
}
