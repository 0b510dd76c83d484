// Number conversions between IR types, with the out-of-range rules of air.md 6.4.
#pragma once

#include "shaders/air/glsl_expr.h"

namespace llvm {
class CallInst;
class Type;
} // namespace llvm

namespace air {

class Emitter;

struct NumberType {
    const llvm::Type* type;
    bool isSigned; // integers only
};

Expr convert(Emitter& emitter, NumberType to, NumberType from, const Expr& value);

// air.convert.<f|s|u>.<type>.<f|s|u>.<type>[.sat][.rounding]; saturating ones of integers are gone by then (lower_integers.h)
void emitConvert(Emitter& emitter, const llvm::CallInst& call);

} // namespace air
