#include "run.h"

#include <cmath>

namespace aircpu {

namespace {
thread_local Run* t_run = nullptr;
}

double Run::moved(double value, double bound) {
    isInexact = true;
    if (!isPerturbed || !std::isfinite(value) || !(bound > 0)) return value;
    return value + random.signedUnit() * bound;
}

double Run::finite(double value) {
    if (std::isfinite(value)) return value;
    isInexact = metNoNumber = true;
    return isPerturbed ? 4 * random.signedUnit() : value;
}

void Run::leaveUnset(std::byte* bytes, size_t size) {
    constexpr size_t kWord = 4;
    constexpr uint64_t kSmall = 40;
    for (size_t i = 0; i < size; ++i) {
        const bool isZero = !isPerturbed || (unsetIsSmall && i % kWord != 0);
        bytes[i] = isZero ? std::byte{0} : std::byte(unsetIsSmall ? random() % kSmall : random());
    }
}

Run& currentRun() { return *t_run; }

RunScope::RunScope(Run& run) : m_previous(t_run) { t_run = &run; }
RunScope::~RunScope() { t_run = m_previous; }

} // namespace aircpu
