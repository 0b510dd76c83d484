// The buffers an encoder says its functions may reach through pointers (stream.md 0x87, 0x89). Dies with it.
#pragma once

#include <cstdint>
#include <map>

#include "pvg/base/decline.h"
#include "pvg/base/ids.h"
#include "pvg/stream/commands.h"

namespace pvg {

class Residency {
public:
    // Looked through for each draw or dispatch that follows pointers.
    static constexpr size_t kMost = 4096;

    // Usage: 1 read, 2 write, 4 sample. Textures among the refs are of no consequence here. Declined: too many; those are not reached.
    Declined<void> add(const stream::UseResources& command) {
        size_t left = 0;
        for (size_t i = 0; i < command.refs.size(); ++i) {
            const ObjectRef ref = command.refs[i].ref;
            if (!ref) continue;
            const auto known = m_isWritten.find(ref.value);
            if (known != m_isWritten.end()) known->second |= (command.usage & 2) != 0;
            else if (m_isWritten.size() < kMost) m_isWritten.emplace(ref.value, (command.usage & 2) != 0);
            else ++left;
        }
        if (left != 0) return decline(DeclineReason::LimitExceeded, "{} resources beyond {} of one encoder", left, kMost);
        return {};
    }

    // By ref: whether it may be written.
    const std::map<uint32_t, bool>& all() const { return m_isWritten; }

private:
    std::map<uint32_t, bool> m_isWritten;
};

} // namespace pvg
