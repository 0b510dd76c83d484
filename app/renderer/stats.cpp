#include "app/renderer/stats.h"

#include <nlohmann/json.hpp>

#include "ui/hud_text.h"

namespace app {

using nlohmann::json;
using pvg::Counter;

namespace {
json composeCommands(const pvg::Counters& counters) {
    json commands = json::object();
    for (const auto& row : counters.commands()) commands[std::string(row.name)] = row.count;
    return commands;
}

json composeDeclines(const pvg::Counters& counters) {
    json declines = json::array();
    for (const auto& row : counters.declines()) {
        declines.push_back(
            {{"reason", pvg::declineName(row.reason)}, {"command", row.command}, {"count", row.count}, {"last", row.lastSentence}});
    }
    return declines;
}

json composeDisplay(size_t port, const pvg::DisplaySnapshot& d) {
    const pvg::DisplayFigures& f = d.figures;
    return {{"port", port},
            {"online", d.online},
            {"unplugged", d.isUnplugged},
            {"asleep", d.isAsleep},
            {"mode", {{"width", d.mode.width}, {"height", d.mode.height}, {"refresh", d.mode.refresh}}},
            {"modes", d.modeCount},
            {"generation", d.generation},
            {"width", d.width},
            {"height", d.height},
            {"frames_presented", d.frames},
            {"gamma", d.gamma != nullptr},
            {"vblanks", f.vblanks},
            {"vblanks_missed", f.vblanksMissed},
            {"online_events", f.onlineEvents},
            {"offline_events", f.offlineEvents},
            {"acks", f.acks},
            {"unexpected_acks", f.unexpectedAcks},
            {"stale_acks", f.staleAcks},
            {"sum_mismatches", f.sumMismatches}};
}

json composeGlMessages(const std::vector<gl::DebugLog::Row>& rows) {
    json messages = json::object();
    for (const auto& row : rows) messages[std::string(row.name)] = {{"count", row.count}, {"sample", row.sample}};
    return messages;
}

double cpuPerDraw(const pvg::Counters& counters, double seconds) {
    uint64_t draws = counters.get(Counter::Draws);
    return draws ? seconds * 1e6 / double(draws) : 0.0;
}
} // namespace

SeamFigures readSeamFigures(const pvg::seam::Page& page) {
    return {page.rendererRestarts.load(), page.registerReads.load(), page.registerWrites.load(), page.interruptsFired.load(),
            page.gpuResets.load(),        page.gpuHangs.load(),      page.lostPackets.load()};
}

json composeStats(const pvg::Counters& counters, const RunFigures& run) {
    json stats = json::object();
    for (size_t i = 0; i < size_t(Counter::Count); ++i) stats[std::string(pvg::counterKey(Counter(i)))] = counters.get(Counter(i));
    stats["commands"] = composeCommands(counters);
    stats["declines"] = composeDeclines(counters);
    stats["shaders"] = {{"translated", counters.get(Counter::ShadersTranslated)},
                        {"failed", counters.get(Counter::ShadersFailed)},
                        {"cached", counters.get(Counter::ShadersCached)},
                        {"pending", run.shaders.pending},
                        {"worker_deaths", run.shaders.workerDeaths},
                        {"longest_ms", run.shaders.longestMs}};
    stats["gl"] = {{"renderer", run.glRenderer}, {"version", run.glVersion}, {"messages", composeGlMessages(run.glMessages)}};
    stats["frame_ms"] = {{"p50", ui::percentile(run.frameIntervalsMs, 0.5)}, {"p99", ui::percentile(run.frameIntervalsMs, 0.99)}};
    stats["cpu_us_per_draw"] = cpuPerDraw(counters, run.engineCpuSeconds);
    stats["engine_cpu_seconds"] = run.engineCpuSeconds;
    stats["displays"] = json::array();
    for (size_t i = 0; i < run.displays.size(); ++i) stats["displays"].push_back(composeDisplay(i, run.displays[i]));
    stats["renderer_restarts"] = run.seam.rendererRestarts;
    stats["gpu_resets"] = run.seam.gpuResets;
    stats["gpu_hangs"] = run.seam.gpuHangs;
    stats["lost_packets"] = counters.get(Counter::LostPackets) + run.seam.lostPackets;
    stats["registers"] = {{"reads", run.seam.registerReads}, {"writes", run.seam.registerWrites}, {"interrupts", run.seam.interruptsFired}};
    if (run.record) {
        const RecordFigures& r = *run.record;
        stats["record"] = {{"bytes", r.fileBytes}, {"records", r.records}, {"lost_registers", r.lostRegisters}, {"ended", r.ended}};
    }
    if (run.replay) {
        const ReplayFigures& r = *run.replay;
        stats["replay"] = {{"commands", r.commands}, {"unknown_pages", r.unknownPages}, {"bad_records", r.badRecords}, {"segments", r.segments},
                           {"cut", r.cut}};
    }
    return stats;
}

} // namespace app
