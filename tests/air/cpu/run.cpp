#include "run.h"

#include <cmath>

namespace aircpu {

namespace {
thread_local Run* t_run = nullptr;
}

double Run::moved(double value, double bound) {
    isInexact = true;
    if (!isPerturbed || !std::isfinite(value) || !(bound > 0)) return value;
    return value + std::uniform_real_distribution<double>(-1.0, 1.0)(random) * bound;
}

double Run::finite(double value) {
    if (std::isfinite(value)) return value;
    isInexact = true;
    return isPerturbed ? std::uniform_real_distribution<double>(-4.0, 4.0)(random) : value;
}

Run& currentRun() { return *t_run; }

RunScope::RunScope(Run& run) : m_previous(t_run) { t_run = &run; }
RunScope::~RunScope() { t_run = m_previous; }

} // namespace aircpu
