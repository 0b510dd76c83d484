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

Run& currentRun() { return *t_run; }

RunScope::RunScope(Run& run) : m_previous(t_run) { t_run = &run; }
RunScope::~RunScope() { t_run = m_previous; }

} // namespace aircpu
