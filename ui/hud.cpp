#include "ui/hud.h"

#include <algorithm>
#include <utility>

#include <imgui.h>

namespace ui {

namespace {
constexpr ImGuiWindowFlags kOverlayFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoInputs |
                                           ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoSavedSettings;
const ImVec4 kWarning{1.0F, 0.72F, 0.35F, 1.0F};
constexpr float kGraphWidthInLines = 26.0F;
constexpr float kGraphHeightInLines = 4.0F;
constexpr float kGraphFloorMs = 33.4F; // so that a smooth 60 Hz line lies in the middle

void lines(const std::vector<std::string>& text) {
    for (const std::string& line : text) ImGui::TextUnformatted(line.c_str());
}

void frameTimeGraph(const std::vector<float>& intervals) {
    if (intervals.empty()) return;
    float line = ImGui::GetTextLineHeight();
    float top = std::max(kGraphFloorMs, *std::max_element(intervals.begin(), intervals.end()));
    ImGui::PlotLines("##frametimes", intervals.data(), int(intervals.size()), 0, nullptr, 0.0F, top,
                     ImVec2(line * kGraphWidthInLines, line * kGraphHeightInLines));
}
} // namespace

void Hud::toggle() {
    if (!m_items.any()) m_items = *parseHudItems(kDefaultHudItems);
    m_visible = !m_visible;
}

bool Hud::update(HudSnapshot snapshot) {
    HudText text = composeHudText(m_last, snapshot);
    bool isChanged = !text.saysTheSameAs(m_text);
    m_text = std::move(text);
    m_last = std::move(snapshot);
    return isChanged;
}

void Hud::draw() const {
    if (!m_visible) return;
    ImGui::SetNextWindowPos(ImVec2(8.0F, 8.0F));
    ImGui::SetNextWindowBgAlpha(0.78F);
    if (ImGui::Begin("HUD", nullptr, kOverlayFlags)) {
        if (m_items.fps) {
            lines(m_text.fps);
            ImGui::TextUnformatted(m_text.cost.c_str());
        }
        if (m_items.frameTimes) {
            frameTimeGraph(m_last.frameIntervalsMs);
            lines(m_text.frameTimes);
        }
        if (m_items.shaders && !m_text.shaders.empty()) {
            ImGui::PushStyleColor(ImGuiCol_Text, kWarning);
            lines(m_text.shaders);
            ImGui::PopStyleColor();
        }
        if (m_items.commands) lines(m_text.commands);
        if (m_items.declines && !m_text.declines.empty()) {
            ImGui::PushStyleColor(ImGuiCol_Text, kWarning);
            ImGui::TextUnformatted("declined:");
            lines(m_text.declines);
            ImGui::PopStyleColor();
        }
        if (m_items.memory) lines(m_text.memory);
    }
    ImGui::End();
}

} // namespace ui
