// Single-precision denormals count as 0 in Metal (air.md 6.1). GPUs do so by themselves; llvmpipe runs kernels with the CPU's instructions,
// in threads that inherit how the thread that opened the display computes.
#pragma once

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace gl {

// While it lives, single-precision arithmetic of this thread, and for good that of threads it starts, takes and gives denormals as 0.
// Nothing on processors other than x86.
class FlushedDenormals {
public:
#if defined(__SSE__)
    FlushedDenormals() : m_before(_mm_getcsr()) { _mm_setcsr(m_before | kFlush); }
    ~FlushedDenormals() { _mm_setcsr(m_before); }

private:
    static constexpr unsigned kFlush = 0x8040; // results and operands
    unsigned m_before;

public:
#else
    FlushedDenormals() {}
    ~FlushedDenormals() {}
#endif
    FlushedDenormals(const FlushedDenormals&) = delete;
    FlushedDenormals& operator=(const FlushedDenormals&) = delete;
};

} // namespace gl
