#include "pvg/guest/vfio_platform.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace pvg::guest {

namespace {

constexpr uint32_t kBar0 = 0, kConfigRegion = 7, kMsiIndex = 1;
constexpr uint64_t kBar0Size = 0x4000;
constexpr uint32_t kBar0Address = 0xfe000000;
constexpr uint64_t kCommandRegister = 0x04, kBar0Register = 0x10, kCapabilityPointer = 0x34;

} // namespace

Result<std::unique_ptr<VfioPlatform>> VfioPlatform::open(const std::string& socketPath) {
    PVG_TRY(VfioClient client, VfioClient::connect(socketPath, 10.0));
    PVG_TRY(std::unique_ptr<GuestRam> ram, GuestRam::create());
    std::unique_ptr<VfioPlatform> platform(new VfioPlatform(std::move(client), std::move(ram)));
    PVG_CHECK(platform->m_client.negotiate());
    PVG_CHECK(platform->mapRam());
    PVG_CHECK(platform->startDevice());
    return platform;
}

VfioPlatform::~VfioPlatform() {
    if (m_msi >= 0) ::close(m_msi);
}

Status VfioPlatform::mapRam() {
    const int fd = m_ram->fd();
    PVG_CHECK(m_client.mapMemory({0, 0, GuestRam::kLowBytes, fd}));
    return m_client.mapMemory({GuestRam::kLowBytes, GuestRam::kHighBase, GuestRam::kHighBytes, fd});
}

// The order of vfio-user.md 3: shape, reset, BAR, command register, MSI.
Status VfioPlatform::startDevice() {
    PVG_CHECK(checkShape());
    PVG_CHECK(m_client.reset());
    PVG_CHECK(writeConfig(kBar0Register, kBar0Address, 4));
    PVG_CHECK(writeConfig(kCommandRegister, 0x0406, 2)); // memory, bus master, no INTx
    return enableMsi();
}

Status VfioPlatform::checkShape() {
    PVG_TRY(const VfioClient::DeviceShape shape, m_client.deviceInfo());
    if (shape.regions < kConfigRegion + 1 || shape.interrupts < kMsiIndex + 1)
        return Error{Code::Protocol, "the device has " + std::to_string(shape.regions) + " regions and " + std::to_string(shape.interrupts) +
                                         " interrupt kinds; a PCI device has 9 and 5"};
    PVG_TRY(const uint64_t bar, m_client.regionSize(kBar0));
    if (bar != kBar0Size) return Error{Code::Protocol, "BAR0 has " + std::to_string(bar) + " bytes, expected 16384"};
    std::array<uint32_t, 1> id{};
    PVG_CHECK(m_client.read({kConfigRegion, 0}, std::as_writable_bytes(std::span(id))));
    if (id[0] != 0xeeee106b) return Error{Code::Protocol, "the PCI device at the socket is not 106b:eeee"};
    return {};
}

Status VfioPlatform::writeConfig(uint64_t offset, uint32_t value, size_t bytes) {
    return m_client.write({kConfigRegion, offset}, std::as_bytes(std::span(&value, 1)).first(bytes));
}

Status VfioPlatform::enableMsi() {
    std::array<std::byte, 256> config{};
    PVG_CHECK(m_client.read({kConfigRegion, 0}, config));
    auto at = static_cast<size_t>(config[kCapabilityPointer]);
    for (int hops = 0; hops < 48 && at >= 0x40 && at < 0xf2 && config[at] != std::byte{5}; ++hops) at = static_cast<size_t>(config[at + 1]);
    if (at < 0x40 || at >= 0xf2 || config[at] != std::byte{5}) return Error{Code::Protocol, "the device has no MSI capability"};
    if (m_msi < 0) m_msi = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (m_msi < 0) return Error{Code::Io, std::string("eventfd: ") + std::strerror(errno)};
    PVG_CHECK(writeConfig(at + 4, 0xfee00000, 4));
    PVG_CHECK(writeConfig(at + 8, 0, 4));
    PVG_CHECK(writeConfig(at + 0xc, 0x41, 2));
    PVG_CHECK(writeConfig(at + 2, 0x0081, 2)); // enable, one vector, 64-bit
    return m_client.installInterrupt(kMsiIndex, m_msi);
}

bool VfioPlatform::resetFunction() {
    if (const Status status = startDevice(); !status) lose(status.error());
    return m_lost.empty();
}

void VfioPlatform::lose(const Error& error) {
    if (m_lost.empty()) m_lost = error.text;
}

uint32_t VfioPlatform::readRegister(uint32_t offset) {
    uint32_t value = 0xffffffff;
    if (!m_lost.empty()) return value;
    if (const Status status = m_client.read({kBar0, offset}, std::as_writable_bytes(std::span(&value, 1))); !status) {
        lose(status.error());
        return 0xffffffff;
    }
    return value;
}

void VfioPlatform::writeRegister(uint32_t offset, uint32_t value) {
    if (!m_lost.empty()) return;
    if (const Status status = m_client.post({kBar0, offset}, std::as_bytes(std::span(&value, 1))); !status) lose(status.error());
}

Wake VfioPlatform::waitForInterrupt(std::chrono::milliseconds timeout) {
    if (!m_lost.empty()) return Wake::HostGone;
    std::array<pollfd, 2> watched{pollfd{m_msi, POLLIN, 0}, pollfd{m_client.socket(), POLLIN, 0}};
    const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(timeout.count()));
    if (ready < 0 && errno != EINTR) {
        lose({Code::Io, std::string("poll: ") + std::strerror(errno)});
        return Wake::HostGone;
    }
    if (ready <= 0) return Wake::Timeout;
    uint64_t count = 0;
    if ((watched[0].revents & POLLIN) && ::read(m_msi, &count, sizeof count) == sizeof count) return Wake::Interrupt;
    // Nothing is outstanding, so anything on the socket is its end.
    if (watched[1].revents) {
        lose({Code::Io, "the device process closed the connection"});
        return Wake::HostGone;
    }
    return Wake::Timeout;
}

} // namespace pvg::guest
