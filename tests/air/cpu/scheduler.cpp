#include "scheduler.h"

#include <sys/mman.h>
#include <ucontext.h>
#include <xmmintrin.h>

#include <algorithm>
#include <map>
#include <new>
#include <numeric>

#include "data_races.h"

namespace aircpu {

namespace {

constexpr size_t kStackBytes = size_t(1) << 20;
constexpr unsigned kFlushDenormals = 0x8040; // FTZ and DAZ: every module of the corpus says denorms_disable (air.md 3)

// llvmpipe leaves the loops of a shader for good after 65535 rounds in all, counted for eight threads together: at worst each goes round
// alone, so theirs are added up. A loop that is left by a flag (loop_exits.h) goes round once more, its first round is no step back, and
// the driver's own passes change loops: a factor of four is left for them.
constexpr uint32_t kMostRounds = 65535 / 4, kRoundsOfEntry = 2, kThreadsTogether = 8;

thread_local Scheduler* t_scheduler = nullptr;

void* newStack() {
    void* stack = mmap(nullptr, kStackBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (stack == MAP_FAILED) throw std::bad_alloc();
    return stack;
}

} // namespace

struct Scheduler::Lane {
    enum class State : uint8_t { Ready, AtSimd, AtBarrier, Done };
    ucontext_t context{};
    jmp_buf place{}; // where it paused
    bool isEntered = false;
    void* stack = newStack();
    uint32_t index = 0;
    void** arguments = nullptr;
    State state = State::Ready;
    const Intrinsic* intrinsic = nullptr;
    char* frame = nullptr;
    uint32_t site = 0;
    std::vector<uint32_t> iterations;

