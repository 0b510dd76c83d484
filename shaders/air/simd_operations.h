// The operations of simdgroups and quadgroups, as kernels (simd.cpp) and fragment functions (fragment_quads.cpp) write them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "shaders/air/glsl_expr.h"

namespace llvm {
class CallInst;
class Value;
} // namespace llvm

namespace air {

class Emitter;

enum class LaneRange { Reduce, InclusiveScan, ExclusiveScan };

struct Combine {
    std::string_view name; // as in air.simd_<name>
    LaneRange range;
    const char* text;                  // of the running value r and the next one x
    const char *floats, *uints, *ints; // neutral values
};

inline constexpr const char *kMaxFloat = "uintBitsToFloat(0x7f800000u)", *kMinFloat = "uintBitsToFloat(0xff800000u)";

inline constexpr std::array kCombines = {
    Combine{"sum", LaneRange::Reduce, "r + x", "0.0", "0u", "0"},
    Combine{"product", LaneRange::Reduce, "r * x", "1.0", "1u", "1"},
    Combine{"min", LaneRange::Reduce, "min(r, x)", kMaxFloat, "0xffffffffu", "0x7fffffff"},
    Combine{"max", LaneRange::Reduce, "max(r, x)", kMinFloat, "0u", "-2147483647 - 1"},
    Combine{"and", LaneRange::Reduce, "r & x", nullptr, "0xffffffffu", "-1"},
    Combine{"or", LaneRange::Reduce, "r | x", nullptr, "0u", "0"},
    Combine{"xor", LaneRange::Reduce, "r ^ x", nullptr, "0u", "0"},
    Combine{"prefix_inclusive_sum", LaneRange::InclusiveScan, "r + x", "0.0", "0u", "0"},
    Combine{"prefix_exclusive_sum", LaneRange::ExclusiveScan, "r + x", "0.0", "0u", "0"},
    Combine{"prefix_inclusive_product", LaneRange::InclusiveScan, "r * x", "1.0", "1u", "1"},
    Combine{"prefix_exclusive_product", LaneRange::ExclusiveScan, "r * x", "1.0", "1u", "1"},
};

// Where a shuffle's data comes from, of this lane l and the operand n; W is the width of the group.
struct Shuffle {
    std::string_view name;
    const char* source;
};

inline constexpr std::array kShuffles = {
    Shuffle{"shuffle", "n"},
    Shuffle{"shuffle_xor", "l ^ n"},
    Shuffle{"shuffle_up", "l < n ? l : l - n"}, // a lane without a source keeps its own value
    Shuffle{"shuffle_down", "l + n < W ? l + n : l"},
    Shuffle{"shuffle_rotate_up", "l - n"},
    Shuffle{"shuffle_rotate_down", "l + n"},
    Shuffle{"broadcast", "n"},
};

// Of a fragment's quad (air_quad_index): lane 1 is to the right of lane 0, lane 2 below it.
inline constexpr const char* kQuadIndexFunction = "uint air_quad_index() { uvec2 p = uvec2(gl_FragCoord.xy) & 1u; return p.x | p.y << 1; }";

// The source with the group's width filled in.
std::string shuffleSource(const Shuffle& shuffle, unsigned width);

// What a Combine works on: the GLSL type of its values and their neutral one.
struct CombineKind {
    const char* type = nullptr; // null: these values cannot be combined so
    const char* neutral = nullptr;
    bool isFloat() const { return type != nullptr && *type == 'f'; }
};
CombineKind combineKind(const Combine& combine, const llvm::CallInst& call);

// A call that combines, lane by lane of its vectors: `function` takes and gives a CombineKind::type, with `tail` as its other operands.
void bindCombined(Emitter& emitter, const llvm::CallInst& call, const std::string& function, const std::vector<Expr>& tail);

// A value cut into 32-bit words, each sent through `function` with the operands `tail`, and put together again. An empty text: too long.
Expr throughWords(Emitter& emitter, const llvm::Value* value, const std::string& function, const std::vector<Expr>& tail);

// The lane that shuffle_and_fill takes from, and whether it takes the filling data's: simdgroups are cut into vectors of `modulo` lanes,
// and what would come from beyond a vector's end comes from the other end of the filling data's.
struct FillSource {
    Expr lane, isFilling;
};
FillSource fillSource(Emitter& emitter, const llvm::CallInst& call, const Expr& ownLane, bool isUp);

} // namespace air
