// State of one execution of a kernel, seen by what the compiled code calls back. One run at a time a thread.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "memory.h"
#include "texture.h"

namespace aircpu {

class DataRaces;
class Trace;

// One number for each rounded result of each thread: what the standard library has takes longer than the code under test. (splitmix64)
class QuickRandom {
public:
    using result_type = uint64_t;
    static constexpr uint64_t min() { return 0; }
    static constexpr uint64_t max() { return std::numeric_limits<uint64_t>::max(); }
    void seed(uint64_t value) { m_state = value; }
    uint64_t operator()() {
        uint64_t z = m_state += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    double signedUnit() { return double(int64_t((*this)())) * 0x1p-63; } // -1 to 1

private:
    uint64_t m_state = 0;
};

// What looks on during a run, or nobody.
struct Watch {
    Trace* trace = nullptr; // needs a program that is compiled for it
    DataRaces* races = nullptr;
};

// Where rounding may differ between implementations, a perturbed run moves each result by a random part of what is allowed, and shuffles
// the order of what is not ordered. What several such runs agree on, every correct implementation has to give.
struct Run {
    Memory memory;
    QuickRandom random;
    bool isPerturbed = false;
    bool unsetIsSmall = false;    // leaveUnset gives small integers
    bool metNoNumber = false;     // fast arithmetic, which is told that there are none
    bool isInexact = false;       // an operation with an allowed error was executed
    const char* broken = nullptr; // the first thing it did of which Metal says nothing, in words
    uint64_t steps = 0;           // loop iterations of all threads
    uint64_t maxSteps = 4'000'000;
    bool isOver = false;         // ran out of steps
    Resources resources;         // the run's own: kernels store to textures
    std::vector<bool> discarded; // fragments, by thread
    std::string refused;         // what the reference has no rule for, met while running
    Watch watch;

    // `value`, moved by up to `bound`.
    double moved(double value, double bound);
    // What fast arithmetic takes to be a number: nothing is said of a result that is none.
    double finite(double value);
    void breakRule(const char* what) { broken = broken ? broken : what; }
    // What memory has in it that nobody stored to: zeros; anything, in some runs small integers, which lead elsewhere as indices.
    void leaveUnset(std::byte* bytes, size_t size);
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
