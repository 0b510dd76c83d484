#include <cmath>

#include "pvg/guest/scenes/makers.h"

namespace pvg::guest {

namespace {

constexpr uint32_t kEntries = 1024;
constexpr uint64_t kFramesPerTable = 60;
constexpr uint32_t kFull = 65535;

// What night modes and colour filters do: fewer blues, everything inverted, and no change at all.
enum class Look : uint32_t { Warm, Inverted, Identity, Count };

uint32_t valueOf(Look look, uint32_t channel, uint32_t entry) {
    const double at = double(entry) / (kEntries - 1);
    constexpr std::array<double, 3> kWarmth{1.0, 0.82, 0.55};
    if (look == Look::Warm) return uint32_t(std::lround(kFull * kWarmth[channel] * std::pow(at, 1.1)));
    return uint32_t(std::lround(kFull * (look == Look::Inverted ? 1 - at : at)));
}

// The picture stays, its display's tables change: seen in the window, never in a screenshot.
class GammaScene final : public Scene {
public:
    void prepare(Session& session) override {
        for (uint32_t look = 0; look < m_tables.size(); ++look) {
            std::vector<uint32_t> words;
            uint32_t sum = 0;
            for (uint32_t i = 0; i < 3 * kEntries; ++i) {
                words.push_back(valueOf(Look(look), i / kEntries, i % kEntries));
                sum += words.back();
            }
            const Allocation memory = session.kernel().allocate(words.size() * 4);
            memory.write(0, bytesOf(words));
            m_tables[look] = {memory.address, kEntries, sum};
        }
    }
    void encode(Session& session, Frame& frame) override {
        if (frame.index % kFramesPerTable == 0) session.display().setGamma(m_tables[frame.index / kFramesPerTable % m_tables.size()]);
        RenderPass pass{{frame.target}, frame.width, frame.height};
        pass.color.load = LoadAction::Clear;
        pass.color.clear = {204 / 255.0, 153 / 255.0, 102 / 255.0, 1};
        frame.stream.beginRender(pass);
    }

private:
    std::array<DisplayPipe::GammaTable, size_t(Look::Count)> m_tables;
};

} // namespace

std::unique_ptr<Scene> makeGammaScene() { return std::make_unique<GammaScene>(); }

} // namespace pvg::guest
