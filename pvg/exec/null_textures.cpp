#include <algorithm>
#include <cmath>
#include <cstring>

#include "pvg/base/checked.h"
#include "pvg/exec/null_backend.h"
#include "pvg/memory/guest_copy.h"
#include "pvg/object/texture_body.h"

namespace pvg {

namespace {

std::byte unorm8(double v) { return std::byte(std::lround(std::clamp(std::isnan(v) ? 0.0 : v, 0.0, 1.0) * 255.0)); }

template <class T>
void put(std::vector<std::byte>& out, T value) {
    const auto* bytes = reinterpret_cast<const std::byte*>(&value);
    out.insert(out.end(), bytes, bytes + sizeof(T));
}

// One texel of the formats tests use; empty for the others.
std::vector<std::byte> encode(mtl::PixelFormat format, const std::array<double, 4>& rgba) {
    std::vector<std::byte> out;
    switch (uint16_t(format)) {
    case 1: put(out, unorm8(rgba[3])); break;
    case 10: put(out, unorm8(rgba[0])); break;
    case 55: put(out, float(rgba[0])); break;
    case 70: for (const int i : {0, 1, 2, 3}) put(out, unorm8(rgba[size_t(i)])); break;
    case 80: for (const int i : {2, 1, 0, 3}) put(out, unorm8(rgba[size_t(i)])); break;
    case 125: for (const double v : rgba) put(out, float(v)); break;
    default: break;
    }
    return out;
}

} // namespace

Declined<TextureId> NullBackend::createTexture(const TextureBody& body) {
    const PixelFormatInfo format = pixelFormatInfo(body.format);
    if (!format.known()) return decline(DeclineReason::UnsupportedFormat, "format {}", uint64_t(body.format));
    const TextureId id{m_nextId++};
    Texture& texture = m_textures[id.value];
    texture.body = body;
    texture.format = format;
    texture.slices = std::max(1U, sliceCount(body));
    texture.subresources.resize(size_t(std::max<uint32_t>(1, body.mipCount)) * texture.slices);
    return id;
}

Declined<TextureId> NullBackend::createTextureView(TextureId base, const TextureViewRange& range) {
    const auto found = m_textures.find(base.value);
    if (found == m_textures.end() || found->second.root) return misused("createTextureView: not a root");
    Texture view;
    view.body = found->second.body;
    view.format = found->second.format;
    view.slices = found->second.slices;
    view.root = base;
    view.range = range;
    if (!fits(range.levelBase, range.levelCount, std::max<uint32_t>(1, view.body.mipCount)) || !fits(range.sliceBase, range.sliceCount, view.slices))
        return misused("createTextureView: range");
    const TextureId id{m_nextId++};
    m_textures.emplace(id.value, std::move(view));
    return id;
}

void NullBackend::destroyTexture(TextureId id) {
    if (m_textures.erase(id.value) == 0) misuse("destroyTexture: unknown id");
}

NullBackend::Extent NullBackend::extent(const Texture& root, uint32_t level) const {
    const auto at = [&](uint32_t size) { return std::max(1U, level < 32 ? size >> level : 0U); };
    return {at(root.body.width), at(root.body.height), at(root.body.depth)};
}

// Turns level and slice of `id` into its root's; null when they do not exist.
NullBackend::Texture* NullBackend::root(TextureId id, uint32_t& level, uint32_t& slice) {
    const auto found = m_textures.find(id.value);
    if (found == m_textures.end()) return nullptr;
    Texture* texture = &found->second;
    if (texture->root) {
        if (level >= texture->range.levelCount || slice >= texture->range.sliceCount) return nullptr;
        level += texture->range.levelBase;
        slice += texture->range.sliceBase;
        const auto base = m_textures.find(texture->root.value);
        if (base == m_textures.end()) return nullptr;
        texture = &base->second;
    }
    return level < std::max<uint32_t>(1, texture->body.mipCount) && slice < texture->slices ? texture : nullptr;
}

std::vector<std::byte>* NullBackend::texels(TextureId id, uint32_t level, uint32_t slice) {
    Texture* texture = root(id, level, slice);
    if (!texture) return nullptr;
    auto& bytes = texture->subresources[size_t(level) * texture->slices + slice];
    const Extent size = extent(*texture, level);
    if (bytes.empty())
        bytes.resize(texture->format.blocksWide(size.width) * texture->format.blocksHigh(size.height) * size.depth * texture->format.bytesPerBlock);
    return &bytes;
}

bool NullBackend::rows(TextureId id, const TextureRegion& region, Rows& out) {
    uint32_t level = region.level, slice = region.slice;
    Texture* texture = root(id, level, slice);
    if (!texture) return misuse("texture region: subresource");
    const Extent size = extent(*texture, level);
    if (!fits(region.x, region.width, size.width) || !fits(region.y, region.height, size.height) || !fits(region.z, region.depth, size.depth) ||
        region.width == 0 || region.height == 0 || region.depth == 0)
        return misuse("texture region: extent");
    const PixelFormatInfo& format = texture->format;
    out.bytes = texels(id, region.level, region.slice);
    out.pitch = format.blocksWide(size.width) * format.bytesPerBlock;
    out.image = out.pitch * format.blocksHigh(size.height);
    out.first = region.z * out.image + region.y / format.blockHeight * out.pitch + uint64_t(region.x / format.blockWidth) * format.bytesPerBlock;
    out.row = format.blocksWide(region.width) * format.bytesPerBlock;
    out.rows = format.blocksHigh(region.height);
    out.images = region.depth;
    return true;
}

Declined<void> NullBackend::writeTexture(TextureId id, const TextureRegion& region, const ImageLayout& layout, ByteRuns runs) {
    Rows to;
    if (!rows(id, region, to)) return decline(DeclineReason::HostFailure, "writeTexture");
    std::vector<std::byte> linear;
    for (const auto& run : runs) {
        linear.resize(linear.size() + run.size());
        copyFromGuest(linear.data() + linear.size() - run.size(), run.data(), run.size());
    }
    for (uint64_t z = 0; z < to.images; ++z)
        for (uint64_t y = 0; y < to.rows; ++y) {
            const uint64_t from = z * layout.bytesPerImage + y * layout.bytesPerRow;
            if (!fits(from, to.row, linear.size())) return misused("writeTexture: too few bytes");
            std::memcpy(to.bytes->data() + to.first + z * to.image + y * to.pitch, linear.data() + from, to.row);
        }
    ++textureUploads;
    return {};
}

Declined<void> NullBackend::readTexture(TextureId id, const TextureRegion& region, const ImageLayout& layout, ReadDone done) {
    Rows from;
    if (!rows(id, region, from)) return decline(DeclineReason::HostFailure, "readTexture");
    if (layout.bytesPerRow < from.row) return misused("readTexture: layout");
    std::vector<std::byte> linear((from.images - 1) * layout.bytesPerImage + (from.rows - 1) * layout.bytesPerRow + from.row);
    for (uint64_t z = 0; z < from.images; ++z)
        for (uint64_t y = 0; y < from.rows; ++y)
            std::memcpy(linear.data() + z * layout.bytesPerImage + y * layout.bytesPerRow,
                        from.bytes->data() + from.first + z * from.image + y * from.pitch, from.row);
    m_reads.push_back({m_submitted + 1, std::move(linear), std::move(done)});
    return {};
}

Declined<void> NullBackend::copyBufferToTexture(BufferId src, uint64_t srcOffset, const ImageLayout& layout, TextureId dst,
                                                const TextureRegion& region, Aspect aspect) {
    Rows to;
    if (!rows(dst, region, to)) return decline(DeclineReason::HostFailure, "copyBufferToTexture");
    if (aspect != Aspect::All) return decline(DeclineReason::NotImplemented, "one aspect");
    const auto* from = bufferBytes(src);
    for (uint64_t z = 0; z < to.images; ++z)
        for (uint64_t y = 0; y < to.rows; ++y) {
            const uint64_t at = srcOffset + z * layout.bytesPerImage + y * layout.bytesPerRow;
            if (!from || !fits(at, to.row, from->size())) return misused("copyBufferToTexture: range");
            std::memcpy(to.bytes->data() + to.first + z * to.image + y * to.pitch, from->data() + at, to.row);
        }
    return {};
}

Declined<void> NullBackend::copyTextureToBuffer(TextureId src, const TextureRegion& region, BufferId dst, uint64_t dstOffset,
                                                const ImageLayout& layout, Aspect aspect) {
    Rows from;
    if (!rows(src, region, from)) return decline(DeclineReason::HostFailure, "copyTextureToBuffer");
    if (aspect != Aspect::All) return decline(DeclineReason::NotImplemented, "one aspect");
    auto* to = bufferBytes(dst);
    for (uint64_t z = 0; z < from.images; ++z)
        for (uint64_t y = 0; y < from.rows; ++y) {
            const uint64_t at = dstOffset + z * layout.bytesPerImage + y * layout.bytesPerRow;
            if (!to || !fits(at, from.row, to->size())) return misused("copyTextureToBuffer: range");
            std::memcpy(to->data() + at, from.bytes->data() + from.first + z * from.image + y * from.pitch, from.row);
        }
    return {};
}

Declined<void> NullBackend::copyTexture(TextureId src, const TextureRegion& from, TextureId dst, const TextureRegion& to) {
    if (m_inPass) return misused("copyTexture: inside a pass");
    Rows a, b;
    if (!rows(src, from, a) || !rows(dst, to, b)) return decline(DeclineReason::HostFailure, "copyTexture");
    if (a.row != b.row || a.rows != b.rows || a.images != b.images) return misused("copyTexture: sizes differ");
    for (uint64_t z = 0; z < a.images; ++z)
        for (uint64_t y = 0; y < a.rows; ++y)
            std::memmove(b.bytes->data() + b.first + z * b.image + y * b.pitch, a.bytes->data() + a.first + z * a.image + y * a.pitch, a.row);
    return {};
}

// Four bytes a texel, powers of two: enough to see that levels arrive.
Declined<void> NullBackend::generateMipmaps(TextureId id) {
    if (m_inPass) return misused("generateMipmaps: inside a pass");
    uint32_t first = 0, slice = 0;
    Texture* texture = root(id, first, slice);
    if (!texture) return misused("generateMipmaps: unknown id");
    const uint32_t levels = m_textures[id.value].root ? m_textures[id.value].range.levelCount : std::max<uint32_t>(1, texture->body.mipCount);
    if (texture->format.bytesPerBlock != 4 || texture->body.depth > 1) return {};
    for (uint32_t level = 1; level < levels; ++level) {
        const auto above = *texels(id, level - 1, 0);
        auto& here = *texels(id, level, 0);
        const Extent from = extent(*texture, first + level - 1), to = extent(*texture, first + level);
        for (uint64_t i = 0; i < here.size(); ++i) {
            const uint64_t x = i / 4 % to.width, y = i / 4 / to.width;
            uint32_t sum = 0;
            for (const uint64_t dy : {0, 1})
                for (const uint64_t dx : {0, 1})
                    sum += uint32_t(above[(std::min<uint64_t>(2 * y + dy, from.height - 1) * from.width + std::min<uint64_t>(2 * x + dx, from.width - 1)) * 4 + i % 4]);
            here[i] = std::byte((sum + 2) / 4);
        }
    }
    return {};
}

void NullBackend::clear(const ColorAttachment& attachment) {
    uint32_t level = attachment.level, slice = attachment.slice;
    const Texture* texture = root(attachment.texture, level, slice);
    const Texture& named = m_textures[attachment.texture.value];
    const auto texel = encode(named.root ? named.range.format : texture->body.format, attachment.clear);
    if (texel.empty()) return;
    auto& bytes = *texels(attachment.texture, attachment.level, attachment.slice);
    for (uint64_t at = 0; at + texel.size() <= bytes.size(); at += texel.size()) std::memcpy(bytes.data() + at, texel.data(), texel.size());
}

Declined<void> NullBackend::present(DisplayPort port, TextureId texture, uint32_t width, uint32_t height) {
    if (m_inPass) return misused("present: inside a pass");
    uint32_t level = 0, slice = 0;
    const Texture* shown = root(texture, level, slice);
    if (!shown) return misused("present: unknown id");
    const Extent size = extent(*shown, level);
    PresentedImage image{std::min(width, size.width), std::min(height, size.height), {}};
    const auto& bytes = *texels(texture, 0, 0);
    const bool swap = shown->body.format == mtl::PixelFormat::BGRA8Unorm;
    if (shown->format.bytesPerBlock != 4) return decline(DeclineReason::UnsupportedFormat, "format {}", uint64_t(shown->body.format));
    for (uint32_t y = 0; y < image.height; ++y)
        for (uint32_t x = 0; x < image.width; ++x)
            for (const uint32_t c : {swap ? 2U : 0U, 1U, swap ? 0U : 2U, 3U}) image.rgba.push_back(bytes[(uint64_t(y) * size.width + x) * 4 + c]);
    m_presented[port.value] = std::move(image);
    return {};
}

Result<PresentedImage> NullBackend::presentedImage(DisplayPort port) {
    const auto found = m_presented.find(port.value);
    if (found == m_presented.end()) return Error{Code::NotFound, "nothing was presented"};
    return found->second;
}

} // namespace pvg
