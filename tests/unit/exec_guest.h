// A guest in memory for executor tests: RAM in a memfd, scattered pages, page tables and object lists, written from the protocol's offsets
// and sharing no code with the parsers.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "pvg/memory/guest_memory.h"
#include "pvg/object/object_table.h"

namespace pvgtest {

// Little-endian bytes, at the end or at an offset.
class Bytes {
public:
    template <class T>
    Bytes& put(T value) {
        return at(m_bytes.size(), value);
    }
    template <class T>
    Bytes& at(size_t offset, T value) {
        if (m_bytes.size() < offset + sizeof(T)) m_bytes.resize(offset + sizeof(T));
        std::memcpy(m_bytes.data() + offset, &value, sizeof(T));
        return *this;
    }
    Bytes& u8(uint64_t v) { return put(uint8_t(v)); }
    Bytes& u16(uint64_t v) { return put(uint16_t(v)); }
    Bytes& u32(uint64_t v) { return put(uint32_t(v)); }
    Bytes& u64(uint64_t v) { return put(uint64_t(v)); }
    Bytes& f32(double v) { return put(float(v)); }
    Bytes& f64(double v) { return put(double(v)); }
    Bytes& append(const Bytes& other) {
        m_bytes.insert(m_bytes.end(), other.m_bytes.begin(), other.m_bytes.end());
        return *this;
    }
    Bytes& zeros(size_t n) {
        m_bytes.resize(m_bytes.size() + n);
        return *this;
    }
    size_t size() const { return m_bytes.size(); }
    std::vector<std::byte>& raw() { return m_bytes; }
    const std::vector<std::byte>& raw() const { return m_bytes; }

private:
    std::vector<std::byte> m_bytes;
};

// Stream records and segments.
inline Bytes record(uint32_t opcode, Bytes payload) {
    while (payload.size() % 4 != 0) payload.u8(0);
    Bytes out;
    return out.u32(opcode).u32(payload.size() + 8).append(payload);
}
inline Bytes segment(uint8_t type, const Bytes& records, bool continues = false) {
    Bytes out;
    return out.u32(records.size() + 8).u8(type).u8(continues).u8(0).u8(0).append(records);
}

class FakeGuest {
public:
    static constexpr uint64_t kPages = 2048; // of RAM, unless told otherwise
    static constexpr uint64_t kListVa = 0x1000;
    static constexpr uint32_t kListSlots = 1024;

    explicit FakeGuest(pvg::GuestMemory& memory, uint64_t pages = kPages) : m_pages(pages) {
        const int fd = memfd_create("fake-guest", MFD_CLOEXEC);
        if (fd < 0 || ftruncate(fd, off_t(bytesOfRam())) != 0) std::abort();
        m_ram = static_cast<std::byte*>(mmap(nullptr, bytesOfRam(), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0));
        if (m_ram == MAP_FAILED || !memory.map(pvg::GuestPhys{0}, bytesOfRam(), fd, 0, true)) std::abort();
    }
    ~FakeGuest() { munmap(m_ram, bytesOfRam()); }
    FakeGuest(const FakeGuest&) = delete;
    FakeGuest& operator=(const FakeGuest&) = delete;

