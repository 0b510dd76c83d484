// The worker's system-call filter. What is left: memory without PROT_EXEC, time, its own signals and the socket it was started with. Everything that makes a descriptor or a process, names a file or reaches another process is refused.
#pragma once

#include "pvg/base/result.h"

namespace air {

// From here on, for this process and for good: no_new_privs, stdout and stderr lead nowhere, every descriptor but
// 0 to 2 and `socket` closed, filter on.
// Refused calls fail with EPERM, calls that only an attacker makes end the process with SIGSYS, unknown ones fail with ENOSYS.
// Nothing is installed in a sanitized build. Error: Code::Unsupported when the kernel has no seccomp filters.
pvg::Status enterSandbox(int socket);

} // namespace air
