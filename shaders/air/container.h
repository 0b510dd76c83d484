// The Metal library container (MTLB, air.md 2) and the other shapes a shader blob comes in: fat wrappers, wrapped bitcode, plain bitcode.
// Input is hostile: every offset and length is checked in 64 bits, nothing is allocated from a number in the file. No LLVM, no throw.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pvg/base/result.h"

namespace air {

// The numbers of tag TYPE (air.md 2). Unknown: bare bitcode, whose kind only its metadata tells, or a number not in this list.
enum class FunctionKind : uint8_t {
    Vertex = 0,
    Fragment = 1,
    Kernel = 2,
    Unqualified = 3,
    Visible = 4,
    Extern = 5,
    Intersection = 6,
    Mesh = 7,
    Object = 8,
    Unknown = 255,
};

std::string_view kindName(FunctionKind kind);

struct FunctionEntry {
    std::string name; // empty for bare bitcode; bytes of the file, so not necessarily UTF-8
    FunctionKind kind = FunctionKind::Unknown;
    std::span<const std::byte> bitcode; // the module as stored, its wrapper included: a view into the input
    std::string hashHex;                // tag HASH as 64 hex digits; empty when absent. A claim of the file, not verified here
};

// Functions in file order. `library` must outlive the entries. A single-function library with a damaged function list still gives its
// module, found by the wrapper's magic (objects.md 8). Errors: Code::Protocol with what was found and where.
pvg::Result<std::vector<FunctionEntry>> readContainer(std::span<const std::byte> library);

} // namespace air
