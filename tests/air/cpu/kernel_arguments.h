// What `air.kernel` says of a function's arguments (air.md 3).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "shape.h"

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace aircpu {

struct Member {
    uint32_t offset = 0, size = 0, count = 1; // count: array length, 1 for a single value
    std::string type;
};

struct Argument {
    enum class Kind : uint8_t { Buffer, Threadgroup, Builtin, Absent, Other };
    Kind kind = Kind::Other;
    std::string token; // "air.buffer", "air.thread_position_in_grid", ...
    uint32_t location = 0;
    uint32_t referenceSize = 0; // bytes reachable; 0: a pointer without bound
    std::string typeName;
    std::vector<Member> members; // of a struct
    uint32_t typeSize = 0;
    Element loadedAs = Element::None; // half or bfloat where the code loads that, whatever the type's name says
    Shape shape;                      // of the IR argument
};

struct KernelEntry {
    llvm::Function* function = nullptr;
    std::vector<Argument> arguments; // one an IR argument
};

// The kernel called `name`, or the first one when it is empty. Errors: NotFound; Unsupported names the argument kind.
pvg::Result<KernelEntry> readKernelEntry(llvm::Module& module, const std::string& name);

} // namespace aircpu
