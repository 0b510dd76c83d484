// GLSL that reads attributes from buffers as a stage-input or vertex descriptor lays them out: the AIR_FETCH functions of reflection.h, for
// a linker's preamble; of vertex functions those attributes that no vertex array can feed. No GL, no LLVM.
//
// Names, with the stage's prefix P ("cs", "ts" or "vs"):
//   storage block  P_fetchN      block `buffer P_fetchN { uint data[]; }` of the Metal buffer N; N = 31: the index buffer
//   uniform        P_fetch       `uvec2 P_fetch[32]`: byte offset of the Metal buffer N inside the bound range, bytes reachable from there;
//                                what lies beyond reads as 0
//   uniform        cs_origin     `uvec3`: origin of the stage-in region, added to the thread's position
// Its blocks come on top of those the translator counted against the stage's limit.
// Source: objects.md 9 (vertex descriptor, stage-input list).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "shaders/air/reflection.h"

namespace air {

inline constexpr uint32_t kFetchIndexSlot = 31;

enum class StepFunction : uint8_t { // MTLStepFunction
    Constant,
    PerVertex,
    PerInstance,
    PerPatch,
    PerPatchControlPoint,
    ThreadX,
    ThreadY,
    ThreadXIndexed,
    ThreadYIndexed
};

struct AttributeLayout {
    uint32_t attribute = 0;
    uint8_t format = 0;  // MTLVertexFormat
    uint32_t buffer = 0; // Metal buffer index, below 31
    uint32_t offset = 0; // bytes
    uint32_t stride = 0; // bytes
    StepFunction step = StepFunction::Constant;
    uint32_t stepRate = 1;
};

struct StageInputLayout {
    std::vector<AttributeLayout> attributes;
    uint8_t indexBytes = 0;     // of a stage-input or control point index: 2 or 4; 0 = there is no index buffer
    uint32_t controlPoints = 0; // a patch, as the draw states them
};

// The functions for those of `reflection`'s fetched inputs that `layout` has; others read as (0, 0, 0, 1). Refused: a format that is
// unknown or does not fit the function's type, a step function that the stage does not have, a buffer index above 30.
pvg::Result<std::string> fetchPreamble(const Reflection& reflection, const StageInputLayout& layout);

// Makes a vertex function read the inputs whose attributes are in `pulled` (bit = Metal attribute) itself: takes their declarations out of
// `glsl` and gives the preamble that takes their place. An attribute that `layout` does not have reads as zeros. The text that results needs
// GL_ARB_shader_draw_parameters. Refused: as above, and a declaration that is not there.
pvg::Result<std::string> pullInputs(std::string& glsl, const Reflection& vertex, const StageInputLayout& layout, uint32_t pulled);

} // namespace air
