#include "app/pvgl/qemu_arguments.h"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

namespace app {
namespace {

std::string shellQuote(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
    return quoted + "'";
}

} // namespace

// The JSON form is required: QEMU knows no -device vfio-user-pci,socket.path=... (vfio-user.md 7). The conventional bridge is where the
// macOS driver was seen to work (device.md 1.3).
std::string qemuArguments(const std::string& socketPath) {
    std::error_code error;
    const auto path = std::filesystem::absolute(socketPath, error).string();
    const nlohmann::ordered_json device = {{"driver", "vfio-user-pci"},
                                           {"bus", "pvgl-bridge"},
                                           {"addr", "0x0"},
                                           {"socket", {{"type", "unix"}, {"path", error ? socketPath : path}}}};
    return fmt::format("Waiting for QEMU (10.1 or later). Add to its arguments, with your memory size in both places:\n"
                       "  -m 8G -object memory-backend-memfd,id=ram0,size=8G,share=on -machine q35,accel=kvm,memory-backend=ram0 \\\n"
                       "  -vga none -device pci-bridge,id=pvgl-bridge,chassis_nr=5,bus=pcie.0,addr=1e.0 \\\n"
                       "  -device {}\n",
                       shellQuote(device.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
}

} // namespace app
