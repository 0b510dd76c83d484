// Commands of one channel that were started and whose stamps are not out yet. Stamps of a channel leave in command order, whatever order
// their work completes in (device.md 5.5). Thread: engine.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "pvg/base/ids.h"

namespace pvg {

struct PendingStamp {
    StampSlot slot; // the channel's when the command was started
    uint32_t signal = 0;
    uint64_t token = 0;                   // completion it waits for; 0 = none
    std::optional<DisplayPort> presented; // raise "transaction complete" behind the stamp
};

class StampQueue {
public:
    // The FIFO contract's depth (device.md 5.5): a full queue stops its channel.
    static constexpr size_t kDepth = 32;

    bool isFull() const { return m_stamps.size() >= kDepth; }
    bool isEmpty() const { return m_stamps.empty(); }
    void push(PendingStamp stamp) { m_stamps.push_back(stamp); }
    void clear() { m_stamps.clear(); }
    bool contains(uint32_t signal) const;
    // The completion the front waits for, and the one everything is done with; 0 = none.
    uint64_t frontToken() const { return m_stamps.empty() ? 0 : m_stamps.front().token; }
    uint64_t lastToken() const;
    // How many wait for more than `completed`.
    size_t unfinished(uint64_t completed) const;
    // Takes the front off if its work is complete.
    std::optional<PendingStamp> popReady(uint64_t completed);

private:
    std::deque<PendingStamp> m_stamps;
};

} // namespace pvg
