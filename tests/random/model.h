// What the guest's memory must hold, computed with plain loops over plain bytes. Knows Metal's rules (stream.md 6, objects.md 5 and 7), and
// nothing of the product.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace randomtest {

using ByteVector = std::vector<uint8_t>;

// Metal pixel formats whose bytes survive every operation of this test.
enum class Format : uint32_t { R8Unorm = 10, R32Uint = 53, RGBA8Unorm = 70, BGRA8Unorm = 80 };
inline bool isUint(Format f) { return f == Format::R32Uint; }
inline uint32_t texelBytes(Format f) { return f == Format::R8Unorm ? 1 : 4; }

// A colour as shaders see it: unsigned integers, of normalised formats 0 .. 255.
using Color = std::array<uint32_t, 4>;
Color decodeTexel(Format format, const uint8_t* texel);
void encodeTexel(Format format, const Color& color, uint8_t* texel);

// The bytes of a buffer or of all levels of a texture, as they lie in guest memory. `gpu` is what the GPU sees; `pages` what the guest's CPU
// sees when that is another thing: textures whose results land when the guest asks.
struct Storage {
    ByteVector gpu, pages;
    bool isEager = true; // results are in guest pages when the work is done: pages is unused
    ByteVector& visible() { return isEager ? gpu : pages; }
};

struct Level {
    uint64_t offset = 0, pitch = 0, slicePitch = 0; // bytes
    uint32_t width = 0, height = 0;
};

// A texture or a view of one.
struct Image {
    Storage* storage = nullptr;
    Format format{};
    uint32_t slices = 1;
    std::vector<Level> levels;
};

// One level of one slice.
class Plane {
public:
    Plane(const Image& image, uint32_t level, uint32_t slice)
        : m_bytes(&image.storage->gpu), m_level(image.levels[level]), m_start(m_level.offset + slice * m_level.slicePitch), m_format(image.format) {}
    uint32_t width() const { return m_level.width; }
    uint32_t height() const { return m_level.height; }
    Format format() const { return m_format; }
    uint8_t* texel(uint32_t x, uint32_t y) const { return m_bytes->data() + m_start + y * m_level.pitch + uint64_t(x) * texelBytes(m_format); }
    Color color(uint32_t x, uint32_t y) const { return decodeTexel(m_format, texel(x, y)); }
    void set(uint32_t x, uint32_t y, const Color& c) const { encodeTexel(m_format, c, texel(x, y)); }

private:
    ByteVector* m_bytes;
    Level m_level;
    uint64_t m_start;
    Format m_format;
};

struct Rect {
    uint32_t x = 0, y = 0, width = 0, height = 0;
};

void fillRect(const Plane& plane, const Rect& rect, const Color& color);
// Raw texels of equal size.
void copyRect(const Plane& from, const Rect& rect, const Plane& to, uint32_t x, uint32_t y);

// The texels of all levels, without the padding between rows.
void copyTexels(const Image& image, const ByteVector& from, ByteVector& to);

// A sentence about the first byte that differs; empty when there is none.
std::string firstDifference(const ByteVector& expected, const std::vector<std::byte>& got);

} // namespace randomtest
