// Plays QEMU: the guest's RAM is a sealed memfd in two regions, below and above 4 GiB, and the device is at the end of a vfio-user socket.
#pragma once

#include <memory>
#include <string>

#include "pvg/base/result.h"
#include "pvg/guest/platform.h"
#include "pvg/guest/vfio_client.h"

namespace pvg::guest {

// Shared guest RAM and its page allocator.
class GuestRam {
public:
    static constexpr uint64_t kLowBytes = uint64_t{1} << 30;
    static constexpr uint64_t kHighBase = uint64_t{1} << 32;
    static constexpr uint64_t kHighBytes = uint64_t{1} << 30;

    static Result<std::unique_ptr<GuestRam>> create();
    GuestRam() = default;
    GuestRam(const GuestRam&) = delete;
    GuestRam& operator=(const GuestRam&) = delete;
    ~GuestRam();

    int fd() const { return m_fd; }
    std::vector<Page> allocate(size_t count);
    std::vector<Page> allocateContiguous(size_t count);
    void release(std::span<const Page> pages);
    void reclaim();

private:
    void shufflePages();
    Page pageAt(uint32_t number) const;

    int m_fd = -1;
    std::byte* m_base = nullptr;
    std::vector<uint32_t> m_free, m_all; // taken from the back
    size_t m_untouched = 0; // how much of the list's front was never taken
    uint32_t m_nextContiguous = 0;
};

class VfioPlatform final : public Platform {
public:
    // Connects, maps RAM, checks the PCI device, enables its memory and MSI: what QEMU and firmware have done when a driver starts.
    static Result<std::unique_ptr<VfioPlatform>> open(const std::string& socketPath);
    ~VfioPlatform() override;

    const char* name() const override { return "vfio-user client"; }
    uint32_t readRegister(uint32_t offset) override;
    void writeRegister(uint32_t offset, uint32_t value) override;
    std::vector<Page> allocate(size_t count) override { return m_ram->allocate(count); }
    std::vector<Page> allocateContiguous(size_t count) override { return m_ram->allocateContiguous(count); }
    void release(std::span<const Page> pages) override { m_ram->release(pages); }
    Wake waitForInterrupt(std::chrono::milliseconds timeout) override;
    bool resetFunction() override;
    void reclaim() override { m_ram->reclaim(); }

    // For tests that say what QEMU never would.
    VfioClient& client() { return m_client; }
    // Why the connection ended, when it did.
    const std::string& lostBecause() const { return m_lost; }

private:
    VfioPlatform(VfioClient client, std::unique_ptr<GuestRam> ram) : m_client(std::move(client)), m_ram(std::move(ram)) {}
    Status mapRam();
    Status startDevice();
    Status checkShape();
    Status enableMsi();
    Status writeConfig(uint64_t offset, uint32_t value, size_t bytes);
    void lose(const Error& error);

    VfioClient m_client;
    std::unique_ptr<GuestRam> m_ram;
    int m_msi = -1;
    std::string m_lost;
};

} // namespace pvg::guest
