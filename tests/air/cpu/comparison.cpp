#include "comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "data_races.h"
#include "draw.h"

namespace aircpu {

namespace {

constexpr double kDeviations = 4, kUnits = 2;
// A value that its own errors can change by this part says nothing.
constexpr double kMeaningless = 0.25;

// Denormals of single precision and bfloat may be flushed or kept (air.md 6.1).
constexpr double kSmallestNormal = 0x1p-126;
bool isFlushable(double v) { return std::fabs(v) < kSmallestNormal; }

enum class Finding : uint8_t { Same, Different, Unsettled };

struct Value {
    uint32_t buffer = 0;
    size_t offset = 0;
    Element element = Element::None;
    bool isKnown = true; // that it is of that type: a small integer looks like a denormal
};

const std::byte* at(const std::map<uint32_t, Bytes>& buffers, const Value& v) { return buffers.at(v.buffer).data() + v.offset; }

bool areRunsEqual(const std::vector<Execution>& runs, const Value& v) {
    const size_t size = bytesOf(v.element);
    return std::ranges::all_of(runs, [&](const Execution& r) { return std::memcmp(at(r.buffers, v), at(runs[0].buffers, v), size) == 0; });
}

Finding compareFloats(const std::vector<Execution>& runs, const std::byte* gl, const Value& v) {
    const double expected = readFloat(v.element, at(runs[0].buffers, v), 0), found = readFloat(v.element, gl, 0);
    double deviation = 0;
    for (const Execution& run : runs) {
        const double other = readFloat(v.element, at(run.buffers, v), 0);
        if (std::isfinite(other) != std::isfinite(expected)) return Finding::Unsettled;
        deviation = std::max(deviation, std::isfinite(expected) ? std::fabs(other - expected) : 0.0);
    }
    if (std::isnan(expected) && std::isnan(found)) return Finding::Same;
    if (expected == found) return Finding::Same;
    if (isFlushable(expected) && isFlushable(found))
        return v.isKnown ? Finding::Same : areRunsEqual(runs, v) ? Finding::Different : Finding::Unsettled;
    const bool isInexact = runs[0].isInexact;
    if (!std::isfinite(found) && runs[0].metNoNumber) return Finding::Unsettled;
    if (!std::isfinite(expected)) return isInexact ? Finding::Unsettled : Finding::Different;
    const double allowed = isInexact ? kDeviations * deviation + kUnits * ulpOf(v.element, expected) : 0.0;
    if (std::fabs(found - expected) <= allowed) return Finding::Same;
    return deviation > kMeaningless * std::fabs(expected) ? Finding::Unsettled : Finding::Different;
}

// Older compilers store bfloat as its bits; which NaN it is, is not defined.
bool isBfloatNan(const std::byte* bits) { return std::isnan(readFloat(Element::BF16, bits, 0)); }

// `isStored`: in the plain run.
Finding compareValue(const std::vector<Execution>& runs, const std::byte* gl, const Value& v, bool isStored) {
    const bool isEqual = std::memcmp(gl, at(runs[0].buffers, v), bytesOf(v.element)) == 0;
    if (isEqual && !isStored) return Finding::Same;
    const Element kind = runs[0].written.at(v.buffer)[v.offset];
    const bool isStoredAlike = std::ranges::all_of(runs, [&](const Execution& r) { return r.written.at(v.buffer)[v.offset] == kind; });
    if (!isStoredAlike) return Finding::Unsettled;
    if (isFloat(v.element)) return isEqual ? Finding::Same : compareFloats(runs, gl, v);
    if (!areRunsEqual(runs, v)) return Finding::Unsettled;
    const bool areNans = v.element == Element::I16 && isBfloatNan(gl) && isBfloatNan(at(runs[0].buffers, v));
    return isEqual || areNans ? Finding::Same : Finding::Different;
}

// The value at `offset`: a whole one where all of its bytes were stored as that type, else a byte. What was copied out of thread memory has
// no type here; it is taken for single precision, which lets equal bits pass whatever they are, and no others that small.
Value valueAt(const Execution& run, uint32_t buffer, size_t offset) {
    const std::vector<Element>& written = run.written.at(buffer);
    const Element kind = written[offset], element = kind == Element::Other ? Element::F32 : kind;
    const size_t size = bytesOf(element);
    if (size == 0 || offset % size != 0 || offset + size > written.size()) return {buffer, offset, Element::I8};
    const auto begin = written.begin() + std::ptrdiff_t(offset);
    const bool isWhole = std::all_of(begin, begin + std::ptrdiff_t(size), [&](Element e) { return e == kind; });
    return {buffer, offset, isWhole ? element : Element::I8, kind != Element::Other};
}

// Compilers copy two words as one of 64 bits; where runs differ, one of the two may still be settled.
Value partAt(const std::vector<Execution>& runs, uint32_t buffer, size_t offset) {
    const Value v = valueAt(runs[0], buffer, offset);
    const std::vector<Element>& written = runs[0].written.at(buffer);
    const bool isUpperWord =
        offset % 8 == 4 && offset + 4 <= written.size() && written[offset] == Element::I64 && written[offset + 3] == Element::I64;
    const bool isLowerWord = v.element == Element::I64 && !areRunsEqual(runs, v);
    return isUpperWord || isLowerWord ? Value{buffer, offset, Element::I32} : v;
}

std::string describe(const std::vector<Execution>& runs, const std::byte* gl, const Value& v) {
    const std::byte* expected = at(runs[0].buffers, v);
    const bool isImage = v.buffer >= kFirstImage, isResult = !isImage && v.buffer >= kFirstResult;
    const std::string where = fmt::format("{} {} byte {}",
                                          isImage    ? "texture"
                                          : isResult ? "result"
                                                     : "buffer",
                                          v.buffer - (isImage    ? kFirstImage
                                                      : isResult ? kFirstResult
                                                                 : 0),
                                          v.offset);
    if (isFloat(v.element))
        return fmt::format("{}: GL {} ({:#x}), CPU {} ({:#x})", where, readFloat(v.element, gl, 0), readBits(v.element, gl, 0),
                           readFloat(v.element, expected, 0), readBits(v.element, expected, 0));
    return fmt::format("{} ({} bytes): GL {:#x}, CPU {:#x}", where, bytesOf(v.element), readBits(v.element, gl, 0),
                       readBits(v.element, expected, 0));
}

} // namespace

Comparison compare(const std::vector<Execution>& runs, const std::map<uint32_t, Bytes>& gl) {
    Comparison result;
    for (const auto& [buffer, bytes] : runs[0].buffers) {
        for (size_t offset = 0; offset < bytes.size();) {
            const Value v = partAt(runs, buffer, offset);
            const bool isStored = runs[0].written.at(buffer)[offset] != Element::None;
            const std::byte* found = gl.at(buffer).data() + offset;
            offset += bytesOf(v.element);
            Finding finding = compareValue(runs, found, v, isStored);
            if (finding == Finding::Different && runs[0].races && runs[0].races->areIn(buffer, v.offset, bytesOf(v.element)))
                finding = Finding::Unsettled;
            if (isStored || finding != Finding::Same) ++(finding == Finding::Unsettled ? result.unsettled : result.compared);
            if (finding == Finding::Different && result.different++ == 0) result.first = describe(runs, found, v);
        }
    }
    return result;
}

} // namespace aircpu
