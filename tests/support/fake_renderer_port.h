// A RendererPort that does nothing but remember: the page is plain memory, every epoch is acknowledged when the test says so.
#pragma once

#include <vector>

#include "pvg/seam/renderer_port.h"

namespace test {

class FakeRendererPort final : public pvg::seam::RendererPort {
public:
    struct Event {
        pvg::seam::MessageType type;
        pvg::seam::FifoSetup fifo;
        bool isResumed = false;
    };

    pvg::seam::Page& page() override { return m_page; }
    void ringDoorbell() override { ++rings; }
    void discardInterrupts() override { ++discards; }
    void mapRam(const pvg::seam::RamMap& map) override { maps.push_back(map); }
    void unmapRam(uint64_t gpa, uint64_t size) override { unmaps.emplace_back(gpa, size); }
    void raiseEpoch(pvg::seam::MessageType type, const pvg::seam::FifoSetup& fifo) override {
        events.push_back({type, fifo});
        isAcked = acksAtOnce;
        if (acksAtOnce && pvg::seam::clearsFifoRead(type, fifo)) m_page.fifoRead = 0;
    }
    bool isEpochAcked() override { return isAcked; }
    void awaitEpoch() override {
        ++waits;
        isAcked = true;
    }
    void tell(pvg::seam::MessageType type, const pvg::seam::FifoSetup& fifo, bool isResumed) override {
        told.push_back({type, fifo, isResumed});
    }

    bool acksAtOnce = true, isAcked = true;
    int rings = 0, waits = 0, discards = 0;
    std::vector<pvg::seam::RamMap> maps;
    std::vector<std::pair<uint64_t, uint64_t>> unmaps;
    std::vector<Event> events, told;

private:
    pvg::seam::Page m_page{};
};

} // namespace test
