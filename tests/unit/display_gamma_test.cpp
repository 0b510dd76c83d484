// Tables of any length against an interpolation of our own in floating point.
#include "pvg/display/gamma.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace pvg;

namespace {
double expected(std::span<const uint32_t> table, int code) {
    const double at = code * double(table.size() - 1) / 255.0;
    const auto below = size_t(at);
    const double above = below + 1 < table.size() ? table[below + 1] : table[below];
    return table[below] + (above - table[below]) * (at - double(below));
}
} // namespace

TEST_CASE("ramps of tables of any length lie within half a step of the interpolated table") {
    for (size_t entries : {2U, 3U, 255U, 256U, 257U, 1000U, 1024U, 4096U}) {
        std::vector<uint32_t> words;
        for (size_t channel = 0; channel < 3; ++channel) {
            const double exponent = 0.45 + 0.6 * double(channel);
            for (size_t i = 0; i < entries; ++i) words.push_back(uint32_t(std::lround(65535 * std::pow(double(i) / double(entries - 1), exponent))));
        }
        const GammaRamp ramp = rampOf(words);
        for (size_t channel = 0; channel < 3; ++channel)
            for (int code = 0; code < 256; ++code) {
                CAPTURE(entries);
                CAPTURE(code);
                const double want = expected(std::span(words).subspan(channel * entries, entries), code);
                CHECK(std::abs(ramp.channels[channel][size_t(code)] - want) <= 0.51);
            }
    }
}

TEST_CASE("a table of 256 entries is taken as it is") {
    std::vector<uint32_t> words;
    for (uint32_t i = 0; i < 768; ++i) words.push_back(i * 7919 % 65536);
    const GammaRamp ramp = rampOf(words);
    for (uint32_t i = 0; i < 768; ++i) CHECK(ramp.channels[i / 256][i % 256] == words[i]);
}
