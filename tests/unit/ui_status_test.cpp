#include "ui/status.h"

#include <doctest/doctest.h>

using ui::GuestStatus;
using ui::statusLines;

TEST_CASE("the head line follows the guest's start") {
    GuestStatus s;
    s.socketPath = "/run/a.sock";
    CHECK(statusLines(s).front() == "waiting for QEMU on /run/a.sock");
    s.isClientConnected = true;
    CHECK(statusLines(s).front() == "QEMU is connected; waiting for the guest's graphics driver");
    s.protocolVersion = 42;
    CHECK(statusLines(s).front() == "the guest's driver is up; waiting for it to open display 0");
    s.isDisplayOnline = true;
    CHECK(statusLines(s).front() == "display 0 is online; no frame yet");
    s.isUnplugged = true;
    CHECK(statusLines(s).front() == "display 0 is unplugged; F9 plugs it in again");
    s.framesPresented = 1;
    CHECK(statusLines(s) == std::vector<std::string>{"display 0 is unplugged; F9 plugs it in again"});
    s.isUnplugged = false;
    s.isAsleep = true;
    CHECK(statusLines(s) == std::vector<std::string>{"display 0 is asleep"});
    s.isAsleep = false;
    CHECK(statusLines(s).empty());
}

TEST_CASE("the last command and the declines are named") {
    GuestStatus s;
    s.isClientConnected = true;
    s.lastCommand = "DefineTask2";
    s.declines = 3;
    s.topDecline = "UnknownCommand: id 0x99";
    auto lines = statusLines(s);
    REQUIRE(lines.size() == 3);
    CHECK(lines[1] == "last command: DefineTask2");
    CHECK(lines[2] == "3 declined so far, most often: UnknownCommand: id 0x99");
}
