#include "shape.h"

#include <llvm/IR/DerivedTypes.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace aircpu {

namespace {

struct Format {
    int fraction, smallest, largest; // stored fraction bits, exponents of normal numbers
};

Format formatOf(Element element) {
    if (element == Element::F16) return {10, -14, 15};
    if (element == Element::BF16) return {7, -126, 127};
    return {23, -126, 127};
}

// Of finite values; denormal doubles, far below what the formats hold, count as the smallest normal ones.
int exponentOf(double value) { return int(std::bit_cast<uint64_t>(value) >> 52 & 0x7ff) - 1023; }
double powerOfTwo(int exponent) { return std::bit_cast<double>(uint64_t(exponent + 1023) << 52); }

double roundTo(const Format& format, double value) {
    if (value == 0.0 || !std::isfinite(value)) return value;
    const int exponent = std::max(exponentOf(value), format.smallest);
    const double step = powerOfTwo(exponent - format.fraction);
    const double rounded = std::nearbyint(value / step) * step;
    return std::abs(rounded) >= std::ldexp(1.0, format.largest + 1) ? std::copysign(std::numeric_limits<double>::infinity(), value)
                                                                    : rounded;
}

uint16_t halfBits(double value) {
    const auto sign = uint16_t(std::signbit(value) ? 0x8000 : 0);
    if (std::isnan(value)) return sign | 0x7e00;
    value = std::abs(roundTo(formatOf(Element::F16), value));
    if (std::isinf(value)) return sign | 0x7c00;
    if (value < std::ldexp(1.0, -14)) return sign | uint16_t(std::ldexp(value, 24));
    const int exponent = std::ilogb(value);
    return uint16_t(sign | ((exponent + 15) << 10) | (int(std::ldexp(value, 10 - exponent)) & 0x3ff));
}

double halfValue(uint16_t bits) {
    const int exponent = (bits >> 10) & 31, fraction = bits & 0x3ff;
    double value = 0;
    if (exponent == 31)
        value = fraction ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
    else if (exponent == 0)
        value = std::ldexp(fraction, -24);
    else
        value = std::ldexp(fraction + 1024, exponent - 25);
    return bits & 0x8000 ? -value : value;
}

template <class T>
T readAs(const void* base, uint32_t lane) {
    T value;
    std::memcpy(&value, static_cast<const char*>(base) + lane * sizeof(T), sizeof(T));
    return value;
}

template <class T>
void writeAs(void* base, uint32_t lane, T value) {
    std::memcpy(static_cast<char*>(base) + lane * sizeof(T), &value, sizeof(T));
}

Element elementOf(llvm::Type* type) {
    if (type->isHalfTy()) return Element::F16;
    if (type->isBFloatTy()) return Element::BF16;
    if (type->isFloatTy()) return Element::F32;
    if (type->isPointerTy()) return Element::Pointer;
    if (type->isVoidTy()) return Element::None;
    if (type->isIntegerTy(1)) return Element::I1;
    if (type->isIntegerTy(8)) return Element::I8;
    if (type->isIntegerTy(16)) return Element::I16;
    if (type->isIntegerTy(32)) return Element::I32;
    return type->isIntegerTy(64) ? Element::I64 : Element::Other;
}

} // namespace

Shape shapeOf(llvm::Type* type) {
    if (auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type)) return {elementOf(vector->getElementType()), vector->getNumElements()};
    return {elementOf(type), 1};
}

bool isFloat(Element element) { return element == Element::F16 || element == Element::BF16 || element == Element::F32; }

uint32_t bitsOf(Element element) { return element == Element::I1 ? 1 : uint32_t(bytesOf(element) * 8); }

size_t bytesOf(Element element) {
    switch (element) {
    case Element::I1:
    case Element::I8:
        return 1;
    case Element::I16:
    case Element::F16:
    case Element::BF16:
        return 2;
    case Element::I32:
    case Element::F32:
        return 4;
    case Element::I64:
    case Element::Pointer:
        return 8;
    case Element::None:
    case Element::Other:
        break;
    }
    return 0;
}

double readFloat(Element element, const void* base, uint32_t lane) {
    if (element == Element::F16) return halfValue(readAs<uint16_t>(base, lane));
    if (element == Element::BF16) return std::bit_cast<float>(uint32_t(readAs<uint16_t>(base, lane)) << 16);
    return readAs<float>(base, lane);
}

void writeFloat(Element element, void* base, uint32_t lane, double value) {
    if (element == Element::F16) return writeAs(base, lane, halfBits(value));
    if (element == Element::F32) return writeAs(base, lane, float(value));
    const auto bits = std::bit_cast<uint32_t>(float(roundTo(formatOf(Element::BF16), value)));
    writeAs(base, lane, uint16_t(std::isnan(value) ? 0x7fc0 : bits >> 16));
}

double ulpOf(Element element, double value) {
    const Format format = formatOf(element);
    const int exponent = value == 0.0 || !std::isfinite(value) ? format.smallest : std::max(exponentOf(value), format.smallest);
    return powerOfTwo(exponent - format.fraction);
}

uint64_t readBits(Element element, const void* base, uint32_t lane) {
    switch (bytesOf(element)) {
    case 1:
        return readAs<uint8_t>(base, lane);
    case 2:
        return readAs<uint16_t>(base, lane);
    case 4:
        return readAs<uint32_t>(base, lane);
    default:
        return readAs<uint64_t>(base, lane);
    }
}

int64_t readSigned(Element element, const void* base, uint32_t lane) {
    const uint32_t unused = 64 - bitsOf(element);
    return int64_t(readBits(element, base, lane) << unused) >> unused;
}

void writeBits(Element element, void* base, uint32_t lane, uint64_t value) {
    switch (bytesOf(element)) {
    case 1:
        return writeAs(base, lane, uint8_t(element == Element::I1 ? value & 1 : value));
    case 2:
        return writeAs(base, lane, uint16_t(value));
    case 4:
        return writeAs(base, lane, uint32_t(value));
    default:
        return writeAs(base, lane, value);
    }
}

} // namespace aircpu
