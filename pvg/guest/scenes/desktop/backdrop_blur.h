// Frosted glass: the surface below a panel, scaled down level by level and up again, one mip level per render pass.
#pragma once

#include "pvg/guest/session.h"

namespace pvg::guest::desktop {

class BackdropBlur {
public:
    // `region`: what of the surface is blurred, in pixels.
    void prepare(Session& session, const Rect& region);

    // Ends the open encoder and records the passes. Afterwards result() holds the blurred region.
    void record(Session& session, Frame& frame);

    // A view of the pyramid's first level: the region at half its size.
    ObjectRef result() const { return m_views.front(); }

private:
    static constexpr uint16_t kLevels = 4;
    struct Step {
        ObjectRef pipeline, source;
        uint32_t sourceWidth = 0, sourceHeight = 0; // texels
        uint16_t target = 0;                        // level
    };
    void beginLevel(Session& session, Frame& frame, const Step& step);
    void drawSurface(Session& session, Frame& frame);
    void drawLevel(Session& session, Frame& frame, const Step& step);

    Rect m_region;
    Texture m_pyramid;
    std::array<ObjectRef, kLevels> m_views;
    ObjectRef m_fromSurface, m_down, m_up, m_sampler;
};

} // namespace pvg::guest::desktop
