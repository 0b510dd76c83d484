#include "app/renderer/hud_layer.h"

#include <algorithm>
#include <cmath>

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "app/renderer/clock.h"
#include "ui/status.h"

namespace app {

namespace {
constexpr float kFontPixels = 13.0F; // the built-in bitmap font's own size: only whole multiples stay sharp
constexpr double kMeanWeight = 0.1;
} // namespace

pvg::Result<std::unique_ptr<HudLayer>> HudLayer::create(float scale) {
    auto layer = std::unique_ptr<HudLayer>(new HudLayer);
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    float whole = std::max(1.0F, std::round(scale));
    ImFontConfig font;
    font.SizePixels = kFontPixels * whole;
    io.Fonts->AddFontDefault(&font);
    ImGui::GetStyle().ScaleAllSizes(whole);
    if (!ImGui_ImplOpenGL3_Init("#version 450 core")) return pvg::Error{pvg::Code::Unsupported, "the HUD's OpenGL functions cannot be loaded"};
    layer->m_lastPaint = monotonicSeconds();
    return layer;
}

HudLayer::~HudLayer() {
    if (ImGui::GetIO().BackendRendererUserData) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void HudLayer::paint(const ui::Hud& hud, const std::vector<std::string>& status, uint32_t width, uint32_t height) {
    if (!hud.isVisible() && status.empty()) return;
    double begin = threadCpuSeconds();
    double now = monotonicSeconds();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(float(width), float(height));
    io.DeltaTime = float(std::max(now - m_lastPaint, 1e-4));
    m_lastPaint = now;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    hud.draw();
    ui::drawStatus(status);
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    double cost = (threadCpuSeconds() - begin) * 1e6;
    m_microseconds += (cost - m_microseconds) * (m_microseconds == 0 ? 1.0 : kMeanWeight);
}

} // namespace app
