// Runs a table of attacks against one pvgl, twice, and checks what must hold after each and at the end.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/protocol/hostile_guest.h"
#include "tests/protocol/hostile_host.h"

namespace hostile {

struct Attack {
    std::string name;
    std::function<void(Guest&)> run;
    std::vector<DeclineKey> declines = {}; // what --stats must name afterwards, at least once per run of the attack
    bool breaksDevice = false;             // the guest has to bring the device up anew before it can go on
};

struct AttackOptions {
    TaskId user{1};             // number of the task whose picture has to stay right
    bool showsOnFreshDevice = false; // the attacks may have hit the display: it comes up anew before it shows a picture
};

// After each attack registers answer, a stamp comes and a cleared picture reads back exactly.
void runAttacks(const std::vector<Attack>& attacks, const AttackOptions& options = {});

} // namespace hostile
