#include "pvg/guest/ring.h"

#include <algorithm>
#include <cstring>

namespace pvg::guest {

void Ring::put(std::span<const std::byte> command) {
    const size_t start = m_written % length();
    for (size_t done = 0; done < command.size();) {
        const size_t at = (start + done) % length();
        const size_t run = std::min(command.size() - done, 4096 - at % 4096);
        std::memcpy(m_pages[at / 4096].bytes + at % 4096, command.data() + done, run);
        done += run;
    }
    m_written += static_cast<uint32_t>(command.size());
}

} // namespace pvg::guest
