#include "tests/protocol/hostile_channel.h"

#include <cstring>

#include "pvg/guest/atomics.h"

namespace hostile {

namespace {

constexpr uint32_t kFirstSlot = 40, kSlots = 900;

uint32_t freshSlot() {
    static uint32_t count = 0;
    return kFirstSlot + count++ % kSlots;
}

} // namespace

RawChannel::RawChannel(Guest& guest) : m_guest(guest), m_pages(guest.platform().allocate(2 + kPages)), m_slot(freshSlot()) { reset(); }

void RawChannel::reset() {
    for (uint32_t i = 0; i < 5; ++i) field(i, 0);
    field(3, m_slot);
    field(4, list().number);
    for (uint32_t i = 0; i < 1024; ++i) storeWord(list(), 4 * i, i < kPages ? ring(i).number : 0);
    m_written = 0;
}

void RawChannel::field(uint32_t index, uint32_t value) { storeWord(root(), 0x400 + 20 * (kNumber - 1) + 4 * index, value); }

bool RawChannel::define() {
    const uint32_t before = m_guest.driver().readRegister(Register::RootPage);
    m_guest.driver().writeRegister(Register::RootPage, root().number);
    const bool isStamped = m_guest.command(Channel::Root, 0x30, ByteWriter().u32(kNumber).view());
    m_guest.driver().writeRegister(Register::RootPage, before);
    return isStamped;
}

void RawChannel::put(std::span<const std::byte> bytes) {
    for (const std::byte b : bytes) {
        ring(m_written / 4096 % kPages).bytes[m_written % 4096] = b;
        ++m_written;
    }
}

void RawChannel::publish(uint32_t written) {
    field(0, written);
    m_guest.driver().writeRegister(Register::ChildDoorbell, kNumber);
}

void RawChannel::rewind() {
    m_written = loadWord(root(), 0x400 + 20 * (kNumber - 1) + 4);
    for (uint32_t i = 0; i < kPages; ++i) std::memset(ring(i).bytes, 0, 4096);
}

Fence RawChannel::putNop(std::span<const Fence> barriers) {
    const Fence fence = nextFence();
    put(encodeCommand({Command::Nop, fence.value, barriers}, {}));
    return fence;
}

bool RawChannel::comes(Fence fence, std::chrono::milliseconds patience) {
    return m_guest.driver().serviceUntil([&] { return m_guest.driver().isReached(fence); }, patience);
}

bool RawChannel::revives() {
    reset();
    const bool isStamped = define();
    const Fence fence = putNop();
    publish();
    return isStamped && comes(fence);
}

} // namespace hostile
