// Buffers of the back end, and the zeros that unbound slots read.
#pragma once

#include "pvg/exec/backend.h"
#include "renderer-gl/handle.h"
#include "renderer-gl/slot_table.h"
#include "renderer-gl/state_cache.h"

namespace gl {

struct Buffer {
    BufferName name;
    uint64_t size = 0;
};

class BufferStore {
public:
    explicit BufferStore(StateCache& state);

    pvg::Result<pvg::BufferId> create(uint64_t size);
    void destroy(pvg::BufferId id);
    Buffer* find(pvg::BufferId id) const { return m_buffers.find(id); }

    // kZeroBytes of zeros; what unbound buffer slots and absent vertex attributes read. Shaders never store into it: the reachable size
    // they are told is 0 (reflection.h, P_info).
    GLuint zeros() const { return m_zeros.get(); }
    static constexpr uint64_t kZeroBytes = 65536;

    // A buffer of at least `size` bytes for use inside one call sequence; its contents are undefined. Valid until the next call.
    GLuint scratch(uint64_t size);

private:
    StateCache& m_state;
    SlotTable<pvg::BufferId, Buffer> m_buffers;
    BufferName m_zeros, m_scratch;
    uint64_t m_scratchSize = 0;
};

} // namespace gl
