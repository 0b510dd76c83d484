// BAR0 accesses for a trace: a ring in the shared page from the device process, which never waits, to the renderer, which records them.
// Both sides check what they read; a full ring drops accesses and counts them.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace pvg::seam {

struct RegisterAccess {
    uint64_t timeNs = 0; // steady clock
    uint64_t value = 0;  // read or written
    uint32_t offset = 0;
    uint8_t size = 0; // bytes
    bool isWrite = false;
};

class RegisterLog {
public:
    static constexpr uint64_t kEntries = 8192;

    // Renderer. While false nothing is logged.
    void enable(bool isOn) { m_enabled.store(isOn, std::memory_order_release); }
    // Renderer. False: empty.
    bool pop(RegisterAccess& out) {
        const uint64_t tail = m_tail.load(std::memory_order_relaxed);
        // Another distance than the ring's would be nonsense of the other side.
        const uint64_t waiting = m_head.load(std::memory_order_acquire) - tail;
        if (waiting == 0 || waiting > kEntries) return false;
        const Entry& entry = m_entries[tail % kEntries];
        const uint64_t what = entry.what.load(std::memory_order_relaxed);
        out = {entry.timeNs.load(std::memory_order_relaxed), entry.value.load(std::memory_order_relaxed), uint32_t(what), uint8_t(what >> 32),
               (what >> 40 & 1) != 0};
        m_tail.store(tail + 1, std::memory_order_release);
        return true;
    }
    uint64_t lost() const { return m_lost.load(std::memory_order_relaxed); }

    // Device process.
    bool isEnabled() const { return m_enabled.load(std::memory_order_acquire); }
    void push(const RegisterAccess& access) {
        const uint64_t head = m_head.load(std::memory_order_relaxed);
        if (head - m_tail.load(std::memory_order_acquire) >= kEntries) {
            m_lost.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        Entry& entry = m_entries[head % kEntries];
        entry.timeNs.store(access.timeNs, std::memory_order_relaxed);
        entry.value.store(access.value, std::memory_order_relaxed);
        entry.what.store(access.offset | uint64_t{access.size} << 32 | uint64_t{access.isWrite} << 40, std::memory_order_relaxed);
        m_head.store(head + 1, std::memory_order_release);
    }

private:
    struct Entry {
        std::atomic<uint64_t> timeNs, value, what; // what: offset, size << 32, write << 40
    };
    std::atomic<uint64_t> m_head, m_tail, m_lost;
    std::atomic<bool> m_enabled;
    std::array<Entry, kEntries> m_entries;
};

} // namespace pvg::seam
