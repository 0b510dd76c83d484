#include "ui/hud.h"
#include "ui/status.h"

#include <doctest/doctest.h>
#include <imgui.h>

namespace {
// Dear ImGui without a platform or a renderer: a font atlas, a size and a clock.
struct NullImGui {
    NullImGui() {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = ImVec2(800, 600);
        io.DeltaTime = 1.0F / 60.0F;
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    }
    ~NullImGui() { ImGui::DestroyContext(); }

    template <class Draw>
    int vertices(Draw draw) {
        // Auto-sized windows need one frame to measure themselves.
        for (int frame = 0; frame < 2; ++frame) {
            ImGui::NewFrame();
            draw();
            ImGui::Render();
        }
        return ImGui::GetDrawData()->TotalVtxCount;
    }
};

ui::HudSnapshot busySnapshot() {
    ui::HudSnapshot s;
    s.seconds = 1;
    s.frameIntervalsMs = {16.6F, 17.0F, 33.0F};
    s.commands = {{"ExecIndirect2", 60}};
    s.declines = {{pvg::DeclineReason::NotImplemented, "blit", 2, "blit: this host does not execute the command yet"}};
    s.glRenderer = "a renderer";
    return s;
}
} // namespace

TEST_CASE("every item adds something to the picture") {
    NullImGui imgui;
    int previous = 0;
    for (const char* list : {"fps", "fps,frametimes", "fps,frametimes,commands", "fps,frametimes,commands,declines", "full"}) {
        ui::Hud hud(*ui::parseHudItems(list));
        hud.update(busySnapshot());
        int count = imgui.vertices([&] { hud.draw(); });
        CHECK(count > previous);
        previous = count;
    }
}

TEST_CASE("a hidden HUD draws nothing and one started with nothing can be toggled on") {
    NullImGui imgui;
    ui::Hud hud(*ui::parseHudItems("none"));
    hud.update(busySnapshot());
    CHECK(imgui.vertices([&] { hud.draw(); }) == 0);
    hud.toggle();
    CHECK(hud.isVisible());
    CHECK(imgui.vertices([&] { hud.draw(); }) > 0);
}

TEST_CASE("the text is due twice a second") {
    ui::Hud hud(*ui::parseHudItems("full"));
    hud.update(busySnapshot());
    CHECK_FALSE(hud.isDue(1.49));
    CHECK(hud.isDue(1.5));
}

TEST_CASE("an idle guest changes nothing, whatever the HUD itself costs") {
    ui::Hud hud(*ui::parseHudItems("full"));
    auto snapshot = busySnapshot();
    CHECK(hud.update(snapshot));
    snapshot.seconds += 0.5;
    hud.update(snapshot); // rates fall to zero
    snapshot.seconds += 0.5;
    snapshot.hudMicroseconds = 300;
    snapshot.engineCpuSeconds += 0.01;
    CHECK_FALSE(hud.update(snapshot));
    snapshot.counters[size_t(pvg::Counter::FramesPresented)] += 1;
    CHECK(hud.update(snapshot));
}

TEST_CASE("the status text draws, long lines too") {
    NullImGui imgui;
    CHECK(imgui.vertices([] { ui::drawStatus({}); }) == 0);
    int brief = imgui.vertices([] { ui::drawStatus({"waiting"}); });
    int full = imgui.vertices([] { ui::drawStatus({"waiting", std::string(500, 'w')}); });
    CHECK(brief > 0);
    CHECK(full > brief);
}
