// Packets, coherency, deletions, compute queries: what reaches the executor, and when the stamp leaves.
#include "tests/unit/engine_support.h"

using namespace pvg;
using namespace pvg::test;
using namespace std::chrono_literals;

namespace {

struct World : EngineWorld {
    World() {
        enable();
        makeTask(0, 0x800);
        makeTask(3, 0x900);
        defineChannel(1);
    }
};

} // namespace

TEST_CASE("0x37: table and chunks are copied in order, vector A6 among the quads") {
    World w;
    Raw payload = Raw().u32(3).u32(2).u32(2);
    payload.u32(40).bytes({1, 0, 0, 1}).u64(0).u64(0);
    payload.u32(41).bytes({0, 0xff, 2, 0}).u64(0).u64(0);
    payload.u64(0x5000).u64(100).u64(0x123456789000).u64(0x4000000);
    w.child(1, 0x37, payload);
    w.settle();
    REQUIRE(executorScript().packets.size() == 1);
    const ExecPacket& packet = executorScript().packets[0];
    CHECK(packet.task == TaskId{3});
    REQUIRE(packet.resources.size() == 2);
    const ValidityQuad& pageOn = packet.resources[0].validity;
    CHECK(packet.resources[0].object == ObjectRef{40});
    CHECK((pageOn.clearHost && !pageOn.setHost && !pageOn.clearGuest && pageOn.setGuest));
    const ValidityQuad& gpuWrites = packet.resources[1].validity;
    CHECK((!gpuWrites.clearHost && gpuWrites.setHost && gpuWrites.clearGuest && !gpuWrites.setGuest));
    REQUIRE(packet.chunks.size() == 2);
    CHECK(packet.chunks[1].address == GuestVirt{0x123456789000});
    CHECK(packet.chunks[1].length == 0x4000000);
    CHECK(w.stamp(1) == 1);
}

TEST_CASE("0x37: counts beyond the payload are refused without allocating") {
    World w;
    for (auto [resources, chunks] : {std::pair{1U, 0U}, {0U, 1U}, {0xffffffffU, 0U}, {0U, 0xffffffffU}, {0xffffffffU, 0xffffffffU}})
        w.child(1, 0x37, Raw().u32(3).u32(resources).u32(chunks));
    w.settle();
    CHECK(w.declined(DeclineReason::BadLength) == 5);
    CHECK(executorScript().packets.empty());
    CHECK(w.stamp(1) == 5);
}

TEST_CASE("0x37: chunks that are too long are not run, the table still is applied") {
    World w;
    w.child(1, 0x37, Raw().u32(3).u32(1).u32(1).u32(40).u32(1).u64(0).u64(0).u64(0).u64((64 << 20) + 1));
    Raw many = Raw().u32(3).u32(0).u32(5);
    for (int i = 0; i < 5; ++i) many.u64(0).u64(64 << 20);
    w.child(1, 0x37, many);
    w.settle();
    CHECK(w.declined(DeclineReason::LimitExceeded) == 2);
    CHECK(w.called("accept task 3 resources 1 chunks 0"));
    CHECK(w.stamp(1) == 2);
}

TEST_CASE("0x37 without command buffers applies its table and stamps; an unknown task is refused") {
    World w;
    w.child(1, 0x37, Raw().u32(3).u32(0).u32(0));
    w.child(1, 0x37, Raw().u32(9).u32(0).u32(0));
    w.settle();
    CHECK(executorScript().packets.size() == 1);
    CHECK(w.declined(DeclineReason::UnknownTask) == 1);
    CHECK(w.stamp(1) == 2);
}

TEST_CASE("0x34 and 0x35 go to the executor record by record; 0x35 stamps after its write-backs") {
    World w;
    w.child(1, 0x34, Raw().u32(0).u32(2).u32(0x2a).bytes({1, 0, 0, 1}).u32(0x2b).bytes({0, 1, 1, 0}));
    executorScript().nextToken = 5;
    w.child(1, 0x35, Raw().u32(3).u32(3).u32(1).u32(2).u32(3));
    w.settle();
    CHECK(w.called("invalidate 0 42 1001"));
    CHECK(w.called("invalidate 0 43 0110"));
    CHECK(w.called("synchronize 3 count 3"));
    CHECK(w.stamp(1) == 1);
    w.backend.completed = 5;
    w.settle();
    CHECK(w.stamp(1) == 2);
    w.child(1, 0x34, Raw().u32(0).u32(2).u32(0x2a).u32(0));
    w.child(1, 0x35, Raw().u32(3).u32(0x40000001).u32(0));
    w.settle();
    CHECK(w.declined(DeclineReason::BadLength) == 2);
}

