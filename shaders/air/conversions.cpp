#include "shaders/air/conversions.h"

#include <fmt/format.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Instructions.h>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;

namespace {

std::string wideSigned(GlslType type) { return type.isVector() ? fmt::format("i64vec{}", type.lanes) : "int64_t"; }

Expr roundTo(Emitter& emitter, const llvm::Type* type, const Expr& e) {
    const GlslType glsl = glslType(type);
    if (isHalf(type)) return call(emitter.helpers().use("air_h", glsl), {e});
    if (isBfloat(type)) return call(emitter.helpers().use("air_bf", glsl), {e});
    return e;
}

// An integer as a signed or unsigned GLSL integer of at least its width.
Expr integerView(NumberType from, const Expr& value) {
    const GlslType type = glslType(from.type);
    const unsigned bits = scalarBits(from.type);
    if (!from.isSigned || type.base == Base::Bool) return value;
    if (bits == 64) return call(wideSigned(type), {value});
    const Expr plain = call(type.of(Base::Int).name(), {value});
    return bits >= 32 ? plain : call("bitfieldExtract", {plain, {"0"}, {std::to_string(bits)}});
}

Expr floatToInteger(Emitter& emitter, NumberType to, NumberType from, const Expr& value) {
    const GlslType type = glslType(to.type), source = glslType(from.type);
    const unsigned bits = scalarBits(to.type);
    if (type.base == Base::Bool) {
        return type.isVector() ? call("notEqual", {value, emitter.zero(source)}) : binary(value, "!=", emitter.zero(source));
    }
    const Expr number = bits == 32 ? value : call(emitter.helpers().use("air_number", source), {value});
    if (bits == 64) {
        emitter.require("GL_ARB_gpu_shader_int64");
        const Expr limited = call(
            "clamp",
            {number, {to.isSigned ? "-9223372036854775808.0" : "0.0"}, {to.isSigned ? "9223371487098961920.0" : "18446742974197923840.0"}});
        return to.isSigned ? call(type.name(), {call(wideSigned(type), {limited})}) : call(type.name(), {limited});
    }
    if (bits == 32) {
        if (!to.isSigned) return call(emitter.helpers().use("air_to_uint", source), {value});
        return call(type.name(), {call(emitter.helpers().use("air_to_int", source), {value})});
    }
    // Narrow integers: limits of the type itself, then its bit pattern.
    const unsigned range = 1U << (to.isSigned ? bits - 1 : bits);
    const Expr limited = call("clamp", {number, {to.isSigned ? fmt::format("-{}.0", range) : "0.0"}, {fmt::format("{}.0", range - 1)}});
    if (!to.isSigned) return call(type.name(), {limited});
    return binary(call(type.name(), {call(type.of(Base::Int).name(), {limited})}), "&", uintLiteral((1U << bits) - 1U));
}

Expr integerToInteger(Emitter& emitter, NumberType to, NumberType from, const Expr& value) {
    const GlslType type = glslType(to.type);
    const unsigned bits = scalarBits(to.type), fromBits = scalarBits(from.type);
    if (type.base == Base::Bool) {
        const Expr zero = emitter.zero(glslType(from.type));
        return type.isVector() ? call("notEqual", {value, zero}) : binary(value, "!=", zero);
    }
    Expr view = integerView(from, value);
    if (bits == 64) {
        emitter.require("GL_ARB_gpu_shader_int64");
        if (glslType(from.type).base == Base::Bool) view = call(type.of(Base::Uint).name(), {view});
        return call(type.name(), {from.isSigned && fromBits < 64 ? call(wideSigned(type), {view}) : view});
    }
    const bool isSameText = !from.isSigned && glslType(from.type) == type;
    Expr e = isSameText ? view : call(type.name(), {view});
    const bool isMaskFree = bits >= 32 || (!from.isSigned && fromBits <= bits) || fromBits == 1;
    return isMaskFree ? e : binary(e, "&", uintLiteral((1U << bits) - 1U));
}

} // namespace

Expr convert(Emitter& emitter, NumberType to, NumberType from, const Expr& value) {
    const bool isToFloat = glslType(to.type).base == Base::Float, isFromFloat = glslType(from.type).base == Base::Float;
    if (isToFloat && isFromFloat) {
        const bool isWidening = to.type->getScalarType()->isFloatTy() || to.type->getScalarType() == from.type->getScalarType();
        return isWidening ? value : roundTo(emitter, to.type, value);
    }
    if (isFromFloat) return floatToInteger(emitter, to, from, value);
    if (!isToFloat) return integerToInteger(emitter, to, from, value);
    return roundTo(emitter, to.type, call(glslType(to.type).name(), {integerView(from, value)}));
}

void emitConvert(Emitter& emitter, const llvm::CallInst& call) {
    llvm::SmallVector<llvm::StringRef, 8> parts;
    call.getCalledFunction()->getName().split(parts, '.');
    if (parts.size() < 6 || call.arg_size() != 1) return emitter.decline("intrinsic", call.getCalledFunction()->getName().str());
    const llvm::Value* from = call.getArgOperand(0);
    const NumberType to{call.getType(), parts[2] == "s"}, source{from->getType(), parts[4] == "s"};
    const bool isFromWide = scalarBits(from->getType()) == 64;
    const Expr value = isFromWide                           ? emitter.wide(from)
                       : parts[4] == "f" && parts[2] != "f" ? emitter.roundedHalf(from)
                                                            : emitter.value(from);
    // Explicit rounding towards zero and the like matters for half destinations only.
    emitter.bind(call, convert(emitter, to, source, value));
}

} // namespace air
