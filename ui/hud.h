// The HUD: keeps the two latest snapshots' text and draws it with Dear ImGui. Knows no GL: the caller renders ImGui's draw data.
// Thread: window.
#pragma once

#include "ui/hud_items.h"
#include "ui/hud_snapshot.h"
#include "ui/hud_text.h"

namespace ui {

class Hud {
public:
    explicit Hud(HudItems items) : m_items(items), m_visible(items.any()) {}

    bool isVisible() const { return m_visible; }
    // Off and on; a HUD started with nothing shows the default items.
    void toggle();
    // True when the text is older than kHudPeriodSeconds.
    bool isDue(double seconds) const { return seconds - m_last.seconds >= kHudPeriodSeconds; }
    // True when the text changed, apart from the HUD's own cost.
    bool update(HudSnapshot snapshot);
    // Between ImGui::NewFrame() and ImGui::Render().
    void draw() const;

private:
    HudItems m_items;
    bool m_visible;
    HudSnapshot m_last;
    HudText m_text;
};

} // namespace ui
