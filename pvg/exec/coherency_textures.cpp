#include <algorithm>

#include "pvg/exec/coherency.h"
#include "pvg/memory/guest_copy.h"

namespace pvg {

namespace {

// Writes rows of ascending addresses into scattered pages without starting over for each.
class RowWriter {
public:
    explicit RowWriter(const ScatterList& pages) : m_pages(pages) {}
    void write(uint64_t offset, std::span<const std::byte> row) {
        while (!row.empty() && m_index < m_pages.size()) {
            const GuestSpan& page = m_pages[m_index];
            if (offset >= m_start + page.size) {
                m_start += page.size;
                ++m_index;
                continue;
            }
            const uint64_t inside = offset - m_start;
            const uint64_t n = std::min<uint64_t>(row.size(), page.size - inside);
            copyToGuest(page.data + inside, row.data(), n);
            row = row.subspan(n);
            offset += n;
        }
    }

private:
    const ScatterList& m_pages;
    size_t m_index = 0;
    uint64_t m_start = 0;
};

uint64_t imageBytes(const HostTexture& texture, const GuestLevel& level) {
    const uint64_t rows = texture.format.blocksHigh(level.height);
    return (level.depth - 1) * level.bytesPerImage + (rows - 1) * level.bytesPerRow +
           texture.format.blocksWide(level.width) * texture.format.bytesPerBlock;
}

// Whole blocks: compressed formats cannot be read in parts of one.
TexelBox alignToBlocks(TexelBox box, const HostTexture& texture, const GuestLevel& level) {
    box.x0 -= box.x0 % texture.format.blockWidth;
    box.y0 -= box.y0 % texture.format.blockHeight;
    box.x1 = std::min<uint32_t>(level.width, uint32_t(texture.format.blocksWide(box.x1) * texture.format.blockWidth));
    box.y1 = std::min<uint32_t>(level.height, uint32_t(texture.format.blocksHigh(box.y1) * texture.format.blockHeight));
    return box;
}

bool covers(const TexelBox& outer, const TexelBox& inner) {
    return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.z0 <= inner.z0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1 &&
           outer.z1 >= inner.z1;
}

} // namespace

Declined<void> Coherency::makeCurrent(const TextureUse& use) {
    for (uint32_t level = use.levelBase; level < use.levelBase + use.levelCount; ++level)
        for (uint32_t slice = use.sliceBase; slice < use.sliceBase + use.sliceCount; ++slice) PVG_CHECK(makeCurrent(use.root, level, slice));
    return {};
}

Declined<void> Coherency::makeCurrent(const std::shared_ptr<HostTexture>& texture, uint32_t level, uint32_t slice) {
    if (texture->buffer) return uploadFromBuffer(*texture);
    Subresource& subresource = texture->at(level, slice);
    if (subresource.current || !texture->backed) return {};
    if (texture->surface) PVG_CHECK(settleSiblings(*texture));
    PVG_CHECK(upload(*texture, level, slice));
    subresource.current = true;
    return {};
}

// Another image over the same plane, of another geometry, may hold what guest pages lack.
Declined<void> Coherency::settleSiblings(HostTexture& texture) {
    bool waiting = false;
    for (const auto& image : texture.surface->images) {
        if (image.get() == &texture || image->plane != texture.plane || !image->anyDirty()) continue;
        writeBack(image);
        waiting = true;
    }
    if (!waiting) return {};
    const CompletionToken token = m_backend.submit();
    noteSubmitted(token);
    waitFor(token);
    return {};
}

Declined<void> Coherency::upload(HostTexture& texture, uint32_t level, uint32_t slice) {
    waitFor(texture.pending); // an older write-back may still be on its way to these pages
    texture.pending = 0;
    Task* task = m_tasks.find(texture.task);
    if (!task) return decline(DeclineReason::UnknownTask, "task {}", texture.task.value);
    const GuestLevel& layout = texture.levels[level];
    const uint64_t size = imageBytes(texture, layout);
    m_pages.clear();
    PVG_CHECK(task->space.spans(GuestVirt{texture.base.value + layout.offset + slice * layout.sliceStride}, size, false, m_pages));
    m_runs.clear();
    if (m_memory.readObserver()) {
        m_staging.resize(size); // bounded by the texture's pages
        m_memory.gather(m_pages, 0, m_staging);
        m_runs.emplace_back(m_staging);
    } else {
        for (const GuestSpan& page : m_pages) m_runs.emplace_back(page.data, page.size);
    }
    const TextureRegion region{level, slice, 0, 0, 0, layout.width, layout.height, layout.depth};
    PVG_CHECK(m_backend.writeTexture(texture.id, region, {layout.bytesPerRow, layout.bytesPerImage}, m_runs));
    m_counters.add(Counter::BytesUploaded, size);
    return {};
}

Declined<void> Coherency::uploadFromBuffer(HostTexture& texture) {
    HostBuffer& buffer = *texture.buffer;
    const GuestLevel& layout = texture.levels[0];
    const uint64_t end = layout.offset + (texture.slices - 1) * layout.sliceStride + imageBytes(texture, layout);
    PVG_CHECK(makeCurrent(buffer, {layout.offset, end}));
    if (texture.bufferVersion == buffer.version) return {};
    for (uint32_t slice = 0; slice < texture.slices; ++slice) {
        const TextureRegion region{0, slice, 0, 0, 0, layout.width, layout.height, layout.depth};
        PVG_CHECK(m_backend.copyBufferToTexture(buffer.id, layout.offset + slice * layout.sliceStride, {layout.bytesPerRow, layout.bytesPerImage},
                                                texture.id, region, Aspect::All));
    }
    texture.bufferVersion = buffer.version;
    return {};
}

void Coherency::wrote(const TextureUse& use) {
    for (uint32_t level = use.levelBase; level < use.levelBase + use.levelCount; ++level)
        for (uint32_t slice = use.sliceBase; slice < use.sliceBase + use.sliceCount; ++slice)
            wrote(use.root, level, slice, use.root->whole(level));
}

void Coherency::wrote(const std::shared_ptr<HostTexture>& texture, uint32_t level, uint32_t slice, const TexelBox& box) {
    Subresource& subresource = texture->at(level, slice);
    if (covers(box, texture->whole(level))) subresource.current = true;
    subresource.dirty.include(box);
    if (texture->buffer) {
        if (std::find(m_aliasedTextures.begin(), m_aliasedTextures.end(), texture) == m_aliasedTextures.end()) m_aliasedTextures.push_back(texture);
        return;
    }
    if (texture->eager && std::find(m_writtenTextures.begin(), m_writtenTextures.end(), texture) == m_writtenTextures.end())
        m_writtenTextures.push_back(texture);
    if (!texture->surface) return;
    for (const auto& image : texture->surface->images)
        if (image != texture && image->plane == texture->plane)
            for (Subresource& other : image->subresources) other = {};
}

void Coherency::writeBack(const std::shared_ptr<HostTexture>& texture) {
    for (uint32_t level = 0; level < texture->levels.size(); ++level)
        for (uint32_t slice = 0; slice < texture->slices; ++slice) writeBack(texture, level, slice);
}

void Coherency::writeBack(const std::shared_ptr<HostTexture>& texture, uint32_t level, uint32_t slice) {
    Subresource& subresource = texture->at(level, slice);
    if (subresource.dirty.empty() || !texture->backed) return;
    const TexelBox box = alignToBlocks(subresource.dirty, *texture, texture->levels[level]);
    subresource.dirty = {};
    const TextureRegion region{level, slice, box.x0, box.y0, box.z0, box.x1 - box.x0, box.y1 - box.y0, box.z1 - box.z0};
    const uint64_t row = texture->format.blocksWide(region.width) * texture->format.bytesPerBlock;
    const ImageLayout tight{row, row * texture->format.blocksHigh(region.height)};
    const auto land = [life = m_life, weak = std::weak_ptr(texture), episode = texture->writeBackEpisode, level, slice, box,
                       epoch = m_epoch](std::span<const std::byte> data) {
        const auto target = weak.lock();
        if (life->owner && target && target->writeBackEpisode == episode) life->owner->landTexture(*target, level, slice, box, data, epoch);
    };
    const auto issued = m_backend.readTexture(texture->id, region, tight, land);
    if (!issued) return record("write-back", issued.error());
    m_issuedTextures.push_back(texture);
}

// Rows of the box only: padding between rows and texels outside belong to the guest.
void Coherency::landTexture(HostTexture& texture, uint32_t level, uint32_t slice, const TexelBox& box, std::span<const std::byte> data, Epoch epoch) {
    Task* task = m_tasks.find(texture.task);
    if (!task) return;
    const PixelFormatInfo& format = texture.format;
    const GuestLevel& layout = texture.levels[level];
    const uint64_t row = format.blocksWide(box.x1 - box.x0) * format.bytesPerBlock;
    const uint64_t rows = format.blocksHigh(box.y1 - box.y0);
    const uint64_t planes = box.z1 - box.z0;
    if (data.size() < row * rows * planes) return;
    const uint64_t first = box.z0 * layout.bytesPerImage + box.y0 / format.blockHeight * layout.bytesPerRow +
                           uint64_t(box.x0 / format.blockWidth) * format.bytesPerBlock;
    const uint64_t size = (planes - 1) * layout.bytesPerImage + (rows - 1) * layout.bytesPerRow + row;
    const auto pass = m_memory.gate().enter(epoch);
    if (!pass) return record("write-back", decline(DeclineReason::StaleEpoch, "epoch {}", epoch.value));
    // Walked anew: an unmap may have passed since the work was submitted.
    const GuestVirt va{texture.base.value + layout.offset + slice * layout.sliceStride + first};
    task->space.invalidate(va, size);
    ScatterList pages;
    const auto found = task->space.spans(va, size, true, pages);
    if (!found) return record("write-back", found.error());
    RowWriter writer(pages);
    for (uint64_t z = 0; z < planes; ++z)
        for (uint64_t y = 0; y < rows; ++y) writer.write(z * layout.bytesPerImage + y * layout.bytesPerRow, data.subspan((z * rows + y) * row, row));
    m_counters.add(Counter::BytesWrittenBack, row * rows * planes);
}

void Coherency::invalidate(HostTexture& texture) {
    ++texture.writeBackEpisode;
    if (!texture.backed) return;
    for (Subresource& subresource : texture.subresources) subresource = {};
}

} // namespace pvg
