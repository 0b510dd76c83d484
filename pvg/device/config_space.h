// PCI configuration space, 256 bytes, conventional (device.md 1.1, vfio-user.md 6, decisions.md 34). QEMU emulates BARs and MSI towards the
// guest; the copy here only has to read back as hardware would.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace pvg::device {

inline constexpr uint32_t kConfigSize = 256;
inline constexpr uint32_t kBar0Size = 0x4000;

class ConfigSpace {
public:
    ConfigSpace() { reset(); }
    void reset();
    // [offset, offset + size) lies inside the space.
    void read(uint64_t offset, std::span<std::byte> out) const;
    void write(uint64_t offset, std::span<const std::byte> in);

private:
    std::array<uint8_t, kConfigSize> m_bytes{};
};

} // namespace pvg::device
