#include <algorithm>

#include "pvg/base/checked.h"
#include "pvg/exec/host_objects.h"
#include "pvg/object/texture_body.h"

namespace pvg {

namespace {

constexpr unsigned kMaxViewDepth = 8; // objects.md 13
constexpr size_t kMostHeaps = 1024;   // above it those whose textures are gone are forgotten
constexpr std::array<mtl::Swizzle, 4> kIdentity{mtl::Swizzle::Red, mtl::Swizzle::Green, mtl::Swizzle::Blue, mtl::Swizzle::Alpha};

uint32_t levelExtent(uint32_t base, uint32_t level) { return std::max(1U, level < 32 ? base >> level : 0U); }

// Bytes of all levels and slices when rows are tight; what a host texture costs.
uint64_t tightBytes(const TextureBody& body, const PixelFormatInfo& format) {
    uint64_t total = 0;
    for (uint32_t level = 0; level < std::max<uint32_t>(1, body.mipCount); ++level)
        total += format.blocksWide(levelExtent(body.width, level)) * format.blocksHigh(levelExtent(body.height, level)) *
                 levelExtent(body.depth, level) * format.bytesPerBlock;
    return total * std::max(1U, sliceCount(body)) * std::max<uint32_t>(1, body.sampleCount);
}

// First byte behind the level's last row, from the texture's base; the last row needs its tight bytes only (objects.md 7).
std::optional<uint64_t> levelEnd(const GuestLevel& level, const PixelFormatInfo& format, uint32_t slices) {
    const uint64_t rows = format.blocksHigh(level.height);
    const auto slicesBytes = checkedMul<uint64_t>(level.sliceStride, slices - 1);
    const auto imageBytes = checkedMul<uint64_t>(level.bytesPerImage, level.depth - 1);
    const auto rowBytes = checkedMul<uint64_t>(level.bytesPerRow, rows - 1);
    if (!slicesBytes || !imageBytes || !rowBytes) return std::nullopt;
    std::optional<uint64_t> end = level.offset;
    for (const uint64_t part : {*slicesBytes, *imageBytes, *rowBytes, format.blocksWide(level.width) * format.bytesPerBlock})
        end = end ? checkedAdd(*end, part) : end;
    return end;
}

Declined<GuestLevel> guestLevel(const HostTexture& texture, uint32_t level, uint64_t offset, uint64_t bytesPerRow) {
    GuestLevel out;
    out.offset = offset;
    out.width = levelExtent(texture.body.width, level);
    out.height = levelExtent(texture.body.height, level);
    out.depth = levelExtent(texture.body.depth, level);
    out.bytesPerRow = bytesPerRow;
    const auto image = checkedMul<uint64_t>(bytesPerRow, texture.format.blocksHigh(out.height));
    const auto slice = image ? checkedMul<uint64_t>(*image, out.depth) : image;
    if (!slice || bytesPerRow < texture.format.blocksWide(out.width) * texture.format.bytesPerBlock)
        return decline(DeclineReason::BadDescriptor, "level {} of width {} has rows of {} bytes", level, out.width, bytesPerRow);
    out.bytesPerImage = *image;
    out.sliceStride = *slice;
    return out;
}

bool sameViewClass(const PixelFormatInfo& a, const PixelFormatInfo& b) {
    return a.bytesPerBlock == b.bytesPerBlock && a.blockWidth == b.blockWidth && a.blockHeight == b.blockHeight;
}

mtl::Swizzle pick(const std::array<mtl::Swizzle, 4>& base, mtl::Swizzle which) {
    if (which == mtl::Swizzle::Zero || which == mtl::Swizzle::One) return which;
    return base[(size_t(which) - size_t(mtl::Swizzle::Red)) & 3];
}

TextureUse wholeUse(const std::shared_ptr<HostTexture>& root) {
    TextureUse use;
    use.root = root;
    use.id = root->id;
    use.format = root->body.format;
    use.type = root->body.type;
    use.swizzle = root->body.swizzle;
    use.levelCount = uint32_t(root->levels.size());
    use.sliceCount = root->slices;
    return use;
}

// The image behind a surface stores plain bytes whichever view came first: displays show it as it is, sRGB is a matter of the view.
mtl::PixelFormat withoutTransfer(mtl::PixelFormat format) {
    switch (uint16_t(format)) {
    case 71:
    case 81: return mtl::PixelFormat(uint16_t(format) - 1);
    default: return format;
    }
}

// Formats whose sRGB form, extended range or 4:2:2 a back end may have to convert: each has an image of its own, and guest pages between them.
bool isConverted(mtl::PixelFormat format) {
    const auto number = uint16_t(format);
    return number == 11 || number == 31 || number == 240 || number == 241 || (number >= 552 && number <= 555);
}

bool canShareImage(mtl::PixelFormat a, mtl::PixelFormat b) {
    return a == b || (!isConverted(a) && !isConverted(b) && sameViewClass(pixelFormatInfo(a), pixelFormatInfo(b)));
}

// Direct scan-out of a surface no texture was made for (objects.md 7). 'ARGB' is BGRA8 (decisions.md 22).
mtl::PixelFormat formatOfFourCC(uint32_t fourCC) {
    switch (fourCC) {
    case 0x42475241:
    case 0x41524742: return mtl::PixelFormat::BGRA8Unorm;
    case 0x52474241: return mtl::PixelFormat(70);
    case 0x52476841:
    case 0x41684752: return mtl::PixelFormat(115);
    default: return mtl::PixelFormat::Invalid;
    }
}

} // namespace

void TexelBox::include(const TexelBox& other) {
    if (other.empty()) return;
    if (empty()) {
        *this = other;
        return;
    }
    x0 = std::min(x0, other.x0);
    y0 = std::min(y0, other.y0);
    z0 = std::min(z0, other.z0);
    x1 = std::max(x1, other.x1);
    y1 = std::max(y1, other.y1);
    z1 = std::max(z1, other.z1);
}

bool HostTexture::anyDirty() const {
    return std::any_of(subresources.begin(), subresources.end(), [](const Subresource& s) { return !s.dirty.empty(); });
}

Declined<TextureUse> HostObjects::texture(TaskId task, ObjectRef ref) {
    PVG_TRY(const TextureUse* const use, packetTexture(task, ref));
    return *use;
}

Declined<const TextureUse*> HostObjects::packetTexture(TaskId task, ObjectRef ref) {
    if (const TextureUse* const known = m_knownTextures.find(key(task, ref))) return known;
    auto found = m_textureUses.find(key(task, ref));
    if (found == m_textureUses.end()) {
        PVG_TRY(TextureUse use, resolveTexture(task, ref, 0));
        found = m_textureUses.emplace(key(task, ref), std::move(use)).first;
    }
    know(m_knownTextures, key(task, ref), &std::as_const(found->second));
    return &found->second;
}

Declined<TextureUse> HostObjects::resolveTexture(TaskId task, ObjectRef ref, unsigned depth) {
    if (depth > kMaxViewDepth) return decline(DeclineReason::BadDescriptor, "view chain of ref {} is deeper than {}", ref.value, kMaxViewDepth);
    PVG_TRY(const auto object, resolve(task, ref));
    if (const auto* d = std::get_if<TextureDescriptor>(&object->descriptor)) return linearTexture(*object, *d);
    if (const auto* d = std::get_if<SurfaceTextureDescriptor>(&object->descriptor)) return surfaceTexture(*object, *d);
    if (const auto* d = std::get_if<TextureViewDescriptor>(&object->descriptor)) return textureView(*object, *d, depth);
    if (const auto* d = std::get_if<BufferTextureDescriptor>(&object->descriptor)) return bufferTexture(*object, *d);
    if (const auto* d = std::get_if<HeapTextureDescriptor>(&object->descriptor)) return heapTexture(*object, *d);
    return decline(DeclineReason::WrongKind, "ref {} of slot type {} is no texture", ref.value, object->slotType);
}

Declined<std::shared_ptr<HostTexture>> HostObjects::createTexture(const TextureBody& body) {
    const PixelFormatInfo format = pixelFormatInfo(body.format);
    if (!format.known()) return decline(DeclineReason::UnsupportedFormat, "pixel format {}", uint64_t(body.format));
    // decisions.md 23: what device-info key 1 advertises.
    if (body.sampleCount > m_backend.caps().maxSamples)
        return decline(DeclineReason::LimitExceeded, "{} samples of {}", body.sampleCount, m_backend.caps().maxSamples);
    const uint64_t bytes = tightBytes(body, format);
    PVG_CHECK(m_quota.take(bytes));
    auto id = m_backend.createTexture(body);
    if (!id) {
        m_quota.giveBack(bytes);
        return id.failure();
    }
    auto texture = std::make_shared<HostTexture>(m_backend, *id, m_quota);
    texture->bytes = bytes;
    texture->body = body;
    texture->format = format;
    texture->slices = std::max(1U, sliceCount(body));
    texture->subresources.resize(size_t(std::max<uint32_t>(1, body.mipCount)) * texture->slices);
    return texture;
}

Declined<TextureUse> HostObjects::linearTexture(const Object& object, const TextureDescriptor& descriptor) {
    if (const auto found = m_textures.find(object.identity); found != m_textures.end()) return wholeUse(found->second);
    TextureBody body = descriptor.body;
    body.mipCount = uint16_t(std::clamp<size_t>(descriptor.levels.size(), 1, std::max<uint16_t>(1, body.mipCount)));
    Task* task = m_tasks.find(object.task);
    if (!task || descriptor.levels.empty()) return decline(DeclineReason::BadDescriptor, "texture without task or levels");
    // Its pages bound what the guest may make the host allocate (decisions.md 23).
    ScatterList pages;
    PVG_CHECK(task->space.spans(descriptor.base, descriptor.allocationSize, false, pages));
    PVG_TRY(const auto texture, createTexture(body));
    texture->task = object.task;
    texture->base = descriptor.base;
    texture->backed = true;
    texture->eager = (body.storage == mtl::StorageMode::Shared || body.storage == mtl::StorageMode::Managed) &&
                     !texture->format.isDepthOrStencil() && body.sampleCount <= 1;
    for (uint32_t level = 0; level < body.mipCount; ++level) {
        PVG_TRY(const GuestLevel layout, guestLevel(*texture, level, descriptor.levels[level].offset, descriptor.levels[level].bytesPerRow));
        const auto end = levelEnd(layout, texture->format, texture->slices);
        if (!end || *end > descriptor.allocationSize)
            return decline(DeclineReason::BadDescriptor, "level {} ends at {} of {} bytes", level, end.value_or(~uint64_t(0)), descriptor.allocationSize);
        texture->levels.push_back(layout);
    }
    // Guest pages of multisample textures hold one sample a texel: worth reading only when the guest says that it wrote them.
    if (body.sampleCount > 1)
        for (Subresource& s : texture->subresources) s.current = true;
    m_textures.emplace(object.identity, texture);
    return wholeUse(texture);
}

Declined<TextureUse> HostObjects::heapTexture(const Object& object, const HeapTextureDescriptor& descriptor) {
    if (const auto found = m_textures.find(object.identity); found != m_textures.end()) return wholeUse(found->second);
    PVG_TRY(const auto texture, createTexture(descriptor.body));
    texture->task = object.task;
    for (uint32_t level = 0; level < std::max<uint32_t>(1, descriptor.body.mipCount); ++level) {
        const uint64_t row = texture->format.blocksWide(levelExtent(descriptor.body.width, level)) * texture->format.bytesPerBlock;
        PVG_TRY(const GuestLevel layout, guestLevel(*texture, level, 0, row));
        texture->levels.push_back(layout);
    }
    // No guest pages: what the host has is all there is.
    for (Subresource& s : texture->subresources) s.current = true;
    if (descriptor.useOffset) noteHeapAliasing(object, descriptor, texture);
    m_textures.emplace(object.identity, texture);
    return wholeUse(texture);
}

// Heaps are not advertised. A guest that uses one all the same may place textures over each other to save memory, which is harmless, or to hand
// contents on, which does not happen here (objects.md 6): it has to show.
void HostObjects::noteHeapAliasing(const Object& object, const HeapTextureDescriptor& descriptor, const std::shared_ptr<HostTexture>& texture) {
    const auto forget = [](std::vector<HeapPlace>& places) { std::erase_if(places, [](const HeapPlace& p) { return p.texture.expired(); }); };
    if (m_heaps.size() >= kMostHeaps) {
        for (auto& [at, others] : m_heaps) forget(others);
        std::erase_if(m_heaps, [](const auto& heap) { return heap.second.empty(); });
    }
    std::vector<HeapPlace>& places = m_heaps[key(object.task, descriptor.heap)];
    forget(places);
    const uint64_t begin = descriptor.offset, end = checkedAdd(begin, heapPlacement(descriptor.body).size).value_or(~uint64_t(0));
    const auto other = std::find_if(places.begin(), places.end(), [&](const HeapPlace& p) { return p.begin < end && begin < p.end; });
    if (other != places.end())
        note("newHeapTexture", decline(DeclineReason::HeapAliasing, "texture {} from byte {} of heap {} on", object.ref.value, begin, descriptor.heap.value));
    places.push_back({begin, end, texture});
}

Declined<TextureUse> HostObjects::bufferTexture(const Object& object, const BufferTextureDescriptor& descriptor) {
    if (const auto found = m_textures.find(object.identity); found != m_textures.end()) return wholeUse(found->second);
    PVG_TRY(const auto source, buffer(object.task, descriptor.buffer));
    TextureBody body = descriptor.body;
    body.mipCount = 1;
    PVG_TRY(const auto texture, createTexture(body));
    PVG_TRY(const GuestLevel layout, guestLevel(*texture, 0, descriptor.offset, descriptor.bytesPerRow));
    const auto end = levelEnd(layout, texture->format, texture->slices);
    if (!end || *end > source->size)
        return decline(DeclineReason::BadDescriptor, "texture ends at {} of a buffer of {} bytes", end.value_or(~uint64_t(0)), source->size);
    texture->task = object.task;
    texture->buffer = source;
    texture->bufferOffset = descriptor.offset;
    texture->levels.push_back(layout);
    m_textures.emplace(object.identity, texture);
    return wholeUse(texture);
}

HostSurface& HostObjects::surface(const Object& object, const SurfaceDescriptor& descriptor) {
    auto& slot = m_surfaces[key(object.task, object.ref)];
    if (!slot || slot->identity != object.identity) {
        if (slot)
            for (const auto& image : slot->images) {
                ++image->writeBackEpisode;
                image->surface = nullptr;
            }
        slot = std::make_unique<HostSurface>();
        slot->identity = object.identity;
        slot->task = object.task;
        slot->ref = object.ref;
        slot->descriptor = descriptor;
    }
    return *slot;
}

Declined<std::shared_ptr<HostTexture>> HostObjects::surfacePlane(HostSurface& surface, uint32_t plane, const TextureBody& body) {
    for (const auto& image : surface.images)
        if (image->plane == plane && image->body.width == body.width && image->body.height == body.height && image->body.type == body.type &&
            canShareImage(image->body.format, body.format))
            return image;
    if (plane >= surface.descriptor.planes.size())
        return decline(DeclineReason::BadDescriptor, "plane {} of a surface with {} planes", plane, surface.descriptor.planes.size());
    const SurfacePlane& record = surface.descriptor.planes[plane];
    Task* task = m_tasks.find(surface.task);
    if (!task) return decline(DeclineReason::UnknownTask, "task {}", surface.task.value);
    ScatterList pages;
    PVG_CHECK(task->space.spans(surface.descriptor.base, surface.descriptor.length, false, pages));
    TextureBody storage = body; // every view of the plane has to be possible
    storage.format = withoutTransfer(body.format);
    storage.mipCount = 1;
    storage.swizzle = kIdentity;
    storage.usage |= uint32_t(mtl::TextureUsage::ShaderRead) | uint32_t(mtl::TextureUsage::RenderTarget) | uint32_t(mtl::TextureUsage::PixelFormatView);
    PVG_TRY(const auto image, createTexture(storage));
    PVG_TRY(const GuestLevel layout, guestLevel(*image, 0, record.offset, record.bytesPerRow));
    const auto end = levelEnd(layout, image->format, image->slices);
    if (!end || *end > surface.descriptor.length)
        return decline(DeclineReason::BadDescriptor, "plane ends at {} of {} bytes", end.value_or(~uint64_t(0)), surface.descriptor.length);
    image->task = surface.task;
    image->base = surface.descriptor.base;
    image->backed = true;
    image->plane = plane;
    image->surface = &surface;
    image->levels.push_back(layout);
    surface.images.push_back(image);
    return image;
}

Declined<TextureUse> HostObjects::surfaceTexture(const Object& object, const SurfaceTextureDescriptor& descriptor) {
    PVG_TRY(const auto backing, resolve(descriptor.owner, descriptor.surface));
    const auto* record = std::get_if<SurfaceDescriptor>(&backing->descriptor);
    if (!record) return decline(DeclineReason::WrongKind, "surface {} has slot type {}", descriptor.surface.value, backing->slotType);
    PVG_TRY(const auto image, surfacePlane(surface(*backing, *record), descriptor.plane, descriptor.body));
    TextureUse use = wholeUse(image);
    if (descriptor.body.format == image->body.format && descriptor.body.swizzle == kIdentity) return use;
    TextureViewRange range;
    range.format = descriptor.body.format;
    range.type = image->body.type;
    range.sliceCount = image->slices;
    range.swizzle = descriptor.body.swizzle;
    return cachedView(object.identity, std::move(use), range);
}

Declined<TextureUse> HostObjects::textureView(const Object& object, const TextureViewDescriptor& descriptor, unsigned depth) {
    if (descriptor.base == object.ref) return decline(DeclineReason::BadDescriptor, "view {} is its own base", object.ref.value);
    PVG_TRY(TextureUse use, resolveTexture(object.task, descriptor.base, depth + 1));
    TextureViewRange range;
    range.format = descriptor.format == mtl::PixelFormat::Invalid ? use.format : descriptor.format;
    range.type = descriptor.hasRange ? descriptor.type : use.type;
    range.levelBase = use.levelBase;
    range.levelCount = use.levelCount;
    range.sliceBase = use.sliceBase;
    range.sliceCount = use.sliceCount;
    if (descriptor.hasRange) {
        if (descriptor.levelCount == 0 || descriptor.sliceCount == 0 || !fits(descriptor.levelBase, descriptor.levelCount, use.levelCount) ||
            !fits(descriptor.sliceBase, descriptor.sliceCount, use.sliceCount))
            return decline(DeclineReason::BadDescriptor, "view of level {} and slice {} lies outside its base", descriptor.levelBase,
                           descriptor.sliceBase);
        range.levelBase += uint32_t(descriptor.levelBase);
        range.levelCount = uint32_t(descriptor.levelCount);
        range.sliceBase += uint32_t(descriptor.sliceBase);
        range.sliceCount = uint32_t(descriptor.sliceCount);
    }
    if (!canShareImage(range.format, use.root->body.format))
        return decline(DeclineReason::BadDescriptor, "format {} cannot view format {}", uint64_t(range.format), uint64_t(use.root->body.format));
    for (size_t i = 0; i < 4; ++i) range.swizzle[i] = pick(use.swizzle, descriptor.swizzle[i]);
    return cachedView(object.identity, std::move(use), range);
}

Declined<TextureUse> HostObjects::cachedView(uint64_t identity, TextureUse use, const TextureViewRange& range) {
    auto found = m_views.find(identity);
    if (found != m_views.end() && found->second.root != use.root) { // the surface below was replaced
        m_backend.destroyTexture(found->second.id);
        m_views.erase(found);
        found = m_views.end();
    }
    if (found == m_views.end()) {
        PVG_TRY(const TextureId id, m_backend.createTextureView(use.root->id, range));
        found = m_views.emplace(identity, View{use.root, id}).first;
    }
    use.id = found->second.id;
    use.format = range.format;
    use.type = range.type;
    use.swizzle = range.swizzle;
    use.levelBase = range.levelBase;
    use.levelCount = range.levelCount;
    use.sliceBase = range.sliceBase;
    use.sliceCount = range.sliceCount;
    return use;
}

// Displays show the encoded picture: images that hold it decoded (isConverted) go through guest pages into one that does not.
Declined<TextureUse> HostObjects::shownImage(HostSurface& surface, const std::shared_ptr<HostTexture>& image) {
    TextureBody body = image->body;
    if (body.format != mtl::PixelFormat(553) && body.format != mtl::PixelFormat(555)) return wholeUse(image);
    body.format = mtl::PixelFormat(uint16_t(body.format) - 1);
    PVG_TRY(const auto encoded, surfacePlane(surface, 0, body));
    return wholeUse(encoded);
}

Declined<TextureUse> HostObjects::surfaceImage(TaskId named, ObjectRef ref, SurfaceDescriptor& descriptor) {
    PVG_TRY(const auto object, m_tasks.resolveSurface(named, ref));
    const auto* record = std::get_if<SurfaceDescriptor>(&object->descriptor);
    if (!record) return decline(DeclineReason::WrongKind, "surface {} has slot type {}", ref.value, object->slotType);
    descriptor = *record;
    if (record->planes.empty()) return decline(DeclineReason::BadDescriptor, "surface {} has no plane", ref.value);
    HostSurface& target = surface(*object, *record);
    // The image that was drawn last shows; siblings of another geometry are stale then.
    for (const bool onlyDrawn : {true, false})
        for (const auto& image : target.images)
            if (image->plane == 0 && (!onlyDrawn || image->anyDirty())) return shownImage(target, image);
    TextureBody body;
    body.format = formatOfFourCC(record->fourCC);
    if (body.format == mtl::PixelFormat::Invalid) return decline(DeclineReason::UnsupportedFormat, "surface of FourCC {:#x}", record->fourCC);
    body.width = record->planes[0].width;
    body.height = record->planes[0].height;
    PVG_TRY(const auto image, surfacePlane(target, 0, body));
    return wholeUse(image);
}

} // namespace pvg
