// Channels, tasks, mappings and the queries that need no pipeline (device.md 6.2, 6.5).
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>

#include "pvg/base/checked.h"
#include "pvg/base/log.h"
#include "pvg/exec/device_info.h"
#include "pvg/exec/engine_core.h"
#include "pvg/fifo/command_table.h"
#include "pvg/object/descriptor_parser.h"
#include "pvg/object/texture_body.h"

namespace pvg {

namespace {

Declined<uint32_t> childNumber(uint32_t number, size_t channels) {
    if (number == 0 || number >= channels) return decline(DeclineReason::BadChannel, "channel {}, children are 1 to {}", number, channels - 1);
    return number;
}

} // namespace

Declined<void> EngineCore::notExecuted(Context& context) {
    return decline(DeclineReason::NotImplemented, featureText(findFifoCommand(context.command.id)->gate).what);
}

// Opaque words of the guest's driver, for whoever reads the log of a first run; a guest may send any number of them.
Declined<void> EngineCore::debug(Context& context) {
    constexpr size_t kShown = 64;
    if (!spdlog::should_log(spdlog::level::debug)) return {};
    const size_t size = context.in.remaining();
    const auto bytes = context.in.bytes(std::min(size, kShown));
    spdlog::debug("the guest says on channel {}, {} bytes: {:02x}", context.channel.channel.id().value, size,
                  fmt::join(reinterpret_cast<const uint8_t*>(bytes.data()), reinterpret_cast<const uint8_t*>(bytes.data() + bytes.size()), " "));
    return {};
}

Declined<Task*> EngineCore::taskOf(TaskId id) {
    Task* task = m_tasks.find(id);
    if (!task) return decline(DeclineReason::UnknownTask, "task {}", id.value);
    return task;
}

Declined<void> EngineCore::defineChildFifo(Context& context) {
    auto number = childNumber(context.in.u32(), m_channels.size());
    if (!number) return number.failure();
    ChannelState& state = m_channels[*number];
    cancelHeld(state);
    return state.channel.defineChild(m_memory, m_page.rootPage.load(std::memory_order_acquire));
}

Declined<void> EngineCore::deleteChildFifo(Context& context) {
    auto number = childNumber(context.in.u32(), m_channels.size());
    if (!number) return number.failure();
    ChannelState& state = m_channels[*number];
    cancelHeld(state);
    context.outcome.token = state.stamps.lastToken(); // the deletion is complete once its work is
    state.channel.undefine();
    return {};
}

Declined<void> EngineCore::defineTask(Context& context) {
    TaskId id{context.in.u32() >> 1}; // bit 0: kernel task
    uint64_t length = context.in.u64();
    uint32_t directoryPage = context.in.u32();
    if (m_tasks.find(id)) m_executor.deleteTask(id);
    return m_tasks.define(id, length, directoryPage);
}

Declined<void> EngineCore::deleteTask(Context& context) {
    TaskId id{context.in.u32()};
    auto task = taskOf(id);
    if (!task) return task.failure();
    m_executor.deleteTask(id);
    return m_tasks.remove(id);
}

Declined<void> EngineCore::setObjectList(Context& context) {
    TaskId id{context.in.u32()};
    uint32_t page = context.in.u32();
    return m_tasks.setObjectList(id, page, context.in.u32());
}

// 0x39 comes after the entries are live, 0x22 after they are gone: both only end what was remembered (objects.md 2).
Declined<void> EngineCore::mappingChanged(Context& context) {
    TaskId id{context.in.u32()};
    GuestVirt va{context.in.u64()};
    uint64_t size = context.in.u64();
    auto task = taskOf(id);
    if (!task) return task.failure();
    if (!checkedAdd(va.value, size)) return decline(DeclineReason::BadAddress, "{} bytes at {:#x} wrap around", size, va.value);
    (*task)->space.invalidate(va, size);
    m_executor.unmapped(id, va, size);
    return {};
}

Declined<void> EngineCore::getDeviceInfo(Context& context) {
    uint32_t keyLimit = context.in.u32();
    uint32_t pairs = context.in.u32();
    return replyDeviceInfo(keyLimit, pairs, context.in.u32());
}

Declined<void> EngineCore::getDeviceInfoOld(Context& context) {
    uint32_t pairs = context.in.u32();
    return replyDeviceInfo(~0U, pairs, context.in.u32());
}

Declined<void> EngineCore::replyDeviceInfo(uint32_t keyLimit, uint32_t pairs, uint32_t pageNumber) {
    if (pageNumber == 0) return decline(DeclineReason::BadAddress, "reply page 0");
    auto reply = deviceInfoReply(m_backend.caps(), {m_protocolVersion, keyLimit, pairs});
    return m_publisher.write(GuestPhys{uint64_t{pageNumber} << kPageShift}, reply);
}

Declined<void> EngineCore::heapTextureSizeAndAlign(Context& context) {
    constexpr uint32_t kRecordLength = 40;
    constexpr uint64_t kReplySize = 16;
    TaskId id{context.in.u32()};
    GuestVirt reply{context.in.u64()};
    uint64_t replyLength = context.in.u64();
    uint32_t recordLength = context.in.u32();
    auto task = taskOf(id);
    if (!task) return task.failure();
    if (replyLength < kReplySize || recordLength != kRecordLength)
        return decline(DeclineReason::BadLength, "reply of {} bytes for a record of {}", replyLength, recordLength);
    auto body = parseHeapTextureQuery(context.in.bytes(kRecordLength));
    if (!body) return body.failure();
    HeapPlacement placement = heapPlacement(*body);
    std::array<std::byte, kReplySize> bytes;
    std::memcpy(bytes.data(), &placement.size, 8);
    std::memcpy(bytes.data() + 8, &placement.alignment, 8);
    return m_publisher.write((*task)->space, reply, bytes);
}

} // namespace pvg
