// Descriptors and object tables from hostile bytes. First byte below 0x80: slot type, the rest one descriptor. Else: the rest is the guest RAM
// of a machine with one task, whose first refs are resolved.
#include "pvg/object/descriptor_parser.h"
#include "pvg/object/object_table.h"
#include "pvg/object/operations.h"
#include "tests/fuzz/fuzz_ram.h"

using namespace pvg;

namespace {

void parseOne(uint8_t slotType, std::span<const std::byte> bytes) {
    // An exact allocation: sanitizers see a read past its end.
    std::vector<std::byte> copy(bytes.begin(), bytes.end());
    auto descriptor = parseDescriptor(slotType, copy);
    if (!descriptor) (void)descriptor.error().sentence();
    else for (uint32_t op = 0x3e8; op <= 0x3f7; ++op) (void)deletesKind(Operation(op), *descriptor);
    (void)parseHeapTextureQuery(copy);
}

void resolveAll(const uint8_t* data, size_t size) {
    constexpr uint32_t kRefs = 64;
    static fuzz::Ram ram(1 << 18);
    ram.clear();
    ram.poke(0x1000, data, size);
    TaskTable tasks(ram.memory);
    (void)tasks.define(TaskId{0}, 1 << 20, 1);
    (void)tasks.setObjectList(TaskId{0}, 1, kRefs);
    for (int round = 0; round < 2; ++round)
        for (uint32_t ref = 0; ref <= kRefs; ++ref) (void)tasks.resolve(TaskId{0}, ObjectRef{ref});
    (void)tasks.resolveSurface(TaskId{1}, ObjectRef{3});
    for (uint32_t ref = 0; ref <= kRefs; ++ref) (void)tasks.drop(TaskId{0}, ObjectRef{ref});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size == 0) return 0;
    if (data[0] < 0x80) parseOne(data[0], std::as_bytes(std::span(data + 1, size - 1)));
    else resolveAll(data + 1, size - 1);
    return 0;
}
