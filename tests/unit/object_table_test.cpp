#include <doctest/doctest.h>

#include "pvg/object/object_table.h"
#include "pvg/object/operations.h"
#include "tests/unit/memory_support.h"
#include "tests/unit/object_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

// One-level page tables: 4 MiB of task address space, task page n = guest page `base` + n.
struct World {
    GuestMemory memory;
    TestRam ram{16 << 20};
    TaskTable tasks{memory};

    World() { REQUIRE(ram.mapInto(memory)); }
    void makeTask(uint32_t id, uint32_t base) {
        uint32_t directory = 1 + 2 * id, root = 2 + 2 * id;
        ram.put<uint32_t>(uint64_t{directory} << 12, root);
        ram.put<uint32_t>((uint64_t{directory} << 12) + 4, 1);
        for (uint32_t i = 1; i < 64; ++i) ram.put<uint32_t>((uint64_t{root} << 12) + 4 * i, base + i);
        REQUIRE(tasks.define(TaskId{id}, 1 << 22, directory));
        REQUIRE(tasks.setObjectList(TaskId{id}, 1, 0x1000));
        m_base[id] = base;
    }
    uint64_t gpa(uint32_t task, uint64_t va) const { return (uint64_t{m_base[task]} << 12) + va; }
    void publish(uint32_t task, uint32_t ref, uint8_t type, const Raw& raw, uint64_t va) {
        ram.putBytes(gpa(task, va), raw.get());
        ram.put<uint32_t>(gpa(task, 0x1000 + 12 * ref), type | uint32_t(raw.size()) << 8);
        ram.put<uint64_t>(gpa(task, 0x1000 + 12 * ref) + 4, va);
    }
    void clear(uint32_t task, uint32_t ref) {
        ram.put<uint32_t>(gpa(task, 0x1000 + 12 * ref), 0);
        ram.put<uint64_t>(gpa(task, 0x1000 + 12 * ref) + 4, 0);
    }
    DeclineReason refusal(uint32_t task, uint32_t ref) {
        auto object = tasks.resolve(TaskId{task}, ObjectRef{ref});
        REQUIRE(!object);
        return object.error().reason;
    }

private:
    std::array<uint32_t, 8> m_base{};
};

Raw buffer(uint64_t size) { return Raw().u64(size).u32(0x50).u32(0); }
Raw surface(uint32_t width) { return Raw().u64(0x10000).u32(0x20).u32(0x42475241).u32(1).u32(0).u32(width).u32(8).u32(1024 | 4U << 24); }

} // namespace

TEST_CASE("an empty slot is unresolved, and resolves once the guest fills it") {
    World w;
    w.makeTask(0, 0x100);
    CHECK(w.refusal(0, 40) == DeclineReason::UnresolvedRef);
    w.publish(0, 40, 1, buffer(64), 0x8000);
    auto object = w.tasks.resolve(TaskId{0}, ObjectRef{40});
    REQUIRE(object);
    CHECK(std::get<BufferDescriptor>((*object)->descriptor).size == 64);
    CHECK((*object)->slotType == 1);
}

TEST_CASE("unknown tasks, nil, refs beyond the list and sparse pages are unresolved") {
    World w;
    CHECK(w.refusal(3, 1) == DeclineReason::UnknownTask);
    w.makeTask(0, 0x100);
    CHECK(w.refusal(0, 0) == DeclineReason::UnresolvedRef);
    CHECK(w.refusal(0, 0x1000) == DeclineReason::UnresolvedRef);
    REQUIRE(w.tasks.setObjectList(TaskId{0}, 200, 0x100000));
    CHECK(w.refusal(0, 7) == DeclineReason::UnresolvedRef); // page 200 is not committed
    REQUIRE(w.tasks.define(TaskId{1}, 1 << 22, 1));
    CHECK(w.refusal(1, 7) == DeclineReason::UnresolvedRef); // no list at all
}

TEST_CASE("a snapshot stays until it is dropped, whatever the slot says later") {
    World w;
    w.makeTask(0, 0x100);
    w.publish(0, 40, 1, buffer(64), 0x8000);
    auto first = *w.tasks.resolve(TaskId{0}, ObjectRef{40});
    w.publish(0, 40, 1, buffer(128), 0x9000);
    CHECK(*w.tasks.resolve(TaskId{0}, ObjectRef{40}) == first);
    CHECK(w.tasks.drop(TaskId{0}, ObjectRef{40}) == first);
    CHECK(w.tasks.drop(TaskId{0}, ObjectRef{40}) == nullptr);
    auto second = *w.tasks.resolve(TaskId{0}, ObjectRef{40});
    CHECK(second->identity != first->identity);
    CHECK(std::get<BufferDescriptor>(second->descriptor).size == 128);
}

