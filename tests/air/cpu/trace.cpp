#include "trace.h"

#include <llvm/ADT/APInt.h>
#include <llvm/IR/Instructions.h>

#include <array>
#include <cstring>

#include "memory.h"

namespace aircpu {

namespace {

constexpr size_t kLoads = 48, kTurns = 24; // kept of each thread
constexpr uint32_t kBuffers = 32;

uint64_t lowBits(uint64_t value, uint32_t bits) { return bits >= 64 ? value : value & ((uint64_t(1) << bits) - 1); }

// `value` of `from` bits as one of `to` bits.
uint64_t extended(uint64_t value, uint32_t from, uint32_t to, bool isSigned) {
    value = lowBits(value, from);
    const bool isNegative = isSigned && from < 64 && (value >> (from - 1)) != 0;
    return lowBits(isNegative ? value | ~uint64_t(0) << from : value, to);
}

} // namespace

bool IntegerTest::holds(uint64_t a, uint64_t b) const {
    if (isMask) a &= b, b = 0;
    a += uint64_t(added);
    return llvm::ICmpInst::compare(llvm::APInt(bits, lowBits(a, bits)), llvm::APInt(bits, lowBits(b, bits)),
                                   llvm::CmpInst::Predicate(predicate));
}

void Trace::beginGroup(size_t threads) {
    m_firstThread = m_threads.size();
    m_threads.resize(m_firstThread + threads);
    m_loads.assign(threads, {});
}

void Trace::loaded(size_t thread, uint64_t address, const void* bytes, size_t size) {
    const Memory::Address place = Memory::placeOf(address);
    if (thread >= m_loads.size() || size > sizeof(uint64_t) || place.region >= kBuffers || place.offset < 0) return;
    Load load{address, 0, uint32_t(size)};
    std::memcpy(&load.value, bytes, size);
    m_loads[thread].push_front(load);
    if (m_loads[thread].size() > kLoads) m_loads[thread].pop_back();
}

void Trace::tested(size_t thread, uint32_t test, uint64_t a, uint64_t b) {
    if (thread >= m_loads.size()) return;
    const auto added = uint64_t(m_tests[test].added);
    turn(thread, test, a, b - added, true);
    turn(thread, test, b, a + added, false);
}

// What is written there: the other operand, a neighbour of it, or its bits put in or taken out.
void Trace::turn(size_t thread, uint32_t test, uint64_t operand, uint64_t other, bool isFirst) {
    const IntegerTest& how = m_tests[test];
    const auto added = uint64_t(how.added);
    const auto holds = [&](uint64_t value) { return isFirst ? how.holds(value, other + added) : how.holds(other - added, value); };
    const bool outcome = holds(operand);
    for (const Load& load : m_loads[thread]) {
        const uint32_t loadedBits = load.size * 8;
        const bool isSigned = extended(load.value, loadedBits, how.bits, false) != operand;
        if (extended(load.value, loadedBits, how.bits, isSigned) != operand) continue;
        for (const uint64_t wish : std::array{other, other - 1, other + 1, operand | other, operand & ~other}) {
            if (holds(extended(wish, std::min(loadedBits, how.bits), how.bits, isSigned)) == outcome) continue;
            const Memory::Address place = Memory::placeOf(load.address);
            std::deque<Turn>& turns = m_threads[m_firstThread + thread].turns;
            turns.push_back({test, outcome, place.region, size_t(place.offset), load.size, wish});
            if (turns.size() > kTurns) turns.pop_front();
            return;
        }
        return;
    }
}

} // namespace aircpu
