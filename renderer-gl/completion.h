// What the GPU has finished: one fence a submit(), and the readbacks that belong to it, handed over in the order they were asked for.
#pragma once

#include <deque>
#include <vector>

#include "pvg/exec/backend.h"
#include "renderer-gl/handle.h"
#include "renderer-gl/state_cache.h"

namespace gl {

class Completion {
public:
    explicit Completion(StateCache& state) : m_state(state) {}
    ~Completion();
    Completion(const Completion&) = delete;

    // A mapped pixel buffer of `size` bytes that the caller makes the GPU fill before the next submit(); `done` gets its bytes.
    GLuint expectRead(uint64_t size, pvg::ReadDone done);

    pvg::CompletionToken submit();
    pvg::CompletionToken poll();
    bool wait(pvg::CompletionToken token, uint64_t nanoseconds);

private:
    struct Staging {
        BufferName name;
        uint64_t capacity = 0;
        const std::byte* bytes = nullptr;
    };
    struct Read {
        Staging staging;
        uint64_t size = 0;
        pvg::ReadDone done;
    };
    struct Batch {
        pvg::CompletionToken token = 0;
        GLsync fence = nullptr;
        std::vector<Read> reads;
    };

    Staging takeStaging(uint64_t size);
    void recycle(Staging staging);
    bool finishOldest(uint64_t nanoseconds);
    static void deliver(Read& read);

    StateCache& m_state;
    std::deque<Batch> m_batches;
    std::vector<Read> m_reads; // of the batch that is being recorded
    std::vector<Staging> m_free;
    pvg::CompletionToken m_submitted = 0, m_completed = 0;
};

} // namespace gl
