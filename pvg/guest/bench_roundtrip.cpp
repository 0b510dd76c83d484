#include "pvg/guest/bench_roundtrip.h"

#include <cstdio>
#include <functional>

namespace pvg::guest {

namespace {

// False ends the measurement.
using Step = std::function<bool()>;

Result<Percentiles> measure(int samples, const Step& step, const Step& between) {
    std::vector<double> us;
    us.reserve(static_cast<size_t>(samples));
    for (int i = 0; i < samples; ++i) {
        bool isGood = false;
        us.push_back(timed([&] { isGood = step(); }));
        if (!isGood) return Error{Code::Io, "the measured path broke after " + std::to_string(i) + " rounds"};
        if (between && !between()) return Error{Code::Io, "the host went away after " + std::to_string(i) + " rounds"};
    }
    return percentilesOf(us);
}

Result<Percentiles> measureEcho(int samples, Result<EchoProcess> echo) {
    if (!echo) return echo.error();
    return measure(samples, [&] { return echo->ping(); }, {});
}

Result<Percentiles> measureCommands(Driver& driver, int samples) {
    const Step step = [&] {
        const Fence fence = driver.submit(Channel::Immediate, Command::Nop, {});
        for (int tries = 0; tries < 10; ++tries) {
            const Wake wake = driver.platform().waitForInterrupt(std::chrono::seconds(1));
            if (wake == Wake::HostGone) return false;
            if (wake == Wake::Interrupt && driver.isReached(fence)) return true;
        }
        return false;
    };
    // What the interrupt handler does, outside the measured span.
    const Step between = [&] {
        driver.readRegister(Register::InterruptGpu);
        driver.readRegister(Register::InterruptDisplay);
        return driver.isRunning();
    };
    return measure(samples, step, between);
}

Result<Percentiles> measureReads(Driver& driver, int samples) {
    return measure(samples, [&] { return driver.readRegister(Register::DisplayPortCount) == driver.portCount(); }, {});
}

std::string format(const char* pattern, const char* name, const Percentiles& p) {
    char line[160];
    std::snprintf(line, sizeof line, pattern, name, p.p50, p.p99);
    return line;
}

} // namespace

Result<RoundtripFigures> measureRoundtrip(Driver& driver, int samples) {
    RoundtripFigures figures;
    figures.samples = samples;
    // Yardsticks before and after would average the machine's drift; one directly beside each figure is what a ratio needs.
    PVG_TRY(figures.eventfdPing, measureEcho(samples, EchoProcess::overEventfd()));
    PVG_TRY(figures.command, measureCommands(driver, samples));
    PVG_TRY(figures.socketPing, measureEcho(samples, EchoProcess::overSocket()));
    PVG_TRY(figures.registerRead, measureReads(driver, samples));
    return figures;
}

std::string figuresText(const RoundtripFigures& f) {
    constexpr const char* kLine = "%-34s p50 %8.1f us   p99 %8.1f us\n";
    char ratios[200];
    std::snprintf(ratios, sizeof ratios, "command / eventfd ping-pong: %.1f (limit %.0f)\nregister read / socket ping-pong: %.1f\n",
                  f.commandRatio(), kCommandRatioLimit, f.readRatio());
    return format(kLine, "doorbell -> stamp -> MSI", f.command) + format(kLine, "eventfd ping-pong, two processes", f.eventfdPing) +
           format(kLine, "register read", f.registerRead) + format(kLine, "socket ping-pong, two processes", f.socketPing) + ratios;
}

std::string figuresJson(const RoundtripFigures& f) {
    constexpr const char* kMember = "  \"%s\": {\"p50_us\": %.2f, \"p99_us\": %.2f},\n";
    char ratios[256];
    std::snprintf(ratios, sizeof ratios, "  \"samples\": %d,\n  \"command_ratio\": %.2f,\n  \"command_ratio_limit\": %.0f,\n  \"read_ratio\": %.2f\n}\n",
                  f.samples, f.commandRatio(), kCommandRatioLimit, f.readRatio());
    return "{\n  \"name\": \"roundtrip\",\n" + format(kMember, "command", f.command) + format(kMember, "eventfd_ping", f.eventfdPing) +
           format(kMember, "register_read", f.registerRead) + format(kMember, "socket_ping", f.socketPing) + ratios;
}

} // namespace pvg::guest
