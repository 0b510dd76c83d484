// The device 106b:eeee as vfio-user shows it: configuration space, BAR0, one MSI; hands guest RAM and epochs on to the renderer.
#pragma once

#include "pvg/device/config_space.h"
#include "pvg/device/registers.h"
#include "pvg/transport/device_model.h"

namespace pvg::device {

class GpuDevice final : public transport::DeviceModel {
public:
    GpuDevice(DeviceOptions options, seam::RendererPort& renderer, transport::DmaTable& maps);

    uint64_t regionSize(uint32_t index) const override;
    void readRegion(uint32_t index, uint64_t offset, std::span<std::byte> out) override;
    void writeRegion(uint32_t index, uint64_t offset, std::span<const std::byte> in) override;
    void reset() override;
    void ramMapped(const transport::RamRegion& region) override;
    void ramUnmapped(uint64_t gpa, uint64_t size) override;
    void installInterrupt(UniqueFd eventFd) override;
    void clientConnected() override;
    void clientGone() override;

    // The renderer asked for an interrupt: fires what SET_IRQS installed last.
    void fireInterrupt();
    // A fresh renderer has greeted: tells it everything it has to know about the running guest.
    void describeToRenderer();

private:
    void log(uint64_t offset, std::span<const std::byte> bytes, bool isWrite);

    seam::RendererPort& m_renderer;
    transport::DmaTable& m_maps;
    ConfigSpace m_config;
    RegisterBlock m_registers;
    UniqueFd m_interrupt;
    bool m_hasClient = false; // the page has it too, but the renderer may write there
};

} // namespace pvg::device
