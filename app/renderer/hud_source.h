// Copies what the HUD and the state line show out of the live objects. Thread: window.
#pragma once

#include <string>

#include "app/renderer/engine_host.h"
#include "app/renderer/recording.h"
#include "pvg/base/counters.h"
#include "pvg/memory/guest_memory.h"
#include "pvg/seam/page.h"
#include "ui/hud_snapshot.h"
#include "ui/status.h"

namespace app {

struct HudSource {
    const EngineHost& engine;
    const pvg::Counters& counters;
    const pvg::GuestMemory& memory;
    const pvg::seam::Page& page;
    std::string socketPath;
    std::string replayPath;           // empty: a guest's work is shown
    uint32_t displays = 1;            // of the machine
    const Recording* recording = nullptr; // null: nothing is recorded

    ui::HudSnapshot hudSnapshot() const;
    ui::GuestStatus guestStatus(uint32_t display) const;
};

} // namespace app
