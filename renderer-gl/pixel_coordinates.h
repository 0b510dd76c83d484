// Samplers whose coordinates count texels (MTLSamplerDescriptor.normalizedCoordinates = NO). OpenGL has them for rectangle textures only and a
// translated function does not know which sampler it will be given, so that one is linked again with its coordinates divided.
#pragma once

#include <cstdint>
#include <string>

#include "pvg/base/decline.h"
#include "pvg/exec/backend.h"
#include "renderer-gl/samplers.h"
#include "shaders/air/reflection.h"

namespace gl {

// The textures of a stage that are sampled so: bit = place in Reflection::textures. Declined: of a kind that Metal has no pixel coordinates for.
pvg::Declined<uint64_t> pixelSampled(const air::Reflection& reflection, const pvg::StageBindings& bindings, const SamplerStore& samplers);

// Divides, in every call of `glsl` that samples one of those textures, the coordinate by the texture's size.
void dividePixelCoordinates(std::string& glsl, const air::Reflection& reflection, uint64_t sampled);

} // namespace gl
