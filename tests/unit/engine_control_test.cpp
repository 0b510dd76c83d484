// Events, channels, tasks and mappings.
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

#include "tests/unit/engine_support.h"

using namespace pvg;
using namespace pvg::test;
using namespace std::chrono_literals;

TEST_CASE("vector A1: DefineChildFIFO of channel 5 on the root") {
    EngineWorld w;
    w.enable();
    w.writeRecord(5, 1);
    w.rootBytes(Raw().bytes({0x30, 0, 0, 0, 0x10, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0}));
    w.settle();
    CHECK(w.stamp(0) == 1);
    CHECK(w.page.fifoRead == 16);
    CHECK(w.page.interruptGpu == 1);
    w.children[5].signal = 0;
    w.child(5, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(5) == 1);
    CHECK(w.readCounter(5) == 12);
}

TEST_CASE("vector A4: the shared page is filled before the stamp, with the port at +0x12") {
    EngineOptions options;
    options.gamma = false;
    EngineWorld w(options);
    w.enable();
    w.defineChannel(5, 1);
    w.ram.put<uint16_t>(0x222012, 0xbeef);
    w.ram.put<uint32_t>(0x22201c, 0xffffffff);
    w.interrupts();
    w.page.interruptGpu = 0;
    w.childBytes(5, Raw().bytes({1, 0, 0, 0, 0x14, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x22, 2, 0, 0}));
    w.settle();
    CHECK(w.ram.get<uint16_t>(0x222012) == 0);
    CHECK(w.ram.get<uint32_t>(0x22201c) == 0);
    CHECK(w.readCounter(5) == 0x14);
    CHECK(w.stamp(5) == 1);
    CHECK(w.page.interruptGpu == 1U << 5);
    CHECK(w.interrupts() == 1);
}

TEST_CASE("what the guest says by Debug is in the log, at level debug, up to 64 bytes") {
    std::ostringstream log;
    const auto before = spdlog::default_logger();
    auto logger = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_st>(log));
    spdlog::set_default_logger(logger);
    EngineWorld w;
    w.enable();
    w.root(0x00, Raw().bytes({0xde, 0xad, 0xbe, 0xef}));
    w.settle();
    CHECK(log.str() == "");
    logger->set_level(spdlog::level::debug);
    w.root(0x00, Raw().bytes({0xde, 0xad, 0xbe, 0xef}));
    Raw many;
    for (int i = 0; i < 25; ++i) many.u32(0x5a5a5a5a);
    w.root(0x00, many);
    w.settle();
    spdlog::set_default_logger(before);
    CHECK(log.str().find("channel 0, 4 bytes: de ad be ef\n") != std::string::npos);
    const std::string text = log.str();
    const size_t last = text.find("100 bytes: ");
    REQUIRE(last != std::string::npos);
    CHECK(text.size() - last == std::string("100 bytes: ").size() + 64 * 3);
    CHECK(w.stamp(0) == 3);
    CHECK(w.counters.declineTotal() == 0);
}

TEST_CASE("unknown, deprecated, short and unsupported commands are declined, counted and stamped") {
    EngineWorld w;
    w.enable();
    w.root(0x77, Raw());
    w.root(0xffff, Raw().u32(1));
    w.root(0x1f, Raw());
    w.root(0x38, Raw().u32(2));
    w.root(0x43, Raw());
    w.root(0x1e, Raw());
    w.settle();
    CHECK(w.stamp(0) == 6);
    CHECK(w.declined(DeclineReason::UnknownCommand) == 2);
    CHECK(w.declined(DeclineReason::DeprecatedCommand) == 1);
    CHECK(w.declined(DeclineReason::BadLength) == 1);
    CHECK(w.declined(DeclineReason::NotImplemented) == 1);
    CHECK(w.counters.declineTotal() == 5);
    std::map<std::string, uint64_t> counts;
    for (const CommandCount& row : w.counters.commands()) counts[std::string(row.name)] = row.count;
    CHECK(counts["unknown"] == 2);
    CHECK(counts["NOP"] == 1);
    CHECK(counts["DefineTask2"] == 1);
}

