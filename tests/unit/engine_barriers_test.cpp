// Barriers that wait for each other or for their own channel, and counters that wrap (device.md 5.1, 5.4; decisions.md 7, 9).
#include "tests/unit/engine_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

// Lets an engine take over a root FIFO whose counters stand at `counter`, as a fresh renderer does.
void takeOver(EngineWorld& w, uint32_t counter) {
    Epoch next{w.page.epoch + 1};
    w.page.epoch = next.value;
    w.memory.gate().invalidate(next);
    w.page.fifoRead = counter;
    w.page.fifoWritten = counter;
    w.rootWritten = counter;
    w.core->handle({EngineEvent::Kind::FifoControl, next, {1, EngineWorld::kFifoLength, EngineWorld::kFifoStart, EngineWorld::kFifoPage, 6}});
}

// As EngineWorld::root, but at positions worked out here: counter % length once, then linear.
void rootCommand(EngineWorld& w, const Raw& bytes) {
    constexpr uint32_t kRing = EngineWorld::kFifoLength - EngineWorld::kFifoStart;
    const uint32_t position = w.rootWritten % kRing;
    for (size_t i = 0; i < bytes.size(); ++i)
        w.ram.put(w.fifoGpa() + EngineWorld::kFifoStart + (position + i) % kRing, bytes.get()[i]);
    w.rootWritten += uint32_t(bytes.size());
    w.page.fifoWritten = w.rootWritten;
}

} // namespace

TEST_CASE("channels that wait for each other park, the others go on, and 0x30 of one frees the cycle") {
    EngineWorld w;
    w.enable();
    for (uint32_t n : {1U, 2U, 3U}) w.defineChannel(n, 1);
    w.child(1, 0x1e, Raw(), {{2, 1}});
    w.child(2, 0x1e, Raw(), {{3, 1}});
    w.child(3, 0x1e, Raw(), {{1, 1}});
    w.settle();
    for (uint32_t n : {1U, 2U, 3U}) {
        CHECK(w.stamp(n) == 0);
        CHECK(w.readCounter(n) == 0);
    }
    w.defineChannel(4, 1);
    w.child(4, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(4) == 1);
    // The guest restarts channel 1 and gives the stamp its siblings wait for.
    w.children[1].signal = 0;
    w.defineChannel(1, 1);
    w.child(1, 0x1e, Raw());
    w.settle();
    for (uint32_t n : {1U, 2U, 3U}) CHECK(w.stamp(n) == 1);
}

TEST_CASE("a barrier on the own slot waits for the work in front of it; one on the future parks, and 0x30 frees it") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1, 1);
    executorScript().nextToken = 4;
    const uint32_t before = w.child(1, 0x37, Raw().u32(0).u32(0).u32(0));
    w.child(1, 0x1e, Raw(), {{1, before}});
    w.settle();
    CHECK(w.stamp(1) == 0);
    w.backend.completed = 4;
    w.settle();
    CHECK(w.stamp(1) == before + 1);
    w.child(1, 0x1e, Raw(), {{1, before + 2}}); // its own stamp
    w.settle();
    w.advance(std::chrono::seconds(5));
    CHECK(w.stamp(1) == before + 1);
    w.defineChannel(1, 1);
    w.child(1, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(1) == w.children[1].signal);
    CHECK(w.counters.declineTotal() == 0);
}

TEST_CASE("the root counter wraps: 0xfffffff0 is position 4080, the next command's 0x10 is position 16 (decisions.md 7)") {
    EngineWorld w;
    w.enable();
    takeOver(w, 0xfffffff0);
    CHECK(0xfffffff0U % (EngineWorld::kFifoLength - EngineWorld::kFifoStart) == 4080);
    rootCommand(w, EngineWorld::command(0x1e, Raw().u64(0).u64(0).u32(0), 1)); // 32 bytes
    CHECK(w.rootWritten == 0x10);
    rootCommand(w, EngineWorld::command(0x1e, Raw(), 2));
    w.settle();
    CHECK(w.page.fifoRead == 0x1c);
    CHECK(w.stamp(0) == 2);
    CHECK(w.counters.declineTotal() == 0);
}

TEST_CASE("a root FIFO that was enabled, stopped and enabled again starts at 0 and knows nothing of before") {
    EngineWorld w;
    w.enable();
    w.makeTask(1, 0x800);
    w.defineChannel(1, 1);
    w.child(1, 0x1e, Raw());
    w.settle();
    w.event(EngineEvent::Kind::FifoControl, {0, EngineWorld::kFifoLength, EngineWorld::kFifoStart, EngineWorld::kFifoPage, 6});
    w.child(1, 0x1e, Raw());
    w.root(0x1e, Raw());
    w.settle();
    CHECK(w.stamp(1) == 1);
    CHECK(w.page.fifoRead == 0);
    CHECK(w.core->snapshot().tasks == 0);
    CHECK(!w.core->snapshot().fifoEnabled);
    w.rootSignal = 0;
    for (uint32_t slot : {0U, 1U}) w.setStamp(slot, 0); // the guest clears its stamp page
    w.enable();
    w.root(0x1e, Raw());
    w.settle();
    CHECK(w.stamp(0) == 1);
    CHECK(w.stamp(1) == 0);
}
