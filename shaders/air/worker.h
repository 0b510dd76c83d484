// The worker process: answers translation jobs on one socket until it closes. It runs LLVM on hostile bitcode, so it may die at any time;
// the peer (worker_client.h) expects that.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include "pvg/base/result.h"
#include "shaders/air/json.h"
#include "shaders/air/reflection.h"

namespace air {

// air::translate, or a test's own function.
using Translate = std::function<Outcome(std::span<const std::byte> library, const std::string& function, const Capabilities&)>;
// What a worker does for a job.
using DoJob = std::function<Outcome(std::span<const std::byte> library, const JobHeader& job)>;

// Off: for debuggers and profilers; the limits stay.
enum class Sandbox : uint8_t { On, Off };

// Lowers what this process may use: address space 1 GiB (not under a sanitizer, which reserves terabytes), no core file, nice +5.
pvg::Status enterWorkerLimits();

// Serves jobs until end of file, which is success. Takes ownership of `socket`. Memory that runs out in a job ends the process, after an
// answer that says so.
pvg::Status runWorker(int socket, const DoJob& doJob, Sandbox sandbox = Sandbox::On);

// What runWorker() installs as the new-handler; for allocators that have a handler of their own (llvm::install_bad_alloc_error_handler).
[[noreturn]] void endOutOfMemory();

} // namespace air