TEST_CASE("commands with the same name share one counter row") {
    EngineWorld w;
    w.enable();
    w.root(0x1f, Raw());
    w.root(0x21, Raw());
    w.settle();
    uint64_t rows = 0;
    for (const CommandCount& row : w.counters.commands())
        if (row.name == "deprecated") rows += 1 + 100 * (row.count != 2);
    CHECK(rows == 1);
}

TEST_CASE("root FIFO geometry that cannot be is declined and nothing runs") {
    for (seam::FifoSetup setup : {seam::FifoSetup{1, 0x10000, 0x1000, 0, 6}, seam::FifoSetup{1, 0x1000, 0x1000, 0x20, 6},
                                  seam::FifoSetup{1, 0x10000, 0x800, 0x20, 6}, seam::FifoSetup{1, 0x200000, 0x1000, 0x20, 6},
                                  seam::FifoSetup{1, 0x10000, 0x1002, 0x20, 6}, seam::FifoSetup{1, 0x10000, 0x1000, 0x700000, 6}}) {
        EngineWorld w;
        w.event(EngineEvent::Kind::FifoControl, setup);
        w.root(0x1e, Raw());
        w.settle();
        CHECK(w.counters.declineTotal() == 1);
        CHECK(!w.core->snapshot().fifoEnabled);
        CHECK(w.page.fifoRead == 0);
    }
}

TEST_CASE("a FIFO length of exactly 1 MiB and odd ring lengths work") {
    EngineWorld w;
    w.page.rootPage = EngineWorld::kRootPage;
    w.event(EngineEvent::Kind::FifoControl, {1, 0x100000, 0x1004, 0x20, 6});
    w.ram.put<uint32_t>(0x21004, 0x1e);
    w.ram.put<uint32_t>(0x21008, 12);
    w.ram.put<uint32_t>(0x2100c, 9);
    w.page.fifoWritten = 12;
    w.settle();
    CHECK(w.stamp(0) == 9);
}

TEST_CASE("each event drops channels, tasks, displays and outstanding work, and later stamps never appear") {
    for (auto kind : {EngineEvent::Kind::Reset, EngineEvent::Kind::VersionWritten, EngineEvent::Kind::FifoControl, EngineEvent::Kind::ClientGone}) {
        EngineWorld w;
        w.enable();
        w.makeTask(0, 0x800);
        w.defineChannel(1);
        executorScript().nextToken = 1;
        w.child(1, 0x37, Raw().u32(0).u32(0).u32(1).u64(0x5000).u64(16));
        w.settle();
        CHECK(w.core->oldestToken() == 1);
        CHECK(w.core->snapshot().tasks == 1);
        w.event(kind);
        w.interrupts();
        w.page.interruptGpu = 0;
        w.backend.completed = 1;
        w.settle();
        CHECK(w.core->oldestToken() == 0);
        CHECK(w.stamp(1) == 0);
        CHECK(w.interrupts() == 0);
        CHECK(w.page.interruptGpu == 0);
        CHECK(w.core->snapshot().tasks == 0);
        CHECK(!w.core->snapshot().fifoEnabled);
        CHECK(w.called("reset"));
        w.child(1, 0x1e, Raw());
        w.settle();
        CHECK(w.readCounter(1) != w.children[1].written);
        CHECK(!w.core->nextWake(w.now)); // an engine without a guest sleeps
    }
}

TEST_CASE("after a re-enable everything starts at counter 0") {
    EngineWorld w;
    w.enable();
    w.root(0x1e, Raw());
    w.settle();
    w.enable();
    w.setStamp(0, 0);
    w.rootSignal = 0;
    w.root(0x1e, Raw());
    w.settle();
    CHECK(w.page.fifoRead == 12);
    CHECK(w.stamp(0) == 1);
}

TEST_CASE("while a newer epoch is announced but its event has not come, nothing is consumed") {
    EngineWorld w;
    w.enable();
    ++w.page.epoch;
    w.root(0x1e, Raw());
    w.settle();
    CHECK(w.page.fifoRead == 0);
    --w.page.epoch;
    w.settle();
    CHECK(w.page.fifoRead == 12);
}

