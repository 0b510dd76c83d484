#include "pvg/device/gpu_device.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include "pvg/base/log.h"
#include "pvg/transport/event_fd.h"

namespace pvg::device {

using seam::MessageType;

GpuDevice::GpuDevice(DeviceOptions options, seam::RendererPort& renderer, transport::DmaTable& maps)
    : m_renderer(renderer), m_maps(maps), m_registers(options, renderer) {}

uint64_t GpuDevice::regionSize(uint32_t index) const {
    if (index == transport::kBar0) return kBar0Size;
    return index == transport::kConfigRegion ? kConfigSize : 0;
}

void GpuDevice::readRegion(uint32_t index, uint64_t offset, std::span<std::byte> out) {
    if (index != transport::kBar0) return m_config.read(offset, out);
    m_registers.read(offset, out);
    log(offset, out, false);
}

void GpuDevice::writeRegion(uint32_t index, uint64_t offset, std::span<const std::byte> in) {
    if (index != transport::kBar0) return m_config.write(offset, in);
    log(offset, in, true); // in front of what it sets off
    m_registers.write(offset, in);
}

void GpuDevice::log(uint64_t offset, std::span<const std::byte> bytes, bool isWrite) {
    seam::RegisterLog& registers = m_renderer.page().registerLog;
    if (!registers.isEnabled()) return;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    seam::RegisterAccess access{uint64_t(std::chrono::nanoseconds(now).count()), 0, uint32_t(offset), uint8_t(bytes.size()), isWrite};
    std::memcpy(&access.value, bytes.data(), std::min(bytes.size(), sizeof access.value));
    registers.push(access);
}

void GpuDevice::reset() {
    m_renderer.raiseEpoch(MessageType::Reset, {});
    m_renderer.awaitEpoch();
    m_renderer.discardInterrupts();
    m_config.reset();
    m_registers.reset();
}

void GpuDevice::ramMapped(const transport::RamRegion& region) {
    if (region.fd >= 0) m_renderer.mapRam({region.gpa, region.size, region.fileOffset, region.writable, region.fd});
}

void GpuDevice::ramUnmapped(uint64_t gpa, uint64_t size) { m_renderer.unmapRam(gpa, size); }

void GpuDevice::installInterrupt(UniqueFd eventFd) { m_interrupt = std::move(eventFd); }

void GpuDevice::fireInterrupt() {
    m_renderer.page().interruptsFired.fetch_add(1, std::memory_order_relaxed);
    if (m_interrupt) transport::ringEventFd(m_interrupt.get());
}

void GpuDevice::clientConnected() {
    spdlog::info("vfio-user client connected");
    m_hasClient = true;
    m_renderer.page().clientConnected = 1;
    m_renderer.tell(MessageType::ClientConnected, {}, false);
}

void GpuDevice::clientGone() {
    m_interrupt.reset();
    m_hasClient = false;
    m_renderer.page().clientConnected = 0;
    m_renderer.raiseEpoch(MessageType::ClientGone, {});
    m_renderer.awaitEpoch();
    m_renderer.discardInterrupts();
    m_maps.clear();
    m_config.reset();
    m_registers.reset();
}

void GpuDevice::describeToRenderer() {
    m_maps.forEach([this](const transport::RamRegion& region) { ramMapped(region); });
    if (m_hasClient) m_renderer.tell(MessageType::ClientConnected, {}, false);
    if (m_registers.hasDriver()) m_renderer.tell(MessageType::VersionWritten, m_registers.fifoSetup(), true);
    if (m_registers.isFifoEnabled()) m_renderer.tell(MessageType::FifoControl, m_registers.fifoSetup(), true);
}

} // namespace pvg::device
