#include "tests/random/operations.h"

#include <algorithm>
#include <sstream>

namespace randomtest {

using Encoder = PacketWriter::Encoder;
using pvgtest::record;

void PacketWriter::add(Encoder encoder, const Bytes& records) {
    if (m_records.size() != 0 && (encoder != m_encoder || m_dice.one(4))) end();
    m_encoder = encoder;
    m_records.append(records);
}

void PacketWriter::end() {
    if (m_records.size() != 0) m_segments.push_back(pvgtest::segment(uint8_t(m_encoder), m_records));
    m_records = {};
}

std::vector<Bytes> PacketWriter::take() {
    end();
    std::vector<Bytes> chunks;
    for (const Bytes& s : m_segments) {
        if (chunks.empty() || m_dice.one(3)) chunks.emplace_back();
        chunks.back().append(s);
    }
    m_segments.clear();
    return chunks;
}

namespace {

struct Turn {
    World& world;
    Dice& dice;
    PacketWriter& packet;
};

template <class... T>
std::string sentence(const T&... parts) {
    std::ostringstream text;
    (text << ... << parts);
    return text.str();
}

Plane planeOf(Dice& dice, const ImageHandle& image, uint32_t& level, uint32_t& slice) {
    level = dice.below(uint32_t(image.image.levels.size()));
    slice = dice.below(image.image.slices);
    return {image.image, level, slice};
}

Rect rectIn(Dice& dice, uint32_t width, uint32_t height) {
    Rect r;
    r.x = dice.below(width);
    r.y = dice.below(height);
    r.width = dice.between(1, width - r.x);
    r.height = dice.between(1, height - r.y);
    return r;
}

Color anyColor(Dice& dice, Format format) {
    if (isUint(format)) return {uint32_t(dice.byte()) << 24 | dice.byte(), 0, 0, 1};
    return {dice.byte(), dice.byte(), dice.byte(), dice.byte()};
}

// Of a function's constant: normalised floats or words.
Bytes colorBytes(Format format, const Color& color) {
    Bytes b;
    for (const uint32_t c : color) isUint(format) ? b.u32(c) : b.f32(c / 255.0);
    return b;
}

// Not stored in the same place, so that no command reads what it writes.
ImageHandle* otherImage(Turn& t, const Resource* not_this, bool isFloatOnly) {
    std::vector<ImageHandle*> all;
    for (ImageHandle& i : t.world.images())
        if (i.resource != not_this && (!isFloatOnly || !isUint(i.image.format))) all.push_back(&i);
    return all.empty() ? nullptr : t.dice.pick(all);
}

// --- Blit (stream.md 6)

std::string fill(Turn& t) {
    const BufferHandle b = t.dice.pick(t.world.buffers());
    const uint64_t at = t.dice.below(uint32_t(b.resource->size())), length = t.dice.between(1, uint32_t(b.resource->size() - at));
    const uint8_t value = t.dice.byte();
    t.packet.add(Encoder::Blit, record(0x132, Bytes().u32(b.ref).u64(at).u64(length).u8(value).u8(0xcc).u8(0xcc).u8(0xcc)));
    std::fill_n(b.resource->storage->gpu.begin() + ptrdiff_t(at), length, value);
    t.world.use(*b.resource);
    return sentence("fill buffer ", b.ref, " at ", at, " + ", length, " with ", int(value));
}

// Also within one buffer, also over itself: as if all were read before anything is written.
std::string copyBuffer(Turn& t) {
    const BufferHandle from = t.dice.pick(t.world.buffers()), to = t.dice.pick(t.world.buffers());
    const auto most = uint32_t(std::min(from.resource->size(), to.resource->size()));
    const uint32_t size = t.dice.between(1, most);
    const uint64_t source = t.dice.below(uint32_t(from.resource->size()) - size + 1), target = t.dice.below(uint32_t(to.resource->size()) - size + 1);
    t.packet.add(Encoder::Blit, record(0x12d, Bytes().u32(from.ref).u32(to.ref).u64(source).u64(target).u64(size)));
    const auto begin = from.resource->storage->gpu.begin() + ptrdiff_t(source);
    const ByteVector bytes(begin, begin + size);
    std::ranges::copy(bytes, to.resource->storage->gpu.begin() + ptrdiff_t(target));
    t.world.use(*from.resource);
    t.world.use(*to.resource);
    return sentence("copy ", size, " bytes of buffer ", from.ref, " at ", source, " to buffer ", to.ref, " at ", target);
}

// Rows of a texture's rectangle in a buffer.
struct Rows {
    uint64_t offset = 0, pitch = 0;
    bool fits = false;
};
Rows rowsIn(Turn& t, const Resource& buffer, const Rect& rect, uint32_t bytes) {
    Rows rows;
    rows.pitch = uint64_t(rect.width + t.dice.below(3)) * bytes;
    const uint64_t needed = rows.pitch * (rect.height - 1) + uint64_t(rect.width) * bytes;
    rows.fits = needed <= buffer.size();
    if (rows.fits) rows.offset = t.dice.below(uint32_t(buffer.size() - needed) + 1) / bytes * bytes;
    return rows;
}

// All levels and slices that both have (0x13e).
std::string copySlices(Turn& t) {
    if (t.world.images().empty()) return {};
    const ImageHandle from = t.dice.pick(t.world.images());
    ImageHandle* const to = otherImage(t, from.resource, false);
    if (!to || texelBytes(to->image.format) != texelBytes(from.image.format)) return {};
    const auto room = [&](const ImageHandle& i, uint32_t level) { return uint32_t(i.image.levels.size()) - level; };
    const uint32_t level = t.dice.below(room(from, 0)), toLevel = t.dice.below(room(*to, 0));
    const uint32_t slice = t.dice.below(from.image.slices), toSlice = t.dice.below(to->image.slices);
    const uint32_t levels = std::min(room(from, level), room(*to, toLevel)), slices = std::min(from.image.slices - slice, to->image.slices - toSlice);
    for (uint32_t n = 0; n < levels; ++n)
        if (from.image.levels[level + n].width != to->image.levels[toLevel + n].width || from.image.levels[level + n].height != to->image.levels[toLevel + n].height)
            return {};
    // Counts beyond what exists are clipped (decisions.md 28).
    Bytes p;
    p.u32(from.ref).u32(to->ref).u16(slice).u16(level).u16(toSlice).u16(toLevel).u16(slices + t.dice.below(2)).u16(levels + t.dice.below(2));
    t.packet.add(Encoder::Blit, record(0x13e, p));
    for (uint32_t n = 0; n < levels; ++n)
        for (uint32_t s = 0; s < slices; ++s) {
            const Plane source(from.image, level + n, slice + s), target(to->image, toLevel + n, toSlice + s);
            copyRect(source, {0, 0, source.width(), source.height()}, target, 0, 0);
        }
    t.world.use(*from.resource);
    t.world.use(*to->resource);
    return sentence(levels, " levels and ", slices, " slices of texture ", from.ref, " to texture ", to->ref);
}

// Over one color in the first level, so that every filter gives it.
std::string generateMipmaps(Turn& t) {
    if (t.world.images().empty()) return {};
    const ImageHandle image = t.dice.pick(t.world.images());
    if (isUint(image.image.format) || image.image.levels.size() < 2) return {};
    const Color color = anyColor(t.dice, image.image.format);
    t.packet.end();
    for (uint32_t slice = 0; slice < image.image.slices; ++slice) {
        pvgtest::PassShape pass{.texture = image.ref, .slice = slice};
        for (size_t i = 0; i < 4; ++i) pass.clear[i] = color[i] / 255.0;
        t.packet.add(Encoder::Render, pvgtest::passRecord(pass));
        t.packet.end();
        for (uint32_t level = 0; level < image.image.levels.size(); ++level) {
            const Plane plane(image.image, level, slice);
            fillRect(plane, {0, 0, plane.width(), plane.height()}, color);
        }
    }
    t.packet.add(Encoder::Blit, record(0x133, Bytes().u32(image.ref)));
    t.world.use(*image.resource);
    return sentence("mipmaps of texture ", image.ref);
}

// In the stream: pages hold what the texture holds here.
std::string synchronizeInStream(Turn& t) {
    std::vector<ImageHandle*> all;
    for (ImageHandle& i : t.world.images())
        if (i.resource->kind == Resource::Kind::Texture && !i.isView) all.push_back(&i);
    if (all.empty()) return {};
    const ImageHandle& image = *t.dice.pick(all);
    t.packet.add(Encoder::Blit, record(0x13a, Bytes().u32(image.ref)));
    Storage& storage = *image.resource->storage;
    if (!storage.isEager) copyTexels(image.resource->image, storage.gpu, storage.pages);
    t.world.use(*image.resource);
    return sentence("synchronizeResource ", image.ref);
}

std::string copyBetween(Turn& t, bool isToTexture) {
    const BufferHandle b = t.dice.pick(t.world.buffers());
    ImageHandle* const i = otherImage(t, b.resource, false);
    if (!i) return {};
    uint32_t level = 0, slice = 0;
    const Plane plane = planeOf(t.dice, *i, level, slice);
    const Rect rect = rectIn(t.dice, plane.width(), plane.height());
    const uint32_t bytes = texelBytes(plane.format());
    const Rows rows = rowsIn(t, *b.resource, rect, bytes);
    if (!rows.fits) return {};
    Bytes p;
    if (isToTexture)
        p.u32(b.ref).u32(i->ref).u64(rows.offset).u64(rows.pitch).u64(0).u64(rect.width).u64(rect.height).u64(1).u64(rect.x).u64(rect.y).u64(0).u16(slice).u16(level).u32(0);
    else
        p.u32(i->ref).u32(b.ref).u64(rect.x).u64(rect.y).u64(0).u64(rect.width).u64(rect.height).u64(1).u64(rows.offset).u64(rows.pitch).u64(0).u16(slice).u16(level).u16(0).u16(0xcccc);
    t.packet.add(Encoder::Blit, record(isToTexture ? 0x12c : 0x12e, p));
    for (uint32_t y = 0; y < rect.height; ++y) {
        uint8_t* const row = b.resource->storage->gpu.data() + rows.offset + y * rows.pitch;
        uint8_t* const texels = plane.texel(rect.x, rect.y + y);
        std::copy_n(isToTexture ? row : texels, uint64_t(rect.width) * bytes, isToTexture ? texels : row);
    }
    t.world.use(*b.resource);
    t.world.use(*i->resource);
    return sentence(isToTexture ? "buffer " : "to buffer ", b.ref, isToTexture ? " to texture " : " from texture ", i->ref, " level ", level, " slice ", slice, " at ",
                    rect.x, ",", rect.y, " ", rect.width, "x", rect.height);
}
std::string bufferToTexture(Turn& t) { return copyBetween(t, true); }
std::string textureToBuffer(Turn& t) { return copyBetween(t, false); }

// Formats of equal texels: raw bits.
std::string copyTexture(Turn& t) {
    if (t.world.images().empty()) return {};
    const ImageHandle from = t.dice.pick(t.world.images());
    ImageHandle* const to = otherImage(t, from.resource, false);
    if (!to || texelBytes(to->image.format) != texelBytes(from.image.format)) return {};
    uint32_t level = 0, slice = 0, toLevel = 0, toSlice = 0;
    const Plane source = planeOf(t.dice, from, level, slice), target = planeOf(t.dice, *to, toLevel, toSlice);
    const Rect rect = rectIn(t.dice, std::min(source.width(), target.width()), std::min(source.height(), target.height()));
    const uint32_t x = t.dice.below(target.width() - rect.width + 1), y = t.dice.below(target.height() - rect.height + 1);
    Bytes p;
    p.u32(from.ref).u32(to->ref).u64(rect.x).u64(rect.y).u64(0).u64(rect.width).u64(rect.height).u64(1).u64(x).u64(y).u64(0);
    t.packet.add(Encoder::Blit, record(0x12f, p.u16(slice).u16(level).u16(toSlice).u16(toLevel)));
    copyRect(source, rect, target, x, y);
    t.world.use(*from.resource);
    t.world.use(*to->resource);
    return sentence("texture ", from.ref, " level ", level, " slice ", slice, " at ", rect.x, ",", rect.y, " ", rect.width, "x", rect.height, " to texture ", to->ref,
                    " level ", toLevel, " slice ", toSlice, " at ", x, ",", y);
}

// --- Render (stream.md 3 and 4)

Bytes passOver(Turn& t, const ImageHandle& target, const Plane& plane, uint32_t level, uint32_t slice) {
    pvgtest::PassShape pass{.texture = target.ref, .load = 1, .level = level, .slice = slice};
    if (t.dice.one(2)) pass.width = plane.width(), pass.height = plane.height();
    if (t.dice.one(3)) {
        const Color c = anyColor(t.dice, plane.format());
        pass.load = 2;
        for (size_t i = 0; i < 4; ++i) pass.clear[i] = isUint(plane.format()) ? c[i] : c[i] / 255.0;
        fillRect(plane, {0, 0, plane.width(), plane.height()}, c);
    }
    return pvgtest::passRecord(pass);
}

// Two triangles whose edges lie between pixels' centres.
Bytes quadOver(const Plane& plane, const Rect& rect) {
    const double left = 2.0 * rect.x / plane.width() - 1, right = 2.0 * (rect.x + rect.width) / plane.width() - 1;
    const double top = 1 - 2.0 * rect.y / plane.height(), bottom = 1 - 2.0 * (rect.y + rect.height) / plane.height();
    Bytes b;
    for (const auto& [x, y] : {std::pair{left, top}, {left, bottom}, {right, top}, {right, top}, {left, bottom}, {right, bottom}}) b.f32(x).f32(y).f32(0.5).f32(1);
    return b;
}

Rect intersect(const Rect& a, const Rect& b) {
    const uint32_t x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    const uint32_t right = std::min(a.x + a.width, b.x + b.width), bottom = std::min(a.y + a.height, b.y + b.height);
    return {x, y, right > x ? right - x : 0, bottom > y ? bottom - y : 0};
}

// What a draw covers, and the records up to it.
struct DrawSetup {
    Bytes records;
    Rect covered;
};
DrawSetup setUpDraw(Turn& t, const Plane& plane, uint32_t pipeline) {
    DrawSetup setup;
    const Rect rect = rectIn(t.dice, plane.width(), plane.height());
    setup.covered = rect;
    setup.records.append(record(0x74, Bytes().u32(pipeline)));
    setup.records.append(record(0x7d, Bytes().u32(0).u32(1).u32(t.world.constants(quadOver(plane, rect))).u64(0)));
    if (t.dice.one(2)) {
        const Rect scissor = rectIn(t.dice, plane.width(), plane.height());
        setup.records.append(record(0x75, Bytes().u64(scissor.x).u64(scissor.y).u64(scissor.width).u64(scissor.height)));
        setup.covered = intersect(rect, scissor);
    }
    return setup;
}
Bytes bindFragmentConstant(Turn& t, const Bytes& constant) { return record(0x6e, Bytes().u32(0).u32(1).u32(t.world.constants(constant)).u64(0)); }
Bytes drawSix() { return record(0x01, Bytes().u32(3).u16(0).u16(6)); }

std::string drawColors(Turn& t) {
    if (t.world.images().empty()) return {};
    const ImageHandle target = t.dice.pick(t.world.images());
    uint32_t level = 0, slice = 0;
    const Plane plane = planeOf(t.dice, target, level, slice);
    t.packet.end();
    Bytes records = passOver(t, target, plane, level, slice);
    const uint32_t draws = t.dice.below(3);
    for (uint32_t n = 0; n < draws; ++n) {
        const Program program = isUint(plane.format()) ? Program::ConstantUint : Program::ConstantColor;
        const DrawSetup setup = setUpDraw(t, plane, t.world.renderPipeline(program, plane.format()));
        const Color color = anyColor(t.dice, plane.format());
        records.append(setup.records).append(bindFragmentConstant(t, colorBytes(plane.format(), color))).append(drawSix());
        fillRect(plane, setup.covered, color);
        // The scissor outlives the draw.
        records.append(record(0x75, Bytes().u64(0).u64(0).u64(plane.width()).u64(plane.height())));
    }
    t.packet.add(Encoder::Render, records);
    t.packet.end();
    t.world.use(*target.resource);
    return sentence("pass over texture ", target.ref, " level ", level, " slice ", slice, " with ", draws, " draws");
}

std::string drawTexture(Turn& t) {
    if (t.world.images().empty()) return {};
    const ImageHandle target = t.dice.pick(t.world.images());
    ImageHandle* const source = otherImage(t, target.resource, true);
    if (!source || isUint(target.image.format) || source->image.slices > 1) return {};
    uint32_t level = 0, slice = 0;
    const Plane plane = planeOf(t.dice, target, level, slice), from(source->image, 0, 0);
    const uint32_t dx = t.dice.below(4), dy = t.dice.below(4);
    t.packet.end();
    Bytes records = passOver(t, target, plane, level, slice);
    const DrawSetup setup = setUpDraw(t, plane, t.world.renderPipeline(Program::CopyTexel, plane.format()));
    records.append(setup.records).append(bindFragmentConstant(t, Bytes().u32(dx).u32(dy).u32(0).u32(0)));
    records.append(record(0x72, Bytes().u32(0).u32(1).u32(source->ref))).append(drawSix());
    t.packet.add(Encoder::Render, records);
    t.packet.end();
    const Rect& r = setup.covered;
    for (uint32_t y = r.y; y < r.y + r.height; ++y)
        for (uint32_t x = r.x; x < r.x + r.width; ++x)
            if (x + dx < from.width() && y + dy < from.height()) plane.set(x, y, from.color(x + dx, y + dy));
    t.world.use(*target.resource);
    t.world.use(*source->resource);
    return sentence("texture ", source->ref, " drawn into texture ", target.ref, " level ", level, " slice ", slice);
}

// --- Compute (stream.md 5)

Bytes bindWords(uint32_t index, uint32_t ref, uint64_t offset) { return record(0xcb, Bytes().u32(index).u32(1).u32(ref).u64(offset)); }
Bytes bindTexture(uint32_t ref) { return record(0xce, Bytes().u32(0).u32(1).u32(ref)); }
Bytes dispatchThreads(Dice& dice, uint32_t width, uint32_t height) {
    constexpr std::array<std::array<uint32_t, 2>, 3> kGroups{{{8, 4}, {5, 3}, {1, 1}}}; // each is a program of its own
    const auto& group = kGroups[dice.below(kGroups.size())];
    Bytes p;
    p.u64(width).u64(height).u64(1).u64(group[0]).u64(group[1]).u64(1);
    return record(0xca, p);
}

std::string addWords(Turn& t) {
    const BufferHandle b = t.dice.pick(t.world.buffers());
    const auto words = uint32_t(b.resource->size() / 4);
    if (words == 0) return {};
    const uint32_t first = t.dice.below(words), count = t.dice.between(1, words - first), value = t.dice.byte() * 0x01010101U;
    Bytes records = record(0xd0, Bytes().u32(t.world.kernel(Program::AddWords)));
    records.append(bindWords(0, b.ref, uint64_t(first) * 4)).append(bindWords(1, t.world.constants(Bytes().u32(value).zeros(12)), 0));
    t.packet.add(Encoder::Compute, records.append(dispatchThreads(t.dice, count, 1)));
    for (uint32_t i = first; i < first + count; ++i) {
        uint8_t* const at = b.resource->storage->gpu.data() + uint64_t(i) * 4;
        const Color word = decodeTexel(Format::R32Uint, at);
        encodeTexel(Format::R32Uint, {word[0] + value}, at);
    }
    t.world.use(*b.resource);
    return sentence("add ", value, " to ", count, " words of buffer ", b.ref, " from ", first);
}

std::string storeTexels(Turn& t) {
    std::vector<ImageHandle*> all;
    for (ImageHandle& i : t.world.images())
        if (i.image.slices == 1) all.push_back(&i);
    if (all.empty()) return {};
    const ImageHandle& target = *t.dice.pick(all);
    const Plane plane(target.image, 0, 0);
    const Color color = anyColor(t.dice, plane.format());
    const uint32_t width = t.dice.between(1, plane.width()), height = t.dice.between(1, plane.height());
    const uint32_t program = t.world.kernel(isUint(plane.format()) ? Program::StoreUints : Program::StoreTexels);
    Bytes constant;
    for (const uint32_t c : color) constant.u32(c);
    Bytes records = record(0xd0, Bytes().u32(program));
    records.append(bindWords(1, t.world.constants(constant), 0)).append(bindTexture(target.ref));
    t.packet.add(Encoder::Compute, records.append(dispatchThreads(t.dice, width, height)));
    for (uint32_t y = 0; y < height; ++y)
        for (uint32_t x = 0; x < width; ++x) {
            Color c = color;
            for (uint32_t& v : c) v = isUint(plane.format()) ? v + x * 3 + y : (v + x * 3 + y) & 255;
            plane.set(x, y, c);
        }
    t.world.use(*target.resource);
    return sentence("store into ", width, "x", height, " texels of texture ", target.ref);
}

std::string gatherBytes(Turn& t) {
    const BufferHandle b = t.dice.pick(t.world.buffers());
    ImageHandle* const source = otherImage(t, b.resource, true);
    if (!source || source->image.slices > 1) return {};
    const Plane plane(source->image, 0, 0);
    const uint32_t width = t.dice.between(1, plane.width()), height = t.dice.between(1, plane.height());
    if (uint64_t(width) * height * 4 > b.resource->size()) return {};
    Bytes records = record(0xd0, Bytes().u32(t.world.kernel(Program::GatherBytes)));
    records.append(bindWords(0, b.ref, 0)).append(bindTexture(source->ref));
    t.packet.add(Encoder::Compute, records.append(dispatchThreads(t.dice, width, height)));
    for (uint32_t y = 0; y < height; ++y)
        for (uint32_t x = 0; x < width; ++x) encodeTexel(Format::RGBA8Unorm, plane.color(x, y), b.resource->storage->gpu.data() + (uint64_t(y) * width + x) * 4);
    t.world.use(*b.resource);
    t.world.use(*source->resource);
    return sentence("gather ", width, "x", height, " texels of texture ", source->ref, " into buffer ", b.ref);
}

} // namespace

std::string addCommand(World& world, Dice& dice, PacketWriter& packet) {
    constexpr std::array kCommands{fill,       copyBuffer,  bufferToTexture, textureToBuffer, copyTexture, drawColors,      drawTexture,
                                  addWords,   storeTexels, gatherBytes,     copySlices,      copySlices,  generateMipmaps, synchronizeInStream};
    Turn turn{world, dice, packet};
    return kCommands[dice.below(kCommands.size())](turn);
}

} // namespace randomtest
