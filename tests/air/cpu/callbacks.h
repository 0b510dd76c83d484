// What compiled kernels call. Plain functions: their addresses are constants in the code.
#pragma once

#include <cstdint>

namespace aircpu {

struct Intrinsic;

// Which error an arithmetic result is allowed.
enum class Blur : uint32_t { Fast, Division, Remainder };

void callIntrinsic(const Intrinsic* intrinsic, char* frame, uint32_t site);
// `alignment`: what the code promises of the address.
void* readable(uint64_t address, uint64_t size, uint32_t alignment);
// The same in a constant table of the module's own.
void* inTable(uint64_t address, uint64_t size, uint64_t table, uint64_t tableSize);
void* writable(uint64_t address, uint64_t size, uint32_t alignment);
void wasStored(uint64_t address, uint64_t size, uint32_t element);
void copyMemory(uint64_t to, uint64_t from, uint64_t size);
void fillMemory(uint64_t to, uint32_t value, uint64_t size);
// What thread memory has in it before anything is stored: zeros, which the translation promises (air.md 1), or anything.
void fillLocal(char* bytes, uint64_t size);
// The quotient by zero, or of the smallest integer by -1.
uint64_t undefinedQuotient();
// A lane picked by a number: one that is not there is undefined.
void laneChosen(uint64_t index, uint32_t lanes);
void numbersCompared(uint32_t isOneNone);
// In code that is compiled for a trace: an IntegerTest by its index.
void integersTested(uint32_t test, uint64_t a, uint64_t b);
// What a thread read of a buffer, for the trace if there is one.
void traceLoad(uint64_t address, const void* bytes, uint64_t size);
void loopEntered(uint32_t loop);
void loopStepped(uint32_t loop);
// Moves `lanes` values of type `element` by what `blur` allows; `isFinite`: the code says that they are numbers.
void blurValues(char* values, uint32_t element, uint32_t lanes, uint32_t blur, uint32_t isFinite);

} // namespace aircpu
