#include <fmt/format.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "app/renderer/bench.h"
#include "app/renderer/bench_direct.h"
#include "app/renderer/bench_report.h"
#include "app/renderer/bench_scene.h"

namespace app {

namespace {

constexpr uint32_t kDraws = 1000; // a packet
constexpr uint32_t kPackets = 10; // a round
constexpr uint32_t kRounds = 30;

// What --check holds the figures to: times the direct draw, microseconds.
constexpr double kMostRatio = 1.5, kMostOffsetUs = 0.5;

struct Figures {
    double us = 0, directUs = 0, calls = 0; // a draw
    double ratio() const { return us / directUs; }
};

Figures measure(BenchEngine& engine, BenchDirect& direct, const pvg::ExecPacket& packet, bool isFull) {
    std::vector<double> ours, theirs;
    const uint64_t calls = engine.counters().get(pvg::Counter::GlCalls);
    for (uint32_t round = 0; round < kRounds; ++round) {
        engine.use();
        for (uint32_t i = 0; i < kPackets; ++i) ours.push_back(engine.run(packet));
        direct.use();
        for (uint32_t i = 0; i < kPackets; ++i) theirs.push_back(direct.draw(kDraws, isFull));
    }
    return {pvg::smallest(ours) / (1e3 * kDraws), pvg::smallest(theirs) / (1e3 * kDraws),
            double(engine.counters().get(pvg::Counter::GlCalls) - calls) / (double(kDraws) * kPackets * kRounds)};
}

void print(const char* what, const Figures& f, bool isFull) {
    fmt::print("draws: {:28} {:.3f} us a draw with {:.2f} GL calls; directly {:.3f} us with {}; ratio {:.2f}\n", what, f.us, f.calls, f.directUs,
               BenchDirect::callsADraw(isFull), f.ratio());
}

nlohmann::ordered_json toJson(const Figures& f) {
    return {{"us_per_draw", f.us}, {"direct_us_per_draw", f.directUs}, {"ratio", f.ratio()}, {"gl_calls_per_draw", f.calls}};
}

std::string exceeded(const Figures& full, const Figures& offset) {
    std::string text;
    if (full.ratio() > kMostRatio) text += fmt::format("a draw with new state costs {:.2f} times the direct one, {} is the limit; ", full.ratio(), kMostRatio);
    if (offset.us > kMostOffsetUs) text += fmt::format("a draw with a new offset costs {:.3f} us, {} is the limit; ", offset.us, kMostOffsetUs);
    return text;
}

} // namespace

int benchDraws(const RendererOptions& options) {
    setenv("GALLIUM_NOOP", "1", 0);
    const BenchReport report("draws", options);
    auto engine = BenchEngine::create({});
    if (!engine) return report.fail(engine.error().text);
    auto direct = BenchDirect::create();
    if (!direct) return report.fail(direct.error().text);
    pvg::BenchGuest& guest = (*engine)->guest();
    const BenchScene scene(guest);
    const pvg::ExecPacket packets[] = {scene.drawPacket(guest, kDraws, true), scene.drawPacket(guest, kDraws, false)};
    if (!(*engine)->warmUp(packets)) return report.fail("the stream was declined in part");
    const Figures full = measure(**engine, **direct, packets[0], true), offset = measure(**engine, **direct, packets[1], false);
    if ((*engine)->counters().declineTotal() != 0) return report.fail("the stream was declined in part");
    print("everything changes:", full, true);
    print("the vertex offset changes:", offset, false);
    return report.finish({{"renderer", (*engine)->backend().caps().renderer}, {"full", toJson(full)}, {"offset", toJson(offset)}}, exceeded(full, offset));
}

} // namespace app
