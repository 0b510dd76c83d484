// What a guest does in the course of its life, against the real processes: handshakes, restarts of a channel, starts of a driver, sleep,
// objects that go and come (device.md 3, 6, 9; decisions.md 3 to 5, 31a, 31b).
#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

#include "pvg/guest/scenes/demo_functions.h"
#include "tests/protocol/hostile_channel.h"
#include "tests/protocol/hostile_host.h"

using namespace hostile;
using std::chrono::milliseconds;

namespace {

// One pvgl with a guest on it; the guest is checked whenever it is made and at the end.
struct World {
    World() {
        auto opened = VfioPlatform::open(host.socket());
        REQUIRE_MESSAGE(opened, "pvgl does not serve its socket: ", host.log());
        platform = std::move(*opened);
        start();
    }
    ~World() {
        if (!isFinished) CHECK(guest->checkHealth() == "");
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    void start() {
        guest = std::make_unique<Guest>(*platform);
        REQUIRE_MESSAGE(guest->isUp(), "bring-up: ", guest->problem());
        REQUIRE(guest->checkHealth() == "");
    }
    // The last present ends the host, which then writes its statistics.
    Stats finish() {
        isFinished = true;
        CHECK(guest->present({51, 102, 204}));
        CHECK(host.exitCode() == 0);
        return host.stats();
    }

    Host host{1};
    std::unique_ptr<VfioPlatform> platform;
    std::unique_ptr<Guest> guest;
    bool isFinished = false;
};

Bytes copyBytes(ObjectRef from, ObjectRef to, uint64_t size) {
    RawStream s;
    s.segment(2).record(0x12d, ByteWriter().u32(from.value).u32(to.value).u64(0).u64(0).u64(size));
    return s.take();
}

Bytes execPayload(Guest& g, const Allocation& commands, const Bytes& stream) {
    commands.write(0, stream);
    const CommandBuffer buffer{commands.address, stream.size()};
    return encodeExec(g.user().id(), {}, {&buffer, 1});
}

bool holds(const Allocation& memory, uint64_t size, uint8_t value) {
    Bytes bytes(size);
    memory.read(0, bytes);
    return std::all_of(bytes.begin(), bytes.end(), [&](std::byte b) { return b == std::byte{value}; });
}

// Tells the host to restart channel 9 from the record in the channel's own root page.
bool replay(Guest& g, RawChannel& channel, Fence until) {
    const uint32_t before = g.driver().readRegister(Register::RootPage);
    g.driver().writeRegister(Register::RootPage, channel.root().number);
    g.platform().writeRegister(0x1028, RawChannel::kNumber);
    const bool isBack = channel.comes(until);
    g.driver().writeRegister(Register::RootPage, before);
    return isBack;
}

RawStream triangle(Guest& g, ObjectRef pipeline) {
    RawStream s = g.rendering();
    s.record(0x74, ByteWriter().u32(pipeline.value)).record(0x7d, ByteWriter().u32(0).u32(1).u32(g.vertices().ref.value).u64(0));
    s.record(0x01, ByteWriter().u32(3).u16(0).u16(3));
    return s;
}

// The centre of the target, B,G,R,A.
std::array<uint8_t, 4> centre(Guest& g) {
    ByteWriter copy;
    copy.u32(g.target().ref.value).u32(g.scratch().ref.value).u64(8).u64(8).u64(0).u64(1).u64(1).u64(1).u64(0).u64(4).u64(4).zeros(8);
    RawStream s;
    s.segment(2).record(0x12e, copy);
    CHECK(g.exec(s));
    std::array<uint8_t, 4> pixel{};
    g.scratch().memory.read(0, std::as_writable_bytes(std::span(pixel)));
    return pixel;
}

} // namespace

TEST_CASE("both version generations and odd proposals end in a guest that draws") {
    World world;
    Platform& platform = *world.platform;
    for (const auto& [proposal, answer] : {std::pair{4u, 4u}, {6u, 6u}, {5u, 5u}, {43u, 6u}, {62u, 6u}, {0u, 0u}, {0x80000006u, 0x80000006u}}) {
        CAPTURE(proposal);
        platform.writeRegister(0x1034, proposal);
        CHECK(platform.readRegister(0x1034) == answer);
        CHECK(platform.readRegister(0x1008) == 0);
        CHECK(platform.readRegister(0x100c) == 0);
    }
    for (const uint32_t version : {4u, 6u, 5u, 43u}) {
        CAPTURE(version);
        Driver driver(platform);
        REQUIRE_MESSAGE(driver.bringUp(version), driver.failure());
        CHECK(driver.version() == std::min(version, 6u));
        CHECK(driver.deviceInfo(12).value_or(0) == 0); // two-plane textures: at neither generation (device.md 3)
        CHECK(driver.deviceInfo(10) == 7u);
        DisplayPipe display(driver, DisplayPort{0});
        CHECK(display.open());
    }
    world.start();
}

TEST_CASE("a guest that waited 2 s restarts its channel: what never started is gone, what comes next runs") {
    World world;
    Guest& g = *world.guest;
    const Buffer source = makeBuffer(g.user(), Bytes(4096, std::byte{7})), target = makeBuffer(g.user(), uint64_t{4096});
    const Allocation lost = g.user().allocate(4096), next = g.user().allocate(4096);
    RawChannel channel(g);
    REQUIRE(channel.revives());
    // Behind a barrier that never comes.
    const Fence never{0, 0x7ffffff0}, held = channel.nextFence();
    channel.put(encodeCommand({Command::ExecIndirect2, held.value, {&never, 1}}, execPayload(g, lost, copyBytes(source.ref, target.ref, 4096))));
    channel.publish();
    CHECK(!channel.comes(held, milliseconds(2000)));
    CHECK(g.checkHealth() == "");
    // A fresh ring, with other work at the place where the host stands.
    channel.rewind();
    const Fence done = channel.nextFence();
    channel.put(encodeCommand({Command::ExecIndirect2, done.value, {}}, execPayload(g, next, copyBytes(source.ref, target.ref, 64))));
    channel.publishSilently();
    CHECK(replay(g, channel, done));
    CHECK(holds(target.memory, 64, 7));
    Bytes rest(4096 - 64);
    target.memory.read(64, rest);
    CHECK(std::count(rest.begin(), rest.end(), std::byte{0}) == 4096 - 64);
    CHECK(world.finish().channelRestarts == 1);
}

TEST_CASE("a restarted channel runs no packet twice whose stamp is out") {
    World world;
    Guest& g = *world.guest;
    const Buffer source = makeBuffer(g.user(), Bytes(4096, std::byte{1})), target = makeBuffer(g.user(), uint64_t{4096});
    const Allocation commands = g.user().allocate(4096);
    RawChannel channel(g);
    REQUIRE(channel.revives());
    const uint32_t before = channel.written();
    const Fence first = channel.nextFence();
    channel.put(encodeCommand({Command::ExecIndirect2, first.value, {}}, execPayload(g, commands, copyBytes(source.ref, target.ref, 4096))));
    channel.publish();
    REQUIRE(channel.comes(first));
    CHECK(holds(target.memory, 4096, 1));
    source.memory.write(0, Bytes(4096, std::byte{2}));
    // `read` goes back in front of it, and one more command follows.
    channel.field(1, before);
    const Fence second = channel.putNop();
    channel.publishSilently();
    CHECK(replay(g, channel, second));
    CHECK(holds(target.memory, 4096, 1));
}

TEST_CASE("a driver that starts anew, a device that slept, and one that was reset in the middle of work") {
    World world;
    const auto work = [&] {
        Guest& g = *world.guest;
        for (int i = 0; i < 10; ++i) g.driver().submit(Channel::Exec, Command::Nop, {});
    };
    SUBCASE("the driver starts anew") { work(); }
    SUBCASE("0x1000 goes to 0: nothing is consumed any more") {
        work();
        world.platform->writeRegister(0x1000, 0);
        CHECK(world.platform->readRegister(0x1000) == 0);
        const Fence asleep = world.guest->driver().submit(Channel::Exec, Command::Nop, {});
        CHECK(!world.guest->driver().serviceUntil([&] { return world.guest->driver().isReached(asleep); }, milliseconds(100)));
    }
    SUBCASE("the function is reset") {
        work();
        CHECK(world.platform->resetFunction());
        for (const uint32_t offset : {0x1000u, 0x1008u, 0x100cu, 0x1018u, 0x101cu, 0x1034u}) CHECK(world.platform->readRegister(offset) == 0);
    }
    SUBCASE("a kernel that panicked: nothing for a while, then a reset") {
        work();
        std::this_thread::sleep_for(milliseconds(300));
        CHECK(world.platform->resetFunction());
    }
    for (int i = 0; i < 3; ++i) world.start();
}

TEST_CASE("functions deleted before the first draw: a query or the first packet has copied them (decisions.md 31a)") {
    World world;
    Guest& g = *world.guest;
    const std::array functions{makeDemoFunction(g.user(), "triangle_vertex"), makeDemoFunction(g.user(), "triangle_fragment")};
    const ObjectRef pipeline = makeRenderPipeline(g.user(), {"", functions[0], functions[1], std::nullopt, {{}}, std::nullopt});
    RawStream naming;
    SUBCASE("by 0x1c9") { naming.segment(4).record(0x1c9, ByteWriter().u32(pipeline.value).u32(g.scratch().ref.value).u64(0)); }
    SUBCASE("by a packet that draws nothing with it") { naming = g.rendering().record(0x74, ByteWriter().u32(pipeline.value)); }
    CHECK(g.exec(naming));
    for (const ObjectRef function : functions) {
        g.user().clearSlot(function);
        CHECK(g.command(Channel::Immediate, 0x28, encodeDeleteObject(g.user().id(), ObjectKind::Function, function)));
    }
    RawStream s = triangle(g, pipeline);
    CHECK(g.exec(s));
    const auto drawn = centre(g);
    RawStream reference = triangle(g, g.pipeline());
    CHECK(g.exec(reference));
    CHECK(drawn == centre(g));
    CHECK((drawn[0] != 0 || drawn[1] != 0 || drawn[2] != 0));
}

TEST_CASE("a ref used again at once with another type is what its slot says") {
    World world;
    Guest& g = *world.guest;
    const Buffer buffer = makeBuffer(g.user(), Bytes(4096, std::byte{0x5c}));
    const Buffer out = makeBuffer(g.user(), uint64_t{4096});
    CHECK(g.exec(copyBytes(buffer.ref, out.ref, 4096)));
    CHECK(holds(out.memory, 4096, 0x5c));
    g.user().clearSlot(buffer.ref);
    CHECK(g.command(Channel::Immediate, 0x25, ByteWriter().u32(g.user().id().value).u32(buffer.ref.value).view()));
    TextureShape shape;
    shape.width = shape.height = 16;
    const auto levels = layoutLevels(shape, 64);
    g.user().publish(buffer.ref, SlotType::Texture, textureDescriptor(buffer.ref, shape, levels, {buffer.memory.address, 4096}));
    buffer.memory.write(0, Bytes(4096, std::byte{0x3d}));
    ByteWriter copy;
    copy.u32(buffer.ref.value).u32(out.ref.value).zeros(24).u64(16).u64(16).u64(1).u64(0).u64(64).u64(1024).zeros(8);
    RawStream s;
    s.segment(2).record(0x12e, copy);
    CHECK(g.exec(s));
    CHECK(holds(out.memory, 1024, 0x3d));
}

TEST_CASE("what the GPU wrote to a private texture is in guest pages behind 0x35 and 0x3e, and discards keep the device right") {
    World world;
    Guest& g = *world.guest;
    TextureShape shape;
    shape.width = shape.height = 16;
    shape.usage = kUsageRead | kUsageTarget;
    shape.storage = Storage::Private;
    const Texture texture = makeTexture(g.user(), shape);
    const auto refs = ByteWriter().u32(g.user().id().value).u32(1).u32(texture.ref.value).take();
    for (const uint16_t id : {0x35, 0x3e}) {
        const uint8_t shade = id == 0x35 ? 0x33 : 0x66;
        RawStream s;
        s.pass(texture.ref, 16, 16, {shade / 255.0, shade / 255.0, shade / 255.0, shade / 255.0});
        CHECK(g.exec(s));
        CHECK(!holds(texture.memory, texture.levels[0].bytesPerRow * 15 + 64, shade)); // nobody asked yet
        CHECK(g.command(Channel::Downloads, id, refs));
        for (uint64_t y = 0; y < 16; ++y) {
            Bytes row(64);
            texture.memory.read(y * texture.levels[0].bytesPerRow, row);
            CHECK(std::count(row.begin(), row.end(), std::byte{shade}) == 64);
        }
        CHECK(g.command(Channel::Downloads, 0x3f, refs));
    }
}
