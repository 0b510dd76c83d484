// The demo's own shaders as single-function Metal libraries, embedded. The function in each has the library's name; what it reads and
// writes stands as Metal source at the head of its .ll file. Standard library only.
//
//   name                 stage     buffers                             textures, samplers    varyings
//   triangle_vertex      vertex    0 {float4 position, float4 color}[]                       out color
//   triangle_fragment    fragment                                                            in color
//   textured_vertex      vertex    stage_in float2 position, float2 uv                       out uv
//   textured_fragment    fragment                                      texture 0, sampler 0  in uv
//   fullscreen_vertex    vertex    none; draw 3 vertices                                     out uv
//   compositor_vertex    vertex    stage_in float4 position, float2 uv,                      out uv, color
//                                  float4 color; 1 float4 pixelToClip
//   compositor_fragment  fragment                                      texture 0, sampler 0  in uv, color
//   lit_vertex           vertex    stage_in float3 position, float3 normal,              out uv, color
//                                  float2 uv; 1 Part, 128 bytes
//   solid_fragment       fragment                                                            in uv, color
//   glyph_fragment       fragment  (coverage in alpha)                 texture 0, sampler 0  in uv, color
//   glyph_r_fragment     fragment  (coverage in red)                   texture 0, sampler 0  in uv, color
//   rounded_fragment     fragment  0 Window, 16 bytes                  texture 0, sampler 0  in uv, color
//   shadow_fragment      fragment  0 Shadow, 32 bytes                                        in uv, color
//   wallpaper_fragment   fragment  0 Wallpaper, 64 bytes                                     in uv, color
//   blur_down_fragment   fragment  0 float2 texelSize                  texture 0, sampler 0  in uv
//   blur_up_fragment     fragment  0 float2 texelSize                  texture 0, sampler 0  in uv
//   add                  kernel    0 float[] a, 1 float[] b, 2 float[] sum
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace demo {

struct Library {
    std::string_view name;
    std::span<const std::byte> bytes; // static storage
};

// In alphabetical order.
std::span<const Library> libraries();
// Empty for a name that is not in the list.
std::span<const std::byte> demoLibrary(std::string_view name);

// The uniform structs, laid out as the shaders read them.
struct Window {
    float width = 0, height = 0; // pixels
    float radius = 0;
    float opacity = 1;
};
struct Shadow {
    float quadWidth = 0, quadHeight = 0; // pixels, as the rest
    float boxWidth = 0, boxHeight = 0;
    float radius = 0;
    float blur = 1; // above 0
    float offset = 0;
    float opacity = 1;
};
struct Wallpaper {
    float top[4] = {}, bottom[4] = {}, accent[4] = {};
    float time = 0;
    unsigned waves = 0;
    unsigned unused[2] = {};
};
static_assert(sizeof(Window) == 16 && sizeof(Shadow) == 32 && sizeof(Wallpaper) == 64);

} // namespace demo
