// The guest's encoder on top of an engine core in the same thread: registers as the device process serves them, waits that step the engine.
#pragma once

#include "pvg/guest/display_pipe.h"
#include "pvg/guest/driver.h"
#include "pvg/guest/objects.h"
#include "pvg/guest/task.h"
#include "tests/unit/engine_support.h"

namespace pvg::test {

class Machine : public guest::Platform {
public:
    // `step`: lets the engine work for a moment.
    Machine(seam::Page& page, const TestRam& ram, std::function<void(const EngineEvent&)> post, std::function<bool()> step)
        : m_page(page), m_ram(ram), m_post(std::move(post)), m_step(std::move(step)) {}

    const char* name() const override { return "machine"; }
    uint32_t readRegister(uint32_t offset) override {
        switch (offset) {
        case 0x100c: return m_page.fifoRead;
        case 0x1014: return m_page.interruptDisp.exchange(0);
        case 0x1018: return m_page.interruptGpu.exchange(0);
        case 0x102c: return 0;
        case 0x122c: return 1;
        default: return m_registers[offset];
        }
    }
    void writeRegister(uint32_t offset, uint32_t value) override {
        m_registers[offset] = value;
        switch (offset) {
        case 0x1000: announce(EngineEvent::Kind::FifoControl); break;
        case 0x1034: announce(EngineEvent::Kind::VersionWritten); break;
        case 0x1008: m_page.fifoWritten = value; break;
        case 0x101c: m_page.rootPage = value; break;
        case 0x1020: m_page.doorbells.fetch_or(1U << value); break;
        case 0x1028: m_page.replayDoorbells.fetch_or(1U << value); break;
        case 0x1220: m_page.displayDoorbells.fetch_or(1U << value); break;
        default: return;
        }
        if (onDoorbell) onDoorbell();
    }
    std::vector<guest::Page> allocate(size_t count) override {
        std::vector<guest::Page> pages;
        for (size_t i = 0; i < count && m_top > m_bottom; ++i, m_top -= m_top > 0x2000 ? 3 : 1) pages.push_back(page(m_top));
        return pages;
    }
    std::vector<guest::Page> allocateContiguous(size_t count) override {
        std::vector<guest::Page> pages;
        for (size_t i = 0; i < count; ++i) pages.push_back(page(m_bottom++));
        return pages;
    }
    void release(std::span<const guest::Page>) override {}
    guest::Wake waitForInterrupt(std::chrono::milliseconds timeout) override {
        auto end = Clock::now() + timeout;
        while (Clock::now() < end)
            if (m_step()) return guest::Wake::Interrupt;
        return guest::Wake::Timeout;
    }

    std::function<void()> onDoorbell;

private:
    guest::Page page(uint32_t number) const { return {number, m_ram.at(uint64_t{number} << 12)}; }
    void announce(EngineEvent::Kind kind) {
        Epoch next{m_page.epoch + 1};
        m_page.epoch = next.value;
        m_page.fifoWritten = 0;
        m_page.fifoRead = 0;
        m_post({kind, next, {m_registers[0x1000], m_registers[0x1004], m_registers[0x1010], m_registers[0x1030], m_registers[0x1034]}});
    }

    seam::Page& m_page;
    const TestRam& m_ram;
    std::function<void(const EngineEvent&)> m_post;
    std::function<bool()> m_step;
    std::map<uint32_t, uint32_t> m_registers;
    uint32_t m_bottom = 0x100, m_top = 0x3ff0;
};

} // namespace pvg::test
