#include <algorithm>
#include <deque>

#include "pvg/guest/scenes/makers.h"

namespace pvg::guest {

namespace {

// Colours are multiples of 1/255, so that every byte is exact.
std::array<double, 4> colorOf(uint32_t port, uint64_t index) {
    const double level = double((index * 17) % 256);
    return {port % 2 ? level / 255 : 51 / 255.0, 32.0 * port / 255, port % 2 ? 51 / 255.0 : level / 255, 1};
}

void clear(StreamWriter& stream, ObjectRef target, std::pair<uint32_t, uint32_t> size, const std::array<double, 4>& color) {
    RenderPass pass{{target}, size.first, size.second};
    pass.color.load = LoadAction::Clear;
    pass.color.clear = color;
    stream.beginRender(pass);
}

// A display beside the session's own: port p runs mode p of its list.
class Neighbour {
public:
    Neighbour(Session& session, DisplayPort port) : m_session(session), m_pipe(session.driver(), port) {
        if (m_pipe.open()) openSurfaces();
    }

    void draw(uint64_t index) {
        if (!m_pipe.isOnline()) return;
        if (m_configuration != m_pipe.configurations()) openSurfaces();
        Slot& slot = m_slots[index % m_slots.size()];
        if (!m_session.driver().wait(slot.presented)) return;
        StreamWriter stream;
        clear(stream, slot.texture, {slot.surface.layout.width, slot.surface.layout.height}, colorOf(m_pipe.port().value, index));
        const ResourceUse use{slot.texture, Written::ByGpu};
        if (m_session.execute(stream, {&use, 1})) slot.presented = m_pipe.present(slot.surface.id, {});
    }

private:
    struct Slot {
        Surface surface;
        ObjectRef texture;
        Fence presented;
    };

    void openSurfaces() {
        m_configuration = m_pipe.configurations();
        const DisplayMode mode = m_pipe.modes()[m_pipe.port().value % m_pipe.modes().size()];
        for (Slot& slot : m_slots) {
            slot.surface = makeSurface(m_session.kernel(), mode.width, mode.height);
            slot.texture = makeSurfaceTexture(m_session.user(), slot.surface);
        }
    }

    Session& m_session;
    DisplayPipe m_pipe;
    std::array<Slot, 2> m_slots;
    uint64_t m_configuration = 0;
};

class DisplaysScene final : public Scene {
public:
    void prepare(Session& session) override {
        if (!m_neighbours.empty()) return; // theirs have sizes of their own
        for (uint32_t port = 1; port < session.driver().portCount() && session.driver().isRunning(); ++port)
            m_neighbours.emplace_back(session, DisplayPort{port});
    }
    void encode(Session&, Frame& frame) override {
        for (Neighbour& neighbour : m_neighbours) neighbour.draw(frame.index);
        clear(frame.stream, frame.target, {frame.width, frame.height}, colorOf(0, frame.index));
    }

private:
    std::deque<Neighbour> m_neighbours;
};

} // namespace

std::unique_ptr<Scene> makeDisplaysScene() { return std::make_unique<DisplaysScene>(); }

} // namespace pvg::guest
