// The AIR intrinsics on the CPU (intrinsics.tsv, column "semantics"). A call site stores its operands into a frame; the row of the family
// computes the result from there, lane by lane in double precision, moves it by the error it is allowed (run.h) and rounds it once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "shape.h"

namespace llvm {
class Function;
}

namespace aircpu {

// One lane's call. Operands and result lie in the caller's frame.
struct Call {
    std::vector<char*> operands;
    char* result = nullptr;
    uint32_t lane = 0; // thread index in threadgroup
};

struct Intrinsic {
    std::string name;   // air.fast_fmax.f32
    std::string family; // fmax, min.s, atomic.add.u, simd_sum
    bool isFast = false;
    Shape result;
    std::vector<Shape> parameters;
    std::vector<uint32_t> offsets; // of the operands in the frame
    uint32_t resultOffset = 0, frameBytes = 0;
    bool isAtomic = false;
    bool hasResidency = false; // the result is {value, i8}; the byte says that the texture is there

    enum class Kind : uint8_t { Plain, Simd, SimdBarrier, GroupBarrier } kind = Kind::Plain;
    std::function<void(const Intrinsic&, const Call&)> plain;
    // Simd: all lanes of a simdgroup that arrive together.
    std::function<void(const Intrinsic&, std::span<Call>)> simd;
};

// Errors: Unsupported names the intrinsic.
pvg::Result<std::unique_ptr<Intrinsic>> findIntrinsic(const llvm::Function& declaration);

// One file each; false when the family is not of this topic.
bool bindFloat(Intrinsic& intrinsic);
bool bindInteger(Intrinsic& intrinsic);
bool bindConversion(Intrinsic& intrinsic);
bool bindPacking(Intrinsic& intrinsic);
bool bindAtomic(Intrinsic& intrinsic);
bool bindSimd(Intrinsic& intrinsic);
bool bindMatrix(Intrinsic& intrinsic);
bool bindTexture(Intrinsic& intrinsic);
bool bindFragment(Intrinsic& intrinsic);

} // namespace aircpu
