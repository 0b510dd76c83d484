// Runs a translated sample on the GL driver at hand.
//
// Kernels: one threadgroup. Fragment functions: every pixel of a 4 x 4 target (RGBA32F, RGBA32I or RGBA32UI an attachment), depth 0.5; a
// float varying is (x, y, 0.25, 1) with x and y from 0 to 1 across the target, an integer one (7, 8, 9, 10). Vertex functions: three
// points, their outputs caught by transform feedback; attribute L is (L + 0.25, L + 0.5, L + 0.75, L + 1), an integer one (L, L + 1, L + 2,
// L + 3). Post-tessellation vertex functions: two patches in pieces of a quarter edge; attribute L of control point K of patch P is that of
// a vertex plus K + 10 P; vertices cannot be told apart, so what is computed goes to memory. Attributes of a kernel's thread are those of a
// vertex plus x + 10 y. Textures are those of sample_textures.h; buffers those of the sample, zero where it names none.
#pragma once

#include <string>
#include <vector>

#include "sample_file.h"
#include "shaders/air/reflection.h"

namespace airtest {

// Text with the linker's preamble (reflection.h) behind its #version and #extension lines.
std::string linkedText(const air::Translation& translation, const Sample& sample);

// Compiles, runs and looks; what is wrong, empty when nothing is.
std::vector<std::string> runSample(const air::Translation& translation, const Sample& sample);

} // namespace airtest
