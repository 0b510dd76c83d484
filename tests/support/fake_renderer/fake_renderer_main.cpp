// Stands in for pvgl-renderer and pvgl-guest in the protocol tests. The renderer's side of the seam is the real one; what happens behind it
// is told by options of the real command line:
//   --frames N          Finished{0} once N doorbells of channel 0 were seen
//   --hud dies          ends with exit code 3 at the first doorbell of channel 31
//   --hud refuses       ends before the greeting with exit code 1
// Each doorbell of the root channel: FIFO_READ := FIFO_WRITTEN, status bit 0, private MSI.
#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

#include "pvg/exec/renderer_link.h"

namespace {

struct Arguments {
    int seam = -1;
    unsigned long frames = 0;
    std::string behaviour;
};

Arguments parse(int argc, char** argv) {
    Arguments a;
    for (int i = 1; i + 1 < argc; ++i) {
        if (!std::strcmp(argv[i], "--seam")) a.seam = std::atoi(argv[i + 1]);
        if (!std::strcmp(argv[i], "--frames")) a.frames = std::strtoul(argv[i + 1], nullptr, 10);
        if (!std::strcmp(argv[i], "--hud")) a.behaviour = argv[i + 1];
    }
    return a;
}

void serveDoorbells(pvg::RendererLink& link, const Arguments& a, std::atomic<bool>& isEnding) {
    pvg::seam::Page& page = link.page();
    for (unsigned long seen = 0; !isEnding;) {
        pollfd p{link.doorbellFd(), POLLIN, 0};
        if (::poll(&p, 1, 20) <= 0) continue;
        uint64_t count = 0;
        if (::read(link.doorbellFd(), &count, sizeof count) < 0) continue;
        const uint32_t bells = page.doorbells.exchange(0);
        if (a.behaviour == "dies" && (bells & 1u << 31)) std::_Exit(3);
        if (!(bells & 1)) continue;
        page.fifoRead = page.fifoWritten.load();
        page.interruptGpu.fetch_or(1);
        const uint64_t one = 1;
        if (::write(link.interruptFd(), &one, sizeof one) < 0) return;
        if (a.frames && ++seen >= a.frames) return;
    }
}

} // namespace

int main(int argc, char** argv) {
    if (std::strstr(argv[0], "pvgl-guest")) {
        for (;;) ::pause();
    }
    const Arguments a = parse(argc, argv);
    if (a.behaviour == "refuses") return 1;
    auto link = pvg::RendererLink::connect(a.seam);
    if (!link) return 1;
    pvg::GuestMemory memory;
    std::atomic<bool> isEnding{false};
    (*link)->start(memory, {[](const pvg::EngineEvent&) {}, [](bool) {}, [&isEnding] { isEnding = true; }});
    serveDoorbells(**link, a, isEnding);
    (*link)->finished(0);
    return 0;
}
