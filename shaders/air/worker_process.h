// Starts shader workers from this process itself. The device process has its own way (its spawner).
#pragma once

#include <string>
#include <vector>

#include "shaders/air/worker_client.h"

namespace air {

// A SpawnWorker that runs `program --worker --fd 3 OPTION...`; this program by default. The caller's children are reaped by the kernel from
// the first call on: a worker's socket tells all that matters.
SpawnWorker workerSpawner(std::vector<std::string> options = {}, std::string program = "/proc/self/exe");

} // namespace air
