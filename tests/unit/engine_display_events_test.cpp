// Events of a display: online handshake, vertical blanks, hot plug, mode lists, faults on demand.
#include "tests/unit/engine_display_world.h"

using namespace pvg;
using namespace pvg::test;

TEST_CASE("the online event comes when the mask shows bit 2, repeats every 200 ms, and ends with the ack") {
    DisplayWorld w;
    w.announce();
    w.interrupts();
    w.advance(50ms);
    CHECK(w.takePending() == 0);
    CHECK(w.interrupts() == 0); // nothing before the mask
    w.enableEvents(0xc);
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    CHECK(w.page.interruptDisp.exchange(0) == 1);
    CHECK(w.interrupts() == 1);
    w.advance(196ms);
    CHECK(w.takePending() == 0);
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    CHECK(!w.state().online);
    w.child(5, 0x02, Raw().u32(0).u32(77)); // any generation
    w.settle();
    CHECK(w.state().online);
    w.advance(1s);
    CHECK(w.takePending() == 0);
}

TEST_CASE("the online event gives up after 150 times until the next 0x01") {
    DisplayWorld w;
    w.announce();
    w.enableEvents(0xc);
    int events = 0;
    for (int i = 0; i < 400; ++i) {
        w.advance(100ms);
        events += w.takePending() == 4;
    }
    CHECK(events == 150);
    w.announce();
    w.advance(4ms);
    CHECK(w.takePending() == 4);
}

TEST_CASE("vertical blanks: on the grid, only what is armed, an unarmed slot stays due") {
    DisplayWorld w;
    w.bringOnline();
    w.advance(100ms);
    CHECK(w.takePending() == 0);
    w.enableEvents(0xd);
    w.advance(1ms);
    CHECK(w.takePending() == 1); // overdue: at once
    w.page.interruptDisp = 0;
    int blanks = 0;
    for (int i = 0; i < 1000; ++i) {
        w.advance(1ms);
        blanks += w.takePending() == 1;
    }
    CHECK(blanks >= 59);
    CHECK(blanks <= 61);
    CHECK(w.page.interruptDisp == 1);
    w.enableEvents(0xe);
    w.advance(17ms);
    CHECK(w.takePending() == 2);
}

TEST_CASE("a reset hides the cursor and takes the display off line, frames go on counting") {
    DisplayWorld w;
    w.bringOnline();
    w.present();
    w.event(EngineEvent::Kind::Reset);
    CHECK(!w.state().online);
    CHECK(w.state().frames == 1);
    w.enableEvents(0xf);
    w.advance(1s);
    CHECK(w.takePending() == 0);
}

TEST_CASE("unplugged: off line, presents are declined and stamped; plugged in again: a new generation, and frames resume") {
    DisplayWorld w;
    w.bringOnline();
    w.present();
    w.core->control({DisplayControl::Kind::Unplug, DisplayPort{0}}, w.now);
    CHECK(w.state().isUnplugged);
    CHECK(!w.state().online);
    w.advance(4ms);
    CHECK(w.takePending() == 8);
    w.enableEvents(0xe);
    w.present();
    CHECK(w.declined(DeclineReason::DisplayOffline) == 1);
    CHECK(w.stamp(5) == w.children[5].signal);
    CHECK(w.takePending() == 2); // the transaction is over all the same
    CHECK(w.state().frames == 1);
    const auto generation = w.ram.get<uint32_t>(kShared + 0x200);
    w.core->control({DisplayControl::Kind::Plug, DisplayPort{0}}, w.now);
    CHECK(w.ram.get<uint32_t>(kShared + 0x200) == generation + 1);
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    w.child(5, 0x02, Raw().u32(0).u32(generation + 1));
    w.present();
    CHECK(w.state().online);
    CHECK(w.state().frames == 2);
    CHECK(w.counters.declineTotal() == 1);
}

