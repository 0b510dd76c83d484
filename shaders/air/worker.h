// The worker process: answers translation jobs on one socket until it closes. It runs LLVM on hostile bitcode, so it may die at any time;
// the peer (worker_client.h) expects that.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include "pvg/base/result.h"
#include "shaders/air/reflection.h"

namespace air {

// air::translate, or a test's own function.
using Translate = std::function<Outcome(std::span<const std::byte> library, const std::string& function, const Capabilities&)>;

// Lowers what this process may use: address space 1 GiB (not under a sanitizer, which reserves terabytes), no core file, nice +5.
pvg::Status enterWorkerLimits();

// Serves jobs until end of file, which is success. Takes ownership of `socket`.
pvg::Status runWorker(int socket, const Translate& translate);

} // namespace air
