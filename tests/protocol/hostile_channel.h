// Channel 9 with record, page list and ring in the open. Its record is in a root page of its own: a host reads it at 0x30.
#pragma once

#include "tests/protocol/hostile_guest.h"

namespace hostile {

class RawChannel {
public:
    static constexpr uint32_t kNumber = 9, kPages = 2;
    explicit RawChannel(Guest& guest);

    Page root() const { return m_pages[0]; }
    Page list() const { return m_pages[1]; }
    Page ring(size_t i) const { return m_pages[2 + i]; }

    // Everything as a decent guest has it; the stamp goes on from where it is.
    void reset();
    // Word `index` of the record.
    void field(uint32_t index, uint32_t value);
    bool define();
    void put(std::span<const std::byte> bytes);
    void publish(uint32_t written);
    void publish() { publish(m_written); }
    // Without the doorbell.
    void publishSilently() { field(0, m_written); }
    uint32_t written() const { return m_written; }
    // The ring is empty as far as the host has read; what nobody read is gone.
    void rewind();
    // A command that is nothing but its stamp.
    Fence putNop(std::span<const Fence> barriers = {});
    // The stamp the next command of this channel publishes.
    Fence nextFence() { return {m_slot, ++m_signal}; }
    bool comes(Fence fence, std::chrono::milliseconds patience = std::chrono::milliseconds(3000));
    bool isSilent(Fence fence) { return !comes(fence, std::chrono::milliseconds(20)); }
    // 0x30 brings the channel back, whatever it was.
    bool revives();

private:
    Guest& m_guest;
    std::vector<Page> m_pages;
    uint32_t m_slot; // of this object alone: a stamp that was driven far ahead proves nothing any more
    uint32_t m_signal = 0;
    uint32_t m_written = 0;
};

} // namespace hostile
