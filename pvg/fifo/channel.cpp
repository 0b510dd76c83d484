#include "pvg/fifo/channel.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pvg/base/byte_reader.h"

namespace pvg {

namespace {

// Channel records in the root page (device.md 5.2).
constexpr uint64_t kRecords = 0x400, kRecordSize = 20;
constexpr uint64_t kWritten = 0x00, kRead = 0x04, kSlot = 0x0c, kPageList = 0x10;
constexpr uint32_t kStampSlots = 1024;

Decline brokenRing(const Decline& why) {
    Decline out = decline(DeclineReason::BadRing);
    out.text = why.sentence();
    return out;
}

} // namespace

Barrier FifoCommand::barrier(uint32_t index) const {
    size_t at = kCommandHeaderSize + kBarrierSize * index;
    // Slots are 16 bits wide (device.md 5.4).
    return {StampSlot{loadAt<uint32_t>(bytes, at) & 0xffff}, loadAt<uint32_t>(bytes, at + 4)};
}

std::optional<GuestPhys> Channel::readCounterAddress() const {
    if (!m_record) return std::nullopt;
    return GuestPhys{m_record.value + kRead};
}

void Channel::restart() {
    m_state = State::Running;
    m_head.reset();
    m_incompleteSince.reset();
}

void Channel::defineRoot(Ring ring, uint32_t read) {
    undefine();
    m_ring = std::move(ring);
    m_read = read;
    restart();
}

void Channel::undefine() { *this = Channel(m_id); }

Declined<Channel::Record> Channel::readRecord(const GuestMemory& memory, uint32_t rootPage) {
    GuestPhys at{(uint64_t{rootPage} << kPageShift) + kRecords + kRecordSize * (m_id.value - 1)};
    std::array<std::byte, kRecordSize> raw;
    auto read = memory.read(at, raw);
    if (!read) return read.failure();
    StampSlot slot{loadAt<uint16_t>(raw, kSlot)};
    if (slot.value >= kStampSlots) return decline(DeclineReason::BadChannel, "channel {} wants stamp slot {}", m_id.value, slot.value);
    auto ring = Ring::fromPageList(memory, GuestPhys{uint64_t{loadAt<uint32_t>(raw, kPageList)} << kPageShift});
    if (!ring) return ring.failure();
    m_record = at;
    return Record{loadAt<uint32_t>(raw, kRead), slot, std::move(*ring)};
}

Declined<void> Channel::defineChild(const GuestMemory& memory, uint32_t rootPage) {
    undefine();
    if (rootPage == 0) {
        m_state = State::AwaitingRootPage;
        return {};
    }
    auto record = readRecord(memory, rootPage);
    if (!record) return record.failure();
    m_slot = record->slot;
    m_ring = std::move(record->ring);
    m_read = record->read;
    restart();
    return {};
}

Declined<void> Channel::replay(const GuestMemory& memory, uint32_t rootPage) {
    if (m_state == State::Undefined || m_state == State::AwaitingRootPage)
        return decline(DeclineReason::BadChannel, "replay of channel {}, which is not defined", m_id.value);
    if (m_id.value != 0) {
        auto record = readRecord(memory, rootPage);
        if (!record) return record.failure();
        m_slot = record->slot;
        m_ring = std::move(record->ring);
        if (m_read - record->read <= m_ring.length() && m_read != record->read) m_replayUntil = std::exchange(m_read, record->read);
    }
    restart();
    return {};
}

Declined<uint32_t> Channel::available(const GuestMemory& memory, const seam::Page& page) const {
    uint32_t written = 0;
    if (m_id.value == 0) {
        written = page.fifoWritten.load(std::memory_order_acquire);
    } else {
        auto word = memory.load32(GuestPhys{m_record.value + kWritten});
        if (!word) return brokenRing(word.error());
        written = *word;
    }
    uint32_t bytes = written - m_read;
    if (bytes > m_ring.length())
        return decline(DeclineReason::BadRing, "written {:#x} is not within {} bytes of read {:#x}", written, m_ring.length(), m_read);
    return bytes;
}

Declined<Channel::Head> Channel::fetch(const GuestMemory& memory, const seam::Page& page, Time now) {
    if (m_head) return Head::Ready;
    auto bytes = available(memory, page);
    if (!bytes) return bytes.failure();
    if (*bytes == 0) {
        m_incompleteSince.reset();
        return Head::Empty;
    }
    if (*bytes < kCommandHeaderSize) return incomplete(*bytes, now);
    return copyHead(memory, *bytes, now);
}

// A producer may still be writing; what stays as it is for longer than the grace is a broken ring.
Declined<Channel::Head> Channel::incomplete(uint32_t bytes, Time now) {
    if (!m_incompleteSince || m_incompleteBytes != bytes) {
        m_incompleteSince = now;
        m_incompleteBytes = bytes;
    }
    if (now - *m_incompleteSince < kIncompleteGrace) return Head::Incomplete;
    return decline(DeclineReason::BadRing, "{} bytes at counter {:#x} never became a whole command", bytes, m_read);
}

Declined<Channel::Head> Channel::copyHead(const GuestMemory& memory, uint32_t bytes, Time now) {
    std::array<std::byte, kCommandHeaderSize> header;
    auto read = m_ring.copy(memory, m_read, 0, header);
    if (!read) return brokenRing(read.error());
    FifoCommand command;
    command.id = loadAt<uint16_t>(header, 0);
    command.barrierCount = loadAt<uint16_t>(header, 2);
    auto length = loadAt<uint32_t>(header, 4);
    command.signal = loadAt<uint32_t>(header, 8);
    command.counter = m_read;
    if (length == 0) return incomplete(bytes, now);
    uint64_t needed = kCommandHeaderSize + kBarrierSize * command.barrierCount;
    if (length < needed || length % 4 != 0 || length > std::min(m_ring.length(), kMaxCommandLength))
        return decline(DeclineReason::BadRing, "command {:#x} of {} bytes with {} barriers", command.id, length, command.barrierCount);
    if (length > bytes) return incomplete(bytes, now);
    command.bytes.resize(length);
    std::copy(header.begin(), header.end(), command.bytes.begin());
    read = m_ring.copy(memory, m_read, kCommandHeaderSize, std::span(command.bytes).subspan(kCommandHeaderSize));
    if (!read) return brokenRing(read.error());
    m_incompleteSince.reset();
    m_head = std::move(command);
    return Head::Ready;
}

FifoCommand Channel::consume() {
    FifoCommand command = std::move(*m_head);
    m_head.reset();
    m_read += command.length();
    if (!wasConsumedBefore(m_read)) m_replayUntil.reset();
    return command;
}

} // namespace pvg
