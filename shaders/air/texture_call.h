// A texture intrinsic taken apart. Operand tails differ between AIR versions, so operands are told by their types (air.md 5).
#pragma once

#include <optional>
#include <string>

namespace llvm {
class CallInst;
class Value;
} // namespace llvm

namespace air {

struct TextureShape {
    enum class Kind { D1, D2, D3, Cube, Buffer };
    Kind kind = Kind::D2;
    bool isArray = false, isMultisample = false;

    unsigned coordinates() const; // lanes of a coordinate, the layer apart
    bool isCube() const { return kind == Kind::Cube; }
    uint8_t metalType() const; // MTLTextureType
};

struct TextureCall {
    enum class Verb {
        Sample,
        Gather,
        Read,
        Write,
        Width,
        Height,
        Depth,
        ArraySize,
        Levels,
        Samples,
        ClampedLod,
        UnclampedLod,
        Atomic,
        Fence,
        IsNull,
        Other
    };
    Verb verb = Verb::Other;
    TextureShape shape;
    bool isDepth = false, isCompare = false, isGradient = false;
    const llvm::Value *texture = nullptr, *sampler = nullptr, *coordinate = nullptr, *layer = nullptr, *face = nullptr,
                      *reference = nullptr;
    const llvm::Value *dx = nullptr, *dy = nullptr, *minLod = nullptr, *offset = nullptr, *lod = nullptr, *component = nullptr,
                      *value = nullptr;
    const llvm::Value* expected = nullptr; // of an atomic compare-exchange
    std::string atomic;                    // "fetch_add", "load", "store", ...
    bool isExplicitLod = false; // `lod` is a level; otherwise a bias
};

// Null when `name` is no texture intrinsic; a verb of Other when it is one that is not understood.
std::optional<TextureCall> parseTextureCall(const llvm::CallInst& call, const std::string& name);

} // namespace air
