#include <fmt/format.h>

#include <cstring>
#include <nlohmann/json.hpp>

#include "app/renderer/bench.h"
#include "app/renderer/bench_report.h"
#include "app/renderer/bench_scene.h"

namespace app {

namespace guest = pvg::guest;

namespace {

// A 4K frame of BGRA8.
constexpr uint32_t kWidth = 3840, kHeight = 2160;
constexpr uint64_t kBytes = uint64_t(kWidth) * kHeight * 4;
constexpr uint64_t kRam = uint64_t(160) << 20;
constexpr uint32_t kRounds = 9;

// Of memcpy: what --check asks for.
constexpr double kLeastWhole = 0.7, kLeastScattered = 0.5;

enum class Way { Upload, WriteBack };

pvg::ObjectRef makeFrame(pvg::BenchGuest& g, bool isScattered) {
    const guest::TextureShape shape{
        .width = kWidth, .height = kHeight, .usage = guest::kUsageTarget | guest::kUsageRead, .storage = guest::Storage::Shared};
    const auto levels = guest::layoutLevels(shape, 256);
    const uint64_t bytes = levels.back().offset + levels.back().size;
    const uint64_t va = isScattered ? g.allocateScattered(bytes) : g.allocate({}, bytes);
    std::memset(g.at(va), 0x5a, bytes); // its pages, in whichever order
    return g.publish(2, guest::textureDescriptor(g.nextRef(), shape, levels, {pvg::GuestVirt{va}, bytes}));
}

// Reads one texel, for which the whole image has to come up.
pvg::ExecPacket readPacket(pvg::BenchGuest& g, pvg::ObjectRef frame, pvg::ObjectRef buffer) {
    guest::StreamWriter stream;
    stream.beginBlit();
    stream.copy(guest::ImagePlace{frame}, guest::LinearPlace{{buffer, 0}, 4, 4}, {1, 1, 1});
    return g.makePacket(stream);
}

// Clears all of it; the guest may look at once.
pvg::ExecPacket clearPacket(pvg::BenchGuest& g, pvg::ObjectRef frame) {
    guest::StreamWriter stream;
    guest::RenderPass pass;
    pass.color.texture = frame;
    pass.color.load = guest::LoadAction::Clear;
    pass.width = kWidth;
    pass.height = kHeight;
    stream.beginRender(pass);
    return g.makePacket(stream);
}

double copyOnce(std::byte* to, const std::byte* from) {
    const auto start = std::chrono::steady_clock::now();
    std::memcpy(to, from, kBytes);
    asm volatile("" : : "r"(to) : "memory");
    return pvg::since(start);
}

struct Figures {
    double wholeGbs = 0, scatteredGbs = 0, copyGbs = 0;
    uint64_t moved = 0; // bytes a round, by the counters
};

class TransferBench {
public:
    TransferBench(BenchEngine& engine, Way way) : m_engine(engine), m_way(way) {
        for (const bool isScattered : {false, true}) m_frames[isScattered] = makeFrame(engine.guest(), isScattered);
        m_buffer = engine.guest().makeBuffer(4096);
        for (const bool isScattered : {false, true})
            m_packets[isScattered] = way == Way::Upload ? readPacket(engine.guest(), m_frames[isScattered], m_buffer) : clearPacket(engine.guest(), m_frames[isScattered]);
    }
    Figures run() {
        std::vector<double> whole, scattered, copies;
        std::vector<std::byte> copy(kBytes);
        const uint64_t before = moved();
        for (uint32_t round = 0; round < kRounds; ++round) {
            whole.push_back(once(false));
            scattered.push_back(once(true));
            copies.push_back(m_way == Way::Upload ? copyOnce(copy.data(), m_engine.guest().at(0)) : copyOnce(m_engine.guest().at(kRam - kBytes), copy.data()));
        }
        const auto speed = [](const std::vector<double>& times) { return double(kBytes) / pvg::smallest(times); };
        return {speed(whole), speed(scattered), speed(copies), (moved() - before) / (2 * kRounds)};
    }

private:
    uint64_t moved() { return m_engine.counters().get(m_way == Way::Upload ? pvg::Counter::BytesUploaded : pvg::Counter::BytesWrittenBack); }
    double once(bool isScattered) {
        // What the guest says when it has written the pages (objects.md 5).
        if (m_way == Way::Upload) m_engine.executor().invalidateResource(pvg::BenchGuest::kTask, m_frames[isScattered], {.clearHost = true});
        return m_engine.runToEnd(m_packets[isScattered]);
    }

    BenchEngine& m_engine;
    Way m_way;
    pvg::ObjectRef m_frames[2], m_buffer;
    pvg::ExecPacket m_packets[2];
};

int benchTransfer(const char* name, Way way, const RendererOptions& options) {
    const BenchReport report(name, options);
    auto engine = BenchEngine::create({.ramBytes = kRam});
    if (!engine) return report.fail(engine.error().text);
    TransferBench bench(**engine, way);
    bench.run(); // first use makes the host objects
    const Figures f = bench.run();
    if ((*engine)->counters().declineTotal() != 0 || f.moved < kBytes) return report.fail("the frames were not moved in full");
    const double whole = f.wholeGbs / f.copyGbs, scattered = f.scatteredGbs / f.copyGbs;
    fmt::print("{}: a 4K frame {:.2f} GB/s, in scattered pages {:.2f} GB/s; memcpy {:.2f} GB/s; ratios {:.2f} and {:.2f}\n", name, f.wholeGbs, f.scatteredGbs,
               f.copyGbs, whole, scattered);
    std::string exceeded;
    if (whole < kLeastWhole) exceeded += fmt::format("a whole frame moves at {:.2f} of memcpy, {} is the limit; ", whole, kLeastWhole);
    if (scattered < kLeastScattered) exceeded += fmt::format("scattered pages move at {:.2f} of memcpy, {} is the limit; ", scattered, kLeastScattered);
    return report.finish({{"renderer", (*engine)->backend().caps().renderer},
                          {"whole_gbs", f.wholeGbs},
                          {"scattered_gbs", f.scatteredGbs},
                          {"memcpy_gbs", f.copyGbs},
                          {"ratio_whole", whole},
                          {"ratio_scattered", scattered}},
                         exceeded);
}

} // namespace

int benchUpload(const RendererOptions& options) { return benchTransfer("upload", Way::Upload, options); }
int benchWriteBack(const RendererOptions& options) { return benchTransfer("writeback", Way::WriteBack, options); }

} // namespace app
