// What the synthetic guest stands on: registers of BAR0, guest-physical pages and an interrupt. One implementation speaks vfio-user and
// plays QEMU, another runs inside a Linux guest; the encoder above knows neither. Linkable statically; nothing here throws.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pvg::guest {

// One guest page: its number (guest-physical address >> 12) and where this process sees it.
struct Page {
    uint32_t number = 0;
    std::byte* bytes = nullptr;
};

enum class Wake { Interrupt, Timeout, HostGone };

// Thread: all calls come from one thread.
class Platform {
public:
    virtual ~Platform() = default;
    virtual const char* name() const = 0;

    // 4-byte access at a BAR0 offset. A host that is gone reads as all ones.
    virtual uint32_t readRegister(uint32_t offset) = 0;
    virtual void writeRegister(uint32_t offset, uint32_t value) = 0;

    // `count` zeroed pages, physically scattered on purpose. Empty when memory has run out.
    virtual std::vector<Page> allocate(size_t count) = 0;
    // `count` zeroed pages, physically and virtually contiguous (the root FIFO). Empty when there is no such run.
    virtual std::vector<Page> allocateContiguous(size_t count) = 0;
    virtual void release(std::span<const Page> pages) = 0;

    // Returns at the first MSI since the last call. A platform without interrupts sleeps a little and says Interrupt.
    virtual Wake waitForInterrupt(std::chrono::milliseconds timeout) = 0;

    // Resets the PCI function, as a kernel does; memory access, bus mastering and MSI are on again afterwards. False: not possible here.
    virtual bool resetFunction() { return false; }
    // For a driver that starts anew: every page ever handed out is free and zero again.
    virtual void reclaim() {}
};

} // namespace pvg::guest
