// Commands of blit segments besides commands_bind.h. See commands.h.
#pragma once

#include <array>
#include <cstdint>

#include "pvg/stream/commands_bind.h"

namespace pvg::stream {

// Blit.
struct CopyBufferToTexture {
    ObjectRef source, destination;
    uint64_t sourceOffset = 0, bytesPerRow = 0, bytesPerImage = 0;
    Size3 size{}, origin{};
    uint32_t slice = 0, level = 0, options = 0;
};
struct CopyBufferToBuffer {
    ObjectRef source, destination;
    uint64_t sourceOffset = 0, destinationOffset = 0, size = 0;
};
struct CopyTextureToBuffer {
    ObjectRef source, destination;
    Size3 origin{}, size{};
    uint64_t destinationOffset = 0, bytesPerRow = 0, bytesPerImage = 0;
    uint32_t slice = 0, level = 0, options = 0;
};
struct CopyTextureToTexture {
    ObjectRef source, destination;
    Size3 sourceOrigin{}, size{}, destinationOrigin{};
    uint32_t sourceSlice = 0, sourceLevel = 0, destinationSlice = 0, destinationLevel = 0, options = 0;
};
struct CopyTextureSlices {
    ObjectRef source, destination;
    uint32_t sourceSlice = 0, sourceLevel = 0, destinationSlice = 0, destinationLevel = 0, sliceCount = 0, levelCount = 0;
};
struct CopyIndirectCommands {
    ObjectRef source, destination;
    uint64_t sourceLocation = 0, sourceLength = 0, destinationIndex = 0;
};
struct FillBuffer {
    ObjectRef buffer;
    uint64_t location = 0, length = 0;
    uint32_t value = 0; // one byte
};
struct FillBufferPattern {
    ObjectRef buffer;
    uint64_t location = 0, length = 0;
    uint32_t pattern = 0;
};
struct FillTextureBytes {
    ObjectRef texture;
    uint32_t level = 0, slice = 0;
    Size3 size{}, origin{};
    ObjectRef bytesBuffer;
    uint64_t bytesOffset = 0, length = 0;
};
struct FillTextureColor {
    ObjectRef texture;
    uint32_t level = 0, slice = 0;
    Size3 size{}, origin{};
    std::array<double, 4> color{};
    uint32_t format = 0;
};
struct GenerateMipmaps {
    ObjectRef texture;
};
// optimizeContentsFor...Access and invalidateCompressedTexture: hints about a layout this host does not have.
struct LayoutHint {
    ObjectRef texture;
    uint32_t slice = 0, level = 0;
};
struct OptimizeIndirectCommands {
    ObjectRef icb;
    uint64_t location = 0, length = 0;
};
struct ResetIndirectCommands {
    ObjectRef icb;
    uint64_t location = 0, length = 0;
};
struct SynchronizeResource {
    ObjectRef resource;
};
struct SynchronizeTexture {
    ObjectRef texture;
    uint32_t slice = 0, level = 0;
};

} // namespace pvg::stream
