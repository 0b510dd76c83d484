// Inside a Linux guest: BAR0 through sysfs, guest-physical pages of this process through /proc/self/pagemap. Needs root and nothing else: no
// kernel module. Stamps are polled; where the kernel counts KVM's posted-interrupt vector (PIN in /proc/interrupts), the device's MSI is
// pointed at that vector, so that arrivals can be counted.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "pvg/base/result.h"
#include "pvg/guest/platform.h"

namespace pvg::guest {

class SysfsPlatform final : public Platform {
public:
    // `pages`: how many scattered pages to take and lock at start.
    static Result<std::unique_ptr<SysfsPlatform>> open(size_t pages);
    ~SysfsPlatform() override;
    SysfsPlatform(const SysfsPlatform&) = delete;
    SysfsPlatform& operator=(const SysfsPlatform&) = delete;

    const char* name() const override { return "sysfs"; }
    uint32_t readRegister(uint32_t offset) override;
    void writeRegister(uint32_t offset, uint32_t value) override;
    std::vector<Page> allocate(size_t count) override;
    std::vector<Page> allocateContiguous(size_t count) override;
    void release(std::span<const Page> pages) override;
    Wake waitForInterrupt(std::chrono::milliseconds timeout) override;
    bool resetFunction() override;
    void reclaim() override;

    // MSIs the kernel has counted since open(); none where it cannot count them.
    std::optional<uint64_t> countedInterrupts() const;

private:
    SysfsPlatform() = default;
    Status findDevice();
    Status mapRegisters();
    Status enableMsi();
    Status takePages(size_t count);
    Status takeHugePage();

    std::string m_device; // its sysfs folder
    volatile uint32_t* m_bar = nullptr;
    std::byte* m_pool = nullptr;
    size_t m_poolBytes = 0;
    std::vector<Page> m_free, m_all; // taken from the back
    size_t m_untouched = 0;          // how much of the list's front was never taken
    std::byte* m_huge = nullptr;
    uint32_t m_hugeNumber = 0;
    size_t m_hugeUsed = 0; // pages
    std::optional<uint64_t> m_countedAtStart;
};

} // namespace pvg::guest
