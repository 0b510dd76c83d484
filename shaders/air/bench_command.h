// `pvgl bench translate`: how long translation takes, through the real workers and the real disk cache.
#pragma once

namespace air {

// Exit code: 0 done; 1 nothing could be measured, or --check found a limit exceeded; 2 usage.
int runBenchCommand(int argc, char** argv);

} // namespace air
