#include "app/renderer/hud_source.h"

#include <algorithm>
#include <fstream>

#include <unistd.h>

#include "app/renderer/clock.h"

namespace app {

namespace {
uint64_t residentBytes() {
    uint64_t total = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return resident * uint64_t(sysconf(_SC_PAGESIZE));
}
} // namespace

ui::HudSnapshot HudSource::hudSnapshot() const {
    ui::HudSnapshot s;
    s.seconds = monotonicSeconds();
    for (size_t i = 0; i < s.counters.size(); ++i) s.counters[i] = counters.get(pvg::Counter(i));
    s.commands = counters.commands();
    s.declines = counters.declines();
    if (auto snapshot = engine.snapshot()) {
        s.frameIntervalsMs = snapshot->frameIntervalsMs;
        s.displays.assign(snapshot->displays.begin(), snapshot->displays.begin() + displays);
    }
    s.glRenderer = engine.glRenderer();
    s.glVersion = engine.glVersion();
    s.engineCpuSeconds = engine.cpuSeconds();
    s.guestMemoryBytes = memory.mappedBytes();
    s.guestRegions = memory.regionCount();
    s.residentBytes = residentBytes();
    auto [pending, figures] = engine.shaders(ui::HudSnapshot::kMostCompiling);
    for (auto& shader : pending) s.compiling.push_back({std::move(shader.name), shader.seconds, shader.isRunning});
    s.compilingCount = std::max<uint64_t>(figures.pending, s.compiling.size());
    s.gpuResets = page.gpuResets.load();
    s.gpuHangs = page.gpuHangs.load();
    s.lostPackets = page.lostPackets.load();
    if (recording) s.trace = recording->hudLine();
    if (!replayPath.empty()) s.trace = "replay of " + replayPath;
    return s;
}

ui::GuestStatus HudSource::guestStatus(uint32_t display) const {
    ui::GuestStatus s;
    s.socketPath = socketPath;
    s.replayPath = replayPath;
    s.isClientConnected = page.clientConnected.load() != 0;
    s.display = display;
    if (auto snapshot = engine.snapshot()) {
        s.protocolVersion = snapshot->protocolVersion;
        s.isDisplayOnline = snapshot->displays[display].online;
        s.isUnplugged = snapshot->displays[display].isUnplugged;
        s.isAsleep = snapshot->displays[display].isAsleep;
        s.framesPresented = snapshot->displays[display].frames;
        s.lastCommand = snapshot->lastCommand;
    }
    s.declines = counters.declineTotal();
    auto rows = counters.declines();
    auto most = std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.count < b.count; });
    if (most != rows.end()) s.topDecline = most->lastSentence;
    return s;
}

} // namespace app
