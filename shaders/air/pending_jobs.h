// The queue of a translation service: what waits and what runs, by name and age.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shaders/air/service.h"

namespace air {

// "kernel add", from the library's own directory: printable, at most 64 bytes. "module of N bytes" where it has no name.
std::string titleOf(std::span<const std::byte> library);

// Thread: any.
class PendingJobs {
public:
    using Clock = std::chrono::steady_clock;
    struct Job {
        std::string hash;
        std::shared_ptr<const std::vector<std::byte>> bytes; // of the library
        std::string title;
        Clock::time_point asked;
    };
    using Running = std::list<Job>::iterator;

    // False, and nothing kept, when too much waits already.
    bool push(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library);
    // The oldest that waits; it runs until done(). None after stop().
    std::optional<Running> take();
    // Gives the milliseconds since it was asked for.
    double done(Running job);
    void stop();

    std::vector<PendingTranslation> list(size_t most) const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_jobReady;
    std::deque<Job> m_waiting;
    std::list<Job> m_running;
    size_t m_waitingBytes = 0;
    bool m_isStopping = false;
};

} // namespace air
