#include "pvg/exec/engine.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>

#include "pvg/base/log.h"
#include "pvg/exec/engine_core.h"
#include "pvg/exec/engine_observer.h"

namespace pvg {

namespace {

constexpr Duration kSnapshotInterval = std::chrono::milliseconds(500);
constexpr Duration kGpuWait = std::chrono::microseconds(500); // doorbells are looked at in between

uint64_t nanoseconds(Duration duration) {
    return uint64_t(std::max<int64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(duration).count(), 0));
}

void consume(int fd) {
    uint64_t count = 0;
    (void)!::read(fd, &count, sizeof count); // the descriptor was readable; how often it was rung does not matter
}

} // namespace

struct Engine::Impl {
    EngineCore core;
    GuestMemory& memory;
    Counters& counters;
    EngineObserver* observer;
    int doorbellFd;
    int wakeFd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);

    std::mutex eventMutex;
    std::vector<EngineEvent> events;
    std::vector<DisplayControl> controls;

    mutable std::mutex snapshotMutex;
    std::shared_ptr<const EngineSnapshot> latest = std::make_shared<EngineSnapshot>();
    std::array<CursorPlacement, kMaxDisplays> cursors{}; // of moveCursors()
    EngineCore::Changes published;
    Time publishedAt{};

    Impl(const EngineOptions& options, seam::Page& page, int doorbell, int interruptFd, GuestMemory& guestMemory, Backend& gpu, Counters& counts)
        : core(options, page, interruptFd, guestMemory, gpu, counts), memory(guestMemory), counters(counts), observer(options.observer),
          doorbellFd(doorbell) {}
    ~Impl() { close(wakeFd); }

    void wake() {
        uint64_t one = 1;
        (void)!::write(wakeFd, &one, sizeof one); // fails only when saturated, and then the engine is awake
    }

    // False: Stop.
    bool takeEvents() {
        std::vector<EngineEvent> taken;
        std::vector<DisplayControl> hands;
        {
            std::lock_guard lock(eventMutex);
            taken.swap(events);
            hands.swap(controls);
        }
        for (const DisplayControl& hand : hands) core.control(hand, Clock::now());
        for (const EngineEvent& event : taken) {
            if (event.kind == EngineEvent::Kind::Stop) return false;
            core.handle(event);
        }
        return true;
    }

    bool wantsSnapshot(Time now) const {
        const EngineCore::Changes& changes = core.changes();
        return changes.urgent != published.urgent || (changes.any != published.any && now - publishedAt >= kSnapshotInterval);
    }

    void publishSnapshot(Time now) {
        auto next = std::make_shared<const EngineSnapshot>(core.snapshot());
        std::lock_guard lock(snapshotMutex);
        latest = std::move(next);
        published = core.changes();
        publishedAt = now;
    }

    // Thread: displays. The pointer follows the hand also while a long GL call keeps the engine, which reads the words itself once it is free.
    void moveCursors() {
        {
            std::lock_guard lock(snapshotMutex);
            auto next = std::make_shared<EngineSnapshot>(*latest);
            DisplayClock& clock = core.displayClock();
            for (uint32_t i = 0; i < clock.size(); ++i) {
                const CursorPlacement placement = clock.port(DisplayPort{i}).cursor();
                if (std::exchange(cursors[i], placement) != placement) placeCursor(next->displays[i], placement);
            }
            latest = std::move(next);
        }
        wake();
    }

    // Sleeps until a doorbell, an event or the core's own time; with GPU work under way, on that instead and briefly.
    void wait(Time now) {
        auto wakeAt = core.nextWake(now);
        if (core.changes() != published) wakeAt = std::min(wakeAt.value_or(publishedAt + kSnapshotInterval), publishedAt + kSnapshotInterval);
        if (CompletionToken token = core.oldestToken()) {
            Duration longest = wakeAt ? std::min(kGpuWait, std::max(*wakeAt - now, Duration::zero())) : kGpuWait;
            core.awaitGpu(token, nanoseconds(longest));
            sleep(timespec{});
            return;
        }
        if (!wakeAt) return sleep(std::nullopt);
        uint64_t left = nanoseconds(*wakeAt - now);
        sleep(timespec{time_t(left / 1'000'000'000), long(left % 1'000'000'000)});
    }

    void sleep(std::optional<timespec> timeout) {
        pollfd fds[] = {{doorbellFd, POLLIN, 0}, {wakeFd, POLLIN, 0}};
        if (ppoll(fds, 2, timeout ? &*timeout : nullptr, nullptr) <= 0) return;
        for (const pollfd& fd : fds)
            if (fd.revents & POLLIN) consume(fd.fd);
    }

    void run() {
        core.displayClock().start([this] { moveCursors(); });
        while (takeEvents()) {
            Time now = Clock::now();
            bool moved = core.step(now);
            memory.quiescentPoint();
            if (wantsSnapshot(now)) publishSnapshot(now);
            Time after = Clock::now();
            counters.add(Counter::EngineNanoseconds, nanoseconds(after - now));
            if (observer) observer->onRound();
            if (core.isFinished()) break;
            if (!moved) wait(after);
        }
        core.displayClock().stop();
        publishSnapshot(Clock::now());
    }
};

Engine::Engine(EngineOptions options, seam::Page& page, int doorbellFd, int interruptFd, GuestMemory& memory, Backend& backend, Counters& counters)
    : m_impl(std::make_unique<Impl>(options, page, doorbellFd, interruptFd, memory, backend, counters)) {}

Engine::~Engine() = default;

void Engine::post(const EngineEvent& event) {
    {
        std::lock_guard lock(m_impl->eventMutex);
        m_impl->events.push_back(event);
    }
    m_impl->wake();
}

void Engine::control(const DisplayControl& control) {
    {
        std::lock_guard lock(m_impl->eventMutex);
        m_impl->controls.push_back(control);
    }
    m_impl->wake();
}

void Engine::run() { m_impl->run(); }

std::shared_ptr<const EngineSnapshot> Engine::snapshot() const {
    std::lock_guard lock(m_impl->snapshotMutex);
    return m_impl->latest;
}

} // namespace pvg
