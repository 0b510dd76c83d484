#pragma once

#include <string>

namespace app {

// What to add to a QEMU command line so that it uses the device on `socketPath`; several lines, ready to paste into a shell.
std::string qemuArguments(const std::string& socketPath);

} // namespace app
