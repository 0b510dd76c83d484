#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "intrinsic.h"
#include "run.h"

namespace aircpu {

namespace {

// The numbers of IEEE maxNum and minNum: a NaN loses.
double numberMax(double a, double b) { return std::fmax(a, b); }
double numberMin(double a, double b) { return std::fmin(a, b); }
double median(double a, double b, double c) { return numberMax(numberMin(a, b), numberMin(numberMax(a, b), c)); }

struct Row {
    std::string_view family;
    double (*value)(double a, double b, double c, double u);
    double (*error)(double a, double b, double c, double r, double u);
};

#define FLOAT(family, value, error)                                                                                                        \
    Row{family,                                                                                                                            \
        []([[maybe_unused]] double a, [[maybe_unused]] double b, [[maybe_unused]] double c, [[maybe_unused]] double u) -> double {         \
            return value;                                                                                                                  \
        },                                                                                                                                 \
        []([[maybe_unused]] double a, [[maybe_unused]] double b, [[maybe_unused]] double c, [[maybe_unused]] double r,                     \
           [[maybe_unused]] double u) -> double { return error; }},
const std::array kRows = {
#include "intrinsics_float.inc"
};
#undef FLOAT

double operandAt(const Intrinsic& intrinsic, const Call& call, size_t index, uint32_t lane) {
    if (index >= intrinsic.parameters.size()) return 0.0;
    const Shape shape = intrinsic.parameters[index];
    const uint32_t at = shape.lanes == 1 ? 0 : lane;
    if (isFloat(shape.element)) return readFloat(shape.element, call.operands[index], at);
    return double(readSigned(shape.element, call.operands[index], at)); // ldexp's exponent
}

void computeLanes(const Row& row, const Intrinsic& intrinsic, const Call& call) {
    const Element element = intrinsic.result.element;
    const double unit = element == Element::F16 ? 0x1p-11 : element == Element::BF16 ? 0x1p-8 : 0x1p-24;
    for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
        const auto x = [&](size_t i) { return operandAt(intrinsic, call, i, lane); };
        const double a = x(0), b = x(1), c = x(2), plain = row.value(a, b, c, unit);
        const double r = intrinsic.isFast ? currentRun().finite(plain) : plain;
        const double error = row.error(a, b, c, r, ulpOf(element, r));
        writeFloat(element, call.result, lane, error != 0.0 ? currentRun().moved(r, error) : r);
    }
}

void dot(const Intrinsic& intrinsic, const Call& call) {
    const Shape shape = intrinsic.parameters[0];
    double sum = 0, magnitude = 0;
    for (uint32_t i = 0; i < shape.lanes; ++i) {
        const double term = readFloat(shape.element, call.operands[0], i) * readFloat(shape.element, call.operands[1], i);
        sum += term;
        magnitude += std::fabs(term);
    }
    // Any order, fused or not.
    writeFloat(intrinsic.result.element, call.result, 0, currentRun().moved(sum, 2 * ulpOf(intrinsic.result.element, magnitude)));
}

// air.sincos(x, thread pointer to the cosine)
void sincos(const Intrinsic& intrinsic, const Call& call) {
    char* cosine = nullptr;
    std::copy_n(call.operands[1], sizeof cosine, reinterpret_cast<char*>(&cosine));
    for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
        const double x = readFloat(intrinsic.parameters[0].element, call.operands[0], lane);
        const double error = 0x1p-11 + std::fabs(x) * 0x1p-22;
        writeFloat(intrinsic.result.element, call.result, lane, currentRun().moved(std::sin(x), error));
        writeFloat(intrinsic.result.element, cosine, lane, currentRun().moved(std::cos(x), error));
    }
}

} // namespace

bool bindFloat(Intrinsic& intrinsic) {
    if (!isFloat(intrinsic.result.element)) return false;
    if (intrinsic.family == "dot" || intrinsic.family == "sincos") {
        intrinsic.plain = intrinsic.family == "dot" ? dot : sincos;
        return true;
    }
    const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.family == intrinsic.family; });
    if (row == kRows.end()) return false;
    intrinsic.plain = [row](const Intrinsic& i, const Call& call) { computeLanes(*row, i, call); };
    return true;
}

} // namespace aircpu
