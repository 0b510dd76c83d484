#include "ui/status.h"

#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>

namespace ui {

namespace {
constexpr float kHeadScale = 1.5F;
constexpr float kHeight = 0.75F; // of the window: below the HUD

std::string headLine(const GuestStatus& status) {
    if (!status.replayPath.empty()) return "replaying " + status.replayPath + "; no frame yet";
    if (!status.isClientConnected) {
        return status.socketPath.empty() ? "waiting for QEMU to connect" : "waiting for QEMU on " + status.socketPath;
    }
    if (status.protocolVersion == 0) return "QEMU is connected; waiting for the guest's graphics driver";
    if (status.isUnplugged) return fmt::format("display {} is unplugged; F9 plugs it in again", status.display);
    if (status.isAsleep) return fmt::format("display {} is asleep", status.display);
    if (!status.isDisplayOnline) return fmt::format("the guest's driver is up; waiting for it to open display {}", status.display);
    return fmt::format("display {} is online; no frame yet", status.display);
}
} // namespace

std::vector<std::string> statusLines(const GuestStatus& status) {
    const bool isDark = status.isUnplugged || status.isAsleep;
    if (status.framesPresented > 0 && !isDark) return {};
    std::vector<std::string> lines{headLine(status)};
    if (status.framesPresented > 0 && status.isClientConnected) return lines;
    if (status.isClientConnected && !status.lastCommand.empty()) lines.push_back("last command: " + status.lastCommand);
    if (status.declines > 0) lines.push_back(fmt::format("{} declined so far, most often: {}", status.declines, status.topDecline));
    return lines;
}

void drawStatus(const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos(ImVec2(display.x / 2, display.y * kHeight), ImGuiCond_Always, ImVec2(0.5F, 0.5F));
    ImGui::SetNextWindowSize(ImVec2(std::max(display.x * 0.8F, 1.0F), 0.0F));
    constexpr ImGuiWindowFlags flags =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoSavedSettings;
    // Black: legible over a picture, invisible without one.
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ImVec4(0.0F, 0.0F, 0.0F, 0.75F));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
    if (ImGui::Begin("status", nullptr, flags)) {
        for (size_t i = 0; i < lines.size(); ++i) {
            ImGui::SetWindowFontScale(i == 0 ? kHeadScale : 1.0F);
            float width = ImGui::CalcTextSize(lines[i].c_str()).x;
            float room = ImGui::GetContentRegionAvail().x;
            if (width < room) {
                ImGui::SetCursorPosX((ImGui::GetWindowWidth() - width) / 2);
                ImGui::TextUnformatted(lines[i].c_str());
            } else {
                ImGui::TextWrapped("%s", lines[i].c_str());
            }
        }
    }
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

} // namespace ui
