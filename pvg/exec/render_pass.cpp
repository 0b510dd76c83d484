#include <algorithm>

#include "pvg/base/checked.h"
#include "pvg/exec/render_encoder.h"

namespace pvg {

namespace {

using stream::PassAttachment;

bool discards(uint32_t load) { return load != uint32_t(mtl::LoadAction::Load); }

bool resolves(uint32_t store) {
    return store == uint32_t(mtl::StoreAction::MultisampleResolve) || store == uint32_t(mtl::StoreAction::StoreAndMultisampleResolve);
}

uint32_t extent(uint64_t asked, uint32_t available) { return asked == 0 ? available : uint32_t(std::min<uint64_t>(asked, available)); }

} // namespace

Declined<void> RenderEncoder::run(const stream::PassDescriptor& c) {
    if (m_pass != Pass::Waiting) return decline(DeclineReason::BadField, "a second pass record behind a draw");
    m_descriptor = c; // a second one before anything was drawn replaces the first (decisions.md 30)
    return {};
}

Declined<void> RenderEncoder::run(const stream::PassRasterSampleCount& c) {
    if (c.count == 0 || c.count > m_context.backend.caps().maxSamples) return decline(DeclineReason::BadField, "{} samples", c.count);
    m_defaultSamples = c.count;
    return {};
}

uint32_t RenderEncoder::storeAction(const PassAttachment& from, StoreOverride::Target target, uint32_t index) const {
    uint32_t action = from.store;
    for (const StoreOverride& late : m_lateStores)
        if (late.target == target && late.index == index) action = late.action;
    return action;
}

bool RenderEncoder::needsPass() const {
    const auto acts = [&](const PassAttachment& a, StoreOverride::Target target, uint32_t index) {
        return a.texture && (a.load == uint32_t(mtl::LoadAction::Clear) || resolves(storeAction(a, target, index)));
    };
    for (uint32_t i = 0; i < m_descriptor->colors.size(); ++i)
        if (acts(m_descriptor->colors[i], StoreOverride::Target::Color, i)) return true;
    return acts(m_descriptor->depth, StoreOverride::Target::Depth, 0) || acts(m_descriptor->stencil, StoreOverride::Target::Stencil, 0);
}

Declined<void> RenderEncoder::addTarget(const TextureUse& use, const PassAttachment& from, bool discardsOld) {
    const bool layered = m_descriptor->arrayLength > 0;
    const bool volume = use.root->body.type == mtl::TextureType::Type3D;
    Target target;
    target.use = use;
    target.level = use.levelBase + from.level;
    target.discardsOld = discardsOld;
    const uint32_t depth = use.root->levels[target.level].depth;
    if (layered) {
        target.firstSlice = use.sliceBase;
        target.slices = volume ? 1 : use.sliceCount;
        target.planes = depth;
    } else {
        target.firstSlice = use.sliceBase + (volume ? 0 : from.slice);
        target.plane = volume ? from.depthPlane : 0;
    }
    if (target.plane >= depth || (!volume && !layered && from.slice >= use.sliceCount))
        return decline(DeclineReason::MissingAttachment, "slice {} or plane {} of an attachment does not exist", from.slice, from.depthPlane);
    m_targets.push_back(std::move(target));
    return {};
}

Declined<void> RenderEncoder::attach(const PassAttachment& from, StoreOverride::Target kind, uint32_t index, ColorAttachment& to) {
    PVG_TRY(const TextureUse use, m_context.objects.texture(m_context.task, from.texture));
    if (from.level >= use.levelCount) return decline(DeclineReason::MissingAttachment, "level {} of {}", from.level, use.levelCount);
    if (from.load > uint32_t(mtl::LoadAction::Clear)) return decline(DeclineReason::BadField, "load action {}", from.load);
    const uint32_t store = storeAction(from, kind, index);
    if (store > uint32_t(mtl::StoreAction::CustomSampleDepthStore)) return decline(DeclineReason::BadField, "store action {}", store);
    const uint32_t samples = std::max<uint32_t>(1, use.root->body.sampleCount);
    if (m_samples != 0 && m_samples != samples)
        return decline(DeclineReason::MissingAttachment, "attachments of {} and {} samples", m_samples, samples);
    m_samples = samples;
    PVG_CHECK(addTarget(use, from, discards(from.load)));
    to.texture = use.id;
    to.level = from.level;
    to.slice = m_targets.back().slice();
    to.depthPlane = m_targets.back().plane;
    to.load = mtl::LoadAction(from.load);
    to.store = mtl::StoreAction(store);
    if (kind == StoreOverride::Target::Color) m_colorFormats[index] = use.format;
    if (kind == StoreOverride::Target::Depth) m_depthFormat = use.format;
    if (kind == StoreOverride::Target::Stencil) m_stencilFormat = use.format;
    return resolves(store) && from.resolveTexture ? addResolveTarget(from, to) : Declined<void>();
}

Declined<void> RenderEncoder::addResolveTarget(const PassAttachment& from, ColorAttachment& to) {
    PVG_TRY(const TextureUse use, m_context.objects.texture(m_context.task, from.resolveTexture));
    if (from.resolveLevel >= use.levelCount)
        return decline(DeclineReason::MissingAttachment, "level {} of {} to resolve into", from.resolveLevel, use.levelCount);
    PassAttachment place;
    place.level = from.resolveLevel;
    place.slice = from.resolveSlice;
    place.depthPlane = from.resolveDepthPlane;
    PVG_CHECK(addTarget(use, place, true));
    to.resolveTexture = use.id;
    to.resolveLevel = from.resolveLevel;
    to.resolveSlice = m_targets.back().slice();
    to.resolveDepthPlane = m_targets.back().plane;
    return {};
}

Declined<void> RenderEncoder::attachAll(RenderPass& pass) {
    // Absent slots still carry load and store values: the texture ref decides (stream.md 3).
    for (uint32_t i = 0; i < pass.colors.size(); ++i) {
        const stream::PassColor& from = m_descriptor->colors[i];
        if (!from.texture) continue;
        PVG_CHECK(attach(from, StoreOverride::Target::Color, i, pass.colors[i]));
        pass.colors[i].clear = from.clear;
    }
    if (m_descriptor->depth.texture) {
        PVG_CHECK(attach(m_descriptor->depth, StoreOverride::Target::Depth, 0, pass.depth));
        pass.depth.clearDepth = m_descriptor->depth.clear;
        pass.depth.resolveFilter = uint16_t(m_descriptor->depth.resolveFilter);
    }
    if (m_descriptor->stencil.texture) {
        PVG_CHECK(attach(m_descriptor->stencil, StoreOverride::Target::Stencil, 0, pass.stencil));
        pass.stencil.clearStencil = m_descriptor->stencil.clear;
        pass.stencil.resolveFilter = uint16_t(m_descriptor->stencil.resolveFilter);
    }
    return {};
}

// Old contents are needed unless every attachment that lies in the subresource discards them and the pass covers it.
Declined<void> RenderEncoder::prepareTargets() {
    for (const Target& target : m_targets) {
        HostTexture& root = *target.use.root;
        const GuestLevel& level = root.levels[target.level];
        const bool combined = (root.format.flags & PixelFormatInfo::Depth) != 0 && (root.format.flags & PixelFormatInfo::Stencil) != 0;
        size_t discarding = 0, sharing = 0;
        for (const Target& other : m_targets) {
            if (other.use.root != target.use.root || other.level != target.level) continue;
            ++sharing;
            discarding += other.discardsOld ? 1 : 0;
        }
        TexelBox box = root.whole(target.level);
        box.x1 = extent(m_descriptor->width, level.width);
        box.y1 = extent(m_descriptor->height, level.height);
        box.z0 = target.plane;
        box.z1 = target.plane + target.planes;
        const bool whole = box.x1 == level.width && box.y1 == level.height && target.planes == level.depth;
        const bool overwritten = whole && discarding == sharing && (!combined || sharing == 2);
        for (uint32_t slice = target.firstSlice; slice < target.firstSlice + target.slices; ++slice) {
            if (!overwritten) PVG_CHECK(m_context.coherency.makeCurrent(target.use.root, target.level, slice));
            m_context.coherency.wrote(target.use.root, target.level, slice, box);
        }
    }
    return {};
}

Declined<void> RenderEncoder::open() {
    if (m_pass == Pass::Open) return {};
    if (m_pass == Pass::Broken) return decline(DeclineReason::MissingAttachment, "the pass could not begin");
    if (!m_descriptor) return decline(DeclineReason::MissingEncoder, "no pass record");
    m_pass = Pass::Broken;
    RenderPass pass;
    PVG_CHECK(attachAll(pass));
    pass.width = uint32_t(std::min<uint64_t>(m_descriptor->width, UINT32_MAX));
    pass.height = uint32_t(std::min<uint64_t>(m_descriptor->height, UINT32_MAX));
    pass.arrayLength = uint32_t(std::min<uint64_t>(m_descriptor->arrayLength, UINT32_MAX));
    if (m_targets.empty()) {
        const uint32_t limit = m_context.backend.caps().maxTextureSize;
        if (pass.width == 0 || pass.height == 0 || pass.width > limit || pass.height > limit)
            return decline(DeclineReason::MissingAttachment, "no attachment and an extent of {} x {}", pass.width, pass.height);
    }
    pass.defaultSampleCount = m_defaultSamples;
    if (m_descriptor->visibilityBuffer) {
        PVG_TRY(m_visibility, m_context.objects.buffer(m_context.task, m_descriptor->visibilityBuffer));
        pass.visibilityBuffer = m_visibility->id;
    }
    m_held.settle(m_context, pass);
    if (m_visibility) PVG_CHECK(m_context.coherency.makeCurrent(*m_visibility, {0, m_visibility->size}));
    PVG_CHECK(prepareTargets());
    PVG_CHECK(m_held.begin(m_context, pass));
    m_pass = Pass::Open;
    return {};
}

Declined<void> RenderEncoder::end() {
    Declined<void> result;
    if (m_pass == Pass::Waiting && m_descriptor && needsPass()) result = open();
    if (m_pass == Pass::Open) {
        // Textures over buffers land in them when the encoder ends, stores of shaders are ordered then.
        const bool isOverBuffer = std::any_of(m_targets.begin(), m_targets.end(), [](const Target& t) { return t.use.root->buffer != nullptr; });
        auto ended = m_held.end(m_context, !m_shaderStores && !isOverBuffer);
        if (!ended) result = std::move(ended);
        if (m_visibility)
            for (const uint64_t offset : m_visibilityOffsets) m_context.coherency.wrote(m_visibility, {offset, offset + sizeof(uint64_t)});
        if (m_shaderStores) m_context.backend.memoryBarrier();
    }
    m_context.coherency.landAliases();
    return result;
}

} // namespace pvg
