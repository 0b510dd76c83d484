// Operations of a simdgroup of 32 threads or of its quads, on the threads that arrive together (scheduler.h). A value taken from a thread
// that is not there is undefined.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>

#include "intrinsic.h"
#include "run.h"

namespace aircpu {

namespace {

using Calls = std::span<Call>;

struct Members {
    uint32_t width = 32; // 4: a quad
    Calls calls;
    uint32_t indexOf(const Call& call) const { return call.lane % width; }
    const Call* at(int64_t index) const {
        for (const Call& call : calls)
            if (indexOf(call) == index) return &call;
        return nullptr;
    }
};

using Operation = void (*)(const std::string& op, const Intrinsic&, const Members&);

uint64_t integerCombined(const std::string& op, uint64_t a, uint64_t b, uint32_t width) {
    const uint32_t unused = 64 - width;
    const auto signedOf = [&](uint64_t v) { return int64_t(v << unused) >> unused; };
    const bool isSigned = op.ends_with(".s");
    if (op.starts_with("sum")) return a + b;
    if (op.starts_with("product")) return a * b;
    if (op.starts_with("and")) return a & b;
    if (op.starts_with("or")) return a | b;
    if (op.starts_with("xor")) return a ^ b;
    const bool takesFirst = isSigned ? signedOf(a) < signedOf(b) : a < b;
    return takesFirst == op.starts_with("min") ? a : b;
}

// Any order of evaluation is allowed, so the error grows with the sum of magnitudes.
double floatCombined(const std::string& op, double a, double b, double& magnitude) {
    if (op.starts_with("sum")) {
        magnitude += std::fabs(b);
        return a + b;
    }
    if (op.starts_with("product")) {
        magnitude = std::fabs(a * b);
        return a * b;
    }
    magnitude = 0;
    return op.starts_with("min") ? std::fmin(a, b) : std::fmax(a, b);
}

// Over `chosen`, lane by lane, into `result`.
void combine(const std::string& op, const Intrinsic& intrinsic, const std::vector<const Call*>& chosen, char* result) {
    const Element element = intrinsic.result.element;
    for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
        if (isFloat(element)) {
            const bool isProduct = op.starts_with("product");
            double value = isProduct ? 1.0 : 0.0, magnitude = 0;
            for (size_t i = 0; i < chosen.size(); ++i) {
                const double next = readFloat(element, chosen[i]->operands[0], lane);
                value = i == 0 ? floatCombined(op,
                                               isProduct               ? 1.0
                                               : op.starts_with("sum") ? 0.0
                                                                       : next,
                                               next, magnitude)
                               : floatCombined(op, value, next, magnitude);
            }
            writeFloat(element, result, lane, currentRun().moved(value, 8 * ulpOf(element, magnitude) * (magnitude > 0)));
            continue;
        }
        uint64_t value = op.starts_with("product") ? 1 : 0;
        for (size_t i = 0; i < chosen.size(); ++i) {
            const uint64_t next = readBits(element, chosen[i]->operands[0], lane);
            value = i == 0 ? next : integerCombined(op, value, next, bitsOf(element));
        }
        writeBits(element, result, lane, value);
    }
}

void reduce(const std::string& op, const Intrinsic& intrinsic, const Members& members) {
    std::vector<const Call*> all;
    for (const Call& call : members.calls) all.push_back(&call);
    for (const Call& call : members.calls) combine(op, intrinsic, all, call.result);
}

// prefix_{inclusive,exclusive}_{sum,product}
void scan(const std::string& op, const Intrinsic& intrinsic, const Members& members) {
    const bool isInclusive = op.starts_with("prefix_inclusive_");
    const std::string what = op.substr(std::strlen("prefix_inclusive_"));
    for (const Call& call : members.calls) {
        std::vector<const Call*> before;
        for (const Call& other : members.calls)
            if (other.lane < call.lane || (isInclusive && other.lane == call.lane)) before.push_back(&other);
        combine(what, intrinsic, before, call.result);
    }
}

// The member that `call` takes its value from; a negative or too large number is nobody.
int64_t sourceOf(const std::string& op, const Intrinsic& intrinsic, const Members& members, const Call& call) {
    const int64_t self = members.indexOf(call), width = members.width;
    if (op.starts_with("broadcast_first")) return members.indexOf(*std::ranges::min_element(members.calls, {}, &Call::lane));
    const auto by = int64_t(readBits(intrinsic.parameters[1].element, call.operands[1], 0));
    if (op.starts_with("shuffle_xor")) return self ^ by;
    if (op.starts_with("shuffle_up")) return self - by;
    if (op.starts_with("shuffle_down")) return self + by;
    if (op.starts_with("shuffle_rotate_up")) return ((self - by) % width + width) % width;
    if (op.starts_with("shuffle_rotate_down")) return (self + by) % width;
    return by; // shuffle, broadcast
}

void shuffle(const std::string& op, const Intrinsic& intrinsic, const Members& members) {
    const Element element = intrinsic.result.element;
    for (const Call& call : members.calls) {
        const Call* source = members.at(sourceOf(op, intrinsic, members, call));
        for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
            const uint64_t own = readBits(element, call.operands[0], lane);
            writeBits(element, call.result, lane, source ? readBits(element, source->operands[0], lane) : currentRun().undefined(own));
        }
    }
}