    // Directory page {root page, depth 3}, and the object list.
    uint32_t makeTask(uint32_t id) {
        Space& space = m_spaces[id];
        space.directory = newPage();
        space.root = newPage();
        store32(space.directory * pvg::kPageSize, space.root);
        store32(space.directory * pvg::kPageSize + 4, 3);
        map(id, kListVa, 12 * kListSlots);
        return space.directory;
    }
    void map(uint32_t task, uint64_t va, uint64_t size) {
        for (uint64_t page = va / pvg::kPageSize; page <= (va + size - 1) / pvg::kPageSize; ++page) setEntry(task, page, newPage());
    }
    void unmap(uint32_t task, uint64_t va, uint64_t size) {
        for (uint64_t page = va / pvg::kPageSize; page <= (va + size - 1) / pvg::kPageSize; ++page) setEntry(task, page, 0);
    }
    // As unmap(); the pages are handed out again, with what is in them.
    void release(uint32_t task, uint64_t va, uint64_t size) {
        for (uint64_t page = va / pvg::kPageSize; page <= (va + size - 1) / pvg::kPageSize; ++page) m_free.push_back(load32(leaf(task, page)));
        unmap(task, va, size);
    }
    // Size bytes at a fresh address.
    uint64_t allocate(uint32_t task, uint64_t size) {
        const uint64_t va = m_spaces[task].next;
        m_spaces[task].next += (size + pvg::kPageSize - 1) / pvg::kPageSize * pvg::kPageSize + pvg::kPageSize;
        map(task, va, size);
        return va;
    }
    void write(uint32_t task, uint64_t va, std::span<const std::byte> bytes) {
        eachPage(task, va, bytes.size(), [&](std::byte* at, uint64_t done, uint64_t n) { std::memcpy(at, bytes.data() + done, n); });
    }
    void write(uint32_t task, uint64_t va, const Bytes& bytes) { write(task, va, bytes.raw()); }
    std::vector<std::byte> read(uint32_t task, uint64_t va, size_t size) {
        std::vector<std::byte> out(size);
        eachPage(task, va, size, [&](const std::byte* at, uint64_t done, uint64_t n) { std::memcpy(out.data() + done, at, n); });
        return out;
    }
    uint32_t read32(uint32_t task, uint64_t va) {
        uint32_t v = 0;
        std::memcpy(&v, read(task, va, 4).data(), 4);
        return v;
    }
    void fill(uint32_t task, uint64_t va, uint64_t size, uint8_t value) {
        eachPage(task, va, size, [&](std::byte* at, uint64_t, uint64_t n) { std::memset(at, value, n); });
    }
    void setSlot(uint32_t task, uint32_t ref, uint8_t type, const Bytes& descriptor) {
        const uint64_t va = allocate(task, descriptor.size());
        write(task, va, descriptor);
        Bytes slot;
        write(task, kListVa + 12 * ref, slot.u32(uint32_t(type) | uint32_t(descriptor.size()) << 8).u64(va));
    }
    void clearSlot(uint32_t task, uint32_t ref) {
        Bytes slot;
        write(task, kListVa + 12 * ref, slot.zeros(12));
    }

private:
    struct Space {
        uint32_t directory = 0, root = 0;
        uint64_t next = 0x100000;
    };
    // Every other page, from both ends in turn, so that neighbours in an address space are none in RAM.
    uint32_t newPage() {
        if (!m_free.empty()) {
            const uint32_t page = m_free.front();
            m_free.pop_front();
            return page;
        }
        const uint64_t n = m_used++;
        if (n + 2 >= m_pages) std::abort();
        return uint32_t(n % 2 == 0 ? 1 + n / 2 : m_pages - 1 - n / 2);
    }
    uint64_t bytesOfRam() const { return m_pages * pvg::kPageSize; }
    void store32(uint64_t physical, uint32_t value) { std::memcpy(m_ram + physical, &value, 4); }
    uint32_t load32(uint64_t physical) const {
        uint32_t value = 0;
        std::memcpy(&value, m_ram + physical, 4);
        return value;
    }
    uint64_t leaf(uint32_t task, uint64_t page) {
        uint64_t node = m_spaces[task].root;
        for (const int shift : {20, 10}) {
            const uint64_t entry = node * pvg::kPageSize + 4 * (page >> shift & 1023);
            if (load32(entry) == 0) store32(entry, newPage());
            node = load32(entry);
        }
        return node * pvg::kPageSize + 4 * (page & 1023);
    }
    void setEntry(uint32_t task, uint64_t page, uint32_t value) { store32(leaf(task, page), value); }
    template <class Visit>
    void eachPage(uint32_t task, uint64_t va, uint64_t size, Visit&& visit) {
        for (uint64_t done = 0; done < size;) {
            const uint64_t at = va + done, n = std::min(size - done, pvg::kPageSize - at % pvg::kPageSize);
            visit(m_ram + load32(leaf(task, at / pvg::kPageSize)) * pvg::kPageSize + at % pvg::kPageSize, done, n);
            done += n;
        }
    }

