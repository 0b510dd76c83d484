// Attributes that a translated text fetches itself (shaders/air/stage_input.h), as a pipeline's descriptor lays them out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pvg/exec/backend.h"
#include "shaders/air/stage_input.h"

namespace gl {

struct ProgramVariant;

// Of each attribute of `input`, in its order: the stride that holds with `bindings`, since an encoder may set it (0xa5, 0xa6, 0xd9, 0xda).
std::vector<uint32_t> fetchStrides(const pvg::VertexDescriptor& input, const pvg::StageBindings& bindings);

// Bits of the Metal buffers in which attributes lie that `reflection` fetches.
uint32_t fetchedBuffers(const pvg::VertexDescriptor& input, const air::Reflection& reflection);

// Whether threads find their elements through indices.
bool isIndexed(const pvg::StageInputDescriptor& input);

// The functions, for a preamble. Declined: what no text can be made of.
pvg::Declined<std::string> kernelFetchText(const air::Reflection& kernel, const pvg::StageInputDescriptor& input, std::span<const uint32_t> strides);
pvg::Declined<std::string> patchFetchText(const air::Reflection& function, const pvg::RenderPipelineDescriptor& pipeline, uint32_t controlPoints,
                                          std::span<const uint32_t> strides);

// Makes `glsl` fetch the attributes `pulled` itself; the preamble that it needs then.
pvg::Declined<std::string> pullAttributes(std::string& glsl, const air::Reflection& vertex, const pvg::RenderPipelineDescriptor& pipeline,
                                          const ProgramVariant& variant);

} // namespace gl
