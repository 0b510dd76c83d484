// Builtin inputs of vertex, post-tessellation vertex and fragment functions.
#include <array>

#include "shaders/air/emitter.h"
#include "shaders/air/simd_operations.h"

namespace air {

using Base = GlslType::Base;

namespace {

constexpr GlslType kUint{Base::Uint, 1}, kInt{Base::Int, 1}, kBool{Base::Bool, 1}, kFloat2{Base::Float, 2}, kFloat3{Base::Float, 3},
    kFloat4{Base::Float, 4};

struct Row {
    Stage stage;
    const char* kind;
    const char* text;
    GlslType type;
    const char* extension;
};

constexpr const char* kDrawParameters = "GL_ARB_shader_draw_parameters";

// gl_VertexID counts baseVertex in, gl_InstanceID leaves the base instance out (air.md 6.21).
constexpr std::array kRows = {
    Row{Stage::Vertex, "air.vertex_id", "gl_VertexID", kInt, ""},
    Row{Stage::Vertex, "air.instance_id", "(gl_InstanceID + gl_BaseInstanceARB)", kInt, kDrawParameters},
    Row{Stage::Vertex, "air.base_vertex", "gl_BaseVertexARB", kInt, kDrawParameters},
    Row{Stage::Vertex, "air.base_instance", "gl_BaseInstanceARB", kInt, kDrawParameters},
    Row{Stage::Vertex, "air.amplification_id", "0u", kUint, ""},
    Row{Stage::Vertex, "air.amplification_count", "1u", kUint, ""},
    // Metal's u, v and the edges' numbers are GL's own; only the winding is seen from the other side (tessellation_link.h).
    Row{Stage::Tessellation, "air.position_in_patch", "gl_TessCoord", kFloat3, ""},
    Row{Stage::Tessellation, "air.patch_id", "ts_patch.x", kUint, ""},
    Row{Stage::Tessellation, "air.instance_id", "ts_patch.y", kUint, ""},
    Row{Stage::Tessellation, "air.base_instance", "ts_patch.z", kUint, ""},
    Row{Stage::Tessellation, "air.amplification_id", "0u", kUint, ""},
    Row{Stage::Tessellation, "air.amplification_count", "1u", kUint, ""},
    Row{Stage::Fragment, "air.position", "gl_FragCoord", kFloat4, ""},
    Row{Stage::Fragment, "air.point_coord", "gl_PointCoord", kFloat2, ""},
    Row{Stage::Fragment, "air.front_facing", "gl_FrontFacing", kBool, ""},
    Row{Stage::Fragment, "air.primitive_id", "gl_PrimitiveID", kInt, ""},
    Row{Stage::Fragment, "air.sample_id", "gl_SampleID", kInt, ""},
    Row{Stage::Fragment, "air.sample_mask_in", "gl_SampleMaskIn[0]", kInt, ""},
    Row{Stage::Fragment, "air.sample_mask", "gl_SampleMaskIn[0]", kInt, ""},
    Row{Stage::Fragment, "air.render_target_array_index", "gl_Layer", kInt, ""},
    Row{Stage::Fragment, "air.viewport_array_index", "gl_ViewportIndex", kInt, ""},
    Row{Stage::Fragment, "air.thread_index_in_quadgroup", "air_quad_index()", kUint, ""},
    Row{Stage::Fragment, "air.amplification_id", "0u", kUint, ""},
    Row{Stage::Fragment, "air.amplification_count", "1u", kUint, ""},
};

} // namespace

Builtin graphicsBuiltin(Emitter& emitter, const std::string& kind) {
    for (const Row& row : kRows) {
        if (row.stage != emitter.entry().stage || kind != row.kind) continue;
        if (kind == "air.thread_index_in_quadgroup") emitter.helpers().add("air_quad_index", kQuadIndexFunction);
        if (*row.extension) {
            emitter.require(row.extension);
            if (!emitter.capabilities().drawParameters) emitter.decline("draw-parameters", kind);
        }
        return {{row.text}, row.type};
    }
    return {};
}

} // namespace air
