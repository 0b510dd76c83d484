// Random sequences of draws, dispatches, blits, CPU writes, page replacements, deletions and synchronisations over the executor and the OpenGL
// back end, against a model of the guest's memory. A sequence is its number: --first N --count 1 --verbose shows one.
#include <CLI/CLI.hpp>

#include <cstdio>

#include "renderer-gl/gl_backend.h"
#include "tests/gl/egl_context.h"
#include "tests/random/operations.h"

using namespace randomtest;

namespace {

constexpr int kSkipped = 77;
constexpr uint64_t kSequencesOfAWorld = 100;

struct Options {
    uint64_t first = 0, count = 500;
    bool isVerbose = false, isLowerLeft = false;
};

class Sequence {
public:
    Sequence(World& world, uint64_t number, bool isVerbose) : m_world(world), m_dice(number * 0x9e3779b97f4a7c15ULL + 1), m_isVerbose(isVerbose) {}

    // Empty, or what is wrong.
    std::string run() {
        for (const uint32_t task : {World::kFirstTask + 1, World::kFirstTask}) {
            m_world.setTask(task);
            for (uint32_t n = m_dice.between(1, 3); n > 0; --n) m_world.addBuffer(m_dice);
            for (uint32_t n = m_dice.between(1, 3); n > 0; --n) m_world.addTexture(m_dice);
        }
        if (m_dice.one(2)) m_world.addSurface(m_dice);
        for (uint32_t steps = m_dice.between(5, 14); steps > 0; --steps) {
            step();
            const std::string wrong = m_dice.one(3) ? m_world.check() : "";
            if (!wrong.empty()) return wrong;
        }
        for (const auto& r : m_world.resources()) m_world.synchronize(*r);
        return m_world.check();
    }
    const std::string& log() const { return m_log; }

private:
    void note(const std::string& what) {
        if (what.empty()) return;
        m_log += "  " + what + "\n";
        if (m_isVerbose) std::printf("  %s\n", what.c_str());
    }
    void step() {
        if (m_dice.one(4)) {
            m_task = World::kFirstTask + m_dice.below(World::kTasks);
            m_world.setTask(m_task);
            note("task " + std::to_string(m_task));
        }
        switch (m_dice.below(12)) {
        case 0:
            return change();
        case 1:
        case 2:
            return cpuWrite();
        case 3: {
            Resource& r = *m_dice.pick(m_world.resources());
            note("synchronize " + std::to_string(r.ref));
            return m_world.synchronize(r);
        }
        default:
            return packet();
        }
    }
    void packet() {
        PacketWriter writer(m_dice);
        for (uint32_t n = m_dice.between(1, 5); n > 0; --n) note(addCommand(m_world, m_dice, writer));
        m_world.submit(writer.take());
        note("- submitted");
    }
    void cpuWrite() {
        Resource& r = *m_dice.pick(m_world.resources());
        if (r.kind == Resource::Kind::Texture && !r.storage->isEager) return; // private
        const auto size = uint32_t(r.size());
        const uint32_t at = m_dice.below(size);
        ByteVector bytes(m_dice.between(1, size - at));
        for (uint8_t& b : bytes) b = m_dice.byte();
        m_world.cpuWrite(r, at, bytes);
        const bool isSaidNow = m_dice.one(2);
        if (isSaidNow) m_world.announce(r);
        note("the CPU writes " + std::to_string(bytes.size()) + " bytes at " + std::to_string(at) + " of " + std::to_string(r.ref) + (isSaidNow ? ", announced" : ""));
    }
    void change() {
        switch (m_dice.below(6)) {
        case 0:
            note("new texture");
            return m_world.addTexture(m_dice);
        case 1:
            note("new surface");
            return m_world.addSurface(m_dice);
        case 2:
            note("new view");
            return m_world.addView(m_dice);
        case 3:
            note("new texture over a buffer");
            return m_world.addBufferTexture(m_dice);
        case 4: {
            Resource& r = *m_dice.pick(m_world.resources());
            note("other pages behind " + std::to_string(r.ref));
            return m_world.replacePages(r, m_dice);
        }
        default: {
            const size_t index = m_dice.below(uint32_t(m_world.resources().size()));
            note("delete " + std::to_string(m_world.resources()[index]->ref));
            const uint32_t task = m_world.resources()[index]->task;
            m_world.remove(index);
            // Some pages come back at once; each task always has a buffer.
            m_world.setTask(std::max(task, World::kFirstTask));
            m_world.addBuffer(m_dice);
            return m_world.setTask(m_task);
        }
        }
    }

    World& m_world;
    Dice m_dice;
    bool m_isVerbose;
    uint32_t m_task = World::kFirstTask;
    std::string m_log;
};

// Sequences share a world for a while: refs, addresses and pages come back. A failing one is tried again in a world of its own, which tells
// whether its predecessors matter.
int runAll(const Options& options, pvg::Backend& backend, pvg::Counters& counters) {
    auto world = std::make_unique<World>(backend, counters);
    for (uint64_t n = options.first; n < options.first + options.count; ++n) {
        if (n % kSequencesOfAWorld == 0) world.reset(), world = std::make_unique<World>(backend, counters);
        if (options.isVerbose) std::printf("sequence %llu\n", static_cast<unsigned long long>(n));
        Sequence sequence(*world, n, options.isVerbose);
        std::string wrong = sequence.run();
        if (wrong.empty() && counters.get(pvg::Counter::GlDebugErrors) != 0) wrong = "OpenGL reported an error";
        if (!wrong.empty()) {
            std::printf("sequence %llu: %s\n%s", static_cast<unsigned long long>(n), wrong.c_str(), sequence.log().c_str());
            return 1;
        }
        world->clear();
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app{"Random sequences of GPU work against a model of the guest's memory."};
    app.add_option("--first", options.first, "number of the first sequence");
    app.add_option("--count", options.count, "how many");
    app.add_flag("--lower-left", options.isLowerLeft, "with the LOWER_LEFT clip origin");
    app.add_flag("--verbose", options.isVerbose, "say what is done");
    CLI11_PARSE(app, argc, argv);

    const gltest::EglContext context;
    if (!context.isValid()) {
        std::printf("skipped: %s\n", context.problem().c_str());
        return kSkipped;
    }
    Programs programs;
    gl::PresentQueue presents;
    pvg::Counters counters;
    gl::DebugLog debugLog(counters);
    auto backend = gl::createBackend({.debugLog = &debugLog, .forceLowerLeft = options.isLowerLeft}, programs, presents, counters);
    if (!backend) {
        std::printf("no back end: %s\n", backend.error().text.c_str());
        return 1;
    }
    const int result = runAll(options, **backend, counters);
    std::printf("%llu sequences, %llu draws, %llu blits, %llu bytes uploaded, %llu written back\n", static_cast<unsigned long long>(options.count),
                static_cast<unsigned long long>(counters.get(pvg::Counter::Draws)), static_cast<unsigned long long>(counters.get(pvg::Counter::Blits)),
                static_cast<unsigned long long>(counters.get(pvg::Counter::BytesUploaded)), static_cast<unsigned long long>(counters.get(pvg::Counter::BytesWrittenBack)));
    presents.destroyObjects();
    return result;
}
