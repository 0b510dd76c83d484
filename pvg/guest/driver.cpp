#include "pvg/guest/driver.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "pvg/guest/atomics.h"

namespace pvg::guest {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr uint32_t kKeyLimit = 45; // what a macOS 26 guest asks for (device.md 6.5)
constexpr uint32_t kInfoPairs = 512;
constexpr uint32_t kRecordWritten = 0, kRecordRead = 4, kRecordSlot = 12, kRecordPageList = 16;

std::string withNumber(const char* text, uint32_t number) {
    char line[160];
    std::snprintf(line, sizeof line, text, number);
    return line;
}

} // namespace

void Driver::fail(std::string sentence) {
    if (m_failure.empty() && !m_hostGone) m_failure = std::move(sentence);
}

std::optional<Page> Driver::allocatePage() {
    const std::vector<Page> pages = m_platform.allocate(1);
    if (pages.empty()) {
        fail("no guest memory left for one page");
        return std::nullopt;
    }
    return pages.front();
}

bool Driver::bringUp(uint32_t version) {
    m_portCount = std::clamp(readRegister(Register::DisplayPortCount), 1u, 8u);
    if (!negotiate(version) || !startRootFifo()) return false;
    for (Channel c : {Channel::Exec, Channel::Immediate, Channel::Uploads, Channel::Downloads})
        if (!defineChannel(static_cast<uint32_t>(c), kChildRingPages)) return false;
    return readDeviceInfo();
}

bool Driver::negotiate(uint32_t version) {
    for (uint32_t proposal = version; proposal > 0;) {
        writeRegister(Register::Version, proposal);
        const uint32_t answer = readRegister(Register::Version);
        if (!(answer & kRejectedVersion)) {
            m_version = answer;
            if (answer > 0 && answer <= proposal) return true;
            break;
        }
        const uint32_t hostMaximum = answer & ~kRejectedVersion;
        proposal = hostMaximum < proposal ? hostMaximum : 0;
    }
    writeRegister(Register::Version, kRejectedVersion | version);
    fail(withNumber("the host did not agree on protocol version %u", version));
    return false;
}

bool Driver::startRootFifo() {
    const std::optional<Page> root = allocatePage();
    std::vector<Page> fifo = m_platform.allocateContiguous(kFifoBytes / 4096);
    if (!root || fifo.empty()) {
        fail("no contiguous guest memory for the root FIFO");
        return false;
    }
    m_rootPage = *root;
    m_stampPage = fifo.front();
    writeRegister(Register::RootPage, m_rootPage.number);
    writeRegister(Register::FifoBasePage, m_stampPage.number);
    writeRegister(Register::FifoLength, kFifoBytes);
    writeRegister(Register::FifoStart, kFifoStart);
    writeRegister(Register::ControlFifo, 1);
    fifo.erase(fifo.begin());
    m_channels[0].ring = Ring(std::move(fifo));
    m_channels[0].isDefined = true;
    if (const uint32_t read = readRegister(Register::FifoRead); read != 0) {
        fail(withNumber("FIFO_READ is %u right after the root FIFO was enabled, expected 0", read));
        return false;
    }
    return true;
}

bool Driver::defineChannel(uint32_t channel, uint32_t ringPages) {
    // List and ring are one guest allocation: the list page first, its pages physically anywhere (device.md 5.2).
    std::vector<Page> pages = m_platform.allocate(ringPages + 1);
    if (pages.empty()) {
        fail(withNumber("no guest memory for the ring of channel %u", channel));
        return false;
    }
    const Page list = pages.front();
    pages.erase(pages.begin());
    for (uint32_t i = 0; i < ringPages; ++i) storeWord(list, 4 * i, pages[i].number);

    ChannelState& state = m_channels[channel];
    state.ring = Ring(std::move(pages));
    state.record = m_rootPage;
    state.recordAt = kRecordBase + kRecordBytes * (channel - 1);
    storeWord(m_rootPage, state.recordAt + kRecordWritten, 0);
    storeWord(m_rootPage, state.recordAt + kRecordRead, 0);
    storeWord(m_rootPage, state.recordAt + 8, 0);
    storeWord(m_rootPage, state.recordAt + kRecordSlot, channel); // u16 stamp slot, u16 0
    storeWord(m_rootPage, state.recordAt + kRecordPageList, list.number);
    state.isDefined = true;
    submit(Channel::Root, Command::DefineChildFifo, ByteWriter().u32(channel).view());
    return isRunning();
}

