#include "tests/protocol/hostile_attack.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

#include "tests/golden/reference/image.h"

namespace hostile {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPasses = 2;
constexpr std::array<uint8_t, 3> kFirstColor{51, 102, 204}, kLastColor{204, 51, 102}; // B, G, R
constexpr double kSlowSeconds = 4;
// What allocators keep back; an object or packet that is leaked per attack costs more.
constexpr size_t kGrowthKb = 24 * 1024;

class Run {
public:
    Run(const std::vector<Attack>& attacks, const AttackOptions& options) : m_attacks(attacks), m_options(options) {}

    void all() {
        auto opened = VfioPlatform::open(m_host.socket());
        REQUIRE_MESSAGE(opened, "pvgl does not serve its socket: ", m_host.log());
        m_platform = std::move(*opened);
        bringUp();
        pass();
        show(kFirstColor);
        const Footprint half = m_host.footprint();
        pass();
        const Footprint end = m_host.footprint();
        show(kLastColor);
        m_guest.reset();
        m_platform.reset();
        checkFootprint(half, end);
        checkEnd();
    }

private:
    void bringUp() {
        m_guest = std::make_unique<Guest>(*m_platform, m_options.user);
        REQUIRE_MESSAGE(m_guest->isUp(), "bring-up: ", m_guest->problem(), "\n", m_host.log());
        REQUIRE_MESSAGE(m_guest->checkHealth() == "", "no clean start");
    }

    void show(std::array<uint8_t, 3> color) {
        if (m_options.showsOnFreshDevice) bringUp();
        CHECK(m_guest->present(color));
    }

    void pass() {
        for (const Attack& attack : m_attacks) {
            const auto start = Clock::now();
            attack.run(*m_guest);
            if (attack.breaksDevice) bringUp();
            const std::string wrong = m_guest->checkHealth();
            const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
            CHECK_MESSAGE(wrong == "", attack.name, ": ", wrong);
            CHECK_MESSAGE(seconds < kSlowSeconds, attack.name, " took ", seconds, " s");
            if (seconds > 1) MESSAGE(attack.name, " took ", seconds, " s");
            if (wrong != "") bringUp();
        }
    }

    void checkFootprint(const Footprint& half, const Footprint& end) {
        MESSAGE("descriptors ", half.descriptors, " -> ", end.descriptors, ", anonymous memory ", half.anonymousKb, " -> ", end.anonymousKb, " KiB");
        CHECK(half.descriptors > 0);
        CHECK(end.descriptors <= half.descriptors);
        CHECK(end.anonymousKb < half.anonymousKb + kGrowthKb);
    }

    void checkEnd() {
        CHECK(m_host.exitCode() == 0);
        const Stats stats = m_host.stats();
        CHECK(stats.rendererRestarts == 0);
        CHECK(stats.framesPresented == kPasses);
        std::map<DeclineKey, uint64_t> wanted;
        for (const Attack& attack : m_attacks)
            for (const DeclineKey& key : attack.declines) wanted[key] += kPasses;
        for (const auto& [key, count] : wanted) {
            const auto found = stats.declines.find(key);
            CHECK_MESSAGE((found == stats.declines.end() ? 0 : found->second) >= count, key.first, " of ", key.second);
        }
        for (const auto& [key, count] : stats.declines) {
            CHECK_MESSAGE(key.first != "HostFailure", key.second, ": ", stats.sentences.at(key));
            CHECK_MESSAGE(key.second != "", key.first, " names no command");
            if (std::getenv("HOSTILE_VERBOSE")) MESSAGE(count, " ", key.first, " ", key.second, ": ", stats.sentences.at(key));
        }
        std::string error;
        const auto picture = golden::readPng(m_host.screenshot(), error);
        REQUIRE_MESSAGE(picture, error);
        CHECK((picture->width == 64 && picture->height == 48));
        const golden::Rgb want{kLastColor[2], kLastColor[1], kLastColor[0]};
        CHECK(std::all_of(picture->pixels.begin(), picture->pixels.end(), [&](const golden::Rgb& p) { return p == want; }));
    }

    const std::vector<Attack>& m_attacks;
    const AttackOptions& m_options;
    Host m_host{kPasses};
    std::unique_ptr<VfioPlatform> m_platform;
    std::unique_ptr<Guest> m_guest;
};

} // namespace

void runAttacks(const std::vector<Attack>& attacks, const AttackOptions& options) {
    MESSAGE(attacks.size(), " cases");
    Run(attacks, options).all();
}

} // namespace hostile
