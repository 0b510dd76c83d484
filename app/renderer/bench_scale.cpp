#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "app/renderer/bench.h"
#include "app/renderer/bench_report.h"
#include "app/renderer/bench_scene.h"

namespace app {

namespace guest = pvg::guest;

namespace {

constexpr uint32_t kCounts[] = {100, 1000, 10000, 100000};
constexpr uint32_t kMost = kCounts[std::size(kCounts) - 1];
constexpr uint64_t kRam = (uint64_t(2) << 30) + (uint64_t(512) << 20);
constexpr uint32_t kRounds = 5;
constexpr uint32_t kWork = 100000; // at least so many items a round, so that small counts are not lost in the clock

// What --check allows of the largest cost an item over the smallest. Caches of the processor alone make some of it.
constexpr double kMostGrowth = 2;

struct Series {
    const char* what = "";
    std::vector<double> ns; // an item, by kCounts
    double growth() const { return *std::max_element(ns.begin(), ns.end()) / *std::min_element(ns.begin(), ns.end()); }
};

class ScaleBench {
public:
    explicit ScaleBench(BenchEngine& engine) : m_engine(engine), m_scene(engine.guest()) {}

    // All in one pass of one packet.
    Series draws() {
        return measure("draw", [&](uint32_t count) { return m_scene.drawPacket(m_engine.guest(), count, true); });
    }
    // Each draw with a buffer of its own, which is compared with its guest page.
    Series resources() {
        std::vector<pvg::ObjectRef> buffers;
        for (uint32_t i = 0; i < kMost; ++i) buffers.push_back(m_engine.guest().makeBuffer(64));
        return measure("resource", [&](uint32_t count) { return m_scene.resourcePacket(m_engine.guest(), std::span(buffers).first(count)); });
    }
    // One buffer of so many pages, all of which are looked up and compared.
    Series pages() {
        return measure("page", [&](uint32_t count) {
            const pvg::ObjectRef buffer = m_engine.guest().makeBuffer(uint64_t(count) * pvg::kPageSize);
            return m_scene.resourcePacket(m_engine.guest(), {&buffer, 1});
        });
    }

private:
    template <class Make>
    Series measure(const char* what, const Make& make) {
        Series series{what, {}};
        for (const uint32_t count : kCounts) {
            const pvg::ExecPacket packet = make(count);
            m_engine.warmUp({&packet, 1});
            std::vector<double> times;
            for (uint32_t round = 0; round < kRounds; ++round) {
                double sum = 0;
                const uint32_t repeats = std::max(1U, kWork / count);
                for (uint32_t i = 0; i < repeats; ++i) sum += m_engine.run(packet);
                times.push_back(sum / (double(repeats) * count));
            }
            series.ns.push_back(pvg::smallest(times));
        }
        return series;
    }

    BenchEngine& m_engine;
    BenchScene m_scene;
};

} // namespace

int benchScale(const RendererOptions& options) {
    setenv("GALLIUM_NOOP", "1", 0);
    const BenchReport report("scale", options);
    auto engine = BenchEngine::create({.ramBytes = kRam, .slots = kMost + 1024});
    if (!engine) return report.fail(engine.error().text);
    ScaleBench bench(**engine);
    nlohmann::ordered_json figures;
    std::string exceeded;
    for (const Series& s : {bench.draws(), bench.resources(), bench.pages()}) {
        fmt::print("scale: ns a {:9} {:8.1f} at 100, {:8.1f} at 1,000, {:8.1f} at 10,000, {:8.1f} at 100,000; growth {:.2f}\n", s.what, s.ns[0], s.ns[1], s.ns[2],
                   s.ns[3], s.growth());
        figures[s.what] = {{"counts", kCounts}, {"ns", s.ns}, {"growth", s.growth()}};
        if (s.growth() > kMostGrowth) exceeded += fmt::format("the cost of a {} grows {:.2f} times, {} is the limit; ", s.what, s.growth(), kMostGrowth);
    }
    if ((*engine)->counters().declineTotal() != 0) return report.fail("the streams were declined in part");
    return report.finish(figures, exceeded);
}

} // namespace app
