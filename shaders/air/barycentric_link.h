// Barycentric coordinates of fragment functions. OpenGL has none, so a linker puts a geometry stage between the two functions, which hands
// every varying on and gives each corner of the triangle its unit vector. No GL, no LLVM.
//
// Fragment inputs (Reflection::inputs) whose names start with kBarycentricName are such coordinates; their interpolation says how they run
// over the triangle. The vertex stage gets barycentricVertexPreamble() besides its own, the geometry stage's text is
// barycentricGeometryText(). Only triangles can be drawn then, and the vertex function cannot choose layer or viewport.
// Source: air.md 3 (barycentric_coord).
#pragma once

#include <string>
#include <string_view>

#include "shaders/air/reflection.h"

namespace air {

inline constexpr std::string_view kBarycentricName = "b_barycentric";

bool isBarycentric(const Varying& input);
bool usesBarycentrics(const Reflection& fragment);
std::string barycentricVertexPreamble(const Reflection& vertex);
std::string barycentricGeometryText(const Reflection& vertex, const Reflection& fragment);

} // namespace air
