// The guest of the benchmarks: RAM with one task whose addresses are guest-physical ones, through real page tables of three levels, and
// what they put into it. Thread: the caller's.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <vector>

#include "pvg/exec/executor.h"
#include "pvg/guest/objects.h"
#include "pvg/guest/stream.h"

namespace pvg {

class BenchGuest {
public:
    static constexpr TaskId kTask{1};
    struct Size {
        uint64_t ramBytes = uint64_t(32) << 20; // at most 4 GiB; only what is used costs memory
        uint32_t slots = 128;                   // of the object list
    };

    BenchGuest() = default;
    ~BenchGuest();
    BenchGuest(const BenchGuest&) = delete;
    BenchGuest& operator=(const BenchGuest&) = delete;

    Status build(GuestMemory& memory, const Size& size);
    // Defines the task and its object list.
    Status define(TaskTable& tasks) const;

    // Page-aligned room for `size` bytes that begins with `bytes`.
    uint64_t allocate(std::span<const std::byte> bytes, uint64_t size);
    // As allocate(), with no two neighbouring pages next to each other in guest RAM.
    uint64_t allocateScattered(uint64_t size);
    ObjectRef publish(uint8_t type, std::span<const std::byte> descriptor);
    ObjectRef nextRef() const { return ObjectRef{m_nextRef}; }
    std::byte* at(uint64_t va) const { return m_ram + va; }

    ObjectRef makeTexture(const guest::TextureShape& shape);
    ObjectRef makeBuffer(uint64_t bytes);
    // `text`: what the function's library holds.
    ObjectRef makeFunction(std::string_view text);
    ExecPacket makePacket(guest::StreamWriter& stream);

private:
    uint32_t takePage() { return m_nextPage++; }
    void store(uint64_t at, uint32_t value);
    void mapPage(uint64_t va, uint32_t page);

    Size m_size;
    std::byte* m_ram = nullptr;
    uint32_t m_directory = 0, m_firstLeaf = 0, m_listPage = 0;
    uint32_t m_nextPage = 8; // below: unused
    uint32_t m_nextRef = 8;
    uint64_t m_descriptors = 0, m_descriptorsEnd = 0; // room for more of them
};

// Of the values of several rounds: noise only ever adds.
double smallest(std::span<const double> values);
double medianOf(std::vector<double> values);
// Nanoseconds since `start`.
double since(std::chrono::steady_clock::time_point start);

} // namespace pvg
