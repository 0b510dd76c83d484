// State of one execution of a kernel, seen by what the compiled code calls back. One run at a time a thread.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "memory.h"
#include "texture.h"

namespace aircpu {

// Where rounding may differ between implementations, a perturbed run moves each result by a random part of what is allowed, and shuffles
// the order of what is not ordered. What several such runs agree on, every correct implementation has to give.
struct Run {
    Memory memory;
    std::mt19937_64 random;
    bool isPerturbed = false;
    bool isInexact = false;       // an operation with an allowed error was executed
    const char* broken = nullptr; // the first thing it did of which Metal says nothing, in words
    uint64_t steps = 0;           // loop iterations of all threads
    uint64_t maxSteps = 20'000'000;
    bool isOver = false; // ran out of steps
    const Resources* resources = nullptr;
    std::vector<bool> discarded; // fragments, by thread
    std::string refused;         // what the reference has no rule for, met while running

    // `value`, moved by up to `bound`.
    double moved(double value, double bound);
    // What fast arithmetic takes to be a number: nothing is said of a result that is none.
    double finite(double value);
    void breakRule(const char* what) { broken = broken ? broken : what; }
    // For what Metal leaves undefined: `value`, or anything.
    uint64_t undefined(uint64_t value) { return isPerturbed ? random() : value; }
};

Run& currentRun();

class RunScope {
public:
    explicit RunScope(Run& run);
    ~RunScope();
    RunScope(const RunScope&) = delete;
    RunScope& operator=(const RunScope&) = delete;

private:
    Run* m_previous;
};

} // namespace aircpu
