// pvgl-guest: a vfio-user client that plays QEMU and the guest's driver together (architecture.md 5).
#include <cstdio>
#include <fstream>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "pvg/guest/bench_mmio.h"
#include "pvg/guest/bench_roundtrip.h"
#include "pvg/guest/console.h"
#include "pvg/guest/metallib_cut.h"
#include "pvg/guest/scenes/features/gallery.h"
#include "pvg/guest/scenes/scenes.h"
#include "pvg/guest/vfio_platform.h"

namespace {

using namespace pvg;
using namespace pvg::guest;

constexpr int kDone = 0, kFailed = 1, kUsage = 2;
constexpr int kRoundtripSamples = 5000;
constexpr size_t kMmioSamples = 10000;

struct Options {
    std::string socket, scene, bench, jsonFile, size, gallery, pictures;
    PairNames pair;
    bool isList = false, isUnpaced = false, isChecked = false, isConsole = false;
    uint64_t frames = 0;
    uint32_t version = 6;
    uint32_t width = 0, height = 0;
};

int fail(const std::string& sentence) {
    std::fprintf(stderr, "pvgl-guest: %s\n", sentence.c_str());
    return kFailed;
}

void addOptions(CLI::App& app, Options& o) {
    app.add_option("--socket", o.socket, "vfio-user socket of pvgl");
    app.add_option("--scene", o.scene, "scene to draw; --list names them");
    app.add_option("--metallib", o.pair.file, "draw a triangle with two functions of this Metal library")->check(CLI::ExistingFile);
    app.add_option("--vertex", o.pair.vertex, "vertex function of --metallib");
    app.add_option("--fragment", o.pair.fragment, "fragment function of --metallib");
    app.add_flag("--list", o.isList, "list the scenes, then the feature scenes as TOPIC/NAME");
    app.add_option("--gallery", o.gallery, "draw every feature scene of this topic once, then one frame with all of them");
    app.add_option("--pictures", o.pictures, "where --gallery writes a file TOPIC.NAME.ppm for each")->check(CLI::ExistingDirectory);
    app.add_option("--bench", o.bench, "measure instead of drawing")->check(CLI::IsMember({"roundtrip", "mmio"}));
    app.add_option("--json", o.jsonFile, "write the benchmark's figures to this file");
    app.add_flag("--console", o.isConsole, "take commands from standard input, one a line: frames SCENE COUNT VERSION, reset version|fifo|function|sleep, "
                                          "busy FRAMES, quit");
    app.add_flag("--check", o.isChecked, "exit 1 when --bench mmio is over its limits");
    app.add_option("--frames", o.frames, "stop after so many frames (0: when the host leaves)");
    app.add_flag("--unpaced", o.isUnpaced, "do not wait for vertical blanks");
    app.add_option("--size", o.size, "surface size as WxH (default: the display's first mode)");
    app.add_option("--protocol", o.version, "protocol version to propose")->check(CLI::Range(1u, 6u));
}

bool parseSize(Options& o) {
    if (o.size.empty()) return true;
    char end = 0;
    return std::sscanf(o.size.c_str(), "%ux%u%c", &o.width, &o.height, &end) == 2 && o.width > 0 && o.height > 0;
}

int listScenes() {
    for (const SceneInfo& s : scenes()) std::printf("%-10s %s\n", std::string(s.name).c_str(), std::string(s.summary).c_str());
    for (const Feature& f : features())
        std::printf("%-30s %s\n", (std::string(f.topic) + "/" + std::string(f.name)).c_str(), std::string(f.summary).c_str());
    return kDone;
}

template <class Figures>
int report(const Figures& figures, const Options& o) {
    std::fputs(figuresText(figures).c_str(), stdout);
    if (o.jsonFile.empty()) return kDone;
    std::ofstream out(o.jsonFile);
    out << figuresJson(figures);
    return out.good() ? kDone : fail("cannot write " + o.jsonFile);
}

int runRoundtrip(Session& session, const Options& o) {
    const auto figures = measureRoundtrip(session.driver(), kRoundtripSamples);
    return figures ? report(*figures, o) : fail(figures.error().text);
}

// The desktop at the display's full size: tens of milliseconds of llvmpipe a frame.
int runMmio(Session& session, const Options& o) {
    const auto scene = makeScene("desktop");
    scene->prepare(session);
    const auto figures = measureMmio(session, *scene, kMmioSamples);
    if (!figures) return fail(session.driver().failure().empty() ? figures.error().text : session.driver().failure());
    if (const int code = report(*figures, o); code != kDone || !o.isChecked || figures->isWithinLimits()) return code;
    return fail("register reads are over their limits");
}

int runScene(Session& session, const Options& o) {
    std::unique_ptr<Scene> scene = makeScene(o.scene);
    if (!scene) {
        auto pair = cutPair(o.pair);
        if (!pair) return fail(pair.error().text);
        scene = makeMetallibScene(std::move(*pair));
    }
    scene->prepare(session);
    if (session.driver().isRunning()) session.run(*scene, o.frames);
    return session.driver().failure().empty() ? kDone : fail(session.driver().failure());
}

int runGallery(Session& session, const Options& o) {
    const std::string problem = Gallery(o.pictures).play(session, featuresOf(o.gallery));
    if (!session.driver().failure().empty()) return fail(session.driver().failure());
    return problem.empty() ? kDone : fail(problem);
}

int runConsole(VfioPlatform& platform) {
    const auto say = [](const std::string& answer) {
        std::puts(answer.c_str());
        std::fflush(stdout);
    };
    LineReader lines(STDIN_FILENO);
    return Console(platform, lines, [](const std::string& name) { return makeScene(name); }, say).serveAll() ? kDone : kFailed;
}

// Exactly one of scene, library pair, benchmark and console.
bool isUsable(const Options& o) {
    const int kinds = !o.scene.empty() + !o.pair.file.empty() + !o.bench.empty() + !o.gallery.empty() + o.isConsole;
    if (o.socket.empty() || kinds != 1) return false;
    if (!o.gallery.empty()) return !o.pictures.empty() && !featuresOf(o.gallery).empty();
    if (!o.scene.empty()) return makeScene(o.scene) != nullptr;
    return o.pair.file.empty() || (!o.pair.vertex.empty() && !o.pair.fragment.empty());
}

int run(const Options& o) {
    auto platform = VfioPlatform::open(o.socket);
    if (!platform) return fail(platform.error().text);
    if (o.isConsole) return runConsole(**platform);
    Session session(**platform, {o.version, o.width, o.height, !o.isUnpaced && o.bench.empty()});
    if (!session.driver().failure().empty()) return fail(session.driver().failure());
    if (!session.driver().isRunning()) return fail("the host left before the display was up: " + (*platform)->lostBecause());
    if (!o.gallery.empty()) return runGallery(session, o);
    if (o.bench.empty()) return runScene(session, o);
    return o.bench == "mmio" ? runMmio(session, o) : runRoundtrip(session, o);
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app{"Synthetic guest of the paravirtual GPU: plays QEMU and the macOS driver over a vfio-user socket", "pvgl-guest"};
    addOptions(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    if (options.isList) return listScenes();
    if (!isUsable(options) || !parseSize(options)) {
        std::fprintf(stderr, "pvgl-guest: needs --socket and one of --scene NAME (see --list), --metallib FILE with --vertex and --fragment, "
                             "--gallery TOPIC with --pictures, --bench NAME or --console; sizes are WxH\n");
        return kUsage;
    }
    return run(options);
}
