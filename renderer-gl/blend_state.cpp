#include <algorithm>

#include "renderer-gl/draw_state.h"

namespace gl {

using pvg::mtl::BlendFactor;
using pvg::mtl::BlendOperation;

namespace {

GLenum factorOf(BlendFactor factor) {
    static constexpr GLenum kFactors[] = {
        GL_ZERO, GL_ONE, GL_SRC_COLOR, GL_ONE_MINUS_SRC_COLOR, GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_DST_COLOR, GL_ONE_MINUS_DST_COLOR,
        GL_DST_ALPHA, GL_ONE_MINUS_DST_ALPHA, GL_SRC_ALPHA_SATURATE, GL_CONSTANT_COLOR, GL_ONE_MINUS_CONSTANT_COLOR, GL_CONSTANT_ALPHA,
        GL_ONE_MINUS_CONSTANT_ALPHA, GL_SRC1_COLOR, GL_ONE_MINUS_SRC1_COLOR, GL_SRC1_ALPHA, GL_ONE_MINUS_SRC1_ALPHA,
    };
    return size_t(factor) < std::size(kFactors) ? kFactors[size_t(factor)] : GLenum(GL_ONE);
}

GLenum equationOf(BlendOperation operation) {
    static constexpr GLenum kEquations[] = {GL_FUNC_ADD, GL_FUNC_SUBTRACT, GL_FUNC_REVERSE_SUBTRACT, GL_MIN, GL_MAX};
    return size_t(operation) < std::size(kEquations) ? kEquations[size_t(operation)] : GLenum(GL_FUNC_ADD);
}

// An A8 target keeps alpha in red: what Metal does with its alpha happens in GL's red, whose "destination alpha" is the destination's red.
GLenum factorInRed(BlendFactor factor) {
    switch (factor) {
    case BlendFactor::DestinationAlpha: return GL_DST_COLOR;
    case BlendFactor::OneMinusDestinationAlpha: return GL_ONE_MINUS_DST_COLOR;
    case BlendFactor::SourceAlphaSaturated: return GL_ONE; // of an alpha channel
    case BlendFactor::BlendColor: return GL_CONSTANT_ALPHA;
    case BlendFactor::OneMinusBlendColor: return GL_ONE_MINUS_CONSTANT_ALPHA;
    default: return factorOf(factor);
    }
}

BlendState blendOf(const pvg::ColorAttachmentDescriptor& d, bool isAlphaInRed, bool isBlendable) {
    if (!d.blendingEnabled || !isBlendable) return {};
    BlendState state{true, factorOf(d.sourceRGB), factorOf(d.destinationRGB), equationOf(d.rgbOperation),
                     factorOf(d.sourceAlpha), factorOf(d.destinationAlpha), equationOf(d.alphaOperation)};
    if (isAlphaInRed) {
        state.sourceRgb = factorInRed(d.sourceAlpha);
        state.destinationRgb = factorInRed(d.destinationAlpha);
        state.equationRgb = state.equationAlpha;
    }
    return state;
}

// Metal: bit 0 alpha, 1 blue, 2 green, 3 red.
uint8_t channelsOf(uint8_t writeMask, const Texture& texture) {
    if (texture.format->kind == FormatKind::Alpha) return (writeMask & 1) != 0 ? 1 : 0;
    const auto bit = [writeMask](unsigned from, unsigned to) { return (writeMask >> from & 1U) << to; };
    const bool isExchanged = texture.exchangesRedBlue;
    const uint32_t channels = bit(3, isExchanged ? 2 : 0) | bit(2, 1) | bit(1, isExchanged ? 0 : 2) | bit(0, 3);
    return uint8_t(channels & texture.format->channels()); // what the store has beyond the format stays as it is
}

bool usesBlendColor(const pvg::ColorAttachmentDescriptor& d) {
    const auto isColor = [](BlendFactor f) { return f == BlendFactor::BlendColor || f == BlendFactor::OneMinusBlendColor; };
    return d.blendingEnabled && (isColor(d.sourceRGB) || isColor(d.destinationRGB));
}

} // namespace

pvg::Declined<void> applyBlendColor(StateCache& state, const RenderPipeline& pipeline, const std::array<float, 4>& color) {
    const auto& colors = pipeline.request.descriptor.colors;
    bool isPlain = false, isExchanged = false;
    for (GLuint i = 0; i < colors.size(); ++i)
        if (usesBlendColor(colors[i])) ((pipeline.variant.exchanged >> i & 1) != 0 ? isExchanged : isPlain) = true;
    if (isPlain && isExchanged)
        return pvg::decline(pvg::DeclineReason::NotImplemented, "one blend color for attachments that keep red and blue in different places");
    state.blendColor(isExchanged ? std::array{color[2], color[1], color[0], color[3]} : color);
    return {};
}

void applyPipelineState(StateCache& state, const RenderPipeline& pipeline, const PassEncoder& pass) {
    const pvg::RenderPipelineDescriptor& d = pipeline.request.descriptor;
    for (GLuint i = 0; i < d.colors.size(); ++i) {
        const Texture* texture = pass.colorTexture(i);
        if (texture == nullptr) continue;
        // An output the function does not write is undefined in GL and left alone in Metal.
        const bool isWritten = (pipeline.writtenAttachments >> i & 1) != 0;
        state.colorMask(i, isWritten ? channelsOf(d.colors[i].writeMask, *texture) : 0);
        state.blend(i, blendOf(d.colors[i], texture->format->kind == FormatKind::Alpha, !texture->format->isInteger()));
    }
    state.enable(Capability::RasterizerDiscard, !d.rasterizationEnabled);
    state.enable(Capability::AlphaToCoverage, d.alphaToCoverage);
    state.enable(Capability::AlphaToOne, d.alphaToOne);
    const bool isMasked = d.sampleMask != 0xffffffff;
    state.enable(Capability::SampleMask, isMasked);
    if (isMasked) state.sampleMask(d.sampleMask);
    const bool isCovered = d.sampleCoverage < 1.0F;
    state.enable(Capability::SampleCoverage, isCovered);
    if (isCovered) state.sampleCoverage(std::max(0.0F, d.sampleCoverage));
}

} // namespace gl
