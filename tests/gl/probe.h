// What a fragment function sees of a texture.
#pragma once

#include "drawing.h"

namespace gltest {

// A pass of one pixel a texel whose fragment function evaluates `expression`, with what `declarations` and `uses` name bound at Metal texture 2.
struct Probe {
    Probe(Fixture& fixture, const std::string& declarations, const std::string& expression, std::vector<air::TextureUse> uses, uint32_t width = 1,
          uint32_t height = 1)
        : f(fixture), size(region2d(width, height)) {
        r = gltest::request(f, {125});
        air::Reflection reflection;
        reflection.stage = air::Stage::Fragment;
        reflection.colors = {{0, 0, 0}};
        reflection.textures = std::move(uses);
        r.fragment = f.shaders().add("#version 450 core\n" + declarations + "\nlayout(location = 0) out vec4 fs_color0;\nvoid main() { fs_color0 = " +
                                         expression + "; }\n",
                                     reflection);
        target = f.texture(body2d(125, width, height));
        state.pipeline = pipeline(f, r);
        const auto vertices = quad(-1, -1, 1, 1);
        state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
    }
    std::vector<float> run() {
        REQUIRE(f.backend().beginRenderPass(Pass().color(target, {-1, -1, -1, -1}).descriptor).ok());
        state.dirty = pvg::RenderState::Everything;
        gltest::draw(f, state, triangles(6));
        REQUIRE(f.backend().endRenderPass().ok());
        return fromBytes<float>(f.read(target, size, size.width * 16));
    }
    Fixture& f;
    pvg::TextureRegion size;
    pvg::RenderPipelineRequest r;
    pvg::RenderState state;
    pvg::TextureId target;
};

inline air::TextureUse fetched(uint8_t type = 2, uint8_t component = 0) {
    air::TextureUse use;
    use.metalIndex = 2;
    use.uniformName = "fs_t2";
    use.textureType = type;
    use.componentType = component;
    return use;
}

inline air::TextureUse sampled(uint8_t type = 2, uint8_t component = 0) {
    air::TextureUse use = fetched(type, component);
    use.uniformName = "fs_t2_s1";
    use.sampler = air::TextureUse::Sampler::Argument;
    use.samplerIndex = 1;
    return use;
}

} // namespace gltest
