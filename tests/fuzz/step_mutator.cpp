// Mutates scripts as scripts: half of the time the plain byte mutator, else whole steps, whose framing stays right.
#include "tests/fuzz/step_mutator.h"

using pvg::fuzz::below;
using pvg::fuzz::Random;
using pvg::fuzz::Step;

namespace {

std::vector<Step> stepsOf(std::span<const uint8_t> input) {
    std::vector<Step> steps;
    pvg::fuzz::Script script(input);
    while (const auto step = script.next()) steps.push_back(*step);
    return steps;
}

void mutatePayload(const Step& step, std::vector<uint8_t>& out) {
    std::vector<uint8_t> bytes(step.bytes.begin(), step.bytes.end());
    const size_t room = bytes.size() + 16;
    bytes.resize(room);
    bytes.resize(LLVMFuzzerMutate(bytes.data(), step.bytes.size(), room));
    pvg::fuzz::appendStep(out, step.what, bytes);
}

std::vector<uint8_t> mutateSteps(std::vector<Step> steps, Random& random) {
    std::vector<uint8_t> out;
    const uint32_t at = steps.empty() ? 0 : below(random, uint32_t(steps.size()));
    const uint32_t how = steps.empty() ? 0 : below(random, 6);
    if (how == 1) steps.erase(steps.begin() + at);
    if (how == 2) steps.insert(steps.begin() + at, steps[below(random, uint32_t(steps.size()))]);
    if (how == 3) std::swap(steps[at], steps[below(random, uint32_t(steps.size()))]);
    for (uint32_t i = 0; i < steps.size(); ++i) {
        if (i == at && how == 0) pvg::fuzz::inventStep(random, out);
        if (i == at && how >= 4) mutatePayload(steps[i], out);
        else pvg::fuzz::appendStep(out, steps[i].what, steps[i].bytes);
    }
    if (steps.empty()) pvg::fuzz::inventStep(random, out);
    return out;
}

} // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed) {
    Random random(seed);
    if (below(random, 2) == 0) return LLVMFuzzerMutate(data, size, maxSize);
    std::vector<uint8_t> out = mutateSteps(stepsOf({data, size}), random);
    for (uint32_t more = below(random, 3); more > 0; --more) pvg::fuzz::inventStep(random, out);
    out.resize(std::min(out.size(), maxSize));
    std::copy(out.begin(), out.end(), data);
    return out.size();
}
