// What the driver says through KHR_debug, counted by type. Thread: any; each context reports on the thread that uses it.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "pvg/base/counters.h"

namespace gl {

class DebugLog {
public:
    // The first four are mistakes of ours, wherever they come from: also counted in Counter::GlDebugErrors, and logged.
    enum class Type : uint8_t { Error, UndefinedBehavior, Deprecated, Portability, Performance, Other, Count };
    struct Row {
        std::string_view name;
        uint64_t count = 0;
        std::string sample; // the first one
    };

    explicit DebugLog(pvg::Counters& counters) : m_counters(counters) {}
    DebugLog(const DebugLog&) = delete;

    void note(Type type, uint32_t id, std::string_view text);
    // Types of which there were messages.
    std::vector<Row> rows() const;

private:
    pvg::Counters& m_counters;
    mutable std::mutex m_mutex;
    std::array<Row, size_t(Type::Count)> m_rows;
};

// Of the current context; `log` outlives it, or stopDebugOutput().
void startDebugOutput(DebugLog& log);
void stopDebugOutput();

} // namespace gl
