// FIFO commands of any id, length and content; 0x37 with absurd tables (device.md 5, 6).
#include <doctest/doctest.h>

#include "tests/protocol/hostile_attack.h"

using namespace hostile;

namespace {

struct Known {
    uint16_t id;
    const char* name;
    uint32_t payload;
};
constexpr std::array kKnown{
#define FIFO_COMMAND(id, name, payload, handler, ...) Known{id, name, payload},
#include "pvg/fifo/fifo_commands.inc"
#undef FIFO_COMMAND
};

Bytes filled(size_t size, uint8_t value) { return Bytes(size, std::byte{value}); }

// All lengths up to the whole command and a bit more, of zeros and of ones. Some of it is valid and deletes a task: hence the new start.
Attack cutCommand(const Known& known) {
    Attack attack{known.name, {}, {}, true};
    attack.run = [known](Guest& g) {
        for (const uint8_t fill : {0x00, 0xff})
            for (uint32_t size = 0; size <= known.payload + 8; size += 4) CHECK(g.command(Channel::Uploads, known.id, filled(size, fill)));
    };
    if (known.payload > 0) attack.declines.assign(2, {"BadLength", known.name});
    return attack;
}

// One field after the other at its extremes, the others as a decent guest has them: 1.
Attack extremeFields(const Known& known) {
    return {std::string(known.name) + " with extreme fields",
            [known](Guest& g) {
                for (uint32_t at = 0; at < known.payload; at += 4)
                    for (const uint32_t value : {0u, 0x7fffffffu, 0x80000000u, 0xffffffffu}) {
                        ByteWriter w;
                        for (uint32_t i = 0; i < known.payload; i += 4) w.u32(i == at ? value : 1);
                        CHECK(g.command(Channel::Downloads, known.id, w.view()));
                    }
            },
            {},
            true};
}

Attack unknownIds() {
    return {"unknown ids",
            [](Guest& g) {
                for (const Channel channel : {Channel::Root, Channel::Exec, Channel::Immediate, Channel::Display0})
                    for (const uint16_t id : {0x0d, 0x1d, 0x45, 0x7f, 0x100, 0xffff}) CHECK(g.command(channel, id, filled(32, 0xff)));
            },
            std::vector<DeclineKey>(24, {"UnknownCommand", "unknown"})};
}

Attack exec(const char* name, std::function<Bytes(Guest&)> payload, const char* reason) {
    Attack attack{name, {}};
    attack.run = [payload = std::move(payload)](Guest& g) { CHECK(g.command(Channel::Exec, 0x37, payload(g))); };
    if (reason) attack.declines = {{reason, "ExecIndirect2"}};
    return attack;
}

Bytes oneChunk(uint32_t task, uint64_t va, uint64_t length) {
    return ByteWriter().u32(task).u32(0).u32(1).u64(va).u64(length).take();
}

std::vector<Attack> execAttacks() {
    return {
        exec("0x37 of 2^32-1 resources", [](Guest&) { return ByteWriter().u32(1).u32(~0u).u32(0).zeros(64).take(); }, "BadLength"),
        exec("0x37 of 2^32-1 chunks", [](Guest&) { return ByteWriter().u32(1).u32(0).u32(~0u).zeros(64).take(); }, "BadLength"),
        exec("0x37 of both", [](Guest&) { return ByteWriter().u32(1).u32(0x0aaaaaab).u32(0x10000000).zeros(64).take(); }, "BadLength"),
        exec("0x37 with one resource too many", [](Guest&) { return ByteWriter().u32(1).u32(2).u32(0).zeros(24).take(); }, "BadLength"),
        exec("0x37 of an unknown task", [](Guest&) { return oneChunk(77, 0x10000000, 64); }, "UnknownTask"),
        exec("0x37 of task 2^32-1", [](Guest&) { return oneChunk(~0u, 0x10000000, 64); }, "UnknownTask"),
        exec("0x37 with an empty chunk", [](Guest&) { return oneChunk(1, 0x10000000, 0); }, nullptr),
        exec("0x37 with a chunk of 2^63 bytes", [](Guest&) { return oneChunk(1, 0x10000000, uint64_t{1} << 63); }, "LimitExceeded"),
        exec("0x37 with a chunk of 64 MiB of holes", [](Guest&) { return oneChunk(1, 0x10000000, uint64_t{64} << 20); }, "UnmappedPage"),
        exec("0x37 with a chunk at the end of all addresses", [](Guest&) { return oneChunk(1, ~uint64_t{7}, 64); }, "BadAddress"),
        exec("0x37 with a chunk in an unmapped page", [](Guest&) { return oneChunk(1, uint64_t{3} << 33, 64); }, "UnmappedPage"),
        exec("0x37 with a chunk at an odd address", [](Guest& g) { return oneChunk(1, g.scratch().memory.address.value + 3, 9); }, nullptr),
        exec("0x37 whose resources are refs of nothing",
             [](Guest&) {
                 ByteWriter w;
                 w.u32(1).u32(4).u32(0);
                 for (uint32_t ref : {0u, 31u, 0xfffffu, ~0u}) w.u32(ref).u32(0x01010101).zeros(16);
                 return w.take();
             },
             nullptr),
        exec("0x37 with the same chunk 2000 times",
             [](Guest& g) {
                 ByteWriter w;
                 w.u32(1).u32(0).u32(2000);
                 for (int i = 0; i < 2000; ++i) w.u64(g.scratch().memory.address.value).u64(65536);
                 return w.take();
             },
             nullptr),
    };
}

std::vector<Attack> fifoAttacks() {
    std::vector<Attack> attacks{unknownIds()};
    for (Attack& attack : execAttacks()) attacks.push_back(std::move(attack));
    for (const Known& known : kKnown) {
        if (known.payload == 0) continue;
        attacks.push_back(cutCommand(known));
        attacks.push_back(extremeFields(known));
    }
    return attacks;
}

} // namespace

TEST_CASE("commands of any id, length and content are declined by name and stamped") { runAttacks(fifoAttacks()); }
