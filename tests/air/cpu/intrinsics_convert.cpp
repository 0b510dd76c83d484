// air.convert.<kind>.<type>.<kind>.<type>[.rtz|.rte]: between integers and floats (intrinsics.tsv). Out of range saturates, NaN gives 0.
#include <cmath>
#include <sstream>

#include "intrinsic.h"

namespace aircpu {

namespace {

struct Conversion {
    bool toFloat = false, toSigned = false, fromFloat = false, fromSigned = false;
};

uint64_t integerOf(double value, bool isSigned, uint32_t width) {
    if (std::isnan(value)) return 0;
    if (width == 1) return value != 0.0;
    value = std::trunc(value);
    const double top = std::ldexp(1.0, int(width) - (isSigned ? 1 : 0)), low = isSigned ? -top : 0.0;
    if (value >= top) return isSigned ? (uint64_t(1) << (width - 1)) - 1 : ~uint64_t(0);
    if (value <= low) return isSigned ? uint64_t(1) << (width - 1) : 0;
    return isSigned ? uint64_t(int64_t(value)) : uint64_t(value);
}

// Integers of 64 bits do not fit a double: rounded to single precision in one step.
double floatOfInteger(uint64_t bits, bool isSigned, Element target) {
    if (target == Element::F32) return isSigned ? float(int64_t(bits)) : float(bits);
    return isSigned ? double(int64_t(bits)) : double(bits);
}

void convert(const Conversion& how, const Intrinsic& intrinsic, const Call& call) {
    const Element source = intrinsic.parameters[0].element, target = intrinsic.result.element;
    for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
        if (how.fromFloat) {
            const double value = readFloat(source, call.operands[0], lane);
            if (how.toFloat)
                writeFloat(target, call.result, lane, value);
            else
                writeBits(target, call.result, lane, integerOf(value, how.toSigned, bitsOf(target)));
            continue;
        }
        const uint64_t bits = how.fromSigned && source != Element::I1 ? uint64_t(readSigned(source, call.operands[0], lane))
                                                                      : readBits(source, call.operands[0], lane);
        if (how.toFloat)
            writeFloat(target, call.result, lane, floatOfInteger(bits, how.fromSigned && source != Element::I1, target));
        else
            writeBits(target, call.result, lane, target == Element::I1 ? bits != 0 : bits);
    }
}

} // namespace

bool bindConversion(Intrinsic& intrinsic) {
    std::istringstream tokens(intrinsic.name);
    std::string air, op, targetKind, targetType, sourceKind;
    for (std::string* part : {&air, &op, &targetKind, &targetType, &sourceKind}) std::getline(tokens, *part, '.');
    if (op != "convert" || intrinsic.parameters.size() != 1) return false;
    const Conversion how{targetKind == "f", targetKind == "s", sourceKind == "f", sourceKind == "s"};
    intrinsic.plain = [how](const Intrinsic& i, const Call& call) { convert(how, i, call); };
    return true;
}

} // namespace aircpu
