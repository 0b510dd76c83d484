// The buffers an encoder says its functions may reach through pointers (stream.md 0x87, 0x89). Dies with it.
#pragma once

#include <cstdint>
#include <map>

#include "pvg/base/ids.h"
#include "pvg/stream/commands.h"

namespace pvg {

class Residency {
public:
    // Usage: 1 read, 2 write, 4 sample. Textures among the refs are of no consequence here.
    void add(const stream::UseResources& command) {
        for (size_t i = 0; i < command.refs.size(); ++i) {
            const ObjectRef ref = command.refs[i].ref;
            if (ref) m_isWritten[ref.value] |= (command.usage & 2) != 0;
        }
    }

    // By ref: whether it may be written.
    const std::map<uint32_t, bool>& all() const { return m_isWritten; }

private:
    std::map<uint32_t, bool> m_isWritten;
};

} // namespace pvg
