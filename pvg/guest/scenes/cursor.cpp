#include <cmath>

#include "pvg/guest/cursor_glyph.h"
#include "pvg/guest/scenes/makers.h"

namespace pvg::guest {

namespace {

// A plain desk and the hardware cursor going round on it: everything that moves comes from the shared page, not from drawing.
class CursorScene final : public Scene {
public:
    void prepare(Session& session) override { installArrowCursor(session); }
    void encode(Session& session, Frame& frame) override {
        constexpr double kFramesPerRound = 240;
        const double angle = 2 * M_PI * static_cast<double>(frame.index) / kFramesPerRound;
        const double radius = 0.3 * std::min(frame.width, frame.height);
        session.display().moveCursor(static_cast<uint16_t>(frame.width / 2 + radius * std::cos(angle)),
                                     static_cast<uint16_t>(frame.height / 2 + radius * std::sin(angle)), true);
        RenderPass pass{{frame.target}, frame.width, frame.height};
        pass.color.load = LoadAction::Clear;
        pass.color.clear = {46 / 255.0, 82 / 255.0, 120 / 255.0, 1};
        frame.stream.beginRender(pass);
    }
};

} // namespace

std::unique_ptr<Scene> makeCursorScene() { return std::make_unique<CursorScene>(); }

} // namespace pvg::guest