    const uint64_t m_pages;
    std::byte* m_ram = nullptr;
    uint64_t m_used = 0;
    std::deque<uint32_t> m_free;
    std::map<uint32_t, Space> m_spaces;
};

// Descriptor of type 1.
inline Bytes bufferDescriptor(uint64_t size, uint64_t va) {
    Bytes out;
    return out.u64(size).u32(va >> 12).u32(0);
}

struct TextureShape {
    uint32_t type = 2, format = 80, width = 4, height = 4, depth = 1;
    uint16_t mips = 1, samples = 1, array = 1, options = 0; // options: storage mode in bits 7:4
    uint8_t usage = 7;
};
// Descriptor body, narrow form: 32 bytes.
inline Bytes textureBody(const TextureShape& s) {
    Bytes out;
    out.u32(s.type | uint32_t(s.usage) << 8 | s.format << 16).u32(s.width).u32(s.height).u32(s.depth);
    return out.u16(s.mips).u16(s.samples).u16(s.array).u16(s.options).u64(0);
}
struct LevelShape {
    uint64_t offset, size, bytesPerRow;
    uint32_t width, height, depth = 1;
};
// Type 2: prefix, levels, record 0x01 (44 bytes).
inline Bytes textureDescriptor(uint64_t allocation, uint64_t va, const TextureShape& s, const std::vector<LevelShape>& levels) {
    Bytes out;
    out.u64(allocation).u32(va >> 12).u16(levels.size()).u16(0).u64(0).u64(0).u8(0).u8(0).u8(0).u8(4);
    for (const LevelShape& level : levels) out.u64(level.offset).u64(level.size).u64(level.bytesPerRow).u32(level.width).u32(level.height).u32(level.depth);
    return out.u32(1).u32(44).u32(0).append(textureBody(s));
}
// Type 4, one BGRA plane.
inline Bytes surfaceDescriptor(uint64_t length, uint64_t va, uint32_t width, uint32_t height, uint32_t bytesPerRow) {
    Bytes out;
    out.u64(length).u32(va >> 12).u32(0x42475241).u8(1).zeros(3);
    return out.u32(0).u32(width).u32(height).u32(bytesPerRow | 4U << 24);
}
// Type 5: record 0x2f (48 bytes).
inline Bytes surfaceTextureDescriptor(uint32_t surface, const TextureShape& s) {
    Bytes out;
    return out.u32(surface).u32(0).u32(0x2f).u32(48).u32(0).append(textureBody(s)).u16(0).u16(0);
}
// Type 8, record 0x08: a view of levels and slices.
inline Bytes viewDescriptor(uint32_t base, uint32_t format, uint32_t type, std::array<uint64_t, 4> range) {
    Bytes out;
    out.u32(8).u32(52).u32(0).u32(base).u16(format).u16(type);
    for (const uint64_t v : range) out.u64(v);
    return out;
}
// Type 8, record 0x09: a texture over a buffer.
inline Bytes bufferTextureDescriptor(uint32_t buffer, uint64_t offset, uint64_t bytesPerRow, const TextureShape& s) {
    Bytes out;
    return out.u32(9).u32(64).u32(0).u32(buffer).u64(offset).u64(bytesPerRow).append(textureBody(s));
}
// Type 6.
inline Bytes functionDescriptor(uint64_t blobVa, uint32_t size) {
    Bytes out;
    return out.u64(blobVa).u32(size).u32(0x0f).u32(20).u32(0).u64(0);
}
// Type 7, record 0x0e: vertex and fragment function, one color attachment of `format`.
inline Bytes renderPipelineDescriptor(uint32_t vertex, uint32_t fragment, uint32_t format) {
    Bytes list;
    list.u8(3).u8(8).u8(4).u32(20).u8(1).u8(4).u32(vertex).u8(2).u8(4).u32(fragment).u8(0);
    list.u32(1).u32(8).u8(2).u8(0).u8(4).u32(0).u8(1).u8(4).u32(format);
    Bytes out;
    const size_t payload = list.size();
    while (list.size() % 4 != 0) list.u8(0);
    return out.u32(0x0e).u32(16 + list.size()).u32(0).u32(payload).append(list);
}
// Type 7, record 0x0b.
inline Bytes computePipelineDescriptor(uint32_t function) {
    Bytes list;
    list.u8(1).u8(0).u8(4).u32(function).u8(0);
    Bytes out;
    return out.u32(0x0b).u32(24).u32(0).u32(7).append(list);
}

// Pass record with one color attachment; the rest zero.
struct PassShape {
    uint32_t texture = 0, load = 2, store = 1, level = 0, slice = 0;
    std::array<double, 4> clear{0, 0, 0, 1};
    uint64_t width = 0, height = 0;
    uint32_t visibility = 0;
};
inline Bytes passRecord(const PassShape& s) {
    Bytes p;
    p.zeros(584);
    p.at<uint32_t>(76, s.texture).at<uint16_t>(76 + 8, uint16_t(s.level)).at<uint16_t>(76 + 10, uint16_t(s.slice));
    p.at<uint16_t>(76 + 20, uint16_t(s.load)).at<uint16_t>(76 + 22, uint16_t(s.store));
    for (size_t i = 0; i < 4; ++i) p.at<double>(76 + 28 + 8 * i, s.clear[i]);
    p.at<uint32_t>(556, s.visibility).at<uint64_t>(568, s.width).at<uint64_t>(576, s.height);
    return record(0x1a, p);
}

} // namespace pvgtest
