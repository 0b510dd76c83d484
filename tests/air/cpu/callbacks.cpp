#include "callbacks.h"

#include <array>

#include "data_races.h"
#include "intrinsic.h"
#include "run.h"
#include "scheduler.h"
#include "trace.h"

namespace aircpu {

void callIntrinsic(const Intrinsic* intrinsic, char* frame, uint32_t site) {
    if (intrinsic->kind != Intrinsic::Kind::Plain) return Scheduler::current()->meet(*intrinsic, frame, site);
    Call call{{}, frame + intrinsic->resultOffset, Scheduler::current() ? Scheduler::current()->laneIndex() : 0};
    for (uint32_t offset : intrinsic->offsets) call.operands.push_back(frame + offset);
    intrinsic->plain(*intrinsic, call);
    if (intrinsic->isAtomic && Scheduler::current()) Scheduler::current()->yieldAtAtomic();
}

namespace {

void checkAlignment(uint64_t address, uint32_t alignment) {
    if (address % alignment != 0) currentRun().breakRule("an access is not aligned as the code says");
}

} // namespace

void* readable(uint64_t address, uint64_t size, uint32_t alignment) {
    checkAlignment(address, alignment);
    void* place = currentRun().memory.forReading(address, size);
    traceLoad(address, place, size);
    if (currentRun().watch.races && Scheduler::current())
        currentRun().watch.races->loaded(Scheduler::current()->laneIndex(), address, size);
    return place;
}

void* inTable(uint64_t address, uint64_t size, uint64_t table, uint64_t tableSize) {
    if (address >= table && address + size <= table + tableSize) return reinterpret_cast<void*>(address);
    constexpr uint64_t kLargestLoad = 4096;
    alignas(16) static thread_local char nothing[kLargestLoad];
    currentRun().breakRule("a constant table is read outside");
    return nothing;
}

void* writable(uint64_t address, uint64_t size, uint32_t alignment) {
    checkAlignment(address, alignment);
    return currentRun().memory.forWriting(address, size);
}

void laneChosen(uint64_t index, uint32_t lanes) {
    if (index >= lanes) currentRun().breakRule("a vector has no such lane");
}

// Fast code is told that there are none: what it decides then is anybody's.
void numbersCompared(uint32_t isOneNone) {
    if (isOneNone) currentRun().breakRule("a fast comparison meets what is no number");
}

void traceLoad(uint64_t address, const void* bytes, uint64_t size) {
    Trace* trace = currentRun().watch.trace;
    if (trace && Scheduler::current()) trace->loaded(Scheduler::current()->laneIndex(), address, bytes, size);
}

void integersTested(uint32_t test, uint64_t a, uint64_t b) {
    Trace* trace = currentRun().watch.trace;
    if (trace && Scheduler::current()) trace->tested(Scheduler::current()->laneIndex(), test, a, b);
}

void fillLocal(char* bytes, uint64_t size) { currentRun().leaveUnset(reinterpret_cast<std::byte*>(bytes), size); }

uint64_t undefinedQuotient() { return currentRun().undefined(0); }

void wasStored(uint64_t address, uint64_t size, uint32_t element) {
    currentRun().memory.stored(address, size, Element(element));
    if (currentRun().watch.races && Scheduler::current())
        currentRun().watch.races->stored(Scheduler::current()->laneIndex(), address, size);
}
void copyMemory(uint64_t to, uint64_t from, uint64_t size) { currentRun().memory.copy(to, from, size); }
void fillMemory(uint64_t to, uint32_t value, uint64_t size) { currentRun().memory.fill(to, uint8_t(value), size); }

void loopEntered(uint32_t loop) {
    if (Scheduler::current()) Scheduler::current()->enterLoop(loop);
}
void loopStepped(uint32_t loop) {
    if (Scheduler::current()) Scheduler::current()->stepLoop(loop);
}

// Fast arithmetic may be fused or reassociated: one unit. GLSL divides within 2.5 units. A remainder by way of a quotient errs with the
// dividend, which is not known here.
void blurValues(char* values, uint32_t element, uint32_t lanes, uint32_t blur, uint32_t isFinite) {
    constexpr std::array kUnits = {1.0, 2.5, 64.0};
    for (uint32_t lane = 0; lane < lanes; ++lane) {
        const double given = readFloat(Element(element), values, lane), value = isFinite ? currentRun().finite(given) : given;
        const double moved = currentRun().moved(value, kUnits[blur] * ulpOf(Element(element), value));
        if (currentRun().isPerturbed) writeFloat(Element(element), values, lane, moved);
    }
}

} // namespace aircpu
