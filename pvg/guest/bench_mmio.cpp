#include "pvg/guest/bench_mmio.h"

#include <cstdio>
#include <fstream>
#include <unistd.h>

namespace pvg::guest {

namespace {

constexpr size_t kBlock = 50; // samples of one kind in a row: a few milliseconds, so that all kinds see the same moments
constexpr useconds_t kBetweenBlocks = 16'000; // about a frame: the samples spread over seconds of the renderer's work
constexpr uint64_t kWarmUpFrames = 10;         // shaders are translated, buffers have their size
constexpr double kLeastLoad = 0.9;

// All processors' time so far, from /proc/stat.
struct CpuTime {
    uint64_t busy = 0, all = 0;
};
CpuTime cpuTime() {
    std::ifstream in("/proc/stat");
    std::string name;
    in >> name;
    CpuTime time;
    uint64_t value = 0;
    for (int column = 0; column < 8 && in >> value; ++column) { // user nice system idle iowait irq softirq steal
        time.all += value;
        if (column != 3 && column != 4) time.busy += value;
    }
    return time;
}

// Keeps the renderer supplied without ever waiting for it.
class Load {
public:
    Load(Session& session, Scene& scene) : m_session(session), m_scene(scene) {}
    bool top() {
        for (size_t i = 0; i < Session::kSlots && m_session.isSlotFree(m_next) && m_session.driver().isRunning(); ++i) m_session.draw(m_scene, m_next++);
        return m_session.driver().isRunning();
    }
    bool isWorking() const { return m_next > 0 && !m_session.isSlotFree(m_next - 1); }
    uint64_t frames() const { return m_next; }

private:
    Session& m_session;
    Scene& m_scene;
    uint64_t m_next = 0;
};

struct Samples {
    std::vector<double> reads, writes, pings;
    size_t blocks = 0, loaded = 0;
};

void readBlock(Samples& s, Driver& driver) {
    for (size_t i = 0; i < kBlock; ++i) {
        const Register r = i % 2 ? Register::FifoRead : Register::InterruptGpu;
        s.reads.push_back(timed([&] { driver.readRegister(r); }));
    }
}

void pingBlock(Samples& s, EchoProcess& echo) {
    for (size_t i = 0; i < kBlock; ++i) s.pings.push_back(timed([&] { echo.ping(); }));
}

void writeBlock(Samples& s, Driver& driver) {
    constexpr auto kQuiet = static_cast<uint32_t>(Channel::Immediate); // nothing to do there: the doorbell alone is measured
    for (size_t i = 0; i < kBlock; ++i) {
        s.writes.push_back(timed([&] { driver.writeRegister(Register::ChildDoorbell, kQuiet); }));
        driver.readRegister(Register::DisplayPortCount); // a guest does not write in bursts; the server catches up
    }
}

// What comes first meets a renderer that has just got work, and processes that have slept: by turns the one and the other.
void measureOnce(Samples& s, Driver& driver, EchoProcess& echo) {
    const bool isReadFirst = s.blocks % 2 == 0;
    if (isReadFirst) readBlock(s, driver);
    pingBlock(s, echo);
    if (!isReadFirst) readBlock(s, driver);
    writeBlock(s, driver);
    ++s.blocks;
}

std::string format(const char* pattern, const char* name, const Percentiles& p) {
    char line[160];
    std::snprintf(line, sizeof line, pattern, name, p.p50, p.p99, p.worst);
    return line;
}

} // namespace

bool MmioFigures::isWithinLimits() const {
    return loadedShare >= kLeastLoad && readRatio() <= kMmioRatioLimit && tailRatio() <= kMmioTailLimit;
}

Result<MmioFigures> measureMmio(Session& session, Scene& scene, size_t samples) {
    PVG_TRY(EchoProcess echo, EchoProcess::overSocket());
    Load load(session, scene);
    while (load.frames() < kWarmUpFrames && load.top()) session.waitForFrames();
    const CpuTime before = cpuTime();
    Samples s;
    while (s.reads.size() < samples) {
        if (!load.top()) return Error{Code::Io, "the host went away after " + std::to_string(s.reads.size()) + " reads"};
        const bool wasWorking = load.isWorking();
        measureOnce(s, session.driver(), echo);
        s.loaded += wasWorking && load.isWorking();
        ::usleep(kBetweenBlocks);
    }
    const CpuTime after = cpuTime();
    MmioFigures figures;
    figures.samples = s.reads.size();
    figures.frames = load.frames() - kWarmUpFrames;
    if (after.all > before.all) figures.cpuBusy = static_cast<double>(after.busy - before.busy) / static_cast<double>(after.all - before.all);
    figures.loadedShare = static_cast<double>(s.loaded) / static_cast<double>(s.blocks);
    figures.registerRead = percentilesOf(s.reads);
    figures.doorbellWrite = percentilesOf(s.writes);
    figures.socketPing = percentilesOf(s.pings);
    return figures;
}

std::string figuresText(const MmioFigures& f) {
    constexpr const char* kLine = "%-34s p50 %8.1f us   p99 %8.1f us   worst %8.1f us\n";
    char rest[300];
    std::snprintf(rest, sizeof rest,
                  "register read / socket ping-pong: median %.2f (limit %.0f), p99 %.2f (limit %.0f)\n%zu samples of each, %llu frames drawn meanwhile, "
                  "renderer at work in %.0f %% of the blocks, all processors %.0f %% busy\n",
                  f.readRatio(), kMmioRatioLimit, f.tailRatio(), kMmioTailLimit, f.samples, static_cast<unsigned long long>(f.frames),
                  100 * f.loadedShare, 100 * f.cpuBusy);
    return format(kLine, "register read", f.registerRead) + format(kLine, "socket ping-pong, two processes", f.socketPing) +
           format(kLine, "doorbell write, posted", f.doorbellWrite) + rest;
}

std::string figuresJson(const MmioFigures& f) {
    constexpr const char* kMember = "  \"%s\": {\"p50_us\": %.2f, \"p99_us\": %.2f, \"worst_us\": %.2f},\n";
    char rest[300];
    std::snprintf(rest, sizeof rest,
                  "  \"samples\": %zu,\n  \"frames\": %llu,\n  \"loaded_share\": %.3f,\n  \"cpu_busy\": %.3f,\n  \"median_ratio\": %.2f,\n  \"median_ratio_limit\": %.0f,\n"
                  "  \"p99_ratio\": %.2f,\n  \"p99_ratio_limit\": %.0f,\n  \"within_limits\": %s\n}\n",
                  f.samples, static_cast<unsigned long long>(f.frames), f.loadedShare, f.cpuBusy, f.readRatio(), kMmioRatioLimit, f.tailRatio(), kMmioTailLimit,
                  f.isWithinLimits() ? "true" : "false");
    return "{\n  \"name\": \"mmio\",\n" + format(kMember, "register_read", f.registerRead) + format(kMember, "socket_ping", f.socketPing) +
           format(kMember, "doorbell_write", f.doorbellWrite) + rest;
}

} // namespace pvg::guest
