// A whole small bring-up by the independent encoder: channels, device information, tasks, objects, display, packet, present.
#include "tests/unit/engine_machine.h"

using namespace pvg;
using namespace pvg::test;

TEST_CASE("the synthetic guest comes up, draws, presents and moves its cursor") {
    EngineWorld w;
    Machine machine(
        w.page, w.ram,
        [&](const EngineEvent& event) {
            w.memory.gate().invalidate(event.epoch);
            w.core->handle(event);
        },
        [&] {
            w.now = Clock::now();
            w.core->step(w.now);
            return w.interrupts() != 0;
        });
    guest::Driver driver(machine);
    bool isUp = driver.bringUp(6);
    CAPTURE(driver.failure());
    REQUIRE(isUp);
    CHECK(driver.deviceInfo(6) == 32768U);
    CHECK(driver.deviceInfo(10) == 7U);

    guest::Task kernel(driver, TaskId{0}, guest::Task::Kind::Kernel);
    guest::Task user(driver, TaskId{1}, guest::Task::Kind::User);
    guest::DisplayPipe display(driver, DisplayPort{0});
    bool isOpen = display.open();
    CAPTURE(driver.failure());
    REQUIRE(isOpen);
    REQUIRE(!display.modes().empty());
    CHECK(display.modes()[0].width == 1920);
    CHECK(display.modes()[0].refresh == 60U << 16);

    guest::Allocation stream = user.allocate(64);
    guest::CommandBuffer buffers[] = {{stream.address, 64}};
    guest::ResourceUse uses[] = {{ObjectRef{33}, guest::Written::ByGpu}};
    guest::Fence drawn = driver.submit(guest::Channel::Exec, guest::Command::ExecIndirect2, guest::encodeExec(user.id(), uses, buffers));
    guest::Fence fences[] = {drawn};
    guest::Fence shown = display.present(ObjectRef{0x2a}, fences);
    REQUIRE(driver.wait(shown));
    CHECK(driver.isReached(drawn));
    REQUIRE(executorScript().packets.size() == 1);
    CHECK(executorScript().packets[0].chunks[0].address == stream.address);
    CHECK(w.called("present 0 42 on 0"));

    CHECK(display.waitForVerticalBlank(std::chrono::milliseconds(500)));
    display.moveCursor(300, 200, true);
    for (int i = 0; i < 3; ++i) w.core->step(w.now);
    EngineSnapshot snapshot = w.core->snapshot();
    CHECK(snapshot.protocolVersion == 6);
    CHECK(snapshot.fifoEnabled);
    CHECK(snapshot.tasks == 2);
    CHECK(snapshot.displays[0].online);
    CHECK(snapshot.displays[0].cursorX == 300);
    CHECK(w.counters.declineTotal() == 0);
}
