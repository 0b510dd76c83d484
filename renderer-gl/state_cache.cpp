#include "renderer-gl/state_cache.h"

#include <algorithm>

namespace gl {

namespace {

constexpr std::array<GLenum, size_t(Capability::Count)> kCapabilities{
    GL_CULL_FACE,   GL_DEPTH_CLAMP, GL_STENCIL_TEST,    GL_POLYGON_OFFSET_FILL, GL_RASTERIZER_DISCARD, GL_SAMPLE_ALPHA_TO_COVERAGE,
    GL_SAMPLE_ALPHA_TO_ONE, GL_SAMPLE_MASK, GL_SAMPLE_COVERAGE,
};

void enableGl(GLenum name, bool isOn) { isOn ? glEnable(name) : glDisable(name); }

template <class Shadow, class Value>
void forgetIn(Shadow& shadows, const Value& matches) {
    for (auto& shadow : shadows)
        if (matches(shadow)) shadow = {};
}

} // namespace

template <class T>
bool StateCache::changes(T& shadow, const T& value) {
    if (shadow == value) {
        ++m_elided;
        return false;
    }
    shadow = value;
    ++m_calls;
    return true;
}

template <class T>
bool StateCache::differs(const T& shadow, const T& value) {
    const bool isOther = shadow != value;
    ++(isOther ? m_calls : m_elided);
    return isOther;
}

StateCache::StateCache(const Caps& caps, pvg::Counters& counters) : m_caps(caps), m_counters(counters) {
    m_textures.resize(size_t(caps.maxTextureUnits));
    m_samplers.resize(size_t(caps.maxTextureUnits));
    m_images.resize(size_t(caps.maxImageUnits));
    m_storage.resize(size_t(caps.maxStorageBindings));
    m_uniforms.resize(size_t(caps.maxUniformBindings));
    m_colorMasks.fill(kAllChannels);
    m_scissors.fill({-1, -1, -1, -1});
    applyFixedState();
}

void StateCache::applyFixedState() {
    // opengl.md 3 and stream.md 12: rows in memory order, depth 0..1, Metal's provoking vertex, restart index and point origin.
    glClipControl(m_caps.isUpperLeft ? GL_UPPER_LEFT : GL_LOWER_LEFT, GL_ZERO_TO_ONE);
    glPointParameteri(GL_POINT_SPRITE_COORD_ORIGIN, GL_LOWER_LEFT);
    glProvokingVertex(GL_FIRST_VERTEX_CONVENTION);
    glEnable(GL_PRIMITIVE_RESTART_FIXED_INDEX);
    glPatchParameteri(GL_PATCH_VERTICES, 1); // tessellation_link.h
    glEnable(GL_PROGRAM_POINT_SIZE);
    glEnable(GL_FRAMEBUFFER_SRGB);
    glEnable(GL_TEXTURE_CUBE_MAP_SEAMLESS);
    glEnable(GL_MULTISAMPLE);
    glEnable(GL_SCISSOR_TEST);
    glDisable(GL_DITHER);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    // One switch for the three kinds, as in Metal.
    glDisable(GL_POLYGON_OFFSET_LINE);
    glDisable(GL_POLYGON_OFFSET_POINT);
}

void StateCache::useProgram(GLuint name) {
    if (changes(m_program, name)) glUseProgram(name);
}

void StateCache::bindVertexArray(GLuint name) {
    if (changes(m_vertexArray, name)) glBindVertexArray(name);
}

void StateCache::bindFramebuffer(GLuint name) {
    if (changes(m_framebuffer, name)) glBindFramebuffer(GL_DRAW_FRAMEBUFFER, name);
}

void StateCache::readFrom(GLuint framebuffer, GLenum attachment) {
    GLenum& shadow = m_readAttachments.try_emplace(framebuffer, GL_COLOR_ATTACHMENT0).first->second; // what a new one has
    if (changes(shadow, attachment)) glNamedFramebufferReadBuffer(framebuffer, attachment);
}

void StateCache::bindTexture(GLuint unit, GLuint name) {
    if (changes(m_textures[unit], name)) glBindTextureUnit(unit, name);
}

void StateCache::bindSampler(GLuint unit, GLuint name) {
    if (changes(m_samplers[unit], name)) glBindSampler(unit, name);
}

void StateCache::bindImage(GLuint unit, const ImageUnit& image) {
    if (changes(m_images[unit], image))
        glBindImageTexture(unit, image.texture, image.level, image.isLayered ? GL_TRUE : GL_FALSE, image.layer, image.access, image.format);
}

void StateCache::bindStorage(GLuint index, const BufferRange& range) {
    if (changes(m_storage[index], range))
        glBindBufferRange(GL_SHADER_STORAGE_BUFFER, index, range.buffer, GLintptr(range.offset), GLsizeiptr(range.size));
}

void StateCache::bindUniform(GLuint index, const BufferRange& range) {
    if (changes(m_uniforms[index], range))
        glBindBufferRange(GL_UNIFORM_BUFFER, index, range.buffer, GLintptr(range.offset), GLsizeiptr(range.size));
}

void StateCache::enable(Capability capability, bool isOn) {
    if (!changes(m_enabled[size_t(capability)], isOn)) return;
    enableGl(kCapabilities[size_t(capability)], isOn);
    if (capability != Capability::PolygonOffset) return;
    enableGl(GL_POLYGON_OFFSET_LINE, isOn);
    enableGl(GL_POLYGON_OFFSET_POINT, isOn);
}

void StateCache::blend(GLuint attachment, const BlendState& state) {
    BlendState& shadow = m_blend[attachment];
    if (changes(shadow.isEnabled, state.isEnabled)) state.isEnabled ? glEnablei(GL_BLEND, attachment) : glDisablei(GL_BLEND, attachment);
    if (!state.isEnabled) return; // factors of a disabled attachment do not matter
    if (differs(shadow.factors(), state.factors()))
        glBlendFuncSeparatei(attachment, state.sourceRgb, state.destinationRgb, state.sourceAlpha, state.destinationAlpha);
    if (differs(shadow.equations(), state.equations())) glBlendEquationSeparatei(attachment, state.equationRgb, state.equationAlpha);
    shadow = state;
}

void StateCache::colorMask(GLuint attachment, uint8_t channels) {
    if (!changes(m_colorMasks[attachment], channels)) return;
    const auto on = [channels](unsigned bit) { return GLboolean((channels & bit) != 0); };
    glColorMaski(attachment, on(1), on(2), on(4), on(8));
}

void StateCache::blendColor(const std::array<float, 4>& color) {
    if (changes(m_blendColor, color)) glBlendColor(color[0], color[1], color[2], color[3]);
}

void StateCache::depth(const DepthState& state) {
    if (changes(m_depth.isTested, state.isTested)) enableGl(GL_DEPTH_TEST, state.isTested);
    if (changes(m_depth.isWritten, state.isWritten)) glDepthMask(state.isWritten ? GL_TRUE : GL_FALSE);
    if (changes(m_depth.compare, state.compare)) glDepthFunc(state.compare);
}

void StateCache::stencil(GLenum face, const StencilState& state) {
    StencilState& shadow = face == GL_FRONT ? m_front : m_back;
    if (differs(shadow.function(), state.function())) glStencilFuncSeparate(face, state.compare, state.reference, state.readMask);
    if (differs(shadow.operations(), state.operations())) glStencilOpSeparate(face, state.stencilFail, state.depthFail, state.pass);
    if (differs(shadow.writeMask, state.writeMask)) glStencilMaskSeparate(face, state.writeMask);
    shadow = state;
}

void StateCache::viewport(GLuint index, const ViewportState& state) {
    ViewportState& shadow = m_viewports[index];
    if (differs(shadow.rect, state.rect)) glViewportIndexedf(index, state.rect[0], state.rect[1], state.rect[2], state.rect[3]);
    if (differs(shadow.range(), state.range())) glDepthRangeIndexed(index, state.zNear, state.zFar);
    shadow = state;
}

void StateCache::scissor(GLuint index, const ScissorState& rect) {
    if (changes(m_scissors[index], rect)) glScissorIndexed(index, rect[0], rect[1], rect[2], rect[3]);
}

void StateCache::frontFace(GLenum winding) {
    if (changes(m_frontFace, winding)) glFrontFace(winding);
}

void StateCache::cullFace(GLenum face) {
    if (changes(m_cullFace, face)) glCullFace(face);
}

void StateCache::polygonMode(GLenum mode) {
    if (changes(m_polygonMode, mode)) glPolygonMode(GL_FRONT_AND_BACK, mode);
}

void StateCache::depthBias(const DepthBias& bias) {
    if (!changes(m_bias, bias)) return;
    if (m_caps.hasPolygonOffsetClamp)
        glPolygonOffsetClamp(bias.slope, bias.constant, bias.clamp);
    else
        glPolygonOffset(bias.slope, bias.constant);
}

void StateCache::sampleMask(GLuint mask) {
    if (changes(m_sampleMask, mask)) glSampleMaski(0, mask);
}

void StateCache::sampleCoverage(float value) {
    if (changes(m_sampleCoverage, value)) glSampleCoverage(value, GL_FALSE);
}

void StateCache::unpackFrom(GLuint pixelBuffer, const PixelRows& rows) {
    if (changes(m_unpackBuffer, pixelBuffer)) glBindBuffer(GL_PIXEL_UNPACK_BUFFER, pixelBuffer);
    if (changes(m_unpackRows.rowLength, rows.rowLength)) glPixelStorei(GL_UNPACK_ROW_LENGTH, rows.rowLength);
    if (changes(m_unpackRows.imageHeight, rows.imageHeight)) glPixelStorei(GL_UNPACK_IMAGE_HEIGHT, rows.imageHeight);
}

void StateCache::packTo(GLuint pixelBuffer, const PixelRows& rows) {
    if (changes(m_packBuffer, pixelBuffer)) glBindBuffer(GL_PIXEL_PACK_BUFFER, pixelBuffer);
    if (changes(m_packRows.rowLength, rows.rowLength)) glPixelStorei(GL_PACK_ROW_LENGTH, rows.rowLength);
    if (changes(m_packRows.imageHeight, rows.imageHeight)) glPixelStorei(GL_PACK_IMAGE_HEIGHT, rows.imageHeight);
}

void StateCache::forgetTexture(GLuint name) {
    forgetIn(m_textures, [name](GLuint shadow) { return shadow == name; });
    forgetIn(m_images, [name](const ImageUnit& shadow) { return shadow.texture == name; });
}

void StateCache::forgetBuffer(GLuint name) {
    forgetIn(m_storage, [name](const BufferRange& shadow) { return shadow.buffer == name; });
    forgetIn(m_uniforms, [name](const BufferRange& shadow) { return shadow.buffer == name; });
    if (m_unpackBuffer == name) m_unpackBuffer = 0; // deletion unbinds it
    if (m_packBuffer == name) m_packBuffer = 0;
}

void StateCache::forgetSampler(GLuint name) {
    forgetIn(m_samplers, [name](GLuint shadow) { return shadow == name; });
}

void StateCache::forgetFramebuffer(GLuint name) {
    m_readAttachments.erase(name);
    if (m_framebuffer == name) m_framebuffer = 0;
}

void StateCache::forgetProgram(GLuint name) {
    if (m_program == name) useProgram(0); // a program in use lives on after its deletion
}

void StateCache::forgetVertexArray(GLuint name) {
    if (m_vertexArray == name) m_vertexArray = 0;
}

void StateCache::flushCounters() {
    m_counters.add(pvg::Counter::GlCalls, m_calls);
    m_counters.add(pvg::Counter::StateChangesElided, m_elided);
    m_calls = m_elided = 0;
}

bool StateCache::gotMemory() {
    bool isFine = true;
    for (GLenum error = glGetError(); error != GL_NO_ERROR; error = glGetError()) isFine = isFine && error != GL_OUT_OF_MEMORY;
    m_isOutOfMemory = m_isOutOfMemory || !isFine;
    return isFine;
}

} // namespace gl
