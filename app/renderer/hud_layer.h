// Dear ImGui on top of the composed picture: owns its context and its OpenGL back end. Thread: window, context current.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "ui/hud.h"

namespace app {

class HudLayer {
public:
    // `scale`: 1 for about 96 dpi.
    static pvg::Result<std::unique_ptr<HudLayer>> create(float scale);
    ~HudLayer();
    HudLayer(const HudLayer&) = delete;
    HudLayer& operator=(const HudLayer&) = delete;

    // Draws into the bound default framebuffer of that size; nothing when there is nothing to say.
    void paint(const ui::Hud& hud, const std::vector<std::string>& status, uint32_t width, uint32_t height);
    // Mean CPU time of the latest paints.
    double microseconds() const { return m_microseconds; }

private:
    HudLayer() = default;

    double m_microseconds = 0;
    double m_lastPaint = 0;
};

} // namespace app
