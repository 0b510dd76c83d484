// air.pack and air.unpack of normalised integers. The value is rounded to nearest even, as Metal's conversion rules for normalised formats
// say.
#include <cmath>

#include "intrinsic.h"
#include "run.h"

namespace aircpu {

namespace {

struct Format {
    bool isSigned = false;
    uint32_t lanes = 0, bits = 0;
};

void pack(const Format& f, const Intrinsic& intrinsic, const Call& call) {
    const double scale = std::ldexp(1.0, int(f.bits) - (f.isSigned ? 1 : 0)) - 1;
    uint64_t word = 0;
    for (uint32_t i = 0; i < f.lanes; ++i) {
        const double value =
            std::fmin(std::fmax(readFloat(intrinsic.parameters[0].element, call.operands[0], i), f.isSigned ? -1.0 : 0.0), 1.0);
        word |= (uint64_t(int64_t(std::nearbyint(value * scale))) & ((uint64_t(1) << f.bits) - 1)) << (i * f.bits);
    }
    writeBits(intrinsic.result.element, call.result, 0, word);
}

void unpack(const Format& f, const Intrinsic& intrinsic, const Call& call) {
    const double scale = std::ldexp(1.0, int(f.bits) - (f.isSigned ? 1 : 0)) - 1;
    const uint64_t word = readBits(intrinsic.parameters[0].element, call.operands[0], 0);
    for (uint32_t i = 0; i < f.lanes; ++i) {
        const uint64_t field = word >> (i * f.bits) << (64 - f.bits);
        const double value = f.isSigned ? double(int64_t(field) >> (64 - f.bits)) : double(field >> (64 - f.bits));
        const double result = std::fmax(value / scale, -1.0), error = ulpOf(intrinsic.result.element, result);
        writeFloat(intrinsic.result.element, call.result, i, currentRun().moved(result, error));
    }
}

bool readFormat(const std::string& family, Format& f) {
    f.isSigned = family.find(".snorm") != std::string::npos;
    if (!f.isSigned && family.find(".unorm") == std::string::npos) return false;
    f.lanes = family.ends_with("4x8") ? 4 : family.ends_with("2x16") ? 2 : 0;
    f.bits = f.lanes ? 32 / f.lanes : 0;
    return f.lanes != 0;
}

} // namespace

bool bindPacking(Intrinsic& intrinsic) {
    const bool isPack = intrinsic.family.starts_with("pack."), isUnpack = intrinsic.family.starts_with("unpack.");
    Format f;
    if ((!isPack && !isUnpack) || !readFormat(intrinsic.family, f)) return false;
    intrinsic.plain = [f, isPack](const Intrinsic& i, const Call& call) { isPack ? pack(f, i, call) : unpack(f, i, call); };
    return true;
}

} // namespace aircpu
