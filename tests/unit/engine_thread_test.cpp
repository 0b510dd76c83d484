// The engine's own thread: wake-ups by doorbell and event, sleep when idle, end.
#include <ctime>
#include <thread>

#include "tests/unit/engine_machine.h"

using namespace pvg;
using namespace pvg::test;

namespace {

struct Threaded {
    explicit Threaded(EngineOptions options = {}) {
        executorScript() = {};
        REQUIRE(ram.mapInto(memory));
        engine = std::make_unique<Engine>(options, page, doorbellFd, interruptFd, memory, backend, counters);
        machine.onDoorbell = [this] {
            uint64_t one = 1;
            (void)!::write(doorbellFd, &one, sizeof one);
        };
        thread = std::thread([this] {
            engine->run();
            timespec used{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
            cpuSeconds = double(used.tv_sec) + double(used.tv_nsec) * 1e-9;
        });
    }
    ~Threaded() {
        stop();
        close(doorbellFd);
        close(interruptFd);
    }
    void stop() {
        engine->post({EngineEvent::Kind::Stop, {}, {}});
        if (thread.joinable()) thread.join();
    }

    GuestMemory memory;
    TestRam ram{64 << 20};
    seam::Page page{};
    int doorbellFd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), interruptFd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    FakeBackend backend;
    Counters counters;
    std::unique_ptr<Engine> engine;
    std::thread thread;
    double cpuSeconds = 0;
    Machine machine{page, ram,
                    [this](const EngineEvent& event) {
                        memory.gate().invalidate(event.epoch);
                        engine->post(event);
                    },
                    [this] {
                        std::this_thread::sleep_for(std::chrono::microseconds(100));
                        return takeEventFd(interruptFd) != 0;
                    }};
};

} // namespace

TEST_CASE("bring-up and presents over the engine's thread, which ends after the asked number of frames") {
    EngineOptions options;
    options.stopAfterFrames = 3;
    Threaded t(options);
    guest::Driver driver(t.machine);
    REQUIRE(driver.bringUp(6));
    guest::Task kernel(driver, TaskId{0}, guest::Task::Kind::Kernel);
    guest::DisplayPipe display(driver, DisplayPort{0});
    REQUIRE(display.open());
    guest::Fence shown;
    for (int i = 0; i < 3; ++i) shown = display.present(ObjectRef{0x2a}, {});
    CHECK(driver.wait(shown));
    t.thread.join();
    CHECK(t.engine->snapshot()->displays[0].frames == 3);
    CHECK(t.counters.get(Counter::FramesPresented) == 3);
}

TEST_CASE("an engine without a guest, and one whose guest is idle on the root channel, uses no CPU") {
    Threaded t;
    guest::Driver driver(t.machine);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    t.stop();
    CHECK(t.cpuSeconds < 0.05);
}

TEST_CASE("a thousand commands over channel and root arrive through doorbells alone") {
    Threaded t;
    guest::Driver driver(t.machine);
    REQUIRE(driver.bringUp(4));
    guest::Fence last;
    for (int i = 0; i < 1000; ++i) {
        driver.submit(guest::Channel::Root, guest::Command::Nop, {});
        last = driver.submit(guest::Channel::Immediate, guest::Command::Nop, {});
    }
    CHECK(driver.wait(last));
    CHECK(t.counters.declineTotal() == 0);
}

TEST_CASE("resets while commands are under way end with nothing written and a guest that comes up again") {
    Threaded t;
    for (int round = 0; round < 20; ++round) {
        guest::Driver driver(t.machine);
        REQUIRE(driver.bringUp(6));
        for (int i = 0; i < 50; ++i) driver.submit(guest::Channel::Immediate, guest::Command::Nop, {});
    }
    CHECK(t.counters.declineTotal() == 0);
}

TEST_CASE("blanks keep coming while one packet keeps the engine's thread busy") {
    Threaded t;
    guest::Driver driver(t.machine);
    REQUIRE(driver.bringUp(6));
    guest::Task kernel(driver, TaskId{0}, guest::Task::Kind::Kernel);
    guest::Task user(driver, TaskId{1}, guest::Task::Kind::User);
    guest::DisplayPipe display(driver, DisplayPort{0});
    REQUIRE(display.open());
    REQUIRE(display.waitForVerticalBlank(std::chrono::seconds(2))); // the acknowledgement has arrived
    std::atomic<bool> isReleased{false};
    executorScript().onExecute = [&] {
        for (int i = 0; i < 1000 && !isReleased; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    };
    guest::Allocation stream = user.allocate(64);
    guest::CommandBuffer buffers[] = {{stream.address, 64}};
    const guest::Fence drawn = driver.submit(guest::Channel::Exec, guest::Command::ExecIndirect2, guest::encodeExec(user.id(), {}, buffers));
    const uint64_t draws = t.engine->snapshot()->displays[0].figures.vblanks;
    int blanks = 0;
    for (int i = 0; i < 20; ++i) blanks += display.waitForVerticalBlank(std::chrono::milliseconds(250));
    CHECK(blanks == 20);
    CHECK(!driver.isReached(drawn));
    isReleased = true;
    CHECK(driver.wait(drawn));
    t.stop();
    CHECK(t.engine->snapshot()->displays[0].figures.vblanks >= draws + 20);
}

TEST_CASE("the cursor follows its page's words while one packet keeps the engine's thread busy") {
    Threaded t;
    guest::Driver driver(t.machine);
    REQUIRE(driver.bringUp(6));
    guest::Task kernel(driver, TaskId{0}, guest::Task::Kind::Kernel);
    guest::Task user(driver, TaskId{1}, guest::Task::Kind::User);
    guest::DisplayPipe display(driver, DisplayPort{0});
    REQUIRE(display.open());
    const guest::Allocation pixels = kernel.allocate(64);
    REQUIRE(driver.wait(display.setCursorGlyph({DisplayPort{0}, pixels.address, 4, 4, 1, 2, 0})));
    std::atomic<bool> isReleased{false};
    executorScript().onExecute = [&] {
        for (int i = 0; i < 1000 && !isReleased; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    };
    guest::Allocation stream = user.allocate(64);
    guest::CommandBuffer buffers[] = {{stream.address, 64}};
    const guest::Fence drawn = driver.submit(guest::Channel::Exec, guest::Command::ExecIndirect2, guest::encodeExec(user.id(), {}, buffers));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    display.moveCursor(100, 50, true);
    const auto isThere = [&] {
        const DisplaySnapshot d = t.engine->snapshot()->displays[0];
        return d.cursorVisible && d.cursorX == 99 && d.cursorY == 48;
    };
    for (int i = 0; i < 500 && !isThere(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    CHECK(isThere());
    CHECK(!driver.isReached(drawn));
    isReleased = true;
    CHECK(driver.wait(drawn));
    t.stop();
    CHECK(isThere());
}
