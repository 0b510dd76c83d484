// What a kernel's comparisons say of its inputs: which bytes of a buffer each one depends on, and what there would turn it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace aircpu {

// An icmp of the code, or a test of bits: and, then icmp with 0.
struct IntegerTest {
    uint32_t predicate = 0; // llvm::CmpInst
    uint32_t bits = 32;     // of both operands, 1 to 64
    bool isMask = false;    // (a & b) compared with 0
    int64_t added = 0;      // to the first operand before: ranges are tested so

    bool holds(uint64_t a, uint64_t b) const;
};

// With `value` in those bytes the test would have come out otherwise.
struct Turn {
    uint32_t test = 0;    // index in Program::tests
    bool outcome = false; // as it came out
    uint32_t buffer = 0;  // Metal index
    size_t offset = 0;
    uint32_t size = 0;
    uint64_t value = 0;
};

// One run's. An operand belongs to what the thread last loaded with the same value, whatever became of it on the way: through a variable, a
// table in thread memory or a conversion.
class Trace {
public:
    explicit Trace(const std::vector<IntegerTest>& tests) : m_tests(tests) {}

    void beginGroup(size_t threads);
    void loaded(size_t thread, uint64_t address, const void* bytes, size_t size);
    void tested(size_t thread, uint32_t test, uint64_t a, uint64_t b);

    struct Thread {
        std::deque<Turn> turns; // the latest ones, in order
    };
    const std::vector<Thread>& threads() const { return m_threads; }

private:
    struct Load {
        uint64_t address = 0, value = 0;
        uint32_t size = 0;
    };
    void turn(size_t thread, uint32_t test, uint64_t operand, uint64_t other, bool isFirst);

    const std::vector<IntegerTest>& m_tests;
    std::vector<Thread> m_threads; // of all groups
    size_t m_firstThread = 0;      // of this group
    std::vector<std::deque<Load>> m_loads;
};

} // namespace aircpu
