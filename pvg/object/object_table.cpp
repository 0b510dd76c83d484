#include "pvg/object/object_table.h"

#include <algorithm>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"
#include "pvg/object/descriptor_parser.h"

namespace pvg {

namespace {

constexpr uint64_t kSlotSize = 12;
constexpr uint32_t kMaxDescriptorBytes = 1U << 20;
constexpr uint8_t kSurfaceSlot = uint8_t(SlotType::Surface);

struct Slot {
    uint8_t type = 0;
    uint32_t length = 0;
    GuestVirt descriptor;
};

Declined<Slot> readSlot(Task& task, ObjectRef ref) {
    if (!ref || ref.value >= task.listCount || !task.listBase)
        return decline(DeclineReason::UnresolvedRef, "ref {} in a list of {} slots of task {}", ref.value, task.listCount, task.id.value);
    auto at = checkedAdd(task.listBase.value, kSlotSize * ref.value);
    if (!at) return decline(DeclineReason::BadAddress, "slot of ref {} wraps around", ref.value);
    std::array<std::byte, kSlotSize> raw;
    auto read = task.space.read(GuestVirt{*at}, raw);
    // The list is sparse: a page that was never committed holds empty slots (objects.md 1).
    if (!read && read.error().reason != DeclineReason::UnmappedPage) return read.failure();
    auto word = loadAt<uint32_t>(raw, 0);
    Slot slot{uint8_t(word), word >> 8, GuestVirt{loadAt<uint64_t>(raw, 4)}};
    if (!read || slot.length == 0 || !slot.descriptor)
        return decline(DeclineReason::UnresolvedRef, "slot of ref {} in task {} is empty", ref.value, task.id.value);
    if (slot.length > kMaxDescriptorBytes)
        return decline(DeclineReason::BadDescriptor, "descriptor of {} bytes behind ref {} of task {}", slot.length, ref.value, task.id.value);
    return slot;
}

// The list's bytes; pages that were never committed are zero (objects.md 1).
Declined<std::vector<std::byte>> readList(Task& task) {
    const uint64_t size = kSlotSize * std::min(task.listCount, TaskTable::kMaxListed);
    std::vector<std::byte> bytes(size);
    for (uint64_t at = 0; at < size;) {
        const auto from = checkedAdd(task.listBase.value, at);
        if (!from) return decline(DeclineReason::BadAddress, "the object list of task {} wraps around", task.id.value);
        const uint64_t n = std::min(size - at, kPageSize - *from % kPageSize);
        const std::span<std::byte> page = std::span(bytes).subspan(at, n);
        if (const auto read = task.space.read(GuestVirt{*from}, page); !read) {
            if (read.error().reason != DeclineReason::UnmappedPage) return read.failure();
            std::ranges::fill(page, std::byte{});
        }
        at += n;
    }
    return bytes;
}

Declined<ObjectDescriptor> readDescriptor(Task& task, const Slot& slot) {
    std::vector<std::byte> bytes(slot.length);
    auto read = task.space.read(slot.descriptor, bytes);
    if (!read) return read.failure();
    return parseDescriptor(slot.type, bytes);
}

} // namespace

Task::Task(const GuestMemory& memory, TaskId taskId, uint64_t length, uint32_t directoryPage)
    : id(taskId), space(memory, length, directoryPage) {}

Declined<void> TaskTable::define(TaskId id, uint64_t length, uint32_t directoryPage) {
    auto next = std::make_unique<Task>(m_memory, id, length, directoryPage);
    auto it = m_tasks.find(id.value);
    if (it == m_tasks.end()) {
        if (m_tasks.size() >= kMaxTasks) return decline(DeclineReason::LimitExceeded, "task {} would be one more than {}", id.value, kMaxTasks);
        m_tasks.emplace(id.value, std::move(next));
        return {};
    }
    next->listBase = it->second->listBase; // decisions.md 4
    next->listCount = it->second->listCount;
    m_objectCount -= it->second->objects.size();
    it->second = std::move(next);
    return {};
}

Declined<void> TaskTable::remove(TaskId id) {
    auto it = m_tasks.find(id.value);
    if (it == m_tasks.end()) return decline(DeclineReason::UnknownTask, "task {}", id.value);
    m_objectCount -= it->second->objects.size();
    m_tasks.erase(it);
    return {};
}

Declined<void> TaskTable::setObjectList(TaskId id, uint32_t taskPage, uint32_t count) {
    Task* task = find(id);
    if (!task) return decline(DeclineReason::UnknownTask, "task {}", id.value);
    if (taskPage == 0 && count != 0) return decline(DeclineReason::BadField, "object list of {} slots at page 0", count);
    task->listBase = GuestVirt{uint64_t{taskPage} << kPageShift};
    task->listCount = count;
    return {};
}

void TaskTable::clear() {
    m_tasks.clear();
    m_objectCount = 0;
}

Task* TaskTable::find(TaskId id) {
    auto it = m_tasks.find(id.value);
    return it == m_tasks.end() ? nullptr : it->second.get();
}

Declined<std::shared_ptr<const Object>> TaskTable::resolve(TaskId id, ObjectRef ref) {
    Task* task = find(id);
    if (!task) return decline(DeclineReason::UnknownTask, "task {} of ref {}", id.value, ref.value);
    auto known = task->objects.find(ref.value);
    bool isKnown = known != task->objects.end();
    if (isKnown && known->second->slotType != kSurfaceSlot) return known->second;

    auto slot = readSlot(*task, ref);
    if (!slot) return slot.failure();
    auto descriptor = readDescriptor(*task, *slot);
    if (!descriptor) return descriptor.failure();
    if (isKnown && known->second->slotType == slot->type && known->second->descriptor == *descriptor) return known->second;
    return keep(*task, ref, slot->type, std::move(*descriptor));
}

Declined<std::vector<BufferMap::Extent>> TaskTable::buffers(TaskId id) {
    Task* task = find(id);
    if (!task) return decline(DeclineReason::UnknownTask, "task {}", id.value);
    std::vector<BufferMap::Extent> all;
    const auto add = [&all](const ObjectDescriptor& descriptor, uint32_t ref) {
        const auto* buffer = std::get_if<BufferDescriptor>(&descriptor);
        if (buffer && checkedAdd(buffer->base.value, buffer->size)) all.push_back({buffer->base, buffer->size, ObjectRef{ref}});
    };
    PVG_TRY(const std::vector<std::byte> list, readList(*task));
    for (uint32_t ref = 1; kSlotSize * (ref + 1) <= list.size(); ++ref) {
        if (const auto known = task->objects.find(ref); known != task->objects.end()) {
            add(known->second->descriptor, ref);
            continue;
        }
        const auto word = loadAt<uint32_t>(list, kSlotSize * ref);
        const Slot slot{uint8_t(word), word >> 8, GuestVirt{loadAt<uint64_t>(list, kSlotSize * ref + 4)}};
        if (slot.type != uint8_t(SlotType::Buffer) || slot.length == 0 || slot.length > kMaxDescriptorBytes || !slot.descriptor) continue;
        if (const auto descriptor = readDescriptor(*task, slot)) add(*descriptor, ref);
    }
    return all;
}

Declined<std::shared_ptr<const Object>> TaskTable::keep(Task& task, ObjectRef ref, uint8_t slotType, ObjectDescriptor descriptor) {
    bool isNew = !task.objects.contains(ref.value);
    if (isNew && m_objectCount >= kMaxObjects) return decline(DeclineReason::LimitExceeded, "more than {} live objects", kMaxObjects);
    m_objectCount += isNew;
    auto object = std::make_shared<const Object>(Object{task.id, ref, slotType, m_nextIdentity++, std::move(descriptor)});
    task.objects[ref.value] = object;
    return object;
}

Declined<std::shared_ptr<const Object>> TaskTable::resolveSurface(TaskId named, ObjectRef surface) {
    auto lookIn = [&](TaskId id) -> std::shared_ptr<const Object> {
        auto object = resolve(id, surface);
        return object && (*object)->slotType == kSurfaceSlot ? *object : nullptr;
    };
    if (auto object = lookIn(TaskId{0})) return object;
    if (auto object = lookIn(named)) return object;
    for (const auto& [id, task] : m_tasks)
        if (auto object = lookIn(TaskId{id})) return object;
    return decline(DeclineReason::UnresolvedRef, "surface {} in task {} or any other", surface.value, named.value);
}

std::shared_ptr<const Object> TaskTable::drop(TaskId id, ObjectRef ref) {
    Task* task = find(id);
    if (!task) return nullptr;
    auto it = task->objects.find(ref.value);
    if (it == task->objects.end()) return nullptr;
    auto object = std::move(it->second);
    task->objects.erase(it);
    --m_objectCount;
    return object;
}

} // namespace pvg
