// Page tables and object lists in hostile memory: a script writes anywhere into guest RAM with a hole in it, defines tasks and lists over it,
// and resolves. Each access is checked against a walk of this file's own.
#include <cstdio>
#include <cstdlib>

#include "pvg/object/object_table.h"
#include "tests/fuzz/fuzz_ram.h"
#include "tests/fuzz/script.h"

using namespace pvg;
using fuzz::Input;
using fuzz::Step;

namespace {

// Pages 0 to 31 and 48 to 63 are RAM, the last eight of them read-only.
constexpr uint64_t kPages = 64, kHole = 32, kHoleEnd = 48, kReadOnly = 56;
constexpr uint32_t kDirectory = 1, kRoot = 2, kListPage = 8, kDescriptorPage = 10, kRefs = 256;
constexpr size_t kMaxAccess = 3 * kPageSize;
constexpr int kMaxSteps = 64;

void must(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

class World {
public:
    World() {
        m_ram.map(0, kHole * kPageSize);
        m_ram.map(kHoleEnd * kPageSize, (kReadOnly - kHoleEnd) * kPageSize);
        m_ram.map(kReadOnly * kPageSize, (kPages - kReadOnly) * kPageSize, false);
        put(kDirectory, 0, kRoot); // depth 3, page n of the task is page n of RAM
        put(kDirectory, 1, 3);
        put(kRoot, 0, 3);
        put(3, 0, 4);
        for (uint32_t i = 1; i < kPages; ++i) put(4, i, i);
        describe(1, 1, {0x1000, 0, 20, 0});               // a buffer of one page
        describe(2, 4, {0x1000, 0, 21, 0x42475241, 1});   // a surface
        describe(3, 8, {7, 20, 0, 1, 80});                // a view of ref 1, which is no texture
        m_ram.keep();
    }

    void begin() {
        m_ram.restore();
        m_tasks.clear();
        m_lengths.clear();
        must(bool(m_tasks.define(TaskId{0}, kPages * kPageSize, kDirectory)), "the first task was refused");
        must(bool(m_tasks.setObjectList(TaskId{0}, kListPage, kRefs)), "the first list was refused");
        m_lengths[0] = {kPages * kPageSize, kDirectory};
    }
    void run(const Step& step);

private:
    struct Reference {
        uint64_t length = 0;
        uint32_t directory = 0;
    };

    void put(uint64_t page, uint64_t index, uint32_t value) { m_ram.put32(page * kPageSize + 4 * index, value); }
    void describe(uint32_t ref, uint32_t type, std::vector<uint32_t> words) {
        const uint64_t at = kDescriptorPage * kPageSize + 64 * ref, slot = kListPage * kPageSize + 12 * ref;
        for (size_t i = 0; i < words.size(); ++i) m_ram.put32(at + 4 * i, words[i]);
        m_ram.put32(slot, type | uint32_t(4 * words.size()) << 8);
        m_ram.put32(slot + 4, uint32_t(at));
    }
    static bool isRam(uint64_t page) { return page < kHole || (page >= kHoleEnd && page < kPages); }
    std::optional<uint64_t> physicalPage(const Reference& task, uint64_t va) const;
    bool isReachable(const Reference& task, uint64_t va, uint64_t size, bool forWrite) const;
    void access(Input in);
    void resolve(Input in);
    void forget(Input in);

    fuzz::Ram m_ram{kPages * kPageSize};
    TaskTable m_tasks{m_ram.memory};
    std::unordered_map<uint32_t, Reference> m_lengths; // of live tasks
};

// objects.md 2, the plain way.
std::optional<uint64_t> World::physicalPage(const Reference& task, uint64_t va) const {
    if (task.directory == 0 || !isRam(task.directory)) return std::nullopt;
    uint64_t node = m_ram.get32(task.directory * kPageSize) & 0x7fffffff;
    const uint32_t depth = m_ram.get32(task.directory * kPageSize + 4);
    if (node == 0 || depth == 0 || depth > 4 || va >> (12 + 10 * depth) != 0) return std::nullopt;
    for (uint32_t level = depth; level-- > 0;) {
        if (!isRam(node)) return std::nullopt;
        node = m_ram.get32(node * kPageSize + 4 * (va >> (12 + 10 * level) & 1023)) & 0x7fffffff;
        if (node == 0) return std::nullopt;
    }
    return isRam(node) ? std::optional(node) : std::nullopt;
}

bool World::isReachable(const Reference& task, uint64_t va, uint64_t size, bool forWrite) const {
    if (size > task.length || va > task.length - size) return false;
    for (uint64_t at = va & ~(kPageSize - 1); at < va + size; at += kPageSize) {
        const auto page = physicalPage(task, at);
        if (!page || (forWrite && *page >= kReadOnly)) return false;
    }
    return true;
}

// A whole walk of the tables for each: what the space remembers has to be forgotten first, as the guest announces such changes.
void World::access(Input in) {
    const uint32_t id = in.u8() % 4;
    const bool forWrite = in.u8() & 1;
    const GuestVirt va{in.u64()};
    std::vector<std::byte> bytes(1 + in.u16() % kMaxAccess);
    Task* task = m_tasks.find(TaskId{id});
    must(bool(task) == m_lengths.contains(id), "a task came or went by itself");
    if (!task) return;
    task->space.invalidateAll();
    const Reference& reference = m_lengths[id];
    const bool isExpected = isReachable(reference, va.value, bytes.size(), forWrite);
    if (forWrite) {
        // Written bytes may be page tables, so what was expected holds for the walk before.
        const auto done = task->space.write(va, bytes);
        return must(bool(done) == isExpected, "a write reached what the tables do not map, or missed what they do");
    }
    const auto done = task->space.read(va, bytes);
    must(bool(done) == isExpected, "a read reached what the tables do not map, or missed what they do");
    for (size_t i = 0; done && i < bytes.size(); ++i) {
        const uint64_t at = va.value + i;
        must(bytes[i] == *m_ram.at(*physicalPage(reference, at) * kPageSize + at % kPageSize), "a read gave another byte than memory holds");
    }
}

void World::resolve(Input in) {
    const TaskId id{uint32_t(in.u8() % 4)};
    const uint32_t first = in.u16();
    for (uint32_t ref = first, end = first + in.u8() % 16; ref <= end; ++ref) {
        const auto object = m_tasks.resolve(id, ObjectRef{ref});
        if (!object) {
            (void)object.error().sentence();
            continue;
        }
        must((*object)->ref.value == ref && (*object)->task == id, "a ref resolved to another object");
        const auto again = m_tasks.resolve(id, ObjectRef{ref});
        must(again && *again == *object, "an object changed although memory did not");
    }
    (void)m_tasks.resolveSurface(id, ObjectRef{first});
}

void World::forget(Input in) {
    const uint32_t id = in.u8() % 4;
    switch (in.u8() % 4) {
    case 0: (void)m_tasks.drop(TaskId{id}, ObjectRef{in.u32()}); return;
    case 1:
        must(bool(m_tasks.remove(TaskId{id})) == m_lengths.contains(id), "a task that is not there was removed");
        m_lengths.erase(id);
        return;
    case 2:
        m_tasks.clear();
        m_lengths.clear();
        return;
    default:
        if (Task* task = m_tasks.find(TaskId{id})) {
            const GuestVirt va{in.u64()};
            task->space.invalidate(va, in.u64());
        }
    }
}

void World::run(const Step& step) {
    Input in = step.input();
    switch (step.what & 7) {
    case 0: {
        const uint64_t at = in.u16();
        m_ram.put32(at * 4 % m_ram.size(), in.u32());
        return;
    }
    case 1: {
        const uint32_t at = in.u32();
        return m_ram.poke(at, in.rest());
    }
    case 2: {
        const uint32_t id = in.u8() % 4;
        const Reference reference{in.u64(), in.u32()};
        must(bool(m_tasks.define(TaskId{id}, reference.length, reference.directory)), "a task was refused");
        m_lengths[id] = reference;
        return;
    }
    case 3: {
        const TaskId id{uint32_t(in.u8() % 4)};
        const uint32_t page = in.u32();
        (void)m_tasks.setObjectList(id, page, in.u32());
        return;
    }
    case 4:
    case 5: return access(in);
    case 6: return resolve(in);
    default: return forget(in);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static World world;
    world.begin();
    fuzz::Script script({data, size});
    for (int i = 0; i < kMaxSteps; ++i) {
        const auto step = script.next();
        if (!step) break;
        world.run(*step);
    }
    return 0;
}
