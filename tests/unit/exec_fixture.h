// Executor, null back end and a fake guest with task 1 (and task 0 for surfaces), plus the objects most tests need.
#pragma once

#include <doctest/doctest.h>

#include "exec_guest.h"
#include "pvg/exec/executor.h"
#include "pvg/exec/null_backend.h"

namespace pvgtest {

inline constexpr uint32_t kTask = 1;

struct ExecFixture {
    pvg::GuestMemory memory;
    FakeGuest guest{memory};
    pvg::TaskTable tasks{memory};
    pvg::Counters counters;
    pvg::NullBackend backend;
    pvg::Executor executor{tasks, memory, backend, counters};
    uint32_t nextRef = 20;

    ExecFixture() {
        for (const uint32_t id : {0U, kTask}) {
            const uint32_t directory = guest.makeTask(id);
            REQUIRE(tasks.define(pvg::TaskId{id}, uint64_t(1) << 40, directory));
            REQUIRE(tasks.setObjectList(pvg::TaskId{id}, 1, FakeGuest::kListSlots));
        }
    }
    ~ExecFixture() { CHECK_MESSAGE(backend.misuses == 0, backend.lastMisuse); }

    struct Thing {
        uint32_t ref = 0;
        uint64_t va = 0;
    };
    Thing buffer(uint64_t size) {
        const Thing t{nextRef++, guest.allocate(kTask, size)};
        guest.setSlot(kTask, t.ref, 1, bufferDescriptor(size, t.va));
        return t;
    }
    Thing texture(const TextureShape& shape, uint64_t bytesPerRow) {
        const uint64_t size = bytesPerRow * shape.height * shape.depth * shape.array;
        const Thing t{nextRef++, guest.allocate(kTask, size)};
        guest.setSlot(kTask, t.ref, 2, textureDescriptor(size, t.va, shape, {{0, size, bytesPerRow, shape.width, shape.height, shape.depth}}));
        return t;
    }
    Thing surface(uint32_t id, uint32_t width, uint32_t height, uint32_t bytesPerRow) {
        const Thing t{id, guest.allocate(0, uint64_t(bytesPerRow) * height)};
        guest.setSlot(0, id, 4, surfaceDescriptor(uint64_t(bytesPerRow) * height, t.va, width, height, bytesPerRow));
        return t;
    }
    uint32_t object(uint8_t slotType, const Bytes& descriptor, uint32_t task = kTask) {
        guest.setSlot(task, nextRef, slotType, descriptor);
        return nextRef++;
    }
    uint32_t function() {
        const uint64_t va = guest.allocate(kTask, 64);
        return object(6, functionDescriptor(va, 64));
    }
    uint32_t renderPipeline(uint32_t format = 80) { return object(7, renderPipelineDescriptor(function(), function(), format)); }
    uint32_t computePipeline() { return object(7, computePipelineDescriptor(function())); }

    pvg::ExecPacket packet(const std::vector<Bytes>& chunks, const std::vector<pvg::ResourceRecord>& resources = {}) {
        pvg::ExecPacket p{pvg::TaskId{kTask}, resources, {}};
        for (const Bytes& chunk : chunks) {
            const uint64_t va = guest.allocate(kTask, chunk.size());
            guest.write(kTask, va, chunk);
            p.chunks.push_back({pvg::GuestVirt{va}, chunk.size()});
        }
        return p;
    }
    pvg::CompletionToken run(const std::vector<Bytes>& chunks, const std::vector<pvg::ResourceRecord>& resources = {}) {
        const auto work = executor.accept(packet(chunks, resources), pvg::Epoch{0});
        const bool ready = executor.prepare(*work);
        const auto token = executor.execute(*work, !ready);
        backend.poll();
        return token;
    }
    pvg::CompletionToken run(const Bytes& chunk, const std::vector<pvg::ResourceRecord>& resources = {}) { return run(std::vector<Bytes>{chunk}, resources); }

    static pvg::ResourceRecord cpuWrote(uint32_t ref) { return {pvg::ObjectRef{ref}, {true, false, false, true}}; }
    uint64_t declines(pvg::DeclineReason reason) const {
        uint64_t n = 0;
        for (const auto& row : counters.declines())
            if (row.reason == reason) n += row.count;
        return n;
    }
    std::string firstDecline() const {
        const auto rows = counters.declines();
        return rows.empty() ? "" : rows.front().lastSentence;
    }
};

} // namespace pvgtest
