#include "pvg/guest/task.h"

#include <algorithm>
#include <cstring>

#include "pvg/guest/atomics.h"

namespace pvg::guest {

namespace {

constexpr uint32_t kDepth = 3; // what x86 guests always say (objects.md 1)
constexpr uint64_t kAddressSpace = uint64_t{1} << 36;
constexpr uint32_t kListPage = 1;
constexpr uint32_t kListCount = 0x100000;
constexpr uint64_t kDescriptorPool = 64 * 1024;

uint64_t pagesFor(uint64_t bytes) { return std::max<uint64_t>(1, (bytes + kPageSize - 1) / kPageSize); }

} // namespace

void Allocation::write(uint64_t offset, std::span<const std::byte> data) const {
    uint64_t end = std::min(offset + data.size(), pages.size() * kPageSize);
    for (uint64_t at = offset; at < end;) {
        const uint64_t run = std::min(end - at, kPageSize - at % kPageSize);
        std::memcpy(pages[at / kPageSize].bytes + at % kPageSize, data.data() + (at - offset), run);
        at += run;
    }
}

void Allocation::read(uint64_t offset, std::span<std::byte> out) const {
    uint64_t end = std::min(offset + out.size(), pages.size() * kPageSize);
    for (uint64_t at = offset; at < end;) {
        const uint64_t run = std::min(end - at, kPageSize - at % kPageSize);
        std::memcpy(out.data() + (at - offset), pages[at / kPageSize].bytes + at % kPageSize, run);
        at += run;
    }
}

Task::Task(Driver& driver, TaskId id, Kind kind) : m_driver(driver), m_id(id) {
    const std::vector<Page> pages = driver.platform().allocate(2);
    if (pages.size() < 2) {
        driver.fail("no guest memory for a task's page tables");
        return;
    }
    m_directory = pages[0];
    m_root = pages[1];
    storeWord(m_directory, 0, m_root.number);
    storeWord(m_directory, 4, kDepth);
    defineOnHost(kind);
}

void Task::defineOnHost(Kind kind) {
    const uint32_t rawId = m_id.value << 1 | (kind == Kind::Kernel ? 1 : 0);
    m_driver.submit(Channel::Root, Command::DefineTask2, ByteWriter().u32(rawId).u64(kAddressSpace).u32(m_directory.number).view());
    const Fence fence =
        m_driver.submit(Channel::Root, Command::SetObjectList, ByteWriter().u32(m_id.value).u32(kListPage).u32(kListCount).view());
    // Commands on other channels may name the task from here on.
    m_driver.wait(fence);
}

// The last-level node of the page, made on the way where it is missing.
std::optional<Page> Task::nodeFor(uint64_t virtualPage) {
    Page node = m_root;
    for (uint32_t level = 0; level + 1 < kDepth; ++level) {
        const uint64_t prefix = virtualPage >> (10 * (kDepth - 1 - level));
        const uint64_t key = prefix | uint64_t{level + 1} << 56;
        auto found = m_nodes.find(key);
        if (found == m_nodes.end()) {
            const std::optional<Page> made = m_driver.allocatePage();
            if (!made) return std::nullopt;
            storeWord(node, 4 * (prefix & 0x3ff), made->number);
            found = m_nodes.emplace(key, *made).first;
        }
        node = found->second;
    }
    return node;
}

void Task::setEntry(uint64_t virtualPage, const Page& page) {
    if (const std::optional<Page> node = nodeFor(virtualPage)) storeWord(*node, 4 * (virtualPage & 0x3ff), page.number);
}

Allocation Task::allocate(uint64_t bytes) {
    const uint64_t count = pagesFor(bytes);
    Allocation made{GuestVirt{m_nextAddress}, bytes, m_driver.platform().allocate(count)};
    if (made.pages.empty()) {
        m_driver.fail("no guest memory left for an allocation of " + std::to_string(bytes) + " bytes");
        return made;
    }
    m_nextAddress += (count + 1) * kPageSize; // one hole, so that an overrun hits an unmapped page
    for (uint64_t i = 0; i < count; ++i) setEntry((made.address.value >> kPageShift) + i, made.pages[i]);
    m_driver.submit(Channel::Immediate, Command::MapMemory2,
                    ByteWriter().u32(m_id.value).u64(made.address.value).u64(count * kPageSize).view());
    return made;
}

GuestVirt Task::placeDescriptor(std::span<const std::byte> descriptor) {
    const uint64_t size = (descriptor.size() + 7) / 8 * 8;
    if (m_descriptorsUsed + size > m_descriptors.size) {
        m_descriptors = allocate(std::max(kDescriptorPool, size));
        m_descriptorsUsed = 0;
    }
    const uint64_t at = m_descriptorsUsed;
    m_descriptorsUsed += size;
    m_descriptors.write(at, descriptor);
    return GuestVirt{m_descriptors.address.value + at};
}

void Task::publish(ObjectRef ref, SlotType type, std::span<const std::byte> descriptor) {
    const GuestVirt address = placeDescriptor(descriptor);
    writeSlot(ref, static_cast<uint32_t>(type) | static_cast<uint32_t>(descriptor.size()) << 8, address.value);
}

void Task::clearSlot(ObjectRef ref) { writeSlot(ref, 0, 0); }

// A slot is 12 bytes and may cross a page; its words never do.
void Task::writeSlot(ObjectRef ref, uint32_t word, uint64_t address) {
    const std::array<uint32_t, 3> words{word, static_cast<uint32_t>(address), static_cast<uint32_t>(address >> 32)};
    for (uint32_t i : {1u, 2u, 0u}) { // the word that makes the slot live comes last
        const uint64_t at = (uint64_t{kListPage} << kPageShift) + 12 * uint64_t{ref.value} + 4 * i;
        const uint64_t virtualPage = at >> kPageShift;
        auto found = m_listPages.find(virtualPage);
        if (found == m_listPages.end()) {
            const std::optional<Page> made = m_driver.allocatePage();
            if (!made) return;
            setEntry(virtualPage, *made);
            found = m_listPages.emplace(virtualPage, *made).first;
        }
        storeWord(found->second, at % kPageSize, words[i]);
    }
}

} // namespace pvg::guest
