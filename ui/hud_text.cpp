#include "ui/hud_text.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace ui {

using pvg::Counter;

namespace {
struct Rates {
    const HudSnapshot& before;
    const HudSnapshot& now;

    double perSecond(uint64_t a, uint64_t b) const {
        double elapsed = now.seconds - before.seconds;
        return elapsed > 0 && b > a ? double(b - a) / elapsed : 0.0;
    }
    double of(Counter c) const { return perSecond(before.counter(c), now.counter(c)); }
    double perFrame(Counter c) const {
        double frames = of(Counter::FramesPresented);
        return frames > 0 ? of(c) / frames : 0.0;
    }
    double megabytes(Counter c) const { return of(c) / 1e6; }
};

// One line a display; none for a single one without news.
void addDisplays(const Rates& r, std::vector<std::string>& lines) {
    for (size_t i = 0; i < r.now.displays.size(); ++i) {
        const pvg::DisplaySnapshot& d = r.now.displays[i];
        const uint64_t before = i < r.before.displays.size() ? r.before.displays[i].frames : 0;
        if (r.now.displays.size() == 1 && d.figures.vblanksMissed == 0 && !d.gamma && d.isLit()) continue;
        const char* state = d.isUnplugged ? "unplugged" : d.isAsleep ? "asleep" : d.online ? "online" : "off line";
        lines.push_back(fmt::format("display {}: {}, {}x{} at {:g} Hz, {:.1f} fps, {} blanks missed{}", i, state, d.mode.width, d.mode.height,
                                    d.mode.refresh, r.perSecond(before, d.frames), d.figures.vblanksMissed, d.gamma ? ", gamma" : ""));
    }
}

std::vector<std::string> composeFps(const Rates& r) {
    std::vector<std::string> lines;
    lines.push_back(fmt::format("{:.1f} fps   frame {}", r.of(Counter::FramesPresented), r.now.counter(Counter::FramesPresented)));
    lines.push_back(fmt::format("{}  |  GL {}", r.now.glRenderer, r.now.glVersion));
    lines.push_back(fmt::format("per frame: {:.0f} draws, {:.0f} passes, {:.0f} dispatches", r.perFrame(Counter::Draws),
                                r.perFrame(Counter::Passes), r.perFrame(Counter::Dispatches)));
    addDisplays(r, lines);
    if (r.now.gpuResets + r.now.gpuHangs > 0)
        lines.push_back(fmt::format("the GPU was lost: resets {}, hangs {}, packets lost with it {}", r.now.gpuResets, r.now.gpuHangs, r.now.lostPackets));
    if (!r.now.trace.empty()) lines.push_back(r.now.trace);
    return lines;
}

std::string composeCost(const Rates& r) {
    double elapsed = r.now.seconds - r.before.seconds;
    double engine = elapsed > 0 ? 100.0 * (r.now.engineCpuSeconds - r.before.engineCpuSeconds) / elapsed : 0.0;
    return fmt::format("engine thread {:.0f} % of a core, HUD {:.0f} us a frame", engine, r.now.hudMicroseconds);
}

std::vector<std::string> composeFrameTimes(const HudSnapshot& now) {
    const auto& values = now.frameIntervalsMs;
    if (values.empty()) return {};
    float worst = *std::max_element(values.begin(), values.end());
    return {fmt::format("frame ms: p50 {:.1f}  p99 {:.1f}  max {:.1f}", percentile(values, 0.5), percentile(values, 0.99), worst)};
}

std::vector<std::string> composeShaders(const HudSnapshot& now) {
    if (now.compiling.empty()) return {};
    std::vector<std::string> lines{fmt::format("compiling {} shader{}:", now.compilingCount, now.compilingCount == 1 ? "" : "s")};
    for (const CompilingShader& shader : now.compiling)
        lines.push_back(fmt::format("{:>7.1f} s  {}{}", shader.seconds, shader.name, shader.isRunning ? "" : " (waits)"));
    if (now.compilingCount > now.compiling.size()) lines.push_back(fmt::format("and {} more", now.compilingCount - now.compiling.size()));
    return lines;
}

std::vector<std::string> composeCommands(const Rates& r) {
    std::map<std::string_view, uint64_t> earlier;
    for (const auto& row : r.before.commands) earlier[row.name] = row.count;
    std::vector<std::pair<double, std::string_view>> rows;
    for (const auto& row : r.now.commands) {
        double rate = r.perSecond(earlier[row.name], row.count);
        if (rate > 0) rows.emplace_back(rate, row.name);
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::vector<std::string> lines;
    for (const auto& [rate, name] : rows) {
        if (lines.size() == kHudCommandRows) break;
        lines.push_back(fmt::format("{:>9.0f}/s  {}", rate, name));
    }
    return lines;
}

std::vector<std::string> composeDeclines(const HudSnapshot& now) {
    std::vector<const pvg::DeclineCount*> rows;
    for (const auto& row : now.declines) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->count > b->count; });
    std::vector<std::string> lines;
    for (const auto* row : rows) {
        if (lines.size() == kHudDeclineRows) {
            lines.push_back(fmt::format("and {} more kinds", rows.size() - kHudDeclineRows));
            break;
        }
        lines.push_back(fmt::format("{:>7}x  {}", row->count, row->lastSentence));
    }
    return lines;
}

std::vector<std::string> composeMemory(const Rates& r) {
    return {
        fmt::format("guest RAM {:.0f} MiB in {} regions, this process {:.0f} MiB", double(r.now.guestMemoryBytes) / (1 << 20),
                    r.now.guestRegions, double(r.now.residentBytes) / (1 << 20)),
        fmt::format("MB/s: uploaded {:.1f}, gathered {:.1f}, written back {:.1f}", r.megabytes(Counter::BytesUploaded),
                    r.megabytes(Counter::BytesGathered), r.megabytes(Counter::BytesWrittenBack)),
    };
}
} // namespace

float percentile(std::vector<float> values, double share) {
    if (values.empty()) return 0.0F;
    auto rank = size_t(std::ceil(share * double(values.size())));
    size_t index = std::min(rank == 0 ? 0 : rank - 1, values.size() - 1);
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(index), values.end());
    return values[index];
}

bool HudText::saysTheSameAs(const HudText& o) const {
    return fps == o.fps && frameTimes == o.frameTimes && shaders == o.shaders && commands == o.commands && declines == o.declines && memory == o.memory;
}

HudText composeHudText(const HudSnapshot& before, const HudSnapshot& now) {
    Rates rates{before, now};
    return {composeFps(rates), composeCost(rates), composeFrameTimes(now), composeShaders(now), composeCommands(rates), composeDeclines(now), composeMemory(rates)};
}

} // namespace ui