TEST_CASE("surfaces are read again at every use: the same stays, a changed one is new, a cleared one is gone") {
    World w;
    w.makeTask(0, 0x100);
    w.publish(0, 0x2a, 4, surface(16), 0x8000);
    auto first = *w.tasks.resolve(TaskId{0}, ObjectRef{0x2a});
    CHECK(*w.tasks.resolve(TaskId{0}, ObjectRef{0x2a}) == first);
    w.publish(0, 0x2a, 4, surface(32), 0x8000);
    auto second = *w.tasks.resolve(TaskId{0}, ObjectRef{0x2a});
    CHECK(second->identity != first->identity);
    w.clear(0, 0x2a);
    CHECK(w.refusal(0, 0x2a) == DeclineReason::UnresolvedRef);
}

TEST_CASE("a surface is looked for in task 0, then the named task, then all others") {
    World w;
    w.makeTask(0, 0x100);
    w.makeTask(1, 0x200);
    w.makeTask(2, 0x300);
    w.publish(2, 0x2a, 4, surface(32), 0x8000);
    CHECK((*w.tasks.resolveSurface(TaskId{1}, ObjectRef{0x2a}))->task == TaskId{2});
    w.publish(1, 0x2a, 4, surface(24), 0x8000);
    CHECK((*w.tasks.resolveSurface(TaskId{1}, ObjectRef{0x2a}))->task == TaskId{1});
    w.publish(0, 0x2a, 4, surface(16), 0x8000);
    CHECK((*w.tasks.resolveSurface(TaskId{1}, ObjectRef{0x2a}))->task == TaskId{0});
    w.publish(0, 0x2b, 1, buffer(4), 0x9000); // not a surface
    CHECK(!w.tasks.resolveSurface(TaskId{1}, ObjectRef{0x2b}));
}

TEST_CASE("a re-defined task keeps its object list and loses its snapshots; a deleted one loses both") {
    World w;
    w.makeTask(0, 0x100);
    w.publish(0, 40, 1, buffer(64), 0x8000);
    auto first = *w.tasks.resolve(TaskId{0}, ObjectRef{40});
    REQUIRE(w.tasks.define(TaskId{0}, 1 << 22, 1));
    CHECK(w.tasks.find(TaskId{0})->listCount == 0x1000);
    CHECK((*w.tasks.resolve(TaskId{0}, ObjectRef{40}))->identity != first->identity);
    REQUIRE(w.tasks.remove(TaskId{0}));
    CHECK(!w.tasks.remove(TaskId{0}));
    REQUIRE(w.tasks.define(TaskId{0}, 1 << 22, 1));
    CHECK(w.refusal(0, 40) == DeclineReason::UnresolvedRef);
}

TEST_CASE("descriptors that are too long or not mapped are declined") {
    World w;
    w.makeTask(0, 0x100);
    w.publish(0, 40, 1, buffer(64), 0x8000);
    w.ram.put<uint32_t>(w.gpa(0, 0x1000 + 12 * 40), 1 | ((1U << 20) + 1) << 8);
    CHECK(w.refusal(0, 40) == DeclineReason::BadDescriptor);
    w.ram.put<uint32_t>(w.gpa(0, 0x1000 + 12 * 40), 1 | 16U << 8);
    w.ram.put<uint64_t>(w.gpa(0, 0x1000 + 12 * 40) + 4, 0x3f0000);
    CHECK(w.refusal(0, 40) == DeclineReason::UnmappedPage);
}

TEST_CASE("the number of live tasks is capped, re-definition is not") {
    World w;
    for (uint32_t i = 0; i < TaskTable::kMaxTasks; ++i) REQUIRE(w.tasks.define(TaskId{i * 1000003}, 4096, 1));
    auto tooMany = w.tasks.define(TaskId{1}, 4096, 1);
    REQUIRE(!tooMany);
    CHECK(tooMany.error().reason == DeclineReason::LimitExceeded);
    CHECK(w.tasks.define(TaskId{0}, 8192, 1));
}

TEST_CASE("delete records name exactly one kind") {
    ObjectDescriptor sampler = SamplerDescriptor{}, texture = TextureViewDescriptor{}, fence = FenceDescriptor{};
    CHECK(deletesKind(Operation(0x3eb), sampler));
    CHECK(!deletesKind(Operation(0x3e9), sampler));
    CHECK(deletesKind(Operation(0x3e9), texture));
    CHECK(deletesKind(Operation(0x3f1), fence));
    CHECK(!deletesKind(Operation(0x3f0), fence));
    CHECK(deletesKind(Operation(0x3f7), OpaqueDescriptor{0x36, {}}));
    CHECK(!deletesKind(Operation(0x3f6), OpaqueDescriptor{0x36, {}}));
}
