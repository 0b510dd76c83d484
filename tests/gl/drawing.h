// Pipelines and passes of the drawing tests.
#pragma once

#include "fixture.h"

namespace gltest {

inline constexpr const char* kFlip = "#if AIR_FLIP_Y\n    gl_Position.y = -gl_Position.y;\n#endif\n";

// Vertices from a storage buffer of vec4 positions at Metal index 0.
std::string pulledVertexText(const std::string& body = "");
air::Reflection pulledVertexReflection();
// Writes the vec4 at Metal index 0 to attachment 0.
std::string constantFragmentText();
air::Reflection constantFragmentReflection();

struct Pass {
    pvg::RenderPass descriptor;
    Pass& color(pvg::TextureId texture, std::array<double, 4> clear, unsigned index = 0);
    Pass& load(pvg::TextureId texture, unsigned index = 0);
};

// A pipeline that must come up.
pvg::RenderPipelineId pipeline(Fixture& f, const pvg::RenderPipelineRequest& request);
pvg::RenderPipelineRequest request(Fixture& f, std::vector<unsigned> colorFormats);
void draw(Fixture& f, pvg::RenderState& state, const pvg::DrawCall& call);
pvg::DrawCall triangles(uint64_t vertices);

// Two triangles over the rectangle left..right, bottom..top in normalised device coordinates, at depth z.
std::vector<float> quad(float left, float bottom, float right, float top, float z = 0.5F);
// Equal but for the rounding of normalised values.
bool near(const std::vector<float>& a, const std::vector<float>& b);
pvg::BufferBinding bound(pvg::BufferId buffer, uint64_t size, uint64_t offset = 0);

} // namespace gltest
