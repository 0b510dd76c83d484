#include "renderer-gl/draw_state.h"

#include <algorithm>
#include <cmath>

namespace gl {

using pvg::DeclineReason;
using pvg::mtl::CullMode;

namespace {

GLenum stencilOperation(pvg::mtl::StencilOperation operation) {
    static constexpr GLenum kOperations[] = {GL_KEEP, GL_ZERO, GL_REPLACE, GL_INCR, GL_DECR, GL_INVERT, GL_INCR_WRAP, GL_DECR_WRAP};
    return size_t(operation) < std::size(kOperations) ? kOperations[size_t(operation)] : GLenum(GL_KEEP);
}

// Metal's and GL's compare functions have one order.
GLenum compareFunction(pvg::mtl::CompareFunction compare) { return GL_NEVER + (GLenum(compare) & 7); }

StencilState stencilOf(const pvg::StencilFace& face, uint32_t reference) {
    return {compareFunction(face.compare), GLint(reference & 0xff), face.readMask, face.writeMask, stencilOperation(face.stencilFail),
            stencilOperation(face.depthFail), stencilOperation(face.pass)};
}

bool isUsed(const pvg::StencilFace& face) {
    using pvg::mtl::StencilOperation;
    const bool keeps = face.stencilFail == StencilOperation::Keep && face.depthFail == StencilOperation::Keep && face.pass == StencilOperation::Keep;
    return face.compare != pvg::mtl::CompareFunction::Always || !keeps;
}

bool isSound(const pvg::Viewport& v) {
    const bool isFinite = std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.width) && std::isfinite(v.height) &&
                          std::isfinite(v.zNear) && std::isfinite(v.zFar);
    return isFinite && v.width >= 0 && v.height >= 0;
}

// The rectangle inside the pass; what lies outside cannot be drawn to.
ScissorState clip(const pvg::Scissor& s, const PassExtent& extent) {
    const uint64_t left = std::min<uint64_t>(s.x, extent.width), top = std::min<uint64_t>(s.y, extent.height);
    return {GLint(left), GLint(top), GLint(std::min(s.width, extent.width - left)), GLint(std::min(s.height, extent.height - top))};
}

bool isEmpty(const ScissorState& s) { return s[2] == 0 || s[3] == 0; }

} // namespace

void applyRasterState(StateCache& state, const pvg::RenderState& from, const Caps& caps) {
    state.enable(Capability::CullFace, from.cullMode != CullMode::None);
    if (from.cullMode != CullMode::None) state.cullFace(from.cullMode == CullMode::Front ? GL_FRONT : GL_BACK);
    // With LOWER_LEFT the vertex stage negates y, which turns every winding around (opengl.md 3).
    const bool isCounterClockwise = (from.winding == pvg::mtl::Winding::CounterClockwise) == caps.isUpperLeft;
    state.frontFace(isCounterClockwise ? GL_CCW : GL_CW);
    state.polygonMode(from.fillMode == pvg::mtl::TriangleFillMode::Lines ? GL_LINE : GL_FILL);
    state.enable(Capability::DepthClamp, from.depthClipMode == pvg::mtl::DepthClipMode::Clamp);
    const bool isBiased = from.depthBias != 0 || from.depthSlopeScale != 0;
    state.enable(Capability::PolygonOffset, isBiased);
    if (isBiased) state.depthBias({from.depthBias, from.depthSlopeScale, from.depthBiasClamp});
}

pvg::Declined<bool> applyViewports(StateCache& state, const pvg::RenderState& from, const PassExtent& extent, bool usesViewportArray) {
    const pvg::Viewport whole{0, 0, double(extent.width), double(extent.height), 0, 1};
    const ScissorState everything{0, 0, GLint(extent.width), GLint(extent.height)};
    const GLuint count = usesViewportArray ? pvg::mtl::kMaxViewports : 1;
    bool draws = false;
    for (GLuint i = 0; i < count; ++i) {
        const pvg::Viewport& v = i < from.viewportCount ? from.viewports[i] : whole;
        if (!isSound(v)) return pvg::decline(DeclineReason::BadField, "viewport {} is not a rectangle", i);
        state.viewport(i, {{float(v.x), float(v.y), float(v.width), float(v.height)}, v.zNear, v.zFar});
        const ScissorState rect = i < from.scissorCount ? clip(from.scissors[i], extent) : everything;
        state.scissor(i, rect);
        draws = draws || !isEmpty(rect);
    }
    return draws;
}

ScissorState drawnRectangle(const pvg::RenderState& from, const PassExtent& extent, bool usesViewportArray) {
    if (usesViewportArray || from.scissorCount == 0) return {0, 0, GLint(extent.width), GLint(extent.height)};
    return clip(from.scissors[0], extent);
}

void applyDepthStencil(StateCache& state, const pvg::RenderState& from, const PassEncoder& pass) {
    const pvg::DepthStencilDescriptor& d = from.depthStencil;
    const bool isTested = pass.hasDepth() && (d.depthCompare != pvg::mtl::CompareFunction::Always || d.depthWrite);
    state.depth({isTested, d.depthWrite, compareFunction(d.depthCompare)});
    const bool hasStencil = pass.hasStencil() && (isUsed(d.front) || isUsed(d.back));
    state.enable(Capability::StencilTest, hasStencil);
    if (!hasStencil) return;
    state.stencil(GL_FRONT, stencilOf(d.front, from.stencilFrontReference));
    state.stencil(GL_BACK, stencilOf(d.back, from.stencilBackReference));
}

} // namespace gl
