// Buffers of the back end, and the zeros that unbound slots read.
#pragma once

#include <array>
#include <vector>

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

    // A buffer of at least `size` bytes for use inside one operation; its contents are undefined. Valid until the next call with the same
    // purpose.
    enum class Scratch : uint8_t { Staging, Rows, Cells, Texels, Count };
    GLuint scratch(Scratch purpose, uint64_t size);

private:
    StateCache& m_state;
    SlotTable<pvg::BufferId, Buffer> m_buffers;
    struct ScratchBuffer {
        BufferName name;
        uint64_t size = 0;
    };
    BufferName m_zeros;
    std::vector<std::byte> m_initial; // zeros, as many as the largest new buffer took
    std::array<ScratchBuffer, size_t(Scratch::Count)> m_scratch;
};

} // namespace gl
