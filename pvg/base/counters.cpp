#include "pvg/base/counters.h"

#include <algorithm>
#include <cassert>

#include "pvg/base/log.h"

namespace pvg {

namespace {
constexpr std::string_view kKeys[] = {
#define COUNTER(name, key) key,
#include "pvg/base/counters.inc"
#undef COUNTER
};
// Powers of two: the first of a kind is always seen, a flood is not.
bool worthLogging(uint64_t count) { return (count & (count - 1)) == 0; }
} // namespace

std::string_view counterKey(Counter counter) { return kKeys[size_t(counter)]; }

void Counters::record(const Decline& decline) {
    m_declineTotal.fetch_add(1, std::memory_order_relaxed);
    std::string sentence = decline.sentence();
    uint64_t count = 0;
    {
        std::lock_guard lock(m_mutex);
        DeclineCount& row = m_declines[{uint16_t(decline.reason), decline.command}];
        row.reason = decline.reason;
        row.command = decline.command;
        row.lastSentence = sentence;
        count = ++row.count;
    }
    if (!worthLogging(count)) return;
    spdlog::warn("declined {}x: {}", count, sentence);
    if (m_declineListener) m_declineListener(decline, sentence);
}

std::vector<DeclineCount> Counters::declines() const {
    std::lock_guard lock(m_mutex);
    std::vector<DeclineCount> out;
    for (const auto& [key, row] : m_declines) out.push_back(row);
    return out;
}

size_t Counters::registerCommand(std::string_view name) {
    if (const auto known = std::ranges::find(m_names, name); known != m_names.end()) return size_t(known - m_names.begin());
    assert(m_names.size() < kMaxCommands);
    m_names.push_back(name);
    return m_names.size() - 1;
}

std::vector<CommandCount> Counters::commands() const {
    std::vector<CommandCount> out;
    for (size_t i = 0; i < m_names.size(); ++i) {
        uint64_t count = m_commands[i].load(std::memory_order_relaxed);
        if (count) out.push_back({m_names[i], count});
    }
    return out;
}

} // namespace pvg