bool Driver::readDeviceInfo() {
    const std::optional<Page> page = allocatePage();
    if (!page) return false;
    // The guest does not clear the page; the host zeroes what it does not fill.
    std::memset(page->bytes, 0xa5, 4096);
    const Fence fence = submit(Channel::Root, Command::GetDeviceInfo, ByteWriter().u32(kKeyLimit).u32(kInfoPairs).u32(page->number).view());
    if (!wait(fence)) return false;
    for (uint32_t i = 0; i < kInfoPairs; ++i) {
        const uint32_t key = loadWord(*page, 8 * i);
        if (key != 0 && key < kKeyLimit) m_info[key] = loadWord(*page, 8 * i + 4);
    }
    m_platform.release({&*page, 1});
    for (uint32_t key : {3u, 4u, 5u, 6u})
        if (!m_info[key]) fail(withNumber("device-info key %u is missing or 0: such a device can run nothing", key));
    return isRunning();
}

std::optional<uint32_t> Driver::deviceInfo(uint32_t key) const {
    const auto found = m_info.find(key);
    if (found == m_info.end()) return std::nullopt;
    return found->second;
}

uint32_t Driver::consumed(uint32_t channel) {
    if (channel == 0) return readRegister(Register::FifoRead);
    return loadWord(m_channels[channel].record, m_channels[channel].recordAt + kRecordRead);
}

bool Driver::waitForRoom(uint32_t channel, size_t bytes) {
    Ring& ring = m_channels[channel].ring;
    if (bytes > ring.length()) {
        fail(withNumber("a command is longer than the ring of channel %u", channel));
        return false;
    }
    const bool hasRoom = serviceUntil([&] { return ring.hasRoom(consumed(channel), bytes); }, std::chrono::seconds(30));
    if (!hasRoom && isRunning()) fail(withNumber("the host does not consume the ring of channel %u", channel));
    return hasRoom;
}

void Driver::publish(uint32_t channel, std::span<const std::byte> command) {
    ChannelState& state = m_channels[channel];
    if (channel == 0) {
        state.ring.put(command);
        writeRegister(Register::FifoWritten, state.ring.written());
        return;
    }
    // Rung only on empty to non-empty as the guest sees it (device.md 5.2); the host closes the race.
    const bool wasEmpty = consumed(channel) == state.ring.written();
    state.ring.put(command);
    storeWord(state.record, state.recordAt + kRecordWritten, state.ring.written());
    if (wasEmpty) writeRegister(Register::ChildDoorbell, channel);
}

Fence Driver::submit(uint32_t channel, Command id, std::span<const std::byte> payload, std::span<const Fence> barriers) {
    ChannelState& state = m_channels[channel];
    if (!isRunning() || !state.isDefined) return {channel, state.issued};
    std::vector<Fence> unmet;
    std::copy_if(barriers.begin(), barriers.end(), std::back_inserter(unmet), [&](Fence f) { return !isReached(f); });
    const Fence done{channel, state.issued + 1};
    const Bytes command = encodeCommand({id, done.value, unmet}, payload);
    if (!waitForRoom(channel, command.size())) return {channel, state.issued};
    state.issued = done.value;
    publish(channel, command);
    return done;
}

bool Driver::isReached(Fence fence) const {
    return static_cast<int32_t>(loadWord(m_stampPage, 4 * fence.slot) - fence.value) >= 0;
}

bool Driver::wait(Fence fence, milliseconds timeout) {
    if (!isRunning()) return false;
    if (serviceUntil([&] { return isReached(fence); }, timeout)) return true;
    if (!isRunning()) return false;
    char line[160];
    std::snprintf(line, sizeof line, "timed out waiting for stamp %u of channel %u; it stands at %u", fence.value, fence.slot,
                  loadWord(m_stampPage, 4 * fence.slot));
    fail(line);
    return false;
}

bool Driver::serviceUntil(const std::function<bool()>& done, milliseconds timeout) {
    const Clock::time_point end = Clock::now() + timeout;
    while (isRunning()) {
        if (done()) return true;
        const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now());
        if (left.count() <= 0) return false;
        switch (m_platform.waitForInterrupt(std::min(left, milliseconds(1000)))) {
        case Wake::Interrupt: serviceInterrupt(); break;
        case Wake::Timeout: break;
        case Wake::HostGone: m_hostGone = true; break;
        }
    }
    return false;
}

void Driver::serviceInterrupt() {
    ++m_interrupts;
    // Order of the real handler (device.md 2.1). The stamps themselves say which work is done, so the GPU mask only has to be cleared.
    readRegister(Register::InterruptGpu);
    const uint32_t display = readRegister(Register::InterruptDisplay);
    const uint32_t fault = readRegister(Register::InterruptFault);
    if (display == 0xffffffff && fault == 0xffffffff) {
        m_hostGone = true;
        return;
    }
    for (uint32_t port = 0; port < m_displayHandlers.size(); ++port)
        if ((display >> port & 1) && m_displayHandlers[port]) m_displayHandlers[port]();
    if (fault) fail(withNumber("the host reports a channel fault, mask 0x%x", fault));
}

} // namespace pvg::guest
