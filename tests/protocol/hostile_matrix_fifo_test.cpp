// Every FIFO command cut at each length, with each field at each extreme; every delete record; bytes of a ring flipped (device.md 5, 6).
#include <doctest/doctest.h>

#include <cstring>

#include "pvg/fifo/command_table.h"
#include "pvg/object/operations.h"
#include "tests/protocol/hostile_channel.h"
#include "tests/protocol/hostile_matrix.h"

using namespace hostile;

namespace {

constexpr uint32_t kOtherTask = 77, kNoSurface = 0x7000, kFreeChannel = 10;
constexpr uint16_t kDeleteChannel = 0x31;

bool is(const WireField& field, const char* type) { return std::strcmp(field.type, type) == 0; }
bool isNamed(const WireField& field, const char* name) { return std::strcmp(field.name, name) == 0; }

// What a row's command may really do happens to a task, a channel and a surface nobody needs.
bool destroysTasks(uint16_t id) { return id == 0x20 || id == 0x33 || id == 0x38; }
bool presents(uint16_t id) { return id >= 0x06 && id <= 0x08; }

uint64_t decentValue(Guest& g, const FifoCommandRow& row, const WireField& field) {
    if (is(field, "u32 task")) return destroysTasks(row.id) ? kOtherTask : g.user().id().value;
    if (is(field, "u32 ref")) return presents(row.id) ? kNoSurface : g.target().ref.value;
    if (is(field, "u64 task address")) return g.scratch().memory.address.value;
    if (isNamed(field, "idTwicePlusKernel")) return kOtherTask << 1;
    if (isNamed(field, "channel")) return kFreeChannel;
    if (isNamed(field, "port")) return 0;
    return 1;
}

Bytes decentCommand(Guest& g, const FifoCommandRow& row) {
    return decentRecord(g, row.fields, [&](Guest& guest, const WireField& field) { return decentValue(guest, row, field); });
}

Channel channelOf(size_t number) {
    constexpr std::array kChannels{Channel::Immediate, Channel::Uploads, Channel::Downloads, Channel::Root, Channel::Exec};
    return kChannels[number % kChannels.size()];
}

void addCuts(std::vector<Attack>& attacks, const FifoCommandRow& row) {
    const WireField whole{"", "", static_cast<uint16_t>(row.minimalPayload + 12), false};
    for (size_t size = 0; size <= whole.size; size += 4)
        for (const int fill : {0x00, 0xff, -1}) {
            Attack attack{caseName(row.name, fill < 0 ? "decent bytes, length" : "filled, length", size), {}};
            attack.run = [&row, size, fill, channel = channelOf(attacks.size())](Guest& g) {
                Bytes bytes = fill < 0 ? decentCommand(g, row) : Bytes();
                bytes.resize(size, static_cast<std::byte>(fill < 0 ? 0 : fill));
                CHECK(g.command(channel, row.id, bytes));
            };
            attacks.push_back(std::move(attack));
        }
}

void addFields(std::vector<Attack>& attacks, const FifoCommandRow& row) {
    for (const FieldPlace& place : placesOf(row.fields))
        for (const uint64_t value : extremesOf(place.field)) {
            Attack attack{caseName(row.name, place.name, value), {}};
            // Channels 1 and 2 are the guest's own.
            attack.breaksDevice = row.id == kDeleteChannel && (value == 1 || value == 2);
            attack.run = [&row, place, value, channel = channelOf(attacks.size())](Guest& g) {
                Bytes bytes = decentCommand(g, row);
                patch(bytes, place, value);
                // A channel cannot wait for the stamp of the command that deletes it; any other comes.
                CHECK(g.command(row.id == kDeleteChannel ? Channel::Root : channel, row.id, bytes));
            };
            attacks.push_back(std::move(attack));
        }
}

void addDeletes(std::vector<Attack>& attacks) {
    for (const OperationRow& row : operationRows()) {
        if (row.status != OperationStatus::Deletes) continue;
        const auto add = [&](const std::string& what, uint64_t value, uint32_t length, std::function<uint32_t(Guest&)> ref) {
            Attack attack{caseName(row.name, what, value), {}};
            attack.run = [&row, length, ref = std::move(ref)](Guest& g) {
                CHECK(g.command(Channel::Immediate, 0x28, ByteWriter().u32(g.user().id().value).u32(row.id).u32(length).u32(ref(g)).view()));
            };
            attacks.push_back(std::move(attack));
        };
        for (const uint32_t length : {0u, 8u, 11u, 13u, 16u, 0x80000000u, 0xffffffffu})
            add("length", length, length, [](Guest& g) { return g.target().ref.value; });
        for (const uint32_t ref : {0u, 1u, 0xfffffu, 0x100000u, 0x80000000u, 0xffffffffu}) add("ref", ref, 12, [ref](Guest&) { return ref; });
        add("the target", 0, 12, [](Guest& g) { return g.target().ref.value; });
        add("the pipeline", 0, 12, [](Guest& g) { return g.pipeline().value; });
        add("the buffer", 0, 12, [](Guest& g) { return g.scratch().ref.value; });
    }
}

std::vector<Attack> commandCases() {
    std::vector<Attack> attacks;
    for (const FifoCommandRow& row : fifoCommandRows()) {
        addCuts(attacks, row);
        addFields(attacks, row);
    }
    addDeletes(attacks);
    return attacks;
}

// A command with a barrier, one byte of it wrong; then a good one behind it.
std::vector<Attack> flippedByteCases() {
    std::vector<Attack> attacks;
    static constexpr size_t kLength = 28;
    for (size_t at = 0; at < kLength; ++at)
        for (const uint8_t mask : {0x01, 0x04, 0x80, 0xff}) {
            Attack attack{caseName("a ring's byte", std::to_string(at) + " flipped by", mask), {}};
            attack.run = [at, mask](Guest& g) {
                RawChannel channel(g);
                CHECK(channel.revives());
                const Fence met{static_cast<uint32_t>(Channel::Exec), 0};
                Bytes bytes = encodeCommand({Command::Nop, channel.nextFence().value, {&met, 1}}, Bytes(8));
                REQUIRE(bytes.size() == kLength);
                bytes[at] ^= static_cast<std::byte>(mask);
                channel.put(bytes);
                channel.putNop();
                channel.publish();
                CHECK(g.checkHealth() == "");
                CHECK(RawChannel(g).revives()); // on a stamp of its own: the other may be anywhere now
            };
            attacks.push_back(std::move(attack));
        }
    return attacks;
}

} // namespace

TEST_CASE("each FIFO command at each length and with each field at each extreme") { runAttacks(commandCases(), {kMatrixUser, true}); }
TEST_CASE("each byte of a command in its ring flipped") { runAttacks(flippedByteCases(), {kMatrixUser, false}); }
