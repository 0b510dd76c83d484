#include "pvg/device/config_space.h"

namespace pvg::device {
namespace {

struct Image {
    std::array<uint8_t, kConfigSize> reset{}, writable{};
};

constexpr Image makeImage() {
    Image image;
    const auto put = [](std::array<uint8_t, kConfigSize>& bytes, size_t offset, size_t size, uint32_t value) {
        for (size_t i = 0; i < size; ++i) bytes[offset + i] = uint8_t(value >> (8 * i));
    };
#define FIELD(name, offset, bytes, value, mask)                                                                                            \
    put(image.reset, offset, bytes, value);                                                                                                \
    put(image.writable, offset, bytes, mask);
#include "pvg/device/config_space.inc"
#undef FIELD
    return image;
}

constexpr Image kImage = makeImage();

} // namespace

void ConfigSpace::reset() { m_bytes = kImage.reset; }

void ConfigSpace::read(uint64_t offset, std::span<std::byte> out) const {
    for (size_t i = 0; i < out.size(); ++i) out[i] = std::byte{m_bytes[offset + i]};
}

void ConfigSpace::write(uint64_t offset, std::span<const std::byte> in) {
    for (size_t i = 0; i < in.size(); ++i) {
        const uint8_t mask = kImage.writable[offset + i];
        m_bytes[offset + i] = uint8_t((m_bytes[offset + i] & ~mask) | (uint8_t(in[i]) & mask));
    }
}

} // namespace pvg::device
