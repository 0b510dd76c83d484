// Bytes of one object descriptor to its value type (objects.md 3.1, 4, 8, 9, 10), with the checks of objects.md 13 that need no other
// object. Pure: `bytes` is a private copy.
#pragma once

#include <cstdint>
#include <span>

#include "pvg/base/decline.h"
#include "pvg/object/descriptors.h"

namespace pvg {

enum class SlotType : uint8_t {
    Buffer = 1,
    Texture = 2,
    Texture3 = 3,
    Surface = 4,
    SurfaceTexture = 5,
    Function = 6,
    Serializer = 7,
    SerializerTexture = 8,
    Heap = 9,           // 9 to 15: heap, heap buffer, mapper and shared kinds in an order nobody has seen (objects.md 3.1)
    NotAResource = 10,
    SharedBacking = 15,
};

Declined<ObjectDescriptor> parseDescriptor(uint8_t slotType, std::span<const std::byte> bytes);

// The op 0x16 record inside 0x40: the body of a texture that is to be placed in a heap.
Declined<TextureBody> parseHeapTextureQuery(std::span<const std::byte> record);

} // namespace pvg
