// The grid of vertical blanks against exact arithmetic on the refresh rate's fraction.
#include "pvg/display/vblank_grid.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace pvg;
using namespace std::chrono_literals;

namespace {
constexpr Time kStart{1h};
constexpr uint32_t k100Hz = 100U << 16;
long double nanosecondsOf(Time t) { return (long double)(std::chrono::duration_cast<std::chrono::nanoseconds>(t - kStart).count()); }
} // namespace

TEST_CASE("the grid catches up one interval and forgets more") {
    VblankGrid grid(k100Hz);
    grid.start(kStart);
    CHECK(!grid.isDue(kStart + 9ms));
    CHECK(grid.isDue(kStart + 10ms));
    grid.take(kStart + 25ms); // one missed: the next slot is due already
    CHECK(grid.next() == kStart + 20ms);
    grid.take(kStart + 25ms);
    CHECK(grid.next() == kStart + 30ms);
    grid.take(kStart + 95ms); // six missed
    CHECK(grid.next() == kStart + 100ms);
    CHECK(grid.after(kStart + 1s) == kStart + 1010ms);
}

TEST_CASE("ten hours of fractional rates: slot k lies k periods behind the start, to the nanosecond") {
    for (const double rate : {59.94, 60.0, 23.976, 119.88, 75.025, 1.0, 1000.0, 143.9}) {
        const auto fixed = uint32_t(std::lround(rate * 65536));
        VblankGrid grid(fixed);
        grid.start(kStart);
        const long double period = 65536e9L / fixed;
        uint64_t slot = 0;
        long double worst = 0;
        while (grid.next() < kStart + 10h) {
            const Time at = grid.next();
            worst = std::max(worst, std::abs(nanosecondsOf(at) - (long double)(++slot) * period));
            grid.take(at + 300us); // as late as a thread wakes
        }
        CAPTURE(rate);
        CHECK(worst <= 1.0L);
        CHECK(std::abs((long double)(slot) - 36000e9L / period) <= 1.0L);
    }
}

TEST_CASE("late takers skip whole slots and stay on the grid") {
    const auto fixed = uint32_t(std::lround(59.94 * 65536));
    VblankGrid grid(fixed);
    grid.start(kStart);
    const long double period = 65536e9L / fixed;
    Time now = kStart;
    for (int i = 0; i < 100000; ++i) {
        now = grid.next() + std::chrono::microseconds(i * 7919 % 200000); // up to twelve periods late
        grid.take(now);
        const long double slots = nanosecondsOf(grid.next()) / period;
        REQUIRE(std::abs(slots - std::round(slots)) < 1e-6L);
        REQUIRE(grid.next() > now - 2 * grid.period());
    }
    CHECK(now > kStart + 1h);
}
