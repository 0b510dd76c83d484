// The engine core in front of a guest laid out by hand: registers, root FIFO, channel records, rings; time and steps are the test's.
#pragma once

#include <doctest/doctest.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <map>
#include <memory>

#include "pvg/exec/engine_core.h"
#include "tests/support/fake_backend.h"
#include "tests/support/fake_executor.h"
#include "tests/unit/memory_support.h"
#include "tests/unit/object_support.h"

namespace pvg::test {

inline uint64_t takeEventFd(int fd) {
    uint64_t count = 0;
    return ::read(fd, &count, sizeof count) == sizeof count ? count : 0;
}

struct EngineWorld {
    static constexpr uint32_t kRootPage = 0x10, kFifoPage = 0x20, kFifoLength = 0x10000, kFifoStart = 0x1000;

    explicit EngineWorld(EngineOptions engineOptions = {}) : options(std::move(engineOptions)) {
        executorScript() = {};
        REQUIRE(ram.mapInto(memory));
        core = std::make_unique<EngineCore>(options, page, interruptFd, memory, backend, counters);
    }
    ~EngineWorld() { close(interruptFd); }
    EngineWorld(const EngineWorld&) = delete;
    EngineWorld& operator=(const EngineWorld&) = delete;

    // What seam thread and device process do for such a register write.
    void event(EngineEvent::Kind kind, seam::FifoSetup setup = {}) {
        Epoch next{page.epoch + 1};
        page.epoch = next.value;
        memory.gate().invalidate(next);
        page.fifoRead = 0;
        page.fifoWritten = 0;
        rootWritten = 0;
        core->handle({kind, next, setup});
    }
    void enable() {
        page.rootPage = kRootPage;
        event(EngineEvent::Kind::FifoControl, {1, kFifoLength, kFifoStart, kFifoPage, 6});
    }
    void defineTask(uint32_t id, uint32_t directoryPage) { root(0x38, Raw().u32(id << 1).u64(1 << 22).u32(directoryPage)); }
    // Task pages 1..63 of a one-level space on guest pages base + 1.., object list at task page 1.
    void makeTask(uint32_t id, uint32_t base) {
        uint32_t directory = 0x200 + 2 * id;
        ram.put<uint32_t>(uint64_t{directory} << 12, directory + 1);
        ram.put<uint32_t>((uint64_t{directory} << 12) + 4, 1);
        for (uint32_t i = 1; i < 64; ++i) ram.put<uint32_t>((uint64_t{directory + 1} << 12) + 4 * i, base + i);
        defineTask(id, directory);
        root(0x33, Raw().u32(id).u32(1).u32(0x1000));
        taskBase[id] = base;
    }
    uint64_t gpa(uint32_t task, uint64_t va) { return (uint64_t{taskBase[task]} << 12) + va; }

    static Raw command(uint16_t id, const Raw& payload, uint32_t signal, const std::vector<std::pair<uint32_t, uint32_t>>& barriers = {}) {
        Raw out;
        out.u16(id).u16(uint16_t(barriers.size())).u32(uint32_t(12 + 8 * barriers.size() + payload.size())).u32(signal);
        for (const auto& [slot, value] : barriers) out.u32(slot).u32(value);
        return out.append(payload);
    }
    uint64_t fifoGpa() const { return uint64_t{kFifoPage} << 12; }
    // Puts bytes behind the root's producer counter and moves it, as a write of 0x1008 does.
    void rootBytes(const Raw& raw) {
        constexpr uint32_t kRing = kFifoLength - kFifoStart;
        for (size_t i = 0; i < raw.size(); ++i) ram.put(fifoGpa() + kFifoStart + (rootWritten % kRing + i) % kRing, raw.get()[i]);
        rootWritten += uint32_t(raw.size());
        page.fifoWritten = rootWritten;
    }
    uint32_t root(uint16_t id, const Raw& payload, const std::vector<std::pair<uint32_t, uint32_t>>& barriers = {}) {
        rootBytes(command(id, payload, ++rootSignal, barriers));
        return rootSignal;
    }

