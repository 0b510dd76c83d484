#include "guide.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <ctime>
#include <iterator>
#include <map>
#include <random>
#include <set>

#include "trace.h"

namespace aircpu {

namespace {

constexpr uint32_t kRounds = 96, kRoundsForReference = 4;
constexpr size_t kEnoughBytes = 64;    // stored
constexpr double kSearchSeconds = 0.3; // of CPU, for one set of inputs

size_t bytesStored(const Execution& execution) {
    size_t count = 0;
    for (const auto& [index, written] : execution.written)
        count += size_t(std::ranges::count_if(written, [](Element e) { return e != Element::None; }));
    return count;
}

class Search {
public:
    Search(const Program& program, uint64_t seed) : m_random(seed), m_seen(program.tests.size()) {
        for (const Argument& a : program.arguments)
            if (a.kind == Argument::Kind::Buffer && a.referenceSize != 0) m_references.insert(a.location);
    }

    void learn(const Trace& trace) {
        for (const Trace::Thread& thread : trace.threads())
            for (const Turn& turn : thread.turns) ++m_seen[turn.test][turn.outcome];
    }

    void change(KernelMemory& memory, const Trace& trace) {
        for (const Trace::Thread& thread : trace.threads())
            if (const Turn* turn = chosen(thread); turn && m_random() % 4 != 0) apply(memory, *turn);
    }
    // Each comparison that a reference takes part in has the same chance, however few threads came by it.
    void changeReference(KernelMemory& memory, const Trace& trace) {
        std::map<std::pair<uint32_t, bool>, std::vector<const Turn*>> turns;
        for (const Trace::Thread& thread : trace.threads())
            for (const Turn& turn : thread.turns)
                if (isOfReference(turn)) turns[{turn.test, turn.outcome}].push_back(&turn);
        if (turns.empty()) return;
        const auto& alike = std::next(turns.begin(), std::ptrdiff_t(m_random() % turns.size()))->second;
        apply(memory, *alike[m_random() % alike.size()]);
    }

private:
    bool isOfReference(const Turn& turn) const { return m_references.contains(turn.buffer); }

    // The one whose other outcome is the rarest; among alike ones the latest, which is where the thread turned away. Now and then any.
    const Turn* chosen(const Trace::Thread& thread) {
        const bool isAny = m_random() % 4 == 0;
        const Turn* best = nullptr;
        uint64_t most = 0;
        for (const Turn& turn : thread.turns) {
            if (isOfReference(turn)) continue;
            const uint64_t other = m_seen[turn.test][!turn.outcome], same = m_seen[turn.test][turn.outcome];
            if (!isAny && other > same) continue;
            const uint64_t rank = isAny ? m_random() : ~other;
            if (!best || rank >= most) best = &turn, most = rank;
        }
        return best;
    }

    static void apply(KernelMemory& memory, const Turn& turn) {
        Bytes& bytes = memory.buffers.at(turn.buffer);
        if (turn.offset + turn.size <= bytes.size()) std::memcpy(bytes.data() + turn.offset, &turn.value, turn.size);
    }

    std::mt19937_64 m_random;
    std::vector<std::array<uint64_t, 2>> m_seen; // by test and outcome
    std::set<uint32_t> m_references;             // buffers that are
};

// How much of the code a run came by: comparisons and their outcomes.
size_t outcomesIn(const Trace& trace) {
    std::set<std::pair<uint32_t, bool>> all;
    for (const Trace::Thread& thread : trace.threads())
        for (const Turn& turn : thread.turns) all.emplace(turn.test, turn.outcome);
    return all.size();
}

} // namespace

KernelMemory guidedInputs(const Program& traced, const Grid& grid, const KernelMemory& memory, uint64_t seed) {
    Search search(traced, seed);
    KernelMemory best = memory, tried = memory, kept = memory;
    size_t most = 0, outcomes = 0;
    bool isReferenceNew = false;
    const std::clock_t begin = std::clock();
    for (uint32_t round = 1; round <= kRounds && double(std::clock() - begin) < kSearchSeconds * CLOCKS_PER_SEC; ++round) {
        Trace trace(traced.tests);
        const Execution run = execute(traced, grid, tried, 0, {.trace = &trace});
        const bool isDefined = run.isFinished && run.broken.empty() && run.refused.empty();
        const size_t here = outcomesIn(trace);
        if (isDefined && (!isReferenceNew || here >= outcomes)) {
            kept = tried;
            outcomes = here;
            search.learn(trace);
            if (const size_t stored = bytesStored(run); stored > most) most = stored, best = tried;
            if (most >= kEnoughBytes) break;
        } else {
            if (round == 1) return memory;
            tried = kept;
        }
        isReferenceNew = round % kRoundsForReference == 0;
        if (isReferenceNew)
            search.changeReference(tried, trace);
        else
            search.change(tried, trace);
    }
    return best;
}

} // namespace aircpu
