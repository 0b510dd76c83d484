#include "execution.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <span>

#include "data_races.h"
#include "scheduler.h"
#include "trace.h"

namespace aircpu {

namespace {

using Triple = std::array<uint32_t, 3>;

uint32_t volume(const Triple& t) { return t[0] * t[1] * t[2]; }

Triple unfolded(uint32_t index, const Triple& size) { return {index % size[0], index / size[0] % size[1], index / size[0] / size[1]}; }

struct Place {
    Triple local, group;
    uint32_t lane = 0;
};

// air.md 3, built-in names. A name that is not here reads as 0 on both sides or is refused by the translator.
Triple builtin(const std::string& token, const Grid& grid, const Place& at) {
    const uint32_t threads = volume(grid.local);
    Triple inGrid, gridSize;
    for (size_t i = 0; i < 3; ++i) {
        gridSize[i] = grid.local[i] * grid.groups[i];
        inGrid[i] = at.group[i] * grid.local[i] + at.local[i];
    }
    const auto is = [&](const char* name) { return token == std::string("air.") + name; };
    if (is("thread_position_in_grid")) return inGrid;
    if (is("threads_per_grid") || is("grid_size")) return gridSize;
    if (is("threadgroup_position_in_grid")) return at.group;
    if (is("threadgroups_per_grid")) return grid.groups;
    if (is("thread_position_in_threadgroup")) return at.local;
    if (is("threads_per_threadgroup") || is("dispatch_threads_per_threadgroup")) return grid.local;
    if (is("thread_index_in_threadgroup")) return {at.lane, 0, 0};
    if (is("thread_index_in_simdgroup")) return {at.lane % 32, 0, 0};
    if (is("simdgroup_index_in_threadgroup")) return {at.lane / 32, 0, 0};
    if (is("simdgroups_per_threadgroup") || is("dispatch_simdgroups_per_threadgroup")) return {(threads + 31) / 32, 0, 0};
    if (is("threads_per_simdgroup") || is("thread_execution_width")) return {32, 0, 0};
    if (is("thread_index_in_quadgroup")) return {at.lane % 4, 0, 0};
    if (is("quadgroup_index_in_threadgroup")) return {at.lane / 4, 0, 0};
    return {};
}

// Values of one thread's arguments.
class Arguments {
public:
    Arguments(const Program& program, const Grid& grid, const Place& at) : m_values(program.arguments.size()) {
        for (size_t i = 0; i < m_values.size(); ++i) {
            const Argument& a = program.arguments[i];
            m_values[i].assign(std::max<size_t>(bytesOf(a.shape), 16), 0);
            if (a.kind == Argument::Kind::Buffer) give(i, Memory::addressOf(a.location));
            if (a.kind == Argument::Kind::Threadgroup) give(i, Memory::addressOf(kFirstGroupArgumentRegion + a.location));
            if (a.kind == Argument::Kind::Texture) give(i, kFirstTextureHandle + a.location);
            if (a.kind == Argument::Kind::Sampler) give(i, kFirstSamplerHandle + a.location);
            if (a.kind != Argument::Kind::Builtin) continue;
            const Triple value = builtin(a.token, grid, at);
            for (uint32_t lane = 0; lane < a.shape.lanes && lane < 3; ++lane)
                writeBits(a.shape.element, m_values[i].data(), lane, value[lane]);
        }
    }
    std::vector<void*> pointers() {
        std::vector<void*> list;
        for (auto& value : m_values) list.push_back(value.data());
        list.push_back(nullptr); // kernels have no results
        return list;
    }

private:
    void give(size_t index, uint64_t address) { std::memcpy(m_values[index].data(), &address, sizeof address); }
    std::vector<std::vector<char>> m_values;
};

// Threadgroup memory starts with anything in it.
class GroupMemory {
public:
    GroupMemory(const Program& program, const KernelMemory& memory, Run& run) {
        for (const auto& [index, bytes] : memory.groupBytes) add(kFirstGroupArgumentRegion + index, bytes);
        for (uint32_t i = 0; i < program.sharedBytes.size(); ++i) add(kFirstSharedRegion + i, program.sharedBytes[i]);
        for (auto& [region, bytes] : m_bytes) run.memory.set(region, bytes);
    }
    void scramble(Run& run) {
        for (auto& [region, bytes] : m_bytes) run.leaveUnset(bytes.data(), bytes.size());
    }

private:
    void add(uint32_t region, uint32_t size) { m_bytes[region].resize(size); }
    std::map<uint32_t, Bytes> m_bytes;
};

bool runGroups(const Program& program, const Grid& grid, const KernelMemory& memory, Run& run) {
    Scheduler scheduler(program);
    GroupMemory groupMemory(program, memory, run);
    std::vector<uint32_t> order(volume(grid.groups));
    std::iota(order.begin(), order.end(), 0U);
    if (run.isPerturbed) std::ranges::shuffle(order, run.random);
    for (uint32_t group : order) {
        groupMemory.scramble(run);
        if (run.watch.trace) run.watch.trace->beginGroup(volume(grid.local));
        if (run.watch.races) run.watch.races->beginGroup(volume(grid.local));
        std::vector<Arguments> values;
        std::vector<std::vector<void*>> pointers;
        for (uint32_t lane = 0; lane < volume(grid.local); ++lane)
            values.emplace_back(program, grid, Place{unfolded(lane, grid.local), unfolded(group, grid.groups), lane});
        for (Arguments& a : values) pointers.push_back(a.pointers());
        if (!scheduler.runGroup(run, pointers)) return false;
    }
    return true;
}

void takeTexels(const Texture& texture, uint32_t index, Execution& execution) {
    const auto bytes = std::as_bytes(std::span(texture.texels));
    execution.buffers[index].assign(bytes.begin(), bytes.end());
    std::vector<Element>& written = execution.written[index];
    written.assign(bytes.size(), Element::None);
    const Element element = texture.kind == Texture::Kind::Float ? Element::F32 : Element::I32;
    for (size_t i = 0; i < texture.stored.size(); ++i)
        if (texture.stored[i]) std::fill_n(written.begin() + std::ptrdiff_t(i * sizeof(Texture::Texel)), sizeof(Texture::Texel), element);
}

} // namespace

void beginRun(Run& run, const KernelMemory& memory, uint64_t seed, Execution& execution) {
    execution.buffers = memory.buffers;
    run.isPerturbed = seed != 0;
    run.random.seed(seed);
    run.unsetIsSmall = seed % 2 != 0;
    run.resources = memory.resources;
    run.memory.set(0, {});
    for (auto& [index, bytes] : execution.buffers) {
        execution.written[index].assign(bytes.size(), Element::None);
        run.memory.set(index, bytes, &execution.written[index]);
    }
}

void endRun(const Run& run, Execution& execution) {
    for (const auto& [index, texture] : run.resources.textures)
        if (texture.isWritten) takeTexels(texture, kFirstImage + index, execution);
    execution.broken = run.broken ? run.broken : run.memory.problem();
    execution.wasOutside = run.memory.wasOutside();
    execution.isInexact = run.isInexact;
    execution.metNoNumber = run.metNoNumber;
    execution.refused = run.refused;
}

Execution execute(const Program& program, const Grid& grid, const KernelMemory& memory, uint64_t seed, const Watch& watch) {
    Execution result;
    Run run;
    run.watch = watch;
    beginRun(run, memory, seed, result);
    const RunScope scope(run);
    result.isFinished = runGroups(program, grid, memory, run);
    endRun(run, result);
    return result;
}

} // namespace aircpu