TEST_CASE("deletions: the surface comes first in 0x36, the record of 0x28 must be exact") {
    World w;
    w.child(1, 0x36, Raw().u32(0x2a).u32(3));
    w.child(1, 0x3c, Raw().u32(3).u32(7));
    w.child(1, 0x25, Raw().u32(3).u32(8));
    w.child(1, 0x28, Raw().u32(3).u32(0x3ef).u32(12).u32(9));
    for (uint32_t op : {0x3ecU, 0x3f0U, 0x3f2U, 0x3f3U, 0x3f5U, 0x0dU}) w.child(1, 0x28, Raw().u32(3).u32(op).u32(12).u32(9));
    w.child(1, 0x28, Raw().u32(3).u32(0x3ef).u32(16).u32(9));
    w.settle();
    CHECK(w.called("deleteSurface 3 42"));
    CHECK(w.called("replacePhysical 3 7"));
    CHECK(w.called("deleteResource 3 8"));
    CHECK(w.called("deleteObject 3 0x3ef 9"));
    CHECK(w.counters.declineTotal() == 7);
    CHECK(w.stamp(1) == w.children[1].signal);
}

TEST_CASE("0x3b: pairs below the limit, a zero pair where there is room") {
    World w;
    executorScript().computeInfo = ComputePipelineUsage{{}, 4096, 512, 32};
    for (uint64_t at = 0x5000; at < 0x5040; at += 4) w.ram.put<uint32_t>(w.gpa(3, at), 0xa5a5a5a5);
    w.child(1, 0x3b, Raw().u32(3).u32(9).u32(5).u32(8).u64(0x5000));
    w.settle();
    const uint32_t expected[] = {1, 512, 3, 32, 4, 4096, 0, 0, 0xa5a5a5a5};
    for (size_t i = 0; i < std::size(expected); ++i) CHECK(w.ram.get<uint32_t>(w.gpa(3, 0x5000 + 4 * i)) == expected[i]);
    w.child(1, 0x3b, Raw().u32(3).u32(9).u32(2).u32(1).u64(0x5100));
    w.settle();
    CHECK(w.ram.get<uint32_t>(w.gpa(3, 0x5100)) == 1);
    CHECK(w.ram.get<uint32_t>(w.gpa(3, 0x5108)) == 0); // capacity 1
    CHECK(w.stamp(1) == 2);
}

TEST_CASE("0x3b of a pipeline that is not ready is held and answered with defaults after 1.5 s") {
    World w;
    executorScript().hasComputeInfo = false;
    executorScript().computeInfo = decline(DeclineReason::ShaderLate);
    w.child(1, 0x3b, Raw().u32(3).u32(9).u32(5).u32(8).u64(0x5000));
    w.settle();
    CHECK(w.stamp(1) == 0);
    w.advance(1500ms);
    CHECK(w.stamp(1) == 1);
    CHECK(w.ram.get<uint32_t>(w.gpa(3, 0x5000)) == 1);
    CHECK(w.ram.get<uint32_t>(w.gpa(3, 0x5004)) == 1024);
    CHECK(w.declined(DeclineReason::ShaderLate) == 1);
}

TEST_CASE("replies to addresses that are not mapped are declined and stamped") {
    World w;
    w.child(1, 0x3b, Raw().u32(3).u32(9).u32(5).u32(8).u64(0x3f0000));
    w.root(0x3a, Raw().u32(18).u32(512).u32(0));
    w.root(0x3a, Raw().u32(18).u32(512).u32(0x7fffffff));
    w.settle();
    CHECK(w.declined(DeclineReason::UnmappedPage) == 1);
    CHECK(w.declined(DeclineReason::BadAddress) == 2);
    CHECK(w.stamp(1) == 1);
    CHECK(w.stamp(0) == w.rootSignal);
}
