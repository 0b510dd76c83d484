#include "memory.h"

#include <algorithm>
#include <cstring>

namespace aircpu {

namespace {

constexpr unsigned kRegionBits = 44; // an i32 index times any stride stays in its region
constexpr uint64_t kFirstRegion = 0x100, kLastProcessAddress = (uint64_t(1) << 47) - 1;
constexpr uint64_t kMiddle = uint64_t(1) << (kRegionBits - 1);
constexpr uint64_t kSmallestAddress = 0x10000; // below: offsets from a null pointer
constexpr int64_t kFarthest = 0xffffffff;
constexpr size_t kLargestAccess = 4096;

} // namespace

uint64_t Memory::addressOf(uint32_t index) { return ((kFirstRegion + index) << kRegionBits) + kMiddle; }

Memory::Address Memory::placeOf(uint64_t address) {
    constexpr uint32_t kNoRegion = 0xffffffff;
    const uint64_t number = address >> kRegionBits;
    if (number < kFirstRegion) return {kNoRegion, 0};
    return {uint32_t(number - kFirstRegion), int64_t(address & ((uint64_t(1) << kRegionBits) - 1)) - int64_t(kMiddle)};
}

void Memory::set(uint32_t index, std::span<std::byte> bytes, std::vector<Element>* written) {
    if (index >= m_regions.size()) m_regions.resize(index + 1);
    m_regions[index] = {bytes, written};
    m_scratch.resize(kLargestAccess);
}

Memory::Place Memory::find(uint64_t address) {
    static Region nothing;
    const uint64_t number = address >> kRegionBits;
    if (address >= kSmallestAddress && address <= kLastProcessAddress) return {};
    if (number < kFirstRegion || number - kFirstRegion >= m_regions.size()) return {&nothing, 0};
    return {&m_regions[number - kFirstRegion], int64_t((address & ((uint64_t(1) << kRegionBits) - 1)) - kMiddle)};
}

void Memory::noteOutside(const Place& place) {
    const bool isBuffer = place.region->written || place.region->bytes.empty();
    m_wasOutside = m_wasOutside || isBuffer;
    if (!isBuffer)
        m_problem = "an access misses threadgroup memory";
    else if (uint32_t(uint64_t(place.offset)) < place.region->bytes.size() && (place.offset < 0 || place.offset > kFarthest))
        m_problem = "an access misses its buffer by 4 GiB";
}

void* Memory::forReading(uint64_t address, size_t size) {
    const Place place = find(address);
    if (!place.region) return reinterpret_cast<void*>(address);
    const auto available = int64_t(place.region->bytes.size());
    if (place.offset >= 0 && place.offset + int64_t(size) <= available) return place.region->bytes.data() + place.offset;
    noteOutside(place);
    if (size > m_scratch.size()) m_scratch.resize(size);
    for (size_t i = 0; i < size; ++i) {
        const int64_t at = place.offset + int64_t(i);
        m_scratch[i] = at >= 0 && at < available ? place.region->bytes[size_t(at)] : std::byte{0};
    }
    return m_scratch.data();
}

void* Memory::forWriting(uint64_t address, size_t size) { return forReading(address, size); }

void Memory::stored(uint64_t address, size_t size, Element element) {
    const Place place = find(address);
    if (!place.region) return;
    const auto available = int64_t(place.region->bytes.size());
    const bool isInside = place.offset >= 0 && place.offset + int64_t(size) <= available;
    for (size_t i = 0; i < size; ++i) {
        const int64_t at = place.offset + int64_t(i);
        if (at < 0 || at >= available) continue;
        if (!isInside) place.region->bytes[size_t(at)] = m_scratch[i];
        if (place.region->written) (*place.region->written)[size_t(at)] = element;
    }
}

void Memory::copy(uint64_t to, uint64_t from, size_t size) {
    const auto* source = static_cast<const std::byte*>(forReading(from, size));
    const std::vector<std::byte> bytes(source, source + size);
    const Place origin = find(from);
    for (size_t i = 0; i < size; ++i) {
        std::memcpy(forWriting(to + i, 1), &bytes[i], 1);
        const int64_t at = origin.offset + int64_t(i);
        const bool isKnown = origin.region && origin.region->written && at >= 0 && size_t(at) < origin.region->written->size();
        stored(to + i, 1, isKnown ? (*origin.region->written)[size_t(at)] : Element::Other);
    }
}

void Memory::fill(uint64_t to, uint8_t value, size_t size) {
    for (size_t i = 0; i < size; ++i) {
        std::memcpy(forWriting(to + i, 1), &value, 1);
        stored(to + i, 1, Element::I8);
    }
}

} // namespace aircpu
