#include "renderer-gl/completion.h"

#include <algorithm>
#include <bit>
#include <chrono>

namespace gl {

namespace {

constexpr uint64_t kSmallestStaging = 4096;
constexpr size_t kMostFreeStagings = 16;
constexpr uint64_t kLargestKept = 64U << 20;
constexpr uint64_t kWaitSlice = 500'000'000; // the watch looks in between

} // namespace

Completion::~Completion() {
    for (const Batch& batch : m_batches) glDeleteSync(batch.fence);
}

GLuint Completion::expectRead(uint64_t size, pvg::ReadDone done) {
    m_reads.push_back({takeStaging(size), size, std::move(done)});
    return m_reads.back().staging.name.get();
}

Completion::Staging Completion::takeStaging(uint64_t size) {
    const auto fit = std::find_if(m_free.begin(), m_free.end(), [size](const Staging& s) { return s.capacity >= size && s.capacity / 4 <= size; });
    if (fit != m_free.end()) {
        Staging staging = std::move(*fit);
        m_free.erase(fit);
        return staging;
    }
    Staging staging{makeBuffer(), std::max(kSmallestStaging, std::bit_ceil(size)), nullptr};
    constexpr GLbitfield kAccess = GL_MAP_READ_BIT | GL_MAP_PERSISTENT_BIT | GL_MAP_COHERENT_BIT;
    glNamedBufferStorage(staging.name.get(), GLsizeiptr(staging.capacity), nullptr, kAccess | GL_CLIENT_STORAGE_BIT);
    if (!m_state.gotMemory()) return staging;
    staging.bytes = static_cast<const std::byte*>(glMapNamedBufferRange(staging.name.get(), 0, GLsizeiptr(staging.capacity), kAccess));
    return staging;
}

void Completion::recycle(Staging staging) {
    if (staging.bytes != nullptr && staging.capacity <= kLargestKept && m_free.size() < kMostFreeStagings)
        m_free.push_back(std::move(staging));
    else
        m_state.forgetBuffer(staging.name.get());
}

pvg::CompletionToken Completion::submit() {
    Batch batch{++m_submitted, glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0), std::move(m_reads), GpuWatch::Clock::now()};
    m_reads.clear();
    glFlush();
    m_watch.look();
    m_batches.push_back(std::move(batch));
    m_state.countCalls(2);
    m_state.flushCounters();
    return m_submitted;
}

void Completion::deliver(Read& read) {
    const size_t size = read.staging.bytes != nullptr ? size_t(read.size) : 0;
    read.done({read.staging.bytes, size});
}

bool Completion::finishOldest(uint64_t nanoseconds) {
    if (m_watch.isLost()) return false;
    const Batch& oldest = m_batches.front();
    const GLenum status = glClientWaitSync(oldest.fence, GL_SYNC_FLUSH_COMMANDS_BIT, nanoseconds);
    if (status != GL_ALREADY_SIGNALED && status != GL_CONDITION_SATISFIED) {
        m_watch.stillWaits(std::max(oldest.submittedAt, m_progressAt));
        return false;
    }
    if (m_watch.look()) return false;
    m_progressAt = GpuWatch::Clock::now();
    Batch batch = std::move(m_batches.front());
    m_batches.pop_front();
    glDeleteSync(batch.fence);
    for (Read& read : batch.reads) {
        deliver(read);
        recycle(std::move(read.staging));
    }
    m_completed = batch.token;
    return true;
}

pvg::CompletionToken Completion::poll() {
    while (!m_batches.empty() && finishOldest(0)) {}
    return m_completed;
}

bool Completion::wait(pvg::CompletionToken token, uint64_t nanoseconds) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    while (m_completed < token && !m_batches.empty() && !m_watch.isLost()) {
        const auto spent = uint64_t(std::chrono::nanoseconds(Clock::now() - start).count());
        const uint64_t left = spent < nanoseconds ? nanoseconds - spent : 0;
        if (!finishOldest(std::min(left, kWaitSlice)) && left <= kWaitSlice) return false;
    }
    return m_completed >= token;
}

} // namespace gl