TEST_CASE("a fresh engine takes over at FIFO_READ") {
    EngineWorld w;
    w.enable();
    w.root(0x1e, Raw());
    w.settle();
    Epoch next{w.page.epoch + 1};
    w.page.epoch = next.value;
    w.memory.gate().invalidate(next);
    w.core->handle({EngineEvent::Kind::FifoControl, next, {1, EngineWorld::kFifoLength, EngineWorld::kFifoStart, EngineWorld::kFifoPage, 6}});
    w.root(0x1e, Raw());
    w.settle();
    CHECK(w.page.fifoRead == 24);
    CHECK(w.stamp(0) == 2);
}

TEST_CASE("0x30 before the root page is known is remembered") {
    EngineWorld w;
    w.enable();
    w.page.rootPage = 0;
    w.writeRecord(1, 1);
    w.root(0x30, Raw().u32(1));
    w.child(1, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(0) == 1);
    CHECK(w.stamp(1) == 0);
    w.page.rootPage = EngineWorld::kRootPage;
    w.settle();
    CHECK(w.stamp(1) == 1);
}

TEST_CASE("channels outside 1 to 31 are declined") {
    EngineWorld w;
    w.enable();
    for (uint32_t n : {0U, 32U, 0xffffffffU}) w.root(0x30, Raw().u32(n));
    w.root(0x31, Raw().u32(32));
    w.settle();
    CHECK(w.stamp(0) == 4);
    CHECK(w.declined(DeclineReason::BadChannel) == 4);
}

TEST_CASE("0x31 waits for the channel's work, then both stamps appear and the ring is dead") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    w.defineChannel(1);
    executorScript().nextToken = 3;
    w.child(1, 0x37, Raw().u32(0).u32(0).u32(0));
    w.settle();
    uint32_t deleted = w.root(0x31, Raw().u32(1));
    w.settle();
    CHECK(w.stamp(0) == deleted - 1);
    w.backend.completed = 3;
    w.settle();
    CHECK(w.stamp(1) == 1);
    CHECK(w.stamp(0) == deleted);
    w.child(1, 0x1e, Raw());
    w.settle();
    CHECK(w.stamp(1) == 1);
}

TEST_CASE("tasks: define, object list, delete; commands on unknown ones are declined") {
    EngineWorld w;
    w.enable();
    w.root(0x20, Raw().u32(7));
    w.root(0x33, Raw().u32(7).u32(1).u32(10));
    w.root(0x39, Raw().u32(7).u64(0).u64(4096));
    w.settle();
    CHECK(w.declined(DeclineReason::UnknownTask) == 3);
    w.root(0x38, Raw().u32(7 << 1 | 1).u64(1 << 22).u32(0x200));
    w.root(0x39, Raw().u32(7).u64(0x5000).u64(0x2000));
    w.root(0x22, Raw().u32(7).u64(~uint64_t{0}).u64(2));
    w.settle();
    CHECK(w.core->snapshot().tasks == 1);
    CHECK(w.called("unmapped 7 0x5000 0x2000"));
    CHECK(w.declined(DeclineReason::BadAddress) == 1);
    w.root(0x20, Raw().u32(7));
    w.settle();
    CHECK(w.core->snapshot().tasks == 0);
    CHECK(w.called("deleteTask 7"));
    CHECK(w.stamp(0) == w.rootSignal);
}

TEST_CASE("0x40 answers with a size that holds all levels and a power of two") {
    EngineWorld w;
    w.enable();
    w.makeTask(0, 0x800);
    RawBody body;
    body.format = 125; // RGBA32Float
    body.width = 180;
    body.height = 135;
    Raw record = Raw().u32(0x16).u32(40).append(narrowBody(body));
    w.root(0x40, Raw().u32(0).u64(0x5008).u64(16).u32(40).append(record));
    w.settle();
    auto size = w.ram.get<uint64_t>(w.gpa(0, 0x5008)), alignment = w.ram.get<uint64_t>(w.gpa(0, 0x5010));
    CHECK(size >= 180 * 135 * 16);
    CHECK(alignment != 0);
    CHECK((alignment & (alignment - 1)) == 0);
    w.root(0x40, Raw().u32(0).u64(0x5008).u64(15).u32(40).append(record));
    w.settle();
    CHECK(w.declined(DeclineReason::BadLength) == 1);
}
