// Draws a guest's picture through its display's gamma (device.md 8.5), and lends the ramp to the cursor. Thread: the context's.
#pragma once

#include <cstdint>
#include <memory>

#include "app/renderer/fit.h"
#include "pvg/base/result.h"
#include "pvg/display/display_types.h"

namespace app {

class GammaPass {
public:
    static pvg::Result<std::unique_ptr<GammaPass>> create();
    ~GammaPass();
    GammaPass(const GammaPass&) = delete;
    GammaPass& operator=(const GammaPass&) = delete;

    // Texture of the ramp, bound to unit 1; 0 for null.
    unsigned bindRamp(const std::shared_ptr<const pvg::GammaRamp>& ramp);
    // Into the bound framebuffer of that height, the ramp bound before. `isExact`: pixel for pixel.
    struct Picture {
        unsigned texture = 0;
        Rect fit; // framebuffer pixels, origin top left
        uint32_t framebufferHeight = 0;
        bool isExact = false;
    };
    void draw(const Picture& picture) const;

private:
    GammaPass() = default;

    unsigned m_program = 0, m_vertexArray = 0, m_ramp = 0, m_nearest = 0, m_linear = 0;
    std::shared_ptr<const pvg::GammaRamp> m_uploaded;
};

} // namespace app
