// Tasks and their object lists. A ref resolves lazily: slot, then descriptor, are read from the task's address space at first use and
// kept as a snapshot until the object is deleted (objects.md 0, 3; decisions.md 2, 3). Thread: engine.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>

#include "pvg/memory/address_space.h"
#include "pvg/object/buffer_map.h"
#include "pvg/object/descriptors.h"

namespace pvg {

struct Object {
    TaskId task;
    ObjectRef ref;
    uint8_t slotType = 0;
    // Unique for the life of the process: host objects built from this one are keyed by it, so that a re-used ref never finds them.
    uint64_t identity = 0;
    ObjectDescriptor descriptor;
};

struct Task {
    Task(const GuestMemory& memory, TaskId id, uint64_t length, uint32_t directoryPage);
    TaskId id;
    AddressSpace space;
    GuestVirt listBase;       // 0 = no object list yet
    uint32_t listCount = 0;
    std::unordered_map<uint32_t, std::shared_ptr<const Object>> objects;
};

class TaskTable {
public:
    explicit TaskTable(const GuestMemory& memory) : m_memory(memory) {}

    // 0x38, 0x20, 0x33. A re-define of a live id keeps its object list (decisions.md 4). At most kMaxTasks live tasks.
    Declined<void> define(TaskId id, uint64_t length, uint32_t directoryPage);
    Declined<void> remove(TaskId id);
    Declined<void> setObjectList(TaskId id, uint32_t taskPage, uint32_t count);
    void clear();
    Task* find(TaskId id);

    // Resolves `ref` in `id`. An empty slot is UnresolvedRef and is retried at the next call. Type-4 (surface) slots are read again at
    // every call; a changed one is a new object (decisions.md 3).
    Declined<std::shared_ptr<const Object>> resolve(TaskId id, ObjectRef ref);
    // A surface for presents: task 0, then `named`, then every other task (device.md 8.5).
    Declined<std::shared_ptr<const Object>> resolveSurface(TaskId named, ObjectRef surface);
    // All buffers of a task, for pointers, which name no ref. Reads the whole list; of what was not resolved before nothing is kept. A slot
    // that is malformed is left out.
    Declined<std::vector<BufferMap::Extent>> buffers(TaskId id);
    // Drops the snapshot; returns what was dropped (null: nothing).
    std::shared_ptr<const Object> drop(TaskId id, ObjectRef ref);
    const std::unordered_map<uint32_t, std::unique_ptr<Task>>& tasks() const { return m_tasks; }

    static constexpr size_t kMaxTasks = 4096;
    static constexpr size_t kMaxObjects = 1U << 18; // live snapshots of all tasks together
    static constexpr uint32_t kMaxListed = 1U << 16; // slots that buffers() reads

private:
    Declined<std::shared_ptr<const Object>> keep(Task& task, ObjectRef ref, uint8_t slotType, ObjectDescriptor descriptor);

    const GuestMemory& m_memory;
    std::unordered_map<uint32_t, std::unique_ptr<Task>> m_tasks;
    uint64_t m_nextIdentity = 1;
    size_t m_objectCount = 0;
};

} // namespace pvg
