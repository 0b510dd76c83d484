// The executable `pvgl` with a renderer of our own beside it (tests/support/fake_renderer): options, exit codes, signals, deaths.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "tests/support/temporary_folder.h"
#include "tests/support/vfio_connection.h"

namespace {

using Clock = std::chrono::steady_clock;

struct Folder {
    TemporaryFolder own;
    std::string path = own.path().string();
};

struct Pvgl {
    explicit Pvgl(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), PVGL_FAKE_BIN "/pvgl");
        std::vector<char*> argv;
        for (auto& a : arguments) argv.push_back(a.data());
        argv.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, 1, (folder.path + "/log").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        posix_spawn_file_actions_adddup2(&actions, 1, 2);
        if (::posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ) != 0) pid = 0;
        posix_spawn_file_actions_destroy(&actions);
    }
    ~Pvgl() {
        if (pid) ::kill(pid, SIGKILL), exitCode();
    }
    static std::vector<std::string> view(const std::string& socket, std::vector<std::string> more) {
        more.insert(more.begin(), {"view", "--socket", socket});
        return more;
    }
    // -1: ended by a signal, or not at all within 10 s.
    int exitCode() {
        int status = 0;
        for (const auto end = Clock::now() + std::chrono::seconds(10); pid && Clock::now() < end;) {
            if (::waitpid(pid, &status, WNOHANG) == pid) {
                pid = 0;
                return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return -1;
    }
    std::string output() const {
        std::ifstream in(folder.path + "/log");
        return {std::istreambuf_iterator<char>(in), {}};
    }
    bool says(const std::string& text) const { return output().find(text) != std::string::npos; }

    Folder folder;
    pid_t pid = 0;
};

bool appears(const std::string& path) {
    struct stat info{};
    for (int i = 0; i < 2500 && ::stat(path.c_str(), &info) != 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return ::stat(path.c_str(), &info) == 0;
}

int runOf(std::vector<std::string> arguments, std::string* output = nullptr) {
    Pvgl pvgl(std::move(arguments));
    const int code = pvgl.exitCode();
    if (output) *output = pvgl.output();
    return code;
}

size_t lines(const std::string& text) { return size_t(std::count(text.begin(), text.end(), '\n')); }

} // namespace

TEST_CASE("what is not built yet ends with one sentence and exit code 2, and is absent from --help") {
    std::string help, demoHelp, output;
    CHECK(runOf({"--help"}, &help) == 0);
    CHECK(runOf({"demo", "--help"}, &demoHelp) == 0);
    CHECK(runOf({}, &output) == 2);
    CHECK(lines(output) == 1);
    for (const std::string command : {"run", "doctor"}) {
        CHECK(runOf({command, "x"}, &output) == 2);
        CHECK(lines(output) == 1);
        CHECK(help.find("\n  " + command) == std::string::npos);
    }
    for (const std::string option : {"--qmp", "--attach"}) {
        CHECK(runOf({"demo", option, "x"}, &output) == 2);
        CHECK(lines(output) == 1);
        CHECK(demoHelp.find(option) == std::string::npos);
    }
}

TEST_CASE("--help names the commands and options there are") {
    std::string help;
    CHECK(runOf({"--help"}, &help) == 0);
    for (const char* word : {"demo", "view", "replay", "trace", "shader", "bench"}) CHECK(help.find(word) != std::string::npos);
    CHECK(runOf({"view", "--help"}, &help) == 0);
    for (const char* word : {"--socket", "--headless", "--frames", "--screenshot", "--stats", "--hud", "--size", "--mode", "--displays",
                             "--timeout", "--log", "--allow-user", "--no-gamma"})
        CHECK(help.find(word) != std::string::npos);
}

TEST_CASE("usage errors exit 2") {
    CHECK(runOf({"view"}) == 2);
    CHECK(runOf({"frobnicate"}) == 2);
    CHECK(runOf({"demo", "--mode", "1920"}) == 2);
    CHECK(runOf({"demo", "--size", "0x5"}) == 2);
    CHECK(runOf({"demo", "--displays", "9"}) == 2);
    CHECK(runOf({"demo", "--frames", "-1"}) == 2);
    CHECK(runOf({"demo", "--timeout", "0"}) == 2);
    CHECK(runOf({"bench"}) == 2);
}

TEST_CASE("view prints the QEMU arguments, serves a client and ends with the renderer's last frame") {
    Folder folder;
    const std::string socket = folder.path + "/s";
    Pvgl pvgl(Pvgl::view(socket, {"--headless", "--frames", "2", "--displays", "3", "--mode", "1280x720@50"}));
    REQUIRE(appears(socket));
    test::VfioConnection client(socket);
    REQUIRE(client.negotiate());
    CHECK(client.read32(0x122c) == 3);
    CHECK(client.read32(0x120c) == (1280u << 16 | 720));
    client.write32(0x1008, 4);
    for (int i = 0; i < 1000 && client.read32(0x100c) != 4; ++i) {}
    CHECK(client.read32(0x100c) == 4);
    client.write32(0x1008, 8);
    CHECK(pvgl.exitCode() == 0);
    CHECK(pvgl.says("memory-backend-memfd,id=ram0,size=8G,share=on"));
    CHECK(pvgl.says(R"({"driver":"vfio-user-pci","bus":"pvgl-bridge","addr":"0x0","socket":{"type":"unix","path":")" + socket + "\"}}"));
    struct stat info{};
    CHECK(::stat(socket.c_str(), &info) != 0);
}

