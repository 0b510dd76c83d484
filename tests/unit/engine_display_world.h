// An engine with displays in front of a guest that announces them, brings them online and presents.
#pragma once

#include "tests/unit/engine_support.h"

namespace pvg::test {

using namespace std::chrono_literals;

inline constexpr uint64_t kShared = 0x300000;

struct DisplayWorld : EngineWorld {
    explicit DisplayWorld(EngineOptions engineOptions = {}) : EngineWorld(std::move(engineOptions)) {
        enable();
        makeTask(0, 0x800);
        for (uint32_t p = 0; p < options.displays; ++p) defineChannel(5 + p, 1);
    }
    uint64_t shared(uint32_t port = 0) const { return kShared + 0x1000 * port; }
    void announce(uint32_t port = 0) {
        child(5 + port, 0x01, Raw().u32(port).u32(uint32_t(shared(port) >> 12)));
        settle();
    }
    void enableEvents(uint32_t mask, uint32_t port = 0) { ram.put<uint32_t>(shared(port) + 0x104, mask); }
    uint32_t takePending(uint32_t port = 0) {
        auto pending = ram.get<uint32_t>(shared(port) + 0x100);
        ram.put<uint32_t>(shared(port) + 0x100, 0);
        return pending;
    }
    void bringOnline(uint32_t port = 0) {
        announce(port);
        enableEvents(0xc, port);
        advance(4ms);
        CHECK(takePending(port) == 4);
        child(5 + port, 0x02, Raw().u32(port).u32(1));
        settle();
    }
    void present(uint32_t port = 0) {
        child(5 + port, 0x06, Raw().u32(port).u32(0x2a).u32(0));
        settle();
    }
    DisplaySnapshot state(uint32_t port = 0) const { return core->snapshot().displays[port]; }
};

} // namespace pvg::test
