#include "pvg/exec/bench_guest.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cstring>

namespace pvg {

namespace {

constexpr uint32_t kDepth = 3;
constexpr uint64_t kEntries = 1024; // a node
constexpr uint64_t kSlotBytes = 12;
constexpr uint64_t kDescriptorRoom = uint64_t(64) << 10;
constexpr uint64_t kDescriptorAlignment = 16;
constexpr uint32_t kRowAlignment = 256;

uint64_t pagesOf(uint64_t bytes) { return (bytes + kPageSize - 1) / kPageSize; }

} // namespace

BenchGuest::~BenchGuest() {
    if (m_ram) munmap(m_ram, m_size.ramBytes);
}

Status BenchGuest::build(GuestMemory& memory, const Size& size) {
    m_size = size;
    const int fd = memfd_create("bench", MFD_CLOEXEC);
    if (fd < 0 || ftruncate(fd, off_t(size.ramBytes)) != 0) return Error{Code::NoMemory, "no memory for the benchmark's guest"};
    void* const ram = mmap(nullptr, size.ramBytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (ram == MAP_FAILED) return Error{Code::NoMemory, "the benchmark's guest could not be mapped"};
    m_ram = static_cast<std::byte*>(ram);
    m_directory = takePage();
    const uint32_t root = takePage(), middle = takePage();
    store(m_directory * kPageSize, root);
    store(m_directory * kPageSize + 4, kDepth);
    store(root * kPageSize, middle);
    const uint64_t pages = size.ramBytes / kPageSize;
    m_firstLeaf = m_nextPage;
    m_nextPage += uint32_t((pages + kEntries - 1) / kEntries);
    for (uint32_t leaf = m_firstLeaf; leaf < m_nextPage; ++leaf) store(middle * kPageSize + 4 * (leaf - m_firstLeaf), leaf);
    for (uint32_t page = 0; page < pages; ++page) mapPage(page * kPageSize, page);
    m_listPage = m_nextPage;
    m_nextPage += uint32_t(pagesOf(kSlotBytes * size.slots));
    return memory.map(GuestPhys{0}, size.ramBytes, fd, 0, true);
}

Status BenchGuest::define(TaskTable& tasks) const {
    if (tasks.define(kTask, m_size.ramBytes, m_directory) && tasks.setObjectList(kTask, m_listPage, m_size.slots)) return {};
    return Error{Code::InvalidArgument, "the task could not be defined"};
}

void BenchGuest::store(uint64_t at, uint32_t value) { std::memcpy(m_ram + at, &value, sizeof(value)); }

// The leaves are one behind the other.
void BenchGuest::mapPage(uint64_t va, uint32_t page) { store(m_firstLeaf * kPageSize + 4 * (va / kPageSize), page); }

uint64_t BenchGuest::allocate(std::span<const std::byte> bytes, uint64_t size) {
    const uint64_t va = m_nextPage * kPageSize;
    m_nextPage += uint32_t(pagesOf(std::max<uint64_t>(size, bytes.size())));
    assert(m_nextPage * kPageSize <= m_size.ramBytes);
    if (!bytes.empty()) std::memcpy(m_ram + va, bytes.data(), bytes.size());
    return va;
}

uint64_t BenchGuest::allocateScattered(uint64_t size) {
    const uint64_t va = allocate({}, size);
    const auto first = uint32_t(va / kPageSize);
    const auto pages = uint32_t(pagesOf(size)), half = (pages + 1) / 2;
    // Even pages from the back of the room, odd ones from its middle: neither a run nor a constant stride.
    for (uint32_t i = 0; i < pages; ++i) mapPage(va + i * kPageSize, first + (i % 2 == 0 ? pages - 1 - i / 2 : pages - 1 - half - i / 2));
    return va;
}

ObjectRef BenchGuest::publish(uint8_t type, std::span<const std::byte> descriptor) {
    assert(m_nextRef < m_size.slots);
    const uint64_t room = (descriptor.size() + kDescriptorAlignment - 1) / kDescriptorAlignment * kDescriptorAlignment;
    if (m_descriptors + room > m_descriptorsEnd) {
        const uint64_t bytes = std::max(room, kDescriptorRoom);
        m_descriptors = allocate({}, bytes);
        m_descriptorsEnd = m_descriptors + bytes;
    }
    std::memcpy(m_ram + m_descriptors, descriptor.data(), descriptor.size());
    const ObjectRef ref{m_nextRef++};
    const uint64_t slot = m_listPage * kPageSize + kSlotBytes * ref.value;
    store(slot, uint32_t(type) | uint32_t(descriptor.size()) << 8);
    store(slot + 4, uint32_t(m_descriptors));
    m_descriptors += room;
    return ref;
}

ObjectRef BenchGuest::makeTexture(const guest::TextureShape& shape) {
    const auto levels = guest::layoutLevels(shape, kRowAlignment);
    const uint64_t bytes = levels.back().offset + levels.back().size;
    return publish(2, guest::textureDescriptor(nextRef(), shape, levels, {GuestVirt{allocate({}, bytes)}, bytes}));
}

ObjectRef BenchGuest::makeBuffer(uint64_t bytes) { return publish(1, guest::bufferDescriptor({GuestVirt{allocate({}, bytes)}, bytes})); }

ObjectRef BenchGuest::makeFunction(std::string_view text) {
    const uint64_t va = allocate(std::as_bytes(std::span(text)), 0);
    return publish(6, guest::functionDescriptor(nextRef(), {GuestVirt{va}, text.size()}));
}

ExecPacket BenchGuest::makePacket(guest::StreamWriter& stream) {
    ExecPacket packet{kTask, {}, {}};
    for (const guest::ByteWriter& chunk : stream.finish()) {
        const std::span<const std::byte> bytes = chunk.view();
        packet.chunks.push_back({GuestVirt{allocate(bytes, 0)}, bytes.size()});
    }
    return packet;
}

double smallest(std::span<const double> values) { return *std::min_element(values.begin(), values.end()); }

double medianOf(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + ptrdiff_t(values.size() / 2), values.end());
    return values[values.size() / 2];
}

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count();
}

} // namespace pvg
