// The text handed to the driver: a translated stage with the preamble of reflection.h in front, and the outputs that need rerouting.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "renderer-gl/image_formats.h"
#include "shaders/air/reflection.h"

namespace gl {

// What a render target's or an image's store needs of the value the shader wrote (formats.h).
enum class OutputRoute : uint8_t { Plain, AlphaToRed, ExchangeRedBlue };
struct RoutedOutput {
    uint32_t attachment = 0;
    OutputRoute route = OutputRoute::Plain;
    bool operator==(const RoutedOutput&) const = default;
};

struct LocalSize {
    uint32_t x = 1, y = 1, z = 1;
    bool operator==(const LocalSize&) const = default;
};

// Defines, one a line. `fragment` may be null.
std::string vertexPreamble(const air::Reflection* fragment, bool flipsY);
// `samples` of the pipeline decide what framebuffer fetch reads.
std::string fragmentPreamble(const air::Reflection& vertex, const air::Reflection& fragment, uint32_t samples);
struct KernelVariant {
    LocalSize local, group;                     // local is smaller than group in edge groups
    std::vector<uint32_t> threadgroupBytes;     // in the order of Reflection::threadgroupArguments
    std::vector<const ImageFormat*> imageFormats; // of the loaded images, in the order of Reflection::textures; null = the text's default
    std::vector<OutputRoute> imageRoutes;         // of all images, in that order
    uint64_t pixelSampled = 0;                    // pixel_coordinates.h
    std::vector<uint32_t> strides;                // of stage input (fetched_input.h)
    bool operator==(const KernelVariant&) const = default;
};
std::string kernelPreamble(const air::Reflection& kernel, const KernelVariant& variant);

// `defines` go directly after the #version and #extension lines.
std::string withPreamble(const std::string& glsl, const std::string& defines);

// Wraps main() so that the outputs of `routes` are rearranged after it. False when the text declares no such output.
bool routeOutputs(std::string& glsl, std::span<const RoutedOutput> routes);

} // namespace gl
