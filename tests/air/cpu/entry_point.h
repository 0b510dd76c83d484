// What the metadata says of a function's arguments and results (air.md 3).
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

enum class Stage : uint8_t { Kernel, Vertex, Fragment };

struct Member {
    uint32_t offset = 0, size = 0, count = 1; // count: array length, 1 for a single value
    std::string type;
};

struct Argument {
    enum class Kind : uint8_t { Buffer, Threadgroup, Texture, Sampler, Attribute, Varying, Fetch, Builtin, Absent, Other };
    Kind kind = Kind::Other;
    std::string token;    // "air.buffer", "air.thread_position_in_grid", ...
    std::string semantic; // of a varying
    uint32_t location = 0;
    uint32_t referenceSize = 0; // bytes reachable; 0: a pointer without bound
    std::string typeName;
    std::vector<Member> members; // of a struct
    uint32_t typeSize = 0;
    Element loadedAs = Element::None; // what the code loads, whatever the type's name says
    Shape shape;                      // of the IR argument
};

// A scalar or vector of what the function returns.
struct ResultPart {
    std::string token, semantic; // "air.position", "air.vertex_output", "air.render_target", ...
    std::string typeName;
    uint32_t location = 0, index = 0;   // render target: attachment and source
    uint32_t element = 0, elements = 1; // of an array
    Shape shape;
    std::vector<unsigned> path; // to it in the returned value
};

struct EntryPoint {
    Stage stage = Stage::Kernel;
    llvm::Function* function = nullptr;
    uint32_t maxThreads = 0;         // air.max_work_group_size; 0: not stated
    std::vector<Argument> arguments; // one an IR argument
    std::vector<ResultPart> results;
};

// Kernels, then vertex, then fragment functions.
std::vector<std::string> entryNames(const llvm::Module& module);
// The function called `name`, or the first one when it is empty. Errors: NotFound; Unsupported names the argument.
pvg::Result<EntryPoint> readEntryPoint(llvm::Module& module, const std::string& name);

} // namespace aircpu
