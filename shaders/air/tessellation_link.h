// What a linker puts around a post-tessellation vertex function (Stage::Tessellation): the vertex and control stages, and the evaluation
// stage's preamble. No GL, no LLVM.
//
// A Metal patch is a GL patch of one vertex, so that Metal's patch draws, direct and indirect, are glDrawArrays*(GL_PATCHES, patchStart,
// patchCount, instanceCount, baseInstance) with GL_PATCH_VERTICES 1: gl_VertexID is the patch's number in the draw. Control points are
// fetched by the evaluation stage (stage_input.h).
//
// Names, all of the control stage:
//   storage block  tc_factors       the tessellation factor buffer
//   uniform        tc_factorPlace   `uvec3`: byte offset of the factors inside the bound range, bytes reachable from there, instance stride
//   uniform        tc_factorScale   `float`, with TessellationState::scalesFactors
//   storage block  tc_patches       the patch index buffer (u32), with TessellationState::hasPatchIndices
//   uniform        tc_patchPlace    `uvec2`: byte offset of the indices inside the bound range, bytes reachable from there
//
// Metal's rules: factors lie at offset + patch number * size + instance id * instance stride, as far as the step function says; they are
// scaled and clamped, an edge factor that is not above 0 discards the patch, and so does one beyond the buffer's end. The patch index
// (patch_id) is what the patch index buffer has at the patch's number; attributes of the patch and its control points go by the index.
// Domain: position_in_patch is gl_TessCoord, and factor 0 is that of the edge u = 0 in both. Metal's v runs down where GL's runs up, so its
// clockwise is GL's ccw; the flip of AIR_FLIP_Y is made good by the front face, as in other draws.
// Source: air.md 3, stream.md (drawPatches), objects.md 9 (render pipeline tags 0b to 12).
#pragma once

#include <cstdint>
#include <string>

#include "shaders/air/reflection.h"

namespace air {

struct TessellationState {
    enum class Partition : uint8_t { Pow2, Integer, FractionalOdd, FractionalEven }; // MTLTessellationPartitionMode
    enum class FactorStep : uint8_t { Constant, PerPatch, PerInstance, PerPatchAndPerInstance };
    Partition partition = Partition::Pow2;
    FactorStep factorStep = FactorStep::Constant;
    bool isClockwise = true; // MTLWinding of the output
    bool scalesFactors = false, hasPatchIndices = false;
    uint32_t maxFactor = 16;
    uint32_t controlPoints = 0; // a patch, as the draw states them
};

// Of the evaluation stage, besides vertex preamble and fetchPreamble().
std::string tessellationPreamble(const TessellationState& state);

// Whole texts. The vertex stage's needs GL_ARB_shader_draw_parameters.
std::string patchVertexText();
std::string patchControlText(PatchType type, const TessellationState& state);

} // namespace air
