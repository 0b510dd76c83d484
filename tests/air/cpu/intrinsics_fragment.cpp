// Derivatives across a quad, and discard. Thread 4 n + 2 y + x is pixel (x, y) of quad n.
#include <cmath>

#include "intrinsic.h"
#include "run.h"

namespace aircpu {

namespace {

// Either row's (column's) difference may serve both. A neighbour that is not there has no value that anything says something about.
double difference(const Intrinsic& intrinsic, std::span<Call> quad, const Call& call, uint32_t axis, uint32_t lane) {
    const Run& run = currentRun();
    const uint32_t bit = 1U << axis, other = 3U & ~bit;
    const uint32_t self = run.isPerturbed ? (call.lane & ~other) | (uint32_t(currentRun().random()) & other) : call.lane;
    const auto valueAt = [&](uint32_t index) {
        for (const Call& c : quad)
            if (c.lane == index) return readFloat(intrinsic.parameters[0].element, c.operands[0], lane);
        currentRun().breakRule("a derivative is taken where not the whole quad is");
        return 0.0;
    };
    return valueAt(self | bit) - valueAt(self & ~bit);
}

void derive(const Intrinsic& intrinsic, std::span<Call> quad) {
    const Element element = intrinsic.result.element;
    for (const Call& call : quad)
        for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
            double value = 0;
            if (intrinsic.family == "fwidth")
                value = std::fabs(difference(intrinsic, quad, call, 0, lane)) + std::fabs(difference(intrinsic, quad, call, 1, lane));
            else
                value = difference(intrinsic, quad, call, intrinsic.family == "dfdy" ? 1 : 0, lane);
            writeFloat(element, call.result, lane, currentRun().moved(value, ulpOf(element, value)));
        }
}

void deriveByQuads(const Intrinsic& intrinsic, std::span<Call> calls) {
    for (size_t begin = 0, end = 0; begin < calls.size(); begin = end) {
        while (end < calls.size() && calls[end].lane / 4 == calls[begin].lane / 4) ++end;
        derive(intrinsic, calls.subspan(begin, end - begin));
    }
}

void discard(const Intrinsic&, const Call& call) {
    std::vector<bool>& discarded = currentRun().discarded;
    if (call.lane < discarded.size()) discarded[call.lane] = true;
}

} // namespace

bool bindFragment(Intrinsic& intrinsic) {
    if (intrinsic.family == "discard_fragment") {
        intrinsic.plain = discard;
        return true;
    }
    if (intrinsic.family != "dfdx" && intrinsic.family != "dfdy" && intrinsic.family != "fwidth") return false;
    intrinsic.kind = Intrinsic::Kind::Simd;
    intrinsic.simd = deriveByQuads;
    return true;
}

} // namespace aircpu
