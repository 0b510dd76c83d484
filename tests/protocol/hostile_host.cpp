#include "tests/protocol/hostile_host.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <nlohmann/json.hpp>

namespace hostile {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

std::string contents(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool isNumber(const std::string& text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos; }

pid_t parentOf(const fs::path& process) {
    // The name in parentheses may hold anything; state and parent come behind the last one.
    const std::string stat = contents(process / "stat");
    const size_t end = stat.rfind(')');
    if (end == std::string::npos) return 0;
    std::istringstream rest(stat.substr(end + 1));
    char state = 0;
    pid_t parent = 0;
    rest >> state >> parent;
    return parent;
}

std::vector<fs::path> processTree(pid_t root) {
    std::map<pid_t, pid_t> parents;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator("/proc", ignored))
        if (const std::string name = entry.path().filename(); isNumber(name)) parents[std::stoi(name)] = parentOf(entry.path());
    std::vector<fs::path> tree;
    for (const auto& [pid, parent] : parents) {
        pid_t at = pid;
        while (at != root && parents.count(at)) at = parents[at];
        if (at == root) tree.push_back("/proc/" + std::to_string(pid));
    }
    return tree;
}

size_t anonymousKb(const fs::path& process) {
    const std::string status = contents(process / "status");
    const size_t at = status.find("RssAnon:");
    return at == std::string::npos ? 0 : std::stoul(status.substr(at + 8));
}

size_t openDescriptors(const fs::path& process) {
    std::error_code ignored;
    size_t count = 0;
    for (fs::directory_iterator it(process / "fd", ignored); it != fs::directory_iterator(); it.increment(ignored)) ++count;
    return count;
}

} // namespace

Host::Host(int frames) {
    char folder[] = "/tmp/pvgl-hostile-XXXXXX";
    if (!::mkdtemp(folder)) return;
    m_folder = folder;
    m_socket = m_folder + "/s";
    ::setenv("LIBGL_ALWAYS_SOFTWARE", "1", 0);
    std::vector<std::string> arguments{HOSTILE_PVGL, "view", "--headless", "--socket", m_socket, "--frames", std::to_string(frames),
                                       "--stats", m_folder + "/stats.json", "--screenshot", screenshot(), "--mode", "64x64@60",
                                       "--timeout", "200", "--log", "warn"};
    std::vector<char*> argv;
    for (auto& a : arguments) argv.push_back(a.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, (m_folder + "/log").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    if (::posix_spawn(&m_pid, argv[0], &actions, nullptr, argv.data(), environ) != 0) m_pid = 0;
    posix_spawn_file_actions_destroy(&actions);
}

Host::~Host() {
    if (m_pid) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    std::error_code ignored;
    if (!m_folder.empty()) fs::remove_all(m_folder, ignored);
}

Footprint Host::footprint() const {
    Footprint sum;
    for (const fs::path& process : processTree(m_pid)) {
        const std::string name = contents(process / "comm");
        if (name != "pvgl\n" && name != "pvgl-renderer\n") continue;
        sum.descriptors += openDescriptors(process);
        sum.anonymousKb += anonymousKb(process);
    }
    return sum;
}

int Host::exitCode() {
    int status = 0;
    for (int i = 0; m_pid && i < 6000; ++i) {
        if (::waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_pid = 0;
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        std::this_thread::sleep_for(milliseconds(5));
    }
    return -1;
}

Stats Host::stats() const {
    Stats out;
    const auto parsed = nlohmann::json::parse(contents(m_folder + "/stats.json"), nullptr, false);
    if (!parsed.is_object()) return out;
    out.rendererRestarts = parsed.value("renderer_restarts", uint64_t{1});
    out.framesPresented = parsed.value("frames_presented", uint64_t{0});
    out.channelRestarts = parsed.value("channel_restarts", uint64_t{0});
    out.lostPackets = parsed.value("lost_packets", uint64_t{0});
    for (const auto& row : parsed["declines"]) {
        const DeclineKey key{row["reason"], row["command"]};
        out.declines[key] += row["count"].get<uint64_t>();
        out.sentences[key] = row["last"];
    }
    return out;
}

std::string Host::log() const { return contents(m_folder + "/log"); }

} // namespace hostile
