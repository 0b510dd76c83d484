// The parsers behind parseDescriptor(), one a topic. Internal to pvg/object.
#pragma once

#include "pvg/object/descriptors.h"
#include "pvg/object/operations.h"

namespace pvg {

using Bytes = std::span<const std::byte>;

// resource_parser.cpp: whole descriptors.
Declined<ObjectDescriptor> parseBuffer(Bytes bytes);
Declined<ObjectDescriptor> parseTexture(Bytes bytes);
Declined<ObjectDescriptor> parseSurface(Bytes bytes);
Declined<ObjectDescriptor> parseSurfaceTexture(Bytes bytes);
Declined<ObjectDescriptor> parseFunction(Bytes bytes);
// resource_parser.cpp: records of type 8.
Declined<ObjectDescriptor> parseTextureView(const OperationRecord& record);
Declined<ObjectDescriptor> parseBufferTexture(const OperationRecord& record);
Declined<ObjectDescriptor> parseHeapTexture(const OperationRecord& record);
// state_parser.cpp
Declined<ObjectDescriptor> parseSampler(Bytes record);
Declined<ObjectDescriptor> parseDepthStencil(Bytes record);
// pipeline_parser.cpp
Declined<ObjectDescriptor> parseRenderPipeline(Bytes record);
Declined<ObjectDescriptor> parseComputePipeline(Bytes record);

} // namespace pvg
