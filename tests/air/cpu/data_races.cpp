#include "data_races.h"

#include <algorithm>

#include "memory.h"

namespace aircpu {

namespace {
constexpr uint32_t kBuffers = 32;
constexpr int64_t kLargestBuffer = int64_t(1) << 20;
} // namespace

void DataRaces::beginGroup(size_t threads) {
    m_firstThread += m_threads;
    m_threads = threads;
    ++m_group;
}

void DataRaces::barrier() { ++m_period; }

// Null where there is no buffer.
DataRaces::Byte* DataRaces::find(uint64_t address, size_t size) {
    const Memory::Address place = Memory::placeOf(address);
    if (place.region >= kBuffers || place.offset < 0 || place.offset + int64_t(size) > kLargestBuffer) return nullptr;
    std::vector<Byte>& bytes = m_buffers[place.region];
    const size_t offset = size_t(place.offset);
    bytes.resize(std::max(bytes.size(), offset + size));
    return bytes.data() + offset;
}

bool DataRaces::isUnordered(const Access& earlier, const Access& now) const {
    if (earlier.thread == 0 || earlier.thread == now.thread) return false;
    return earlier.group != now.group || earlier.period == now.period;
}

void DataRaces::loaded(size_t thread, uint64_t address, size_t size) {
    Byte* bytes = find(address, size);
    for (size_t i = 0; bytes && i < size; ++i) {
        bytes[i].isRaced |= isUnordered(bytes[i].store, now(thread));
        bytes[i].load = now(thread);
    }
}

void DataRaces::stored(size_t thread, uint64_t address, size_t size) {
    Byte* bytes = find(address, size);
    for (size_t i = 0; bytes && i < size; ++i) {
        bytes[i].isRaced |= isUnordered(bytes[i].load, now(thread));
        bytes[i].store = now(thread);
    }
}

bool DataRaces::areIn(uint32_t buffer, size_t offset, size_t size) const {
    const auto found = m_buffers.find(buffer);
    if (found == m_buffers.end() || offset >= found->second.size()) return false;
    const auto begin = found->second.begin() + std::ptrdiff_t(offset);
    const auto end = begin + std::ptrdiff_t(std::min(size, found->second.size() - offset));
    return std::any_of(begin, end, [](const Byte& b) { return b.isRaced; });
}

} // namespace aircpu
