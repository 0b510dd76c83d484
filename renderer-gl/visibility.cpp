#include "renderer-gl/visibility.h"

#include "pvg/base/checked.h"

namespace gl {

using pvg::mtl::VisibilityResultMode;

void VisibilityRecorder::beginPass(pvg::BufferId results, uint64_t base) {
    m_results = results;
    m_base = base;
    m_mode = VisibilityResultMode::Disabled;
    m_offset = 0;
    m_spans.clear();
}

void VisibilityRecorder::arm(VisibilityResultMode mode, uint64_t offset) {
    if (!m_results) return;
    const bool isSame = mode == m_mode && (offset == m_offset || mode == VisibilityResultMode::Disabled);
    if (isSame) return;
    stop();
    m_mode = mode;
    m_offset = offset;
    if (mode == VisibilityResultMode::Disabled) return;
    const GLenum target = mode == VisibilityResultMode::Boolean ? GL_ANY_SAMPLES_PASSED : GL_SAMPLES_PASSED;
    GLuint name = 0;
    glCreateQueries(target, 1, &name);
    m_spans[offset].emplace_back(name);
    glBeginQuery(target, name);
    m_running = target;
    m_state.countCalls(2);
}

void VisibilityRecorder::stop() {
    if (m_running == 0) return;
    glEndQuery(m_running);
    m_state.countCalls(1);
    m_running = 0;
}

void VisibilityRecorder::endPass() {
    stop();
    m_mode = VisibilityResultMode::Disabled;
    for (auto& [offset, spans] : m_spans) store(offset, std::move(spans));
    m_spans.clear();
    m_results = {};
}

void VisibilityRecorder::store(uint64_t offset, std::vector<QueryName> spans) {
    const Buffer* results = m_buffers.find(m_results);
    const auto at = pvg::checkedAdd(m_base, offset);
    if (results == nullptr || !at || *at % 8 != 0 || !pvg::fits(*at, sizeof(GLuint64), results->size)) return;
    if (spans.size() == 1) { // the GPU stores it
        glGetQueryBufferObjectui64v(spans[0].get(), results->name.get(), GL_QUERY_RESULT, GLintptr(*at));
        m_state.countCalls(1);
        return;
    }
    GLuint64 sum = 0; // spans that came back to one offset add up; rare enough to wait for them
    for (const QueryName& span : spans) {
        GLuint64 count = 0;
        glGetQueryObjectui64v(span.get(), GL_QUERY_RESULT, &count);
        sum += count;
    }
    m_counters.add(pvg::Counter::Stalls);
    glNamedBufferSubData(results->name.get(), GLintptr(*at), sizeof(sum), &sum);
    m_state.countCalls(spans.size() + 1);
}

} // namespace gl
