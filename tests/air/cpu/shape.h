// Types of AIR values as the CPU reference lays them out in memory, and lane access with Metal's rounding. Independent of shaders/air.
#pragma once

#include <cstddef>
#include <cstdint>

namespace llvm {
class Type;
}

namespace aircpu {

enum class Element : uint8_t { None, I1, I8, I16, I32, I64, F16, BF16, F32, Pointer, Other };

struct Shape {
    Element element = Element::None;
    uint32_t lanes = 1;
};

Shape shapeOf(llvm::Type* type);
bool isFloat(Element element);
uint32_t bitsOf(Element element);
// In memory; an i1 takes a byte.
size_t bytesOf(Element element);
inline size_t bytesOf(Shape shape) { return bytesOf(shape.element) * shape.lanes; }

// Lanes of a float type. Writing rounds once, to nearest even (air.md 6.1); single precision flushes denormals when the thread does.
double readFloat(Element element, const void* base, uint32_t lane);
void writeFloat(Element element, void* base, uint32_t lane, double value);
// The distance to the next value of the type, at the magnitude of `value`.
double ulpOf(Element element, double value);

uint64_t readBits(Element element, const void* base, uint32_t lane); // zero-extended
int64_t readSigned(Element element, const void* base, uint32_t lane);
void writeBits(Element element, void* base, uint32_t lane, uint64_t value); // truncated

} // namespace aircpu
