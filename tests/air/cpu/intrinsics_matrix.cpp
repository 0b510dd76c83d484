// air.simdgroup_matrix_8x8_*: each thread's <64 x T> is the whole matrix, row by row.
#include <cmath>
#include <cstring>

#include "intrinsic.h"
#include "run.h"

namespace aircpu {

namespace {

constexpr uint32_t kSize = 8;

struct Place {
    uint64_t address = 0;
    int64_t rowElements = 0, column = 0, row = 0;
    bool isTransposed = false;
};

// Operands by type: the pointer, i64 elements a row, <2 x i64> origin (x, y), i1 transpose.
Place placeOf(const Intrinsic& intrinsic, const Call& call) {
    Place p;
    for (size_t i = 0; i < intrinsic.parameters.size(); ++i) {
        const Shape shape = intrinsic.parameters[i];
        if (shape.element == Element::Pointer) p.address = readBits(Element::I64, call.operands[i], 0);
        if (shape.element == Element::I1) p.isTransposed = readBits(Element::I1, call.operands[i], 0) & 1;
        if (shape.element != Element::I64) continue;
        if (shape.lanes == 1) p.rowElements = readSigned(Element::I64, call.operands[i], 0);
        if (shape.lanes != 2) continue;
        p.column = readSigned(Element::I64, call.operands[i], 0);
        p.row = readSigned(Element::I64, call.operands[i], 1);
    }
    return p;
}

uint64_t addressOf(const Place& p, uint32_t element, size_t bytes) {
    int64_t row = element / kSize, column = element % kSize;
    if (p.isTransposed) std::swap(row, column);
    return p.address + uint64_t(((p.row + row) * p.rowElements + p.column + column) * int64_t(bytes));
}

void load(const Intrinsic& intrinsic, const Call& call) {
    const Place p = placeOf(intrinsic, call);
    const size_t bytes = bytesOf(intrinsic.result.element);
    for (uint32_t i = 0; i < kSize * kSize; ++i)
        std::memcpy(call.result + i * bytes, currentRun().memory.forReading(addressOf(p, i, bytes), bytes), bytes);
}

void store(const Intrinsic& intrinsic, const Call& call) {
    const Place p = placeOf(intrinsic, call);
    const Element element = intrinsic.parameters[0].element;
    const size_t bytes = bytesOf(element);
    for (uint32_t i = 0; i < kSize * kSize; ++i) {
        const uint64_t address = addressOf(p, i, bytes);
        std::memcpy(currentRun().memory.forWriting(address, bytes), call.operands[0] + i * bytes, bytes);
        currentRun().memory.stored(address, bytes, element);
    }
}

void fill(const Intrinsic& intrinsic, const Call& call) {
    const size_t bytes = bytesOf(intrinsic.result.element);
    const bool isDiagonal = intrinsic.family.ends_with("init_diag");
    for (uint32_t i = 0; i < kSize * kSize; ++i)
        if (!isDiagonal || i / kSize == i % kSize)
            std::memcpy(call.result + i * bytes, call.operands[0], bytes);
        else
            std::memset(call.result + i * bytes, 0, bytes);
}

// The threads of a simdgroup hold one matrix, so one error is drawn for all of them.
void multiply(const Intrinsic& intrinsic, std::span<Call> calls) {
    const auto at = [&](size_t operand, uint32_t i) {
        return readFloat(intrinsic.parameters[operand].element, calls[0].operands[operand], i);
    };
    const Element element = intrinsic.result.element;
    for (uint32_t i = 0; i < kSize * kSize; ++i) {
        double sum = at(2, i), magnitude = std::fabs(sum);
        for (uint32_t k = 0; k < kSize; ++k) {
            const double term = at(0, i / kSize * kSize + k) * at(1, k * kSize + i % kSize);
            sum += term;
            magnitude += std::fabs(term);
        }
        const double value = currentRun().moved(sum, 4 * ulpOf(element, magnitude));
        for (const Call& call : calls) writeFloat(element, call.result, i, value);
    }
}

using EachCall = void (*)(const Intrinsic&, const Call&);

} // namespace

bool bindMatrix(Intrinsic& intrinsic) {
    const std::string& family = intrinsic.family;
    if (!family.starts_with("simdgroup_matrix_8x8_")) return false;
    const EachCall each = family.ends_with("_load")                    ? load
                          : family.ends_with("_store")                 ? store
                          : family.find("_init_") != std::string::npos ? fill
                                                                       : nullptr;
    intrinsic.kind = Intrinsic::Kind::Simd;
    intrinsic.simd = multiply;
    if (each)
        intrinsic.simd = [each](const Intrinsic& i, std::span<Call> calls) {
            for (const Call& call : calls) each(i, call);
        };
    return each || family.ends_with("_multiply_accumulate");
}

} // namespace aircpu
