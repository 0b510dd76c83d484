// The GLSL types that values of the IR take. Every integer of up to 32 bits is a uint with its unused high bits zero; half and bfloat
// are float; i64 is uint64_t, or uint where narrowing.h proves the high word unobserved.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace llvm {
class Type;
} // namespace llvm

namespace air {

struct GlslType {
    enum class Base : uint8_t { Void, Bool, Uint, Int, Float, Uint64 };
    Base base = Base::Void;
    uint8_t lanes = 1;

    std::string name() const;
    GlslType scalar() const { return {base, 1}; }
    GlslType of(Base other) const { return {other, lanes}; }
    bool isVector() const { return lanes > 1; }
    bool operator==(const GlslType&) const = default;
};

// Void for what has no GLSL form (wide vectors, double, aggregates, pointers are Uint byte offsets).
GlslType glslType(const llvm::Type* type);

// Bits of the scalar behind a scalar or vector type.
unsigned scalarBits(const llvm::Type* type);
bool isHalf(const llvm::Type* type);
bool isBfloat(const llvm::Type* type);

// 0 float, 1 int, 2 uint for a Metal type name such as "uint2", "half4", "short".
uint8_t componentTypeOf(std::string_view metalType);

} // namespace air