    struct Child {
        uint32_t pages = 0, written = 0, signal = 0;
    };
    static constexpr uint64_t record(uint32_t n) { return (uint64_t{kRootPage} << 12) + 0x400 + 20 * (n - 1); }
    // Ring pages of channel n: 0x400 + 32n.., in reverse order, so that position and address differ.
    uint32_t ringPage(uint32_t n, uint32_t index) const { return 0x400 + 32 * n + 16 - index; }
    void writeRecord(uint32_t n, uint32_t pages, uint32_t written = 0, uint32_t read = 0) {
        uint32_t list = 0x400 + 32 * n + 31;
        for (uint32_t i = 0; i < 1024; ++i) ram.put<uint32_t>((uint64_t{list} << 12) + 4 * i, i < pages ? ringPage(n, i) : 0);
        ram.put<uint32_t>(record(n), written);
        ram.put<uint32_t>(record(n) + 4, read);
        ram.put<uint32_t>(record(n) + 12, n);
        ram.put<uint32_t>(record(n) + 16, list);
        children[n] = {pages, written, children[n].signal};
    }
    void defineChannel(uint32_t n, uint32_t pages = 16) {
        writeRecord(n, pages);
        root(0x30, Raw().u32(n));
        settle();
        REQUIRE(stamp(0) == rootSignal);
    }
    void poke(uint32_t n, uint32_t counter, const Raw& raw) {
        uint32_t length = children[n].pages * 4096;
        for (size_t i = 0; i < raw.size(); ++i) {
            uint32_t at = (counter % length + uint32_t(i)) % length;
            ram.put((uint64_t{ringPage(n, at / 4096)} << 12) + at % 4096, raw.get()[i]);
        }
    }
    void childBytes(uint32_t n, const Raw& raw) {
        Child& child = children[n];
        poke(n, child.written, raw);
        child.written += uint32_t(raw.size());
        ram.put<uint32_t>(record(n), child.written);
    }
    uint32_t child(uint32_t n, uint16_t id, const Raw& payload, const std::vector<std::pair<uint32_t, uint32_t>>& barriers = {}) {
        childBytes(n, command(id, payload, ++children[n].signal, barriers));
        return children[n].signal;
    }
    uint32_t readCounter(uint32_t n) const { return n == 0 ? page.fifoRead.load() : ram.get<uint32_t>(record(n) + 4); }

    uint32_t stamp(uint32_t slot) const { return ram.get<uint32_t>(fifoGpa() + 4 * slot); }
    void setStamp(uint32_t slot, uint32_t value) { ram.put<uint32_t>(fifoGpa() + 4 * slot, value); }
    uint64_t interrupts() { return takeEventFd(interruptFd); }

    // Steps until nothing moves.
    void settle() {
        for (int i = 0; i < 1000 && core->step(now); ++i) memory.quiescentPoint();
    }
    void advance(Duration by) {
        now += by;
        settle();
    }
    uint64_t declined(DeclineReason reason) const {
        uint64_t count = 0;
        for (const DeclineCount& row : counters.declines())
            if (row.reason == reason) count += row.count;
        return count;
    }
    bool called(const std::string& call) const {
        const auto& calls = executorScript().calls;
        return std::find(calls.begin(), calls.end(), call) != calls.end();
    }

    EngineOptions options;
    GuestMemory memory;
    TestRam ram{64 << 20};
    seam::Page page{};
    int interruptFd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    FakeBackend backend;
    Counters counters;
    std::unique_ptr<EngineCore> core;
    Time now{std::chrono::hours(1)};
    uint32_t rootWritten = 0, rootSignal = 0;
    std::map<uint32_t, Child> children;
    std::map<uint32_t, uint32_t> taskBase;
};

} // namespace pvg::test
