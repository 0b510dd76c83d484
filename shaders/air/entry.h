// The entry point as its metadata describes it (air.md 3): stage, arguments in IR order, outputs in struct member order.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shaders/air/reflection.h"

namespace llvm {
class Function;
class GlobalVariable;
class MDNode;
class Module;
} // namespace llvm

namespace air {

class MemoryHandles;

// One attribute of a control point.
struct PatchField {
    uint32_t location = 0;
    std::string typeName;
};

struct Argument {
    unsigned irIndex = 0; // argument number of the IR function
    std::string kind;     // "air.buffer", "air.texture", "air.vertex_id", ...
    std::string semantic; // varyings: "generated(5colorDv4_f)", "user(x)"
    std::string typeName; // "float4", "texture2d<float, sample>"
    std::string name;
    std::string access;        // "read", "write", "read_write", "sample"
    std::string interpolation; // GLSL qualifiers of a fragment input
    uint32_t location = 0;     // slot, attribute, attachment
    uint32_t count = 1;
    uint32_t dualSourceIndex = 0;
    std::optional<uint32_t> bufferSize; // bytes reachable of a reference-like buffer
    uint32_t argumentSize = 0;
    bool isUnused = false;
    const llvm::GlobalVariable* predicate = nullptr; // function constant that gates the argument
    const llvm::MDNode* members = nullptr;           // of the struct a buffer holds (argument_members.h)
    std::string accessor; // of the control points of a patch: the declared function that gives one's fields; empty when nothing reads them
    std::vector<PatchField> fields;
};

struct Output {
    std::string kind; // "air.position", "air.vertex_output", "air.render_target", ...
    std::string semantic, typeName, qualifier, name;
    uint32_t location = 0, index = 0;
    bool isInvariant = false;
};

struct Entry {
    Stage stage{};
    llvm::Function* function = nullptr;
    std::vector<Argument> arguments;
    std::vector<Output> outputs;
    uint32_t maxWorkGroupSize = 0;
    bool earlyFragmentTests = false;
    PatchType patchType = PatchType::None;
    uint32_t patchControlPoints = 0;
    std::string declined; // a stage or feature of the entry node that cannot be translated
    std::shared_ptr<const MemoryHandles> handles; // once the function's text is final; null: none are looked for
};

// Whether the stage's output is a position in clip space.
constexpr bool writesPosition(Stage stage) { return stage == Stage::Vertex || stage == Stage::Tessellation; }

// An input node, or one of an argument buffer's members.
Argument readArgument(const llvm::MDNode& node);

// Whether a function constant takes the argument away: it then reads as null or 0.
bool isAbsent(const Argument& argument);

// Null when the module has no entry of that name (empty: the first).
std::optional<Entry> readEntry(const llvm::Module& module, const std::string& function);

} // namespace air
