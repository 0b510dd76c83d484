#include "app/renderer/process.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

#include "pvg/base/log.h"

namespace app {

namespace {
constexpr int kNice = 5;
constexpr char kOomScore[] = "500";
} // namespace

void enterRendererProcess() {
    errno = 0; // -1 may also be the new value
    if (nice(kNice) == -1 && errno != 0) spdlog::debug("nice +{} is not possible here", kNice);
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (fd < 0 || write(fd, kOomScore, sizeof kOomScore - 1) < 0) spdlog::debug("oom_score_adj cannot be set here");
    if (fd >= 0) close(fd);
    // Ctrl-C reaches the whole process group; what it means is the device process's decision.
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace app
