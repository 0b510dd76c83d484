// Counters: written by the thread where the cost happens, read by anyone. Relaxed atomics; a snapshot is not a point in time.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "pvg/base/decline.h"

namespace pvg {

enum class Counter : uint16_t {
#define COUNTER(name, key) name,
#include "pvg/base/counters.inc"
#undef COUNTER
    Count
};

std::string_view counterKey(Counter counter);

struct DeclineCount {
    DeclineReason reason;
    std::string command;
    uint64_t count = 0;
    std::string lastSentence;
};

struct CommandCount {
    std::string_view name;
    uint64_t count = 0;
};

// Thread: any. Decline recording takes a short mutex (declines are rare); everything else is one relaxed add.
class Counters {
public:
    void add(Counter counter, uint64_t n = 1) { m_values[size_t(counter)].fetch_add(n, std::memory_order_relaxed); }
    uint64_t get(Counter counter) const { return m_values[size_t(counter)].load(std::memory_order_relaxed); }

    // Counts the decline and logs it, rate limited per (reason, command).
    void record(const Decline& decline);
    // Told of each decline that is logged, on the thread where it happens. Set before any; outlives them.
    using DeclineListener = std::function<void(const Decline& decline, const std::string& sentence)>;
    void setDeclineListener(DeclineListener listener) { m_declineListener = std::move(listener); }
    std::vector<DeclineCount> declines() const;
    uint64_t declineTotal() const { return m_declineTotal.load(std::memory_order_relaxed); }

    // One row per command-table row. Register all names before the first count(); a name that is known keeps its index.
    size_t registerCommand(std::string_view name);
    void countCommand(size_t index) { m_commands[index].fetch_add(1, std::memory_order_relaxed); }
    std::vector<CommandCount> commands() const;

    static constexpr size_t kMaxCommands = 512;

private:
    std::array<std::atomic<uint64_t>, size_t(Counter::Count)> m_values{};
    std::array<std::atomic<uint64_t>, kMaxCommands> m_commands{};
    std::vector<std::string_view> m_names;
    std::atomic<uint64_t> m_declineTotal{0};
    mutable std::mutex m_mutex;
    std::map<std::pair<uint16_t, std::string>, DeclineCount> m_declines;
    DeclineListener m_declineListener;
};

} // namespace pvg
