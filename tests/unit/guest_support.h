// Helpers of the guest encoder's tests: bytes from hex text, and a machine whose host does nothing but stamp.
#pragma once

#include <cstring>
#include <map>
#include <memory>
#include <string_view>

#include "pvg/guest/byte_writer.h"
#include "pvg/guest/platform.h"

namespace guest_test {

inline pvg::guest::Bytes hex(std::string_view text) {
    pvg::guest::Bytes out;
    int high = -1;
    for (char c : text) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) continue;
        if (high < 0) high = digit;
        else {
            out.push_back(static_cast<std::byte>(high << 4 | digit));
            high = -1;
        }
    }
    return out;
}

template <class T>
T at(std::span<const std::byte> bytes, size_t offset) {
    T v{};
    if (offset + sizeof v <= bytes.size()) std::memcpy(&v, bytes.data() + offset, sizeof v);
    return v;
}

// Guest pages by number, 64-bit addressing; registers are a plain store; a wait for an interrupt acknowledges everything outstanding.
class FakeMachine : public pvg::guest::Platform {
public:
    const char* name() const override { return "fake"; }
    uint32_t readRegister(uint32_t offset) override {
        if (offset == 0x1014 || offset == 0x1018 || offset == 0x102c) return 0;
        if (offset == 0x100c) return rootRead;
        return registers[offset];
    }
    void writeRegister(uint32_t offset, uint32_t value) override {
        registers[offset] = value;
        writes.push_back({offset, value});
    }
    std::vector<pvg::guest::Page> allocate(size_t count) override {
        std::vector<pvg::guest::Page> pages;
        for (size_t i = 0; i < count; ++i) pages.push_back(make(m_next -= 3));
        return pages;
    }
    std::vector<pvg::guest::Page> allocateContiguous(size_t count) override {
        std::vector<pvg::guest::Page> pages;
        for (size_t i = 0; i < count; ++i) pages.push_back(make(m_nextContiguous++));
        return pages;
    }
    void release(std::span<const pvg::guest::Page>) override {}
    pvg::guest::Wake waitForInterrupt(std::chrono::milliseconds) override {
        rootRead = registers[0x1008];
        const uint32_t fifo = registers[0x1030];
        for (uint32_t slot = 0; slot < 32; ++slot) std::memcpy(page(fifo) + 4 * slot, &kFar, sizeof kFar);
        // GetDeviceInfo's reply: what the encoder insists on.
        for (auto& [number, bytes] : m_pages)
            if (bytes[0] == std::byte{0xa5} && bytes[4095] == std::byte{0xa5}) {
                std::memset(bytes.get(), 0, 4096);
                for (uint32_t key = 3; key <= 6; ++key) {
                    const uint32_t pair[2] = {key, 64};
                    std::memcpy(bytes.get() + 8 * (key - 3), pair, sizeof pair);
                }
            }
        return pvg::guest::Wake::Interrupt;
    }
    std::byte* page(uint32_t number) { return m_pages.count(number) ? m_pages.at(number).get() : nullptr; }

    std::map<uint32_t, uint32_t> registers;
    std::vector<std::pair<uint32_t, uint32_t>> writes;
    uint32_t rootRead = 0;

private:
    pvg::guest::Page make(uint32_t number) {
        auto bytes = std::make_unique<std::byte[]>(4096);
        std::byte* raw = bytes.get();
        m_pages[number] = std::move(bytes);
        return {number, raw};
    }
    static constexpr uint32_t kFar = 1000;
    std::map<uint32_t, std::unique_ptr<std::byte[]>> m_pages;
    uint32_t m_next = 0x180000; // above 4 GiB: shifts must be done in 64 bits
    uint32_t m_nextContiguous = 0x200;
};

} // namespace guest_test
