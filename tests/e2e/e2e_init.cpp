// The only program of the end-to-end test's guest: Debian's kernel starts it as init, it draws one scene with the synthetic guest's own encoder
// and powers the machine off. It talks to the test through the serial console, in lines that start with "PVGL-E2E".
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pvg/guest/scenes/metallib_pair.h"
#include "pvg/guest/scenes/scenes.h"
#include "pvg/guest/session.h"
#include "pvg/guest/sysfs_platform.h"

namespace {

using namespace pvg;
using namespace pvg::guest;

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

} // namespace

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    ::mkdir("/proc", 0755);
    ::mkdir("/sys", 0755);
    ::mount("proc", "/proc", "proc", 0, nullptr);
    ::mount("sysfs", "/sys", "sysfs", 0, nullptr);
    std::printf("PVGL-E2E start\n");
    if (draw()) std::printf("PVGL-E2E done\n");
    std::fflush(stdout);
    ::sync();
    ::reboot(RB_POWER_OFF);
    return 0;
}
