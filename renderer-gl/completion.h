// What the GPU has finished: one fence a submit(), and the readbacks that belong to it, handed over in the order they were asked for. Nothing
// completes any more once the GPU is lost.
#pragma once

#include <deque>
#include <vector>

#include "pvg/exec/backend.h"
#include "renderer-gl/gpu_watch.h"
#include "renderer-gl/handle.h"
#include "renderer-gl/state_cache.h"

namespace gl {

class Completion {
public:
    Completion(StateCache& state, GpuWatch& watch) : m_state(state), m_watch(watch) {}
    ~Completion();
    Completion(const Completion&) = delete;

    // A mapped pixel buffer of `size` bytes that the caller makes the GPU fill before the next submit(); `done` gets its bytes, or none where
    // there was no memory for them.
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
        GpuWatch::Clock::time_point submittedAt;
    };

    Staging takeStaging(uint64_t size);
    void recycle(Staging staging);
    bool finishOldest(uint64_t nanoseconds);
    static void deliver(Read& read);

    StateCache& m_state;
    GpuWatch& m_watch;
    GpuWatch::Clock::time_point m_progressAt{}; // the newest completion
    std::deque<Batch> m_batches;
    std::vector<Read> m_reads; // of the batch that is being recorded
    std::vector<Staging> m_free;
    pvg::CompletionToken m_submitted = 0, m_completed = 0;
};

} // namespace gl
