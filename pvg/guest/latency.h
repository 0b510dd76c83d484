// What the latency benchmarks share: percentiles, and the yardstick of two processes that only send each other a few bytes.
#pragma once

#include <chrono>
#include <functional>
#include <sys/types.h>
#include <vector>

#include "pvg/base/result.h"

namespace pvg::guest {

struct Percentiles {
    double p50 = 0, p99 = 0, worst = 0; // microseconds
};
// Sorts `us`, which is not empty.
Percentiles percentilesOf(std::vector<double>& us);

// Microseconds `step` took.
template <class Step>
double timed(Step&& step) {
    const auto start = std::chrono::steady_clock::now();
    step();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

// A child process of the same scheduling as this one, which sends back what it gets. Ends with its owner.
class EchoProcess {
public:
    static Result<EchoProcess> overSocket();  // AF_UNIX stream, 32 bytes: header and payload of a REGION_READ
    static Result<EchoProcess> overEventfd(); // one eventfd there, one back
    EchoProcess(EchoProcess&& other) noexcept;
    EchoProcess& operator=(EchoProcess&&) = delete;
    ~EchoProcess();

    // There and back. False: the child is gone.
    bool ping();

private:
    struct Ends {
        int in = -1, out = -1;
    };
    EchoProcess() = default;
    Status start(Ends here, Ends there, size_t size);

    Ends m_ends;
    size_t m_size = 0;
    pid_t m_child = -1;
};

} // namespace pvg::guest
