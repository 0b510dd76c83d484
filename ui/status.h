// The text in a window that has no frame to show: what it waits for and what the guest did last.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ui {

struct GuestStatus {
    std::string socketPath; // empty: not known
    std::string replayPath; // a trace is the guest; empty: there is one
    bool isClientConnected = false;
    uint32_t protocolVersion = 0; // 0 = the driver has not written it yet
    bool isDisplayOnline = false;
    bool isUnplugged = false; // by the user
    bool isAsleep = false;    // by the guest
    uint32_t display = 0;
    uint64_t framesPresented = 0; // of this display
    std::string lastCommand;
    uint64_t declines = 0;
    std::string topDecline; // the most frequent one's sentence
};

// Head line first. Empty when there is a frame to be seen.
std::vector<std::string> statusLines(const GuestStatus& status);

// Centred across the ImGui display, in its lower half; between ImGui::NewFrame() and ImGui::Render().
void drawStatus(const std::vector<std::string>& lines);

} // namespace ui