TEST_CASE("headless ends at the first signal") {
    for (const int signal : {SIGTERM, SIGINT}) {
        Folder folder;
        Pvgl pvgl(Pvgl::view(folder.path + "/s", {"--headless"}));
        REQUIRE(appears(folder.path + "/s"));
        test::VfioConnection client(folder.path + "/s");
        REQUIRE(client.negotiate());
        ::kill(pvgl.pid, signal);
        CHECK(pvgl.exitCode() == 0);
    }
}

TEST_CASE("with a window and a client the first signal says what would be lost, the second ends") {
    Folder folder;
    Pvgl pvgl(Pvgl::view(folder.path + "/s", {}));
    REQUIRE(appears(folder.path + "/s"));
    test::VfioConnection client(folder.path + "/s");
    REQUIRE(client.negotiate());
    ::kill(pvgl.pid, SIGTERM);
    for (int i = 0; i < 1000 && !pvgl.says("lost"); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    CHECK(pvgl.says("lost"));
    CHECK(client.read32(0x122c) == 1);
    ::kill(pvgl.pid, SIGTERM);
    CHECK(pvgl.exitCode() == 0);
}

TEST_CASE("with a window and no client the first signal ends") {
    Folder folder;
    Pvgl pvgl(Pvgl::view(folder.path + "/s", {}));
    REQUIRE(appears(folder.path + "/s"));
    ::kill(pvgl.pid, SIGTERM);
    CHECK(pvgl.exitCode() == 0);
}

TEST_CASE("--timeout ends with exit code 1 and a sentence") {
    Folder folder;
    Pvgl pvgl(Pvgl::view(folder.path + "/s", {"--headless", "--timeout", "0.3"}));
    CHECK(pvgl.exitCode() == 1);
    CHECK(pvgl.says("--timeout"));
}

TEST_CASE("a renderer that cannot start is one sentence and exit code 1") {
    Folder folder;
    Pvgl pvgl(Pvgl::view(folder.path + "/s", {"--headless", "--hud", "refuses"}));
    CHECK(pvgl.exitCode() == 1);
    CHECK(lines(pvgl.output()) == 1);
    CHECK_MESSAGE(pvgl.says("did not start"), pvgl.output());
}

TEST_CASE("a renderer that dies is replaced and the client keeps its device") {
    Folder folder;
    Pvgl pvgl(Pvgl::view(folder.path + "/s", {"--headless", "--hud", "dies"}));
    REQUIRE(appears(folder.path + "/s"));
    test::VfioConnection client(folder.path + "/s");
    REQUIRE(client.negotiate());
    client.write32(0x1034, 6);
    client.write32(0x1000, 1);
    CHECK(client.read32(0x1000) == 1);
    client.write32(0x1020, 31); // its sign to die
    for (int i = 0; i < 1000 && client.read32(0x100c) != 4; ++i) {
        client.write32(0x1008, 4); // the dying one may have taken the doorbell with it
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    CHECK(client.read32(0x100c) == 4);
    CHECK(client.read32(0x1034) == 6);
    CHECK(pvgl.says("exit code 3"));
    ::kill(pvgl.pid, SIGTERM);
    CHECK(pvgl.exitCode() == 0);
}

TEST_CASE("six deaths in a row are the end") {
    Folder folder;
    Pvgl pvgl(Pvgl::view(folder.path + "/s", {"--headless", "--hud", "dies"}));
    REQUIRE(appears(folder.path + "/s"));
    test::VfioConnection client(folder.path + "/s");
    REQUIRE(client.negotiate());
    for (int i = 0; i < 5000 && client.isConnected() && client.read32(0x122c) == 1; ++i) {
        client.write32(0x1020, 31);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    CHECK(pvgl.exitCode() == 1);
    CHECK(pvgl.says("6 times in a row"));
}

TEST_CASE("when pvgl is killed, everything below it ends") {
    Folder folder;
    const std::string socket = folder.path + "/s";
    Pvgl pvgl(Pvgl::view(socket, {"--headless"}));
    REQUIRE(appears(socket));
    // Every process of the run holds the log file open for writing; a lease is granted only when nobody does.
    const pvg::UniqueFd log(::open((pvgl.folder.path + "/log").c_str(), O_RDONLY | O_CLOEXEC));
    CHECK(::fcntl(log.get(), F_SETLEASE, F_RDLCK) != 0);
    ::kill(pvgl.pid, SIGKILL);
    CHECK(pvgl.exitCode() == -1);
    int leased = -1;
    for (int i = 0; i < 2500 && leased != 0; ++i) {
        leased = ::fcntl(log.get(), F_SETLEASE, F_RDLCK);
        if (leased != 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    CHECK(leased == 0);
}

TEST_CASE("a dead socket is replaced, a served one and other files are not") {
    Folder folder;
    const std::string socket = folder.path + "/s";
    {
        Pvgl killed(Pvgl::view(socket, {"--headless"}));
        REQUIRE(appears(socket));
        ::kill(killed.pid, SIGKILL);
        killed.exitCode();
    }
    CHECK(appears(socket));
    Pvgl pvgl(Pvgl::view(socket, {"--headless"}));
    for (int i = 0; i < 2500 && !test::VfioConnection(socket).isConnected(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    std::string output;
    CHECK(runOf(Pvgl::view(socket, {"--headless"}), &output) == 1);
    CHECK(output.find("another program serves") != std::string::npos);
    CHECK(test::VfioConnection(socket).negotiate());
    CHECK(runOf(Pvgl::view(pvgl.folder.path + "/log", {"--headless"})) == 1);
    CHECK(appears(pvgl.folder.path + "/log"));
}
