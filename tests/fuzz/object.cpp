// Object descriptors from hostile bytes: byte 0 is the slot type, the rest one descriptor.
#include <cstdlib>

#include "pvg/object/descriptor_parser.h"
#include "pvg/object/operations.h"

using namespace pvg;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size == 0) return 0;
    // An exact allocation: sanitizers see a read past its end.
    const auto* first = reinterpret_cast<const std::byte*>(data);
    const std::vector<std::byte> copy(first + 1, first + size);
    const auto descriptor = parseDescriptor(data[0], copy);
    if (!descriptor) (void)descriptor.error().sentence();
    // An object goes by exactly one kind of delete record (objects.md 3); what this host keeps by its op id alone may have none.
    int deleters = 0;
    for (uint32_t op = 0x3e8; descriptor && op <= 0x3f7; ++op) deleters += deletesKind(Operation(op), *descriptor);
    if (deleters > 1) std::abort();
    (void)parseHeapTextureQuery(copy);
    return 0;
}
