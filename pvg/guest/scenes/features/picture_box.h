// Textures shown texel by texel in a box of the picture.
#pragma once

#include "pvg/guest/scenes/features/kit.h"

namespace pvg::guest {

// Binds what textured_vertex and `fragment` need, once a pass; then each texture takes a call. Nearest texels.
class PictureBox {
public:
    explicit PictureBox(Kit& kit, std::string_view fragment = "textured_fragment")
        : m_kit(kit), m_sampler(makeSampler(kit.task(), {})) {
        kit.stream().setPipeline(kit.texturedPipeline(fragment));
        kit.stream().setFragmentSamplers(0, {&m_sampler, 1});
    }
    void show(ObjectRef texture, const Box& box, const Box& uv = {0, 0, 1, 1}) {
        m_kit.stream().setFragmentTextures(0, {&texture, 1});
        m_kit.fillTextured(box, uv);
    }
    void useSampler(const SamplerState& state) {
        m_sampler = makeSampler(m_kit.task(), state);
        m_kit.stream().setFragmentSamplers(0, {&m_sampler, 1});
    }

private:
    Kit& m_kit;
    ObjectRef m_sampler;
};

} // namespace pvg::guest
