// Channels whose rings, records and barriers are wrong, and device starts in the middle of work (device.md 5, decisions.md 5, 9, 10).
#include <doctest/doctest.h>

#include <thread>

#include "pvg/guest/atomics.h"
#include "tests/protocol/hostile_attack.h"
#include "tests/protocol/hostile_channel.h"

using namespace hostile;

namespace {

using std::chrono::milliseconds;

using Break = std::function<void(RawChannel&)>;

// A ring that stops its channel: nothing is stamped, all others go on, and 0x30 revives it.
Attack broken(const char* name, Break wreck) {
    Attack attack{name, {}, {{"BadRing", "ring"}}};
    attack.run = [wreck = std::move(wreck)](Guest& g) {
        RawChannel channel(g);
        CHECK(channel.revives());
        wreck(channel);
        std::this_thread::sleep_for(milliseconds(130)); // the grace for half a command is 100 ms
        CHECK(g.checkHealth() == "");
        CHECK(channel.revives());
    };
    return attack;
}

Attack header(const char* name, uint16_t barriers, uint32_t length) {
    return broken(name, [=](RawChannel& c) {
        c.put(ByteWriter().u16(0x1e).u16(barriers).u32(length).u32(0x7fffffff).zeros(20).view());
        c.publish();
    });
}

// A record that cannot be used: the 0x30 itself is declined.
Attack badRecord(const char* name, const char* reason, std::function<void(RawChannel&)> wreck) {
    Attack attack{name, {}};
    if (*reason) attack.declines = {{reason, "DefineChildFIFO"}};
    attack.run = [wreck = std::move(wreck)](Guest& g) {
        RawChannel channel(g);
        wreck(channel);
        CHECK(channel.define());
        channel.putNop();
        channel.publish();
        CHECK(g.checkHealth() == "");
        CHECK(channel.revives());
    };
    return attack;
}

std::vector<Attack> ringAttacks() {
    return {
        broken("a counter that jumps over its ring", [](RawChannel& c) { c.publish(0x10000); }),
        broken("a counter that goes back", [](RawChannel& c) { c.publish(0xfffffff0); }),
        header("a command of length 0", 0, 0),
        header("a command of length 8", 0, 8),
        header("a command of odd length", 0, 17),
        header("a command of 2^32-4 bytes", 0, 0xfffffffc),
        header("a command longer than its ring", 0, 8196),
        header("a command that never comes whole", 0, 64),
        header("a command shorter than its barriers", 3, 32),
        header("65535 barriers in 32 bytes", 65535, 32),
        badRecord("a record with a stamp slot out of range", "BadChannel", [](RawChannel& c) { c.field(3, 0xffff); }),
        badRecord("a record without a page list", "BadRing", [](RawChannel& c) { c.field(4, 0); }),
        badRecord("a page list outside of RAM", "BadAddress", [](RawChannel& c) { c.field(4, 0x7ffffff0); }),
        badRecord("an empty page list", "BadRing", [](RawChannel& c) { storeWord(c.list(), 0, 0); }),
        badRecord("a page list of 1024 pages", "BadRing",
                  [](RawChannel& c) {
                      for (uint32_t i = 0; i < 1024; ++i) storeWord(c.list(), 4 * i, c.ring(0).number);
                  }),
        badRecord("a ring that is its own page list", "",
                  [](RawChannel& c) {
                      storeWord(c.list(), 0, c.list().number);
                      storeWord(c.list(), 4, c.root().number);
                  }),
        broken("a ring outside of RAM",
               [](RawChannel& c) {
                   storeWord(c.list(), 0, 0x7ffffff0);
                   c.field(0, 0);
                   c.define();
                   c.publish(64);
               }),
    };
}

std::vector<Attack> barrierAttacks() {
    return {
        {"a barrier that never comes parks its channel alone",
         [](Guest& g) {
             RawChannel channel(g);
             CHECK(channel.revives());
             const Fence never{RawChannel::kNumber, 0x7ffffff0};
             const Fence held = channel.putNop({&never, 1});
             channel.publish();
             CHECK(channel.isSilent(held));
             CHECK(g.checkHealth() == "");
             CHECK(channel.revives());
         }},
        {"a barrier on a slot that does not exist runs",
         [](Guest& g) {
             RawChannel channel(g);
             CHECK(channel.revives());
             const Fence nowhere{0xfff0, 5};
             const Fence done = channel.putNop({&nowhere, 1});
             channel.publish();
             CHECK(channel.comes(done));
         },
         {{"BadBarrier", "NOP"}}},
        {"100 barriers on one command",
         [](Guest& g) {
             RawChannel channel(g);
             CHECK(channel.revives());
             const std::vector<Fence> many(100, Fence{0, 0});
             const Fence done = channel.putNop(many);
             channel.publish();
             CHECK(channel.comes(done));
         },
         {{"BadBarrier", "NOP"}}},
        {"doorbells of channels that are not there",
         [](Guest& g) {
             for (const uint32_t doorbell : {0x1020u, 0x1028u, 0x1220u, 0x1024u})
                 for (const uint32_t value : {0u, 17u, 31u, 32u, 0x80000000u, 0xffffffffu}) g.platform().writeRegister(doorbell, value);
         }},
    };
}

void submitWork(Guest& g) {
    for (int i = 0; i < 20; ++i) {
        RawStream s;
        for (int k = 0; k < 10; ++k) s.pass(g.target().ref, 16, 16);
        const Bytes bytes = s.take();
        g.scratch().memory.write(0, bytes);
        const CommandBuffer buffer{g.scratch().memory.address, bytes.size()};
        g.driver().submit(Channel::Exec, Command::ExecIndirect2, encodeExec(g.user().id(), {}, {&buffer, 1}));
    }
}

std::vector<Attack> restartAttacks() {
    const auto restart = [](const char* name, std::function<void(Guest&)> stop) {
        Attack attack{name, {}, {}, true};
        attack.run = [stop = std::move(stop)](Guest& g) {
            submitWork(g);
            stop(g);
        };
        return attack;
    };
    return {
        restart("0x1034 in the middle of work", [](Guest& g) { g.platform().writeRegister(0x1034, 6); }),
        restart("0x1034 with a version of 2^32-1 in the middle of work", [](Guest& g) { g.platform().writeRegister(0x1034, ~0u); }),
        restart("0x1000 off and on in the middle of work",
                [](Guest& g) {
                    for (int i = 0; i < 50; ++i) g.platform().writeRegister(0x1000, i & 1);
                }),
        restart("FIFO registers of nonsense in the middle of work",
                [](Guest& g) {
                    for (const uint32_t value : {0u, 1u, 0x1001u, 0x7fffffffu, 0xffffffffu})
                        for (const uint32_t offset : {0x1030u, 0x1004u, 0x1010u, 0x101cu, 0x1008u, 0x1024u}) {
                            g.platform().writeRegister(0x1000, 0);
                            g.platform().writeRegister(offset, value);
                            g.platform().writeRegister(0x1000, 1);
                            g.platform().writeRegister(0x1008, value);
                        }
                }),
        restart("a root counter that jumps", [](Guest& g) { g.platform().writeRegister(0x1008, 0x80000000); }),
        restart("every register written with every extreme",
                [](Guest& g) {
                    for (uint32_t offset = 0x1000; offset < 0x1240; offset += 4)
                        for (const uint32_t value : {0xffffffffu, 0x80000000u, 0u}) g.platform().writeRegister(offset, value);
                }),
    };
}

} // namespace

TEST_CASE("broken rings stop their channel alone, and 0x30 revives it") { runAttacks(ringAttacks()); }
TEST_CASE("barriers and doorbells of nonsense hold up nobody else") { runAttacks(barrierAttacks()); }
TEST_CASE("a device start in the middle of work leaves nothing behind") { runAttacks(restartAttacks()); }
