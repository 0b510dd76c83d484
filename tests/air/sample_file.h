// AIR samples: IR texts whose leading comments say what they must do.
//
//   ; decline REASON                 translation is declined; the reason starts with REASON
//   ; buffer N: VALUES               bytes of Metal buffer N before the run (at least as long as what is expected of it)
//   ; expect N: VALUES               its first bytes afterwards
//   ; buffer aB_oO: VALUES           of the memory that the handle at offset O of buffer B leads to (expect, texel likewise; aB_oO_oQ: the one
//                                    at offset Q of that memory). A pointer of which neither buffer nor expect speaks is nil
//   ; constant N: VALUES             a value for function constant N
//   ; threads: X [Y [Z]]             of the kernel's one threadgroup; default 1
//   ; threadgroup N: BYTES           length of threadgroup memory argument N
//   ; texel N X [Y [Z [L]]]: VALUES      a texel of writable texture N afterwards
//   ; pixel X Y [ATTACHMENT]: VALUES a pixel of a fragment function's 4 x 4 render target
//   ; depth X Y: VALUES              the same of its depth (cleared to 1); stencil: of its stencil (cleared to 0)
//   ; vertex N NAME: VALUES          what vertex N writes to the GLSL output NAME
//   ; draw: FIRST BASE_INSTANCE      of the vertices that are drawn; default 0 0
//   ; tolerance: T                   of floating-point values, relative and absolute; default 0
//
// VALUES: a type (f32 f16 bf16 i8 i16 i32 i64) and numbers, any number of times; `*` is a value that is not looked at, `@N` the byte offset
// of what follows. Several lines may speak of one thing. What the run gives a function is in sample_runner.h.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace airtest {

// The address in the guest of buffer 0, and how far the next one is. A function that follows pointers it finds reaches every buffer of its
// sample, bound or not.
inline constexpr uint64_t kSampleMemory = uint64_t(1) << 40, kSampleMemoryStep = uint64_t(1) << 20;

struct SampleValue {
    enum class Type : uint8_t { F32, F16, Bf16, I8, I16, I32, I64 };
    Type type = Type::I32;
    bool isIgnored = false;
    size_t offset = 0;   // bytes
    double number = 0.0; // floating-point types
    int64_t integer = 0; // others

    unsigned bytes() const;
    bool isFloat() const { return type <= Type::Bf16; }
};

using SampleValues = std::vector<SampleValue>;
std::vector<uint8_t> toBytes(const SampleValues& values);
// The first difference between `values` and what lies in `bytes`; empty when there is none.
std::string difference(const SampleValues& values, const std::vector<uint8_t>& bytes, double tolerance);

// One thing to look at after the run.
struct SampleCheck {
    enum class What : uint8_t { Buffer, Texel, Pixel, Depth, Stencil, Vertex };
    What what = What::Buffer;
    std::array<unsigned, 5> at{}; // buffer; texture x y z level; x y attachment; vertex
    std::string name;             // Vertex; a handle in place of at[0]
    SampleValues values;
    std::string line;
};

struct Sample {
    std::string name, text;
    std::string declined;
    std::map<unsigned, SampleValues> buffers, constants;
    std::map<std::string, SampleValues> handleBuffers; // by the handle's name
    std::map<unsigned, unsigned> threadgroupBytes;
    std::array<unsigned, 3> threads{1, 1, 1};
    std::array<unsigned, 2> draw{};
    double tolerance = 0.0;
    std::vector<SampleCheck> checks;
    std::string problem; // a directive that is not understood
};

Sample readSample(const std::filesystem::path& path);
// All of a folder, by name.
std::vector<Sample> readSamples(const std::filesystem::path& folder);

} // namespace airtest
