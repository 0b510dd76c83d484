#include <algorithm>

#include "pvg/base/checked.h"
#include "pvg/exec/blit_encoder.h"

namespace pvg {

namespace {

enum BlitOption : uint32_t { kDepth = 1, kStencil = 2, kRowLinearPvrtc = 4 };

bool isEmpty(const stream::Size3& size) { return size[0] == 0 || size[1] == 0 || size[2] == 0; }

Declined<Aspect> aspect(uint32_t options) {
    switch (options) {
    case 0: return Aspect::All;
    case kDepth: return Aspect::Depth;
    case kStencil: return Aspect::Stencil;
    default: return decline(DeclineReason::BadField, "blit options {}", options);
    }
}

// Bytes of one block as the copy moves them: one aspect of a combined format has a size of its own (objects.md 7).
uint64_t blockBytes(const PixelFormatInfo& format, Aspect aspect) {
    const bool combined = (format.flags & PixelFormatInfo::Depth) && (format.flags & PixelFormatInfo::Stencil);
    if (!combined || aspect == Aspect::All) return format.bytesPerBlock;
    return aspect == Aspect::Depth ? 4 : 1;
}

struct LinearCopy {
    ImageLayout layout;
    uint64_t bytes = 0; // from the first to behind the last
};

// decisions.md 28: bytesPerRow 0 is accepted for one row, bytesPerImage 0 for one image.
Declined<LinearCopy> linearCopy(const PixelFormatInfo& format, const TextureRegion& region, ImageLayout asked, Aspect aspect) {
    const uint64_t tight = format.blocksWide(region.width) * blockBytes(format, aspect);
    const uint64_t rows = format.blocksHigh(region.height);
    if (asked.bytesPerRow == 0 && rows == 1) asked.bytesPerRow = tight;
    if (asked.bytesPerRow < tight) return decline(DeclineReason::BadField, "{} bytes per row, {} needed", asked.bytesPerRow, tight);
    const auto image = checkedMul(asked.bytesPerRow, rows);
    if (!image) return decline(DeclineReason::BadField, "{} bytes per row", asked.bytesPerRow);
    if (asked.bytesPerImage == 0 && region.depth == 1) asked.bytesPerImage = *image;
    if (region.depth > 1 && asked.bytesPerImage < *image)
        return decline(DeclineReason::BadField, "{} bytes per image, {} needed", asked.bytesPerImage, *image);
    const auto images = checkedMul<uint64_t>(asked.bytesPerImage, region.depth - 1);
    const auto bytes = images ? checkedAdd(*images, (rows - 1) * asked.bytesPerRow + tight) : images;
    if (!bytes) return decline(DeclineReason::BadField, "{} bytes per image", asked.bytesPerImage);
    return LinearCopy{asked, *bytes};
}

Declined<void> inside(uint64_t offset, uint64_t bytes, const HostBuffer& buffer) {
    if (fits(offset, bytes, buffer.size)) return {};
    return decline(DeclineReason::BadField, "{} bytes at {} of a buffer of {}", bytes, offset, buffer.size);
}

} // namespace

TexelBox BlitEncoder::Place::box() const {
    return {region.x, region.y, region.z, region.x + region.width, region.y + region.height, region.z + region.depth};
}

Declined<BlitEncoder::Place> BlitEncoder::place(ObjectRef texture, uint32_t level, uint32_t slice, const stream::Size3& origin,
                                                const stream::Size3& size) {
    PVG_TRY(TextureUse use, m_context.objects.texture(m_context.task, texture));
    if (level >= use.levelCount || slice >= use.sliceCount)
        return decline(DeclineReason::BadField, "level {} and slice {} do not exist", level, slice);
    const GuestLevel& extent = use.root->levels[use.levelBase + level];
    const PixelFormatInfo& format = use.root->format;
    // Compressed sizes may reach to the end of the last block; what counts is what exists.
    if (!fits(origin[0], size[0], alignUp(extent.width, format.blockWidth)) || !fits(origin[1], size[1], alignUp(extent.height, format.blockHeight)) ||
        !fits(origin[2], size[2], extent.depth) || origin[0] % format.blockWidth != 0 || origin[1] % format.blockHeight != 0)
        return decline(DeclineReason::BadField, "region at {}, {} does not lie in level {}", origin[0], origin[1], level);
    Place out;
    out.region.level = use.levelBase + level;
    out.region.slice = use.sliceBase + slice;
    out.region.x = uint32_t(origin[0]);
    out.region.y = uint32_t(origin[1]);
    out.region.z = uint32_t(origin[2]);
    out.region.width = uint32_t(std::min<uint64_t>(size[0], extent.width - origin[0]));
    out.region.height = uint32_t(std::min<uint64_t>(size[1], extent.height - origin[1]));
    out.region.depth = uint32_t(size[2]);
    out.use = std::move(use);
    return out;
}

Declined<void> BlitEncoder::makeCurrent(const Place& place) {
    return m_context.coherency.makeCurrent(place.use.root, place.region.level, place.region.slice);
}

Declined<void> BlitEncoder::prepareDestination(const Place& place) {
    const TexelBox box = place.box(), whole = place.use.root->whole(place.region.level);
    const bool all = box.x0 == 0 && box.y0 == 0 && box.z0 == 0 && box.x1 == whole.x1 && box.y1 == whole.y1 && box.z1 == whole.z1;
    return all ? Declined<void>() : makeCurrent(place);
}

void BlitEncoder::wrote(const Place& place) {
    m_context.coherency.wrote(place.use.root, place.region.level, place.region.slice, place.box());
    m_context.counters.add(Counter::Blits);
    m_context.coherency.landAliases(); // commands of a blit encoder are ordered
}

Declined<void> BlitEncoder::run(const stream::CopyBufferToBuffer& c) {
    PVG_TRY(const auto source, m_context.objects.buffer(m_context.task, c.source));
    PVG_TRY(const auto destination, m_context.objects.buffer(m_context.task, c.destination));
    PVG_CHECK(inside(c.sourceOffset, c.size, *source));
    PVG_CHECK(inside(c.destinationOffset, c.size, *destination));
    if (c.size == 0) return {};
    PVG_CHECK(m_context.coherency.makeCurrent(*source, {c.sourceOffset, c.sourceOffset + c.size}));
    const ByteRange written{c.destinationOffset, c.destinationOffset + c.size};
    PVG_CHECK(m_context.coherency.makeCurrent(*destination, written));
    PVG_CHECK(m_context.backend.copyBuffer(source->id, c.sourceOffset, destination->id, c.destinationOffset, c.size));
    m_context.coherency.wrote(destination, written);
    m_context.counters.add(Counter::Blits);
    return {};
}

Declined<void> BlitEncoder::run(const stream::CopyBufferToTexture& c) {
    PVG_TRY(const auto source, m_context.objects.buffer(m_context.task, c.source));
    PVG_TRY(const Place to, place(c.destination, c.level, c.slice, c.origin, c.size));
    if (isEmpty(c.size)) return {};
    PVG_TRY(const Aspect which, aspect(c.options));
    PVG_TRY(const LinearCopy linear, linearCopy(to.use.root->format, to.region, {c.bytesPerRow, c.bytesPerImage}, which));
    PVG_CHECK(inside(c.sourceOffset, linear.bytes, *source));
    PVG_CHECK(m_context.coherency.makeCurrent(*source, {c.sourceOffset, c.sourceOffset + linear.bytes}));
    PVG_CHECK(which == Aspect::All ? prepareDestination(to) : makeCurrent(to));
    PVG_CHECK(m_context.backend.copyBufferToTexture(source->id, c.sourceOffset, linear.layout, to.use.root->id, to.region, which));
    wrote(to);
    return {};
}

Declined<void> BlitEncoder::run(const stream::CopyTextureToBuffer& c) {
    PVG_TRY(const Place from, place(c.source, c.level, c.slice, c.origin, c.size));
    PVG_TRY(const auto destination, m_context.objects.buffer(m_context.task, c.destination));
    if (isEmpty(c.size)) return {};
    PVG_TRY(const Aspect which, aspect(c.options));
    PVG_TRY(const LinearCopy linear, linearCopy(from.use.root->format, from.region, {c.bytesPerRow, c.bytesPerImage}, which));
    PVG_CHECK(inside(c.destinationOffset, linear.bytes, *destination));
    PVG_CHECK(makeCurrent(from));
    const ByteRange written{c.destinationOffset, c.destinationOffset + linear.bytes};
    PVG_CHECK(m_context.coherency.makeCurrent(*destination, written)); // padding between rows stays what it was
    PVG_CHECK(m_context.backend.copyTextureToBuffer(from.use.root->id, from.region, destination->id, c.destinationOffset, linear.layout, which));
    m_context.coherency.wrote(destination, written);
    m_context.counters.add(Counter::Blits);
    return {};
}

Declined<void> BlitEncoder::copy(const Place& from, const Place& to) {
    if (from.use.root->format.bytesPerBlock != to.use.root->format.bytesPerBlock)
        return decline(DeclineReason::BadField, "copy from format {} to format {}", uint64_t(from.use.root->body.format),
                       uint64_t(to.use.root->body.format));
    PVG_CHECK(makeCurrent(from));
    PVG_CHECK(prepareDestination(to));
    PVG_CHECK(m_context.backend.copyTexture(from.use.root->id, from.region, to.use.root->id, to.region));
    wrote(to);
    return {};
}

Declined<void> BlitEncoder::run(const stream::CopyTextureToTexture& c) {
    if ((c.options & ~uint32_t(kRowLinearPvrtc)) != 0) return decline(DeclineReason::NotImplemented, "blit options {}", c.options);
    PVG_TRY(const Place from, place(c.source, c.sourceLevel, c.sourceSlice, c.sourceOrigin, c.size));
    PVG_TRY(const Place to, place(c.destination, c.destinationLevel, c.destinationSlice, c.destinationOrigin, c.size));
    return isEmpty(c.size) ? Declined<void>() : copy(from, to);
}

// Counts are clipped to what exists on both sides (decisions.md 28).
Declined<void> BlitEncoder::run(const stream::CopyTextureSlices& c) {
    PVG_TRY(const TextureUse source, m_context.objects.texture(m_context.task, c.source));
    PVG_TRY(const TextureUse destination, m_context.objects.texture(m_context.task, c.destination));
    const auto room = [](uint32_t first, uint32_t count) { return first < count ? count - first : 0U; };
    const uint32_t levels = std::min({c.levelCount, room(c.sourceLevel, source.levelCount), room(c.destinationLevel, destination.levelCount)});
    const uint32_t slices = std::min({c.sliceCount, room(c.sourceSlice, source.sliceCount), room(c.destinationSlice, destination.sliceCount)});
    for (uint32_t level = 0; level < levels; ++level) {
        const GuestLevel& a = source.root->levels[source.levelBase + c.sourceLevel + level];
        const GuestLevel& b = destination.root->levels[destination.levelBase + c.destinationLevel + level];
        if (a.width != b.width || a.height != b.height || a.depth != b.depth)
            return decline(DeclineReason::BadField, "level of {} x {} into one of width {}", a.width, a.height, b.width);
        const stream::Size3 size{a.width, a.height, a.depth};
        for (uint32_t slice = 0; slice < slices; ++slice) {
            PVG_TRY(const Place from, place(c.source, c.sourceLevel + level, c.sourceSlice + slice, {}, size));
            PVG_TRY(const Place to, place(c.destination, c.destinationLevel + level, c.destinationSlice + slice, {}, size));
            PVG_CHECK(copy(from, to));
        }
    }
    return {};
}

Declined<void> BlitEncoder::end() {
    m_context.coherency.landAliases();
    return {};
}

} // namespace pvg
