// One GPU address space: page tables, object list, object slots (objects.md 1 to 3).
#pragma once

#include <map>

#include "pvg/guest/driver.h"

namespace pvg::guest {

// Guest memory mapped at consecutive addresses of one task; the pages lie anywhere.
struct Allocation {
    GuestVirt address;
    uint64_t size = 0;
    std::vector<Page> pages;

    // Both clip to the allocation.
    void write(uint64_t offset, std::span<const std::byte> data) const;
    void read(uint64_t offset, std::span<std::byte> out) const;
};

enum class SlotType : uint8_t { Buffer = 1, Texture = 2, SurfaceBacking = 4, SurfaceTexture = 5, Function = 6, Serializer = 7, TextureView = 8 };

class Task {
public:
    enum class Kind { Kernel, User };
    // Defines the task and its object list on the root channel; the commands are ordered in front of all that use it there.
    Task(Driver& driver, TaskId id, Kind kind);

    TaskId id() const { return m_id; }
    Driver& driver() { return m_driver; }

    // Entries are live before MapMemory2 goes out on the Immediate channel; nobody waits for it (workload.md 4).
    Allocation allocate(uint64_t bytes);

    ObjectRef newRef() { return ObjectRef{m_nextRef++}; }
    // Writes the descriptor and then the slot; the host finds both when a command names the ref.
    void publish(ObjectRef ref, SlotType type, std::span<const std::byte> descriptor);
    void clearSlot(ObjectRef ref);

private:
    void defineOnHost(Kind kind);
    std::optional<Page> nodeFor(uint64_t virtualPage);
    void setEntry(uint64_t virtualPage, const Page& page);
    void writeSlot(ObjectRef ref, uint32_t word, uint64_t address);
    GuestVirt placeDescriptor(std::span<const std::byte> descriptor);

    Driver& m_driver;
    TaskId m_id;
    Page m_directory, m_root;
    std::map<uint64_t, Page> m_nodes;    // page-table nodes by level and index prefix
    std::map<uint64_t, Page> m_listPages; // committed pages of the sparse object list
    Allocation m_descriptors;
    uint64_t m_descriptorsUsed = 0;
    uint64_t m_nextAddress = 0x10000000;
    uint32_t m_nextRef = 32;
};

} // namespace pvg::guest
