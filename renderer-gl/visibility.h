// Visibility results: one GL query for each armed span, sums into the pass's buffer at its end (stream.md 12, decisions.md 29).
#pragma once

#include <map>
#include <vector>

#include "renderer-gl/buffers.h"

namespace gl {

class VisibilityRecorder {
public:
    VisibilityRecorder(StateCache& state, BufferStore& buffers, pvg::Counters& counters)
        : m_state(state), m_buffers(buffers), m_counters(counters) {}

    void beginPass(pvg::BufferId results, uint64_t base);
    // Before a draw; a span ends when mode or offset change.
    void arm(pvg::mtl::VisibilityResultMode mode, uint64_t offset);
    void endPass();

private:
    void stop();
    void store(uint64_t offset, std::vector<QueryName> spans);

    StateCache& m_state;
    BufferStore& m_buffers;
    pvg::Counters& m_counters;
    pvg::BufferId m_results;
    uint64_t m_base = 0;
    pvg::mtl::VisibilityResultMode m_mode{};
    uint64_t m_offset = 0;
    GLenum m_running = 0; // target of the active query
    std::map<uint64_t, std::vector<QueryName>> m_spans;
};

} // namespace gl
