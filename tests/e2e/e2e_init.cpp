// The only program of the end-to-end test's guest: Debian's kernel starts it as init. It draws one scene with the synthetic guest's own encoder
// and powers the machine off, or, with pvgl_console=1, does what the test types into the serial console: the lines of pvg/guest/console.h, and
// `reboot`, `panic`, `suspend` and `poweroff`. It answers in lines that start with "PVGL-E2E".
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "pvg/guest/console.h"
#include "pvg/guest/scenes/metallib_pair.h"
#include "pvg/guest/scenes/scenes.h"
#include "pvg/guest/session.h"
#include "pvg/guest/sysfs_platform.h"

namespace {

using namespace pvg;
using namespace pvg::guest;

constexpr uint32_t kVersionRegister = 0x1034;
constexpr size_t kPages = 24 * 1024; // 96 MiB

std::string setting(const char* name) {
    const char* value = std::getenv(name); // the kernel hands unknown name=value words to init's environment
    return value ? value : "";
}

std::vector<std::byte> fileBytes(const char* path) {
    std::ifstream in(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    const auto* bytes = reinterpret_cast<const std::byte*>(text.data());
    return {bytes, bytes + text.size()};
}

std::unique_ptr<Scene> chosenScene() {
    const std::string name = setting("pvgl_scene");
    if (name != "metallib") return makeScene(name);
    return makeMetallibScene(MetallibPair{fileBytes("/vertex"), fileBytes("/fragment")});
}

bool fail(const std::string& sentence) {
    std::printf("PVGL-E2E error %s\n", sentence.c_str());
    return false;
}

bool draw() {
    auto platform = SysfsPlatform::open(kPages);
    if (!platform) return fail(platform.error().text);
    SessionOptions options;
    Session session(**platform, options);
    auto scene = chosenScene();
    if (!scene) return fail("no scene of that name");
    if (session.driver().isRunning()) scene->prepare(session);
    if (session.driver().isRunning()) session.run(*scene, std::strtoull(setting("pvgl_frames").c_str(), nullptr, 10));
    std::printf("PVGL-E2E stamps %llu\n", static_cast<unsigned long long>(session.driver().interrupts()));
    if (auto counted = (*platform)->countedInterrupts()) std::printf("PVGL-E2E msi %llu\n", static_cast<unsigned long long>(*counted));
    else std::printf("PVGL-E2E msi unavailable\n");
    return session.driver().failure().empty() ? true : fail(session.driver().failure());
}

bool writeText(const char* path, const std::string& text) {
    std::ofstream out(path);
    out << text << std::flush;
    return out.good();
}

// Suspend to RAM with an alarm to wake up again.
bool suspend() {
    constexpr const char* kAlarm = "/sys/class/rtc/rtc0/wakealarm";
    return writeText(kAlarm, "0") && writeText(kAlarm, "+3") && writeText("/sys/power/state", "mem");
}

void say(const std::string& answer) { std::printf("PVGL-E2E %s\n", answer.c_str()); }

// What only a whole machine can do. False: the line is none of it. `panic` makes init return, which the kernel does not survive. `suspend`
// answers with what the version register holds after waking up.
bool serveMachine(const std::string& line, SysfsPlatform& platform, bool& isPanic) {
    if (line == "reboot") ::reboot(RB_AUTOBOOT);
    else if (line == "poweroff") ::reboot(RB_POWER_OFF);
    else if (line == "suspend") say(suspend() ? "ok suspend " + std::to_string(platform.readRegister(kVersionRegister)) : "error the kernel does not suspend");
    else if (line == "panic") isPanic = true;
    else return false;
    return true;
}

void serveConsole() {
    termios terminal{};
    if (::tcgetattr(STDIN_FILENO, &terminal) == 0) {
        terminal.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &terminal);
    }
    auto platform = SysfsPlatform::open(kPages);
    if (!platform) {
        fail(platform.error().text);
        return;
    }
    LineReader lines(STDIN_FILENO);
    Console console(**platform, lines, [](const std::string& name) { return makeScene(name); }, say);
    say("ready");
    bool isPanic = false;
    while (const auto line = lines.next(-1)) {
        if (!serveMachine(*line, **platform, isPanic) && !console.serve(*line)) say("error no command: " + *line);
        if (isPanic) return;
    }
}

} // namespace

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    ::mkdir("/proc", 0755);
    ::mkdir("/sys", 0755);
    ::mount("proc", "/proc", "proc", 0, nullptr);
    ::mount("sysfs", "/sys", "sysfs", 0, nullptr);
    std::printf("PVGL-E2E start\n");
    if (!setting("pvgl_console").empty()) {
        serveConsole();
        return 1;
    }
    if (draw()) std::printf("PVGL-E2E done\n");
    std::fflush(stdout);
    ::sync();
    ::reboot(RB_POWER_OFF);
    return 0;
}