// shuffle_and_fill_{up,down}(data, fill, delta, modulo): within runs of `modulo` threads, fill comes from the same shifted position.
void shuffleAndFill(const std::string& op, const Intrinsic& intrinsic, const Members& members) {
    const size_t bytes = bytesOf(intrinsic.result);
    for (const Call& call : members.calls) {
        const auto delta = int64_t(readBits(intrinsic.parameters[2].element, call.operands[2], 0));
        const bool hasModulo = intrinsic.parameters.size() > 3;
        const int64_t modulo = hasModulo ? int64_t(readBits(intrinsic.parameters[3].element, call.operands[3], 0)) : members.width;
        const int64_t self = members.indexOf(call), base = self / modulo * modulo, local = self - base;
        const int64_t from = op.find("_up") != std::string::npos ? local - delta : local + delta;
        const bool isInside = from >= 0 && from < modulo;
        const Call* source = members.at(base + ((from % modulo) + modulo) % modulo);
        if (source) std::memcpy(call.result, source->operands[isInside ? 0 : 1], bytes);
    }
}

void vote(const std::string& op, const Intrinsic& intrinsic, const Members& members) {
    uint64_t mask = 0, active = 0;
    for (const Call& call : members.calls) {
        const uint64_t bit = uint64_t(1) << members.indexOf(call);
        active |= bit;
        if (!call.operands.empty() && (readBits(Element::I1, call.operands[0], 0) & 1)) mask |= bit;
    }
    for (const Call& call : members.calls) {
        uint64_t value = mask;
        if (op == "all") value = mask == active;
        if (op == "any") value = mask != 0;
        if (op == "active_threads_mask") value = active;
        if (op == "is_first") value = uint32_t(std::countr_zero(active)) == members.indexOf(call);
        writeBits(intrinsic.result.element, call.result, 0, value);
    }
}

void isUniform(const std::string&, const Intrinsic& intrinsic, const Members& members) {
    const size_t bytes = bytesOf(intrinsic.parameters[0]);
    const bool isSame = std::ranges::all_of(
        members.calls, [&](const Call& c) { return std::memcmp(c.operands[0], members.calls[0].operands[0], bytes) == 0; });
    for (const Call& call : members.calls) writeBits(Element::I1, call.result, 0, isSame);
}

void helperThread(const std::string&, const Intrinsic&, const Members& members) {
    for (const Call& call : members.calls) writeBits(Element::I1, call.result, 0, 0);
}

Operation operationOf(const std::string& op) {
    if (op.starts_with("shuffle_and_fill_")) return shuffleAndFill;
    if (op.starts_with("prefix_")) return scan;
    if (op.starts_with("shuffle") || op.starts_with("broadcast")) return shuffle;
    for (const char* name : {"all", "any", "ballot", "active_threads_mask", "is_first"})
        if (op == name) return vote;
    if (op == "is_helper_thread") return helperThread;
    for (const char* name : {"sum", "product", "min", "max", "and", "or", "xor"})
        if (op.substr(0, op.find('.')) == name) return reduce;
    return nullptr;
}

// A simdgroup's calls, split into its quads when the operation is one of quads.
void perform(Operation operation, const std::string& op, const Intrinsic& intrinsic, Calls calls, uint32_t width) {
    std::ranges::sort(calls, {}, &Call::lane);
    for (size_t begin = 0; begin < calls.size();) {
        size_t end = begin;
        while (end < calls.size() && calls[end].lane / width == calls[begin].lane / width) ++end;
        operation(op, intrinsic, {width, calls.subspan(begin, end - begin)});
        begin = end;
    }
}

} // namespace

bool bindSimd(Intrinsic& intrinsic) {
    const std::string& family = intrinsic.family;
    if (family == "wg.barrier" || family == "simdgroup.barrier") {
        intrinsic.kind = family == "wg.barrier" ? Intrinsic::Kind::GroupBarrier : Intrinsic::Kind::SimdBarrier;
        intrinsic.simd = [](const Intrinsic&, Calls) {};
        return true;
    }
    const bool isQuad = family.starts_with("quad_");
    Operation operation = family.starts_with("is_uniform") ? isUniform : nullptr;
    std::string op;
    if (isQuad || family.starts_with("simd_")) {
        op = family.substr(5);
        operation = operationOf(op);
    }
    if (!operation) return false;
    intrinsic.kind = Intrinsic::Kind::Simd;
    const uint32_t width = isQuad ? 4 : 32;
    intrinsic.simd = [=](const Intrinsic& i, Calls calls) { perform(operation, op, i, calls, width); };
    return true;
}

} // namespace aircpu
