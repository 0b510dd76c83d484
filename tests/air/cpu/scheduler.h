// Runs the threads of one threadgroup, each on a stack of its own, switching where they meet.
#pragma once

#include <setjmp.h>

#include <memory>
#include <string>
#include <vector>

#include "program.h"
#include "run.h"

namespace aircpu {

class Scheduler {
public:
    explicit Scheduler(const Program& program);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    // One threadgroup; `arguments` of each thread. False when threads wait for each other for ever, or the run is over its steps.
    bool runGroup(Run& run, std::vector<std::vector<void*>>& arguments);

    // From compiled code.
    void meet(const Intrinsic& intrinsic, char* frame, uint32_t site);
    void yieldAtAtomic();
    void enterLoop(uint32_t loop);
    void stepLoop(uint32_t loop);
    uint32_t laneIndex() const;

    static Scheduler* current();

private:
    struct Lane;
    using Key = std::vector<uint32_t>;

    static void enterLane();
    void start(Lane& lane);
    void resume(Lane& lane);
    void pause();
    void runUntilAllWait(Run& run);
    bool serveSimdgroups(Run& run);
    bool releaseBarrier(Run& run);
    Key keyOf(const Lane& lane) const;

    const Program& m_program;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    size_t m_count = 0;
    std::vector<uint32_t> m_rounds; // of all loops, of threads that are counted together
    jmp_buf m_home{};
    Lane* m_lane = nullptr;
};

} // namespace aircpu
