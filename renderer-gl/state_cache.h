// Shadow of the context's state, so that no redundant GL call reaches the driver. Everything that draws, dispatches or copies sets state
// through here; the calls it saved and the calls it made are counted (Counter::StateChangesElided, Counter::GlCalls).
#pragma once

#include <epoxy/gl.h>

#include <array>
#include <cstdint>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pvg/base/counters.h"
#include "renderer-gl/caps.h"

namespace gl {

struct BufferRange {
    GLuint buffer = 0;
    uint64_t offset = 0, size = 0;
    bool operator==(const BufferRange&) const = default;
};
struct ImageUnit {
    GLuint texture = 0;
    GLint layer = 0;
    bool isLayered = true;
    GLenum access = GL_READ_WRITE, format = GL_RGBA8;
    GLint level = 0;
    bool operator==(const ImageUnit&) const = default;
};
struct BlendState {
    bool isEnabled = false;
    GLenum sourceRgb = GL_ONE, destinationRgb = GL_ZERO, equationRgb = GL_FUNC_ADD;
    GLenum sourceAlpha = GL_ONE, destinationAlpha = GL_ZERO, equationAlpha = GL_FUNC_ADD;

    std::array<GLenum, 4> factors() const { return {sourceRgb, destinationRgb, sourceAlpha, destinationAlpha}; }
    std::array<GLenum, 2> equations() const { return {equationRgb, equationAlpha}; }
};
// Bits of a colour mask: 1 red, 2 green, 4 blue, 8 alpha.
inline constexpr uint8_t kAllChannels = 15;
struct DepthState {
    bool isTested = false, isWritten = true;
    GLenum compare = GL_LESS;
    bool operator==(const DepthState&) const = default;
};
struct StencilState {
    GLenum compare = GL_ALWAYS;
    GLint reference = 0;
    GLuint readMask = 0xffffffff, writeMask = 0xffffffff;
    GLenum stencilFail = GL_KEEP, depthFail = GL_KEEP, pass = GL_KEEP;

    auto function() const { return std::tuple(compare, reference, readMask); }
    auto operations() const { return std::tuple(stencilFail, depthFail, pass); }
};
struct ViewportState {
    std::array<float, 4> rect{-1, -1, -1, -1};
    double zNear = 0, zFar = 1;

    auto range() const { return std::tuple(zNear, zFar); }
};
using ScissorState = std::array<GLint, 4>; // x, y, width, height
struct DepthBias {
    float constant = 0, slope = 0, clamp = 0;
    bool operator==(const DepthBias&) const = default;
};
// Layout of client memory in pixel transfers; 0 = tight.
struct PixelRows {
    GLint rowLength = 0, imageHeight = 0;
};

enum class Capability : uint8_t {
    CullFace, DepthClamp, StencilTest, PolygonOffset, RasterizerDiscard, AlphaToCoverage, AlphaToOne, SampleMask, SampleCoverage, Count
};

class StateCache {
public:
    // Sets the state that never changes (clip origin, restart, provoking vertex, sRGB encoding, ...) and a known start for the rest.
    StateCache(const Caps& caps, pvg::Counters& counters);
    StateCache(const StateCache&) = delete;

    void useProgram(GLuint name);
    void bindVertexArray(GLuint name);
    void bindFramebuffer(GLuint name); // for drawing
    void readFrom(GLuint framebuffer, GLenum attachment); // what reads of it and blits from it see
    void bindTexture(GLuint unit, GLuint name);
    void bindSampler(GLuint unit, GLuint name);
    void bindImage(GLuint unit, const ImageUnit& image);
    void bindStorage(GLuint index, const BufferRange& range);
    void bindUniform(GLuint index, const BufferRange& range);

    void enable(Capability capability, bool isOn);
    void blend(GLuint attachment, const BlendState& state);
    void colorMask(GLuint attachment, uint8_t channels);
    void blendColor(const std::array<float, 4>& color);
    void depth(const DepthState& state);
    void stencil(GLenum face, const StencilState& state); // GL_FRONT or GL_BACK
    void viewport(GLuint index, const ViewportState& state);
    void scissor(GLuint index, const ScissorState& rect);
    void frontFace(GLenum winding);
    void cullFace(GLenum face);
    void polygonMode(GLenum mode);
    void depthBias(const DepthBias& bias);
    void sampleMask(GLuint mask);
    void sampleCoverage(float value);

    void unpackFrom(GLuint pixelBuffer, const PixelRows& rows);
    void packTo(GLuint pixelBuffer, const PixelRows& rows);

    // A name that is about to be deleted: GL may hand it out again.
    void forgetTexture(GLuint name);
    void forgetBuffer(GLuint name);
    void forgetSampler(GLuint name);
    void forgetFramebuffer(GLuint name);
    void forgetProgram(GLuint name);
    void forgetVertexArray(GLuint name);

    // After storage of the back end's own was asked for. False: there is no memory; the operation under way goes on with an object that holds
    // nothing, and is declined when it is over.
    bool gotMemory();
    bool takeOutOfMemory() { return std::exchange(m_isOutOfMemory, false); }

    // Calls made elsewhere (draws, copies, uniforms).
    void countCalls(uint64_t n) { m_calls += n; }
    void countElided(uint64_t n) { m_elided += n; }
    void flushCounters();

private:
    template <class T>
    bool changes(T& shadow, const T& value);
    // One call of several that set one value's parts: nothing is counted when it stays, the value as a whole is.
    template <class T>
    bool differs(const T& shadow, const T& value);
    void applyFixedState();

    const Caps& m_caps;
    pvg::Counters& m_counters;
    uint64_t m_calls = 0, m_elided = 0;
    bool m_isOutOfMemory = false;

    std::unordered_map<GLuint, GLenum> m_readAttachments; // by framebuffer
    GLuint m_program = 0, m_vertexArray = 0, m_framebuffer = 0, m_unpackBuffer = 0, m_packBuffer = 0;
    PixelRows m_unpackRows, m_packRows;
    std::vector<GLuint> m_textures, m_samplers;
    std::vector<ImageUnit> m_images;
    std::vector<BufferRange> m_storage, m_uniforms;
    std::array<bool, size_t(Capability::Count)> m_enabled{};
    std::array<BlendState, pvg::mtl::kMaxColorAttachments> m_blend;
    std::array<uint8_t, pvg::mtl::kMaxColorAttachments> m_colorMasks;
    std::array<float, 4> m_blendColor{};
    DepthState m_depth;
    StencilState m_front, m_back;
    std::array<ViewportState, pvg::mtl::kMaxViewports> m_viewports;
    std::array<ScissorState, pvg::mtl::kMaxViewports> m_scissors;
    GLenum m_frontFace = GL_CCW, m_cullFace = GL_BACK, m_polygonMode = GL_FILL;
    DepthBias m_bias;
    GLuint m_sampleMask = 0xffffffff;
    float m_sampleCoverage = 1.0F;
};

} // namespace gl
