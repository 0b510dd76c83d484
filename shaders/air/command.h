// `pvgl shader`: translates the functions of Metal libraries, each in a worker process.
#pragma once

namespace air {

// Exit code: 0 done; 1 a file could not be read or written, a function is no valid AIR, or nothing could be translated; 2 usage.
int runShaderCommand(int argc, char** argv);

} // namespace air