    Lane() = default;
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;
    ~Lane() { munmap(stack, kStackBytes); }
};

Scheduler::Scheduler(const Program& program) : m_program(program) {}
Scheduler::~Scheduler() = default;

Scheduler* Scheduler::current() { return t_scheduler; }

uint32_t Scheduler::laneIndex() const { return m_lane ? m_lane->index : 0; }

void Scheduler::enterLane() {
    Scheduler& self = *t_scheduler;
    self.m_program.entry(self.m_lane->arguments);
    self.m_lane->state = Lane::State::Done;
    self.pause();
}

void Scheduler::start(Lane& lane) {
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | kFlushDenormals);
    getcontext(&lane.context); // takes the floating-point mode along
    _mm_setcsr(before);
    lane.context.uc_stack.ss_sp = lane.stack;
    lane.context.uc_stack.ss_size = kStackBytes;
    lane.context.uc_link = nullptr;
    makecontext(&lane.context, &Scheduler::enterLane, 0);
    lane.isEntered = false;
    lane.state = Lane::State::Ready;
    lane.iterations.assign(m_program.loops, 0);
}

// The first time by way of the context, which has a stack of its own; from then on by jumps, which unlike contexts need no system call.
// They leave the floating-point mode alone.
void Scheduler::resume(Lane& lane) {
    m_lane = &lane;
    const unsigned before = _mm_getcsr();
    if (_setjmp(m_home) == 0) {
        _mm_setcsr(before | kFlushDenormals);
        if (lane.isEntered) _longjmp(lane.place, 1);
        lane.isEntered = true;
        setcontext(&lane.context);
    }
    _mm_setcsr(before);
    m_lane = nullptr;
}

void Scheduler::pause() {
    if (_setjmp(m_lane->place) == 0) _longjmp(m_home, 1);
}

void Scheduler::enterLoop(uint32_t loop) {
    if (!m_lane) return;
    m_lane->iterations[loop] = 0;
    m_rounds[m_lane->index / kThreadsTogether] += kRoundsOfEntry;
}

void Scheduler::stepLoop(uint32_t loop) {
    if (!m_lane) return;
    ++m_lane->iterations[loop];
    Run& run = currentRun();
    const bool isLong = ++m_rounds[m_lane->index / kThreadsTogether] > kMostRounds;
    if (isLong) run.breakRule("threads go round loops more often than llvmpipe lets them");
    if (++run.steps < run.maxSteps && !isLong) return;
    run.isOver = true;
    m_lane->state = Lane::State::Done;
    pause();
}

void Scheduler::meet(const Intrinsic& intrinsic, char* frame, uint32_t site) {
    m_lane->intrinsic = &intrinsic;
    m_lane->frame = frame;
    m_lane->site = site;
    m_lane->state = intrinsic.kind == Intrinsic::Kind::GroupBarrier ? Lane::State::AtBarrier : Lane::State::AtSimd;
    pause();
}

// Between barriers nothing orders threads but their atomics; a lock that another thread holds is met only when that one was held up.
void Scheduler::yieldAtAtomic() {
    constexpr uint64_t kChance = 3;
    if (m_lane && currentRun().isPerturbed && currentRun().random() % kChance == 0) pause();
}

void Scheduler::runUntilAllWait(Run& run) {
    std::vector<size_t> order(m_count);
    std::iota(order.begin(), order.end(), size_t(0));
    for (bool isAnyReady = true; isAnyReady && !run.isOver;) {
        if (run.isPerturbed) std::ranges::shuffle(order, run.random);
        for (size_t i : order)
            if (m_lanes[i]->state == Lane::State::Ready) resume(*m_lanes[i]);
        isAnyReady = std::ranges::any_of(order, [&](size_t i) { return m_lanes[i]->state == Lane::State::Ready; });
    }
}

Scheduler::Key Scheduler::keyOf(const Lane& lane) const {
    const Site& site = m_program.sites[lane.site];
    Key key;
    for (const Site::Loop& loop : site.loops) {
        key.push_back(loop.order);
        key.push_back(lane.iterations[loop.id]);
    }
    key.push_back(site.order);
    return key;
}

// In each simdgroup the lanes with the smallest key meet.
bool Scheduler::serveSimdgroups(Run& run) {
    bool isServed = false;
    for (size_t base = 0; base < m_count; base += 32) {
        std::map<Key, std::vector<Lane*>> waiting;
        for (size_t i = base; i < std::min(base + 32, m_count); ++i)
            if (m_lanes[i]->state == Lane::State::AtSimd) waiting[keyOf(*m_lanes[i])].push_back(m_lanes[i].get());
        if (waiting.empty()) continue;
        const std::vector<Lane*>& first = waiting.begin()->second;
        const Intrinsic& intrinsic = *first[0]->intrinsic;
        std::vector<Call> calls;
        for (Lane* lane : first) {
            Call call{{}, lane->frame + intrinsic.resultOffset, lane->index};
            for (uint32_t offset : intrinsic.offsets) call.operands.push_back(lane->frame + offset);
            calls.push_back(std::move(call));
            lane->state = Lane::State::Ready;
        }
        intrinsic.simd(intrinsic, calls);
        if (run.watch.races && intrinsic.kind == Intrinsic::Kind::SimdBarrier) run.watch.races->barrier();
        isServed = true;
    }
    return isServed;
}

// A thread that ended no longer counts (air.md 7).
bool Scheduler::releaseBarrier(Run& run) {
    bool isReleased = false;
    for (size_t i = 0; i < m_count; ++i) {
        if (m_lanes[i]->state != Lane::State::AtBarrier) continue;
        m_lanes[i]->state = Lane::State::Ready;
        isReleased = true;
    }
    if (isReleased && run.watch.races) run.watch.races->barrier();
    return isReleased;
}

bool Scheduler::runGroup(Run& run, std::vector<std::vector<void*>>& arguments) {
    Scheduler* const previous = t_scheduler;
    t_scheduler = this;
    m_count = arguments.size();
    m_rounds.assign(m_count / kThreadsTogether + 1, 0);
    while (m_lanes.size() < m_count) m_lanes.push_back(std::make_unique<Lane>());
    for (size_t i = 0; i < m_count; ++i) {
        m_lanes[i]->index = uint32_t(i);
        m_lanes[i]->arguments = arguments[i].data();
        start(*m_lanes[i]);
    }
    do runUntilAllWait(run);
    while (!run.isOver && (serveSimdgroups(run) || releaseBarrier(run)));
    t_scheduler = previous;
    return !run.isOver;
}

} // namespace aircpu
