#include "renderer-gl/render_pass.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "renderer-gl/view_copy.h"

namespace gl {

using pvg::DeclineReason;
using pvg::mtl::LoadAction;
using pvg::mtl::StoreAction;

namespace {

bool resolves(StoreAction action) { return action == StoreAction::MultisampleResolve || action == StoreAction::StoreAndMultisampleResolve; }

// The clear values of integer formats: the double converted (stream.md 3).
template <class T>
std::array<T, 4> toIntegers(const std::array<double, 4>& c) {
    std::array<T, 4> v{};
    for (size_t i = 0; i < 4; ++i) {
        constexpr double kLeast = double(std::numeric_limits<T>::min()), kMost = double(std::numeric_limits<T>::max());
        v[i] = std::isnan(c[i]) ? T(0) : T(std::clamp(c[i], kLeast, kMost));
    }
    return v;
}

bool sameImage(const pvg::ColorAttachment& a, const pvg::ColorAttachment& b) { return a.level == b.level && a.slice == b.slice; }

} // namespace

pvg::Declined<const Texture*> PassEncoder::look(const pvg::ColorAttachment& attachment, Bounds& bounds) const {
    if (!attachment.texture) return nullptr;
    const Texture* texture = m_textures.find(attachment.texture);
    if (texture == nullptr) return pvg::decline(DeclineReason::MissingAttachment, "an attachment does not exist");
    const bool hasSlice = attachment.slice < texture->layers && attachment.depthPlane < texture->levelSize(attachment.level).depth;
    if (attachment.level >= texture->levels || !hasSlice)
        return pvg::decline(DeclineReason::MissingAttachment, "attachment level {}, slice {}, plane {}", attachment.level, attachment.slice,
                            attachment.depthPlane);
    if (texture->format->isCompressed() || texture->format->isSubsampled() || texture->target == GL_TEXTURE_BUFFER)
        return pvg::decline(DeclineReason::UnsupportedFormat, "format {} is no render target", uint64_t(texture->format->metal));
    const Extent e = texture->levelSize(attachment.level);
    if (bounds.samples != 0 && bounds.samples != texture->samples)
        return pvg::decline(DeclineReason::MissingAttachment, "attachments of {} and {} samples", bounds.samples, texture->samples);
    bounds.width = std::min(bounds.width, e.width);
    bounds.height = std::min(bounds.height, e.height);
    bounds.samples = texture->samples;
    return texture;
}

pvg::Declined<void> PassEncoder::resolveTextures() {
    Bounds bounds;
    for (size_t i = 0; i < m_colors.size(); ++i) {
        PVG_TRY(m_colors[i], look(m_pass.colors[i], bounds));
        if (m_colors[i] != nullptr && !m_colors[i]->format->isColor())
            return pvg::decline(DeclineReason::MissingAttachment, "colour attachment {} of format {}", i, uint64_t(m_colors[i]->format->metal));
    }
    m_exchanged = 0;
    for (size_t i = 0; i < m_colors.size(); ++i)
        if (m_colors[i] != nullptr && m_colors[i]->exchangesRedBlue) m_exchanged |= uint8_t(1U << i);
    PVG_TRY(m_depth, look(m_pass.depth, bounds));
    PVG_TRY(m_stencil, look(m_pass.stencil, bounds));
    if (m_depth != nullptr && !m_depth->format->hasDepth())
        return pvg::decline(DeclineReason::MissingAttachment, "depth attachment of format {}", uint64_t(m_depth->format->metal));
    if (m_stencil != nullptr && !m_stencil->format->hasStencil())
        return pvg::decline(DeclineReason::MissingAttachment, "stencil attachment of format {}", uint64_t(m_stencil->format->metal));
    const bool isEmpty = bounds.samples == 0;
    if (isEmpty && (m_pass.width == 0 || m_pass.height == 0))
        return pvg::decline(DeclineReason::MissingAttachment, "a pass without attachments and without a size");
    const auto clip = [isEmpty](uint32_t asked, uint32_t bound) { return isEmpty ? asked : asked == 0 ? bound : std::min(asked, bound); };
    m_extent = {clip(m_pass.width, bounds.width), clip(m_pass.height, bounds.height)};
    m_isPartial = !isEmpty && (m_extent.width < bounds.width || m_extent.height < bounds.height);
    m_samples = isEmpty ? std::max(1U, m_pass.defaultSampleCount) : bounds.samples;
    return {};
}

FramebufferKey PassEncoder::framebufferKey() const {
    FramebufferKey key;
    const bool isLayered = m_pass.arrayLength > 0;
    const auto image = [isLayered](const Texture* t, const pvg::ColorAttachment& a) {
        return t != nullptr ? attachedImage(*t, a.level, a.slice, a.depthPlane, isLayered) : AttachedImage{};
    };
    bool isEmpty = m_depth == nullptr && m_stencil == nullptr;
    for (size_t i = 0; i < m_colors.size(); ++i) {
        key.colors[i] = image(m_colors[i], m_pass.colors[i]);
        isEmpty = isEmpty && m_colors[i] == nullptr;
    }
    key.depth = image(m_depth, m_pass.depth);
    key.stencil = image(m_stencil, m_pass.stencil);
    // A stencil view of the depth texture attaches as the one combined image it is.
    const bool isCombined = m_depth != nullptr && m_stencil != nullptr && m_depth->format->internal == m_stencil->format->internal;
    if (isCombined && m_stencil->isView && sameImage(m_pass.depth, m_pass.stencil)) key.stencil = key.depth;
    if (isEmpty) {
        key.width = m_extent.width;
        key.height = m_extent.height;
        key.layers = m_pass.arrayLength;
        key.samples = m_samples > 1 ? m_samples : 0;
    }
    return key;
}

AttachmentPart PassEncoder::colorPart(size_t index, const ScissorState& rect) const {
    const Texture& texture = *m_colors[index];
    const pvg::ColorAttachment& a = m_pass.colors[index];
    if (m_pass.arrayLength == 0) return {texture, a.level, texture.isVolume() ? a.depthPlane : a.slice, 1, rect};
    return {texture, a.level, 0, texture.isVolume() ? texture.levelSize(a.level).depth : texture.layers, rect};
}

pvg::Declined<void> PassEncoder::begin(const pvg::RenderPass& pass) {
    m_isOpen = false;
    m_pass = pass;
    PVG_CHECK(resolveTextures());
    PVG_TRY(m_framebuffer, m_framebuffers.find(framebufferKey()));
    m_state.bindFramebuffer(m_framebuffer);
    m_isOpen = true;
    clearAttachments();
    return {};
}

// Clears ignore masks and the guest's scissor; they stop at the pass extent (stream.md 3).
void PassEncoder::clearAttachments() {
    const auto clears = [](const pvg::ColorAttachment& a) { return a.texture && a.load == LoadAction::Clear; };
    if (std::none_of(m_pass.colors.begin(), m_pass.colors.end(), clears) && !clears(m_pass.depth) && !clears(m_pass.stencil)) return;
    m_state.scissor(0, m_isPartial ? ScissorState{0, 0, GLint(m_extent.width), GLint(m_extent.height)} : ScissorState{0, 0, 32768, 32768});
    m_state.enable(Capability::RasterizerDiscard, false);
    for (size_t i = 0; i < m_colors.size(); ++i)
        if (m_colors[i] != nullptr && m_pass.colors[i].load == LoadAction::Clear) clearColor(GLint(i));
    clearDepthStencil();
}

void PassEncoder::clearColor(GLint index) {
    m_state.colorMask(GLuint(index), kAllChannels);
    m_state.countCalls(1);
    const Texture& texture = *m_colors[size_t(index)];
    std::array<double, 4> c = m_pass.colors[size_t(index)].clear;
    if (texture.format->kind == FormatKind::Alpha) c[0] = c[3];
    if (texture.exchangesRedBlue) std::swap(c[0], c[2]);
    for (size_t i = 0; i < 4; ++i)
        if ((texture.format->channels() >> i & 1) == 0) c[i] = i == 3 ? 1 : 0; // in the store only
    if (texture.format->kind == FormatKind::Sint) {
        glClearNamedFramebufferiv(m_framebuffer, GL_COLOR, index, toIntegers<GLint>(c).data());
    } else if (texture.format->kind == FormatKind::Uint) {
        glClearNamedFramebufferuiv(m_framebuffer, GL_COLOR, index, toIntegers<GLuint>(c).data());
    } else {
        const std::array<GLfloat, 4> v{GLfloat(c[0]), GLfloat(c[1]), GLfloat(c[2]), GLfloat(c[3])};
        glClearNamedFramebufferfv(m_framebuffer, GL_COLOR, index, v.data());
    }
}

void PassEncoder::clearDepthStencil() {
    const bool depth = m_depth != nullptr && m_pass.depth.load == LoadAction::Clear;
    const bool stencil = m_stencil != nullptr && m_pass.stencil.load == LoadAction::Clear;
    if (!depth && !stencil) return;
    const auto depthValue = GLfloat(m_pass.depth.clearDepth);
    const auto stencilValue = GLint(m_pass.stencil.clearStencil & 0xff);
    m_state.depth({false, true, GL_LESS});
    m_state.stencil(GL_FRONT, {});
    m_state.stencil(GL_BACK, {});
    m_state.countCalls(1);
    if (depth && stencil)
        glClearNamedFramebufferfi(m_framebuffer, GL_DEPTH_STENCIL, 0, depthValue, stencilValue);
    else if (depth)
        glClearNamedFramebufferfv(m_framebuffer, GL_DEPTH, 0, &depthValue);
    else
        glClearNamedFramebufferiv(m_framebuffer, GL_STENCIL, 0, &stencilValue);
}

pvg::Declined<void> PassEncoder::end() {
    m_isOpen = false;
    for (size_t i = 0; i < m_colors.size(); ++i)
        if (m_colors[i] != nullptr) PVG_CHECK(resolve(m_pass.colors[i], GL_COLOR_ATTACHMENT0 + GLenum(i), GL_COLOR_BUFFER_BIT));
    if (m_depth != nullptr) PVG_CHECK(resolve(m_pass.depth, GL_DEPTH_ATTACHMENT, GL_DEPTH_BUFFER_BIT));
    if (m_stencil != nullptr) PVG_CHECK(resolve(m_pass.stencil, GL_STENCIL_ATTACHMENT, GL_STENCIL_BUFFER_BIT));
    return {};
}

static FramebufferKey resolveKey(const AttachedImage& image, const PixelFormat& format, GLbitfield mask) {
    FramebufferKey key;
    if (mask == GL_COLOR_BUFFER_BIT)
        key.colors[0] = image;
    else if (format.kind == FormatKind::DepthStencil || mask == GL_DEPTH_BUFFER_BIT)
        key.depth = image;
    if (mask == GL_STENCIL_BUFFER_BIT || format.kind == FormatKind::DepthStencil) key.stencil = image;
    return key;
}

// Colours average, integers and depth take sample 0 (stream.md 3). Blits obey the scissor.
pvg::Declined<void> PassEncoder::resolve(const pvg::ColorAttachment& a, GLenum point, GLbitfield mask) {
    if (!resolves(a.store) || !a.resolveTexture) return {};
    const Texture* target = m_textures.find(a.resolveTexture);
    if (target == nullptr || a.resolveLevel >= target->levels || a.resolveSlice >= target->layers)
        return pvg::decline(DeclineReason::MissingAttachment, "resolve texture, level {}, slice {}", a.resolveLevel, a.resolveSlice);
    const AttachedImage image = attachedImage(*target, a.resolveLevel, a.resolveSlice, a.resolveDepthPlane);
    PVG_TRY(const GLuint to, m_framebuffers.find(resolveKey(image, *target->format, mask)));
    const Texture* const samples = m_textures.find(a.texture);
    if (samples != nullptr && samples->isView && samples->isMultisample()) {
        const Texture copy = copyOfSamples(*samples, a.slice);
        const auto from = m_framebuffers.find(resolveKey(attachedImage(copy, 0, 0, 0), *copy.format, mask));
        if (from) blitSamples(*from, to, target->levelSize(a.resolveLevel), mask);
        m_framebuffers.forgetTexture(copy.name.get());
        return from ? pvg::Declined<void>() : from.error();
    }
    if (mask == GL_COLOR_BUFFER_BIT) m_state.readFrom(m_framebuffer, point);
    blitSamples(m_framebuffer, to, target->levelSize(a.resolveLevel), mask);
    return {};
}

void PassEncoder::blitSamples(GLuint from, GLuint to, const Extent& e, GLbitfield mask) {
    const auto w = GLint(std::min(m_extent.width, e.width)), h = GLint(std::min(m_extent.height, e.height));
    m_state.scissor(0, {0, 0, w, h});
    glBlitNamedFramebuffer(from, to, 0, 0, w, h, 0, 0, w, h, mask, GL_NEAREST);
    m_state.countCalls(2);
}

} // namespace gl