TEST_CASE("a port without a monitor has a page with its number, and no events; it survives a reset") {
    DisplayWorld w;
    w.core->control({DisplayControl::Kind::Unplug, DisplayPort{0}}, w.now);
    w.core->control({DisplayControl::Kind::Unplug, DisplayPort{9}}, w.now); // no such port
    w.event(EngineEvent::Kind::Reset);
    w.enable();
    w.children.clear();
    w.rootSignal = 0;
    w.setStamp(0, 0), w.setStamp(5, 0);
    w.defineChannel(5, 1);
    w.ram.put<uint16_t>(kShared + 0x12, 0xbeef);
    w.announce();
    CHECK(w.ram.get<uint16_t>(kShared + 0x12) == 0);
    w.enableEvents(0xf);
    w.advance(1s);
    CHECK(w.takePending() == 0);
}

TEST_CASE("a new mode list: rewritten behind the acknowledgement of the older one, blanks at its rate") {
    DisplayWorld w;
    w.announce();
    w.enableEvents(0xc);
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    w.core->control({DisplayControl::Kind::SetModes, DisplayPort{0}, {{1280, 720, 100}, {640, 480, 50}}}, w.now);
    w.core->control({DisplayControl::Kind::SetModes, DisplayPort{0}, {}}, w.now); // nothing to say
    CHECK(w.ram.get<uint16_t>(kShared + 0x208) == 1); // the guest may be reading the list
    CHECK(w.ram.get<uint16_t>(kShared + 0x210) == 1920);
    w.child(5, 0x02, Raw().u32(0).u32(w.ram.get<uint32_t>(kShared + 0x200)));
    w.settle();
    CHECK(w.ram.get<uint16_t>(kShared + 0x208) == 2);
    CHECK(w.ram.get<uint16_t>(kShared + 0x210) == 1280);
    CHECK(w.ram.get<uint16_t>(kShared + 0x14) == 320); // mm
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    w.child(5, 0x02, Raw().u32(0).u32(w.ram.get<uint32_t>(kShared + 0x200)));
    w.settle();
    w.enableEvents(0xd);
    const auto blanks = [&] {
        const uint64_t before = w.state().figures.vblanks;
        for (int i = 0; i < 1000; ++i) w.advance(1ms);
        return w.state().figures.vblanks - before;
    };
    CHECK(blanks() == 100);
    // The guest's own choice shows in the size of its pictures.
    executorScript().presentWidth = 640;
    executorScript().presentHeight = 480;
    w.present();
    CHECK(w.state().mode == DisplayMode{640, 480, 50});
    CHECK(blanks() == 50);
    executorScript().presentWidth = 641; // no mode of ours
    w.present();
    CHECK(w.state().width == 641);
    CHECK(blanks() == 50);
}

TEST_CASE("faults on demand: unplugged for a moment, or another mode list, at the N-th frame") {
    EngineOptions options;
    options.modes = {{640, 480, 60}, {800, 600, 60}};
    SUBCASE("hotplug") {
        options.faults = {{DisplayFault::Kind::HotPlug, 2}};
        DisplayWorld w(options);
        w.bringOnline();
        w.present();
        CHECK(!w.state().isUnplugged);
        w.present();
        CHECK(w.state().isUnplugged);
        w.advance(4ms);
        CHECK(w.takePending() == 8);
        w.advance(300ms);
        CHECK(!w.state().isUnplugged);
        w.advance(4ms);
        CHECK(w.takePending() == 4);
    }
    SUBCASE("modes") {
        options.faults = {{DisplayFault::Kind::ModeChange, 1}};
        DisplayWorld w(options);
        w.bringOnline();
        w.present();
        CHECK(w.ram.get<uint16_t>(kShared + 0x210) == 800);
        CHECK(w.ram.get<uint16_t>(kShared + 0x220) == 640);
        w.advance(4ms);
        CHECK(w.takePending() == 4);
    }
}
