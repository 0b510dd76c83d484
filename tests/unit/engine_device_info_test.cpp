#include "pvg/exec/device_info.h"
#include "tests/unit/engine_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {
std::map<uint32_t, uint32_t> pairsOf(const std::vector<std::byte>& reply) {
    std::map<uint32_t, uint32_t> out;
    for (size_t at = 0; at + 8 <= reply.size(); at += 8)
        if (uint32_t key = loadAt<uint32_t>(reply, at)) out[key] = loadAt<uint32_t>(reply, at + 4);
    return out;
}
} // namespace

TEST_CASE("vector A2: GetDeviceInfo of a macOS 26 guest fills the page and stamps the root") {
    EngineWorld w;
    w.enable();
    for (uint64_t at = 0x345000; at < 0x347000; at += 4) w.ram.put<uint32_t>(at, 0xa5a5a5a5);
    w.page.interruptGpu = 0;
    // The vector's page number 0x12345 lies beyond this machine's RAM: 0x345 instead.
    w.rootBytes(Raw().bytes({0x3a, 0, 0, 0, 0x18, 0, 0, 0, 2, 0, 0, 0, 0x2d, 0, 0, 0, 0, 2, 0, 0, 0x45, 3, 0, 0}));
    w.settle();
    CHECK(w.ram.get<uint32_t>(0x345000) == 1);
    CHECK(w.ram.get<uint32_t>(0x345004) == 4);
    bool ended = false;
    for (uint64_t at = 0x345000; at < 0x346000; at += 8) {
        auto key = w.ram.get<uint32_t>(at);
        if (key == 0) ended = true;
        if (ended) CHECK(w.ram.get<uint64_t>(at) == 0);
        CHECK(key < 45);
    }
    CHECK(ended);
    CHECK(w.ram.get<uint32_t>(0x346000) == 0xa5a5a5a5); // not a byte more
    CHECK(w.stamp(0) == 2);
    CHECK(w.page.interruptGpu.exchange(0) == 1);
    CHECK(w.interrupts() == 1);
}

TEST_CASE("key limits and capacity bound the reply") {
    BackendCaps caps;
    CHECK(pairsOf(deviceInfoReply(caps, {4, 7, 512})).size() == 6);
    auto macos13 = pairsOf(deviceInfoReply(caps, {4, 18, 512}));
    CHECK(macos13.size() == 17);
    CHECK(macos13.rbegin()->first == 17);
    CHECK(deviceInfoReply(caps, {4, 18, 3}).size() == 24);
    CHECK(pairsOf(deviceInfoReply(caps, {4, 18, 3})).size() == 3);
    CHECK(deviceInfoReply(caps, {4, 18, 0xffffffff}).size() == 4096);
    CHECK(deviceInfoReply(caps, {4, 18, 0}).empty());
}

TEST_CASE("values follow the measured capabilities, and what a Mac2 guest must find is there") {
    BackendCaps caps;
    caps.maxSamples = 8;
    caps.depth24Stencil8 = false;
    caps.linearTextureAlignment = 512;
    auto info = pairsOf(deviceInfoReply(caps, {6, 45, 512}));
    CHECK(info[1] == 8);
    CHECK(info[2] == 0);
    CHECK(info[3] == 1024);
    CHECK(info[5] == 64);
    CHECK(info[6] == 32768);
    CHECK(info[10] == 7);
    CHECK(info[12] == 0);
    CHECK(info[13] == 512);
    CHECK(info[40] == 512);
    CHECK(info[18] == 0x20007);
    CHECK(info[29] == 1024);
    CHECK(info[31] == 32768);
    CHECK((info[28] & 1) == 0);
    for (uint32_t absent : {37U, 43U, 44U}) CHECK(!info.contains(absent));
    caps.maxSamples = 1;
    CHECK(pairsOf(deviceInfoReply(caps, {6, 45, 512}))[1] == 4); // Metal guarantees four
    caps.linearTextureAlignment = 16;
    CHECK(pairsOf(deviceInfoReply(caps, {6, 45, 512}))[13] == 256);
}

TEST_CASE("the old query has no key limit and its words in another order") {
    EngineWorld w;
    w.enable();
    w.root(0x2d, Raw().u32(512).u32(0x345));
    w.settle();
    CHECK(w.ram.get<uint32_t>(0x345000) == 1);
    CHECK(w.stamp(0) == 1);
}
