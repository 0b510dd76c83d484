// BAR0's register block. Reads never wait, except for the acknowledgement after a write of 0x1000 or 0x1034 (see RendererPort).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "pvg/seam/renderer_port.h"

namespace pvg::device {

enum class Register : uint32_t {
#define REGISTER(name, offset, access, reset, meaning) name = offset,
#include "pvg/device/registers.inc"
#undef REGISTER
};

inline constexpr uint32_t kMaxProtocolVersion = 6;

struct DeviceOptions {
    uint32_t ports = 1; // 1..8
    uint32_t modeWidth = 1920, modeHeight = 1080;
};

class RegisterBlock {
public:
    RegisterBlock(DeviceOptions options, seam::RendererPort& renderer);

    // Power-on values, here and on the shared page. The renderer's epoch is the caller's business.
    void reset();
    // decisions.md 32: 4 and 8 bytes, aligned; anything else reads 0 and writes nothing. Inside the region.
    void read(uint64_t offset, std::span<std::byte> out);
    void write(uint64_t offset, std::span<const std::byte> in);

    seam::FifoSetup fifoSetup() const;
    bool hasDriver() const { return stored(Register::Version) != 0; }
    bool isFifoEnabled() const { return stored(Register::ControlFifo) != 0; }

private:
    static constexpr uint32_t kFirst = 0x1000, kEnd = 0x4000;

    uint32_t read32(uint32_t offset);
    void write32(uint32_t offset, uint32_t value);
    uint32_t readLive(Register reg);
    void writeLive(Register reg, uint32_t value);
    void writeDoorbell(Register reg, uint32_t value);
    void writeControl(uint32_t value);
    void writeVersion(uint32_t value);
    void clearCounters();
    uint32_t stored(Register reg) const { return m_store[(uint32_t(reg) - kFirst) / 4]; }
    uint32_t& stored(Register reg) { return m_store[(uint32_t(reg) - kFirst) / 4]; }

    DeviceOptions m_options;
    seam::RendererPort& m_renderer;
    std::array<uint32_t, (kEnd - kFirst) / 4> m_store{};
    bool m_countersCleared = false; // by the newest epoch, which the renderer may not have seen yet
};

} // namespace pvg::device
