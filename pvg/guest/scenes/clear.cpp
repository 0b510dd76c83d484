#include "pvg/guest/scenes/makers.h"

namespace pvg::guest {

namespace {

// One pass that clears and draws nothing. The colours are multiples of 1/255, so that the result is exact in every byte, and they
// repeat every four frames.
class ClearScene final : public Scene {
public:
    void prepare(Session&) override {}
    void encode(Session&, Frame& frame) override {
        constexpr std::array<std::array<double, 3>, 4> kBytes{{{51, 102, 204}, {204, 51, 102}, {102, 204, 51}, {255, 128, 0}}};
        const auto& c = kBytes[frame.index % kBytes.size()];
        RenderPass pass{{frame.target}, frame.width, frame.height};
        pass.color.load = LoadAction::Clear;
        pass.color.clear = {c[0] / 255, c[1] / 255, c[2] / 255, 1};
        frame.stream.beginRender(pass);
    }
};

} // namespace

std::unique_ptr<Scene> makeClearScene() { return std::make_unique<ClearScene>(); }

} // namespace pvg::guest
